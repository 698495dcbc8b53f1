"""Speech as samples. Lives in memory only."""

from dataclasses import dataclass, field
from typing import NoReturn

SAMPLE_RATE_HZ = 16_000
"""Every engine here hears 16 kHz mono; adapters convert before they make a clip."""

_BYTES_PER_SAMPLE = 2


@dataclass(frozen=True, slots=True)
class AudioClip:
    """Mono 16-bit little-endian PCM at 16 kHz. Cannot be pickled: audio is never stored by accident."""

    pcm: bytes = field(repr=False)

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return len(self.pcm) / (_BYTES_PER_SAMPLE * SAMPLE_RATE_HZ)

    def __reduce__(self) -> NoReturn:
        raise TypeError("audio stays in memory: an AudioClip cannot be pickled")
