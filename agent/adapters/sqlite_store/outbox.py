"""What waits for the hub: taking it in, handing it out, and every way in which it leaves.

- The ledger counts feedback. Erasure notices are never lost and loss reports describe the ledger itself, so neither
  is counted as accepted, and dropping a report is not a loss of feedback.
- Room is made in this order: records the hub already has (their receipt is forgotten), then waiting entries of lower
  priority, the least urgent and oldest first. An erasure notice is never evicted and never expires.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Protocol

from agent.adapters.sqlite_store import subjects
from agent.adapters.sqlite_store.moments import stamp
from agent.adapters.sqlite_store.schema import COUNTERS, DEVICE_SUBJECT
from agent.adapters.sqlite_store.vault import SubjectKey
from agent.adapters.sqlite_store.writer import Transaction
from agent.consent.grant import Period
from agent.ports import Ledger, NewEntry, OutboxEntry, Priority, Settlement, StoreRefusal

ROW_BYTES: Final = 512
"""Allowance for a row's columns and index entries on top of its blobs, for the byte budget."""

COUNTED_KIND: Final = "feedback"
ERASURE_KIND: Final = "erasure"


class Budget(Protocol):
    """How much may wait, and for how long. `agent.profile.OutboxSettings` is one."""

    @property
    def max_bytes(self) -> int:
        """Bytes of all entries, with `ROW_BYTES` for each."""
        ...

    @property
    def max_rows(self) -> int:
        """Most entries waiting."""
        ...

    @property
    def max_age_days(self) -> int:
        """Age at which an entry expires."""
        ...


@dataclass(frozen=True, slots=True)
class SealedEntry:
    """An entry as it goes on disk."""

    frame: bytes
    readable: bytes | None
    receipt_code: bytes | None

    @classmethod
    def of(cls, entry: NewEntry, key: SubjectKey) -> "SealedEntry":
        """Encrypt what the entry carries."""
        code = None if entry.receipt_code is None else entry.receipt_code.encode()
        return cls(
            key.seal(entry.frame, entry.record_id, "frame"),
            None if entry.readable is None else key.seal(entry.readable, entry.record_id, "readable"),
            None if code is None else key.seal(code, entry.record_id, "receipt_code"),
        )

    @property
    def cost(self) -> int:
        """Bytes counted against the budget."""
        return ROW_BYTES + len(self.frame) + len(self.readable or b"") + len(self.receipt_code or b"")


def put(tx: Transaction, entry: NewEntry, keys: subjects.Keys, budget: Budget) -> StoreRefusal | None:
    """Take one entry in, or say why not. Nothing changes on a refusal."""
    if entry.subject is not None and _erased(tx.db, entry.subject, entry.record_id):
        return StoreRefusal.SUBJECT_ERASED
    if tx.db.execute("SELECT 1 FROM entries WHERE record_id = ?", (entry.record_id,)).fetchone():
        return None
    recorded_at = stamp(entry.recorded_at)
    period = _live_grant(tx.db, entry, recorded_at)
    if entry.subject is not None and period is None:
        return StoreRefusal.CONSENT_GONE
    key = subjects.key_of(tx.db, keys, entry.subject or DEVICE_SUBJECT)
    sealed = SealedEntry.of(entry, key)
    if not _make_room(tx, entry.priority, sealed.cost, budget):
        return StoreRefusal.FULL
    _insert(tx, entry, sealed, keys, recorded_at)
    if entry.kind == COUNTED_KIND:
        tx.count("accepted")
    if period == Period.ONCE:
        tx.db.execute("UPDATE grants SET used_at = ? WHERE grant_id = ?", (recorded_at, entry.grant_id))
    return None


def put_notice(tx: Transaction, entry: NewEntry, keys: subjects.Keys) -> None:
    """Queue an erasure notice, whatever the budget says: deleting must work on a full device too."""
    key = subjects.key_of(tx.db, keys, DEVICE_SUBJECT)
    _insert(tx, entry, SealedEntry.of(entry, key), keys, stamp(entry.recorded_at))


def pending(db: sqlite3.Connection, limit: int) -> tuple[OutboxEntry, ...]:
    """What waits, most urgent and oldest first."""
    rows = db.execute(
        "SELECT record_id, kind, priority, size FROM entries WHERE state = 'pending' ORDER BY priority, seq LIMIT ?",
        (limit,),
    ).fetchall()
    return tuple(OutboxEntry(record_id, kind, Priority(priority), size) for record_id, kind, priority, size in rows)


def settle(tx: Transaction, outcome: Settlement) -> None:
    """The hub's word on one entry. Only a waiting entry can be settled; a notice waits for its own answer."""
    waiting = _waiting(tx.db, outcome.record_id)
    if waiting is None:
        return
    seq, kind = waiting
    if outcome.outcome == "quarantined":
        set_aside(tx, outcome.record_id, outcome.reason)
    elif kind == ERASURE_KIND:
        return  # the hub's ErasureReceipt frees it, through `erasure.settle`
    elif kind != COUNTED_KIND:
        remove(tx, [seq])
    elif outcome.outcome == "erased":
        tx.count("erased", remove(tx, [seq]))
    else:
        _receipt(tx, seq, outcome.ticket_no)


def set_aside(tx: Transaction, record_id: str, reason: str) -> None:
    """Keep a waiting entry, but never send it again."""
    waiting = _waiting(tx.db, record_id)
    if waiting is None:
        return
    seq, kind = waiting
    tx.db.execute("UPDATE entries SET state = 'quarantined', reason = ? WHERE seq = ?", (reason, seq))
    tx.waiting -= 1
    if kind == COUNTED_KIND:
        tx.count("quarantined")


def expire(tx: Transaction, now: datetime, budget: Budget) -> int:
    """Drop what is older than the budget's age; the count of waiting feedback lost by it.

    Receipted and quarantined records go with the same age: the ledger counted them when they were settled.
    """
    before = stamp(now - timedelta(days=budget.max_age_days))
    old = "recorded_at < ? AND kind != ?"
    lost = _sequence_numbers(tx.db, f"{old} AND kind = ? AND state = 'pending'", (before, ERASURE_KIND, COUNTED_KIND))
    tx.count("expired", len(lost))
    remove(tx, lost)
    remove(tx, _sequence_numbers(tx.db, old, (before, ERASURE_KIND)))
    return len(lost)


def purge(tx: Transaction, condition: str, values: Iterable[object]) -> int:
    """Delete entries that match, counting waiting feedback as erased; the count of all rows deleted."""
    values = tuple(values)
    waiting = _sequence_numbers(tx.db, f"({condition}) AND state = 'pending' AND kind = ?", (*values, COUNTED_KIND))
    tx.count("erased", len(waiting))
    return remove(tx, _sequence_numbers(tx.db, condition, values))


def remove(tx: Transaction, sequence_numbers: Iterable[int]) -> int:
    """Delete rows and keep the figures of the budget right; how many there were."""
    removed = 0
    for seq in sequence_numbers:
        ((state, cost),) = tx.db.execute("DELETE FROM entries WHERE seq = ? RETURNING state, cost", (seq,)).fetchall()
        tx.db.execute("DELETE FROM bodies WHERE seq = ?", (seq,))
        tx.waiting -= state == "pending"
        tx.stored -= cost
        removed += 1
    return removed


def ledger(db: sqlite3.Connection) -> Ledger:
    """The counters and, counted from the rows themselves, what is pending. One statement, so one snapshot."""
    rows = db.execute(
        "SELECT counter, value FROM ledger UNION ALL "
        "SELECT 'pending', count(*) FROM entries WHERE state = 'pending' AND kind = ?",
        (COUNTED_KIND,),
    ).fetchall()
    values = dict(rows)
    return Ledger(pending=values["pending"], **{counter: values.get(counter, 0) for counter in COUNTERS})


def _waiting(db: sqlite3.Connection, record_id: str) -> tuple[int, str] | None:
    row = db.execute("SELECT seq, kind FROM entries WHERE record_id = ? AND state = 'pending'", (record_id,)).fetchone()
    return None if row is None else (row[0], row[1])


def _erased(db: sqlite3.Connection, subject: str, record_id: str) -> bool:
    return bool(
        db.execute(
            "SELECT 1 FROM tombstones WHERE subject = ? AND "
            "(scope = 'subject' OR EXISTS (SELECT 1 FROM json_each(record_ids) WHERE value = ?))",
            (subject, record_id),
        ).fetchone()
    )


def _live_grant(db: sqlite3.Connection, entry: NewEntry, recorded_at: str) -> str | None:
    """The period of the entry's grant if it was live when the record was made.

    Expiry ends collecting, not storing what was collected; withdrawal and use end both.
    """
    if entry.subject is None:
        return None
    row = db.execute(
        "SELECT period FROM grants WHERE grant_id = ? AND subject = ? AND withdrawn_at IS NULL AND expires_at > ?"
        " AND NOT (period = 'once' AND used_at IS NOT NULL)",
        (entry.grant_id, entry.subject, recorded_at),
    ).fetchone()
    return None if row is None else str(row[0])


def _make_room(tx: Transaction, priority: Priority, cost: int, budget: Budget) -> bool:
    """Evict until the entry fits. Decides first and deletes after, so that a refusal loses nothing."""
    rows_over = tx.waiting + 1 - budget.max_rows
    bytes_over = tx.stored + cost - budget.max_bytes
    victims: list[int] = []
    if bytes_over > 0:
        for seq, freed in tx.db.execute("SELECT seq, cost FROM entries WHERE state = 'receipted' ORDER BY seq"):
            victims.append(seq)
            bytes_over -= freed
            if bytes_over <= 0:
                break
    if rows_over > 0 or bytes_over > 0:
        lost = 0
        for seq, kind, freed in tx.db.execute(
            "SELECT seq, kind, cost FROM entries WHERE state = 'pending' AND priority > ? ORDER BY priority DESC, seq",
            (int(priority),),
        ):
            victims.append(seq)
            rows_over -= 1
            bytes_over -= freed
            lost += kind == COUNTED_KIND
            if rows_over <= 0 and bytes_over <= 0:
                break
        if rows_over > 0 or bytes_over > 0:
            return False
        tx.count("evicted", lost)
    remove(tx, victims)
    return True


def _insert(tx: Transaction, entry: NewEntry, sealed: SealedEntry, keys: subjects.Keys, recorded_at: str) -> None:
    blinds = [None if v is None else keys.blind_receipt(v) for v in (entry.receipt_code, entry.receipt_verifier)]
    seq = tx.db.execute(
        "INSERT INTO entries(record_id, kind, priority, subject, grant_id, state, size, cost, recorded_at,"
        " receipt_blind, verifier_blind) VALUES (?, ?, ?, ?, ?, 'pending', ?, ?, ?, ?, ?)",
        (
            entry.record_id,
            entry.kind,
            int(entry.priority),
            entry.subject,
            entry.grant_id,
            len(entry.frame),
            sealed.cost,
            recorded_at,
            *blinds,
        ),
    ).lastrowid
    tx.db.execute(
        "INSERT INTO bodies(seq, receipt_code, readable, frame) VALUES (?, ?, ?, ?)",
        (seq, sealed.receipt_code, sealed.readable, sealed.frame),
    )
    tx.waiting += 1
    tx.stored += sealed.cost


def _receipt(tx: Transaction, seq: int, ticket_no: str | None) -> None:
    """The hub has it: drop the content, keep what a person asks for later (id, code, ticket)."""
    codes = tx.db.execute(
        "UPDATE bodies SET frame = NULL, readable = NULL WHERE seq = ? RETURNING receipt_code", (seq,)
    ).fetchall()
    code_bytes = sum(len(code or b"") for (code,) in codes)
    ((cost,),) = tx.db.execute("SELECT cost FROM entries WHERE seq = ?", (seq,)).fetchall()
    tx.db.execute(
        "UPDATE entries SET state = 'receipted', ticket_no = ?, cost = ? WHERE seq = ?",
        (ticket_no, ROW_BYTES + code_bytes, seq),
    )
    tx.waiting -= 1
    tx.stored += ROW_BYTES + code_bytes - cost
    tx.count("receipted")


def _sequence_numbers(db: sqlite3.Connection, condition: str, values: Iterable[object]) -> list[int]:
    rows = db.execute(f"SELECT seq FROM entries WHERE {condition} ORDER BY seq", tuple(values)).fetchall()  # noqa: S608 - conditions are constants of this package, values are bound
    return [seq for (seq,) in rows]
