"""What hearing costs and how well it hears: the real detector and end-pointing, on our clips and made noise.

    .venv/bin/python -m tests.benchmarks.hearing [--minutes 10] [FOLDER]

Prints one JSON line for each measurement. Misses and false alarms are counted in blocks of 32 ms: a miss is a block
with speech (within 40 dB of the loudest of the clean clip) that the detector leaves under 0.5; a false alarm is a block
at 0.5 or more that is at least 0.2 s away from any speech. "clips" are
what would have reached an engine. Ends with status 1 where a limit is missed.
"""

import argparse
import csv
import json
import statistics
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from agent.adapters.microphone import Microphone
from agent.adapters.voice_detector import SileroDetector
from agent.adapters.wav_file import read_wav
from agent.feedback.audio import SAMPLE_RATE_HZ, AudioClip
from agent.listening.endpointing import EndpointingRules, Heard, Mode, SpeechEnded, SpeechStarted
from agent.listening.live_source import listen
from agent.listening.sound import BLOCK_SAMPLES, ClipStream, SourceLost, seconds
from tests.fakes.cabin_noise import Sound, as_pcm, cabin, knocks, music
from tests.fakes.sound_card import HEADSET, SoundCard
from tests.fakes.voices import PERMIT

Row = dict[str, Any]
CLIPS = Path(__file__).parent.parent / "corpora" / "speech"
MAX_FALSE_ALARMS_PERCENT = 1.0
MAX_LEVEL_AGE_MS = 100.0
_SPEECH_WITHIN_DB = 40.0
_NEAR_BLOCKS = 6
_PAUSE_S = 1.5
CAR = replace(HEADSET, rate_hz=44_100, channels=2)


def sentences(detector: SileroDetector, pcm: bytes) -> list[SpeechEnded]:
    """Everything that would have reached an engine."""
    stream, found = ClipStream(AudioClip(pcm)), []
    while not stream.ended:
        *_, last = listen(stream, detector, EndpointingRules(), Mode.TAP)
        if isinstance(last, SpeechEnded):
            found.append(last)
    return found


def speech_in_noise(detector: SileroDetector, folder: Path) -> list[Row]:
    """Misses and false alarms on every clip of the folder, one long recording with pauses."""
    with (folder / "index.tsv").open(encoding="utf-8", newline="") as index:
        files = [row["file"] for row in csv.DictReader(index, delimiter="\t")]
    pause = np.zeros(int(_PAUSE_S * SAMPLE_RATE_HZ))
    clips = [np.frombuffer(read_wav(folder / name, 60.0)[0].pcm, "<i2") / 32_768 for name in files]
    speech = np.concatenate([part for clip in clips for part in (pause, clip / np.abs(clip).max() / 2)] + [pause])
    power = _block_power(speech)
    spoken = power > power.max() * 10 ** (-_SPEECH_WITHIN_DB / 10)
    near = np.convolve(spoken, np.ones(2 * _NEAR_BLOCKS + 1), "same") > 0
    loudness = float(np.sqrt(power[spoken].mean()))
    rows: list[Row] = []
    for db in (None, 10, 5, 0):
        noise = np.zeros(len(speech)) if db is None else cabin(len(speech) / SAMPLE_RATE_HZ + 1, seed=11)[: len(speech)]
        pcm = as_pcm(speech + noise * loudness * 10 ** (-(db or 0) / 20))
        voices = _voices(detector, pcm)[: len(spoken)]
        found = sentences(detector, pcm)
        rows.append(
            {
                "measured": "speech in cabin noise",
                "snr_db": "clean" if db is None else db,
                "sentences": len(clips),
                "clips": len(found),
                "misses_percent": round(100 * float((voices[spoken] < 0.5).mean()), 1),
                "false_alarms_percent": round(100 * float((voices[~near] >= 0.5).mean()), 2),
                "passed_s": round(sum(e.clip.duration_s for e in found), 1),
                "spoken_s": round(float(spoken.sum()) * BLOCK_SAMPLES / SAMPLE_RATE_HZ, 1),
            }
        )
    return rows


def nobody_speaks(detector: SileroDetector, minutes: float) -> list[Row]:
    """How many clips come out of so many minutes without a voice, at three loudnesses."""
    kinds: dict[str, Callable[[float, int], Sound]] = {
        "silence": lambda duration_s, _: np.zeros(int(duration_s * SAMPLE_RATE_HZ)),
        "white noise": lambda duration_s, seed: np.random.default_rng(seed).normal(
            size=int(duration_s * SAMPLE_RATE_HZ)
        ),
        "cabin": cabin,
        "knocks": knocks,
        "music": music,
    }
    rows: list[Row] = []
    for name, make in kinds.items():
        found, highest = 0, 0.0
        for part, loudness in enumerate((0.005, 0.05, 0.2)):
            pcm = as_pcm(loudness * make(minutes * 20, 100 + part))
            found += len(sentences(detector, pcm))
            highest = max(highest, float(_voices(detector, pcm[: 32_000 * 30]).max()))
        rows.append(
            {
                "measured": "nobody speaks",
                "sound": name,
                "minutes": minutes,
                "clips": found,
                "highest": round(highest, 2),
            }
        )
    return rows


def costs(detector: SileroDetector, folder: Path) -> Row:
    """Processor time of the detector alone and of the whole chain, as a share of the sound's length."""
    pcm = b"".join(read_wav(path, 60.0)[0].pcm for path in sorted(folder.rglob("*.wav"))[:20])
    blocks = list(ClipStream(AudioClip(pcm)))
    begun = time.process_time()
    for block in blocks:
        detector.probability(block.pcm)
    alone = time.process_time() - begun
    begun = time.process_time()
    sentences(detector, pcm)
    return {
        "measured": "cost",
        "sound_s": round(seconds(pcm), 1),
        "detector_real_time_factor": round(alone / seconds(pcm), 4),
        "whole_chain_real_time_factor": round((time.process_time() - begun) / seconds(pcm), 4),
    }


class _Card(threading.Thread):
    """Plays 44.1 kHz stereo into the microphone at the pace of a real card, and notes when."""

    def __init__(self, card: SoundCard, sound: bytes, done: threading.Event) -> None:
        super().__init__(daemon=True)
        self._card, self._sound, self._done = card, sound, done
        self.loud_at = 0.0

    def run(self) -> None:
        begun, step = time.monotonic(), 441 * 4
        for number, start in enumerate(range(0, len(self._sound), step)):
            self._done.wait(max(0.0, begun + (number + 1) * 0.01 - time.monotonic()))
            piece = self._sound[start : start + step]
            if not self.loud_at and any(piece):
                self.loud_at = time.monotonic() - 0.01  # the callback comes when the piece is full
            self._card.sound(piece, pieces_of=441)


def level_age(detector: SileroDetector) -> Row:
    """From the moment of a loud sound to the level that shows it, through the microphone's own path."""
    ages = []
    for attempt in range(10):
        card, done = SoundCard(CAR), threading.Event()
        stream = Microphone(system=card).open(PERMIT)
        loud = as_pcm(0.2 * np.random.default_rng(attempt).normal(size=44_100))
        player = _Card(card, bytes(4 * (13_230 + 147 * attempt)) + loud, done)
        player.start()
        for event in listen(stream, detector, EndpointingRules(), Mode.HOLD):
            if isinstance(event, Heard) and event.level.bar > 0:
                ages.append(1000 * (time.monotonic() - player.loud_at))
                break
        done.set()
        stream.close()
        player.join()
    return {
        "measured": "age of the level (simulated card, 44.1 kHz stereo)",
        "median_ms": round(statistics.median(ages), 1),
        "worst_ms": round(max(ages), 1),
    }


def live_cost(detector: SileroDetector, duration_s: float = 10.0) -> Row:
    """Processor time of an open microphone in which nobody speaks, and of one that is closed."""
    card, done = SoundCard(CAR), threading.Event()
    stream = Microphone(system=card).open(PERMIT)
    player = _Card(card, as_pcm(0.01 * np.random.default_rng(1).normal(size=int(2 * 44_100 * duration_s))), done)
    begun, cost = time.monotonic(), time.thread_time()
    player.start()
    for event in listen(stream, detector, EndpointingRules(), Mode.HOLD, released=lambda: not player.is_alive()):
        if isinstance(event, SourceLost | SpeechStarted):
            sys.exit("The simulated card was not heard as it should be: the machine is too busy to measure.")
    cost, lasted_s = time.thread_time() - cost, time.monotonic() - begun
    stream.close()
    begun = time.process_time()
    done.wait(duration_s / 2)
    return {
        "measured": "share of one core, percent (44.1 kHz stereo; without PortAudio's own thread)",
        "listening": round(100 * cost / lasted_s, 2),
        "closed": round(100 * (time.process_time() - begun) / (duration_s / 2), 3),
    }


def _voices(detector: SileroDetector, pcm: bytes) -> "np.ndarray[tuple[int, ...], np.dtype[np.float64]]":
    detector.reset()
    return np.array([detector.probability(block.pcm) for block in ClipStream(AudioClip(pcm))])


def _block_power(sound: Sound) -> Sound:
    blocks = sound[: len(sound) // BLOCK_SAMPLES * BLOCK_SAMPLES].reshape(-1, BLOCK_SAMPLES)
    power: Sound = (blocks**2).mean(axis=1)
    return power


def main() -> None:
    """Measure everything, print it, and say which limits were missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=CLIPS, help="folder with index.tsv (default: ours)")
    parser.add_argument("--minutes", type=float, default=10.0, help="of each sound in which nobody speaks")
    options = parser.parse_args()
    detector, missed = SileroDetector(), []
    for row in speech_in_noise(detector, options.folder):
        print(json.dumps(row), flush=True)
        if row["false_alarms_percent"] > MAX_FALSE_ALARMS_PERCENT:
            missed.append(f"false alarms at {row['snr_db']} dB")
    for row in nobody_speaks(detector, options.minutes):
        print(json.dumps(row), flush=True)
        if row["clips"]:
            missed.append(f"clips from {row['sound']}")
    age = level_age(detector)
    if age["worst_ms"] > MAX_LEVEL_AGE_MS:
        missed.append("age of the level")
    for row in (costs(detector, options.folder), age, live_cost(detector)):
        print(json.dumps(row), flush=True)
    if missed:
        sys.exit("Limits missed: " + ", ".join(missed))


if __name__ == "__main__":
    main()
