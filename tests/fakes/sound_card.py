"""A sound card with plugs that can be pulled: `SoundSystem` with sounddevice's way of calling back."""

import threading
from collections.abc import Sequence

from agent.adapters.microphone import InputDevice, TakeSound

HEADSET = InputDevice(index=3, name="USB Headset: Audio (hw:1,0)", channels=1, rate_hz=16_000, is_default=True)


class SoundCard:
    """Records what is played into it with `sound`, on the calling thread, as PortAudio does on its own."""

    def __init__(
        self,
        *devices: InputDevice,
        accepts: set[tuple[int, int]] | None = None,
    ) -> None:
        self._connected = list(devices or (HEADSET,))
        self._known = list(self._connected)
        self._accepts = accepts
        self._open: list[_Opened] = []
        self.tried: list[tuple[int, int]] = []
        self.reopened = threading.Event()

    # ---- what the microphone asks ----

    def inputs(self) -> Sequence[InputDevice]:
        return tuple(self._known)

    def rescan(self) -> None:
        assert not self.recording, "PortAudio must not be restarted while a stream is open"
        self._known = list(self._connected)

    def open(self, device: InputDevice, rate_hz: int, channels: int, take: TakeSound) -> "_Opened":
        self.tried.append((rate_hz, channels))
        if device not in self._connected or (self._accepts is not None and (rate_hz, channels) not in self._accepts):
            raise OSError("not opened")
        opened = _Opened(take, channels)
        self._open.append(opened)
        if len(self._open) > 1:
            self.reopened.set()
        return opened

    # ---- what happens to it ----

    @property
    def recording(self) -> bool:
        return any(not opened.closed for opened in self._open)

    @property
    def times_opened(self) -> int:
        return len(self._open)

    def sound(self, pcm: bytes, *, overflowed: bool = False, pieces_of: int = 320) -> None:
        """Play PCM into the open stream, in callbacks of so many frames."""
        opened = self._open[-1]
        step = pieces_of * 2 * opened.channels
        for start in range(0, len(pcm), step):
            piece = pcm[start : start + step]
            opened.take(piece, len(piece) // (2 * opened.channels), overflowed)

    def unplug(self, *, silently: bool = False) -> None:
        """Pull the plug; `silently`: the stream stays active and simply gives nothing, as some drivers do."""
        self._connected = []
        self._open[-1].active = silently

    def hang(self) -> None:
        """The driver of the open stream will not let go until `unhang`."""
        self._open[-1].may_close.clear()

    def unhang(self) -> None:
        self._open[-1].may_close.set()

    def plug(self, *devices: InputDevice) -> None:
        self._connected = list(devices or (HEADSET,))


class _Opened:
    def __init__(self, take: TakeSound, channels: int) -> None:
        self.take = take
        self.channels = channels
        self.active = True
        self.closed = False
        self.may_close = threading.Event()
        self.may_close.set()

    def close(self) -> None:
        self.may_close.wait()
        self.active, self.closed = False, True
