"""The agent's state folder: private to its owner, used by one process at a time."""

import fcntl
import os
from pathlib import Path

from agent.errors import TechnicianNeededError, TemporaryError

_LOCK_NAME = "agent.lock"


class StateFolder:
    """A locked state folder. The lock ends with the process, however it ends."""

    def __init__(self, path: Path) -> None:
        """Make the folder if it is missing, and lock it.

        Raises:
            TechnicianNeededError: the path cannot be a state folder.
            TemporaryError: another agent is using it.
        """
        self.path = path
        try:
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._handle = os.open(path / _LOCK_NAME, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise TechnicianNeededError(
                f"The state folder {path} cannot be used ({error.strerror}). Choose a folder that this user may write: "
                "--state DIR"
            ) from None
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(self._handle)
            raise TemporaryError(
                f"Another agent is using {path}. Ask that one (the commands do so by themselves once it has started), "
                "or stop it first."
            ) from None

    def close(self) -> None:
        """Let go."""
        os.close(self._handle)
