"""The hub's state folder: who holds it, and where a running hub can be reached.

STATE/hub.db      database (SQLite), unless --database names another
STATE/tombstones.jsonl  every deletion ever asked for; a backup that comes back learns from it what to forget
STATE/keys/       0700, files 0600
STATE/hub.lock    held while a hub runs; names its process
STATE/hub.json    addresses of the running hub, no secrets; gone when it stops
STATE/broker.*    the same for a broker that runs apart
"""

import fcntl
import json
import os
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from hub.errors import OperatorNeededError, TemporaryError


class StateFolder:
    """One state folder, by its path."""

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()

    @property
    def database_file(self) -> Path:
        """Where the default database lives."""
        return self.path / "hub.db"

    @property
    def tombstones_file(self) -> Path:
        """Where every deletion is written down first."""
        return self.path / "tombstones.jsonl"

    @property
    def keys(self) -> Path:
        """Where the keys live."""
        return self.path / "keys"

    def create(self) -> None:
        """Make the folder, for its owner alone, if it is not there.

        Raises:
            OperatorNeededError: it cannot be made or written.
        """
        try:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            probe = self.path / ".writable"
            probe.write_bytes(b"")
            probe.unlink()
        except OSError as error:
            raise disk_error(error, self.path) from None

    def require(self) -> None:
        """Check that the folder is there.

        Raises:
            OperatorNeededError: it is not.
        """
        if not self.path.is_dir():
            raise OperatorNeededError(
                f"There is no hub in {self.path}. Start one with `tingche-hub serve --state {self.path}`, "
                "or name another folder with --state."
            )

    def addresses(self, role: str = "hub") -> dict[str, Any] | None:
        """What a running hub (or broker) has published about itself; None when none runs."""
        try:
            found: dict[str, Any] = json.loads((self.path / f"{role}.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return found

    def publish(self, addresses: dict[str, Any], role: str = "hub") -> None:
        """Publish addresses for other commands, replacing what was there in one step."""
        target = self.path / f"{role}.json"
        fresh = target.with_suffix(".json.new")
        try:
            fresh.write_text(json.dumps(addresses, ensure_ascii=False) + "\n", encoding="utf-8")
            fresh.replace(target)
        except OSError as error:
            raise disk_error(error, target) from None

    def unpublish(self, role: str = "hub") -> None:
        """Take the addresses back."""
        (self.path / f"{role}.json").unlink(missing_ok=True)


class StateLock:
    """Held by the one process that serves a state folder; freed by the kernel however that process ends."""

    def __init__(self, state: StateFolder, role: str = "hub") -> None:
        self._file = state.path / f"{role}.lock"
        self._state = state
        self._handle = -1

    def __enter__(self) -> Self:
        try:
            self._handle = os.open(self._file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise disk_error(error, self._file) from None
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            other = os.read(self._handle, 32).decode(errors="replace").strip() or "unknown"
            os.close(self._handle)
            raise OperatorNeededError(
                f"{self._state.path} is in use by process {other}. Stop that process, or name another with --state."
            ) from None
        os.ftruncate(self._handle, 0)
        os.pwrite(self._handle, f"{os.getpid()}\n".encode(), 0)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._handle)


def disk_error(error: OSError, place: Path) -> OperatorNeededError | TemporaryError:
    """A failed file operation in our words."""
    if error.errno in (28, 122):  # ENOSPC, EDQUOT
        return TemporaryError(f"The disk is full: {place} cannot be written. Free space; nothing accepted is lost.")
    return OperatorNeededError(
        f"{place} cannot be written ({error.strerror}). Give this user the right to write it, or name another --state."
    )
