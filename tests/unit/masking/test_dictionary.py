"""The dictionary that masking searches as it lies: what is a word, what it costs, and the form of its rows."""

import random
import re
import subprocess
import sys

import pytest

from agent.masking.names import dictionary
from agent.masking.names.domain_words import DOMAIN_COST, DOMAIN_WORDS
from agent.masking.names.given_names import GIVEN_WORDS
from agent.masking.names.tables import LONGER, PAIRS
from tests.corpora.masking.make_name_tables import longer_rows, pair_rows

REGENERATE = "run tests/corpora/masking/make_name_tables.py again, as it says"


def _cost(letter):
    return None if letter in "_*" else 4.0 + (ord(letter.lower()) - ord("a")) / 2


def _rows(table):
    return table.replace("\n ", " ").splitlines()


@pytest.fixture(scope="module")
def heads():
    """The four costs of each character."""
    return {row[0]: tuple(map(_cost, row[1:5])) for row in _rows(PAIRS)}


@pytest.fixture(scope="module")
def words(heads):
    """All words and their costs, read in the plainest way there is."""
    found = {character: costs[0] for character, costs in heads.items()}
    for row in _rows(PAIRS):
        found |= {row[0] + second: _cost(letter) for second, letter in re.findall("([^ ])([A-Za-z*])", row[6:])}
    for row in _rows(LONGER):
        found |= {row[0] + entry[:-1]: _cost(entry[-1]) for entry in row[2:].split(" ")}
    return {word: cost for word, cost in found.items() if cost is not None}


def test_every_word_of_the_rows_is_found_with_its_cost(words):
    assert len(words) > 49_000
    assert {word: dictionary.cost(word) for word in words} == words
    assert all(dictionary.is_word(word) for word in words)


@pytest.mark.parametrize(
    ("word", "cost"),
    [
        ("的", 5.0),
        ("中国", 6.0),
        ("方向", 9.0),
        ("方向盘", 8.5),
        ("有限公司", 9.0),
        ("和布克赛尔", 8.5),
        ("建国", 13.0),
        ("充电", 12.0),
    ],
)
def test_known_words(word, cost):
    assert dictionary.cost(word) == cost


NO_WORDS = [
    "",
    " ",
    "A",
    "\n",
    "〇",
    "龥",
    "王东",
    "一k",
    "一 ",
    "一*",
    "一A",
    "国A",
    "A国",
    "向方",
    "二丁",
    "中国\n",
    "😀",
]
NO_LONGER_WORDS = [
    "方向盘k",
    "方向盘机",
    "方 向盘",
    "一 一",
    "一 两",
    "万u 个",
    "有限公",
    "限公司",
    "A中国",
    "一个个n 个半",
]


@pytest.mark.parametrize("text", [*NO_WORDS, *NO_LONGER_WORDS])
def test_what_is_no_word(text):
    assert not dictionary.is_word(text)
    assert dictionary.cost(text) is None


def test_no_other_text_is_a_word_whatever_is_in_it(words):
    rng = random.Random(5)  # noqa: S311 - tries, no secrets
    characters = "".join(sorted({character for word in words for character in word})) + "azAZ_* \n0。〇"
    known = sorted(words)
    for _ in range(60_000):
        text = "".join(rng.choices(characters, k=rng.randint(1, 5)))
        word = rng.choice(known)
        at = rng.randrange(len(word) + 1)
        start = rng.randrange(len(LONGER))
        for tried in (text, word[:at] + text[0] + word[at:], word[at:] + text[:2], LONGER[start : start + len(text)]):
            assert dictionary.cost(tried) == words.get(tried), tried
            assert dictionary.is_word(tried) == (tried in words), tried


def test_a_pair_tells_whether_longer_words_begin_with_it(words):
    begins = {word[:2] for word in words if len(word) > 2}
    pairs = {word for word in words if len(word) == 2} | begins | {word[::-1] for word in begins}
    assert {pair for pair in pairs if dictionary.begins_longer(pair)} == begins


def test_the_costs_of_given_names_stand_in_front_of_the_pairs(heads):
    places = (dictionary.SINGLE, dictionary.IN_FRONT, dictionary.BEHIND, dictionary.BY_ITSELF)
    for character, costs in heads.items():
        letters = [dictionary.character_letter(character, place) for place in places]
        assert tuple(dictionary.COSTS.get(letter) for letter in letters) == costs
    assert dictionary.character_letter("A", dictionary.BEHIND) == dictionary.NO_COST


def test_the_tables_are_what_the_generator_makes_of_their_words(heads, words):
    given = tuple(
        {character: costs[place] for character, costs in heads.items() if costs[place] is not None}
        for place in (1, 2, 3)
    )
    assert pair_rows(words, given) == PAIRS
    assert longer_rows(words) == LONGER


def test_rows_stand_in_order_and_their_words_too():
    for table in (PAIRS, LONGER):
        firsts = [row[0] for row in _rows(table)]
        assert firsts == sorted(set(firsts))
    for row in _rows(PAIRS):
        seconds = re.findall("([^ ])[A-Za-z*]", row[6:])
        assert seconds == sorted(set(seconds))
    for row in _rows(LONGER):
        entries = [entry[:-1] for entry in row[2:].split(" ")]
        assert entries == sorted(set(entries)), "a search would find the longer word first"


def test_words_of_the_trade_and_given_names_are_in_the_tables(words):
    missing = [word for word in DOMAIN_WORDS.split() if words.get(word, 99.0) > DOMAIN_COST]
    assert missing == [], REGENERATE
    told = set(DOMAIN_WORDS.split())
    missing = [word for word in GIVEN_WORDS.split() if word not in told and words.get(word, 0.0) < 13.0]
    assert missing == [], REGENERATE


FIRST_SENTENCE = """
import tracemalloc
from agent.feedback.transcript import TypedText
from agent.masking.masker import Masker
import agent.commands.run
masker = Masker(b"k" * 32)
tracemalloc.start()
masker.mask(TypedText("刹车失灵了，我叫李建国"))
print(tracemalloc.get_traced_memory()[0])
"""


def test_masking_the_first_sentence_keeps_little_memory():
    """A dictionary of the words alone would take 7 MB; what is counted is the same on every machine."""
    for _ in range(2):  # the first run may have to compile
        run = subprocess.run([sys.executable, "-c", FIRST_SENTENCE], capture_output=True, text=True, check=True)
    assert int(run.stdout) < 3_000_000
