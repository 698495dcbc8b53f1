"""An AudioSource that counts how often the microphone was opened, and refuses without a permit."""

from agent.consent.grant import Permit
from agent.errors import ConsentMissingError
from agent.feedback.audio import AudioClip


class SilentRoom:
    """One second of silence per recording; the scripted engine hears words in it."""

    def __init__(self) -> None:
        self.opened = 0
        self.notes: tuple[str, ...] = ()

    def record(self, permit: Permit) -> AudioClip:
        if not isinstance(permit, Permit):
            raise ConsentMissingError("The microphone opens for a permit only.")
        self.opened += 1
        return AudioClip(bytes(32_000))
