"""Grants as rows, and the signed histories that confirm them: kept, read back, withdrawn.

A row is the state, quick to read; the history is what it rests on. A row that its history does not confirm, because one
of the two was changed, is no consent.
"""

import contextlib
import json
import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from agent.adapters.sqlite_store import histories, outbox, subjects
from agent.adapters.sqlite_store.moments import Boots, moment, stamp
from agent.adapters.sqlite_store.transaction import Transaction
from agent.adapters.sqlite_store.vault import DamagedError
from agent.consent.grant import ConsentGrant, Period, Purpose
from agent.consent.record import ConsentEvent, History
from agent.consent.trusted_time import Instant, Timeline

_NOISE: Final = timedelta(seconds=1)
"""Two clocks differ by less than this without anything having happened."""

_CARRIED: Final = {Purpose.CALL_BACK: ("contact_left", True), Purpose.ATTACH_VEHICLE_STATE: ("vehicle", False)}
"""What of a record as its person reads it goes with the purpose, and whether it is there where nothing is said of it.
A record is sealed once, so what it carries cannot be taken out of it."""

_TERMS: Final = "grant_id, subject, purposes, notice_hash, how, period, given_at, boot, monotonic, given_by, controller"
_COLUMNS: Final = f"{_TERMS}, withdrawn, used_at, withdrawn_at"
_LIVE_ROW: Final = (
    f"SELECT {_TERMS}, withdrawn, used_at IS NOT NULL FROM grants WHERE grant_id = ? AND withdrawn_at IS NULL"  # noqa: S608 - our own columns
)


def add(tx: Transaction, grant: ConsentGrant, keys: subjects.Keys, boots: Boots) -> bool:
    """Keep a grant, with the first record of its history; whether it is new.

    One that is kept already stays as it is. Nothing of an erased subject comes back, and for somebody under 14 only
    what
    a guardian gives is kept.
    """
    if subjects.erased(tx.db, grant.subject):
        return False
    subjects.make(tx, keys, grant.subject, grant.given_at)
    if not grant.by_guardian and under_14(tx.db, keys, grant.subject):
        return False
    given = boots.instant_of(grant.given_at, boots.now())
    renews = _renews(tx.db, grant)
    closed = grant.withdrawn_at is not None or grant.used_at is not None
    withdrawn = grant.purposes if grant.withdrawn_at is not None else grant.withdrawn
    new = tx.db.execute(
        f"INSERT INTO grants({_COLUMNS}, closed)"  # noqa: S608 - our own columns
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(grant_id) DO NOTHING",
        (
            grant.grant_id,
            grant.subject,
            _listed(grant.purposes),
            grant.notice_hash,
            grant.how,
            grant.period.value,
            stamp(grant.given_at),
            given.boot,
            given.monotonic,
            grant.given_by,
            grant.controller,
            _listed(withdrawn),
            None if grant.used_at is None else stamp(grant.used_at),
            None if grant.withdrawn_at is None else stamp(grant.withdrawn_at),
            closed,
        ),
    ).rowcount
    if not new:
        return False
    about = _about(_row(tx.db, grant.grant_id))
    event = ConsentEvent.RENEWED if renews else ConsentEvent.GIVEN
    histories.append(tx.db, keys, grant.subject, event, about, grant.given_at)
    if grant.used_at is not None:
        histories.append(tx.db, keys, grant.subject, ConsentEvent.USED, about, grant.used_at)
    if withdrawn:
        at = grant.withdrawn_at or grant.given_at
        histories.append(tx.db, keys, grant.subject, ConsentEvent.WITHDRAWN, _only(about, withdrawn), at)
    return True


def given_at(timeline: Timeline, given: Instant, now: Instant, true_now: datetime) -> datetime:
    """When a grant was given, by trusted time, and never later than the time that has surely passed since allows.

    Args:
        timeline: the device's boots.
        given: the grant's columns boot, monotonic and given_at.
        now: this moment.
        true_now: the best known time of it.
    """
    told, surely = timeline.moment(given), true_now - timeline.proven_age(given, now)
    return surely if surely < told - _NOISE else told


def of_subject(db: sqlite3.Connection, keys: subjects.Keys, subject: str, boots: Boots) -> tuple[ConsentGrant, ...]:
    """The grants of a subject that its history confirms, in the order they were given."""
    rows = _rows(db, "WHERE subject = ? ORDER BY given_at, grant_id", (subject,))
    if not rows:
        return ()
    try:
        history = histories.of_subject(db, keys, subject)
    except DamagedError:
        return ()
    standing = [row for row in rows if row[13] is not None or _purposes(row[2]) != _purposes(row[11])]
    return _grants([row for row in standing if _confirmed_by(history, row)], boots)


def check(db: sqlite3.Connection, boots: Boots) -> None:
    """Read every grant the way it is used.

    Raises:
        ValueError, TypeError, OverflowError: a value is not what was written.
    """
    _grants(_rows(db, "", ()), boots)


def confirmed(db: sqlite3.Connection, keys: subjects.Keys, grant_id: str | None) -> tuple[Any, ...] | None:
    """(subject, period, used, given_at, boot, monotonic) of a grant that covers collecting and is not withdrawn.

    For the writer: what was confirmed once is remembered as it stood, and a row that stands otherwise is looked into
    again.
    """
    row = db.execute(_LIVE_ROW, (grant_id,)).fetchone()
    if row is None or Purpose.IMPROVE_SERVICE in json.loads(row[11]):
        return None
    if keys.confirmed.get(row[0]) != row[:12]:
        try:
            history = histories.of_subject(db, keys, row[1])
        except DamagedError:
            return None
        if not _confirmed_by(history, row):
            return None
        keys.confirmed[row[0]] = row[:12]
    return row[1], row[5], row[12], row[6], row[7], row[8]


def spend(db: sqlite3.Connection, keys: subjects.Keys, grant_id: str | None, at: datetime) -> None:
    """A `once` grant was used up by a record."""
    db.execute("UPDATE grants SET used_at = ?, closed = 1 WHERE grant_id = ?", (stamp(at), grant_id))
    row = _row(db, str(grant_id))
    histories.append(db, keys, row[1], ConsentEvent.USED, _about(row), at)


def counts(db: sqlite3.Connection, boots: Boots) -> dict[str, int]:
    """How many grants there are, and how many are live now."""
    grants, now = _grants(_rows(db, "", ()), boots), boots.true_now()
    return {"live": sum(grant.live(now) for grant in grants), "total": len(grants)}


def withdraw(
    tx: Transaction, keys: subjects.Keys, subject: str, at: datetime, purposes: frozenset[Purpose] | None = None
) -> int:
    """Turn purposes off in every grant of a subject, and purge what the hub does not have and now rests on nothing.

    Args:
        tx: the transaction.
        keys: the device's.
        subject: pseudonym.
        at: when it was asked for.
        purposes: which; None for all.
    """
    for row in _rows(tx.db, "WHERE subject = ? AND withdrawn_at IS NULL", (subject,)):
        given, before = _purposes(row[2]), _purposes(row[11])
        off = (given - before) & (given if purposes is None else purposes)
        if not off:
            continue
        over = before | off == given
        tx.db.execute(
            "UPDATE grants SET withdrawn = ?, withdrawn_at = ?, closed = max(closed, ?) WHERE grant_id = ?",
            (_listed(before | off), stamp(at) if over else None, over, row[0]),
        )
        keys.confirmed.pop(row[0], None)
        with contextlib.suppress(DamagedError):  # a subject whose key is gone has no consent in any case
            histories.append(tx.db, keys, subject, ConsentEvent.WITHDRAWN, _only(_about(row), off), at)
    if purposes is None or Purpose.IMPROVE_SERVICE in purposes:
        return outbox.purge(tx, subject, with_receipted=False)
    if Purpose.KEEP_VOICE_FOR_REVIEW in purposes:
        outbox.purge_voices(tx, subject)
    ended = [carried for purpose, carried in _CARRIED.items() if purpose in purposes]
    return outbox.purge_carrying(tx, keys, subject, dict(ended)) if ended else 0


def close_expired(tx: Transaction, keys: subjects.Keys, boots: Boots) -> None:
    """Write into the histories which grants have ended by themselves."""
    now = boots.true_now()
    for row in _rows(tx.db, "WHERE closed = 0", ()):
        (grant,) = _grants([row], boots)
        if now >= grant.expires_at:
            tx.db.execute("UPDATE grants SET closed = 1 WHERE grant_id = ?", (grant.grant_id,))
            with contextlib.suppress(DamagedError):
                histories.append(tx.db, keys, grant.subject, ConsentEvent.EXPIRED, _about(row), now)


def declare_under_14(tx: Transaction, keys: subjects.Keys, subject: str, at: datetime) -> int:
    """Note that a subject is under 14, and end what they agreed to themselves; how many unsent records that purged."""
    if under_14(tx.db, keys, subject):
        return 0
    purged = withdraw(tx, keys, subject, at)
    histories.append(tx.db, keys, subject, ConsentEvent.UNDER_14, histories.NOTHING, at)
    return purged


def under_14(db: sqlite3.Connection, keys: subjects.Keys, subject: str) -> bool:
    """Whether a subject was said to be under 14."""
    try:
        return histories.of_subject(db, keys, subject).under_14
    except DamagedError:
        return False


def _confirmed_by(history: History, row: tuple[Any, ...]) -> bool:
    about = _about(row)
    terms = (row[0], row[1], about.purposes, about.controller, row[3], row[4], about.given_by, row[5], *row[6:9])
    return history.confirms(terms, _purposes(row[11])) and (row[12] or not history.used(row[0]))


def _about(row: tuple[Any, ...]) -> histories.About:
    grant_id, _, purposes, notice_hash, how, period, given_at, boot, monotonic, given_by, controller = row[:11]
    told = (notice_hash, how, given_by, period, given_at, boot, monotonic)
    return histories.About(grant_id, _purposes(purposes), controller, *told)


def _only(about: histories.About, purposes: frozenset[Purpose]) -> histories.About:
    return replace(about, purposes=purposes)


def _renews(db: sqlite3.Connection, grant: ConsentGrant) -> bool:
    """Whether an equal grant still stands."""
    return bool(
        db.execute(
            "SELECT 1 FROM grants WHERE subject = ? AND purposes = ? AND closed = 0",
            (grant.subject, _listed(grant.purposes)),
        ).fetchone()
    )


def _listed(purposes: frozenset[Purpose]) -> str:
    return json.dumps(sorted(purposes))


def _purposes(listed: str) -> frozenset[Purpose]:
    return frozenset(Purpose(p) for p in json.loads(listed))


def _row(db: sqlite3.Connection, grant_id: str) -> tuple[Any, ...]:
    (row,) = _rows(db, "WHERE grant_id = ?", (grant_id,))
    return row


def _rows(db: sqlite3.Connection, which: str, values: tuple[str, ...]) -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = db.execute(f"SELECT {_COLUMNS} FROM grants {which}", values).fetchall()  # noqa: S608 - constants of this module, values are bound
    return rows


def _grants(rows: list[tuple[Any, ...]], boots: Boots) -> tuple[ConsentGrant, ...]:
    now, true_now = boots.now(), boots.true_now()
    return tuple(
        ConsentGrant(
            grant_id=grant_id,
            subject=subject,
            purposes=_purposes(purposes),
            notice_hash=notice_hash,
            how=how,
            period=Period(period),
            given_at=given_at(boots.timeline, Instant(boot, monotonic, moment(given)), now, true_now),
            withdrawn_at=None if withdrawn_at is None else moment(withdrawn_at),
            used_at=None if used_at is None else moment(used_at),
            given_by=given_by,
            controller=controller,
            withdrawn=_purposes(withdrawn) if withdrawn_at is None else frozenset(),
        )
        for (
            grant_id,
            subject,
            purposes,
            notice_hash,
            how,
            period,
            given,
            boot,
            monotonic,
            given_by,
            controller,
            withdrawn,
            used_at,
            withdrawn_at,
        ) in rows
    )
