"""A tone in the place of speech."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.listening.muting import tone_over
from agent.listening.sound import measure

RATE = 16_000
SPEECH = array("h", [9_000 if at % 20 < 10 else -9_000 for at in range(RATE)]).tobytes()
RANGE = st.tuples(st.floats(-1, 2), st.floats(-1, 2)).map(sorted).map(tuple)


@given(st.lists(RANGE, max_size=4))
def test_length_and_everything_outside_the_ranges_stay_and_nothing_inside_does(ranges):
    before, after = array("h", SPEECH), array("h", tone_over(SPEECH, ranges))
    assert len(after) == len(before)
    for at, (old, new) in enumerate(zip(before, after, strict=True)):
        if any(start * RATE <= at < end * RATE for start, end in ranges):
            assert abs(new) < 400
        elif not any(start * RATE - 1 <= at <= end * RATE + 1 for start, end in ranges):
            assert new == old


def test_the_tone_is_soft_and_is_there():
    level = measure(tone_over(SPEECH, [(0.0, 1.0)]))
    assert -46 < level.rms_dbfs < -40


def test_the_same_range_sounds_the_same_whatever_was_said():
    assert tone_over(SPEECH, [(0.2, 0.8)])[6_400:25_600] == tone_over(bytes(len(SPEECH)), [(0.2, 0.8)])[6_400:25_600]


def test_half_a_sample_is_no_sound():
    with pytest.raises(ValueError, match="even"):
        tone_over(b"\0\0\0", [])
