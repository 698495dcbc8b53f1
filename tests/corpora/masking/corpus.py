"""The labelled sentences in this folder, and how a masker is scored on them.

- A labelled sentence is a JSON line: id, text, style (written, spoken, negative), entities, optional places.
- Full recall: at least 90 % of an entity's characters, spaces apart, are masked, by whatever type; typed: by its own.
- A third of the sentences, chosen by a hash of the text, is held back: rules are tuned on the others only.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent
DEVELOPMENT, HELD_BACK = FOLDER / "development.jsonl", FOLDER / "held_back.jsonl"
APART_DEVELOPMENT, APART_HELD_BACK = FOLDER / "apart_development.jsonl", FOLDER / "apart_held_back.jsonl"
LOOKED_AT = FOLDER / "looked_at.jsonl"
"""Written apart from the rules as well; every miss in it was then looked at, so none of it judges."""
FRESH = FOLDER / "fresh.jsonl"
"""Written by another author; at first sight a fifth was missed, then every miss was looked at."""
AUTHOR_B, AUTHOR_C, AUTHOR_D = (FOLDER / f"author_{letter}.jsonl" for letter in "bcd")
"""Written by two more authors who had seen neither the rules nor the other sets; looked at since."""
_ENOUGH = 0.9
"""Share of an entity's characters that has to be masked."""

Span = tuple[int, int, str]
"""Start, end, type."""


@dataclass(frozen=True)
class Sentence:
    """One labelled sentence; everything in it is invented."""

    id: str
    text: str
    style: str
    entities: tuple[Span, ...]
    optional: tuple[tuple[int, int], ...] = ()


def read(path: Path) -> list[Sentence]:
    """Sentences of a JSON-lines file."""
    return [_sentence(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _sentence(given: dict) -> Sentence:
    entities = tuple((entity["start"], entity["end"], entity["type"]) for entity in given["entities"])
    optional = tuple((place["start"], place["end"]) for place in given.get("optional", ()))
    return Sentence(given["id"], given["text"], given["style"], entities, optional)


@dataclass
class Tally:
    """Counts of one style or type."""

    gold: int = 0
    full: int = 0
    typed: int = 0
    sentences: int = 0
    hit: int = 0
    leaks: list[str] = field(default_factory=list)

    @property
    def full_percent(self) -> float:
        """Share of entities that are fully masked."""
        return 100 * self.full / self.gold if self.gold else 100.0

    @property
    def typed_percent(self) -> float:
        """Share of entities that are fully masked by their own type."""
        return 100 * self.typed / self.gold if self.gold else 100.0

    @property
    def hit_percent(self) -> float:
        """Share of sentences with any span; for negatives that is the share wrongly hit."""
        return 100 * self.hit / self.sentences if self.sentences else 0.0


def score(sentences: Iterable[Sentence], find: Callable[[str], Iterable[Span]]) -> dict[str, Tally]:
    """Tallies by style and by type; keys are style names, type names and (type, style)."""
    tallies: dict = defaultdict(Tally)
    for sentence in sentences:
        spans = list(find(sentence.text))
        style = tallies[sentence.style]
        style.sentences += 1
        style.hit += bool(spans)
        for start, end, kind in sentence.entities:
            needed = {place for place in range(start, end) if not sentence.text[place].isspace()}
            full = len(needed & _covered(spans)) >= _ENOUGH * len(needed)
            typed = len(needed & _covered(span for span in spans if span[2] == kind)) >= _ENOUGH * len(needed)
            for tally in (style, tallies[kind], tallies[kind, sentence.style]):
                tally.gold += 1
                tally.full += full
                tally.typed += typed
            if not full:
                style.leaks.append(sentence.id)
    return tallies


def _covered(spans: Iterable[Span]) -> set[int]:
    return {place for start, end, _ in spans for place in range(start, end)}


def marked_up(lines: Iterable[str]) -> Iterator[Sentence]:
    """Sentences from lines of style, tab and a text with {TYPE|value}; {?|value} is optional."""
    for number, line in enumerate(lines, start=1):
        if line.strip() and not line.startswith("#"):
            style, _, marked = line.rstrip("\n").partition("\t")
            entities, optional = [], []
            text, *parts = marked.split("{")
            for part in parts:
                kind, _, rest = part.partition("|")
                value, _, behind = rest.partition("}")
                start = len(text)
                text += value + behind
                end = start + len(value)
                if kind == "?":
                    optional.append((start, end))
                else:
                    entities.append((start, end, kind))
            yield Sentence(f"{style[0]}{number:04}", text, style, tuple(entities), tuple(optional))
