"""One worker process: its pipes, its health, its end.

- Reading and writing never block for longer than a look at the process takes: a worker that is stopped, full or dead
  cannot hold the agent.
- Whoever creates a `WorkerProcess` must outlive it: the worker asks the kernel to die with the *thread* that started it
  (PR_SET_PDEATHSIG, prctl(2)).
- A process id is only signalled while its process has not been reaped, so never that of a stranger.
"""

import os
import select
import signal
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from agent.adapters.worker_engine.protocol import (
    MAX_ANSWER_BYTES,
    MAX_BODY_BYTES,
    TRANSCRIBE,
    Frame,
    FrameReader,
    GarbageError,
    head,
)
from agent.ports import Clock

_LOOK_EVERY_S = 0.25
_STOPPED_LOOKS = 3
"""A debugger or a shell stops a process for good, not for a moment: three looks in a row are no accident."""
_CHUNK_BYTES = 65_536  # what a pipe holds, pipe(7)
_PAGE_BYTES = os.sysconf("SC_PAGESIZE")


class WorkerFault(Exception):  # noqa: N818 - never leaves this package; a fault is what it is there
    """Why a worker has to be replaced. Names what happened, never what was said."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how large."""

    silence_s: float
    """Longest time without a frame."""
    total_s: float
    """Longest time for the whole answer: a worker that chatters for ever is as useless as a silent one."""
    memory_bytes: int
    """Largest resident memory."""


class WorkerProcess:
    """A started worker.

    Args:
        command: program and arguments. No word of a person goes into it: everyone on the machine can read it.
        clock: for the limits.

    Raises:
        WorkerFault: the system could not start it.
    """

    def __init__(self, command: Sequence[str], clock: Clock) -> None:
        self._clock = clock
        self._reader = FrameReader(MAX_ANSWER_BYTES)
        self._signalling = threading.Lock()
        # A read that has left Python while another thread closes the pipe would read whatever gets its number next:
        # the next worker's hello was lost that way, once in some hundred restarts.
        self._piping = threading.Lock()
        self.reaped = threading.Event()
        """Set when the process is gone and its id is free."""
        try:
            # In a process group of its own, a Ctrl-C at the terminal reaches the agent and not its worker: the
            # utterance at hand is finished first. Libraries print words to standard error, so nobody gets that.
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                list(command),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
                close_fds=True,
                process_group=0,
            )
        except OSError as error:
            raise WorkerFault(f"could not be started ({error.strerror})") from None
        assert self._process.stdin is not None  # noqa: S101 - asked for above
        assert self._process.stdout is not None  # noqa: S101 - asked for above
        self._to, self._from = self._process.stdin, self._process.stdout
        os.set_blocking(self._to.fileno(), False)
        os.set_blocking(self._from.fileno(), False)
        self.pid = self._process.pid

    def alive(self) -> bool:
        """Whether it has not ended yet."""
        if self.reaped.is_set():
            return False
        try:
            return os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG) is None
        except ChildProcessError:
            return False

    def memory_bytes(self) -> int:
        """Resident memory; 0 when it is gone. Field 2 of /proc/PID/statm, proc(5)."""
        try:
            return int(Path(f"/proc/{self.pid}/statm").read_bytes().split()[1]) * _PAGE_BYTES
        except (OSError, IndexError, ValueError):
            return 0

    def greeting(self, limits: Limits) -> Frame:
        """Its first frame.

        Raises:
            WorkerFault: it ended, hung, grew or spoke nonsense before.
        """
        return next(self._frames([], limits))

    def answers(self, utterance: int, pcm: bytes, limits: Limits) -> Iterator[Frame]:
        """Send one utterance; its answers as they come, without an end: the caller knows the last one.

        Raises:
            WorkerFault: it ended, hung, grew or spoke nonsense.
        """
        if len(pcm) > MAX_BODY_BYTES:
            raise ValueError("the clip is longer than the worker's protocol allows")
        outgoing = [memoryview(head(TRANSCRIBE, utterance, len(pcm))), memoryview(pcm)]
        return (frame for frame in self._frames(outgoing, limits) if frame.utterance == utterance)

    def kill(self) -> None:
        """End it now."""
        with self._signalling:
            if not self.reaped.is_set():
                os.kill(self.pid, signal.SIGKILL)  # not Popen.kill: that may reap, under the feet of `wait`

    def end(self, grace_s: float) -> None:
        """Let it end by itself, as it does when its input closes; after `grace_s` end it. Only while it is idle."""
        with self._piping, suppress(OSError):
            self._to.close()
        if not self.reaped.wait(grace_s):
            self.kill()

    def wait(self) -> int:
        """Block until it has ended, let go of it, and return its exit status. For the one thread that started it."""
        os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOWAIT)  # without reaping, so that `kill` stays safe meanwhile
        with self._signalling:
            status = self._process.wait()
            self.reaped.set()
        with self._piping:
            with suppress(OSError):
                self._to.close()
            self._from.close()
        return status

    # ---- pipes -------------------------------------------------------------------------------------------------

    def _frames(self, outgoing: list[memoryview], limits: Limits) -> Iterator[Frame]:
        """Write what is left to write and read what comes, until a limit is broken."""
        health = _Health(self, limits, self._clock.monotonic())
        end = self._clock.monotonic() + limits.total_s
        deadline = min(end, self._clock.monotonic() + limits.silence_s)
        while True:
            arrived = self._read(wait_to_write=bool(outgoing))
            for frame in self._parsed(arrived):
                yield frame
                deadline = min(end, self._clock.monotonic() + limits.silence_s)
            self._write(outgoing)
            now = self._clock.monotonic()
            health.look(now)
            if now > end or (not arrived and now > deadline):
                raise WorkerFault(f"gave no answer within {(limits.total_s if now > end else limits.silence_s):.0f} s")

    def _read(self, *, wait_to_write: bool) -> bytes:
        """What has come, or nothing after a short wait."""
        poller = select.poll()
        try:
            poller.register(self._from, select.POLLIN)
            if wait_to_write:
                poller.register(self._to, select.POLLOUT)
            poller.poll(_LOOK_EVERY_S * 1000)
            with self._piping:
                arrived = self._from.read(_CHUNK_BYTES)
        except (OSError, ValueError):  # ValueError: another thread has let go of the process
            raise WorkerFault("ended") from None
        if arrived == b"":
            raise WorkerFault("ended")
        return arrived or b""

    def _parsed(self, arrived: bytes) -> Iterator[Frame]:
        try:
            yield from self._reader.feed(arrived)
        except GarbageError as error:
            raise WorkerFault(f"sent {error}") from None

    def _write(self, outgoing: list[memoryview]) -> None:
        """As much as the pipe takes. A pipe that broke is left to the reading side: the worker may have said why."""
        try:
            while outgoing:
                with self._piping:
                    written = self._to.write(outgoing[0])
                if not written:
                    return
                outgoing[0] = outgoing[0][written:]
                if not outgoing[0]:
                    outgoing.pop(0)
        except (OSError, ValueError):
            outgoing.clear()


class _Health:
    """Looks at a process from outside, a few times a second and only while somebody waits for it."""

    def __init__(self, worker: WorkerProcess, limits: Limits, now: float) -> None:
        self._worker = worker
        self._limit = limits.memory_bytes
        self._next_look = now + _LOOK_EVERY_S
        self._stopped = 0

    def look(self, now: float) -> None:
        if now < self._next_look:
            return
        self._next_look = now + _LOOK_EVERY_S
        check_memory(self._worker, self._limit)
        self._stopped = self._stopped + 1 if _is_stopped(self._worker.pid) else 0
        if self._stopped >= _STOPPED_LOOKS:
            raise WorkerFault("is stopped")


def check_memory(worker: WorkerProcess, limit_bytes: int) -> None:
    """Nothing, or the fault.

    Raises:
        WorkerFault: it uses more resident memory than that.
    """
    used = worker.memory_bytes()
    if used > limit_bytes:
        raise WorkerFault(f"used {used // 1_000_000} MB of {limit_bytes // 1_000_000} MB")


def _is_stopped(pid: int) -> bool:
    """State T, the first field after the name in parentheses: proc(5)."""
    try:
        return Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()[0] == b"T"
    except (OSError, IndexError):
        return False
