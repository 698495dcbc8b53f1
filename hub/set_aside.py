"""Pure: which refused frames are kept for a person to look into, and for how long.

What is kept is sealed or garbage: nobody reads it but the hub, when somebody has it tried again. A frame of a revoked
device is never kept, and an erasure of a device throws away what was kept of it.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from agent.contract.refusal import RefusalReason
from agent.contract.sealing import MAX_FRAME_BYTES
from agent.contract.topics import Topic

MAX_FRAMES = 1000
MAX_BYTES = 16 * 1024 * 1024
MAX_OF_DEVICE = 100
"""So that one device, or one name in a topic, cannot push out what came from the others."""
KEPT_FOR = timedelta(days=30)
_MAX_TOPIC = 200
_MAX_DETAIL = 300


@dataclass(frozen=True, slots=True)
class SetAside:
    """A frame that was not taken."""

    tenant: str | None
    device: str | None
    """As the topic says; not proven."""
    topic: str
    """Printable, and cut where it is long."""
    reason: RefusalReason
    detail: str
    size: int
    """Bytes that arrived."""
    frame: bytes | None = field(repr=False)
    """None for one that is larger than any frame may be."""

    @classmethod
    def of(cls, topic: str, raw: bytes, reason: RefusalReason, detail: str) -> "SetAside | None":
        """What to keep of a refused frame; None when nothing of it is kept."""
        if reason is RefusalReason.REVOKED_SENDER:
            return None
        place = Topic.parse(topic)
        printable = topic.encode("ascii", "backslashreplace").decode().replace("\0", "\\x00")[:_MAX_TOPIC]
        return cls(
            tenant=place.tenant if place else None,
            device=place.device if place else None,
            topic=printable,
            reason=reason,
            detail=detail[:_MAX_DETAIL],
            size=len(raw),
            frame=raw if len(raw) <= MAX_FRAME_BYTES else None,
        )


@dataclass(frozen=True, slots=True)
class SetAsideRow:
    """One of them in the list."""

    id: int
    reason: str
    detail: str
    device: str | None
    size: int
    times: int
    """How often these same bytes came."""
    first_at: datetime
    last_at: datetime
    kept: bool
    """Its bytes are there, so that it can be tried again."""


def surplus(newest_first: list[tuple[int, int]]) -> list[int]:
    """Ids that have to go so that the others are within `MAX_FRAMES` and `MAX_BYTES`.

    Args:
        newest_first: (id, bytes kept) of all.
    """
    total, gone = 0, []
    for count, (number, size) in enumerate(newest_first, 1):
        total += size
        if count > MAX_FRAMES or total > MAX_BYTES:
            gone.append(number)
    return gone
