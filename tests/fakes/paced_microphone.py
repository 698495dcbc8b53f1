"""A microphone that gives a recording at the pace of speech, as a sound card would."""

import threading
import time
from collections.abc import Iterator

import numpy as np

from agent.consent.grant import Permit
from agent.feedback.audio import SAMPLE_RATE_HZ, AudioClip
from agent.listening.sound import BLOCK_SAMPLES, ClipStream, SoundBlock

_SILENCE_S = 2.5
_SPEECH_WITHIN_DB = 40.0


class PacedMicrophone:
    """In the place of the sound card's: one clip at the pace of speech, then silence."""

    def __init__(self, clip: AudioClip) -> None:
        self._clip = clip
        self.ended = threading.Event()
        """Set when the last sound of the clip was given."""
        self.spoken_at = 0.0
        """Wall clock, in seconds, of the clip's last sound."""

    def open(self, permit: Permit) -> "_Paced":
        if not isinstance(permit, Permit):
            raise TypeError("The microphone opens for a permit only.")
        return _Paced(self, self._clip)


class _Paced(ClipStream):
    def __init__(self, microphone: PacedMicrophone, clip: AudioClip) -> None:
        super().__init__(AudioClip(clip.pcm + bytes(2 * round(_SILENCE_S * SAMPLE_RATE_HZ))))
        self._microphone = microphone
        self._spoken_s = spoken_s(clip)

    def __iter__(self) -> Iterator[SoundBlock]:
        begun, begun_at = time.monotonic(), time.time()
        self._microphone.spoken_at = begun_at + self._spoken_s
        for number, block in enumerate(super().__iter__(), 1):
            heard_s = number * BLOCK_SAMPLES / SAMPLE_RATE_HZ
            time.sleep(max(0.0, begun + heard_s - time.monotonic()))
            if heard_s >= self._spoken_s:
                self._microphone.ended.set()
            yield block


def spoken_s(clip: AudioClip) -> float:
    """Until the last sound of the clip that is within 40 dB of its loudest, in seconds."""
    samples = np.frombuffer(clip.pcm, "<i2").astype(np.float64)
    blocks = samples[: len(samples) // BLOCK_SAMPLES * BLOCK_SAMPLES].reshape(-1, BLOCK_SAMPLES)
    power = (blocks**2).mean(axis=1)
    loud = np.flatnonzero(power > power.max() * 10 ** (-_SPEECH_WITHIN_DB / 10))
    return float((loud[-1] + 1) * BLOCK_SAMPLES / SAMPLE_RATE_HZ)
