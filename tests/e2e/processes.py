"""Real processes of the project, started on free loopback ports and ended by their own id."""

import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

BIN = Path(sys.executable).parent
AGENT, HUB = str(BIN / "tingche-agent"), str(BIN / "tingche-hub")


class StoryError(AssertionError):
    """Something the story expects did not happen."""


def expect(condition: object, what: str) -> None:
    """Go on only if this holds."""
    if not condition:
        raise StoryError(what)


def eventually(probe: Callable[[], Any], what: str, timeout_s: float = 60.0) -> Any:
    """The probe's first truthy value, or a StoryError that says what was waited for."""
    deadline = time.monotonic() + timeout_s
    while time.monotonic() < deadline:
        value = probe()
        if value:
            return value
        time.sleep(0.1)
    raise StoryError(f"{what} (waited {timeout_s:.0f} s)")


@dataclass
class Running:
    """One process of ours."""

    name: str
    process: subprocess.Popen[str]
    ready: dict[str, Any]
    log: Path

    def kill(self) -> None:
        """SIGKILL for it and what it started: what a flat battery does."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)  # it leads a group of its own, see `Processes.start`
        self.process.wait()

    def stop(self) -> int:
        """SIGTERM, and the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.kill()
            return -signal.SIGKILL


@dataclass
class Processes:
    """Everything the story started; ended with it, whatever happens."""

    logs: Path
    environment: dict[str, str] = field(default_factory=dict)
    running: list[Running] = field(default_factory=list)

    def start(self, name: str, command: Sequence[str], *, ready_within_s: float = 120.0) -> Running:
        """Start a program that prints one JSON line when it is ready."""
        log = self.logs / f"{name}.log"
        with log.open("ab") as stderr:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=stderr,
                text=True,
                env=os.environ | self.environment,
                start_new_session=True,
            )
        lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=_pump, args=(process, lines), daemon=True).start()
        deadline = time.monotonic() + ready_within_s
        while time.monotonic() < deadline:
            try:
                ready = json.loads(lines.get(timeout=0.2))
            except queue.Empty:
                if process.poll() is not None:
                    break
                continue
            started = Running(name, process, ready, log)
            self.running.append(started)
            return started
        process.kill()
        process.wait()
        raise StoryError(f"{name} did not get ready; its last words: {_tail(log)}")

    def run(
        self, command: Sequence[str], *, stdin: str | None = None, ok: Sequence[int] = (0,)
    ) -> list[dict[str, Any]]:
        """Run a command to its end; its JSON lines."""
        return list(self.follow(command, stdin=stdin, ok=ok))

    def follow(
        self, command: Sequence[str], *, stdin: str | None = None, ok: Sequence[int] = (0,)
    ) -> Iterator[dict[str, Any]]:
        """Run a command and yield its JSON lines as they come."""
        with subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | self.environment,
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            assert process.stderr is not None
            with contextlib.suppress(BrokenPipeError):
                process.stdin.write(stdin or "")
                process.stdin.close()
            for line in process.stdout:
                yield json.loads(line)
            errors = process.stderr.read()
        if process.returncode not in ok:
            words = " ".join(command[:3])
            raise StoryError(f"{words} ended with {process.returncode}: {errors.strip()[-400:]}")

    def end(self, running: Running) -> int:
        """Stop one and forget it."""
        self.running.remove(running)
        return running.stop()

    def end_all(self) -> dict[str, int]:
        """Stop everything, newest first; exit code by name."""
        return {running.name: self.end(running) for running in reversed(list(self.running))}


def _pump(process: "subprocess.Popen[str]", lines: "queue.Queue[str]") -> None:
    assert process.stdout is not None
    with process.stdout:
        for line in process.stdout:
            lines.put(line)


def _tail(log: Path) -> str:
    return log.read_text(errors="replace").strip()[-400:] if log.exists() else ""
