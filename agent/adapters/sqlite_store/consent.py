"""Grants as rows: kept, read back, withdrawn."""

import json
import sqlite3
from datetime import datetime, timedelta
from typing import Final

from agent.adapters.sqlite_store import outbox, subjects
from agent.adapters.sqlite_store.moments import Boots, moment, stamp
from agent.adapters.sqlite_store.writer import Transaction
from agent.consent.grant import ConsentGrant, Period, Purpose
from agent.consent.trusted_time import Instant, Timeline

_NOISE: Final = timedelta(seconds=1)
"""Two clocks differ by less than this without anything having happened."""


def add(tx: Transaction, grant: ConsentGrant, keys: subjects.Keys, boots: Boots) -> None:
    """Keep a grant. One that is kept already stays as it is; nothing of an erased subject comes back."""
    if subjects.erased(tx.db, grant.subject):
        return
    subjects.make(tx, keys, grant.subject, grant.given_at)
    given = boots.instant_of(grant.given_at, boots.now())
    tx.db.execute(
        "INSERT INTO grants(grant_id, subject, purposes, notice_hash, how, period, given_at, withdrawn_at, used_at,"
        " boot, monotonic) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(grant_id) DO NOTHING",
        (
            grant.grant_id,
            grant.subject,
            json.dumps(sorted(grant.purposes)),
            grant.notice_hash,
            grant.how,
            grant.period.value,
            stamp(grant.given_at),
            None if grant.withdrawn_at is None else stamp(grant.withdrawn_at),
            None if grant.used_at is None else stamp(grant.used_at),
            given.boot,
            given.monotonic,
        ),
    )


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


def of_subject(db: sqlite3.Connection, subject: str, boots: Boots) -> tuple[ConsentGrant, ...]:
    """All grants of a subject, in the order they were given."""
    return _grants(db, "WHERE subject = ? ORDER BY given_at, grant_id", (subject,), boots)


def counts(db: sqlite3.Connection, boots: Boots) -> dict[str, int]:
    """How many grants there are, and how many are live now."""
    grants, now = _grants(db, "", (), boots), boots.true_now()
    return {"live": sum(grant.live(now) for grant in grants), "total": len(grants)}


def withdraw(tx: Transaction, subject: str, at: datetime) -> int:
    """End every grant of a subject and purge what the hub does not have: waiting and set-aside records."""
    tx.db.execute("UPDATE grants SET withdrawn_at = ? WHERE subject = ? AND withdrawn_at IS NULL", (stamp(at), subject))
    return outbox.purge(tx, subject, with_receipted=False)


def _grants(db: sqlite3.Connection, which: str, values: tuple[str, ...], boots: Boots) -> tuple[ConsentGrant, ...]:
    now, true_now = boots.now(), boots.true_now()
    rows = db.execute(
        "SELECT grant_id, subject, purposes, notice_hash, how, period, given_at, boot, monotonic, withdrawn_at, used_at"  # noqa: S608 - `which` is a constant of this module, values are bound
        f" FROM grants {which}",
        values,
    ).fetchall()
    return tuple(
        ConsentGrant(
            grant_id=grant_id,
            subject=subject,
            purposes=frozenset(Purpose(p) for p in json.loads(purposes)),
            notice_hash=notice_hash,
            how=how,
            period=Period(period),
            given_at=given_at(boots.timeline, Instant(boot, monotonic, moment(given)), now, true_now),
            withdrawn_at=None if withdrawn_at is None else moment(withdrawn_at),
            used_at=None if used_at is None else moment(used_at),
        )
        for grant_id, subject, purposes, notice_hash, how, period, given, boot, monotonic, withdrawn_at, used_at in rows
    )
