"""One value of one vehicle signal, named as in the COVESA Vehicle Signal Specification.

The names are those of version 6; `OLDER_NAMES` has what versions 4 and 5 called them.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

SPEED: Final = "Vehicle.Speed"
"""km/h."""
ACCELERATION: Final = "Vehicle.Acceleration.Longitudinal"
"""m/s², forward positive."""
BRAKE_PEDAL: Final = "Vehicle.Chassis.Brake.PedalPosition"
"""Per cent."""
POWER: Final = "Vehicle.LowVoltageSystemState"
"""OFF, ACC, ON, START, LOCK."""
BATTERY_HOTTEST: Final = "Vehicle.Powertrain.TractionBattery.Temperature.Max"
"""°C."""
CHARGE_LEVEL: Final = "Vehicle.Powertrain.TractionBattery.StateOfCharge.Displayed"
"""Per cent."""
IS_CHARGING: Final = "Vehicle.Powertrain.TractionBattery.Charging.IsCharging"
CHARGE_LIMIT: Final = "Vehicle.Powertrain.TractionBattery.Charging.ChargeLimit"
"""Per cent at which charging is meant to stop."""
FAULT_CODES: Final = "Vehicle.Diagnostics.DTCList"
"""Codes such as P0171."""
BATTERY_POWER: Final = "Vehicle.Powertrain.TractionBattery.CurrentPower"
"""Watts, positive into the battery."""
ODOMETER: Final = "Vehicle.TraveledDistance"
"""km."""
CRUISE: Final = "Vehicle.ADAS.CruiseControl.IsActive"
LATITUDE: Final = "Vehicle.CurrentLocation.Latitude"
LONGITUDE: Final = "Vehicle.CurrentLocation.Longitude"
"""Degrees. Read for one yes or no, and never kept as they are."""

DERIVED_FROM: Final = (
    SPEED,
    ACCELERATION,
    BRAKE_PEDAL,
    POWER,
    BATTERY_HOTTEST,
    CHARGE_LEVEL,
    IS_CHARGING,
    CHARGE_LIMIT,
    FAULT_CODES,
    CRUISE,
)
"""What events are derived from; the position is asked for apart, where a profile allows it."""

OLDER_NAMES: Final = {
    "Vehicle.OBD.DTCList": FAULT_CODES,
    "Vehicle.Powertrain.TractionBattery.StateOfCharge.Current": CHARGE_LEVEL,
}
"""Name in an older version -> name here."""

Value = float | bool | str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signal:
    """A value at a moment."""

    name: str
    value: Value
    at: datetime
