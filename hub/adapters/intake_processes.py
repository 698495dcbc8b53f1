"""The hub's intake processes: started, watched, started again when one dies, and stopped with the hub."""

import contextlib
import json
import logging
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass

UP, AWAY = "up", "away"
"""What a process says: the broker granted its subscription, or does not answer yet."""

_log = logging.getLogger(__name__)
_COMMAND = (sys.executable, "-P", "-m", "hub.intake_process")
"""-P: a folder named hub where the command was typed is not this program."""
_RESTART_S = (0.2, 5.0)
"""First and longest pause before one that died is started again."""
_STABLE_S = 60.0
"""One that lived so long starts again after the first pause."""
_STOP_S = 30.0
"""Longest wait for the batch at hand."""


@dataclass(frozen=True, slots=True)
class IntakeSettings:
    """What one intake process is told, as a line of JSON on its standard input."""

    state: str
    database: str | None
    """SQLAlchemy URL; None for SQLite in the state folder. Never on a command line: it may hold a password."""
    host: str
    port: int
    tls: bool
    worker: int
    """Which of them this is, from 0."""
    workers: int


class IntakeProcesses:
    """One process for each of these settings; what it does is in `hub.intake_process`."""

    def __init__(self, told: Sequence[IntakeSettings]) -> None:
        self._watched = [_Watched(settings) for settings in told]

    def start(self) -> None:
        """Start all of them."""
        for one in self._watched:
            one.start()

    def wait_until_up(self, timeout_s: float) -> bool:
        """Whether all listen, at the latest when each of them gave up waiting or after `timeout_s`."""
        return all(one.wait_until_heard(timeout_s) for one in self._watched)

    def stop(self) -> None:
        """Stop all of them: what each has at hand is committed first."""
        for one in self._watched:
            one.ask_to_stop()
        for one in self._watched:
            one.join()


class _Watched:
    """One process, in a thread that waits for its end."""

    def __init__(self, settings: IntakeSettings) -> None:
        self._settings = settings
        self._heard = threading.Event()
        self._up = False
        self._stopping = threading.Event()
        self._starting = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._thread = threading.Thread(target=self._watch, name=f"intake-watch-{settings.worker}", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def wait_until_heard(self, timeout_s: float) -> bool:
        self._heard.wait(timeout_s)
        return self._up

    def ask_to_stop(self) -> None:
        with self._starting:
            self._stopping.set()
            process = self._process
        if process is not None and process.stdin is not None:
            with contextlib.suppress(OSError):
                process.stdin.close()

    def join(self) -> None:
        self._thread.join(_STOP_S)
        if self._thread.is_alive() and self._process is not None:
            self._process.kill()
            self._thread.join()

    def _watch(self) -> None:
        pause, longest = _RESTART_S
        while (process := self._started()) is not None:
            began = time.monotonic()
            self._listen(process)
            status = process.wait()
            if time.monotonic() - began >= _STABLE_S:
                pause = _RESTART_S[0]
            if not self._stopping.is_set():
                _log.error("intake process %d ended with status %d; it starts again", self._settings.worker, status)
            if self._stopping.wait(pause):
                return
            pause = min(2 * pause, longest)

    def _started(self) -> "subprocess.Popen[str] | None":
        with self._starting:
            if self._stopping.is_set():
                return None
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                _COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
            return self._process

    def _listen(self, process: "subprocess.Popen[str]") -> None:
        """Tell it what to do, and hear what it says until it ends."""
        assert process.stdin is not None  # noqa: S101 - both are pipes; subprocess's types cannot say so
        assert process.stdout is not None  # noqa: S101
        with contextlib.suppress(OSError, ValueError):  # it died, or was asked to stop before it was told
            process.stdin.write(json.dumps(asdict(self._settings)) + "\n")
            process.stdin.flush()
        with process.stdout:
            for said in process.stdout:
                self._up = said.strip() == UP
                self._heard.set()
