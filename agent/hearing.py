"""One utterance from sound to transcript: what the voice detector passes goes to the engine as it comes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from agent.consent.grant import Permit
from agent.feedback.audio import AudioClip
from agent.feedback.transcript import Transcript
from agent.listening.endpointing import Heard, SpeechEnded, SpeechGoesOn, SpeechStarted
from agent.listening.sound import Level
from agent.ports import AudioSource, Clock, Partial, SpeechEngine, SpeechSession

ShowHearing = Callable[[Partial | Level], None]
"""Told how loud it is, 31 times a second, and the words so far. Unmasked: mask before drawing."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """What was heard, and when."""

    transcript: Transcript = field(repr=False)
    audio_s: float
    """Length of the speech that reached the engine."""
    ended_at: float
    """Monotonic seconds of the last sound of voice."""
    clip: AudioClip = field(repr=False)
    """The speech itself, in memory; the transcript's word times count from its start."""


def hear(
    permit: Permit,
    source: AudioSource,
    engine: SpeechEngine,
    clock: Clock,
    show: ShowHearing,
    *,
    language: str = "",
    hints: Sequence[str] = (),
) -> Utterance | None:
    """Listen to one utterance; None where nobody spoke: no engine was asked.

    Raises:
        AgentError: as `AudioSource.listen` and `SpeechSession.finish` do.
    """
    session: SpeechSession | None = None
    ended_at, clip = 0.0, AudioClip(b"")
    try:
        for event in source.listen(permit):
            match event:
                case Heard():
                    show(event.level)
                case SpeechStarted() | SpeechGoesOn():
                    if session is None:
                        session = engine.open(language=language, hints=hints)
                    if (partial := session.feed(event.pcm)) is not None:
                        show(partial)
                case SpeechEnded():
                    clip, ended_at = event.clip, clock.monotonic() - event.silent_for_s
        transcript = None if session is None else _final(session, show)
    finally:
        if session is not None:
            session.close()
    return None if transcript is None else Utterance(transcript, clip.duration_s, ended_at, clip)


def _final(session: SpeechSession, show: ShowHearing) -> Transcript | None:
    transcript: Transcript | None = None
    for heard in session.finish():
        if isinstance(heard, Transcript):
            transcript = heard
        else:
            show(heard)
    return transcript
