"""Tickets that wait for a human ear, and what reviewers made of them. The text as it was heard stays beside."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, select, update

from agent.contract.messages import MaskedText, Span
from hub.adapters.database import rows
from hub.adapters.database.audit_log import write_down
from hub.adapters.database.connection import Database
from hub.adapters.database.schema import tickets, voices
from hub.adapters.database.voice_store import drop_voice
from hub.people.audit_chain import Action, Deed
from hub.tickets.review import Objection, corrected
from hub.tickets.ticket import Ticket


@dataclass(frozen=True, slots=True)
class DoubtfulTicket:
    """A ticket whose words were heard unsurely."""

    ticket: Ticket
    confidence: float | None
    """Of the recognition, 0 to 1; None where the engine gives none."""
    voice_s: float | None = None
    """Length of its recording in seconds, where there is one."""


class ReviewStore:
    """The reviewers' pile."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def waiting(self, tenant: str, limit: int) -> Sequence[DoubtfulTicket]:
        """The soonest limit first."""
        wanted = (
            select(tickets, voices.c.audio_s)
            .outerjoin(voices, and_(*(voices.c[name] == tickets.c[name] for name in ("tenant", "device", "record_id"))))
            .where(tickets.c.tenant == tenant, rows.waits_for_review())
            .order_by(tickets.c.next_due_at, tickets.c.seq)
            .limit(limit)
        )
        with self._database.read() as connection:
            return [
                DoubtfulTicket(rows.ticket(row), (row.speech or {}).get("confidence"), row.audio_s)
                for row in connection.execute(wanted)
            ]

    def settle(self, number: str, typed: str | None, *, who: str, now: datetime) -> Objection | bool:
        """Take a correction; None as text: it was heard right. False: it does not wait any more, somebody was first.

        The text as it was heard, and its masked places, are kept beside the corrected one; the log names the ticket.
        """
        one = and_(tickets.c.number == number, rows.waits_for_review())
        with self._database.write() as connection:
            row = connection.execute(select(tickets).where(one).with_for_update()).one_or_none()
            if row is None:
                return False
            heard = MaskedText(text=row.text or "", spans=tuple(Span.model_validate(s) for s in row.spans or ()))
            found = heard if typed is None else corrected(heard.text, heard.spans, typed)
            if isinstance(found, Objection):
                return found
            values: dict[str, object] = {"needs_review": False}
            if found != heard:
                values |= {
                    "heard_text": heard.text,
                    "heard_spans": row.spans or [],
                    "text": found.text,
                    "spans": [span.model_dump(mode="json") for span in found.spans],
                }
            connection.execute(update(tickets).where(tickets.c.seq == row.seq).values(values))
            action = Action.CORRECT_TEXT if found != heard else Action.CONFIRM_TEXT
            write_down(connection, Deed(now, who, action, number))
            heard_by_somebody = drop_voice(connection, (row.tenant, row.device), row.record_id)
        if heard_by_somebody:
            self._database.shed_deleted()
        return True
