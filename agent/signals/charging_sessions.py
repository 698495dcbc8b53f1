"""From a charger's own messages to "a charge has ended": OCPP 1.6, OCPP 2.0.1 and T/CEC 102.

Only how much, how long and whether something went wrong is read. Who charged (idTag, idToken, account, plate) is not
even looked at, and of a session that runs only its meter and its beginning are remembered.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any, Final

from agent.feedback.trigger import Fact, Happening

_FAULTS: Final = frozenset(
    [
        "EmergencyStop",
        "PowerLoss",
        "HardReset",
        "Reboot",
        "ImmediateReset",
        "GroundFault",
        "OvercurrentFault",
        "PowerQuality",
    ]
)
"""Reasons to stop that nobody wished for (OCPP 1.6 table 7.36, OCPP 2.0.1 ReasonEnumType)."""
STATUS: Final = "notification_equip_charge_status"
BILL: Final = "notification_charge_order_info"
"""T/CEC 102.3: what is pushed while it charges, every fifty seconds, and when it is over."""
_ENDED: Final = 4
"""T/CEC 102.3: StartChargeSeqStat of an order that has ended; before: 1 starts, 2 charges, 3 stops."""
_EQUIPMENT_FAULT: Final = 3
"""T/CEC 102.3: StopReason; 0 the user, 1 the user's operator, 2 the battery's control, 4 unplugged, 5 and up: own."""
LATEST: Final = timedelta(minutes=10)
"""A platform repeats what was not taken, by the hour: nobody stands there any more. Both moments are the platform's."""
_MOST_OPEN: Final = 64
"""Sessions at once on one charger; more are those whose end was never heard."""
_MINUTE: Final = timedelta(minutes=1)
_CHINA: Final = timezone(timedelta(hours=8))
_ENERGY: Final = "Energy.Active.Import.Register"


@dataclass(frozen=True, slots=True)
class _Session:
    since: datetime
    meter_wh: float | None


class ChargingSessions:
    """The sessions of one charger. Not thread-safe: feed it from one place.

    Values that are missing or of a wrong type lead to fewer facts, or to no event; never to an error.
    """

    def __init__(self) -> None:
        self._open: dict[str, _Session] = {}
        self._ended: deque[str] = deque(maxlen=_MOST_OPEN)

    def ocpp16(self, action: str, payload: Mapping[str, Any]) -> Iterator[Happening]:
        """A call of a charge point: StartTransaction and StopTransaction, whose number is only told in between.

        The number comes in the central system's answer, which a tap need not hear; a connector has one session at a
        time, and a charger mostly one connector.
        """
        at = _moment(payload.get("timestamp"))
        if at is None:
            return
        if action == "StartTransaction":
            self._begin(f"connector {payload.get('connectorId')}", _Session(at, _number(payload.get("meterStart"))))
        elif action == "StopTransaction":
            started = self._open.popitem()[1] if len(self._open) == 1 else None
            yield _ended(started, at, _number(payload.get("meterStop")), payload.get("reason"))

    def ocpp201(self, action: str, payload: Mapping[str, Any]) -> Iterator[Happening]:
        """A TransactionEvent of a charging station."""
        at, about = _moment(payload.get("timestamp")), payload.get("transactionInfo")
        if action != "TransactionEvent" or at is None or not isinstance(about, Mapping):
            return
        session, meter = str(about.get("transactionId")), _metered(payload.get("meterValue"))
        if payload.get("eventType") == "Ended":
            yield _ended(self._open.pop(session, None), at, meter, about.get("stoppedReason"))
        elif session not in self._open or self._open[session].meter_wh is None:
            since = self._open[session].since if session in self._open else at
            self._begin(session, _Session(since, meter))

    def tcec102(self, interface: str, data: Mapping[str, Any], told_at: datetime | None) -> Iterator[Happening]:
        """A notification of the operator's platform: the state of an order, or its bill. The first that tells the end.

        Args:
            interface: `STATUS` or `BILL`; no other tells of an end.
            data: as it was opened.
            told_at: when the platform sent it.
        """
        if interface != BILL and (interface != STATUS or _number(data.get("StartChargeSeqStat")) != _ENDED):
            return
        order, at, since = data.get("StartChargeSeq"), _moment(data.get("EndTime")), _moment(data.get("StartTime"))
        if not isinstance(order, str) or order in self._ended or at is None:
            return
        self._ended.append(order)
        if told_at is not None and told_at - at > LATEST:
            return
        facts: dict[str, Fact] = {}
        if interface == BILL:
            facts["stopped_early"] = _number(data.get("StopReason")) == _EQUIPMENT_FAULT
        power = _number(data.get("TotalPower"))
        if power is not None:
            facts["kwh"] = round(power, 1)
        if since is not None:
            facts["minutes"] = max(0, int((at - since) / _MINUTE))
        yield Happening("charging_done", at, facts)

    def _begin(self, name: str, session: _Session) -> None:
        self._open[name] = session
        while len(self._open) > _MOST_OPEN:
            del self._open[next(iter(self._open))]


def _ended(started: _Session | None, at: datetime, meter_wh: float | None, reason: object) -> Happening:
    facts: dict[str, Fact] = {"stopped_early": reason in _FAULTS}
    if started is not None:
        facts["minutes"] = max(0, int((at - started.since) / _MINUTE))
        if meter_wh is not None and started.meter_wh is not None:
            facts["kwh"] = round((meter_wh - started.meter_wh) / 1000, 1)
    return Happening("charging_done", at, facts)


def _metered(values: object) -> float | None:
    """The energy register in Wh, the last one told."""
    found = None
    for value in values if isinstance(values, list) else ():
        for sample in value.get("sampledValue", ()):
            if sample.get("measurand", _ENERGY) == _ENERGY:
                unit = sample.get("unitOfMeasure", {})
                scale = 10.0 ** int(unit.get("multiplier", 0)) * (1000 if unit.get("unit") == "kWh" else 1)
                number = _number(sample.get("value"))
                found = found if number is None else number * scale
    return found


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        return float(value)
    except ValueError:
        return None


def _moment(value: object) -> datetime | None:
    """ISO 8601, or T/CEC 102's "yyyy-MM-dd HH:mm:ss"; without a zone it is China's time."""
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=_CHINA)
