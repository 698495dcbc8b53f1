"""Backups of the SQLite database: taken while the hub runs, put back without what was deleted since.

- A backup is one SQLite file that can be opened by itself; its tombstones are in it.
- Before a database from a backup is in its place, everything deleted since is deleted in it too: by the journal
  beside the database, by the database that it replaces, and by newer backups beside it.
- PostgreSQL has pg_dump; the journal does the same for it at the next start.
"""

import os
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from hub.adapters.database.connection import Database, open_sqlite
from hub.adapters.database.erasing import deletions_in, replay, thaw
from hub.adapters.database.retention_store import RetentionStore
from hub.adapters.state_folder import disk_error
from hub.adapters.tombstone_journal import TombstoneJournal
from hub.erasure.deletion import Deletion
from hub.erasure.retention import Retention
from hub.errors import HubError, InputRefusedError, OperatorNeededError

SUFFIX = ".hubdb"
"""What backups are called, so that those beside one are found."""

_PAGES_AT_ONCE = 256
Progress = Callable[[int, int], None]
"""(pages done, pages in all)."""


def forget_again(database: Database, journal: TombstoneJournal, now: datetime) -> int:
    """Bring database and journal to the same deletions, whichever of the two is older. How many the database lacked.

    Before anything is served. A database that was put back by hand, or by pg_restore, is caught here.
    """
    journaled = journal.read()
    with database.write() as connection:
        lacked = replay(connection, journaled, now)
        written = {deletion.key for deletion in journaled}
        journal.append([deletion for deletion in deletions_in(connection) if deletion.key not in written])
        thaw(connection, now)
    return lacked


def back_up(source: Path, target: Path, progress: Progress = lambda _done, _all: None) -> None:
    """Copy a database that may be in use. The target is whole or not there.

    Raises:
        HubError: it cannot be read or written.
    """
    fresh = target.with_name(f"{target.name}.new")
    try:
        fresh.unlink(missing_ok=True)
        handle = os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        os.close(handle)
        with closing(sqlite3.connect(source)) as opened, closing(sqlite3.connect(fresh)) as copy:
            opened.execute("BEGIN")
            # One state from here on: without this, every write of the hub starts the copy anew.
            opened.execute("SELECT 1 FROM meta").fetchone()
            opened.backup(copy, pages=_PAGES_AT_ONCE, progress=lambda _s, left, total: progress(total - left, total))
            copy.execute("PRAGMA journal_mode=DELETE")
        _sync(fresh)
        fresh.replace(target)
        _sync(target.parent)
    except sqlite3.Error as error:
        fresh.unlink(missing_ok=True)
        raise OperatorNeededError(
            f"The backup failed ({getattr(error, 'sqlite_errorname', type(error).__name__)}); nothing was written to "
            f"{target}. Check the disk's room and the rights of both folders."
        ) from None
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise disk_error(error, target) from None


def beside(backup: Path) -> list[Path]:
    """The other backups in its folder."""
    return sorted(found for found in backup.parent.glob(f"*{SUFFIX}") if found != backup)


def forget_in_backup(backup: Path, deletions: Iterable[Deletion], policy: Retention, now: datetime) -> int:
    """Carry out in a backup what was deleted since it was taken, and what was kept long enough. How many deletions.

    Raises:
        HubError: it is no backup of a hub, or cannot be written.
    """
    _check_whole(backup)
    opened = open_sqlite(backup, must_exist=True)
    try:
        opened.prepare()
        with opened.write() as connection:
            forgotten = replay(connection, deletions, now)
        RetentionStore(opened).run(policy, now)
        opened.shed_deleted()
    finally:
        opened.close()
    with closing(sqlite3.connect(backup)) as alone:
        alone.execute("PRAGMA journal_mode=DELETE")
    return forgotten


def restore(
    backup: Path, place: Path, journal: TombstoneJournal, policy: Retention, now: datetime, *, certificate: str | None
) -> int:
    """Put a backup in the place of a database that nobody serves, without what was deleted since.

    Args:
        backup: the file.
        place: of the database.
        journal: beside the database.
        policy: how long what is kept.
        now: in UTC.
        certificate: fingerprint of the certificate authority in the state folder; None: there are no keys yet.

    Returns:
        How many deletions it did not know of, all carried out before it was put in its place.

    Raises:
        HubError: it cannot be done; the database in place is as it was.
    """
    fresh = place.with_name(f"{place.name}.restored")
    for leftover in _files(fresh):
        leftover.unlink(missing_ok=True)
    _check_whole(backup)
    _check_belongs(backup, certificate)
    deletions = {d.key: d for d in journal.read()}
    for known in (place, *beside(backup)):
        deletions |= _deletions(known)
    back_up(backup, fresh)
    forgotten = forget_in_backup(fresh, deletions.values(), policy, now)
    _count_on(fresh, max(map(_last_number, (place, *beside(backup)))))
    try:
        _sync(fresh)
        for old in _files(place):  # a copy that no later deletion reaches must not stay
            old.unlink(missing_ok=True)
        fresh.replace(place)
        _sync(place.parent)
    except OSError as error:
        raise disk_error(error, place) from None
    return forgotten


def _deletions(file: Path) -> dict[tuple[str, str, str], Deletion]:
    """What another database knows to be deleted; a damaged or foreign one knows nothing."""
    if not file.exists():
        return {}
    try:
        opened = open_sqlite(file, must_exist=True)
        try:
            opened.check()
            with opened.read() as connection:
                return {deletion.key: deletion for deletion in deletions_in(connection)}
        finally:
            opened.close()
    except HubError:
        return {}


def _last_number(file: Path) -> int:
    """The last ticket number that a database gave; 0 where it cannot be read."""
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as opened:
            return int(opened.execute("SELECT value FROM counters WHERE name = 'ticket'").fetchone()[0])
    except (sqlite3.Error, TypeError):
        return 0


def _count_on(database: Path, last: int) -> None:
    """No number is given twice: devices and people hold receipts for those given since the backup."""
    with closing(sqlite3.connect(database)) as opened, opened:
        opened.execute("UPDATE counters SET value = max(value, ?) WHERE name = 'ticket'", (last,))


def _check_whole(backup: Path) -> None:
    if not backup.is_file():
        raise InputRefusedError(f"There is no file {backup}. Name the backup that `tingche-hub backup` wrote.")
    try:
        with closing(sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro", uri=True)) as opened:
            (said,) = opened.execute("PRAGMA quick_check(1)").fetchone()
            known = opened.execute("SELECT count(*) FROM meta WHERE name = 'schema_version'").fetchone()
    except sqlite3.Error:
        said, known = "not a database of a hub", (0,)
    if said != "ok" or known != (1,):
        raise InputRefusedError(f"{backup} is damaged or no backup of a hub. Nothing was changed; take another one.")


def _check_belongs(backup: Path, certificate: str | None) -> None:
    with closing(sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro", uri=True)) as opened:
        found = opened.execute("SELECT value FROM meta WHERE name = 'ca'").fetchone()
    if certificate is not None and found is not None and found != (certificate,):
        raise InputRefusedError(
            f"{backup} is of another hub: its certificate authority is not the one in keys/. Nothing was changed."
        )


def _files(database: Path) -> list[Path]:
    return [database, *(database.with_name(database.name + end) for end in ("-wal", "-shm", "-journal"))]


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
