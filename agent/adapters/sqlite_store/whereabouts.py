"""In which squares a vehicle usually is, so that a restart makes no road unusual. Keyed marks and days alone.

No subject stands here: it is the car's. Whoever erases their data erases it whole, for it may tell of them.
"""

import sqlite3
from collections.abc import Mapping
from datetime import date
from typing import Final

TABLE: Final = """CREATE TABLE visited_squares(
    mark TEXT NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (mark, day)
) STRICT, WITHOUT ROWID"""


def keep(db: sqlite3.Connection, visited: Mapping[str, tuple[date, ...]]) -> None:
    """These and no others; in a transaction of the caller."""
    db.execute("DELETE FROM visited_squares")
    db.executemany(
        "INSERT INTO visited_squares(mark, day) VALUES (?, ?)",
        [(mark, day.isoformat()) for mark, days in visited.items() for day in days],
    )


def visited(db: sqlite3.Connection) -> dict[str, tuple[date, ...]]:
    """Mark -> days, oldest first."""
    found: dict[str, tuple[date, ...]] = {}
    for mark, day in db.execute("SELECT mark, day FROM visited_squares ORDER BY mark, day"):
        found[mark] = (*found.get(mark, ()), date.fromisoformat(day))
    return found
