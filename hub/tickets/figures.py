"""What feedback comes to, counted: raw, weighed by the way in, and how people rated, with or without what is marked."""

from dataclasses import dataclass
from enum import StrEnum


class By(StrEnum):
    """What figures are told apart by. The values are columns of a ticket."""

    PLACE = "place"
    SCENE = "scene"
    DEPARTMENT = "department"
    ENTRY = "entry"
    DEVICE_KIND = "device_kind"


@dataclass(frozen=True, slots=True)
class Figure:
    """The feedback of one place, scene, ... or of all."""

    name: str
    """As it is stored; empty where the device did not say, and for all."""
    count: int
    weighted: float
    """Each by what its way in weighs, see `hub.tickets.weighing`."""
    marked: int
    """How many of them say little, repeat another, or may be the shop's own."""
    rated: int
    """How many have a rating."""
    average: float | None
    """Of the ratings, 1 to 5; None where there is none."""
    weighted_average: float | None
    """The same, each by what its way in weighs; None where nothing that is rated weighs anything."""
