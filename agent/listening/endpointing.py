"""Where a sentence begins and ends: a state machine over voice probabilities. Time is counted in samples, never asked.

- Nothing passes that the voice detector did not carry: speech, 300 ms before it and 250 ms after it.
- A door, a click or a cough is no beginning: voice must add up to `min_speech_s` before anything passes.
- Two thresholds: a voice has to be clear to begin and may be weak to go on.
- Pauses inside a sentence stay; a pause longer than `max_pause_s` (only when held) is shortened, so that a driver who
  holds the button and thinks hands no road noise to an engine.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, StrEnum

from agent.feedback.audio import SAMPLE_RATE_HZ, AudioClip
from agent.listening.sound import BYTES_PER_SAMPLE, Level, SoundBlock


class Mode(StrEnum):
    """How the person talks."""

    TAP = "tap"
    """Touch once; silence ends the sentence."""
    HOLD = "hold"
    """Hold and talk; letting go ends it."""


@dataclass(frozen=True, slots=True)
class EndpointingRules:
    """What counts as speech, and when it is over. Figures: tests/benchmarks/hearing.py."""

    silence_s: float = 0.8
    """Without voice for this long, the sentence is over (tapped). Below 0.6 s people are cut off in the middle."""
    max_speech_s: float = 45.0
    """The longest clip passed."""
    min_speech_s: float = 0.2
    """Voice that must add up before it counts. A Mandarin syllable lasts 0.15 to 0.3 s, and nobody says just one."""
    max_gap_s: float = 0.3
    """A pause longer than this among the first syllables starts the count anew."""
    nothing_said_after_s: float = 8.0
    """Tapped, and nobody spoke for this long."""
    start_above: float = 0.5
    """Probability at which voice may begin: Silero's own default."""
    stay_above: float = 0.35
    """Probability at which it goes on: Silero's own default, 0.15 lower."""
    preroll_s: float = 0.3
    """Sound kept from before the first voice: detectors are late, and consonants are quiet."""
    tail_s: float = 0.25
    """Sound kept after the last voice."""
    max_pause_s: float = 1.5
    """Pauses beyond this are shortened to preroll and tail. As long as `max_speech_s`: none is, and word times hold."""

    def __post_init__(self) -> None:
        """Refuse rules that could never end or never begin.

        Raises:
            ValueError: names the rule.
        """
        if not 0 < self.stay_above <= self.start_above < 1:
            raise ValueError("stay_above must be at most start_above, both between 0 and 1")
        if not self.tail_s <= self.silence_s:
            raise ValueError("tail_s must not exceed silence_s")
        if not 0 < self.min_speech_s < self.max_speech_s:
            raise ValueError("min_speech_s must be shorter than max_speech_s")
        if not self.tail_s + self.preroll_s <= self.max_pause_s:
            raise ValueError("max_pause_s must leave room for tail_s and preroll_s")
        if min(self.max_gap_s, self.nothing_said_after_s, self.preroll_s, self.tail_s) < 0:
            raise ValueError("times must not be negative")


@dataclass(frozen=True, slots=True)
class Heard:
    """How loud it is now, for the page. One for each block."""

    level: Level
    voice: float
    """Probability that somebody speaks."""


@dataclass(frozen=True, slots=True)
class SpeechStarted:
    """Somebody speaks."""

    at_s: float
    """When the voice began, in seconds from the start of listening."""
    pcm: bytes = field(repr=False)
    """The pre-roll and the speech so far: give it to the engine."""


@dataclass(frozen=True, slots=True)
class SpeechGoesOn:
    """More of it, in order."""

    pcm: bytes = field(repr=False)


class Ending(StrEnum):
    """What ended a sentence."""

    SILENCE = "silence"
    RELEASED = "released"
    TOO_LONG = "too_long"
    INPUT_ENDED = "input_ended"


@dataclass(frozen=True, slots=True)
class SpeechEnded:
    """The sentence is over."""

    clip: AudioClip
    """Exactly what passed: the speech with its margins."""
    why: Ending
    silent_for_s: float
    """Seconds since the last voice: end of speech was this long ago."""
    begins_s: float = 0.0
    """Where the clip begins, in seconds from the start of listening: add it to an engine's word times."""


@dataclass(frozen=True, slots=True)
class NothingSaid:
    """Nobody spoke; nothing passed."""

    waited_s: float


Event = Heard | SpeechStarted | SpeechGoesOn | SpeechEnded | NothingSaid


class _State(Enum):
    WAITING = 1
    MAYBE = 2
    SPEAKING = 3
    OVER = 4


class Endpointer:
    """One sentence. Feed blocks until `over`; make a new one for the next."""

    def __init__(self, rules: EndpointingRules, mode: Mode) -> None:
        self._rules = rules
        self._mode = mode
        self._state = _State.WAITING
        self._now = 0  # samples heard
        self._onset = 0  # of the voice that began, in samples
        self._voiced = 0  # samples of voice since the onset
        self._quiet = 0  # samples since the last voice
        self._waiting: deque[bytes] = deque()  # not passed: pre-roll, first syllables, or the middle of a pause
        self._passed: list[bytes] = []
        self._passed_samples = 0
        self._begins = 0  # of the clip, in samples

    @property
    def over(self) -> bool:
        """Whether the last event was SpeechEnded or NothingSaid."""
        return self._state is _State.OVER

    def feed(self, voice: float, block: SoundBlock) -> Iterator[Event]:
        """One block and the probability that it holds a voice. After the end nothing comes any more."""
        if self.over:
            return
        samples = len(block.pcm) // BYTES_PER_SAMPLE
        self._now += samples
        yield Heard(block.level, voice)
        spoken = voice >= (self._rules.start_above if self._state is _State.WAITING else self._rules.stay_above)
        self._quiet = 0 if spoken else self._quiet + samples
        if self._state is _State.SPEAKING:
            yield from self._go_on(block.pcm, spoken=spoken)
        else:
            yield from self._maybe_start(block.pcm, spoken=spoken)

    def release(self) -> Iterator[Event]:
        """The person let go of the button."""
        yield from self._end(Ending.RELEASED)

    def finish(self) -> Iterator[Event]:
        """The input ended, or the microphone was lost: what was said until here counts."""
        yield from self._end(Ending.INPUT_ENDED)

    def _maybe_start(self, pcm: bytes, *, spoken: bool) -> Iterator[Event]:
        rules, samples = self._rules, len(pcm) // BYTES_PER_SAMPLE
        if self._state is _State.WAITING and spoken:
            self._state, self._onset, self._voiced = _State.MAYBE, self._now - samples, 0
            self._keep_waiting(rules.preroll_s)
        self._waiting.append(pcm)
        if self._state is _State.MAYBE:
            self._voiced += samples if spoken else 0
            if self._voiced >= _samples(rules.min_speech_s):
                self._state = _State.SPEAKING
                pcm = self._pass_waiting()
                self._begins = self._now - self._passed_samples
                yield SpeechStarted(self._onset / SAMPLE_RATE_HZ, pcm)
                return
            if self._quiet > _samples(rules.max_gap_s):
                self._state = _State.WAITING
        if self._state is _State.WAITING:
            self._keep_waiting(rules.preroll_s)
            if self._mode is Mode.TAP and self._now >= _samples(rules.nothing_said_after_s):
                yield from self._end(Ending.SILENCE)

    def _go_on(self, pcm: bytes, *, spoken: bool) -> Iterator[Event]:
        rules = self._rules
        self._waiting.append(pcm)
        if spoken or self._quiet <= _samples(rules.tail_s):
            if self._full():
                yield from self._end(Ending.TOO_LONG)
                return
            yield SpeechGoesOn(self._pass_waiting())
        elif self._quiet > _samples(rules.max_pause_s):
            self._keep_waiting(rules.preroll_s)
        if self._mode is Mode.TAP and self._quiet >= _samples(rules.silence_s):
            yield from self._end(Ending.SILENCE)

    def _full(self) -> bool:
        waiting = sum(map(len, self._waiting)) // BYTES_PER_SAMPLE
        return self._passed_samples + waiting > _samples(self._rules.max_speech_s)

    def _pass_waiting(self) -> bytes:
        pcm = b"".join(self._waiting)
        self._waiting.clear()
        self._passed.append(pcm)
        self._passed_samples += len(pcm) // BYTES_PER_SAMPLE
        return pcm

    def _keep_waiting(self, newest_s: float) -> None:
        """Forget all but the newest of what waits."""
        held = sum(map(len, self._waiting)) // BYTES_PER_SAMPLE
        while self._waiting and held - len(self._waiting[0]) // BYTES_PER_SAMPLE >= _samples(newest_s):
            held -= len(self._waiting.popleft()) // BYTES_PER_SAMPLE

    def _end(self, why: Ending) -> Iterator[Event]:
        if self.over:
            return
        speaking = self._state is _State.SPEAKING
        self._state = _State.OVER
        self._waiting.clear()
        if speaking:
            clip = AudioClip(b"".join(self._passed))
            yield SpeechEnded(clip, why, self._quiet / SAMPLE_RATE_HZ, self._begins / SAMPLE_RATE_HZ)
        else:
            yield NothingSaid(self._now / SAMPLE_RATE_HZ)
        self._passed.clear()


def _samples(duration_s: float) -> int:
    return round(duration_s * SAMPLE_RATE_HZ)
