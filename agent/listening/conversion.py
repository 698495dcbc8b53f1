"""Device sound into what engines hear: any rate, any number of channels, to 16 kHz mono, piece by piece."""

import numpy as np
import soxr

from agent.feedback.audio import SAMPLE_RATE_HZ
from agent.listening.sound import BYTES_PER_SAMPLE

MIN_RATE_HZ, MAX_RATE_HZ = 8_000, 192_000
"""Below, speech is unreadable; above, no device records."""
MAX_CHANNELS = 8


class LiveConverter:
    """16-bit little-endian interleaved PCM in, 16-bit mono PCM at 16 kHz out.

    The resampler holds back up to 40 ms (from 44.1 or 48 kHz); `finish` gives them. Channels are averaged.

    Args:
        rate_hz: 8,000 to 192,000.
        channels: 1 to 8.

    Raises:
        ValueError: outside of that.
    """

    def __init__(self, rate_hz: int, channels: int) -> None:
        if not (MIN_RATE_HZ <= rate_hz <= MAX_RATE_HZ and 1 <= channels <= MAX_CHANNELS):
            raise ValueError(f"no conversion from {rate_hz} Hz with {channels} channels")
        self._channels = channels
        self._rest = b""
        self._resampler = None
        if rate_hz != SAMPLE_RATE_HZ:
            # HQ holds back up to 40 ms at 44.1 and 48 kHz (measured); VHQ up to 84, and the meter would show it.
            self._resampler = soxr.ResampleStream(rate_hz, SAMPLE_RATE_HZ, 1, dtype="float32", quality="HQ")

    def feed(self, pcm: bytes) -> bytes:
        """Convert a piece of any length; what does not make a whole frame waits for the next piece."""
        pcm = self._rest + pcm
        whole = len(pcm) - len(pcm) % (BYTES_PER_SAMPLE * self._channels)
        pcm, self._rest = pcm[:whole], pcm[whole:]
        if self._resampler is None and self._channels == 1:
            return pcm
        mono = np.frombuffer(pcm, "<i2").reshape(-1, self._channels).mean(axis=1, dtype=np.float32)
        return self._convert(mono, last=False)

    def finish(self) -> bytes:
        """What the resampler still holds."""
        return b"" if self._resampler is None else self._convert(np.zeros(0, np.float32), last=True)

    def _convert(self, mono: "np.ndarray[tuple[int, ...], np.dtype[np.float32]]", *, last: bool) -> bytes:
        if self._resampler is not None:
            mono = self._resampler.resample_chunk(mono, last=last)
        return np.clip(np.rint(mono), -32768, 32767).astype("<i2").tobytes()
