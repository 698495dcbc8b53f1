"""The whole line under faults: real agent, hub and mosquitto, killed and cut off; an oracle judges what is left.

`make faults` kills some hundred times more.
"""

import random

import pytest

from tests.e2e.processes import eventually
from tests.fakes.line import Line
from tests.fakes.mqtt_network import Packet, lossy
from tests.faults.kills import PROFILE, Killer, Step
from tests.faults.oracle import Oracle

pytestmark = pytest.mark.broker


@pytest.fixture(scope="module")
def line(tmp_path_factory):
    with Line(tmp_path_factory.mktemp("line"), PROFILE, networks=True).running() as running:
        running.start_agent()
        yield running


@pytest.fixture(scope="module")
def oracle(line):
    return Oracle(line)


@pytest.mark.parametrize(
    "step",
    [
        Step("agent", "device", "up", Packet.PUBLISH, "after"),
        Step("agent", "device", "down", Packet.PUBLISH, "before"),
        Step("hub", "hub", "down", Packet.PUBLISH, "after"),
        Step("hub", "hub", "up", Packet.PUBLISH, "before"),
        Step("broker", "hub", "down", Packet.PUBACK, "before"),
        Step("broker", "device", "down", Packet.PUBACK, "after"),
    ],
    ids=str,
)
def test_every_acknowledged_record_is_one_ticket_when(line, oracle, step):
    assert Killer(line, oracle).kill_at(step)
    oracle.judge()


def test_a_network_that_loses_repeats_and_delays_costs_time_and_no_record(line, oracle):
    chance = random.Random(7).random  # noqa: S311 - repeatable chance, nothing secret
    for network in (line.device_network, line.hub_network):
        network.rule = lossy(chance, drop=0.2, repeat=0.2, delay_s=0.02)
    oracle.say(15)
    for network in (line.device_network, line.hub_network):
        network.heal()
    oracle.judge()


def test_a_half_open_link_is_found_and_left(line, oracle):
    eventually(lambda: line.status()["link"]["connected"], "the device is connected")
    line.device_network.fall_silent()
    oracle.say(2)
    eventually(lambda: not line.status()["link"]["connected"], "the device has noticed that nobody answers")
    line.device_network.wake()
    oracle.judge()


def test_a_half_open_link_of_the_hub_stops_nobody_for_good(line, oracle):
    line.hub_network.fall_silent()
    oracle.say(2)
    line.hub_network.cut()
    line.hub_network.wake()
    oracle.judge()
