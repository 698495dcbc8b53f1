"""What the hub told this device: the newest version of each matter, and nothing that an erasure covers.

- One row for each matter. What concerns a person is sealed under that person's key and goes with it; the rest under
  the device's own.
- The version stays when the content has ended, so that an older copy that comes later does not come to life.
- Deciding, keeping and queueing the answer are one transaction: an answer never speaks of what a power cut undid.
"""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Final

from agent.adapters.sqlite_store import subjects
from agent.adapters.sqlite_store.moments import Boots, from_microseconds, microseconds
from agent.adapters.sqlite_store.transaction import Transaction
from agent.adapters.sqlite_store.vault import DamagedError, SubjectKey, pack
from agent.contract.directives import DirectiveOutcome
from agent.ports import Directive, DirectiveFate, NewEntry

TABLE: Final = """CREATE TABLE directives(
    kind TEXT NOT NULL,
    matter TEXT NOT NULL,
    version INTEGER NOT NULL,
    subject TEXT,
    expires_us INTEGER,
    body BLOB,
    PRIMARY KEY (kind, matter)
) STRICT, WITHOUT ROWID"""

MakeAnswer = Callable[[DirectiveFate], NewEntry]


def take(
    tx: Transaction, directive: Directive, make_answer: MakeAnswer, keys: subjects.Keys, now: datetime
) -> tuple[DirectiveFate, NewEntry]:
    """Keep it or not; what became of it, and the answer that has to be queued in the same transaction."""
    fate = _decide(tx, directive, keys, now)
    return fate, make_answer(fate)


def in_force(
    db: sqlite3.Connection, keys: subjects.Keys, boots: Boots, kind: str, subject: str | None
) -> Sequence[Directive]:
    """What of this kind has not ended, by matter; of one subject where that is named. Damaged ones are left out."""
    rows = db.execute(
        "SELECT d.matter, d.version, d.subject, d.expires_us, d.body, s.wrapped_key FROM directives d"
        " JOIN subjects s ON s.subject = coalesce(d.subject, ?1) WHERE d.kind = ?2 AND d.body IS NOT NULL"
        " AND (?3 IS NULL OR d.subject = ?3) ORDER BY d.matter",
        (subjects.DEVICE_SUBJECT, kind, subject),
    ).fetchall()
    now, found = microseconds(boots.true_now()), []
    for matter, version, whose, expires_us, body, wrapped in rows:
        if expires_us is not None and expires_us <= now:
            continue
        with suppress(DamagedError):
            content = keys.unwrapped_once(wrapped).open(body, place(kind, matter, version)).readable or b""
            ends = None if expires_us is None else from_microseconds(expires_us)
            found.append(Directive(kind, matter, version, content, whose, ends))
    return found


def purge(tx: Transaction, subject: str, record_id: str | None) -> int:
    """Delete what concerns a subject, or one of its records; how many rows went."""
    return tx.db.execute(
        "DELETE FROM directives WHERE subject = ?1 AND (?2 IS NULL OR matter = ?2)", (subject, record_id)
    ).rowcount


def reseal(tx: Transaction, subject: str, old: SubjectKey | None, new: SubjectKey) -> None:
    """Seal what is left of a subject under its new key. What does not open under the old one is dropped."""
    rows = tx.db.execute("SELECT kind, matter, version, body FROM directives WHERE subject = ?", (subject,)).fetchall()
    for kind, matter, version, body in rows:
        where, resealed = place(kind, matter, version), None
        if old is not None and body is not None:
            with suppress(DamagedError):
                resealed = new.seal(old.open(body, where).pack(), where)
        tx.db.execute("UPDATE directives SET body = ? WHERE kind = ? AND matter = ?", (resealed, kind, matter))


def sweep(tx: Transaction, now: datetime) -> None:
    """Drop people's news that ended. Other content only rests: a clock that was wrong must not cost a profile."""
    tx.db.execute(
        "UPDATE directives SET body = NULL WHERE subject IS NOT NULL AND body IS NOT NULL AND expires_us <= ?",
        (microseconds(now),),
    )


def _decide(tx: Transaction, directive: Directive, keys: subjects.Keys, now: datetime) -> DirectiveFate:
    kind, matter, version, subject = directive.kind, directive.matter, directive.version, directive.subject
    if subject is not None:
        erased, records = subjects.erasures(tx.db, subject)
        if erased or matter in records:
            return DirectiveFate(DirectiveOutcome.ERASED)
        if tx.db.execute("SELECT 1 FROM subjects WHERE subject = ?", (subject,)).fetchone() is None:
            return DirectiveFate(DirectiveOutcome.REFUSED, reason="this device knows no such subject")
    row = tx.db.execute("SELECT version FROM directives WHERE kind = ? AND matter = ?", (kind, matter)).fetchone()
    known = 0 if row is None else int(row[0])
    if version <= known:
        outcome = DirectiveOutcome.APPLIED if version == known else DirectiveOutcome.STALE
        return DirectiveFate(outcome, known)
    if directive.expires_at is not None and directive.expires_at <= now:
        return DirectiveFate(DirectiveOutcome.EXPIRED, known)
    key = subjects.key_of(tx.db, keys, subject)
    body = key.seal(pack(None, directive.content, None), place(kind, matter, version))
    ends = None if directive.expires_at is None else microseconds(directive.expires_at)
    tx.db.execute(
        "INSERT OR REPLACE INTO directives(kind, matter, version, subject, expires_us, body) VALUES (?, ?, ?, ?, ?, ?)",
        (kind, matter, version, subject, ends, body),
    )
    return DirectiveFate(DirectiveOutcome.APPLIED, version)


def place(kind: str, matter: str, version: int) -> str:
    """What the seal is bound to, so that rows cannot be swapped nor an old one put back."""
    return f"{kind}/{matter}/{version}"
