"""An AudioSource in which somebody talks until the button is let go: levels rise and fall, voice passes."""

import math
import time
from collections.abc import Callable, Iterator

from agent.consent.grant import Permit
from agent.feedback.audio import AudioClip
from agent.listening.endpointing import Ending, Event, Heard, SpeechEnded, SpeechGoesOn, SpeechStarted
from agent.listening.sound import Level

_BLOCK = bytes(1024)
_BLOCK_S = 0.032


class TalkingRoom:
    """Talks in real time.

    Args:
        released: ends the sentence, whenever it says so.
        longest_s: ends it by itself.
    """

    notes: tuple[str, ...] = ()

    def __init__(self, released: Callable[[], bool], longest_s: float) -> None:
        self._released = released
        self._longest_s = longest_s

    def listen(self, permit: Permit) -> Iterator[Event]:
        if not isinstance(permit, Permit):
            raise TypeError("The microphone opens for a permit only.")
        yield SpeechStarted(0.0, _BLOCK)
        blocks = int(self._longest_s / _BLOCK_S)
        for block in range(blocks):
            time.sleep(_BLOCK_S)
            loud = -34 + 16 * math.sin(block / 2.3) * math.sin(block / 7.1)
            yield Heard(Level(loud, loud + 6, 0), 0.9)
            yield SpeechGoesOn(_BLOCK)
            if self._released():
                break
        yield SpeechEnded(AudioClip(_BLOCK * blocks), Ending.SILENCE, 0.0)
