"""How much the masker finds of the project's own sentences. Floors lie a little under what was measured."""

import pytest

from agent.feedback.transcript import TypedText
from agent.masking.masker import Masker
from tests.corpora.masking.corpus import (
    APART_DEVELOPMENT,
    APART_HELD_BACK,
    AUTHOR_B,
    AUTHOR_C,
    AUTHOR_D,
    DEVELOPMENT,
    FRESH,
    HELD_BACK,
    LOOKED_AT,
    read,
    score,
)
from tests.corpora.masking.make_corpus import files, is_held_back

MASKER = Masker(b"corpus")


def spans(text):
    return [(span.start, span.end, span.type) for span in MASKER.mask(TypedText(text)).spans]


@pytest.mark.parametrize(
    ("path", "written", "spoken", "untyped", "negatives"),
    [
        (DEVELOPMENT, 97, 99, 3, 1),
        (HELD_BACK, 96, 96, 3, 3),
        (APART_DEVELOPMENT, 97, 97, 3, 1),
        (APART_HELD_BACK, 90, 93, 5, 4),
        (FRESH, 95, 95, 2, 2),
        (LOOKED_AT, 96, 96, 3, 2),
        (AUTHOR_B, 99, 98, 3, 1),
        (AUTHOR_C, 99, 96, 1, 1),
        (AUTHOR_D, 94, 96, 1, 1),
    ],
    ids=[
        *("tuned on", "held back", "apart, tuned on", "apart, held back", "another author", "apart, looked at"),
        *("author B", "author C", "author D"),
    ],
)
def test_what_people_write_and_say_is_found_and_what_is_nobodys_is_left(path, written, spoken, untyped, negatives):
    tallies = score(read(path), spans)
    assert tallies["written"].full_percent >= written, tallies["written"].leaks
    assert tallies["spoken"].full_percent >= spoken, tallies["spoken"].leaks
    assert tallies["negative"].hit_percent <= negatives
    for style in ("written", "spoken"):
        assert tallies[style].full_percent - tallies[style].typed_percent <= untyped


def test_the_files_hold_what_the_source_says_and_no_sentence_is_in_both():
    for path, content in files().items():
        assert path.read_text(encoding="utf-8") == content
    assert all(is_held_back(sentence.text) for path in (HELD_BACK, APART_HELD_BACK) for sentence in read(path))
    assert not any(is_held_back(sentence.text) for path in (DEVELOPMENT, APART_DEVELOPMENT) for sentence in read(path))


def test_every_finding_says_who_decided_on_what_evidence_and_never_the_value():
    for sentence in read(DEVELOPMENT):
        for finding in MASKER.find(sentence.text):
            assert finding.recognizer
            assert finding.evidence
            assert 0 < finding.score <= 1
            assert not [evidence for evidence in finding.evidence if finding.value in evidence]
            assert sentence.text[finding.start : finding.end] not in " ".join(finding.evidence)
