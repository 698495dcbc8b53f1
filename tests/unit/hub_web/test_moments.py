from datetime import UTC, datetime, timedelta

import pytest

from hub.web.moments import ago_words, clock_words, left_words, moment_words, urgency
from hub.web.wording import words_for

ZH, EN = words_for("zh-CN"), words_for("en")
NOW = datetime(2026, 11, 21, 7, 32, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("left", "zh", "en"),
    [
        (timedelta(seconds=59), "59 秒", "59 s"),
        (timedelta(minutes=6, seconds=12), "6 分 12 秒", "6 min 12 s"),
        (timedelta(minutes=9, seconds=59, milliseconds=900), "9 分 59 秒", "9 min 59 s"),
        (timedelta(minutes=41, seconds=59), "41 分", "41 min"),
        (timedelta(hours=4, minutes=50), "4 小时 50 分", "4 h 50 min"),
        (timedelta(days=1, hours=3, minutes=59), "1 天 3 小时", "1 d 3 h"),
        (timedelta(0), "超时 0 秒", "0 s over"),
        (timedelta(seconds=-1), "超时 1 秒", "1 s over"),
        (timedelta(minutes=-12), "超时 12 分", "12 min over"),
        (timedelta(days=-2), "超时 2 天 0 小时", "2 d 0 h over"),
    ],
)
def test_time_left_is_said_in_words_and_never_flattered(left, zh, en):
    assert left_words(left, ZH) == zh
    assert left_words(left, EN) == en


@pytest.mark.parametrize(
    ("left", "name"),
    [
        (timedelta(hours=1, seconds=1), "calm"),
        (timedelta(hours=1), "near"),
        (timedelta(minutes=10), "soon"),
        (timedelta(seconds=1), "soon"),
        (timedelta(0), "over"),
    ],
)
def test_urgency_rises_as_the_limit_comes_near(left, name):
    assert urgency(left) == name


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (timedelta(seconds=-30), "刚刚"),
        (timedelta(seconds=59), "刚刚"),
        (timedelta(minutes=1), "1 分钟前"),
        (timedelta(hours=47), "47 小时前"),
        (timedelta(hours=49), "2 天前"),
    ],
)
def test_arrival_is_said_roughly(ago, said):
    assert ago_words(NOW - ago, NOW, ZH) == said


def test_moments_are_in_beijing_and_name_the_year_only_when_it_is_another():
    assert clock_words(NOW) == "15:32"
    assert clock_words(NOW, seconds=True) == "15:32:08"
    assert moment_words(NOW, NOW, ZH) == "11 月 21 日 15:32"
    assert moment_words(datetime(1970, 1, 1, tzinfo=UTC), NOW, ZH) == "1970 年 1 月 1 日 08:00"
    assert moment_words(NOW, NOW, EN) == "21 Nov 15:32"
    # New Year's Eve in UTC is already the new year in Beijing.
    assert moment_words(datetime(2026, 12, 31, 16, 0, tzinfo=UTC), NOW, ZH) == "2027 年 1 月 1 日 00:00"
