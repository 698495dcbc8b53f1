"""What waits for the hub: handing it out, and every way in which it leaves."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Final

from agent.adapters.sqlite_store import budget, subjects
from agent.adapters.sqlite_store.ledger import CLASS_BITS, COUNTED_KIND
from agent.adapters.sqlite_store.moments import Boots, from_microseconds
from agent.adapters.sqlite_store.transaction import Transaction
from agent.adapters.sqlite_store.vault import Body, DamagedError, SubjectKey
from agent.consent.trusted_time import Instant
from agent.contract.identifiers import voice_id
from agent.ports import OutboxEntry, Priority, Settlement

ERASURE_KIND: Final = "erasure"
VOICE_KIND: Final = "voice"

_TABLES: Final = ("entries", "settled")
_SETTLE: Final = (
    "INSERT INTO settled SELECT seq, record_id, kind, subject, grant_id, size, recorded_us, boot, monotonic, blinds,"
    " ?2, ?3, ?4, ?5 FROM entries WHERE seq = ?1"
)


def newest_id(db: sqlite3.Connection) -> str:
    """The greatest id of all entries, waiting and settled; empty where there is none."""
    rows = "SELECT max(record_id) AS id FROM entries UNION ALL SELECT max(record_id) FROM settled"
    ((newest,),) = db.execute(f"SELECT max(id) FROM ({rows})").fetchall()  # noqa: S608 - our own tables
    return newest or ""


def pending(db: sqlite3.Connection, limit: int) -> tuple[OutboxEntry, ...]:
    """What waits, most urgent and oldest first."""
    rows = db.execute("SELECT seq, record_id, kind, size FROM entries ORDER BY seq LIMIT ?", (limit,)).fetchall()
    return tuple(OutboxEntry(record_id, kind, Priority(seq >> CLASS_BITS), size) for seq, record_id, kind, size in rows)


def settle(tx: Transaction, outcome: Settlement, keys: subjects.Keys) -> None:
    """The hub's word on one entry. Only a waiting entry can be settled; a notice waits for its own answer."""
    row = tx.db.execute("SELECT seq, kind, subject FROM entries WHERE record_id = ?", (outcome.record_id,)).fetchone()
    if row is None:
        return
    seq, kind, subject = row
    if outcome.outcome == "quarantined":
        set_aside(tx, outcome.record_id, outcome.reason)
    elif kind == ERASURE_KIND:
        return  # the hub's ErasureReceipt frees it, through `erasure.settle`
    elif kind != COUNTED_KIND:
        remove(tx, [seq])
    elif outcome.outcome == "erased":
        tx.count("erased", remove(tx, [seq]))
        _drop_voice(tx, outcome.record_id)
    else:
        code = _code_alone(tx, keys, seq, subject, outcome.record_id)
        _move(tx, seq, code, ("receipted", outcome.ticket_no, None))
        tx.count("receipted")


def set_aside(tx: Transaction, record_id: str, reason: str) -> None:
    """Keep a waiting entry, but never send it again. Recordings are not kept then, neither its own nor itself."""
    row = tx.db.execute("SELECT seq, kind, body FROM entries WHERE record_id = ?", (record_id,)).fetchone()
    if row is None:
        return
    seq, kind, body = row
    tx.lose(seq >> CLASS_BITS, "quarantined", reason)
    if kind == VOICE_KIND:
        remove(tx, [seq])
        return
    _drop_voice(tx, record_id)
    _move(tx, seq, body, ("quarantined", None, reason))
    if kind == COUNTED_KIND:
        tx.count("quarantined")


def expire(tx: Transaction, boots: Boots, limits: budget.Budget) -> int:
    """Drop what is older than its class allows; the count of waiting feedback lost by it.

    Receipted and quarantined records go with the same age: the ledger counted them when they were settled.
    """
    now = boots.now()
    lost = 0
    for priority in Priority:
        cap = limits.cap(priority)
        if cap is None:
            continue
        allowed = timedelta(days=min(cap.max_age_days, limits.max_age_days))
        old = _older(tx.db, boots, now, (priority, allowed))
        waiting = [(seq, kind) for table, seq, kind in old if table == "entries"]
        feedback = sum(kind == COUNTED_KIND for _, kind in waiting)
        lost += feedback
        tx.count("expired", feedback)
        tx.lose(priority, "expired", "age", len(waiting))
        remove(tx, [seq for _, seq, _ in old])
    return lost


def evict(tx: Transaction, victims: Iterable[budget.Victim]) -> None:
    """Delete who makes way, and count what that loses."""
    for victim in victims:
        if not victim.settled:
            ((kind,),) = tx.db.execute("SELECT kind FROM entries WHERE seq = ?", (victim.seq,)).fetchall()
            tx.count("evicted", int(kind == COUNTED_KIND))
            tx.lose(victim.seq >> CLASS_BITS, "evicted", victim.reason)
        remove(tx, [victim.seq])


def purge(tx: Transaction, subject: str, record_id: str | None = None, *, with_receipted: bool = True) -> int:
    """Delete a subject's entries, or one of them, counting waiting feedback as erased; how many feedbacks went."""
    gone = [
        kind
        for table in _TABLES
        for kind in purge_table(tx, table, subject, record_id, with_receipted=with_receipted or table == "entries")
    ]
    return gone.count(COUNTED_KIND)


def purge_table(
    tx: Transaction, table: str, subject: str, record_id: str | None, *, with_receipted: bool = True
) -> list[str]:
    """The same in one of the two tables; the kinds of the rows that went. With a record goes its recording."""
    unsent = "" if with_receipted else " AND state != 'receipted'"
    rows = tx.db.execute(
        f"SELECT seq, kind FROM {table} WHERE subject = ?1 AND (?2 IS NULL OR record_id IN (?2, ?3)){unsent}",  # noqa: S608 - our own tables
        (subject, record_id, None if record_id is None else voice_id(record_id)),
    ).fetchall()
    kinds = [kind for _, kind in rows]
    if table == "entries":
        tx.count("erased", kinds.count(COUNTED_KIND))
    remove(tx, [seq for seq, _ in rows])
    return kinds


def purge_voices(tx: Transaction, subject: str) -> int:
    """Delete a subject's recordings that wait; how many went."""
    rows = tx.db.execute("SELECT seq FROM entries WHERE subject = ? AND kind = ?", (subject, VOICE_KIND)).fetchall()
    return remove(tx, [seq for (seq,) in rows])


def purge_carrying(tx: Transaction, keys: subjects.Keys, subject: str, fields: Mapping[str, bool]) -> int:
    """Delete a subject's unsent records that carry any of these, or that nobody can read any more; how many went.

    Args:
        tx: the transaction.
        keys: the device's.
        subject: pseudonym.
        fields: of the readable record -> whether it carries what it says nothing of.
    """
    try:
        key = subjects.key_of(tx.db, keys, subject)
    except DamagedError:
        return purge(tx, subject, with_receipted=False)
    rows = tx.db.execute(
        "SELECT record_id, body FROM entries WHERE subject = ?1 AND kind = ?2 UNION ALL SELECT record_id, body FROM"
        " settled WHERE subject = ?1 AND kind = ?2 AND state != 'receipted'",
        (subject, COUNTED_KIND),
    ).fetchall()
    return sum(purge(tx, subject, record_id) for record_id, body in rows if _carries(key, record_id, body, fields))


def _carries(key: SubjectKey, record_id: str, body: bytes | None, fields: Mapping[str, bool]) -> bool:
    try:
        readable = key.open(body, record_id).readable
        told = None if readable is None else json.loads(readable)
        return told is None or any(told.get(name, untold) for name, untold in fields.items())
    except (DamagedError, ValueError):
        return True


def remove(tx: Transaction, row_numbers: Iterable[int]) -> int:
    """Delete rows, waiting or settled, and keep the figures of the budget right; how many there were."""
    removed = 0
    for seq in row_numbers:
        for table in _TABLES:
            delete = f"DELETE FROM {table} WHERE seq = ? RETURNING coalesce(length(body), 0)"  # noqa: S608 - our own tables
            gone = tx.db.execute(delete, (seq,)).fetchall()
            for (size,) in gone:
                removed += 1
                cost = budget.ROW_BYTES + size
                if table == "entries":
                    tx.usage.drop(seq >> CLASS_BITS, cost)
                else:
                    tx.usage.all_bytes -= cost
    return removed


def _move(tx: Transaction, seq: int, body: bytes | None, fate: tuple[str, str | None, str | None]) -> None:
    """From waiting to settled, in its place."""
    cost = budget.ROW_BYTES + len(body or b"")
    tx.db.execute(_SETTLE, (seq, body, *fate))
    ((size,),) = tx.db.execute(
        "DELETE FROM entries WHERE seq = ? RETURNING coalesce(length(body), 0)", (seq,)
    ).fetchall()
    tx.usage.drop(seq >> CLASS_BITS, budget.ROW_BYTES + size)
    tx.usage.all_bytes += cost


def _drop_voice(tx: Transaction, record_id: str) -> None:
    """The recording of a record that the hub will not have."""
    rows = tx.db.execute("SELECT seq FROM entries WHERE record_id = ?", (voice_id(record_id),)).fetchall()
    remove(tx, [seq for (seq,) in rows])


def _code_alone(tx: Transaction, keys: subjects.Keys, seq: int, subject: str | None, record_id: str) -> bytes | None:
    """The hub has it: drop the content, keep what a person asks for later (id, code, ticket)."""
    ((body,),) = tx.db.execute("SELECT body FROM entries WHERE seq = ?", (seq,)).fetchall()
    try:
        key = subjects.key_of(tx.db, keys, subject)
        code = key.open(body, record_id).receipt_code
    except DamagedError:
        return None
    return None if code is None else key.seal(Body(code, None, None).pack(), record_id)


def _older(
    db: sqlite3.Connection, boots: Boots, now: Instant, than: tuple[Priority, timedelta]
) -> list[tuple[str, int, str]]:
    """(table, row number, kind) of a class's rows that have reached an age."""
    priority, allowed = than
    # Within the present boot the monotonic clock decides alone, so SQLite can pass over what is young.
    young = now.monotonic - allowed.total_seconds()
    bounds = (priority << CLASS_BITS, (priority + 1) << CLASS_BITS, now.boot, young)
    return [
        (table, seq, kind)
        for table in _TABLES
        for seq, kind, recorded_us, boot, monotonic in db.execute(
            f"SELECT seq, kind, recorded_us, boot, monotonic FROM {table}"  # noqa: S608 - our own tables
            " WHERE seq >= ? AND seq < ? AND (boot != ? OR monotonic < ?)",
            bounds,
        )
        if boots.timeline.age(Instant(boot, monotonic, from_microseconds(recorded_us)), now) > allowed
    ]
