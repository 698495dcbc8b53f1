"""Bank card numbers.

Anatomy: 16 to 19 digits; UnionPay issues 62..., Visa 4, Mastercard 51-55 and 22-27, JCB 35; the last digit is a check.
Source: ISO/IEC 7812-1 (numbering and Luhn formula), annex B.
"""

import re
from collections.abc import Iterator
from typing import Final

from agent.masking import cues
from agent.masking.reading import Reading
from agent.masking.recognizer import Finding
from agent.masking.runs import Joint, Run

_ISSUER: Final = re.compile(r"62|4|5[1-5]|2[2-7]|35|9[0-9]|60|81")
_LENGTHS: Final = range(16, 20)
_UNIONPAY: Final = frozenset({16, 19})
_MOST_GUESSES: Final = 6
_SHORTEST_HEARD: Final = 13
"""Digits that must remain of a card number after the word 卡, where recognition lost some."""


def luhn(digits: str) -> bool:
    """ISO/IEC 7812-1: from the right, every second digit doubled, the sum of all figures ends in 0."""
    odd = sum(map(int, digits[-1::-2]))
    even = sum(sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (odd + even) % 10 == 0


class BankCard:
    """Type BANK_CARD."""

    name: Final = "bank_card"

    def find(self, reading: Reading) -> Iterator[Finding]:
        """Card numbers, whole or behind a false start; guessed digits only beside a cue."""
        for run in reading.numbers:
            if len(run) >= _SHORTEST_HEARD:
                for piece in run.pieces():
                    yield from self._in(reading, piece)
                yield from self._joined(reading, run)
        for run in (*reading.repaired, *reading.scattered):
            yield from self._joined(reading, run)
        for run in reading.scattered:
            if (
                max(run.joints) < Joint.SOFT
                and len(run) in _LENGTHS
                and run.symbols.startswith("62")
                and luhn(run.symbols)
            ):
                yield from self._card(reading, run, 0, len(run))
        for run in reading.guessed_numbers:
            if sum(run.guesses) <= _MOST_GUESSES:
                yield from self._in(reading, run)

    def _in(self, reading: Reading, piece: Run) -> Iterator[Finding]:
        starts = piece.group_starts()
        limits = {*starts[1:], piece.firm_length(), len(piece)}
        for first in starts:
            lengths = [length for length in _LENGTHS if first + length in limits]
            if lengths:
                # the longest that passes Luhn, or else the longest: covering more is safer
                _, size = max((luhn(piece.symbols[first : first + n]), n) for n in lengths)
                yield from self._card(reading, piece, first, first + size)
            elif (
                first == 0
                and _SHORTEST_HEARD <= len(piece) <= _LENGTHS.stop + 1
                and "卡" in reading.before(piece.start, 6)
            ):
                value = piece.symbols
                yield Finding(piece.start, piece.end, "BANK_CARD", value, 0.55, self.name, ("cue", "odd length"))

    def _joined(self, reading: Reading, run: Run) -> Iterator[Finding]:
        """One number with a slip of the tongue, or commas, in its middle: the parts together make a valid card."""
        issued = len(run) in _UNIONPAY and run.symbols.startswith("62")
        whole = run.symbols.isdigit() and (issued or (len(run) in _LENGTHS and luhn(run.symbols)))
        if whole and max(run.joints) >= Joint.SOFT and "." not in reading.text[run.start : run.end]:
            yield from self._card(reading, run, 0, len(run))

    def _card(self, reading: Reading, run: Run, first: int, last: int) -> Iterator[Finding]:
        value, start = run.symbols[first:last], run.starts[first]
        cue = cues.CARD.search(reading.before(start)) is not None
        issued, valid = _ISSUER.match(value) is not None, luhn(value)
        guessed = any(run.guesses[first:last])
        if not (cue or (issued and (valid or value.startswith("62")))) or (guessed and not cue):
            return
        if not valid and cues.names_product(reading, start):
            return
        whole = first == 0 and last >= run.firm_length()
        score = 0.58 + 0.1 * issued + 0.14 * valid + 0.06 * cue + 0.08 * whole - 0.1 * guessed
        named = (("issuer", issued), ("Luhn", valid), ("cue", cue), ("guessed digits", guessed))
        evidence = tuple(name for name, holds in named if holds)
        yield Finding(start, run.ends[last - 1], "BANK_CARD", value, score, self.name, evidence)
