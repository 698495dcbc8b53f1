"""Any number of seven or more digits that nothing else explains.

Anatomy: none; that is the point. A number nobody recognises may still be somebody's, so it is covered. What stays
readable is listed: service hotlines, dates, amounts with a unit, counting aloud, and part or product numbers.
Source: the project's own rule, that a checksum or prefix chooses the label and never whether to mask.
"""

import re
from collections.abc import Iterator
from typing import Final

from agent.masking import cues
from agent.masking.hotlines import is_public
from agent.masking.reading import Reading
from agent.masking.recognizer import Finding
from agent.masking.runs import Joint, Run
from agent.masking.tongues.public import is_nobodys

_SHORTEST: Final = 7
_DATE: Final = re.compile(r"20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_UNIT: Final = re.compile(
    r"元|块|公里|千米|米|度电?|万|亿|毫?伏|毫?安|瓦|转|分钟?|小时|秒|天|KM|MV|KWH|KW|RPM|MAH|AH|HZ|GB|MB|KB|%|℃"
    r"|美元|人民币|RMB"
)
_HEARD_PHONE: Final = range(7, 14)
"""Digits that recognition leaves of a phone number."""
_ALMOST_MOBILE: Final = re.compile(r"1[3-9]\d{7,11}")
"""With a filler inside and a word for a phone in front this is one: 是 was heard for 四."""
_ENOUGH_SURE: Final = 6
"""Digits of a number with sound-alikes in it."""
_LONGEST_PREFIX: Final = 6
"""Letters."""
_LONGEST_PRICE: Final = 4
"""Digits of each amount where several stand in a row."""
_LONGEST_AMOUNT: Final = 10
"""Digits; a longer number before 元 is a card or an account."""


class LongNumber:
    """Type NUM. Its score is the lowest, so any recogniser that knows the number takes it."""

    name: Final = "long_number"

    def find(self, reading: Reading) -> Iterator[Finding]:
        """Every unexplained stretch of seven or more digits."""
        for run in reading.runs:
            if len(run) < _SHORTEST or run.symbols.startswith("0X") or cues.names_product(reading, run.start):
                continue
            for digits in run.digits():
                if len(digits) >= _SHORTEST:
                    for piece in self._pieces(reading, digits):
                        yield from self._in(reading, piece)

        for run in reading.guessed_numbers:
            sure = len(run) - sum(run.guesses)
            if len(run) >= _SHORTEST and sure >= _ENOUGH_SURE and cues.PHONE.search(reading.before(run.start, 8)):
                yield Finding(run.start, run.end, "NUM", run.symbols, 0.25, self.name, ("cue", "guessed digits"))

    @staticmethod
    def _pieces(reading: Reading, run: Run) -> Iterator[Run]:
        """Commas end a number, unless a word in front says that this is one: 电话 3166, 131860."""
        widest = max(run.joints)
        if widest == Joint.SOFT and _is_announced(reading, run):
            yield run
        elif widest == Joint.REPAIR:
            yield run  # the false start is somebody's number too
        else:
            yield from run.pieces()

    def _in(self, reading: Reading, piece: Run) -> Iterator[Finding]:
        for part in _without_hotlines(piece):
            if len(part) >= _SHORTEST and not _is_readable(reading, part):
                evidence = (f"{len(part)} digits",)
                broken = _ALMOST_MOBILE.fullmatch(part.symbols) is not None and Joint.FILLER in part.joints
                phone = broken and cues.PHONE.search(reading.before(part.start, 8))
                kind = "PHONE" if phone else "NUM"
                yield Finding(_prefix(reading.text, part.start), part.end, kind, part.symbols, 0.3, self.name, evidence)


def _prefix(text: str, start: int) -> int:
    """Where letters that are written right in front begin: PDZA2024..."""
    begin = start
    while begin > max(0, start - _LONGEST_PREFIX) and "A" <= text[begin - 1] <= "Z":
        begin -= 1
    return begin


def _without_hotlines(piece: Run) -> list[Run]:
    """The piece, cut at hotlines that stand in it as groups: 95518 12315 10086.

    A rest that is too short to be a number shows that the "hotline" is a group of a longer number: 45276 12315.
    """
    cuts = [*piece.group_starts(), len(piece)]
    kept, first, at = [], 0, 0
    while at < len(cuts) - 1:
        groups = next(
            (n for n in (3, 2, 1) if is_public(piece.symbols[cuts[at] : cuts[min(at + n, len(cuts) - 1)]])), 0
        )
        if groups:
            kept.append((first, cuts[at]))
            first = cuts[min(at + groups, len(cuts) - 1)]
        at += max(1, groups)
    kept.append((first, len(piece)))
    if any(0 < b - a < _SHORTEST for a, b in kept):
        return [piece]
    return [piece.part(a, b) for a, b in kept if a < b]


def _is_announced(reading: Reading, run: Run) -> bool:
    """Whether the parts between commas are one number: a phone word in front, a phone's length, no unit behind."""
    return (
        len(run) in _HEARD_PHONE
        and cues.PHONE.search(reading.before(run.start, 8)) is not None
        and "." not in reading.text[run.start : run.end]
        and not reading.continues(run.starts[-1], run.end)
    )


def _is_readable(reading: Reading, part: Run) -> bool:
    digits = part.symbols
    return (
        is_public(digits)
        or is_public(digits[: part.firm_length()])
        or is_nobodys(reading, part)
        or _is_date(part)
        or _is_counting(reading, part)
        or (_is_amounts(part) and _UNIT.match(reading.after(part.end)) is not None)
    )


def _is_amounts(part: Run) -> bool:
    """1500000 (元), or several small ones: 380 390 400 (元)."""
    sizes = [len(group) for group in part.groups()]
    if len(sizes) == 1:
        return len(part) <= _LONGEST_AMOUNT
    return min(sizes) > 1 and max(sizes) <= _LONGEST_PRICE


def _is_date(part: Run) -> bool:
    """20240517, 2024-05-17 and the like, an hour behind it too."""
    if not _DATE.match(part.symbols):
        return False
    day = len("YYYYMMDD")
    sizes = [len(group) for group in part.groups()]
    return len(part) == day or (len(part) <= day + len("HH") and sizes[:3] == [4, 2, 2])


def _is_counting(reading: Reading, part: Run) -> bool:
    """一二三四五六七八: someone counts."""
    return "12345678910".startswith(part.symbols) and reading.text[part.start] == "一"
