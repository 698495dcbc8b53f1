"""The machine's own clock."""

import time
from datetime import UTC, datetime


class SystemClock:
    """Clock on the operating system."""

    def now(self) -> datetime:
        """Wall-clock time in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds since some start, never going back."""
        return time.monotonic()
