"""Promise 6 over the whole state folder, and under a power cut at every step: whole or gone, never half."""

import contextlib
import shutil
from pathlib import Path

import pytest

from agent.adapters import state_files
from agent.adapters.sqlite_store import SqliteStore, opening
from agent.adapters.state_files import erase_files
from agent.consent.grant import ConsentGrant, Period, Purpose
from agent.ports import NewEntry, Priority
from tests.fakes.clock import START, FakeClock
from tests.fakes.memory_keys import MemoryKeys
from tests.fakes.memory_store import Budget
from tests.faults.recording_vfs import Disk, Note, RecordingDisk, Tape, need_apsw, recording_connect, seeded

FRAME, SAID = b"CANARY-IN-THE-FRAME" * 40, b'{"text": "CANARY-IN-THE-WORDS"}'
CODE, ALIAS = "TC-CANA-RY00", "canary-profile"
CANARIES = (b"CANARY", CODE.encode(), ALIAS.encode(), "金丝雀".encode())
STORE = "agent.db"
SECRET = bytes(range(32))


class PowerCutError(BaseException):
    """Nobody catches a power cut."""


class Life:
    """A state folder with a subject in it, and everything beside the database that can hold a copy."""

    def __init__(self, folder: Path, connect=opening.default_connect, disk=None) -> None:
        folder.mkdir(parents=True)
        self.folder, self.keys, self.clock = folder, MemoryKeys(SECRET), FakeClock()
        self.store = self.opened(connect, disk)
        self.subject = self.store.subject_for(ALIAS).result()
        grant = ConsentGrant(
            "g", self.subject, frozenset({Purpose.IMPROVE_SERVICE}), "ab" * 32, "touch", Period.YEAR, START
        )
        self.store.add_grant(grant).result()
        for number in range(6):
            entry = NewEntry(
                f"r{number}", "feedback", Priority.FEEDBACK, FRAME, START, self.subject, "g", CODE, "5e" * 32, SAID
            )
            assert self.store.put(entry).result() is None
        assert self.store.ledger().pending == 6
        self.sealed = self._sealed()
        copy = (folder / STORE).read_bytes() + (folder / f"{STORE}-wal").read_bytes()
        (folder / f"{STORE}.corrupt-20260101T000000Z").write_bytes(copy)
        (folder / f"{STORE}.corrupt-20260101T000000Z-wal").write_bytes(copy)
        (folder / "core.4711").write_bytes("memory of a process: CANARY-IN-THE-WORDS 金丝雀".encode())

    def opened(self, connect=opening.default_connect, disk=None) -> SqliteStore:
        return SqliteStore(
            self.folder / STORE,
            self.keys,
            Budget(),
            self.clock,
            connect=connect,
            disk=disk,
            erase_files=lambda: erase_files(self.folder),
        )

    def _sealed(self) -> list[bytes]:
        """The subject's wrapped key and everything under it, as they lie on disk."""
        found = []
        for query in (
            "SELECT wrapped_key FROM subjects WHERE subject = ?",
            "SELECT body FROM entries WHERE subject = ?",
            "SELECT body FROM consent_records WHERE subject = ?",
        ):
            found += [blob for (blob,) in self.store._reader.execute(query, (self.subject,))]
        return found

    def erase(self):
        return self.store.erase(self.subject, None, lambda _: ("e1", b"notice"), START).result()


def hits(folder: Path, sealed: list[bytes]) -> list[str]:
    """Files of the state folder in which anything of the subject can be found, readable or sealed."""
    return sorted(
        f"{file.name}: {planted[:12]!r}"
        for file in folder.rglob("*")
        if file.is_file()
        for planted in (*CANARIES, *sealed)
        if planted in file.read_bytes()
    )


def test_after_done_no_file_of_the_state_folder_holds_anything(tmp_path):
    life = Life(tmp_path / "state")
    assert {name.partition(":")[0] for name in hits(life.folder, life.sealed)} >= {
        "core.4711",
        f"{STORE}.corrupt-20260101T000000Z",
        f"{STORE}.corrupt-20260101T000000Z-wal",
    }, "the search finds what is there"
    report = life.erase()
    assert hits(life.folder, life.sealed) == []
    done = {one.store: (one.action, one.count) for one in report.stores}
    assert done["subjects"] == ("shredded", 1)
    assert done["entries"] == ("deleted", 6)
    assert done["set_aside"] == ("deleted", 2)
    assert done["core_files"] == ("deleted", 1)
    assert done["write_ahead_log"] == ("emptied", 0)
    (deletion,) = life.store.deletions()
    assert deletion.finished_at is not None
    assert deletion.stores == report.stores
    life.store.close()
    assert hits(life.folder, life.sealed) == []


@pytest.mark.parametrize("step", range(1, 9))
def test_a_power_cut_between_the_files_goes_on_with_the_next_start(tmp_path, monkeypatch, step):
    """Every file that is deleted, every overwriting and every emptying of the log is a place to fail."""
    life = Life(tmp_path / "state")
    left = step

    def count_down() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            raise PowerCutError

    unlink, destroy, empty = Path.unlink, state_files._destroy, SqliteStore._empty_log

    def cut_unlink(self, missing_ok=False):
        count_down()
        unlink(self, missing_ok=missing_ok)

    def cut_destroy(path):
        count_down()
        destroy(path)

    def cut_empty(self):
        count_down()
        return empty(self)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", cut_unlink)
        patched.setattr(state_files, "_destroy", cut_destroy)
        patched.setattr(SqliteStore, "_empty_log", cut_empty)
        with contextlib.suppress(PowerCutError):
            life.erase()
    after = tmp_path / "after"
    shutil.copytree(life.folder, after)
    life.folder = after
    store = life.opened()
    assert hits(after, life.sealed) == []
    (deletion,) = store.deletions()
    assert deletion.finished_at is not None
    assert store.find_subject(ALIAS) is None
    assert store.frame("e1") == b"notice"
    assert store.ledger().balanced
    store.close()
    assert hits(after, life.sealed) == []


@pytest.mark.powercut
@pytest.mark.parametrize("what", ["erase", "withdraw"])
def test_a_power_cut_at_every_write_leaves_the_subject_whole_or_gone_and_the_journal_finished(tmp_path, what):
    tape: Tape = []
    life = Life(tmp_path / "life", recording_connect(need_apsw(), tape), RecordingDisk(tape))
    begins = len(tape)
    if what == "erase":
        life.erase()
    else:
        life.store.withdraw(life.subject, START).result()
    tape.append(Note("done", what))
    life.store.close()
    done = tape.index(Note("done", what))
    outcomes = set()
    for point in range(begins, done + 1):
        disk, folder = Disk(), tmp_path / "cut"
        for event in tape[:point]:
            disk.follow(event)
        folder.mkdir()
        disk.cut_power(folder, seeded(point))
        life.folder = folder
        store = life.opened()
        assert store.recovered_from is None
        assert store.ledger().balanced
        known, waiting = store.find_subject(ALIAS), [e.record_id for e in store.pending(99) if e.kind == "feedback"]
        history = [r.event.value for r in store.consent_history(life.subject)]
        unfinished = [d for d in store.deletions() if d.finished_at is None]
        outcomes.add((known is not None, len(waiting), tuple(history), len(store.deletions())))
        assert unfinished == []
        store.close()
        if not waiting and what == "erase":
            assert hits(folder, life.sealed) == [], f"write {point}"
        shutil.rmtree(folder)
    whole = (True, 6, ("given",), 0)
    over = (False, 0, (), 1) if what == "erase" else (True, 0, ("given", "withdrawn"), 0)
    assert outcomes == {whole, over}
