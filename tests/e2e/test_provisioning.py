"""What provisioning leaves on the device: all that the first start needs, so that it finds nothing to make."""

import sqlite3
from contextlib import closing

from agent.adapters.sqlite_store import schema
from tests.e2e.processes import AGENT
from tests.e2e.test_bad_input import refused, run
from tests.fakes.line import Line

UNREACHABLE = ("--hub", "http://127.0.0.1:1", "--claim", "0" * 26)


def test_the_store_is_there_before_the_first_start(tmp_path):
    with Line(tmp_path).running() as line, closing(sqlite3.connect(line.car / "agent.db")) as db:
        assert schema.is_ours(db)
        assert [name for (name,) in db.execute("SELECT name FROM _sqlite_migrations")] == list(schema.STEPS)
        assert (line.car / "agent.db").stat().st_mode & 0o777 == 0o600


def test_a_disk_that_keeps_no_record_is_found_out_before_the_claim_is_used(tmp_path):
    """The hub cannot be reached here, and is not asked."""
    state = tmp_path / "state"
    (state / "agent.db").mkdir(parents=True)
    refused(
        run(AGENT, "provision", "--state", state, *UNREACHABLE),
        "agent.db",
        "Give the agent's user the folder",
        status=78,
    )
    (state / "agent.db").rmdir()
    refused(run(AGENT, "provision", "--state", state, *UNREACHABLE), "cannot be reached", status=75)
    refused(run(AGENT, "provision", "--state", state, *UNREACHABLE), "cannot be reached", status=75)


def test_another_programs_file_in_its_place_is_left_alone(tmp_path):
    state = tmp_path / "state"
    state.mkdir()
    (state / "agent.db").write_text("a list that somebody keeps here\n" * 9)
    refused(run(AGENT, "provision", "--state", state, *UNREACHABLE), "left untouched", status=78)
    assert (state / "agent.db").read_text().startswith("a list")
