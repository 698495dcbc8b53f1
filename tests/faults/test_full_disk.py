"""A disk that is full, slow to share, or stops writing: a typed refusal, nothing half recorded, and on it goes."""

import json
import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from threading import Event
from types import SimpleNamespace

import pytest

from agent.adapters.sqlite_store import SqliteStore, opening
from agent.consent.grant import ConsentGrant, Period, Purpose
from agent.errors import TechnicianNeededError, TemporaryError
from agent.ports import Ledger, NewEntry, Priority, Settlement, StoreRefusal
from tests.fakes.clock import START, FakeClock
from tests.fakes.memory_keys import MemoryKeys
from tests.fakes.memory_store import Budget
from tests.faults.recording_vfs import FailingDisk, Fault, failing_connect, need_apsw

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


@pytest.fixture
def nearly_full(monkeypatch):
    """A disk on which only what is there already may grow."""
    monkeypatch.setattr(os, "fstatvfs", lambda _: SimpleNamespace(f_bavail=1000, f_frsize=4096))


@pytest.mark.usefixtures("nearly_full")
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


def test_a_disk_that_others_fill_within_the_second_still_takes_deletions_and_keeps_what_was_thanked_for(tmp_path):
    """Single records wait beside the table for room in it; whatever frees some must not wait for them."""
    store = SqliteStore(tmp_path / "store.db", MemoryKeys(), BUDGET, FakeClock())
    leaver, stays = (store.subject_for(name).result() for name in ("leaver", "stays"))
    for subject in (leaver, stays):
        grant = ConsentGrant(f"of {subject}", subject, frozenset(Purpose), "ab" * 32, "touch", Period.YEAR, START)
        store.add_grant(grant).result()

    def said(number: int, subject: str) -> NewEntry:
        return replace(entry(number), subject=subject, grant_id=f"of {subject}")

    for number in range(20):
        store.put(said(number, leaver if number % 2 else stays)).result()
    assert store.ledger().pending == 20
    for number in range(20, 30):
        store.put(said(number, leaver if number % 2 else stays)).result()
    ((pages,),) = store._db.execute("PRAGMA page_count").fetchall()
    store._db.execute(f"PRAGMA max_page_count={pages + 3}").fetchall()
    assert len(store._writer._staging.rows) > 5
    assert store.erase(leaver, None, lambda _: ("e1", b"notice"), START).exception() is None
    store.settle([Settlement(f"record-{number}", "receipted", "T-1") for number in range(0, 20, 2)]).result()
    store._db.execute("PRAGMA max_page_count=100000").fetchall()
    assert [w.record_id for w in store.pending(99) if w.kind == "feedback"] == [f"record-{n}" for n in range(20, 30, 2)]
    assert store.ledger() == Ledger(accepted=30, receipted=10, erased=15, pending=5)
    assert store.kept(leaver) == ()
    store.close()
    assert not any((tmp_path / "store.db-staging").read_bytes())
    again = SqliteStore(tmp_path / "store.db", store._keys.store, BUDGET, FakeClock())
    assert again.ledger() == Ledger(accepted=30, receipted=10, erased=15, pending=5)
    again.close()


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


def test_a_grant_for_once_is_not_used_up_by_a_record_that_the_disk_refused(tmp_path):
    store = SqliteStore(tmp_path / "store.db", MemoryKeys(), BUDGET, FakeClock())
    subject = store.subject_for(None).result()
    store.add_grant(ConsentGrant("g1", subject, frozenset(Purpose), "ab" * 32, "touch", Period.ONCE, START)).result()
    said = replace(entry(1, 300_000), subject=subject, grant_id="g1")
    ((pages,),) = store._db.execute("PRAGMA page_count").fetchall()
    store._db.execute(f"PRAGMA max_page_count={pages}").fetchall()
    with pytest.raises(TemporaryError):
        store.put(said).result()
    store._db.execute("PRAGMA max_page_count=100000").fetchall()
    assert store.grants(subject)[0].used_at is None
    assert store.put(said).result() is None
    assert store.put(replace(entry(2), subject=subject, grant_id="g1")).result() is StoreRefusal.CONSENT_GONE
    store.close()


@pytest.mark.powercut
@pytest.mark.parametrize("failure", ["IOError", "FullError", "ReadOnlyError"])
def test_a_disk_that_turns_bad_refuses_in_words_for_a_person_and_recovers_by_itself(tmp_path, failure):
    """A pulled disk, a full one and one remounted read-only, at every kind of write; then it is well again."""
    apsw = need_apsw()
    fault = Fault()
    store = SqliteStore(
        tmp_path / "s.db",
        MemoryKeys(),
        BUDGET,
        FakeClock(),
        connect=failing_connect(apsw, fault),
        disk=FailingDisk(fault),
    )
    taken = [f"record-{n}" for n in range(20) if store.put(entry(n)).result() is None]
    for calls_before in range(6):
        fault.arm(getattr(apsw, failure), calls_before)
        refused = store.put(entry(100 + calls_before)).exception()
        assert isinstance(refused, (TemporaryError, TechnicianNeededError))
        assert str(refused).startswith("没有记录，请再试。Not recorded, try again.")
        fault.disarm()
        assert store.ledger().balanced
        waiting = [w.record_id for w in store.pending(300)]
        # Where the failure came after the commit was complete in the log, the record may be there: never half of it.
        assert waiting in (taken, [*taken, f"record-{100 + calls_before}"])
        assert store.put(entry(200 + calls_before)).result() is None, "it is well again, and nobody restarted anything"
        taken = [*waiting, f"record-{200 + calls_before}"]
        assert all(store.frame(record_id) is not None for record_id in taken)
    store.close()
    again = SqliteStore(tmp_path / "s.db", store._keys.store, BUDGET, FakeClock())
    assert again.recovered_from is None
    assert [w.record_id for w in again.pending(300)] == taken
    again.close()


@pytest.mark.skipif(os.geteuid() != 0, reason="mounting needs root")
def test_a_real_file_system_remounted_read_only_and_back(tmp_path):
    mounted = tmp_path / "disk"
    mounted.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "none", str(mounted)], capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody mount")
    try:
        store = SqliteStore(mounted / "s.db", MemoryKeys(), BUDGET, FakeClock())
        assert store.put(entry(1)).result() is None
        made_read_only = subprocess.run(["mount", "-o", "remount,ro", str(mounted)], capture_output=True, check=False)
        if made_read_only.returncode == 0:  # refused while files are open for writing, as on most systems
            with pytest.raises((TemporaryError, TechnicianNeededError), match="没有记录，请再试"):
                store.put(entry(2)).result()
            subprocess.run(["mount", "-o", "remount,rw", str(mounted)], check=True)
        subprocess.run(["mount", "-o", "remount,size=1m", str(mounted)], capture_output=True, check=False)
        refusals = [store.put(entry(number)).exception() for number in range(100, 700)]
        assert isinstance(refusals[-1], TemporaryError)
        assert "Free space" in str(refusals[-1])
        subprocess.run(["mount", "-o", "remount,size=50m", str(mounted)], check=True)
        assert store.put(entry(3)).result() is None
        assert store.ledger().balanced
        assert {"record-1", "record-3"} <= {w.record_id for w in store.pending(3000)}
        store.close()
    finally:
        subprocess.run(["umount", "-l", str(mounted)], check=True)


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
