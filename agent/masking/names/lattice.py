"""How likely a text reads as ordinary words, and how much better it reads with a personal name in it.

- A text's cost is that of its cheapest cut into words: negative natural logarithms of their shares, added up.
- `Lattice.gain` compares that with the cheapest reading in which a given place is a name.
- Time grows with the length of the text.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import Final

from agent.masking.names import tables
from agent.masking.names.domain_words import DOMAIN_WORDS
from agent.masking.names.given_names import ALONE, COMMON, GIVEN_WORDS
from agent.masking.names.surnames import COMPOUND_COST, COST

_LONGEST: Final = 4
_UNKNOWN: Final = 14.5
"""Cost of a character the tables lack."""
_DOMAIN_COST: Final = 8.5
_GIVEN_WORD_COST: Final = 13.0
"""Words that are given names at least as often, where a surname stands in front."""
_NAME_SHARE: Final = 6.0
"""Cost of meeting a name at all in feedback with nothing around that announces one."""
_SHORT, _FULL = 1.5, 0.25
"""Cost of a one-character given name, and of one with two, which three in four people have."""
_COMMON_GIVEN: Final = 7.5
"""Cost of a given name that many people have: one in some two thousand."""
_RARE_GIVEN: Final = 9.5
"""Cost of a character that is in no given name known."""


@cache
def _words() -> dict[str, float]:
    words: dict[str, float] = {}
    for table in (tables.PAIRS, tables.TRIPLES, tables.QUADRUPLES):
        for cost, joined in table.items():
            words.update(dict.fromkeys(joined.split(" "), cost))
    for cost, joined in tables.SINGLE.items():
        words.update(dict.fromkeys(joined, cost))
    for word in GIVEN_WORDS.split():
        words[word] = max(_GIVEN_WORD_COST, words.get(word, 0.0))
    for word in DOMAIN_WORDS.split():
        words[word] = min(_DOMAIN_COST, words.get(word, _DOMAIN_COST))
    return words


@cache
def _prefixes() -> frozenset[str]:
    """The first two characters of every word of three or four."""
    return frozenset(word[:2] for word in _words() if len(word) > 2)  # noqa: PLR2004 - a pair


@cache
def _given() -> tuple[dict[str, float], dict[str, float], dict[str, float]]:
    first, second, only = (
        {character: cost for cost, joined in table.items() for character in joined}
        for table in (tables.FIRST, tables.SECOND, tables.ONLY)
    )
    return first, second, only


def name_cost(surname: str, given: str) -> float:
    """Cost of a full name, whatever stands around it."""
    cost = _NAME_SHARE + (COST.get(surname, COMPOUND_COST + 2) if len(surname) == 1 else COMPOUND_COST)
    if given in COMMON or given in ALONE:
        return cost + _COMMON_GIVEN
    first, second, only = _given()
    if len(given) == 1:
        return cost + _SHORT + only.get(given, first.get(given, _RARE_GIVEN - 1) + 1)
    return cost + _FULL + first.get(given[0], _RARE_GIVEN) + second.get(given[1], _RARE_GIVEN)


def is_word(text: str) -> bool:
    """Whether this is an ordinary word by itself."""
    return text in _words()


def word_cost(word: str) -> float:
    """Cost of an ordinary word by itself."""
    return _words().get(word, _UNKNOWN)


_CHINESE: Final = re.compile("[\u4e00-\u9fff]+")
_MARGIN: Final = 8
"""Characters before the first and behind the last name of a stretch that are cut into words: two long ones."""
_ENDLESS: Final = 1e9
"""Cost of a place that no cut reaches: inside what is not Chinese."""


_Edge = tuple[int, int, float]


def _cut(text: str, first: int, last: int, ahead: list[float], edges: list[_Edge]) -> None:
    """Adds every word between two places of Chinese text, and the cheapest way to each place from the first one on."""
    words, prefixes = _words(), _prefixes()
    for start in range(first, last):
        here = ahead[start]
        cost = words.get(text[start], _UNKNOWN)
        edges.append((start, start + 1, cost))
        if here + cost < ahead[start + 1]:  # noqa: PLR1730 - min() is slower, and this is the innermost loop
            ahead[start + 1] = here + cost
        pair = text[start : start + 2]
        if start + 2 > last:
            continue
        if (found := words.get(pair)) is not None:
            edges.append((start, start + 2, found))
            if here + found < ahead[start + 2]:  # noqa: PLR1730 - as above
                ahead[start + 2] = here + found
        if pair in prefixes:
            for end in range(start + 3, min(start + _LONGEST, last) + 1):
                if (found := words.get(text[start:end])) is not None:
                    edges.append((start, end, found))
                    if here + found < ahead[end]:  # noqa: PLR1730 - as above
                        ahead[end] = here + found


class Lattice:
    """The cheapest cuts of one text, from both ends.

    Args:
        text: without spaces; what is not Chinese costs nothing, so it parts words and never joins them.
        places: where `gain` will be asked, in order; what is far from all of them is not cut.
    """

    def __init__(self, text: str, places: Sequence[int]) -> None:
        size = len(text)
        edges: list[_Edge] = []
        ahead, behind = [0.0] + [_ENDLESS] * size, [_ENDLESS] * size + [0.0]
        reached = 0
        for stretch in _CHINESE.finditer(text):
            first, last = stretch.span()
            asked = bisect_left(places, first)
            if asked == len(places) or places[asked] >= last:
                continue
            until = places[bisect_left(places, last) - 1]
            first, last = max(first, places[asked] - _MARGIN), min(last, until + _MARGIN + _LONGEST)
            if first > reached:
                edges.append((reached, first, 0.0))
                ahead[first] = ahead[reached]
            _cut(text, first, last, ahead, edges)
            reached = last
        if reached < size:
            edges.append((reached, size, 0.0))
            ahead[size] = ahead[reached]
        for start, end, cost in reversed(edges):
            total = behind[end] + cost
            if total < behind[start]:  # noqa: PLR1730 - min() is slower, and this is the innermost loop
                behind[start] = total
        self._ahead, self._behind = ahead, behind

    def gain(self, start: int, end: int, cost: float) -> float:
        """How much cheaper the text reads when [start, end) is one thing of this cost; negative where it is dearer."""
        return self._ahead[-1] - self._ahead[start] - cost - self._behind[end]
