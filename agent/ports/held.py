"""What the device has of people, and what was destroyed of it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from agent.consent.holding import StoreDone


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """What the device still knows of one record of a subject."""

    record_id: str
    recorded_at: datetime
    state: Literal["pending", "receipted", "quarantined"]
    receipt_code: str | None
    ticket_no: str | None
    readable: bytes | None = field(repr=False)
    """The masked record as JSON while it is pending; gone once receipted."""


@dataclass(frozen=True, slots=True)
class ErasureReport:
    """What was done on this device, store by store. Never more than was done."""

    erasure_id: str
    keys_shredded: int
    rows_deleted: int
    wal_truncated: bool
    record_ids: tuple[str, ...]
    """Records the device knew of; the notice to the hub names them."""
    stores: tuple[StoreDone, ...] = ()
    """By place, in the order of the registry."""


@dataclass(frozen=True, slots=True)
class Deletion:
    """An erasure as the device remembers it: what was done, and nothing of what was erased."""

    erasure_id: str
    scope: Literal["subject", "record"]
    asked_at: datetime
    finished_at: datetime | None
    """None while something is left to do."""
    records: int
    """Records the device knew of."""
    stores: tuple[StoreDone, ...]
    hub_answer: str | None
    """The hub's ErasureReceipt as JSON; None while it is waited for."""
