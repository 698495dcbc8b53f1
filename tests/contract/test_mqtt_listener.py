"""The hub's end of MQTT on a real mosquitto: nothing that arrives is dropped, and memory stays bounded."""

import time

import pytest

from hub.adapters.mqtt_listener import QUEUE_FRAMES, RECEIVE_MAXIMUM, MqttListener
from hub.fleet.broker_address import BrokerAddress
from tests.e2e.processes import eventually
from tests.fakes.mosquitto import Mosquitto
from tests.fakes.mqtt_client import MqttProbe

TOPIC = "tingche/v1/demo/d-00000000000000000001/up/feedback"

pytestmark = pytest.mark.broker


@pytest.fixture
def broker(tmp_path):
    mosquitto = Mosquitto(tmp_path)
    mosquitto.start()
    yield mosquitto
    mosquitto.close()


@pytest.fixture
def listener(broker):
    started = MqttListener(BrokerAddress("127.0.0.1", broker.port, tls=False), None, lambda: None)
    started.start()
    assert started.wait_until_up(10)
    yield started
    started.stop()


def test_an_intake_that_stands_still_stops_the_broker_and_loses_nothing(broker, listener):
    sent = [b"%d" % number for number in range(QUEUE_FRAMES + 3 * RECEIVE_MAXIMUM)]
    with MqttProbe(broker.port, "nothing/of/ours") as device:
        for payload in sent:
            device.publish(TOPIC, payload)
        eventually(lambda: listener.backlog >= QUEUE_FRAMES, "the queue is full", 20)
        time.sleep(0.5)  # whatever the broker would send beyond its window has had time to come
        assert listener.backlog <= QUEUE_FRAMES + RECEIVE_MAXIMUM
        assert listener.credit() == 2
        taken = []
        while batch := listener.next_batch(100, 1.0):
            listener.acknowledge(batch)
            taken += [frame.payload for frame in batch]
    assert taken == sent
    assert listener.credit() is None


def test_frames_of_every_size_arrive_whole_and_in_order_however_the_network_cuts_them(broker, listener):
    sizes = [0, 1, 100, 16_383, 16_384, 65_536, 70_000, 65_535, 3, 127, 128, 60_000] * 4
    sent = [bytes([number % 251]) * size for number, size in enumerate(sizes)]
    with MqttProbe(broker.port, "nothing/of/ours") as device:
        for payload in sent:
            device.publish(TOPIC, payload)
        taken = []
        while batch := listener.next_batch(100, 1.0):
            taken += [frame.payload for frame in batch]
    assert taken == sent
