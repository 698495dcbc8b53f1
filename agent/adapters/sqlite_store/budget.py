"""How much may wait, by class, and who makes way.

Room is made in this order: records the hub already has (their receipt is forgotten), then waiting entries of lower
classes, the least urgent and oldest first, then, where the profile says so, the oldest of the same class. An erasure
notice is never evicted and needs no room.
"""

import math
import sqlite3
from dataclasses import dataclass, field
from typing import Final, Literal, Protocol

from agent.adapters.sqlite_store.ledger import ARRIVAL_MASK, CLASS_BITS, row_number
from agent.ports import Priority

ROW_BYTES: Final = 512
"""Allowance for a row's columns and index entries on top of its body, for the byte budget."""

_COST: Final = f"coalesce(sum({ROW_BYTES} + coalesce(length(body), 0)), 0)"


class Cap(Protocol):
    """What one class may take."""

    @property
    def max_bytes(self) -> int:
        """Bytes of its waiting entries, with `ROW_BYTES` for each."""
        ...

    @property
    def max_rows(self) -> int:
        """Most entries waiting."""
        ...

    @property
    def max_age_days(self) -> int:
        """Age at which an entry expires."""
        ...

    @property
    def when_full(self) -> Literal["refuse", "drop_oldest"]:
        """Whether a new entry is refused or the oldest of the class is evicted."""
        ...


class Budget(Protocol):
    """How much may wait, and for how long. `agent.profile.OutboxSettings` is one."""

    @property
    def max_bytes(self) -> int:
        """Bytes of all entries, with `ROW_BYTES` for each."""
        ...

    @property
    def max_rows(self) -> int:
        """Most entries waiting."""
        ...

    @property
    def max_age_days(self) -> int:
        """Age at which any entry expires."""
        ...

    @property
    def max_bytes_written_per_day(self) -> int:
        """Bytes a day that the flash is meant to take."""
        ...

    def cap(self, priority: Priority) -> Cap | None:
        """The class's own limits; None for what has none."""
        ...


class Room:
    """A budget in plain numbers: looked at for every entry."""

    __slots__ = ("all_bytes", "all_rows", "bytes", "rows")

    def __init__(self, budget: Budget) -> None:
        caps = [budget.cap(priority) for priority in Priority]
        self.rows = [math.inf if cap is None else cap.max_rows for cap in caps]
        """Most entries of each class, in order."""
        self.bytes = [math.inf if cap is None else cap.max_bytes for cap in caps]
        self.all_rows = budget.max_rows
        self.all_bytes = budget.max_bytes


@dataclass(slots=True)
class Usage:
    """What is taken: by class for what waits, and as sums over everything."""

    rows: list[int] = field(default_factory=lambda: [0] * len(Priority))
    bytes: list[int] = field(default_factory=lambda: [0] * len(Priority))
    all_rows: int = 0
    """Entries waiting."""
    all_bytes: int = 0
    """Bytes of everything, with what is settled."""

    def copy(self) -> "Usage":
        """The same figures, to go back to."""
        return Usage(self.rows.copy(), self.bytes.copy(), self.all_rows, self.all_bytes)

    def take(self, priority: int, cost: int, room: "Room") -> bool:
        """One more waits, where nobody has to make way for it; whether that is so."""
        fits = (
            self.rows[priority] < room.rows[priority]
            and self.bytes[priority] + cost <= room.bytes[priority]
            and self.all_rows < room.all_rows
            and self.all_bytes + cost <= room.all_bytes
        )
        if fits:
            self.add(priority, cost)
        return fits

    def add(self, priority: int, cost: int) -> None:
        """One more waits."""
        self.rows[priority] += 1
        self.bytes[priority] += cost
        self.all_rows += 1
        self.all_bytes += cost

    def drop(self, priority: int, cost: int) -> None:
        """One less waits."""
        self.rows[priority] -= 1
        self.bytes[priority] -= cost
        self.all_rows -= 1
        self.all_bytes -= cost


def usage(db: sqlite3.Connection) -> Usage:
    """Counted from the rows."""
    counted = Usage()
    # By ranges of the key: GROUP BY would sort the rows, bodies and all, in memory (250 MB for 100,000).
    one_class = f"SELECT count(*), {_COST} FROM entries WHERE seq >= ? AND seq < ?"  # noqa: S608 - our own sum
    for klass in Priority:
        first, beyond = klass << CLASS_BITS, (klass + 1) << CLASS_BITS
        ((counted.rows[klass], counted.bytes[klass]),) = db.execute(one_class, (first, beyond)).fetchall()
    ((settled,),) = db.execute(f"SELECT {_COST} FROM settled").fetchall()  # noqa: S608 - our own sum
    counted.all_rows, counted.all_bytes = sum(counted.rows), sum(counted.bytes) + settled
    return counted


@dataclass(frozen=True, slots=True)
class Victim:
    """Who makes way, and for which limit."""

    seq: int
    settled: bool
    reason: str


@dataclass(slots=True)
class _Over:
    rows: int
    bytes: int

    @property
    def over(self) -> bool:
        return self.rows > 0 or self.bytes > 0

    def freed(self, rows: int, cost: int) -> None:
        self.rows -= rows
        self.bytes -= cost


def victims(
    db: sqlite3.Connection, taken: Usage, priority: Priority, cost: int, budget: Budget
) -> tuple[Victim, ...] | None:
    """Who has to go so that an entry fits; None when it does not fit whoever goes. Decides, and deletes nothing."""
    cap = budget.cap(priority)
    drops_own = cap is not None and cap.when_full == "drop_oldest"
    chosen: list[Victim] = []
    everything = _Over(taken.all_rows + 1 - budget.max_rows, taken.all_bytes + cost - budget.max_bytes)
    if cap is not None:
        own = _Over(taken.rows[priority] + 1 - cap.max_rows, taken.bytes[priority] + cost - cap.max_bytes)
        if own.over and drops_own:
            _choose(db, priority, (own, everything), chosen, whose="class")
        if own.over:
            return None
    if everything.bytes > 0:
        for seq, freed in db.execute(
            "SELECT seq, ? + coalesce(length(body), 0) FROM settled WHERE state = 'receipted' ORDER BY seq & ?",
            (ROW_BYTES, ARRIVAL_MASK),
        ):
            chosen.append(Victim(seq, settled=True, reason="all_bytes"))
            everything.freed(0, freed)
            if everything.bytes <= 0:
                break
    lower = [klass for klass in reversed(Priority) if klass > priority] + ([priority] if drops_own else [])
    for klass in lower:
        if everything.over:
            _choose(db, klass, (everything,), chosen, whose="all")
    return None if everything.over else tuple(chosen)


def _choose(
    db: sqlite3.Connection, klass: Priority, limits: tuple[_Over, ...], chosen: list[Victim], *, whose: str
) -> None:
    """The oldest of a class, until the first limit holds; what goes counts for all of them."""
    limit = limits[0]
    known = {victim.seq for victim in chosen}
    for seq, cost in db.execute(
        "SELECT seq, ? + length(body) FROM entries WHERE seq >= ? AND seq < ? ORDER BY seq",
        (ROW_BYTES, row_number(klass, 0), row_number(klass + 1, 0)),
    ):
        if not limit.over:
            return
        if seq in known:
            continue
        chosen.append(Victim(seq, settled=False, reason=f"{whose}_{'rows' if limit.rows > 0 else 'bytes'}"))
        for each in limits:
            each.freed(1, cost)
