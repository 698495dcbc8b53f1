"""`tingche-agent transcribe`: what the engines hear in WAV files. For developers: it masks nothing."""

import json
import sys
from dataclasses import asdict, replace
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
from agent.feedback.transcript import Transcript
from agent.hearing import Utterance, hear
from agent.listening.sound import Level
from agent.ports import Partial, SpeechEngine
from agent.profile import DeviceProfile
from agent.speech import Engines, Sources
from agent.transcription.repair import repair
from agent.transcription.repairs import Repaired
from agent.transcription.spoken_numbers import as_spoken


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@profile_option
@engine_option
@model_option
@language_option
@click.option("--jsonl", is_flag=True, help="One JSON line for each file.")
@click.option("--raw", is_flag=True, help="What the engine prints, with nothing mended.")
@click.option("--explain", is_flag=True, help="Say which misheard words of the trade were mended.")
@models_option
def transcribe(
    files: tuple[Path, ...],
    profile: str,
    engine: str | None,
    model: str | None,
    language: str | None,
    jsonl: bool,
    raw: bool,
    explain: bool,
    folder: Path | None,
) -> None:
    """Print what is said in WAV files, as a feedback would have it before masking.

    Misheard words of the trade are mended and numbers stand as they were said; --raw shows what the engine prints.
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
    transcriber = _Transcriber(engines, Sources(chosen.speech), chosen, raw=raw, explain=explain)
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
    def __init__(self, engines: Engines, sources: Sources, profile: DeviceProfile, *, raw: bool, explain: bool) -> None:
        self._engines = engines
        self._sources = sources
        self._language = profile.language.partition("-")[0]
        self._terms = profile.speech.terms
        self._raw = raw
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
        kept = None if utterance is None else self._kept(utterance.transcript)
        if jsonl:
            print(json.dumps(self._line(file, utterance, kept, engine, elapsed_s), ensure_ascii=False), flush=True)
            return
        audio_s = utterance.audio_s if utterance is not None else 0.0
        timing = f"{engine.name}, {engine.model}, {audio_s:.1f} s of speech heard in {elapsed_s:.1f} s"
        print(f"{file}: {(kept and kept.transcript.text) or '(nothing was said)'}")
        print("  " + "; ".join([timing, *source.notes]))
        for r in kept.repairs if kept is not None and self._explain else ():
            print(f"    {r.heard} -> {r.written} (cost {r.cost:.1f})")

    def _kept(self, heard: Transcript) -> Repaired:
        if self._raw:
            return Repaired(heard)
        mended = repair(heard, self._terms)
        return replace(mended, transcript=as_spoken(mended.transcript))

    def _line(
        self, file: Path, utterance: Utterance | None, kept: Repaired | None, engine: SpeechEngine, elapsed_s: float
    ) -> dict[str, Any]:
        line = _as_json(file, kept, engine, elapsed_s, audio_s=0.0 if utterance is None else utterance.audio_s)
        if self._explain and utterance is not None and kept is not None:
            line |= {"heard": utterance.transcript.text, "repairs": [asdict(r) for r in kept.repairs]}
        return line

    def close(self) -> None:
        self._engines.close()


def _draw(heard: Partial | Level) -> None:
    if isinstance(heard, Partial):
        print(f"\r{heard.text}\x1b[K", end="", flush=True)


def _look_away(_: Partial | Level) -> None:
    """Nobody watches."""


def _as_json(
    file: Path, kept: Repaired | None, engine: SpeechEngine, elapsed_s: float, *, audio_s: float
) -> dict[str, Any]:
    said = None if kept is None else kept.transcript
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
        "audio_s": round(audio_s, 3),
        "elapsed_s": round(elapsed_s, 3),
    }


def _print_refusal(file: Path, error: InputRefusedError, *, jsonl: bool) -> None:
    if jsonl:
        print(json.dumps({"file": str(file), "error": str(error)}, ensure_ascii=False), flush=True)
    else:
        print(error, file=sys.stderr)  # it names the file
