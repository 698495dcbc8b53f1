"""`tingche-agent transcribe`: what the engines hear in WAV files. For developers: it masks nothing."""

import json
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from agent.adapters.model_store import Entry, ModelStore
from agent.adapters.wav_file import read_wav
from agent.commands.models import models_option, open_store
from agent.errors import InputRefusedError, TechnicianNeededError
from agent.feedback.transcript import Transcript
from agent.ports import SpeechEngine
from agent.profile import SpeechSettings
from agent.speech import load_engine


@dataclass(frozen=True, slots=True)
class _Heard:
    transcript: Transcript
    elapsed_s: float
    notes: tuple[str, ...]


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--engine", type=click.Choice(["vosk", "whisper"]), help="Use the first installed model of this engine.")
@click.option("--model", help="Name of a model, as `tingche-agent models list` shows it.")
@click.option("--jsonl", is_flag=True, help="One JSON line for each file.")
@models_option
def transcribe(
    files: tuple[Path, ...], engine: str | None, model: str | None, jsonl: bool, folder: Path | None
) -> None:
    """Print what is said in WAV files.

    For developers and technicians. THIS COMMAND MASKS NOTHING: names and numbers appear as they were spoken. It
    stores nothing and sends nothing. A file that cannot be used gets an error line, the others go on, and the exit
    status is 65.
    """
    settings = SpeechSettings()
    store = open_store(folder)
    entry = choose_model(store, settings.models, engine=engine, model=model)
    speech = load_engine(store, entry.name)
    refused = 0
    try:
        for file in files:
            try:
                heard = _hear(speech, file, settings.max_speech_s, live=not jsonl and sys.stdout.isatty())
            except InputRefusedError as error:
                refused += 1
                _print_refusal(file, error, jsonl=jsonl)
            else:
                _print_heard(file, heard, jsonl=jsonl)
    finally:
        speech.close()
    if refused:
        raise InputRefusedError(f"{refused} of {len(files)} files could not be used.")


def choose_model(store: ModelStore, preferred: tuple[str, ...], *, engine: str | None, model: str | None) -> Entry:
    """The model that was asked for, else the first preferred one that is here, else any of that engine that is here.

    Raises:
        TechnicianNeededError: unknown, of another engine, or none is installed; names the command that mends it.
    """
    if model is not None:
        entry = store.entry(model)
        if engine not in {None, entry.engine}:
            raise TechnicianNeededError(f"Model {model} is for {entry.engine}, not {engine}: leave --engine out.")
        return entry
    everything = [s.entry.name for s in store.list()]
    for name in [*preferred, *(everything if engine else [])]:
        entry = store.entry(name)
        if engine in {None, entry.engine} and store.installed(name):
            return entry
    wanted = next((n for n in reversed(preferred) if engine in {None, store.entry(n).engine}), preferred[-1])
    raise TechnicianNeededError(
        f"No speech model is installed in {store.root}: run `tingche-agent models install {wanted}`."
    )


def _hear(speech: SpeechEngine, file: Path, max_speech_s: float, *, live: bool) -> _Heard:
    clip, notes = read_wav(file, max_speech_s)
    begun = time.monotonic()
    final: Transcript | None = None
    for heard in speech.transcribe(clip):
        if isinstance(heard, Transcript):
            final = heard
        elif live:
            print(f"\r{heard.text}\x1b[K", end="", flush=True)
    if live:
        print("\r\x1b[K", end="", flush=True)
    if final is None:
        raise TechnicianNeededError(f"{speech.name} ended without a result: run `tingche-agent models verify`.")
    return _Heard(final, time.monotonic() - begun, notes)


def _print_heard(file: Path, heard: _Heard, *, jsonl: bool) -> None:
    said = heard.transcript
    if not jsonl:
        timing = f"{said.engine}, {said.model}, {said.audio_s:.1f} s heard in {heard.elapsed_s:.1f} s"
        print(f"{file}: {said.text or '(nothing was said)'}")
        print("  " + "; ".join([timing, *heard.notes]))
        return
    line: dict[str, Any] = {
        "file": str(file),
        "text": said.text,
        "words": [
            {
                "word": w.text,
                "start_s": round(w.start_s, 3),
                "end_s": round(w.end_s, 3),
                "confidence": None if w.confidence is None else round(w.confidence, 3),
            }
            for w in said.words
        ],
        "engine": said.engine,
        "model": said.model,
        "audio_s": round(said.audio_s, 3),
        "elapsed_s": round(heard.elapsed_s, 3),
    }
    print(json.dumps(line, ensure_ascii=False), flush=True)


def _print_refusal(file: Path, error: InputRefusedError, *, jsonl: bool) -> None:
    if jsonl:
        print(json.dumps({"file": str(file), "error": str(error)}, ensure_ascii=False), flush=True)
    else:
        print(error, file=sys.stderr)  # it names the file
