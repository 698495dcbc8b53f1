"""The hub as a process of its own, with a real broker and a device that knows the contract alone."""

import http.client
import json
import os
import queue
import signal
import ssl
import time
import urllib.request
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from agent.contract import topics
from agent.contract.messages import DeviceKind, ErasureReceipt, Receipt, Rejection
from hub.adapters.database.fleet_store import FleetStore
from hub.adapters.key_folder import open_keys
from hub.fleet.claims import Claim, ClaimCode
from hub.runtime import open_hub, utc_now
from tests.builders import feedback
from tests.e2e.processes import eventually
from tests.fakes.field_device import FieldDevice, erasure, loss_report, new_id
from tests.fakes.hub_process import HubProcess, hub_json, run_hub
from tests.fakes.mosquitto import Mosquitto, mosquitto_program
from tests.fakes.mqtt_client import MqttProbe, TlsContext
from tests.fakes.pki import Credentials
from tests.fakes.soft_passkey import SoftPasskey
from tests.fakes.staff import join

PORTS = ("--http-port", "0", "--mqtt-port", "0")


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """One hub for the tests that leave it running."""
    folder = tmp_path_factory.mktemp("shared")
    with HubProcess("serve", "--state", str(folder / "hub"), *PORTS, log=folder / "hub.log") as running:
        yield running


@pytest.fixture
def hub(tmp_path):
    """A hub to be killed, stopped or robbed of its broker."""
    with HubProcess("serve", "--state", str(tmp_path / "hub"), *PORTS, log=tmp_path / "hub.log") as running:
        yield running


def claim_for(hub, kind=DeviceKind.CHARGER_KIOSK):
    """What `tingche-hub claim` does, while the hub runs in its own process."""
    with open_hub(hub.state, None) as opened:
        code = ClaimCode.make(os.urandom, opened.keys.authority.der)
        new = Claim(opened.tenant, kind, "12号站", utc_now() + timedelta(hours=1))
        FleetStore(opened.database).add_claim(code.hashed(opened.keys.claim), new, utc_now())
    return code.text


def send_one(hub):
    """One feedback from a device, as far as its ticket."""
    device = enrolled(hub)
    with MqttProbe(hub.mqtt_port, topics.down_filter("demo", device.name)) as probe:
        send(probe, device, feedback())
        probe.next()


def enrolled(hub):
    return FieldDevice().enrol(hub.http, claim_for(hub))


def listed(hub, command):
    return hub_json(command, "--state", str(hub.state))


def connect(hub, device):
    return MqttProbe(hub.mqtt_port, topics.down_filter(device.tenant, device.name))


def send(probe, device, message, **changes):
    probe.publish(topics.up(device.tenant, device.name, message.kind), device.frame(message, **changes))


def test_one_ticket_per_record_across_a_killed_hub_and_a_repeated_frame(hub):
    claim = hub_json("claim", "--state", str(hub.state), "--kind", "charger_kiosk", "--place", "12号站")[0]["claim"]
    device, said = FieldDevice().enrol(hub.http, claim), feedback()
    with connect(hub, device) as probe:
        send(probe, device, said)
        first = device.open(probe.next())
    hub.kill()
    hub.start()
    with connect(hub, device) as probe:
        send(probe, device, said)
        second = device.open(probe.next())
        if second.lines == first.lines:  # killed before it noted that the broker has it, and so sent once more
            second = device.open(probe.next())
    tickets = listed(hub, "tickets")
    assert isinstance(first, Receipt)
    assert isinstance(second, Receipt)
    assert [(line.message_id, line.outcome) for line in first.lines] == [(said.record_id, "accepted")]
    assert [(line.message_id, line.outcome) for line in second.lines] == [(said.record_id, "duplicate")]
    assert first.lines[0].ticket_no == second.lines[0].ticket_no == tickets[0]["number"]
    assert [ticket["record_id"] for ticket in tickets] == [said.record_id]
    assert tickets[0]["text"] == said.text.text
    assert tickets[0]["spans"] == [span.model_dump() for span in said.text.spans]
    assert tickets[0]["deadlines"][0]["kind"] == "safety"


def test_nothing_is_published_after_erasure_and_no_file_of_the_hub_holds_a_word(hub):
    device = enrolled(hub)
    said, late = feedback(1), feedback(2)
    notice = erasure(said.subject, said.record_id)
    with connect(hub, device) as probe:
        send(probe, device, said)
        probe.next()
        send(probe, device, notice)
        answer = device.open(probe.next())
        send(probe, device, late)
        refused = device.open(probe.next())
        send(probe, device, notice)
        again = device.open(probe.next())
    assert isinstance(answer, ErasureReceipt)
    assert isinstance(again, ErasureReceipt)
    assert answer.proof is not None
    assert again.proof is not None
    assert answer.proof.statement == again.proof.statement, "the same words; a signature is new each time"
    assert answer.model_copy(update={"proof": again.proof}) == again
    assert {store.store: (store.action, store.count) for store in answer.stores} == {
        "tickets": ("deleted", 1),
        "inbox": ("deleted", 1),
        "database_log": ("deleted", 1),
        "broker": ("not_examined", 0),
        "backups": ("not_examined", 0),
    }
    assert isinstance(refused, Receipt)
    assert [(line.message_id, line.outcome) for line in refused.lines] == [(late.record_id, "erased")]
    (ticket,) = listed(hub, "tickets")
    assert (ticket["status"], ticket["text"]) == ("erased", None)
    (stone,) = listed(hub, "erasures")
    assert (stone["erasure_id"], stone["tickets_erased"]) == (notice.erasure_id, 1)
    words = "刹车有点异响".encode()
    assert [file for file in hub.state.rglob("*") if file.is_file() and words in file.read_bytes()] == []
    assert "刹车" not in hub.log()


def test_the_broker_is_not_trusted_frames_that_nobody_signed_are_counted_and_not_answered(hub):
    device, other = enrolled(hub), enrolled(hub)
    forger = FieldDevice(identity=device.identity)
    frame = device.frame(feedback())
    up = topics.up(device.tenant, device.name, "feedback")
    with connect(hub, device) as probe, connect(hub, other) as elsewhere:
        probe.publish(topics.up(other.tenant, other.name, "feedback"), frame)
        probe.publish(up, forger.frame(feedback()))
        probe.publish(up, frame[:-1])
        probe.publish(up, frame + b"\0" * 100_000)
        send(probe, device, feedback(2), message_id=new_id())
        rejection = device.open(probe.next())
        send(probe, device, feedback())
        receipt = device.open(probe.next())
        assert elsewhere.quiet_for(0.3)
    assert isinstance(rejection, Rejection)
    assert rejection.reason == "malformed"
    assert isinstance(receipt, Receipt)
    kept = hub_json("set-aside", "list", "--state", str(hub.state))
    assert {row["reason"] for row in kept} == {"wrong_place", "bad_signature", "truncated", "oversize", "malformed"}
    newest = [str(row["id"]) for row in kept[:2]]
    again = hub_json("set-aside", "retry", *newest, "--state", str(hub.state))
    assert [str(tried["id"]) for tried in again] == newest
    assert hub_json("set-aside", "discard", "--all", "--state", str(hub.state)) == [{"discarded": 5}]
    assert run_hub("set-aside", "retry", newest[0], "--state", str(hub.state)).returncode == 65
    counted = {found["reason"]: found["count"] for found in listed(hub, "refusals")}
    assert counted == {"wrong_place": 1, "bad_signature": 1, "truncated": 1, "oversize": 1, "malformed": 1}
    assert len(listed(hub, "tickets")) == 1


def test_a_dead_embedded_broker_comes_back_and_the_hub_listens_again(hub):
    device = enrolled(hub)
    (broker,) = hub.brokers()
    os.kill(broker, signal.SIGKILL)
    until = time.monotonic() + 20
    while (not hub.brokers() or hub.brokers() == [broker]) and time.monotonic() < until:
        time.sleep(0.05)
    assert eventually_answered(hub, device, feedback()).lines[0].ticket_no == "T-000001"


def test_a_broker_of_its_own_may_die_and_return_while_the_hub_stays(tmp_path):
    state = tmp_path / "hub"
    start = ("broker", "--state", str(tmp_path / "broker"), "--port")
    with HubProcess(*start, "0", log=tmp_path / "broker.log") as broker:
        port = str(broker.mqtt_port)
        serve = ("serve", "--state", str(state), "--http-port", "0", "--broker", f"127.0.0.1:{port}")
        with HubProcess(*serve, log=tmp_path / "hub.log") as hub:
            device = enrolled(hub)
            assert hub.brokers() == []
            assert eventually_answered(hub, device, feedback(1)).lines[0].ticket_no == "T-000001"
            broker.kill()
            with HubProcess(*start, port, log=tmp_path / "broker.log") as returned:
                assert eventually_answered(hub, device, feedback(2)).lines[0].ticket_no == "T-000002"
                assert returned.stop() == 0
            assert hub.stop() == 0


def test_a_killed_intake_process_comes_back_and_a_killed_hub_leaves_none_behind(hub):
    device = enrolled(hub)
    (intake,) = hub.intakes()
    os.kill(intake, signal.SIGKILL)
    assert eventually_answered(hub, device, feedback()).lines[0].ticket_no == "T-000001"
    (returned,) = hub.intakes()
    assert returned != intake
    assert "ended with status -9" in hub.log()
    hub.process.kill()
    hub.process.wait(30)
    eventually(lambda: not Path(f"/proc/{returned}").exists(), "the intake process ends with its hub", 20)


def test_workers_share_what_arrives_and_make_one_ticket_per_record_when_one_is_killed(tmp_path):
    serve = ("serve", "--state", str(tmp_path / "hub"), *PORTS, "--workers", "2")
    with HubProcess(*serve, log=tmp_path / "hub.log") as hub:
        device = enrolled(hub)
        said = [feedback(number) for number in range(1, 41)]
        with connect(hub, device) as probe:
            for one in said[:20]:
                send(probe, device, one)
            told = receipted(device, probe, {one.record_id for one in said[:20]})
            assert len(hub.intakes()) == 2
            os.kill(hub.intakes()[0], signal.SIGKILL)
            for one in said:
                send(probe, device, one)
            eventually(
                lambda: len(hub.intakes()) == 2 and hub.log().count("connected to the broker") == 3, "it is back"
            )
            for one in said:  # as the device does for what got no receipt
                send(probe, device, one)
            told |= receipted(device, probe, {one.record_id for one in said})
        assert hub.log().count("took a batch") > 2
        assert {ticket["record_id"]: ticket["number"] for ticket in listed(hub, "tickets")} == told


def receipted(device, probe, wanted):
    """Ticket numbers by record, once each of these has its receipt."""
    told = {}
    while not wanted <= told.keys():
        answer = device.open(probe.next(20))
        assert isinstance(answer, Receipt)
        told |= {line.message_id: line.ticket_no for line in answer.lines}
    return told


def eventually_answered(hub, device, message):
    """Send until a receipt comes, as a device does: the hub may still be finding its broker."""
    with connect(hub, device) as probe:
        for _ in range(30):
            send(probe, device, message)
            try:
                receipt = device.open(probe.next(1.0))
            except queue.Empty:
                continue
            assert isinstance(receipt, Receipt)
            return receipt
    raise AssertionError(hub.log())


def test_a_ledger_and_a_last_message_are_seen_in_the_fleet_and_a_revoked_device_is_silent(shared):
    device = enrolled(shared)
    with connect(shared, device) as probe:
        send(probe, device, loss_report(accepted=3, receipted=2, pending=1))
        probe.next()
        row = next(row for row in listed(shared, "devices") if row["device"] == device.name)
        assert run_hub("revoke", device.name, "--state", str(shared.state)).returncode == 0
        send(probe, device, feedback())
        assert probe.quiet_for(1.0)
    assert (row["device"], row["place"], row["ledger"]["receipted"]) == (device.name, "12号站", 2)
    assert row["last_seen_at"] is not None
    assert [row["device"] for row in listed(shared, "devices") if row["revoked_at"]] == [device.name]
    assert [ticket for ticket in listed(shared, "tickets") if ticket["device"] == device.name] == []


def test_a_contact_is_opened_by_the_desk_alone_and_is_in_no_file_and_no_log(shared):
    device = enrolled(shared)
    with connect(shared, device) as probe:
        send(probe, device, feedback(contact=device.contact("13800138000")))
        receipt = device.open(probe.next())
    assert isinstance(receipt, Receipt)
    number, state = receipt.lines[0].ticket_no, str(shared.state)
    opened = hub_json("contact", str(number), "--state", state, "--reason", "回访")
    assert opened == [{"ticket": number, "contact": "13800138000"}]
    assert run_hub("contact", str(number), "--state", state, "--reason", " ").returncode == 65
    assert run_hub("contact", "T-999999", "--state", state, "--reason", "回访").returncode == 65
    assert b"13800138000" not in b"".join(file.read_bytes() for file in shared.state.rglob("*") if file.is_file())
    assert "13800138000" not in shared.log()


def test_a_stopped_hub_leaves_nothing_running_no_address_and_nothing_for_others_to_read(hub):
    children, state = hub.children(), hub.state
    assert json.loads((state / "hub.json").read_text())["http"] == hub.http
    assert [file.name for file in state.rglob("*") if file.stat().st_mode & 0o077] == []
    assert hub.stop() == 0
    assert [pid for pid in children if Path(f"/proc/{pid}").exists()] == []
    assert not (state / "hub.json").exists()


def test_pages_answer_only_to_this_machine_by_name(shared):
    port = int(shared.http.rpartition(":")[2])
    statuses = {}
    for host in (f"127.0.0.1:{port}", f"localhost:{port}", "evil.example"):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        connection.request("GET", "/healthz", headers={"Host": host})
        statuses[host] = connection.getresponse().status
        connection.close()
    assert list(statuses.values()) == [200, 200, 400]


def test_the_first_administrator_comes_in_by_the_invitation_that_serve_printed_and_by_no_other_way(tmp_path):
    state = tmp_path / "hub"
    with HubProcess("serve", "--state", str(state), *PORTS, log=tmp_path / "hub.log") as hub:
        send_one(hub)
        pages, (_, code) = hub.ready["pages"], hub.ready["invitation"].split("#")
        with httpx.Client(base_url=pages, headers={"origin": pages}) as browser:
            assert browser.get("/api/v1/tickets.json").status_code == 401
            assert join(browser, code, SoftPasskey(pages)).json() == {"to": "/"}
            told = browser.get("/api/v1/tickets.json").json()
        assert [ticket["number"] for ticket in told["tickets"]] == ["T-000001"]
        assert code not in (state / "hub.json").read_text() + hub.log()
        hub.stop()
        hub.start()
        assert hub.ready["invitation"] is None
    log = hub_json("audit", "list", "--state", str(state))
    assert [(entry["who"], entry["action"]) for entry in reversed(log)] == [
        ("hub", "add_person"),
        ("admin", "join"),
        ("admin", "view_tickets"),
    ]
    assert run_hub("audit", "verify", "--state", str(state)).returncode == 0


def test_enrolment_over_tls_serves_enrolment_and_nothing_else(tmp_path):
    state = tmp_path / "hub"
    serve = ("serve", "--state", str(state), *PORTS, "--enrol-listen", "127.0.0.1:0", "--name", "hub.example")
    with HubProcess(*serve, log=tmp_path / "hub.log") as hub:
        trusted = ssl.create_default_context(cafile=str(state / "keys" / "ca.pem"))
        device = FieldDevice().enrol(hub.ready["enrol"], claim_for(hub), trusted)
        assert device.name.startswith("d-")
        for path in ("/", "/api/v1/tickets.json"):
            with pytest.raises(urllib.error.HTTPError, match="404") as caught:
                urllib.request.urlopen(hub.ready["enrol"] + path, timeout=20, context=trusted)  # noqa: S310 - https
            caught.value.close()


@pytest.mark.broker
def test_beyond_loopback_rules_the_hub_and_a_device_meet_over_mutual_tls(tmp_path):
    mosquitto_program()
    state = tmp_path / "hub"
    state.mkdir(mode=0o700)
    keys = open_keys(state / "keys", "demo", datetime.now(UTC))
    certificate, key = keys.server_files((), datetime.now(UTC))
    broker = Mosquitto(tmp_path, keys, Credentials(certificate, key))
    broker.start()
    serve = ("serve", "--state", str(state), "--http-port", "0", "--broker", f"mqtts://127.0.0.1:{broker.port}")
    try:
        with HubProcess(*serve, log=tmp_path / "hub.log") as hub:
            device = enrolled(hub)
            assert device.identity["mqtt"] == {"host": "127.0.0.1", "port": broker.port, "tls": True}
            files = TlsContext(*device.tls_files(tmp_path))
            with MqttProbe(broker.port, topics.down_filter("demo", device.name), files) as probe:
                send(probe, device, feedback())
                receipt = device.open(probe.next())
            assert isinstance(receipt, Receipt)
            assert receipt.lines[0].ticket_no == "T-000001"
    finally:
        broker.kill()
