"""Voice detectors and sounds for tests that need no model."""

from array import array
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache

from agent.consent.grant import ConsentGrant, Period, Permit, Purpose
from agent.feedback.audio import AudioClip
from agent.listening.endpointing import NothingSaid, SpeechEnded
from agent.listening.sound import BLOCK_SAMPLES, SoundBlock, SourceLost, measure, sound_block
from agent.ports import AudioSource

_LOUD_DBFS = -40.0
PERMIT = Permit(
    ConsentGrant(
        "0190", "subject", frozenset({Purpose.IMPROVE_SERVICE}), "hash", "touch", Period.ONCE, datetime.now(UTC)
    ),
    frozenset({Purpose.IMPROVE_SERVICE}),
)


def recorded(source: AudioSource, permit: Permit = PERMIT) -> AudioClip:
    """The speech of one utterance; an empty clip where nobody spoke."""
    *_, last = source.listen(permit)
    assert isinstance(last, SpeechEnded | NothingSaid)
    return last.clip if isinstance(last, SpeechEnded) else AudioClip(b"")


class LoudDetector:
    """Takes everything loud for a voice."""

    def __init__(self) -> None:
        self.resets = 0

    def probability(self, pcm: bytes) -> float:
        return 0.95 if measure(pcm).rms_dbfs > _LOUD_DBFS else 0.02

    def reset(self) -> None:
        self.resets += 1


class ScriptedStream:
    """Gives what it is given, then ends."""

    notes: tuple[str, ...] = ()

    def __init__(self, items: Iterable[SoundBlock | SourceLost], *, dropped_s: float = 0.0) -> None:
        self._items = list(items)
        self.dropped_s = dropped_s
        self.closed = False
        self.given = 0

    def __iter__(self) -> Iterator[SoundBlock | SourceLost]:
        for item in self._items:
            if self.closed:
                return
            self.given += 1
            yield item

    def close(self) -> None:
        self.closed = True


@cache
def numbered(number: int) -> SoundBlock:
    """A block that can be told from the others: every sample is its number."""
    return sound_block(array("h", [number]).tobytes() * BLOCK_SAMPLES)


def numbers(clip: AudioClip | bytes) -> list[int]:
    """Which numbered blocks a clip holds, in order."""
    samples = array("h", clip.pcm if isinstance(clip, AudioClip) else clip)
    return list(samples[::BLOCK_SAMPLES])


def voice(blocks: int) -> list[SoundBlock]:
    """Loud blocks."""
    return [sound_block(array("h", [6_000, -6_000]).tobytes() * (BLOCK_SAMPLES // 2))] * blocks


def quiet(blocks: int) -> list[SoundBlock]:
    """Silent blocks."""
    return [sound_block(bytes(2 * BLOCK_SAMPLES))] * blocks
