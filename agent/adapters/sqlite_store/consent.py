"""Grants as rows: kept, read back, withdrawn."""

import json
import sqlite3
from datetime import datetime

from agent.adapters.sqlite_store import outbox, subjects
from agent.adapters.sqlite_store.moments import moment, stamp
from agent.adapters.sqlite_store.writer import Transaction
from agent.consent.grant import ConsentGrant, Period, Purpose


def add(tx: Transaction, grant: ConsentGrant, keys: subjects.Keys) -> None:
    """Keep a grant. One that is kept already stays as it is; nothing of an erased subject comes back."""
    if subjects.erased(tx.db, grant.subject):
        return
    subjects.make(tx, keys, grant.subject, grant.given_at)
    tx.db.execute(
        "INSERT INTO grants(grant_id, subject, purposes, notice_hash, how, period, given_at, expires_at,"
        " withdrawn_at, used_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(grant_id) DO NOTHING",
        (
            grant.grant_id,
            grant.subject,
            json.dumps(sorted(grant.purposes)),
            grant.notice_hash,
            grant.how,
            grant.period.value,
            stamp(grant.given_at),
            stamp(grant.expires_at),
            None if grant.withdrawn_at is None else stamp(grant.withdrawn_at),
            None if grant.used_at is None else stamp(grant.used_at),
        ),
    )


def of_subject(db: sqlite3.Connection, subject: str) -> tuple[ConsentGrant, ...]:
    """All grants of a subject, in the order they were given."""
    rows = db.execute(
        "SELECT grant_id, purposes, notice_hash, how, period, given_at, withdrawn_at, used_at"
        " FROM grants WHERE subject = ? ORDER BY given_at, grant_id",
        (subject,),
    ).fetchall()
    return tuple(
        ConsentGrant(
            grant_id=grant_id,
            subject=subject,
            purposes=frozenset(Purpose(p) for p in json.loads(purposes)),
            notice_hash=notice_hash,
            how=how,
            period=Period(period),
            given_at=moment(given_at),
            withdrawn_at=None if withdrawn_at is None else moment(withdrawn_at),
            used_at=None if used_at is None else moment(used_at),
        )
        for grant_id, purposes, notice_hash, how, period, given_at, withdrawn_at, used_at in rows
    )


def counts(db: sqlite3.Connection, now: datetime) -> dict[str, int]:
    """How many grants there are, and how many are live now."""
    live, total = db.execute(
        "SELECT count(*) FILTER (WHERE withdrawn_at IS NULL AND expires_at > ? AND NOT (period = ? AND used_at IS NOT"
        " NULL)), count(*) FROM grants",
        (stamp(now), Period.ONCE.value),
    ).fetchone()
    return {"live": live, "total": total}


def withdraw(tx: Transaction, subject: str, at: datetime) -> int:
    """End every grant of a subject and purge what the hub does not have: waiting and set-aside records."""
    tx.db.execute("UPDATE grants SET withdrawn_at = ? WHERE subject = ? AND withdrawn_at IS NULL", (stamp(at), subject))
    return outbox.purge(tx, "subject = ? AND state != 'receipted'", (subject,))
