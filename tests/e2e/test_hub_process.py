"""The hub as a process of its own, with a real broker, real TLS-less loopback MQTT and a device made of the contract alone."""

import pytest

from agent.contract import topics
from agent.contract.messages import ErasureReceipt, Receipt, Rejection
from tests.fakes.field_device import FieldDevice, erasure, feedback, id_of, loss_report
from tests.fakes.hub_process import HubProcess, hub_json, run_hub
from tests.fakes.mqtt_client import MqttProbe

PORTS = ("--http-port", "0", "--mqtt-port", "0")


@pytest.fixture
def state(tmp_path):
    return tmp_path / "hub"


@pytest.fixture
def hub(state, tmp_path):
    with HubProcess("serve", "--state", str(state), *PORTS, log=tmp_path / "hub.log") as running:
        yield running


def enrol(hub, state, kind="charger_kiosk"):
    claim = hub_json("claim", "--state", str(state), "--kind", kind, "--place", "12号站")["claim"]
    return FieldDevice(kind).enrol(hub.http, claim)


def connect(hub, device):
    return MqttProbe(hub.mqtt_port, topics.down_filter(device.tenant, device.name))


def send(probe, device, message):
    probe.publish(topics.up(device.tenant, device.name, message.kind), device.frame(message))


def test_one_ticket_per_record_across_a_killed_hub_and_a_repeated_frame(hub, state):
    device, said = enrol(hub, state), feedback()
    with connect(hub, device) as probe:
        send(probe, device, said)
        first = device.open(probe.next())
    hub.kill()
    hub.start()
    with connect(hub, device) as probe:
        send(probe, device, said)
        second = device.open(probe.next())
    tickets = hub_json("tickets", "--state", str(state))
    assert isinstance(first, Receipt)
    assert isinstance(second, Receipt)
    assert [(line.message_id, line.outcome) for line in first.lines] == [(said.record_id, "accepted")]
    assert [(line.message_id, line.outcome) for line in second.lines] == [(said.record_id, "duplicate")]
    assert first.lines[0].ticket_no == second.lines[0].ticket_no == tickets[0]["number"]
    assert [ticket["record_id"] for ticket in tickets] == [said.record_id]
    assert hub.stop() == 0
