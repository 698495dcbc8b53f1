"""What turns speech into words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from agent.feedback.audio import SAMPLE_RATE_HZ, AudioClip
from agent.feedback.transcript import Transcript

_FEED_BYTES = SAMPLE_RATE_HZ * 2 // 5
"""0.2 s: as much as a streaming engine hears at once."""


@dataclass(frozen=True, slots=True)
class Partial:
    """Words so far; may still change. Unmasked: mask before showing."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What an engine with its model can do. Declared, never guessed."""

    streaming: bool
    """Gives partials while a person speaks; otherwise it hears the whole utterance at the end."""
    hot_words: bool
    """Hints steer what it hears."""
    latin_letters: bool
    """Can print A to Z: a plate letter is heard as a letter."""
    word_times: bool
    """Its transcripts have words with times: what is masked can be muted."""
    calibrated_confidence: bool
    """Its confidence is the share of such transcripts that are right (agent/transcription/confidence.py)."""


class SpeechSession(Protocol):
    """One utterance on its way. Used from one thread."""

    def feed(self, pcm: bytes) -> Partial | None:
        """More speech (16-bit mono PCM at 16 kHz, any length); the words so far where they changed.

        An engine in a worker process never waits here: what it has not heard yet stays with the session.
        """
        ...

    def finish(self) -> Iterator[Partial | Transcript]:
        """The person has ended: any number of partials, then exactly one Transcript. Silence is empty text.

        Raises:
            TemporaryError: nothing was recognised; the next utterance gets a fresh engine.
            TechnicianNeededError: the engine is broken and stays so.
            InputRefusedError: longer than any engine takes.
        """
        ...

    def close(self) -> None:
        """Forget what was said. Again, or after `finish`, is harmless."""
        ...


class SpeechEngine(Protocol):
    """Turns speech into text, one utterance at a time."""

    @property
    def name(self) -> str:
        """vosk, whisper, sherpa."""
        ...

    @property
    def model(self) -> str:
        """The model's name in the catalogue."""
        ...

    @property
    def capabilities(self) -> Capabilities:
        """What it can do."""
        ...

    def open(self, *, language: str = "", hints: Sequence[str] = ()) -> SpeechSession:
        """Begin an utterance.

        Args:
            language: such as "zh" or "en"; empty takes the model's own. Only multilingual models listen to it.
            hints: words to expect at this place besides the trade's own, such as the shop's name.

        Raises:
            TechnicianNeededError: the engine is closed or broken.
        """
        ...

    def transcribe(
        self, clip: AudioClip, *, language: str = "", hints: Sequence[str] = ()
    ) -> Iterator[Partial | Transcript]:
        """A whole clip through one session; see `HearsClips`."""
        ...

    def close(self) -> None:
        """Free the model."""
        ...


class HearsClips:
    """What every engine inherits: a whole clip through one session."""

    def transcribe(
        self: SpeechEngine, clip: AudioClip, *, language: str = "", hints: Sequence[str] = ()
    ) -> Iterator[Partial | Transcript]:
        """Partials, then the Transcript, as `SpeechSession.finish` gives it.

        Raises:
            AgentError: as `open` and `SpeechSession.finish` do.
        """
        session = self.open(language=language, hints=hints)
        try:
            for start in range(0, len(clip.pcm), _FEED_BYTES):
                if (partial := session.feed(clip.pcm[start : start + _FEED_BYTES])) is not None:
                    yield partial
            yield from session.finish()
        finally:
            session.close()
