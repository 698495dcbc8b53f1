"""What was heard, before and after masking. The types keep the two apart.

- `Transcript` and `TypedText` are unmasked: their repr hides the words and they cannot be pickled.
- `MaskedTranscript` can only be made by `agent.masking.masker`: its constructor asks for the masker's own key, and a
  test holds that no other module touches that key. Whatever is stored, sent or logged takes this type, so an unmasked
  text cannot be stored by mistake: it does not type-check, and it raises.
"""

from dataclasses import dataclass, field
from typing import Final, NoReturn


@dataclass(frozen=True, slots=True)
class Word:
    """One word as the engine heard it."""

    text: str = field(repr=False)
    start_s: float
    """Seconds from the start of the clip."""
    end_s: float
    confidence: float | None = None
    """0 to 1, or None where the engine has none. Engines calibrate differently; never compare across engines."""


class _InMemoryOnly:
    __slots__ = ()

    def __reduce__(self) -> NoReturn:
        raise TypeError("unmasked text stays in memory: it cannot be pickled")


@dataclass(frozen=True, slots=True)
class Transcript(_InMemoryOnly):
    """Unmasked speech. Never stored, logged or sent."""

    text: str = field(repr=False)
    words: tuple[Word, ...] = field(repr=False)
    engine: str
    model: str
    language: str
    """BCP 47, such as "zh" or "ko"."""
    audio_s: float
    confidence: float | None = None
    """0 to 1 for the whole, or None."""


@dataclass(frozen=True, slots=True)
class TypedText(_InMemoryOnly):
    """Unmasked text that a person typed."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class MaskedSpan:
    """One masked place, in both texts."""

    start: int
    """First character in the original text."""
    end: int
    """One past the last character in the original text."""
    masked_start: int
    """First character of the label in the masked text."""
    masked_end: int
    """One past the label's last character in the masked text."""
    type: str
    """PHONE, PLATE, ... or NUM for an unknown long number."""
    token: str
    """Keyed HMAC of the normalised value, hexadecimal: the same number has the same token within one tenant."""


class MaskerKey:
    """What the masker shows to make a MaskedTranscript."""

    __slots__ = ()


MASKER_KEY: Final = MaskerKey()
"""Used by agent.masking.masker and nowhere else."""


@dataclass(frozen=True, slots=True)
class MaskedTranscript:
    """Text that may be stored and sent: personal data is replaced by labels such as [PHONE]."""

    key: MaskerKey = field(repr=False, compare=False)
    text: str = field(repr=False)
    """Masked text. Hidden from repr all the same: it is still what a person said."""
    spans: tuple[MaskedSpan, ...]

    def __post_init__(self) -> None:
        if self.key is not MASKER_KEY:
            raise TypeError("only agent.masking.masker makes a MaskedTranscript")
