"""What a job sees of the transaction that it runs in: the connection, and the figures that change with it."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from agent.adapters.sqlite_store import budget, ledger
from agent.adapters.sqlite_store.ledger import ARRIVAL_MASK, CLASS_BITS, COUNTERS, LossKey
from agent.adapters.sqlite_store.staging import Row

INSERT: Final = "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
"""A row of `entries`, all columns in order."""

INSERT_NEW: Final = (
    "INSERT OR IGNORE INTO entries SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11"
    " WHERE NOT EXISTS (SELECT 1 FROM settled WHERE record_id = ?2)"
)
"""Nothing else than a known id can be ignored: the values are ours, and the number is a new one."""


class Transaction:
    """What a job sees: the write connection, and the figures that change with it."""

    def __init__(self, db: sqlite3.Connection, figures: "Figures", known: dict[Any, Any]) -> None:
        self.db = db
        self.usage = figures.usage
        self.counters = figures.counters
        self.arrival = figures.arrival
        self.known = known
        """What puts have read of consent and keys, in this transaction and before. Every other job empties it."""
        self._lost: dict[LossKey, int] = {}

    def count(self, counter: str, by: int = 1) -> None:
        """Add to a ledger counter; written when the group commits, in the same transaction."""
        self.counters[COUNTERS.index(counter)] += by

    def lose(self, priority: int, fate: str, reason: str, by: int = 1) -> None:
        """Count a loss by class, fate and reason."""
        key = (priority, fate, reason)
        self._lost[key] = self._lost.get(key, 0) + by

    def next_arrival(self) -> int:
        """The number of the next entry."""
        self.arrival += 1
        return self.arrival

    def mark(self) -> tuple[Any, ...]:
        """The figures now, for `reset`."""
        return self.usage.copy(), self.counters.copy(), self.arrival, self._lost.copy()

    def reset(self, mark: tuple[Any, ...]) -> None:
        """Forget what a failed job changed."""
        self.usage, self.counters, self.arrival, self._lost = mark

    def write_counts(self, before: "Figures") -> None:
        """Bring the ledger up to date."""
        if self.counters != before.counters or self.arrival != before.ledger_arrival:
            ledger.write(self.db, self.counters, self.arrival)
        if self._lost:
            ledger.write_losses(self.db, self._lost)


@dataclass(slots=True)
class Figures:
    """What is known of the file between transactions."""

    usage: budget.Usage
    counters: list[int]
    arrival: int
    """Number of the last arrival."""
    ledger_arrival: int
    """The last one that the ledger's row knows of."""

    def copy(self) -> "Figures":
        """The same, to be changed by a transaction that may fail."""
        return Figures(self.usage.copy(), self.counters.copy(), self.arrival, self.ledger_arrival)

    def count_in(self, unmoved: Sequence[Row]) -> None:
        """Add rows that the table is still to get."""
        for row in unmoved:
            self.usage.add(row[0] >> CLASS_BITS, budget.ROW_BYTES + len(row[-1]))
            self.counters[0] += 1
            self.arrival = row[0] & ARRIVAL_MASK

    @classmethod
    def of(cls, db: sqlite3.Connection) -> "Figures":
        """Counted from the rows."""
        standing = ledger.standing(db) or ledger.EMPTY  # whatever is settled, the ledger's row knows of
        return cls(budget.usage(db), standing.counters, standing.arrival, standing.written_for)
