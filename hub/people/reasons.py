"""Why a contact is opened, in words that may stand in the log for years."""

import re
import unicodedata
from typing import Final

MAX_CHARS: Final = 200
_SHORTEST = 2
_NUMBER = re.compile(r"(?:[0-9零〇一二三四五六七八九幺两][\s\-.]?){7,}")
"""Long enough to be somebody's: a phone, a plate's digits and more. Numbers of tickets and dates are shorter."""


def reason(typed: str) -> str | None:
    """The reason as it is written down; None where it says nothing, too much, or holds a number of somebody."""
    plain = " ".join(typed.split())
    if not _SHORTEST <= len(plain) <= MAX_CHARS or holds_number(plain):
        return None
    return plain


def holds_number(text: str) -> bool:
    """Whether a run of seven or more digits is in it, in any script that people type."""
    return _NUMBER.search(unicodedata.normalize("NFKC", text)) is not None
