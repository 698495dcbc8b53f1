"""What goes because its time is over, by trusted time: settled rows, ended consents, old deletions, damaged files.

What still waits for the hub expires by class (`outbox.expire`) and is a loss. What is here was done with: it is counted
by store in `retired`, and is no loss.
"""

import contextlib
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, Protocol

from agent.adapters.sqlite_store import consent, outbox, subjects
from agent.adapters.sqlite_store.moments import Boots, from_microseconds, moment
from agent.adapters.sqlite_store.transaction import Transaction
from agent.consent.grant import Period
from agent.consent.trusted_time import Instant

_FORGET_VISIT: Final = (
    "DELETE FROM subjects WHERE subject = ?1 AND alias_blind IS NULL AND NOT EXISTS (SELECT 1 FROM entries WHERE "
    "subject"
    " = ?1) AND NOT EXISTS (SELECT 1 FROM settled WHERE subject = ?1)"
)


class Kept(Protocol):
    """How long. `agent.profile.RetentionSettings` is one."""

    @property
    def receipts_days(self) -> int:
        """What the hub has."""
        ...

    @property
    def set_aside_days(self) -> int:
        """What it rejected."""
        ...

    @property
    def consent_days(self) -> int:
        """A consent, from its end."""
        ...

    @property
    def deletions_days(self) -> int:
        """What a deletion did."""
        ...

    @property
    def damaged_files_days(self) -> int:
        """A damaged file."""
        ...


def retire(tx: Transaction, keys: subjects.Keys, boots: Boots, kept: Kept) -> None:
    """Remove rows whose time is over, and count them."""
    _count(tx.db, "settled", _retire_settled(tx, boots, kept))
    _count(tx.db, "grants", _retire_consents(tx.db, keys, boots, timedelta(days=kept.consent_days)))
    _count(tx.db, "deletions", _retire_deletions(tx.db, boots, timedelta(days=kept.deletions_days)))


def retire_set_aside(db: sqlite3.Connection, files: Sequence[Path], now: datetime, kept: Kept) -> None:
    """Delete damaged files that nobody came for. Only the file system knows their age."""
    allowed = timedelta(days=kept.damaged_files_days)
    gone = 0
    for file in files:
        with contextlib.suppress(OSError):
            if now - datetime.fromtimestamp(file.stat().st_mtime, UTC) > allowed:
                file.unlink()
                gone += 1
    _count(db, "set_aside", gone)


def retired(db: sqlite3.Connection) -> dict[str, int]:
    """How many, by store."""
    return dict(db.execute("SELECT store, count FROM retired ORDER BY store").fetchall())


def _retire_settled(tx: Transaction, boots: Boots, kept: Kept) -> int:
    now = boots.now()
    allowed = {"receipted": timedelta(days=kept.receipts_days), "quarantined": timedelta(days=kept.set_aside_days)}
    shortest = min(allowed.values()).total_seconds()
    rows = tx.db.execute(
        "SELECT seq, state, recorded_us, boot, monotonic FROM settled WHERE boot != ? OR monotonic < ?",
        (now.boot, now.monotonic - shortest),
    ).fetchall()
    old = [
        seq
        for seq, state, recorded_us, boot, monotonic in rows
        if boots.timeline.age(Instant(boot, monotonic, from_microseconds(recorded_us)), now) > allowed[state]
    ]
    return outbox.remove(tx, old)


def _retire_consents(db: sqlite3.Connection, keys: subjects.Keys, boots: Boots, allowed: timedelta) -> int:
    """Ended grants; with the last one of a subject its history goes, and of a visit its pseudonym too.

    That somebody is under 14 is not forgotten.
    """
    now = boots.now()
    rows = db.execute(
        "SELECT grant_id, subject, period, given_at, boot, monotonic FROM grants WHERE closed = 1"
    ).fetchall()
    old = [
        (grant_id, subject)
        for grant_id, subject, period, given_at, boot, monotonic in rows
        if boots.timeline.age(Instant(boot, monotonic, moment(given_at)), now) > Period(period).length + allowed
    ]
    db.executemany("DELETE FROM grants WHERE grant_id = ?", [(grant_id,) for grant_id, _ in old])
    for subject in {subject for _, subject in old}:
        granted = db.execute("SELECT 1 FROM grants WHERE subject = ?", (subject,)).fetchone()
        if granted is None and not consent.under_14(db, keys, subject):
            db.execute("DELETE FROM consent_records WHERE subject = ?", (subject,))
            db.execute(_FORGET_VISIT, (subject,))
    return len(old)


def _retire_deletions(db: sqlite3.Connection, boots: Boots, allowed: timedelta) -> int:
    if not boots.timeline.trusted:
        return 0
    before = (boots.true_now() - allowed).astimezone(UTC).isoformat(timespec="microseconds")
    return db.execute("DELETE FROM deletions WHERE finished_at < ?", (before,)).rowcount


def _count(db: sqlite3.Connection, store: str, count: int) -> None:
    if count:
        db.execute(
            "INSERT INTO retired(store, count) VALUES (?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count",
            (store, count),
        )
