"""A clock that stands still until a test moves it."""

from datetime import UTC, datetime, timedelta

START = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)


class FakeClock:
    """`agent.ports.Clock` under a test's control.

    Args:
        now: the wall clock's first answer, in UTC.
        monotonic: seconds since the device was switched on.
    """

    def __init__(self, now: datetime = START, monotonic: float = 0.0) -> None:
        self._now = now
        self._monotonic = monotonic
        self._boot = 1

    def now(self) -> datetime:
        """See `Clock.now`."""
        return self._now

    def monotonic(self) -> float:
        """See `Clock.monotonic`."""
        return self._monotonic

    def boot_id(self) -> str:
        """See `Clock.boot_id`."""
        return f"boot-{self._boot}"

    def reboot(self, seconds_off: float = 0.0) -> None:
        """Switch off and on again: monotonic time starts anew, the wall clock goes on by itself."""
        self._boot += 1
        self._monotonic = 0.0
        self._now += timedelta(seconds=seconds_off)

    def advance(self, seconds: float) -> None:
        """Let time pass on both clocks."""
        self._now += timedelta(seconds=seconds)
        self._monotonic += seconds

    def jump(self, seconds: float) -> None:
        """Set the wall clock forward or back, as a time server or a flat battery does; monotonic time goes on."""
        self._now += timedelta(seconds=seconds)
