"""Opening the file: whose it is, whether it is whole, and that it will keep what it is given.

A file of another program or of a newer agent is refused untouched. A damaged file of our own is set aside under
`<name>.corrupt-<utc>` and a new one is started with what can be read of it, so that a device always starts.
"""

import contextlib
import errno
import functools
import json
import logging
import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final
from urllib.parse import quote

from agent.adapters.sqlite_store import (
    columns,
    consent,
    ledger,
    raw_pages,
    salvage,
    schema,
    setting_aside,
    staging,
    subjects,
)
from agent.adapters.sqlite_store.failures import DAMAGED, SQLITE_FAILURES, primary_code, translated, translated_os
from agent.adapters.sqlite_store.moments import Boots, from_microseconds, moment
from agent.adapters.sqlite_store.staging import Staging
from agent.adapters.sqlite_store.transaction import INSERT_NEW
from agent.adapters.sqlite_store.vault import DamagedError
from agent.errors import TechnicianNeededError
from agent.ports import Clock, Priority

_log = logging.getLogger(__name__)

Connect = Callable[[Path], sqlite3.Connection]
"""Opens the file in autocommit mode (`isolation_level=None`), usable from any thread."""

BUSY_MS: Final = 2000
"""How long to wait for another program that holds the file, such as a backup."""

_REQUIRED: Final = (
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("secure_delete", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("cell_size_check", "ON", 1),
    ("journal_size_limit", str(8 << 20), 8 << 20),
    ("cache_size", "-256", -256),
)
"""Pragma, what it is set to, and what it must answer afterwards: SQLite ignores a pragma it cannot follow."""

_READER_CACHE_KIB: Final = -64
"""Negative: KiB, not pages. Reading a queue in order needs no page twice; SQLite's 2 MB would stay full for ever."""

_INCREMENTAL: Final = 2
_MAGIC: Final = b"SQLite format 3\0"
_HEADER_BYTES: Final = 100
_FORMAT_VERSIONS: Final = (1, 2)  # header bytes 18 and 19: rollback journal or write-ahead log
_KEY_CHECK: Final = "key_check"
_FOLDER_MODE: Final = 0o700
_FILE_MODE: Final = 0o600
_SETTLED_AS_DAMAGE: Final = DAMAGED | {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISMATCH, sqlite3.SQLITE_CONSTRAINT}
"""While checking our own schema with our own statements, these can only come from changed bytes."""


class _FileDamagedError(Exception):
    """The file is ours and not whole."""


@dataclass(slots=True)
class _Found:
    """What there was before SQLite looked."""

    file: Path
    aside: Path | None
    """Where a damaged file was moved."""
    log: raw_pages.Log
    whole: int = 0
    """How many frames of the log SQLite took."""
    kept_log: Path | None = None
    """The log's copy, where it holds more than SQLite took."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file ready for use."""

    writer: sqlite3.Connection
    reader: sqlite3.Connection
    boots: Boots
    staging: Staging | None
    """None where there can be none: every record goes into the table then."""
    recovered_from: Path | None
    """Where a damaged file was set aside, if one was."""


def default_connect(file: Path) -> sqlite3.Connection:
    """Python's own driver, with transactions left to us: the same on 3.11, 3.12 and 3.13.

    Of the statements that are kept ready, two dozen are enough: Python's 128 take a third of a megabyte.
    """
    return sqlite3.connect(file, isolation_level=None, check_same_thread=False, cached_statements=24)


def open_file(file: Path, keys: subjects.Keys, clock: Clock, connect: Connect, disk: staging.Disk) -> Opened:
    """Open, check and where needed create the file.

    Raises:
        TechnicianNeededError: not ours, newer than this agent, under another device key, or not writable.
        TemporaryError: disk full or failing, or another program holds the file.
    """
    try:
        aside = setting_aside.begun(file)
        _prepare(file)
        damaged = aside or file
        kept, whole = setting_aside.kept_log(file) or (None, 0)
        log = raw_pages.read_log(kept or damaged.with_name(f"{damaged.name}-wal"))  # before SQLite cuts it
        found = _Found(file, aside, log, whole, kept)
        # Beside a rollback journal stands a file whose very first page a cut power interrupted: SQLite mends that.
        if _broken_header(file) and not file.with_name(f"{file.name}-journal").exists():
            _set_aside(found, clock.now())
        else:
            _look(file)
        try:
            return _open(file, keys, clock, (connect, disk), found)
        except _FileDamagedError:
            _set_aside(found, clock.now())
        try:
            return _open(file, keys, clock, (connect, disk), found)
        except _FileDamagedError:
            raise TechnicianNeededError(f"{file} breaks as soon as it is written: replace the disk.") from None
    except SQLITE_FAILURES as error:
        raise translated(error, file) from None
    except OSError as error:
        raise translated_os(error, file) from None


def _prepare(file: Path) -> None:
    """Make the file before SQLite does, for its permissions: the log files inherit them."""
    file.parent.mkdir(mode=_FOLDER_MODE, parents=True, exist_ok=True)
    os.close(os.open(file, os.O_RDWR | os.O_CREAT, _FILE_MODE))
    setting_aside.sync_folder(file.parent)


def _set_aside(found: _Found, now: datetime) -> None:
    """Make place for a new file; the damaged one is set aside once."""
    if found.aside is None:
        found.aside = setting_aside.begin(found.file, now)
    else:
        setting_aside.discard(found.file)
    _prepare(found.file)


def _broken_header(file: Path) -> bool:
    """Whether a file of ours starts with something else than a database's header.

    Raises:
        TechnicianNeededError: the file never was a store.
    """
    with file.open("rb") as stream:
        head = stream.read(_HEADER_BYTES)
    if not any(head):
        return bool(head)  # zeros are what a cut power leaves of an unwritten first page; nothing at all is a new file
    if head.startswith(_MAGIC) and len(head) == _HEADER_BYTES:
        return head[18] not in _FORMAT_VERSIONS or head[19] not in _FORMAT_VERSIONS
    if _MAGIC.startswith(head[: len(_MAGIC)]) or head[68:72] == schema.APPLICATION_ID.to_bytes(4, "big"):
        return True
    raise _not_ours(file)


def _look(file: Path) -> None:
    """Look without touching: no lock, no log file, no recovery. What cannot be read like that is judged when opened.

    Raises:
        TechnicianNeededError: another program's database, or a newer agent's.
    """
    place = f"file:{quote(str(file.absolute()))}?mode=ro&immutable=1"
    with (
        contextlib.suppress(*SQLITE_FAILURES),
        contextlib.closing(sqlite3.connect(place, uri=True, isolation_level=None)) as db,
    ):
        _refuse_strangers(db, file)


def _refuse_strangers(db: sqlite3.Connection, file: Path) -> None:
    if schema.is_empty(db):
        return
    if not schema.is_ours(db):
        raise _not_ours(file)
    newer = schema.newer_steps(db)
    if newer:
        raise TechnicianNeededError(
            f"{file} was written by a newer agent (schema step {newer[-1]}) and was left untouched. Install that "
            "agent again, or give this one another state folder."
        )


def _not_ours(file: Path) -> TechnicianNeededError:
    return TechnicianNeededError(
        f"{file} is not a store of this agent and was left untouched. Move it away, or name another state folder."
    )


def _open(file: Path, keys: subjects.Keys, clock: Clock, system: tuple[Connect, staging.Disk], found: _Found) -> Opened:
    connect, disk = system
    with contextlib.ExitStack() as unless_done:
        writer = connect(file)
        unless_done.callback(writer.close)
        try:
            writer.execute(f"PRAGMA busy_timeout={BUSY_MS}")
            _refuse_strangers(writer, file)
            ((_, frames, _),) = writer.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
            if found.kept_log is None:
                found.whole = max(frames, 0)
                if found.aside is None and found.log.lost_commits(found.whole):
                    found.kept_log = setting_aside.keep_log(file, found.whole)
            _configure(writer, file)
            boots = _bring_up(writer, keys, clock, file)
            mark = _mark(writer)
            _bring_back(writer, keys, boots, found, staging.read(_staging_file(file), None if found.aside else mark))
            _bring_in(writer, staging.read(_staging_file(file), mark))
            writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            reader = connect(file)
            unless_done.callback(reader.close)
            reader.execute(f"PRAGMA busy_timeout={BUSY_MS}")
            reader.execute("PRAGMA query_only=ON")
            reader.execute("PRAGMA temp_store=MEMORY")
            reader.execute(f"PRAGMA cache_size={_READER_CACHE_KIB}")
            reader.execute("SELECT count(*) FROM sqlite_master").fetchall()  # opens its files now, not mid-erasure
        except SQLITE_FAILURES as error:
            if primary_code(error) in _SETTLED_AS_DAMAGE:
                raise _FileDamagedError from None
            raise
        if found.aside is not None:
            setting_aside.end(file, found.aside)
        if found.kept_log is not None:
            setting_aside.drop_log(found.kept_log)
        unless_done.pop_all()
    return Opened(writer, reader, boots, _staging_area(file, mark, disk), found.aside)


def _staging_file(file: Path) -> Path:
    return file.with_name(f"{file.name}-staging")


def _mark(db: sqlite3.Connection) -> bytes:
    mark = staging.mark_of(db)
    if mark is None:  # a wrong one would hide what is staged
        raise _FileDamagedError
    return mark


def _bring_in(db: sqlite3.Connection, rows: Sequence[staging.Row]) -> None:
    """Records that a sudden end left in the staging area. What is missing between them was damaged, and is counted."""
    standing = ledger.standing(db) or ledger.EMPTY
    new = [row for row in rows if row[0] & ledger.ARRIVAL_MASK > standing.written_for]
    if not new:
        return
    db.execute("BEGIN IMMEDIATE")
    again = sum(db.execute(INSERT_NEW, row).rowcount == 0 for row in new)
    told = ledger.read(db)
    accepted, *fates = counters = (ledger.standing(db) or ledger.EMPTY).counters
    counters[0] -= again  # known already, and counted when they were new
    salvage.count_lost(db, counters, accepted - again - sum(fates) - told.pending, Counter())
    db.execute("COMMIT")


def _staging_area(file: Path, mark: bytes, disk: staging.Disk) -> Staging | None:
    """Empty: what it held is in the table now, and is erased from there alone."""
    place = _staging_file(file)
    try:
        made = Staging(place, mark, disk)
    except OSError as error:
        why = errno.errorcode.get(error.errno or 0, "?")
        _log.warning("%s cannot be used (%s): single records take longer", place.name, why)
        place.unlink(missing_ok=True)
        return None
    made.wipe()
    return made


def _configure(db: sqlite3.Connection, file: Path) -> None:
    db.execute("PRAGMA auto_vacuum=INCREMENTAL")  # before the first table; for an older file see _change_to_auto_vacuum
    for pragma, value, answer in _REQUIRED:
        db.execute(f"PRAGMA {pragma}={value}").fetchall()
        ((given,),) = db.execute(f"PRAGMA {pragma}").fetchall()
        if given != answer:
            raise TechnicianNeededError(
                f"{file}: SQLite answers {pragma}={given}, and {value} is needed to keep what people said. "
                "Put the state folder on a local disk."
            )


def _change_to_auto_vacuum(db: sqlite3.Connection) -> None:
    """Version 1 made files that never shrink. Rewriting one needs room; where there is none, the next start tries."""
    ((mode,),) = db.execute("PRAGMA auto_vacuum").fetchall()
    if mode != _INCREMENTAL:
        with contextlib.suppress(sqlite3.OperationalError):
            db.execute("VACUUM")


def _bring_up(db: sqlite3.Connection, keys: subjects.Keys, clock: Clock, file: Path) -> Boots:
    db.execute(f"PRAGMA application_id={schema.APPLICATION_ID}")
    _check_structure(db)
    if schema.has_keys(db):
        _check_device_key(db, keys, clock.now(), file)
    schema.migrate(db, keys)
    if not columns.are_whole(db):
        raise _FileDamagedError
    _check_device_key(db, keys, clock.now(), file)
    _finish_rotation(db, keys)
    subjects.remember_wrapping_key(db, keys)
    _change_to_auto_vacuum(db)
    boots = Boots(db, clock)
    _check_values(db, boots)
    return boots


def _bring_back(
    db: sqlite3.Connection, keys: subjects.Keys, boots: Boots, found: _Found, single: Sequence[staging.Row]
) -> None:
    """Bring back what a damaged file, or the part of a log that SQLite passed over, still holds, and what is staged."""
    if found.aside is not None:
        pages = {**raw_pages.read_pages(found.aside), **dict(found.log.frames)}
        rows = list(raw_pages.rows(pages))
        known = salvage.sort_out(rows, keys).last_arrival
        rows += (raw_pages.RawRow(row[0], (None, *row[1:])) for row in single if row[0] & ledger.ARRIVAL_MASK > known)
        take = functools.partial(salvage.bring_back, salvaged=salvage.sort_out(rows, keys))
    elif left_over := found.log.left_over(found.whole):
        known = (ledger.standing(db) or ledger.EMPTY).written_for
        new = [row for row in single if row[0] & ledger.ARRIVAL_MASK > known]
        lost = raw_pages.rows(left_over, raw_pages.read_pages(found.file))
        certain = found.log.lost_commits(found.whole)
        take = functools.partial(salvage.bring_back_tail, single=new, found=lost, keys=keys, certain=certain)
    else:
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        taken = take(db)
        _check_values(db, boots)
        db.execute("COMMIT")
    except (*SQLITE_FAILURES, _FileDamagedError):  # worse than it looked: a device that starts comes first
        db.execute("ROLLBACK")
        taken = salvage.Taken(0, 0)
    keys.forget()
    boots.reload(db)
    if found.aside is not None or taken != salvage.Taken(0, 0):
        _log.warning(
            "the store was damaged (%s): %d entries brought back, %d records lost and counted",
            "a part of its log" if found.aside is None else f"set aside as {found.aside.name}",
            taken.brought_back,
            taken.lost,
        )


def _check_structure(db: sqlite3.Connection) -> None:
    """Structure, constraints and indexes, by SQLite."""
    if db.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
        raise _FileDamagedError
    if db.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
        db.execute("REINDEX")  # rows are whole, only an index is not, and it can be made from them


def _check_values(db: sqlite3.Connection, boots: Boots) -> None:
    """Every value, by reading it the way we use it."""
    try:
        for table in ("entries", "settled"):
            for seq, recorded_us in db.execute(f"SELECT seq, recorded_us FROM {table}"):  # noqa: S608 - our own tables
                Priority(seq >> ledger.CLASS_BITS)
                from_microseconds(recorded_us)
        consent.check(db, boots)
        for requested_at, record_ids, _ in db.execute("SELECT requested_at, record_ids, hub_stores FROM tombstones"):
            moment(requested_at)
            json.loads(record_ids)
        ledger.losses(db)
        if ledger.standing(db) is None or not ledger.read(db).balanced:
            raise _FileDamagedError
    except (ValueError, TypeError, OverflowError):
        raise _FileDamagedError from None


def _finish_rotation(db: sqlite3.Connection, keys: subjects.Keys) -> None:
    """Go on with a rotation of the device key that a power cut interrupted."""
    if keys.store.rotating:
        db.execute("BEGIN IMMEDIATE")
        subjects.rewrap_all(db, keys)
        db.execute("COMMIT")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        keys.store.finish_rotation()


def _check_device_key(db: sqlite3.Connection, keys: subjects.Keys, now: datetime, file: Path) -> None:
    """That the device key is the one the file was made with; a new file is bound to it."""
    fingerprint = keys.store.blind("store/device-key")
    row = db.execute("SELECT wrapped_key FROM subjects WHERE subject = ?", (subjects.DEVICE_SUBJECT,)).fetchone()
    if row is None:
        _bind_to_device(db, keys, now, fingerprint)
        return
    try:
        keys.unwrapped(row[0])
    except DamagedError:
        wanted = {_KEY_CHECK: fingerprint, subjects.WRAPPING_CHECK: subjects.wrapping_fingerprint(keys)}
        known = {k: v for k, v in db.execute("SELECT name, value FROM meta").fetchall() if k in wanted}
        if _KEY_CHECK in known and all(wanted[name] == value for name, value in known.items()):
            raise _FileDamagedError from None
        raise TechnicianNeededError(
            f"{file} was made under another device key and was left as it is. Restore that key, or move the file away "
            "and start anew: what waits in it cannot be sent without its key."
        ) from None


def _bind_to_device(db: sqlite3.Connection, keys: subjects.Keys, now: datetime, fingerprint: str) -> None:
    if db.execute("SELECT 1 FROM entries").fetchone() is not None:
        raise _FileDamagedError
    _, wrapped = keys.fresh()
    db.execute("BEGIN IMMEDIATE")
    db.execute("INSERT OR REPLACE INTO meta(name, value) VALUES (?, ?)", (_KEY_CHECK, fingerprint))
    db.execute(
        "INSERT INTO subjects(subject, wrapped_key, created) VALUES (?, ?, ?)",
        (subjects.DEVICE_SUBJECT, wrapped, now.isoformat()),
    )
    db.execute("COMMIT")
