"""What masking promises, whatever the text."""

import ast
import pickle
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.errors import TechnicianNeededError
from agent.feedback.transcript import Transcript, TypedText
from agent.masking.catalogue import DEFAULT, LABELS, RECOGNIZERS
from agent.masking.masker import Masker
from agent.masking.reading import Reading
from agent.masking.recognizers.bank_card import luhn
from agent.masking.recognizers.resident_id import check_character

MASKER = Masker(b"tenant one")
SPOKEN = dict(zip("0123456789", ("零", "幺", "二", "三", "四", "五", "六", "七", "八", "九"), strict=True))
READ = {**{spoken: digit for digit, spoken in SPOKEN.items()}, "一": "1"}
TEXTS = st.text(
    st.sampled_from(
        "0123456789零幺一二三八九ABDLX京沪护要吧个双三百万 -,.@点艾特嗯不对那个㍿½①⑪ａ１\u200b\n\ud800车牌号"
        "李建国欧阳的明叫我是路栋单元室·_年月生日微信"
    ),
    max_size=80,
)

prefixes = st.sampled_from(["", "我电话是", "打", "手机 ", "嗯那个", "麻烦回拨,"])
suffixes = st.sampled_from(["", "谢谢", "一直没人接", " 找王师傅", "。", "的"])


def said(digits, style, cuts):
    """One number as a person writes or says it."""
    parts = [SPOKEN[digit] if style in ("spoken", "vosk", "fillers") else digit for digit in digits]
    if style == "full width":
        parts = [chr(ord(digit) + 0xFEE0) for digit in digits]
    joint = {"vosk": " ", "fillers": "嗯", "grouped": "-", "spaced": " "}.get(style, "")
    if style == "vosk":
        return " ".join(parts)
    return "".join(joint * (place in cuts) + part for place, part in enumerate(parts))


styles = st.sampled_from(["written", "spoken", "vosk", "fillers", "grouped", "spaced", "full width"])
mobiles = st.builds("1{}{}".format, st.sampled_from("3456789"), st.text("0123456789", min_size=9, max_size=9))


def digits_of(text):
    plain = Reading(text).text
    return "".join(READ.get(character, character) for character in plain if character in READ or character.isdigit())


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_spans_lie_in_the_text_in_order_and_rebuild_the_masked_text(text):
    result = MASKER.mask(TypedText(text))
    reached, rebuilt = 0, ""
    for span in result.spans:
        assert reached <= span.start < span.end <= len(text)
        rebuilt += text[reached : span.start]
        assert len(rebuilt) == span.masked_start
        rebuilt += f"[{span.type}]"
        assert len(rebuilt) == span.masked_end
        reached = span.end
    assert result.text == rebuilt + text[reached:]


@given(mobiles, styles, st.sets(st.integers(1, 10), max_size=3), prefixes, suffixes)
@settings(max_examples=400, deadline=None)
def test_a_planted_mobile_number_never_survives_however_it_is_said(number, style, cuts, prefix, suffix):
    result = MASKER.mask(TypedText(prefix + said(number, style, cuts) + suffix))
    assert len(digits_of(result.text)) <= 1  # the 一 of 一直
    assert "PHONE" in [span.type for span in result.spans]


def resident_ids():
    dates = st.dates(date(1930, 1, 1), date(2015, 12, 31)).map("{:%Y%m%d}".format)
    first = st.builds(
        "{}{}{}".format,
        st.sampled_from(["110105", "310104", "440305", "650102"]),
        dates,
        st.text("0123456789", min_size=3, max_size=3),
    )
    return first.map(lambda digits: digits + check_character(digits))


def bank_cards():
    first = st.text("0123456789", min_size=13, max_size=16).map("62{}".format)
    return first.map(lambda digits: next(digits + check for check in "0123456789" if luhn(digits + check)))


@given(st.one_of(resident_ids(), bank_cards()), styles, st.sets(st.integers(1, 17), max_size=4), prefixes, suffixes)
@settings(max_examples=300, deadline=None)
def test_planted_ids_and_cards_never_survive(number, style, cuts, prefix, suffix):
    spelt = said(number.rstrip("X"), style, cuts) + "X" * number.endswith("X")
    result = MASKER.mask(TypedText(prefix + spelt + suffix))
    assert len(digits_of(result.text)) <= 1
    assert "X" not in result.text


plates = st.builds(
    "{}{}{}".format,
    st.sampled_from("京沪粤川苏浙鲁渝"),
    st.sampled_from("ABCDEFGH"),
    st.one_of(
        st.text("0123456789", min_size=5, max_size=5),
        st.text("0123456789", min_size=5, max_size=5).map("D{}".format),
        st.builds(
            "{}{}{}".format, st.integers(0, 9), st.sampled_from("KLMN"), st.text("0123456789", min_size=3, max_size=3)
        ),
    ),
)


@given(
    plates, st.sampled_from(["written", "spoken", "vosk", "full width"]), prefixes, st.sampled_from(["", "谢谢", "。"])
)
@settings(max_examples=300, deadline=None)
def test_a_planted_plate_never_survives(plate, style, prefix, suffix):
    spelt = "".join(SPOKEN.get(character, character) for character in plate) if style == "spoken" else plate
    if style == "vosk":
        spelt = " ".join(SPOKEN.get(character, character.lower()) for character in plate)
    if style == "full width":
        spelt = plate[0] + "".join(chr(ord(character) + 0xFEE0) for character in plate[1:])
    result = MASKER.mask(TypedText(prefix + spelt + suffix))
    assert [span.type for span in result.spans] == ["PLATE"]
    assert digits_of(result.text) == ""
    assert plate[0] not in result.text


@given(st.text("0123456789", min_size=7, max_size=40), styles, st.sets(st.integers(1, 30), max_size=4), prefixes)
@settings(max_examples=400, deadline=None)
def test_no_long_number_leaves_more_than_six_digits_unless_it_is_public_or_a_date(number, style, cuts, prefix):
    text = prefix + said(number, style, cuts)
    left = digits_of(MASKER.mask(TypedText(text)).text)
    if len(left) > 6:
        assert left == number
        assert left[:2] in ("40", "80", "95", "96", "10", "11", "12", "20")


@given(mobiles, st.sets(st.integers(1, 10), max_size=3))
@settings(deadline=None)
def test_one_number_has_one_token_however_it_is_said(number, cuts):
    forms = [said(number, style, cuts) for style in ("written", "spoken", "vosk", "grouped", "full width")]
    tokens = {MASKER.mask(TypedText("手机" + form)).spans[0].token for form in [*forms, "+86 " + number]}
    assert len(tokens) == 1


def test_another_tenants_token_cannot_be_linked():
    text = TypedText("手机13800138000")
    assert MASKER.mask(text).spans[0].token != Masker(b"tenant two").mask(text).spans[0].token
    assert len(MASKER.mask(text).spans[0].token) == 16


def test_the_same_digits_as_another_type_have_another_token():
    finding = MASKER.find("13800138000")[0]
    assert MASKER.token(finding) == MASKER.mask(TypedText("1 3 8 0 0 1 3 8 0 0 0")).spans[0].token


def test_a_transcript_is_masked_like_typed_text():
    heard = Transcript("幺三八零零幺三八零零零", (), "vosk", "small-cn", "zh", 3.0)
    assert MASKER.mask(heard).text == "[PHONE]"


def test_no_repr_shows_a_value():
    text = "手机13800138000"
    shown = repr((MASKER, MASKER.mask(TypedText(text)), MASKER.find(text), Reading(text), Reading(text).runs))
    assert "138" not in shown
    assert "tenant one" not in shown
    assert "PHONE" in shown


def test_unmasked_text_cannot_be_pickled():
    with pytest.raises(TypeError):
        pickle.dumps(TypedText("13800138000"))


def test_an_unknown_recogniser_is_refused_and_the_known_ones_are_named():
    with pytest.raises(TechnicianNeededError) as refusal:
        Masker(b"key", ["mobile_phone", "mobil_phone"])
    assert "mobil_phone" in str(refusal.value)
    assert all(name in str(refusal.value) for name in RECOGNIZERS)


def test_only_chosen_recognisers_run():
    assert Masker(b"key", ["plate"]).mask(TypedText("京A12345 13800138000")).text == "[PLATE] 13800138000"


def test_every_type_found_has_a_name_for_people():
    sample = (
        "京A12345 13800138000 010-65123456 a@b.com 11010519491231002X LSVAM4184C2184532 6225880123456783 99999999999"
    )
    assert {finding.type for finding in MASKER.find(sample)} <= set(LABELS)
    assert set(DEFAULT) == set(RECOGNIZERS)


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "1 ",
        "138 0013 8000 ",
        "1嗯",
        "京A1",
        "要三",
        "a@",
        "(0",
        "62220202 ",
        "1不对",
        "9万",
        "护",
        "L1",
        "1,",
        "点",
        "李建国",
        "春晓的晓",
        "张的张",
        "扎西",
        "路1号",
        "八栋二",
        "微信a_",
        "138你",
    ],
)
def test_time_grows_with_the_length_and_no_faster(unit):
    short, long = unit * (1_500 // len(unit)), unit * (12_000 // len(unit))
    MASKER.find(short)

    def seconds(text):
        best = float("inf")
        for _ in range(5):
            began = time.process_time()
            MASKER.find(text)
            best = min(best, time.process_time() - began)
        return best

    # eight times the text; a quadratic step would take sixty-four times as long
    assert seconds(long) < 24 * seconds(short) + 0.05


def test_only_the_masker_holds_the_maskers_key():
    agent = Path(__file__).parents[3] / "agent"
    holders = {
        path.relative_to(agent).as_posix()
        for path in agent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if "MASKER_KEY" in (getattr(node, "id", ""), getattr(node, "attr", ""), getattr(node, "name", ""))
        or (isinstance(node, ast.Constant) and node.value == "MASKER_KEY")
    }
    assert holders == {"masking/masker.py", "feedback/transcript.py"}


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("在蓝鲸超充付不了款", "在蓝鲸超充付不了款"),
        ("我叫蓝晓晴，在蓝鲸超充付不了款", "我叫[NAME]，在蓝鲸超充付不了款"),
        ("蓝鲸超充的电话13912345678", "蓝鲸超充的电话[PHONE]"),
    ],
)
def test_the_name_of_the_site_is_nobodys_name(text, masked):
    assert Masker(bytes(32), site_words=["蓝鲸超充"]).mask(TypedText(text)).text == masked


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("打我电话 1 3 8 0 0 1 3 8 0 0 0 1 谢谢", "打我电话 [PHONE] 谢谢"),
        ("我手机13800138000 1次", "我手机[PHONE] 1次"),
        ("电话 幺三八零零幺三八零零零 三次", "电话 [PHONE] 三次"),
        ("call me on six zero one one nine five nine zero nine two nine please", "call me on [PHONE] please"),
    ],
)
def test_a_digit_too_many_is_a_part_of_the_number_however_it_is_set_apart(text, masked):
    assert Masker(bytes(32)).mask(TypedText(text)).text == masked
