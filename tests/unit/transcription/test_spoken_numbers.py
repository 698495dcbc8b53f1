"""Digits that an engine printed, written as they were said; what belongs to something longer stays."""

import pytest

from agent.feedback.transcript import MASKER_KEY, MaskedTranscript, Transcript, Word
from agent.transcription.readable import readable
from agent.transcription.spoken_numbers import apply_edits, as_spoken, counted, number_edits


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("慢充一晚上只充了30%", "慢充一晚上只充了百分之三十"),
        ("只剩12 %了", "只剩百分之十二了"),
        ("充到100%要一个小时", "充到百分之百要一个小时"),
        ("百公里油耗7.8升", "百公里油耗七点八升"),
        ("续航少了50公里。", "续航少了五十公里。"),
        ("清洗一次200块。", "清洗一次两百块。"),
        ("开了2.5万公里", "开了两点五万公里"),
        ("360度全景影像", "三百六十度全景影像"),
        ("换个灯泡要300。", "换个灯泡要三百。"),
        ("今年45岁", "今年四十五岁"),
        ("1050元", "一千零五十元"),
    ],
)
def test_a_number_is_written_as_it_was_said(printed, said):
    assert apply_edits(printed, number_edits(printed)) == said


@pytest.mark.parametrize(
    "text",
    [
        "打95518没人接",
        "拨打120",
        "手机138 0013 8000",
        "手机幺三九26八七",
        "身份证45276 1189",
        "故障码P0171",
        "问界M7和ES6",
        "标致3008异响",
        "2023年买的",
        "85年的",
        "住20号楼1502室",
        "8:30到店",
        "2万5千",
        "车牌京A 12",
        "到4S店",
        "一直没人",
    ],
)
def test_what_belongs_to_something_longer_stays(text):
    assert number_edits(text) == ()


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "零"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (105, "一百零五"),
        (110, "一百一十"),
        (200, "两百"),
        (9999, "九千九百九十九"),
    ],
)
def test_numbers_are_counted(value, said):
    assert counted(value) == said


def test_what_was_said_becomes_digits_again_for_the_eye():
    for printed in ("只充了30%", "少了50公里", "一次200块", "开了1050公里"):
        said = apply_edits(printed, number_edits(printed))
        assert readable(MaskedTranscript(MASKER_KEY, said, ())).text == printed


def test_words_spell_the_new_text_and_keep_their_times():
    words = tuple(Word(w, float(i), i + 0.5, 0.9 - i / 10) for i, w in enumerate(["只充了", "3", "0%", "就", "停"]))
    said = as_spoken(Transcript("只充了30%就停", words, "whisper", "whisper-base", "zh", 5.0))
    assert said.text == "只充了百分之三十就停"
    assert "".join(w.text for w in said.words) == said.text
    assert [(w.start_s, w.end_s) for w in said.words] == [(0.0, 0.5), (1.0, 2.5), (3.0, 3.5), (4.0, 4.5)]
    assert said.words[1].confidence == pytest.approx(0.7)


def test_a_transcript_without_such_a_number_is_the_same():
    heard = Transcript("空调不凉", (), "vosk", "m", "zh", 1.0)
    assert as_spoken(heard) is heard
