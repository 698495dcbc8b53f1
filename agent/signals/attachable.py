"""What of a vehicle's state may stand beside a feedback: a closed list, each made coarse before anything keeps it.

- What is not on the list is refused when a profile is loaded, and what tells a place or a person is refused by name.
- A value is made coarse as it comes in. What is finer, or out of the signal's range, is nowhere, not even in memory.
- The odometer is rounded to 1,000 km, charge to 5 %: two feedbacks of one car should not be told apart by them.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from agent.signals import signal as vss
from agent.signals.fault_codes import fault_code
from agent.signals.signal import Value

MOST_CODES: Final = 20
Coarse = int | tuple[str, ...]

_PERSONAL: Final = (
    ("Vehicle.CurrentLocation", "where the car is"),
    ("Vehicle.Cabin.Infotainment.Navigation", "where it is going"),
    ("Vehicle.ADAS.MapData", "where the car is"),
    ("Vehicle.VehicleIdentification", "which car it is"),
    ("Vehicle.Powertrain.TractionBattery.Id", "which car it is"),
    ("Vehicle.Driver", "who drives"),
    ("Vehicle.Occupant", "who sits in it"),
    ("Vehicle.Cabin", "who sits in it, and what they do there"),
    ("Vehicle.Connectivity", "which car it is"),
    ("Vehicle.Exterior", "the weather, and with it the region"),
)
"""Branches of the specification, the narrower first, and what they tell."""


@dataclass(frozen=True, slots=True)
class Attachable:
    """One signal of the list."""

    name: str
    """As records call it."""
    coarse: Callable[[Value], Coarse | None]
    """The value as it may be kept; None for what is no value of this signal."""
    unit: str = ""
    step: int = 1
    """Numbers are multiples of it, rounded down."""


def why_not(signal: str) -> str | None:
    """Why a signal may not be attached, for a technician; None where it may."""
    if signal in ATTACHABLE:
        return None
    for branch, tells in _PERSONAL:
        if signal == branch or signal.startswith(f"{branch}."):
            return f"{signal} tells {tells}, and is never attached"
    return f"{signal} is not one of those that may be attached: {', '.join(ATTACHABLE)}"


def _numbers(step: int, low: float, high: float, *, scale: float = 1.0) -> Callable[[Value], int | None]:
    def coarse(value: Value) -> int | None:
        if isinstance(value, bool | str | tuple) or not math.isfinite(value) or not low <= value * scale <= high:
            return None
        return math.floor(value * scale / step) * step

    return coarse


def _charging_power(value: Value) -> int | None:
    """What flows into the battery; what drives the car is none of it."""
    power = _numbers(5, -1_000.0, 1_000.0, scale=0.001)(value)
    return None if power is None else max(power, 0)


def _fault_codes(value: Value) -> tuple[str, ...] | None:
    """Those that are codes; a bus may hold free text too."""
    if not isinstance(value, tuple):
        return None
    return tuple(sorted({code for code in map(fault_code, value) if code is not None})[:MOST_CODES])


def _one_of(*words: str) -> Callable[[Value], tuple[str, ...] | None]:
    return lambda value: (value,) if isinstance(value, str) and value in words else None


def _yes_or_no(value: Value) -> tuple[str, ...] | None:
    return (("yes" if value else "no"),) if isinstance(value, bool) else None


ATTACHABLE: Final[dict[str, Attachable]] = {
    vss.FAULT_CODES: Attachable("fault_codes", _fault_codes),
    vss.BATTERY_HOTTEST: Attachable("battery_temperature", _numbers(1, -60.0, 200.0), "℃"),
    vss.CHARGE_LEVEL: Attachable("charge_level", _numbers(5, 0.0, 100.0), "%", 5),
    vss.CHARGE_LIMIT: Attachable("charge_limit", _numbers(5, 0.0, 100.0), "%", 5),
    vss.IS_CHARGING: Attachable("charging", _yes_or_no),
    vss.BATTERY_POWER: Attachable("charging_power", _charging_power, "kW", 5),
    vss.SPEED: Attachable("speed", _numbers(30, 0.0, 400.0), "km/h", 30),
    vss.POWER: Attachable("power", _one_of("OFF", "ACC", "ON", "START", "LOCK")),
    vss.ODOMETER: Attachable("odometer", _numbers(1_000, 0.0, 9_999_999.0), "km", 1_000),
}
"""By name in the specification, in the order in which people are shown them."""
