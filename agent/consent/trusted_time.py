"""How old something really is, on a device whose wall clock may be ten years wrong and may lose its power.

- Two clocks are believed: the monotonic one within one boot, and the hub's, once it has answered quickly enough.
- A moment is kept as (boot, monotonic seconds); the wall clock is only a hint beside it.
- Between boots the time without power is unknown until the hub's clock is known on both sides of it. Until then an age
  is what has surely passed, never more, so that nothing is deleted before its time.
- Once the present boot is known, the hint decides within the bounds that the known boots leave; outside them the
  youngest possible age does.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

LONGEST_ROUND_TRIP_S: Final = 60.0
"""Answers that took longer say too little about now: a broker may hold them back as long as it likes."""

BELIEVED_HINT: Final = timedelta(hours=1)
"""How far back a hint may lie from the moment it is kept, to be taken for the same stretch of work."""

_NEVER: Final = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Instant:
    """One moment of one boot."""

    boot: int
    """Number of the boot in the device's history; 0 for what was kept before boots were numbered."""
    monotonic: float
    """Seconds since that boot."""
    wall: datetime
    """What the wall clock said."""


@dataclass(frozen=True, slots=True)
class Boot:
    """One stretch between switching on and off."""

    number: int
    lasted_s: float
    """Monotonic seconds that this boot is known to have reached."""
    started_at: datetime | None = None
    """True time of its monotonic zero, once the hub's clock was heard in it."""


def heard_in_time(sent_at: float, heard_at: float) -> float | None:
    """The monotonic moment that the hub's time belongs to, or None when the answer took too long.

    The hub wrote it somewhere between sending and hearing (Cristian, "Probabilistic clock synchronization", 1989).
    """
    taken = heard_at - sent_at
    return sent_at + taken / 2 if 0 <= taken <= LONGEST_ROUND_TRIP_S else None


class Timeline:
    """The boots of a device in order, the present one last, and what can be known of time across them."""

    def __init__(self, boots: Iterable[Boot]) -> None:
        self._boots = {boot.number: boot for boot in boots}
        self._order = sorted(self._boots)
        self._zeros: dict[int, tuple[datetime | None, datetime | None]] = {}

    @property
    def trusted(self) -> bool:
        """Whether the hub's clock was heard in the present boot."""
        return bool(self._order) and self._boots[self._order[-1]].started_at is not None

    def moment(self, instant: Instant) -> datetime:
        """The best estimate of when it was: the hub's time where known, else the hint within what is possible."""
        earliest, latest = self._bounds(instant)
        moment = max(instant.wall, earliest)
        return moment if latest is None else min(moment, latest)

    def age(self, instant: Instant, now: Instant) -> timedelta:
        """How old it is: proven while the present boot is not trusted, estimated once it is. Never negative."""
        if self.trusted:
            return max(self.moment(now) - self.moment(instant), timedelta(0))
        return self.proven_age(instant, now)

    def proven_age(self, instant: Instant, now: Instant) -> timedelta:
        """What has surely passed since, whatever the wall clock says."""
        if instant.boot == now.boot:
            return timedelta(seconds=max(0.0, now.monotonic - instant.monotonic))
        earliest, (_, latest) = self._bounds(now)[0], self._bounds(instant)
        by_hub = timedelta(0) if latest is None or earliest == _NEVER else earliest - latest
        later = [self._boots[n].lasted_s for n in self._order if instant.boot < n < now.boot]
        first = self._boots.get(instant.boot)
        rest = 0.0 if first is None else max(0.0, first.lasted_s - instant.monotonic)
        return max(by_hub, timedelta(seconds=rest + sum(later) + now.monotonic), timedelta(0))

    def _bounds(self, instant: Instant) -> tuple[datetime, datetime | None]:
        """Earliest and latest it can have been, from the boots that are known."""
        zeros = self._zeros.get(instant.boot)
        if zeros is None:
            zeros = self._zeros[instant.boot] = self._zero_between(instant.boot)
        earliest, latest = zeros
        if earliest is None and latest is None:
            return _NEVER, None
        since_boot = timedelta(seconds=instant.monotonic)
        return (
            _NEVER if earliest is None else earliest + since_boot,
            None if latest is None else latest + since_boot,
        )

    def _zero_between(self, number: int) -> tuple[datetime | None, datetime | None]:
        """Earliest and latest that the monotonic zero of a boot can have been."""
        own = self._boots.get(number)
        if own is not None and own.started_at is not None:
            return own.started_at, own.started_at
        earliest, passed = None, 0.0
        for boot in [self._boots[n] for n in reversed(self._order) if n < number]:
            passed += boot.lasted_s
            if boot.started_at is not None:
                earliest = boot.started_at + timedelta(seconds=passed)
                break
        latest, passed = None, 0.0 if own is None else own.lasted_s
        for boot in [self._boots[n] for n in self._order if n > number]:
            if boot.started_at is not None:
                latest = boot.started_at - timedelta(seconds=passed)
                break
            passed += boot.lasted_s
        return earliest, latest
