"""Vehicle identification numbers.

Anatomy: 17 characters, digits and letters without I, O and Q: 3 for the maker, 6 for the type (the ninth character of
the whole is a check digit, 0-9 or X), 8 for the single vehicle.
Source: ISO 3779:2009, GB 16735-2019 (check digit, appendix C).
"""

import re
from collections.abc import Iterator
from typing import Final

from agent.masking import cues
from agent.masking.reading import Reading
from agent.masking.recognizer import Finding
from agent.masking.runs import Joint, Run

_LENGTH: Final = 17
_SHAPE: Final = re.compile(r"(?=.{0,13}[A-Z])(?=(?:[A-Z]{0,12}\d){5})[A-Z0-9]{17}")
"""Letter and digit mixed; I, O and Q are let through because people and recognisers write them for 1 and 0."""
_MISREAD: Final = str.maketrans("IOQ", "100")
_VALUES: Final = dict(
    zip("0123456789ABCDEFGHJKLMNPRSTUVWXYZ", (*range(10), *range(1, 9), *range(1, 6), 7, 9, *range(2, 10)), strict=True)
)
_WEIGHTS: Final = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_LETTERS_IN_A_ROW: Final = 4
_HEARD: Final = range(11, 20)
"""Characters that may remain of a VIN after its cue word, where recognition lost or doubled some."""


def check_digit(vin: str) -> str:
    """GB 16735 check digit of a 17-character number, whatever stands in ninth place."""
    remainder = sum(_VALUES[character] * weight for character, weight in zip(vin, _WEIGHTS, strict=True)) % 11
    return "X" if remainder == 10 else str(remainder)  # noqa: PLR2004 - X stands for ten


class Vin:
    """Type VIN."""

    name: Final = "vin"

    def find(self, reading: Reading) -> Iterator[Finding]:
        """Numbers of 17 characters; near the cue also damaged ones."""
        for run in (*reading.runs, *reading.guessed_runs):
            if len(run) < _HEARD.start or run.symbols.isdigit():
                continue
            for piece in run.pieces():
                if piece.symbols.startswith("VIN"):
                    piece = piece.part(3, len(piece))  # noqa: PLW2901 - the cue itself was spelt into the run
                yield from self._in(reading, piece)

    def _in(self, reading: Reading, piece: Run) -> Iterator[Finding]:
        size = len(piece)
        if size < _HEARD.start:
            return
        cue = cues.VIN.search(reading.before(piece.start)) is not None
        for first in [k for k in piece.group_starts() if k + _LENGTH <= size] or [0]:
            yield from self._seventeen(reading, piece, first, cue)
        if cue and size in _HEARD and size != _LENGTH and not any(piece.guesses):
            yield Finding(piece.start, piece.end, "VIN", piece.symbols, 0.6, self.name, ("cue", "odd length"))

    def _seventeen(self, reading: Reading, piece: Run, first: int, cue: bool) -> Iterator[Finding]:
        found = _SHAPE.match(piece.symbols, first)
        if found is None:
            return
        value = found[0].translate(_MISREAD)
        checked = check_digit(value) == value[8]
        size = len(piece)
        ends = found.end() == size or piece.joints[found.end()] != Joint.NONE
        if not (checked or cue or (first == 0 and ends and size == _LENGTH)):
            return
        guessed = any(run_guess for run_guess in piece.guesses[first : found.end()])
        if guessed and not (checked or cue):
            return
        if (
            not checked
            and not cue
            and any(
                len(group) > _LETTERS_IN_A_ROW and group.isalpha() for group in piece.part(first, found.end()).groups()
            )
        ):
            return  # a word of prose beside a shorter number
        if not checked and cues.names_product(reading, piece.starts[first]):
            return
        score = 0.72 + 0.18 * checked + 0.06 * cue - 0.1 * (not ends and not checked) - 0.08 * guessed
        evidence = (*("check digit",) * checked, *("cue",) * cue, "17 characters")
        yield Finding(piece.starts[first], piece.ends[found.end() - 1], "VIN", value, score, self.name, evidence)
