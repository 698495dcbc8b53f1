"""`tingche-agent speech-worker`: a speech engine in a process of its own. Started by the agent, never by a person.

Speaks the protocol of `agent.adapters.worker_engine.protocol` on standard input and output. Ends when its input
closes, and is ended by the kernel when the agent dies.
"""

import ctypes
import os
import select
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import click

from agent.adapters.worker_engine.protocol import (
    AUDIO,
    END,
    FORGET,
    MAX_BODY_BYTES,
    OPEN,
    Frame,
    FrameReader,
    decode_open,
    encode_error,
    encode_heard,
    encode_hello,
)
from agent.commands._crash import forbid_core_dumps
from agent.errors import AgentError
from agent.ports import SpeechEngine, SpeechSession

_CHUNK_BYTES = 1 << 20
_PR_SET_PDEATHSIG = 1  # linux/prctl.h
_FIRST_TO_GO = 700  # of 1000, proc(5): when the machine runs out of memory, the kernel takes this before the agent


@click.command(hidden=True)
@click.option("--model", required=True, help="Name of an installed model.")
@click.option("--models", "folder", required=True, type=click.Path(path_type=Path, file_okay=False))
def speech_worker(model: str, folder: Path) -> None:
    """Turn speech into text for the agent."""
    if sys.stdin.isatty():
        raise click.UsageError(
            "The agent starts this by itself. To hear what an engine hears: tingche-agent transcribe."
        )

    def load() -> SpeechEngine:
        from agent.adapters.model_store import ModelStore
        from agent.speech import find_catalogue, load_engine

        return load_engine(ModelStore(folder, find_catalogue()), model)

    serve(load)


def serve(load: Callable[[], SpeechEngine]) -> None:
    """Load, say hello, answer utterances until the input closes.

    A failure that is no AgentError ends the process: the agent starts a fresh one.
    """
    _harden()
    incoming, outgoing = _take_pipes()
    _leave_with(incoming)
    try:
        engine = load()
    except AgentError as error:
        _write(outgoing, encode_error(0, error))
        return
    _write(outgoing, encode_hello(engine.name, engine.model, engine.capabilities))
    talk = _Utterances(engine, lambda data: _write(outgoing, data))
    for frame in _frames(incoming):
        talk.take(frame)
    engine.close()


class _Utterances:
    """One utterance after another: what the agent asks, and what the engine answers."""

    def __init__(self, engine: SpeechEngine, write: Callable[[bytes], None]) -> None:
        self._engine = engine
        self._write = write
        self._number = 0
        self._session: SpeechSession | None = None

    def take(self, frame: Frame) -> None:
        """Obey one frame; frames of an utterance that has failed or was forgotten are passed over."""
        if frame.kind != OPEN and frame.utterance != self._number:
            return
        try:
            self._obey(frame)
        except AgentError as error:
            self._forget()
            self._write(encode_error(frame.utterance, error))

    def _obey(self, frame: Frame) -> None:
        if frame.kind == OPEN:
            self._forget()
            self._number = frame.utterance
            language, hints = decode_open(frame)
            self._session = self._engine.open(language=language, hints=hints)
        elif frame.kind == FORGET:
            self._forget()
        elif self._session is None:
            return
        elif frame.kind == AUDIO:
            if (partial := self._session.feed(frame.body)) is not None:
                self._write(encode_heard(frame.utterance, partial))
        elif frame.kind == END:
            for heard in self._session.finish():
                self._write(encode_heard(frame.utterance, heard))
            self._forget()

    def _forget(self) -> None:
        if self._session is not None:
            self._session.close()
        self._session = None


def _harden() -> None:
    """No dump of what was said, and the first to go when memory runs out."""
    forbid_core_dumps()
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(str(_FIRST_TO_GO), encoding="ascii")


def _take_pipes() -> tuple[int, int]:
    """The pipes, out of reach of libraries: what those print to standard output goes nowhere."""
    incoming, outgoing = os.dup(sys.stdin.fileno()), os.dup(sys.stdout.fileno())
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (sys.stdin.fileno(), sys.stdout.fileno()):
        os.dup2(nowhere, standard)
    os.close(nowhere)
    return incoming, outgoing


def _leave_with(incoming: int) -> None:
    """Die with the agent, even in the middle of an utterance or stopped."""
    with suppress(OSError, AttributeError):  # other systems: the closed pipe is noticed between utterances
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    poller = select.poll()
    poller.register(incoming, 0)
    if poller.poll(0):  # the agent was gone before the kernel knew
        sys.exit(0)


def _frames(incoming: int) -> Iterator[Frame]:
    reader = FrameReader(MAX_BODY_BYTES)
    while data := os.read(incoming, _CHUNK_BYTES):
        yield from reader.feed(data)


def _write(outgoing: int, data: bytes) -> None:
    while data:
        data = data[os.write(outgoing, data) :]
