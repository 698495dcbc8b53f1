"""What became of everything that was accepted, counted."""

from dataclasses import dataclass
from typing import Literal

from agent.ports.outbox_entry import Priority


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much of one class waits to be sent."""

    rows: int
    bytes: int
    """What it takes of the outbox's budget."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every record ever accepted, by what became of it. `balanced` holds at any time."""

    accepted: int = 0
    receipted: int = 0
    expired: int = 0
    evicted: int = 0
    erased: int = 0
    quarantined: int = 0
    pending: int = 0

    @property
    def balanced(self) -> bool:
        """Accepted = receipted + expired + evicted + erased + quarantined + pending."""
        return self.accepted == (
            self.receipted + self.expired + self.evicted + self.erased + self.quarantined + self.pending
        )


@dataclass(frozen=True, slots=True)
class Loss:
    """Entries that left without reaching the hub, counted by class, fate and reason."""

    priority: Priority
    fate: Literal["expired", "evicted", "quarantined"]
    reason: str
    """class_rows, class_bytes, all_rows, all_bytes, age, damaged, or the hub's own word."""
    count: int
