"""Which questions were asked and how they ended, and how often one was not asked and why. Nobody's answers or words.

Kept so that a restart forgets no limit and no rest of a refused question; forgotten after `KEPT`, which is longer than
any rest and any cool-down that a rule may ask for within a season.
"""

import sqlite3
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from agent.adapters.sqlite_store.moments import from_microseconds, microseconds
from agent.prompting.history import Asked, Ended

KEPT: Final = timedelta(days=100)

TABLES: Final = (
    """CREATE TABLE questions_asked(
        seq INTEGER PRIMARY KEY,
        rule_id TEXT NOT NULL,
        asked_us INTEGER NOT NULL,
        ended TEXT NOT NULL,
        safety INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE questions_not_asked(
        day TEXT NOT NULL,
        reason TEXT NOT NULL,
        count INTEGER NOT NULL,
        PRIMARY KEY (day, reason)
    ) STRICT, WITHOUT ROWID""",
)


def remember(db: sqlite3.Connection, asked: Asked) -> None:
    """Put one down; in a transaction of the caller."""
    db.execute(
        "INSERT INTO questions_asked(rule_id, asked_us, ended, safety) VALUES (?, ?, ?, ?)",
        (asked.rule_id, microseconds(asked.at), asked.ended.value, int(asked.safety)),
    )


def count(db: sqlite3.Connection, reasons: Iterable[str], now: datetime) -> None:
    """Count questions that were due and not asked; in a transaction of the caller."""
    db.executemany(
        "INSERT INTO questions_not_asked(day, reason, count) VALUES (?, ?, 1)"
        " ON CONFLICT DO UPDATE SET count = count + 1",
        [(now.date().isoformat(), reason) for reason in reasons],
    )


def history(db: sqlite3.Connection, now: datetime) -> tuple[Asked, ...]:
    """Oldest first. What lies ahead of now was written by a clock that was wrong, and would forbid for years."""
    rows = db.execute(
        "SELECT rule_id, asked_us, ended, safety FROM questions_asked WHERE asked_us <= ? ORDER BY asked_us, seq",
        (microseconds(now),),
    ).fetchall()
    known = {ended.value: ended for ended in Ended}
    return tuple(
        Asked(rule_id, from_microseconds(asked_us), known[ended], safety=bool(safety))
        for rule_id, asked_us, ended, safety in rows
        if ended in known
    )


def not_asked(db: sqlite3.Connection) -> dict[str, int]:
    """How many, by reason, of the days that are kept."""
    return dict(
        db.execute("SELECT reason, sum(count) FROM questions_not_asked GROUP BY reason ORDER BY reason").fetchall()
    )


def forget_old(db: sqlite3.Connection, now: datetime) -> None:
    """Drop what is older than `KEPT`."""
    before = now - KEPT
    db.execute("DELETE FROM questions_asked WHERE asked_us < ?", (microseconds(before),))
    db.execute("DELETE FROM questions_not_asked WHERE day < ?", (before.date().isoformat(),))
