"""Numbers that were said in pieces: with a slip of the tongue, or with other words between."""

import re
from collections.abc import Iterator
from typing import Final

from agent.masking.runs import Run

_MOST_RESAID: Final = 6


def each_meaning(run: Run, repair: int) -> Iterator[Run]:
    """Each way a number with a repair before this symbol can have been meant: that many symbols before it are void."""
    for kept in range(repair, max(0, repair - _MOST_RESAID - 1), -1):
        yield Run(
            run.symbols[:kept] + run.symbols[repair:],
            run.starts[:kept] + run.starts[repair:],
            run.ends[:kept] + run.ends[repair:],
            run.joints[:kept] + run.joints[repair:],
            run.guesses[:kept] + run.guesses[repair:],
            run.weak[:kept] + run.weak[repair:],
        )


_LONGEST_ASIDE: Final = 12
_MOST_PARTS: Final = 4
_SHORTEST_WHOLE: Final = 11
_WHOLE: Final = frozenset({11, 15, 16, 17, 18, 19})
"""Digits of a mobile number, an id and bank cards."""
_ENDS_NUMBER: Final = re.compile(
    r"[。;!?\n]|^ ?(?:[点块元年月度分%℃米台个号位次天倍人条]|公里|毫|千)|手机|电话|身份|卡|微信|QQ|车牌|号码|还有|另"
)
"""What parts two numbers for good: a sentence's end, a unit, the name of another number."""


def joined_over_asides(text: str, numbers: list[Run]) -> Iterator[Run]:
    """Whole numbers made of two to four parts with a few words between them."""
    if sum(map(len, numbers)) < _SHORTEST_WHOLE:
        return
    parts = [number for number in numbers if len(number) >= _SHORTEST_PART]
    for first, begin in enumerate(parts):
        joined = begin
        for part in parts[first + 1 : first + _MOST_PARTS]:
            gap = text[joined.end : part.start]
            if len(gap) > _LONGEST_ASIDE or _ENDS_NUMBER.search(gap):
                break
            joined = joined.followed_by(part)
            if len(joined) in _WHOLE:
                yield joined


_SHORTEST_PART: Final = 2
