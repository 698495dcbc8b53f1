"""Pure: when a directive that nobody has answered is sent again.

A device may be asleep for months, and a broker keeps a session for a week. So the hub says it again, at growing
intervals up to an hour, and sooner where the device was heard of meanwhile. Each copy lives in the broker until the
next one is due: a device that sleeps finds one, not hundreds.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

FIRST_S = 30
LONGEST_S = 3600
SOON_S = 300
"""A device that talks but does not answer this (an older agent) is told again at most so often."""
_OVERLAP_S = 60
_DOUBLINGS = 10


@dataclass(frozen=True, slots=True)
class NextTime:
    """When to send again."""

    soon_at: datetime
    """From then on if the device was heard of since it was sent."""
    next_at: datetime
    """From then on in any case."""


def after(tries: int, now: datetime) -> NextTime:
    """The next time, for a directive that was sent `tries` times, the last time now."""
    wait = _wait_s(tries)
    return NextTime(now + timedelta(seconds=min(wait, SOON_S)), now + timedelta(seconds=wait))


def copy_lives_s(tries: int, now: datetime, expires_at: datetime | None) -> int:
    """Seconds that the broker may keep the copy sent now, as the `tries`-th: never beyond the directive's own end."""
    lives = _wait_s(tries) + _OVERLAP_S
    return lives if expires_at is None else max(1, min(lives, int((expires_at - now).total_seconds())))


def _wait_s(tries: int) -> int:
    return min(LONGEST_S, int(FIRST_S * 2 ** min(max(tries, 1) - 1, _DOUBLINGS)))
