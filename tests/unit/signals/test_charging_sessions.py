"""A charger's own messages: when a session has ended, and how little of it is read."""

import pytest

from agent.signals.charging_sessions import ChargingSessions

START = {"connectorId": 1, "idTag": "04A1B2", "meterStart": 1000, "timestamp": "2026-03-01T08:00:00Z"}
STOP = {
    "transactionId": 7,
    "meterStop": 32500,
    "timestamp": "2026-03-01T08:41:30Z",
    "idTag": "04A1B2",
    "reason": "Local",
}


def event(kind: str, minute: int, **more) -> dict:
    info = {"transactionId": "T-1", **more.pop("info", {})}
    return {"eventType": kind, "timestamp": f"2026-03-01T08:{minute:02}:00Z", "transactionInfo": info, **more}


def energy(value: float, unit: str = "Wh", multiplier: int = 0) -> list[dict]:
    register = {"value": value, "unitOfMeasure": {"unit": unit, "multiplier": multiplier}}
    power = {"value": 60, "measurand": "Power.Active.Import", "unitOfMeasure": {"unit": "kW"}}
    return [{"timestamp": "2026-03-01T08:00:00Z", "sampledValue": [register, power]}]


def test_ocpp_16_tells_how_much_and_how_long():
    sessions = ChargingSessions()
    assert list(sessions.ocpp16("StartTransaction", START)) == []
    (ended,) = sessions.ocpp16("StopTransaction", STOP)
    assert ended.trigger == "charging_done"
    assert dict(ended.facts) == {"stopped_early": False, "minutes": 41, "kwh": 31.5}
    assert "04A1B2" not in repr((ended, vars(sessions)))


def test_ocpp_16_with_two_connectors_says_only_what_is_sure():
    sessions = ChargingSessions()
    for connector in (1, 2):
        list(sessions.ocpp16("StartTransaction", START | {"connectorId": connector}))
    (ended,) = sessions.ocpp16("StopTransaction", STOP | {"reason": "EmergencyStop"})
    assert dict(ended.facts) == {"stopped_early": True}


def test_ocpp_201_follows_its_transaction():
    sessions = ChargingSessions()
    for told in (event("Started", 0), event("Updated", 1, meterValue=energy(10.0, "kWh"))):
        assert list(sessions.ocpp201("TransactionEvent", told)) == []
    ended = event("Ended", 31, meterValue=energy(4, multiplier=4), info={"stoppedReason": "GroundFault"})
    (happening,) = sessions.ocpp201("TransactionEvent", ended)
    assert dict(happening.facts) == {"stopped_early": True, "minutes": 31, "kwh": 30.0}


def test_a_session_whose_beginning_was_not_heard_has_ended_all_the_same():
    (happening,) = ChargingSessions().ocpp201("TransactionEvent", event("Ended", 31, meterValue=energy(5)))
    assert dict(happening.facts) == {"stopped_early": False}


def test_tcec_102_tells_of_an_order_that_ended():
    order = {
        "StartChargeSeq": "3101040000012026030108000001",
        "StartChargeSeqStat": 4,
        "StartTime": "2026-03-01 16:00:00",
        "EndTime": "2026-03-01 16:25:00",
        "TotalPower": 22.37,
    }
    assert list(ChargingSessions().tcec102(order | {"StartChargeSeqStat": 2})) == []
    (happening,) = ChargingSessions().tcec102(order)
    assert happening.at.isoformat() == "2026-03-01T16:25:00+08:00"
    assert dict(happening.facts) == {"kwh": 22.4, "minutes": 25}


@pytest.mark.parametrize("broken", [None, "", "yesterday", [], {}, -1, True])
def test_values_of_a_wrong_type_lead_to_fewer_facts_and_to_no_error(broken):
    sessions = ChargingSessions()
    list(sessions.ocpp16("StartTransaction", START | {"meterStart": broken, "timestamp": broken}))
    list(sessions.ocpp16("StopTransaction", STOP | {"meterStop": broken}))
    list(sessions.ocpp201("TransactionEvent", event("Updated", 1, meterValue=broken)))
    list(sessions.ocpp201("TransactionEvent", event("Ended", 2) | {"transactionInfo": broken}))
    list(sessions.tcec102({"StartChargeSeqStat": 4, "EndTime": broken, "StartTime": broken, "TotalPower": broken}))


def test_sessions_that_never_end_are_forgotten():
    sessions = ChargingSessions()
    for number in range(1000):
        list(sessions.ocpp201("TransactionEvent", event("Started", 0, info={"transactionId": str(number)})))
    assert len(vars(sessions)["_open"]) == 64
