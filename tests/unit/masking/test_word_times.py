"""Masked spans as words and seconds, so that audio can be muted where text is masked."""

import pytest

from agent.feedback.transcript import Transcript, Word
from agent.masking.masker import Masker
from agent.masking.word_times import MaskedWords, masked_words, muted

MASKER = Masker(b"word times")


def heard(*words, text=None, audio_s=10.0):
    spoken = tuple(Word(word, start, start + 0.4) for word, start in words)
    joined = " ".join(word for word, _ in words) if text is None else text
    return Transcript(joined, spoken, "vosk", "small-cn", "zh", audio_s)


def masked(transcript):
    return masked_words(transcript, MASKER.mask(transcript).spans)


PHONE = [(word, 1.0 + 0.5 * at) for at, word in enumerate(["我", "电话", *"幺三八零零幺三八零零零", "谢谢"])]


def test_a_span_covers_its_first_to_its_last_word():
    assert masked(heard(*PHONE)) == (MaskedWords(2, 13, 2.0, pytest.approx(7.4)),)


def test_a_word_that_a_span_touches_in_part_is_covered_whole():
    transcript = heard(("电话幺三八", 1.0), ("零零幺三八零零零谢谢", 2.0), text="电话幺三八零零幺三八零零零谢谢")
    assert masked(transcript) == (MaskedWords(0, 2, 1.0, 2.4),)


def test_muting_keeps_a_quarter_of_a_second_on_either_side_and_stays_in_the_clip():
    assert muted(heard(*PHONE), MASKER.mask(heard(*PHONE)).spans) == ((1.75, pytest.approx(7.65)),)
    edge = heard(("13800138000", 0.1), audio_s=0.6)
    assert muted(edge, MASKER.mask(edge).spans) == ((0.0, 0.6),)


def test_ranges_that_meet_become_one():
    transcript = heard(("13800138000", 1.0), ("和", 1.4), ("13900139000", 1.8))
    assert muted(transcript, MASKER.mask(transcript).spans) == ((0.75, pytest.approx(2.45)),)


def test_nothing_masked_means_nothing_muted():
    transcript = heard(("刹车", 1.0), ("响", 1.5))
    assert muted(transcript, MASKER.mask(transcript).spans) == ()


@pytest.mark.parametrize(
    "transcript",
    [
        heard(text="电话13800138000"),
        heard(("电话", 1.0), ("139", 1.5), text="电话13800138000"),
        heard(("电话", 1.0), text="电话13800138000"),
        Transcript("13800138000", (Word("13800138000", 0.0, 0.0),), "whisper", "base", "zh", 3.0),
    ],
    ids=["no words", "other words", "too few words", "no duration"],
)
def test_a_span_without_times_says_so_and_forbids_keeping_the_audio(transcript):
    spans = MASKER.mask(transcript).spans
    assert masked_words(transcript, spans) == (None,)
    assert muted(transcript, spans) is None


def test_what_lies_before_words_and_text_part_still_has_times():
    transcript = heard(("13800138000", 1.0), ("嗯", 2.0), text="13800138000好的13900139000")
    first, second = masked_words(transcript, MASKER.mask(transcript).spans)
    assert first == MaskedWords(0, 1, 1.0, 1.4)
    assert second is None
