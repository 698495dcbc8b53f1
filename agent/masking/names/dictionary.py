"""What ordinary words and given-name characters cost: negative natural logarithms of their share.

The words stand in the rows of `agent.masking.names.tables` and are looked up there: a dictionary made of them would
take seven megabytes, and time before the first sentence.
"""

from array import array
from itertools import repeat
from string import ascii_letters, ascii_lowercase
from typing import Final

from agent.masking.names.tables import LONGER, PAIRS

FIRST: Final = 0x4E00
"""The first of the Chinese characters, whose code points are one range."""
_COUNT: Final = 0x9FFF - FIRST + 1
_CHEAPEST, _STEP = 4.0, 0.5
_PAIR: Final = 2
BEGINS: Final = "*"
"""Behind a pair that is no word itself and begins longer ones."""
LAST_THAT_BEGINS: Final = "Z"
"""Symbols up to this one stand behind pairs that begin longer words, those after it behind pairs that do not."""
NO_COST: Final = "_"
COSTS: Final[dict[str, float]] = {
    letter: _CHEAPEST + _STEP * ascii_lowercase.index(letter.lower()) for letter in ascii_letters
}
"""Cost by the letter that stands for it."""
HEAD: Final = 6
"""Characters of a row before its first pair: its own, the letters of four costs, and a space."""
SINGLE, IN_FRONT, BEHIND, BY_ITSELF = range(1, 5)
"""Places of the four: as a word; as the first, the second and the only character of a given name."""


def _starts(rows: str, kind: str) -> "array[int]":
    """Where each character's row begins, by code point from `FIRST`; without a row, where the next one's does."""
    starts = array(kind)
    at = 0
    while at < len(rows):
        if rows[at] != " ":  # else the row above goes on
            starts.extend(repeat(at, ord(rows[at]) - FIRST + 1 - len(starts)))
        at = rows.index("\n", at) + 1
    starts.extend(repeat(at, _COUNT + 1 - len(starts)))
    return starts


STARTS: Final = _starts(PAIRS, "I")
"""Where the row of each character begins in `PAIRS`; the next entry is where it ends."""
_LONGER_STARTS: Final = _starts(LONGER, "H")


def is_word(text: str) -> bool:
    """Whether this is an ordinary word by itself."""
    size = len(text)
    if size < _PAIR:
        return cost(text) is not None
    letter = pair_letter(text)
    return letter in COSTS if size == _PAIR else letter <= LAST_THAT_BEGINS and cost(text) is not None


def cost(word: str) -> float | None:
    """Cost of an ordinary word; None for what is none."""
    size = len(word)
    if size < _PAIR:
        return COSTS.get(character_letter(word, SINGLE)) if word else None
    letter = pair_letter(word)
    if size == _PAIR:
        return COSTS.get(letter)
    return cost_of_longer(ord(word[0]) - FIRST, word[1:]) if letter <= LAST_THAT_BEGINS and min(word) >= "一" else None


def begins_longer(text: str) -> bool:
    """Whether words of three characters or more begin with the first two of these."""
    return pair_letter(text) <= LAST_THAT_BEGINS


def cost_of_longer(code: int, tail: str) -> float | None:
    """Cost of a word of three characters or more; None for what is none.

    Args:
        code: its first character's code point, from `FIRST`.
        tail: its other characters, all of them Chinese.
    """
    at = LONGER.find(" " + tail, _LONGER_STARTS[code], _LONGER_STARTS[code + 1])
    return COSTS.get(LONGER[at + 1 + len(tail)]) if at >= 0 else None


def pair_letter(text: str) -> str:
    """What stands in `PAIRS` for the cost of the first two of these characters; no letter and no star for no pair."""
    code = ord(text[0]) - FIRST
    second = text[1]
    if 0 <= code < _COUNT and second >= "一":
        return PAIRS[PAIRS.find(second, STARTS[code] + HEAD, STARTS[code + 1]) + 1]
    return NO_COST


def character_letter(character: str, place: int) -> str:
    """What stands in `PAIRS` for one of the four costs of a character, or `NO_COST`."""
    code = ord(character) - FIRST
    if not 0 <= code < _COUNT:
        return NO_COST
    row = STARTS[code]
    return PAIRS[row + place] if row < STARTS[code + 1] else NO_COST
