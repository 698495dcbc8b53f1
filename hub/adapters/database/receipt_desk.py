"""What a person can ask of the hub with a receipt, or staff for a person who was made sure of.

A receipt belongs to one record. At a kiosk or a terminal a visit is a subject of its own, so its receipt covers all of
the visit. In a car a subject is a driver profile, which others may share: there a receipt covers its record alone.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, Row, select, update

from agent.contract.directives import TicketNews
from agent.contract.identifiers import RandomBytes, ReceiptSecret, uuid7
from agent.contract.messages import DeviceKind, Span, VehicleReading
from hub.adapters.database import rows
from hub.adapters.database.audit_log import write_down
from hub.adapters.database.connection import Database
from hub.adapters.database.erasing import erase, held_of
from hub.adapters.database.schema import audit, holds, pushes, tickets
from hub.erasure.deletion import Deletion, Origin
from hub.people.audit_chain import Action, Deed
from hub.tickets.ticket import Status

VISITOR = "receipt"
"""Who the audit log names for what a person did with the secret of a receipt."""

Journal = Callable[[Collection[Deletion]], None]


@dataclass(frozen=True, slots=True)
class Opening:
    """One look at the contact."""

    at: datetime
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Left:
    """One feedback that was left, as its person may see it."""

    ticket_no: str
    status: Status
    received_at: datetime
    place: str
    text: str | None = field(repr=False)
    """Masked, as it was kept."""
    spans: tuple[Span, ...]
    rating: int | None
    answers: tuple[tuple[str, str], ...]
    """Questions of the device and what was answered, as asked and offered."""
    vehicle: tuple[VehicleReading, ...]
    """The state of the car beside it."""
    has_contact: bool
    purposes: tuple[str, ...]
    openings: tuple[Opening, ...]
    answered_at: datetime | None = None
    """When the desk last told them something."""
    answer: str = field(default="", repr=False)
    """What it said, in Chinese; empty where only the status was told."""
    held_until: datetime | None = None
    """A law forbids to delete it before."""
    held_ground: str = ""
    held_reason: str = ""


@dataclass(frozen=True, slots=True)
class Erased:
    """What became of a request to erase."""

    erasure_id: str
    tickets: int
    """How many are gone or frozen."""


class ReceiptDesk:
    """Every method reads and writes in one transaction of its own."""

    def __init__(self, database: Database, journal: Journal, random_bytes: RandomBytes) -> None:
        """Prepare.

        Args:
            database: the hub's.
            journal: told what will be deleted, and has it on the disk when it returns.
            random_bytes: for erasure ids.
        """
        self._database = database
        self._journal = journal
        self._random_bytes = random_bytes

    def status(self, code: str) -> tuple[Status, datetime] | None:
        """(where it stands, when the hub had it) for a short code, TC-XXXX-XXXX. Never more than that."""
        wanted = select(tickets.c.status, tickets.c.received_at).where(tickets.c.receipt_code == code)
        with self._database.read() as connection:
            row = connection.execute(wanted.order_by(tickets.c.seq.desc()).limit(1)).one_or_none()
        return None if row is None else (Status(row.status), row.received_at)

    def left(self, secret: ReceiptSecret) -> Sequence[Left] | None:
        """What was left, newest first; None where the secret opens nothing."""
        with self._database.read() as connection:
            found = _covered(connection, _find(connection, secret))
            return [_left(connection, row) for row in found] or None

    def export(self, secret: ReceiptSecret) -> dict[str, Any] | None:
        """Everything that is held of it, by store and column, and who looked at the contact."""
        with self._database.read() as connection:
            found = _covered(connection, _find(connection, secret))
            if not found:
                return None
            record_ids = [row.record_id for row in found]
            stores: dict[str, Any] = dict(held_of(connection, (found[0].tenant, found[0].device), record_ids))
            stores["tickets"] = [_without_staff(row) for row in stores["tickets"]]
            looks = [opening for row in found for opening in _openings(connection, row.number)]
            return {**stores, "contact_openings": [{"at": look.at, "reason": look.reason} for look in looks]}

    def withdraw_contact(self, secret: ReceiptSecret, now: datetime) -> int | None:
        """Nobody may call any more: the contact goes at once. How many went; None where the secret opens nothing."""
        with self._database.write() as connection:
            found = _covered(connection, _find(connection, secret))
            if not found:
                return None
            gone = [row for row in found if row.contact_sealed is not None]
            for row in gone:
                without = update(tickets).where(tickets.c.seq == row.seq)
                connection.execute(without.values(contact_sealed=None, contact_key_id=None))
                write_down(connection, Deed(now, VISITOR, Action.WITHDRAW_CONTACT, row.number))
        self._database.shed_deleted()
        return len(gone)

    def erase(self, secret: ReceiptSecret, now: datetime) -> Erased | None:
        """Delete what the receipt covers, here and on its device. None where the secret opens nothing."""
        with self._database.write() as connection:
            ticket = _find(connection, secret)
            return None if ticket is None else self._erase(connection, ticket, Deed(now, VISITOR, Action.ERASE, ""))

    def erase_ticket(self, number: str, *, who: str, reason: str, now: datetime) -> Erased | None:
        """The same for a person whom staff made sure of. None: no such ticket, or it was erased."""
        wanted = select(tickets).where(tickets.c.number == number, tickets.c.status != Status.ERASED.value)
        with self._database.write() as connection:
            ticket = connection.execute(wanted).one_or_none()
            return None if ticket is None else self._erase(connection, ticket, Deed(now, who, Action.ERASE, "", reason))

    def _erase(self, connection: Connection, ticket: Row[Any], deed: Deed) -> Erased:
        scope = _scope(ticket)
        count = len(_covered(connection, ticket))
        deletion = Deletion(
            ticket.tenant,
            ticket.device,
            uuid7(int(deed.at.timestamp() * 1000), self._random_bytes),
            ticket.subject,
            scope,
            (ticket.record_id,),
            deed.at,
            deed.at,
            Origin.HUB,
        )
        self._journal([deletion])
        write_down(connection, Deed(deed.at, deed.who, deed.action, ticket.number, deed.reason))
        erase(connection, deletion, deed.at)
        return Erased(deletion.erasure_id, count)


def _scope(ticket: Row[Any]) -> Literal["subject", "record"]:
    return "record" if ticket.device_kind == DeviceKind.HEAD_UNIT.value else "subject"


def _find(connection: Connection, secret: ReceiptSecret) -> Row[Any] | None:
    return connection.execute(
        select(tickets).where(tickets.c.receipt_code == secret.code, tickets.c.receipt_verifier == secret.verifier)
    ).one_or_none()


def _covered(connection: Connection, ticket: Row[Any] | None) -> Sequence[Row[Any]]:
    """The tickets that a receipt covers and that still tell something, newest first."""
    if ticket is None:
        return ()
    if _scope(ticket) == "record":
        return [ticket]
    same = (tickets.c[name] == getattr(ticket, name) for name in ("tenant", "device", "subject"))
    live = tickets.c.status != Status.ERASED.value
    return connection.execute(select(tickets).where(*same, live).order_by(tickets.c.seq.desc())).all()


def _openings(connection: Connection, number: str) -> tuple[Opening, ...]:
    looked = audit.c.action == Action.OPEN_CONTACT.value
    found = connection.execute(select(audit).where(looked, audit.c.what == number).order_by(audit.c.seq))
    return tuple(Opening(row.at, row.reason) for row in found)


def _without_staff(row: dict[str, Any]) -> dict[str, Any]:
    """A ticket as its person may have it: what became of it and why, and not who of the desk it was."""
    steps = [{name: told for name, told in step.items() if name != "who"} for step in row["steps"] or ()]
    return {**row, "steps": steps or None}


def _told(connection: Connection, row: Row[Any]) -> dict[str, Any]:
    """What the desk told last."""
    mine = (pushes.c.tenant == row.tenant, pushes.c.device == row.device, pushes.c.matter == row.record_id)
    wanted = select(pushes.c.payload, pushes.c.pushed_at).where(pushes.c.kind == TicketNews.kind, *mine)
    found = connection.execute(wanted).one_or_none()
    return {} if found is None else {"answered_at": found.pushed_at, "answer": found.payload.get("note_zh", "")}


def _left(connection: Connection, row: Row[Any]) -> Left:
    key = (holds.c[name] == getattr(row, name) for name in ("tenant", "device", "record_id"))
    hold = connection.execute(select(holds).where(*key)).one_or_none()
    held: dict[str, Any] = {}
    if hold is not None:
        held = {"held_until": hold.ends_at, "held_ground": hold.ground, "held_reason": hold.reason}
    return Left(
        ticket_no=row.number,
        status=Status(row.status),
        received_at=row.received_at,
        place=row.place,
        text=row.text,
        spans=tuple(Span.model_validate(span) for span in row.spans or ()),
        rating=row.rating,
        answers=tuple((one["question"], one["answer"]) for one in row.answers or ()),
        vehicle=rows.readings(row.vehicle),
        has_contact=row.contact_sealed is not None,
        purposes=tuple((row.consent or {}).get("purposes", ())),
        openings=_openings(connection, row.number),
        **_told(connection, row),
        **held,
    )
