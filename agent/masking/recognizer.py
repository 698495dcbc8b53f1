"""What a recogniser is, and what it finds."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from agent.masking.reading import Reading


@dataclass(frozen=True, slots=True)
class Finding:
    """One place that has to be masked. Safe to log: the value is not in its repr."""

    start: int
    """First character; in the reading's folded text from a recogniser, in the given text from the masker."""
    end: int
    """One past the last character."""
    type: str
    """The label: PHONE, PLATE, ..."""
    value: str = field(repr=False)
    """Normalised, so that every way to write or say it gives the same value. Never shown, logged or stored."""
    score: float
    """0 to 1: how strong the evidence is. Decides which label wins where findings overlap."""
    recognizer: str
    """Catalogue name."""
    evidence: tuple[str, ...] = ()
    """Why, in words that hold nothing of the value: "Luhn", "cue", "guessed digits"."""


class Recognizer(Protocol):
    """Finds one kind of identifier. Stateless, linear in the length of the text."""

    @property
    def name(self) -> str:
        """Catalogue name, such as mobile_phone."""
        ...

    def find(self, reading: Reading) -> Iterator[Finding]:
        """Every candidate, overlapping ones too; the masker settles them by evidence. Places are folded ones."""
        ...
