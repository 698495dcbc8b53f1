"""The tables, and the migrations that lead to them. Forward only; an older agent refuses a newer file.

Everything a person said or holds is in `body`, encrypted. Names that a person knows (profile, receipt code, receipt
secret) are kept as keyed hashes elsewhere. `tombstones` outlive their subject.

One durable put writes two pages: the row's and its id's; one in 64 also the ledger's. Those that follow each other wait
beside the database for the next transaction (`staging`).

- `entries` holds what waits and nothing else. Its row number is class and arrival in one, so that reading it in order
  is reading the queue in order, and no second index has to be written.
- `settled` holds what became of the others. Neither has an index by subject or receipt: both are random, and would
  make every commit write pages all over the file. The rare questions by them read the whole table instead.
- `ledger` is one row with a checksum over its own counters.
"""

import sqlite3
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

from agent.adapters.sqlite_store import (
    asked,
    consent_upgrade,
    directives,
    ledger,
    staging,
    subjects,
    tags,
    upgrade_v1,
    whereabouts,
)

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID: Final = 0x54434831
"""Marks the file as ours ("TCH1"), in bytes 68 to 71 of its header (https://sqlite.org/fileformat2.html)."""

_FIRST: Final = "0001_outbox_consent_ledger"
_SECOND: Final = "0002_queue_in_order_losses_and_boots"
_THIRD: Final = "0003_directives"
_FOURTH: Final = "0004_consent_histories_and_deletions"
_FIFTH: Final = "0005_voice"
_SIXTH: Final = "0006_questions"
_SEVENTH: Final = "0007_personal_tags"
_EIGHTH: Final = "0008_usual_area"
_NINTH: Final = "0009_ledger_knows_its_last_arrival"
_TENTH: Final = "0010_single_records_wait_beside_the_table"
STEPS: Final = (_FIRST, _SECOND, _THIRD, _FOURTH, _FIFTH, _SIXTH, _SEVENTH, _EIGHTH, _NINTH, _TENTH)
"""Every step there has been, in order."""

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


_ENTRY_COLUMNS: Final = """
        seq INTEGER PRIMARY KEY,
        record_id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        subject TEXT,
        grant_id TEXT,
        size INTEGER NOT NULL,
        recorded_us INTEGER NOT NULL,
        boot INTEGER NOT NULL,
        monotonic REAL NOT NULL,
        blinds BLOB,
        body BLOB"""

_V2: Final = (
    "ALTER TABLE entries RENAME TO entries_v1",
    "ALTER TABLE bodies RENAME TO bodies_v1",
    "ALTER TABLE ledger RENAME TO ledger_v1",
    f"CREATE TABLE entries({_ENTRY_COLUMNS}) STRICT",
    f"""CREATE TABLE settled({_ENTRY_COLUMNS},
        state TEXT NOT NULL CHECK (state IN ('receipted', 'quarantined')),
        ticket_no TEXT,
        reason TEXT
    ) STRICT""",
    """CREATE TABLE ledger(
        id INTEGER PRIMARY KEY CHECK (id = 1),
        accepted INTEGER NOT NULL,
        receipted INTEGER NOT NULL,
        expired INTEGER NOT NULL,
        evicted INTEGER NOT NULL,
        erased INTEGER NOT NULL,
        quarantined INTEGER NOT NULL,
        checksum INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE losses(
        class INTEGER NOT NULL,
        fate TEXT NOT NULL,
        reason TEXT NOT NULL,
        count INTEGER NOT NULL,
        PRIMARY KEY (class, fate, reason)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE boots(
        number INTEGER PRIMARY KEY,
        boot_id TEXT NOT NULL,
        lasted_s REAL NOT NULL,
        started_at TEXT
    ) STRICT""",
    """CREATE TABLE written(
        day TEXT PRIMARY KEY,
        bytes INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "ALTER TABLE grants DROP COLUMN expires_at",
    "ALTER TABLE grants ADD COLUMN boot INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE grants ADD COLUMN monotonic REAL NOT NULL DEFAULT 0.0",
)
_V2_END: Final = ("DROP TABLE bodies_v1", "DROP TABLE entries_v1", "DROP TABLE ledger_v1")


def migrate(db: sqlite3.Connection, keys: subjects.Keys) -> None:
    """Bring the file to this agent's schema. Each step commits with its own record, or not at all."""
    if set(STEPS) <= set(_applied(db)):
        return
    from sqlite_utils import Database  # 14 MB of memory with what it imports: an up-to-date file is opened without it
    from sqlite_utils.migrations import Migrations

    steps = Migrations("agent")
    for name, change in _changes(db, keys).items():
        steps(name=name)(change)
    steps.apply(Database(db, execute_plugins=False))  # an installed plugin would otherwise be given the connection


def _changes(db: sqlite3.Connection, keys: subjects.Keys) -> dict[str, Callable[["Database"], None]]:
    """What each step does, in order."""
    return {
        _FIRST: _outbox_consent_ledger,
        _SECOND: lambda database: _queue_in_order_losses_and_boots(database, db, keys),
        _THIRD: lambda database: _run(database, [directives.TABLE]),
        _FOURTH: lambda _: consent_upgrade.upgrade(db, keys),
        _FIFTH: _let_older_agents_refuse,
        _SIXTH: lambda database: _run(database, asked.TABLES),
        _SEVENTH: lambda database: _run(database, [tags.TABLE]),
        _EIGHTH: lambda database: _run(database, [whereabouts.TABLE]),
        _NINTH: lambda _: ledger.remember_arrival(db),
        _TENTH: lambda _: staging.mark_database(db, keys.random_bytes),
    }


def _outbox_consent_ledger(database: "Database") -> None:
    _run(database, _V1)
    for counter in ledger.COUNTERS:
        database.execute("INSERT INTO ledger(counter, value) VALUES (?, 0)", (counter,))


def _queue_in_order_losses_and_boots(database: "Database", db: sqlite3.Connection, keys: subjects.Keys) -> None:
    _run(database, _V2)
    upgrade_v1.move_rows(db, keys)
    _run(database, _V2_END)


def _run(database: "Database", statements: Iterable[str]) -> None:
    for statement in statements:
        database.execute(statement)


def _let_older_agents_refuse(_database: object) -> None:
    """No table changes, but from now on there are entries of a class (voice) that older agents take for damage."""


def newer_steps(db: sqlite3.Connection) -> list[str]:
    """Steps in the file that this agent does not know: a newer agent wrote it.

    It has all of ours too. A name that stands in place of one of ours is a damaged one.
    """
    applied = _applied(db)
    return [name for name in applied if name not in STEPS] if set(STEPS) <= set(applied) else []


def is_ours(db: sqlite3.Connection) -> bool:
    """Whether this agent or another version of it made the file.

    Looks at the schema too: one flipped bit in the header must not turn the device's own store into a stranger's.
    """
    (application_id,) = db.execute("PRAGMA application_id").fetchone()
    return application_id == APPLICATION_ID or bool(_applied(db))


def has_keys(db: sqlite3.Connection) -> bool:
    """Whether the file has come so far that keys can be in it."""
    return bool(db.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'subjects'").fetchone())


def is_empty(db: sqlite3.Connection) -> bool:
    """Whether nothing was ever created in the file."""
    (tables,) = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return bool(tables == 0)


def _applied(db: sqlite3.Connection) -> list[str]:
    """The steps that the file has seen, as sqlite-utils records them."""
    if not db.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_sqlite_migrations'").fetchone():
        return []
    rows = db.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = 'agent' ORDER BY rowid").fetchall()
    return [str(name) for (name,) in rows]
