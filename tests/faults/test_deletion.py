"""Promise 6 on the device: after "delete my data" returned, no file holds anything to read, nor a key for it."""

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from agent.adapters.sqlite_store import SqliteStore, opening
from agent.consent.grant import ConsentGrant, Period, Purpose
from agent.errors import TechnicianNeededError
from agent.ports import NewEntry, Priority, Settlement
from tests.fakes.clock import START, FakeClock
from tests.fakes.memory_keys import MemoryKeys
from tests.fakes.memory_store import Budget
from tests.faults.recording_vfs import seeded

FRAME, SAID = b"CANARY-IN-THE-FRAME" * 5, "金丝雀在这句话里".encode() * 5
CODE, VERIFIER, ALIAS = "TC-CANA-RY00", "c0ffee" * 10 + "cafe", "canary-profile"
PLANTED = (FRAME[:19], SAID[:24], CODE.encode(), VERIFIER.encode(), ALIAS.encode())


@pytest.fixture
def store(tmp_path):
    store = SqliteStore(tmp_path / "store.db", MemoryKeys(), Budget(), FakeClock())
    yield store
    store.close()


def consented(store: SqliteStore, alias: str | None = None) -> ConsentGrant:
    subject = store.subject_for(alias).result()
    grant = ConsentGrant(f"of {subject}", subject, frozenset(Purpose), "ab" * 32, "touch", Period.WEEK, START)
    store.add_grant(grant).result()
    return grant


def canary(grant: ConsentGrant, record_id: str) -> NewEntry:
    return NewEntry(
        record_id, "feedback", Priority.FEEDBACK, FRAME, START, grant.subject, grant.grant_id, CODE, VERIFIER, SAID
    )


def notice(erasure_id: str = "e1"):
    return lambda ids: (erasure_id, b"notice")


def on_disk(folder: Path) -> bytes:
    """Every byte of every file: database, log, index of the log, and whatever else appeared."""
    return b"".join(file.read_bytes() for file in folder.iterdir())


def stored_secrets(store: SqliteStore, subject: str) -> list[bytes]:
    """The subject's wrapped key and every sealed blob, as they lie on disk."""
    db = store._reader
    keys = db.execute("SELECT wrapped_key FROM subjects WHERE subject = ?", (subject,)).fetchall()
    blobs = db.execute(
        "SELECT body FROM entries WHERE subject = ?1 UNION ALL SELECT body FROM settled WHERE subject = ?1", (subject,)
    ).fetchall()
    return [blob for row in keys + blobs for blob in row if blob is not None]


def test_nothing_readable_is_ever_on_disk(store, tmp_path):
    grant = consented(store, ALIAS)
    store.put(canary(grant, "r1")).result()
    assert (tmp_path / "store.db-wal").stat().st_size > 0
    assert [planted for planted in PLANTED if planted in on_disk(tmp_path)] == []
    store.close()
    assert [planted for planted in PLANTED if planted in on_disk(tmp_path)] == []


def test_after_erasure_no_file_holds_the_key_or_the_sealed_record(store, tmp_path):
    grant = consented(store, ALIAS)
    for number in range(20):
        store.put(canary(grant, f"r{number}")).result()
    store.settle([Settlement("r1", "receipted")]).result()
    secrets = stored_secrets(store, grant.subject)
    assert all(secret in on_disk(tmp_path) for secret in secrets)  # the search finds what is there
    report = store.erase(grant.subject, None, notice(), START).result()
    assert (report.wal_truncated, report.keys_shredded, report.rows_deleted) == (True, 1, 20)
    assert not store._keys._unwrapped, "the key is kept in memory while it is in use, and no longer"
    assert [s for s in secrets if s in on_disk(tmp_path)] == []
    assert (tmp_path / "store.db-wal").stat().st_size == 0
    store.close()
    assert [s for s in secrets if s in on_disk(tmp_path)] == []


def test_erasing_one_record_destroys_the_key_it_was_sealed_under(store, tmp_path):
    grant = consented(store)
    for number in range(5):
        store.put(canary(grant, f"r{number}")).result()
    secrets = stored_secrets(store, grant.subject)
    assert store.erase(grant.subject, "r3", notice(), START).result().wal_truncated
    assert [s for s in secrets if s in on_disk(tmp_path)] == []
    assert store.frame("r2") == FRAME


def test_withdrawing_and_a_hub_that_says_erased_leave_nothing_of_the_records(store, tmp_path):
    grant, other = consented(store), consented(store)
    store.put(canary(grant, "r1")).result()
    store.put(canary(other, "r2")).result()
    sealed = stored_secrets(store, grant.subject)[1:] + stored_secrets(store, other.subject)[1:]
    store.withdraw(grant.subject, START).result()
    store.settle([Settlement("r2", "erased")]).result()
    assert [s for s in sealed if s in on_disk(tmp_path)] == []


def test_keys_of_erased_subjects_hide_in_no_page_of_a_busy_store(store, tmp_path):
    """SQLite moves rows between pages as a tree grows and shrinks; a moved key must not leave a copy behind."""
    chance = seeded(5)
    living: dict[str, list[bytes]] = {}
    dead: list[bytes] = []
    for number in range(150):
        grant = consented(store)
        store.put(canary(grant, f"r{number}")).result()
        living[grant.subject] = stored_secrets(store, grant.subject)
        if chance.random() < 0.5:
            subject = chance.choice(sorted(living))
            dead += living.pop(subject)
            assert store.erase(subject, None, notice(f"e{number}"), START).result().wal_truncated
    raw = on_disk(tmp_path)
    assert len(dead) > 120
    assert [secret for secret in dead if secret in raw] == []
    assert all(secrets[0] in raw for secrets in living.values())


def test_the_report_is_honest_when_another_program_reads_and_the_next_erasure_catches_up(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "BUSY_MS", 1)
    store = SqliteStore(tmp_path / "store.db", MemoryKeys(), Budget(), FakeClock())
    grant = consented(store)
    store.put(canary(grant, "r1")).result()
    other = sqlite3.connect(tmp_path / "store.db", isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM entries").fetchall()
    report = store.erase(grant.subject, None, notice(), START).result()
    assert (report.wal_truncated, report.keys_shredded) == (False, 1)
    other.execute("COMMIT")
    other.close()
    assert store.erase("nobody-known", None, notice("e2"), START + timedelta(days=1)).result().wal_truncated
    store.close()


def test_a_damaged_copy_that_cannot_be_deleted_is_named_and_the_store_goes_on(store, tmp_path):
    (tmp_path / "store.db.corrupt-20260101T000000Z").mkdir()  # a folder cannot be unlinked
    grant = consented(store)
    with pytest.raises(TechnicianNeededError, match=r"corrupt-20260101T000000Z.*Delete it by hand"):
        store.erase(grant.subject, None, notice(), START).result()
    assert [entry.record_id for entry in store.pending(9)] == ["e1"]
    assert store.subject_for("mum").result()


def test_erasing_deletes_damaged_files_set_aside_earlier(tmp_path):
    keys = MemoryKeys()
    store = SqliteStore(tmp_path / "store.db", keys, Budget(), FakeClock())
    grant = consented(store)
    store.put(canary(grant, "r1")).result()
    secrets = stored_secrets(store, grant.subject)
    store.close()
    raw = bytearray((tmp_path / "store.db").read_bytes())
    raw[100:140] = bytes(40)  # the first page's own tree
    (tmp_path / "store.db").write_bytes(raw)
    store = SqliteStore(tmp_path / "store.db", keys, Budget(), FakeClock())
    assert store.recovered_from is not None
    assert secrets[0] in on_disk(tmp_path)
    store.erase(grant.subject, None, notice(), START).result()
    assert [s for s in secrets if s in on_disk(tmp_path)] == []
    assert not store.recovered_from.exists()
    store.close()
