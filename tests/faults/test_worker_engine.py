"""The speech worker dies, stops, hangs, grows or talks nonsense: the agent lives and no utterance is lost silently."""

import logging
import os
import signal
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from agent.adapters.model_store import default_root
from agent.adapters.system_clock import SystemClock
from agent.adapters.wav_file import read_wav
from agent.adapters.worker_engine import WorkerEngine, worker_command
from agent.errors import TechnicianNeededError, TemporaryError
from agent.feedback.audio import AudioClip
from agent.feedback.transcript import Transcript
from agent.ports import Clock
from tests.fakes.clock import FakeClock
from tests.fakes.scripted_worker import CORRUPT, GROWN_BYTES, MODEL, gone, lives, scripted_clip, scripted_command

CLIPS = Path(__file__).parent.parent / "corpora" / "speech"
TEXT = "刹车有点异响"
CANARY = "幺三九零零 canary 8726"
STARVED_S = 0.3
"""Without a moment of computing: shorter than what counts as stopped for good."""
MISDEEDS = ("kill", "exit", "stop", "hang", "grow", "garbage", "crash")
UTTERANCES, FAULTS = 200, 50


@pytest.fixture
def start(tmp_path):
    """Starts engines on scripted workers; afterwards none of those ever started is running."""
    engines: list[WorkerEngine] = []

    def started(
        load: str = "ok",
        *,
        clock: Clock | None = None,
        no_answer_timeout_s: float = 60.0,
        load_timeout_s: float = 60.0,
        max_restarts_per_minute: int = 1_000,
    ) -> WorkerEngine:
        engine = WorkerEngine(
            scripted_command(tmp_path, load),
            model=MODEL,
            memory_limit_bytes=GROWN_BYTES // 2,
            load_timeout_s=load_timeout_s,
            no_answer_timeout_s=no_answer_timeout_s,
            clock=clock or SystemClock(),
            max_restarts_per_minute=max_restarts_per_minute,
        )
        engines.append(engine)
        return engine

    yield started
    for engine in engines:
        engine.close()
    assert [pid for pid in lives(tmp_path) if not gone(pid)] == []


def text_of(engine: WorkerEngine, clip: AudioClip) -> str:
    *_, final = engine.transcribe(clip)
    assert isinstance(final, Transcript)
    return final.text


def eventually(true: Callable[[], bool], within_s: float = 60.0) -> bool:
    end = time.monotonic() + within_s
    while not true():
        if time.monotonic() > end:
            return False
        threading.Event().wait(0.01)
    return True


def kill(engine: WorkerEngine, number: int = signal.SIGKILL) -> int:
    pid = engine.pid
    assert pid is not None
    os.kill(pid, number)
    return pid


# ---- one fault -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("when", ["", "late-"])
@pytest.mark.parametrize("deed", MISDEEDS)
def test_an_utterance_whose_worker_fails_is_heard_by_the_next_one(start, tmp_path, deed, when):
    engine = start(no_answer_timeout_s=3.0 if deed == "hang" else 60.0)
    assert text_of(engine, scripted_clip(when + deed, once="first")) == TEXT
    assert engine.restarts == 1
    assert gone(lives(tmp_path)[0])


@pytest.mark.parametrize("deed", MISDEEDS)
def test_an_utterance_that_fails_twice_is_said_to_be_not_recorded_and_the_next_is_heard(start, deed):
    engine = start(no_answer_timeout_s=3.0 if deed == "hang" else 60.0)
    with pytest.raises(TemporaryError, match="nothing was recorded: please say it again, or rate by touch"):
        list(engine.transcribe(scripted_clip(deed)))
    assert text_of(engine, scripted_clip()) == TEXT
    assert engine.restarts == 2


def test_a_worker_that_chatters_without_end_is_a_worker_that_hangs(start):
    engine = start(no_answer_timeout_s=1.0)
    with pytest.raises(TemporaryError):
        for _ in engine.transcribe(scripted_clip("chatter")):
            pass
    assert engine.restarts >= 1


def test_a_worker_that_is_starved_for_a_moment_is_not_replaced(start):
    engine = start()
    starved(engine)
    assert text_of(engine, scripted_clip()) == TEXT
    assert engine.restarts == 0


def test_a_worker_that_is_stopped_before_a_long_clip_does_not_hold_the_agent_at_a_full_pipe(start, tmp_path):
    engine = start()
    stopped = kill(engine, signal.SIGSTOP)
    assert text_of(engine, scripted_clip(pad_bytes=9_000_000)) == TEXT
    assert gone(stopped)
    assert lives(tmp_path)[0] == stopped


def test_a_worker_that_sleeps_when_it_is_asked_is_replaced_in_seconds_not_at_its_time_limit(start):
    engine = start(no_answer_timeout_s=600.0)
    assert text_of(engine, scripted_clip("hang", once="first")) == TEXT
    assert engine.restarts == 1


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSTOP])
def test_a_worker_struck_while_a_person_speaks_costs_no_word_and_feeding_never_waits(start, number):
    engine = start()
    clip = scripted_clip(pad_bytes=64_000)
    session = engine.open()
    half = len(clip.pcm) // 2
    session.feed(clip.pcm[:half])
    kill(engine, number)
    waited = []
    for at in range(half, len(clip.pcm), 1_024):
        begun = time.monotonic()
        session.feed(clip.pcm[at : at + 1_024])
        waited.append(time.monotonic() - begun)
        threading.Event().wait(0.03)
    *_, final = session.finish()
    session.close()
    assert final.text == TEXT
    assert engine.restarts == 1
    assert sorted(waited)[len(waited) // 2] < 0.02  # a sound block lasts 0.032 s


def test_speech_that_begins_while_the_worker_is_being_replaced_waits_for_the_next_one(start, tmp_path):
    engine = start()
    kill(engine)
    session = engine.open()
    for at in range(0, 8_000, 800):
        session.feed(scripted_clip(pad_bytes=8_000).pcm[at : at + 800])
    session.feed(scripted_clip(pad_bytes=8_000).pcm[8_000:])
    *_, final = session.finish()
    assert final.text == TEXT
    assert len(lives(tmp_path)) == 2


def test_a_worker_that_grew_is_replaced_after_its_answer_which_counts(start, tmp_path):
    engine = start(clock=FakeClock())  # no time passes, so nobody looks at the worker before it has answered
    assert text_of(engine, scripted_clip("grow-and-say")) == TEXT
    assert gone(lives(tmp_path)[0])
    assert text_of(engine, scripted_clip()) == TEXT
    assert engine.restarts == 1


def test_a_worker_killed_while_nobody_speaks_is_back_within_three_seconds_and_its_load(start):
    begun = time.monotonic()
    engine = start()
    load_s = time.monotonic() - begun
    killed = kill(engine)
    begun = time.monotonic()
    assert eventually(lambda: engine.pid not in {None, killed})
    assert time.monotonic() - begun < 3.0 + 3 * load_s  # a busy machine may load slower the second time
    assert text_of(engine, scripted_clip()) == TEXT
    assert engine.restarts == 1


def test_a_worker_killed_while_it_loads_is_started_again(start, tmp_path):
    engine = start("die-once")
    assert text_of(engine, scripted_clip()) == TEXT
    assert len(lives(tmp_path)) == 2


# ---- a model that does not load ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("load", "why"), [("die", "ended"), ("hang", "gave no answer"), ("garbage", "sent a frame")])
def test_a_model_that_ends_or_hangs_its_worker_needs_a_technician_after_two_tries(start, tmp_path, load, why):
    with pytest.raises(TechnicianNeededError, match=rf"{why}.*`tingche-agent models verify {MODEL}`"):
        start(load, load_timeout_s=6.0 if load == "hang" else 60.0)
    assert len(lives(tmp_path)) == 2


def test_a_model_that_went_bad_while_the_agent_ran_is_reported_in_its_own_words_and_not_retried_hot(start, tmp_path):
    engine = start("corrupt-later")
    with pytest.raises(TechnicianNeededError) as caught:
        list(engine.transcribe(scripted_clip("kill")))
    assert str(caught.value) == str(engine.trouble) == CORRUPT
    assert len(lives(tmp_path)) == 2


def test_a_restart_that_fails_tells_the_person_and_the_next_utterance_asks_again(start, tmp_path):
    engine = start("die-later")
    for started in (3, 5):
        with pytest.raises(TemporaryError, match="nothing was recorded"):
            list(engine.transcribe(scripted_clip("kill")))
        assert len(lives(tmp_path)) == started


def test_too_many_restarts_in_a_minute_need_a_technician_and_a_minute_later_it_goes_on(start, tmp_path):
    clock = FakeClock()
    engine = start(clock=clock, max_restarts_per_minute=3)
    assert text_of(engine, scripted_clip("exit", once="1")) == TEXT
    assert text_of(engine, scripted_clip("exit", once="2")) == TEXT
    with pytest.raises(TemporaryError):
        list(engine.transcribe(scripted_clip("exit")))
    for _ in range(2):
        with pytest.raises(TechnicianNeededError, match=rf"4 times within a minute.*models verify {MODEL}"):
            list(engine.transcribe(scripted_clip("exit")))
    assert len(lives(tmp_path)) == 4
    clock.advance(61)
    assert text_of(engine, scripted_clip()) == TEXT
    assert engine.trouble is None
    assert len(lives(tmp_path)) == 5


# ---- the agent ends ----------------------------------------------------------------------------------------------


PARENT = """
import sys, threading
from pathlib import Path
from agent.adapters.system_clock import SystemClock
from agent.adapters.worker_engine import WorkerEngine
from tests.fakes.scripted_worker import MODEL, scripted_clip, scripted_command

engine = WorkerEngine(
    scripted_command(Path(sys.argv[1])), model=MODEL, memory_limit_bytes=10**9, load_timeout_s=60,
    no_answer_timeout_s=600, clock=SystemClock(),
)
print(engine.pid, flush=True)
if sys.argv[2] == "busy":
    for _ in engine.transcribe(scripted_clip("late-hang")):
        print("partial", flush=True)
if sys.argv[2] == "leave":
    sys.exit(0)
threading.Event().wait()
"""


@pytest.mark.parametrize("doing", ["idle", "busy", "stopped", "leave"])
def test_an_agent_that_ends_without_a_word_takes_its_worker_along_within_a_second(tmp_path, doing):
    command = [sys.executable, "-c", PARENT, str(tmp_path), doing]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]) as agent:
        assert agent.stdout is not None
        worker = int(agent.stdout.readline())
        if doing == "busy":
            assert agent.stdout.readline() == "partial\n"
        if doing == "stopped":
            os.kill(worker, signal.SIGSTOP)
        if doing != "leave":
            agent.kill()
        agent.wait()
        assert gone(worker, within_s=1.0)


def test_a_worker_outlives_the_thread_that_asked_for_it(start):
    """The kernel's signal comes when the starting *thread* ends: a request's thread must not be that."""
    engines: list[WorkerEngine] = []
    asking = threading.Thread(target=lambda: engines.append(start()))
    asking.start()
    asking.join()
    (engine,) = engines
    worker = engine.pid
    assert text_of(engine, scripted_clip()) == TEXT
    assert (engine.pid, engine.restarts) == (worker, 0)


def test_closing_in_the_middle_of_an_utterance_ends_both(start, tmp_path):
    engine = start()
    hearing = engine.transcribe(scripted_clip("late-hang"))
    next(hearing)
    engine.close()
    assert [gone(pid, 0) for pid in lives(tmp_path)] == [True]
    with pytest.raises(TemporaryError, match="nothing was recorded"):
        next(hearing)
    assert len(lives(tmp_path)) == 1


# ---- what was said stays in memory -------------------------------------------------------------------------------


@pytest.mark.parametrize("deed", ["kill", "garbage", "crash"])
def test_a_failing_worker_leaves_no_word_in_logs_errors_or_output(start, caplog, capfd, deed):
    caplog.set_level(logging.DEBUG)
    engine = start()
    with pytest.raises(TemporaryError) as caught:
        list(engine.transcribe(scripted_clip("late-" + deed, CANARY)))
    told = "".join(traceback.format_exception(caught.value, chain=True))
    context = caught.value.__context__
    printed = capfd.readouterr()
    for place in (told, repr(caught.value), repr(context), caplog.text, printed.out, printed.err):
        assert "canary" not in place
    assert "is replaced" in caplog.text


def test_a_crashing_worker_leaves_no_core_dump(start):
    engine = start()
    limits = Path(f"/proc/{engine.pid}/limits").read_text(encoding="ascii")
    (core,) = [line.split() for line in limits.splitlines() if line.startswith("Max core file size")]
    assert {int(core[4]), int(core[5])} <= {0, 1}  # bytes; less than a page writes none


# ---- many faults -------------------------------------------------------------------------------------------------


def test_of_200_utterances_under_50_faults_none_is_lost_silently_and_the_page_goes_on(start, tmp_path):
    engine = start(no_answer_timeout_s=3.0)
    outcomes = {"heard": 0, "told": 0}
    page = Page()
    for n in range(UTTERANCES):
        clip = scripted_clip(text=f"第 {n} 句")
        if n % (UTTERANCES // FAULTS) == 0:
            clip = faulty(engine, n // (UTTERANCES // FAULTS), f"第 {n} 句")
        try:
            assert text_of(engine, clip) == f"第{n}句"
            outcomes["heard"] += 1
        except TemporaryError:
            outcomes["told"] += 1
    assert page.longest_freeze_s() < 5.0  # drawn all the time, on a machine that is busy with workers
    assert sum(outcomes.values()) == UTTERANCES
    assert 5 <= outcomes["told"] <= 15  # five fail twice by design; the rest is a busy machine's share
    assert len(lives(tmp_path)) > FAULTS - FAULTS // 5  # one in five only starves its worker, which lives on
    assert [pid for pid in lives(tmp_path) if pid != engine.pid and not gone(pid)] == []


def starved(engine: WorkerEngine) -> None:
    """The worker gets no computing for a moment, beginning now."""
    worker = kill(engine, signal.SIGSTOP)

    def go_on() -> None:
        with suppress(ProcessLookupError):
            os.kill(worker, signal.SIGCONT)

    threading.Timer(STARVED_S, go_on).start()


class Page(threading.Thread):
    """Draws something every 20 ms, as a page does, and knows its longest freeze."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._done = threading.Event()
        self._freezes = [0.0]
        self.start()

    def run(self) -> None:
        drawn = time.monotonic()
        while not self._done.wait(0.02):
            now = time.monotonic()
            self._freezes.append(now - drawn)
            drawn = now

    def longest_freeze_s(self) -> float:
        self._done.set()
        self.join()
        return max(self._freezes)


def faulty(engine: WorkerEngine, n: int, text: str) -> AudioClip:
    """The n-th fault: from outside while nobody speaks, or by the worker in the middle of this clip; some for good."""
    if n % 10 == 9:
        return scripted_clip("late-kill", text)
    if n % 5 == 1:
        starved(engine)
        return scripted_clip(text=text)
    deeds = ("kill", "stop", "grow", "late-kill", "late-stop", "exit", "garbage", "crash", "hang")
    if n % 3 == 0 and engine.pid is not None:
        kill(engine, signal.SIGSTOP if n % 2 else signal.SIGKILL)
        return scripted_clip(text=text)
    return scripted_clip(deeds[n % len(deeds)], text, once=f"fault-{n}")


# ---- the real engine ---------------------------------------------------------------------------------------------


@pytest.fixture
def whisper(require_model):
    require_model("whisper-base")
    engine = WorkerEngine(
        worker_command("whisper-base", default_root()),
        model="whisper-base",
        memory_limit_bytes=1_500_000_000,
        load_timeout_s=120,
        no_answer_timeout_s=60,
        clock=SystemClock(),
    )
    yield engine
    engine.close()


@pytest.mark.speech
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSTOP, signal.SIGSEGV])
def test_whisper_hears_a_clip_whose_worker_was_struck_while_hearing_it(whisper, number):
    clip = read_wav(CLIPS / "long.wav", 60.0)[0]
    expected = text_of(whisper, clip)
    striker = threading.Timer(0.3, kill, (whisper, number))
    striker.start()
    assert text_of(whisper, clip) == expected
    striker.join()
    assert eventually(lambda: whisper.restarts == 1)


@pytest.mark.speech
def test_an_idle_worker_with_a_model_costs_no_computing(whisper):
    text_of(whisper, read_wav(CLIPS / "brake.wav", 60.0)[0])
    threading.Event().wait(0.5)  # the engine's threads spin for a moment after their last work
    before = cpu_ticks(whisper.pid)
    threading.Event().wait(3.0)
    assert cpu_ticks(whisper.pid) - before <= 3  # of 300: 1 % of a core


def cpu_ticks(pid: int | None) -> int:
    """User and system time in hundredths of a second: fields 14 and 15 of /proc/PID/stat, proc(5)."""
    user, system = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[11:13]
    return int(user) + int(system)
