"""Whether a vehicle is where it usually is. Decided here, from keyed marks of coarse squares; a yes or no leaves.

- A square is about 11 km wide (a tenth of a degree). It is known by a keyed hash alone, with the days on which it was
  visited: no order, no times, no way back to a place without the device's key.
- Usual is what was visited on three days of the last sixty. A vehicle that is new here has no usual area, and does not
  leave it.
"""

import hashlib
import hmac
import math
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

SQUARE_DEGREES: Final = 0.1
USUAL_DAYS: Final = 3
REMEMBERED: Final = timedelta(days=60)
_MARK_BYTES = 8
_POLE, _DATE_LINE = 90.0, 180.0


class UsualArea:
    """The squares that one vehicle is usually in.

    Args:
        key: of the device; marks made with another key mean nothing.
        visited: what `visited` gave before: mark -> days.
    """

    def __init__(self, key: bytes, visited: Mapping[str, tuple[date, ...]] | None = None) -> None:
        self._key = key
        self._visited = {mark: set(days) for mark, days in (visited or {}).items()}

    @property
    def visited(self) -> dict[str, tuple[date, ...]]:
        """What to keep, for the next start."""
        return {mark: tuple(sorted(days)) for mark, days in self._visited.items()}

    def forget(self) -> None:
        """Nothing is usual any more."""
        self._visited.clear()

    def outside(self, latitude: float, longitude: float, day: date) -> bool:
        """Whether this is outside the usual area; the visit counts from now on. Positions that cannot be are inside."""
        if not (abs(latitude) <= _POLE and abs(longitude) <= _DATE_LINE):
            return False
        row, column = math.floor(latitude / SQUARE_DEGREES), math.floor(longitude / SQUARE_DEGREES)
        near = {self._mark(row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1)}
        self._forget_before(day - REMEMBERED)
        usual = {mark for mark, days in self._visited.items() if len(days) >= USUAL_DAYS}
        self._visited.setdefault(self._mark(row, column), set()).add(day)
        return bool(usual) and not usual & near

    def _mark(self, row: int, column: int) -> str:
        return hmac.new(self._key, f"{row}/{column}".encode(), hashlib.sha256).digest()[:_MARK_BYTES].hex()

    def _forget_before(self, day: date) -> None:
        for mark in list(self._visited):
            self._visited[mark] = {one for one in self._visited[mark] if one >= day}
            if not self._visited[mark]:
                del self._visited[mark]
