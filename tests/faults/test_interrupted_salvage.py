"""A device whose power fails while it brings records back from a damaged file goes on with that at the next start."""

import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest

from agent.adapters.sqlite_store import SqliteStore, staging
from agent.consent.grant import ConsentGrant, Period, Purpose
from agent.ports import Ledger, Loss, NewEntry, Priority, Settlement
from tests.fakes.clock import START, FakeClock
from tests.fakes.memory_keys import MemoryKeys
from tests.fakes.memory_store import Budget
from tests.faults.recording_vfs import failing_connect, need_apsw

IN_TABLE, IN_LOG, STAGED = 12, 4, 6
RECORDS = IN_TABLE + IN_LOG + 1 + STAGED
KEYS, CLOCK = MemoryKeys(bytes(32)), FakeClock()
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
    """The store at a start of the device; what a new boot writes first is what an old log must not lose by."""
    CLOCK.reboot()
    return SqliteStore(folder / "store.db", KEYS, Budget(), CLOCK, **options)


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
    for number in range(IN_TABLE, RECORDS):
        store.put(entry(f"r-{number:02}", subject)).result()
        if number < IN_TABLE + IN_LOG:
            store.ledger()  # somebody reads, so the next one goes into the table as well
    left = folder / "killed"
    left.mkdir()
    for name in FILES:
        shutil.copy(folder / name, left / name)
    store.close()
    raw = bytearray((left / "store.db").read_bytes())
    if where == "header":
        raw[18] = 77
    elif where == "log":
        log = bytearray((left / "store.db-wal").read_bytes())
        log[32 + 24 + 2000] ^= 4  # in the first frame: SQLite takes none
        (left / "store.db-wal").write_bytes(log)
    else:
        row = raw.index(b"r-02feedback")
        page = row // 4096 * 4096
        raw[page : page + 8] = b"\xff" * 8
        raw[row + 150 : row + 160] = bytes(10)  # its sealed body
    (left / "store.db").write_bytes(raw)
    return left


def outcome(folder: Path, where: str) -> tuple[list[str], Ledger, Sequence[Loss], bool]:
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
    aside = [file.name for file in folder.glob("store.db.corrupt-*") if not file.name.endswith("-wal")]
    assert aside == ([] if where == "log" else ["store.db.corrupt-20260301T080000Z"])
    again = opened(folder)
    assert again.recovered_from is None
    assert ([w.record_id for w in again.pending(100)], again.ledger(), again.losses()) == found[:3]
    again.close()
    return found


@pytest.mark.parametrize("where", ["header", "page", "log"])
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

    class CuttingDisk(staging.SystemDisk):
        write = staticmethod(cutting(os.pwrite))

    whole = tmp_path / "whole"
    shutil.copytree(left, whole)
    expected = outcome(whole, where)
    assert expected[1].accepted == RECORDS
    assert expected[1].quarantined in (range(1, 4) if where == "page" else [0])
    shutil.copytree(left, tmp_path / "starts")
    with monkeypatch.context() as patched:
        for name in ("replace", "unlink", "touch"):
            patched.setattr(Path, name, cutting(getattr(Path, name)))
        opened(
            tmp_path / "starts",
            connect=failing_connect(need_apsw(), SimpleNamespace(strike=cut)),
            disk=CuttingDisk(),
        ).close()
    cut()
    assert len(cuts) > 20
    for folder in cuts:
        assert outcome(folder, where) == expected, folder.name
