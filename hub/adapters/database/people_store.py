"""People, their passkeys, invitations and sessions in the database. Whatever changes is in the audit log with it."""

import base64
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, func, select, update

from agent.contract.identifiers import RandomBytes
from hub.adapters.database.audit_log import write_down
from hub.adapters.database.connection import Database
from hub.adapters.database.schema import invitations, passkeys, people, sessions, shown
from hub.adapters.database.upsert import insert_or_ignore
from hub.adapters.database.used_once import use_once
from hub.errors import InputRefusedError
from hub.people import ranges
from hub.people.access import (
    INVITATION_LASTS,
    SESSION_LIMIT,
    Passkey,
    Person,
    Session,
)
from hub.people.audit_chain import Action, Deed
from hub.people.roles import Role
from hub.tickets.ticket import Department

_TOUCH_EVERY = timedelta(seconds=30)
"""A touch is written at most so often."""
_HANDLE_BYTES = 32
_FIRST = "admin"
"""The first administrator's name. Also at the service desk: whoever sets a hub up has to see that tickets arrive."""


@dataclass(frozen=True, slots=True)
class Invited:
    """Whom an invitation is for."""

    name: str
    handle: str
    """What authenticators know them by: random, base64url."""


@dataclass(frozen=True, slots=True)
class HeldPasskey:
    """A passkey with its person."""

    passkey: Passkey
    name: str
    disabled: bool


@dataclass(frozen=True, slots=True)
class Arrival:
    """One sign-in about to happen."""

    challenge_key: str = field(repr=False)
    """Hash of the challenge that was answered: good once."""
    session_key: str = field(repr=False)
    at: datetime


class PeopleStore:
    """Who may sign in, and who is signed in. The command line and the running hub write at the same time."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # ---- people ----

    def people(self) -> Sequence[Person]:
        """Everybody, by name; disabled people too, since their names stand in the log."""
        with self._database.read() as connection:
            return _people(connection)

    def has_administrator(self) -> bool:
        """Whether somebody can sign in who may invite others."""
        return any(
            person.passkeys and not person.disabled_at and Role.ADMINISTRATOR in person.roles
            for person in self.people()
        )

    def add(self, person: Person, code_key: str, *, by: str, random_bytes: RandomBytes) -> None:
        """A new person with an invitation.

        Raises:
            InputRefusedError: the name is taken.
        """
        with self._database.write() as connection:
            if _find(connection, person.name) is not None:
                raise InputRefusedError(
                    f"There is {person.name} already. `people reset` invites the same person again; somebody "
                    "else needs another name, since the log names people for years."
                )
            connection.execute(
                people.insert().values(
                    name=person.name,
                    handle=base64.urlsafe_b64encode(random_bytes(_HANDLE_BYTES)).rstrip(b"=").decode(),
                    roles=[role.value for role in person.roles],
                    department=person.department,
                    created_at=person.created_at,
                )
            )
            _invite(connection, person.name, code_key, person.created_at)
            told = " ".join([*person.roles, *([person.department] if person.department else [])])
            write_down(connection, Deed(person.created_at, by, Action.ADD_PERSON, f"{person.name}: {told}"))

    def invite_first(self, code_key: str, *, now: datetime, random_bytes: RandomBytes) -> None:
        """Invite the first administrator, again where nobody came. Their roles are theirs to change."""
        if _FIRST in {person.name for person in self.people()}:
            self.reset(_FIRST, code_key, by="hub", now=now)
        else:
            first = Person(_FIRST, (Role.ADMINISTRATOR, Role.SERVICE_DESK), None, now)
            self.add(first, code_key, by="hub", random_bytes=random_bytes)

    def set_roles(
        self, name: str, roles: Sequence[Role], department: Department | None, *, by: str, now: datetime
    ) -> None:
        """Other roles, from the next request on. Raises InputRefusedError: there is no such person."""
        with self._database.write() as connection:
            _need(connection, name)
            values = {"roles": [role.value for role in roles], "department": department}
            connection.execute(update(people).where(people.c.name == name).values(values))
            told = " ".join([*roles, *([department] if department else [])])
            write_down(connection, Deed(now, by, Action.SET_ROLES, f"{name}: {told}"))

    def reset(self, name: str, code_key: str, *, by: str, now: datetime) -> None:
        """Take passkeys, sessions and open invitations away, and invite anew. Raises as `set_roles`."""
        with self._database.write() as connection:
            _need(connection, name)
            _shut_out(connection, name)
            connection.execute(delete(passkeys).where(passkeys.c.person == name))
            connection.execute(update(people).where(people.c.name == name).values(disabled_at=None))
            _invite(connection, name, code_key, now)
            write_down(connection, Deed(now, by, Action.RESET_PERSON, name))

    def disable(self, name: str, *, by: str, now: datetime) -> None:
        """No sign-in any more, and every session ends at once. Raises as `set_roles`."""
        with self._database.write() as connection:
            _need(connection, name)
            _shut_out(connection, name)
            connection.execute(update(people).where(people.c.name == name).values(disabled_at=now))
            write_down(connection, Deed(now, by, Action.DISABLE_PERSON, name))

    # ---- coming in ----

    def invited(self, code_key: str, now: datetime) -> Invited | None:
        """Whom an invitation is for. None: unknown, used or ended; which of them is not told."""
        wanted = (
            select(people.c.name, people.c.handle)
            .join(invitations, invitations.c.person == people.c.name)
            .where(invitations.c.code_key == code_key, invitations.c.expires_at > now, people.c.disabled_at.is_(None))
        )
        with self._database.read() as connection:
            row = connection.execute(wanted).one_or_none()
        return Invited(row.name, row.handle) if row else None

    def join(self, code_key: str, passkey: Passkey, arrival: Arrival) -> bool:
        """Use an invitation: keep the passkey and start a session. False: used meanwhile, or the passkey is known."""
        with self._database.write() as connection:
            name = connection.execute(
                delete(invitations)
                .where(invitations.c.code_key == code_key, invitations.c.expires_at > arrival.at)
                .returning(invitations.c.person)
            ).scalar_one_or_none()
            if name is None or not use_once(connection, arrival.challenge_key, arrival.at):
                return False
            kept = connection.execute(
                insert_or_ignore(connection, passkeys).values(
                    credential_id=passkey.credential_id,
                    person=name,
                    public=passkey.public,
                    sign_count=passkey.sign_count,
                    created_at=arrival.at,
                    last_used_at=arrival.at,
                )
            )
            if not kept.rowcount:
                connection.rollback()
                return False
            write_down(connection, Deed(arrival.at, name, Action.JOIN, name))
            _start(connection, name, arrival)
        return True

    def held(self, credential_id: str) -> HeldPasskey | None:
        """A passkey by its id."""
        wanted = (
            select(passkeys, people.c.name, people.c.disabled_at)
            .join(people, people.c.name == passkeys.c.person)
            .where(passkeys.c.credential_id == credential_id)
        )
        with self._database.read() as connection:
            row = connection.execute(wanted).one_or_none()
        if row is None:
            return None
        return HeldPasskey(
            Passkey(row.credential_id, row.public, row.sign_count), row.name, row.disabled_at is not None
        )

    def sign_in(self, held: HeldPasskey, sign_count: int, arrival: Arrival) -> bool:
        """Start a session after a valid signature. False: the challenge was used, the person disabled or reset."""
        with self._database.write() as connection:
            moved = connection.execute(
                update(passkeys)
                .where(
                    passkeys.c.credential_id == held.passkey.credential_id,
                    passkeys.c.person.in_(select(people.c.name).where(people.c.disabled_at.is_(None))),
                )
                .values(sign_count=sign_count, last_used_at=arrival.at)
            )
            if not moved.rowcount or not use_once(connection, arrival.challenge_key, arrival.at):
                connection.rollback()
                return False
            write_down(connection, Deed(arrival.at, held.name, Action.SIGN_IN, held.name))
            _start(connection, held.name, arrival)
        return True

    def forget_copied(self, held: HeldPasskey, now: datetime) -> None:
        """A passkey whose count went back was copied (WebAuthn 6.1.1): nobody signs in with it any more."""
        with self._database.write() as connection:
            connection.execute(delete(passkeys).where(passkeys.c.credential_id == held.passkey.credential_id))
            _shut_out(connection, held.name)
            write_down(connection, Deed(now, held.name, Action.PASSKEY_COPIED, held.name))

    # ---- sessions ----

    def session(self, key: str, now: datetime, *, touched: bool) -> Session | None:
        """A live session; a touch moves its idle limit."""
        with self._database.read() as connection:
            row = connection.execute(select(sessions).where(sessions.c.key == key)).one_or_none()
            person = _find(connection, row.person) if row else None
        if row is None or person is None:
            return None
        found = Session(person, row.started_at, row.active_at, key)
        if not found.is_live(now):
            return None
        if touched and now - row.active_at >= _TOUCH_EVERY:
            with self._database.write() as connection:
                connection.execute(update(sessions).where(sessions.c.key == key).values(active_at=now))
        return found

    def count_sessions(self, name: str, now: datetime) -> int:
        """How many live sessions a person has."""
        with self._database.read() as connection:
            rows = connection.execute(select(sessions).where(sessions.c.person == name)).all()
            person = _find(connection, name)
        return sum(Session(person, r.started_at, r.active_at, r.key).is_live(now) for r in rows) if person else 0

    def end(self, session: Session, now: datetime, *, everywhere: bool = False) -> None:
        """Sign out here, or wherever this person is signed in."""
        name = session.person.name
        with self._database.write() as connection:
            if everywhere:
                _end_sessions(connection, name)
            else:
                connection.execute(delete(shown).where(shown.c.session == session.key))
                connection.execute(delete(sessions).where(sessions.c.key == session.key))
            what = "everywhere" if everywhere else name
            write_down(connection, Deed(now, name, Action.SIGN_OUT, what))

    def note_views(self, session: Session, numbers: Collection[str], now: datetime) -> None:
        """Write down, before they are shown, which tickets this session has not shown yet."""
        if not numbers:
            return
        with self._database.read() as connection:
            known = _shown(connection, session)
        if known.issuperset(numbers):
            return
        with self._database.write() as connection:
            fresh = set(numbers) - _shown(connection, session)
            if fresh:
                connection.execute(shown.insert(), [{"session": session.key, "number": number} for number in fresh])
                write_down(connection, Deed(now, session.person.name, Action.VIEW_TICKETS, ranges.said(fresh)))


def _people(connection: Connection, name: str | None = None) -> list[Person]:
    keys = select(passkeys.c.person, func.count().label("held"), func.max(passkeys.c.last_used_at).label("last"))
    by_key = keys.group_by(passkeys.c.person).subquery()
    open_ones = select(invitations.c.person, func.max(invitations.c.expires_at).label("until"))
    by_invitation = open_ones.group_by(invitations.c.person).subquery()
    wanted = (
        select(people, by_key.c.held, by_key.c.last, by_invitation.c.until)
        .outerjoin(by_key, by_key.c.person == people.c.name)
        .outerjoin(by_invitation, by_invitation.c.person == people.c.name)
        .order_by(people.c.name)
    )
    if name is not None:
        wanted = wanted.where(people.c.name == name)
    return [
        Person(
            row.name,
            tuple(Role(role) for role in row.roles),
            Department(row.department) if row.department else None,
            row.created_at,
            row.disabled_at,
            row.held or 0,
            row.until,
            row.last,
        )
        for row in connection.execute(wanted)
    ]


def _find(connection: Connection, name: str) -> Person | None:
    return next(iter(_people(connection, name)), None)


def _need(connection: Connection, name: str) -> None:
    if _find(connection, name) is None:
        raise InputRefusedError(f"There is nobody called {name}. `tingche-hub people list` names everybody.")


def _invite(connection: Connection, name: str, code_key: str, now: datetime) -> None:
    connection.execute(delete(invitations).where(invitations.c.person == name))
    connection.execute(
        invitations.insert().values(code_key=code_key, person=name, created_at=now, expires_at=now + INVITATION_LASTS)
    )


def _shut_out(connection: Connection, name: str) -> None:
    connection.execute(delete(invitations).where(invitations.c.person == name))
    _end_sessions(connection, name)


def _end_sessions(connection: Connection, name: str) -> None:
    theirs = select(sessions.c.key).where(sessions.c.person == name)
    connection.execute(delete(shown).where(shown.c.session.in_(theirs)))
    connection.execute(delete(sessions).where(sessions.c.person == name))


def _start(connection: Connection, name: str, arrival: Arrival) -> None:
    over = select(sessions.c.key).where(sessions.c.started_at < arrival.at - SESSION_LIMIT)
    connection.execute(delete(shown).where(shown.c.session.in_(over)))
    connection.execute(delete(sessions).where(sessions.c.started_at < arrival.at - SESSION_LIMIT))
    connection.execute(
        sessions.insert().values(key=arrival.session_key, person=name, started_at=arrival.at, active_at=arrival.at)
    )


def _shown(connection: Connection, session: Session) -> set[str]:
    found: Iterable[str] = connection.execute(select(shown.c.number).where(shown.c.session == session.key)).scalars()
    return set(found)
