"""Dates of birth.

Anatomy: any date form, in figures or spoken, with a word that makes it a birth: 生日, 出生 in front or 出生, 生人, 生的
behind. Every other date stays readable: a repair is dated too.
Source: GB/T 7408.1-2023 (ISO 8601-1) for dates in figures; spoken ones as people say them.
"""

import re
from collections.abc import Iterator
from typing import Final

from agent.masking.reading import Reading
from agent.masking.recognizer import Finding

_DATE: Final = re.compile(
    r"(?<!\d)(?:"
    r"(?:(?:\d ?){2}(?:(?:\d ?){2})?年 ?)"
    r"(?:(?:[\d十] ?){1,3}|[正冬腊] ?)月(?: ?份)?(?: ?(?:初 ?)?(?:[\d十] ?){1,4}[日号]?)?"
    r"|(?:(?:[\d十] ?){1,3}|[正冬腊] ?)月 ?(?:初 ?)?(?:[\d十] ?){1,4}[日号]?"
    r"|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}"
    r"|\d\d[-/.]\d{1,2}[-/.]\d{1,2}"
    r"|(?:\d ?){2}(?:\d ?){2}年"
    r"|(?:19|20)\d{6}"
    r")(?!\d)"
)
_CUE: Final = re.compile(
    r"(?:生日|出生日期|出生年月日?|出生|生于|DOB|BIRTHDAY|BORN)(?:填|写)?(?:的|是|为|在|:|呢|啊|嗯)*$"
)
_BEHIND: Final = re.compile(r"(?:的?出生|生人|生的|(?:就?是|过)?我?们?家?的?生日|生(?![产效成锈活意物态病]))")


class BirthDate:
    """Type DOB."""

    name: Final = "birth_date"

    def find(self, reading: Reading) -> Iterator[Finding]:
        """Dates beside a word of birth."""
        if "生" not in reading.text and "B" not in reading.text:
            return
        for found in _DATE.finditer(reading.shape):
            start, end = found.span()
            end -= len(found[0]) - len(found[0].rstrip())
            before = _CUE.search(reading.before(start)) is not None
            if before or _BEHIND.match(reading.after(end)):
                value = re.sub(r"\D+", "-", _in_figures(found[0])).strip("-")
                evidence = "cue" if before else "cue behind"
                yield Finding(start, end, "DOB", value, 0.93, self.name, (evidence,))


def _in_figures(date: str) -> str:
    """2十9 becomes 29, 十2 becomes 12, 2十 becomes 20; spaces go."""
    date = date.replace(" ", "")
    date = re.sub(r"(\d)十(\d)", r"\1\2", date)
    date = re.sub(r"(\d)十", r"\g<1>0", date)
    return re.sub(r"十(\d)", r"1\1", date).replace("十", "10")
