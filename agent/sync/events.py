"""What the sync engine hears."""

from dataclasses import dataclass

from agent.sync.entry import QueuedEntry


@dataclass(frozen=True, slots=True)
class Started:
    """The agent runs, or a network has appeared: connect now, if there is no link."""


@dataclass(frozen=True, slots=True)
class LinkUp:
    """The broker took us."""

    session_present: bool
    """The broker kept our session, and the receipts that came meanwhile. What has no receipt goes again either way."""


@dataclass(frozen=True, slots=True)
class LinkDown:
    """An attempt failed, could not be made, or an open link is gone."""

    reason: str


@dataclass(frozen=True, slots=True)
class OutboxTouched:
    """Something was put, erased, withdrawn or expired: the queue may look different now."""


@dataclass(frozen=True, slots=True)
class QueueChanged:
    """What waits in the outbox: the answer to `LookAtQueue`, or unasked after a change."""

    entries: tuple[QueuedEntry, ...]
    """Most urgent and oldest first, at most `SyncEngine.queue_limit` of them; fewer means that nothing else waits."""


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The broker answered these publishes (PUBACK). It frees nothing: only the hub's word does."""

    message_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublishFailed:
    """A `Publish` could not be done: the link was not up, the frame is gone or too large for this link."""

    message_id: str


@dataclass(frozen=True, slots=True)
class Settled:
    """The hub's word on these records (receipt, rejection, erasure receipt) is in the store."""

    message_ids: tuple[str, ...]
    credit: int | None = None
    """Most records the hub wants in flight from now on; None: as many as the window has."""


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Quiet hours have begun or ended."""

    quiet: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """The moment of the last `WakeAt` has come. An early or superfluous one does no harm."""


_OfTheLink = Started | LinkUp | LinkDown | HandedOver | PublishFailed
_OfTheStore = OutboxTouched | QueueChanged | Settled
Event = _OfTheLink | _OfTheStore | QuietHours | Tick
