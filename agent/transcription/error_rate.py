"""Character error rate, counted the same way everywhere.

Both texts are brought to one form first: NFKC, lower case, traditional to simplified, digits to Chinese numerals,
幺 to 一, 两 to 二, and everything dropped but Chinese characters, letters and digits.
"""

import unicodedata
from collections.abc import Iterable

from agent.feedback.traditional import simplified

_NUMERALS = dict(zip("0123456789", "零一二三四五六七八九", strict=True)) | {"幺": "一", "两": "二", "〇": "零"}


def normalised(text: str) -> str:
    """A text as it is compared."""
    folded = unicodedata.normalize("NFKC", text).lower()
    return "".join(_NUMERALS.get(c, c) for c in simplified(folded) if c.isalnum())


def edit_distance(wanted: str, got: str) -> int:
    """Least number of characters to insert, delete or replace."""
    row = list(range(len(got) + 1))
    for i, expected in enumerate(wanted, 1):
        previous, row[0] = row[0], i
        for j, actual in enumerate(got, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (expected != actual))
    return row[-1]


def character_error_rate(pairs: Iterable[tuple[str, str]]) -> float:
    """Errors per character over (spoken, recognised) pairs: 0.1 is one wrong character in ten."""
    errors = characters = 0
    for spoken, recognised in pairs:
        wanted = normalised(spoken)
        errors += edit_distance(wanted, normalised(recognised))
        characters += len(wanted)
    return errors / characters if characters else 0.0
