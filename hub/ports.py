"""What the hub's deciding code and pages need from storage, as Protocols."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from agent.contract.messages import DeviceKind
from hub.erasure.deletion import Origin
from hub.tickets.ticket import Department, Ticket


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What remains of an erasure: that it happened, when, and how much; nothing of what was erased."""

    erasure_id: str
    device: str
    requested_at: datetime
    completed_at: datetime | None
    """None: not yet, see `hub.erasure.clock.standing`."""
    tickets_erased: int
    heard_at: datetime
    """By the hub's clock; the time allowed counts from here."""
    origin: Origin = Origin.DEVICE
    frozen_until: datetime | None = None
    """A law holds a part of it until then."""
    confirmed_at: datetime | None = None
    """When the device said that it has followed an erasure of the hub's."""


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """One enrolled device."""

    device: str
    kind: DeviceKind
    place: str
    enrolled_at: datetime
    last_seen_at: datetime | None
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True)
class TicketCounts:
    """Figures above the list, over all open tickets."""

    open: int
    overdue: int
    due_within_hour: int
    due_today: int
    """Due within 24 hours."""
    needs_review: int
    safety: int
    weighted: tuple[tuple[str, float], ...] = ()
    """The same figures by name, each ticket by what its way in weighs, see `hub.tickets.weighing`."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One frame as it arrived."""

    topic: str
    payload: bytes = field(repr=False)
    packet_id: int = 0
    """The broker's number for it; 0 when it wants no acknowledgement."""
    connection: int = 0
    """Which connection it came through: a packet id means nothing in another one."""


class TicketBook(Protocol):
    """Reading side for the pages and the command line. Newest first everywhere."""

    def tickets(
        self, limit: int = 200, *, include_erased: bool = True, department: Department | None = None
    ) -> Sequence[Ticket]:
        """Newest first; of one department, where one is named."""
        ...

    def ticket(self, number: str, department: Department | None = None) -> Ticket | None:
        """One ticket, where there is one and this department may see it."""
        ...

    def counts(self, now: datetime, department: Department | None = None) -> TicketCounts:
        """Over all open tickets, or those of one department."""
        ...

    def tombstones(self, limit: int = 200) -> Sequence[Tombstone]:
        """Erasures, newest first; those that are not done before all others."""
        ...

    def devices(self) -> Sequence[DeviceRow]:
        """All devices, by enrolment."""
        ...
