"""Which way people like best, and the order that follows."""

import pytest

from hub.campaigns.votes import Scope, as_ways, vote
from hub.pushing.push import Choice


def test_the_most_voted_comes_first_and_of_two_alike_the_usual_one():
    assert vote({"touch": 9, "phone": 3, "speak": 3}).order == ("touch", "speak", "phone", "type")


def test_free_words_are_no_vote_and_too_few_votes_are_no_result():
    assert vote({"touch": 4, None: 20, "older": 9}).order == ()
    assert vote({"touch": 4, None: 20}).total == 4
    assert vote({"touch": 5}).order[0] == "touch"


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("all", Choice(everybody=True)),
        ("site:西湖站", Choice(sites=("西湖站",))),
        ("tag:pilot", Choice(tags=("pilot",))),
    ],
)
def test_a_scope_says_whose_votes_count(text, choice):
    assert Scope.parse(text).choice == choice
    assert str(Scope.parse(text)) == text


@pytest.mark.parametrize("text", ["", "site:", "all:x", "device:d-1"])
def test_nothing_else_is_a_scope(text):
    assert Scope.parse(text) is None


@pytest.mark.parametrize(("names", "right"), [("type touch phone speak", True), ("touch", False), ("a b c d", False)])
def test_an_order_names_each_way_once(names, right):
    assert (as_ways(names) is not None) is right
