"""Moments as stored, and the boots they belong to.

Grants and tombstones keep ISO 8601 in UTC with microseconds; entries, of which there are many, keep microseconds since
1970 as a number.
"""

import sqlite3
from datetime import UTC, datetime, timedelta
from typing import Final

from agent.consent.trusted_time import BELIEVED_HINT, Boot, Instant, Timeline
from agent.ports import Clock

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
_BELIEVED_US: Final = BELIEVED_HINT // _MICROSECOND
_NOISE: Final = timedelta(seconds=5)
"""Hub times of one boot that differ by less say the same; each one kept is a write to flash."""


def stamp(moment: datetime) -> str:
    """The moment as stored."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment(stamped: str) -> datetime:
    """The moment again, in UTC."""
    return datetime.fromisoformat(stamped)


def microseconds(moment: datetime) -> int:
    """The moment as a number."""
    since = moment - _EPOCH
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds  # a division takes twice as long


def from_microseconds(number: int) -> datetime:
    """The moment again, in UTC."""
    return _EPOCH + number * _MICROSECOND


def told_ago(moment_us: int, now_us: int) -> float:
    """Seconds between a moment and its being told; 0 where the clock must have jumped in between.

    Args:
        moment_us: in microseconds since 1970, like the other.
        now_us: when it was told.
    """
    ago = now_us - moment_us
    return ago / 1e6 if 0 <= ago <= _BELIEVED_US else 0.0


class Boots:
    """The device's boots in the file, and where on them something lies. Changed on the writer's turn only."""

    def __init__(self, db: sqlite3.Connection, clock: Clock) -> None:
        self._clock = clock
        self._boots = _read(db)
        boot_id = clock.boot_id()
        last = db.execute("SELECT number, boot_id FROM boots ORDER BY number DESC LIMIT 1").fetchone()
        self.number: int = 1 if last is None else last[0]
        if last is None or last[1] != boot_id:
            self.number += last is not None
            db.execute(
                "INSERT INTO boots(number, boot_id, lasted_s) VALUES (?, ?, ?)",
                (self.number, boot_id, clock.monotonic()),
            )
            self._boots = _read(db)
        self.timeline = Timeline(self._boots)

    def now(self) -> Instant:
        """This moment."""
        return Instant(self.number, self._clock.monotonic(), self._clock.now())

    def true_now(self) -> datetime:
        """The best known time."""
        return self.timeline.moment(self.now())

    def instant_of(self, moment: datetime, now: Instant) -> Instant:
        """A moment that was told just now or a little later than it happened."""
        ago = told_ago(microseconds(moment), microseconds(self.timeline.moment(now)))
        return Instant(self.number, now.monotonic - ago, moment)

    def beat(self, db: sqlite3.Connection) -> None:
        """Keep how far this boot has come, and forget boots that nothing belongs to any more."""
        db.execute("UPDATE boots SET lasted_s = ? WHERE number = ?", (self._clock.monotonic(), self.number))
        db.execute(
            "DELETE FROM boots WHERE number < (SELECT min(first) FROM (SELECT min(boot) AS first FROM entries UNION ALL"
            " SELECT min(boot) FROM settled UNION ALL SELECT min(boot) FROM grants UNION ALL SELECT max(number) FROM"
            " boots WHERE started_at IS NOT NULL UNION ALL SELECT ?))",
            (self.number,),
        )
        self.reload(db)

    def trust(self, db: sqlite3.Connection, hub_time: datetime, at: float) -> None:
        """Keep the hub's time for this boot. The latest counts: an answer that was held back on its way tells less."""
        started_at = hub_time - timedelta(seconds=at)
        known = next(boot.started_at for boot in self._boots if boot.number == self.number)
        if known is None or started_at - known > _NOISE:
            db.execute("UPDATE boots SET started_at = ? WHERE number = ?", (stamp(started_at), self.number))
            self.reload(db)

    def reload(self, db: sqlite3.Connection) -> None:
        """Read the boots again; after a change that was undone as well."""
        self._boots = _read(db)
        self.timeline = Timeline(self._boots)


def _read(db: sqlite3.Connection) -> list[Boot]:
    rows = db.execute("SELECT number, lasted_s, started_at FROM boots ORDER BY number").fetchall()
    return [Boot(number, lasted, None if started is None else moment(started)) for number, lasted, started in rows]
