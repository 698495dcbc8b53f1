"""Lists of words of two characters: what is held, by which list, and that the lists of masking are held whole."""

import random

from agent.masking.names import groups, known_names, surnames
from agent.masking.names.given_names import ALONE_TEXT, COMMON_TEXT, SELDOM_ALONE_TEXT
from agent.masking.names.pairs import Pairs
from agent.masking.names.plain_words import PLAIN_TEXT

LISTS = (["方向", "方便", "安全"], ["方便", "向阳"], [], ["建国"], [], ["方案", "便方"])


def test_a_word_tells_every_list_that_holds_it():
    pairs = Pairs(*LISTS)
    words = {word for words in LISTS for word in words}
    told = {word: {place for place in range(6) if pairs.lists(word) >> place & 1} for word in words}
    assert told == {word: {place for place, words in enumerate(LISTS) if word in words} for word in words}
    assert pairs.lists("方便面") == pairs.lists("方便") == 1 | 2


def test_nothing_else_is_held_whatever_it_is_made_of():
    pairs, held = Pairs(*LISTS), {word for words in LISTS for word in words}
    characters = "".join(sorted({*"".join(held)})) + "".join(map(chr, range(0x20, 0x80))) + "国 \n·😀"
    for first in characters:
        for second in characters:
            assert bool(pairs.lists(first + second)) == (first + second in held), first + second


def test_words_within_a_text_are_found_with_their_lists():
    pairs = Pairs(*LISTS)
    assert pairs.within("方便方向安全,安 全") == {"方便": 3, "便方": 32, "方向": 1, "安全": 1}
    assert pairs.within("") == pairs.within("方") == {}
    rng = random.Random(3)  # noqa: S311 - tries, no secrets
    for _ in range(2_000):
        text = "".join(rng.choices("方便向安全建国 !#a", k=12))
        there = {text[at : at + 2] for at in range(11)}
        assert pairs.within(text) == {word: pairs.lists(word) for word in there if pairs.lists(word)}


def test_given_names_are_held_whole():
    common, listed, seldom = ({*text.split()} for text in (COMMON_TEXT, ALONE_TEXT, SELDOM_ALONE_TEXT))
    assert [
        name for name in common | listed if known_names.is_usual(name) != (name in common or name not in seldom)
    ] == []
    assert [name for name in common | listed if known_names.stands_alone(name) != (name not in seldom)] == []
    assert not known_names.is_usual("建")
    assert not known_names.is_usual("建国人")
    assert not known_names.stands_alone("铁军人")


def test_plain_words_are_held_whole():
    assert [word for word in PLAIN_TEXT.split() if not groups.says_how(word)] == []
    assert groups.is_busy("曾经")
    assert not groups.is_busy("曾经人")
    assert not groups.says_how("建国")


def test_a_surname_costs_more_the_fewer_bear_it():
    assert surnames.cost("王") < surnames.cost("赵") < surnames.cost("斯") < surnames.cost("盍") < surnames.cost("粘")
    assert surnames.cost("粘") == surnames.cost("窪") == 9.5
    assert surnames.cost("欧阳") == 7.0
    assert surnames.cost("吃") == 9.0
    assert len(surnames.SURNAMES) == len({*surnames.SURNAMES}) == 584
