"""A file system under the real store that records every write and sync, and a disk that loses power at any of them.

SQLite writes through; nothing about the store changes. Afterwards the recording is replayed up to a cut: what was
synced is there, and of what was not, each 512-byte sector is there or not, at random. That is how a disk that promises
nothing beyond fsync behaves, and what no killed process can show, because the page cache survives a kill.

Needs an `apsw` that shares SQLite's library with Python's `sqlite3`: Debian's, fetched by `fetch_apsw.sh`.
"""

import errno
import os
import random
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

APSW_FOLDER = Path(__file__).parents[2] / ".tools" / "apsw"
SECTOR_BYTES = 512

_kept_alive: list[Any] = []
"""File systems and their names are SQLite's for as long as the process lives: a freed one crashes a later close."""


@dataclass(frozen=True)
class Write:
    file: str
    offset: int
    data: bytes


@dataclass(frozen=True)
class Truncate:
    file: str
    size: int


@dataclass(frozen=True)
class Sync:
    file: str


@dataclass(frozen=True)
class Delete:
    file: str


@dataclass(frozen=True)
class Note:
    """Something the test saw, in its place among the writes."""

    what: str
    about: str


Event = Write | Truncate | Sync | Delete | Note
Tape = list[Event]


def seeded(seed: int) -> random.Random:
    """Chance that a failing run can repeat."""
    return random.Random(seed)  # noqa: S311 - dice for a test, no secret


def need_apsw() -> Any:
    """Debian's apsw. Without it the test is skipped, but never where CI is set: there it must run."""
    if APSW_FOLDER.is_dir() and str(APSW_FOLDER) not in sys.path:
        sys.path.append(str(APSW_FOLDER))
    try:
        import apsw
    except ImportError as error:
        return _unavailable(f"apsw cannot be imported ({error}): run tests/faults/fetch_apsw.sh")
    if apsw.sqlitelibversion() != sqlite3.sqlite_version:
        return _unavailable("apsw brings its own SQLite: remove it from this environment, the recorder needs Debian's")
    return apsw


def _unavailable(reason: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def recording_connect(
    apsw: Any, tape: Tape, factory: type[sqlite3.Connection] = sqlite3.Connection
) -> Callable[[Path], sqlite3.Connection]:
    """A `connect` for the store whose files are recorded on `tape`."""
    vfs_name = f"recording-{len(_kept_alive)}"

    class RecordingFile(apsw.VFSFile):
        def __init__(self, name: Any, flags: Any) -> None:
            self.file = Path(name if isinstance(name, str) else name.filename()).name
            super().__init__("", name, flags)

        def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 - SQLite's name
            tape.append(Write(self.file, offset, bytes(data)))
            super().xWrite(data, offset)

        def xTruncate(self, size: int) -> None:  # noqa: N802 - SQLite's name
            tape.append(Truncate(self.file, size))
            super().xTruncate(size)

        def xSync(self, flags: int) -> None:  # noqa: N802 - SQLite's name
            super().xSync(flags)
            tape.append(Sync(self.file))

    class RecordingSystem(apsw.VFS):
        def __init__(self) -> None:
            super().__init__(vfs_name, "")

        def xOpen(self, name: Any, flags: Any) -> Any:  # noqa: N802 - SQLite's name
            return RecordingFile(name, flags)

        def xDelete(self, name: str, sync_folder: bool) -> None:  # noqa: N802 - SQLite's name
            super().xDelete(name, sync_folder)
            tape.append(Delete(Path(name).name))

    _kept_alive.append(RecordingSystem())

    return _through(vfs_name, factory)


class RecordingDisk:
    """The store's other file, recorded on the same tape."""

    def __init__(self, tape: Tape) -> None:
        self._tape = tape

    def write(self, file: int, data: bytes, offset: int) -> int:
        self._tape.append(Write(_name(file), offset, bytes(data)))
        return os.pwrite(file, data, offset)

    def sync(self, file: int) -> None:
        os.fdatasync(file)
        self._tape.append(Sync(_name(file)))


def _name(file: int) -> str:
    return Path(f"/proc/self/fd/{file}").readlink().name


@dataclass
class Fault:
    """A disk that fails at will: every write, truncation and sync after the next so many."""

    kind: type[Exception] | None = None
    calls_before: int = 0

    def arm(self, kind: type[Exception], calls_before: int) -> None:
        """Fail from now on."""
        self.kind, self.calls_before = kind, calls_before

    def disarm(self) -> None:
        """Be well again."""
        self.kind = None

    def strike(self) -> None:
        """Fail, if it is time."""
        if self.kind is not None:
            if self.calls_before <= 0:
                raise self.kind("by the test")
            self.calls_before -= 1


class FailingDisk:
    """The store's other file, on the same disk."""

    def __init__(self, fault: Fault) -> None:
        self._fault = fault

    def write(self, file: int, data: bytes, offset: int) -> int:
        self._strike()
        return os.pwrite(file, data, offset)

    def sync(self, file: int) -> None:
        self._strike()
        os.fdatasync(file)

    def _strike(self) -> None:
        try:
            self._fault.strike()
        except Exception as error:
            raise OSError(errno.EIO, "by the test") from error


def failing_connect(apsw: Any, fault: Fault) -> Callable[[Path], sqlite3.Connection]:
    """A `connect` for the store whose disk fails when `fault` is armed."""
    vfs_name = f"failing-{len(_kept_alive)}"

    class FailingFile(apsw.VFSFile):
        def __init__(self, name: Any, flags: Any) -> None:
            super().__init__("", name, flags)

        def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 - SQLite's name
            fault.strike()
            super().xWrite(data, offset)

        def xTruncate(self, size: int) -> None:  # noqa: N802 - SQLite's name
            fault.strike()
            super().xTruncate(size)

        def xSync(self, flags: int) -> None:  # noqa: N802 - SQLite's name
            fault.strike()
            super().xSync(flags)

    class FailingSystem(apsw.VFS):
        def __init__(self) -> None:
            super().__init__(vfs_name, "")

        def xOpen(self, name: Any, flags: Any) -> Any:  # noqa: N802 - SQLite's name
            return FailingFile(name, flags)

    _kept_alive.append(FailingSystem())
    return _through(vfs_name, sqlite3.Connection)


def _through(vfs_name: str, factory: type[sqlite3.Connection]) -> Callable[[Path], sqlite3.Connection]:
    def connect(path: Path) -> sqlite3.Connection:
        uri = f"file:{quote(str(path))}?vfs={vfs_name}"
        return sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False, factory=factory)

    return connect


@dataclass
class _DiskFile:
    synced: bytearray = field(default_factory=bytearray)
    unsynced: list[Write | Truncate] = field(default_factory=list)

    def settle(self) -> None:
        for event in self.unsynced:
            _apply(self.synced, event)
        self.unsynced.clear()

    def after_cut(self, chance: random.Random) -> bytes:
        image = bytearray(self.synced)
        for event in self.unsynced:
            if isinstance(event, Truncate):
                if chance.random() < 0.5:
                    _apply(image, event)
                continue
            for start in range(0, len(event.data), SECTOR_BYTES):
                if chance.random() < 0.5:
                    _apply(image, Write(event.file, event.offset + start, event.data[start : start + SECTOR_BYTES]))
        return bytes(image)


@dataclass
class Disk:
    """What a recording leaves on a disk, event by event."""

    files: dict[str, _DiskFile] = field(default_factory=dict)

    @classmethod
    def holding(cls, name: str, content: bytes) -> "Disk":
        """A disk on which one file lies, synced, before the recording begins."""
        return cls({name: _DiskFile(bytearray(content))})

    def follow(self, event: Event) -> None:
        """Take one event of the tape."""
        match event:
            case Write() | Truncate():
                self.files.setdefault(event.file, _DiskFile()).unsynced.append(event)
            case Sync():
                self.files.setdefault(event.file, _DiskFile()).settle()
            case Delete():
                self.files.pop(event.file, None)
            case Note():
                pass

    def cut_power(self, folder: Path, chance: random.Random) -> None:
        """Write into `folder` what a power cut at this moment leaves."""
        for name, file in self.files.items():
            (folder / name).write_bytes(file.after_cut(chance))


def _apply(image: bytearray, event: Write | Truncate) -> None:
    if isinstance(event, Truncate):
        del image[event.size :]
        image.extend(bytes(event.size - len(image)))
        return
    end = event.offset + len(event.data)
    image.extend(bytes(max(0, end - len(image))))
    image[event.offset : end] = event.data
