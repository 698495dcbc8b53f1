"""One installed model: what its files must be, and whether they still are.

- Every byte is read and compared when a model is installed, when `verify` is asked for, when a file's size, times or
  inode changed since the last full check, and when that check is a week old. Otherwise only those are looked at.
- A changed file always shows: setting its modification time back moves its change time (ctime) on, and a file is only
  trusted by its times once the clock that stamps files has moved past its last change.
- An engine reads optional files by name, so a file too many is refused too.
"""

import os
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from agent.adapters.model_store.catalogue import Entry, ModelFile
from agent.adapters.model_store.reading import Progress, sha256_of
from agent.errors import TechnicianNeededError

Stamp = tuple[int, int, int, int]
"""What changes when a file does: size, mtime ns, ctime ns, inode."""
State = Literal["installed", "absent", "damaged"]
Trial = Literal["pending", "passed", "failed", "untested"]
"""How the model did on the golden clips; untested where a technician said so or there are none in its language."""

FULL_CHECK_EVERY_S = 7 * 24 * 3600.0
"""Bits rot without a trace in a file's times; a week keeps the reading under a second a day."""
_RECORD = ".tingche.json"
_TICK_S = 0.05  # Linux stamps files by a clock that moves in steps of 1 to 10 ms


class _Record(BaseModel):
    """What is written down beside the model's files."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    archive: str | None = None
    """SHA-256 of the archive that it was unpacked from."""
    files: tuple[ModelFile, ...] = ()
    seen: dict[str, Stamp] = {}
    """How each file looked when every byte was right."""
    read_at: float = 0.0
    """When every byte was last read, Unix time in s."""
    trial: Trial = "untested"
    reason: str = ""
    """Why the trial failed."""


class InstalledModel:
    """A model's folder.

    Args:
        folder: where its files are.
        entry: what the catalogue says of it.
        now: Unix time in s.
    """

    def __init__(self, folder: Path, entry: Entry, now: Callable[[], float]) -> None:
        self.folder = folder
        self._entry = entry
        self._now = now
        self._remedy = f"`tingche-agent models install {entry.name}`"
        self._record = _read_record(folder / _RECORD)

    @property
    def state(self) -> State:
        """By the files' names and sizes; `check` reads them."""
        if not self.folder.is_dir():
            return "absent"
        files = self._expected()
        whole = files and all(_size(self.folder / f.path) == f.bytes for f in files)
        return "installed" if whole else "damaged"

    @property
    def trial(self) -> Trial:
        """How it did on the golden clips."""
        return self._record.trial

    @property
    def reason(self) -> str:
        """Why the trial failed."""
        return self._record.reason

    def begin(self, files: tuple[ModelFile, ...], trial: Trial) -> None:
        """Write down what was just unpacked here.

        Raises:
            OSError: the disk refused.
        """
        archive = self._entry.archive.sha256 if self._entry.archive else None
        self._write(_Record(archive=archive, files=files, trial=trial))

    def judge(self, trial: Trial, reason: str = "") -> None:
        """Write down how the trial went.

        Raises:
            OSError: the disk refused.
        """
        self._write(self._record.model_copy(update={"trial": trial, "reason": reason}))

    def check(self, *, in_full: bool, progress: Progress = lambda _what, _done, _total: None) -> None:
        """Read what has to be read, and compare.

        Raises:
            TechnicianNeededError: not here, or damaged; names the file and the remedy.
        """
        name, expected = self._entry.name, self._expected()
        if not self.folder.is_dir():
            raise TechnicianNeededError(f"Model {name} is not installed in {self.folder.parent}: run {self._remedy}.")
        if not expected:
            raise TechnicianNeededError(f"Model {name}: {self.folder / _RECORD} is damaged: run {self._remedy}.")
        self._refuse_strangers(expected)
        age_s = self._now() - self._record.read_at
        in_full = in_full or not 0 <= age_s < FULL_CHECK_EVERY_S
        seen = self._record.seen
        unread = [f for f in expected if in_full or seen.get(f.path) != _stamp(self.folder / f.path)]
        done, total, read = 0, sum(f.bytes for f in unread), {}
        for file in unread:
            told = partial(_tell, progress, done, total)
            read[file.path] = self._read(file, told, from_disk=in_full)
            done += file.bytes
        if unread:
            changes = {"files": expected, "seen": {**seen, **read}} | ({"read_at": self._now()} if in_full else {})
            with suppress(OSError):  # a read-only folder is fine: the next start reads every byte again
                self._write(self._record.model_copy(update=changes))

    def _read(self, file: ModelFile, told: Callable[[int], None], *, from_disk: bool) -> Stamp:
        """How a file looked before it was read and found right."""
        path = self.folder / file.path
        stamp = settled_stamp(path)
        try:
            if from_disk:
                _forget_cached(path)
            right = _size(path) == file.bytes and sha256_of(path, told) == file.sha256
        except OSError:  # a bad sector
            right = False
        if stamp is None or not right:
            raise TechnicianNeededError(f"Model {self._entry.name}: {path} is damaged: run {self._remedy}.")
        return stamp

    def _expected(self) -> tuple[ModelFile, ...]:
        """The files that must be there; for an archive, those it was unpacked to. Empty when that is not known."""
        if self._entry.archive is None:
            return self._entry.files
        return self._record.files if self._record.archive == self._entry.archive.sha256 else ()

    def _refuse_strangers(self, expected: tuple[ModelFile, ...]) -> None:
        known = {f.path for f in expected} | {_RECORD, f"{_RECORD}.new"}
        for path in self.folder.rglob("*"):
            if not path.is_dir() and path.relative_to(self.folder).as_posix() not in known:
                raise TechnicianNeededError(
                    f"Model {self._entry.name}: {path} does not belong there: delete it, or run "
                    f"`tingche-agent models remove {self._entry.name}` and install again."
                )

    def _write(self, record: _Record) -> None:
        new = self.folder / f"{_RECORD}.new"
        with new.open("w", encoding="utf-8") as out:
            out.write(record.model_dump_json(indent=1))
            out.flush()
            os.fsync(out.fileno())
        new.replace(self.folder / _RECORD)
        self._record = record


def _read_record(path: Path) -> _Record:
    try:
        return _Record.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return _Record()


def _tell(progress: Progress, before: int, total: int, done: int) -> None:
    progress("checking", before + done, total)


def _forget_cached(path: Path) -> None:
    """Let the next read come from the disk, not from memory: worn flash gives back other bytes than it got."""
    with path.open("rb") as file:
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def settled_stamp(path: Path) -> Stamp | None:
    """What changes when a file does, taken when a later change must look different."""
    stamp = _stamp(path)
    if stamp is not None and time.time_ns() - max(stamp[1:3]) < _TICK_S * 1e9:
        time.sleep(_TICK_S)
    return _stamp(path)


def _stamp(path: Path) -> Stamp | None:
    """Size, times in ns, inode. None when it is gone."""
    try:
        seen = path.stat()
    except OSError:
        return None
    return seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1
