"""Runs of digits that are said in Korean or English words: 공일공…, double oh."""

import re
from typing import Final

from agent.masking.gathering import JOINT, RunBuilder
from agent.masking.runs import Joint, Run
from agent.masking.tongues import english, korean
from agent.masking.tongues.lazy import Lazy
from agent.masking.tongues.tongue import Tongue

TONGUES: Final = (korean.TONGUE, english.TONGUE)
_ENOUGH_FOR_HUNDRED: Final = 4
"""Digits in front of "hundred" that make it two zeros of a number."""
_SHORTEST_TOLD: Final = 7
"""Symbols; in a shorter run words that are also digits are rather words."""
_SYMBOLS_PER_FILLER: Final = 4
"""A run with more fillers is rather prose of words that are digits too."""
_IN_WORDS: Final = Lazy(r"[가-힣\[]|[A-Z]{2}")


def gather_told(text: str, tongue: Tongue) -> list[Run]:
    """Every run of digits said in this language, short ones too."""
    shape = tongue.shape(text)
    builder = RunBuilder(text, shape)
    reached = 0
    for token in tongue.tokens.finditer(shape):
        start, end = token.span()
        kind, said = token.lastgroup or "", token.group().strip("[]")
        hundred = said == "HUNDRED" and builder.size >= _ENOUGH_FOR_HUNDRED
        if start != reached or (kind == "quantity" and not hundred) or (kind == "alike" and builder.is_empty):
            builder.close()
        reached = end
        if hundred:
            builder.add("00", start, end)  # oh seven seven double oh nine hundred
        elif kind in ("digit", "letter", "word", "alike"):
            builder.add(tongue.values.get(said, said), start, end)
        elif kind == "repeat":
            times, _, digit = re.sub(" *- *| +", " ", said).partition(" ")
            builder.add(tongue.values.get(digit, digit) * tongue.times[times], start, end)
        elif kind != "quantity":
            builder.join(JOINT[kind], end)
    builder.close()
    return [_without_unsure_end(text, run, tongue) for run in builder.runs]


_MOBILE_START, _MOBILE_LENGTH = "01", 11


def _without_unsure_end(text: str, run: Run, tongue: Tongue) -> Run:
    """The run without a last digit that begins the next word, unless a mobile number needs it."""
    last = len(run) - 1
    needed = run.symbols.startswith(_MOBILE_START) and len(run) == _MOBILE_LENGTH
    unsure = tongue.unsure_end is not None and tongue.unsure_end.match(text, run.starts[last]) is not None
    return run.part(0, last) if unsure and last and not needed else run


def is_long(text: str, run: Run) -> bool:
    """Whether a run is a number and neither prose nor amounts."""
    fillers = sum(joint == Joint.FILLER for joint in run.joints)
    return (
        len(run) >= _SHORTEST_TOLD
        and (fillers * _SYMBOLS_PER_FILLER <= len(run) or not _may_be_prose(text, run))
        and _IN_WORDS.search(text, run.start, run.end) is not None
        and not _is_of_amounts(text, run)
    )


def _may_be_prose(text: str, run: Run) -> bool:
    """Whether fillers speak against a number: in Korean they are particles too, unless a word for a number is near."""
    hangul = korean.TONGUE.spoken.search(text, run.start, run.end) is not None
    return hangul and not korean.ANY_NUMBER.search(text, max(0, run.start - 24), run.start)


def _is_of_amounts(text: str, run: Run) -> bool:
    """Nineteen ninety nine and twenty twenty five: mostly teens and tens, and no word for a phone in front."""
    compounds = sum(english.COMPOUND.match(text, start) is not None for start in run.starts)
    return compounds * 2 > len(run) and not english.PHONE.search(text, max(0, run.start - 24), run.start)
