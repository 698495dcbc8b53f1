"""Which ways of giving feedback people voted for, and the order that follows: for everybody, a site or a tag."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from agent.contract.remote_profile import WAYS
from hub.campaigns.tally import SMALLEST
from hub.pushing.push import Choice


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose votes, and which devices follow them."""

    kind: str = "all"
    """all, site or tag."""
    name: str = ""

    @classmethod
    def parse(cls, text: str) -> "Scope | None":
        """`all`, `site:西湖站`, `tag:pilot`; None for anything else."""
        kind, _, name = text.partition(":")
        if kind == "all" and not name:
            return cls()
        return cls(kind, name) if kind in {"site", "tag"} and name else None

    @classmethod
    def of(cls, place: str, tags: Iterable[str]) -> "list[Scope]":
        """Every scope that a device is in."""
        sites = [cls("site", place)] if place else []
        return [cls(), *sites, *(cls("tag", tag) for tag in tags)]

    @property
    def choice(self) -> Choice:
        """The devices that it means."""
        if self.kind == "site":
            return Choice(sites=(self.name,))
        return Choice(tags=(self.name,)) if self.kind == "tag" else Choice(everybody=True)

    def __str__(self) -> str:
        return f"{self.kind}:{self.name}" if self.name else self.kind


@dataclass(frozen=True, slots=True)
class Vote:
    """What one scope voted."""

    total: int
    """Votes for a way; free words are none."""
    order: tuple[str, ...]
    """The most voted first; empty where too few voted for it to point at nobody."""


def vote(counts: Mapping[str | None, int]) -> Vote:
    """The order that the votes come to; of two with as many, the one that a page shows first by itself."""
    total = sum(count for way, count in counts.items() if way in WAYS)
    if total < SMALLEST:
        return Vote(total, ())
    return Vote(total, tuple(sorted(WAYS, key=lambda way: -counts.get(way, 0))))


def as_ways(names: str) -> tuple[str, ...] | None:
    """`touch speak type phone` as an order; None where it does not name each way once."""
    ways = tuple(names.split())
    return ways if sorted(ways) == sorted(WAYS) else None
