"""The ledger: every record ever accepted, by what became of it, and every loss by class, fate and reason.

The counters are one row, written once a commit in the transaction that changes the entries.
"""

import sqlite3
import struct
import zlib
from collections.abc import Mapping, Sequence
from typing import Final

from agent.ports import Ledger, Loss, Priority

COUNTERS: Final = ("accepted", "receipted", "expired", "evicted", "erased", "quarantined")

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


def checksum(counters: Sequence[int]) -> int:
    """CRC-32 over the counters, in order: says that the row is what was written."""
    return zlib.crc32(struct.pack(f">{len(counters)}q", *counters))


def counters(db: sqlite3.Connection) -> list[int] | None:
    """The counters in their order; None when the row is not what was written."""
    row = db.execute(
        "SELECT accepted, receipted, expired, evicted, erased, quarantined, checksum FROM ledger"
    ).fetchone()
    if row is None or checksum(row[:-1]) != row[-1]:
        return None
    return list(row[:-1])


def write(db: sqlite3.Connection, values: Sequence[int]) -> None:
    """Bring the row up to date."""
    db.execute(
        "UPDATE ledger SET accepted = ?, receipted = ?, expired = ?, evicted = ?, erased = ?, quarantined = ?,"
        " checksum = ? WHERE id = 1",
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
        "SELECT (SELECT count(*) FROM entries WHERE kind = ?), accepted, receipted, expired, evicted, erased,"
        " quarantined FROM ledger",
        (COUNTED_KIND,),
    ).fetchall()
    return Ledger(pending=pending, **dict(zip(COUNTERS, values, strict=True)))


def losses(db: sqlite3.Connection) -> tuple[Loss, ...]:
    """Every loss ever, most urgent class first."""
    rows = db.execute("SELECT class, fate, reason, count FROM losses ORDER BY class, fate, reason").fetchall()
    return tuple(Loss(Priority(klass), fate, reason, count) for klass, fate, reason, count in rows)
