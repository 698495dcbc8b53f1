"""A device whose power fails while it brings records back from a damaged file goes on with that at the next start."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from agent.adapters.sqlite_store import SqliteStore, staging
from agent.consent.grant import ConsentGrant, Period, Purpose
from agent.ports import Ledger, Loss, NewEntry, Priority, Settlement
from tests.fakes.clock import START, FakeClock
from tests.fakes.memory_keys import MemoryKeys
from tests.fakes.memory_store import Budget

IN_TABLE, STAGED = 12, 6
KEYS = MemoryKeys(bytes(32))
FILES = ("store.db", "store.db-wal", "store.db-staging")


def frame(record_id: str) -> bytes:
    return record_id.encode() * 300


def entry(record_id: str, subject: str) -> NewEntry:
    return NewEntry(
        record_id,
        "feedback",
        Priority.FEEDBACK,
        frame(record_id),
        START,
        subject,
        f"of {subject}",
        readable=b"{}",
    )


def opened(folder: Path, **options) -> SqliteStore:
    return SqliteStore(folder / "store.db", KEYS, Budget(), FakeClock(), **options)


def damaged(folder: Path, where: str) -> Path:
    """What SIGKILL left of a store that lived, in the table, in its log and beside it; then a disk that rotted."""
    folder.mkdir()
    store = opened(folder)
    subject = store.subject_for("driver").result()
    grant = ConsentGrant(f"of {subject}", subject, frozenset(Purpose), "ab" * 32, "touch", Period.WEEK, START)
    store.add_grant(grant).result()
    for number in range(IN_TABLE):
        store.put(entry(f"r-{number:02}", subject)).result()
    store.settle([Settlement("r-00", "receipted", "T-000001")]).result()
    store._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    for number in range(IN_TABLE, IN_TABLE + 1 + STAGED):
        store.put(entry(f"r-{number:02}", subject)).result()
    left = folder / "killed"
    left.mkdir()
    for name in FILES:
        shutil.copy(folder / name, left / name)
    store.close()
    raw = bytearray((left / "store.db").read_bytes())
    if where == "header":
        raw[18] = 77
    else:
        row = raw.index(b"r-02feedback")
        page = row // 4096 * 4096
        raw[page : page + 8] = b"\xff" * 8
        raw[row + 150 : row + 160] = bytes(10)  # its sealed body
    (left / "store.db").write_bytes(raw)
    return left


def outcome(folder: Path) -> tuple[list[str], Ledger, Sequence[Loss], bool]:
    """What a start makes of a folder; and that it leaves nothing half done."""
    store = opened(folder)
    found = (
        [w.record_id for w in store.pending(100)],
        store.ledger(),
        store.losses(),
        store.ticket_no("r-00") is not None,
    )
    assert [i for i in found[0] if store.frame(i) != frame(i)] == []
    store.close()
    assert not list(folder.glob("*.salvaging-*"))
    assert len(list(folder.glob("store.db.corrupt-*T*Z"))) == 1
    again = opened(folder)
    assert again.recovered_from is None
    assert ([w.record_id for w in again.pending(100)], again.ledger(), again.losses()) == found[:3]
    again.close()
    return found


@pytest.mark.parametrize("where", ["header", "page"])
def test_power_that_fails_at_any_step_of_bringing_back_costs_nothing_more(tmp_path, monkeypatch, where):
    left = damaged(tmp_path / "life", where)
    cuts: list[Path] = []

    def cut() -> None:
        """What is on the disk now, in a folder of its own; the index of the log does not survive a power cut."""
        folder = tmp_path / f"cut-{len(cuts):03}"
        shutil.copytree(tmp_path / "starts", folder, ignore=shutil.ignore_patterns("*-shm"))
        cuts.append(folder)

    def cutting(change: Callable) -> Callable:
        def step(*parameters, **options):
            cut()
            return change(*parameters, **options)

        return step

    class Cutting(sqlite3.Connection):
        def execute(self, sql: str, *parameters: object) -> sqlite3.Cursor:
            if sql.startswith(("BEGIN", "COMMIT", "PRAGMA wal", "CREATE", "INSERT", "UPDATE")):
                cut()
            return super().execute(sql, *parameters)

    class CuttingDisk(staging.SystemDisk):
        write = staticmethod(cutting(os.pwrite))

    whole = tmp_path / "whole"
    shutil.copytree(left, whole)
    expected = outcome(whole)
    assert expected[1].accepted == IN_TABLE + 1 + STAGED
    assert expected[1].quarantined in (range(1, 4) if where == "page" else [0])
    shutil.copytree(left, tmp_path / "starts")
    with monkeypatch.context() as patched:
        for name in ("replace", "unlink", "touch"):
            patched.setattr(Path, name, cutting(getattr(Path, name)))
        opened(
            tmp_path / "starts",
            connect=lambda file: sqlite3.connect(file, factory=Cutting, isolation_level=None, check_same_thread=False),
            disk=CuttingDisk(),
        ).close()
    cut()
    assert len(cuts) > 20
    for folder in cuts:
        assert outcome(folder) == expected, folder.name
