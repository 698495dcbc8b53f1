"""What a person said of themselves so that questions fit them: sealed under their key, never sent, erased with them."""

import json
import sqlite3
from collections.abc import Iterable
from typing import Final

from agent.adapters.sqlite_store import subjects
from agent.adapters.sqlite_store.transaction import Transaction
from agent.adapters.sqlite_store.vault import DamagedError, SubjectKey

TABLE: Final = """CREATE TABLE personal_tags(
    subject TEXT PRIMARY KEY,
    body BLOB
) STRICT, WITHOUT ROWID"""


def keep(tx: Transaction, keys: subjects.Keys, subject: str, tags: Iterable[str]) -> None:
    """These and no others; none leaves no row. Of a subject that is not there nothing is kept."""
    tx.db.execute("DELETE FROM personal_tags WHERE subject = ?", (subject,))
    chosen = sorted(tags)
    if chosen and tx.db.execute("SELECT 1 FROM subjects WHERE subject = ?", (subject,)).fetchone():
        sealed = subjects.key_of(tx.db, keys, subject).seal(json.dumps(chosen).encode(), _place(subject))
        tx.db.execute("INSERT INTO personal_tags(subject, body) VALUES (?, ?)", (subject, sealed))


def of_subject(db: sqlite3.Connection, keys: subjects.Keys, subject: str) -> frozenset[str]:
    """What was chosen; nothing where it cannot be read."""
    row = db.execute("SELECT body FROM personal_tags WHERE subject = ?", (subject,)).fetchone()
    try:
        return frozenset() if row is None else _opened(subjects.key_once(db, keys, subject), subject, row[0])
    except DamagedError:
        return frozenset()


def reseal(tx: Transaction, subject: str, old: SubjectKey | None, new: SubjectKey) -> None:
    """Seal it under the subject's new key. What does not open under the old one is dropped."""
    for (body,) in tx.db.execute("SELECT body FROM personal_tags WHERE subject = ?", (subject,)).fetchall():
        try:
            tags = frozenset() if old is None else _opened(old, subject, body)
        except DamagedError:
            tags = frozenset()
        sealed = new.seal(json.dumps(sorted(tags)).encode(), _place(subject))
        tx.db.execute("UPDATE personal_tags SET body = ? WHERE subject = ?", (sealed, subject))


def _opened(key: SubjectKey, subject: str, body: bytes | None) -> frozenset[str]:
    return frozenset(json.loads(key.open_bytes(body, b"body|" + _place(subject).encode())))


def _place(subject: str) -> str:
    """What the seal is bound to, apart from entries of the same subject."""
    return f"tags|{subject}"
