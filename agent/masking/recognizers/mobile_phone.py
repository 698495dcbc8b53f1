"""Mobile numbers of mainland China.

Anatomy: 11 digits, 1 then 3-9 then nine more; before it +86, 0086 or a trunk 0 may stand.
Source: MIIT numbering plan for telecommunication networks (电信网编号计划, 2017): 13x-19x are mobile services.
"""

import re
from collections.abc import Iterator
from typing import Final

from agent.masking import cues
from agent.masking.reading import Reading
from agent.masking.recognizer import Finding
from agent.masking.runs import Joint, Run

_NUMBER: Final = re.compile(r"(?:0086|86|0)?(1[3-9]\d{9})")
_LENGTH: Final = 11
_BEGINS: Final = re.compile("1(?:[3-9]|$)")
_HOLE: Final = re.compile(" ?[\u4e00-\u9fff] ?")
_MOST_HOLES: Final = 2
_MOST_GUESSES: Final = 5
"""Of eleven digits; with a cue beside the number."""
_MOST_GUESSES_ALONE: Final = 3
_SAYS_IT: Final = re.compile(r"(?:手机号?|电话号?|号)码?(?:就是|是|为|:|呢|啊|嗯)$")
"""What follows is a number, whatever its digits were heard as."""


_PLUS: Final = (frozenset("+"), frozenset("+加"))
"""What stands before a country code; 加八六 is +86 read out."""


class MobilePhone:
    """Type PHONE."""

    name: Final = "mobile_phone"

    def find(self, reading: Reading) -> Iterator[Finding]:
        """Mobile numbers, sure and guessed."""
        for run in reading.numbers:
            if len(run) >= 11:  # noqa: PLR2004 - the anatomy above
                yield from self._sure(reading, run)
        for run in reading.repaired:
            if found := _NUMBER.fullmatch(run.symbols):
                yield self._finding(reading, run, found, True, joined=True)
        for run in (*reading.scattered, *reading.counted):
            found = _NUMBER.fullmatch(run.symbols)
            if found and (cues.PHONE.search(reading.before(run.start)) or _in_order(reading, run)):
                yield self._finding(reading, run, found, True, joined=True)
        for run in reading.guessed_numbers:
            yield from self._guessed(reading, run)
        yield from self._with_holes(reading)
        for run in reading.runs:
            if len(run) >= 11 and not run.symbols.isdigit():  # noqa: PLR2004 - the anatomy above
                yield from self._mistyped(run)

    def _sure(self, reading: Reading, run: Run) -> Iterator[Finding]:
        pieces = list(run.pieces())
        for piece in pieces:
            yield from self._along(reading, piece)
        if len(pieces) > 1:
            yield from self._across(reading, run)

    def _along(self, reading: Reading, piece: Run) -> Iterator[Finding]:
        """Numbers that begin where one may begin: at the start, after a real gap, right behind another."""
        starts = piece.group_starts()
        if piece.starts[0] == piece.starts[min(1, len(piece) - 1)]:
            starts.append(1)  # 两个幺三八...: "two of them", not 幺幺三八
        expected, tried = set(starts), set()
        for start in starts:
            at = start
            while at not in tried and (found := _NUMBER.match(piece.symbols, at)):
                again = at if at > 0 and found[1].startswith(piece.symbols[:at]) else 0
                yield self._finding(reading, piece, found, at in expected, said_before=again)
                tried.add(at)
                at = found.end()

    def _across(self, reading: Reading, run: Run) -> Iterator[Finding]:
        """Numbers cut by commas, dots or a repair, if the parts together have exactly the right length."""
        cuts = [0, *(k for k, joint in enumerate(run.joints) if joint >= Joint.SOFT), len(run)]
        limits = set(cuts)
        for first in cuts:
            found = _NUMBER.match(run.symbols, first)
            if found is None or not _may_hold_dots(reading, run.part(first, found.end())):
                continue
            if found.end() in limits or run.weak[found.end()]:
                yield self._finding(reading, run, found, True, joined=True)

    def _finding(
        self,
        reading: Reading,
        run: Run,
        found: re.Match[str],
        bounded: bool,
        *,
        joined: bool = False,
        said_before: int = 0,
    ) -> Finding:
        first, last = found.span()
        first -= said_before  # 幺八零对幺八零二二三三四五六七: its beginning, said twice
        start = run.starts[first]
        if reading.text[max(0, start - 1) : start] in _PLUS[found[0].startswith("86")]:
            start -= 1
        cue = cues.PHONE.search(reading.before(start)) is not None
        whole = first == 0 and last >= run.firm_length()
        score = 0.74 + 0.12 * whole + 0.05 * cue - 0.1 * joined - 0.05 * (not bounded)
        evidence = ("1[3-9] segment", *("cue",) * cue, *("whole number",) * whole)
        return Finding(start, run.ends[last - 1], "PHONE", found[1], score, self.name, evidence)

    def _guessed(self, reading: Reading, run: Run) -> Iterator[Finding]:
        symbols, guesses = run.symbols, run.guesses
        for first in range(min(len(run) - 10, 64)):
            if first and not (guesses[first - 1] or run.joints[first]):
                continue
            found = _NUMBER.match(symbols, first)
            if not found or (found.end() < len(run) and not run.weak[found.end()] and not run.joints[found.end()]):
                continue
            guessed = sum(guesses[first : found.end()])
            before = reading.before(run.starts[first])
            cue = cues.PHONE.search(before) is not None
            most = _LENGTH if _SAYS_IT.search(before) else _MOST_GUESSES if cue else _MOST_GUESSES_ALONE
            if 0 < guessed <= most:
                score = 0.7 + 0.05 * cue - 0.02 * guessed
                evidence = ("1[3-9] segment", "guessed digits", *("cue",) * cue)
                end = run.ends[found.end() - 1]
                yield Finding(run.starts[first], end, "PHONE", found[1], score, self.name, evidence)

    def _with_holes(self, reading: Reading) -> Iterator[Finding]:
        """幺五二三试零零八八七六: behind a phone word one or two digits were heard as some other syllable."""
        numbers = reading.numbers
        for k, begin in enumerate(numbers):
            if not _BEGINS.match(begin.symbols) or len(begin) >= _LENGTH:
                continue
            if not cues.PHONE.search(reading.before(begin.start)):
                continue
            value, end = begin.symbols, begin.end
            for part in numbers[k + 1 : k + 1 + _MOST_HOLES]:
                if not _HOLE.fullmatch(reading.text, end, part.start):
                    break
                value, end = f"{value}?{part.symbols}", part.end
                if len(value) == _LENGTH:
                    yield Finding(begin.start, end, "PHONE", value, 0.6, self.name, ("cue", "a digit misheard"))

    def _mistyped(self, run: Run) -> Iterator[Finding]:
        """Letters that look like digits: 138OO138OOO."""
        for found in _LOOKALIKE.finditer(run.symbols):
            value = found[0].translate(_LOOKS)
            digits = sum(map(str.isdigit, found[0]))
            if (
                _FEWEST_DIGITS <= digits < len(value)
                and max(run.joints[found.start() + 1 : found.end()]) <= Joint.HYPHEN
            ):
                start, end = run.starts[found.start()], run.ends[found.end() - 1]
                yield Finding(start, end, "PHONE", value, 0.68, self.name, ("letters for digits",))


def _in_order(reading: Reading, run: Run) -> bool:
    """幺五九后面是二八零六再后面四四七三: part by part, as nothing but a number is told."""
    return (
        len(_ORDER.findall(reading.text, run.start, run.end)) + (_ORDER.search(reading.before(run.start)) is not None)
        > 1
    )


_ORDER: Final = re.compile("前面|后面|中间|最后|接着|然后|再后|前[三3]位|后[四4]位")


def _may_hold_dots(reading: Reading, part: Run) -> bool:
    """138.0013.8000 is a number; 15.234 100.123 is two amounts."""
    dotted = "." in reading.text[part.start : part.end]
    return not dotted or [len(group) for group in part.groups()] == [3, 4, 4]


_LOOKALIKE: Final = re.compile(r"(?<![A-Z0-9])[1IL][3-9][\dOIL]{9}(?![A-Z0-9])")
_LOOKS: Final = str.maketrans("OIL", "011")
_FEWEST_DIGITS: Final = 5
