"""Pure: by when a deletion has to be done, in Chinese working days, and how it stands now.

- Ten working days (automotive data rules 2021, article 8), counted from the day after the hub heard of it, to the end
  of the tenth. The hub normally needs seconds.
- Public holidays and the weekends that are worked instead are announced a year ahead at most. For a year that the
  calendar does not know, Monday to Friday count; that is said, and the limit may then be later by the holidays.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from enum import StrEnum

WORKING_DAYS = 10
NORMALLY = timedelta(seconds=60)
"""A deletion that takes longer here is looked at."""
CHINA = timezone(timedelta(hours=8), "UTC+8")
"""One zone and no summer time since 1991."""

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Due:
    """The end of the time allowed."""

    at: datetime
    """Midnight in China after the last day."""
    holidays_known: bool
    """False: some day of it was judged by weekends alone."""


class Standing(StrEnum):
    """How one deletion stands."""

    DONE = "done"
    RUNNING = "running"
    SLOW = "slow"
    """Longer than the hub normally needs."""
    FROZEN = "frozen"
    """Some of it is held by a law, until a date."""
    OVERDUE = "overdue"
    """Not done by its day."""


def due(heard_at: datetime) -> Due:
    """When a deletion has to be done that the hub heard of at `heard_at` (with its zone)."""
    day, left, known = heard_at.astimezone(CHINA).date(), WORKING_DAYS, True
    while left:
        day += timedelta(days=1)
        works, certain = is_working_day(day)
        left -= works
        known = known and certain
    return Due(datetime.combine(day + timedelta(days=1), time(), CHINA), known)


def is_working_day(day: date) -> tuple[bool, bool]:
    """Whether China works on this day, and whether that rests on the announced holidays."""
    import chinese_calendar  # 0.1 s, and only who looks at deletions needs it

    try:
        return bool(chinese_calendar.is_workday(day)), True
    except NotImplementedError:
        return day.weekday() < _SATURDAY, False


def standing(
    heard_at: datetime, completed_at: datetime | None, frozen_until: datetime | None, now: datetime
) -> Standing:
    """How a deletion stands. One that a law holds is not overdue while it does.

    Args:
        heard_at: by the hub's clock.
        completed_at: None while it is not done.
        frozen_until: the last date that a part of it is held to.
        now: with its zone.
    """
    if completed_at is not None:
        return Standing.DONE
    if frozen_until is not None and frozen_until > now:
        return Standing.FROZEN
    if now >= due(heard_at).at:
        return Standing.OVERDUE
    return Standing.SLOW if now - heard_at > NORMALLY else Standing.RUNNING
