"""Resident identity numbers, which are also driving licence numbers.

Anatomy: 6 digits region (first two 11-91), 8 digits birth date, 3 digits order, 1 check character 0-9 or X; cards
issued before 1999 had 15 digits without century and check. A licence file number has 12 digits.
Source: GB 11643-1999, check character by ISO 7064 MOD 11-2: weights 2^(17-i) mod 11.
"""

import re
from collections.abc import Iterator
from typing import Final

from agent.masking import cues
from agent.masking.reading import Reading
from agent.masking.recognizer import Finding
from agent.masking.runs import Joint, Run

_REGION: Final = r"(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)\d{4}"
_DATE: Final = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_SHAPE: Final = re.compile(rf"{_REGION}(?:18|19|20)\d{{2}}{_DATE}\d{{3}}[\dX]")
_OLD_SHAPE: Final = re.compile(rf"{_REGION}\d{{2}}{_DATE}\d{{3}}")
_EIGHTEEN: Final = re.compile(r"\d{17}[\dX]")
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK: Final = "10X98765432"
_LENGTH: Final = 18
_FILE_NUMBER_LENGTH: Final = 12
_MOST_GUESSES: Final = 7
_MOST_GUESSES_BEHIND_CUE: Final = 12
"""Behind the word, where the whole still has a region and a date in it."""


def check_character(first17: str) -> str:
    """GB 11643 check character for the first seventeen digits."""
    return _CHECK[sum(int(digit) * weight for digit, weight in zip(first17, _WEIGHTS, strict=True)) % 11]


class ResidentId:
    """Type ID_CARD."""

    name: Final = "resident_id"

    def find(self, reading: Reading) -> Iterator[Finding]:
        """Ids by shape, by check character, or by the word in front."""
        for run in reading.runs:
            if len(run) < _FILE_NUMBER_LENGTH:
                continue
            pieces = list(run.pieces())
            for piece in pieces:
                yield from self._in(reading, piece)
            if len(pieces) > 1:
                yield from self._in(reading, run)
        for run in (*reading.repaired, *reading.scattered):
            if len(run) == _LENGTH and _SHAPE.fullmatch(run.symbols):
                yield from self._eighteen(reading, run, 0, run.symbols)
        for run in reading.guessed_runs:
            yield from self._in(reading, run)

    def _in(self, reading: Reading, run: Run) -> Iterator[Finding]:
        starts = set(run.group_starts())
        starts |= {k for k in range(1, len(run)) if run.symbols[k - 1].isalpha() or run.guesses[k - 1]}
        for first in sorted(starts):
            found = _EIGHTEEN.match(run.symbols, first)
            if found:
                yield from self._eighteen(reading, run, first, found[0])
            else:
                yield from self._other(reading, run, first)

    def _eighteen(self, reading: Reading, run: Run, first: int, value: str) -> Iterator[Finding]:
        last = first + _LENGTH
        joined = max(run.joints[first + 1 : last]) >= Joint.SOFT
        guessed = sum(run.guesses[first:last])
        cue = cues.ID_CARD.search(reading.before(run.starts[first])) is not None
        checked = check_character(value[:17]) == value[17]
        shaped = _SHAPE.match(value) is not None
        dotted = "." in reading.text[run.starts[first] : run.ends[last - 1]]
        most = _MOST_GUESSES_BEHIND_CUE if cue else _MOST_GUESSES
        if dotted or not (shaped or cue) or ((joined or guessed) and not shaped) or guessed > most:
            return
        if not checked and cues.names_product(reading, run.starts[first]):
            return
        ends = last >= run.firm_length() or not run.symbols[last].isdigit() or run.joints[last] > Joint.SPACE
        score = 0.5 + 0.2 * shaped + 0.2 * checked + 0.06 * cue + 0.04 * ends - 0.1 * bool(guessed) - 0.05 * joined
        named = (("date and region", shaped), ("check character", checked), ("cue", cue), ("guessed digits", guessed))
        evidence = tuple(name for name, holds in named if holds)
        yield Finding(run.starts[first], run.ends[last - 1], "ID_CARD", value, score, self.name, evidence)

    def _other(self, reading: Reading, run: Run, first: int) -> Iterator[Finding]:
        """Fifteen-digit cards, licence file numbers, and after the word 身份证 whatever was understood of one."""
        found = _DIGITS.match(run.symbols, first)
        size = len(found[0]) if found else 0
        if found is None or size < _FILE_NUMBER_LENGTH or any(run.guesses[first : found.end()]):
            return
        if max(run.joints[first + 1 : found.end()]) >= Joint.SOFT:
            return
        before = reading.before(run.starts[first])
        cue = cues.ID_CARD.search(before) is not None
        old = size == 15 and _OLD_SHAPE.match(found[0]) is not None  # noqa: PLR2004 - the anatomy above
        if not (cue or old) or (not cue and cues.names_product(reading, run.starts[first])):
            return
        last = found.end()
        score = 0.66 + 0.1 * cue if old else 0.62 if "证" in before[-6:] or size == _FILE_NUMBER_LENGTH else 0.5
        evidence = ("15 digits with a date",) if old else ("cue",)
        yield Finding(run.starts[first], run.ends[last - 1], "ID_CARD", found[0], score, self.name, evidence)


_DIGITS: Final = re.compile(r"\d{1,40}")
