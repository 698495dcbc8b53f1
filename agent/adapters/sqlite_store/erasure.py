"""Destroying a subject, or one record, so that nothing of it can be read on this device again.

One transaction: tombstone and notice, then the key, then the rows. After its commit the write-ahead log, which still
holds old pages, is emptied; only then does the caller hear that it is done. A power cut before the commit leaves the
subject whole, one after it leaves the subject gone, and opening the store empties the log again.

For one record the subject's key is replaced: the remaining rows are sealed anew, so that whatever the erased row left
behind in flash cells or backups is sealed under a key that is nowhere any more.
"""

import contextlib
import json
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from agent.adapters.sqlite_store import directives, outbox, subjects
from agent.adapters.sqlite_store.accepting import Accepting
from agent.adapters.sqlite_store.ledger import ARRIVAL_MASK
from agent.adapters.sqlite_store.moments import moment, stamp
from agent.adapters.sqlite_store.vault import DamagedError
from agent.adapters.sqlite_store.writer import Transaction
from agent.ports import ErasureReport, NewEntry, Priority

MakeNotice = Callable[[tuple[str, ...]], tuple[str, bytes]]


@dataclass(frozen=True, slots=True)
class ErasureOrder:
    """What was asked for."""

    subject: str
    record_id: str | None
    """Only this record, or None for everything."""
    at: datetime


def erase(
    tx: Transaction, order: ErasureOrder, make_notice: MakeNotice, keys: subjects.Keys, accepting: Accepting
) -> ErasureReport:
    """Do it, up to the commit; the report says that the log is not yet emptied."""
    record_ids = _known_records(tx.db, order)
    erasure_id, frame = make_notice(record_ids)
    _bury(tx, order, erasure_id, record_ids)
    notice = NewEntry(erasure_id, outbox.ERASURE_KIND, Priority.ERASURE, frame, order.at)
    accepting.take_notice(tx, notice)
    news = directives.purge(tx, order.subject, order.record_id)
    if order.record_id is None:
        shredded = tx.db.execute("DELETE FROM subjects WHERE subject = ?", (order.subject,)).rowcount
        deleted = outbox.purge(tx, order.subject)
        tx.db.execute("DELETE FROM grants WHERE subject = ?", (order.subject,))
    else:
        deleted = outbox.purge(tx, order.subject, order.record_id)
        shredded = _replace_key(tx, order.subject, keys) if deleted or news else 0
    return ErasureReport(erasure_id, shredded, deleted + news, wal_truncated=False, record_ids=record_ids)


def settle(tx: Transaction, erasure_id: str, hub_stores: str, at: datetime) -> None:
    """The hub's answer: the first one is kept, since a repeated notice finds nothing left to delete."""
    tx.db.execute(
        "UPDATE tombstones SET hub_stores = ?, answered_at = ? WHERE erasure_id = ? AND hub_stores IS NULL",
        (hub_stores, stamp(at), erasure_id),
    )
    waiting = tx.db.execute(
        "SELECT seq FROM entries WHERE record_id = ?1 AND kind = ?2 UNION ALL"
        " SELECT seq FROM settled WHERE record_id = ?1 AND kind = ?2",
        (erasure_id, outbox.ERASURE_KIND),
    ).fetchall()
    outbox.remove(tx, [seq for (seq,) in waiting])


def tombstones(db: sqlite3.Connection) -> Sequence[tuple[str, datetime, str | None]]:
    """Erasures asked for on this device, newest first."""
    rows = db.execute("SELECT erasure_id, requested_at, hub_stores FROM tombstones ORDER BY seq DESC").fetchall()
    return [(erasure_id, moment(requested_at), hub_stores) for erasure_id, requested_at, hub_stores in rows]


def _known_records(db: sqlite3.Connection, order: ErasureOrder) -> tuple[str, ...]:
    """What the device has of it, in the order it came."""
    rows = db.execute(
        "SELECT record_id, seq & ?3 AS arrival FROM entries WHERE subject = ?1 AND (?2 IS NULL OR record_id = ?2)"
        " UNION ALL SELECT record_id, seq & ?3 FROM settled WHERE subject = ?1 AND (?2 IS NULL OR record_id = ?2)"
        " ORDER BY arrival",
        (order.subject, order.record_id, ARRIVAL_MASK),
    ).fetchall()
    return tuple(record_id for record_id, _ in rows)


def _bury(tx: Transaction, order: ErasureOrder, erasure_id: str, record_ids: tuple[str, ...]) -> None:
    """The tombstone names the asked-for record even when it is not here, so that a late copy is refused."""
    asked = record_ids if order.record_id is None else (order.record_id,)
    tx.db.execute(
        "INSERT INTO tombstones(erasure_id, subject, scope, record_ids, requested_at) VALUES (?, ?, ?, ?, ?)",
        (
            erasure_id,
            order.subject,
            "subject" if order.record_id is None else "record",
            json.dumps(asked),
            stamp(order.at),
        ),
    )


def _replace_key(tx: Transaction, subject: str, keys: subjects.Keys) -> int:
    """Seal what remains of a subject under a fresh key and forget the old one; how many keys were destroyed."""
    try:
        old = subjects.key_of(tx.db, keys, subject)
    except DamagedError:
        old = None
    new, wrapped = keys.fresh()
    for table in ("entries", "settled"):
        rows = tx.db.execute(f"SELECT seq, record_id, body FROM {table} WHERE subject = ?", (subject,)).fetchall()  # noqa: S608 - our own tables
        for seq, record_id, body in rows:
            resealed = None
            if old is not None and body is not None:
                with contextlib.suppress(DamagedError):
                    resealed = new.seal(old.open(body, record_id).pack(), record_id)
            tx.db.execute(f"UPDATE {table} SET body = ? WHERE seq = ?", (resealed, seq))  # noqa: S608 - our own tables
            if resealed is None and table == "entries":
                # unreadable before, and no reason to keep what was asked to be destroyed
                outbox.set_aside(tx, record_id, "damaged")
    directives.reseal(tx, subject, old, new)
    return tx.db.execute("UPDATE subjects SET wrapped_key = ? WHERE subject = ?", (wrapped, subject)).rowcount
