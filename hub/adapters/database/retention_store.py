"""What was kept long enough goes: contacts, contents, answers nobody fetched, old claims. Counted by kind."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, exists, or_, select, update

from hub.adapters.database import rows
from hub.adapters.database.connection import Database
from hub.adapters.database.erasing import take, thaw
from hub.adapters.database.schema import claims, counters, holds, outgoing, tickets
from hub.adapters.database.upsert import insert_or_ignore
from hub.adapters.database.voice_store import expire_voices
from hub.erasure.retention import KEPT_VOICE, VEHICLE_STATE, Retention
from hub.tickets.ticket import GONE, Status

KINDS = ("contacts", "contents", "frozen", "answers", "claims", "voices", "vehicle_states")
_COUNTER = "retention."
_AT_ONCE = 500
_HELD = exists().where(*(holds.c[name] == tickets.c[name] for name in ("tenant", "device", "record_id")))


class RetentionStore:
    """The end of what was kept."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def run(self, policy: Retention, now: datetime) -> Mapping[str, int]:
        """Delete what is due. How many, by kind; nothing readable stays in the database's files.

        Raises:
            HubError: the database cannot be written now.
        """
        done = dict.fromkeys(KINDS, 0)
        with self._database.write() as connection:
            done["frozen"] = thaw(connection, now)
            done["contacts"] = _contacts(connection, policy, now)
            done["voices"] = expire_voices(connection, policy.before(KEPT_VOICE, now))
            done["vehicle_states"] = _vehicle_states(connection, policy.before(VEHICLE_STATE, now))
            old = outgoing.c.created_at <= policy.before("answers", now)
            done["answers"] = connection.execute(outgoing.delete().where(old)).rowcount
            ended = claims.c.expires_at <= policy.before("claims", now)
            done["claims"] = connection.execute(claims.delete().where(ended)).rowcount
        last = 0
        while (step := self._contents(policy, now, last)) is not None:
            last, expired = step
            done["contents"] += expired
        self._count(done)
        if any(done.values()):
            self._database.shed_deleted()
        return done

    def counted(self) -> Mapping[str, int]:
        """How many so far, by kind."""
        wanted = select(counters.c.name, counters.c.value).where(counters.c.name.startswith(_COUNTER))
        with self._database.read() as connection:
            found = {row.name.removeprefix(_COUNTER): row.value for row in connection.execute(wanted)}
        return {kind: found.get(kind, 0) for kind in KINDS}

    def _contents(self, policy: Retention, now: datetime, after: int) -> tuple[int, int] | None:
        """One transaction's worth: (last ticket looked at, how many expired); None at the end."""
        oldest = tickets.c.received_at <= now - timedelta(days=policy.shortest)
        live = tickets.c.status.not_in([status.value for status in GONE])
        wanted = select(tickets).where(tickets.c.seq > after, oldest, live, ~_HELD).order_by(tickets.c.seq)
        with self._database.write() as connection:
            found = connection.execute(wanted.limit(_AT_ONCE)).all()
            expired = 0
            for row in found:
                purposes = (row.consent or {}).get("purposes", ())
                if policy.content_until(row.received_at, purposes) > now:
                    continue
                take(connection, (row.tenant, row.device), [row.record_id], besides=("tickets", "inbox"))
                gone = {**rows.blank(row.received_at), "status": Status.EXPIRED.value}
                connection.execute(update(tickets).where(tickets.c.seq == row.seq).values(gone))
                expired += 1
        return (found[-1].seq, expired) if found else None

    def _count(self, done: Mapping[str, int]) -> None:
        with self._database.write() as connection:
            for kind, count in done.items():
                name = f"{_COUNTER}{kind}"
                connection.execute(insert_or_ignore(connection, counters).values(name=name, value=0))
                more = {counters.c.value: counters.c.value + count}
                connection.execute(update(counters).where(counters.c.name == name).values(more))


def _vehicle_states(connection: Connection, until: datetime) -> int:
    """The state of the car, where it is kept for less time than the words beside it."""
    wanted = and_(tickets.c.vehicle.is_not(None), tickets.c.received_at <= until, ~_HELD)
    return connection.execute(update(tickets).where(wanted).values(vehicle=None)).rowcount


def _contacts(connection: Connection, policy: Retention, now: datetime) -> int:
    """Contacts that nobody will call any more."""
    closed = and_(
        tickets.c.status == Status.CLOSED.value,
        or_(tickets.c.closed_at.is_(None), tickets.c.closed_at <= policy.before("after_closing", now)),
    )
    late = or_(tickets.c.received_at <= policy.before("call_back", now), tickets.c.contact_until <= now, closed)
    wanted = and_(tickets.c.contact_sealed.is_not(None), late, ~_HELD)
    return connection.execute(update(tickets).where(wanted).values(contact_sealed=None, contact_key_id=None)).rowcount
