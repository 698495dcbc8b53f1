"""Promise 1 and 6 under a power cut at any moment, on the real store."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
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
from tests.faults.recording_vfs import Disk, Note, RecordingDisk, Tape, need_apsw, recording_connect, seeded

pytestmark = pytest.mark.powercut

ROOT = Path(__file__).parents[2]
RECORDS = 300
BURST = 80
"""More than there are slots beside the table."""
CUTS = int(os.environ.get("TINGCHE_POWER_CUTS", "200"))
"""`make faults` asks for 10,000."""
BUDGET = Budget(max_bytes=50_000_000, max_rows=10_000)
STORE = "store.db"
SECRET = bytes(range(32))


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


class ForgetfulDisk(RecordingDisk):
    """Writes what is staged, and never syncs it."""

    def sync(self, file: int) -> None:
        pass


def record(
    folder: Path,
    factory: type[sqlite3.Connection] = sqlite3.Connection,
    disk: type[RecordingDisk] = RecordingDisk,
) -> Recording:
    """Put, settle and erase through the real store, in groups and alone."""
    tape: Tape = []
    keys = MemoryKeys()
    chance = seeded(7)
    store = SqliteStore(
        folder / STORE,
        keys,
        BUDGET,
        FakeClock(),
        connect=recording_connect(need_apsw(), tape, factory),
        disk=disk(tape),
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
        in_burst = number % (RECORDS // 2) < BURST  # alone, one right after the other: staged beside the table
        if in_burst or chance.random() < 0.4:  # else the next one joins its group
            assert future.result() is None
        if number % 5 == 4 and number != RECORDS // 2 and not in_burst:
            settled = f"record-{number - 4:04}"
            outcome = Settlement(settled, "receipted", "T-000001")
            ask("settle", settled, lambda outcome=outcome: store.settle([outcome]))
        if number == RECORDS // 2:
            ask("erase", recording.leaver, lambda: store.erase(recording.leaver, None, _notice, START)).result()
    store.close()
    return recording


def _notice(_: tuple[str, ...]) -> tuple[str, bytes]:
    return "e1", b"notice"


def cut_and_judge(recording: Recording, tmp_path: Path, cuts: int) -> Iterator[list[str]]:
    """Cut the power at random moments, open the store on what is left; of each cut what was broken."""
    chance = seeded(11)
    points = sorted(chance.choices(range(len(recording.tape)), k=cuts))
    disk, promises = Disk(), Promises()
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
        yield [f"cut {number}: {what}" for what in judge(recording, promises, folder)]
        shutil.rmtree(folder)


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
    for broken in cut_and_judge(recording, tmp_path, CUTS):
        assert broken == []


def test_a_power_cut_at_every_write_of_the_first_start_leaves_no_damage(tmp_path):
    tape: Tape = []
    (tmp_path / "life").mkdir()
    connect = recording_connect(need_apsw(), tape)
    SqliteStore(
        tmp_path / "life" / STORE, MemoryKeys(SECRET), BUDGET, FakeClock(), connect=connect, disk=RecordingDisk(tape)
    ).close()
    for point in range(len(tape) + 1):
        disk, folder = Disk(), tmp_path / "cut"
        for event in tape[:point]:
            disk.follow(event)
        folder.mkdir()
        disk.cut_power(folder, seeded(point))
        store = SqliteStore(folder / STORE, MemoryKeys(SECRET), BUDGET, FakeClock())
        assert store.recovered_from is None, f"write {point}"
        assert store.put(NewEntry("r1", "feedback", Priority.FEEDBACK, b"frame", START)).result() is None
        store.close()
        shutil.rmtree(folder)


class NotingKeys(MemoryKeys):
    """Says on the tape when the device key changes, as if the keys lay on the same disk."""

    def __init__(self, secret: bytes, tape: Tape) -> None:
        super().__init__(secret)
        self.tape = tape

    def begin_rotation(self) -> None:
        super().begin_rotation()
        self.tape.append(Note("rotation", "begun"))

    def finish_rotation(self) -> None:
        super().finish_rotation()
        self.tape.append(Note("rotation", "finished"))


LEAVERS = [f"record-{number}" for number in range(8)]


def erase(store: SqliteStore, subject: str, clock: FakeClock) -> None:
    store.erase(subject, None, _notice, START).result()


def erase_one(store: SqliteStore, subject: str, clock: FakeClock) -> None:
    store.erase(subject, LEAVERS[3], _notice, START).result()


def withdraw(store: SqliteStore, subject: str, clock: FakeClock) -> None:
    store.withdraw(subject, START).result()


def rotate(store: SqliteStore, subject: str, clock: FakeClock) -> None:
    store.rotate_keys().result()


def drain_and_shrink(store: SqliteStore, subject: str, clock: FakeClock) -> None:
    """Checkpoint, expiry and the pages that go back to the file system."""
    store.settle([Settlement(record_id, "receipted", "T-000001") for record_id in LEAVERS[:4]]).result()
    clock.advance(90 * 86_400 + 1)
    store.expire().result()


@pytest.mark.parametrize("step", [erase, erase_one, withdraw, rotate, drain_and_shrink])
def test_a_power_cut_at_every_write_of_a_step_leaves_the_subject_whole_or_gone(tmp_path, step):
    tape: Tape = []
    clock = FakeClock()
    keys = NotingKeys(SECRET, tape)
    (tmp_path / "life").mkdir()
    store = SqliteStore(
        tmp_path / "life" / STORE,
        keys,
        BUDGET,
        clock,
        connect=recording_connect(need_apsw(), tape),
        disk=RecordingDisk(tape),
    )
    subject = store.subject_for("driver").result()
    store.add_grant(ConsentGrant("g", subject, frozenset(Purpose), "ab" * 32, "touch", Period.YEAR, START)).result()
    frames = {}
    for record_id in LEAVERS:
        frames[record_id] = record_id.encode() * 400  # several pages: there is something to give back
        entry = NewEntry(
            record_id, "feedback", Priority.FEEDBACK, frames[record_id], START, subject, "g", readable=b"{}"
        )
        assert store.put(entry).result() is None
    begins = len(tape)
    step(store, subject, clock)
    ends = len(tape)
    store.close()
    outcomes = set()
    for point in range(begins, ends + 1):
        for dice in range(2):
            disk, generation, rotating = Disk(), 0, False
            for event in tape[:point]:
                disk.follow(event)
                if event == Note("rotation", "begun"):
                    rotating = True
                if event == Note("rotation", "finished"):
                    generation, rotating = generation + 1, False
            folder = tmp_path / "cut"
            folder.mkdir()
            disk.cut_power(folder, seeded(1000 * dice + point))
            outcomes.add(_what_is_left(folder, MemoryKeys(SECRET, generation=generation, rotating=rotating), frames))
            shutil.rmtree(folder)
    assert outcomes <= ALLOWED[step.__name__], step
    assert len(outcomes) == len(ALLOWED[step.__name__]), "a step that never shows both sides was not cut in its middle"


ALLOWED: dict[str, set[str]] = {
    "erase": {"whole", "gone"},
    "erase_one": {"whole", "one gone"},
    "withdraw": {"whole", "withdrawn"},
    "rotate": {"whole"},
    "drain_and_shrink": {"whole", "receipted", "expired"},
}


def _what_is_left(folder: Path, keys: MemoryKeys, frames: dict[str, bytes]) -> str:
    """One word for the state of the subject; anything half done is named as such."""
    store = SqliteStore(folder / STORE, keys, BUDGET, FakeClock())
    try:
        assert store.recovered_from is None
        assert store.ledger().balanced
        assert store.ledger().accepted == len(frames)
        assert not keys.rotating, "opening finishes a rotation"
        subject = store.find_subject("driver")
        waiting = {e.record_id for e in store.pending(100) if e.kind == "feedback"}
        for record_id in waiting:
            assert store.frame(record_id) == frames[record_id]
        kept = {} if subject is None else {k.record_id: k for k in store.kept(subject)}
        assert all(k.readable == b"{}" for k in kept.values() if k.state == "pending")
        buried = [erasure_id for erasure_id, _, _ in store.tombstones()]
        granted = subject is not None and [g.withdrawn_at for g in store.grants(subject)]
        facts = (subject is not None, len(waiting), len(kept), buried, granted)
        known = {
            (True, 8, 8, (), (None,)): "whole",
            (False, 0, 0, ("e1",), ()): "gone",
            (True, 7, 7, ("e1",), (None,)): "one gone",
            (True, 0, 0, (), (START,)): "withdrawn",
            (True, 4, 8, (), (None,)): "receipted",
            (True, 0, 0, (), (None,)): "expired",
        }
        assert (store.frame("e1") == b"notice") == bool(buried)
        return known.get((facts[0], facts[1], facts[2], tuple(buried), tuple(granted or ())), f"half done: {facts}")
    finally:
        store.close()


def test_a_power_cut_at_every_write_of_a_migration_leaves_the_old_or_the_new_file(tmp_path):
    golden = ROOT / "tests" / "contract" / "golden" / "store" / "0001.db"
    tape: Tape = []
    (tmp_path / "life").mkdir()
    shutil.copy(golden, tmp_path / "life" / STORE)
    connect = recording_connect(need_apsw(), tape)
    SqliteStore(
        tmp_path / "life" / STORE, MemoryKeys(bytes(32)), BUDGET, FakeClock(), connect=connect, disk=RecordingDisk(tape)
    ).close()
    for point in range(len(tape) + 1):
        disk = Disk.holding(STORE, golden.read_bytes())
        for event in tape[:point]:
            disk.follow(event)
        folder = tmp_path / "cut"
        folder.mkdir()
        disk.cut_power(folder, seeded(point))
        store = SqliteStore(folder / STORE, MemoryKeys(bytes(32)), BUDGET, FakeClock())
        assert store.recovered_from is None
        ledger = store.ledger()
        assert (ledger.accepted, ledger.erased, ledger.pending, ledger.balanced) == (7, 2, 3, True)
        assert store.frame("rec-0001") == b"frame of rec-0001 " * 20
        assert len(store.tombstones()) == 2
        store.close()
        shutil.rmtree(folder)


@pytest.mark.parametrize("forgetful", [{"factory": ForgetfulConnection}, {"disk": ForgetfulDisk}])
def test_a_store_that_does_not_sync_every_commit_is_found_out(tmp_path, forgetful):
    recording = record(tmp_path, **forgetful)
    broken = [what for cut in cut_and_judge(recording, tmp_path, 40) for what in cut]
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
