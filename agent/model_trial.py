"""A model's trial: before it is used, it has to understand the golden clips of its language.

Checksums say that the bytes are the ones that were meant; the trial says that on this very device, with its engine, its
processor and its memory, they turn speech into the right text.
"""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from agent.adapters.model_store import ModelStore
from agent.adapters.wav_file import read_wav
from agent.errors import AgentError, TechnicianNeededError
from agent.feedback.audio import AudioClip
from agent.feedback.transcript import Transcript
from agent.ports import SpeechEngine
from agent.transcription.error_rate import edit_distance, normalised

_LONGEST_CLIP_S = 30.0


@dataclass(frozen=True, slots=True)
class GoldenClip:
    """What is said in a file."""

    file: Path
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class TrialPassed:
    """How well it did."""

    clips: int
    error_rate: float
    """Wrong characters per spoken one."""


def golden_clips(folder: Path, language: str) -> tuple[GoldenClip, ...]:
    """The clips of one language in a folder with an index.tsv (columns file, language, text).

    Raises:
        OSError: the index cannot be read.
    """
    with (folder / "index.tsv").open(encoding="utf-8", newline="") as index:
        rows = list(csv.DictReader(index, delimiter="\t"))
    return tuple(
        GoldenClip(folder / row["file"], row["language"], row["text"]) for row in rows if row["language"] == language
    )


def run_trial(
    models: ModelStore,
    name: str,
    clips: tuple[GoldenClip, ...],
    open_engine: Callable[[str], SpeechEngine],
    progress: Callable[[str, int, int], None],
) -> TrialPassed | None:
    """Let an installed model hear the clips, and keep the judgement in the store. None where there are no clips.

    Args:
        models: where it is installed.
        name: which one.
        clips: of its language.
        open_engine: starts it in a process of its own, so that a broken model ends that process and nothing else.
        progress: told "trying", clips done, clips in all.

    Raises:
        TechnicianNeededError: it did not pass and will not be used; says why and what to do.
    """
    if not clips:
        models.judge(name, "untested")
        return None
    models.judge(name, "pending")
    limit = models.entry(name).max_error_rate
    try:
        rate = _error_rate(open_engine, name, clips, progress, enough=limit)
    except AgentError as error:
        reason = str(error)
    else:
        if rate <= limit:
            models.judge(name, "passed")
            return TrialPassed(len(clips), rate)
        reason = f"It got {rate:.0%} or more of the characters of {len(clips)} golden clips wrong; {limit:.0%} may be."
    models.judge(name, "failed", reason)
    raise TechnicianNeededError(f"Model {name} did not pass its trial and is not used. {reason}")


def _error_rate(
    open_engine: Callable[[str], SpeechEngine],
    name: str,
    clips: tuple[GoldenClip, ...],
    progress: Callable[[str, int, int], None],
    *,
    enough: float,
) -> float:
    """Wrong characters per spoken one. Ends at the clip that loses it: a broken model may babble for minutes."""
    progress("trying", 0, len(clips))
    spoken = sum(len(normalised(clip.text)) for clip in clips)
    wrong = 0
    engine = open_engine(name)
    try:
        for done, golden in enumerate(clips, 1):
            heard = _heard(engine, read_wav(golden.file, _LONGEST_CLIP_S)[0])
            wrong += edit_distance(normalised(golden.text), normalised(heard))
            progress("trying", done, len(clips))
            if wrong / spoken > enough:
                break
    finally:
        engine.close()
    return wrong / spoken


def _heard(engine: SpeechEngine, clip: AudioClip) -> str:
    return "".join(h.text for h in engine.transcribe(clip) if isinstance(h, Transcript))
