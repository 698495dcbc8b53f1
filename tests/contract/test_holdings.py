"""The registry of what the device holds of people is complete, and export and erasure walk it alike."""

import sqlite3
from pathlib import Path

import pytest

from agent.adapters.sqlite_store import SqliteStore, holdings
from agent.adapters.state_files import FILES
from agent.consent.grant import ConsentGrant, Period, Purpose
from agent.consent.holding import SealedUnder
from agent.ports import NewEntry, Priority
from tests.fakes.clock import START, FakeClock
from tests.fakes.memory_keys import MemoryKeys
from tests.fakes.memory_store import Budget

REGISTERED = {table.holding.name for table in holdings.TABLES}


@pytest.fixture
def store(tmp_path):
    store = SqliteStore(tmp_path / "store.db", MemoryKeys(), Budget(), FakeClock())
    yield store
    store.close()


def unregistered(db: sqlite3.Connection) -> set[str]:
    """Tables of the file that the registry does not know, and those that it only believes to be there."""
    found = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return found ^ REGISTERED


def with_a_subject(store: SqliteStore) -> str:
    subject = store.subject_for("mum").result()
    grant = ConsentGrant("g1", subject, frozenset(Purpose), "ab" * 32, "touch", Period.WEEK, START)
    store.add_grant(grant).result()
    entry = NewEntry(
        "r1", "feedback", Priority.FEEDBACK, b"frame", START, subject, "g1", "TC-AAAA-AAAA", "5e" * 32, b"{}"
    )
    assert store.put(entry).result() is None
    return subject


def test_every_table_of_the_schema_is_in_the_registry(store):
    assert unregistered(store._reader) == set()


def test_a_table_that_nobody_registered_is_noticed(store):
    store._db.execute("CREATE TABLE favourite_seats(subject TEXT, seat TEXT)")
    assert unregistered(store._reader) == {"favourite_seats"}


def test_what_can_be_erased_can_be_exported_and_nothing_personal_lacks_either():
    for table in holdings.TABLES:
        assert (table.export is not None) == (table.erase is not None) == table.holding.personal, table.holding.name
        assert bool(table.holding.exported) == bool(table.holding.erased) == table.holding.personal
        assert table.holding.what
        assert table.holding.kept


def test_every_table_with_a_column_for_a_subject_is_registered_as_personal(store):
    """A table that names whom it is about holds something of them, whatever its author thought."""
    for table in holdings.TABLES:
        columns = {name for _, name, *_ in store._reader.execute(f"PRAGMA table_info({table.holding.name})")}
        if "subject" in columns or "body" in columns:
            assert table.holding.personal, table.holding.name
        if "body" in columns:
            assert table.holding.sealed_under is SealedUnder.SUBJECT


def test_export_and_erasure_reach_the_same_tables(store):
    subject = with_a_subject(store)
    before = store.export(subject)
    assert set(before) == {table.holding.name for table in holdings.TABLES if table.holding.personal}
    assert {name for name, rows in before.items() if rows} == {"subjects", "entries", "grants", "consent_records"}
    report = store.erase(subject, None, lambda _: ("e1", b"notice"), START).result()
    done = {one.store: one for one in report.stores}
    assert set(before) <= set(done)
    assert all(done[name].count == len(rows) for name, rows in before.items() if rows)
    after = store.export(subject)
    assert {name for name, rows in after.items() if rows} == {"tombstones"}


def test_every_row_of_the_erased_subject_is_gone_from_every_registered_table(store):
    subject = with_a_subject(store)
    store.erase(subject, None, lambda _: ("e1", b"notice"), START).result()
    for table in holdings.TABLES:
        rows = store._reader.execute(f"SELECT * FROM {table.holding.name}").fetchall()  # noqa: S608 - the registry's own
        if table.holding.name != "tombstones":
            assert not [row for row in rows if subject in row], table.holding.name


@pytest.mark.parametrize(
    ("name", "personal"),
    [
        ("agent.db", True),
        ("agent.db-wal", True),
        ("agent.db.corrupt-20260101T000000Z-wal", True),
        ("core.1234", True),
        ("keys/wrapping.key", False),
        ("agent.sock", False),
        ("notes.txt", None),
        ("voices/one.wav", None),
    ],
)
def test_a_file_that_nobody_registered_is_noticed(tmp_path: Path, name: str, personal: bool | None):
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.touch()
    assert FILES.unknown(tmp_path) == ([name] if personal is None else [])
    if personal is not None:
        assert FILES.entry(name).personal is personal
