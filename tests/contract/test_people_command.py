"""`tingche-hub people`, from the machine's own command line."""

import json
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from hub.__main__ import cli
from hub.adapters.database.connection import open_sqlite
from hub.adapters.key_folder import open_keys
from hub.adapters.state_folder import StateFolder
from hub.errors import InputRefusedError


@pytest.fixture
def state(tmp_path):
    """A hub's state folder; the hub does not run."""
    folder = StateFolder(tmp_path / "hub")
    folder.create()
    database = open_sqlite(folder.database_file)
    database.prepare()
    database.close()
    open_keys(folder.keys, "demo", datetime.now(UTC))
    return folder


@pytest.fixture
def people(state):
    def run(*words):
        done = CliRunner().invoke(cli, [*words, "--state", str(state.path), "--json"])
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        assert done.exit_code == 0, done.output
        return [json.loads(line) for line in done.output.splitlines()]

    return run


def test_people_are_added_changed_reset_and_disabled_and_the_log_names_the_account(people):
    (told,) = people("people", "add", "王丽", "--role", "call_back")
    assert told["link"] is None  # no hub runs that could serve it
    people("people", "roles", "王丽", "--role", "department", "--department", "claims")
    (again,) = people("people", "reset", "王丽")
    assert again["code"] != told["code"]
    people("people", "disable", "王丽")
    (person,) = people("people", "list")
    assert (person["roles"], person["department"], person["invited_until"]) == (["department"], "claims", None)
    assert person["disabled_at"]
    log = list(reversed(people("audit", "list")))
    assert [entry["action"] for entry in log] == ["add_person", "set_roles", "reset_person", "disable_person"]
    assert {entry["who"].split(":")[0] for entry in log} == {"account"}


def test_the_link_leads_to_the_hub_that_runs(people, state):
    state.publish({"pages": "https://desk.example.com"})
    (told,) = people("people", "add", "王丽", "--role", "reviewer")
    assert told["link"] == f"https://desk.example.com/invitation#{told['code']}"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", "王丽", "--role", "reviewer"), "There is 王丽 already"),
        (("add", "李强", "--role", "department"), "needs --department"),
        (("add", "李强", "--role", "auditor", "--role", "reviewer"), "has no other role"),
        (("add", "a:b", "--role", "reviewer"), "NAME has to have"),
        (("reset", "李强"), "nobody called 李强"),
        (("disable", "李强"), "nobody called 李强"),
    ],
)
def test_what_cannot_be_is_refused_with_the_remedy_and_changes_nothing(people, words, said):
    people("people", "add", "王丽", "--role", "call_back")
    before = people("audit", "list")
    with pytest.raises(InputRefusedError, match=said):
        people("people", *words)
    assert people("audit", "list") == before
