"""How well and how fast each installed model hears: `python -m tests.benchmarks.speech [FOLDER] [--model NAME]`.

For each model, over the clips of its language, through the whole path (voice detector, worker, engine):

- character error rate by kind of clip, as heard and as kept (words of the trade mended, numbers as said); a folder
  without noisy clips gets cabin noise at 10 and 5 dB mixed in;
- real-time factor (computing per second of speech) of the whole path and of the bare engine on the same speech, in
  turn, best of three, for the first eight clean clips; the ratio of the sums is our overhead, which may be 5 % (below
  1 where we keep what the library makes anew for each utterance);
- latency, with clips played at the pace of speech: first word after its onset (engines that stream), final text after
  the end of speech; median and 95th percentile;
- load time and resident memory of the worker.

The folder holds index.tsv with the columns file, language, text, and kind (or role). The default is
shared/corpora/speech beside the checkout where that is, else this project's own clips. Figures go to standard output
as JSON lines and, as a picture, to build/bench/speech.png.
"""

import argparse
import csv
import json
import math
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from agent.adapters.model_store import ModelStore, default_root
from agent.adapters.system_clock import SystemClock
from agent.adapters.voice_detector import SileroDetector
from agent.adapters.vosk_engine import VoskEngine
from agent.adapters.wav_file import read_wav
from agent.adapters.worker_engine import WorkerEngine
from agent.consent.grant import Permit
from agent.feedback.audio import SAMPLE_RATE_HZ, AudioClip
from agent.feedback.transcript import Transcript
from agent.hearing import Utterance, hear
from agent.listening.endpointing import EndpointingRules, Event, Mode, SpeechEnded, SpeechStarted
from agent.listening.live_source import LiveSource
from agent.listening.sound import BLOCK_SAMPLES, ClipStream, Level, SoundBlock, SourceLost
from agent.ports import Partial, SpeechEngine
from agent.profile import DeviceProfile
from agent.speech import Engines, find_catalogue, load_engine
from agent.transcription.error_rate import character_error_rate
from agent.transcription.repair import repair
from agent.transcription.spoken_numbers import as_spoken
from tests.benchmarks.memory import resident_mb
from tests.fakes.cabin_noise import as_pcm, cabin
from tests.fakes.voices import PERMIT

ROOT = Path(__file__).parents[2]
OWN = ROOT / "tests" / "corpora" / "speech"
SHARED = ROOT.parent / "shared" / "corpora" / "speech"
PICTURE = ROOT / "build" / "bench" / "speech.png"
MAX_SPEECH_S = 60.0
MAX_OVERHEAD = 1.05
_ROUNDS = 3
_TIMED = 8
_PACED = 20
_FEW = 3
_PAUSE_S = 0.2  # the engines' threads spin for a moment after their last work, and would slow the other side down


def rows(folder: Path, language: str) -> list[dict[str, str]]:
    """The clips of one language."""
    with (folder / "index.tsv").open(encoding="utf-8", newline="") as index:
        return [r for r in csv.DictReader(index, delimiter="\t") if r["language"] == language]


def kind(row: dict[str, str]) -> str:
    """What sort of clip it is."""
    return row.get("kind") or row.get("role") or "all"


class Watched:
    """An `AudioSource` that plays a clip, as fast as it is taken or at the pace of speech, and notes what passed."""

    def __init__(self, clip: AudioClip, detector: SileroDetector, *, paced: bool = False) -> None:
        self._clip = clip
        self._paced = paced
        mode = Mode.TAP if paced else Mode.HOLD
        self._source = LiveSource(lambda _: self._stream(), lambda: detector, EndpointingRules(), mode=mode)
        self.begun = 0.0
        self.onset_s: float | None = None
        self.passed = AudioClip(b"")
        self.notes: tuple[str, ...] = ()

    def listen(self, permit: Permit) -> Iterator[Event | SourceLost]:
        """As `LiveSource` gives it."""
        for event in self._source.listen(permit):
            if isinstance(event, SpeechStarted):
                self.onset_s = event.at_s
            elif isinstance(event, SpeechEnded):
                self.passed = event.clip
            yield event

    def _stream(self) -> ClipStream:
        silence = bytes(2 * 2 * SAMPLE_RATE_HZ)
        self.begun = time.monotonic()
        return _Paced(AudioClip(self._clip.pcm + silence)) if self._paced else ClipStream(self._clip)


class _Paced(ClipStream):
    """A block every 32 ms, as a sound card gives it."""

    def __iter__(self) -> Iterator[SoundBlock]:
        begun = time.monotonic()
        for number, block in enumerate(super().__iter__(), 1):
            time.sleep(max(0.0, begun + number * BLOCK_SAMPLES / SAMPLE_RATE_HZ - time.monotonic()))
            yield block


def measure(name: str, folder: Path, show: bool) -> dict[str, Any]:
    """One model over all clips of its language."""
    store, detector = ModelStore(default_root(), find_catalogue()), SileroDetector()
    entry = store.entry(name)
    store.path(name)  # checked before the clock starts: a device does that once
    profile = DeviceProfile.model_validate(
        {"kind": "head_unit", "speech": {"models": [name]}, "language": entry.language}
    )
    engines = Engines(profile, store, SystemClock())
    begun = time.monotonic()
    engine = engines.get()
    assert isinstance(engine, WorkerEngine)
    loaded_s, loaded_mb = time.monotonic() - begun, resident_mb(engine.pid)
    bare = load_engine(store, name)
    try:
        clips = _clips(folder, entry.language)
        if not any("noise" in k for k, _, _ in clips):
            clips += [(f"{k}+noise{db}", text, _in_noise(clip, db)) for k, text, clip in clips for db in (10, 5)]
        result = {
            "model": name,
            "engine": entry.engine,
            **_accuracy_and_speed(engine, bare, detector, clips, show=show),
            **_latency(engine, detector, [clip for k, _, clip in clips if "noise" not in k][: _PACED // 2]),
            "load_s": round(loaded_s, 2),
            "worker_mb": {"loaded": round(loaded_mb), "after": round(resident_mb(engine.pid))},
        }
    finally:
        engines.close()
        bare.close()
    return result


def _clips(folder: Path, language: str) -> list[tuple[str, str, AudioClip]]:
    """Kind, text and sound; our own too where the folder has next to nothing in this language."""
    found = [(folder, r) for r in rows(folder, language)]
    if len(found) < _FEW and folder.resolve() != OWN:
        found += [(OWN, r) for r in rows(OWN, language)]
    return [(kind(r), r["text"], read_wav(where / r["file"], MAX_SPEECH_S)[0]) for where, r in found]


def _accuracy_and_speed(
    engine: WorkerEngine,
    bare: SpeechEngine,
    detector: SileroDetector,
    clips: list[tuple[str, str, AudioClip]],
    *,
    show: bool,
) -> dict[str, Any]:
    heard: dict[str, list[tuple[str, str]]] = defaultdict(list)
    kept: dict[str, list[tuple[str, str]]] = defaultdict(list)
    ours_s, bare_s, speech_s, timed = 0.0, 0.0, 0.0, 0
    for sort, text, clip in clips:
        source = Watched(clip, detector)
        utterance = hear(PERMIT, source, engine, SystemClock(), _look_away)
        said = "" if utterance is None else utterance.transcript.text
        heard[sort].append((text, said))
        kept[sort].append((text, "" if utterance is None else as_kept(utterance.transcript)))
        if show:
            print(f"  {sort}: {text} | {said}", flush=True)
        if "noise" in sort or utterance is None or timed == _TIMED:
            continue
        timed += 1
        rounds = [(_ours_s(engine, detector, clip), _bare_s(bare, source.passed)) for _ in range(_ROUNDS)]
        ours_s += min(ours for ours, _ in rounds)
        bare_s += min(alone for _, alone in rounds)
        speech_s += clip.duration_s
    return {
        "clips": len(clips),
        "cer_percent": {sort: round(100 * character_error_rate(pairs), 1) for sort, pairs in kept.items()},
        "cer_percent_as_heard": {sort: round(100 * character_error_rate(pairs), 1) for sort, pairs in heard.items()},
        "real_time_factor": round(ours_s / speech_s, 3),
        "real_time_factor_bare": round(bare_s / speech_s, 3),
        "overhead_ratio": round(ours_s / bare_s, 3),
    }


def as_kept(heard: Transcript) -> str:
    """The text of a feedback, before masking."""
    return as_spoken(repair(heard).transcript).text


def _ours_s(engine: WorkerEngine, detector: SileroDetector, clip: AudioClip) -> float:
    begun = time.perf_counter()
    hear(PERMIT, Watched(clip, detector), engine, SystemClock(), _look_away)
    taken = time.perf_counter() - begun
    time.sleep(_PAUSE_S)
    return taken


def _bare_s(bare: SpeechEngine, passed: AudioClip) -> float:
    if isinstance(bare, VoskEngine):
        bare._ready = None  # as its makers use it: a decoder for each utterance
    begun = time.perf_counter()
    *_, final = bare.transcribe(passed)
    taken = time.perf_counter() - begun
    assert isinstance(final, Transcript)
    time.sleep(_PAUSE_S)
    return taken


def _latency(engine: WorkerEngine, detector: SileroDetector, clips: list[AudioClip]) -> dict[str, Any]:
    firsts: list[float] = []
    finals: list[float] = []
    for clip in clips * math.ceil(_PACED / len(clips)):
        source = Watched(clip, detector, paced=True)
        shown: list[float] = []

        def show(heard: Partial | Level, shown: list[float] = shown) -> None:
            if isinstance(heard, Partial) and heard.text:
                shown.append(time.monotonic())

        utterance: Utterance | None = hear(PERMIT, source, engine, SystemClock(), show)
        if utterance is None or source.onset_s is None:
            continue
        finals.append(time.monotonic() - utterance.ended_at)
        if engine.capabilities.streaming and shown:
            firsts.append(shown[0] - source.begun - source.onset_s)
    return {
        "first_word_after_onset_s": _spread(firsts),
        "final_after_end_of_speech_s": _spread(finals),
        "_finals": finals,
    }


def _spread(values: list[float]) -> dict[str, float] | None:
    if not values:
        return None
    p95 = sorted(values)[math.ceil(0.95 * len(values)) - 1]
    return {"median": round(statistics.median(values), 2), "p95": round(p95, 2)}


def _in_noise(clip: AudioClip, db: int) -> AudioClip:
    speech = np.frombuffer(clip.pcm, "<i2") / 32_768
    noise = cabin(clip.duration_s + 1, seed=db)[: len(speech)]
    return AudioClip(as_pcm(speech + noise * float(np.sqrt((speech**2).mean())) * 10 ** (-db / 20)))


def _look_away(_: Partial | Level) -> None:
    """Nobody watches."""


def draw(results: list[dict[str, Any]]) -> None:
    """Error rates by kind, and latencies, as a picture."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    figure, (rates, waits) = plt.subplots(1, 2, figsize=(12, 4.5), layout="constrained")
    kinds = list(dict.fromkeys(k for r in results for k in r["cer_percent"]))
    width = 0.8 / len(results)
    for number, result in enumerate(results):
        at = [i + number * width for i in range(len(kinds))]
        bars = rates.bar(at, [result["cer_percent"].get(k, 0) for k in kinds], width, label=result["model"])
        rates.bar_label(bars, fontsize=7)
        waits.plot(sorted(result["_finals"]), np.linspace(0, 1, len(result["_finals"])), "o-", label=result["model"])
    rates.set(title="Character error rate", ylabel="%")
    rates.set_xticks([i + 0.4 - width / 2 for i in range(len(kinds))], kinds, rotation=30, ha="right", fontsize=8)
    rates.legend()
    waits.set(
        title="Final text after the end of speech", xlabel="seconds", ylabel="share of utterances", xlim=(0, None)
    )
    waits.legend()
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(PICTURE, dpi=120)
    print(f"picture: {PICTURE.relative_to(ROOT)}", file=sys.stderr)


def main() -> None:
    """Measure the chosen models."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=SHARED if SHARED.exists() else OWN)
    parser.add_argument("--model", action="append", help="measure this one (default: every installed model)")
    parser.add_argument("--show", action="store_true", help="print what was said and what was heard")
    options = parser.parse_args()
    store = ModelStore(default_root(), find_catalogue())
    names = options.model or [s.entry.name for s in store.list() if s.state == "installed"]
    if not names:
        parser.error(f"no model is installed in {store.root}: run `tingche-agent models install whisper-base`")
    results = []
    for name in names:
        results.append(measure(name, options.folder, options.show))
        shown = {k: v for k, v in results[-1].items() if not k.startswith("_")}
        print(json.dumps(shown, ensure_ascii=False), flush=True)
    draw(results)
    if over := [r["model"] for r in results if r["overhead_ratio"] > MAX_OVERHEAD]:
        sys.exit(f"More than {100 * (MAX_OVERHEAD - 1):.0f} % over the bare engine: {', '.join(over)}")


if __name__ == "__main__":
    main()
