"""What signals mean: thresholds to begin and to end, and what must raise nothing."""

from datetime import timedelta

import pytest

from agent.feedback.trigger import Happening, Moving
from agent.signals import signal as vss
from agent.signals.deriving import Deriving
from agent.signals.fault_codes import fault_code
from agent.signals.signal import Signal
from agent.signals.usual_area import UsualArea
from tests.builders import T0

S = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)


def derived(*signals: tuple[float, str, object], deriving: Deriving | None = None):
    """(second, name, value) in, events out."""
    deriving = deriving or Deriving()
    return [e for second, name, value in signals for e in deriving.take(Signal(name, value, T0 + second * S))]


def triggers(*signals) -> list[tuple[str, dict]]:
    return [(e.trigger, dict(e.facts)) for e in derived(*signals) if isinstance(e, Happening)]


def moves(*signals) -> list[bool]:
    return [e.yes for e in derived(*signals) if isinstance(e, Moving)]


def test_a_braking_that_trembles_is_one():
    shaking = [-4.0, -3.3, -3.95, -2.1, -4.1]
    again = [-1.0, -3.93]
    events = triggers(*[(n, vss.ACCELERATION, a) for n, a in enumerate(shaking + again)])
    assert events == [("harsh_braking", {"count": 1}), ("harsh_braking", {"count": 2})]


def test_a_shaken_sensor_is_no_braking():
    pothole = [(n / 20, vss.ACCELERATION, -6.0 if n == 10 else -1.0) for n in range(20)]
    assert triggers(*pothole) == []
    braking = [(n / 20, vss.ACCELERATION, -6.0 if n >= 10 else -1.0) for n in range(20)]
    assert triggers(*braking) == [("harsh_braking", {"count": 1})]


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("P0171", "P0171"),
        ("p0a80-1f", "P0A80-1F"),
        ("0143", "P0143"),
        ("403123", "C0031-23"),
        ("0xC100", "U0100"),
        ("9234", "B1234"),
        ("P4171", None),
        ("battery of 138", None),
        ("", None),
    ],
)
def test_fault_codes_are_written_as_workshops_write_them(told, code):
    assert fault_code(told) == code


def test_names_of_older_versions_are_understood():
    assert triggers((0, "Vehicle.OBD.DTCList", ()), (1, "Vehicle.OBD.DTCList", ("0171", "a name"))) == [
        ("fault_code", {"code": "P0171", "powertrain": True})
    ]


def test_accelerating_hard_is_counted_anew_on_each_trip():
    events = triggers(
        (0, vss.POWER, "ON"),
        (1, vss.ACCELERATION, 3.2),
        (2, vss.ACCELERATION, 0.0),
        (3, vss.ACCELERATION, 3.2),
        (9, vss.POWER, "OFF"),
        (10, vss.POWER, "ON"),
        (11, vss.ACCELERATION, 0.0),
        (12, vss.ACCELERATION, 3.2),
    )
    assert events == [
        ("harsh_acceleration", {"count": 1}),
        ("harsh_acceleration", {"count": 2}),
        ("trip_ended", {"minutes": 0}),
        ("harsh_acceleration", {"count": 1}),
    ]


def test_a_hot_battery_is_told_once_until_it_has_cooled():
    heat = [59.9, 60.0, 56.0, 61.0, 54.9, 60.0]
    events = triggers(*[(n, vss.BATTERY_HOTTEST, c) for n, c in enumerate(heat)])
    assert events == [("battery_hot", {"temperature_c": 60}), ("battery_hot", {"temperature_c": 60})]


def test_only_new_fault_codes_are_news():
    events = triggers(
        (0, vss.FAULT_CODES, ("P0456",)),
        (1, vss.FAULT_CODES, ("P0456", "P0171", "U0100")),
        (2, vss.FAULT_CODES, ("P0171",)),
        (3, vss.FAULT_CODES, ("P0171", "P0456")),
    )
    assert events == [
        ("fault_code", {"code": "P0171", "powertrain": True}),
        ("fault_code", {"code": "U0100", "powertrain": False}),
        ("fault_code", {"code": "P0456", "powertrain": True}),
    ]


def test_a_charge_that_ended_says_how_long_and_whether_too_early():
    charge = [(0, vss.CHARGE_LIMIT, 80), (1, vss.IS_CHARGING, True), (1500, vss.CHARGE_LEVEL, 62.0)]
    assert triggers(*charge, (1801, vss.IS_CHARGING, False)) == [
        ("charging_done", {"minutes": 30, "stopped_early": True})
    ]
    full = [*charge, (1700, vss.CHARGE_LEVEL, 80.0), (1801, vss.IS_CHARGING, False)]
    assert triggers(*full) == [("charging_done", {"minutes": 30, "stopped_early": False})]
    assert triggers((0, vss.IS_CHARGING, True), (119, vss.IS_CHARGING, False)) == []
    assert triggers((0, vss.IS_CHARGING, False), (1, vss.IS_CHARGING, True), (121, vss.IS_CHARGING, False)) == [
        ("charging_done", {"minutes": 2})
    ]


def test_a_charge_level_that_jumps_is_told_unless_it_charges():
    slow = [(n * 30, vss.CHARGE_LEVEL, 80 - n * 2) for n in range(10)]
    assert triggers(*slow) == []
    assert triggers((0, vss.CHARGE_LEVEL, 40), (50, vss.CHARGE_LEVEL, 34.5)) == [("charge_level_jump", {"percent": 6})]
    charging = [(0, vss.IS_CHARGING, True), (1, vss.CHARGE_LEVEL, 40), (50, vss.CHARGE_LEVEL, 50)]
    assert triggers(*charging) == []


def test_driving_assistance_that_ends_says_whether_the_driver_took_over():
    events = triggers(
        (0, vss.CRUISE, True),
        (1, vss.BRAKE_PEDAL, 12.0),
        (2, vss.CRUISE, False),
        (3, vss.BRAKE_PEDAL, 0.0),
        (4, vss.CRUISE, True),
        (5, vss.CRUISE, False),
    )
    assert events == [("driver_assist_ended", {"taken_over": True}), ("driver_assist_ended", {"taken_over": False})]


# ---- moving ----------------------------------------------------------------------------------------------------------


def test_moving_is_told_at_once_and_standing_after_three_seconds():
    assert moves((0, vss.SPEED, 3.0), (1, vss.SPEED, 0.2), (3.9, vss.SPEED, 0.0)) == [True]
    assert moves((0, vss.SPEED, 3.0), (1, vss.SPEED, 0.2), (4, vss.SPEED, 0.0)) == [True, False]
    assert moves((0, vss.SPEED, 0.0), (3, vss.SPEED, 0.0), (3.1, vss.SPEED, -2.0)) == [True, False, True][1:]


def test_a_bus_that_is_lost_counts_as_moving_and_its_silence_does_not():
    deriving = Deriving()
    derived((0, vss.SPEED, 0.0), (3, vss.SPEED, 0.0), deriving=deriving)
    assert deriving.tick(T0 + 3600 * S) == []
    assert deriving.lost() == [Moving(True)]
    assert deriving.tick(T0 + 3600 * S) == []


def test_a_vehicle_that_is_switched_off_stands():
    deriving = Deriving()
    assert derived((0, vss.SPEED, 20.0), (1, vss.POWER, "OFF"), deriving=deriving) == [Moving(True), Moving(False)]
    assert deriving.tick(T0 + 3600 * S) == []


# ---- what tells nothing -----


@pytest.mark.parametrize("name", [*vss.DERIVED_FROM, vss.LATITUDE, vss.LONGITUDE, "Vehicle.Unknown"])
@pytest.mark.parametrize("value", ["", "loud", (), ("x", "y"), None])
def test_values_of_a_wrong_type_raise_nothing_and_break_nothing(name, value):
    assert triggers((0, name, value)) == []


# ---- where -----


def commute(area: UsualArea, days: int) -> None:
    for day in range(days):
        area.outside(31.23, 121.47, T0.date() + timedelta(days=day))


def away(area: UsualArea, minutes: int, latitude: float = 30.25, longitude: float = 120.15) -> list[Happening]:
    deriving, start, told = Deriving(area), T0 + timedelta(days=5), []
    for minute in range(minutes + 1):
        at = start + minute * MINUTE
        told += deriving.take(Signal(vss.LATITUDE, latitude, at)) + deriving.take(Signal(vss.LONGITUDE, longitude, at))
    return [e for e in told if isinstance(e, Happening)]


def test_leaving_the_usual_area_is_a_yes_after_ten_minutes_and_says_no_place():
    area = UsualArea(b"k" * 32)
    commute(area, 3)
    assert away(area, 9) == []
    (left,) = away(area, 30)
    assert (left.trigger, dict(left.facts)) == ("left_usual_area", {})


def test_the_squares_next_to_the_usual_ones_are_usual():
    area = UsualArea(b"k" * 32)
    commute(area, 3)
    assert away(area, 30, 31.33, 121.57) == []


def test_a_vehicle_without_a_usual_area_does_not_leave_it():
    area = UsualArea(b"k" * 32)
    commute(area, 2)
    assert away(area, 30) == []


def test_what_is_kept_of_places_is_marks_that_another_key_cannot_read():
    area = UsualArea(b"k" * 32)
    commute(area, 3)
    kept = area.visited
    assert all(len(mark) == 16 for mark in kept)
    assert "31" not in str([day.month for days in kept.values() for day in days])
    again, other = UsualArea(b"k" * 32, kept), UsualArea(b"o" * 32, kept)
    day = T0.date() + timedelta(days=4)
    assert again.outside(31.23, 121.47, day) is False
    assert other.outside(31.23, 121.47, day) is True


def test_places_are_forgotten_after_sixty_days():
    area = UsualArea(b"k" * 32)
    commute(area, 3)
    area.outside(30.25, 120.15, T0.date() + timedelta(days=90))
    assert len(area.visited) == 1


def test_a_position_that_cannot_be_is_no_departure():
    area = UsualArea(b"k" * 32)
    commute(area, 3)
    assert area.outside(float("nan"), 121.0, T0.date()) is False
    assert area.outside(91.0, 121.0, T0.date()) is False


def test_a_vehicle_that_drives_due_north_leaves_its_usual_area_though_its_longitude_never_changes():
    area = UsualArea(b"k" * 32)
    commute(area, 3)
    deriving, start = Deriving(area), T0 + timedelta(days=5)
    told = deriving.take(Signal(vss.LONGITUDE, 121.47, start))
    for minute in range(15):
        told += deriving.take(Signal(vss.LATITUDE, 33.0 + minute / 10, start + minute * MINUTE))
    assert [one.trigger for one in told] == ["left_usual_area"]
