"""Consent histories as rows: each record signed, then sealed under its subject's key, and never changed again."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from agent.adapters.sqlite_store import subjects
from agent.adapters.sqlite_store.vault import DamagedError, SubjectKey
from agent.consent.grant import Purpose
from agent.consent.record import ConsentEvent, ConsentRecord, History, history_of, signed
from agent.contract.identifiers import uuid7


@dataclass(frozen=True, slots=True)
class About:
    """The terms that an event is about, as they stand in the row of the grant."""

    grant_id: str
    purposes: frozenset[Purpose]
    controller: str
    notice_hash: str
    how: str
    given_by: str
    period: str
    given_at: str
    boot: int
    monotonic: float


NOTHING = About("", frozenset(), "", "", "", "", "", "", 0, 0.0)
"""What is about the subject, not about a grant."""


def append(  # noqa: PLR0917 - the columns of a record, in their order
    db: sqlite3.Connection, keys: subjects.Keys, subject: str, event: ConsentEvent, about: About, at: datetime
) -> None:
    """Add one record, in a transaction of the caller.

    Raises:
        DamagedError: the subject's key cannot be read.
    """
    key = subjects.key_of(db, keys, subject)
    history = of_subject(db, keys, subject, key)
    record = ConsentRecord(
        record_id=uuid7(int(at.timestamp() * 1000), keys.random_bytes),
        subject=subject,
        number=history.next_number,
        previous=history.last_link if history.whole else "",
        event=event,
        at=at,
        **{name: getattr(about, name) for name in About.__slots__},
    )
    sealed = key.seal(signed(record, keys.store.signing_key()), _place(record.record_id))
    db.execute(
        "INSERT INTO consent_records(subject, number, record_id, body) VALUES (?, ?, ?, ?)",
        (subject, record.number, record.record_id, sealed),
    )


def of_subject(db: sqlite3.Connection, keys: subjects.Keys, subject: str, key: SubjectKey | None = None) -> History:
    """What a subject's records say.

    Raises:
        DamagedError: the subject's key cannot be read.
    """
    return history_of(opened(db, keys, subject, key), subject, keys.store.signing_key().public_key())


def opened(
    db: sqlite3.Connection, keys: subjects.Keys, subject: str, key: SubjectKey | None = None
) -> list[tuple[int, bytes | None]]:
    """A subject's signed records by number; None for one that does not open.

    Raises:
        DamagedError: the subject's key cannot be read.
    """
    rows = db.execute(
        "SELECT number, record_id, body FROM consent_records WHERE subject = ? ORDER BY number", (subject,)
    ).fetchall()
    key = key or subjects.key_once(db, keys, subject)
    return [(number, _opened(key, record_id, body)) for number, record_id, body in rows]


def reseal(db: sqlite3.Connection, subject: str, old: SubjectKey | None, new: SubjectKey) -> None:
    """Seal a subject's records under a new key; what does not open is lost with the old one."""
    rows = db.execute("SELECT number, record_id, body FROM consent_records WHERE subject = ?", (subject,)).fetchall()
    for number, record_id, body in rows:
        raw = None if old is None else _opened(old, record_id, body)
        sealed = None if raw is None else new.seal(raw, _place(record_id))
        db.execute("UPDATE consent_records SET body = ? WHERE subject = ? AND number = ?", (sealed, subject, number))


def _opened(key: SubjectKey, record_id: str, body: bytes | None) -> bytes | None:
    try:
        return key.open_bytes(body, b"body|" + _place(record_id).encode())
    except DamagedError:
        return None


def _place(record_id: str) -> str:
    """What a sealed record is bound to, apart from entries of the same id."""
    return f"consent|{record_id}"
