"""The state of the car at the hub: beside its ticket, only with its consent, and never longer than the words."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from agent.contract.messages import ConsentStatement, VehicleReading
from hub.adapters.database.retention_store import RetentionStore
from hub.adapters.database.schema import tickets
from hub.erasure.retention import VEHICLE_STATE, Retention
from hub.tickets.ticket import Status
from tests.builders import feedback, record_id, vehicle_state
from tests.fakes.desk import NOW, Desk
from tests.fakes.field_device import erasure

SUBJECT = feedback().subject
READINGS = vehicle_state().readings


@pytest.fixture
def desk(database):
    return Desk(database)


@pytest.fixture
def device(desk):
    return desk.enrol()


def withdrawal(purpose, n=70, at=NOW):
    return ConsentStatement(
        statement_id=record_id(n), subject=SUBJECT, event="withdrawn", purposes=(purpose,), at=at, given_by="person"
    )


def kept(database):
    """The column of every ticket, oldest first."""
    with database.read() as connection:
        return list(connection.execute(select(tickets.c.vehicle).order_by(tickets.c.seq)).scalars())


def test_it_stands_beside_its_ticket_as_the_person_saw_it(desk, device):
    desk.take(device, feedback(1), feedback(2, vehicle=None))
    newest, oldest = desk.book.tickets()
    assert (oldest.vehicle, newest.vehicle) == (READINGS, ())


def test_no_field_that_this_hub_does_not_know_is_kept_of_it(desk, device, database):
    reading = VehicleReading.model_validate(READINGS[0].model_dump() | {"latitude": 31.2304})
    state = vehicle_state(readings=(reading,)).model_copy(update={"where": [31.2304, 121.4737]})
    desk.take(device, feedback(1, vehicle=state))
    (column,) = kept(database)
    assert column.keys() == {"window_s", "readings", "grant_id"}
    assert column["readings"][0].keys() == set(VehicleReading.model_fields)
    assert "31.2" not in str(column)


def test_without_the_purpose_in_its_own_grant_it_is_dropped_and_the_words_are_kept(desk, device, database):
    other = feedback().consent
    desk.take(device, feedback(1, vehicle=vehicle_state(consent=other)))
    assert kept(database) == [None]
    assert desk.book.tickets()[0].text == feedback().text.text


def test_withdrawn_it_goes_from_every_ticket_of_its_person_and_late_ones_come_without(desk, device, database):
    other = "s-ffffffffffffffffffff"
    desk.take(device, feedback(1), feedback(2, subject=other))
    desk.take(device, withdrawal("attach_vehicle_state"))
    assert [one is not None for one in kept(database)] == [False, True]
    desk.take(device, feedback(3), feedback(4, recorded_at=NOW + timedelta(hours=1)))  # given anew, after that
    assert [one is not None for one in kept(database)] == [False, True, False, True]
    assert all(ticket.text for ticket in desk.book.tickets())


def test_withdrawing_another_purpose_leaves_it_and_withdrawing_it_leaves_a_contact(desk, device, database):
    desk.take(device, feedback(1), withdrawal("call_back"))
    assert [one is not None for one in kept(database)] == [True]
    assert not desk.book.tickets()[0].has_contact
    desk.take(device, feedback(2, recorded_at=NOW + timedelta(hours=1)), withdrawal("attach_vehicle_state", 71))
    assert desk.book.tickets()[0].has_contact


def test_an_erasure_takes_it_with_its_record(desk, device, database):
    desk.take(device, feedback(1), erasure(SUBJECT, record_id(1), scope="record"))
    assert kept(database) == [None]


def test_it_is_kept_no_longer_than_the_words_and_shorter_where_the_operator_says_so(desk, device, database):
    desk.take(device, feedback(1))
    store = RetentionStore(database)
    short = Retention({**Retention().days, VEHICLE_STATE: 10})
    assert store.run(short, NOW + timedelta(days=10, seconds=-1))["vehicle_states"] == 0
    assert store.run(short, NOW + timedelta(days=10))["vehicle_states"] == 1
    assert (kept(database), desk.book.tickets()[0].status) == ([None], Status.NEW)
    assert store.counted()["vehicle_states"] == 1


def test_a_longer_limit_for_it_lengthens_nothing(desk, device, database):
    desk.take(device, feedback(1))
    long = Retention({**Retention().days, VEHICLE_STATE: 3000})
    assert RetentionStore(database).run(long, NOW + timedelta(days=365))["contents"] == 1
    assert (kept(database), desk.book.tickets()[0].status) == ([None], Status.EXPIRED)
