"""Masked text for the eye: fewer fillers, digits, and every label where its span says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.feedback.transcript import TypedText
from agent.masking.masker import Masker
from agent.transcription.readable import readable

MASKER = Masker(b"a key for tests, 32 bytes long..")


def _shown(text):
    return readable(MASKER.mask(TypedText(text)))


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("嗯，刹车有异响", "刹车有异响"),
        ("刹车，嗯，有异响", "刹车，有异响"),
        ("刹车呃有异响", "刹车有异响"),
        ("那个那个充电桩坏了", "充电桩坏了"),
        ("就是说付不了款", "付不了款"),
        ("额，屏幕黑了", "屏幕黑了"),
        ("然后然后就死机了", "然后就死机了"),
        ("充了三百嗯二十块", "充了320块"),
    ],
)
def test_fillers_are_dropped(said, shown):
    assert _shown(said).text == shown


@pytest.mark.parametrize(
    "said",
    ["那个充电桩坏了", "也就是说要赔", "定损金额太低", "额度不够", "一直呃逆", "嗯", "嗯嗯。", "", "这个那个都坏了"],
)
def test_words_that_only_look_like_fillers_stay(said):
    assert _shown(said).text == said


def test_spans_point_at_their_labels_after_everything_moved():
    shown = _shown("嗯，花了三百二十块，电话13900138726，呃，跑了三万八千公里，邮箱abc@example.com")
    assert shown.text == "花了320块，电话[PHONE]，跑了38000公里，邮箱[EMAIL]"
    assert [shown.text[s.masked_start : s.masked_end] for s in shown.spans] == ["[PHONE]", "[EMAIL]"]


def test_span_keeps_its_place_in_what_was_said():
    said = "嗯，电话13900138726"
    masked = MASKER.mask(TypedText(said))
    (span,) = readable(masked).spans
    assert (span.start, span.end, span.type, span.token) == (4, 15, "PHONE", masked.spans[0].token)


def test_number_beside_a_label_is_no_part_of_it():
    shown = _shown("电话13900138726八百块")
    assert shown.text.startswith("电话[PHONE]")


def test_text_is_hidden_from_repr():
    assert "异响" not in repr(_shown("刹车异响"))


PIECES = st.sampled_from(
    [
        "嗯",
        "，",
        "电话13900138726",
        "那个",
        "三百",
        "二十",
        "块",
        "刹车",
        "P",
        "零一七一",
        "。",
        "百分之",
        "五",
        "点",
        " ",
        "年",
    ]
)


@given(st.lists(PIECES, max_size=20).map("".join))
def test_every_label_survives_any_text(said):
    masked = MASKER.mask(TypedText(said))
    shown = readable(masked)
    assert [shown.text[s.masked_start : s.masked_end] for s in shown.spans] == [
        masked.text[s.masked_start : s.masked_end] for s in masked.spans
    ]
