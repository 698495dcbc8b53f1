"""What a few seconds of sound say about a microphone: too quiet, too noisy, clipped, or fine."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from agent.listening.sound import FLOOR_DBFS, SoundBlock

_DEAD_BELOW_DBFS = -80.0
"""Digital silence with the dither of a converter: the microphone is muted, or its wire is cut."""
_QUIET_BELOW_DBFS = -42.0
"""A voice under this loses words: detectors and engines were trained on speech of -35 to -15."""
_CLIPPED_SHARE = 0.0005
"""More samples at full scale than a knock on the table makes."""
_CLEAR_DB = 10.0
"""Voice above noise. Error rates rise by half from clean to 10 dB, and double to 5 (tests/benchmarks/speech.py)."""
_VOICE = 0.5
_NOISE_PERCENTILE = 0.2


class Finding(StrEnum):
    """What to mend, most serious first."""

    DEAD = "dead"
    NOBODY_SPOKE = "nobody_spoke"
    CLIPPED = "clipped"
    QUIET = "quiet"
    NOISY = "noisy"


@dataclass(frozen=True, slots=True)
class SoundCheck:
    """Measured on one recording."""

    duration_s: float
    peak_dbfs: float
    noise_dbfs: float
    """Level of the quietest fifth."""
    voice_dbfs: float | None
    """Level where somebody spoke; None where nobody did."""
    clipped_share: float
    """Samples at full scale, of all."""
    dropped_s: float
    findings: tuple[Finding, ...]

    @property
    def clear_db(self) -> float | None:
        """How far the voice stands above the noise."""
        return None if self.voice_dbfs is None else self.voice_dbfs - self.noise_dbfs


def check_sound(blocks: Sequence[SoundBlock], voices: Sequence[float], *, dropped_s: float) -> SoundCheck:
    """Judge a recording.

    Args:
        blocks: of 512 samples.
        voices: for each block, how likely it holds a voice: 0 to 1.
        dropped_s: sound lost because nobody took it in time.
    """
    levels = sorted(b.level.rms_dbfs for b in blocks)
    spoken = sorted(b.level.rms_dbfs for b, voice in zip(blocks, voices, strict=True) if voice >= _VOICE)
    samples = sum(len(b.pcm) // 2 for b in blocks)
    noise = levels[int(len(levels) * _NOISE_PERCENTILE)] if levels else FLOOR_DBFS
    voice = spoken[len(spoken) // 2] if spoken else None
    clipped = sum(b.level.clipped for b in blocks) / samples if samples else 0.0
    peak = max((b.level.peak_dbfs for b in blocks), default=FLOOR_DBFS)
    return SoundCheck(samples / 16_000, peak, noise, voice, clipped, dropped_s, _findings(peak, noise, voice, clipped))


def _findings(peak: float, noise: float, voice: float | None, clipped: float) -> tuple[Finding, ...]:
    if peak < _DEAD_BELOW_DBFS:
        return (Finding.DEAD,)
    found = []
    if voice is None:
        found.append(Finding.NOBODY_SPOKE)
    if clipped > _CLIPPED_SHARE:
        found.append(Finding.CLIPPED)
    if voice is not None and voice < _QUIET_BELOW_DBFS:
        found.append(Finding.QUIET)
    if voice is not None and voice - noise < _CLEAR_DB:
        found.append(Finding.NOISY)
    return tuple(found)
