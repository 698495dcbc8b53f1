"""What a few seconds of sound say about a microphone."""

import numpy as np
import pytest

from agent.listening.sound import BLOCK_SAMPLES, SoundBlock, sound_block
from agent.listening.sound_check import Finding, check_sound

RANDOM = np.random.default_rng(3)


def sound(dbfs: float, blocks: int) -> list[SoundBlock]:
    samples = RANDOM.normal(size=(blocks, BLOCK_SAMPLES)) * 32_768 * 10 ** (dbfs / 20)
    return [sound_block(np.clip(np.rint(row), -32_768, 32_767).astype("<i2").tobytes()) for row in samples]


def checked(noise_dbfs: float, voice_dbfs: float | None):
    blocks = sound(noise_dbfs, 40)
    voices = [0.02] * 40
    if voice_dbfs is not None:
        blocks += sound(voice_dbfs, 40)
        voices += [0.95] * 40
    return check_sound(blocks, voices, dropped_s=0.0)


@pytest.mark.parametrize(
    ("noise_dbfs", "voice_dbfs", "findings"),
    [
        (-60, -25, ()),
        (-50, -36, ()),
        (-200, None, (Finding.DEAD,)),
        (-60, None, (Finding.NOBODY_SPOKE,)),
        (-60, -48, (Finding.QUIET,)),
        (-30, -24, (Finding.NOISY,)),
        (-46, -44, (Finding.QUIET, Finding.NOISY)),
        (-60, -3, (Finding.CLIPPED,)),
    ],
)
def test_what_has_to_be_mended_is_found_and_nothing_else(noise_dbfs, voice_dbfs, findings):
    assert checked(noise_dbfs, voice_dbfs).findings == findings


def test_levels_are_told_within_a_decibel():
    found = checked(-60, -25)
    assert found.noise_dbfs == pytest.approx(-60, abs=1)
    assert found.voice_dbfs == pytest.approx(-25, abs=1)
    assert found.clear_db == pytest.approx(35, abs=2)
    assert found.duration_s == pytest.approx(80 * 0.032)


def test_nothing_recorded_is_a_dead_microphone():
    assert check_sound([], [], dropped_s=0.0).findings == (Finding.DEAD,)
