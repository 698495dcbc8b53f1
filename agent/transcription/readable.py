"""Masked text made easy to read: no fillers, numbers as digits. For showing; what is kept stays as it was said."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from agent.feedback.transcript import MaskedSpan, MaskedTranscript
from agent.transcription.numerals import Edit, numeral_edits

_PAUSE: Final = "[，。、,. ]"
_FILLER: Final = re.compile(
    f"(?:[嗯呃]+(?!逆)|(?:那个){{2,}}|(?:这个){{2,}}|(?<![也那])就是说|(?:^|(?<={_PAUSE}))额(?={_PAUSE}))(?:{_PAUSE}+(?!$))?"
)
_REPEATED: Final = re.compile("(然后|就是|因为|所以)(?=\\1)")
_CHINESE: Final = re.compile("[\u4e00-\u9fff]")
_GAP: Final = re.compile("(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])")
_CHARACTERS_A_WORD: Final = 3
"""With no more than this many Chinese characters to a gap, the gaps stand between words; otherwise they are pauses."""


@dataclass(frozen=True, slots=True)
class ReadableText:
    """Masked text for the eye, and where its labels stand now."""

    text: str = field(repr=False)
    spans: tuple[MaskedSpan, ...]
    """As in the MaskedTranscript, with `masked_start` and `masked_end` pointing into this text."""


def readable(masked: MaskedTranscript) -> ReadableText:
    """The same text for reading, also where an engine put spaces between words.

    Labels are never touched; a text of nothing but fillers stays as it is.
    """
    shown = ReadableText(masked.text, masked.spans)
    if len(_CHINESE.findall(shown.text)) <= _CHARACTERS_A_WORD * len(shown.text.split()) - _CHARACTERS_A_WORD:
        shown = _edited(shown, (Edit(*gap.span(), "") for gap in _GAP.finditer(shown.text)))
    without = _edited(shown, (Edit(*f.span(), "") for p in (_FILLER, _REPEATED) for f in p.finditer(shown.text)))
    if without.text.strip("，。、,.！？!? "):
        shown = without
    return _edited(shown, numeral_edits(shown.text))


def _edited(shown: ReadableText, edits: Iterable[Edit]) -> ReadableText:
    """Apply edits that keep clear of every label, and move the spans along."""
    labels = [(s.masked_start, s.masked_end) for s in shown.spans]
    clear = [e for e in edits if all(e.end <= start or end <= e.start for start, end in labels)]
    text, spans = shown.text, shown.spans
    for edit in sorted(clear, key=lambda e: e.start, reverse=True):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
        moved = len(edit.replacement) - (edit.end - edit.start)
        spans = tuple(
            replace(s, masked_start=s.masked_start + moved, masked_end=s.masked_end + moved)
            if s.masked_start >= edit.end
            else s
            for s in spans
        )
    return ReadableText(text, spans)
