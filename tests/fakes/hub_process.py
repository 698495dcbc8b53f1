"""`tingche-hub` as a real process, for tests."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

HUB = (sys.executable, "-m", "hub")


class HubProcess:
    """One `tingche-hub serve` (or `broker`) on free ports."""

    def __init__(self, *arguments: str, log: Path) -> None:
        self._arguments = arguments
        self._log_path = log
        self._log: IO[bytes] | None = None
        self.process: subprocess.Popen[str] | None = None
        self.ready: dict[str, Any] = {}

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process is not None and self.process.poll() is None:
            self.stop()
        self._close()

    def start(self) -> Self:
        """Start, and wait for the ready line."""
        self._close()
        self._log = self._log_path.open("ab")
        self.process = subprocess.Popen(
            [*HUB, *self._arguments, "--json"], stdout=subprocess.PIPE, stderr=self._log, text=True
        )
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, self.log()
        self.ready = json.loads(line)
        return self

    def stop(self) -> int:
        """SIGTERM; the exit status."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(30)

    def kill(self) -> None:
        """SIGKILL, for all of it at once."""
        assert self.process is not None
        family = [self.process.pid, *self.children()]
        for pid in family:
            os.kill(pid, signal.SIGKILL)
        self.process.wait(30)

    @property
    def state(self) -> Path:
        """Its state folder."""
        return Path(self._arguments[self._arguments.index("--state") + 1])

    def children(self) -> list[int]:
        """Processes that it started."""
        assert self.process is not None
        tasks = Path(f"/proc/{self.process.pid}/task").glob("*/children")
        return [int(pid) for task in tasks for pid in task.read_text().split()]

    def intakes(self) -> list[int]:
        """Its intake processes."""
        return [pid for pid in self.children() if b"hub.intake_process" in Path(f"/proc/{pid}/cmdline").read_bytes()]

    def brokers(self) -> list[int]:
        """Its embedded broker."""
        return [pid for pid in self.children() if pid not in self.intakes()]

    @property
    def http(self) -> str:
        return str(self.ready["http"])

    @property
    def mqtt_port(self) -> int:
        return int(str(self.ready["mqtt"]).rpartition(":")[2])

    def log(self) -> str:
        """Everything said on standard error."""
        return self._log_path.read_text(encoding="utf-8")

    def _close(self) -> None:
        if self.process is not None and self.process.stdout is not None:
            self.process.stdout.close()
        if self._log is not None:
            self._log.close()


def run_hub(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """One command to its end."""
    return subprocess.run(
        [*HUB, *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, **environment},
    )


def hub_json(*arguments: str) -> list[dict[str, Any]]:
    """One command's JSON, line by line; it has to succeed."""
    done = run_hub(*arguments, "--json")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]
