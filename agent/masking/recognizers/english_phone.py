"""Phone numbers of any country, told in English words or behind an English word for one.

Anatomy: at most 15 digits with the country code, seven or more in practice; pauses fall anywhere, and each pause may be
printed as a comma. Pieces with other words between count where a word for a phone stands in front.
Source: ITU-T E.164 (11/2010), section 6.2.1 (maximum length).
"""

from collections.abc import Iterator
from typing import Final

from agent.masking.reading import Reading
from agent.masking.recognizer import Finding
from agent.masking.runs import Joint, Run
from agent.masking.tongues import english, korean
from agent.masking.tongues.lazy import Lazy
from agent.masking.tongues.public import is_counting, is_nobodys

_LENGTHS: Final = range(7, 16)
_HAN: Final = Lazy("[一-鿿]")
_MOBILE: Final = 11
_WHOLE: Final = 0.92
"""Above the score of a shorter number found within: told words are not cut."""
_LONGEST_GAP: Final = 24
_REACH: Final = 40
"""Characters between the cue and the first piece."""
_FEWEST_IN_WORDS: Final = 0.5
"""Share of digits that are said one by one; teens and tens alone are rather amounts and years."""


class EnglishPhone:
    """Type PHONE behind a cue, else NUM."""

    name: Final = "english_phone"

    def find(self, reading: Reading) -> Iterator[Finding]:
        """Numbers told in words, and in a text without Chinese those in figures."""
        pure = not _HAN.search(reading.text) and english.PHONE.search(reading.text) is not None
        for run in reading.runs if pure else reading.told:
            for digits in run.digits():
                if len(digits) in _LENGTHS and not is_nobodys(reading, digits):
                    yield from self._in(reading, digits)
        if reading.told_pieces:
            yield from self._in_pieces(reading)

    def _in(self, reading: Reading, run: Run) -> Iterator[Finding]:
        cue = english.PHONE.search(reading.before(run.start, 20)) is not None
        told = any(end - start > 1 for start, end in zip(run.starts, run.ends, strict=True))
        if cue and (told or max(run.joints) < Joint.SOFT):
            score = _WHOLE if told else 0.72
            yield Finding(run.start, run.end, "PHONE", run.symbols, score, self.name, ("cue",))
        elif told and len(run) > _MOBILE and max(run.joints) < Joint.REPAIR:
            yield Finding(run.start, run.end, "NUM", run.symbols, _WHOLE, self.name, ("one number",))
        elif told and max(run.joints) == Joint.SOFT and not is_counting(run):
            yield Finding(run.start, run.end, "NUM", run.symbols, 0.4, self.name, ("told with pauses",))

    def _in_pieces(self, reading: Reading) -> Iterator[Finding]:
        """My number is zero one zero, hold on, one two three four and then five six seven eight."""
        text = reading.text
        for cue, ends in ((english.PHONE, english.ENDS), (korean.ANY_NUMBER, korean.ENDS)):
            found = cue.search(text)
            if found is None:
                continue
            pieces: list[Run] = []
            for run in reading.told_pieces:
                digits = sum(map(str.isdigit, run.symbols))
                if run.start < found.end() or digits < 2:  # noqa: PLR2004 - a lone digit is a word
                    continue
                reach = _LONGEST_GAP if pieces else _REACH
                gap = text[pieces[-1].end if pieces else found.end() : run.start]
                if len(gap) > reach or ends.search(gap):
                    if _count(pieces) in _LENGTHS:
                        break
                    pieces = []
                pieces.append(run)
            if len(pieces) > 1 and _count(pieces) in _LENGTHS:
                value = "".join(filter(str.isdigit, "".join(piece.symbols for piece in pieces)))
                yield Finding(pieces[0].start, pieces[-1].end, "NUM", value, 0.35, self.name, ("cue", "in pieces"))


def _count(pieces: list[Run]) -> int:
    return sum(map(str.isdigit, "".join(piece.symbols for piece in pieces)))
