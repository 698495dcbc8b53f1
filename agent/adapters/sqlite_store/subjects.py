"""Whose data it is: pseudonyms, the names that lead to them, and their keys."""

import hashlib
import json
import sqlite3
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from agent.adapters.sqlite_store.moments import stamp
from agent.adapters.sqlite_store.transaction import Transaction
from agent.adapters.sqlite_store.vault import KEY_BYTES, DamagedError, SubjectKey
from agent.contract.identifiers import RandomBytes
from agent.errors import TechnicianNeededError
from agent.ports import KeyStore

DEVICE_SUBJECT: Final = "device"
"""Holds the key of entries that belong to nobody: loss reports and erasure notices."""

BLIND_BYTES: Final = 16
"""Half of a keyed hash: 128 bits, as long as a receipt's secret itself."""

_RECEIPTS: Final = "store/receipts"
_PSEUDONYM_BYTES: Final = 16
_KEYS_IN_USE: Final = 256


@dataclass(frozen=True, slots=True)
class Keys:
    """The device's key store and the source of fresh keys. Used from several threads."""

    store: KeyStore
    random_bytes: RandomBytes
    _unwrapped: dict[bytes, SubjectKey] = field(default_factory=dict, repr=False)
    """Keys in use by the writer, by how they are stored. Emptied when one is destroyed."""
    confirmed: dict[str, tuple[object, ...]] = field(default_factory=dict, repr=False)
    """Grants whose history was found to confirm them, as they stood, by id. Used by the writer alone."""
    _receipts: "hashlib.blake2b" = field(init=False, repr=False)
    """Keyed, to be copied for each receipt."""

    def __post_init__(self) -> None:
        """Derive the receipts' key once: a key store in hardware answers a few times a second."""
        key = bytes.fromhex(self.store.blind(_RECEIPTS))
        object.__setattr__(self, "_receipts", hashlib.blake2b(key=key, digest_size=BLIND_BYTES))

    def fresh(self) -> tuple[SubjectKey, bytes]:
        """A new subject key, and how it is stored."""
        raw = self.random_bytes(KEY_BYTES)
        return SubjectKey(raw, self.random_bytes), self.store.wrap(raw)

    def unwrapped(self, wrapped: bytes) -> SubjectKey:
        """A stored key again.

        Raises:
            DamagedError: it was changed on disk; that the device key fits was checked when the store was opened.
        """
        key = self._unwrapped.get(wrapped)
        if key is None:
            key = self.unwrapped_once(wrapped)
            if len(self._unwrapped) >= _KEYS_IN_USE:
                self._unwrapped.clear()
            self._unwrapped[wrapped] = key
        return key

    def unwrapped_once(self, wrapped: bytes) -> SubjectKey:
        """A stored key for one reading: not kept, so that it cannot outlive an erasure that runs beside it.

        Raises:
            DamagedError: as above.
        """
        try:
            return SubjectKey(self.store.unwrap(wrapped), self.random_bytes)
        except TechnicianNeededError:
            raise DamagedError from None

    def forget(self) -> None:
        """Let go of every unwrapped key: one of them was destroyed on disk."""
        self._unwrapped.clear()
        self.confirmed.clear()

    def blind_alias(self, alias: str) -> bytes:
        """What is kept of a driver profile's name."""
        return bytes.fromhex(self.store.blind(f"profile/{alias}"))

    def blind_receipt(self, code: str, verifier: str | None = None) -> bytes:
        """What is kept of a receipt: keyed hashes of its code, and of its code with its secret's verifier.

        BLAKE2b (RFC 7693) is keyed in one pass: HMAC takes three times as long, which is a twentieth of all that taking
        in a record costs.
        """
        state = self._receipts.copy()
        state.update(code.encode())
        of_code = state.digest()
        state.update((verifier or "").encode())
        return of_code + state.digest()

    def blinds_of(self, code: str, verifier: str | None) -> tuple[bytes, bytes]:
        """What is kept of a receipt that somebody showed: as above, and as older agents kept it."""
        halves = (self.store.blind(f"receipt/{name}")[: 2 * BLIND_BYTES] for name in (code, verifier or ""))
        return self.blind_receipt(code, verifier), bytes.fromhex("".join(halves))


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


def key_once(db: sqlite3.Connection, keys: Keys, subject: str) -> SubjectKey:
    """The same for one reading, see `Keys.unwrapped_once`.

    Raises:
        DamagedError: as above.
    """
    row = db.execute("SELECT wrapped_key FROM subjects WHERE subject = ?", (subject,)).fetchone()
    if row is None:
        raise DamagedError
    return keys.unwrapped_once(row[0])


def erased(db: sqlite3.Connection, subject: str) -> bool:
    """Whether everything of this subject was erased, for ever."""
    return erasures(db, subject)[0]


def erasures(db: sqlite3.Connection, subject: str) -> tuple[bool, frozenset[str]]:
    """Whether everything of this subject was erased, and which single records were."""
    rows = db.execute("SELECT scope, record_ids FROM tombstones WHERE subject = ?", (subject,)).fetchall()
    if not rows:
        return False, frozenset()
    records = frozenset(i for scope, ids in rows if scope == "record" for i in json.loads(ids))
    return any(scope == "subject" for scope, _ in rows), records


WRAPPING_CHECK: Final = "wrapping_check"
"""In `meta`: which device key wraps the subjects' keys, so that another key is told apart from a damaged row."""


def wrapping_fingerprint(keys: Keys) -> str:
    """Of the device key that wraps now. Wrapping is deterministic (RFC 3394); its result does not tell the key."""
    return hashlib.sha256(keys.store.wrap(bytes(KEY_BYTES))).hexdigest()


def remember_wrapping_key(db: sqlite3.Connection, keys: Keys) -> None:
    """Write down which device key wraps now, where that is not written yet."""
    fingerprint = wrapping_fingerprint(keys)
    if db.execute("SELECT value FROM meta WHERE name = ?", (WRAPPING_CHECK,)).fetchone() != (fingerprint,):
        db.execute("INSERT OR REPLACE INTO meta(name, value) VALUES (?, ?)", (WRAPPING_CHECK, fingerprint))


def rewrap_all(db: sqlite3.Connection, keys: Keys) -> int:
    """Wrap every subject key anew; how many there are. One that is damaged stays as it is."""
    keys.forget()
    rewrapped = 0
    for subject, wrapped in db.execute("SELECT subject, wrapped_key FROM subjects").fetchall():
        try:
            raw = keys.store.unwrap(wrapped)
        except TechnicianNeededError:
            continue
        db.execute("UPDATE subjects SET wrapped_key = ? WHERE subject = ?", (keys.store.wrap(raw), subject))
        rewrapped += 1
    remember_wrapping_key(db, keys)
    return rewrapped
