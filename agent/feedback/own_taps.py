"""Whether a touch on a face was a customer's, or the shop's own: marked with the reason, and never dropped.

- A burst: the third touch and those after it, each within seconds of the one before. Others have to walk up first.
- One hand: one and the same face again and again, quicker than customers come or as regular as a clock.
- Closed: well outside the opening hours of the profile, by the wall clock. It can be wrong: a mark, and no more.

The first touches of a row are sent before anybody can know; a Saturday with a queue looks like none of these. Times
and faces of the last touches are all that is looked at, in memory alone.
"""

from collections import deque
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Final, Self


class Doubt(StrEnum):
    """Why a touch may be the shop's own."""

    BURST = "burst"
    ONE_HAND = "one_hand"
    CLOSED = "closed"


HURRY_S: Final = 8.0
"""Seconds. The thanks are wiped before the next face can be touched; two customers take longer than a clerk."""
_BURST: Final = 3
"""Two may come together, and a child touches twice."""
CROWD_S: Final = 25.0
"""Seconds between customers in a row, at the least on the whole, at a terminal with a queue."""
_CROWD: Final = 6
REGULAR_S: Final = 90.0
_REGULAR: Final = 5
_SAME_PACE: Final = 0.05
"""Share by which the pauses of a regular hand differ; those of people differ by more than half."""
_SAME_PACE_S: Final = 2.0
_DOOR: Final = timedelta(minutes=30)
"""Before opening and after closing there are still customers."""


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """From when to when, in local time; the end may lie after midnight."""

    opens: time
    closes: time

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """`08:30-18:00`; None for an empty text: never closed."""
        first, dash, last = text.partition("-")
        return cls(time.fromisoformat(first), time.fromisoformat(last)) if dash and first else None

    def closed(self, at: datetime) -> bool:
        """Whether nobody can be there any more.

        Args:
            at: in local time.
        """
        opens = at.replace(hour=self.opens.hour, minute=self.opens.minute, second=0, microsecond=0) - _DOOR
        closes = at.replace(hour=self.closes.hour, minute=self.closes.minute, second=0, microsecond=0) + _DOOR
        if self.opens >= self.closes:
            return closes < at < opens
        return not opens <= at <= closes


class OwnTaps:
    """The last touches on one screen.

    Args:
        opening: the shop's hours; None: never closed.
    """

    def __init__(self, opening: OpeningHours | None) -> None:
        self._opening = opening
        self._last: deque[tuple[float, int]] = deque(maxlen=_CROWD)

    def doubt(self, rating: int, local: datetime, monotonic: float) -> Doubt | None:
        """Why this touch may be the shop's own; None where nothing speaks for it. Remembers it.

        Args:
            rating: the face, 1 to 5.
            local: wall-clock time, in the place's zone.
            monotonic: seconds that only grow.
        """
        self._last.append((monotonic, rating))
        if self._opening is not None and self._opening.closed(local):
            return Doubt.CLOSED
        if self._in_a_row(HURRY_S, same_face=False) >= _BURST:
            return Doubt.BURST
        if self._in_a_row(CROWD_S, same_face=True) >= _CROWD or self._is_regular():
            return Doubt.ONE_HAND
        return None

    def _in_a_row(self, longest_s: float, *, same_face: bool) -> int:
        """How many touches, this one included, with no longer pause between them."""
        touches = list(reversed(self._last))
        count = 1
        for (later, face), (earlier, other) in pairwise(touches):
            if later - earlier > longest_s or (same_face and face != other):
                break
            count += 1
        return count

    def _is_regular(self) -> bool:
        if self._in_a_row(REGULAR_S, same_face=True) < _REGULAR:
            return False
        times = [at for at, _ in self._last][-_REGULAR:]
        pauses = [later - earlier for earlier, later in pairwise(times)]
        return max(pauses) - min(pauses) <= max(_SAME_PACE_S, _SAME_PACE * max(pauses))
