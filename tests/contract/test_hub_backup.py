"""A backup that comes back brings nothing back that was deleted since."""

import json
import sqlite3
import threading
from contextlib import closing
from datetime import timedelta

import pytest

from agent.contract.messages import MaskedText
from hub.adapters.database.backup import back_up, forget_again
from hub.adapters.database.connection import open_sqlite
from hub.adapters.tombstone_journal import TombstoneJournal
from hub.errors import HubError, InputRefusedError, OperatorNeededError
from hub.keeping import back_up as back_up_hub
from hub.keeping import restore
from hub.tickets.ticket import Status
from tests.builders import feedback, record_id
from tests.fakes.desk import NOW, Desk
from tests.fakes.field_device import erasure

SUBJECT = feedback().subject
CANARY = "怪味道"
LATER = NOW + timedelta(days=1)


class KeptHub:
    """A state folder with a database and a journal, opened and closed as a hub does."""

    def __init__(self, folder):
        self.folder = folder
        self.journal = TombstoneJournal(folder / "tombstones.jsonl")
        self.known = None
        folder.mkdir()

    def __enter__(self):
        self.database = open_sqlite(self.folder / "hub.db")
        self.database.prepare()
        self.lacked = forget_again(self.database, self.journal, NOW)
        self.desk = Desk(self.database, self.known, journal=self.journal.append)
        self.known = self.desk.known
        return self.desk

    def __exit__(self, *_):
        self.desk.answers.finish_erasures(NOW)
        self.database.close()


@pytest.fixture
def hub(tmp_path):
    return KeptHub(tmp_path / "hub")


def said(number=1, **changes):
    return feedback(number, text=MaskedText(text=f"{number}号{CANARY}"), **changes)


def copies(*folders):
    return [
        f.name for folder in folders for f in folder.rglob("*") if f.is_file() and CANARY.encode() in f.read_bytes()
    ]


def backed_up(hub, name):
    back_up_hub(hub.folder, hub.folder.parent / f"{name}.hubdb", NOW, lambda _done, _all: None)
    return hub.folder.parent / f"{name}.hubdb"


def test_a_backup_taken_while_the_hub_writes_is_whole(hub, tmp_path):
    with hub as desk:
        device = desk.enrol()
        desk.take(device, *(said(number) for number in range(1, 200)))
        stop, written = threading.Event(), []

        def write():
            while not stop.is_set():
                written.append(desk.take(device, said(1000 + len(written))))

        writer = threading.Thread(target=write)
        writer.start()
        steps = []
        back_up(hub.folder / "hub.db", tmp_path / "a.hubdb", lambda done, total: steps.append((done, total)))
        stop.set()
        writer.join()
    with closing(sqlite3.connect(tmp_path / "a.hubdb")) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        tickets = copy.execute("SELECT count(*), max(seq) FROM tickets").fetchone()
        counted = copy.execute("SELECT value FROM counters WHERE name = 'ticket'").fetchone()[0]
    assert written
    assert tickets == (counted, counted)
    assert steps[-1][0] == steps[-1][1]
    assert (tmp_path / "a.hubdb").stat().st_mode & 0o077 == 0


def test_a_restored_backup_has_forgotten_what_was_deleted_since_before_anybody_can_read_it(hub, tmp_path):
    with hub as desk:
        device = desk.enrol()
        desk.take(device, said(1), said(2), said(3, subject="s-another-person"))
        old = backed_up(hub, "old")
        desk.take(device, erasure(SUBJECT))
    assert copies(hub.folder) == ["hub.db"], "the other person's"
    assert restore(hub.folder, old, LATER, replace=True) == 1
    with closing(sqlite3.connect(hub.folder / "hub.db")) as found:
        texts = found.execute("SELECT record_id FROM tickets WHERE text IS NOT NULL").fetchall()
    assert texts == [(record_id(3),)]
    assert (hub.folder / "hub.db").read_bytes().count(CANARY.encode()) == 1
    assert [f.name for f in hub.folder.glob("hub.db*")] == ["hub.db"]
    with hub as desk:
        assert desk.take(device, said(1), said(2), said(4)) == [None, None, None]
        assert [t.record_id for t in desk.book.tickets(include_erased=False)] == [record_id(3)]


def test_a_number_that_was_given_after_the_backup_is_given_to_nobody_else(hub):
    with hub as desk:
        device = desk.enrol()
        desk.take(device, said(1))
        old = backed_up(hub, "old")
        assert desk.take(device, said(2), said(3)) == ["T-000002", "T-000003"]
    restore(hub.folder, old, LATER, replace=True)
    with hub as desk:
        assert desk.take(device, said(4)) == ["T-000004"]


def test_without_its_journal_and_database_a_new_machine_learns_from_the_newest_backup(hub, tmp_path):
    with hub as desk:
        device = desk.enrol()
        desk.take(device, said(1), said(2))
        old = backed_up(hub, "old")
        kept_aside = old.read_bytes()
        desk.take(device, erasure(SUBJECT, record_id(1), scope="record"))
        desk.answers.finish_erasures(NOW)
        backed_up(hub, "new")
    old.write_bytes(kept_aside)  # as it would be on a disk that was not there
    assert restore(tmp_path / "machine", old, LATER, replace=False) == 1
    with closing(sqlite3.connect(tmp_path / "machine" / "hub.db")) as found:
        assert found.execute("SELECT record_id FROM tickets WHERE text IS NOT NULL").fetchall() == [(record_id(2),)]


def test_a_database_put_back_by_hand_is_served_without_what_was_deleted_since(hub):
    with hub as desk:
        device = desk.enrol()
        desk.take(device, said(1))
    by_hand = (hub.folder / "hub.db").read_bytes()
    with hub as desk:
        desk.take(device, erasure(SUBJECT))
    (hub.folder / "hub.db").write_bytes(by_hand)
    with hub as desk:
        assert [ticket.status for ticket in desk.book.tickets()] == [Status.ERASED]
        assert desk.take(device, said(1)) == [None]
    assert hub.lacked == 1
    assert copies(hub.folder) == []


def test_a_new_backup_deletes_in_the_older_ones_beside_it_what_was_deleted_since(hub, tmp_path):
    with hub as desk:
        device = desk.enrol()
        desk.take(device, said(1))
        old = backed_up(hub, "monday")
        assert copies(tmp_path) == ["hub.db", "hub.db-wal", "monday.hubdb"] or "monday.hubdb" in copies(tmp_path)
        desk.take(device, erasure(SUBJECT))
        desk.answers.finish_erasures(NOW)
        taken = back_up_hub(hub.folder, tmp_path / "tuesday.hubdb", LATER, lambda _done, _all: None)
    assert (taken.older, taken.forgotten) == (1, 1)
    assert copies(tmp_path) == []
    assert not (tmp_path / "monday.hubdb-wal").exists()
    assert old.exists()


def test_what_was_kept_long_enough_goes_from_older_backups_too_and_does_not_come_back(hub, tmp_path):
    with hub as desk:
        device = desk.enrol()
        desk.take(device, said(1))
        desk.take(device, feedback(2, text=MaskedText(text="说得很好听")), at=LATER)
        old = backed_up(hub, "monday")
        expired = NOW + timedelta(days=365)
        untouched = old.read_bytes()
        back_up_hub(hub.folder, tmp_path / "next-year.hubdb", expired, lambda _done, _all: None)
        assert CANARY.encode() not in old.read_bytes()
        assert "说得很好听".encode() in old.read_bytes()
        old.write_bytes(untouched)
    restore(hub.folder, old, expired, replace=True)
    assert CANARY.encode() not in (hub.folder / "hub.db").read_bytes()
    with hub as desk:
        assert [ticket.status for ticket in desk.book.tickets()] == [Status.NEW, Status.EXPIRED]


def test_an_older_database_and_a_journal_learn_from_each_other(hub):
    with hub as desk:
        device = desk.enrol()
        desk.take(device, said(1), erasure(SUBJECT, record_id(1), record_id(7)))
    written = hub.journal.read()
    hub.journal.path.unlink()
    with hub as desk:
        pass
    assert hub.lacked == 0
    assert hub.journal.read() == written
    assert written[0].record_ids == (record_id(1), record_id(7))


def test_the_tombstone_is_on_the_disk_before_anything_is_deleted(hub):
    with hub as desk:
        device = desk.enrol()
        desk.take(device, said(1))
        hub.journal.path.mkdir()
        with pytest.raises(HubError):
            desk.take(device, erasure(SUBJECT))
        assert desk.book.tickets()[0].status is Status.NEW
        hub.journal.path.rmdir()
        desk.take(device, erasure(SUBJECT))
        assert [deletion.subject for deletion in hub.journal.read()] == [SUBJECT]
        assert desk.book.tickets()[0].status is Status.ERASED


def test_a_line_that_a_power_cut_tore_costs_no_other(hub):
    with hub as desk:
        device = desk.enrol()
        desk.take(device, erasure(SUBJECT))
        with hub.journal.path.open("ab") as file:
            file.write(hub.journal.path.read_bytes()[:40])
        desk.take(device, erasure("s-another-person"))
    assert [deletion.subject for deletion in hub.journal.read()] == [SUBJECT, "s-another-person"]
    assert all(json.loads(line) for line in hub.journal.path.read_bytes().splitlines() if line.endswith(b"}"))


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\0" * 5000])
def test_what_is_no_backup_changes_nothing(hub, tmp_path, content):
    with hub as desk:
        desk.take(desk.enrol(), said(1))
    before = (hub.folder / "hub.db").read_bytes()
    (tmp_path / "other.hubdb").write_bytes(content)
    with pytest.raises(InputRefusedError):
        restore(hub.folder, tmp_path / "other.hubdb", LATER, replace=True)
    assert (hub.folder / "hub.db").read_bytes() == before


def test_a_database_in_place_is_not_replaced_unasked_and_a_backup_is_never_overwritten(hub):
    with hub as desk:
        desk.take(desk.enrol(), said(1))
        old = backed_up(hub, "old")
    with pytest.raises(OperatorNeededError, match="--replace"):
        restore(hub.folder, old, LATER, replace=False)
    with pytest.raises(InputRefusedError, match="there already"):
        backed_up(hub, "old")
