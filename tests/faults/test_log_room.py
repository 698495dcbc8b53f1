"""Room laid out in the log: only where many write, harmless whatever a cut power makes of it, gone with the log."""

import itertools
import os
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from agent.adapters.sqlite_store import SqliteStore
from agent.adapters.sqlite_store.log_room import LogRoom
from agent.ports import NewEntry, Priority
from tests.fakes.clock import START, FakeClock
from tests.fakes.memory_keys import MemoryKeys
from tests.fakes.memory_store import Budget
from tests.faults.recording_vfs import seeded

BUDGET = Budget(max_bytes=50_000_000, max_rows=10_000)
FRAME_BYTES = 24 + 4096
"""Of the log: a header and a page."""
MANY = 80


def entry(number: int) -> NewEntry:
    return NewEntry(f"record-{number}", "feedback", Priority.FEEDBACK, bytes([number % 251]) * 900, START)


def opened(folder: Path) -> SqliteStore:
    return SqliteStore(folder / "store.db", MemoryKeys(bytes(32)), BUDGET, FakeClock())


def put(store: SqliteStore, numbers: range) -> None:
    for number in numbers:
        assert store.put(entry(number)).result() is None
        store.ledger()  # somebody reads, so the next record goes into the table by itself


def log_of(folder: Path) -> bytes:
    return (folder / "store.db-wal").read_bytes()


def room_in(log: bytes) -> int:
    """Bytes of zeros at its end."""
    return len(log) - len(log.rstrip(b"\0"))


def test_a_log_in_use_has_room_for_the_next_commits_and_a_quiet_one_has_none(tmp_path):
    store = opened(tmp_path)
    put(store, range(4))
    assert room_in(log_of(tmp_path)) < FRAME_BYTES, "four records a day must not write a megabyte"
    put(store, range(4, MANY))
    laid_out = len(log_of(tmp_path))
    assert room_in(log_of(tmp_path)) > 10 * FRAME_BYTES
    put(store, range(MANY, MANY + 5))
    assert len(log_of(tmp_path)) == laid_out, "a commit lengthened the log"
    store.close()


@pytest.mark.parametrize(("seconds_apart", "grows"), [(0.1, True), (400.0, False)])
def test_a_record_every_few_minutes_gets_no_room(tmp_path, seconds_apart, grows):
    """Two hundred a day: the log is long by the evening, and a megabyte of zeros would only wear the flash."""
    log, moments = tmp_path / "store.db-wal", itertools.count(step=seconds_apart)
    log.write_bytes(b"x" * 200_000)
    room = LogRoom(tmp_path / "store.db", lambda: float(next(moments)) * 16)
    for _ in range(64):
        room.keep()
    assert (len(log.read_bytes()) > 200_000) is grows


def test_the_log_grows_no_further_than_where_sqlite_begins_anew(tmp_path):
    store = opened(tmp_path)
    put(store, range(500))
    assert (4 << 20) <= len(log_of(tmp_path)) < (5 << 20)
    store.close()


@pytest.mark.parametrize("what", ["nothing", "a part", "sectors of anything", "an old log"])
def test_whatever_a_cut_power_leaves_of_the_room_every_record_is_there(tmp_path, what):
    """The room is not synced before the frames in front of it are."""
    live, cut = tmp_path / "live", tmp_path / "cut"
    store = opened(live)
    put(store, range(MANY))
    shutil.copytree(live, cut)
    store.close()
    log, chance = log_of(cut), seeded(len(what))
    written = len(log) - room_in(log)
    whole = -(-(written - 32) // FRAME_BYTES) * FRAME_BYTES + 32
    room = len(log) - whole
    behind = {
        "nothing": b"",
        "a part": bytes(room // 3 + 7),
        "sectors of anything": chance.randbytes(room),
        "an old log": log[32:whole] + bytes(room),
    }[what]
    (cut / "store.db-wal").write_bytes(log[:whole] + behind)
    (cut / "store.db-shm").unlink(missing_ok=True)
    again = opened(cut)
    assert again.recovered_from is None
    assert [waiting.record_id for waiting in again.pending(1000)] == [f"record-{number}" for number in range(MANY)]
    assert all(again.frame(f"record-{number}") == entry(number).frame for number in range(MANY))
    assert (again.ledger().accepted, again.ledger().balanced) == (MANY, True)
    again.close()


def test_an_erasure_empties_the_log_with_its_room(tmp_path):
    store = opened(tmp_path)
    subject = store.subject_for("driver").result()
    put(store, range(MANY))
    assert room_in(log_of(tmp_path)) > 0
    assert store.erase(subject, None, lambda _: ("e1", b"notice"), START).result().wal_truncated
    assert log_of(tmp_path) == b""
    put(store, range(MANY, 2 * MANY))
    assert room_in(log_of(tmp_path)) > 0
    store.close()


def test_a_disk_that_is_nearly_full_keeps_its_last_bytes_for_what_people_say(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "fstatvfs", lambda _: SimpleNamespace(f_bavail=1000, f_frsize=4096))
    store = opened(tmp_path)
    put(store, range(MANY))
    assert room_in(log_of(tmp_path)) < FRAME_BYTES
    assert store.ledger().pending == MANY
    store.close()
