"""Damaged files: moved away, so that a device always starts, and kept until all that is readable was brought back.

An empty file `<name>.salvaging-<utc>` says that bringing back from `<name>.corrupt-<utc>` was begun and not ended.
While it is there nobody was thanked for anything in the file under the store's own name: it is the damaged one, not
moved yet, or a new one, half made. So whatever a cut power interrupts begins anew at the next start.

A log that is damaged in its middle stays in use, and what is brought back from behind that place is written over it: so
it is copied first, to `<name>.corrupt-log-<frames that SQLite takes>`.
"""

import os
from datetime import datetime
from pathlib import Path
from typing import Final

from agent.errors import TechnicianNeededError

_SALVAGING: Final = ".salvaging-"
_CORRUPT: Final = ".corrupt-"
_LOG: Final = f"{_CORRUPT}log-"


def begin(file: Path, now: datetime) -> Path:
    """Move a damaged file away, with its log; where it is now."""
    name = f"{file.name}{_CORRUPT}{now:%Y%m%dT%H%M%SZ}"
    taken = len(list(file.parent.glob(f"{name}*")))
    aside = file.with_name(f"{name}-{taken}" if taken else name)
    _mark(file, aside).touch()
    sync_folder(file.parent)
    _move(file, aside)
    return aside


def begun(file: Path) -> Path | None:
    """What an interrupted start had not brought back everything from yet, away for good now; None where there is none.

    The file under the store's own name is gone then.
    """
    for mark in sorted(file.parent.glob(f"{file.name}{_SALVAGING}*")):
        aside = file.with_name(mark.name.replace(_SALVAGING, _CORRUPT))
        if aside.exists():
            discard(file)
            return aside
        if file.exists():
            _move(file, aside)
            return aside
        mark.unlink()
    return None


def end(file: Path, aside: Path) -> None:
    """All that is readable is durably in the new file."""
    _mark(file, aside).unlink()
    sync_folder(file.parent)


def keep_log(file: Path, whole: int) -> Path:
    """Copy the log, before anything is written over the part of it that SQLite passes over; where the copy is.

    Args:
        file: the database.
        whole: how many frames SQLite takes.
    """
    kept = file.with_name(f"{file.name}{_LOG}{whole}")
    unfinished = file.with_name(f"{file.name}{_CORRUPT}copy")
    with unfinished.open("wb") as copy:
        copy.write(_beside(file)[0].read_bytes())
        copy.flush()
        os.fsync(copy.fileno())
    unfinished.replace(kept)
    sync_folder(file.parent)
    return kept


def kept_log(file: Path) -> tuple[Path, int] | None:
    """The copy that an interrupted start left, and how many frames of it SQLite took."""
    for kept in file.parent.glob(f"{file.name}{_LOG}*"):
        whole = kept.name.rpartition("-")[2]
        if whole.isdigit():
            return kept, int(whole)
    return None


def drop_log(kept: Path) -> None:
    """All that is readable of it is durably in the file."""
    kept.unlink()
    sync_folder(kept.parent)


def discard(file: Path) -> None:
    """Delete a new file that was not finished."""
    for one in (*_beside(file), file):
        one.unlink(missing_ok=True)


def listed(file: Path) -> list[Path]:
    """Damaged files beside this one, with their logs."""
    return sorted(file.parent.glob(f"{file.name}{_CORRUPT}*"))


def delete(file: Path) -> int:
    """Delete damaged files set aside earlier, with their logs; how many.

    Raises:
        TechnicianNeededError: one cannot be deleted; names it.
    """
    damaged = listed(file)
    for one in damaged:
        try:
            one.unlink(missing_ok=True)
        except OSError:
            raise TechnicianNeededError(
                f"The damaged file {one} may hold what was to be deleted, and cannot be deleted. Delete it by hand."
            ) from None
    return len(damaged)


def sync_folder(folder: Path) -> None:
    """A new name has to survive a power cut as well."""
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _mark(file: Path, aside: Path) -> Path:
    return file.with_name(aside.name.replace(_CORRUPT, _SALVAGING))


def _beside(file: Path) -> tuple[Path, Path, Path]:
    log, index, journal = (file.with_name(f"{file.name}-{what}") for what in ("wal", "shm", "journal"))
    return log, index, journal


def _move(file: Path, aside: Path) -> None:
    """The log first: a new file beside an old log would take the log for its own."""
    log, index, journal = _beside(file)
    if log.exists():
        log.replace(aside.with_name(f"{aside.name}-wal"))
    index.unlink(missing_ok=True)
    journal.unlink(missing_ok=True)
    sync_folder(file.parent)
    file.replace(aside)
    sync_folder(file.parent)
