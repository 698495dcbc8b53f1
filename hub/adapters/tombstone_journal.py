"""Every deletion ever asked for, in a file beside the database: a backup that comes back learns from it what to forget.

- A line is on the disk before anything is deleted. So no database, however old, is served without its tombstones.
- Lines are only ever added. One that a power cut tore is skipped: its deletion was not begun, and is asked for again.
- It holds pseudonyms, ids and times, as the tombstones do.
"""

import fcntl
import json
import logging
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from hub.adapters.state_folder import disk_error
from hub.erasure.deletion import Deletion

_log = logging.getLogger(__name__)


class TombstoneJournal:
    """One file. Several threads and processes may append."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def append(self, deletions: Iterable[Deletion]) -> None:
        """Add these and wait for the disk.

        Raises:
            HubError: they could not be written: do not delete yet.
        """
        lines = "".join(json.dumps(deletion.to_json(), separators=(",", ":")) + "\n" for deletion in deletions)
        if not lines:
            return
        try:
            self._write(lines.encode())
        except OSError as error:
            raise disk_error(error, self.path) from None

    def read(self) -> Sequence[Deletion]:
        """All, oldest first. What cannot be read is skipped, and said.

        Raises:
            HubError: the file cannot be read.
        """
        try:
            lines = self.path.read_bytes().splitlines()
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise disk_error(error, self.path) from None
        found, damaged = [], 0
        for line in lines:
            try:
                found.append(Deletion.from_json(line))
            except ValueError:
                damaged += line != b""
        if damaged:
            _log.warning(
                "%s: %d lines cannot be read; the database and newer backups know those too", self.path, damaged
            )
        return found

    def _write(self, lines: bytes) -> None:
        new = not self.path.exists()
        handle = os.open(self.path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)  # several intake processes; freed with the handle
            size = os.fstat(handle).st_size
            if size and os.pread(handle, 1, size - 1) != b"\n":
                lines = b"\n" + lines  # after a line that a power cut tore
            written = os.write(handle, lines)
            if written != len(lines):
                raise OSError(28, "short write")
            os.fsync(handle)
        finally:
            os.close(handle)
        if new:
            folder = os.open(self.path.parent, os.O_RDONLY | os.O_CLOEXEC)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
