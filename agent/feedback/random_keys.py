"""Whether a reply was typed at random: rows of keys, the same over and over, what input methods make of asdf."""

import re
from typing import Final

_ROWS: Final = (
    *("qwertyuiop", "asdfghjkl", "zxcvbnm", "01234567890", "abcdefghijklmnopqrstuvwxyz"),
    *("147258369", "159753", "1q2w3e4r5t", "1qaz2wsx3edc", "02468", "13579", "24681357"),
)
_LINES: Final = tuple(line for row in _ROWS for line in (row + row[:3], (row + row[:3])[::-1]))
_RUN: Final = 3
"""Neighbouring keys."""
_SHORTEST: Final = 4
"""Fewer keys can be an abbreviation: ETC, ABS, HUD."""
_MOST_OF_IT: Final = 0.6
"""Of `power` three letters of five are neighbours."""
_CONSONANTS: Final = 5
"""In a row without a vowel that nobody means."""
_ON_ONE_ROW: Final = 7
"""Letters of the middle row alone. `salad` has five."""
_KEYS: Final = re.compile(r"[a-z0-9]+")
_AGAIN: Final = re.compile(r"(.{1,3}?)\1{3,}")
_TWICE: Final = re.compile(r"([a-z0-9]{2,4})\1+")
_LAUGHTER: Final = re.compile(r"(?:哈{3,}|呵{3,}|嘿{3,}|嘻{3,}|呜{3,}|啦{3,}|h{3,}|(?:ha){2,}|(?:la){2,})")
_BY_INPUT_METHOD: Final = re.compile(r"(?=.*(?:[阿撒萨飒斯蒂]|啊[是实]))[阿啊撒萨飒洒达大打的斯顿发蒂芬德是实]{3,}")
"""What input methods offer for a, s, d, f in any order."""
_NOISES: Final = frozenset("嘎哒嘀咚喵汪呜啦噜啵哔噗吼")


def is_random(text: str) -> bool:
    """Whether nobody meant anything by it.

    Args:
        text: without signs and spaces, in lower case.
    """
    if again := _AGAIN.fullmatch(text):
        return again[1] in _NOISES or _KEYS.fullmatch(again[1]) is not None  # 慢慢慢慢 is a complaint
    if _LAUGHTER.fullmatch(text) or _BY_INPUT_METHOD.fullmatch(text):
        return True
    return len(text) >= _SHORTEST and _KEYS.fullmatch(text) is not None and _are_keys(text)


def _are_keys(text: str) -> bool:
    covered: set[int] = set()
    for at in range(len(text) - _RUN + 1):
        if any(text[at : at + _RUN] in line for line in _LINES):
            covered.update(range(at, at + _RUN))
    if len(covered) > _MOST_OF_IT * len(text):
        return True
    letters = sum(char.isalpha() for char in text)
    few = letters > 0 and len(set(text)) <= 2  # noqa: PLR2004 - two keys, by turns
    home = len(text) >= _ON_ONE_ROW and set(text) <= set(_ROWS[1])
    mute = letters == len(text) >= _CONSONANTS and not set("aeiou") & set(text)
    return few or mute or home or (len(text) > _SHORTEST and _TWICE.fullmatch(text) is not None)
