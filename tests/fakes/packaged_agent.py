"""The agent as it is once installed, with a catalogue of the test's own in its package, run by its command line."""

import os
import pty
import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.fakes.tiny_model import catalogue

ROOT = Path(__file__).parent.parent.parent
_PATIENCE_S = 300.0


class PackagedAgent:
    """A copy of the agent's code with another catalogue, and a models folder.

    Args:
        folder: for the copy and for the models.
        entries: of the catalogue.
    """

    def __init__(self, folder: Path, *entries: str) -> None:
        self.site = folder / "site"
        """What PYTHONPATH has to name for another process to run this copy."""
        self.models = folder / "models"
        shutil.copytree(ROOT / "agent", self.site / "agent")
        data = self.site / "agent" / "data"
        for shipped in ("device_profiles", "offline_models"):
            shutil.copytree(ROOT / shipped, data / shipped)
        self.catalogue = catalogue(data / "offline_models", *entries)

    def run(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        """Run a command to its end, with nobody at the terminal."""
        return subprocess.run(
            self._command(*arguments),
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_PATIENCE_S,
            check=False,
        )

    def start(self, *arguments: object) -> "subprocess.Popen[str]":
        """Start a command that Ctrl-C ends as at a terminal, also where the tests run in a shell's background."""
        return subprocess.Popen(
            ["env", "--default-signal=INT", *self._command(*arguments)],
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def at_terminal(self, answer: str, *arguments: object) -> tuple[int, str]:
        """Run a command at a terminal, type one line when it asks; exit status and all that was shown."""
        pid, terminal = pty.fork()
        if pid == 0:
            os.execve(sys.executable, self._command(*arguments), self._environment())  # noqa: S606 - our own
        shown, asked, ends = b"", False, time.monotonic() + _PATIENCE_S
        try:
            while time.monotonic() < ends:
                if select.select([terminal], [], [], 0.1)[0]:
                    try:
                        shown += os.read(terminal, 65_536)
                    except OSError:  # Linux says so when the other side has closed
                        break
                if not asked and "？".encode() in shown:
                    os.write(terminal, answer.encode() + b"\n")
                    asked = True
            else:
                os.kill(pid, signal.SIGKILL)
        finally:
            os.close(terminal)
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), shown.decode()

    def _command(self, *arguments: object) -> list[str]:
        return [sys.executable, "-P", "-m", "agent", *map(str, arguments)]

    def _environment(self) -> dict[str, str]:
        return {
            "PATH": "/usr/bin:/bin",
            "HOME": "/nonexistent",
            "PYTHONUTF8": "1",
            "PYTHONPATH": str(self.site),
            "TINGCHE_MODELS": str(self.models),
        }
