"""The real sherpa-onnx library on models that hear tones: every kind of model, from samples to words with times."""

import numpy as np
import pytest

from agent.adapters.sherpa_engine import SherpaEngine
from agent.adapters.sherpa_engine.engine import cut
from agent.adapters.sherpa_engine.tokens import Heard, read
from agent.errors import TechnicianNeededError
from agent.feedback.audio import SAMPLE_RATE_HZ, AudioClip
from agent.feedback.transcript import Transcript
from agent.ports import Partial
from tests.fakes.tone_models import (
    GAP_S,
    TONE_S,
    tones,
    write_paraformer,
    write_sense_voice,
    write_streaming_zipformer,
)

SAID = (0, 1, 2, 3, 5, 6, 7, 4)
WORDS = ["刹", "车", "异", "响", "BRAKE", "PAD", "很"]
STARTS = [GAP_S + (TONE_S + GAP_S) * i for i in (0, 1, 2, 3, 4, 6, 7)]


def heard(engine: SherpaEngine, clip: AudioClip, **options: object) -> tuple[list[str], Transcript]:
    *partials, final = engine.transcribe(clip, **options)
    assert all(isinstance(p, Partial) for p in partials)
    assert isinstance(final, Transcript)
    return [p.text for p in partials], final


@pytest.fixture(scope="module")
def streaming(tmp_path_factory):
    folder = write_streaming_zipformer(tmp_path_factory.mktemp("zipformer"))
    return SherpaEngine(folder, "tones", "zh", "streaming_zipformer")


@pytest.fixture(scope="module")
def paraformer(tmp_path_factory):
    return SherpaEngine(write_paraformer(tmp_path_factory.mktemp("paraformer")), "tones", "zh", "paraformer")


@pytest.fixture(scope="module")
def timed_paraformer(tmp_path_factory):
    folder = write_paraformer(tmp_path_factory.mktemp("timed"), timed=True)
    return SherpaEngine(folder, "tones", "zh", "paraformer")


@pytest.fixture
def sense_voice(tmp_path):
    return SherpaEngine(write_sense_voice(tmp_path), "tones", "zh", "sense_voice")


# ---- words and times ---------------------------------------------------------------------------------------------


def test_a_streaming_model_hears_every_word_at_its_time_and_says_how_sure_it_is(streaming):
    _, final = heard(streaming, tones(*SAID))
    assert final.text == "刹车异响BRAKE PAD很"
    assert [w.text for w in final.words] == WORDS
    assert [w.start_s for w in final.words] == pytest.approx(STARTS, abs=0.06)
    assert [w.end_s - w.start_s for w in final.words] == pytest.approx([0.6] * 4 + [1.2, 0.6, 0.6], abs=0.03)
    assert all(0.5 < (w.confidence or 0) < 1 for w in final.words)
    assert 0.5 < (final.confidence or 0) < 1


def test_a_streaming_model_shows_words_while_the_person_speaks(streaming):
    session = streaming.open()
    pcm = tones(*SAID).pcm
    shown = [session.feed(pcm[at : at + 3_201]) for at in range(0, len(pcm), 3_201)]  # cut in the middle of samples
    while_speaking = [p.text for p in shown if p is not None]
    *_, final = session.finish()
    session.close()
    assert while_speaking[:4] == ["刹", "刹车", "刹车异", "刹车异响"]
    assert final.text == "刹车异响BRAKE PAD很"


def test_the_last_word_is_heard_though_speech_ends_with_it(streaming):
    clip = tones(0, 1)
    cut_short = AudioClip(clip.pcm[: -int(GAP_S * SAMPLE_RATE_HZ) * 2])
    _, final = heard(streaming, cut_short)
    assert final.text == "刹车"
    assert final.words[-1].end_s <= cut_short.duration_s


def test_paraformer_joins_its_pieces_and_has_words_only_with_times(paraformer, timed_paraformer):
    _, plain = heard(paraformer, tones(*SAID))
    assert (plain.text, plain.words, plain.confidence) == ("刹车异响brake pad很", (), None)
    _, timed = heard(timed_paraformer, tones(*SAID))
    assert timed.text == plain.text
    assert [w.start_s for w in timed.words] == pytest.approx(STARTS, abs=0.06)
    assert not paraformer.capabilities.word_times


def test_sense_voice_hears_the_language_it_is_asked_for_and_leaves_numbers_as_they_were_said(sense_voice):
    for asked, told in [("", "<|zh|>"), ("ko", "<|ko|>"), ("yue", "<|yue|>"), ("zh", "<|zh|>"), ("sv", "<|auto|>")]:
        _, final = heard(sense_voice, tones(*SAID), language=asked)
        assert final.text == f"{told}<|woitn|>刹车异响BRAKE PAD很"
        assert final.language == (asked or "zh")
    assert [w.start_s for w in final.words[1:]] == pytest.approx(STARTS, abs=0.06)


@pytest.mark.parametrize("seconds", [0.0, 0.01, 0.09, 0.3, 5.0])
def test_silence_is_empty_text(streaming, paraformer, seconds):
    for engine in (streaming, paraformer):
        _, final = heard(engine, AudioClip(bytes(2 * int(seconds * SAMPLE_RATE_HZ))))
        assert (final.text, final.words, final.confidence) == ("", (), None)


def test_a_clip_leaves_no_traces_in_the_next(streaming, timed_paraformer):
    for engine in (streaming, timed_paraformer):
        first, other, again = (heard(engine, clip)[1] for clip in (tones(0, 1), tones(4), tones(0, 1)))
        assert first == again
        assert other.text == "很"


# ---- long speech -------------------------------------------------------------------------------------------------


def test_long_speech_is_cut_in_a_pause_and_keeps_every_word_at_its_time(timed_paraformer):
    said = (0, 1) * 60
    partials, final = heard(timed_paraformer, tones(*said))
    assert final.text == "刹车" * 60
    assert len(partials) == 3
    expected = [GAP_S + (TONE_S + GAP_S) * i for i in range(len(said))]
    assert [w.start_s for w in final.words] == pytest.approx(expected, abs=0.08)


def test_pieces_are_whole_and_none_is_too_long():
    samples = np.random.default_rng(3).normal(size=200 * SAMPLE_RATE_HZ + 7).astype(np.float32)
    pieces = list(cut(samples))
    assert all(len(piece) <= 30 * SAMPLE_RATE_HZ for _, piece in pieces)
    assert np.array_equal(np.concatenate([piece for _, piece in pieces]), samples)
    assert [start for start, _ in pieces] == list(np.cumsum([0, *(len(p) for _, p in pieces[:-1])]))


# ---- hints -------------------------------------------------------------------------------------------------------


def test_a_hint_steers_what_a_streaming_model_hears(streaming):
    unclear = tones(2, (4, 3))
    assert heard(streaming, unclear)[1].text.startswith("异很")
    assert heard(streaming, unclear, hints=["异响"])[1].text.startswith("异响")
    assert streaming.capabilities.hot_words


@pytest.mark.parametrize("hint", ["王老板修车", "4S", ":x", "#1", "@", "a/b", "", " ", "刹 车"])
def test_a_hint_that_the_model_cannot_spell_is_left_out_and_printed_nowhere(streaming, hint, capfd, caplog):
    caplog.set_level("DEBUG")
    unclear = tones(2, (4, 3))
    assert heard(streaming, unclear, hints=[hint, "异响"])[1].text.startswith("异响")
    printed = capfd.readouterr()
    assert (printed.out, printed.err) == ("", "")
    assert not hint.strip() or hint not in caplog.text


# ---- tokens ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tokens", "marked", "words"),
    [
        (["▁我", "的", "▁4", "S", "店"], False, ["我", "的", "4S", "店"]),
        (["▁HE", "LLO", "▁WORLD"], False, ["HELLO", "WORLD"]),
        (["▁그", "는", "▁이"], False, ["그는", "이"]),
        (["▁", "A", "B", "▁", "车"], False, ["AB", "车"]),
        (["hel@@", "lo", "wor@@", "ld"], True, ["hello", "world"]),
        (["app", "死", "机"], True, ["app", "死", "机"]),
        (["か", "な"], False, ["か", "な"]),
        ([], False, []),
    ],
)
def test_pieces_become_words(tokens, marked, words):
    text = "".join(t.replace("▁", " ").removesuffix("@@") for t in tokens)
    starts = tuple(0.1 * i for i in range(len(tokens)))
    reading = read(Heard(text, tuple(tokens), starts, (), marked), 10.0, 11.0)
    assert [w.text for w in reading.words] == words
    assert all(10.0 <= w.start_s <= w.end_s <= 11.0 for w in reading.words)


def test_tokens_that_are_no_text_leave_the_spelling_to_the_library():
    reading = read(Heard(" 刹车", ("ƌĲ", "ģƍ"), (0.0, 0.2), (), False), 0.0, 1.0)
    assert (reading.text, reading.words) == ("刹车", ())


# ---- trouble -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("architecture", ["sense_voice", "paraformer", "streaming_zipformer"])
@pytest.mark.parametrize("tokens", ["<blk> 0\n刹 eins\n", "刹\n", "\udcff 1\n"])
def test_a_damaged_list_of_tokens_is_found_before_the_library_trusts_it(tmp_path, architecture, tokens):
    (tmp_path / "tokens.txt").write_bytes(tokens.encode(errors="surrogateescape"))
    for name in ("model.onnx", "encoder.onnx", "decoder.onnx", "joiner.onnx"):
        (tmp_path / name).write_bytes(b"")
    with pytest.raises(TechnicianNeededError, match="tingche-agent models verify"):
        SherpaEngine(tmp_path, "damaged", "zh", architecture)


def test_a_folder_with_two_models_is_not_guessed_about(tmp_path):
    write_paraformer(tmp_path)
    (tmp_path / "model.int8.onnx").write_bytes((tmp_path / "model.onnx").read_bytes())
    with pytest.raises(TechnicianNeededError, match=r"2 files model\*\.onnx"):
        SherpaEngine(tmp_path, "two", "zh", "paraformer")


def test_tokens_that_are_too_few_for_the_model_end_in_a_clear_error(tmp_path):
    write_paraformer(tmp_path)
    (tmp_path / "tokens.txt").write_text("<blank> 0\n<s> 1\n</s> 2\n", encoding="utf-8")
    engine = SherpaEngine(tmp_path, "short", "zh", "paraformer")
    with pytest.raises(TechnicianNeededError, match="tingche-agent models verify short"):
        list(engine.transcribe(tones(0)))
