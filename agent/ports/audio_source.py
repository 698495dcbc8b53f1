"""Where speech comes from."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from agent.consent.grant import Permit

if TYPE_CHECKING:  # where a sentence begins and ends: for a device that listens
    from agent.listening.endpointing import Event
    from agent.listening.sound import AudioStream, SourceLost


class AudioSource(Protocol):
    """Where speech comes from: a microphone, a file, a pipe, a phone. Opening asks for a permit."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What was converted, cut or missing in the last utterance, for people."""
        ...

    def listen(self, permit: Permit) -> "Iterator[Event | SourceLost]":
        """One utterance as it happens: levels, speech that a voice detector passed, last SpeechEnded or NothingSaid.

        Raises:
            TypeError: `permit` is no permit: nothing was opened.
            InputRefusedError: the audio cannot be used; says why and what to do.
            TemporaryError: the microphone was lost.
            TechnicianNeededError: there is no microphone, or no voice detector.
        """
        ...


@runtime_checkable
class Ears(Protocol):
    """Sound that comes from elsewhere, such as a phone: opened for a permit, like a microphone."""

    def open(self, permit: Permit) -> "AudioStream":
        """Start to listen.

        Raises:
            TypeError: `permit` is no permit.
        """
        ...
