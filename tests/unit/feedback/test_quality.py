"""Replies that say nothing, and those that were said before: marked with a reason, never dropped."""

from datetime import timedelta

import pytest

from agent.feedback.quality import REMEMBERED, Perfunctory, Recent, perfunctory
from tests.builders import T0


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", Perfunctory.EMPTY),
        ("……", Perfunctory.EMPTY),
        ("嗯，那个", Perfunctory.EMPTY),
        ("啊啊啊啊啊", Perfunctory.TYPED_AT_RANDOM),
        ("asdfgh", Perfunctory.TYPED_AT_RANDOM),
        ("123456", Perfunctory.TYPED_AT_RANDOM),
        ("好的好的好的好的", Perfunctory.TYPED_AT_RANDOM),
        ("没有", Perfunctory.NO_MORE_THAN_A_NOD),
        ("还行吧。", Perfunctory.NO_MORE_THAN_A_NOD),
        ("嗯嗯，挺好的", Perfunctory.NO_MORE_THAN_A_NOD),
        ("都可以，没意见", Perfunctory.NO_MORE_THAN_A_NOD),
        ("OK", Perfunctory.NO_MORE_THAN_A_NOD),
        ("本次充电体验", Perfunctory.THE_QUESTION_ITSELF),
    ],
)
def test_what_says_nothing_is_marked_with_its_reason(text, reason):
    assert perfunctory(text, "本次充电体验如何？") is reason


@pytest.mark.parametrize(
    "text",
    [
        "慢",
        "太贵",
        "支付麻烦",
        "刹车响",
        "没修好",
        "不好",
        "好贵",
        "没有充电枪",
        "还行就是有点慢",
        "可以再快点",
        "电话[PHONE]",
        "一般，等了半小时",
        "111号桩坏了",
    ],
)
def test_a_short_reply_that_says_something_is_not_marked(text):
    assert perfunctory(text, "本次充电体验如何？") is None


def test_a_reply_that_was_given_before_repeats_whoever_gave_it():
    recent = Recent(b"k" * 32)
    assert not recent.repeats("s1", "充电枪插不进去，试了三次", T0)
    assert recent.repeats("s2", "充电枪插不进去试了三次。", T0)
    assert not recent.repeats("s1", "充电枪坏了，屏幕也不亮", T0)
    assert not recent.repeats("s1", "太慢了", T0)
    assert not recent.repeats("s1", "太慢了", T0), "two people may well both say that"


def test_repeating_is_forgotten_after_a_week_and_with_its_subject():
    recent = Recent(b"k" * 32)
    recent.repeats("s1", "充电枪插不进去，试了三次", T0)
    assert not recent.repeats("s2", "充电枪插不进去，试了三次", T0 + REMEMBERED)
    recent.forget("s2")
    assert not recent.repeats("s3", "充电枪插不进去，试了三次", T0 + REMEMBERED + timedelta(seconds=1))


def test_nothing_of_what_was_said_is_kept():
    recent = Recent(b"k" * 32)
    recent.repeats("s1", "充电枪插不进去，试了三次", T0)
    (seen,) = vars(recent)["_seen"]
    assert "充电" not in repr(seen)
    assert all("充电".encode() not in pair for pair in seen.pairs)
