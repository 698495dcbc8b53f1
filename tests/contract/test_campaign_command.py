"""`tingche-hub campaign` and `phase`, from the machine's own command line, on a real database."""

import json
import os
from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner

from agent.contract.messages import Answer
from hub.__main__ import cli
from hub.adapters.database.campaign_store import CampaignStore
from hub.adapters.database.connection import open_sqlite
from hub.adapters.key_folder import open_keys
from hub.adapters.state_folder import StateFolder
from hub.campaigns.draft import TargetDraft
from hub.campaigns.shipped import named
from hub.errors import InputRefusedError
from tests.builders import feedback
from tests.fakes.desk import Desk


@pytest.fixture
def hub(tmp_path):
    """A hub's folder with two devices and one campaign; the hub does not run."""
    folder = StateFolder(tmp_path / "hub")
    folder.create()
    database = open_sqlite(folder.database_file)
    database.prepare()
    open_keys(folder.keys, "demo", datetime.now(UTC))
    desk = Desk(database)
    desk.folder = folder.path
    desk.devices = [desk.enrol(f"d-0000000000000000000{n}", place=f"{n}号站") for n in (1, 2)]
    ends = (datetime.now(UTC) + timedelta(days=30)).date().isoformat()
    begun = (
        named("charger_kiosk.charge")
        .draft()
        .model_copy(update={"title": "充电", "ends": ends, "target": TargetDraft(phases=(2,))})
    )
    CampaignStore(database, "demo", os.urandom).create(begun, who="王丽", now=datetime.now(UTC))
    yield desk
    database.close()


@pytest.fixture
def run(hub):
    def command(*words, plain=False):
        done = CliRunner().invoke(cli, [*words, "--state", str(hub.folder), *([] if plain else ["--json"])])
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        assert done.exit_code == 0, done.output
        return done.output if plain else [json.loads(line) for line in done.output.splitlines()]

    return command


def test_a_campaign_is_listed_pushed_by_phase_counted_and_stopped(hub, run):
    (listed,) = run("campaign", "list")
    assert (listed["campaign"], listed["title"], listed["state"], listed["chosen"]) == ("c-0001", "充电", "draft", 0)
    with pytest.raises(InputRefusedError, match=r"target \(no_device\)"):
        run("campaign", "push", "c-0001")
    assert run("phase", "2", "--site", "2号站") == [{"phase": 2, "devices": [hub.devices[1].name]}]
    (pushed,) = run("campaign", "push", "c-0001")
    assert (pushed["version"], pushed["devices"]) == (1, 1)
    phases = {one["device"]: one["phase"] for one in run("devices")}
    assert phases == {hub.devices[0].name: None, hub.devices[1].name: 2}
    run("phase", "2", "--all")
    assert run("campaign", "push", "c-0001", "--rest")[0]["devices"] == 1
    given = Answer(rule_id="charge", question="？", answer_id="slow", answer="慢", set_id="c-0001", set_version=1)
    hub.take(hub.devices[1], *(feedback(number, answers=(given,)) for number in range(1, 7)))
    (shown,) = run("campaign", "show", "c-0001")
    assert shown["devices"]["chosen"] == 2
    assert shown["answers"][0]["total"] == 6
    assert [(one["answer"], one["count"], one["share"]) for one in shown["answers"][0]["shares"]] == [
        ("快", 0, 0.0),
        ("慢", 6, 1.0),
        ("支付麻烦", 0, 0.0),
    ]
    assert [one["action"] for one in shown["history"]] == ["push_campaign", "push_campaign", "create_campaign"]
    assert "慢" in run("campaign", "show", "c-0001", plain=True)
    assert run("campaign", "stop", "c-0001") == [{"campaign": "c-0001", "stopped": True, "devices": 2}]
    assert run("campaign", "list")[0]["state"] == "stopped"
    assert "c-0001" in run("campaign", "list", plain=True)


def test_a_campaign_that_is_not_there_is_said_with_what_to_do(run):
    for words in (("show", "c-0009"), ("push", "c-0009"), ("stop", "c-0009")):
        with pytest.raises(InputRefusedError, match="campaign list"):
            run("campaign", *words)


def test_a_phase_needs_devices_and_an_empty_choice_is_refused(run):
    with pytest.raises(InputRefusedError, match="Which devices"):
        run("phase", "1")
    assert run("phase", "none", "--all")[0]["phase"] is None


def test_the_order_of_a_vote_is_pushed_after_a_look_at_it(hub, run):
    store = CampaignStore(hub.database, "demo", os.urandom)
    begun = named("feedback_ways.feedback_ways").draft()
    store.create(begun, who="王丽", now=datetime.now(UTC))
    given = Answer(rule_id="c-0002.q1", question="？", answer_id="touch", answer="x", set_id="c-0002", set_version=1)
    with pytest.raises(InputRefusedError, match="too few"):
        run("campaign", "order", "c-0002", "--all", "--yes")
    with pytest.raises(InputRefusedError, match="no vote"):
        run("campaign", "order", "c-0001", "--all", "--yes")
    hub.take(hub.devices[0], *(feedback(number, answers=(given,)) for number in range(1, 7)))
    done = CliRunner().invoke(cli, ["campaign", "order", "c-0002", "--all", "--state", str(hub.folder)], input="n\n")
    assert done.exit_code == 1
    assert "touch > speak > type > phone" in done.output
    (told,) = run("campaign", "order", "c-0002", "--site", "1号站", "--yes")
    assert (told["votes"], told["order"], told["devices"]) == (6, ["touch", "speak", "type", "phone"], 1)
