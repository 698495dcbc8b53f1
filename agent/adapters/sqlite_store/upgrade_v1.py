"""Version 1 of the tables to version 2: one sealed body instead of three, what is settled apart from what waits."""

import sqlite3
from datetime import datetime
from typing import Final

from agent.adapters.sqlite_store import ledger, subjects
from agent.adapters.sqlite_store.moments import microseconds
from agent.adapters.sqlite_store.vault import Body, DamagedError, SubjectKey, open_v1
from agent.ports import Priority

_CLASS: Final = {0: Priority.ERASURE, 1: Priority.SAFETY, 2: Priority.FEEDBACK, 3: Priority.REPORT}
"""Version 1 had no class for answers: reports were 3."""


def move_rows(db: sqlite3.Connection, keys: subjects.Keys) -> None:
    """Version 1 to 2: one sealed body instead of three. What does not open any more is set aside, and counted."""
    counts: dict[str, int] = dict(db.execute("SELECT counter, value FROM ledger_v1").fetchall())
    rows = db.execute(
        "SELECT seq, record_id, kind, priority, subject, grant_id, state, size, recorded_at, receipt_blind,"
        " verifier_blind, ticket_no, reason, receipt_code, readable, frame FROM entries_v1 LEFT JOIN bodies_v1"
        " USING (seq) ORDER BY seq"
    ).fetchall()
    for row in rows:
        (seq, record_id, kind, priority, subject, grant_id, state, size, recorded_at, *rest) = row
        receipt, verifier, ticket_no, reason, code, readable, frame = rest
        body, whole = _moved_body(db, keys, subject, record_id, (code, readable, frame))
        klass = _CLASS[priority]
        if state == "pending" and not whole:
            state, reason = "quarantined", "damaged"
            counts["quarantined"] += kind == "feedback"
        if state == "quarantined":
            db.execute(
                "INSERT INTO losses(class, fate, reason, count) VALUES (?, 'quarantined', ?, 1)"
                " ON CONFLICT DO UPDATE SET count = count + 1",
                (klass, reason or ""),
            )
        recorded_us = microseconds(datetime.fromisoformat(recorded_at))
        blinds = _joined_blinds(receipt, verifier)
        values = [ledger.row_number(klass, seq), record_id, kind, subject, grant_id, size, recorded_us, 0, 0.0]
        values += [blinds, body]
        if state == "pending":
            db.execute("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
        else:
            values += [state, ticket_no, reason]
            db.execute("INSERT INTO settled VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
    counters = [counts[name] for name in ledger.COUNTERS]
    db.execute("INSERT INTO ledger VALUES (1, ?, ?, ?, ?, ?, ?, ?)", (*counters, ledger.checksum(counters)))


def _moved_body(
    db: sqlite3.Connection,
    keys: subjects.Keys,
    subject: str | None,
    record_id: str,
    blobs: tuple[bytes | None, bytes | None, bytes | None],
) -> tuple[bytes | None, bool]:
    """The body sealed anew, and whether all of it could be opened."""
    try:
        key: SubjectKey = subjects.key_of(db, keys, subject)
        code, readable, frame = open_v1(key, record_id, blobs)
    except DamagedError:
        return None, False
    return key.seal(Body(code, readable, frame).pack(), record_id), frame is not None


def _joined_blinds(receipt: bytes | None, verifier: bytes | None) -> bytes | None:
    """How the two keyed hashes of a receipt stand in one column; zeros for one that is absent."""
    if receipt is None and verifier is None:
        return None
    absent = bytes(subjects.BLIND_BYTES)
    return (receipt or absent)[: subjects.BLIND_BYTES] + (verifier or absent)[: subjects.BLIND_BYTES]
