import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.contract.messages import MaskedText, Span
from hub.tickets.review import LABELS, MAX_CHARS, NO_TOKEN, Objection, corrected
from hub.web.wording import words_for

HEARD = MaskedText(
    text="杀车有异响，车牌[PLATE]，打[PHONE]或[PHONE]",
    spans=(
        Span(start=8, end=15, type="PLATE", token="aa" * 8),
        Span(start=17, end=24, type="PHONE", token="bb" * 8),
        Span(start=25, end=32, type="PHONE", token="cc" * 8),
    ),
)


def made(typed, heard=HEARD):
    return corrected(heard.text, heard.spans, typed)


def places(text):
    return [(text.text[span.start : span.end], span.type, span.token[:2]) for span in text.spans]


def test_a_corrected_word_keeps_every_masked_place_with_its_token():
    text = made("刹车有一点异响，车牌[PLATE]，打[PHONE]或[PHONE]")
    assert text.text.startswith("刹车有一点异响")
    assert places(text) == [("[PLATE]", "PLATE", "aa"), ("[PHONE]", "PHONE", "bb"), ("[PHONE]", "PHONE", "cc")]


def test_what_was_heard_and_not_touched_stays_the_same():
    assert made(HEARD.text) == HEARD


def test_a_label_may_go_and_another_may_come_without_a_token():
    text = made("[NAME]说刹车有异响，打[PHONE]")
    assert places(text) == [("[NAME]", "NAME", NO_TOKEN[:2]), ("[PHONE]", "PHONE", "bb")]


def test_more_places_than_were_heard_have_no_token_beyond_the_first_ones():
    assert [token for _, _, token in places(made("[PLATE][PLATE]"))] == ["aa", "00"]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", Objection.EMPTY),
        (" \n ", Objection.EMPTY),
        ("很" * (MAX_CHARS + 1), Objection.TOO_LONG),
        ("打13800138000", Objection.NUMBER),
        ("打一三八零零一三八零零零", Objection.NUMBER),
        ("打 138-0013-8000", Objection.NUMBER),
        ("车牌[PLATES]", Objection.LABEL),
        ("[A_NEW_ONE]", Objection.LABEL),
    ],
)
def test_a_text_that_cannot_be_taken_is_refused_with_its_reason(typed, why):
    assert made(typed) is why


def test_a_label_of_a_newer_device_stays():
    heard = MaskedText(text="我的[IRIS]", spans=(Span(start=2, end=8, type="IRIS", token="dd" * 8),))
    assert places(made("我的 [IRIS]", heard)) == [("[IRIS]", "IRIS", "dd")]


def test_every_label_that_a_reviewer_may_add_has_its_words():
    for language in ("zh-CN", "en"):
        assert {f"mask.{label}" for label in LABELS} <= set(words_for(language).texts)


@given(st.text(max_size=60))
def test_whatever_is_typed_spans_cover_exactly_the_labels(typed):
    text = made(typed + " [PLATE]")
    if isinstance(text, MaskedText):
        assert all(text.text[span.start : span.end] == f"[{span.type}]" for span in text.spans)
