"""Random valid values in random sentences: what no rule can know by heart."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from agent.masking.masker import Masker
from tests.corpora.masking.corpus import APART_DEVELOPMENT, DEVELOPMENT, LOOKED_AT, read
from tests.corpora.masking.speaking import mutated, sentences

MASKER = Masker(b"speaking")
CORPORA = Path(__file__).parents[2] / "corpora"
MOST_HIT = 0.03
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


def test_ordinary_speech_that_recognition_spoilt_is_left_alone():
    negatives = [
        sentence.text
        for path in (DEVELOPMENT, APART_DEVELOPMENT, LOOKED_AT)
        for sentence in read(path)
        if sentence.style == "negative"
    ]
    spoilt = [mutated(text, seed) for text in negatives for seed in range(4)]
    hit = [text for text in spoilt if MASKER.find(text)]
    assert len(hit) <= len(spoilt) * MOST_HIT, hit


def test_what_whisper_printed_for_ordinary_sentences_is_left_alone():
    with (CORPORA / "transcription" / "heard.tsv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if not MASKER.find(row["said"])]
    heard = [row[column] for row in rows for column in ("heard_plain", "heard_hinted")]
    hit = [text for text in heard if MASKER.find(text)]
    assert len(heard) > 200
    assert len(hit) <= len(heard) * 0.05, hit  # before repair, which mends most of them: 许衡 is 续航


def test_the_same_seed_gives_the_same_sentences_and_another_one_others():
    first, again, other = (list(sentences(seed, 50)) for seed in (5, 5, 6))
    assert first == again
    assert first != other
