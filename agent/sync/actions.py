"""What the sync engine asks for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Connect:
    """Start one attempt. Answer with `LinkUp` or `LinkDown`, whatever happens."""


@dataclass(frozen=True, slots=True)
class Disconnect:
    """Drop the link, which is not expected to answer any more. No `LinkDown` needs to follow."""

    reason: str


@dataclass(frozen=True, slots=True)
class LookAtQueue:
    """Read what is pending and answer with `QueueChanged`."""

    limit: int
    """Most entries to read."""


@dataclass(frozen=True, slots=True)
class Publish:
    """Hand this record's frame to the link. When that is not possible, answer with `PublishFailed`."""

    record_id: str
    kind: str
    """Message kind, for the topic."""


@dataclass(frozen=True, slots=True)
class WakeAt:
    """Send a `Tick` at this moment. Replaces the wake-up asked for before."""

    at: float
    """Monotonic seconds."""


Action = Connect | Disconnect | LookAtQueue | Publish | WakeAt
