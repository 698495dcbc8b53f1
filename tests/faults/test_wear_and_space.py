"""Flash: what is written is counted by day, space comes back, and thirty days offline fit the profile's budget."""

import logging
from datetime import timedelta

import pytest

from agent.adapters.sqlite_store import SqliteStore
from agent.adapters.sqlite_store.wear import bytes_written
from agent.consent.grant import ConsentGrant, Period, Purpose
from agent.ports import NewEntry, Priority, Settlement
from agent.profile import OutboxSettings
from tests.fakes.clock import START, FakeClock
from tests.fakes.memory_keys import MemoryKeys
from tests.fakes.memory_store import Budget

DAY_S = 86_400


def entry(record_id: str, clock: FakeClock, size: int = 2000, **changes) -> NewEntry:
    return NewEntry(record_id, "feedback", Priority.FEEDBACK, bytes(size), clock.now(), **changes)


# ---- wear ----


def test_bytes_written_are_counted_by_day_and_across_restarts(tmp_path, caplog):
    caplog.set_level(logging.WARNING)
    counter, clock = [1000], FakeClock()

    def opened() -> SqliteStore:
        limits = Budget(max_bytes_written_per_day=5000)
        return SqliteStore(tmp_path / "s.db", MemoryKeys(bytes(32)), limits, clock, written=lambda: counter[0])

    store = opened()
    counter[0] += 3000
    assert store.written_today() == 3000
    store.expire().result()
    assert store.written_today() == 3000
    store.close()
    store = opened()
    assert store.written_today() == 3000
    counter[0] += 2001
    for _ in range(3):
        store.expire().result()
    warnings = [record.getMessage() for record in caplog.records]
    assert warnings == ["wrote 5001 bytes to flash today, more than the 5000 of the profile"], "once a day"
    clock.advance(DAY_S)
    assert store.written_today() == 0
    counter[0] += 6000
    store.expire().result()
    assert len(caplog.records) == 2
    for _ in range(20):
        clock.advance(DAY_S)
        store.expire().result()
    assert store._db.execute("SELECT count(*) FROM written").fetchone() == (8,)
    store.close()


def test_what_a_process_writes_is_what_its_system_says():
    before = bytes_written()
    assert bytes_written() >= before >= 0


# ---- space ----


def test_a_file_shrinks_after_its_backlog_was_sent(tmp_path):
    clock = FakeClock()
    store = SqliteStore(tmp_path / "s.db", MemoryKeys(), Budget(max_bytes=50_000_000, max_rows=5000), clock)
    futures = [store.put(entry(f"r{number}", clock)) for number in range(2000)]
    assert {future.result() for future in futures} == {None}
    store.expire().result()
    full = (tmp_path / "s.db").stat().st_size
    assert full > 4_000_000
    for start in range(0, 2000, 200):
        store.settle([Settlement(f"r{number}", "receipted", "T-1") for number in range(start, start + 200)]).result()
    store.expire().result()
    assert (tmp_path / "s.db").stat().st_size < full / 4
    assert (tmp_path / "s.db-wal").stat().st_size == 0
    assert store.ledger().receipted == 2000
    store.close()
    again = SqliteStore(tmp_path / "s.db", again_keys := store._keys.store, Budget(), clock)
    assert again_keys
    assert again.recovered_from is None
    assert again.ledger().receipted == 2000
    again.close()


@pytest.mark.parametrize("jumps", [False, True])
def test_thirty_days_offline_at_two_hundred_records_a_day_fit_and_lose_nothing(tmp_path, jumps):
    """The default profile, records of a real one's size, a restart a day, and a wall clock that may go astray."""
    limits, clock, keys = OutboxSettings(), FakeClock(), MemoryKeys()
    store = SqliteStore(tmp_path / "s.db", keys, limits, clock)
    subject = store.subject_for("driver").result()
    given = ConsentGrant("g", subject, frozenset(Purpose), "ab" * 32, "touch", Period.QUARTER, START)
    store.add_grant(given).result()
    largest = 0
    for day in range(30):
        futures = []
        for number in range(200):
            clock.advance(DAY_S / 200)
            owned = {"subject": subject, "grant_id": "g", "readable": bytes(800)}
            futures.append(store.put(entry(f"d{day}-{number}", clock, 1200, **owned)))
        assert {future.result() for future in futures} == {None}
        astray_s = (-1) ** day * 3650 * DAY_S if jumps else 0
        clock.jump(astray_s)
        store.expire().result()
        store.close()
        clock.reboot()
        largest = max(largest, sum(path.stat().st_size for path in tmp_path.iterdir()))
        store = SqliteStore(tmp_path / "s.db", keys, limits, clock)
        store.expire().result()
        clock.jump(-astray_s)
    ledger = store.ledger()
    assert (ledger.accepted, ledger.pending, list(store.losses())) == (6000, 6000, [])
    assert largest < limits.max_bytes
    assert largest < 6000 * 4500  # one record to a page of 4096 bytes, and the index
    clock.advance(timedelta(days=91).total_seconds())
    store.expire().result()
    assert store.ledger().expired == 6000
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < largest / 4
    store.close()
