"""Fixed lines of mainland China.

Anatomy: area code 0 and two digits (010, 02x) with eight more, or 0 and three digits with seven or eight more; without
an area code seven or eight digits, the first 2-8. Hotlines (95xxx, 123xx, 400) are nobody's and stay readable.
Source: MIIT numbering plan for telecommunication networks (电信网编号计划, 2017), long-distance area codes.
"""

import re
from collections.abc import Iterator
from typing import Final

from agent.masking import cues
from agent.masking.hotlines import is_public
from agent.masking.reading import Reading
from agent.masking.recognizer import Finding
from agent.masking.runs import Run

_WITH_AREA: Final = re.compile(r"(?:0086|86)?0?((?:10|2\d)[2-8]\d{7}|[3-9]\d{2}[2-8]\d{6,7})$")
_LOCAL: Final = re.compile(r"[2-8]\d{6,7}$")
_SHORTEST: Final = 7
"""A local number in a small city."""
_MOST_GUESSES: Final = 3
_LONGEST: Final = 16
"""With 0086 in front."""


class Landline:
    """Type LANDLINE."""

    name: Final = "landline"

    def find(self, reading: Reading) -> Iterator[Finding]:
        """Whole numbers, and numbers up to an extension or the next number."""
        for run in reading.numbers:
            if len(run) >= _SHORTEST:
                for piece in run.pieces():
                    yield from self._in(reading, piece)
        for run in reading.guessed_numbers:
            if sum(run.guesses) <= _MOST_GUESSES and cues.LANDLINE.search(reading.before(run.start)):
                yield from self._in(reading, run)

    def _in(self, reading: Reading, piece: Run) -> Iterator[Finding]:
        starts = piece.group_starts()
        ends = {*starts[1:], piece.firm_length(), len(piece)}
        for first in starts:
            for last in range(first + _SHORTEST, first + _LONGEST + 1):
                if last in ends:
                    yield from self._number(reading, piece, first, last)

    def _number(self, reading: Reading, piece: Run, first: int, last: int) -> Iterator[Finding]:
        digits = piece.symbols[first:last]
        start, end = piece.starts[first], piece.ends[last - 1]
        text = reading.text
        whole = first == 0 and last >= piece.firm_length()
        if is_public(digits):
            return
        international = digits.startswith(("86", "0086"))
        area = _WITH_AREA.match(digits) if digits[0] == "0" or international else None
        if text[max(0, start - 1) : start] == "(":
            start -= 1
        if area:
            cue = cues.LANDLINE.search(reading.before(start)) is not None
            score = 0.7 + 0.1 * whole + 0.08 * cue - 0.08 * any(piece.guesses[first:last])
            yield Finding(start, end, "LANDLINE", area[1], score, self.name, ("area code", *("cue",) * cue))
        elif _LOCAL.match(digits) and whole and cues.LANDLINE.search(reading.before(start)):
            yield Finding(start, end, "LANDLINE", digits, 0.6, self.name, ("local number", "cue"))
