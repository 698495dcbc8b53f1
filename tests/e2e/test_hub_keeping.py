"""Backup, restore, hold, erase and retention as commands, on a hub that runs and on one that does not."""

import pytest

from agent.contract.messages import Context, DeviceKind, MaskedText
from hub.erasure.files import unlisted
from tests.builders import feedback
from tests.e2e.test_hub_process import PORTS, connect, enrolled, listed, send
from tests.fakes.field_device import erasure
from tests.fakes.hub_process import HubProcess, hub_json, run_hub

KIOSK = Context(device_kind=DeviceKind.CHARGER_KIOSK, place="12号站")


def said(number, **changes):
    return feedback(number, context=KIOSK, text=MaskedText(text=f"怪味道{number}号"), **changes)


@pytest.fixture
def hub(tmp_path):
    with HubProcess("serve", "--state", str(tmp_path / "hub"), *PORTS, log=tmp_path / "hub.log") as running:
        yield running


def test_a_backup_of_a_running_hub_comes_back_without_what_was_erased_since(hub, tmp_path):
    device, state, file = enrolled(hub), ("--state", str(hub.state)), tmp_path / "monday.hubdb"
    with connect(hub, device) as probe:
        for message in (said(1), said(2, subject="s-another-person")):
            send(probe, device, message)
            probe.next()
        taken = hub_json("backup", str(file), *state)[0]
        assert (taken["file"], taken["older"]) == (str(file), 0)
        send(probe, device, erasure(said(1).subject))
        probe.next()
    (held,) = hub_json(
        "hold", "T-000002", "--until", "2030-01-01", "--ground", "消法第54条", "--reason", "投诉处理", *state
    )
    assert held == {"ticket": "T-000002", "held": True, "until": "2030-01-01"}
    assert hub_json("retention", "--run", *state)[0]["deleted_now"]["contents"] == 0
    refused = run_hub("restore", str(file), "--replace", *state)
    assert (refused.returncode, "in use by process" in refused.stderr) == (78, True)
    files = (str(path.relative_to(hub.state)) for path in hub.state.rglob("*") if path.is_file())
    assert unlisted(files) == []
    hub.stop()
    assert run_hub("restore", str(file), *state).returncode == 78, "there is a database already"
    assert hub_json("restore", str(file), "--replace", *state) == [{"file": str(file), "deleted_again": 1}]
    hub.start()
    assert [(t["number"], t["text"]) for t in listed(hub, "tickets")] == [("T-000002", "怪味道2号"), ("T-000001", None)]
    with connect(hub, device) as probe:
        send(probe, device, said(1))
        receipt = device.open(probe.next())
    assert [line.outcome for line in receipt.lines] == ["erased"]
    wrong = run_hub("erase", "T-000001", "--reason", "本人到场", *state)
    assert (wrong.returncode, "nothing to erase" in wrong.stderr) == (65, True)
