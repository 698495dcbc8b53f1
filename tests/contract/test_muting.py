"""Muting what is personal in a recording: on scripted hearing, and on real clips with a real engine."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from agent.adapters.wav_file import read_wav, wav_bytes
from agent.adapters.whisper_engine import WhisperEngine
from agent.feedback.audio import AudioClip
from agent.feedback.transcript import Transcript, Word
from agent.masking.masker import Masker
from agent.muting import Destroyed, MutedClip, WhyDestroyed, mute, recognised
from tests.fakes.scripted_engine import ScriptedEngine
from tests.fakes.wav_bytes import tone

CLIPS = Path(__file__).parent.parent / "corpora" / "speech"
MASKER = Masker(b"muting")
PHONE = "我 手机 幺 三 八 零 零 幺 三 八 零 零 零 麻烦 回电"
LOUD = AudioClip(b"\x10\x27" * 16_000 * 4)
REAL = pytest.mark.speech


def heard(sentence: str, clip: AudioClip = LOUD) -> Transcript:
    return recognised(clip, ScriptedEngine(sentence))


@pytest.fixture(scope="module")
def whisper(require_model):
    engine = WhisperEngine(require_model("whisper-base"), "whisper-base", "zh")
    yield engine
    engine.close()


# ---- the rule ----------------------------------------------------------------------------------------------------


def test_the_masked_words_are_muted_and_the_rest_is_kept():
    outcome = mute(LOUD, heard(PHONE), ScriptedEngine("我 手机 麻烦 回电"), MASKER)
    assert isinstance(outcome, MutedClip)
    assert outcome.masked.text == "我手机[PHONE]麻烦回电"
    assert outcome.muted_s == pytest.approx(0.4 + 11 * 0.2 + 0.25 - 0.15)
    assert outcome.clip.duration_s == LOUD.duration_s
    first, last = round(0.15 * 32_000), round(2.85 * 32_000)
    assert outcome.clip.pcm[:first] == LOUD.pcm[:first]
    assert outcome.clip.pcm[last + 4 :] == LOUD.pcm[last + 4 :]
    assert b"\x10\x27" not in outcome.clip.pcm[first:last]


def test_a_word_of_the_site_is_mended_as_in_a_feedback():
    outcome = mute(LOUD, heard("望江 易站 充电 很慢"), ScriptedEngine(), MASKER, ("望江驿站",))
    assert isinstance(outcome, MutedClip)
    assert outcome.masked.text == "望江驿站充电很慢"


def test_nothing_personal_needs_no_second_hearing():
    engine = ScriptedEngine()
    outcome = mute(LOUD, heard("刹车 有点 异响"), engine, MASKER)
    assert isinstance(outcome, MutedClip)
    assert outcome.clip == LOUD
    assert engine.asked == []


@pytest.mark.parametrize(
    "again",
    [
        PHONE,
        "我 手机 幺 三 八 零 零 麻烦 回电",
        "后面 是 八 零 零 零",
        "我 叫 张 建 国",
    ],
    ids=["all of it", "its first five", "its last four", "a name that was not heard at first"],
)
def test_whatever_is_still_heard_destroys_the_recording(again):
    assert mute(LOUD, heard(PHONE), ScriptedEngine(again), MASKER) == Destroyed(WhyDestroyed.SOMETHING_LEFT)


def test_a_masked_place_without_times_destroys_the_recording():
    transcript = replace(heard(PHONE), words=(Word("我", 0.0, 0.2),))
    assert mute(LOUD, transcript, ScriptedEngine(), MASKER) == Destroyed(WhyDestroyed.NO_WORD_TIMES)


def test_speech_that_was_not_understood_is_not_kept():
    assert mute(LOUD, heard(""), ScriptedEngine(), MASKER) == Destroyed(WhyDestroyed.NOT_UNDERSTOOD)


# ---- real speech, real engine ------------------------------------------------------------------------------------


@REAL
@pytest.mark.parametrize("name", ["phone.wav", "phone_plain.wav"])
def test_no_digit_of_a_spoken_number_is_heard_in_the_muted_clip(whisper, name):
    clip, _ = read_wav(CLIPS / name, 60.0)
    outcome = mute(clip, recognised(clip, whisper), whisper, MASKER)
    assert isinstance(outcome, MutedClip)
    assert outcome.clip.duration_s == clip.duration_s
    again = recognised(outcome.clip, whisper).text
    assert not [character for character in again if character in "0123456789幺零一二三四五六七八九"]
    assert "回电话" in again


@REAL
def test_muting_that_misses_is_noticed_and_destroys_the_recording(whisper):
    clip, _ = read_wav(CLIPS / "phone.wav", 60.0)
    said = recognised(clip, whisper)
    late = tuple(Word(w.text, w.start_s + 2.0, w.end_s + 2.0, w.confidence) for w in said.words)
    outcome = mute(clip, replace(said, words=late), whisper, MASKER)
    assert outcome == Destroyed(WhyDestroyed.SOMETHING_LEFT)


# ---- the command -------------------------------------------------------------------------------------------------


def _mask(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "agent", "mask", *map(str, arguments)]
    variables = {**os.environ, "PYTHONUTF8": "1"}
    return subprocess.run(command, capture_output=True, text=True, timeout=300, check=False, env=variables)


@REAL
def test_the_command_writes_the_muted_recording_for_its_owner_alone(require_model, tmp_path):
    require_model("whisper-base")
    out = tmp_path / "muted.wav"
    result = _mask("--audio", CLIPS / "phone.wav", "--out", out)
    assert result.returncode == 0, result.stderr
    assert "[PHONE]" in result.stdout
    assert out.stat().st_mode & 0o777 == 0o600
    assert read_wav(out, 60.0)[0].duration_s == read_wav(CLIPS / "phone.wav", 60.0)[0].duration_s


@REAL
def test_the_command_writes_nothing_where_the_recording_is_destroyed(require_model, tmp_path):
    require_model("whisper-base")
    silence, out = tmp_path / "silence.wav", tmp_path / "muted.wav"
    silence.write_bytes(wav_bytes(AudioClip(bytes(32_000))))
    result = _mask("--audio", silence, "--out", out)
    assert result.returncode == 65
    assert "没有写文件" in result.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["silence.wav"]


def test_audio_without_a_place_to_write_is_refused(tmp_path):
    result = _mask("--audio", CLIPS / "phone.wav")
    assert result.returncode == 65
    assert "--out" in result.stderr


def test_a_written_clip_reads_back_as_it_was(tmp_path):
    clip = AudioClip((tone(0.5, 16_000)[:, 0] * 32_767).astype("<i2").tobytes())
    (tmp_path / "clip.wav").write_bytes(wav_bytes(clip))
    assert read_wav(tmp_path / "clip.wav", 60.0) == (clip, ())
