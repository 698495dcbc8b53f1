"""Something that happened and may be worth a question: a charge that ended, a repair that was done."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

Fact = str | int | float | bool
"""What is known about it, never who or where: `wait_minutes`, `visits`, `new_energy`."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One event, already boiled down to what questions depend on. It holds no coordinates and no identity."""

    trigger: str
    """charging_done, repair_done, battery_hot, ..."""
    at: datetime
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Moving:
    """Whether the vehicle moves. Nobody reads or types then."""

    yes: bool
