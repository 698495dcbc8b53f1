"""The labelled replies, pairs and taps of this folder, and which of them are held back.

- A third, chosen by a hash of the text, judges; rules are tuned on the others only. Whoever changes a rule reads the
  misses of the developed part alone: `python -m tests.benchmarks.quality --misses`.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

FOLDER = Path(__file__).parent
FRESH_REPLIES, FRESH_PAIRS = "fresh_replies.txt", "fresh_pairs.txt"
"""Written when the rules were, to see what they are worth for other words."""
TELLS = "tells"
"""Label of what says something, however short: it must not be marked."""
SATURDAY = datetime.fromisoformat("2026-03-07T00:00:00+08:00")
"""Midnight of the day of every sequence, in Beijing."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply with its label."""

    label: str
    """tells, or the reason for which it says nothing."""
    how: str
    """spoken, typed or tapped (offered as an answer, or on the screen's keyboard)."""
    question: str
    """What was asked; empty where nothing was."""
    text: str

    @property
    def held_back(self) -> bool:
        """Whether it judges."""
        return held_back(f"{self.question}\n{self.text}")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports, the earlier one first."""

    same: bool
    """The second says the first again with small edits; otherwise it reports something of its own."""
    earlier: str
    later: str

    @property
    def held_back(self) -> bool:
        """Whether it judges. Pairs with one and the same first report stand on one side."""
        return held_back(self.earlier)


@dataclass(frozen=True, slots=True)
class Tap:
    """One touch on a face."""

    at: datetime
    rating: int
    own: bool
    """By whoever works there."""


@dataclass(frozen=True, slots=True)
class Day:
    """The taps of one terminal on one day."""

    name: str
    opening: str
    """HH:MM-HH:MM."""
    taps: tuple[Tap, ...]

    @property
    def held_back(self) -> bool:
        """Whether it judges."""
        return held_back(f"{self.name} {[(str(tap.at.time()), tap.rating) for tap in self.taps]}")


def held_back(text: str) -> bool:
    """One third, by the first byte of SHA-256."""
    return hashlib.sha256(text.encode()).digest()[0] % 3 == 0


def replies(file: str = "replies.txt") -> list[Reply]:
    """All of a file."""
    found = []
    for heading, line in _lines(file):
        labels, _, question = heading.partition("←")
        label, how = labels.split()
        found.append(Reply(label, how, question.strip(), line))
    return found


def pairs(file: str = "pairs.txt") -> list[Pair]:
    """All of a file."""
    return [Pair(heading == "same", *line.split(" | ")) for heading, line in _lines(file)]


def days() -> list[Day]:
    """All of taps.txt."""
    found = []
    for _, line in _lines("taps.txt"):
        name, opening, taps = line.split(" | ")
        found.append(Day(name, opening, tuple(_tap(one) for one in taps.split())))
    return found


def _tap(text: str) -> Tap:
    clock, _, score = text.partition("=")
    hours, minutes, seconds = map(int, clock.split(":"))
    at = SATURDAY + timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return Tap(at, int(score.rstrip("!")), own=score.endswith("!"))


def _lines(file: str) -> Iterator[tuple[str, str]]:
    """Each line under its heading."""
    heading = ""
    for line in (FOLDER / file).read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            heading = line.removeprefix("## ").strip()
        elif line and not line.startswith("# "):
            yield heading, line
