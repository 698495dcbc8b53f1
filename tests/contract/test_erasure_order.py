"""An erasure that was asked for at the hub, on the device: it follows once, and confirms as often as it has to."""

import json

import pytest

from agent.adapters.sqlite_store import SqliteStore
from agent.contract.messages import ErasureNotice, ErasureOrder, ErasureReceipt
from agent.profile import OutboxSettings
from tests.builders import T0, record_id
from tests.fakes.clock import FakeClock
from tests.fakes.device import Device
from tests.fakes.forwarding import Road
from tests.fakes.memory_keys import MemoryKeys
from tests.fakes.memory_store import MemoryStore

ORDERED = record_id(50)


@pytest.fixture(params=["sqlite", "memory"])
def road(request, tmp_path):
    keys, clock = MemoryKeys(), FakeClock()
    if request.param == "sqlite":
        store = SqliteStore(tmp_path / "agent.db", keys, OutboxSettings(), clock)
    else:
        store = MemoryStore(clock=clock)
    yield Road(Device(store, keys=keys, clock=clock))
    store.close()


def said(road, rating=2):
    """One feedback of the default driver: its subject and record id."""
    recorded = road.device.do("rate", rating=rating, agreed=True).heard("recorded")
    return road.device.store.find_subject("driver"), recorded["record_id"]


def order(subject, record=None, erasure_id=ORDERED):
    scope = "subject" if record is None else "record"
    return ErasureOrder(erasure_id=erasure_id, subject=subject, scope=scope, record_id=record, ordered_at=T0)


def notices(road):
    return [m for m in road.device.waiting() if isinstance(m, ErasureNotice)]


def answered(road, erasure_id=ORDERED):
    road.hub_says(ErasureReceipt(erasure_id=erasure_id, completed_at=T0, stores=()))


def left(road):
    """Record ids that the device still has of the driver."""
    subject = road.device.store.find_subject("driver")
    return [] if subject is None else [kept.record_id for kept in road.device.store.kept(subject)]


def test_a_device_erases_what_the_hub_was_asked_to_and_confirms_under_the_same_id(road):
    subject, first = said(road)
    _, second = said(road)
    road.hub_says(order(subject))
    (notice,) = notices(road)
    assert (notice.erasure_id, notice.subject, notice.scope) == (ORDERED, subject, "subject")
    assert set(notice.record_ids) == {first, second}
    assert [m for m in road.device.waiting() if not isinstance(m, ErasureNotice)] == [], "nothing else is sent any more"
    assert left(road) == []


def test_an_order_for_one_record_spares_the_others(road):
    subject, first = said(road)
    _, second = said(road)
    road.hub_says(order(subject, first))
    (notice,) = notices(road)
    assert (notice.scope, notice.record_ids) == ("record", (first,))
    assert left(road) == [second]


def test_a_copy_of_an_order_erases_nothing_twice_and_is_confirmed_once(road):
    subject, _ = said(road)
    for _ in range(5):
        road.hub_says(order(subject))
    assert len(notices(road)) == 1
    assert len(road.device.store.tombstones()) == 1
    assert road.device.store.ledger().erased == 1


def test_an_order_that_comes_again_after_its_confirmation_is_confirmed_again(road):
    subject, _ = said(road)
    road.hub_says(order(subject))
    answered(road)
    assert notices(road) == []
    road.hub_says(order(subject))
    assert [notice.erasure_id for notice in notices(road)] == [ORDERED]
    answered(road)
    assert notices(road) == []


def test_a_person_whom_the_device_does_not_know_is_confirmed_and_refused_from_then_on(road):
    road.hub_says(order("s-nobody-on-this-device"))
    assert [(n.erasure_id, n.record_ids) for n in notices(road)] == [(ORDERED, ())]


def test_an_order_after_the_persons_own_erasure_on_the_device_is_confirmed_too(road):
    subject, _ = said(road)
    road.device.do("erase", who="driver")
    road.hub_says(order(subject))
    assert [notice.subject for notice in notices(road)] == [subject, subject]


def test_the_devices_status_says_when_the_hub_is_done(road):
    subject, _ = said(road)
    road.hub_says(order(subject))
    assert [answer for _, _, answer in road.device.store.tombstones()] == [None]
    answered(road)
    (_, _, answer) = road.device.store.tombstones()[0]
    assert json.loads(answer)["erasure_id"] == ORDERED


def test_whoever_was_erased_by_order_repeats_nobody_any_more(road):
    words = {"text": "三号枪插不进去，试了三次", "agreed": True}
    road.device.do("say", **words)
    subject = road.device.store.find_subject("driver")
    road.hub_says(order(subject))
    road.device.do("say", **words)
    (said_again,) = [m for m in road.device.waiting() if m.kind == "feedback"]
    assert said_again.marks == ()
