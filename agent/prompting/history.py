"""What was asked before on this device, and what that forbids now. It holds no answer and no words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from agent.contract.directives import PromptRule


class Ended(StrEnum):
    """How a question ended."""

    ANSWERED = "answered"
    DISMISSED = "dismissed"
    UNANSWERED = "unanswered"
    """Nobody reacted: taken as a dismissal, for a question must not be repeated until somebody gives in."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One conversation, its follow-ups included."""

    rule_id: str
    at: datetime
    ended: Ended
    safety: bool = False


class Suppressed(StrEnum):
    """Why a question was not asked, although what it waits for has happened."""

    COOL_DOWN = "cool_down"
    DISMISSED = "dismissed"
    """Refused lately: it rests."""
    DAY_IS_FULL = "day_is_full"
    WEEK_IS_FULL = "week_is_full"
    OTHER_AUDIENCE = "other_audience"
    EXPIRED = "expired"
    NOT_THIS_TRIP = "not_this_trip"
    ANOTHER_FIRST = "another_first"
    """The same event raised a question that matters more."""
    MOVING = "moving"
    """The vehicle moved until it was too late to ask."""
    BUSY = "busy"
    """Another question stood there until it was too late to ask."""
    SAFETY_FIRST = "safety_first"
    """A question about safety took its place until it was too late to ask again."""
    NOT_SEEN = "not_seen"
    """No page showed it until it was too late: nobody was there, or somebody in the middle of something else."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much may be asked of one person. None: no limit, for a kiosk that meets another one each time."""

    per_day: int | None = 1
    """Questions within any 24 hours; what is about safety is not counted."""
    per_week: int | None = 2
    """Within any 7 days."""
    rests: bool = True
    """A question that was dismissed rests; where each visit is somebody else, nobody has refused it yet."""


DISMISSED_RESTS: Final = timedelta(days=7)
"""How long a question rests after it was dismissed once; twice as long for every further time in a row."""
LONGEST_REST: Final = timedelta(days=56)

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


class History:
    """What was asked, oldest first."""

    def __init__(self, asked: Iterable[Asked] = ()) -> None:
        self._asked = sorted(asked, key=lambda one: one.at)

    def add(self, asked: Asked) -> None:
        """One more."""
        self._asked.append(asked)

    def why_not(self, rule: PromptRule, limits: Limits, now: datetime) -> Suppressed | None:
        """What forbids this rule now. What is about safety knows its cool-down alone."""
        mine = [one for one in self._asked if one.rule_id == rule.rule_id]
        if mine and now - mine[-1].at < timedelta(seconds=rule.cool_down_s):
            return Suppressed.COOL_DOWN
        if rule.safety:
            return None
        if limits.rests and mine and now - mine[-1].at < _rest(mine):
            return Suppressed.DISMISSED
        if self._full(limits.per_day, _DAY, now):
            return Suppressed.DAY_IS_FULL
        if self._full(limits.per_week, _WEEK, now):
            return Suppressed.WEEK_IS_FULL
        return None

    def _full(self, most: int | None, length: timedelta, now: datetime) -> bool:
        return most is not None and sum(now - one.at < length for one in self._asked if not one.safety) >= most


def _rest(mine: list[Asked]) -> timedelta:
    """Nothing after an answer; the longer, the more often it was dismissed in a row."""
    in_a_row = 0
    for one in reversed(mine):
        if one.ended is Ended.ANSWERED:
            break
        in_a_row += 1
    return min(DISMISSED_RESTS * 2 ** (in_a_row - 1), LONGEST_REST) if in_a_row else timedelta(0)
