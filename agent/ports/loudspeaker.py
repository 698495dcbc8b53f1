"""What the device says aloud, and with what."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Sound:
    """A sentence as sound."""

    pcm: bytes = field(repr=False)
    """16-bit little-endian, mono."""
    rate_hz: int


class Voice(Protocol):
    """Turns a sentence of the device's own into sound, offline."""

    def spoken(self, words: str, language: str) -> Sound:
        """The sentence as sound.

        Args:
            words: what to say.
            language: such as "zh-CN" or "en".

        Raises:
            TechnicianNeededError: it is not installed.
            TemporaryError: it did not answer.
        """
        ...


class Loudspeaker(Protocol):
    """Plays one sound at a time."""

    def play(self, sound: Sound, stopped: Callable[[], bool]) -> None:
        """Play it to its end, or until `stopped` says so: it is silent 0.1 s later, when this returns.

        Raises:
            TechnicianNeededError: the system has no way to play.
            TemporaryError: there is no loudspeaker, or another program has it.
        """
        ...
