"""An AudioSource that counts how often the microphone was opened, and refuses without a permit."""

from collections.abc import Iterator

from agent.consent.grant import Permit
from agent.feedback.audio import AudioClip
from agent.listening.endpointing import Ending, Event, SpeechEnded, SpeechStarted


class SilentRoom:
    """One second in which the voice detector takes silence for speech; the scripted engine hears words in it."""

    def __init__(self) -> None:
        self.opened = 0
        self.notes: tuple[str, ...] = ()

    def listen(self, permit: Permit) -> Iterator[Event]:
        if not isinstance(permit, Permit):
            raise TypeError("The microphone opens for a permit only.")
        self.opened += 1
        pcm = bytes(32_000)
        yield SpeechStarted(0.0, pcm)
        yield SpeechEnded(AudioClip(pcm), Ending.SILENCE, 0.0)
