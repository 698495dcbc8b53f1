"""One worker at a time, started and awaited by one thread.

- The thread starts the worker, waits for its end and starts the next, so that a worker that dies while nobody speaks is
  back before the next sentence. It sleeps in the kernel: an idle worker costs nothing.
- Restarts are counted: after too many in a minute nothing is started until somebody speaks and the minute is over.
"""

import logging
import threading
from collections import deque
from collections.abc import Callable

from agent.adapters.worker_engine.process import Limits, WorkerFault, WorkerProcess
from agent.adapters.worker_engine.protocol import GarbageError, Hello, decode_hello
from agent.errors import STILL_WORKS, AgentError, TechnicianNeededError
from agent.ports import Clock

_log = logging.getLogger(__name__)

TRIES = 2
"""Workers that may fail on one utterance, or one after another on one model, before somebody is told."""
_MINUTE_S = 60.0
_GRACE_S = 2.0


class Keeper:
    """Keeps one worker.

    Args:
        start: starts one.
        model: its model, for messages.
        limits: for getting ready.
        clock: for these times.
        max_restarts_per_minute: beyond it nothing is started until the minute is over.
    """

    def __init__(
        self,
        *,
        start: Callable[[], WorkerProcess],
        model: str,
        limits: Limits,
        clock: Clock,
        max_restarts_per_minute: int,
    ) -> None:
        self._start = start
        self._model = model
        self._limits = limits
        self._clock = clock
        self._max_restarts = max_restarts_per_minute
        self._changed = threading.Condition()
        self._process: WorkerProcess | None = None
        """Whatever runs, from its start on."""
        self._hello: Hello | None = None
        """Of that process, once it is ready and until it failed."""
        self._failure: WorkerFault | AgentError | None = None
        """Why nothing is started; until somebody asks again."""
        self._asked = False
        self._last_reason = "ended"
        self._starts: deque[float] = deque()
        self.started = 0
        self.closed = False
        # A daemon: it sleeps until the worker ends, and must not hold an agent that exits without closing. The kernel
        # ends the worker with this thread.
        self._thread = threading.Thread(target=self._keep, name=f"speech-worker-{model}", daemon=True)
        self._thread.start()

    @property
    def pid(self) -> int | None:
        """The worker that is ready, or None."""
        with self._changed:
            return self._process.pid if self._process is not None and self._hello is not None else None

    @property
    def trouble(self) -> TechnicianNeededError | None:
        """Why there is no worker and none is being started."""
        with self._changed:
            return self._failure if isinstance(self._failure, TechnicianNeededError) else None

    def ready_now(self) -> tuple[WorkerProcess, Hello] | None:
        """The worker if one is ready at this moment."""
        with self._changed:
            if self._process is None or self._hello is None or not self._process.alive():
                return None
            return self._process, self._hello

    def ready(self, *, ask: bool) -> tuple[WorkerProcess, Hello]:
        """The worker, loaded. Waits for one that is being started.

        Args:
            ask: start one even if the last could not be loaded; else that failure is raised.

        Raises:
            WorkerFault: two workers in a row ended or hung before they were ready.
            AgentError: the worker's own reason why it cannot load, or too many were started.
        """
        with self._changed:
            if self._process is not None and not self._process.alive():
                self._hello = None  # the thread has not noticed yet
            if ask:
                self._asked, self._failure = True, None
                self._changed.notify_all()
            patience_s = TRIES * self._limits.total_s + _GRACE_S  # a process stuck in a disk's driver never ends
            self._changed.wait_for(
                lambda: self._hello is not None or self._failure is not None or self.closed, timeout=patience_s
            )
            if self.closed:
                raise TechnicianNeededError("The speech engine is closed: restart the agent.")
            if self._failure is not None:
                raise self._failure
            if self._process is None or self._hello is None:
                raise WorkerFault("could not be replaced in time")
            return self._process, self._hello

    def replace(self, worker: WorkerProcess, reason: str) -> None:
        """This one has failed: end it, and let the thread start another."""
        with self._changed:
            self._last_reason = reason
            if self._process is worker:
                self._hello = None
        if not self.closed:
            _log.warning("speech worker %d of %s is replaced: it %s", worker.pid, self._model, reason)
        worker.kill()

    def close(self, *, at_once: bool) -> None:
        """End the worker and the thread."""
        with self._changed:
            self.closed = True
            self._changed.notify_all()
            process, idle = self._process, self._hello is not None and not at_once
        if process is not None and idle:
            process.end(_GRACE_S)
        elif process is not None:
            process.kill()
        self._thread.join(_GRACE_S)

    # ---- in the thread -----------------------------------------------------------------------------------------

    def _keep(self) -> None:
        failed_loads = 0
        while not self.closed:
            if self._too_many_starts():
                self._wait_until_asked(self._too_many())
                continue
            try:
                self._live()
                failed_loads = 0
            except WorkerFault as fault:
                failed_loads += 1
                self._last_reason = str(fault)
                if not self.closed:
                    _log.warning("speech worker of %s did not get ready: it %s", self._model, fault)
                if failed_loads == TRIES:
                    failed_loads = 0
                    self._wait_until_asked(fault)
            except AgentError as refusal:
                self._wait_until_asked(refusal)

    def _live(self) -> None:
        """Start one worker and return when it has ended.

        Raises:
            WorkerFault: it did not get ready.
            AgentError: it cannot load, and says why.
        """
        with self._changed:
            if self.closed:
                return
            self._starts.append(self._clock.monotonic())
            self.started += 1
            process = self._process = self._start()
        try:
            self._greet(process)
        except BaseException:
            process.kill()
            raise
        finally:
            status = process.wait()
            with self._changed:
                self._process = self._hello = None
            if not self.closed:
                _log.info("speech worker %d of %s ended with status %d", process.pid, self._model, status)

    def _greet(self, process: WorkerProcess) -> None:
        try:
            hello = decode_hello(process.greeting(self._limits))
        except GarbageError as error:
            raise WorkerFault(f"sent {error}") from None
        with self._changed:
            self._hello = hello
            self._changed.notify_all()

    def _wait_until_asked(self, failure: WorkerFault | AgentError) -> None:
        with self._changed:
            self._failure, self._asked = failure, False
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._asked or self.closed)

    def _too_many_starts(self) -> bool:
        now = self._clock.monotonic()
        while self._starts and now - self._starts[0] > _MINUTE_S:
            self._starts.popleft()
        return len(self._starts) > self._max_restarts

    def _too_many(self) -> TechnicianNeededError:
        return TechnicianNeededError(
            f"The worker of speech model {self._model} was started {len(self._starts)} times within a minute "
            f"(the last one {self._last_reason}). {remedy(self._model)}"
        )


def remedy(model: str) -> str:
    """What a technician does about a model whose worker fails."""
    return f"Run `tingche-agent models verify {model}`. {STILL_WORKS}"
