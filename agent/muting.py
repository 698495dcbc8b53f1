"""A voice recording with everything personal muted, or none at all.

    mute -> transcribe -> mask -> verdict

- Every masked word is muted with a quarter of a second on either side; the length stays.
- A masked place without word times destroys the recording: nobody can say what to mute.
- The muted sound is recognised and masked once more. Whatever is found there, or left of a number or name that was
  muted, destroys it too. Where in doubt there is no recording: the masked text is enough to work with.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from agent.feedback.audio import AudioClip
from agent.feedback.transcript import MaskedTranscript, Transcript
from agent.listening.muting import tone_over
from agent.masking.masker import Masker
from agent.masking.reading import Reading
from agent.masking.word_times import muted
from agent.ports import SpeechEngine
from agent.transcription.repair import repair


@dataclass(frozen=True, slots=True)
class MutedClip:
    """A recording that may be kept, where its speaker agreed to that."""

    clip: AudioClip
    muted_s: float
    """Seconds of it that are a tone now."""
    masked: MaskedTranscript
    """What is said in it."""


class WhyDestroyed(StrEnum):
    """What made it impossible to keep a recording."""

    NOT_UNDERSTOOD = "not_understood"
    """No word was recognised, so nothing personal could be found either."""
    NO_WORD_TIMES = "no_word_times"
    SOMETHING_LEFT = "something_left"
    """The muted sound still gave away something personal."""


@dataclass(frozen=True, slots=True)
class Destroyed:
    """There is no recording. An expected outcome."""

    reason: WhyDestroyed


def mute(
    clip: AudioClip, heard: Transcript, engine: SpeechEngine, masker: Masker, terms: tuple[str, ...] = ()
) -> MutedClip | Destroyed:
    """The recording with all that is personal muted, checked by listening to it again.

    Args:
        clip: the whole utterance.
        heard: what the engine made of it; its word times count from the start of the clip.
        engine: listens once more to what was muted; asked only where something was.
        masker: decides what is personal, both times.
        terms: words of the site, mended to as in a feedback.

    Raises:
        AgentError: as `SpeechEngine.transcribe` does; nothing was kept.
    """
    heard = repair(heard, terms).transcript
    if not heard.text.strip():
        return Destroyed(WhyDestroyed.NOT_UNDERSTOOD)
    masked = masker.mask(heard)
    ranges = muted(heard, masked.spans)
    if ranges is None:
        return Destroyed(WhyDestroyed.NO_WORD_TIMES)
    quiet = AudioClip(tone_over(clip.pcm, ranges))
    values = [found.value for found in masker.find(heard.text)]
    if ranges and _something_is_left(repair(recognised(quiet, engine), terms).transcript, values, masker):
        return Destroyed(WhyDestroyed.SOMETHING_LEFT)
    return MutedClip(quiet, sum(end - start for start, end in ranges), masked)


def recognised(clip: AudioClip, engine: SpeechEngine) -> Transcript:
    """What the engine hears in a whole clip.

    Raises:
        AgentError: as `SpeechEngine.transcribe` does.
    """
    *_, heard = engine.transcribe(clip)
    assert isinstance(heard, Transcript)  # noqa: S101 - the port promises that it comes last
    return heard


_TELLING: Final = 4
"""Symbols in a row of a muted value that give part of it away: the last four of a phone number are told apart by."""


def _something_is_left(again: Transcript, values: list[str], masker: Masker) -> bool:
    if masker.find(again.text):
        return True
    left = Reading(again.text).shape.replace(" ", "")
    return any(
        value[at : at + _TELLING].upper() in left for value in values for at in range(max(1, len(value) - _TELLING + 1))
    )
