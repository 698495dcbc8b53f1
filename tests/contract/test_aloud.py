"""Voices, the fake one and espeak-ng: one suite; and the real loudspeaker where there is none."""

import shutil

import pytest

from agent import aloud
from agent.adapters.espeak_voice import PROGRAM, EspeakVoice
from agent.adapters.loudspeaker import PortAudioLoudspeaker
from agent.adapters.prompt_voice import PromptVoice
from agent.adapters.whisper_engine import WhisperEngine
from agent.errors import TechnicianNeededError, TemporaryError
from agent.feedback.audio import AudioClip
from agent.ports import Sound
from agent.profile import find_data
from agent.said import thanks_wording
from agent.transcription.error_rate import character_error_rate
from tests.conftest import missing
from tests.fakes.loud import PlainVoice


@pytest.fixture
def espeak():
    if shutil.which(PROGRAM) is None:
        missing(PROGRAM, f"apt-get install {PROGRAM}")
    return EspeakVoice()


@pytest.fixture
def prompts():
    """The shipped sentences, and what would have to say others."""
    plain = PlainVoice()
    return PromptVoice(find_data("device_profiles/aloud"), plain), plain


@pytest.fixture(params=["fake", "espeak", "prompts"])
def voice(request):
    match request.param:
        case "fake":
            return PlainVoice()
        case "espeak":
            return request.getfixturevalue("espeak")
        case _:
            return request.getfixturevalue("prompts")[0]


@pytest.mark.parametrize(("words", "language"), [("本次充电体验如何？", "zh-CN"), ("How was this charge?", "en")])
def test_a_sentence_becomes_sound_of_its_length(voice, words, language):
    sound = voice.spoken(words, language)
    assert len(sound.pcm) % 2 == 0
    assert 0.4 < len(sound.pcm) / 2 / sound.rate_hz < 5


def test_a_longer_sentence_is_longer_and_not_silence(espeak):
    short, long = (
        espeak.spoken(words, "zh-CN") for words in ("听到了。", "您反馈的问题已记录，联网发出后24小时内答复您。")
    )
    assert len(long.pcm) > 2 * len(short.pcm)
    assert max(short.pcm) > 0


def test_mandarin_is_not_spelled_in_english_letters(espeak):
    """The voice `cmn` of espeak-ng 1.51 reads a syllable as its letters and its tone's number, which takes longer."""
    spoken = espeak.spoken("本次充电体验如何？", "zh-CN")
    assert len(spoken.pcm) / 2 / spoken.rate_hz < 3.8


def test_what_is_said_after_every_feedback_ships_spoken_and_the_rest_is_for_the_engine(prompts):
    voice, plain = prompts
    both = (True, False)
    sentences = [thanks_wording(contact_left=left, offline=offline)[0] for left in both for offline in both]
    sentences += [pair[0] for pair in (aloud.NOT_HEARD, aloud.HEARD, aloud.PARK_FIRST, aloud.QUIET, aloud.DELETED)]
    for sentence in [*sentences, "本次充电体验如何？"]:
        assert 0.5 < len(voice.spoken(sentence, "zh-CN").pcm) / 2 / 16_000 < 6
    assert plain.asked == [], "make_prompts.py speaks a new sentence"
    voice.spoken("约 8 分钟后到。", "zh-CN")
    assert plain.asked == [("约 8 分钟后到。", "zh-CN")]


@pytest.mark.speech
def test_what_ships_spoken_can_be_understood(prompts, require_model):
    voice, _ = prompts
    engine = WhisperEngine(require_model("whisper-base"), "whisper-base", "multi")
    for words in ("本次充电体验如何？", "没有听到，请再说一遍。", "电池过热，需要紧急救援吗？"):
        (*_, heard) = engine.transcribe(AudioClip(voice.spoken(words, "zh-CN").pcm), language="zh")
        assert character_error_rate([(words, heard.text)]) <= 0.25, heard.text
    engine.close()


def test_without_espeak_it_says_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(TechnicianNeededError, match="apt-get install espeak-ng"):
        EspeakVoice().spoken("听到了。", "zh-CN")


def test_without_a_loudspeaker_it_is_temporary_and_says_so():
    sounddevice = pytest.importorskip("sounddevice", exc_type=(ImportError, OSError))
    if any(found["max_output_channels"] for found in sounddevice.query_devices()):
        pytest.skip("this machine has a loudspeaker")
    with pytest.raises(TemporaryError, match="loudspeaker"):
        PortAudioLoudspeaker().play(Sound(bytes(3200), 16_000), lambda: False)
