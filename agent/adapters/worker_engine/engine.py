"""The agent's side: keeps one worker running, feeds it utterances, replaces it when it fails.

- A thread of its own starts the worker, waits for its end and starts the next, so that a worker that dies while nobody
  speaks is back before the next sentence. It sleeps in the kernel: an idle worker costs nothing.
- An utterance whose worker failed is given to the next worker once. Then the person is told that it was not recorded.
- Restarts are counted: after too many in a minute nothing is started until somebody speaks and the minute is over.
"""

import logging
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from agent.adapters.worker_engine.process import Limits, WorkerFault, WorkerProcess, check_memory
from agent.adapters.worker_engine.protocol import (
    AUDIO,
    END,
    FORGET,
    Frame,
    GarbageError,
    Hello,
    decode_heard,
    decode_hello,
    encode,
    encode_open,
)
from agent.errors import STILL_WORKS, AgentError, InputRefusedError, TechnicianNeededError, TemporaryError
from agent.feedback.audio import SAMPLE_RATE_HZ
from agent.feedback.transcript import Transcript
from agent.ports import Capabilities, Clock, HearsClips, Partial, SpeechSession

_log = logging.getLogger(__name__)

_TRIES = 2
_MINUTE_S = 60.0
_SILENCE_PER_AUDIO = 3.0
"""Slower than a third of real time is a hang to a person who waits; whisper and Vosk need 0.2 to 0.4 on two cores."""
_TOTAL_PER_SILENCE = 3.0
_GRACE_S = 2.0
_PIECE_BYTES = 1 << 16
_MAX_UTTERANCE_BYTES = 64 * 1024 * 1024
"""More than half an hour of PCM; a profile allows five minutes."""


def worker_command(model: str, models_root: Path) -> list[str]:
    """How to start the worker for an installed model.

    `-P` keeps the current folder out of the import path: whoever can write there could put code into the worker.
    """
    return [
        sys.executable,
        *("-P", "-m", "agent", "speech-worker"),
        *("--model", model, "--models", str(models_root.absolute())),
    ]


class WorkerEngine(HearsClips):
    """A `SpeechEngine` whose engine runs in a process of its own. Returns when the model is loaded there.

    Args:
        command: starts the worker; `worker_command` gives it.
        model: the model's name in the catalogue.
        memory_limit_bytes: resident memory above which the worker is replaced.
        load_timeout_s: longest time from start to loaded model.
        no_answer_timeout_s: longest silence of the worker for an empty clip; each second of speech adds three.
        clock: for these times.
        max_restarts_per_minute: beyond it nothing is started until the minute is over.

    Raises:
        TechnicianNeededError: the model cannot be loaded; says what to do.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        model: str,
        memory_limit_bytes: int,
        load_timeout_s: float,
        no_answer_timeout_s: float,
        clock: Clock,
        max_restarts_per_minute: int = 5,
    ) -> None:
        self._model = model
        self._memory_limit_bytes = memory_limit_bytes
        self._no_answer_timeout_s = no_answer_timeout_s
        self._keeper = _Keeper(
            start=lambda: WorkerProcess(command, clock),
            model=model,
            limits=Limits(load_timeout_s, load_timeout_s, memory_limit_bytes),
            clock=clock,
            max_restarts_per_minute=max_restarts_per_minute,
        )
        self._utterance = 0
        self._busy = False
        try:
            _, self._hello = self._keeper.ready(ask=False)
        except WorkerFault as fault:
            self._keeper.close(at_once=True)
            raise TechnicianNeededError(f"The worker of speech model {model} {fault}. {_remedy(model)}") from None
        except BaseException:
            self._keeper.close(at_once=True)
            raise

    @property
    def name(self) -> str:
        """The engine in the worker: vosk, whisper."""
        return self._hello.engine

    @property
    def model(self) -> str:
        """The model's name in the catalogue."""
        return self._model

    @property
    def capabilities(self) -> Capabilities:
        """Of the engine in the worker."""
        return self._hello.capabilities

    @property
    def pid(self) -> int | None:
        """The worker that is ready, or None while there is none."""
        return self._keeper.pid

    @property
    def restarts(self) -> int:
        """How many workers were started after the first."""
        return max(self._keeper.started - 1, 0)

    @property
    def trouble(self) -> TechnicianNeededError | None:
        """Why there is no worker and none is being started: another model can serve. None while all is well."""
        return self._keeper.trouble

    def open(self, *, language: str = "", hints: Sequence[str] = ()) -> SpeechSession:
        """Begin an utterance. Returns at once: while a worker is being replaced, speech waits in the session.

        Raises:
            TechnicianNeededError: the engine is closed.
        """
        if self._keeper.closed:
            raise TechnicianNeededError("The speech engine is closed: restart the agent.")
        self._utterance = self._utterance % 0xFFFF_FFFF + 1
        self._busy = True
        return _Utterance(self._keeper, self._model, self._limits, self._done, (self._utterance, language, hints))

    def close(self) -> None:
        """End the worker; nothing is left running."""
        self._keeper.close(at_once=self._busy)

    def _limits(self, audio_s: float) -> Limits:
        silence_s = self._no_answer_timeout_s + _SILENCE_PER_AUDIO * audio_s
        return Limits(silence_s, silence_s * _TOTAL_PER_SILENCE, self._memory_limit_bytes)

    def _done(self) -> None:
        self._busy = False


class _Utterance:
    """A `SpeechSession` that keeps what was said until it is understood, so that a second worker can hear it again."""

    def __init__(
        self,
        keeper: "_Keeper",
        model: str,
        limits: Callable[[float], Limits],
        done: Callable[[], None],
        begin: tuple[int, str, Sequence[str]],
    ) -> None:
        self._keeper = keeper
        self._model = model
        self._limits = limits
        self._done = done
        self._number, self._language, self._hints = begin
        self._pcm = bytearray()
        self._worker: WorkerProcess | None = None
        self._engine = ""
        self._sent = 0
        """Bytes of `_pcm` that this worker was given."""
        self._failures = 0

    def feed(self, pcm: bytes) -> Partial | None:
        """Never waits. Speech longer than any engine takes is refused by `finish`."""
        self._pcm += pcm
        newest: Partial | None = None
        try:
            if self._worker is None and self._failures < _TRIES and (found := self._keeper.ready_now()) is not None:
                self._begin(*found)
            if self._worker is not None:
                self._send_rest()
                for frame in self._worker.arrived(self._limits(0).memory_bytes):
                    heard = self._heard(frame)
                    newest = heard if isinstance(heard, Partial) else newest
        except (WorkerFault, TechnicianNeededError, TemporaryError) as failure:
            self._failed(failure)
        return newest

    def finish(self) -> Iterator[Partial | Transcript]:
        """Partials, then the Transcript, as the engine in the worker yields them. After a retry partials start anew.

        Raises:
            TemporaryError: two workers failed on it; nothing was recorded, and the next utterance gets a new worker.
            TechnicianNeededError: the model does not load any more, or workers end too often; says what to do.
            InputRefusedError: the clip is longer than any engine takes, or the engine refused it.
        """
        if len(self._pcm) > _MAX_UTTERANCE_BYTES:
            raise InputRefusedError(f"{self._audio_s:.0f} s of speech are too long: record a shorter piece.")
        while True:
            if self._worker is None:
                if self._failures >= _TRIES:
                    raise _not_recorded()
                self._begin(*self._ready())
            try:
                yield from self._answer()
            except (WorkerFault, TechnicianNeededError, TemporaryError) as failure:
                self._failed(failure)
                if self._failures >= _TRIES or self._keeper.closed:
                    raise (_not_recorded() if isinstance(failure, WorkerFault) else failure) from None
            else:
                return

    def close(self) -> None:
        """Forget what was said, here and in the worker."""
        if self._worker is not None:
            self._worker.drop_unsent()
            self._worker.send(encode(FORGET, self._number))
            self._worker = None
        self._pcm.clear()
        self._done()

    @property
    def _audio_s(self) -> float:
        return len(self._pcm) / (2 * SAMPLE_RATE_HZ)

    def _ready(self) -> tuple[WorkerProcess, Hello]:
        try:
            return self._keeper.ready(ask=self._failures == 0)
        except WorkerFault:
            raise _not_recorded() from None

    def _begin(self, worker: WorkerProcess, hello: Hello) -> None:
        self._worker, self._engine, self._sent = worker, hello.engine, 0
        worker.send(encode_open(self._number, self._language, self._hints))

    def _send_rest(self) -> None:
        assert self._worker is not None  # noqa: S101 - both callers have one
        rest = bytes(memoryview(self._pcm)[self._sent :])
        for start in range(0, len(rest), _PIECE_BYTES):
            self._worker.send(encode(AUDIO, self._number, rest[start : start + _PIECE_BYTES]))
        self._sent += len(rest)

    def _answer(self) -> Iterator[Partial | Transcript]:
        worker = self._worker
        assert worker is not None  # noqa: S101 - `finish` has seen to it
        limits = self._limits(self._audio_s)
        self._send_rest()
        worker.send(encode(END, self._number))
        for frame in worker.answers(limits):
            heard = self._heard(frame)
            if isinstance(heard, Transcript):
                self._worker = None  # it has nothing of this utterance any more
                self._between_utterances(worker, limits.memory_bytes)
                yield heard
                return
            if heard is not None:
                yield heard

    def _heard(self, frame: Frame) -> Partial | Transcript | None:
        """What a frame says of this utterance; None for one that nobody waits for any more."""
        if frame.utterance != self._number:
            return None
        try:
            return decode_heard(frame, engine=self._engine, model=self._model, audio_s=self._audio_s)
        except GarbageError as error:
            raise WorkerFault(f"sent {error}") from None

    def _failed(self, failure: WorkerFault | AgentError) -> None:
        if self._worker is not None:
            self._keeper.replace(self._worker, _reason(failure))
        self._worker = None
        self._failures += 1

    def _between_utterances(self, worker: WorkerProcess, memory_bytes: int) -> None:
        """A worker that has grown too large has just answered: its answer counts, and the next one starts small."""
        try:
            check_memory(worker, memory_bytes)
        except WorkerFault as fault:
            self._keeper.replace(worker, str(fault))


class _Keeper:
    """One worker at a time, started and awaited by one thread."""

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
        with self._changed:
            return self._process.pid if self._process is not None and self._hello is not None else None

    @property
    def trouble(self) -> TechnicianNeededError | None:
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
            patience_s = _TRIES * self._limits.total_s + _GRACE_S  # a process stuck in a disk's driver never ends
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
                if failed_loads == _TRIES:
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
            f"(the last one {self._last_reason}). {_remedy(self._model)}"
        )


def _reason(failure: WorkerFault | AgentError) -> str:
    return str(failure) if isinstance(failure, WorkerFault) else f"reported a {type(failure).__name__}"


def _not_recorded() -> TemporaryError:
    return TemporaryError(
        "没有识别出来，没有记录：请再说一次，或者打分。"
        "Speech recognition failed and nothing was recorded: please say it again, or rate by touch."
    )


def _remedy(model: str) -> str:
    return f"Run `tingche-agent models verify {model}`. {STILL_WORKS}"
