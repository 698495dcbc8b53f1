"""A charger's own messages: when a session has ended, and how little of it is read."""

from datetime import datetime, timedelta

import pytest

from agent.signals.charging_sessions import BILL, STATUS, ChargingSessions

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


STATUS_4 = {
    "StartChargeSeq": "3101040000012026030108000001",
    "StartChargeSeqStat": 4,
    "StartTime": "2026-03-01 16:00:00",
    "EndTime": "2026-03-01 16:25:00",
    "TotalPower": 22.37,
}
BILLED = {name: value for name, value in STATUS_4.items() if name != "StartChargeSeqStat"} | {"StopReason": 0}
SENT = datetime.fromisoformat("2026-03-01T16:25:10+08:00")


def tcec102(sessions, *told, at=SENT):
    return [happening for interface, data in told for happening in sessions.tcec102(interface, data, at)]


def test_tcec_102_tells_of_an_order_that_ended_by_its_state_or_its_bill():
    assert tcec102(ChargingSessions(), (STATUS, STATUS_4 | {"StartChargeSeqStat": 2})) == []
    (by_state,) = tcec102(ChargingSessions(), (STATUS, STATUS_4))
    assert by_state.at.isoformat() == "2026-03-01T16:25:00+08:00"
    assert dict(by_state.facts) == {"kwh": 22.4, "minutes": 25}
    (by_bill,) = tcec102(ChargingSessions(), (BILL, BILLED))
    assert dict(by_bill.facts) == {"kwh": 22.4, "minutes": 25, "stopped_early": False}
    (faulty,) = tcec102(ChargingSessions(), (BILL, BILLED | {"StopReason": 3}))
    assert faulty.facts["stopped_early"] is True
    assert tcec102(ChargingSessions(), ("notification_stop_charge_result", STATUS_4)) == []


def test_an_order_of_tcec_102_ends_once_however_often_and_by_whatever_it_is_told():
    sessions = ChargingSessions()
    assert len(tcec102(sessions, (STATUS, STATUS_4), (BILL, BILLED), (BILL, BILLED))) == 1
    assert len(tcec102(sessions, (BILL, BILLED | {"StartChargeSeq": "another"}))) == 1


def test_an_order_of_tcec_102_that_is_told_when_everybody_has_left_asks_nobody():
    hour_later = SENT + timedelta(hours=1)
    sessions = ChargingSessions()
    assert tcec102(sessions, (BILL, BILLED), at=hour_later) == []
    assert tcec102(sessions, (BILL, BILLED)) == [], "nor when it is told again"
    assert len(tcec102(ChargingSessions(), (BILL, BILLED), at=None)) == 1, "whoever does not say when tells it at once"


@pytest.mark.parametrize("broken", [None, "", "yesterday", [], {}, -1, True])
def test_values_of_a_wrong_type_lead_to_fewer_facts_and_to_no_error(broken):
    sessions = ChargingSessions()
    list(sessions.ocpp16("StartTransaction", START | {"meterStart": broken, "timestamp": broken}))
    list(sessions.ocpp16("StopTransaction", STOP | {"meterStop": broken}))
    list(sessions.ocpp201("TransactionEvent", event("Updated", 1, meterValue=broken)))
    list(sessions.ocpp201("TransactionEvent", event("Ended", 2) | {"transactionInfo": broken}))
    for interface in (STATUS, BILL):
        for name in STATUS_4:
            tcec102(sessions, (interface, STATUS_4 | {"StartChargeSeq": f"{interface} {name}", name: broken}))
            tcec102(sessions, (interface, dict.fromkeys(STATUS_4, broken)))


def test_sessions_that_never_end_are_forgotten():
    sessions = ChargingSessions()
    for number in range(1000):
        list(sessions.ocpp201("TransactionEvent", event("Started", 0, info={"transactionId": str(number)})))
    assert len(vars(sessions)["_open"]) == 64
