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


ABOUT_THE_TRADE = sorted({row["set"] for row in HEARD if not row["set"].startswith("other")})
HELD_BACK = "colloquial_held_back"
"""Other sentences and voices than the ones that anything was tuned on; a promise of each sentence would tune it."""
EVERYDAY = sorted({row["set"] for row in HEARD if row["set"].startswith("other")})


@pytest.mark.parametrize("kind", [kind for kind in ABOUT_THE_TRADE if kind != HELD_BACK])
def test_hints_and_repair_halve_the_errors_of_the_plain_prompt(kind):
    assert _rate(kind, "heard_hinted", mended=True) <= 0.5 * _rate(kind, "heard_plain", mended=False)


def test_hints_and_repair_cut_two_fifths_of_the_errors_of_other_sentences_and_voices():
    assert _rate(HELD_BACK, "heard_hinted", mended=True) <= 0.6 * _rate(HELD_BACK, "heard_plain", mended=False)


@pytest.mark.parametrize("kind", ABOUT_THE_TRADE)
def test_repair_cuts_errors_by_a_third_on_top_of_the_hints(kind):
    assert _rate(kind, "heard_hinted", mended=True) <= 0.67 * _rate(kind, "heard_hinted", mended=False)


@pytest.mark.parametrize("kind", EVERYDAY)
def test_no_sentence_of_everyday_life_ends_up_worse_than_with_the_plain_prompt(kind):
    worse = [
        row["said"]
        for row in HEARD
        if row["set"] == kind
        and edit_distance(normalised(row["said"]), normalised(repaired_text(row["heard_hinted"])))
        > edit_distance(normalised(row["said"]), normalised(row["heard_plain"]))
    ]
    assert worse == []


@pytest.mark.parametrize("column", ["heard_plain", "heard_hinted"])
def test_repair_makes_no_sentence_worse(column):
    worse = [
        row["said"]
        for row in HEARD
        if row["set"] != HELD_BACK
        and edit_distance(normalised(row["said"]), normalised(repaired_text(row[column])))
        > edit_distance(normalised(row["said"]), normalised(row[column]))
    ]
    assert worse == []


def test_sentence_that_was_right_is_untouched():
    tuned = [row["said"] for row in HEARD if row["set"] != HELD_BACK]
    assert [said for said in tuned if repaired_text(said) != said] == []
