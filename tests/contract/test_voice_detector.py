"""What every voice detector promises, and what the real one hears in clips, noise and a damaged file."""

import sys
from pathlib import Path

import numpy as np
import pytest

from agent.adapters.voice_detector import SileroDetector, packaged_model
from agent.adapters.wav_file import read_wav
from agent.errors import TechnicianNeededError
from agent.feedback.audio import AudioClip
from agent.listening.endpointing import EndpointingRules, Mode, NothingSaid, SpeechEnded
from agent.listening.live_source import listen
from agent.listening.sound import BLOCK_BYTES, ClipStream
from tests.fakes.cabin_noise import as_pcm, cabin, knocks, music
from tests.fakes.voices import LoudDetector

CLIPS = Path(__file__).parent.parent / "corpora" / "speech"
SPOKEN = sorted(path.name for path in CLIPS.glob("*.wav"))


@pytest.fixture(scope="module")
def silero():
    return SileroDetector()


@pytest.fixture(params=["loud", "silero"])
def detector(request):
    return LoudDetector() if request.param == "loud" else request.getfixturevalue("silero")


def _clip(name: str) -> AudioClip:
    return read_wav(CLIPS / name, 60.0)[0]


def _voices(detector, pcm: bytes) -> list[float]:
    detector.reset()
    return [detector.probability(b.pcm) for b in ClipStream(AudioClip(pcm))]


def _spoken_s(clip: AudioClip) -> float:
    """From the first to the last loud sample."""
    samples = np.abs(np.frombuffer(clip.pcm, "<i2").astype(float))
    loud = np.flatnonzero(samples > 0.05 * samples.max())
    return float(loud[-1] - loud[0]) / 16_000


def _last_event(detector, pcm: bytes, mode: Mode = Mode.HOLD):
    return list(listen(ClipStream(AudioClip(pcm)), detector, EndpointingRules(), mode))[-1]


# ---- every detector ----------------------------------------------------------------------------------------------


def test_speech_is_likely_and_silence_is_not(detector):
    assert max(_voices(detector, _clip("brake.wav").pcm)) > 0.9
    assert max(_voices(detector, bytes(32_000))) < 0.1


def test_a_probability_is_between_0_and_1(detector):
    loud = as_pcm(np.random.default_rng(5).normal(size=32_000))
    assert all(0 <= p <= 1 for p in _voices(detector, loud))


def test_after_a_reset_the_same_sound_is_judged_the_same(detector):
    pcm = _clip("praise.wav").pcm
    assert _voices(detector, pcm) == _voices(detector, pcm)


# ---- silero ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SPOKEN)
def test_every_sentence_is_found_whole(silero, name):
    clip = _clip(name)
    spoken_s = _spoken_s(clip)
    end = _last_event(silero, bytes(32_000) + clip.pcm + bytes(32_000))
    assert isinstance(end, SpeechEnded)
    assert spoken_s - 0.05 < end.clip.duration_s < spoken_s + 0.9


@pytest.mark.parametrize("db", [10, 5, 0])
@pytest.mark.parametrize("name", ["brake.wav", "ko_noise.wav", "safety.wav"])
def test_a_sentence_is_found_in_road_noise(silero, name, db):
    speech = np.frombuffer(_clip(name).pcm, "<i2") / 32_768
    loudness = np.sqrt((speech[np.abs(speech) > 0.01] ** 2).mean())
    noise = cabin(len(speech) / 16_000 + 4, seed=db) * loudness * 10 ** (-db / 20)
    noise[32_000 : 32_000 + len(speech)] += speech
    end = _last_event(silero, as_pcm(noise), Mode.TAP)
    assert isinstance(end, SpeechEnded)
    assert 0.9 * _spoken_s(_clip(name)) < end.clip.duration_s < _spoken_s(_clip(name)) + 0.9


@pytest.mark.parametrize("gain_db", [-30, -20, 12])
def test_a_quiet_and_an_overdriven_microphone_are_heard(silero, gain_db):
    speech = np.frombuffer(_clip("claim.wav").pcm, "<i2") / 32_768 * 10 ** (gain_db / 20)
    assert isinstance(_last_event(silero, as_pcm(speech)), SpeechEnded)


@pytest.mark.parametrize("sound", [cabin, knocks, music], ids=["cabin", "knocks", "music"])
@pytest.mark.parametrize("loudness", [0.003, 0.03, 0.2])
def test_nothing_passes_where_nobody_speaks(silero, sound, loudness):
    assert isinstance(_last_event(silero, as_pcm(loudness * sound(30, seed=3))), NothingSaid)


def test_white_noise_and_silence_pass_nothing(silero):
    noise = np.random.default_rng(7).normal(size=30 * 16_000)
    for level in (0.0, 0.003, 0.1):
        assert isinstance(_last_event(silero, as_pcm(level * noise)), NothingSaid)


@pytest.mark.parametrize("length", [0, BLOCK_BYTES - 2, BLOCK_BYTES + 2])
def test_a_block_of_another_length_is_refused(silero, length):
    with pytest.raises(ValueError, match="1024"):
        silero.probability(bytes(length))


def test_64_flipped_bytes_anywhere_in_the_model_are_refused(tmp_path):
    content = packaged_model().read_bytes()
    for start in np.random.default_rng(1).integers(0, len(content) - 64, size=20):
        damaged = bytearray(content)
        damaged[start : start + 64] = bytes(b ^ 0xFF for b in damaged[start : start + 64])
        (tmp_path / "model.onnx").write_bytes(damaged)
        with pytest.raises(TechnicianNeededError, match="checksum"):
            SileroDetector(tmp_path / "model.onnx")


def test_a_missing_model_says_what_to_do(tmp_path):
    with pytest.raises(TechnicianNeededError, match=r"cannot be read .*install"):
        SileroDetector(tmp_path / "none.onnx")


def test_without_onnxruntime_the_remedy_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(TechnicianNeededError, match=r"pip install 'tingche\[microphone\]'"):
        SileroDetector()
