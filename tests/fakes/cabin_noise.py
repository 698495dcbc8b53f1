"""Sounds of a car in which nobody speaks, made from a seed: no recording, no licence, the same on every machine."""

import numpy as np

RATE_HZ = 16_000
Sound = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


def cabin(duration_s: float, seed: int) -> Sound:
    """Road and wind rumble, an engine's harmonics with changing speed, and swells; power 1."""
    rng = np.random.default_rng(seed)
    count = int(duration_s * RATE_HZ)
    at_hz = np.fft.rfftfreq(count, 1 / RATE_HZ)
    shape = np.maximum(at_hz, 30) ** -0.9 / (1 + (at_hz / 2_500) ** 2)
    road = _unit(np.fft.irfft(np.fft.rfft(rng.normal(size=count)) * shape, count))
    time_s = np.arange(count) / RATE_HZ
    phase = 2 * np.pi * np.cumsum(30 + 6 * np.sin(2 * np.pi * time_s / 17)) / RATE_HZ
    engine = _unit(sum((np.sin(k * phase + k) / k for k in range(1, 7)), np.zeros(count)))
    return _unit((road + 0.5 * engine) * (1 + 0.25 * np.sin(2 * np.pi * time_s / 7.3)))


def knocks(duration_s: float, seed: int) -> Sound:
    """Doors, indicator clicks and potholes over the cabin: short, loud, decaying bursts, about one a second."""
    rng = np.random.default_rng(seed)
    sound = 0.1 * cabin(duration_s, seed)
    for start in rng.integers(0, len(sound) - RATE_HZ // 2, size=int(duration_s)):
        length = int(rng.uniform(0.005, 0.25) * RATE_HZ)
        sound[start : start + length] += rng.normal(size=length) * np.exp(-6 * np.arange(length) / length) * 3
    return _unit(sound)


def music(duration_s: float, seed: int) -> Sound:
    """Chords of decaying harmonic tones with a beat: an instrumental on the radio; power 1."""
    rng = np.random.default_rng(seed)
    count, beat = int(duration_s * RATE_HZ), RATE_HZ // 2
    sound = np.zeros(count + 4 * beat)
    time_s = np.arange(2 * beat) / RATE_HZ
    for start in range(0, count, beat):
        root = 110 * 2 ** (rng.choice([0, 2, 4, 5, 7, 9]) / 12)
        for note in (1, 1.25, 1.5, 2):
            tone = sum((np.sin(2 * np.pi * root * note * k * time_s) / k**1.5 for k in range(1, 6)), np.zeros(2 * beat))
            sound[start : start + 2 * beat] += tone * np.exp(-2.5 * time_s)
        drum = rng.normal(size=beat // 4) * np.exp(-np.arange(beat // 4) / 300)
        sound[start : start + beat // 4] += 2 * drum
    return _unit(sound[:count])


def as_pcm(sound: Sound) -> bytes:
    """16-bit samples; 1.0 is full scale."""
    clipped: bytes = np.clip(np.rint(sound * 32_768), -32_768, 32_767).astype("<i2").tobytes()
    return clipped


def _unit(sound: Sound) -> Sound:
    power_one: Sound = sound / sound.std()
    return power_one
