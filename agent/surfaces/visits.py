"""Visits: one open page each, known by a random token that only this page's own document holds.

Kept in memory, few, and short: a restart, the idle reset or another visit's turn forgets them.
"""

import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

KEPT: Final = 32
"""Most visits at a time: one screen and the phones before it. The one that was idle longest makes way."""
IDLE_S: Final = 12 * 3600.0
"""A head unit's page may stand still for a day's trip."""


@dataclass(slots=True)
class Visit:
    """What one page may see and do."""

    token: str = field(repr=False)
    alias: str | None
    """The driver profile that sits here, or None for an anonymous visit."""
    seen_at: float
    remote: bool = False
    """Opened from elsewhere, on a phone: its own microphone listens, and the device's never opens for it."""
    entry: str | None = None
    """How who sits here came in, as a record says it: face, qr, sticker, work_order."""
    secret: str | None = field(default=None, repr=False)
    """A receipt's secret that was typed or scanned here: it opens what that receipt left."""
    codes: dict[str, str] = field(default_factory=dict, repr=False)
    """Record id -> receipt code of what this page was shown, and may therefore delete one by one."""
    erasures: set[str] = field(default_factory=set)
    """Deletions that this page asked for, and may therefore take the proof of."""

    @property
    def who(self) -> str | None:
        """Whose data this page may see: a receipt's secret comes before the driver profile."""
        return self.secret or self.alias


class Visits:
    """All open pages. Used from one thread, the event loop's.

    Args:
        alias: the driver profile of a page on this device; None where visits are anonymous.
        monotonic: seconds that only grow.
    """

    def __init__(self, alias: str | None, monotonic: Callable[[], float]) -> None:
        self._alias = alias
        self._monotonic = monotonic
        self._open: OrderedDict[str, Visit] = OrderedDict()

    def begin(self, *, remote: bool = False, entry: str | None = None) -> Visit:
        """A new page was opened, on the device's own screen or elsewhere. Elsewhere nobody is the driver."""
        alias = None if remote else self._alias
        visit = Visit(secrets.token_urlsafe(24), alias, self._monotonic(), remote, entry)
        self._open[visit.token] = visit
        while len(self._open) > KEPT:
            self._open.popitem(last=False)
        return visit

    def find(self, token: str) -> Visit | None:
        """The page's visit, or None: it ended, or the agent was started again."""
        visit = self._open.get(token)
        if visit is None or self._monotonic() - visit.seen_at > IDLE_S:
            self._open.pop(token, None)
            return None
        visit.seen_at = self._monotonic()
        self._open.move_to_end(token)
        return visit

    def end(self, visit: Visit) -> None:
        """The person left: what the page was allowed to see is forgotten."""
        self._open.pop(visit.token, None)
