"""Human review of what was heard unsurely: what a reviewer may make of a masked text. Pure.

- A masked place is a label such as [PHONE]. It keeps its token as long as its label is there; one that the reviewer
  adds (a name that the device took for a word) has no token, and is a masked place all the same.
- A reviewer never writes a number out: a text with seven digits or more in a row is refused.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from agent.contract.messages import MaskedText, Span
from hub.people.reasons import holds_number

MAX_CHARS: Final = 4000
"""As long as the contract lets a text be."""
NO_TOKEN: Final = "0" * 16
"""Of a place that a person masked: nothing is known of the value."""
LABELS: Final = frozenset(
    {
        *("PHONE", "LANDLINE", "PLATE", "ID_CARD", "PASSPORT", "BANK_CARD", "VIN", "EMAIL", "NAME", "ADDRESS"),
        *("SOCIAL_ID", "POLICY_NO", "GPS", "DOB", "NUM"),
    }
)
"""What a reviewer may add; a label that came from the device stays whatever it is."""

_LABEL = re.compile(r"\[([A-Z][A-Z_]{1,31})\]")


class Objection(StrEnum):
    """Why a text is not taken."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    NUMBER = "number"
    """It holds a number of somebody."""
    LABEL = "label"
    """It holds a label that nobody knows."""


def corrected(text: str, spans: Sequence[Span], typed: str) -> MaskedText | Objection:
    """The text that a reviewer typed, as masked text.

    Args:
        text: the masked text as it was heard.
        spans: its masked places.
        typed: what the reviewer made of it, with labels where something is masked.
    """
    plain = "\n".join(" ".join(line.split()) for line in typed.strip().splitlines())
    if not plain:
        return Objection.EMPTY
    if len(plain) > MAX_CHARS:
        return Objection.TOO_LONG
    if holds_number(_LABEL.sub(" ", plain)):
        return Objection.NUMBER
    tokens: dict[str, list[str]] = defaultdict(list)
    for span in spans:
        tokens[text[span.start : span.end]].append(span.token)
    places = []
    for found in _LABEL.finditer(plain):
        known = tokens[found[0]]
        if not known and found[1] not in LABELS:
            return Objection.LABEL
        token = known.pop(0) if known else NO_TOKEN
        places.append(Span(start=found.start(), end=found.end(), type=found[1], token=token))
    return MaskedText(text=plain, spans=tuple(places))
