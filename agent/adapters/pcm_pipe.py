"""Raw PCM as live sound: from a pipe (standard input, `arecord`, `ffmpeg`), or pushed by a phone's browser.

16-bit little-endian, any usual rate and channel count. Both ask for a permit, like a microphone.
"""

import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator

from agent.consent.grant import Permit
from agent.errors import InputRefusedError
from agent.feedback.audio import SAMPLE_RATE_HZ
from agent.listening.conversion import LiveConverter
from agent.listening.sound import AudioStream, Framer, SoundBlock, SourceLost

_READ_BYTES = 4096  # a read gives what is there: at 16 kHz it never waits for so much
_TICK_S = 0.25
LOST_AFTER_S = 2.0
"""Without sound for this long, a source counts as lost."""


class PcmPipe:
    """Sound read from a file descriptor until it ends.

    Args:
        descriptor: open for reading, such as `sys.stdin.fileno()`. Stays open.
        rate_hz: 8,000 to 192,000.
        channels: 1 to 8.
    """

    def __init__(self, descriptor: int, *, rate_hz: int = SAMPLE_RATE_HZ, channels: int = 1) -> None:
        self._descriptor = descriptor
        self._rate_hz = rate_hz
        self._channels = channels

    def open(self, permit: Permit) -> AudioStream:
        """Start to listen.

        Raises:
            TypeError: `permit` is not a Permit. No consent, no capture.
            InputRefusedError: no such rate or channel count.
        """
        _asked(permit)
        return _PipeStream(self._descriptor, _converter(self._rate_hz, self._channels))


class _PipeStream:
    """A pipe keeps what is not read, and slows down who writes: nothing is dropped."""

    dropped_s = 0.0
    notes: tuple[str, ...] = ()

    def __init__(self, descriptor: int, converter: LiveConverter) -> None:
        self._descriptor = descriptor
        self._converter = converter
        self._framer = Framer()
        self._closed = False

    def __iter__(self) -> Iterator[SoundBlock]:
        yield from self._framer.feed(b"")  # what an iteration before this one left
        while not self._closed:
            try:
                piece = os.read(self._descriptor, _READ_BYTES)
            except OSError as error:
                raise InputRefusedError(f"The sound cannot be read ({error.strerror}). Pipe raw PCM into it.") from None
            if not piece:
                yield from self._framer.feed(self._converter.finish())
                yield from self._framer.finish()
                return
            yield from self._framer.feed(self._converter.feed(piece))

    def close(self) -> None:
        self._closed = True


class PushedSound:
    """Sound that another thread pushes as it arrives (a WebSocket from a phone), once: for one recording.

    Args:
        rate_hz: 8,000 to 192,000.
        channels: 1 to 8.
        keep_s: at most this much waits to be taken; beyond it the oldest goes, counted.
        monotonic: seconds that only grow.
    """

    notes: tuple[str, ...] = ()

    def __init__(
        self,
        *,
        rate_hz: int = SAMPLE_RATE_HZ,
        channels: int = 1,
        keep_s: float = 10.0,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._converter = _converter(rate_hz, channels)
        self._bytes_per_s = rate_hz * channels * 2
        self._keep_bytes = int(keep_s * self._bytes_per_s)
        self._monotonic = monotonic
        self._arrived = threading.Condition()
        self._pieces: deque[bytes] = deque()
        self._waiting = 0
        self._dropped = 0
        self._ended = False
        self._framer = Framer()

    @property
    def dropped_s(self) -> float:
        """Seconds of sound that went because nobody took them in time."""
        return self._dropped / self._bytes_per_s

    def open(self, permit: Permit) -> AudioStream:
        """Start to listen; what was pushed before is heard too.

        Raises:
            TypeError: `permit` is not a Permit. No consent, no capture.
        """
        _asked(permit)
        return self

    def push(self, pcm: bytes) -> None:
        """Sound has arrived. Never waits."""
        with self._arrived:
            self._pieces.append(pcm)
            self._waiting += len(pcm)
            while self._waiting > self._keep_bytes and len(self._pieces) > 1:
                gone = len(self._pieces.popleft())
                self._waiting -= gone
                self._dropped += gone
            self._arrived.notify()

    def close(self) -> None:
        """No more will come: what is there is still heard."""
        with self._arrived:
            self._ended = True
            self._arrived.notify()

    def __iter__(self) -> Iterator[SoundBlock | SourceLost]:
        last = self._monotonic()
        yield from self._framer.feed(b"")  # what an iteration before this one left
        while True:
            with self._arrived:
                if not self._pieces and not self._ended:
                    self._arrived.wait(_TICK_S)
                taken = b"".join(self._pieces)
                self._pieces.clear()
                self._waiting = 0
                ended = self._ended
            if taken:
                last = self._monotonic()
                yield from self._framer.feed(self._converter.feed(taken))
            elif ended:
                yield from self._framer.feed(self._converter.finish())
                yield from self._framer.finish()
                return
            elif self._monotonic() - last >= LOST_AFTER_S:
                yield SourceLost(self._monotonic() - last)


def _asked(permit: Permit) -> None:
    if not isinstance(permit, Permit):
        raise TypeError("listening needs a Permit")


def _converter(rate_hz: int, channels: int) -> LiveConverter:
    try:
        return LiveConverter(rate_hz, channels)
    except ValueError:
        raise InputRefusedError(
            f"Raw sound of {rate_hz} Hz with {channels} channels is not taken: 8000 to 192000 Hz, 1 to 8 channels."
        ) from None
