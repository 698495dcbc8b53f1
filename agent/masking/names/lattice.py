"""How likely a text reads as ordinary words, and how much better it reads with a personal name in it.

- A text's cost is that of its cheapest cut into words: negative natural logarithms of their shares, added up.
- `Lattice.gain` compares that with the cheapest reading in which a given place is a name.
- Time grows with the length of the text.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from agent.masking.names import dictionary, surnames
from agent.masking.names.dictionary import (
    BEGINS,
    BEHIND,
    BY_ITSELF,
    COSTS,
    FIRST,
    HEAD,
    IN_FRONT,
    LAST_THAT_BEGINS,
    SINGLE,
    STARTS,
    character_letter,
    cost_of_longer,
)
from agent.masking.names.known_names import is_usual
from agent.masking.names.tables import PAIRS
from agent.masking.tongues.lazy import Lazy

_LONGEST: Final = 4
_UNKNOWN: Final = 14.5
"""Cost of a character the tables lack."""
_NAME_SHARE: Final = 6.0
"""Cost of meeting a name at all in feedback with nothing around that announces one."""
_SHORT, _FULL = 1.5, 0.25
"""Cost of a one-character given name, and of one with two, which three in four people have."""
_COMMON_GIVEN: Final = 7.5
"""Cost of a given name that many people have: one in some two thousand."""
_RARE_GIVEN: Final = 9.5
"""Cost of a character that is in no given name known."""


def name_cost(surname: str, given: str) -> float:
    """Cost of a full name, whatever stands around it."""
    cost = _NAME_SHARE + surnames.cost(surname)
    if is_usual(given):
        return cost + _COMMON_GIVEN
    if len(given) == 1:
        common = COSTS.get(character_letter(given, IN_FRONT), _RARE_GIVEN - 1) + 1
        return cost + _SHORT + COSTS.get(character_letter(given, BY_ITSELF), common)
    cost += _FULL + COSTS.get(character_letter(given[0], IN_FRONT), _RARE_GIVEN)
    return cost + COSTS.get(character_letter(given[1], BEHIND), _RARE_GIVEN)


def word_cost(word: str) -> float:
    """Cost of an ordinary word by itself."""
    cost = dictionary.cost(word)
    return _UNKNOWN if cost is None else cost


_CHINESE: Final = Lazy("[\u4e00-\u9fff]+")
_MARGIN: Final = 8
"""Characters before the first and behind the last name of a stretch that are cut into words: two long ones."""
_ENDLESS: Final = 1e9
"""Cost of a place that no cut reaches: inside what is not Chinese."""


_NOTHING: Final = "\0"
"""Stands where no second character does."""
_Edge = tuple[int, int, float]


def _cut(text: str, first: int, last: int, ahead: list[float], edges: list[_Edge]) -> None:
    """Adds every word between two places of Chinese text, and the cheapest way to each place from the first one on."""
    letters = COSTS
    pairs = zip(text[first:last], text[first + 1 : last] + _NOTHING, strict=True)
    for start, (character, second) in enumerate(pairs, first):
        here = ahead[start]
        code = ord(character) - FIRST
        row, row_end = STARTS[code], STARTS[code + 1]
        cost = letters.get(PAIRS[row + SINGLE], _UNKNOWN) if row < row_end else _UNKNOWN
        edges.append((start, start + 1, cost))
        cost += here
        if cost < ahead[start + 1]:  # noqa: PLR1730 - min() is slower, and this is the innermost loop
            ahead[start + 1] = cost
        at = PAIRS.find(second, row + HEAD, row_end)
        if at < 0:
            continue
        letter = PAIRS[at + 1]
        if letter != BEGINS:
            cost = letters[letter]
            edges.append((start, start + 2, cost))
            cost += here
            if cost < ahead[start + 2]:  # noqa: PLR1730 - as above
                ahead[start + 2] = cost
        if letter <= LAST_THAT_BEGINS:
            for end in range(start + 3, min(start + _LONGEST, last) + 1):
                if (found := cost_of_longer(code, text[start + 1 : end])) is not None:
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
