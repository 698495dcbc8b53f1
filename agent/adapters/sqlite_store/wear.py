"""What this process writes to flash, kept by day: flash wears out by writing, and a budget says when to look."""

import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

_KEPT_DAYS: Final = 8
_IO: Final = Path("/proc/self/io")


def bytes_written() -> int:
    """Bytes that this process caused to be written to storage so far (proc(5), write_bytes); 0 where nobody counts."""
    try:
        lines = _IO.read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("write_bytes")), 0)


class WearMeter:
    """Adds what was written since it last looked."""

    def __init__(self, read: Callable[[], int]) -> None:
        self._read = read
        self._seen = read()
        self._warned: str | None = None

    def note(self, db: sqlite3.Connection, now: datetime) -> None:
        """Put it down for this day, and forget days long past."""
        seen = self._read()
        db.execute(
            "INSERT INTO written(day, bytes) VALUES (?, ?) ON CONFLICT DO UPDATE SET bytes = bytes + excluded.bytes",
            (now.date().isoformat(), seen - self._seen),
        )
        db.execute(
            "DELETE FROM written WHERE day NOT IN (SELECT day FROM written ORDER BY day DESC LIMIT ?)", (_KEPT_DAYS,)
        )
        self._seen = seen

    def today(self, db: sqlite3.Connection, now: datetime) -> int:
        """Bytes of this day, with what is not put down yet."""
        row = db.execute("SELECT bytes FROM written WHERE day = ?", (now.date().isoformat(),)).fetchone()
        return (0 if row is None else int(row[0])) + self._read() - self._seen

    def should_warn(self, written: int, budget: int, now: datetime) -> bool:
        """Whether the budget is passed and nobody was told today."""
        day = now.date().isoformat()
        if written <= budget or self._warned == day:
            return False
        self._warned = day
        return True
