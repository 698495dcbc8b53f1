"""Promise 1 and 6 under a power cut at any moment, on the real store."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from agent.adapters.sqlite_store import SqliteStore
from agent.consent.grant import ConsentGrant, Period, Purpose
from agent.ports import NewEntry, Priority, Settlement
from tests.fakes.clock import START, FakeClock
from tests.fakes.memory_keys import MemoryKeys
from tests.fakes.memory_store import Budget
from tests.faults.recording_vfs import Disk, Note, Tape, need_apsw, recording_connect, seeded

pytestmark = pytest.mark.powercut

RECORDS = 300
CUTS = 150
BUDGET = Budget(max_bytes=50_000_000, max_rows=10_000)
STORE = "store.db"


class ForgetfulConnection(sqlite3.Connection):
    """A store that believes it syncs on every commit, and does not: what a wrong pragma amounts to."""

    def execute(self, sql: str, *parameters: Any) -> sqlite3.Cursor:
        if sql == "PRAGMA synchronous=FULL":
            return super().execute("PRAGMA synchronous=NORMAL")
        if sql == "PRAGMA synchronous":
            return super().execute("SELECT 2")
        return super().execute(sql, *parameters)


@dataclass
class Recording:
    """One life of a store, and what was promised to people when."""

    keys: MemoryKeys
    tape: Tape
    frames: dict[str, bytes]
    leaver: str
    """The subject that was erased."""
    left: set[str]
    """Its records."""


@dataclass
class Promises:
    """What had been asked and what had been acknowledged before the cut."""

    seen: set[Note] = field(default_factory=set)

    def asked(self, what: str, about: str) -> bool:
        return Note(f"{what} asked", about) in self.seen

    def acknowledged(self, what: str, about: str) -> bool:
        return Note(f"{what} done", about) in self.seen


def record(folder: Path, factory: type[sqlite3.Connection] = sqlite3.Connection) -> Recording:
    """Put, settle and erase through the real store, in groups and alone."""
    tape: Tape = []
    keys = MemoryKeys()
    chance = seeded(7)
    store = SqliteStore(
        folder / STORE, keys, BUDGET, FakeClock(), connect=recording_connect(need_apsw(), tape, factory)
    )
    subjects = [store.subject_for(None).result() for _ in range(2)]
    for subject in subjects:
        store.add_grant(
            ConsentGrant(f"of {subject}", subject, frozenset(Purpose), "ab" * 32, "touch", Period.WEEK, START)
        ).result()
    recording = Recording(keys, tape, {}, subjects[1], set())

    def ask(what: str, about: str, call: Callable[[], Any]) -> Any:
        tape.append(Note(f"{what} asked", about))
        future = call()
        future.add_done_callback(lambda done: tape.append(Note(f"{what} done", about)))  # on the writer's thread
        return future

    for number in range(RECORDS):
        record_id = f"record-{number:04}"
        subject = subjects[number % 2 if number < RECORDS // 2 else 0]
        frame = seeded(number).randbytes(chance.randrange(100, 3000))
        entry = NewEntry(record_id, "feedback", Priority.FEEDBACK, frame, START, subject, f"of {subject}")
        recording.frames[record_id] = frame
        if subject == recording.leaver:
            recording.left.add(record_id)
        future = ask("put", record_id, lambda entry=entry: store.put(entry))
        if chance.random() < 0.4:  # else the next one joins its group
            assert future.result() is None
        if number % 5 == 4 and number != RECORDS // 2:
            settled = f"record-{number - 4:04}"
            outcome = Settlement(settled, "receipted", "T-000001")
            ask("settle", settled, lambda outcome=outcome: store.settle([outcome]))
        if number == RECORDS // 2:
            ask("erase", recording.leaver, lambda: store.erase(recording.leaver, None, _notice, START)).result()
    store.close()
    return recording


def _notice(_: tuple[str, ...]) -> tuple[str, bytes]:
    return "e1", b"notice"


def cut_and_judge(recording: Recording, tmp_path: Path, cuts: int) -> list[str]:
    """Cut the power at random moments, open the store on what is left; everything that was broken."""
    chance = seeded(11)
    points = sorted(chance.sample(range(len(recording.tape)), cuts))
    disk, promises, broken = Disk(), Promises(), []
    position = 0
    for number, point in enumerate(points):
        for event in recording.tape[position:point]:
            disk.follow(event)
            if isinstance(event, Note):
                promises.seen.add(event)
        position = point
        folder = tmp_path / f"cut-{number}"
        folder.mkdir()
        disk.cut_power(folder, chance)
        broken += [f"cut {number}: {what}" for what in judge(recording, promises, folder)]
    return broken


def judge(recording: Recording, promises: Promises, folder: Path) -> list[str]:
    """Open the store after the cut and hold it to what was promised."""
    store = SqliteStore(folder / STORE, recording.keys, BUDGET, FakeClock())
    try:
        broken = [] if store.recovered_from is None else ["the file is damaged"]
        if not store.ledger().balanced:
            broken.append("the ledger does not balance")
        gone = bool(store.tombstones())
        if promises.acknowledged("erase", recording.leaver) and not gone:
            broken.append("an acknowledged erasure is lost")
        if gone and (store.kept(recording.leaver) or store.frame("e1") != b"notice"):
            broken.append("an erasure is half done")
        for record_id, frame in recording.frames.items():
            kept = store.frame(record_id)
            if kept is not None and kept != frame:
                broken.append(f"{record_id} is not what was put")
            freed = promises.asked("settle", record_id) or (record_id in recording.left and gone)
            if promises.acknowledged("put", record_id) and kept is None and not freed:
                broken.append(f"acknowledged {record_id} is lost")
            if promises.acknowledged("settle", record_id) and not gone and store.ticket_no(record_id) is None:
                broken.append(f"the receipt of {record_id} is lost")
        return broken
    finally:
        store.close()


def test_durable_before_thanks_survives_power_cuts(tmp_path):
    recording = record(tmp_path)
    assert cut_and_judge(recording, tmp_path, CUTS) == []


def test_a_store_that_does_not_sync_every_commit_is_found_out(tmp_path):
    recording = record(tmp_path, ForgetfulConnection)
    broken = cut_and_judge(recording, tmp_path, 40)
    assert [what for what in broken if "acknowledged" in what], "the power cut tests would not notice a missing fsync"


def test_nothing_of_an_erased_subject_comes_back_with_the_power(tmp_path):
    recording = record(tmp_path)
    done = recording.tape.index(Note("erase done", recording.leaver))
    disk = Disk()
    for event in recording.tape[:done]:
        disk.follow(event)
    folder = tmp_path / "after"
    folder.mkdir()
    disk.cut_power(folder, seeded(3))
    on_disk = b"".join(file.read_bytes() for file in folder.iterdir())
    store = SqliteStore(folder / STORE, recording.keys, BUDGET, FakeClock())
    assert store.tombstones()
    assert store.kept(recording.leaver) == ()
    store.close()
    assert recording.leaver.encode() in on_disk  # the tombstone: the search can find what is there
    assert not [record_id for record_id in recording.left if record_id.encode() in _without_tombstones(on_disk)]


def _without_tombstones(raw: bytes) -> bytes:
    """The tombstone lists the record ids on purpose, as one JSON array."""
    start = raw.find(b'["record-')
    return raw[:start] + raw[raw.find(b"]", start) :]
