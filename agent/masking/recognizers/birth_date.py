"""Dates of birth.

Anatomy: any date form, in figures or spoken, with a word that makes it a birth: 生日, 出生 in front or 出生, 生人, 生的
behind, or with a year before 2000. Every other date stays readable: a repair is dated too.
Source: GB/T 7408.1-2023 (ISO 8601-1) for dates in figures; spoken ones as people say them.
"""

import re
from collections.abc import Iterator
from typing import Final

from agent.masking.reading import Reading
from agent.masking.recognizer import Finding

_MONTH: Final = r"(?:(?:[\d十] ?){1,3}|[正冬腊] ?)月(?: ?份)?"
_DAY: Final = r"(?:初 ?|廿 ?)?(?:[\d十] ?){1,4}[日号]?"
_DATE: Final = re.compile(
    r"(?<!\d)(?:"
    rf"(?P<year>(?:\d ?){{2}}(?:(?:\d ?){{2}})?)年 ?{_MONTH}(?P<day> ?{_DAY})?"
    rf"|{_MONTH} ?{_DAY}"
    r"|(?:19|20)\d\d[-/.]\d{1,2}(?:[-/.]\d{1,2})?"
    r"|\d{1,2}[-/.]\d{1,2}[-/.](?:(?:19|20)\d\d|\d\d)"
    r"|(?P<short>(?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))"
    r"|(?:\d ?){2}(?:\d ?){2}年|\d ?\d ?年"
    r"|(?:1 ?9|2 ?0) ?(?:\d ?){5}\d"
    r")(?!\d)"
)
_LINK: Final = (
    "(?:应该|写的|写成|填的|登记的|系统里|身份证上|农历|阴历|阳历|公历|填|写|录|的|是|为|在|就|我|他|她|:|呢|啊|嗯|呃"
    "|那个)"
)
_CUE: Final = re.compile(rf"(?:生日|出生日期|出生年月日?|出生时间|出生|生于|DOB|BIRTHDAY|BORN){_LINK}*$")
_WHOSE: Final = r"(?:我|你|他|她|家|们|的|爸|妈|老婆|老公|爱人|儿子|女儿|孩子)*"
_BEHIND: Final = re.compile(
    rf"(?:的?出生|生人|生的|属[鼠牛虎兔龙蛇马羊猴鸡狗猪]|(?:就?是|过|才过)?{_WHOSE}生日|生(?![产效成锈活意物态病]))"
)
_ONESELF: Final = re.compile("(?:我|俺|本人|爸|妈|[他她])(?:是)?$")
_YEAR_OF_BIRTH: Final = re.compile(r"(?:\d ?){2,4}年 ?的?(?:人|今年|属|(?:[\d十] ?){2,3}岁|了?[,。]?(?:老|年纪))")
"""我七三年的今年五十二."""
_ALONE: Final = re.compile("的?(?=[,。;!?]|$)")
"""我88年6月的, and nothing that is of that year."""
_BEFORE_2000: Final = re.compile(r"19[3-9]\d|[4-9]\d")
"""Years in which nobody's car was bought and no claim was made: a full date in one of them is a birth."""


_WRITTEN_YEAR: Final = re.compile("[年/-]")
_FULL: Final = re.compile(r"\d{4}[-/]\d{1,2}[-/]\d{1,2}")


class BirthDate:
    """Type DOB."""

    name: Final = "birth_date"

    def find(self, reading: Reading) -> Iterator[Finding]:
        """Dates beside a word of birth."""
        shape = reading.shape
        if "年" not in shape and "生" not in shape and "B" not in shape and "19" not in shape:
            return
        for found in _DATE.finditer(shape):
            start, end = found.span()
            end -= len(found[0]) - len(found[0].rstrip())
            why = _why(reading, found, start, end)
            if why:
                value = re.sub(r"\D+", "-", _in_figures(found[0])).strip("-")
                yield Finding(start, end, "DOB", value, 0.93 if "cue" in why else 0.6, self.name, (why,))


def _why(reading: Reading, found: re.Match[str], start: int, end: int) -> str:
    if _CUE.search(reading.before(start, 16)):
        return "cue"
    if found["short"]:
        return ""
    if _BEHIND.match(reading.after(end, 10)):
        return "cue behind"
    if _YEAR_OF_BIRTH.match(found[0] + reading.after(end, 8)) and _ONESELF.search(reading.before(start, 4)):
        return "year and age"
    year = (found["year"] or _WRITTEN_YEAR.split(found[0])[0]).replace(" ", "")
    old = _BEFORE_2000.fullmatch(year) is not None
    if old and _ONESELF.search(reading.before(start, 4)) and _ALONE.match(reading.after(end, 2)):
        return "year by itself"
    full = found["day"] is not None or _FULL.fullmatch(found[0]) is not None
    return "full date before 2000" if full and old else ""


def _in_figures(date: str) -> str:
    """2十9 becomes 29, 十2 becomes 12, 2十 becomes 20; spaces go."""
    date = date.replace(" ", "")
    date = re.sub(r"(\d)十(\d)", r"\1\2", date)
    date = re.sub(r"(\d)十", r"\g<1>0", date)
    return re.sub(r"十(\d)", r"1\1", date).replace("十", "10")
