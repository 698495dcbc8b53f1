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


@pytest.mark.parametrize(
    ("printed", "shown"),
    [  # as whisper prints
        ("慢充一晚上只充了30%", "慢充一晚上只充了30%"),
        ("清洗一次200块。", "清洗一次200块。"),
        ("空调不凉 吹出来的都是热风。", "空调不凉 吹出来的都是热风。"),
        ("超充站功率上不去，只有四十千瓦。", "超充站功率上不去，只有40千瓦。"),
        ("故障码P0171，跑了两万三千多公里", "故障码P0171，跑了23000多公里"),
        ("我的电话是13900138726,充到百分之八十就停了", "我的电话是[PHONE],充到80%就停了"),
        # as Vosk prints: words with spaces, no punctuation, numbers as they are spoken
        ("花 了 三百 二十 块", "花了320块"),
        ("充 到 百分之 八十 就 停 了", "充到80%就停了"),
        ("嗯 那个 那个 刹车 有 异响", "刹车有异响"),
        ("一直 没 人 联系 我", "一直没人联系我"),
        ("我 手机 幺 三 九 零 零 一 三 八 七 二 六 麻烦 回电", "我手机 [PHONE] 麻烦回电"),
    ],
)
def test_what_engines_print_reads_well(printed, shown):
    assert _shown(printed).text == shown


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
