"""Live sound as blocks, each with the level a page shows.

Blocks are 512 samples (32 ms): what the voice detector takes, and three of them still move a meter within 0.1 s.
"""

import math
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import mul
from typing import Protocol

from agent.feedback.audio import SAMPLE_RATE_HZ, AudioClip

BLOCK_SAMPLES = 512
"""Silero's window at 16 kHz: it takes no other."""
BYTES_PER_SAMPLE = 2
BLOCK_BYTES = BLOCK_SAMPLES * BYTES_PER_SAMPLE
FLOOR_DBFS = -96.0
"""Level of digital silence: the step of 16 bits."""

_FULL_SCALE = 32_768
_CLIPPED_AT = 32_700  # converters and resamplers stop a little short of full scale
_BAR_BOTTOM_DBFS, _BAR_TOP_DBFS = -60.0, -6.0  # from a quiet room to a voice that is about to clip


@dataclass(frozen=True, slots=True)
class Level:
    """How loud a piece of sound is."""

    rms_dbfs: float
    """Power, in decibels below full scale: -96 is digital silence, speech near a microphone is about -30 to -15."""
    peak_dbfs: float
    """The loudest sample, likewise."""
    clipped: int
    """Samples at full scale. More than a few: the gain is too high."""

    @property
    def bar(self) -> float:
        """0 to 1, for a meter."""
        return min(1.0, max(0.0, (self.rms_dbfs - _BAR_BOTTOM_DBFS) / (_BAR_TOP_DBFS - _BAR_BOTTOM_DBFS)))


@dataclass(frozen=True, slots=True)
class SoundBlock:
    """A moment of sound: mono 16-bit little-endian PCM at 16 kHz. Lives in memory only."""

    pcm: bytes = field(repr=False)
    level: Level


@dataclass(frozen=True, slots=True)
class SourceLost:
    """No sound comes any more. Repeated while it lasts; sound blocks afterwards say that it is back."""

    for_s: float
    """Seconds since the last sound."""


class AudioStream(Protocol):
    """Live sound from a microphone, a file, a pipe or a phone's browser, alike."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What was converted or cut before it became this stream, for people."""
        ...

    @property
    def dropped_s(self) -> float:
        """Seconds of sound lost so far because nobody took them in time."""
        ...

    def __iter__(self) -> Iterator[SoundBlock | SourceLost]:
        """Blocks of 512 samples, in order; the last one is filled up with zeros. Ends where the source ends.

        Iterating again goes on where it was left: one open stream gives one sentence after another.

        Raises:
            AgentError: the source is broken and stays so.
        """
        ...

    def close(self) -> object:
        """Let go of the source. Again is harmless; a running iteration ends."""
        ...


class ClipStream:
    """A clip that is there already (a WAV file), heard like a live source, as fast as it is taken."""

    dropped_s = 0.0

    def __init__(self, clip: AudioClip, notes: tuple[str, ...] = ()) -> None:
        self.notes = notes
        self._pcm = clip.pcm[: len(clip.pcm) // BYTES_PER_SAMPLE * BYTES_PER_SAMPLE]
        self._at = 0

    def __iter__(self) -> Iterator[SoundBlock]:
        while self._at < len(self._pcm):
            pcm = self._pcm[self._at : self._at + BLOCK_BYTES]
            self._at += BLOCK_BYTES
            yield sound_block(pcm.ljust(BLOCK_BYTES, b"\0"))

    @property
    def ended(self) -> bool:
        """Whether everything was given."""
        return self._at >= len(self._pcm)

    def close(self) -> None:
        """Forget the clip."""
        self._pcm = b""


class Framer:
    """Cuts PCM that arrives in pieces of any length into blocks."""

    def __init__(self) -> None:
        self._rest = bytearray()

    def feed(self, pcm: bytes) -> Iterator[SoundBlock]:
        """The blocks that are full now; a half sample waits for its other half."""
        self._rest += pcm
        while len(self._rest) >= BLOCK_BYTES:
            block = bytes(self._rest[:BLOCK_BYTES])
            del self._rest[:BLOCK_BYTES]
            yield sound_block(block)

    def finish(self) -> Iterator[SoundBlock]:
        """What is left, filled up with zeros."""
        whole = len(self._rest) - len(self._rest) % BYTES_PER_SAMPLE
        if whole:
            yield sound_block(bytes(self._rest[:whole]).ljust(BLOCK_BYTES, b"\0"))
        self._rest.clear()


def sound_block(pcm: bytes) -> SoundBlock:
    """A block with its level. Any length of whole samples."""
    return SoundBlock(pcm, measure(pcm))


def measure(pcm: bytes) -> Level:
    """The level of 16-bit little-endian mono PCM."""
    samples = array("h", pcm)  # every machine we run on is little-endian (x86_64, aarch64)
    if not samples:
        return Level(FLOOR_DBFS, FLOOR_DBFS, 0)
    power = sum(map(mul, samples, samples)) / len(samples)
    highest, lowest = max(samples), min(samples)
    peak = max(highest, -lowest)
    clipped = 0 if peak < _CLIPPED_AT else sum(abs(s) >= _CLIPPED_AT for s in samples)
    return Level(_dbfs(math.sqrt(power)), _dbfs(peak), clipped)


def seconds(pcm: bytes) -> float:
    """Length of 16 kHz mono 16-bit PCM."""
    return len(pcm) / (BYTES_PER_SAMPLE * SAMPLE_RATE_HZ)


def _dbfs(amplitude: float) -> float:
    return max(FLOOR_DBFS, 20 * math.log10(amplitude / _FULL_SCALE)) if amplitude > 0 else FLOOR_DBFS
