"""Names of two characters, and beginnings of names of other tongues, with what is known of each."""

from typing import Final

from agent.masking.names.foreign_names import FOREIGN_TEXT, JAPANESE_SURNAMES
from agent.masking.names.given_names import ALONE_TEXT, COMMON_TEXT, SELDOM_ALONE_TEXT
from agent.masking.names.pairs import Pairs
from agent.masking.names.surnames import MINORITY_PARTS
from agent.masking.names.transliteration import short_parts

COMMON, ALONE, SHORT, MINORITY, FOREIGN = (1 << place for place in range(5))
"""Bits: a given name that many have; one that people go by without a surname too (铁军师傅); a whole name of another
tongue, of which no word is made (更藏); how parts of minorities' names begin; how Japanese ones and the like do."""

KNOWN: Final = Pairs(
    COMMON_TEXT.split(),
    {*COMMON_TEXT.split(), *ALONE_TEXT.split()}.difference(SELDOM_ALONE_TEXT.split()),
    short_parts(),
    (part[:2] for part in MINORITY_PARTS.split("|")),
    (name[:2] for name in (*FOREIGN_TEXT.split(), *JAPANESE_SURNAMES.split("|"))),
)


def is_usual(given: str) -> bool:
    """Whether many people have this given name."""
    return len(given) == 2 and KNOWN.lists(given) & (COMMON | ALONE) != 0  # noqa: PLR2004 - a pair


def stands_alone(name: str) -> bool:
    """Whether people go by this given name without a surname too: 铁军师傅."""
    return len(name) == 2 and KNOWN.lists(name) & ALONE != 0  # noqa: PLR2004 - a pair
