"""Every loss is counted by reason and told to the hub: at once while there is a link, else on the next one."""

import pytest

from agent.adapters.sqlite_store import SqliteStore
from agent.contract.messages import LossCount, LossReport
from agent.ports import NewEntry, Priority, Settlement
from tests.fakes.clock import FakeClock
from tests.fakes.device import Device
from tests.fakes.forwarding import Road
from tests.fakes.memory_keys import MemoryKeys
from tests.fakes.memory_store import Budget, Cap

DAY_S = 86_400
BUDGET = Budget(max_rows=3, max_age_days=30, classes={Priority.ANSWER: Cap(max_age_days=1)})


@pytest.fixture
def road(tmp_path):
    keys, clock = MemoryKeys(), FakeClock()
    store = SqliteStore(tmp_path / "agent.db", keys, BUDGET, clock)
    yield Road(Device(store, keys=keys, clock=clock))
    store.close()


def put(road: Road, record_id: str, priority: Priority) -> None:
    entry = NewEntry(record_id, "feedback", priority, b"frame", road.device.clock.now())
    assert road.device.store.put(entry).result() is None


def told(road: Road) -> list[LossReport]:
    """The loss reports that were sent, opened with the hub's key; one that went again counts once."""
    frames = dict.fromkeys(frame for _, frame in road.sent("loss"))
    opened = [road.device.hub.open(frame, road.device.keys) for frame in frames]
    return [message for message in opened if isinstance(message, LossReport)]


def count(priority: str, fate: str, reason: str, number: int) -> LossCount:
    return LossCount(priority=priority, fate=fate, reason=reason, count=number)


def test_what_was_evicted_and_expired_offline_is_told_on_the_next_link(road):
    put(road, "a1", Priority.ANSWER)
    road.device.clock.advance(2 * DAY_S)
    road.settle_down()
    for number in range(3):
        put(road, f"f{number}", Priority.FEEDBACK)
    put(road, "s1", Priority.SAFETY)
    road.connect()
    assert told(road) == [], "a full store has no room for a report"
    road.device.store.settle([Settlement("s1", "receipted", "T-000001")]).result()
    road.wait(700)
    (report,) = told(road)
    assert report.losses == (count("feedback", "evicted", "all_rows", 1), count("answer", "expired", "age", 1))
    assert (report.accepted, report.receipted, report.evicted, report.expired, report.pending) == (5, 1, 1, 1, 2)


def test_a_loss_while_the_link_is_up_is_told_without_waiting_for_another_one(road):
    put(road, "f1", Priority.FEEDBACK)
    road.connect()
    assert [report.losses for report in told(road)] == [()]
    (first,) = [name for name in road.published() if name == "f1"]
    road.device.store.settle([Settlement(first, "quarantined", reason="oversize")]).result()
    road.wait(700)
    assert told(road)[-1].losses == (count("feedback", "quarantined", "oversize", 1),)


def test_nothing_is_told_twice_when_nothing_changed(road):
    put(road, "f1", Priority.FEEDBACK)
    road.connect()
    road.lose_link()
    road.connect()
    assert len({frame for _, frame in road.sent("loss")}) == 1
