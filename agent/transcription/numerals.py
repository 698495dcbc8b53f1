"""Spoken Chinese numbers as digits, where a unit or a pattern shows that a number is meant.

- A number of one character stays a word (三天, 两个, 十分钟): it reads as well, and the traps are there (一直, 十分).
- A longer one needs a unit behind it (八百块), 百分之 before it, or the shape of a date, a time or a fault code.
- What is not one exact number stays: 三五天, 七八百块, 十几公里, 百分之八九十.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_DIGITS: Final = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "幺": 1}
_TENS: Final = {"十": 10, "百": 100, "千": 1000}
_WAN: Final = 10_000

_NUMERAL: Final = "零〇一二两三四五六七八九十百千万亿"
_DIGIT: Final = "零〇一二三四五六七八九幺"
_UNITS: Final = (
    "块|元|角|公里|千米|米|厘米|毫米|英寸|寸|度|千瓦时|千瓦|瓦|伏|安|升|毫升|公斤|斤|吨|马力|牛米|转|分贝|像素"
    "|小时|分钟|秒|天|个|个月|年|岁|次|遍|趟|回|人|位|辆|台|件|份|张|条|家|公里每小时|迈|号|分贝|帧"
)
_BEHIND: Final = re.compile(f"[多来余]?(?:{_UNITS})")
_NUMBER: Final = re.compile(f"(?P<whole>[{_NUMERAL}]+)(?:点(?P<part>[{_DIGIT}]+)(?P<wan>万?))?")
_CHANGE: Final = re.compile(f"块(?P<jiao>[一二两三四五六七八九])(?![{_NUMERAL}个])")
_NO_NUMBER_BEFORE: Final = re.compile(f"(?:星期|礼拜|周|双|[几数上好近成0-9A-Za-z.\\]{_NUMERAL}])$")
_PERCENT: Final = re.compile(
    f"百分之(?P<from>[{_NUMERAL}]+(?:点[{_DIGIT}]+)?)(?:(?P<to>[到至])(?P<till>[{_NUMERAL}]+)(?!分之))?(?![几{_NUMERAL}])"
)
_DATE: Final = re.compile(
    "(?<![一二三四五六七八九十])(?P<month>[一二三四五六七八九十]{1,2})月(?P<day>[一二三四五六七八九十]{1,3})(?=[号日])"
)
_YEAR: Final = re.compile(f"(?<![{_NUMERAL}幺])[一二][{_DIGIT}]{{3}}(?=年)")
_TIME: Final = re.compile(
    "(?<![一二三四五六七八九十])(?P<hour>[一二两三四五六七八九十]{1,3})点(?P<minute>[零一二三四五六七八九十]{1,3})分(?!之|钟)"
)
_HOUR: Final = re.compile(
    "(?<![期拜周一二三四五六七八九十])(?P<hour>[一二]?十[一二三四]?)(?=点(?:半|钟|多|左右|整|以前|以后))"
)
_FAULT_CODE: Final = re.compile(
    f"(?<![A-Za-z0-9])(?P<system>[PBCUpbcu]) ?(?P<digits>[0-3零〇一二三幺][0-9{_DIGIT}]{{3}})(?![0-9A-Za-z{_DIGIT}])"
)
"""SAE J2012: a letter for the system, then 0 to 3, then three more; those with letters are seldom spoken."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement in a text."""

    start: int
    end: int
    replacement: str


def numeral_edits(text: str) -> tuple[Edit, ...]:
    """What to replace, in order and without overlap."""
    taken: list[Edit] = []
    for find in (_fault_codes, _percents, _dates, _times, _counted):
        for edit in find(text):
            if all(edit.end <= other.start or other.end <= edit.start for other in taken):
                taken.append(edit)
    return tuple(sorted(taken, key=lambda e: e.start))


def value_of(spoken: str) -> int | None:
    """The number that is spelled, below 100 million; None where it is not one exact number.

    三万八千 and 三万八 are 38000, 一百零五 is 105, 一百五 is 150.
    """
    upper, wan, lower = spoken.partition("万")
    if not wan:
        return _below_wan(spoken)
    high = _below_wan(upper)
    if high is None or not lower:
        return None if high is None else high * _WAN
    if len(lower) == 1 and lower in _DIGITS:
        return high * _WAN + _DIGITS[lower] * _WAN // 10
    low = _below_wan(lower.removeprefix("零"))
    return None if low is None else high * _WAN + low


def _below_wan(spoken: str) -> int | None:
    """Digits and units must alternate, and the units must fall."""
    total, digit, unit, skipped = 0, None, _WAN, False
    for position, character in enumerate(spoken):
        if character in _TENS:
            here = _TENS[character]
            if here >= unit or (digit is None and (position or here != _TENS["十"])):
                return None
            total, digit, unit, skipped = total + (1 if digit is None else digit) * here, None, here, False
        elif character in "零〇" and position and digit is None:
            skipped = True
        elif digit is None and _DIGITS.get(character):
            digit = _DIGITS[character]
        else:
            return None
    if digit is None:
        return total if total and not skipped else None
    if unit in (_WAN, _TENS["十"]) or skipped:
        return total + digit
    return total + digit * unit // 10


def _written(value: int) -> str:
    return f"{value // _WAN}万" if value and value % _WAN == 0 else str(value)


def _digits(spoken: str) -> str:
    return "".join(str(_DIGITS.get(c, c)) for c in spoken)


def _fault_codes(text: str) -> Iterator[Edit]:
    for found in _FAULT_CODE.finditer(text):
        yield Edit(*found.span(), found["system"].upper() + _digits(found["digits"]))


def _percents(text: str) -> Iterator[Edit]:
    for found in _PERCENT.finditer(text):
        low = _decimal(found["from"])
        high = _decimal(found["till"]) if found["till"] else None
        if low is None or (found["till"] and high is None):
            continue
        yield Edit(*found.span(), f"{low}%" + (f"{found['to']}{high}%" if high else ""))


def _decimal(spoken: str) -> str | None:
    whole, point, part = spoken.partition("点")
    value = 0 if whole in "零〇" else 100 if whole == "百" else value_of(whole)
    return None if value is None else f"{value}.{_digits(part)}" if point else str(value)


def _dates(text: str) -> Iterator[Edit]:
    for found in _DATE.finditer(text):
        month, day = value_of(found["month"]), value_of(found["day"])
        if month and day and month <= 12 and day <= 31 and len(found["month"] + found["day"]) > 2:  # noqa: PLR2004 - calendar
            yield Edit(*found.span(), f"{month}月{day}")
    for found in _YEAR.finditer(text):
        yield Edit(*found.span(), _digits(found[0]))


def _times(text: str) -> Iterator[Edit]:
    for found in _TIME.finditer(text):
        hour, minute = value_of(found["hour"]), value_of(found["minute"].removeprefix("零"))
        if hour and minute and hour <= 24 and minute < 60:  # noqa: PLR2004 - the clock
            yield Edit(*found.span(), f"{hour}点{minute:02d}分")
    for found in _HOUR.finditer(text):
        hour = value_of(found["hour"])
        if hour and len(found["hour"]) > 1 and hour <= 24:  # noqa: PLR2004 - the clock
            yield Edit(*found.span("hour"), str(hour))


def _counted(text: str) -> Iterator[Edit]:
    for found in _NUMBER.finditer(text):
        if _NO_NUMBER_BEFORE.search(text, 0, found.start()):
            continue
        end, written = found.end(), None
        if found["part"]:
            decimal = _decimal(f"{found['whole']}点{found['part']}")
            written = None if decimal is None else decimal + found["wan"]
        elif len(found["whole"]) > 1:
            whole = found["whole"]
            if whole.endswith("千") and text[end : end + 1] in tuple("瓦米克伏"):  # 二十千瓦 is 20 of them
                whole, end = whole[:-1], end - 1
            value = value_of(whole) if len(whole) > 1 else None
            written = None if value is None else _written(value)
        if written is not None and _BEHIND.match(text, end):
            yield Edit(found.start(), end, written)
            if change := _CHANGE.match(text, end):
                yield Edit(*change.span("jiao"), _digits(change["jiao"]))
