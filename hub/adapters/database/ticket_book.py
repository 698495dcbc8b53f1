"""The reading side for pages and command line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, func, select, true

from agent.contract.messages import DeviceKind
from hub.adapters.database import rows
from hub.adapters.database.connection import Database
from hub.adapters.database.schema import devices, holds, loss_reports, refusals, tickets, tombstones
from hub.erasure.deletion import Origin
from hub.ports import DeviceRow, TicketCounts, Tombstone
from hub.tickets.ticket import GONE, Department, Severity, Status, Ticket

_OPEN = (Status.NEW.value, Status.IN_PROGRESS.value)


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

    def __init__(self, database: Database) -> None:
        self._database = database

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
        columns = [func.count().filter(condition) for condition in wanted.values()]
        counted = select(*columns).where(tickets.c.status.in_(_OPEN))
        if department is not None:
            counted = counted.where(tickets.c.department == department.value)
        with self._database.read() as connection:
            found = connection.execute(counted).one()
        return TicketCounts(**dict(zip(wanted, found, strict=True)))

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
