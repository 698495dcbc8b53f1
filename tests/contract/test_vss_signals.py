"""Vehicle signals over the real gRPC service, from a databroker that comes and goes."""

import queue

import pytest
from kuksa.val.v2 import types_pb2

from agent.adapters import vss_signals
from agent.adapters.vss_signals import VssSignals
from agent.signals import signal as vss
from agent.signals.signal import Signal
from tests.builders import T0
from tests.fakes.databroker import Databroker

PATIENCE_S = 15.0
LOST = "lost"


@pytest.fixture
def heard(monkeypatch):
    monkeypatch.setattr(vss_signals, "FIRST_WAIT_S", 0.05)
    return queue.Queue()


def listening(port: int, heard: queue.Queue, *names: str) -> VssSignals:
    made = VssSignals(f"127.0.0.1:{port}", names, heard.put, lambda: heard.put(LOST), lambda: T0)
    made.start()
    return made


def test_every_type_of_value_is_heard_under_its_own_subscription(heard):
    broker = Databroker(vss.SPEED, vss.IS_CHARGING, vss.POWER, vss.FAULT_CODES, vss.CHARGE_LIMIT)
    signals = listening(broker.port, heard, *broker.known)
    try:
        assert sorted(broker.subscribed.get(timeout=PATIENCE_S) for _ in broker.known) == sorted(broker.known)
        told = [
            (vss.SPEED, {"float": 42.5}, 42.5),
            (vss.IS_CHARGING, {"bool": True}, True),
            (vss.POWER, {"string": "ON"}, "ON"),
            (vss.CHARGE_LIMIT, {"uint32": 80}, 80),
            (vss.FAULT_CODES, {"string_array": types_pb2.StringArray(values=["P0171"])}, ("P0171",)),
        ]
        for path, value, expected in told:
            broker.put(path, **value)
            assert heard.get(timeout=PATIENCE_S) == Signal(path, expected, T0)
    finally:
        signals.close()
        broker.close()


def test_a_signal_that_the_vehicle_lacks_is_tried_under_its_older_name_and_spoils_no_other(heard):
    older = "Vehicle.OBD.DTCList"
    broker = Databroker(vss.SPEED, older)
    signals = listening(broker.port, heard, vss.CRUISE, vss.FAULT_CODES, vss.SPEED)
    try:
        broker.put(older, string_array=types_pb2.StringArray(values=["P0171"]))
        assert heard.get(timeout=PATIENCE_S) == Signal(vss.FAULT_CODES, ("P0171",), T0)
        broker.put(vss.SPEED, float=1.0)
        assert heard.get(timeout=PATIENCE_S) == Signal(vss.SPEED, 1.0, T0)
    finally:
        signals.close()
        broker.close()


def test_a_databroker_that_goes_is_told_once_and_found_again(heard):
    broker = Databroker(vss.SPEED, vss.POWER)
    signals = listening(broker.port, heard, vss.SPEED, vss.POWER)
    try:
        broker.put(vss.SPEED, float=1.0)
        assert heard.get(timeout=PATIENCE_S) == Signal(vss.SPEED, 1.0, T0)
        broker.close()
        assert heard.get(timeout=PATIENCE_S) == LOST
        with pytest.raises(queue.Empty):
            heard.get(timeout=0.5)
        broker = Databroker(vss.SPEED, vss.POWER, port=broker.port)
        broker.put(vss.SPEED, float=2.0)
        assert heard.get(timeout=PATIENCE_S) == Signal(vss.SPEED, 2.0, T0)
    finally:
        signals.close()
        broker.close()


def test_a_databroker_that_was_never_there_is_waited_for(heard):
    broker = Databroker(vss.SPEED)
    port = broker.port
    broker.close()
    signals = listening(port, heard, vss.SPEED)
    try:
        with pytest.raises(queue.Empty):
            heard.get(timeout=0.3)
    finally:
        signals.close()


def test_one_that_comes_and_goes_takes_nothing_from_another(heard):
    """A second one listens only as long as somebody agrees to that."""
    broker = Databroker(vss.SPEED, vss.ODOMETER, vss.BATTERY_HOTTEST)
    stays = listening(broker.port, heard, vss.SPEED)
    try:
        for number in range(8):
            other = queue.Queue()
            comes = listening(broker.port, other, vss.ODOMETER, vss.FAULT_CODES, vss.BATTERY_HOTTEST)
            if number % 2:
                broker.put(vss.ODOMETER, float=float(number))
                other.get(timeout=PATIENCE_S)
            comes.close()
            broker.put(vss.SPEED, float=float(number))
            while heard.get(timeout=PATIENCE_S).value != float(number):
                pass
    finally:
        stays.close()
        broker.close()
