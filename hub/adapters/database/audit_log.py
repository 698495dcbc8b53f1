"""The audit log in the database: appended to, read, checked; never changed."""

from collections.abc import Iterator, Sequence
from itertools import islice

from sqlalchemy import Connection, Row, func, select
from sqlalchemy.sql import ColumnElement

from hub.adapters.database.connection import Database
from hub.adapters.database.schema import audit
from hub.people.audit_chain import START, Action, Anchor, Deed, Entry, Verdict, next_entry, verify
from hub.people.ranges import covers

_AT_ONCE = 1000
_LOCK = 0x7469_6E67  # "ting": PostgreSQL's writers of the chain take turns on this number


def write_down(connection: Connection, deed: Deed) -> Entry:
    """Append one entry in a transaction of the caller: what it tells of and the entry are committed together."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
    entry = next_entry(_head(connection), deed)
    connection.execute(audit.insert().values({name: getattr(entry, name) for name in Entry.__slots__}))
    return entry


class AuditLog:
    """Who did what, oldest or newest first."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def append(self, deed: Deed) -> Entry:
        """Write one entry in a transaction of its own."""
        with self._database.write() as connection:
            return write_down(connection, deed)

    def newest(
        self, limit: int, *, before: int | None = None, who: str | None = None, action: Action | None = None
    ) -> Sequence[Entry]:
        """Entries, newest first.

        Args:
            limit: at most so many.
            before: only entries with a smaller number.
            who: only of this person or account.
            action: only this.
        """
        wanted: list[ColumnElement[bool]] = []
        if before is not None:
            wanted.append(audit.c.seq < before)
        if who is not None:
            wanted.append(audit.c.who == who)
        if action is not None:
            wanted.append(audit.c.action == action.value)
        found = select(audit).where(*wanted).order_by(audit.c.seq.desc()).limit(limit)
        with self._database.read() as connection:
            return [_entry(row) for row in connection.execute(found)]

    def naming(self, number: str, limit: int, *, who: str | None = None) -> Sequence[Entry]:
        """Entries that name this ticket, also inside a range, newest first; reads the whole log."""
        of_whom = select(audit).order_by(audit.c.seq.desc())
        wanted = of_whom.where(audit.c.who == who) if who is not None else of_whom
        with self._database.read() as connection:
            rows = connection.execute(wanted.execution_options(yield_per=_AT_ONCE))
            return list(islice((_entry(row) for row in rows if covers(row.what, number)), limit))

    def head(self) -> Anchor:
        """The newest entry's number and hash."""
        with self._database.read() as connection:
            return _head(connection)

    def verify(self, anchors: Sequence[Anchor] = ()) -> Verdict:
        """Read and check the whole log."""
        with self._database.read() as connection:
            return verify(_oldest_first(connection), anchors)


def _head(connection: Connection) -> Anchor:
    newest = connection.execute(select(audit.c.seq, audit.c.hash).order_by(audit.c.seq.desc()).limit(1)).one_or_none()
    return Anchor(newest.seq, newest.hash) if newest else Anchor(0, START)


def _oldest_first(connection: Connection) -> Iterator[Entry]:
    last = 0
    while True:
        part = select(audit).where(audit.c.seq > last).order_by(audit.c.seq).limit(_AT_ONCE)
        found = connection.execute(part).all()
        yield from map(_entry, found)
        if len(found) < _AT_ONCE:
            return
        last = found[-1].seq


def _entry(row: Row[tuple[object, ...]]) -> Entry:
    return Entry(**{name: getattr(row, name) for name in Entry.__slots__})
