"""Not this trip: one touch, no reason. Nobody is heard or asked until the trip is over; nothing else changes.

A trip ends with the boot, or when it is said that a new one begins (`pause(on=False)`: by the car's ignition signal,
or by the person). Never by a timer: no length of time is known to be longer than somebody's drive. A head unit that
sleeps instead of booting, in a car that gives no signal, stays quiet: the mistake that harms nobody.
"""

import sqlite3
from typing import Final

_QUIET_BOOT: Final = "quiet_boot"


def pause(db: sqlite3.Connection, boot: int | None) -> None:
    """Keep this boot quiet; None ends it."""
    if boot is None:
        db.execute("DELETE FROM meta WHERE name = ?", (_QUIET_BOOT,))
    else:
        db.execute("INSERT OR REPLACE INTO meta(name, value) VALUES (?, ?)", (_QUIET_BOOT, str(boot)))


def paused(db: sqlite3.Connection, boot: int) -> bool:
    """Whether this boot is to be quiet."""
    return (
        db.execute("SELECT 1 FROM meta WHERE name = ? AND value = ?", (_QUIET_BOOT, str(boot))).fetchone() is not None
    )
