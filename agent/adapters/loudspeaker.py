"""The device's loudspeaker, by PortAudio: opened for one sentence and closed after it."""

from collections.abc import Callable
from typing import Final

from agent.errors import STILL_WORKS, TechnicianNeededError, TemporaryError
from agent.ports import Sound

_PIECE_S: Final = 0.04
"""How soon it falls silent."""
_BYTES_PER_SAMPLE: Final = 2


class PortAudioLoudspeaker:
    """A `Loudspeaker`: the system's default output."""

    def play(self, sound: Sound, stopped: Callable[[], bool]) -> None:
        """See `Loudspeaker.play`."""
        try:
            import sounddevice  # type: ignore[import-untyped]
        except (ImportError, OSError):
            raise TechnicianNeededError(
                f"Nothing can be said aloud: PortAudio is missing. {STILL_WORKS} Install: pip install "
                "'tingche[microphone]' and Debian's libportaudio2."
            ) from None
        piece = round(sound.rate_hz * _PIECE_S) * _BYTES_PER_SAMPLE
        try:
            with sounddevice.RawOutputStream(samplerate=sound.rate_hz, channels=1, dtype="int16") as stream:
                for start in range(0, len(sound.pcm), piece):
                    if stopped():
                        stream.abort()
                        return
                    stream.write(sound.pcm[start : start + piece])
        except sounddevice.PortAudioError:
            raise TemporaryError(f"There is no loudspeaker, or it is taken. {STILL_WORKS}") from None
