"""LiveSource: any live stream in the place of a recording: voice detected, sentence found, trimmed.

`listen` gives every event as it happens, for pages that show the level and engines that stream; `LiveSource.record`
waits for the end and gives the clip, for the pipeline.
"""

from collections.abc import Callable, Iterator
from typing import Generic, Protocol, TypeVar

from agent.errors import TemporaryError
from agent.feedback.audio import AudioClip
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
"""The note of an empty clip: nobody spoke, and no engine should be asked. The same word a silent WAV file has."""

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
                    "The microphone sends no sound. Check its plug; it is taken up again by itself. "
                    "Ratings and typed text still work."
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
        show: told every event, on the recording thread: level for the page, speech for a streaming engine.
    """

    def __init__(
        self,
        open_stream: Callable[[_PermitT_contra], AudioStream],
        detector: Callable[[], VoiceDetector],
        rules: EndpointingRules,
        *,
        mode: Mode = Mode.TAP,
        released: Callable[[], bool] = never,
        show: Callable[[Event | SourceLost], None] = lambda _: None,
    ) -> None:
        self._open_stream = open_stream
        self._detector = detector
        self._rules = rules
        self._mode = mode
        self._released = released
        self._show = show
        self.notes: tuple[str, ...] = ()
        """What was cut or missing in the last recording; `NOTHING_SAID_NOTE` where nobody spoke."""

    def record(self, permit: _PermitT_contra) -> AudioClip:
        """One sentence, cut to the speech and its margins; an empty clip where nobody spoke.

        Raises:
            TypeError: `permit` is no permit: nothing was opened.
            TemporaryError: the microphone was lost.
            TechnicianNeededError: there is no microphone, or no voice detector.
        """
        self.notes = ()
        stream = self._open_stream(permit)
        try:
            return self._sentence(stream, self._detector())
        finally:
            stream.close()

    def _sentence(self, stream: AudioStream, detector: VoiceDetector) -> AudioClip:
        clip = AudioClip(b"")
        notes = []
        for event in listen(stream, detector, self._rules, self._mode, released=self._released):
            self._show(event)
            if isinstance(event, SourceLost):
                notes.append("the microphone was lost on the way")
            elif isinstance(event, NothingSaid):
                notes.append(NOTHING_SAID_NOTE)
            elif isinstance(event, SpeechEnded):
                clip = event.clip
                if event.why is Ending.TOO_LONG:
                    notes.append(f"only the first {self._rules.max_speech_s:g} s were taken")
        if stream.dropped_s > 0:
            notes.append(f"{stream.dropped_s:.1f} s of sound were lost: this device was too busy")
        self.notes = tuple(dict.fromkeys(notes))
        return clip
