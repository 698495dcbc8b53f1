"""A stretch of text that may be a name, and which of several that overlap are the surest together."""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Final

_ONE_MORE: Final = 0.9
"""What each further name costs, so that one long name is not read as two short ones."""
ENOUGH_SAID_TWICE: Final = 6.0
"""A name as sure as this is one wherever it stands in the text."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Where it stands, and what speaks for it."""

    start: int
    end: int
    total: float
    """Nats, for a name."""
    value: str = field(repr=False)
    evidence: tuple[str, ...] = ()


def settled(candidates: list[Candidate]) -> list[Candidate]:
    """Those that do not overlap and are the surest together, in order: 邹凯, 鲁大海 and not 邹凯鲁, 大海."""
    if len(candidates) < 2:  # noqa: PLR2004 - nothing to choose from
        return [found for found in candidates if found.total > _ONE_MORE]
    ordered = sorted(candidates, key=lambda found: found.end)
    ends = [found.end for found in ordered]
    best: list[tuple[float, int, bool]] = [(0.0, 0, False)]
    for k, found in enumerate(ordered):
        before = bisect_right(ends, found.start, hi=k)
        with_it = best[before][0] + found.total - _ONE_MORE
        best.append((with_it, before, True) if with_it > best[k][0] else (best[k][0], k, False))
    kept, k = [], len(ordered)
    while k:
        _, before, taken = best[k]
        if taken:
            kept.append(ordered[k - 1])
        k = before
    return kept[::-1]
