"""Moments and lengths of time in words. The page's own `timeleft.js` follows the same rules; a test compares them."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Final

from hub.web.wording import Words

BEIJING: Final = timezone(timedelta(hours=8))
"""China has one civil time, UTC+8, without daylight saving."""
SOON: Final = timedelta(minutes=10)
NEAR: Final = timedelta(hours=1)

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def span_words(seconds: int, words: Words) -> str:
    """A length of time in words, to the minute; below ten minutes to the second. `timeleft.js` says the same."""
    minutes, s = divmod(seconds, 60)
    hours, m = divmod(minutes, 60)
    days, h = divmod(hours, 24)
    if days:
        return words("span.days", d=days, h=h)
    if hours:
        return words("span.hours", h=h, m=m)
    if minutes >= SOON.total_seconds() // 60:
        return words("span.minutes", m=m)
    return words("span.short", m=m, s=s) if minutes else words("span.seconds", s=s)


def left_words(left: timedelta, words: Words) -> str:
    """Time left, or by how much it is over."""
    if left <= timedelta(0):
        return words("left.over", span=span_words(int(-left.total_seconds()), words))
    return span_words(int(left.total_seconds()), words)


def about_words(length: timedelta, words: Words) -> str:
    """A length of time in its largest unit."""
    minutes = max(1, int(length.total_seconds()) // 60)
    if minutes < 60:  # noqa: PLR2004 - minutes of an hour
        return words("about.minutes", n=minutes)
    hours = minutes // 60
    return words("about.hours", n=hours) if hours < 48 else words("about.days", n=hours // 24)  # noqa: PLR2004 - two days


def ago_words(then: datetime, now: datetime, words: Words) -> str:
    """How long ago, roughly. `timeleft.js` says the same."""
    if now - then < timedelta(minutes=1):
        return words("ago.now")
    return words("ago", span=about_words(now - then, words))


def clock_words(moment: datetime, *, seconds: bool = False) -> str:
    """Hours and minutes in Beijing."""
    return moment.astimezone(BEIJING).strftime("%H:%M:%S" if seconds else "%H:%M")


def moment_words(moment: datetime, now: datetime, words: Words, *, seconds: bool = False) -> str:
    """A date and time in Beijing; the year only where it is not this one."""
    local = moment.astimezone(BEIJING)
    key = "moment" if local.year == now.astimezone(BEIJING).year else "moment.year"
    name = _MONTHS[local.month - 1]
    return words(
        key, year=local.year, month=local.month, name=name, day=local.day, clock=clock_words(moment, seconds=seconds)
    )


def urgency(left: timedelta) -> str:
    """How near a limit is: over, soon (10 minutes), near (an hour) or calm."""
    if left <= timedelta(0):
        return "over"
    if left <= SOON:
        return "soon"
    return "near" if left <= NEAR else "calm"


def iso(moment: datetime) -> str:
    """ISO 8601 in UTC, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
