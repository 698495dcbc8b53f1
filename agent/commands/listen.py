"""`tingche-agent listen`: hear live, sentence after sentence, words as they come. Stores nothing, sends nothing."""

import secrets
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import click

from agent.adapters.microphone import Microphone
from agent.adapters.pcm_pipe import PcmPipe
from agent.adapters.system_clock import SystemClock
from agent.adapters.voice_detector import SileroDetector
from agent.commands._client import json_option, print_json
from agent.commands._hearing import (
    KeptOpen,
    agree_option,
    engine_option,
    language_option,
    model_option,
    profile_option,
    profile_with_model,
    this_once,
)
from agent.commands._models import models_option
from agent.hearing import Utterance, hear
from agent.listening.endpointing import EndpointingRules, Mode
from agent.listening.live_source import LiveSource, never
from agent.listening.sound import AudioStream, Level
from agent.masking.masker import Masker
from agent.ports import Partial
from agent.profile import SpeechSettings
from agent.speech import Engines
from agent.transcription.readable import readable
from agent.transcription.repair import repair, repaired_text
from agent.transcription.spoken_numbers import as_spoken

_BAR = 20


@click.command(short_help="Hear live: words as they are spoken, masked. Stores nothing.")
@profile_option
@engine_option
@model_option
@language_option
@models_option
@click.option("--microphone", "device", help="Part of the microphone's name. [default: the profile's]")
@click.option("--hold", is_flag=True, help="Listen until you press Enter, as a held button does; one sentence.")
@click.option("--once", is_flag=True, help="End after one sentence.")
@click.option("--stdin", is_flag=True, help="Raw 16-bit PCM from standard input instead of a microphone.")
@click.option("--rate", "rate_hz", default=16_000, show_default=True, help="Hz of --stdin.")
@click.option("--channels", default=1, show_default=True, help="Channels of --stdin.")
@click.option("--unmasked", is_flag=True, help="Show what the engine hears, as it is: names and numbers included.")
@agree_option
@json_option
def listen(
    profile: str,
    engine: str | None,
    model: str | None,
    language: str | None,
    folder: Path | None,
    device: str | None,
    hold: bool,
    once: bool,
    stdin: bool,
    rate_hz: int,
    channels: int,
    unmasked: bool,
    agree: bool,
    as_json: bool,
) -> None:
    """Listen to the microphone and show the words while they are spoken, until Ctrl-C.

    For technicians and developers: it tries microphone, voice detector, speech model and masking together, without an
    enrolled device. Sound and words stay in memory. The end of a sentence is found by itself.

    \b
    Examples:
      tingche-agent listen
      tingche-agent listen --engine vosk --language ko
      arecord -q -t raw -f S16_LE -r 48000 | tingche-agent listen --stdin --rate 48000 --agree
    """
    permit = this_once(agreed=agree or stdin)
    chosen, store = profile_with_model(profile, folder, engine=engine, model=model, language=language)
    settings, clock = chosen.speech, SystemClock()
    engines = Engines(chosen, store, clock, as_named=True)
    page = _Page(settings.terms, as_json=as_json, unmasked=unmasked)
    try:
        heard_by = engines.get()
        stream = KeptOpen(_opened(settings, device, stdin=stdin, rate_hz=rate_hz, channels=channels).open(permit))
        try:
            source = _source(stream, settings, hold=hold)
            page.begin(f"{heard_by.name} · {heard_by.model}", hold=hold)
            while not stream.ended:
                language = chosen.language.partition("-")[0]
                utterance = hear(permit, source, heard_by, clock, page.show, language=language, hints=settings.terms)
                page.end(utterance, clock.monotonic(), source.notes)
                if hold or (once and utterance is not None):
                    break
        finally:
            stream.really_close()
    finally:
        engines.close()


def _opened(
    settings: SpeechSettings, device: str | None, *, stdin: bool, rate_hz: int, channels: int
) -> PcmPipe | Microphone:
    if stdin:
        return PcmPipe(sys.stdin.fileno(), rate_hz=rate_hz, channels=channels)
    return Microphone(settings.microphone if device is None else device)


def _source(stream: AudioStream, settings: SpeechSettings, *, hold: bool) -> LiveSource[object]:
    detector = SileroDetector()
    rules = EndpointingRules(silence_s=settings.silence_s, max_speech_s=min(settings.max_speech_s, 60.0))
    mode = Mode.HOLD if hold else Mode.TAP
    return LiveSource(lambda _: stream, lambda: detector, rules, mode=mode, released=_enter() if hold else never)


def _enter() -> Callable[[], bool]:
    pressed = threading.Event()

    def wait() -> None:
        sys.stdin.readline()
        pressed.set()

    threading.Thread(target=wait, daemon=True).start()
    return pressed.is_set


class _Page:
    """What a person sees: on a terminal one line that moves, elsewhere a line for each sentence."""

    def __init__(self, terms: tuple[str, ...], *, as_json: bool, unmasked: bool) -> None:
        self._terms = terms
        self._as_json = as_json
        self._unmasked = unmasked
        self._masker = Masker(secrets.token_bytes(32))
        self._partials = self._masker.partials()
        self._words = ""
        self._bar = 0
        self._live = sys.stdout.isatty() and not as_json

    def begin(self, engine: str, *, hold: bool) -> None:
        """Ready to hear."""
        if not self._as_json:
            how = "说完按回车 press Enter when done" if hold else "Ctrl-C 结束 ends"
            print(f"请说 Speak now   {engine}   {how}", file=sys.stderr, flush=True)

    def show(self, heard: Partial | Level) -> None:
        """The level, or the words so far."""
        if isinstance(heard, Partial):
            words = heard.text if self._unmasked else self._partials.cover(repaired_text(heard.text, self._terms))
            if self._as_json:
                print_json({"event": "partial", "text": words})
            self._words = words
        elif (bar := round(heard.bar * _BAR)) == self._bar:
            return
        else:
            self._bar = bar
        if self._live:
            print(f"\r{'▮' * self._bar:{_BAR}} {self._words}\x1b[K", end="", flush=True)

    def end(self, utterance: Utterance | None, now: float, notes: tuple[str, ...]) -> None:
        """The sentence is over."""
        if self._live:
            print("\r\x1b[K", end="")
        if utterance is not None:
            said = as_spoken(repair(utterance.transcript, self._terms).transcript)
            masked = self._masker.mask(said)
            text = said.text if self._unmasked else readable(masked).text
            waited_s = now - utterance.ended_at
            if self._as_json:
                labels = [s.type for s in masked.spans]
                event = {"event": "heard", "text": text, "masked": labels, "confidence": said.confidence}
                print_json({**event, "audio_s": round(utterance.audio_s, 2), "waited_s": round(waited_s, 3)})
            else:
                print(f"{text}   ({utterance.audio_s:.1f} s, {waited_s:.1f} s 后 after)", flush=True)
        for note in notes if utterance is not None else ():
            print(f"  · {note}", file=sys.stderr)
        self._partials, self._words = self._masker.partials(), ""
