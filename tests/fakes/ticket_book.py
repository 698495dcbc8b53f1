"""A ticket book in memory with invented tickets, for the staff pages' tests."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from agent.contract.messages import DeviceKind, Span, VehicleReading
from hub.ports import DeviceRow, TicketCounts, Tombstone
from hub.tickets.ticket import Deadline, DeadlineKind, Department, Severity, Status, Ticket
from hub.tickets.weighing import Weights

NOW = datetime(2026, 11, 21, 7, 32, 8, tzinfo=UTC)
"""15:32:08 in Beijing."""
TENANT = "hangzhou-demo"

_LIMITS = {
    DeadlineKind.SAFETY: timedelta(minutes=10),
    DeadlineKind.VEHICLE: timedelta(hours=1),
    DeadlineKind.PROMISED: timedelta(hours=24),
    DeadlineKind.OUTER: timedelta(hours=48),
}


class FakeTicketBook:
    """hub.ports.TicketBook over lists; tests add to it while a server reads."""

    def __init__(
        self,
        tickets: Sequence[Ticket] = (),
        tombstones: Sequence[Tombstone] = (),
        devices: Sequence[DeviceRow] = (),
    ) -> None:
        self._tickets = tuple(sorted(tickets, key=lambda t: t.received_at, reverse=True))
        self._tombstones = tuple(tombstones)
        self._devices = tuple(devices)

    def add(self, ticket: Ticket) -> None:
        """A ticket arrives."""
        self._tickets = (ticket, *self._tickets)

    def erase(self, number: str, tombstone: Tombstone) -> None:
        """A ticket's content goes, a tombstone stays."""
        self._tickets = tuple(erased(t) if t.number == number else t for t in self._tickets)
        self._tombstones = (tombstone, *self._tombstones)

    def tickets(
        self, limit: int = 200, *, include_erased: bool = True, department: Department | None = None
    ) -> Sequence[Ticket]:
        kept = [t for t in self._tickets if include_erased or t.status is not Status.ERASED]
        if department is not None:
            kept = [t for t in kept if t.department is department and not t.is_gone]
        return kept[:limit]

    def ticket(self, number: str, department: Department | None = None) -> Ticket | None:
        return next((t for t in self.tickets(10_000, department=department) if t.number == number), None)

    def counts(self, now: datetime, department: Department | None = None) -> TicketCounts:
        open_ones = [t for t in self._tickets if t.is_open]
        open_ones = [t for t in open_ones if department in (None, t.department)]
        nothing = timedelta(0)
        left = {t.number: t.next_deadline.due_at - now for t in open_ones}
        kept = {
            "open": open_ones,
            "overdue": [t for t in open_ones if left[t.number] <= nothing],
            "due_within_hour": [t for t in open_ones if nothing < left[t.number] <= timedelta(hours=1)],
            "due_today": [t for t in open_ones if nothing < left[t.number] <= timedelta(hours=24)],
            "needs_review": [t for t in open_ones if t.needs_review],
            "safety": [t for t in open_ones if t.severity is Severity.SAFETY],
        }
        weighted = tuple((name, round(sum(Weights().of(t.entry) for t in those), 2)) for name, those in kept.items())
        return TicketCounts(**{name: len(those) for name, those in kept.items()}, weighted=weighted)

    def tombstones(self, limit: int = 200) -> Sequence[Tombstone]:
        return self._tombstones[:limit]

    def devices(self) -> Sequence[DeviceRow]:
        return self._devices


def masked(template: str) -> tuple[str, tuple[Span, ...]]:
    """`打{PHONE}才结上` as masked text with its spans."""
    text, spans = "", []
    for part in re.split(r"\{([A-Z_]+)\}", template):
        if re.fullmatch(r"[A-Z_]+", part) and f"{{{part}}}" in template:
            label = f"[{part}]"
            spans.append(Span(start=len(text), end=len(text) + len(label), type=part, token="0a1b2c3d4e5f6071"))
            text += label
        else:
            text += part
    return text, tuple(spans)


def a_ticket(
    number: int,
    said: str | None = "充电桩的屏幕不亮",
    *,
    minutes_ago: float = 5,
    came_after: timedelta = timedelta(seconds=4),
    limits: Sequence[DeadlineKind] = (DeadlineKind.PROMISED, DeadlineKind.OUTER),
    device_kind: DeviceKind = DeviceKind.HEAD_UNIT,
    place: str = "",
    severity: Severity = Severity.MEDIUM,
    department: Department = Department.SERVICE_DESK,
    status: Status = Status.NEW,
    source: str = "voice",
    scene: str = "spontaneous",
    rating: int | None = None,
    offline: bool = False,
    needs_review: bool = False,
    has_contact: bool = False,
    vehicle: tuple[VehicleReading, ...] = (),
) -> Ticket:
    """One invented ticket; `said` takes {PHONE} and the like for masked places."""
    text, spans = masked(said) if said is not None else (None, ())
    received = NOW - timedelta(minutes=minutes_ago)
    return Ticket(
        number=f"T-{number:06d}",
        record_id=f"019a0000-0000-7000-8000-{number:012x}",
        tenant=TENANT,
        device=f"tc-{0x5F2A9C + number:06x}aa",
        subject=f"subject-{number:06d}",
        device_kind=device_kind,
        place=place,
        scene=scene,
        source=source,
        severity=severity,
        department=department,
        status=status,
        recorded_at=received - came_after,
        received_at=received,
        deadlines=tuple(Deadline(kind, received + _LIMITS[kind]) for kind in limits),
        receipt_code=f"TC-9M{number % 100:02d}-7BXD",
        text=text,
        spans=spans,
        rating=rating,
        offline=offline,
        needs_review=needs_review,
        has_contact=has_contact,
        vehicle=vehicle,
    )


def erased(ticket: Ticket) -> Ticket:
    """The ticket after its content was erased."""
    return replace(
        ticket, status=Status.ERASED, text=None, spans=(), rating=None, subject="", receipt_code="", place="", device=""
    )


def a_tombstone(number: int, *, minutes_ago: float = 60, tickets_erased: int = 1, **changes: Any) -> Tombstone:
    """One invented erasure."""
    asked = NOW - timedelta(minutes=minutes_ago)
    stone = Tombstone(
        erasure_id=f"019a0000-0000-7000-9000-{number:012x}",
        device=f"tc-{0x5F2A9C + number:06x}aa",
        requested_at=asked,
        completed_at=asked + timedelta(seconds=3),
        tickets_erased=tickets_erased,
        heard_at=asked,
    )
    return replace(stone, **changes)


def a_device(number: int, kind: DeviceKind = DeviceKind.HEAD_UNIT) -> DeviceRow:
    """One invented device."""
    return DeviceRow(f"tc-{number:06x}aa", kind, "", NOW - timedelta(hours=3), None, None)


def a_busy_book() -> FakeTicketBook:
    """Twelve tickets of every kind, two erasures, three devices."""
    safety = (DeadlineKind.SAFETY, DeadlineKind.PROMISED, DeadlineKind.OUTER)
    vehicle = (DeadlineKind.VEHICLE, DeadlineKind.PROMISED, DeadlineKind.OUTER)
    kiosk, terminal = DeviceKind.CHARGER_KIOSK, DeviceKind.SERVICE_TERMINAL
    tickets = [
        a_ticket(
            1212,
            "今天刹车有点异响，下高架那段特别明显，车牌{PLATE}，麻烦尽快打{PHONE}",
            minutes_ago=3.8,
            limits=safety,
            severity=Severity.SAFETY,
            department=Department.ROADSIDE,
            has_contact=True,
        ),
        a_ticket(
            1211,
            None,
            minutes_ago=9,
            device_kind=kiosk,
            place="城西银泰站 3 号枪",
            department=Department.CHARGING,
            source="touch",
            scene="charging_done",
            rating=2,
        ),
        a_ticket(
            1210,
            "电池温度偏高，我已经靠边停了，需要救援",
            minutes_ago=19,
            limits=vehicle,
            severity=Severity.HIGH,
            department=Department.ROADSIDE,
            status=Status.IN_PROGRESS,
        ),
        a_ticket(
            1209,
            "下坡的时候刹车踩不住，吓死我了，车架号{VIN}",
            minutes_ago=22,
            limits=safety,
            severity=Severity.SAFETY,
            department=Department.ROADSIDE,
            status=Status.IN_PROGRESS,
        ),
        a_ticket(
            1208,
            "扫了三次都付不了款，最后用尾号那张{BANK_CARD}才结上，收据发我{EMAIL}",
            minutes_ago=48,
            device_kind=kiosk,
            place="滨江站 1 号枪",
            department=Department.CHARGING,
            source="typed",
            scene="charging_done",
            rating=1,
        ),
        a_ticket(1207, minutes_ago=95, status=Status.ERASED, said=None),
        a_ticket(
            1206,
            "首保等了一个半小时，没人讲电池怎么保养",
            minutes_ago=190,
            device_kind=terminal,
            place="城西店前台",
            department=Department.REPAIR,
            status=Status.IN_PROGRESS,
            scene="repair_done",
            rating=3,
        ),
        a_ticket(
            1205,
            "报案五天了，定损结果还没出，查勘员{NAME}的电话{LANDLINE}一直打不通",
            minutes_ago=310,
            came_after=timedelta(hours=6, minutes=8),
            offline=True,
            department=Department.CLAIMS,
        ),
        a_ticket(
            1204,
            "后排儿童座椅那个接口找不着说明书也没写",
            minutes_ago=640,
            severity=Severity.LOW,
            department=Department.PRODUCT,
            needs_review=True,
        ),
        a_ticket(
            1203,
            "续保比去年贵了八百，想知道涨在哪儿，保单还是身份证{ID_CARD}那份，单号{NUM}",
            minutes_ago=1405,
            severity=Severity.LOW,
            department=Department.UNDERWRITING,
        ),
        a_ticket(
            1202,
            None,
            minutes_ago=1500,
            device_kind=terminal,
            place="萧山店交车区",
            severity=Severity.LOW,
            department=Department.REPAIR,
            status=Status.CLOSED,
            source="touch",
            scene="repair_done",
            rating=5,
        ),
        a_ticket(
            1201,
            "修完第二天启动困难，怠速抖得厉害，师傅说这是正常的",
            minutes_ago=1452,
            severity=Severity.HIGH,
            department=Department.REPAIR,
            has_contact=True,
        ),
    ]
    devices = [a_device(1), a_device(2, kiosk), a_device(3, terminal)]
    stones = [a_tombstone(2, minutes_ago=95), a_tombstone(1, minutes_ago=3000, tickets_erased=0)]
    return FakeTicketBook([erased(t) if t.status is Status.ERASED else t for t in tickets], stones, devices)
