"""The audit log on SQLite and on PostgreSQL alike."""

import json
import threading
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner
from sqlalchemy import text

from hub.__main__ import cli
from hub.adapters.database.audit_log import AuditLog, write_down
from hub.adapters.database.connection import Database, open_sqlite
from hub.errors import HubError
from hub.people.audit_chain import Action, Deed, Fault

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def deed(number, who="wang"):
    return Deed(NOW, who, Action.OPEN_CONTACT, f"T-{number:06d}", "回访")


@pytest.fixture
def log(database):
    kept = AuditLog(database)
    for number in range(1, 6):
        kept.append(deed(number))
    return kept


def as_owner(opened, *statements):
    """What somebody does who owns the database: takes the guard away first."""
    with opened.write() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("DROP TRIGGER audit_no_change ON audit"))
        else:
            for name in ("audit_no_update", "audit_no_delete"):
                connection.execute(text(f"DROP TRIGGER {name}"))
        for statement in statements:
            connection.execute(text(statement))


def test_what_was_written_is_read_again_newest_first_and_is_whole(log):
    log.append(deed(6, who="li"))
    assert [entry.seq for entry in log.newest(3)] == [6, 5, 4]
    assert [entry.seq for entry in log.newest(2, before=4)] == [3, 2]
    assert [entry.what for entry in log.newest(9, who="li")] == ["T-000006"]
    verdict = log.verify([log.head()])
    assert (verdict.fault, verdict.head.seq) == (None, 6)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE audit SET who = 'li' WHERE seq = 3", "DELETE FROM audit WHERE seq = 5", "DELETE FROM audit"],
)
def test_the_database_itself_refuses_to_change_or_delete_an_entry(log, database, statement):
    with pytest.raises(HubError), database.write() as connection:
        connection.execute(text(statement))
    assert log.verify().head.seq == 5


@pytest.mark.parametrize(
    ("statement", "fault", "seq"),
    [
        ("UPDATE audit SET who = 'li' WHERE seq = 3", Fault.EDITED, 3),
        ("UPDATE audit SET reason = '' WHERE seq = 1", Fault.EDITED, 1),
        ("DELETE FROM audit WHERE seq = 2", Fault.MISSING, 2),
    ],
)
def test_an_edit_by_the_databases_owner_is_found(log, database, statement, fault, seq):
    as_owner(database, statement)
    verdict = log.verify()
    assert (verdict.fault, verdict.broken_seq) == (fault, seq)


def test_a_cut_end_is_found_with_an_anchor_kept_elsewhere(log, database):
    anchor = log.head()
    as_owner(database, "DELETE FROM audit WHERE seq > 3")
    assert log.verify().fault is None
    assert log.verify([anchor]).fault is Fault.CUT_OFF


def test_an_entry_is_there_only_when_its_transaction_is(log, database):
    def write_and_fail():
        with database.write() as connection:
            write_down(connection, deed(6))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_fail()
    assert log.head().seq == 5


def test_writers_at_the_same_time_make_one_chain(url, log):
    opened = [Database(url) for _ in range(4)]

    def write(one):
        for number in range(10):
            AuditLog(one).append(deed(number))

    threads = [threading.Thread(target=write, args=(one,)) for one in opened]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for one in opened:
        one.close()
    verdict = log.verify()
    assert (verdict.fault, verdict.head.seq) == (None, 45)


def audit(state, *words):
    done = CliRunner().invoke(cli, ["audit", *words, "--state", str(state)])
    return done.exit_code, done.output


def test_the_command_lists_anchors_and_names_the_first_broken_entry(tmp_path):
    opened = open_sqlite(tmp_path / "hub.db")
    opened.prepare()
    for number in (1, 2, 3):
        AuditLog(opened).append(deed(number))
    assert "T-000003" in audit(tmp_path, "list")[1]
    status, anchor = audit(tmp_path, "anchor")
    (tmp_path / "anchors").write_text(f"{anchor}\n")
    kept = ("--anchors", str(tmp_path / "anchors"))
    assert audit(tmp_path, "verify", *kept) == (0, "完整，共 3 条 / whole, 3 entries; 1 anchors agree\n")
    assert audit(tmp_path, "verify", "--anchor", "3:zz")[0] != 0
    as_owner(opened, "DELETE FROM audit WHERE seq = 3")
    assert audit(tmp_path, "verify")[0] == 0
    status, said = audit(tmp_path, "verify", *kept)
    assert (status, said) == (1, "从第 3 条起被截掉 / the log was cut off: entry 3 is missing\n")
    with opened.write() as connection:
        connection.execute(text("UPDATE audit SET what = 'T-000009' WHERE seq = 1"))
    status, said = audit(tmp_path, "verify", "--json")
    assert status == 1
    assert json.loads(said)["broken_seq"] == 1
    opened.close()
