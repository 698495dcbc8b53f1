"""What an engine's confidence is worth, raw and calibrated: `python -m tests.benchmarks.confidence [FOLDER]`.

Every clip is heard clean and in noise (a car's cabin, other people's talk), at -5 to 20 dB. Prints, for confidence as
the engine gives it and as agent/transcription/confidence.py turns it:

- Brier score: the mean squared difference between confidence and 1 (right) or 0 (wrong); 0 is best.
- expected calibration error: how far confidence is from the share that is right, over ten bins.
- for thresholds of `speech.review_below`: how many wrong transcripts fall under it, and how many right ones do too.

With --fit, learns a curve from the clips whose voice is not held back, prints it as it stands in confidence.py, and
measures it on the voices that are. No sentence is on both sides.

The folder holds index.tsv with the columns file, language, text, voice. What was heard is written to --heard as it
comes, and a run that was interrupted goes on from there.
"""

import argparse
import csv
import hashlib
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from agent.adapters.model_store import ModelStore, default_root
from agent.adapters.wav_file import read_wav
from agent.feedback.audio import SAMPLE_RATE_HZ, AudioClip
from agent.feedback.transcript import Transcript
from agent.profile import find_data
from agent.speech import load_engine
from agent.transcription.confidence import CURVES, RIGHT_WITHIN, Curve, repetition
from agent.transcription.error_rate import character_error_rate
from agent.transcription.repair import repaired_text
from tests.fakes.cabin_noise import cabin

CLIPS = Path(__file__).parents[1] / "corpora" / "speech"
SOUNDS = (
    ("cabin", 5),
    ("clean", 99),
    ("talk", 10),
    ("cabin", -5),
    ("talk", 5),
    ("cabin", 10),
    ("cabin", 0),
    ("talk", 20),
    ("cabin", 20),
    ("talk", 0),
)
"""What is heard beside the speech, and how much softer than the speech it is, in dB."""
REVIEW_BELOW = (0.2, 0.3, 0.4, 0.5)
MOST_S = 60.0

Samples = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Sample:
    """One clip in one sound, and what was heard."""

    file: str
    voice: str
    sound: str
    snr_db: int
    said: str
    heard: str
    raw: float

    @property
    def right(self) -> bool:
        return character_error_rate([(self.said, repaired_text(self.heard))]) <= RIGHT_WITHIN


# ---- hearing -----------------------------------------------------------------------------------------------------


def hear(model: str, folder: Path, rounds: int, kept: Path | None) -> list[Sample]:
    """Every clip in `rounds` of the sounds, a different order for each. Nothing said or nothing heard is left out."""
    store = ModelStore(default_root(), find_data("offline_models/catalogue.toml"))
    language = store.entry(model).language
    samples = _kept(kept)
    done = {(s.file, s.sound, s.snr_db) for s in samples}
    wanted = [w for w in _wanted(folder, language, rounds) if (w[0]["file"], *w[1]) not in done]
    if not wanted:
        return samples
    CURVES.pop(model, None)  # so that the engine gives its own figure; this process does nothing else
    engine = load_engine(store, model)
    clips = [folder / row["file"] for row, _ in wanted]
    for number, (row, (sound, snr_db)) in enumerate(wanted, 1):
        clip = _in_noise(folder / row["file"], sound, snr_db, clips)
        (final,) = [h for h in engine.transcribe(clip) if isinstance(h, Transcript)]
        if final.confidence is not None:
            found = (row["file"], row["voice"], sound, snr_db, row["text"], final.text, final.confidence)
            samples.append(Sample(*found))
            _keep(kept, samples[-1])
        if number % 20 == 0 or number == len(wanted):
            print(f"heard {number} of {len(wanted)}", file=sys.stderr, flush=True)
    return samples


def _wanted(folder: Path, language: str, rounds: int) -> Iterator[tuple[dict[str, str], tuple[str, int]]]:
    with (folder / "index.tsv").open(encoding="utf-8", newline="") as index:
        rows = [r for r in csv.DictReader(index, delimiter="\t") if r["language"] == language]
    for turn in range(rounds):
        for row in rows:
            yield row, SOUNDS[(_number(row["file"]) + 3 * turn) % len(SOUNDS)]


def _in_noise(file: Path, sound: str, snr_db: int, clips: Sequence[Path]) -> AudioClip:
    speech = _read(file)
    if sound == "clean":
        return AudioClip(read_wav(file, MOST_S)[0].pcm)
    seed = _number(f"{file.name} {sound} {snr_db}")
    if sound == "cabin":
        noise = cabin(len(speech) / SAMPLE_RATE_HZ + 0.1, seed)[: len(speech)]
    else:
        rng = np.random.default_rng(seed)
        voices = (_read(clips[i]) for i in rng.integers(0, len(clips), 4))
        noise = sum((np.resize(np.roll(v, int(rng.integers(0, len(v)))), len(speech)) for v in voices), 0 * speech)
    spoken = speech[np.abs(speech) > 0.02]
    noise *= np.sqrt(np.mean(spoken**2) / 10 ** (snr_db / 10) / np.mean(noise**2))
    mixed = speech + noise
    mixed /= max(1.0, np.abs(mixed).max() / 0.98)
    return AudioClip((mixed * 32_767).astype("<i2").tobytes())


def _read(file: Path) -> Samples:
    return np.frombuffer(read_wav(file, MOST_S)[0].pcm, "<i2").astype(np.float64) / 32_768


def _number(text: str) -> int:
    return int(hashlib.sha256(text.encode()).hexdigest()[:8], 16)


def _kept(file: Path | None) -> list[Sample]:
    if file is None or not file.exists():
        return []
    return [Sample(**json.loads(line)) for line in file.read_text(encoding="utf-8").splitlines()]


def _keep(file: Path | None, sample: Sample) -> None:
    if file is not None:
        with file.open("a", encoding="utf-8") as out:
            out.write(json.dumps(asdict(sample), ensure_ascii=False) + "\n")


# ---- learning and measuring --------------------------------------------------------------------------------------


def fit(samples: Sequence[Sample]) -> Curve:
    """The curve with the largest likelihood (Newton's method; a touch of ridge, for sets that a line parts)."""
    features = np.array([[1.0, np.log(s.raw), repetition(s.heard)] for s in samples])
    right = np.array([float(s.right) for s in samples])
    weights = np.zeros(3)
    ridge = np.diag([0.0, 1e-2, 1e-2])
    for _ in range(50):
        share = 1 / (1 + np.exp(-features @ weights))
        slope = features.T @ (right - share) - ridge @ weights
        bend = (features * (share * (1 - share))[:, None]).T @ features + ridge
        weights += np.linalg.solve(bend, slope)
    return Curve(*(round(float(w), 2) for w in weights))


def measure(samples: Sequence[Sample], confidence: Callable[[Sample], float]) -> dict[str, object]:
    """How good this confidence is."""
    sure = np.array([confidence(s) for s in samples])
    right = np.array([s.right for s in samples])
    bins = np.minimum((sure * 10).astype(int), 9)
    gaps = [np.mean(bins == b) * abs(sure[bins == b].mean() - right[bins == b].mean()) for b in set(bins)]
    return {
        "brier": round(float(np.mean((sure - right) ** 2)), 3),
        "calibration_error": round(float(sum(gaps)), 3),
        "wrong_caught_percent": {t: round(100 * float(np.mean(sure[~right] < t))) for t in REVIEW_BELOW},
        "right_asked_again_percent": {t: round(100 * float(np.mean(sure[right] < t))) for t in REVIEW_BELOW},
    }


def report(model: str, samples: Sequence[Sample], curve: Curve | None) -> None:
    """One JSON line for each confidence, and how many clips stand behind it."""
    right = sum(s.right for s in samples)
    print(json.dumps({"model": model, "heard": len(samples), "right": right}))
    print(json.dumps({"raw": measure(samples, lambda s: s.raw)}))
    if curve is None:
        print(f"{model} has no curve: learn one with --fit.")
        return
    print(json.dumps({"calibrated": measure(samples, lambda s: curve.share(s.raw, repetition(s.heard)))}))


def main() -> None:
    """Hear, then learn or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=CLIPS, help="folder with index.tsv (default: ours)")
    parser.add_argument("--model", default="whisper-base", help="measure this one (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=3, help="sounds for each clip, at most 10 (default: %(default)s)")
    parser.add_argument("--heard", type=Path, help="keep what was heard in this file, and go on from it")
    parser.add_argument("--fit", action="store_true", help="learn a curve")
    parser.add_argument(
        "--hold", nargs="+", default=[], metavar="VOICE", help="voices to measure on and not to learn from"
    )
    options = parser.parse_args()
    curve = CURVES.get(options.model)
    samples = hear(options.model, options.folder, options.rounds, options.heard)
    if options.fit:
        sentences = {s.said for s in samples if s.voice in options.hold}
        learnt = [s for s in samples if s.voice not in options.hold and s.said not in sentences]
        samples = [s for s in samples if s.voice in options.hold]
        curve = fit(learnt)
        print(f"learnt from {len(learnt)}: {curve}")
    if samples:
        report(options.model, samples, curve)


if __name__ == "__main__":
    main()
