"""Number plates of Korea, written or told.

Anatomy: two or three digits, one syllable for the use (가-마 거-저 고-조 구-주 private, 하허호 rental, 바사아자 taxi,
배 delivery), four digits; on older plates a city or province in front. Told: 십이 가 삼사오육.
Source: Notice on Registration Plate Standards (자동차 등록번호판 등의 기준에 관한 고시), annex 1.
"""

import re
from collections.abc import Iterator
from typing import Final

from agent.masking.reading import Reading
from agent.masking.recognizer import Finding
from agent.masking.tongues import korean
from agent.masking.tongues.lazy import Lazy

_USE: Final = "가나다라마거너더러머버서어저고노도로모보소조누두루무부수우주하허호바아자배"
_ALSO_DIGITS: Final = "사오구"
"""Uses that are digits where a number is told: they count between figures only."""
_AREA: Final = "서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주"
_DIGIT: Final = r"\[?\d\]?"
_FOUR: Final = rf"{_DIGIT}(?: ?{_DIGIT}){{3}}"
_CLASS: Final = rf"(?:{_DIGIT} ?{_DIGIT}(?: ?{_DIGIT})?|(?:\d?백 ?)?\d?십 ?\d?|\d?백 ?\d)"
_CANDIDATE: Final = Lazy(
    rf"(?<!\d)(?:(?:{korean.shape(_AREA)}) ?)?{_CLASS} ?[{_USE}] ?{_FOUR}(?![십백천만\d])(?! ?(?:원|킬로|KM|퍼센트))"
)
_WRITTEN: Final = Lazy(rf"(?<!\d)(?:(?:{_AREA}) ?)?\d{{2,3}} ?[{_ALSO_DIGITS}] ?\d{{4}}(?!\d)")
_CUE: Final = Lazy(korean.shape("(?:차량 ?번호|차 ?번호|번호판|자동차 ?번호|차량 ?넘버)(?: ?(?:은|는|가|이|판))? ?"))
_BEHIND_CUE: Final = Lazy(
    rf"[ ,:]*((?:(?:{korean.shape(_AREA)}) ?)?(?:[\d십백] ?){{0,6}}(?:[가-힣] ?)?(?:{_DIGIT} ?){{3}}{_DIGIT}?)"
)


class KoreanPlate:
    """Type PLATE."""

    name: Final = "korean_plate"

    def find(self, reading: Reading) -> Iterator[Finding]:
        """Whole plates anywhere; what is left of one behind 차량번호."""
        if not korean.TONGUE.spoken.search(reading.text):
            return
        shape = korean.shape(reading.text)
        for found in _CANDIDATE.finditer(shape):
            yield self._finding(found[0], *found.span(), 0.98, "whole plate")
        for found in _WRITTEN.finditer(reading.text):
            yield self._finding(found[0], *found.span(), 0.98, "whole plate")
        for cue in _CUE.finditer(shape):
            rest = _BEHIND_CUE.match(shape, cue.end())
            if rest:
                yield self._finding(rest[1], rest.start(1), rest.end(1), 0.97, "cue")

    def _finding(self, found: str, start: int, end: int, score: float, why: str) -> Finding:
        end -= len(found) - len(found.rstrip())
        return Finding(start, end, "PLATE", re.sub(r"[ \[\]]", "", found), score, self.name, (why,))
