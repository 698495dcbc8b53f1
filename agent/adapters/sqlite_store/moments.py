"""Moments as stored: ISO 8601 in UTC with microseconds, a fixed width, so that text order is time order."""

from datetime import UTC, datetime


def stamp(moment: datetime) -> str:
    """The moment as stored."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment(stamped: str) -> datetime:
    """The moment again, in UTC."""
    return datetime.fromisoformat(stamped)
