"""A speech worker without a model: it does what the clip says, and the test counts its lives.

The process is the real worker's loop (`agent.commands.speech_worker.serve`) around an engine that obeys: a clip's bytes
are JSON, `{"do", "text", "once"}`. With `once`, a misdeed is done the first time, and the retry is answered.
"""

import json
import os
import select
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from agent.adapters.worker_engine.protocol import HELLO, encode
from agent.commands.speech_worker import serve
from agent.errors import InputRefusedError, TechnicianNeededError, TemporaryError
from agent.feedback.audio import AudioClip
from agent.feedback.transcript import Transcript, Word
from agent.ports import Capabilities, HearsClips, Partial

MODEL = "scripted-zh"
CORRUPT = "Model scripted-zh: model.bin is damaged: run `tingche-agent models install scripted-zh`."
GROWN_BYTES = 400_000_000
"""What "grow" adds to the worker's memory: several times what Python and the imports need."""


# ---- the test's side -------------------------------------------------------------------------------------------


def scripted_command(folder: Path, load: str = "ok") -> list[str]:
    """How to start it. `load` is what it does instead of loading; `folder` keeps count."""
    return [sys.executable, "-P", str(Path(__file__).absolute()), str(folder), load]


def scripted_clip(do: str = "say", text: str = "刹车 有点 异响", *, once: str = "", pad_bytes: int = 0) -> AudioClip:
    """Speech that makes the worker do something. Padding makes it long, and changes nothing else."""
    return AudioClip(json.dumps({"do": do, "text": text, "once": once}).encode() + b" " * pad_bytes)


def lives(folder: Path) -> list[int]:
    """The process ids of every worker that was started with this folder."""
    counted = folder / "lives"
    return [int(line) for line in counted.read_text(encoding="ascii").split()] if counted.exists() else []


def gone(pid: int, within_s: float = 30.0) -> bool:
    """Whether a process has ended, or does so in time."""
    try:
        watched = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([watched], [], [], within_s)[0])
    finally:
        os.close(watched)


# ---- the worker's side -----------------------------------------------------------------------------------------


class ObedientEngine(HearsClips):
    """Does what the clip says."""

    name = "scripted"
    model = MODEL
    capabilities = Capabilities(
        streaming=False, hot_words=False, latin_letters=True, word_times=True, calibrated_confidence=False
    )

    def __init__(self, folder: Path, wire: int) -> None:
        self._folder = folder
        self._wire = wire

    def open(self, *, language: str = "", hints: Sequence[str] = ()) -> "_Utterance":
        return _Utterance(self._hear)

    def _hear(self, clip: AudioClip) -> Iterator[Partial | Transcript]:
        asked = json.loads(clip.pcm)
        first, *rest = asked["text"].split(" ")
        if self._is_due(asked["once"]):
            if asked["do"].startswith("late-"):
                yield Partial(first)
            self._misbehave(asked["do"].removeprefix("late-"), asked["text"])
        while asked["do"] == "chatter":
            yield Partial(first)
        yield Partial(first)
        words = tuple(Word(word, i * 0.2, (i + 1) * 0.2, 0.9) for i, word in enumerate([first, *rest]))
        yield Transcript("".join([first, *rest]), words, self.name, self.model, "zh", clip.duration_s, 0.9)

    def close(self) -> None:
        (self._folder / "closed").touch()

    def _is_due(self, once: str) -> bool:
        if not once:
            return True
        try:
            (self._folder / once).touch(exist_ok=False)
        except FileExistsError:
            return False
        return True

    def _misbehave(self, deed: str, text: str) -> None:  # noqa: C901 - a table, one deed a line
        match deed:
            case "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            case "stop":
                os.kill(os.getpid(), signal.SIGSTOP)
            case "exit":
                os._exit(255)
            case "hang":
                threading.Event().wait()
            case "grow":
                self.hoard = b"\1" * GROWN_BYTES
                threading.Event().wait()
            case "grow-and-say":
                self.hoard = b"\1" * GROWN_BYTES
            case "garbage":
                os.write(self._wire, f"Segmentation fault while hearing {text}\n".encode())
                threading.Event().wait()
            case "crash":
                raise ValueError(text)
            case "print":
                os.write(1, text.encode())
                os.write(2, text.encode())
            case "broken":
                raise TechnicianNeededError(CORRUPT)
            case "busy":
                raise TemporaryError("The scripted engine is busy.")
            case "refuse":
                raise InputRefusedError("The scripted engine refuses this clip: record again.")


class _Utterance:
    def __init__(self, hear: Callable[[AudioClip], Iterator[Partial | Transcript]]) -> None:
        self._hear = hear
        self._pcm = bytearray()

    def feed(self, pcm: bytes) -> None:
        self._pcm += pcm

    def finish(self) -> Iterator[Partial | Transcript]:
        yield from self._hear(AudioClip(bytes(self._pcm)))

    def close(self) -> None:
        self._pcm.clear()


def _load(folder: Path, what: str, wire: int) -> ObedientEngine:  # noqa: C901 - a table, one misfortune a line
    match what:
        case "corrupt":
            raise TechnicianNeededError(CORRUPT)
        case "die":
            os._exit(255)
        case "die-once":
            if len(lives(folder)) == 1:
                os.kill(os.getpid(), signal.SIGKILL)
        case "die-later":
            if len(lives(folder)) > 1:
                os._exit(255)
        case "corrupt-later":
            if len(lives(folder)) > 1:
                raise TechnicianNeededError(CORRUPT)
        case "hang":
            threading.Event().wait()
        case "garbage":
            os.write(wire, b"Illegal instruction (core dumped)\n")
        case "newer":
            os.write(wire, encode(HELLO, 0, json.dumps({"protocol": 99, "mood": "new"}).encode()))
    return ObedientEngine(folder, wire)


def _main(folder: Path, load: str) -> None:
    with (folder / "lives").open("a", encoding="ascii") as counted:
        counted.write(f"{os.getpid()}\n")
    wire = os.dup(1)
    serve(lambda: _load(folder, load, wire))


if __name__ == "__main__":
    _main(Path(sys.argv[1]), sys.argv[2])
