"""Number plates told or written in English, of any country.

Anatomy: none in common; three to nine letters and digits, so the word in front decides: plate, registration, tag.
Letters are said singly or by the spelling alphabet (alpha bravo).
Source: ICAO Annex 10 volume II, section 5.2.1.3 (spelling alphabet); no common rule for plates.
"""

from collections.abc import Iterator
from typing import Final

from agent.masking.reading import Reading
from agent.masking.recognizer import Finding
from agent.masking.runs import Joint, Run
from agent.masking.tongues.lazy import Lazy

_CUE: Final = Lazy(
    r"(?:PLATE|REGISTRATION|LICEN[CS]E|REG|TAG)(?:NUMBER|NO|PLATE)?(?:IS|WAS|READS|SAYS|:|ITS|IT'S)*[A-Z]{0,4}$"
)
_LENGTHS: Final = range(4, 10)
_FEWEST_DIGITS: Final = 2
_STOP: Final = Lazy(r"(?<![A-Z])(?:DOLLARS|YEARS?|HOURS?|DAYS?|WEEKS?|MONTHS?|YUAN)")


class EnglishPlate:
    """Type PLATE."""

    name: Final = "english_plate"

    def find(self, reading: Reading) -> Iterator[Finding]:
        """Runs right behind the word."""
        if (
            "PLATE" not in reading.text
            and "REG" not in reading.text
            and "LICEN" not in reading.text
            and "TAG" not in reading.text
        ):
            return
        for run in (*reading.told_pieces, *_in_figures(reading)):
            piece = next(run.pieces(Joint.FILLER))
            digits = sum(map(str.isdigit, piece.symbols))
            if len(piece) in _LENGTHS and digits >= _FEWEST_DIGITS:
                cue = _CUE.search(reading.before(piece.start, 26)) is not None
                if cue and not _STOP.match(reading.text, piece.end + 1):
                    yield Finding(piece.start, piece.end, "PLATE", piece.symbols, 0.73, self.name, ("cue",))


_FIGURES: Final = Lazy(
    r"(?<![A-Z0-9])(?:(?P<head>[A-Z]{1,4}[ -])\d{1,5}[A-Z]{0,3}"
    r"|[A-Z0-9]{0,5}\d[A-Z0-9]{0,5}(?:[ -][A-Z0-9]{0,3}\d[A-Z0-9]{0,4})?(?P<tail> [A-Z]{3})?)(?![A-Z0-9])"
)


def _in_figures(reading: Reading) -> Iterator[Run]:
    """ABC 123 or ABC-1234 as one run; letters that stand apart belong to it only as capitals."""
    for found in _FIGURES.finditer(reading.text):
        start, end = found.span()
        if found["head"] and not _is_upper(reading, *found.span("head")):
            start = found.end("head")
        if found["tail"] and not _is_upper(reading, *found.span("tail")):
            end = found.start("tail")
        places = [place for place in range(start, end) if reading.text[place].isalnum()]
        count = len(places)
        yield Run(
            "".join(reading.text[place] for place in places),
            places,
            [place + 1 for place in places],
            [Joint.NONE] * count,
            [False] * count,
            [False] * count,
        )


def _is_upper(reading: Reading, start: int, end: int) -> bool:
    return reading.original[slice(*reading.span(start, end))].isupper()
