"""The tables, and the migrations that lead to them. Forward only; an older agent refuses a newer file.

Everything a person said or holds is in `bodies`, encrypted. Names that a person knows (profile, receipt code, receipt
secret) are kept as keyed hashes elsewhere. `tombstones` outlive their subject.

`entries` is narrow and has no index by subject or receipt: both are random, and would make every commit write pages
all over the file. The rare questions by them read the narrow table instead, some milliseconds for 50,000 rows.
"""

import sqlite3
from typing import Final

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

APPLICATION_ID: Final = 0x54434831
"""Marks the file as ours ("TCH1"), in bytes 68 to 71 of its header (https://sqlite.org/fileformat2.html)."""

DEVICE_SUBJECT: Final = "device"
"""Holds the key of entries that belong to nobody: loss reports and erasure notices."""

COUNTERS: Final = ("accepted", "receipted", "expired", "evicted", "erased", "quarantined")

_FIRST: Final = "0001_outbox_consent_ledger"
_KNOWN: Final = frozenset({_FIRST})
_migrations = Migrations("agent")

_V1: Final = (
    """CREATE TABLE meta(
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE subjects(
        subject TEXT PRIMARY KEY,
        alias_blind BLOB UNIQUE,
        wrapped_key BLOB NOT NULL,
        created TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE grants(
        grant_id TEXT PRIMARY KEY,
        subject TEXT NOT NULL,
        purposes TEXT NOT NULL,
        notice_hash TEXT NOT NULL,
        how TEXT NOT NULL,
        period TEXT NOT NULL,
        given_at TEXT NOT NULL,
        expires_at TEXT NOT NULL,
        withdrawn_at TEXT,
        used_at TEXT
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX grants_by_subject ON grants(subject)",
    """CREATE TABLE entries(
        seq INTEGER PRIMARY KEY,
        record_id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        priority INTEGER NOT NULL,
        subject TEXT,
        grant_id TEXT,
        state TEXT NOT NULL CHECK (state IN ('pending', 'receipted', 'quarantined')),
        size INTEGER NOT NULL,
        cost INTEGER NOT NULL,
        recorded_at TEXT NOT NULL,
        receipt_blind BLOB,
        verifier_blind BLOB,
        ticket_no TEXT,
        reason TEXT
    ) STRICT""",
    "CREATE INDEX entries_waiting ON entries(priority, seq) WHERE state = 'pending'",
    """CREATE TABLE bodies(
        seq INTEGER PRIMARY KEY,
        receipt_code BLOB,
        readable BLOB,
        frame BLOB
    ) STRICT""",
    """CREATE TABLE ledger(
        counter TEXT PRIMARY KEY,
        value INTEGER NOT NULL CHECK (value >= 0)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE tombstones(
        seq INTEGER PRIMARY KEY,
        erasure_id TEXT NOT NULL UNIQUE,
        subject TEXT NOT NULL,
        scope TEXT NOT NULL CHECK (scope IN ('subject', 'record')),
        record_ids TEXT NOT NULL,
        requested_at TEXT NOT NULL,
        answered_at TEXT,
        hub_stores TEXT
    ) STRICT""",
    "CREATE INDEX tombstones_by_subject ON tombstones(subject)",
)


@_migrations(name=_FIRST)
def _outbox_consent_ledger(db: Database) -> None:
    for statement in _V1:
        db.execute(statement)
    for counter in COUNTERS:
        db.execute("INSERT INTO ledger(counter, value) VALUES (?, 0)", (counter,))


def migrate(db: sqlite3.Connection) -> None:
    """Bring the file to this agent's schema. Each step commits with its own record, or not at all."""
    database = _database(db)
    if _migrations.pending(database):
        _migrations.apply(database)


def unknown_migrations(db: sqlite3.Connection) -> list[str]:
    """Migrations in the file that this agent does not know: a newer agent wrote it."""
    return [step.name for step in _migrations.applied(_database(db)) if step.name not in _KNOWN]


def is_ours(db: sqlite3.Connection) -> bool:
    """Whether this agent or another version of it made the file.

    Looks at the schema too: one flipped bit in the header must not turn the device's own store into a stranger's.
    """
    (application_id,) = db.execute("PRAGMA application_id").fetchone()
    return application_id == APPLICATION_ID or bool(_migrations.applied(_database(db)))


def is_empty(db: sqlite3.Connection) -> bool:
    """Whether nothing was ever created in the file."""
    (tables,) = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return bool(tables == 0)


def _database(db: sqlite3.Connection) -> Database:
    return Database(db, execute_plugins=False)  # an installed plugin would otherwise be given the connection
