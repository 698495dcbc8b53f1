"""`tingche-agent transcribe`: what the engines hear in WAV files. For developers: it masks nothing."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from agent.adapters.system_clock import SystemClock
from agent.commands._hearing import (
    engine_option,
    language_option,
    model_option,
    profile_option,
    profile_with_model,
    this_once,
)
from agent.commands._models import models_option
from agent.consent.grant import Permit
from agent.errors import InputRefusedError
from agent.hearing import Utterance, hear
from agent.listening.sound import Level
from agent.ports import Partial, SpeechEngine
from agent.profile import DeviceProfile
from agent.speech import Engines, Sources
from agent.transcription.repair import repair


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@profile_option
@engine_option
@model_option
@language_option
@click.option("--jsonl", is_flag=True, help="One JSON line for each file.")
@click.option("--explain", is_flag=True, help="Also mend misheard words of the trade, and say what was mended.")
@models_option
def transcribe(
    files: tuple[Path, ...],
    profile: str,
    engine: str | None,
    model: str | None,
    language: str | None,
    jsonl: bool,
    explain: bool,
    folder: Path | None,
) -> None:
    """Print what is said in WAV files.

    For developers and technicians. THIS COMMAND MASKS NOTHING: names and numbers appear as they were spoken. It
    stores nothing and sends nothing. A file that cannot be used gets an error line, the others go on, and the exit
    status is 65. Sound that comes through a pipe: see tingche-agent listen --stdin.

    \b
    Examples:
      tingche-agent transcribe complaint.wav
      tingche-agent transcribe --language ko --jsonl *.wav
      tingche-agent transcribe --explain --profile my_site.toml complaint.wav
    """
    chosen, store = profile_with_model(profile, folder, engine=engine, model=model, language=language)
    engines = Engines(chosen, store, SystemClock(), as_named=True)
    transcriber = _Transcriber(engines, Sources(chosen.speech), chosen, explain=explain)
    permit, refused = this_once(agreed=True), 0
    try:
        for file in files:
            try:
                transcriber.print_heard(permit, file, jsonl=jsonl)
            except InputRefusedError as error:
                refused += 1
                _print_refusal(file, error, jsonl=jsonl)
    finally:
        transcriber.close()
    if refused:
        raise InputRefusedError(f"{refused} of {len(files)} files could not be used.")


class _Transcriber:
    def __init__(self, engines: Engines, sources: Sources, profile: DeviceProfile, *, explain: bool) -> None:
        self._engines = engines
        self._sources = sources
        self._language = profile.language.partition("-")[0]
        self._terms = profile.speech.terms
        self._explain = explain
        self._clock = SystemClock()

    def print_heard(self, permit: Permit, file: Path, *, jsonl: bool) -> None:
        """One file."""
        engine = self._engines.get()
        source = self._sources.open(wav=file)
        begun = self._clock.monotonic()
        live = not jsonl and sys.stdout.isatty()
        show = _draw if live else _look_away
        utterance = hear(permit, source, engine, self._clock, show, language=self._language, hints=self._terms)
        elapsed_s = self._clock.monotonic() - begun
        if live:
            print("\r\x1b[K", end="", flush=True)
        mended = repair(utterance.transcript, self._terms) if utterance is not None and self._explain else None
        if jsonl:
            line = _as_json(file, utterance, engine, elapsed_s)
            if mended is not None:
                line["mended"] = {"text": mended.transcript.text, "repairs": [asdict(r) for r in mended.repairs]}
            print(json.dumps(line, ensure_ascii=False), flush=True)
        else:
            said = utterance.transcript.text if utterance is not None else ""
            audio_s = utterance.audio_s if utterance is not None else 0.0
            timing = f"{engine.name}, {engine.model}, {audio_s:.1f} s of speech heard in {elapsed_s:.1f} s"
            print(f"{file}: {said or '(nothing was said)'}")
            print("  " + "; ".join([timing, *source.notes]))
            if mended is not None:
                print(f"  mended: {mended.transcript.text}")
                for r in mended.repairs:
                    print(f"    {r.heard} -> {r.written} (cost {r.cost:.1f})")

    def close(self) -> None:
        self._engines.close()


def _draw(heard: Partial | Level) -> None:
    if isinstance(heard, Partial):
        print(f"\r{heard.text}\x1b[K", end="", flush=True)


def _look_away(_: Partial | Level) -> None:
    """Nobody watches."""


def _as_json(file: Path, utterance: Utterance | None, engine: SpeechEngine, elapsed_s: float) -> dict[str, Any]:
    said = None if utterance is None else utterance.transcript
    return {
        "file": str(file),
        "text": "" if said is None else said.text,
        "words": [
            {
                "word": w.text,
                "start_s": round(w.start_s, 3),
                "end_s": round(w.end_s, 3),
                "confidence": None if w.confidence is None else round(w.confidence, 3),
            }
            for w in (() if said is None else said.words)
        ],
        "confidence": None if said is None or said.confidence is None else round(said.confidence, 3),
        "engine": engine.name,
        "model": engine.model,
        "audio_s": 0.0 if utterance is None else round(utterance.audio_s, 3),
        "elapsed_s": round(elapsed_s, 3),
    }


def _print_refusal(file: Path, error: InputRefusedError, *, jsonl: bool) -> None:
    if jsonl:
        print(json.dumps({"file": str(file), "error": str(error)}, ensure_ascii=False), flush=True)
    else:
        print(error, file=sys.stderr)  # it names the file
