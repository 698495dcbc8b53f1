"""Whose data it is: pseudonyms, the names that lead to them, and their keys."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from agent.adapters.sqlite_store.moments import stamp
from agent.adapters.sqlite_store.schema import DEVICE_SUBJECT
from agent.adapters.sqlite_store.vault import KEY_BYTES, DamagedError, SubjectKey
from agent.adapters.sqlite_store.writer import Transaction
from agent.contract.identifiers import RandomBytes
from agent.errors import TechnicianNeededError
from agent.ports import KeyStore

_PSEUDONYM_BYTES = 16


@dataclass(frozen=True, slots=True)
class Keys:
    """The device's key store and the source of fresh keys. Used from several threads."""

    store: KeyStore
    random_bytes: RandomBytes

    def fresh(self) -> tuple[SubjectKey, bytes]:
        """A new subject key, and how it is stored."""
        raw = self.random_bytes(KEY_BYTES)
        return SubjectKey(raw, self.random_bytes), self.store.wrap(raw)

    def unwrapped(self, wrapped: bytes) -> SubjectKey:
        """A stored key again.

        Raises:
            DamagedError: it was changed on disk; that the device key fits was checked when the store was opened.
        """
        try:
            return SubjectKey(self.store.unwrap(wrapped), self.random_bytes)
        except TechnicianNeededError:
            raise DamagedError from None

    def blind_alias(self, alias: str) -> bytes:
        """What is kept of a driver profile's name."""
        return bytes.fromhex(self.store.blind(f"profile/{alias}"))

    def blind_receipt(self, code_or_verifier: str) -> bytes:
        """What is kept of a receipt code, or of a secret's verifier."""
        return bytes.fromhex(self.store.blind(f"receipt/{code_or_verifier}"))


def find(db: sqlite3.Connection, keys: Keys, alias: str) -> str | None:
    """The pseudonym of a driver profile, if there is one."""
    row = db.execute("SELECT subject FROM subjects WHERE alias_blind = ?", (keys.blind_alias(alias),)).fetchone()
    return None if row is None else str(row[0])


def find_or_make(tx: Transaction, keys: Keys, alias: str | None, now: datetime) -> str:
    """The pseudonym of a driver profile, made on first use; always a fresh one for an anonymous visit."""
    known = None if alias is None else find(tx.db, keys, alias)
    if known is not None:
        return known
    subject = keys.random_bytes(_PSEUDONYM_BYTES).hex()
    make(tx, keys, subject, now, None if alias is None else keys.blind_alias(alias))
    return subject


def make(tx: Transaction, keys: Keys, subject: str, now: datetime, alias_blind: bytes | None = None) -> None:
    """Give a pseudonym its key, unless it has one."""
    _, wrapped = keys.fresh()
    tx.db.execute(
        "INSERT INTO subjects(subject, alias_blind, wrapped_key, created) VALUES (?, ?, ?, ?)"
        " ON CONFLICT(subject) DO NOTHING",
        (subject, alias_blind, wrapped, stamp(now)),
    )


def key_of(db: sqlite3.Connection, keys: Keys, subject: str | None) -> SubjectKey:
    """The key of a subject that has a grant; the device's own for None.

    Raises:
        DamagedError: it is gone or changed.
    """
    row = db.execute("SELECT wrapped_key FROM subjects WHERE subject = ?", (subject or DEVICE_SUBJECT,)).fetchone()
    if row is None:
        raise DamagedError
    return keys.unwrapped(row[0])


def erased(db: sqlite3.Connection, subject: str) -> bool:
    """Whether everything of this subject was erased, for ever."""
    return bool(db.execute("SELECT 1 FROM tombstones WHERE subject = ? AND scope = 'subject'", (subject,)).fetchone())
