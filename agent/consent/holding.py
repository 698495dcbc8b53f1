"""What a place on the device can hold of a person: one entry of the registry that export and erasure walk."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class SealedUnder(StrEnum):
    """Which key stands between a thief of the disk and the content."""

    SUBJECT = "subject_key"
    DEVICE = "device_key"
    NONE = "none"
    """Readable: holds pseudonyms, counts or settings, and never what a person said."""


@dataclass(frozen=True, slots=True)
class Holding:
    """One table, file or folder of the state folder."""

    name: str
    """A table's name, or a pattern for files, relative to the state folder."""
    what: str
    """What is in it."""
    sealed_under: SealedUnder
    personal: bool
    """Whether anything in it belongs to a person. What is not is listed too, so that nothing is unknown."""
    exported: str
    """How a person gets it; empty for what is not personal."""
    erased: str
    """What erasure does with it; empty for what is not personal."""
    kept: str
    """How long it stays by itself."""

    def as_values(self) -> dict[str, Any]:
        """For `tingche-agent consent stores` and for pages."""
        values = {name: getattr(self, name) for name in Holding.__slots__}
        return {**values, "sealed_under": self.sealed_under.value}


@dataclass(frozen=True, slots=True)
class StoreDone:
    """What an erasure did in one place. Never more is claimed than was done."""

    store: str
    action: str
    """shredded, deleted, resealed, emptied, nothing_found, kept, failed."""
    count: int = 0

    def as_values(self) -> dict[str, Any]:
        """As JSON values."""
        return {"store": self.store, "action": self.action, "count": self.count}
