"""Words and their times out of a model's tokens.

- A Chinese or Japanese character is a word of its own.
- Others are written in pieces: sentencepiece marks the first piece of a word (`▁` or a space before it), Paraformer
  marks every piece but the last (`@@` behind it).
- A model gives starts only. A word ends where the next one starts, and `LONGEST_S` after its last piece at the latest.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from agent.feedback.transcript import Word

LONGEST_S = 0.6
"""A slow syllable. Longer, and a pause would belong to the word before it."""

_BEGINS = (" ", "▁")
_GOES_ON = "@@"
_SPACELESS = (("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uf900", "\ufaff"), ("\U00020000", "\U0003ffff"))
"""First and last of kana and Han characters, by Unicode block."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a recogniser says of one piece of speech."""

    text: str = field(repr=False)
    """As the library joins the tokens."""
    tokens: tuple[str, ...] = field(repr=False)
    starts_s: tuple[float, ...]
    """Of each token; empty where the model gives none."""
    log_probabilities: tuple[float, ...]
    """Of each token; empty where the model gives none."""
    marked: bool
    """Pieces of a word are marked Paraformer's way."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, and its words where they have times."""

    text: str = field(repr=False)
    words: tuple[Word, ...] = field(repr=False)


def read(heard: Heard, start_s: float, end_s: float) -> Reading:
    """Words out of tokens.

    Args:
        heard: by the recogniser.
        start_s: where this piece of speech begins in the clip; the words' times count from the clip's start.
        end_s: where it ends.
    """
    runs = list(_runs(heard.tokens, marked=heard.marked))
    spellings = ["".join(_bare(heard.tokens[i]) for i in run) for run in runs]
    text = joined(spellings)
    if _letters(text) != _letters(heard.text):  # such as byte-level pieces, which only the library can spell
        return Reading(heard.text.strip(), ())
    if not runs or len(heard.starts_s) != len(heard.tokens):
        return Reading(text, ())
    times = [min(start_s + t, end_s) for t in heard.starts_s]
    starts = [times[run[0]] for run in runs]
    ends = [min(after, times[run[-1]] + LONGEST_S) for run, after in zip(runs, [*starts[1:], end_s], strict=True)]
    sure = [_mean_probability(heard.log_probabilities, run) for run in runs]
    return Reading(text, tuple(map(Word, spellings, starts, ends, sure)))


def joined(words: Iterable[str]) -> str:
    """A text out of words: a space only between two that are written in letters."""
    text = ""
    for word in words:
        between = " " if text and word and not _is_spaceless(text[-1]) and not _is_spaceless(word[0]) else ""
        text += between + word
    return text


def _runs(tokens: Sequence[str], *, marked: bool) -> Iterable[list[int]]:
    """The tokens of each word, by index."""
    run: list[int] = []
    for i, token in enumerate(tokens):
        before = tokens[run[-1]] if run else ""
        if run and not _goes_on(before, token, marked=marked):
            yield run
            run = []
        run.append(i)
    if run:
        yield run


def _goes_on(before: str, token: str, *, marked: bool) -> bool:
    """Whether a token continues the word of the one before it."""
    last, first = _bare(before)[-1:], _bare(token)[:1]
    if marked:
        return before.endswith(_GOES_ON)
    if token.startswith(_BEGINS):
        return False
    return not last or not (_is_spaceless(last) or _is_spaceless(first))


def _bare(token: str) -> str:
    return token.removesuffix(_GOES_ON).lstrip("".join(_BEGINS))


def _letters(text: str) -> str:
    return text.replace(" ", "")


def _is_spaceless(character: str) -> bool:
    return any(first <= character <= last for first, last in _SPACELESS)


def _mean_probability(logs: Sequence[float], run: Sequence[int]) -> float | None:
    if not logs:
        return None
    return math.exp(min(sum(logs[i] for i in run) / len(run), 0.0))
