"""Symbols that belong together, and what stood between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import pairwise
from typing import Final

_DIGITS: Final = re.compile(r"\d+")


class Joint(IntEnum):
    """What stands between two symbols of a run. Greater parts more."""

    NONE = 0
    SPACE = 1
    HYPHEN = 2
    FILLER = 3
    """嗯, 那个: the speaker thinks, and the number goes on."""
    SOFT = 4
    """A comma, dot or line break: the number goes on only if the whole then has a known shape."""
    REPAIR = 5
    """不对, 不是: what came before may be void."""


_LONGEST_TAIL: Final = 8
"""Weak symbols that may end a number; with more of them they are its digits."""


@dataclass(frozen=True, slots=True)
class Run:
    """Digits and letters that belong together, with what stood between them left out."""

    symbols: str = field(repr=False)
    """0-9 and A-Z."""
    starts: list[int] = field(repr=False)
    """Where each symbol begins in the folded text; both symbols of 双六 begin at 双."""
    ends: list[int] = field(repr=False)
    joints: list[int] = field(repr=False)
    """The `Joint` before each symbol; the first is NONE."""
    guesses: list[bool] = field(repr=False)
    """Which symbols are only sound-alikes."""
    weak: list[bool] = field(repr=False)
    """Which symbols may belong to the word around them instead: the 一 of 一直."""

    def __len__(self) -> int:
        return len(self.symbols)

    @property
    def start(self) -> int:
        """First place in the folded text."""
        return self.starts[0]

    @property
    def end(self) -> int:
        """One past the last place in the folded text."""
        return self.ends[-1]

    def part(self, first: int, last: int) -> "Run":
        """Symbols first up to, not including, last."""
        joints = self.joints[first:last]
        if joints:
            joints[0] = Joint.NONE
        return Run(
            self.symbols[first:last],
            self.starts[first:last],
            self.ends[first:last],
            joints,
            self.guesses[first:last],
            self.weak[first:last],
        )

    def followed_by(self, other: "Run") -> "Run":
        """This run and a later one as one, with a filler between them."""
        joints = [*self.joints, Joint.FILLER, *other.joints[1:]]
        return Run(
            self.symbols + other.symbols,
            self.starts + other.starts,
            self.ends + other.ends,
            joints,
            self.guesses + other.guesses,
            self.weak + other.weak,
        )

    def pieces(self, joint: Joint = Joint.SOFT) -> Iterator["Run"]:
        """The run, cut at every joint that parts at least as much as this one."""
        cuts = [k for k, found in enumerate(self.joints) if found >= joint]
        if not cuts:
            yield self
            return
        for first, last in zip([0, *cuts], [*cuts, len(self)], strict=True):
            yield self.part(first, last)

    def digits(self) -> Iterator["Run"]:
        """Every stretch of digits in the run."""
        if self.symbols.isdigit():
            yield self
        else:
            yield from (self.part(*found.span()) for found in _DIGITS.finditer(self.symbols))

    def group_starts(self) -> list[int]:
        """Where a new number may begin: the start, and after a joint that is not mere letter-spacing (1 3 8 0 ...)."""
        joints, size = self.joints, len(self.symbols)
        grouped = (
            k
            for k in range(1, size)
            if joints[k]
            and (joints[k] >= Joint.FILLER or (k > 1 and not joints[k - 1]) or (k + 1 < size and not joints[k + 1]))
        )
        return [0, *grouped]

    def groups(self) -> list[str]:
        """The symbols, cut at every joint: 138 0013 8000 is three groups."""
        cuts = [0, *(k for k, joint in enumerate(self.joints) if joint), len(self)]
        return [self.symbols[a:b] for a, b in pairwise(cuts)]

    def firm_length(self) -> int:
        """Length without the weak symbols at the end."""
        size = len(self)
        shortest = max(0, size - _LONGEST_TAIL)
        while size > shortest and self.weak[size - 1]:
            size -= 1
        return size
