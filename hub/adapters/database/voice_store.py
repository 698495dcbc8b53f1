"""Recordings of doubtful speech: sealed for the reviewers, for as long as their ticket waits for one.

- One is kept only beside a ticket that waits for review. So an erasure finds it by that ticket's record, one that comes
  twice changes nothing, and one that comes late is not kept.
- Whoever opens one is written down first. It goes with the review, with its consent, with an erasure, or by its age.
"""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, exists, select, update

from agent.contract.messages import Voice
from hub.adapters.database import rows
from hub.adapters.database.audit_log import write_down
from hub.adapters.database.connection import Database
from hub.adapters.database.schema import counters, holds, tickets, voices
from hub.adapters.database.upsert import insert_or_ignore
from hub.people.audit_chain import Action, Deed

Place = tuple[str, str]
"""(tenant, device)."""
_GONE = "retention.voices"
"""The counter of what was kept and has gone, whether by review or by age."""


@dataclass(frozen=True, slots=True)
class VoiceSeal:
    """A recording as it is kept."""

    record_id: str
    """It opens only as that record's."""
    key_id: str
    format: str
    sealed: bytes = field(repr=False)


def keep_voice(connection: Connection, place: Place, voice: Voice, sealed: bytes, now: datetime) -> bool:
    """Keep a recording beside its ticket; False: nobody waits for it, and nothing was kept."""
    tenant, device = place
    mine = and_(
        tickets.c.tenant == tenant,
        tickets.c.device == device,
        tickets.c.record_id == voice.record_id,
        tickets.c.subject == voice.subject,
    )
    if connection.execute(select(tickets.c.seq).where(mine, rows.waits_for_review())).first() is None:
        return False
    connection.execute(
        insert_or_ignore(connection, voices).values(
            tenant=tenant,
            device=device,
            record_id=voice.record_id,
            key_id=voice.key_id,
            format=voice.format,
            audio_s=voice.audio_s,
            muted_s=voice.muted_s,
            made_at=min(voice.recorded_at, now),  # a device's clock may be ahead, and nothing may stay longer for it
            sealed=sealed,
        )
    )
    return True


def drop_voice(connection: Connection, place: Place, record_id: str) -> bool:
    """Delete a recording that has served; whether there was one. The caller sheds it from the files afterwards."""
    tenant, device = place
    mine = and_(voices.c.tenant == tenant, voices.c.device == device, voices.c.record_id == record_id)
    dropped = connection.execute(voices.delete().where(mine)).rowcount
    if dropped:
        connection.execute(insert_or_ignore(connection, counters).values(name=_GONE, value=0))
        more = {counters.c.value: counters.c.value + dropped}
        connection.execute(update(counters).where(counters.c.name == _GONE).values(more))
    return bool(dropped)


def drop_voices_of(connection: Connection, place: Place, subject: str, until: datetime) -> None:
    """Delete what a subject let be kept until then, and no longer lets."""
    tenant, device = place
    records = select(tickets.c.record_id).where(
        tickets.c.tenant == tenant,
        tickets.c.device == device,
        tickets.c.subject == subject,
        tickets.c.recorded_at <= until,
    )
    connection.execute(
        voices.delete().where(voices.c.tenant == tenant, voices.c.device == device, voices.c.record_id.in_(records))
    )


def expire_voices(connection: Connection, before: datetime) -> int:
    """Delete recordings from before that moment, but those that a law holds; how many."""
    held = exists().where(*(holds.c[name] == voices.c[name] for name in ("tenant", "device", "record_id")))
    return connection.execute(voices.delete().where(voices.c.made_at <= before, ~held)).rowcount


class VoiceStore:
    """What reviewers listen to."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def take(self, tenant: str, number: str, *, who: str, now: datetime) -> VoiceSeal | None:
        """The sealed recording of a ticket that waits for review, after the opening was written down.

        Args:
            tenant: whose tickets are shown here.
            number: the ticket's number.
            who: who opens it.
            now: in UTC.

        Returns:
            None: there is none, or none any more.
        """
        wanted = select(voices.c.record_id, voices.c.key_id, voices.c.format, voices.c.sealed).where(
            _of_ticket(), tickets.c.tenant == tenant, tickets.c.number == number, rows.waits_for_review()
        )
        with self._database.write() as connection:
            row = connection.execute(wanted).one_or_none()
            if row is None:
                return None
            write_down(connection, Deed(now, who, Action.OPEN_VOICE, number))
        return VoiceSeal(row.record_id, row.key_id, row.format, row.sealed)


def _of_ticket() -> ColumnElement[bool]:
    return and_(*(voices.c[name] == tickets.c[name] for name in ("tenant", "device", "record_id")))
