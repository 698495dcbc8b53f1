"""Words of two characters, each with the lists it is in: a fifth of what sets of strings take, and nearly as fast."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Final

_MARK: Final = 0x20
"""Code point of the mark of a word that is in no list; what it is in is added. No mark is a Chinese character."""
_FIRST_CHINESE: Final = "\u4e00"


class Pairs:
    """Lists of Chinese words of two characters.

    Each first character has a row of the second ones, and behind each of these a mark that tells the lists.

    Args:
        lists: up to six. The first one's bit is 1, the second's 2, the third's 4, and so on.
    """

    def __init__(self, *lists: Iterable[str]) -> None:
        held: dict[str, int] = {}
        for place, words in enumerate(lists):
            for word in words:
                held[word] = held.get(word, 0) | 1 << place
        rows: dict[str, str] = {}
        for word, bits in held.items():
            rows[word[0]] = f"{rows.get(word[0], '')}{word[1]}{chr(_MARK + bits)}"
        self._rows = rows

    def lists(self, text: str) -> int:
        """The bits of the lists that hold the first two characters of a text, which has at least two; 0 for none."""
        row = self._rows.get(text[0])
        if row is None:
            return 0
        second = text[1]
        at = row.find(second) if second >= _FIRST_CHINESE else -1
        return ord(row[at + 1]) - _MARK if at >= 0 else 0

    def within(self, text: str) -> dict[str, int]:
        """Every such word in the text, with the bits of its lists."""
        rows = self._rows
        return {
            first + second: ord(row[at + 1]) - _MARK
            for first, second in pairwise(text)
            if (row := rows.get(first)) and (at := row.find(second)) >= 0 and second >= _FIRST_CHINESE
        }
