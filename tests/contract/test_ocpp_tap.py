"""The tap over a real WebSocket, with frames as a charge point sends them."""

import json
import queue

import pytest
from websockets.sync.client import connect

from agent.adapters.ocpp_tap import OcppTap

PATIENCE_S = 10.0
CUSTOMER = "LOYALTY-4711"
START = [
    2,
    "1",
    "StartTransaction",
    {"connectorId": 1, "idTag": CUSTOMER, "meterStart": 0, "timestamp": "2026-03-01T08:00:00Z"},
]
STOP = [2, "2", "StopTransaction", {"transactionId": 7, "meterStop": 9000, "timestamp": "2026-03-01T08:20:00Z"}]
ENDED = {
    "eventType": "Ended",
    "timestamp": "2026-03-01T08:20:00Z",
    "triggerReason": "EVDeparted",
    "seqNo": 3,
    "transactionInfo": {"transactionId": "T-1", "stoppedReason": "EVDisconnected"},
    "idToken": {"idToken": CUSTOMER, "type": "ISO14443"},
}


@pytest.fixture
def tap():
    heard = queue.Queue()
    made = OcppTap(0, heard.put)
    made.start()
    yield made, heard
    made.close()


def link(tap: OcppTap, version: str):
    return connect(f"ws://127.0.0.1:{tap.port}", subprotocols=[version])


def test_a_session_of_ocpp_16_ends(tap):
    tap, heard = tap
    with link(tap, "ocpp1.6") as charger:
        for frame in (START, [3, "1", {"transactionId": 7, "idTagInfo": {"status": "Accepted"}}], STOP):
            charger.send(json.dumps(frame))
        happening = heard.get(timeout=PATIENCE_S)
    assert dict(happening.facts) == {"stopped_early": False, "minutes": 20, "kwh": 9.0}


def test_a_session_of_ocpp_201_ends(tap):
    tap, heard = tap
    with link(tap, "ocpp2.0.1") as charger:
        charger.send(json.dumps([2, "9", "TransactionEvent", ENDED]))
        assert heard.get(timeout=PATIENCE_S).trigger == "charging_done"


def test_what_is_no_ocpp_is_dropped_and_the_link_lives_on(tap, caplog):
    caplog.set_level("DEBUG", logger="agent")
    tap, heard = tap
    wrong = [
        "not json " + CUSTOMER,
        "[]",
        json.dumps([2, "1", "StopTransaction", {"idTag": CUSTOMER}]),
        json.dumps([2, "1", "NoSuchAction", {}]),
    ]
    with link(tap, "ocpp1.6") as charger:
        for frame in wrong:
            charger.send(frame)
        charger.send(b"\xff\xfe")
        charger.send(json.dumps(STOP))
        assert heard.get(timeout=PATIENCE_S).trigger == "charging_done"
    assert tap.dropped == len(wrong) + 1
    assert CUSTOMER not in caplog.text
