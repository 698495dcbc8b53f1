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

from agent.adapters.worker_engine.protocol import MAX_ANSWER_BYTES, Frame, FrameReader, GarbageError
from agent.ports import Clock

_LOOK_EVERY_S = 0.25
_STOPPED_LOOKS = 3
"""A debugger or a shell stops a process for good, not for a moment: three looks in a row are no accident."""
_ASLEEP_LOOKS = 10
"""Asked for an answer, asleep, and no tick of computing for two and a half seconds: a lock that nobody opens. One that
is only starved is ready to run, and one that reads from a slow disk waits for it: neither counts as asleep."""
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
        self._outgoing: list[memoryview] = []
        self._partly_written = False
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
        self._health = _Health(self)

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
        return next(self.answers(limits, asked=False))

    def send(self, data: bytes) -> None:
        """Queue one frame, and write what the pipe takes. Never waits."""
        self._outgoing.append(memoryview(data))
        self._write()

    def drop_unsent(self) -> None:
        """Forget frames that no byte was written of: nobody waits for their answer."""
        del self._outgoing[1 if self._partly_written else 0 :]

    def arrived(self, memory_bytes: int) -> list[Frame]:
        """What has come until now. Never waits.

        Raises:
            WorkerFault: it ended, was stopped, grew or spoke nonsense.
        """
        self._write()
        frames = list(self._parsed(self._read(wait_s=0)))
        self._health.look(self._clock.monotonic(), memory_bytes, asked=False)
        return frames

    def answers(self, limits: Limits, *, asked: bool = True) -> Iterator[Frame]:
        """Frames as they come, without an end: the caller knows the last one.

        Args:
            limits: beyond which it counts as hung.
            asked: an answer is due, so that it must be computing: asleep is hung.

        Raises:
            WorkerFault: it ended, hung, grew or spoke nonsense.
        """
        end = self._clock.monotonic() + limits.total_s
        deadline = min(end, self._clock.monotonic() + limits.silence_s)
        while True:
            arrived = self._read(wait_s=_LOOK_EVERY_S)
            for frame in self._parsed(arrived):
                yield frame
                deadline = min(end, self._clock.monotonic() + limits.silence_s)
            self._write()
            now = self._clock.monotonic()
            self._health.look(now, limits.memory_bytes, asked=asked)
            if now > end or (not arrived and now > deadline):
                raise WorkerFault(f"gave no answer within {(limits.total_s if now > end else limits.silence_s):.0f} s")

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

    def _read(self, *, wait_s: float) -> bytes:
        """What has come, or nothing after a short wait."""
        poller = select.poll()
        try:
            poller.register(self._from, select.POLLIN)
            if self._outgoing:
                poller.register(self._to, select.POLLOUT)
            poller.poll(wait_s * 1000)
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

    def _write(self) -> None:
        """As much as the pipe takes. A pipe that broke is left to the reading side: the worker may have said why."""
        try:
            while self._outgoing:
                with self._piping:
                    written = self._to.write(self._outgoing[0])
                if not written:
                    return
                self._outgoing[0] = self._outgoing[0][written:]
                self._partly_written = bool(self._outgoing[0])
                if not self._partly_written:
                    self._outgoing.pop(0)
        except (OSError, ValueError):
            self._outgoing.clear()


class _Health:
    """Looks at a process from outside, a few times a second and only while somebody waits for it."""

    def __init__(self, worker: WorkerProcess) -> None:
        self._worker = worker
        self._next_look = 0.0
        self._stopped = 0
        self._asleep = 0
        self._ticks = -1

    def look(self, now: float, memory_bytes: int, *, asked: bool) -> None:
        """Nothing, or the fault.

        Raises:
            WorkerFault: it has grown beyond this memory, is stopped, or sleeps though it was asked.
        """
        if now < self._next_look:
            return
        self._next_look = now + _LOOK_EVERY_S
        check_memory(self._worker, memory_bytes)
        state, ticks = _state_and_ticks(self._worker.pid)
        self._stopped = self._stopped + 1 if state == b"T" else 0
        self._asleep = self._asleep + 1 if asked and state == b"S" and ticks == self._ticks else 0
        self._ticks = ticks
        if self._stopped >= _STOPPED_LOOKS:
            raise WorkerFault("is stopped")
        if self._asleep >= _ASLEEP_LOOKS:
            raise WorkerFault("hangs")


def check_memory(worker: WorkerProcess, limit_bytes: int) -> None:
    """Nothing, or the fault.

    Raises:
        WorkerFault: it uses more resident memory than that.
    """
    used = worker.memory_bytes()
    if used > limit_bytes:
        raise WorkerFault(f"used {used // 1_000_000} MB of {limit_bytes // 1_000_000} MB")


def _state_and_ticks(pid: int) -> tuple[bytes, int]:
    """State letter and hundredths of a second computed: fields 3, 14 and 15 of /proc/PID/stat, proc(5)."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()
        return fields[0], int(fields[11]) + int(fields[12])
    except (OSError, IndexError, ValueError):
        return b"", -1
