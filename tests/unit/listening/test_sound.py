"""Levels and blocks."""

import math
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.feedback.audio import AudioClip
from agent.listening.sound import BLOCK_BYTES, FLOOR_DBFS, ClipStream, Framer, measure, seconds


def _tone(amplitude: float) -> bytes:
    return array("h", [round(32_767 * amplitude * math.sin(i / 3)) for i in range(5_120)]).tobytes()


@pytest.mark.parametrize(("amplitude", "peak_dbfs"), [(1.0, 0.0), (0.5, -6.02), (0.01, -40.0)])
def test_a_tone_has_its_peak_and_3_decibels_less_power(amplitude, peak_dbfs):
    level = measure(_tone(amplitude))
    assert level.peak_dbfs == pytest.approx(peak_dbfs, abs=0.1)
    assert level.rms_dbfs == pytest.approx(peak_dbfs - 3.01, abs=0.1)


@pytest.mark.parametrize("pcm", [b"", bytes(64)])
def test_digital_silence_is_the_floor_and_an_empty_bar(pcm):
    level = measure(pcm)
    assert (level.rms_dbfs, level.peak_dbfs, level.bar, level.clipped) == (FLOOR_DBFS, FLOOR_DBFS, 0.0, 0)


def test_the_most_negative_sample_is_full_scale_and_counts_as_clipped():
    level = measure(array("h", [-32_768, 0, 32_767]).tobytes())
    assert level.peak_dbfs == pytest.approx(0.0)
    assert level.clipped == 2


@given(st.binary(max_size=400).map(lambda b: b[: len(b) // 2 * 2]))
def test_a_bar_is_always_between_0_and_1_and_power_never_above_the_peak(pcm):
    level = measure(pcm)
    assert 0 <= level.bar <= 1
    assert level.rms_dbfs <= level.peak_dbfs + 1e-9


@given(st.lists(st.binary(max_size=3_000), max_size=10))
def test_pieces_of_any_length_become_the_same_sound_in_whole_blocks(pieces):
    framer = Framer()
    blocks = [b for piece in pieces for b in framer.feed(piece)] + list(framer.finish())
    sound = b"".join(pieces)
    whole = sound[: len(sound) // 2 * 2]
    framed = b"".join(b.pcm for b in blocks)
    assert all(len(b.pcm) == BLOCK_BYTES for b in blocks)
    assert framed.rstrip(b"\0") == whole.rstrip(b"\0")
    assert 0 <= len(framed) - len(whole) < BLOCK_BYTES


def test_a_clip_is_heard_like_a_live_source_and_can_be_closed():
    clip = AudioClip(_tone(0.5) + b"\1\1")
    stream = ClipStream(clip)
    assert b"".join(b.pcm for b in stream)[: len(clip.pcm)] == clip.pcm
    stream.close()
    assert not list(stream)


def test_a_second_is_32000_bytes():
    assert seconds(bytes(32_000)) == 1.0
