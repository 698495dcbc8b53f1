"""The error rate counts what a listener would, and nothing else."""

import pytest

from agent.transcription.error_rate import character_error_rate, edit_distance, normalised


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("今天，刹车 有点异响。", "今天刹车有点异响"),
        ("我的電話", "我的电话"),
        ("幺三九〇２", "一三九零二"),
        ("两百公里 200KM", "二百公里二零零km"),
        ("4S店", "四s店"),
        ("작은 소리", "작은소리"),
    ],
)
def test_spelling_that_sounds_the_same_is_no_error(text, plain):
    assert normalised(text) == plain


@pytest.mark.parametrize(
    ("wanted", "got", "errors"),
    [("", "", 0), ("abc", "abc", 0), ("abc", "", 3), ("", "abc", 3), ("刹车异响", "杀车一响", 2), ("abcd", "xabd", 2)],
)
def test_errors_are_inserted_deleted_and_replaced_characters(wanted, got, errors):
    assert edit_distance(wanted, got) == errors


def test_long_clips_weigh_more_than_short_ones():
    assert character_error_rate([("一二三四五六七八九", "一二三四五六七八九"), ("一", "二")]) == pytest.approx(0.1)
