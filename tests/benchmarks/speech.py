"""How well and how fast each installed model hears a folder of clips: `python tests/benchmarks/speech.py [FOLDER]`.

Prints, for each model: character error rate by kind of clip, real-time factor (computing time per second of speech),
load time and resident memory. Each model runs in a process of its own, so that memory is its own.

With --compare, what the words of the trade are worth instead: see tests/benchmarks/words.py.

The folder holds index.tsv with the columns file, language, text, and kind (or role).
"""

import argparse
import csv
import json
import multiprocessing
import os
import statistics
import sys
import time
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from agent.adapters.model_store import ModelStore, default_root  # noqa: E402 - run as a script, from anywhere
from agent.adapters.wav_file import read_wav  # noqa: E402
from agent.feedback.transcript import Transcript  # noqa: E402
from agent.profile import find_data  # noqa: E402
from agent.speech import load_engine  # noqa: E402
from agent.transcription.error_rate import character_error_rate  # noqa: E402
from tests.benchmarks.words import compare  # noqa: E402

CLIPS = ROOT / "tests" / "corpora" / "speech"
MAX_SPEECH_S = 60.0


def rows(folder: Path, language: str) -> list[dict[str, str]]:
    """The clips of one language."""
    with (folder / "index.tsv").open(encoding="utf-8", newline="") as index:
        return [r for r in csv.DictReader(index, delimiter="\t") if r["language"] == language]


def measure(name: str, folder: Path, show: bool) -> dict[str, Any]:
    """One model over all clips of its language."""
    store = ModelStore(default_root(), find_data("offline_models/catalogue.toml"))
    entry = store.entry(name)
    store.path(name)  # checked before the clock starts: a device does that once
    before = _resident_mb()
    begun = time.monotonic()
    engine = load_engine(store, name)
    loaded_s, loaded_mb = time.monotonic() - begun, _resident_mb()
    heard: dict[str, list[tuple[str, str]]] = defaultdict(list)
    factors = []
    for row in rows(folder, entry.language):
        clip, _ = read_wav(folder / row["file"], MAX_SPEECH_S)
        begun = time.monotonic()
        (final,) = [r for r in engine.transcribe(clip) if isinstance(r, Transcript)]
        factors.append((time.monotonic() - begun) / clip.duration_s)
        heard[row.get("kind") or row.get("role") or "all"].append((row["text"], final.text))
        if show:
            print(f"  {row['file']}: {row['text']} | {final.text}", flush=True)
    return {
        "model": name,
        "engine": entry.engine,
        "clips": len(factors),
        "cer_percent": {kind: round(100 * character_error_rate(pairs), 1) for kind, pairs in heard.items()},
        "cer_percent_all": round(100 * character_error_rate([p for pairs in heard.values() for p in pairs]), 1),
        "real_time_factor": round(statistics.median(factors), 3) if factors else None,
        "load_s": round(loaded_s, 2),
        "rss_mb": {"before": before, "loaded": loaded_mb, "after": _resident_mb()},
    }


def _resident_mb() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1_000_000


def main() -> None:
    """Measure the chosen models, one process each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=CLIPS, help="folder with index.tsv (default: ours)")
    parser.add_argument("--model", action="append", help="measure this one (default: every installed model)")
    parser.add_argument("--compare", action="store_true", help="plain prompt, domain prompt, and repair, side by side")
    parser.add_argument("--show", action="store_true", help="print what was said and what was heard")
    options = parser.parse_args()
    store = ModelStore(default_root(), find_data("offline_models/catalogue.toml"))
    names = options.model or [s.entry.name for s in store.list() if s.state == "installed"]
    if not names:
        parser.error(f"no model is installed in {store.root}: run `tingche-agent models install whisper-base`")
    context = multiprocessing.get_context("spawn")
    for name in names:
        with ProcessPoolExecutor(1, mp_context=context) as pool:
            measured = pool.submit(compare if options.compare else measure, name, options.folder, options.show).result()
        print(json.dumps(measured, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
