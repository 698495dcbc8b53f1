"""A text as recognisers read it: folded to one form, with the numbers in it gathered, each place mapped back.

- One pass and no backtracking: time grows with the length of the text, whatever is in it.
- `Reading.span` maps every place of the folded text to a half-open range of the original.
- A reading is unmasked text: its repr shows nothing.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from agent.masking.alphabet import GUESS, LETTER_OF, SPOKEN, WEAK_DIGITS
from agent.masking.folding import fold
from agent.masking.gathering import BY_SOUND, COUNTED, SURE, gather
from agent.masking.mending import each_meaning, joined_over_asides
from agent.masking.once import once
from agent.masking.runs import Joint, Run
from agent.masking.told import TONGUES, gather_told, is_long

_LONGEST_REPAIRED: Final = 40
"""Symbols in a run with a slip of the tongue; longer ones are not one number."""
_HAS_SYMBOL: Final = re.compile("[0-9A-Z]")
_COUNTED: Final = re.compile(r"[十百千]\d? ?\d{3}|\d{3} ?\d?[十百千]")
_ALIKE: Final = "(?:[" + "".join(chr(code) for code in GUESS if code not in SPOKEN) + f"]|{'|'.join(LETTER_OF)})"
_GUESSED: Final = re.compile(f"[0-9A-Z] ?{_ALIKE}|{_ALIKE} ?[0-9A-Z]")
"""A sound-alike next to a symbol; anywhere else 要 and 就 are words."""
_CONTINUES: Final = re.compile(
    r"[十百千万亿点个号月年天块元次楼栋度台辆位岁分折成倍米人条张家种件部层代期公小S]"
    r"|[直下定样起般会些遍切共旦边面致向趟律早晚路]"
)
"""Words that take a number in front of them or that 一 is part of."""
_LONE_WORDS: Final = frozenset(WEAK_DIGITS)


@dataclass(frozen=True)
class Reading:
    """One text, read for masking. Places are indices into `text`, the folded form, until `span` maps them back."""

    original: str = field(repr=False)

    @once
    def _folded(self) -> tuple[str, list[int] | None]:
        return fold(self.original)

    @once
    def text(self) -> str:
        """The folded text: NFKC, upper case, simplified where it matters. Spoken digits are still characters."""
        return self._folded[0]

    @once
    def shape(self) -> str:
        """`text` with every spoken digit as 0-9; same length, same places."""
        return self.text.translate(SPOKEN)

    @once
    def guessed_shape(self) -> str:
        """`shape` with sound-alikes as digits too."""
        return self.text.translate(GUESS)

    @once
    def told_pieces(self) -> list[Run]:
        """Every run of digits in Korean or English words, short ones too; most of these are ordinary words."""
        text = self.text
        spoken = (tongue for tongue in TONGUES if tongue.script.search(text) and tongue.spoken.search(text))
        return [run for tongue in spoken for run in gather_told(text, tongue)]

    @once
    def told(self) -> list[Run]:
        """Those of `told_pieces` that are long enough to be a number."""
        return [run for run in self.told_pieces if is_long(self.text, run)]

    @once
    def _gathered(self) -> list[Run]:
        return gather(self.text, self.shape, SURE) if _HAS_SYMBOL.search(self.shape) else []

    @once
    def counted(self) -> list[Run]:
        """Numbers of which a part is said as a quantity: 一百三十八 零零一三 八零零零."""
        if not _COUNTED.search(self.shape):
            return []
        return [digits for run in gather(self.text, self.shape, COUNTED, counted=True) for digits in run.digits()]

    @once
    def runs(self) -> list[Run]:
        """Every run of digits and letters that is sure: what is told in other languages, then the rest in order."""
        return [*self.told, *self._gathered]

    @once
    def guessed_runs(self) -> list[Run]:
        """Runs read once more with sound-alikes as digits; only those that contain one."""
        if not _HAS_SYMBOL.search(self.shape) or not _GUESSED.search(self.shape):
            return []
        return [run for run in gather(self.text, self.guessed_shape, BY_SOUND) if any(run.guesses) and len(run) > 1]

    @once
    def numbers(self) -> list[Run]:
        """Every stretch of digits in `runs`."""
        return [digits for run in self.runs for digits in run.digits()]

    @once
    def guessed_numbers(self) -> list[Run]:
        """Every stretch of digits in `guessed_runs` that holds a guess."""
        return [digits for run in self.guessed_runs for digits in run.digits() if any(digits.guesses)]

    def continues(self, start: int, end: int) -> bool:
        """Whether these few digits behind a number begin the next words instead: 四S店, 一直, 八点."""
        return _CONTINUES.match(self.text, end) is not None or self.text[start:end] in _LONE_WORDS

    @once
    def repaired(self) -> list[Run]:
        """Numbers with a slip in the middle, each way it can have been meant.

        137 00 不对 00 90 55 66 says 00 again: symbols before the repair are dropped until the whole has a known length.
        """
        return [
            meant
            for run in self.runs
            if Joint.REPAIR in run.joints and len(run) <= _LONGEST_REPAIRED
            for k, joint in enumerate(run.joints)
            if joint == Joint.REPAIR
            for meant in each_meaning(run, k)
        ]

    @once
    def scattered(self) -> list[Run]:
        """Numbers in two to four parts with other words between: 幺三八零零你记一下幺三八零零零. Only whole lengths."""
        numbers = [digits for run in self._gathered for digits in run.digits()]
        return list(joined_over_asides(self.text, numbers))

    def before(self, place: int, size: int = 12) -> str:
        """Up to `size` characters before a place, spaces left out."""
        return self.text[max(0, place - 2 * size) : place].replace(" ", "")[-size:]

    def after(self, place: int, size: int = 6) -> str:
        """Up to `size` characters from a place on, spaces left out."""
        return self.text[place : place + 2 * size].replace(" ", "")[:size]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of the original that the folded places [start, end) came from."""
        places: Mapping[int, int] | list[int] | None = self._folded[1]
        if places is None:
            return start, end
        return places[start], places[end - 1] + 1
