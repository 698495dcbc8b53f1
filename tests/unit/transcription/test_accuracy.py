"""What the repair is worth on sentences that whisper-base misheard; the clips' recipe stands beside the table."""

import csv
from pathlib import Path

import pytest

from agent.transcription.error_rate import character_error_rate, edit_distance, normalised
from agent.transcription.repair import repaired_text

with (Path(__file__).parents[2] / "corpora" / "transcription" / "heard.tsv").open(
    encoding="utf-8", newline=""
) as table:
    HEARD = list(csv.DictReader(table, delimiter="\t"))


def _rate(kind, column, *, mended):
    return character_error_rate(
        (row["said"], repaired_text(row[column]) if mended else row[column]) for row in HEARD if row["set"] == kind
    )


@pytest.mark.parametrize("kind", ["developed", "held_back"])
def test_hints_and_repair_halve_the_errors_of_the_plain_prompt(kind):
    assert _rate(kind, "heard_hinted", mended=True) <= 0.5 * _rate(kind, "heard_plain", mended=False)


@pytest.mark.parametrize("kind", ["developed", "held_back"])
def test_repair_cuts_errors_by_a_third_on_top_of_the_hints(kind):
    assert _rate(kind, "heard_hinted", mended=True) <= 0.67 * _rate(kind, "heard_hinted", mended=False)


@pytest.mark.parametrize("column", ["heard_plain", "heard_hinted"])
def test_no_sentence_gets_worse(column):
    worse = [
        row["said"]
        for row in HEARD
        if edit_distance(normalised(row["said"]), normalised(repaired_text(row[column])))
        > edit_distance(normalised(row["said"]), normalised(row[column]))
    ]
    assert worse == []


def test_sentence_that_was_right_is_untouched():
    assert [row["said"] for row in HEARD if repaired_text(row["said"]) != row["said"]] == []
