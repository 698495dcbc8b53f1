"""Time, passed in."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Time, passed in."""

    def now(self) -> datetime:
        """Wall-clock time in UTC. Can jump."""
        ...

    def monotonic(self) -> float:
        """Seconds that only ever grow, while the device is on."""
        ...

    def boot_id(self) -> str:
        """What tells this boot of the device from every other; `monotonic` is comparable within it."""
        ...
