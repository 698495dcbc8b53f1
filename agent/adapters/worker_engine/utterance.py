"""One utterance through a worker: a session that keeps what was said until it is understood.

An utterance whose worker failed is given to the next worker once. Then the person is told that it was not recorded.
"""

from collections.abc import Callable, Iterator, Sequence

from agent.adapters.worker_engine.keeper import TRIES, Keeper
from agent.adapters.worker_engine.process import Limits, WorkerFault, WorkerProcess, check_memory
from agent.adapters.worker_engine.protocol import (
    AUDIO,
    END,
    FORGET,
    Frame,
    GarbageError,
    Hello,
    decode_heard,
    encode,
    encode_open,
)
from agent.errors import AgentError, InputRefusedError, TechnicianNeededError, TemporaryError
from agent.feedback.audio import SAMPLE_RATE_HZ
from agent.feedback.transcript import Transcript
from agent.ports import Partial

_PIECE_BYTES = 1 << 16
_MAX_UTTERANCE_BYTES = 64 * 1024 * 1024
"""More than half an hour of PCM; a profile allows five minutes."""


class Utterance:
    """A `SpeechSession` that keeps what was said until it is understood, so that a second worker can hear it again."""

    def __init__(
        self,
        keeper: Keeper,
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
            if self._worker is None and self._failures < TRIES and (found := self._keeper.ready_now()) is not None:
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
                if self._failures >= TRIES:
                    raise _not_recorded()
                self._begin(*self._ready())
            try:
                yield from self._answer()
            except (WorkerFault, TechnicianNeededError, TemporaryError) as failure:
                self._failed(failure)
                if self._failures >= TRIES or self._keeper.closed:
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


def _reason(failure: WorkerFault | AgentError) -> str:
    return str(failure) if isinstance(failure, WorkerFault) else f"reported a {type(failure).__name__}"


def _not_recorded() -> TemporaryError:
    return TemporaryError(
        "没有识别出来，没有记录：请再说一次，或者打分。"
        "Speech recognition failed and nothing was recorded: please say it again, or rate by touch."
    )
