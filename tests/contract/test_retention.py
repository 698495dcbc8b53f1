"""What was done with goes when the profile says so, by trusted time, and is counted by store."""

import os

import pytest

from agent.adapters.sqlite_store import SqliteStore
from agent.consent.grant import ConsentGrant, Period, Purpose
from agent.ports import NewEntry, Priority, Settlement
from agent.profile import RetentionSettings
from tests.fakes.clock import START, FakeClock
from tests.fakes.memory_keys import MemoryKeys
from tests.fakes.memory_store import Budget

DAY_S = 86_400
KEPT = RetentionSettings(receipts_days=10, set_aside_days=20, consent_days=30, deletions_days=40, damaged_files_days=5)


@pytest.fixture
def home(tmp_path):
    clock = FakeClock()
    store = SqliteStore(tmp_path / "agent.db", MemoryKeys(), Budget(max_age_days=365), clock, kept=KEPT)
    store.trust(clock.now(), clock.monotonic()).result()
    yield store, clock
    store.close()


def visit(store, number, period=Period.ONCE) -> str:
    subject = store.subject_for(None).result()
    purposes = frozenset({Purpose.IMPROVE_SERVICE})
    store.add_grant(ConsentGrant(f"g{number}", subject, purposes, "ab" * 32, "face", period, START)).result()
    entry = NewEntry(f"r{number}", "feedback", Priority.FEEDBACK, b"f", START, subject, f"g{number}", f"TC-{number}")
    assert store.put(entry).result() is None
    return subject


def after(home, days: float) -> dict[str, int]:
    store, clock = home
    clock.advance(days * DAY_S)
    store.expire().result()
    assert store.ledger().balanced
    return dict(store.retired())


def test_receipts_and_what_was_set_aside_each_have_their_time(home):
    store, _ = home
    visit(store, 1)
    visit(store, 2)
    store.settle([Settlement("r1", "receipted", "T-1"), Settlement("r2", "quarantined", reason="x")]).result()
    assert after(home, 9.9) == {}
    assert after(home, 0.2) == {"settled": 1}
    assert store.ticket_no("r1") is None
    assert after(home, 9.8) == {"settled": 1}
    assert after(home, 0.2) == {"settled": 2}
    assert (store.ledger().receipted, store.ledger().quarantined) == (1, 1), "the ledger remembers that they were"


def test_a_visit_leaves_nothing_once_its_consent_is_past_its_time(home):
    store, _ = home
    subject = visit(store, 1)
    store.settle([Settlement("r1", "receipted")]).result()
    after(home, 29)
    assert store.consent_history(subject)
    assert after(home, 2) == {"settled": 1, "grants": 1}
    rows = store._reader.execute("SELECT subject FROM subjects").fetchall()
    assert rows == [("device",)]
    assert store._reader.execute("SELECT count(*) FROM consent_records").fetchone() == (0,)


def test_a_standing_consent_is_kept_from_its_end_not_from_its_beginning(home):
    store, _ = home
    subject = visit(store, 1, Period.WEEK)
    after(home, 36)
    assert [r.event.value for r in store.consent_history(subject)] == ["given", "expired"]
    assert "grants" in after(home, 2)


def test_what_a_deletion_did_is_kept_for_its_receipt_and_then_goes_while_the_tombstone_stays(home):
    store, _ = home
    subject = visit(store, 1)
    store.erase(subject, None, lambda _: ("e1", b"notice"), START).result()
    assert after(home, 39) == {}
    assert len(store.deletions()) == 1
    assert after(home, 2) == {"deletions": 1}
    assert store.deletions() == ()
    assert [erasure_id for erasure_id, _, _ in store.tombstones()] == ["e1"]


def test_a_damaged_file_that_nobody_came_for_goes(home, tmp_path):
    damaged = tmp_path / "agent.db.corrupt-20260301T000000Z"
    damaged.write_bytes(b"rows")
    os.utime(damaged, (START.timestamp(), START.timestamp()))
    assert after(home, 4.9) == {}
    assert after(home, 0.2) == {"set_aside": 1}
    assert not damaged.exists()


def test_a_clock_that_jumps_ahead_removes_nothing(home):
    store, clock = home
    visit(store, 1)
    store.settle([Settlement("r1", "receipted")]).result()
    clock.jump(10 * 365 * DAY_S)
    assert after(home, 1) == {}
