"""Touches on a face that may be the shop's own."""

from datetime import datetime

import pytest

from agent.feedback.own_taps import Doubt, OpeningHours, OwnTaps

SATURDAY = datetime.fromisoformat("2026-03-07T12:00:00+08:00")


def marks(pauses_s, faces=5, taps=None):
    """What each touch is marked with, after these pauses."""
    taps = taps or OwnTaps(None)
    faces = [faces] * len(pauses_s) if isinstance(faces, int) else faces
    at, found = 0.0, []
    for pause_s, face in zip(pauses_s, faces, strict=True):
        at += pause_s
        found.append(taps.doubt(face, SATURDAY, at))
    return found


def test_the_third_touch_within_seconds_and_those_after_it_are_a_burst_whatever_the_face():
    assert marks([0, 4, 4, 5], faces=[5, 1, 3, 5]) == [None, None, Doubt.BURST, Doubt.BURST]


def test_two_who_come_together_are_no_burst_and_a_pause_ends_one():
    assert marks([0, 6, 40, 7, 55]) == [None] * 5
    assert marks([0, 4, 4, 60]) == [None, None, Doubt.BURST, None]


def test_one_face_again_and_again_quicker_than_customers_come_is_one_hand():
    assert marks([0, 20, 14, 22, 17, 20]) == [None] * 5 + [Doubt.ONE_HAND]
    assert marks([0, 20, 14, 22, 17, 20], faces=[5, 5, 4, 5, 5, 5]) == [None] * 6


def test_as_regular_as_a_clock_is_one_hand_and_people_are_not():
    assert marks([0, 60, 60, 61, 60]) == [None] * 4 + [Doubt.ONE_HAND]
    assert marks([0, 51, 85, 40, 62, 88, 45]) == [None] * 7


def test_well_outside_the_opening_hours_a_touch_is_the_shops_own():
    taps = OwnTaps(OpeningHours.parse("08:30-18:00"))
    by_clock = {"07:45": Doubt.CLOSED, "08:05": None, "18:20": None, "18:40": Doubt.CLOSED, "02:00": Doubt.CLOSED}
    for number, (clock, expected) in enumerate(by_clock.items()):
        at = datetime.fromisoformat(f"2026-03-07T{clock}:00+08:00")
        assert taps.doubt(5, at, 3600.0 * number) is expected, clock


@pytest.mark.parametrize(("clock", "closed"), [("23:30", False), ("01:00", False), ("02:45", True), ("17:00", True)])
def test_a_shop_that_is_open_past_midnight(clock, closed):
    opening = OpeningHours.parse("18:00-02:00")
    assert opening.closed(datetime.fromisoformat(f"2026-03-07T{clock}:00+08:00")) is closed


def test_without_opening_hours_it_is_never_closed():
    assert OpeningHours.parse("") is None
