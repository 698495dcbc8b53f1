"""Frames that were not taken, in the database, within limits of number, bytes and age."""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection, and_, func, select, update

from hub.adapters.database.connection import Database
from hub.adapters.database.schema import set_aside
from hub.adapters.database.upsert import insert_or_ignore
from hub.set_aside import KEPT_FOR, MAX_OF_DEVICE, SetAside, SetAsideRow, surplus


def keep(connection: Connection, kept: Iterable[tuple[SetAside, datetime]]) -> None:
    """Keep these in a transaction of the caller; the same bytes once, however often they come."""
    for one, now in kept:
        digest = hashlib.sha256(one.topic.encode() + b"\0" + (one.frame or b"")).hexdigest()
        values = {
            "digest": digest,
            "tenant": one.tenant,
            "device": one.device,
            "topic": one.topic,
            "size": one.size,
            "frame": one.frame,
            "first_at": now,
            "times": 0,
        }
        verdict = {"reason": one.reason.value, "detail": one.detail, "last_at": now}
        connection.execute(insert_or_ignore(connection, set_aside).values(**values, **verdict))
        again = {set_aside.c.times: set_aside.c.times + 1, **{set_aside.c[name]: verdict[name] for name in verdict}}
        connection.execute(update(set_aside).where(set_aside.c.digest == digest).values(again))
        _trim_device(connection, one)
    _trim_all(connection)


def forget_device(connection: Connection, tenant: str, device: str) -> None:
    """Throw away what was kept of a device, in a transaction of the caller."""
    connection.execute(set_aside.delete().where(set_aside.c.tenant == tenant, set_aside.c.device == device))


class SetAsideStore:
    """For the commands."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rows(self) -> Sequence[SetAsideRow]:
        """All that is kept, newest first."""
        c = set_aside.c
        wanted = select(
            c.id, c.reason, c.detail, c.device, c.size, c.times, c.first_at, c.last_at, c.frame.is_not(None)
        ).order_by(c.id.desc())
        with self._database.read() as connection:
            return [SetAsideRow(*row) for row in connection.execute(wanted)]

    def frame(self, number: int) -> tuple[str, bytes] | None:
        """(topic, bytes) of one of them; None when it is gone, or its bytes were not kept."""
        wanted = select(set_aside.c.topic, set_aside.c.frame).where(set_aside.c.id == number)
        with self._database.read() as connection:
            row = connection.execute(wanted).one_or_none()
        return None if row is None or row.frame is None else (row.topic, row.frame)

    def discard(self, numbers: Collection[int]) -> int:
        """Throw these away. How many there were."""
        with self._database.write() as connection:
            return connection.execute(set_aside.delete().where(set_aside.c.id.in_(numbers))).rowcount

    def expire(self, now: datetime) -> int:
        """Throw away what is older than `KEPT_FOR`. How many."""
        with self._database.write() as connection:
            return connection.execute(set_aside.delete().where(set_aside.c.last_at < now - KEPT_FOR)).rowcount


def _trim_device(connection: Connection, one: SetAside) -> None:
    if one.device is None:
        return
    same = and_(set_aside.c.tenant == one.tenant, set_aside.c.device == one.device)
    newest = select(set_aside.c.id).where(same).order_by(set_aside.c.id.desc()).offset(MAX_OF_DEVICE)
    connection.execute(set_aside.delete().where(set_aside.c.id.in_(newest.scalar_subquery())))


def _trim_all(connection: Connection) -> None:
    size = func.coalesce(func.length(set_aside.c.frame), 0)
    found = connection.execute(select(set_aside.c.id, size).order_by(set_aside.c.id.desc())).all()
    if gone := surplus([(number, bytes_kept) for number, bytes_kept in found]):
        connection.execute(set_aside.delete().where(set_aside.c.id.in_(gone)))
