"""What the process between costs: `python -m tests.benchmarks.worker`. With an engine: tests/benchmarks/speech.py.

A worker without a model shows what the exchange alone takes, which other programs disturb less than an engine.
"""

import statistics
import tempfile
import time
from pathlib import Path

from agent.adapters.system_clock import SystemClock
from agent.adapters.worker_engine import WorkerEngine
from agent.feedback.audio import SAMPLE_RATE_HZ
from tests.fakes.scripted_worker import MODEL, scripted_clip, scripted_command


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


if __name__ == "__main__":
    exchange_ms(5)
    exchange_ms(60)
