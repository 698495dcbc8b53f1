"""Masking while somebody speaks: nothing of a number appears, and what was covered stays covered."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.masking.masker import Masker
from tests.corpora.masking.speaking import sentences

MASKER = Masker(b"partial results")
SPOKEN = dict(zip("0123456789", "零幺二三四五六七八九", strict=True))

words = st.sampled_from(
    [
        "你好",
        "我想",
        "投诉",
        "电话",
        "是",
        "车牌",
        "沪",
        "A",
        "幺三八",
        "零零",
        "幺三八零零零",
        "嗯",
        "那个",
        "我叫",
        "李建国",
        "不对",
        "花了",
        "三百八",
        "九五五幺八",
        "没人接",
        "身份证",
        "三一零一",
        "微信",
        "abc",
        "零五",
        "公里",
        "谢谢",
    ]
)
utterances = st.lists(words, min_size=1, max_size=12)


def grown(parts, joint):
    return [joint.join(parts[: count + 1]) for count in range(len(parts))]


def covered_places(partials):
    return {place for start, end in partials.places for place in range(start, end)}


@given(utterances, st.sampled_from(["", " "]))
@settings(max_examples=300, deadline=None)
def test_what_was_covered_stays_covered_while_the_text_grows(parts, joint):
    partials, before = MASKER.partials(), set()
    for text in grown(parts, joint):
        partials.cover(text)
        assert before <= covered_places(partials)
        before = covered_places(partials)


@given(utterances, st.integers(0, 20), st.integers(0, 20), st.text("零幺二三八你我他沪A ", max_size=6))
@settings(max_examples=300, deadline=None)
def test_a_rewritten_stretch_of_which_anything_was_covered_is_covered_whole(parts, first, second, instead):
    old = "".join(parts)
    start, end = sorted((min(first, len(old)), min(second, len(old))))
    new = old[:start] + instead + old[end:]
    partials = MASKER.partials()
    partials.cover(old)
    hidden = covered_places(partials)
    partials.cover(new)
    after = covered_places(partials)
    head = next((k for k in range(min(len(old), len(new))) if old[k] != new[k]), min(len(old), len(new)))
    assert {place for place in hidden if place < head} <= after
    shorter = min(len(old), len(new)) - head
    tail = next((k for k in range(shorter) if old[-1 - k] != new[-1 - k]), shorter)
    assert {place + len(new) - len(old) for place in hidden if place >= len(old) - tail} <= after
    if any(head <= place < len(old) - tail for place in hidden):
        assert set(range(head, len(new) - tail)) <= after


@pytest.mark.parametrize("sentence", list(sentences(9, 120)), ids=lambda sentence: sentence.id)
def test_a_value_growing_character_by_character_stays_covered_and_is_masked_in_the_end(sentence):
    partials, before = MASKER.partials(), set()
    for count in range(1, len(sentence.text) + 1):
        partials.cover(sentence.text[:count])
        assert before <= covered_places(partials)
        before = covered_places(partials)
    final = {place for found in MASKER.find(sentence.text) for place in range(found.start, found.end)}
    assert final <= before


@given(st.lists(utterances, min_size=2, max_size=6))
@settings(max_examples=200, deadline=None)
def test_an_engine_that_revises_its_partial_shows_nothing_that_was_hidden_at_its_place(revisions):
    partials, old, hidden = MASKER.partials(), "", set()
    for revision in map("".join, revisions):
        partials.cover(revision)
        after = covered_places(partials)
        shorter = min(len(old), len(revision))
        same = next((k for k in range(shorter) if old[k] != revision[k]), shorter)
        assert {place for place in hidden if place < same} <= after
        old, hidden = revision, after


@given(st.builds("1{}{}".format, st.sampled_from("3456789"), st.text("0123456789", min_size=9, max_size=9)))
@settings(max_examples=100, deadline=None)
def test_no_digit_of_an_announced_number_is_ever_shown(number):
    partials = MASKER.partials()
    spoken = "".join(SPOKEN[digit] for digit in number)
    for count in range(1, len(spoken) + 1):
        shown = partials.cover("我电话" + spoken[:count])
        assert not set(shown) & set(SPOKEN.values())
    assert partials.cover("我电话" + spoken + "谢谢") == "我电话[PHONE]谢谢"


@pytest.mark.parametrize(
    ("partial", "shown"),
    [
        ("我电话幺三八", "我电话[…]"),
        ("我电话幺三八零零那个", "我电话[…]"),
        ("我电话幺三八零零幺三八零零零", "我电话[PHONE]"),
        ("我电话幺", "我电话[…]"),
        ("幺三", "幺三"),
        ("幺三八", "[…]"),
        ("跑了三万公里", "跑了三万公里"),
        ("车牌沪A", "车牌[…]"),
        ("那辆沪A幺二", "那辆[…]"),
        ("我叫李", "我叫[…]"),
        ("我 叫 李 建", "我 叫 [NAME]"),
        ("我家住朝阳区", "我家住[…]"),
        ("微信 a b", "微信 […]"),
        ("", ""),
        ("刹车响", "刹车响"),
    ],
)
def test_a_value_being_spoken_is_covered_as_it_grows(partial, shown):
    assert MASKER.partials().cover(partial) == shown


def test_a_hotline_that_was_covered_stays_so_until_the_utterance_ends():
    partials = MASKER.partials()
    assert partials.cover("打九五五") == "打[…]"
    assert partials.cover("打九五五幺八没人接").startswith("打[…]")


def test_each_utterance_begins_afresh():
    partials = MASKER.partials()
    partials.cover("打九五五")
    assert MASKER.partials().cover("打九五五幺八没人接") == "打九五五幺八没人接"


def test_its_repr_tells_a_count_and_no_text():
    partials = MASKER.partials()
    partials.cover("电话幺三八零零")
    assert repr(partials) == "PartialMasker(1 covered)"
