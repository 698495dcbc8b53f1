"""`tingche-hub tickets` and `figures`, as somebody types them."""

import json

import pytest
from click.testing import CliRunner

from agent.contract.messages import Context, DeviceKind
from hub.adapters.database.connection import open_sqlite
from hub.adapters.state_folder import StateFolder
from hub.commands.figures import figures
from hub.commands.tickets import tickets
from hub.errors import InputRefusedError
from tests.builders import feedback
from tests.fakes.desk import Desk


@pytest.fixture
def state(tmp_path):
    """A hub's folder with one ticket that is marked, and one that came by a sticker."""
    folder = StateFolder(tmp_path / "hub")
    folder.create()
    database = open_sqlite(folder.database_file)
    database.prepare()
    hub = Desk(database)
    sticker = Context(device_kind=DeviceKind.CHARGER_KIOSK, place="13号站", entry="sticker")
    hub.take(hub.enrol(), feedback(1), feedback(2, marks=(), context=sticker, rating=4))
    database.close()
    return folder.path


def typed(command, state, *options):
    done = CliRunner().invoke(command, ["--state", str(state), *options], catch_exceptions=False)
    assert done.exit_code == 0
    return done.output


def test_the_list_says_how_they_came_in_and_what_is_marked_and_can_leave_that_out(state):
    told = typed(tickets, state)
    assert "no_more_than_a_nod" in told
    assert "sticker" in told
    without = [json.loads(line) for line in typed(tickets, state, "--without-marked", "--json").splitlines()]
    assert [(one["number"], one["entry"], one["marks"]) for one in without] == [("T-000002", "sticker", [])]


def test_the_figures_follow_the_weights_of_the_state_folder(state):
    (state / "weights.toml").write_text("[entry]\nsticker = 0.25\n")
    told = [json.loads(line) for line in typed(figures, state, "--by", "entry", "--json").splitlines()]
    assert {one["entry"]: (one["count"], one["weighted"]) for one in told} == {"qr": (1, 1.0), "sticker": (1, 0.25)}
    table = typed(figures, state, "--without-marked")
    assert "13号站" in table
    assert "T-000001" not in table


def test_weights_that_cannot_be_meant_count_nothing_and_say_where(state):
    (state / "weights.toml").write_text("[entry]\nsticker = 2\n")
    with pytest.raises(InputRefusedError, match=r"weights\.toml: sticker has to be a number from 0 to 1"):
        CliRunner().invoke(figures, ["--state", str(state)], catch_exceptions=False)
