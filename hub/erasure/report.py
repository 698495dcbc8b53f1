"""Pure: one erasure for a list, with how it stands and by when it has to be done."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from hub.erasure.clock import Standing, due, standing
from hub.ports import Tombstone


def line(stone: Tombstone, now: datetime) -> dict[str, Any]:
    """One erasure by the names of its fields. What is done has no limit any more."""
    stands = standing(stone.heard_at, stone.completed_at, stone.frozen_until, now)
    limit = None if stone.completed_at is not None else due(stone.heard_at)
    last = None if limit is None else f"{'' if limit.holidays_known else '~'}{limit.at:%Y-%m-%d %H:%M}"
    told = {"due_at": limit and limit.at, "due": last, "holidays_known": limit and limit.holidays_known}
    return {**asdict(stone), "standing": stands, "overdue": stands is Standing.OVERDUE, **told}


def is_overdue(stone: Tombstone, now: datetime) -> bool:
    """Not done by its day, and no law holds it."""
    return standing(stone.heard_at, stone.completed_at, stone.frozen_until, now) is Standing.OVERDUE
