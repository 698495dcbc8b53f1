"""A disk that is full, slow to share, or stops writing: a typed refusal, nothing half recorded, and on it goes."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest

from agent.adapters.sqlite_store import SqliteStore, opening
from agent.errors import TemporaryError
from agent.ports import NewEntry, Priority, Settlement
from tests.fakes.clock import START, FakeClock
from tests.fakes.memory_keys import MemoryKeys
from tests.fakes.memory_store import Budget

ROOT = Path(__file__).parents[2]
BUDGET = Budget(max_bytes=50_000_000)

UNDER_A_FILE_SIZE_LIMIT = """
import json, resource, signal, sys
from pathlib import Path
from agent.adapters.sqlite_store import SqliteStore
from agent.errors import TemporaryError
from tests.fakes.clock import FakeClock
from tests.fakes.memory_keys import MemoryKeys
from tests.faults.test_full_disk import BUDGET, entry

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = SqliteStore(Path(sys.argv[1]), MemoryKeys(bytes(32)), BUDGET, FakeClock())
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, resource.RLIM_INFINITY))
accepted, refused = [], []
for number in range(200):
    try:
        store.put(entry(number)).result()
        accepted.append(number)
    except TemporaryError as error:
        refused.append(str(error))
during = store.ledger()
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
store.put(entry(999)).result()
store.close()
print(json.dumps({"accepted": accepted, "refused": refused, "counted": during.accepted, "balanced": during.balanced}))
"""


def entry(number: int, size: int = 3000) -> NewEntry:
    return NewEntry(f"record-{number}", "feedback", Priority.FEEDBACK, bytes([number % 256]) * size, START)


def fill(store: SqliteStore, numbers: range) -> list[str]:
    """Put records until the disk is full; those that were taken."""
    accepted = []
    for number in numbers:
        if store.put(entry(number)).exception() is not None:
            break
        accepted.append(f"record-{number}")
    return accepted


def test_a_full_disk_refuses_and_keeps_what_it_has_and_goes_on_when_space_returns(tmp_path):
    def connect(file: Path) -> sqlite3.Connection:
        db = opening.default_connect(file)
        db.execute("PRAGMA max_page_count=60")
        return db

    store = SqliteStore(tmp_path / "store.db", MemoryKeys(), BUDGET, FakeClock(), connect=connect)
    accepted = fill(store, range(200))
    with pytest.raises(TemporaryError, match=r"没有记录，请再试.*Not recorded, try again.*is full.*Free space"):
        store.put(entry(200)).result()
    assert 0 < len(accepted) < 200
    assert [waiting.record_id for waiting in store.pending(300)] == accepted
    assert (store.ledger().accepted, store.ledger().balanced) == (len(accepted), True)

    store.settle([Settlement(record_id, "receipted") for record_id in accepted]).result()  # deleting still works
    assert store.put(entry(500)).result() is None
    assert len(fill(store, range(501, 700))) < 199
    store._db.execute("PRAGMA max_page_count=10000")
    assert store.put(entry(800)).result() is None
    assert store.ledger().balanced
    store.close()


def test_one_record_that_does_not_fit_on_the_disk_does_not_sink_its_group(tmp_path):
    def connect(file: Path) -> sqlite3.Connection:
        db = opening.default_connect(file)
        db.execute("PRAGMA max_page_count=60")
        return db

    store = SqliteStore(tmp_path / "store.db", MemoryKeys(), BUDGET, FakeClock(), connect=connect)
    gate = Event()
    held = store._writer.submit(lambda _: gate.wait())
    futures = [store.put(entry(1, 100)), store.put(entry(2, 1_000_000)), store.put(entry(3, 100))]
    gate.set()
    assert held.result()
    assert futures[0].result() is None
    assert isinstance(futures[1].exception(), TemporaryError)
    assert futures[2].result() is None
    assert [waiting.record_id for waiting in store.pending(9)] == ["record-1", "record-3"]
    assert (store.ledger().accepted, store.ledger().balanced) == (2, True)
    store.close()


def test_a_disk_that_fails_to_write_refuses_and_recovers(tmp_path):
    """RLIMIT_FSIZE shows as SQLITE_IOERR_WRITE where a full disk shows as SQLITE_FULL."""
    done = subprocess.run(
        [sys.executable, "-c", UNDER_A_FILE_SIZE_LIMIT, str(tmp_path / "store.db")],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["accepted"]
    assert told["refused"]
    assert all("没有记录，请再试" in text for text in told["refused"])
    assert told["balanced"]
    assert told["counted"] == len(told["accepted"])
    store = SqliteStore(tmp_path / "store.db", MemoryKeys(bytes(32)), BUDGET, FakeClock())
    names = {waiting.record_id for waiting in store.pending(300)}
    assert names == {f"record-{number}" for number in [*told["accepted"], 999]}
    assert all(store.frame(name) is not None for name in names)
    store.close()


def test_a_store_that_another_program_holds_says_so_and_goes_on(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "BUSY_MS", 1)
    store = SqliteStore(tmp_path / "store.db", MemoryKeys(), BUDGET, FakeClock())
    other = sqlite3.connect(tmp_path / "store.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(TemporaryError, match=r"(?i)another program holds"):
        store.put(entry(1)).result()
    other.execute("ROLLBACK")
    other.close()
    assert store.put(entry(1)).result() is None
    store.close()


def test_a_closed_store_refuses_as_temporary_and_loses_nothing(tmp_path):
    store = SqliteStore(tmp_path / "store.db", MemoryKeys(), BUDGET, FakeClock())
    futures = [store.put(entry(number)) for number in range(50)]
    store.close()
    store.close()
    assert [future.result() for future in futures] == [None] * 50
    with pytest.raises(TemporaryError):
        store.put(entry(99)).result()
    with pytest.raises(TemporaryError):
        store.ledger()
