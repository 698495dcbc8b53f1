"""A voice that pronounces nothing and a loudspeaker that writes down what it played, and how far it got."""

import time
from collections.abc import Callable

from agent.ports import Sound

_RATE_HZ = 16_000
_PIECE_S = 0.02


class PlainVoice:
    """Half a second for every sentence, whose bytes are the sentence itself. Counts what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def spoken(self, words: str, language: str) -> Sound:
        self.asked.append((words, language))
        return Sound(words.encode().ljust(_RATE_HZ, b"\0"), _RATE_HZ)


class WatchedLoudspeaker:
    """Plays at the pace of sound.

    Args:
        trouble: raised instead of playing.
    """

    def __init__(self, trouble: Exception | None = None) -> None:
        self.trouble = trouble
        self.playing = False
        self.played: list[str] = []
        """To their end."""
        self.cut_short: list[str] = []

    def play(self, sound: Sound, stopped: Callable[[], bool]) -> None:
        if self.trouble is not None:
            raise self.trouble
        words = sound.pcm.rstrip(b"\0").decode()
        self.playing = True
        try:
            for _ in range(round(len(sound.pcm) / 2 / sound.rate_hz / _PIECE_S)):
                if stopped():
                    self.cut_short.append(words)
                    return
                time.sleep(_PIECE_S)
            self.played.append(words)
        finally:
            self.playing = False
