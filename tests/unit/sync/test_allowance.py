"""When what is not urgent may go."""

from datetime import time

import pytest

from agent.sync.allowance import ByteAllowance, in_quiet_hours


@pytest.mark.parametrize(
    ("hours", "local", "quiet"),
    [
        ("", time(3), False),
        ("22:30-06:00", time(22, 29, 59), False),
        ("22:30-06:00", time(22, 30), True),
        ("22:30-06:00", time(0), True),
        ("22:30-06:00", time(5, 59, 59), True),
        ("22:30-06:00", time(6), False),
        ("01:00-05:00", time(3), True),
        ("01:00-05:00", time(5), False),
        ("01:00-05:00", time(23), False),
        ("07:00-07:00", time(7), False),
    ],
)
def test_hours_of_the_day(hours, local, quiet):
    assert in_quiet_hours(hours, local) is quiet


def test_a_link_that_is_not_metered_is_always_open():
    allowance = ByteAllowance(0, 0.0)
    allowance.draw(10**12)
    assert allowance.opens_at(0.0) is None


def test_the_bucket_starts_with_an_hours_share_fills_evenly_and_holds_a_day_at_most():
    allowance = ByteAllowance(86_400, 1_000.0)
    allowance.draw(3_600)
    assert allowance.opens_at(1_000.0) == pytest.approx(1_001.0)
    assert allowance.opens_at(1_002.0) is None
    assert allowance.opens_at(1_000_000.0) is None
    allowance.draw(86_400)
    assert allowance.opens_at(1_000_000.0) is not None
