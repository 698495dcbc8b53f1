"""Which of the offered answers somebody meant who spoke freely: 付款麻烦 is 支付麻烦, 有点慢 is 慢.

The sentence is compared with what each answer is called and what people say for it, by words first, by meaning second,
by shared characters last. Nothing is forced: a sentence that fits none, or two alike, is kept as free words alone.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from agent.contract.directives import PromptAnswer
from agent.prompting.meanings import FILLERS, MEANINGS, NEGATIONS, OPPOSITE

SURE_ENOUGH: Final = 0.5
"""Below this the sentence is kept as it is and no answer is marked."""
CLEAR_ENOUGH: Final = 0.8
"""From here on it needs nobody to look: a few words, and one of the offered answers among them and no other."""

_BY_WORDS: Final = 0.95
_BY_MEANING: Final = 0.8
_BY_CHARACTERS: Final = 0.6
_NOISE = re.compile(r"[\s,，.。!！?？、…~]|" + "|".join(FILLERS))
_WORDS = sorted(((word, name) for name, words in MEANINGS.items() for word in words), key=lambda pair: -len(pair[0]))


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer that was understood."""

    answer_id: str
    confidence: float
    """0 to 1: how well it fits, and how much better than the next one. Not calibrated."""


def understood(text: str, answers: Sequence[PromptAnswer]) -> Choice | None:
    """The answer that this sentence means, or None where none fits well enough.

    Args:
        text: masked; what was said or typed.
        answers: what was offered.
    """
    said = _plain(text)
    if not said or not answers:
        return None
    scored = sorted(((_fit(said, answer), answer.answer_id) for answer in answers), reverse=True)
    best, second = scored[0][0], scored[1][0] if len(scored) > 1 else 0.0
    if best == 1.0 > second:
        return Choice(scored[0][1], 1.0)
    confidence = 0.0 if best == 0 else best * (0.4 + 0.6 * (best - second) / best)
    return Choice(scored[0][1], round(confidence, 2)) if confidence >= SURE_ENOUGH else None


def _fit(said: str, answer: PromptAnswer) -> float:
    phrases = [plain for phrase in (answer.zh, answer.en, *answer.also) if (plain := _plain(phrase))]
    if said in phrases:
        return 1.0
    spoken = max((len(phrase) for phrase in phrases if _is_said(phrase, said)), default=0)
    by_words = _BY_WORDS * min(1.0, 0.7 + spoken / len(said)) if spoken else 0.0
    means = _meanings(said)
    offered = [_meanings(phrase) for phrase in phrases]
    by_meaning = _BY_MEANING * max((_share(means, meant) for meant in offered), default=0.0)
    by_characters = _BY_CHARACTERS * max((_alike(said, phrase) for phrase in phrases), default=0.0)
    return max(by_words, by_meaning, by_characters)


def _plain(text: str) -> str:
    return _NOISE.sub("", text.lower())


def _is_said(phrase: str, said: str) -> bool:
    """Whether it stands there and nothing takes it back."""
    return any(
        not said[: at.start()].endswith(NEGATIONS) or phrase.startswith(NEGATIONS)
        for at in re.finditer(re.escape(phrase), said)
    )


def _meanings(said: str) -> frozenset[str]:
    found, at = set(), 0
    while at < len(said):
        word, name = next(((word, name) for word, name in _WORDS if said.startswith(word, at)), ("", ""))
        if not word:
            at += 1
            continue
        negated = said[:at].endswith(NEGATIONS)
        meaning = OPPOSITE.get(name) if negated else name
        if meaning is not None:
            found.add(meaning)
        at += len(word)
    return frozenset(found)


def _share(said: frozenset[str], meant: frozenset[str]) -> float:
    """Of all that is meant on either side, what both mean; half of it where one says more than the other."""
    both = said & meant
    return 0.0 if not both else 0.5 * len(both) / len(said) + 0.5 * len(both) / len(meant)


def _alike(one: str, other: str) -> float:
    """Dice's coefficient over pairs of characters."""
    pairs, others = ({text[i : i + 2] for i in range(len(text) - 1)} for text in (one, other))
    return 2 * len(pairs & others) / (len(pairs) + len(others)) if pairs and others else 0.0
