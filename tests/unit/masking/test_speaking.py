"""Random valid values in random sentences: what no rule can know by heart."""

from collections import Counter

import pytest

from agent.masking.masker import Masker
from tests.corpora.masking.speaking import sentences

MASKER = Masker(b"speaking")
ENOUGH = 0.99
"""Share of values that have to be masked, by whatever type."""


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_values_said_at_random_are_masked(seed):
    count, missed = 1000, Counter()
    for sentence in sentences(seed, count):
        covered = {place for found in MASKER.find(sentence.text) for place in range(found.start, found.end)}
        ((start, end, kind),) = sentence.entities
        needed = {place for place in range(start, end) if not sentence.text[place].isspace()}
        missed[kind] += len(needed & covered) < 0.9 * len(needed)
    assert sum(missed.values()) <= count * (1 - ENOUGH), missed


def test_the_same_seed_gives_the_same_sentences_and_another_one_others():
    first, again, other = (list(sentences(seed, 50)) for seed in (5, 5, 6))
    assert first == again
    assert first != other
