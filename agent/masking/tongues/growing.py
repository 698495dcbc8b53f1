"""Where what somebody tells in Korean or English, and has not finished, begins at the end of a partial result."""

from typing import Final

from agent.masking.reading import Reading
from agent.masking.runs import Run
from agent.masking.tongues import english, korean
from agent.masking.tongues.lazy import Lazy

_KOREAN_ANNOUNCED: Final = Lazy(
    "(?:이름|성함|메일|메일 ?주소|차량 ?번호|번호판|차 ?번호|전화 ?번호|핸드폰 ?번호|휴대폰 ?번호|연락처|주민 ?번호"
    "|주민등록 ?번호|면허 ?번호)"
    " ?(?:은|는|이|가)? (?P<rest>[^.?!\\n]{1,60})$"
)
_ENGLISH_ANNOUNCED: Final = Lazy(
    r"(?<![A-Z])(?:NAME(?:'S| IS)|(?:E-?MAIL|PLATE|NUMBER|ADDRESS)(?: NUMBER| ADDRESS)?(?: IS|'S)"
    r"|(?:E-?MAIL|CALL|TEXT|REACH)"
    r" ME (?:AT|ON)) +(?P<rest>[^?!\n]{1,80})$"
)
_KOREAN_SHORTEST, _ENGLISH_SHORTEST = 4, 3
"""Digits told at the end that are covered with no word in front; Korean ones are words more often."""
_BEHIND: Final = Lazy(r"[ ,.\[\]_-]*(?:(?:음|어|그|에|의|다시|UH+|UM+|AND|DOUBLE|TRIPLE) *)*(?P<started>[A-Z']*)")


def begins(reading: Reading) -> int | None:
    """The folded place from which all has to be covered, or None."""
    starts = [
        found.start("rest")
        for tongue, announced in ((korean.TONGUE, _KOREAN_ANNOUNCED), (english.TONGUE, _ENGLISH_ANNOUNCED))
        if (tongue is english.TONGUE or tongue.spoken.search(reading.text))
        and (found := announced.search(reading.text))
    ]
    starts += [run.start for run in reading.told_pieces if _grows(reading, run)]
    return min(starts, default=None)


def _grows(reading: Reading, run: Run) -> bool:
    behind = _BEHIND.fullmatch(reading.text, run.end)
    if behind is None or not _may_start_a_number(behind["started"]):
        return False
    digits = sum(map(str.isdigit, run.symbols))
    hangul = korean.TONGUE.spoken.search(reading.text, run.start, run.end) is not None
    before = reading.before(run.start, 16)
    if digits and (korean.ANY_NUMBER.search(before) or english.PHONE.search(before)):
        return True
    return digits >= (_KOREAN_SHORTEST if hangul else _ENGLISH_SHORTEST)


def _may_start_a_number(started: str) -> bool:
    """Whether these letters at the end may become a number word: TH of THREE."""
    return not started or any(word.startswith(started) for word in english.WORDS)
