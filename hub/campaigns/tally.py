"""What was answered, as counts that point at nobody.

- Under `SMALLEST` answers a question tells how many there are, and no choice and no share.
- A choice of fewer is told as "under"; where that alone could be worked out from the others, the next smallest is too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

SMALLEST: Final = 5
"""Fewer answers than this could be somebody whom the others at the site know."""


@dataclass(frozen=True, slots=True)
class Share:
    """One choice."""

    answer_id: str | None
    """None: in free words, no offered answer was meant."""
    count: int | None
    """None: fewer than `SMALLEST`, or hidden with one that is."""
    share: float | None
    """Of all answers to the question, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Tally:
    """One question."""

    rule_id: str
    total: int
    shares: tuple[Share, ...]


def tally(rule_id: str, counts: Mapping[str | None, int], offered: Sequence[str]) -> Tally:
    """What may be told of one question.

    Args:
        rule_id: the question.
        counts: by answer id.
        offered: answer ids in their order; others that were counted follow, free words last.
    """
    order: list[str | None] = [*offered, *sorted(one for one in counts if one is not None and one not in offered)]
    if counts.get(None):
        order.append(None)
    total = sum(counts.values())
    if total < SMALLEST:
        return Tally(rule_id, total, tuple(Share(one, None if total else 0, None) for one in order))
    hidden = _hidden({one: counts.get(one, 0) for one in order})
    return Tally(
        rule_id,
        total,
        tuple(
            Share(one, None, None) if one in hidden else Share(one, counts.get(one, 0), counts.get(one, 0) / total)
            for one in order
        ),
    )


def _hidden(counts: Mapping[str | None, int]) -> set[str | None]:
    small = {one for one, count in counts.items() if 0 < count < SMALLEST}
    if len(small) == 1:
        others = [(count, str(one), one) for one, count in counts.items() if count and one not in small]
        small.add(min(others)[2])
    return small
