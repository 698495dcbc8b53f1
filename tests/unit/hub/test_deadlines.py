"""The four limits for a first response, as a table."""

from datetime import UTC, datetime, timedelta

import pytest

from hub.tickets.deadlines import deadlines
from hub.tickets.ticket import Deadline, DeadlineKind

RECEIVED = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SAFETY = Deadline(DeadlineKind.SAFETY, RECEIVED + timedelta(minutes=10))
VEHICLE = Deadline(DeadlineKind.VEHICLE, RECEIVED + timedelta(hours=1))
PROMISED = Deadline(DeadlineKind.PROMISED, RECEIVED + timedelta(hours=24))
OUTER = Deadline(DeadlineKind.OUTER, RECEIVED + timedelta(hours=48))


@pytest.mark.parametrize(
    ("safety", "by_vehicle", "expected"),
    [
        (False, False, (PROMISED, OUTER)),
        (True, False, (SAFETY, PROMISED, OUTER)),
        (False, True, (VEHICLE, PROMISED, OUTER)),
        (True, True, (SAFETY, VEHICLE, PROMISED, OUTER)),
    ],
)
def test_limits_count_from_receipt_and_come_soonest_first(safety, by_vehicle, expected):
    assert deadlines(RECEIVED, safety=safety, by_vehicle=by_vehicle) == expected
