"""Which words of a transcript, and which seconds of its audio, hold what was masked.

- A span whose words cannot be told has no times. Audio with such a span cannot be kept: nobody can say what to mute.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from agent.feedback.transcript import MaskedSpan, Transcript

MARGIN_S: Final = 0.25
"""Seconds muted on either side of a masked word: engines place word borders about that badly."""


@dataclass(frozen=True, slots=True)
class MaskedWords:
    """The words that one span touches."""

    first: int
    """Index of the first word in `Transcript.words`."""
    last: int
    """One past the last word."""
    start_s: float
    """Seconds from the start of the clip."""
    end_s: float


def masked_words(transcript: Transcript, spans: Sequence[MaskedSpan]) -> tuple[MaskedWords | None, ...]:
    """For each span the words it touches, wholly or in part; None where the words do not spell the text there."""
    owner = _owners(transcript)
    return tuple(_touched(transcript, owner, span) for span in spans)


def muted(
    transcript: Transcript, spans: Sequence[MaskedSpan], margin_s: float = MARGIN_S
) -> tuple[tuple[float, float], ...] | None:
    """What to mute in seconds, in order, merged where ranges meet; None where any span has no times."""
    ranges: list[tuple[float, float]] = []
    for words in sorted(masked_words(transcript, spans), key=lambda found: found.start_s if found else -1.0):
        if words is None:
            return None
        start, end = max(0.0, words.start_s - margin_s), min(transcript.audio_s, words.end_s + margin_s)
        if ranges and start <= ranges[-1][1]:
            ranges[-1] = (ranges[-1][0], max(end, ranges[-1][1]))
        else:
            ranges.append((start, end))
    return tuple(ranges)


def _owners(transcript: Transcript) -> list[int | None]:
    """For each character of the text the word it belongs to; None for spaces and from where words and text part."""
    owner: list[int | None] = [None] * len(transcript.text)
    place = 0
    for index, word in enumerate(transcript.words):
        for character in word.text:
            if character.isspace():
                continue
            while place < len(owner) and transcript.text[place].isspace():
                place += 1
            if place == len(owner) or transcript.text[place] != character:
                return owner[:place] + [None] * (len(owner) - place)
            owner[place] = index
            place += 1
    return owner


def _touched(transcript: Transcript, owner: Sequence[int | None], span: MaskedSpan) -> MaskedWords | None:
    touched: list[int] = []
    for place in range(span.start, min(span.end, len(owner))):
        word = owner[place]
        if word is not None:
            touched.append(word)
        elif not transcript.text[place].isspace():
            return None
    if not touched:
        return None
    words = transcript.words[touched[0] : touched[-1] + 1]
    start, end = min(word.start_s for word in words), max(word.end_s for word in words)
    return MaskedWords(touched[0], touched[-1] + 1, start, end) if start < end else None
