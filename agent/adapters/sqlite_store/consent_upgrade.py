"""From grants alone to grants with a signed history, and to deletions that are journaled.

What the device had written down before is signed as it stands: from then on it cannot be changed unseen. A grant whose
subject's key is damaged gets no history, and so is no consent any more.
"""

import contextlib
import json
import sqlite3
from typing import Final

from agent.adapters.sqlite_store import histories, subjects
from agent.adapters.sqlite_store.moments import moment
from agent.adapters.sqlite_store.vault import DamagedError
from agent.consent.grant import PERSON, Purpose
from agent.consent.record import ConsentEvent

STATEMENTS: Final = (
    """CREATE TABLE consent_records(
        subject TEXT NOT NULL,
        number INTEGER NOT NULL,
        record_id TEXT NOT NULL,
        body BLOB,
        PRIMARY KEY (subject, number)
    ) STRICT, WITHOUT ROWID""",
    f"ALTER TABLE grants ADD COLUMN given_by TEXT NOT NULL DEFAULT '{PERSON}'",
    "ALTER TABLE grants ADD COLUMN controller TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE grants ADD COLUMN withdrawn TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE grants ADD COLUMN closed INTEGER NOT NULL DEFAULT 0",
    """CREATE TABLE deletions(
        erasure_id TEXT PRIMARY KEY,
        scope TEXT NOT NULL CHECK (scope IN ('subject', 'record')),
        stores TEXT NOT NULL,
        records INTEGER NOT NULL,
        finished_at TEXT
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE retired(
        store TEXT PRIMARY KEY,
        count INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
)


def upgrade(db: sqlite3.Connection, keys: subjects.Keys) -> None:
    """Make the tables, and begin a history for everything that was agreed to."""
    for statement in STATEMENTS:
        db.execute(statement)
    _begin_histories(db, keys)


def _begin_histories(db: sqlite3.Connection, keys: subjects.Keys) -> None:
    """Write the first records of every grant that is there already."""
    rows = db.execute(
        "SELECT grant_id, subject, purposes, notice_hash, how, period, given_at, boot, monotonic, withdrawn_at, used_at"
        " FROM grants ORDER BY given_at, grant_id"
    ).fetchall()
    for grant_id, subject, purposes, notice_hash, how, period, given_at, boot, monotonic, withdrawn_at, used_at in rows:
        about = histories.About(
            grant_id,
            frozenset(Purpose(p) for p in json.loads(purposes)),
            "",
            notice_hash,
            how,
            PERSON,
            period,
            given_at,
            boot,
            monotonic,
        )
        events = [(ConsentEvent.GIVEN, given_at), (ConsentEvent.USED, used_at), (ConsentEvent.WITHDRAWN, withdrawn_at)]
        with contextlib.suppress(DamagedError):
            for event, at in events:
                if at is not None:
                    histories.append(db, keys, subject, event, about, moment(at))
        closed = int(withdrawn_at is not None or used_at is not None)
        withdrawn = purposes if withdrawn_at is not None else "[]"
        db.execute("UPDATE grants SET closed = ?, withdrawn = ? WHERE grant_id = ?", (closed, withdrawn, grant_id))
