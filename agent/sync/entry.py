"""QueuedEntry: what the engine knows of a record that waits in the outbox."""

from dataclasses import dataclass

LAST_URGENT_PRIORITY = 1
"""Erasure (0) and safety (1) overtake a backlog; a higher number waits its turn."""


FIRST_BULKY_PRIORITY = 5
"""Recordings (5) never go over a metered link."""


@dataclass(frozen=True, slots=True)
class QueuedEntry:
    """One pending record, without its bytes."""

    record_id: str
    kind: str
    """Message kind: feedback, erasure, voice or loss."""
    priority: int
    """Lower goes first."""
    size: int
    """Bytes of the frame."""

    @property
    def urgent(self) -> bool:
        """It may use the slots that are kept free for it."""
        return self.priority <= LAST_URGENT_PRIORITY

    @property
    def bulky(self) -> bool:
        """It waits for a link that is not metered."""
        return self.priority >= FIRST_BULKY_PRIORITY
