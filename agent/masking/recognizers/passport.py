"""Passports and travel permits.

Anatomy: ordinary passport E and eight digits, or E, a letter and seven digits (older ones G and eight); service P, SE
and diplomatic D, DE with seven or eight; Hong Kong and Macau H, K, M and eight. Foreign ones have up to nine digits.
Source: National Immigration Administration, passport numbering since 2012 (E, EA to EZ); ICAO Doc 9303 part 4.
"""

import re
from collections.abc import Iterator
from typing import Final

from agent.masking.alphabet import LETTER_OF
from agent.masking.reading import Reading
from agent.masking.recognizer import Finding
from agent.masking.runs import Joint, Run

_CUE: Final = re.compile(r"护照|通行证|回乡证|台胞证|旅行证|PASSPORT")
_BEHIND: Final = re.compile(r"(?:是|这个|这本|那本|我的)*(?:香港|澳门|外国|外籍)?的?护照")
_NUMBER: Final = re.compile(r"[A-Z]{0,3}\d{6,9}")
_FOREIGN: Final = re.compile(r"(?=(?:[A-Z]*\d){4})[A-Z0-9]{8,9}")
"""German and some other passports mix letters and digits: C01X00T47."""
_SHORTEST: Final = 6
_WORD: Final = "PASSPORT"
_CHINESE: Final = re.compile(r"E\d{8}|E[A-HJ-NP-Z]\d{7}|G\d{8}|[PSD]E\d{7}")


class Passport:
    """Type PASSPORT."""

    name: Final = "passport"

    def find(self, reading: Reading) -> Iterator[Finding]:
        """Numbers behind the word, and whole numbers of the Chinese form without it."""
        for run in (*reading.runs, *reading.guessed_runs):
            if len(run) < _SHORTEST:
                continue
            for piece in run.pieces():
                told = piece.symbols.startswith(_WORD)
                yield from self._in(reading, piece.part(len(_WORD), len(piece)) if told else piece, told=told)

    def _in(self, reading: Reading, run: Run, *, told: bool) -> Iterator[Finding]:
        found = _NUMBER.match(run.symbols)
        cue = told or (found is None and _CUE.search(reading.before(run.start)) is not None)
        if found is None and cue:
            found = _FOREIGN.fullmatch(run.symbols)
        if found is None:
            return
        end = run.ends[found.end() - 1]
        cue = cue or (_CUE.search(reading.before(run.start)) or _BEHIND.match(reading.after(end, 8))) is not None
        chinese = _CHINESE.fullmatch(found[0]) is not None
        guessed = any(run.guesses[: found.end()])
        start = _letter_before(reading, run.start) if cue and found[0].isdigit() else run.start
        plain = max((*run.joints[1 : found.end()], Joint.NONE)) != Joint.HYPHEN
        if cue or (chinese and plain and not guessed and len(run) == found.end()):
            score = 0.5 + 0.3 * cue + 0.06 * chinese - 0.04 * guessed
            evidence = (*("cue",) * cue, *("Chinese form",) * chinese, *("guessed symbols",) * guessed)
            yield Finding(start, end, "PASSPORT", found[0], score, self.name, evidence)


def _letter_before(reading: Reading, start: int) -> int:
    """Where a number begins whose letter was heard as a syllable, as in 诶七七三零二幺九九."""
    syllable = start - 2 if reading.text[start - 1 : start] == " " else start - 1
    return syllable if reading.text[max(0, syllable) : syllable + 1] in LETTER_OF else start
