"""Holds in the database: placed and lifted by a person, and written down in the audit in the same transaction."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, select

from hub.adapters.database.audit_log import write_down
from hub.adapters.database.connection import Database
from hub.adapters.database.erasing import thaw
from hub.adapters.database.schema import holds, tickets
from hub.adapters.database.upsert import insert_or_renew
from hub.erasure.hold import Hold
from hub.people.audit_chain import Action, Deed
from hub.tickets.ticket import Status

_KEY = ("tenant", "device", "record_id")
_OF_TICKET = and_(*(holds.c[name] == tickets.c[name] for name in _KEY))


class HoldStore:
    """What a law holds."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def place(self, hold: Hold) -> bool:
        """Hold the record of a ticket, or hold it otherwise than before. False: there is none, or it was erased."""
        wanted = select(tickets).where(tickets.c.number == hold.ticket_no, tickets.c.status != Status.ERASED.value)
        with self._database.write() as connection:
            ticket = connection.execute(wanted).one_or_none()
            if ticket is None:
                return False
            key = {name: getattr(ticket, name) for name in _KEY}
            said = {name: getattr(hold, name) for name in ("ground", "reason", "placed_by", "placed_at", "ends_at")}
            connection.execute(insert_or_renew(connection, holds, _KEY), [{**key, **said}])
            until = f"{hold.ticket_no} {hold.ends_at.date()}"
            write_down(connection, Deed(hold.placed_at, hold.placed_by, Action.HOLD, until, hold.ground))
        return True

    def lift(self, ticket_no: str, *, who: str, reason: str, now: datetime) -> bool:
        """End a hold now: what was frozen by it is deleted. False: there is none."""
        held = select(*(holds.c[name] for name in _KEY)).join(tickets, _OF_TICKET).where(tickets.c.number == ticket_no)
        with self._database.write() as connection:
            key = connection.execute(held).one_or_none()
            if key is None:
                return False
            one = and_(*(holds.c[name] == value for name, value in zip(_KEY, key, strict=True)))
            connection.execute(holds.update().where(one).values(ends_at=now))
            write_down(connection, Deed(now, who, Action.LIFT_HOLD, ticket_no, reason))
            thaw(connection, now)
        return True

    def standing(self) -> Sequence[Hold]:
        """All holds, the one that ends first first."""
        wanted = select(holds, tickets.c.number).join(tickets, _OF_TICKET).order_by(holds.c.ends_at)
        with self._database.read() as connection:
            return [
                Hold(row.number, row.ground, row.reason, row.placed_by, row.placed_at, row.ends_at)
                for row in connection.execute(wanted)
            ]

    def thaw(self, now: datetime) -> int:
        """Delete what was frozen until a date that has come. How many records."""
        with self._database.write() as connection:
            return thaw(connection, now)
