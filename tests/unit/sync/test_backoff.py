"""Waiting with full jitter."""

import random

import pytest

from agent.sync.backoff import Backoff


def test_ceiling_doubles_up_to_the_longest_wait():
    backoff = Backoff(first_s=1.0, max_s=10.0, random=lambda: 1.0)
    assert [backoff.next_wait() for _ in range(6)] == [1.0, 2.0, 4.0, 8.0, 10.0, 10.0]


def test_whole_range_from_zero_is_drawn_from():
    backoff = Backoff(first_s=8.0, max_s=8.0, random=random.Random(7).random)  # noqa: S311 - repeatable chance, nothing secret
    waits = [backoff.next_wait() for _ in range(2_000)]
    assert min(waits) < 0.1
    assert max(waits) > 7.9
    assert sum(waits) / len(waits) == pytest.approx(4.0, abs=0.2)


def test_reset_starts_from_the_first_wait():
    backoff = Backoff(first_s=1.0, max_s=300.0, random=lambda: 1.0)
    for _ in range(5):
        backoff.next_wait()
    backoff.reset()
    assert backoff.next_wait() == 1.0


def test_years_of_failures_neither_overflow_nor_exceed_the_longest_wait():
    backoff = Backoff(first_s=1.0, max_s=300.0, random=lambda: 1.0)
    assert all(backoff.next_wait() <= 300.0 for _ in range(5_000))
