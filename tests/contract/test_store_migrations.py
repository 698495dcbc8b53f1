"""Files of every released schema open, complete, and none is touched by an agent that is too old for it.

`golden/store/NNNN.db` was written by the agent that released step NNNN, under the keys `MemoryKeys(bytes(32))`. They
are append-only: never rewrite one, add one.
"""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from agent.adapters.sqlite_store import SqliteStore, schema
from agent.errors import TechnicianNeededError
from agent.ports import Ledger, Loss, NewEntry, Priority, Settlement
from tests.fakes.clock import START, FakeClock
from tests.fakes.memory_keys import MemoryKeys
from tests.fakes.memory_store import Budget

GOLDEN = Path(__file__).parent / "golden" / "store"
MUM, DAD, VISITOR = (
    "7bd5d47e446fcec2a3d811736110e578",
    "b2b3f4d58d82ca6386d2c96e760e819b",
    "3129903ac1d45597a242fdf11f8f2b1a",
)


@pytest.fixture(params=sorted(path.stem for path in GOLDEN.glob("*.db")))
def old(request, tmp_path) -> Path:
    """A copy of one golden file, in a folder of its own."""
    return Path(shutil.copy(GOLDEN / f"{request.param}.db", tmp_path / "store.db"))


def opened(file: Path, keys: MemoryKeys | None = None) -> SqliteStore:
    return SqliteStore(file, keys or MemoryKeys(bytes(32)), Budget(), FakeClock())


def has_bodies(db: sqlite3.Connection) -> bool:
    """Version 1 kept contents in a table of their own."""
    return bool(db.execute("SELECT 1 FROM sqlite_master WHERE name = 'bodies'").fetchone())


def test_there_is_a_golden_file_for_every_step_but_the_newest():
    """The newest step's is written when the next one comes: until then its tables may still change."""
    assert [path.stem for path in sorted(GOLDEN.glob("*.db"))] == [step[:4] for step in schema.STEPS[:-1]]


def test_an_old_file_opens_with_everything_that_was_in_it(old):
    store = opened(old)
    assert store.recovered_from is None
    assert store.ledger() == Ledger(accepted=7, receipted=1, erased=2, quarantined=1, pending=3)
    assert store.ledger().balanced
    assert [(e.record_id, e.priority) for e in store.pending(10)] == [
        ("erasure-0001", Priority.ERASURE),
        ("rec-0002", Priority.SAFETY),
        ("rec-0001", Priority.FEEDBACK),
        ("rec-0007", Priority.FEEDBACK),
        ("loss-0001", Priority.REPORT),
    ]
    assert store.frame("rec-0001") == b"frame of rec-0001 " * 20
    assert store.frame("erasure-0001") == b"notice"
    assert store.ticket_no("rec-0003") == "T-000003"
    assert (store.find_subject("mum"), store.find_subject("dad")) == (MUM, DAD)
    assert [(k.record_id, k.receipt_code, json.loads(k.readable)) for k in store.kept(MUM)] == [
        (name, f"TC-{name[-4:]}-AAAA", {"text": name}) for name in ("rec-0001", "rec-0002", "rec-0007")
    ]
    assert [(k.record_id, k.state, k.receipt_code, k.readable) for k in store.kept(DAD)] == [
        ("rec-0003", "receipted", "TC-0003-AAAA", None)
    ]
    assert [g.withdrawn_at for g in store.grants(DAD)] == [START]
    assert store.locate_receipt("TC-0002-AAAA") == (MUM, "rec-0002")
    assert [(erasure_id, answer) for erasure_id, _, answer in store.tombstones()] == [
        ("erasure-0002", "[]"),
        ("erasure-0001", None),
    ]
    store.close()


def test_what_people_had_agreed_to_gets_a_signed_history(old):
    store = opened(old)
    assert [r.event.value for r in store.consent_history(DAD)] == ["given", "withdrawn"]
    (given,) = store.consent_history(MUM)
    assert (given.grant_id, given.number, given.previous) == ("grant-0", 1, "")
    assert [g.grant_id for g in store.grants(MUM)] == ["grant-0"]
    store.close()


def test_an_old_file_goes_on_as_a_new_one_and_shrinks_again(old):
    store = opened(old)
    entry = NewEntry("rec-0008", "feedback", Priority.FEEDBACK, b"frame", START, MUM, "grant-0")
    assert store.put(entry).result() is None
    assert (
        store.put(NewEntry("late", "feedback", Priority.FEEDBACK, b"", START, VISITOR, "grant-2")).result() is not None
    )
    store.settle([Settlement("rec-0001", "receipted", "T-000009")]).result()
    assert store.ledger().balanced
    assert store._db.execute("PRAGMA auto_vacuum").fetchone() == (2,)
    store.close()
    again = opened(old)
    assert (again.recovered_from, again.ticket_no("rec-0001"), again.frame("rec-0008")) == (None, "T-000009", b"frame")
    again.close()


def test_a_receipt_opens_what_an_older_agent_kept_under_other_hashes(old):
    keys = MemoryKeys(bytes(32))
    store = opened(old, keys)
    older = bytes.fromhex("".join(keys.blind(f"receipt/{name}")[:32] for name in ("TC-0002-AAAA", "5e" * 32)))
    store._db.execute("UPDATE entries SET blinds = ? WHERE record_id = 'rec-0002'", (older,))
    assert store.locate_receipt("TC-0002-AAAA", "5e" * 32) == (MUM, "rec-0002")
    assert store.locate_receipt("TC-0002-AAAA", "5f" * 32) is None
    assert store.locate_receipt("TC-0002-AAAA") == (MUM, "rec-0002")
    store.close()


def test_what_rotted_in_an_old_file_is_set_aside_and_counted(old):
    with sqlite3.connect(old) as db:
        if has_bodies(db):
            db.execute("UPDATE bodies SET frame = zeroblob(100) WHERE seq = 1")
        else:
            db.execute("UPDATE entries SET body = zeroblob(100) WHERE record_id = 'rec-0001'")
    db.close()
    store = opened(old)
    assert store.frame("rec-0001") is None
    store.settle(()).result()  # behind what was found while looking
    assert store.ledger() == Ledger(accepted=7, receipted=1, erased=2, quarantined=2, pending=2)
    assert list(store.losses()) == [Loss(Priority.FEEDBACK, "quarantined", "damaged", 1)]
    store.close()


def test_another_devices_old_file_is_not_brought_up(old):
    before = old.stat().st_size
    with pytest.raises(TechnicianNeededError, match="another device key"):
        opened(old, MemoryKeys())
    with sqlite3.connect(old) as db:
        assert len(db.execute("SELECT * FROM bodies" if has_bodies(db) else "SELECT * FROM entries").fetchall()) > 1
    db.close()
    assert old.stat().st_size == before
