"""Ten Chinese working days, and how a deletion stands."""

from datetime import UTC, date, datetime, timedelta

import pytest

from hub.erasure.clock import CHINA, Standing, due, is_working_day, standing


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=CHINA)


@pytest.mark.parametrize(
    ("heard", "until", "known"),
    [
        ("2026-03-02 09:00", "2026-03-17", True),  # Monday; two weekends between
        ("2026-03-06 23:59", "2026-03-21", True),  # Friday night
        ("2026-02-10 10:00", "2026-03-03", True),  # Spring Festival 15 to 23 February; the 14th and 28th are worked
        ("2026-09-28 10:00", "2026-10-17", True),  # National Day 1 to 7 October; the 10th is worked
        ("2026-12-21 10:00", "2027-01-05", False),  # 2027 is not announced: 1 January counts as a Friday
        ("2030-06-03 10:00", "2030-06-18", False),
        ("1999-06-07 10:00", "1999-06-22", False),
    ],
)
def test_ten_chinese_working_days_from_the_day_after_to_the_end_of_the_last(heard, until, known):
    found = due(at(heard))
    assert (found.at, found.holidays_known) == (at(until), known)


def test_the_day_is_chinas_wherever_the_hub_runs():
    evening_in_utc = datetime(2026, 3, 2, 17, 0, tzinfo=UTC)  # Tuesday in China
    assert due(evening_in_utc) == due(at("2026-03-03 01:00"))
    assert due(evening_in_utc).at - due(at("2026-03-02 23:00")).at == timedelta(days=1)


def test_a_year_that_nobody_announced_counts_monday_to_friday_and_says_so():
    assert is_working_day(date(2026, 2, 14)) == (True, True), "a Saturday that is worked"
    assert is_working_day(date(2026, 2, 17)) == (False, True), "the Spring Festival, a Tuesday"
    assert is_working_day(date(2031, 1, 1)) == (True, False)
    assert is_working_day(date(2031, 1, 4)) == (False, False)


def test_how_a_deletion_stands():
    heard = at("2026-03-02 09:00")
    limit = due(heard).at
    second = timedelta(seconds=1)
    assert standing(heard, None, None, heard + timedelta(seconds=60)) is Standing.RUNNING
    assert standing(heard, None, None, heard + timedelta(seconds=61)) is Standing.SLOW
    assert standing(heard, None, None, limit - second) is Standing.SLOW
    assert standing(heard, None, None, limit) is Standing.OVERDUE
    assert standing(heard, limit + second, None, limit + second) is Standing.DONE
    assert standing(heard, None, limit + second, limit) is Standing.FROZEN
    assert standing(heard, None, limit + second, limit + second) is Standing.OVERDUE
