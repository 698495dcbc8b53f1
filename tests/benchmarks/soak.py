"""Hours of speech in a loop: does memory grow? `python -m tests.benchmarks.soak [--hours 2] [--model NAME]`.

Every clip of the model's language goes through the whole path (voice detector, worker, engine) as fast as it is heard,
again and again, until so many hours of speech were heard. Memory of worker and agent is read after every clip; the
first tenth warms up, and growth is the median of the last tenth over the median of the second. Beyond 5 % it fails.
"""

import argparse
import csv
import json
import statistics
import sys
from itertools import cycle
from pathlib import Path

from agent.adapters.model_store import ModelStore, default_root
from agent.adapters.system_clock import SystemClock
from agent.adapters.voice_detector import SileroDetector
from agent.adapters.wav_file import read_wav
from agent.adapters.worker_engine import WorkerEngine
from agent.hearing import hear
from agent.listening.endpointing import EndpointingRules, Mode
from agent.listening.live_source import LiveSource
from agent.listening.sound import ClipStream
from agent.profile import DeviceProfile
from agent.speech import Engines, find_catalogue
from tests.benchmarks.memory import resident_mb
from tests.fakes.voices import PERMIT

CLIPS = Path(__file__).parent.parent / "corpora" / "speech"
MAX_GROWTH_PERCENT = 5.0
_TOLD_EVERY_S = 600.0


def soak(model: str, hours: float) -> float:
    """Growth in percent, the worse of worker and agent; prints how it came about."""
    store, clock = ModelStore(default_root(), find_catalogue()), SystemClock()
    language = store.entry(model).language
    profile = DeviceProfile.model_validate({"kind": "head_unit", "speech": {"models": [model]}, "language": language})
    with (CLIPS / "index.tsv").open(encoding="utf-8", newline="") as index:
        names = [row["file"] for row in csv.DictReader(index, delimiter="\t") if row["language"] == language]
    clips = [read_wav(CLIPS / name, 60.0)[0] for name in names]
    engines, detector = Engines(profile, store, clock), SileroDetector()
    engine = engines.get()
    assert isinstance(engine, WorkerEngine)
    worker_mb, agent_mb, heard_s, told_s, words = [], [], 0.0, 0.0, 0
    begun = clock.monotonic()
    for clip in cycle(clips):
        source = LiveSource(lambda _, clip=clip: ClipStream(clip), lambda: detector, EndpointingRules(), mode=Mode.HOLD)
        utterance = hear(PERMIT, source, engine, clock, lambda _: None)
        heard_s += clip.duration_s
        words += len(utterance.transcript.text) if utterance is not None else 0
        worker_mb.append(resident_mb(engine.pid))
        agent_mb.append(resident_mb())
        if heard_s - told_s >= _TOLD_EVERY_S:
            told_s = heard_s
            print(f"  {heard_s / 3600:.2f} h heard: worker {worker_mb[-1]:.0f} MB", file=sys.stderr, flush=True)
        if heard_s >= hours * 3600:
            break
    restarts = engine.restarts
    engines.close()
    grown = {"worker": _growth(worker_mb), "agent": _growth(agent_mb)}
    row = {
        "model": model,
        "speech_h": round(heard_s / 3600, 2),
        "took_h": round((clock.monotonic() - begun) / 3600, 2),
        "utterances": len(worker_mb),
        "characters": words,
        "restarts": restarts,
        "worker_mb": [round(worker_mb[len(worker_mb) // 10]), round(worker_mb[-1]), round(max(worker_mb))],
        "agent_mb": [round(agent_mb[len(agent_mb) // 10]), round(agent_mb[-1]), round(max(agent_mb))],
        "growth_percent": {who: round(value, 2) for who, value in grown.items()},
    }
    print(json.dumps(row), flush=True)
    return max(grown.values())


def _growth(readings: list[float]) -> float:
    tenth = max(1, len(readings) // 10)
    early, late = statistics.median(readings[tenth : 2 * tenth]), statistics.median(readings[-tenth:])
    return 100 * (late / early - 1)


def main() -> None:
    """Soak each model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hours", type=float, default=2.0, help="of speech for each model")
    parser.add_argument("--model", action="append", help="default: every installed one")
    options = parser.parse_args()
    store = ModelStore(default_root(), find_catalogue())
    models = options.model or [s.entry.name for s in store.list() if s.state == "installed"]
    grown = {model: soak(model, options.hours) for model in models}
    if leaking := [model for model, percent in grown.items() if percent > MAX_GROWTH_PERCENT]:
        sys.exit(f"Memory grew by more than {MAX_GROWTH_PERCENT:g} %: {', '.join(leaking)}")


if __name__ == "__main__":
    main()
