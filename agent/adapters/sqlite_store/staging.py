"""Single records that follow each other, durable by one write each, until the next transaction moves them to the table.

SQLite writes two whole pages for a record of a kilobyte, in four calls; here it is the record, in one. That pays where
several follow each other and nobody reads in between: whoever reads has them moved first, and the second commit would
cost more than the first one saved.

- A file of its own beside the database, laid out in advance: as many slots as the ledger's row may be behind.
- A slot holds a row as the table will have it, with its own checksum and the mark of the database that it belongs to.
  Its body is sealed, as in the table.
- A slot is over as soon as the ledger's row knows of its number of arrival: the transaction that moves it writes that
  row. So nothing has to be written to free a slot, and no older one can come back.
- Erasing overwrites what was used (`wipe`), like the log.
- A disk with little free space has none: what was thanked for here must find room in the table a moment later.
"""

import contextlib
import errno
import os
import sqlite3
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, Protocol

from agent.adapters.sqlite_store.ledger import ARRIVAL_MASK, MOST_BEHIND
from agent.adapters.sqlite_store.setting_aside import sync_folder
from agent.contract.identifiers import RandomBytes

Row = tuple[Any, ...]
"""The values of a row of `entries`, in order."""

SLOT_BYTES: Final = 4096
"""A block of the file system: what a cut power tears is one record."""
MARK_BYTES: Final = 8
_MARK: Final = "staging_mark"
"""In `meta`: what tells a database's rows here from those of another that was in its place before."""
_MAGIC: Final = b"TCS1"
_NUMBERS: Final = struct.Struct(">QQQQd")
"""Row number, size of the frame, microseconds since 1970, boot, seconds of that boot."""
_LENGTHS: Final = struct.Struct(">6H")
_ABSENT: Final = 0xFFFF
_HEAD: Final = struct.Struct(f">4s{MARK_BYTES}sHI")
"""Magic, mark, bytes of what follows, their CRC-32."""
_MODE: Final = 0o600

SPARE_BYTES: Final = 64 << 20
"""Less free space on the disk is kept for what is there already."""


class Disk(Protocol):
    """How the file is written; tests record it, and cut the power in between."""

    def write(self, file: int, data: bytes, offset: int, /) -> int:
        """As `os.pwrite`."""
        ...

    def sync(self, file: int, /) -> None:
        """As `os.fdatasync`."""
        ...


class SystemDisk:
    """The system's own calls."""

    write = staticmethod(os.pwrite)
    sync = staticmethod(os.fdatasync)


class Staging:
    """The file and what of it is not moved yet. Used on the writer's turn only.

    Args:
        file: made where it is missing.
        mark: of the database: no two have the same.
        disk: how it is written.

    Raises:
        OSError: it cannot be made or opened; a store works without.
    """

    def __init__(self, file: Path, mark: bytes, disk: Disk) -> None:
        self._mark = mark
        self._write, self._sync = disk.write, disk.sync
        self._file = os.open(file, os.O_RDWR | os.O_CREAT, _MODE)
        try:
            self._used = self._lay_out(file.parent)
            """Slots that may hold something."""
        except BaseException:
            self.close()
            raise
        self.rows: list[Row] = []
        """Durable here alone, in order of arrival."""
        self.ids: set[str] = set()
        """Of the same records."""

    def _lay_out(self, folder: Path) -> int:
        """Make every slot exist, so that writing one changes no size; how many may hold something."""
        there = os.pread(self._file, SLOT_BYTES * MOST_BEHIND, 0)
        if len(there) < SLOT_BYTES * MOST_BEHIND:
            self._write_whole(bytes(SLOT_BYTES * MOST_BEHIND - len(there)), len(there))
            self._sync(self._file)
            sync_folder(folder)
        return -(-len(there.rstrip(b"\0")) // SLOT_BYTES)

    def append(self, row: Row) -> bool:
        """Make a row durable; False where it does not fit, and nothing has changed.

        Raises:
            OSError: the disk refused; whether it is there is not known, and it counts as not there.
        """
        packed = _pack(row)
        slot = len(self.rows)
        if packed is None or slot >= MOST_BEHIND or not (slot or self._has_space()):
            return False
        slotted = _HEAD.pack(_MAGIC, self._mark, len(packed), zlib.crc32(packed)) + packed
        self._used = max(self._used, slot + 1)
        self._write_whole(slotted, slot * SLOT_BYTES)
        self._sync(self._file)
        self.rows.append(row)
        self.ids.add(row[1])
        return True

    def moved(self, known: int) -> None:
        """The table durably has all up to this arrival."""
        self.rows = [row for row in self.rows if row[0] & ARRIVAL_MASK > known]
        self.ids = {row[1] for row in self.rows}

    def wipe(self) -> bool:
        """Overwrite what was used; False where something waits to be moved, or the disk refused."""
        if self.rows:
            return False
        if self._used:
            try:
                self._write_whole(bytes(self._used * SLOT_BYTES), 0)
                self._sync(self._file)
            except OSError:
                return False
            self._used = 0
        return True

    def _write_whole(self, data: bytes, offset: int) -> None:
        if self._write(self._file, data, offset) != len(data):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))  # a short write is how a disk says so first

    def _has_space(self) -> bool:
        disk = os.fstatvfs(self._file)
        return disk.f_bavail * disk.f_frsize >= SPARE_BYTES

    def close(self) -> None:
        """Let go of the file."""
        with contextlib.suppress(OSError):
            os.close(self._file)


def mark_database(db: sqlite3.Connection, random_bytes: RandomBytes) -> None:
    """Give a database its mark; a step of its schema, so older agents, which do not look here, refuse the file."""
    fresh = random_bytes(MARK_BYTES)
    db.execute("INSERT INTO meta(name, value) VALUES (?, ?)", (_MARK, _with_checksum(fresh)))


def mark_of(db: sqlite3.Connection) -> bytes | None:
    """A database's mark; None where it is not what was written."""
    row = db.execute("SELECT value FROM meta WHERE name = ?", (_MARK,)).fetchone()
    with contextlib.suppress(ValueError):
        found = bytes.fromhex(row[0][: 2 * MARK_BYTES]) if row else b""
        if row and row[0] == _with_checksum(found):
            return found
    return None


def _with_checksum(mark: bytes) -> str:
    return f"{mark.hex()}-{zlib.crc32(mark):08x}"


def read(file: Path, mark: bytes | None) -> list[Row]:
    """Every whole row of a file, in order of arrival; none where there is no file. Most are over: see `Staging`.

    Args:
        file: as `Staging` writes it.
        mark: of the database; None for rows of any, to be believed where their seal opens.
    """
    try:
        raw = file.read_bytes()
    except OSError:
        return []
    return sorted(_slots(raw, mark), key=lambda row: row[0] & ARRIVAL_MASK)


def _slots(raw: bytes, mark: bytes | None) -> Iterator[Row]:
    for start in range(0, len(raw) - SLOT_BYTES + 1, SLOT_BYTES):
        magic, marked, size, checksum = _HEAD.unpack_from(raw, start)
        packed = raw[start + _HEAD.size : start + _HEAD.size + size]
        if magic == _MAGIC and marked == (mark or marked) and len(packed) == size and zlib.crc32(packed) == checksum:
            with contextlib.suppress(struct.error, UnicodeDecodeError):  # damage that a checksum happens to fit
                yield _unpack(packed)


def _pack(row: Row) -> bytes | None:
    seq, record_id, kind, subject, grant_id, size, recorded_us, boot, monotonic, blinds, body = row
    parts = [
        record_id.encode(),
        kind.encode(),
        None if subject is None else subject.encode(),
        None if grant_id is None else grant_id.encode(),
        blinds,
        body,
    ]
    if len(body) > SLOT_BYTES or not 0 <= recorded_us < 1 << 63:
        return None
    packed = b"".join(
        (
            _NUMBERS.pack(seq, size, recorded_us, boot, monotonic),
            _LENGTHS.pack(*(_ABSENT if part is None else len(part) for part in parts)),
            *(part for part in parts if part is not None),
        )
    )
    return packed if len(packed) <= SLOT_BYTES - _HEAD.size else None


def _unpack(packed: bytes) -> Row:
    seq, size, recorded_us, boot, monotonic = _NUMBERS.unpack_from(packed)
    at = _NUMBERS.size + _LENGTHS.size
    parts: list[bytes | None] = []
    for length in _LENGTHS.unpack_from(packed, _NUMBERS.size):
        if length == _ABSENT:
            parts.append(None)
        else:
            parts.append(packed[at : at + length])
            at += length
    texts = [None if part is None else part.decode() for part in parts[:4]]
    return (seq, *texts, size, recorded_us, boot, monotonic, *parts[4:])
