"""The reading side for pages and command line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, literal, select, true

from agent.contract.messages import DeviceKind
from hub.adapters.database import rows
from hub.adapters.database.connection import Database
from hub.adapters.database.schema import devices, holds, loss_reports, refusals, tickets, tombstones
from hub.erasure.deletion import Origin
from hub.ports import DeviceRow, TicketCounts, Tombstone
from hub.tickets.ticket import GONE, Department, Severity, Status, Ticket
from hub.tickets.weighing import Weights


@dataclass(frozen=True, slots=True)
class LossRow:
    """The newest ledger that a device has sent."""

    device: str
    reported_at: datetime
    counts: dict[str, int]
    """accepted, receipted, expired, evicted, erased, quarantined, pending."""


@dataclass(frozen=True, slots=True)
class RefusalCount:
    """How many frames were refused for one reason."""

    reason: str
    count: int
    last_at: datetime


class DatabaseTicketBook:
    """Implements `hub.ports.TicketBook`. Newest first everywhere."""

    def __init__(self, database: Database, weights: Weights | None = None) -> None:
        self._database = database
        self._weights = weights or Weights()

    def tickets(
        self, limit: int = 200, *, include_erased: bool = True, department: Department | None = None
    ) -> Sequence[Ticket]:
        """Newest first; of one department, where one is named. Erased tickets belong to none any more."""
        wanted = select(tickets).order_by(tickets.c.seq.desc()).limit(limit)
        if not include_erased:
            wanted = wanted.where(tickets.c.status != Status.ERASED.value)
        if department is not None:
            live = tickets.c.status.not_in([status.value for status in GONE])
            wanted = wanted.where(tickets.c.department == department.value, live)
        with self._database.read() as connection:
            return [rows.ticket(row) for row in connection.execute(wanted)]

    def counts(self, now: datetime, department: Department | None = None) -> TicketCounts:
        """Over all open tickets, or those of one department."""
        due = tickets.c.next_due_at
        wanted = {
            "open": true(),
            "overdue": due <= now,
            "due_within_hour": (due > now) & (due <= now + timedelta(hours=1)),
            "due_today": (due > now) & (due <= now + timedelta(hours=24)),
            "needs_review": tickets.c.needs_review,
            "safety": tickets.c.severity == Severity.SAFETY.value,
        }
        weight = weight_of(self._weights)
        columns: list[ColumnElement[Any]] = [func.count().filter(condition) for condition in wanted.values()]
        columns += [func.coalesce(func.sum(weight).filter(condition), 0.0) for condition in wanted.values()]
        counted = select(*columns).where(rows.is_open())
        if department is not None:
            counted = counted.where(tickets.c.department == department.value)
        with self._database.read() as connection:
            found = connection.execute(counted).one()
        plain, weighted = found[: len(wanted)], found[len(wanted) :]
        rounded = tuple((name, round(float(figure), 2)) for name, figure in zip(wanted, weighted, strict=True))
        return TicketCounts(**dict(zip(wanted, plain, strict=True)), weighted=rounded)

    def ticket(self, number: str, department: Department | None = None) -> Ticket | None:
        """One ticket, where there is one and this department may see it."""
        wanted = select(tickets).where(tickets.c.number == number)
        if department is not None:
            live = tickets.c.status.not_in([status.value for status in GONE])
            wanted = wanted.where(tickets.c.department == department.value, live)
        with self._database.read() as connection:
            row = connection.execute(wanted).one_or_none()
        return None if row is None else rows.ticket(row)

    def tombstones(self, limit: int = 200) -> Sequence[Tombstone]:
        """Erasures, newest first; those that are not done before all others."""
        frozen = (
            select(func.max(holds.c.ends_at))
            .join(tickets, and_(*(holds.c[name] == tickets.c[name] for name in ("tenant", "device", "record_id"))))
            .where(
                tickets.c.tenant == tombstones.c.tenant,
                tickets.c.device == tombstones.c.device,
                tickets.c.subject == tombstones.c.subject,
                tickets.c.status == Status.FROZEN.value,
            )
            .scalar_subquery()
        )
        done = tombstones.c.completed_at
        wanted = (
            select(tombstones, frozen.label("frozen_until"))
            .order_by(done.is_not(None), done.desc(), tombstones.c.received_at.desc(), tombstones.c.erasure_id.desc())
            .limit(limit)
        )
        with self._database.read() as connection:
            return [
                Tombstone(
                    row.erasure_id,
                    row.device,
                    row.requested_at,
                    row.completed_at,
                    row.tickets_erased,
                    heard_at=row.received_at,
                    origin=Origin(row.origin),
                    frozen_until=row.frozen_until,
                    confirmed_at=row.confirmed_at,
                )
                for row in connection.execute(wanted)
            ]

    def devices(self) -> Sequence[DeviceRow]:
        """All devices, by enrolment."""
        wanted = select(devices).order_by(devices.c.enrolled_at, devices.c.device)
        with self._database.read() as connection:
            return [
                DeviceRow(
                    row.device, DeviceKind(row.kind), row.place, row.enrolled_at, row.last_seen_at, row.revoked_at
                )
                for row in connection.execute(wanted)
            ]

    def losses(self) -> Sequence[LossRow]:
        """The newest ledger of each device that sent one."""
        with self._database.read() as connection:
            found = connection.execute(select(loss_reports).order_by(loss_reports.c.device))
            return [LossRow(row.device, row.reported_at, row.counts) for row in found]

    def refusals(self) -> Sequence[RefusalCount]:
        """Refused frames by reason."""
        with self._database.read() as connection:
            found = connection.execute(select(refusals.c.reason, refusals.c["count"], refusals.c.last_at))
            return [RefusalCount(reason, count, last_at) for reason, count, last_at in found]


def weight_of(weights: Weights) -> ColumnElement[float]:
    """What each ticket weighs."""
    told = {entry: weight for entry, weight in weights.by_entry.items() if weight != 1}
    if not told:
        return literal(1.0)
    return case(*((tickets.c.entry == entry, weight) for entry, weight in told.items()), else_=1.0)
