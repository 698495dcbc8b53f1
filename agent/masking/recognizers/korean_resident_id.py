"""Resident registration numbers and driving licences of Korea, written or told.

Anatomy: six digits birth date (YYMMDD), a hyphen, 1-8 for century and sex (foreigners 5-8), six digits more. A licence
has twelve: region 11-28, year, six digits, two check digits; told only behind 면허.
Source: Enforcement Rules of the Resident Registration Act (주민등록법 시행규칙), article 2; Road Traffic
Act, annex on licences.
"""

from collections.abc import Iterator
from typing import Final

from agent.masking.reading import Reading
from agent.masking.recognizer import Finding
from agent.masking.tongues import english, korean
from agent.masking.tongues.lazy import Lazy

_NUMBER: Final = Lazy(r"\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[1-8]\d{6}")
_CUE: Final = Lazy("주민|등록번호|신분증|외국인등록|RESIDENT|IDNUMBER")
_LICENCE: Final = Lazy("면허|LICEN[CS]E")
_BEHIND_CUE: Final = range(6, 15)
_LICENCE_LENGTH: Final = range(10, 13)


class KoreanResidentId:
    """Type ID_CARD."""

    name: Final = "korean_resident_id"

    def find(self, reading: Reading) -> Iterator[Finding]:
        """Whole numbers, and whatever is told behind the word."""
        hangul = korean.TONGUE.spoken.search(reading.text) is not None
        if not (hangul or english.LATIN.search(reading.text)):
            return
        for run in reading.told_pieces if hangul else reading.told:
            for digits in run.digits():
                if len(digits) < _BEHIND_CUE.start:
                    continue
                before = reading.before(digits.start, 18)
                cue = _CUE.search(before) is not None
                licence = _LICENCE.search(before) is not None and len(digits) in _LICENCE_LENGTH
                known = hangul and _NUMBER.fullmatch(digits.symbols) is not None
                if known or licence or (cue and len(digits) in _BEHIND_CUE):
                    evidence = (*("birth date",) * known, *("cue",) * (cue or licence))
                    yield Finding(digits.start, digits.end, "ID_CARD", digits.symbols, 0.97, self.name, evidence)
