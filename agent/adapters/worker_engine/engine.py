"""The agent's side: a `SpeechEngine` over one worker, kept running by `keeper`, fed through `utterance`."""

import sys
from collections.abc import Sequence
from pathlib import Path

from agent.adapters.worker_engine.keeper import Keeper, remedy
from agent.adapters.worker_engine.process import Limits, WorkerFault, WorkerProcess
from agent.adapters.worker_engine.utterance import Utterance
from agent.errors import TechnicianNeededError
from agent.ports import Capabilities, Clock, HearsClips, SpeechSession

_SILENCE_PER_AUDIO = 3.0
"""Slower than a third of real time is a hang to a person who waits; whisper and Vosk need 0.2 to 0.4 on two cores."""
_TOTAL_PER_SILENCE = 3.0


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
        self._keeper = Keeper(
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
            raise TechnicianNeededError(f"The worker of speech model {model} {fault}. {remedy(model)}") from None
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
        return Utterance(self._keeper, self._model, self._limits, self._done, (self._utterance, language, hints))

    def close(self) -> None:
        """End the worker; nothing is left running."""
        self._keeper.close(at_once=self._busy)

    def _limits(self, audio_s: float) -> Limits:
        silence_s = self._no_answer_timeout_s + _SILENCE_PER_AUDIO * audio_s
        return Limits(silence_s, silence_s * _TOTAL_PER_SILENCE, self._memory_limit_bytes)

    def _done(self) -> None:
        self._busy = False
