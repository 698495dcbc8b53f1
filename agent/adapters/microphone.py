"""The microphone, through PortAudio (sounddevice): any rate and channel count, loss noticed, taken up again.

- PortAudio's callback copies into a bounded ring and does nothing else; what nobody takes in time is dropped, counted.
- Sound lives in this ring and in what is given out; it is never written anywhere.
- No sound for 2 s, or a stream that ended, is a loss. A thread of its own then closes the device (which can hang in a
  broken driver), scans the devices anew and tries again every half second: back within 5 s of re-plugging.
"""

import atexit
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from agent.consent.grant import Permit
from agent.errors import STILL_WORKS, TechnicianNeededError
from agent.feedback.audio import SAMPLE_RATE_HZ
from agent.listening.conversion import MAX_CHANNELS, MAX_RATE_HZ, MIN_RATE_HZ, LiveConverter
from agent.listening.sound import Framer, SoundBlock, SourceLost

LOST_AFTER_S = 2.0
"""Without sound for this long, the microphone counts as lost."""
_RETRY_S = 0.5
_TICK_S = 0.1
_CLOSING_S = 1.0
_CALLBACK_S = 0.01  # asked of PortAudio; with 40 ms in the resampler and a block of 32 ms the level is under 0.1 s old
_WAKE_PIECES = 3  # one block: waking for each piece would triple the cost of listening
_RING_S = 5.0  # a pause of the garbage collector or of the disk is far shorter

TakeSound = Callable[[bytes, int, bool], None]
"""Called on PortAudio's thread: interleaved 16-bit PCM, frames in it, whether PortAudio itself lost some before."""


@dataclass(frozen=True, slots=True)
class InputDevice:
    """A device that can record."""

    index: int
    name: str
    channels: int
    rate_hz: int
    """Its own rate: the one that always works."""
    is_default: bool


class OpenDevice(Protocol):
    """A device that is recording."""

    @property
    def active(self) -> bool:
        """Whether it still calls back."""
        ...

    def close(self) -> None:
        """Stop. May hang where a driver does."""
        ...


class SoundSystem(Protocol):
    """What a sound library is asked for."""

    def inputs(self) -> Sequence[InputDevice]:
        """The devices known."""
        ...

    def rescan(self) -> None:
        """Look anew: a plug may have been pulled or put in. Only while nothing is open."""
        ...

    def open(self, device: InputDevice, rate_hz: int, channels: int, take: TakeSound) -> OpenDevice:
        """Start recording.

        Raises:
            OSError: not at this rate or channel count, or not at all.
        """
        ...


class Microphone:
    """A microphone by name; `open` starts it.

    Args:
        name: part of the device's name, in any case; empty takes the system's default.
        system: the sound library; None loads PortAudio when first opened.
        monotonic: seconds that only grow.
    """

    def __init__(
        self, name: str = "", *, system: SoundSystem | None = None, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._name = name
        self._system = system
        self._monotonic = monotonic
        self._stream: MicrophoneStream | None = None

    def open(self, permit: Permit) -> "MicrophoneStream":
        """Start to record into memory; iterate over what is returned, and close it. A stream opened before is closed.

        Raises:
            TypeError: `permit` is not a Permit. No consent, no capture, whatever a caller passes.
            TechnicianNeededError: no such device, or it cannot be opened; lists the devices found.
        """
        if not isinstance(permit, Permit):
            raise TypeError("the microphone opens for a Permit only")
        if self._system is None:
            self._system = PortAudio()
        else:
            self._close_last()
            self._system.rescan()
        self._stream = MicrophoneStream(self._system, self._name, self._monotonic)
        return self._stream

    def _close_last(self) -> None:
        if self._stream is not None and not self._stream.close():
            raise TechnicianNeededError(
                "The microphone's driver hangs and does not let go. Pull the plug and put it in again; if that does "
                f"not help, restart the device. {STILL_WORKS}"
            )


class MicrophoneStream:
    """Live sound of one microphone. Implements `AudioStream`."""

    notes: tuple[str, ...] = ()

    def __init__(self, system: SoundSystem, name: str, monotonic: Callable[[], float]) -> None:
        self._system = system
        self._name = name
        self._monotonic = monotonic
        self._arrived = threading.Event()
        self._closing = threading.Event()
        self._recovery: threading.Thread | None = None
        self._recording = _start(system, name, self._arrived)
        self._framer = Framer()
        self._dropped_before_s = 0.0

    @property
    def dropped_s(self) -> float:
        """Seconds of sound lost because nobody took them in time; PortAudio's own losses count as one callback each."""
        return self._dropped_before_s + self._recording.dropped_s

    @property
    def device(self) -> str:
        """Name, rate and channels of what records, for the technician."""
        return self._recording.description

    def __iter__(self) -> Iterator[SoundBlock | SourceLost]:
        """Blocks as they come; `SourceLost` about ten times a second while nothing does."""
        recording = self._recording
        heard_at = due_since = self._monotonic()
        yield from self._framer.feed(b"")  # what an iteration before this one left
        while not self._closing.is_set():
            if recording is not self._recording:  # taken up again: it has its own time to begin
                self._framer, recording, due_since = Framer(), self._recording, self._monotonic()
            self._arrived.wait(_TICK_S)
            self._arrived.clear()
            pcm = recording.take()
            now = self._monotonic()
            if pcm:
                heard_at = due_since = now
                yield from self._framer.feed(pcm)
            elif now - due_since >= LOST_AFTER_S or not recording.device.active:
                self._recover(recording)
                yield SourceLost(now - heard_at)

    def close(self) -> bool:
        """Let go of the device; whether its driver did. Again is harmless."""
        if not self._closing.is_set():
            self._closing.set()
            self._arrived.set()
            if self._recovery is None or not self._recovery.is_alive():
                # On a thread of its own: a driver that hangs must not take the agent with it.
                self._recovery = threading.Thread(target=self._close_device, name="microphone-close", daemon=True)
                self._recovery.start()
        if self._recovery is not None:
            self._recovery.join(_CLOSING_S)
        return self._recovery is None or not self._recovery.is_alive()

    def _close_device(self) -> None:
        self._recording.device.close()

    def _recover(self, lost: "_Recording") -> None:
        """Take the device up again on a thread of its own, unless one is at it already or has just done it."""
        if lost is self._recording and (self._recovery is None or not self._recovery.is_alive()):
            self._recovery = threading.Thread(target=self._reopen, args=(lost,), name="microphone-reopen", daemon=True)
            self._recovery.start()

    def _reopen(self, lost: "_Recording") -> None:
        lost.device.close()
        while not self._closing.is_set():
            self._system.rescan()
            try:
                found = _start(self._system, self._name, self._arrived)
            except TechnicianNeededError:
                self._closing.wait(_RETRY_S)
                continue
            self._dropped_before_s += lost.dropped_s
            self._recording = found
            break
        if self._closing.is_set():
            self._recording.device.close()


class _Recording:
    """The ring between PortAudio's thread and ours, for one opened device."""

    def __init__(self, rate_hz: int, channels: int, arrived: threading.Event) -> None:
        self._rate_hz = rate_hz
        self._arrived = arrived
        self._converter = LiveConverter(rate_hz, channels)
        self._ring: deque[bytes] = deque(maxlen=int(_RING_S / _CALLBACK_S))
        self._dropped_frames = 0
        self.device: OpenDevice
        self.description = ""

    @property
    def dropped_s(self) -> float:
        return self._dropped_frames / self._rate_hz

    def put(self, pcm: bytes, frames: int, overflowed: bool) -> None:
        """PortAudio's thread: copy, wake, go. A full ring drops its oldest piece."""
        if overflowed or len(self._ring) == self._ring.maxlen:
            self._dropped_frames += frames
        self._ring.append(pcm)
        if len(self._ring) >= _WAKE_PIECES:
            self._arrived.set()

    def take(self) -> bytes:
        """Everything that is there, as engines hear it."""
        pieces = []
        while self._ring:
            pieces.append(self._ring.popleft())
        return self._converter.feed(b"".join(pieces)) if pieces else b""


def _start(system: SoundSystem, name: str, arrived: threading.Event) -> _Recording:
    """Open the named device at its own rate, or at the first one that it takes."""
    device = _find(system.inputs(), name)
    for rate_hz in dict.fromkeys((device.rate_hz, 48_000, 44_100, SAMPLE_RATE_HZ)):
        if not MIN_RATE_HZ <= rate_hz <= MAX_RATE_HZ:
            continue
        # Two channels before one: which of them is wired is not known, and the average hears either.
        for channels in dict.fromkeys((min(device.channels, 2), 1, min(device.channels, MAX_CHANNELS))):
            recording = _Recording(rate_hz, channels, arrived)
            try:
                recording.device = system.open(device, rate_hz, channels, recording.put)
            except OSError:
                continue
            recording.description = f"{device.name}, {rate_hz} Hz, {channels} channel{'s' if channels > 1 else ''}"
            return recording
    raise TechnicianNeededError(
        f"The microphone {device.name!r} cannot be opened: another program may hold it, or this user may not record "
        f"(group audio). {STILL_WORKS}"
    )


def _find(devices: Sequence[InputDevice], name: str) -> InputDevice:
    if not devices:
        raise TechnicianNeededError(
            "没有麦克风。No microphone is connected, or this user may not record (group audio). Plug one in. "
            f"{STILL_WORKS}"
        )
    if not name:
        return next((d for d in devices if d.is_default), devices[0])
    for device in devices:
        if name.casefold() in device.name.casefold():
            return device
    found = ", ".join(repr(d.name) for d in devices)
    raise TechnicianNeededError(
        f"There is no microphone named like {name!r}. Found: {found}. Put a part of one of these names into the "
        f"profile, or leave it empty for the system's default. {STILL_WORKS}"
    )


class PortAudio:
    """`SoundSystem` over sounddevice.

    Raises:
        TechnicianNeededError: sounddevice or the PortAudio library is not installed.
    """

    def __init__(self) -> None:
        try:
            import sounddevice  # type: ignore[import-untyped] # ships no type information
        except ImportError:
            raise TechnicianNeededError(
                f"Recording needs sounddevice: pip install 'tingche[microphone]'. {STILL_WORKS}"
            ) from None
        except OSError:  # its own words for a library that the loader does not find
            raise TechnicianNeededError(
                f"Recording needs the PortAudio library: sudo apt-get install libportaudio2. {STILL_WORKS}"
            ) from None
        self._sd: Any = sounddevice
        # At exit it would wait for a driver that hangs, for ever. What we opened we close; the kernel does the rest.
        atexit.unregister(sounddevice._exit_handler)  # noqa: SLF001 - the library offers no other way

    def inputs(self) -> Sequence[InputDevice]:
        """The devices that can record, as PortAudio saw them at the last scan."""
        try:
            default = self._sd.query_devices(kind="input")["index"]
        except self._sd.PortAudioError:
            default = None
        return [
            InputDevice(
                index=int(found["index"]),
                name=str(found["name"]),
                channels=int(found["max_input_channels"]),
                rate_hz=round(found["default_samplerate"]),
                is_default=found["index"] == default,
            )
            for found in self._sd.query_devices()
            if found["max_input_channels"] > 0
        ]

    def rescan(self) -> None:
        """PortAudio looks for devices only when it starts: end it and start it again."""
        self._sd._terminate()  # noqa: SLF001 - the library offers no other way
        self._sd._initialize()  # noqa: SLF001 - as above

    def open(self, device: InputDevice, rate_hz: int, channels: int, take: TakeSound) -> OpenDevice:
        """Start recording 16-bit samples."""

        def called_back(data: Any, frames: int, _: Any, status: Any) -> None:
            take(bytes(data), frames, bool(status.input_overflow))

        try:
            stream = self._sd.RawInputStream(
                device=device.index,
                samplerate=rate_hz,
                channels=channels,
                dtype="int16",
                blocksize=round(rate_hz * _CALLBACK_S),
                callback=called_back,
            )
        except self._sd.PortAudioError:
            raise OSError("not opened") from None
        opened = _PortAudioDevice(stream, self._sd.PortAudioError)
        try:
            stream.start()
        except self._sd.PortAudioError:
            opened.close()
            raise OSError("not started") from None
        return opened

    def play(self, pcm: bytes) -> None:
        """Play 16 kHz mono 16-bit PCM on the default loudspeaker, to its end.

        Raises:
            OSError: there is no loudspeaker.
        """
        try:
            with self._sd.RawOutputStream(samplerate=SAMPLE_RATE_HZ, channels=1, dtype="int16") as stream:
                stream.write(pcm)
        except self._sd.PortAudioError:
            raise OSError("no loudspeaker") from None


class _PortAudioDevice:
    def __init__(self, stream: Any, failure: type[Exception]) -> None:
        self._stream = stream
        self._failure = failure

    @property
    def active(self) -> bool:
        return not self._stream.closed and bool(self._stream.active)

    def close(self) -> None:
        try:
            self._stream.abort(ignore_errors=True)
            self._stream.close(ignore_errors=True)
        except self._failure:
            return  # a device that is gone cannot be closed, and need not be
