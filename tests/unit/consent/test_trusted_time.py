"""Ages across jumps, reboots and time without power; no real clock."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.consent.trusted_time import Boot, Instant, Timeline, heard_in_time

TRUE = datetime(2026, 3, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)
WRONG = (TRUE - timedelta(days=3650), TRUE + timedelta(days=3650))


@pytest.mark.parametrize("wall", [TRUE, *WRONG])
def test_within_one_boot_the_wall_clock_says_nothing(wall):
    timeline = Timeline([Boot(1, 0.0)])
    assert timeline.age(Instant(1, 100.0, TRUE), Instant(1, 3700.0, wall)) == HOUR


@pytest.mark.parametrize("wall", [TRUE, *WRONG])
def test_without_the_hub_only_the_time_with_power_is_proven(wall):
    timeline = Timeline([Boot(1, 7200.0), Boot(2, 3600.0), Boot(3, 0.0)])
    age = timeline.age(Instant(1, 3600.0, wall), Instant(3, 3600.0, TRUE))
    assert age == 3 * HOUR
    assert not timeline.trusted


@pytest.mark.parametrize("wall", [TRUE, *WRONG])
def test_between_two_boots_that_the_hub_knew_the_time_without_power_counts(wall):
    timeline = Timeline([Boot(1, 3600.0, TRUE), Boot(2, 0.0, TRUE + 50 * HOUR)])
    assert timeline.age(Instant(1, 3600.0, wall), Instant(2, 3600.0, wall)) == 50 * HOUR
    assert timeline.moment(Instant(1, 3600.0, wall)) == TRUE + HOUR


def test_a_record_of_an_unknown_boot_goes_by_its_hint_within_what_is_possible():
    boots = [Boot(1, 3600.0, TRUE), Boot(2, 3600.0), Boot(3, 0.0, TRUE + 100 * HOUR)]
    timeline, now = Timeline(boots), Instant(3, 0.0, TRUE)
    possible, before, after = TRUE + 40 * HOUR, *WRONG
    assert timeline.age(Instant(2, 0.0, possible), now) == 60 * HOUR
    assert timeline.age(Instant(2, 0.0, before), now) == 99 * HOUR, "not before the boot that came before it"
    assert timeline.age(Instant(2, 0.0, after), now) == HOUR, "not after the boot that came after it"


def test_what_was_kept_before_boots_were_numbered_goes_by_its_hint():
    timeline = Timeline([Boot(1, 0.0, TRUE)])
    assert timeline.age(Instant(0, 0.0, TRUE - 5 * HOUR), Instant(1, 0.0, TRUE)) == 5 * HOUR
    assert timeline.age(Instant(0, 0.0, WRONG[1]), Instant(1, 0.0, TRUE)) == timedelta(0)


def test_time_never_goes_behind_what_the_hub_once_said():
    timeline = Timeline([Boot(1, 3600.0, TRUE), Boot(2, 0.0)])
    assert timeline.moment(Instant(2, 60.0, WRONG[0])) == TRUE + HOUR + timedelta(minutes=1)


def test_an_answer_says_something_about_now_only_when_it_came_soon():
    assert heard_in_time(100.0, 110.0) == 105.0
    assert heard_in_time(100.0, 161.0) is None
    assert heard_in_time(100.0, 99.0) is None


lives = st.lists(
    st.tuples(st.floats(1, 200_000), st.floats(0, 9_000_000), st.booleans(), st.floats(-3.2e8, 3.2e8)),
    min_size=1,
    max_size=6,
)
"""Boots of a device: seconds on, seconds off after it, whether the hub was heard, and how wrong the wall clock is."""


@given(lives=lives, share=st.floats(0, 1), which=st.integers(0, 5))
def test_no_age_is_ever_more_than_what_truly_passed_unless_the_hint_could_be_true(lives, share, which):
    boots, start, truly = [], TRUE, []
    for number, (on_s, off_s, heard, wrong_s) in enumerate(lives, 1):
        boots.append(Boot(number, on_s, start if heard else None))
        truly.append((start, on_s, wrong_s))
        start += timedelta(seconds=on_s + off_s)
    which = min(which, len(lives) - 1)
    zero, on_s, wrong_s = truly[which]
    made = zero + timedelta(seconds=on_s * share)
    instant = Instant(which + 1, on_s * share, made + timedelta(seconds=wrong_s))
    last_zero, last_on_s, last_wrong_s = truly[-1]
    true_now = last_zero + timedelta(seconds=last_on_s)
    now = Instant(len(lives), last_on_s, true_now + timedelta(seconds=last_wrong_s))
    timeline = Timeline(boots)
    slack = timedelta(milliseconds=1)
    assert timeline.proven_age(instant, now) <= true_now - made + slack
    known_both = lives[which][2] and lives[-1][2]
    if known_both or which == len(lives) - 1:
        assert abs(timeline.age(instant, now) - (true_now - made)) <= slack
    if not timeline.trusted:
        assert timeline.age(instant, now) <= true_now - made + slack
