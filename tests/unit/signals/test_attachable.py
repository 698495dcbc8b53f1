"""What of a vehicle may stand beside a feedback: the list is closed, and what is on it is made coarse."""

import re

import pytest

from agent.signals import signal as vss
from agent.signals.attachable import ATTACHABLE, MOST_CODES, why_not

COARSE = [
    (vss.BATTERY_HOTTEST, 38.9, 38),
    (vss.BATTERY_HOTTEST, -3.2, -4),
    (vss.BATTERY_HOTTEST, 215.0, None),
    (vss.BATTERY_HOTTEST, "38", None),
    (vss.BATTERY_HOTTEST, True, None),
    (vss.BATTERY_HOTTEST, float("nan"), None),
    (vss.CHARGE_LEVEL, 62.4, 60),
    (vss.CHARGE_LEVEL, 100.0, 100),
    (vss.CHARGE_LEVEL, 101.0, None),
    (vss.CHARGE_LIMIT, 80, 80),
    (vss.BATTERY_POWER, 47_300.0, 45),
    (vss.BATTERY_POWER, -61_000.0, 0),
    (vss.SPEED, 0.0, 0),
    (vss.SPEED, 29.9, 0),
    (vss.SPEED, 118.2, 90),
    (vss.SPEED, -5.0, None),
    (vss.ODOMETER, 45_678.9, 45_000),
    (vss.IS_CHARGING, True, ("yes",)),
    (vss.IS_CHARGING, 1.0, None),
    (vss.POWER, "ON", ("ON",)),
    (vss.POWER, "张三的车", None),
    (vss.FAULT_CODES, ("P0A80", "0143", "p0a80", "车主 13800138000"), ("P0143", "P0A80")),
    (vss.FAULT_CODES, (), ()),
    (vss.FAULT_CODES, "P0A80", None),
]
PERSONAL = [
    vss.LATITUDE,
    vss.LONGITUDE,
    "Vehicle.CurrentLocation",
    "Vehicle.CurrentLocation.Altitude",
    "Vehicle.CurrentLocation.Heading",
    "Vehicle.CurrentLocation.GNSSReceiver.FixType",
    "Vehicle.Cabin.Infotainment.Navigation.DestinationSet.Latitude",
    "Vehicle.VehicleIdentification.VIN",
    "Vehicle.VehicleIdentification.LicensePlate",
    "Vehicle.Powertrain.TractionBattery.Id",
    "Vehicle.Driver.Identifier.Subject",
    "Vehicle.Driver.HeartRate",
    "Vehicle.Occupant.Row1.DriverSide.Identifier.Subject",
    "Vehicle.Cabin.Seat.Row1.DriverSide.IsOccupied",
    "Vehicle.Exterior.AirTemperature",
]


@pytest.mark.parametrize(("signal", "value", "kept"), COARSE)
def test_a_value_is_kept_coarse_or_not_at_all(signal, value, kept):
    assert ATTACHABLE[signal].coarse(value) == kept


def test_at_most_so_many_codes_are_kept():
    codes = tuple(f"P{number:04d}" for number in range(100))
    assert ATTACHABLE[vss.FAULT_CODES].coarse(codes) == codes[:MOST_CODES]


@pytest.mark.parametrize("signal", PERSONAL)
def test_what_tells_a_place_or_a_person_is_refused_and_said_so(signal):
    assert re.search(r" tells .*(where|which car|who|weather).*, and is never attached$", why_not(signal))


@pytest.mark.parametrize("signal", ["Vehicle.Speeed", "", "Vehicle", vss.BRAKE_PEDAL, vss.ACCELERATION])
def test_what_is_not_on_the_list_is_refused_with_the_list(signal):
    assert why_not(signal).startswith(f"{signal} is not one of those that may be attached: ")
    assert vss.SPEED in why_not(signal)


def test_everything_on_the_list_is_allowed_and_nothing_on_it_is_personal():
    assert [signal for signal in ATTACHABLE if why_not(signal) is not None] == []
    words = re.compile(
        r"location|latitude|longitude|altitude|heading|navigation|identif|vin|plate|driver|occupant", re.IGNORECASE
    )
    assert [signal for signal in ATTACHABLE if words.search(signal)] == []
    assert len({one.name for one in ATTACHABLE.values()}) == len(ATTACHABLE)
