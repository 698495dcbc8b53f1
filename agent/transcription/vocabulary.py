"""What a sentence may be made of: ordinary words with their costs, and the trade's terms by sound.

Built on first use (about 70 ms), then kept: importing it costs next to nothing.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product
from typing import Final

from agent.transcription.lexicon import BRANDS, COMMON, CORE, DOMAIN, PLAIN, SIGNS, TERMS, URGENT
from agent.transcription.ordinary_words import ORDINARY
from agent.transcription.pronunciation import syllables

TERM: Final = 8.0
"""Cost of a term in a sentence about the trade: one word in three thousand."""
UNKNOWN: Final = 14.0
"""Cost of a character that the tables do not list."""
_TELLING: Final = 12.5
"""A term that ordinary text uses more often than this cost says is no sign that a sentence is about the trade."""
_LONG: Final = 3
"""Terms of this many characters may differ by a stranger in one place."""


_Key = tuple[str, ...]


class Vocabulary:
    """The tables for one device: the trade's terms and the site's own.

    Args:
        extra: terms of the site, such as the names of its shops and models. They are signs of the trade.
    """

    def __init__(self, extra: tuple[str, ...] = ()) -> None:
        self.terms = TERMS.union(extra)
        """What may be mended to."""
        words = self.terms | PLAIN
        self.costs = _ordinary() | {word: min(TERM, _ordinary().get(word, TERM)) for word in words}
        """Negative natural logarithm of the share of each word that may stand as it was heard."""
        self.telling = SIGNS.union(extra) | frozenset(
            term for term in DOMAIN - COMMON if _ordinary().get(term, UNKNOWN) > _TELLING
        )
        """Terms that show that a sentence is about the trade."""
        self.strong = URGENT.union(CORE, extra, (t for t in self.telling - BRANDS if len(t) >= _LONG))
        """Terms to mend to where nothing else shows that a sentence is about the trade."""
        self.longest = max(len(word) for word in words)
        """Characters of the longest word."""
        self._by_sound: dict[_Key, tuple[str, ...]] = {}
        for term in sorted(self.terms):
            for key in {k for spelled in product(*map(_families, term)) for k in _keys(spelled)}:
                self._by_sound[key] = (*self._by_sound.get(key, ()), term)

    def terms_like(self, heard: str) -> Iterator[str]:
        """Terms that sound like it: by families in every place or, from three characters on, in every place but one."""
        families = [_families(c) for c in heard]
        found = (
            term
            for spelled in (product(*families) if len(heard) <= self.longest else ())
            for key in _keys(spelled)
            for term in self._by_sound.get(key, ())
        )
        return iter(dict.fromkeys(found))

    def sounds_like_a_term(self, heard: str) -> bool:
        """Whether another word than a term sounds like one, by families in every place."""
        return any(term != heard for key in product(*map(_families, heard)) for term in self._by_sound.get(key, ()))


@lru_cache(maxsize=4)
def vocabulary(extra: tuple[str, ...] = ()) -> Vocabulary:
    """The vocabulary of the trade with these terms besides."""
    return Vocabulary(extra)


@cache
def _ordinary() -> dict[str, float]:
    return {w: cost for length, table in ORDINARY.items() for cost, run in table.items() for w in _cut(run, length)}


@cache
def _families(character: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s.family for s in syllables(character))) or (character,)


def _keys(spelled: _Key) -> Iterator[_Key]:
    yield spelled
    if len(spelled) >= _LONG:
        yield from ((*spelled[:i], "", *spelled[i + 1 :]) for i in range(len(spelled)))


def _cut(run: str, length: int) -> Iterator[str]:
    return (run[i : i + length] for i in range(0, len(run), length))
