"""A soft tone in the place of speech. Length and everything outside the ranges stay as they were, sample for sample."""

import math
from array import array
from collections.abc import Sequence
from typing import Final

from agent.feedback.audio import SAMPLE_RATE_HZ
from agent.listening.sound import BYTES_PER_SAMPLE

_TONE_HZ: Final = 440.0
_AMPLITUDE: Final = 330.0
"""About -40 dB below full scale: heard as "something was taken out here", and never as a word."""
_FADE_SAMPLES: Final = SAMPLE_RATE_HZ // 100
"""10 ms in and out, so that nothing clicks."""


def tone_over(pcm: bytes, ranges: Sequence[tuple[float, float]]) -> bytes:
    """The same sound with a tone instead of what is in the ranges: nothing of the speech there remains.

    Args:
        pcm: mono 16-bit little-endian PCM at 16 kHz.
        ranges: start and end in seconds; widened to whole samples and cut to the clip.

    Raises:
        ValueError: half a sample at the end.
    """
    if len(pcm) % BYTES_PER_SAMPLE:
        raise ValueError("PCM of 16 bits has an even number of bytes")
    samples = array("h", pcm)
    for start_s, end_s in ranges:
        start = max(0, math.floor(start_s * SAMPLE_RATE_HZ))
        end = min(len(samples), math.ceil(end_s * SAMPLE_RATE_HZ))
        if start < end:
            samples[start:end] = _tone(end - start)
    return samples.tobytes()


def _tone(count: int) -> "array[int]":
    step = 2 * math.pi * _TONE_HZ / SAMPLE_RATE_HZ
    return array(
        "h",
        (
            round(_AMPLITUDE * min(1.0, at / _FADE_SAMPLES, (count - 1 - at) / _FADE_SAMPLES) * math.sin(step * at))
            for at in range(count)
        ),
    )
