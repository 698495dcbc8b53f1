"""Replies that were given before: marked whoever gave them, and nothing of them kept."""

from datetime import timedelta

import pytest

from agent.feedback.said_before import REMEMBERED, Recent
from tests.builders import T0

FIRST = "充电枪插不进去，试了三次"


def test_a_reply_that_was_given_before_repeats_whoever_gave_it():
    recent = Recent(b"k" * 32)
    assert not recent.repeats("s1", FIRST, T0)
    assert recent.repeats("s2", "充电枪插不进去试了三次。", T0)
    assert not recent.repeats("s1", "充电枪坏了，屏幕也不亮", T0)
    assert not recent.repeats("s1", "太慢了", T0)
    assert not recent.repeats("s2", "太慢了", T0), "two people may well both say that"


@pytest.mark.parametrize(
    "again",
    [
        "充电枪插不进去，试了3次",
        "充电枪插不进去啊,试了三次了",
        "试了三次，充电枪插不进去",
        "充電枪插不進去，試了三次",
    ],
)
def test_particles_order_and_the_writing_of_numbers_are_small_edits(again):
    recent = Recent(b"k" * 32)
    recent.repeats("s1", FIRST, T0)
    assert recent.repeats("s2", again, T0)


@pytest.mark.parametrize(
    "another",
    [
        "充电枪拔不出来，试了三次",
        "充电枪插不进去，试了五次",
        "充电枪插进去了，试了三次",
        "充电线插不进去，试了三次",
        "充电枪插不进去，试了三次，屏幕也不亮",
    ],
)
def test_another_number_denial_or_word_is_a_report_of_its_own(another):
    recent = Recent(b"k" * 32)
    recent.repeats("s1", FIRST, T0)
    assert not recent.repeats("s2", another, T0)


@pytest.mark.parametrize(
    ("one", "other"),
    [("屏幕色彩一般啊", "屏幕色彩太浓了"), ("真的是太差了！！", "一般一般一般"), ("我的确很失望", "真的是太失望了")],
)
def test_of_a_short_reply_every_word_counts(one, other):
    recent = Recent(b"k" * 32)
    recent.repeats("s1", one, T0)
    assert not recent.repeats("s2", other, T0)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("等了两百分钟才充上电", "等了200分钟才充上电"),
        ("充到百分之八十就停了", "充到80%就停了"),
        ("功率只有二十千瓦上不去", "功率只有20千瓦上不去"),
        ("保费涨了一千二百块没解释", "保费涨了1200块没解释"),
    ],
)
def test_a_number_is_the_same_however_it_is_written(one, other):
    recent = Recent(b"k" * 32)
    recent.repeats("s1", one, T0)
    assert recent.repeats("s2", other, T0)


def test_repeating_is_forgotten_after_a_week_and_with_its_subject():
    recent = Recent(b"k" * 32)
    recent.repeats("s1", FIRST, T0)
    assert not recent.repeats("s2", FIRST, T0 + REMEMBERED)
    recent.forget("s2")
    assert not recent.repeats("s3", FIRST, T0 + REMEMBERED + timedelta(seconds=1))


def test_nothing_of_what_was_said_is_kept():
    recent = Recent(b"k" * 32)
    recent.repeats("s1", FIRST, T0)
    (seen,) = vars(recent)["_seen"]
    assert "充电" not in repr(seen)
    kept = {seen.print.facts, *seen.print.chars, *seen.print.pairs}
    assert kept
    assert all(char.encode() not in mark for mark in kept for char in FIRST)
