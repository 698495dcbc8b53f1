"""The commands around erasure, in this process, on a hub's state folder."""

import json
import os
from datetime import timedelta

import pytest
from click.testing import CliRunner

from hub import runtime
from hub.__main__ import cli
from hub.adapters.database.backup import forget_again
from hub.adapters.database.connection import open_sqlite
from hub.adapters.database.receipt_desk import ReceiptDesk
from hub.adapters.state_folder import StateFolder
from hub.adapters.tombstone_journal import TombstoneJournal
from hub.errors import InputRefusedError
from hub.runtime import utc_now
from tests.builders import feedback
from tests.fakes.desk import Desk
from tests.fakes.field_device import erasure


class State:
    """A hub's state folder without keys, and commands on it."""

    def __init__(self, folder):
        self.folder = folder
        self.database = open_sqlite(folder / "hub.db")
        self.database.prepare()
        journal = TombstoneJournal(folder / "tombstones.jsonl")
        forget_again(self.database, journal, utc_now())
        self.desk = Desk(self.database, journal=journal.append)
        self.device = self.desk.enrol()

    def run(self, *words):
        """(what it printed, its exit status) of a command that ends well."""
        result = CliRunner().invoke(cli, [*words, "--state", str(self.folder)], standalone_mode=False)
        if result.exception is not None:
            raise result.exception
        return result.stdout, result.return_value or 0

    def told(self, *words):
        """Its JSON objects."""
        return [json.loads(line) for line in self.run(*words, "--json")[0].splitlines()]


@pytest.fixture
def state(tmp_path):
    made = State(tmp_path)
    yield made
    made.database.close()


def test_a_hold_is_placed_listed_and_lifted(state):
    state.desk.take(state.device, feedback(1))
    why = ("--ground", "消法 第54条", "--reason", "投诉处理中")
    assert state.told("hold", "T-000001", "--until", "2035-03-31", *why)[0]["held"] is True
    (held,) = state.told("hold")
    assert (held["ticket_no"], held["ground"]) == ("T-000001", "消法 第54条")
    assert held["ends_at"] == "2035-03-31T16:00:00.000Z", "the end of that day in China"
    assert held["placed_by"].startswith("account:")
    assert "T-000001" in state.run("hold")[0]
    assert state.told("hold", "T-000001", "--lift", "--reason", "已结")[0]["held"] is False
    assert state.run("hold")[0].strip() == "没有冻结 / nothing is held"


@pytest.mark.parametrize(
    "words",
    [
        ("T-000001",),
        ("T-000001", "--until", "2035-03-31"),
        ("T-000001", "--until", "2020-03-31", "--ground", "消法 第54条", "--reason", "投诉处理中"),
        ("T-000009", "--until", "2035-03-31", "--ground", "消法 第54条", "--reason", "投诉处理中"),
        ("T-000001", "--lift"),
        ("T-000001", "--lift", "--reason", "已结"),
    ],
)
def test_a_hold_that_cannot_be_says_why(state, words):
    state.desk.take(state.device, feedback(1))
    with pytest.raises(InputRefusedError):
        state.run("hold", *words)


def test_erasures_show_how_they_stand_and_give_a_status_for_an_alarm(state):
    now = utc_now()
    state.desk.take(state.device, erasure("s-0123456789abcdef0001"), at=now)
    assert state.run("erasures", "--overdue")[1] == 0
    (running,) = state.told("erasures")
    assert (running["standing"], running["overdue"], running["completed_at"]) == ("running", False, None)
    assert running["due_at"] > now.isoformat()
    state.desk.take(state.device, erasure("s-0123456789abcdef0002"), at=now - timedelta(days=40))
    printed, status = state.run("erasures", "--overdue")
    assert (status, printed.count("overdue")) == (1, 1)
    state.desk.answers.finish_erasures(now)
    assert state.run("erasures", "--overdue")[1] == 0
    assert [one["standing"] for one in state.told("erasures")] == ["done", "done"]


def test_erasures_show_which_devices_have_not_followed_yet(state):
    state.desk.take(state.device, feedback(1), erasure("s-0123456789abcdef0002"))
    journal = TombstoneJournal(state.folder / "tombstones.jsonl").append
    desk = ReceiptDesk(state.database, journal, os.urandom)
    erased = desk.erase_ticket("T-000001", who="account:wang", reason="本人到店", now=utc_now())
    (waiting,) = state.told("erasures", "--unconfirmed")
    assert waiting["erasure_id"] == erased.erasure_id
    notice = erasure(feedback().subject, feedback().record_id).model_copy(update={"erasure_id": erased.erasure_id})
    state.desk.take(state.device, notice)
    assert state.run("erasures", "--unconfirmed")[0].strip() == "没有这样的删除请求 / no such erasure"
    assert "device confirmed" in state.run("erasures")[0]


def test_every_hour_the_hub_deletes_what_is_due_and_says_in_its_log_what_is_late(state, caplog):
    caplog.set_level("INFO")
    hub = runtime.Hub(StateFolder(state.folder), state.database, None, "demo")
    state.desk.take(state.device, feedback(1), at=utc_now() - timedelta(days=31))
    state.desk.take(state.device, erasure("s-0123456789abcdef0002"), at=utc_now() - timedelta(days=40))
    runtime._hourly(hub)
    assert [record.getMessage() for record in caplog.records] == [
        "1 erasures are past the time the law allows: `tingche-hub erasures --overdue`",
        "kept long enough: 1 contacts, 1 claims",
    ]
    caplog.clear()
    state.desk.answers.finish_erasures(utc_now())
    runtime._hourly(hub)
    assert caplog.records == []
    (state.folder / "retention.toml").write_text("[days")
    runtime._hourly(hub)
    assert "retention.toml" in caplog.text


def test_retention_shows_its_days_and_what_has_gone_and_takes_others_from_a_file(state):
    state.desk.take(state.device, feedback(1), at=utc_now() - timedelta(days=20))
    assert state.told("retention")[0]["days"]["call_back"] == 30
    (state.folder / "retention.toml").write_text("[days]\ncall_back = 14\n")
    (told,) = state.told("retention", "--run")
    assert (told["days"]["call_back"], told["deleted"]["contacts"], told["deleted_now"]["contacts"]) == (14, 1, 1)
    assert "call_back" in state.run("retention")[0]
    (state.folder / "retention.toml").write_text("[days]\ncall_back = -1\n")
    with pytest.raises(InputRefusedError, match="call_back"):
        state.run("retention")


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_postgresql_is_backed_up_by_its_own_tools_and_the_command_says_which(state, command):
    with pytest.raises(InputRefusedError, match="pg_"):
        state.run(command, str(state.folder / "a.hubdb"), "--database", "postgresql+psycopg://hub@localhost/hub")


def test_a_backup_has_a_name_by_which_the_next_one_finds_it(state):
    with pytest.raises(InputRefusedError, match="hubdb"):
        state.run("backup", str(state.folder / "hub.backup"))
    assert not (state.folder / "hub.backup").exists()
    (taken,) = state.told("backup", str(state.folder / "a.hubdb"))
    assert taken["bytes"] > 0
