"""Destroying a subject, or one record, so that nothing of it can be read on this device again. Journaled.

1. One transaction: tombstone, notice and journal (`deletions`), then the registry of tables, the key first.
2. Files beside the database that may hold copies (damaged files set aside, core files): deleted.
3. The write-ahead log, which still holds old pages, is emptied.
4. The journal says that it is finished, with what was done in each place; the log is emptied once more. Only then does
   the caller hear that it is done.

A power cut before the commit of 1 leaves the subject whole; after it the subject is gone, and opening the store goes on
with 2 until the journal says finished.

For one record the subject's key is replaced: the remaining rows are sealed anew, so that whatever the erased row left
behind in flash cells or backups is sealed under a key that is nowhere any more. A visit whose only record it was
goes as
a whole.
"""

import json
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from agent.adapters.sqlite_store import holdings, outbox, subjects
from agent.adapters.sqlite_store.accepting import Accepting
from agent.adapters.sqlite_store.ledger import ARRIVAL_MASK, COUNTED_KIND
from agent.adapters.sqlite_store.moments import moment, stamp
from agent.adapters.sqlite_store.transaction import Transaction
from agent.consent.holding import StoreDone
from agent.ports import Deletion, ErasureReport, NewEntry, Priority

MakeNotice = Callable[[tuple[str, ...]], tuple[str, bytes]]

LOG: Final = "write_ahead_log"
"""What the journal calls SQLite's log."""


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
    reach = None if order.record_id is None or _is_whole_visit(tx.db, order) else order.record_id
    done = holdings.erase(holdings.Erasing(tx, keys, order.subject, reach))
    tx.db.execute(
        "INSERT INTO deletions(erasure_id, scope, stores, records) VALUES (?, ?, ?, ?)",
        (erasure_id, _scope(order), _listed(done), len(record_ids)),
    )
    counted = {one.store: one.count for one in done}
    return ErasureReport(
        erasure_id,
        counted["subjects"],
        counted["entries"] + counted["settled"] + counted["directives"],
        wal_truncated=False,
        record_ids=record_ids,
        stores=done,
    )


def unfinished(db: sqlite3.Connection) -> list[tuple[str, tuple[StoreDone, ...]]]:
    """Erasures that a power cut interrupted after their commit, and what was done by then."""
    rows = db.execute("SELECT erasure_id, stores FROM deletions WHERE finished_at IS NULL").fetchall()
    return [(erasure_id, tuple(StoreDone(**one) for one in json.loads(stores))) for erasure_id, stores in rows]


def finish(db: sqlite3.Connection, erasure_id: str, done: Sequence[StoreDone], at: datetime) -> None:
    """The last line of the journal."""
    db.execute(
        "UPDATE deletions SET stores = ?, finished_at = ? WHERE erasure_id = ?", (_listed(done), stamp(at), erasure_id)
    )


def deletions(db: sqlite3.Connection) -> tuple[Deletion, ...]:
    """Every erasure that is remembered, newest first."""
    rows = db.execute(
        "SELECT d.erasure_id, d.scope, d.stores, d.records, d.finished_at, t.requested_at, t.hub_stores FROM "
        "deletions d"
        " JOIN tombstones t ON t.erasure_id = d.erasure_id ORDER BY t.seq DESC"
    ).fetchall()
    return tuple(
        Deletion(
            erasure_id,
            scope,
            moment(requested_at),
            None if finished_at is None else moment(finished_at),
            records,
            tuple(StoreDone(**one) for one in json.loads(stores)),
            answer,
        )
        for erasure_id, scope, stores, records, finished_at, requested_at, answer in rows
    )


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
        "SELECT record_id, seq & ?3 AS arrival FROM entries WHERE subject = ?1 AND kind = ?4 AND (?2 IS NULL OR "
        "record_id"
        " = ?2) UNION ALL SELECT record_id, seq & ?3 FROM settled WHERE subject = ?1 AND (?2 IS NULL OR record_id = ?2)"
        " ORDER BY arrival",
        (order.subject, order.record_id, ARRIVAL_MASK, COUNTED_KIND),
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
            _scope(order),
            json.dumps(asked),
            stamp(order.at),
        ),
    )


def _is_whole_visit(db: sqlite3.Connection, order: ErasureOrder) -> bool:
    """Whether the subject has no name here and nothing besides this record."""
    row = db.execute(
        "SELECT alias_blind IS NULL AND NOT EXISTS (SELECT 1 FROM entries WHERE subject = ?1 AND kind = ?3 AND "
        "record_id"
        " != ?2) AND NOT EXISTS (SELECT 1 FROM settled WHERE subject = ?1 AND record_id != ?2) AND EXISTS (SELECT 1 "
        "FROM"
        " entries WHERE record_id = ?2 AND subject = ?1 UNION ALL SELECT 1 FROM settled WHERE record_id = ?2 AND "
        "subject ="
        " ?1) FROM subjects WHERE subject = ?1",
        (order.subject, order.record_id, COUNTED_KIND),
    ).fetchone()
    return row is not None and bool(row[0])


def _scope(order: ErasureOrder) -> str:
    return "subject" if order.record_id is None else "record"


def _listed(done: Sequence[StoreDone]) -> str:
    return json.dumps([one.as_values() for one in done])
