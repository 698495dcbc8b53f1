"""One message on its way to the hub: put, waiting, settled."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from typing import Literal


class Priority(IntEnum):
    """Class of an entry. Lower goes first, and is evicted last."""

    ERASURE = 0
    """What a person decided about their data. Neither evicted nor expired."""
    SAFETY = 1
    FEEDBACK = 2
    ANSWER = 3
    """Answers to questions that the device asked."""
    REPORT = 4
    """What the device tells about itself."""
    VOICE = 5
    """Recordings for the reviewers: large, and only over a link that is not metered."""


@dataclass(frozen=True, slots=True)
class NewEntry:
    """A finished record on its way into the outbox."""

    record_id: str
    kind: str
    """Message kind: feedback or loss. Erasure notices are made inside `OutboxStore.erase`."""
    priority: Priority
    frame: bytes = field(repr=False)
    """Sealed and signed; never changes again."""
    recorded_at: datetime
    subject: str | None = None
    grant_id: str | None = None
    """Needed when there is a subject: the store refuses the entry if this grant is not live any more."""
    receipt_code: str | None = None
    receipt_verifier: str | None = None
    """64 hexadecimal characters, as `ReceiptSecret.verifier`; without a code it is not kept."""
    readable: bytes | None = field(default=None, repr=False)
    """The masked record as JSON, kept under the subject's key for "what you have of me"."""
    about: str | None = None
    """The record that this belongs to: the store refuses the entry (SUBJECT_ERASED) where that is not here any more."""


class StoreRefusal(IntEnum):
    """Why the store did not take an entry. An expected outcome, not a failure."""

    CONSENT_GONE = 1
    SUBJECT_ERASED = 2
    FULL = 3
    """The disk or the profile's budget is full and nothing of lower priority can be evicted."""


@dataclass(frozen=True, slots=True)
class OutboxEntry:
    """What waits to be sent, without its bytes."""

    record_id: str
    kind: str
    priority: Priority
    size: int
    """Bytes of the frame."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """The hub's word on one entry."""

    record_id: str
    outcome: Literal["receipted", "quarantined", "erased"]
    ticket_no: str | None = None
    reason: str = ""
