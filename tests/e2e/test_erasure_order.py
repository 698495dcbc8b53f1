"""An erasure that was asked for at the hub, through a real broker: what it still holds, and a device that sleeps."""

import os
import signal
import urllib.parse
import urllib.request

import pytest

from agent.contract import topics
from agent.contract.messages import Context, DeviceKind, ErasureOrder, MaskedText, Receipt
from tests.builders import feedback
from tests.e2e.processes import eventually
from tests.e2e.test_hub_process import connect, enrolled, listed, send
from tests.fakes.hub_process import HubProcess, hub_json, run_hub
from tests.fakes.line import Line
from tests.fakes.mosquitto import Mosquitto

pytestmark = pytest.mark.broker

KIOSK = Context(device_kind=DeviceKind.CHARGER_KIOSK, place="12号站")
PROFILE = """kind = "head_unit"
[sync]
receipt_timeout_s = 3.0
backoff_first_s = 0.5
backoff_max_s = 1.0
"""


def said(number):
    return feedback(number, context=KIOSK, text=MaskedText(text=f"怪味道{number}号"))


def copies(*folders):
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    return [file.name for file in files if "怪味道".encode() in file.read_bytes()]


def outcome(device, probe):
    """What the next receipt says; orders to erase come in between."""
    while not isinstance(receipt := device.open(probe.next()), Receipt):
        assert isinstance(receipt, ErasureOrder)
    return [(line.message_id, line.outcome) for line in receipt.lines]


def on_the_page(line, path, **form):
    """What the hub's page for receipts answers to a form, without an account."""
    body = urllib.parse.urlencode(form).encode()
    url = f"{line.hub.ready['http']}/r/{path}"
    with urllib.request.urlopen(url, body, timeout=20) as answer:  # noqa: S310 - the test's own server
        return answer.read().decode()


def test_what_the_broker_still_holds_of_an_erased_person_is_refused_when_it_comes(tmp_path):
    broker = Mosquitto(tmp_path)
    broker.start()
    serve = ("serve", "--state", str(tmp_path / "hub"), "--http-port", "0", "--broker", f"127.0.0.1:{broker.port}")
    try:
        with HubProcess(*serve, log=tmp_path / "hub.log") as hub:
            device = enrolled(hub)
            with connect(hub, device) as probe:
                topic = topics.up(device.tenant, device.name, "feedback")
                probe.publish(topic, device.frame(said(1)), retain=True)
                assert outcome(device, probe) == [(said(1).record_id, "accepted")]
                (intake,) = hub.intakes()
                os.kill(intake, signal.SIGSTOP)
                send(probe, device, said(2))  # the broker has acknowledged it, and holds it for the hub
                erased = hub_json("erase", "T-000001", "--reason", "本人到场", "--state", str(hub.state))
                assert erased[0]["tickets"] == 1
                os.kill(intake, signal.SIGCONT)
                assert outcome(device, probe) == [(said(2).record_id, "erased")]
                hub.stop()
                hub.start()  # subscribes anew, and gets the retained one again
                wanted = (said(1).record_id, "erased")
                assert any(wanted in outcome(device, probe) for _ in range(3)), "an answer to the other may come again"
            assert [(t["status"], t["text"]) for t in listed(hub, "tickets")] == [("erased", None)]
            eventually(lambda: listed(hub, "erasures")[0]["completed_at"], "the hub is done")
            assert copies(hub.state) == []
            assert "怪味道" not in hub.log()
    finally:
        broker.close()


def test_a_device_that_slept_erases_as_soon_as_it_wakes_and_the_hub_shows_it(tmp_path):
    with Line(tmp_path, PROFILE).running() as line:
        line.start_agent()
        eventually(lambda: line.status()["link"]["connected"], "the device is connected")
        (recorded,) = [e for e in line.ask(do="rate", rating=2, agreed=True) if e["event"] == "recorded"]
        eventually(lambda: line.query("SELECT number FROM tickets"), "the hub has it")
        line.processes.end(line.agent)
        state = ("--state", str(line.hub_state))
        assert "已记录" in on_the_page(line, "", who=recorded["receipt_code"])
        done = on_the_page(line, "erase", secret=recorded["receipt_secret"], sure="yes")
        eventually(lambda: line.query("SELECT tries FROM pushes WHERE kind = 'erasure_order'")[0][0], "it was sent")
        (stone,) = hub_json("erasures", *state)
        assert (stone["origin"], stone["confirmed_at"]) == ("hub", None)
        assert stone["erasure_id"] in done
        line.start_agent()
        eventually(lambda: hub_json("erasures", *state)[0]["confirmed_at"], "the device has confirmed")
        (left,) = line.ask(do="export", who="driver")
        assert recorded["record_id"] not in [record["record_id"] for record in left["records"]]
        assert line.query("SELECT count(*) FROM pushes") == [(0,)]
        assert run_hub("erasures", "--overdue", *state).returncode == 0
