"""A ticket taken a step further: status, reason, log and news in one transaction."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, select, update

from agent.contract.directives import TicketNews
from agent.contract.identifiers import RandomBytes
from hub.adapters.database import rows
from hub.adapters.database.audit_log import write_down
from hub.adapters.database.connection import Database
from hub.adapters.database.push_answers import next_version
from hub.adapters.database.push_queue import queue
from hub.adapters.database.schema import tickets
from hub.people.audit_chain import Action, Deed
from hub.pushing.push import Order
from hub.pushing.reading import ticket_news
from hub.tickets.moves import NEXT, is_news, news_of
from hub.tickets.ticket import Department, Status, Step


class NotMoved(StrEnum):
    """Why a ticket stayed where it was. Expected outcomes."""

    GONE = "gone"
    """No such ticket for this person, or nothing of it may be read any more."""
    MOVED_ON = "moved_on"
    """Somebody else took a step in between."""
    NOT_FROM_HERE = "not_from_here"
    """That status does not follow this one."""


@dataclass(frozen=True, slots=True)
class Move:
    """What somebody wants of a ticket."""

    number: str
    before: Status
    """Where it stood on their page."""
    after: Status
    reason: str = field(repr=False)
    """For colleagues and the log, see `hub.people.reasons`."""
    note: str = field(default="", repr=False)
    """For the person, in Chinese; masked once more on the device. Empty: the state alone is told."""


class TicketDesk:
    """Where tickets are worked on.

    Args:
        database: the hub's.
        random_bytes: for ids of what is told.
    """

    def __init__(self, database: Database, random_bytes: RandomBytes) -> None:
        self._database = database
        self._random_bytes = random_bytes

    def move(
        self, move: Move, *, tenant: str, who: str, now: datetime, department: Department | None = None
    ) -> Step | NotMoved:
        """Take the step, write it down, and queue the news for the device that the ticket came from.

        Args:
            move: what is wanted.
            tenant: whose tickets they may touch.
            who: a person's name.
            now: in UTC.
            department: the only one whose tickets they may touch; None: all.

        Raises:
            InputRefusedError: the note is too long or holds what looks like somebody's number; nothing changed.
        """
        with self._database.write() as connection:
            row = connection.execute(
                select(tickets).where(tickets.c.number == move.number, tickets.c.tenant == tenant).with_for_update()
            ).one_or_none()
            if row is None or Status(row.status) not in NEXT or department not in (None, row.department):
                return NotMoved.GONE
            if row.status != move.before:
                return NotMoved.MOVED_ON
            if move.after not in NEXT[move.before]:
                return NotMoved.NOT_FROM_HERE
            step = Step(now, who, move.before, move.after, move.reason)
            connection.execute(update(tickets).where(tickets.c.seq == row.seq).values(rows.step_values(row, step)))
            what = f"{move.number} {step.before} > {step.after}"
            write_down(connection, Deed(now, who, Action.CHANGE_STATUS, what, move.reason))
            if is_news(step.before, step.after, move.note):
                self._tell(connection, row, step, move.note)
        return step

    def _tell(self, connection: Connection, row: Row[Any], step: Step, note: str) -> None:
        version = next_version(connection)
        told = ticket_news(row, version, news_of(step.after), (note, ""), step.at).model_dump(mode="json")
        order = Order(TicketNews.kind, row.record_id, lambda _version: told, step.at)
        queue(connection, [(row.tenant, row.device)], order, version, told, random_bytes=self._random_bytes)
