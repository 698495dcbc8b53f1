"""What a sentence may be made of: ordinary words with their costs, and the trade's terms by sound.

Built on first use (about 20 ms), then kept: importing it costs next to nothing.
"""

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Final

from agent.transcription.lexicon import DOMAIN, PLAIN, TERMS
from agent.transcription.ordinary_words import ORDINARY
from agent.transcription.pronunciation import syllables

TERM: Final = 8.0
"""Cost of a term in a sentence about the trade: one word in three thousand."""
UNKNOWN: Final = 14.0
"""Cost of a character that the tables do not list."""
_TELLING: Final = 10.5
"""A term that ordinary text uses more often than this cost says is no sign that a sentence is about the trade."""

_LONG: Final = 3
LONGEST: Final = max(len(word) for word in TERMS | PLAIN)
"""Characters of the longest word."""
_Key = tuple[str, ...]


@cache
def costs() -> dict[str, float]:
    """Negative natural logarithm of the share of each word that may stand as it was heard."""
    return _ordinary() | {word: min(TERM, _ordinary().get(word, TERM)) for word in TERMS | PLAIN}


@cache
def telling() -> frozenset[str]:
    """Terms that show that a sentence is about the trade."""
    return frozenset(term for term in DOMAIN if _ordinary().get(term, UNKNOWN) > _TELLING)


def terms_like(heard: str) -> Iterator[str]:
    """Terms whose syllables are of the same families as those of the characters heard."""
    yield from _find(heard, _keys(heard))


def terms_partly_like(heard: str) -> Iterator[str]:
    """Terms of three characters and more that sound like what was heard in all places but one."""
    if len(heard) >= _LONG:
        yield from _find(heard, {holed for key in _keys(heard) for holed in _holed(key)})


def _find(heard: str, keys: set[_Key]) -> Iterator[str]:
    by_sound = _terms_by_sound()
    yield from dict.fromkeys(term for key in sorted(keys) for term in by_sound.get(key, ()) if term != heard)


@cache
def _ordinary() -> dict[str, float]:
    return {w: cost for length, table in ORDINARY.items() for cost, run in table.items() for w in _cut(run, length)}


@cache
def _terms_by_sound() -> dict[_Key, tuple[str, ...]]:
    found: dict[_Key, tuple[str, ...]] = {}
    for term in sorted(TERMS):
        keys = _keys(term)
        if len(term) >= _LONG:
            keys |= {holed for key in keys for holed in _holed(key)}
        for key in keys:
            found[key] = (*found.get(key, ()), term)
    return found


def _keys(text: str) -> set[_Key]:
    return set(product(*({s.family for s in syllables(c)} or {c} for c in text)))


def _holed(key: _Key) -> Iterator[_Key]:
    return ((*key[:i], "", *key[i + 1 :]) for i in range(len(key)))


def _cut(run: str, length: int) -> Iterator[str]:
    return (run[i : i + length] for i in range(0, len(run), length))
