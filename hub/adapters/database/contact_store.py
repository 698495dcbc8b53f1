"""Contacts for a call-back: who left one, who opened it and why. They end in `retention_store`."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, or_, select

from hub.adapters.database import rows
from hub.adapters.database.audit_log import write_down
from hub.adapters.database.connection import Database
from hub.adapters.database.schema import audit, tickets
from hub.people.audit_chain import Action, Deed
from hub.tickets.ticket import GONE, Ticket

_GONE = tuple(status.value for status in GONE)


@dataclass(frozen=True, slots=True)
class ContactSeal:
    """A contact as it is kept: sealed for the call-back desk."""

    key_id: str
    sealed: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class LeftContact:
    """A ticket whose person wants to be called."""

    ticket: Ticket
    until: datetime | None
    """When their grant ends, and the contact with it; None: when the ticket is closed and done."""
    openings: int
    last_opened_at: datetime | None


class ContactStore:
    """The call-back desk's shelf."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def left(self, now: datetime, limit: int) -> Sequence[LeftContact]:
        """Tickets with a contact that may be opened now, soonest limit first."""
        opened = (
            select(audit.c.what, func.count().label("times"), func.max(audit.c.at).label("last"))
            .where(audit.c.action == Action.OPEN_CONTACT.value)
            .group_by(audit.c.what)
            .subquery()
        )
        wanted = (
            select(tickets, opened.c.times, opened.c.last)
            .outerjoin(opened, opened.c.what == tickets.c.number)
            .where(_open_to(now))
            .order_by(tickets.c.next_due_at, tickets.c.seq)
            .limit(limit)
        )
        with self._database.read() as connection:
            return [
                LeftContact(rows.ticket(row), row.contact_until, row.times or 0, row.last)
                for row in connection.execute(wanted)
            ]

    def take(self, number: str, *, who: str, reason: str, now: datetime) -> ContactSeal | None:
        """The sealed contact of a ticket, after the opening was written down. None: there is none (any more).

        Args:
            number: the ticket's number.
            who: who opens it.
            reason: why, see `hub.people.reasons`.
            now: in UTC.
        """
        with self._database.write() as connection:
            row = connection.execute(
                select(tickets.c.contact_key_id, tickets.c.contact_sealed).where(
                    tickets.c.number == number, _open_to(now)
                )
            ).one_or_none()
            if row is None:
                return None
            write_down(connection, Deed(now, who, Action.OPEN_CONTACT, number, reason))
        return ContactSeal(row.contact_key_id, base64.b64decode(row.contact_sealed))


def _open_to(now: datetime) -> ColumnElement[bool]:
    """Contacts that are there and may be opened: nothing erased or held, and no grant that has ended."""
    return and_(
        tickets.c.contact_sealed.is_not(None),
        tickets.c.status.not_in(_GONE),
        or_(tickets.c.contact_until.is_(None), tickets.c.contact_until > now),
    )
