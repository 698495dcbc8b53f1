"""What a repair did: kept as counts, and as pairs of words where nothing personal can be in them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from agent.feedback.transcript import MaskedTranscript, Transcript
from agent.transcription.personal_places import SURNAMES


@dataclass(frozen=True, slots=True)
class Repair:
    """One mended run."""

    start: int
    """First character, in the text before and after: the two have the same length."""
    end: int
    """One past the last character."""
    heard: str = field(repr=False)
    """Unmasked."""
    written: str = field(repr=False)
    """A term of the trade, or of the site."""
    cost: float = 0.0
    """How far the two are apart by sound: natural logarithms, 0.7 per character that sounds the same."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """A transcript after repair, and what was done to it. Unmasked, both."""

    transcript: Transcript
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True)
class RepairPair:
    """A repair that may be kept: no part of it is personal."""

    heard: str
    written: str
    cost: float


def keepable_pairs(
    repairs: Iterable[Repair], heard: MaskedTranscript, written: MaskedTranscript
) -> Iterator[RepairPair]:
    """Those repairs of which neither side touches anything that was masked, and of which no side may be a name.

    Both texts have to be masked, because a repair can hide from the masker what was said: 李沛 is a name, 理赔 is not.

    Args:
        repairs: of one transcript.
        heard: the transcript before repair, masked.
        written: the same after repair, masked.
    """
    spans = [(s.start, s.end) for s in (*heard.spans, *written.spans)]
    for repair in repairs:
        if repair.heard[0] not in SURNAMES and all(repair.end <= start or end <= repair.start for start, end in spans):
            yield RepairPair(repair.heard, repair.written, repair.cost)
