"""LiveSource: any live stream in the place of a recording: voice detected, sentence found, trimmed.

`listen` gives every event as it happens: levels for the page, speech for an engine that streams, and the end.
"""

from collections.abc import Callable, Iterator
from typing import Generic, Protocol, TypeVar

from agent.errors import STILL_WORKS, TemporaryError
from agent.listening.endpointing import (
    Ending,
    Endpointer,
    EndpointingRules,
    Event,
    Heard,
    Mode,
    NothingSaid,
    SpeechEnded,
)
from agent.listening.sound import AudioStream, SourceLost

NOTHING_SAID_NOTE = "silent"
"""Nobody spoke, and no engine was asked."""

_PermitT_contra = TypeVar("_PermitT_contra", contravariant=True)


class VoiceDetector(Protocol):
    """Says how likely a block holds a voice. Remembers what came before, until `reset`."""

    def probability(self, pcm: bytes) -> float:
        """0 to 1, for 512 samples of 16 kHz mono 16-bit PCM."""
        ...

    def reset(self) -> None:
        """Forget what came before: another sentence."""
        ...


def never() -> bool:
    """Nobody lets go of anything: the end is found in the sound."""
    return False


def listen(
    stream: AudioStream,
    detector: VoiceDetector,
    rules: EndpointingRules,
    mode: Mode,
    *,
    released: Callable[[], bool] = never,
    lost_patience_s: float = 6.0,
) -> Iterator[Event | SourceLost]:
    """One sentence out of a live stream; the stream stays open. The last event is SpeechEnded or NothingSaid.

    Args:
        stream: where the sound comes from.
        detector: reset here.
        rules: when a sentence begins and ends.
        mode: tap or hold.
        released: asked after every block; True ends the sentence.
        lost_patience_s: how long a microphone may be gone before anybody spoke. One that is plugged in again is back
            in 5 s. Lost in the middle of a sentence, what was said until then is the sentence.

    Raises:
        TemporaryError: the microphone is gone and did not come back.
    """
    detector.reset()
    endpointer = Endpointer(rules, mode)
    started = False
    for item in stream:
        if isinstance(item, SourceLost):
            yield item
            if started:
                break
            if item.for_s > lost_patience_s:
                raise TemporaryError(
                    "麦克风没有声音。The microphone sends no sound. Check its plug; it is taken up again by itself. "
                    f"{STILL_WORKS}"
                )
            detector.reset()
        else:
            for event in endpointer.feed(detector.probability(item.pcm), item):
                started = started or not isinstance(event, Heard)
                yield event
        if released():
            yield from endpointer.release()
        if endpointer.over:
            return
    yield from endpointer.finish()


class LiveSource(Generic[_PermitT_contra]):
    """An `AudioSource` over a live stream; usable again and again, from one thread at a time.

    Args:
        open_stream: opens the source for a permit, and refuses anything else.
        detector: gives the voice detector, loaded when first needed.
        rules: when a sentence begins and ends.
        mode: tap or hold.
        released: hold: True once the person let go.
    """

    def __init__(
        self,
        open_stream: Callable[[_PermitT_contra], AudioStream],
        detector: Callable[[], VoiceDetector],
        rules: EndpointingRules,
        *,
        mode: Mode = Mode.TAP,
        released: Callable[[], bool] = never,
    ) -> None:
        self._open_stream = open_stream
        self._detector = detector
        self._rules = rules
        self._mode = mode
        self._released = released
        self.notes: tuple[str, ...] = ()
        """What was cut or missing in the last utterance; `NOTHING_SAID_NOTE` where nobody spoke."""

    def listen(self, permit: _PermitT_contra) -> Iterator[Event | SourceLost]:
        """One sentence as it happens; the stream is closed after the last event, and when nobody listens any more.

        Raises:
            TypeError: `permit` is no permit: nothing was opened.
            TemporaryError: the microphone was lost.
            TechnicianNeededError: there is no microphone, or no voice detector.
        """
        self.notes = ()
        stream = self._open_stream(permit)
        try:
            yield from self._sentence(stream)
        finally:
            stream.close()

    def _sentence(self, stream: AudioStream) -> Iterator[Event | SourceLost]:
        notes = list(stream.notes)
        for event in listen(stream, self._detector(), self._rules, self._mode, released=self._released):
            if isinstance(event, SourceLost):
                notes.append("the microphone was lost on the way")
            elif isinstance(event, NothingSaid):
                notes.append(NOTHING_SAID_NOTE)
            elif isinstance(event, SpeechEnded) and event.why is Ending.TOO_LONG:
                notes.append(f"only the first {self._rules.max_speech_s:g} s were taken")
            if isinstance(event, NothingSaid | SpeechEnded):
                if stream.dropped_s > 0:
                    notes.append(f"{stream.dropped_s:.1f} s of sound were lost: this device was too busy")
                self.notes = tuple(dict.fromkeys(notes))
            yield event
