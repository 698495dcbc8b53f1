"""The ledger: every record ever accepted, by what became of it, and every loss by class, fate and reason.

- The counters are one row, written in the transaction that changes the entries, with the number of the last arrival
  that they know of.
- One kind of transaction may leave it out: a single feedback record that is taken in. Nothing else gives out a number
  of arrival then, so accepted is what the row says and one for each number behind the one it knows of. This saves a
  commit one of its three pages.
"""

import sqlite3
import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from agent.ports import Ledger, Loss, Priority

COUNTERS: Final = ("accepted", "receipted", "expired", "evicted", "erased", "quarantined")

MOST_BEHIND: Final = 64
"""So many single records may be taken in before the row is written again. More would save little, and where a file is
damaged the row is what says how many there were."""

COUNTED_KIND: Final = "feedback"
"""The ledger counts feedback. Erasure notices are never lost and reports describe the ledger itself."""

CLASS_BITS: Final = 40
"""An entry's row number is its class, shifted by this, plus its number of arrival."""
ARRIVAL_MASK: Final = (1 << CLASS_BITS) - 1

LossKey = tuple[int, str, str]
"""Class, fate, reason."""


def row_number(priority: int, arrival: int) -> int:
    """Where an entry stands: rows in order are the queue in order."""
    return (priority << CLASS_BITS) | arrival


def checksum(values: Sequence[int]) -> int:
    """CRC-32 over the row's values, in order: says that they are what was written."""
    return zlib.crc32(struct.pack(f">{len(values)}q", *values))


@dataclass(frozen=True, slots=True)
class Standing:
    """What the file says of its ledger."""

    written: list[int]
    """The counters in their order, as the row has them."""
    written_for: int
    """Number of the last arrival that the row knows of."""
    arrival: int
    """Number of the last arrival."""

    @property
    def counters(self) -> list[int]:
        """With what arrived since the row was written."""
        accepted, *fates = self.written
        return [accepted + self.arrival - self.written_for, *fates]


EMPTY: Final = Standing([0] * len(COUNTERS), 0, 0)


def standing(db: sqlite3.Connection) -> Standing | None:
    """The counters as they stand; None when the row is not what was written."""
    row = db.execute(
        "SELECT accepted, receipted, expired, evicted, erased, quarantined, last_arrival, checksum FROM ledger"
    ).fetchone()
    if row is None or checksum(row[:-1]) != row[-1]:
        return None
    *written, known = row[:-1]
    ((last,),) = db.execute("SELECT max(seq & ?) FROM entries", (ARRIVAL_MASK,)).fetchall()
    return Standing(written, known, max(known, last or 0))


def remember_arrival(db: sqlite3.Connection) -> None:
    """The migration that lets the row be left out: it has to say what it knows of. A damaged row stays one."""
    db.execute("ALTER TABLE ledger ADD COLUMN last_arrival INTEGER NOT NULL DEFAULT 0")
    (*counters, told) = db.execute(
        "SELECT accepted, receipted, expired, evicted, erased, quarantined, checksum FROM ledger"
    ).fetchone()
    if checksum(counters) == told:
        write(db, counters, newest_arrival(db))


def newest_arrival(db: sqlite3.Connection) -> int:
    """The greatest number of arrival of all entries, waiting and settled; 0 where there is none."""
    rows = "SELECT seq FROM entries UNION ALL SELECT seq FROM settled"
    ((newest,),) = db.execute(f"SELECT max(seq & ?) FROM ({rows})", (ARRIVAL_MASK,)).fetchall()  # noqa: S608 - our own tables
    return newest or 0


def write(db: sqlite3.Connection, counters: Sequence[int], arrival: int) -> None:
    """Bring the row up to date.

    Args:
        db: inside a transaction.
        counters: in their order.
        arrival: number of the last arrival that they count.
    """
    values = (*counters, arrival)
    db.execute(
        "UPDATE ledger SET accepted = ?, receipted = ?, expired = ?, evicted = ?, erased = ?, quarantined = ?,"
        " last_arrival = ?, checksum = ? WHERE id = 1",
        (*values, checksum(values)),
    )


def write_losses(db: sqlite3.Connection, lost: Mapping[LossKey, int]) -> None:
    """Add to the losses."""
    db.executemany(
        "INSERT INTO losses(class, fate, reason, count) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET count = count + excluded.count",
        [(*key, count) for key, count in lost.items() if count],
    )


def read(db: sqlite3.Connection) -> Ledger:
    """The counters and, counted from the rows themselves, what is pending. One statement, so one snapshot."""
    ((pending, *values),) = db.execute(
        "SELECT waiting.pending, accepted + max(0, waiting.last - last_arrival), receipted, expired, evicted, erased,"
        " quarantined FROM ledger, (SELECT count(*) FILTER (WHERE kind = ?) AS pending,"
        " coalesce(max(seq & ?), 0) AS last FROM entries) AS waiting",
        (COUNTED_KIND, ARRIVAL_MASK),
    ).fetchall()
    return Ledger(pending=pending, **dict(zip(COUNTERS, values, strict=True)))


def losses(db: sqlite3.Connection) -> tuple[Loss, ...]:
    """Every loss ever, most urgent class first."""
    rows = db.execute("SELECT class, fate, reason, count FROM losses ORDER BY class, fate, reason").fetchall()
    return tuple(Loss(Priority(klass), fate, reason, count) for klass, fate, reason, count in rows)
