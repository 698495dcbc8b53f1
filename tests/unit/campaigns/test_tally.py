"""What was answered is told as counts that point at nobody."""

import pytest

from hub.campaigns.tally import SMALLEST, tally

OFFERED = ("yes", "no", "maybe")


def told(counts):
    found = tally("r", counts, OFFERED)
    return found.total, {one.answer_id: one.count for one in found.shares}


def test_enough_answers_are_told_with_their_shares_in_the_order_in_which_they_were_offered():
    found = tally("r", {"no": 15, "yes": 5}, OFFERED)
    assert found.total == 20
    assert [(one.answer_id, one.count, one.share) for one in found.shares] == [
        ("yes", 5, 0.25),
        ("no", 15, 0.75),
        ("maybe", 0, 0.0),
    ]


@pytest.mark.parametrize("count", range(1, SMALLEST))
def test_under_five_answers_no_choice_and_no_share_is_told(count):
    found = tally("r", {"yes": count}, OFFERED)
    assert found.total == count
    assert {(one.count, one.share) for one in found.shares} == {(None, None)}


def test_no_answer_at_all_is_told_as_none():
    assert told({}) == (0, {"yes": 0, "no": 0, "maybe": 0})


def test_a_choice_of_few_is_hidden_and_cannot_be_worked_out_from_the_others():
    assert told({"yes": 12, "no": 8, "maybe": 2}) == (22, {"yes": 12, "no": None, "maybe": None})
    assert told({"yes": 12, "no": 1, "maybe": 2}) == (15, {"yes": 12, "no": None, "maybe": None})
    assert told({"yes": 12, "no": 3}) == (15, {"yes": None, "no": None, "maybe": 0})


def test_answers_of_an_earlier_wording_and_free_words_come_last():
    found = tally("r", {None: 6, "older": 7, "yes": 9}, OFFERED)
    assert [one.answer_id for one in found.shares] == ["yes", "no", "maybe", "older", None]
