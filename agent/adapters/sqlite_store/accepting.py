"""Taking entries in: many in one go, each checked against consent, erasure and budget in the same transaction."""

import contextlib
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Final

from agent.adapters.sqlite_store import budget, consent, outbox, subjects
from agent.adapters.sqlite_store.change import Failed
from agent.adapters.sqlite_store.ledger import COUNTED_KIND, row_number
from agent.adapters.sqlite_store.moments import Boots, microseconds, moment, told_ago
from agent.adapters.sqlite_store.staging import Row, Staging
from agent.adapters.sqlite_store.transaction import INSERT, INSERT_NEW, Transaction
from agent.adapters.sqlite_store.vault import NONCE_BYTES, DamagedError, SubjectKey, pack
from agent.consent.grant import Period
from agent.consent.trusted_time import Instant, Timeline
from agent.ports import NewEntry, Priority, StoreRefusal

_SAME_S: Final = 0.001
"""Two clocks that differ by less agree."""
_ONCE: Final = Period.ONCE  # an enumeration's member takes long to look up
_CHUNK: Final = 32
"""Ids looked up in one statement; always the same text, so that it is prepared once."""


def _asks_for(count: int) -> str:
    places = ",".join(f"?{n + 1}" for n in range(count))
    return (
        f"SELECT record_id FROM entries WHERE record_id IN ({places}) UNION ALL "  # noqa: S608 - numbered places alone
        f"SELECT record_id FROM settled WHERE record_id IN ({places})"
    )


_INSERTS: Final = {rows: INSERT + f", {INSERT.partition('VALUES ')[2]}" * (rows - 1) for rows in (32, 4, 1)}
"""So many rows by one statement. Thirty-two take two thirds of the time that they take one by one."""

_IS_KNOWN: Final = _asks_for(1)
_ARE_KNOWN: Final = _asks_for(_CHUNK)

Answer = StoreRefusal | Failed | None


@dataclass(frozen=True, slots=True)
class _Owner:
    """A subject as a transaction found it."""

    key: SubjectKey | None
    """None: never made, destroyed, or damaged."""
    erased: bool
    erased_records: frozenset[str]


@dataclass(slots=True)
class _Agreed:
    """A grant as the store has it."""

    subject: str
    period: Period
    given: Instant
    spent: bool
    expires_at: datetime
    """As it was last seen: how much time has surely passed changes with the clocks."""
    seen: "tuple[Timeline, Instant, datetime] | None" = None
    """What that came from: the boots, the moment and its true time."""


class _Group:
    """What the entries of one call share."""

    __slots__ = ("accepted", "asked", "known", "nonces", "now", "rows", "true_now", "true_now_us")

    def __init__(self, boots: Boots, known: set[str], nonces: bytes) -> None:
        self.now = boots.now()
        self.known = known
        self.rows: list[Row] = []
        self.accepted = 0
        self.true_now = boots.timeline.moment(self.now)
        self.true_now_us = microseconds(self.true_now)
        self.nonces = [nonces[start : start + NONCE_BYTES] for start in range(0, len(nonces), NONCE_BYTES)]
        """Fresh random bytes, each to be popped for one seal."""
        self.asked: dict[tuple[str | None, str | None], tuple[_Owner, _Agreed | None]] = {}
        """Who speaks and what they agreed to, by subject and grant: mostly the same for all."""


class Accepting:
    """Takes entries in, for one store. An id that is known already is taken again without any change."""

    def __init__(self, keys: subjects.Keys, limits: budget.Budget, boots: Boots, newest_id: str) -> None:
        self._keys = keys
        self._boots = boots
        self._newest_id = newest_id
        """No id behind it has come yet."""
        self.limit(limits)

    def limit(self, limits: budget.Budget) -> None:
        """How much may wait from now on. On the writer's turn, or before there is one."""
        self._limits = limits
        self._room = budget.Room(limits)

    def take_in(self, tx: Transaction, entries: Sequence[NewEntry]) -> list[Answer]:
        """Take entries in, in order, and say of each what became of it: taken (None), refused, or failed."""
        known = self._known_of(tx.db, [entry.record_id for entry in entries])
        group = _Group(self._boots, known, self._keys.random_bytes(NONCE_BYTES * len(entries)))
        answers = [self._admit(tx, entry, group) for entry in entries]
        _flush(tx.db, group.rows)
        tx.count("accepted", group.accepted)
        return answers

    def take_notice(self, tx: Transaction, entry: NewEntry) -> None:
        """Queue what a person decided about their data, whatever the budget says: it must work on a full device too."""
        key = self._owner(tx, entry.subject).key
        if key is None:
            raise DamagedError
        group = _Group(self._boots, set(), b"")
        body = key.seal(pack(None, None, entry.frame), entry.record_id)
        tx.usage.add(entry.priority, budget.ROW_BYTES + len(body))
        _flush(tx.db, [self._row(entry, tx.next_arrival(), group, body)])

    def take_alone(self, tx: Transaction, entry: NewEntry, staging: Staging | None) -> bool:
        """Take one in by a single write; False, and nothing has changed, where it takes more than its own row.

        Args:
            tx: with the figures that it changes.
            entry: feedback.
            staging: where it is to wait for the next transaction; None for the table itself.

        Raises:
            OSError: its disk refused.
        """
        group = _Group(self._boots, set(), self._keys.random_bytes(NONCE_BYTES))
        judged = self._judged(tx, entry, group)
        if not isinstance(judged, tuple):
            return False
        key, grant = judged
        if grant is not None and grant.period is _ONCE:
            return False
        body = key.seal(pack(entry.receipt_code, entry.readable, entry.frame), entry.record_id, group.nonces.pop())
        cost = budget.ROW_BYTES + len(body)
        if not tx.usage.take(entry.priority, cost, self._room):
            return False
        row = self._row(entry, tx.arrival + 1, group, body)
        new = False
        try:
            if staging is None:
                new = tx.db.execute(INSERT_NEW, row).rowcount > 0
            elif entry.record_id not in staging.ids:  # one that the table has is found out when they are moved
                new = staging.append(row)
                if not new:
                    return False
        finally:
            if not new:
                tx.usage.drop(entry.priority, cost)
        if new:
            tx.next_arrival()
            tx.count("accepted", int(entry.kind == COUNTED_KIND))
        return True

    def _known_of(self, db: sqlite3.Connection, ids: list[str]) -> set[str]:
        """Which of these that are to be taken in the store has already.

        Ids begin with the time (UUIDv7), so mostly they lie behind all that ever came: nothing is looked up then.
        """
        return set() if self._newest_id < min(ids, default="") else _known(db, ids)

    def _judged(
        self, tx: Transaction, entry: NewEntry, group: "_Group"
    ) -> tuple[SubjectKey, _Agreed | None] | StoreRefusal | Failed:
        """What forbids to take in an entry that is new, or the key that seals it and the grant that allows it."""
        subject = entry.subject
        place = subject, entry.grant_id
        owner, grant = group.asked.get(place) or self._asked(tx, place, group)
        if owner.erased or entry.record_id in owner.erased_records:
            return StoreRefusal.SUBJECT_ERASED
        if entry.about is not None and not _known(tx.db, [entry.about]):
            return StoreRefusal.SUBJECT_ERASED
        if subject is not None and (
            grant is None or grant.spent or grant.subject != subject or entry.recorded_at >= grant.expires_at
        ):
            return StoreRefusal.CONSENT_GONE
        if owner.key is None:
            return Failed(DamagedError())
        return owner.key, grant

    def _asked(
        self, tx: Transaction, place: tuple[str | None, str | None], group: "_Group"
    ) -> tuple[_Owner, _Agreed | None]:
        subject, grant_id = place
        found = self._owner(tx, subject), None if subject is None else self._agreed(tx, grant_id, group)
        group.asked[place] = found
        return found

    def _admit(self, tx: Transaction, entry: NewEntry, group: "_Group") -> Answer:
        record_id = entry.record_id
        if record_id in group.known:
            owner = self._owner(tx, entry.subject)
            erased = owner.erased or record_id in owner.erased_records
            return StoreRefusal.SUBJECT_ERASED if erased else None
        judged = self._judged(tx, entry, group)
        if not isinstance(judged, tuple):
            return judged
        key, grant = judged
        body = key.seal(pack(entry.receipt_code, entry.readable, entry.frame), record_id, group.nonces.pop())
        cost = budget.ROW_BYTES + len(body)
        if not tx.usage.take(entry.priority, cost, self._room) and not self._make_room(
            tx, entry.priority, cost, group.rows
        ):
            return StoreRefusal.FULL
        group.rows.append(self._row(entry, tx.next_arrival(), group, body))
        group.known.add(record_id)
        group.accepted += entry.kind == COUNTED_KIND
        if grant is not None and grant.period is _ONCE:
            grant.spent = True
            consent.spend(tx.db, self._keys, entry.grant_id, entry.recorded_at)
        return None

    def _make_room(self, tx: Transaction, priority: Priority, cost: int, rows: list[Row]) -> bool:
        """Evict until the entry fits, and count it in; whether it does."""
        _flush(tx.db, rows)  # who makes way may have come in the same group
        victims = budget.victims(tx.db, tx.usage, priority, cost, self._limits)
        if victims is None:
            return False
        outbox.evict(tx, victims)
        tx.usage.add(priority, cost)
        return True

    def _row(self, entry: NewEntry, arrival: int, group: "_Group", body: bytes) -> Row:
        record_id, recorded_us, code = entry.record_id, microseconds(entry.recorded_at), entry.receipt_code
        if record_id > self._newest_id:  # noqa: PLR1730 - max() takes twice as long
            self._newest_id = record_id
        # Bytes as byte arrays: for `bytes` the sqlite3 module looks for an adapter first, and finds none by an
        # exception that nobody sees. For each value that takes a sixth of the time of a row's insertion.
        return (
            row_number(entry.priority, arrival),
            record_id,
            entry.kind,
            entry.subject,
            entry.grant_id,
            len(entry.frame),
            recorded_us,
            group.now.boot,
            group.now.monotonic - told_ago(recorded_us, group.true_now_us),
            None if code is None else bytearray(self._keys.blind_receipt(code, entry.receipt_verifier)),
            bytearray(body),
        )

    def _owner(self, tx: Transaction, subject: str | None) -> _Owner:
        owner: _Owner | None = tx.known.get(subject)
        if owner is None:
            row = tx.db.execute(
                "SELECT wrapped_key, EXISTS (SELECT 1 FROM tombstones WHERE subject = ?1) FROM subjects"
                " WHERE subject = ?1",
                (subject or subjects.DEVICE_SUBJECT,),
            ).fetchone()
            key, erased, records = None, False, frozenset[str]()
            if row is not None:
                with contextlib.suppress(DamagedError):
                    key = self._keys.unwrapped(row[0])
            if subject is not None and (row is None or row[1]):
                erased, records = subjects.erasures(tx.db, subject)
            owner = tx.known[subject] = _Owner(key, erased, records)
        return owner

    def _agreed(self, tx: Transaction, grant_id: str | None, group: "_Group") -> _Agreed | None:
        """The grant, if it stands. Expiry ends collecting, not storing what was collected before."""
        name = ("grant", grant_id)
        agreed: _Agreed | None = tx.known.get(name)
        if agreed is None and name not in tx.known:
            agreed = tx.known[name] = _grant(tx.db, self._keys, grant_id, group)
        if agreed is not None and not self._holds(agreed.seen, group):
            given = consent.given_at(self._boots.timeline, agreed.given, group.now, group.true_now)
            agreed.expires_at = given + agreed.period.length
            agreed.seen = (self._boots.timeline, group.now, group.true_now)
        return agreed

    def _holds(self, seen: tuple[Timeline, Instant, datetime] | None, group: "_Group") -> bool:
        """Whether the boots are the same and both clocks have gone on equally since, so that nothing would change."""
        if seen is None or seen[0] is not self._boots.timeline:
            return False
        if seen[1] is group.now:
            return True
        passed = (group.true_now - seen[2]).total_seconds()
        return abs(passed - (group.now.monotonic - seen[1].monotonic)) < _SAME_S


def _grant(db: sqlite3.Connection, keys: subjects.Keys, grant_id: str | None, group: "_Group") -> _Agreed | None:
    """The grant as its row has it, where its history confirms it; its end is still to be found."""
    row = consent.confirmed(db, keys, grant_id)
    if row is None:
        return None
    subject, period, used, given_at, boot, monotonic = row
    spent = bool(used) and period == Period.ONCE
    return _Agreed(subject, Period(period), Instant(boot, monotonic, moment(given_at)), spent, group.true_now)


def _known(db: sqlite3.Connection, ids: list[str]) -> set[str]:
    """Which of these ids the store has already, waiting or settled."""
    if len(ids) == 1:
        return {record_id for (record_id,) in db.execute(_IS_KNOWN, ids)}
    found: set[str] = set()
    for start in range(0, len(ids), _CHUNK):
        chunk = ids[start : start + _CHUNK]
        found.update(i for (i,) in db.execute(_ARE_KNOWN, chunk + [""] * (_CHUNK - len(chunk))))
    return found


def _flush(db: sqlite3.Connection, rows: list[Row]) -> None:
    start = 0
    for count, insert in _INSERTS.items():
        while start + count <= len(rows):
            db.execute(insert, tuple(chain.from_iterable(rows[start : start + count])))
            start += count
    rows.clear()
