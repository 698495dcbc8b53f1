"""What a law holds, and what was kept long enough, on SQLite and on PostgreSQL alike."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from hub.adapters.database import schema
from hub.adapters.database.audit_log import AuditLog
from hub.adapters.database.hold_store import HoldStore
from hub.adapters.database.retention_store import RetentionStore
from hub.answers import AnswerKind
from hub.erasure.clock import Standing, standing
from hub.erasure.hold import Hold, checked
from hub.erasure.retention import Retention
from hub.errors import InputRefusedError
from hub.tickets.ticket import Status
from tests.builders import feedback, record_id
from tests.fakes.desk import NOW, Desk
from tests.fakes.field_device import erasure

SUBJECT = feedback().subject
UNTIL = NOW + timedelta(days=100)
PURPOSES = {"improve_service": 365, "call_back": 30}


@pytest.fixture
def desk(database):
    return Desk(database)


@pytest.fixture
def device(desk):
    return desk.enrol()


@pytest.fixture
def holds(database):
    return HoldStore(database)


@pytest.fixture
def retention(database):
    return RetentionStore(database)


def a_hold(ticket="T-000001", until=UNTIL):
    return Hold(ticket, "消费者权益保护法 第54条", "正在处理的投诉", "account:wang", NOW, until)


def stored(desk, column, number=1):
    with desk.database.read() as connection:
        wanted = select(schema.tickets.c[column]).where(schema.tickets.c.record_id == record_id(number))
        return connection.execute(wanted).scalar_one()


def test_a_record_that_a_law_holds_is_frozen_by_its_erasure_and_deleted_by_itself_on_the_day(desk, device, holds):
    desk.take(device, feedback(1), feedback(2))
    assert holds.place(a_hold())
    assert [ticket.status for ticket in desk.book.tickets()] == [Status.NEW, Status.NEW]
    desk.take(device, erasure(SUBJECT))
    second, first = desk.book.tickets()
    assert (first.status, second.status) == (Status.FROZEN, Status.ERASED)
    assert stored(desk, "text") == feedback().text.text
    assert holds.thaw(UNTIL - timedelta(seconds=1)) == 0
    assert holds.thaw(UNTIL) == 1
    assert stored(desk, "text") is None
    assert [ticket.status for ticket in desk.book.tickets()] == [Status.ERASED, Status.ERASED]
    assert holds.standing() == []


def test_what_is_frozen_is_shown_to_nobody_at_the_desk_and_its_contact_is_not_opened(desk, device, holds):
    desk.take(device, feedback(1))
    holds.place(a_hold())
    desk.take(device, erasure(SUBJECT))
    (ticket,) = desk.book.tickets()
    assert (ticket.text, ticket.spans, ticket.rating, ticket.receipt_code, ticket.scene) == (None, (), None, "", "")
    assert (ticket.has_contact, ticket.is_gone) == (False, True)
    assert desk.contacts.take("T-000001", who="wang", reason="回访", now=NOW) is None
    assert desk.book.counts(NOW).open == 0


def test_an_erasure_is_answered_when_the_last_of_it_is_deleted_and_says_until_when_it_is_frozen(desk, device, holds):
    desk.take(device, feedback(1))
    holds.place(a_hold())
    desk.take(device, erasure(SUBJECT))
    assert desk.answers.finish_erasures(NOW) == 0
    (stone,) = desk.book.tombstones()
    assert (stone.completed_at, stone.frozen_until) == (None, UNTIL)
    assert standing(stone.heard_at, stone.completed_at, stone.frozen_until, NOW) is Standing.FROZEN
    holds.thaw(UNTIL)
    assert desk.answers.finish_erasures(UNTIL) == 1
    (stone,) = desk.book.tombstones()
    assert (stone.completed_at, stone.tickets_erased) == (UNTIL, 1)
    assert AnswerKind.ERASURE_RECEIPT in {kind for kind, _, _ in desk.waiting()}


def test_one_frozen_record_does_not_hold_up_the_erasure_of_another(desk, device, holds):
    desk.take(device, feedback(1), feedback(2))
    holds.place(a_hold())
    desk.take(device, erasure(SUBJECT, record_id(1), scope="record"), erasure(SUBJECT, record_id(2), scope="record"))
    assert desk.answers.finish_erasures(NOW) == 1
    assert [stone.completed_at for stone in desk.book.tombstones()] == [None, NOW]


def test_a_hold_that_is_lifted_deletes_what_it_froze_and_both_are_in_the_audit(desk, device, holds):
    desk.take(device, feedback(1))
    holds.place(a_hold())
    desk.take(device, erasure(SUBJECT))
    later = NOW + timedelta(days=1)
    assert holds.lift("T-000001", who="account:li", reason="投诉已结", now=later)
    assert not holds.lift("T-000001", who="account:li", reason="投诉已结", now=later)
    assert stored(desk, "text") is None
    entries = [(entry.who, entry.action, entry.reason) for entry in AuditLog(desk.database).newest(9)]
    assert entries == [
        ("account:li", "lift_hold", "投诉已结"),
        ("account:wang", "hold", "消费者权益保护法 第54条"),
    ]


def test_a_hold_ends_without_a_trace_where_nobody_asked_for_an_erasure(desk, device, holds):
    desk.take(device, feedback(1))
    holds.place(a_hold())
    assert holds.thaw(UNTIL) == 0
    assert desk.book.tickets()[0].text == feedback().text.text
    assert holds.standing() == []


def test_nothing_is_held_that_is_not_there_or_was_erased(desk, device, holds):
    desk.take(device, feedback(1), erasure(SUBJECT))
    assert not holds.place(a_hold())
    assert not holds.place(a_hold("T-000009"))


@pytest.mark.parametrize(
    "wrong", [{"ground": " "}, {"reason": "x" * 401}, {"ends_at": NOW}, {"ends_at": NOW + timedelta(days=4000)}]
)
def test_a_hold_says_its_ground_its_reason_and_an_end(wrong):
    values = {name: getattr(a_hold(), name) for name in Hold.__slots__} | wrong
    with pytest.raises(InputRefusedError):
        checked(Hold(**values))


# ---- retention -----------------------------------------------------------------------------------------------------


def test_a_contact_goes_when_nobody_will_call_any_more(desk, device, retention):
    desk.take(device, feedback(1), feedback(2))
    with desk.database.write() as connection:
        closed = update(schema.tickets).where(schema.tickets.c.record_id == record_id(2))
        connection.execute(closed.values(status=Status.CLOSED.value))
    gone = retention.run(Retention(), NOW + timedelta(days=1))
    assert {kind: count for kind, count in gone.items() if count} == {"contacts": 1}
    assert [ticket.has_contact for ticket in desk.book.tickets()] == [False, True]
    retention.run(Retention(), NOW + timedelta(days=30))
    assert [ticket.has_contact for ticket in desk.book.tickets()] == [False, False]
    assert desk.book.tickets()[1].text == feedback().text.text
    assert retention.counted()["contacts"] == 2


def test_a_feedback_goes_at_the_end_of_its_purpose_and_its_copy_makes_no_second_ticket(desk, device, retention):
    desk.take(device, feedback(1))
    day = NOW + timedelta(days=365)
    assert retention.run(Retention(), day - timedelta(seconds=1))["contents"] == 0
    assert retention.run(Retention(), day)["contents"] == 1
    (ticket,) = desk.book.tickets()
    assert (ticket.status, ticket.text, ticket.number, ticket.received_at) == (Status.EXPIRED, None, "T-000001", NOW)
    assert desk.take(device, feedback(1), at=day) == [None]
    assert len(desk.book.tickets()) == 1
    assert retention.run(Retention(), day)["contents"] == 0
    assert retention.counted()["contents"] == 1


def test_retention_passes_over_more_tickets_than_one_transaction_takes(desk, device, retention, monkeypatch):
    monkeypatch.setattr("hub.adapters.database.retention_store._AT_ONCE", 3)
    desk.take(device, *(feedback(number) for number in range(1, 9)))
    assert retention.run(Retention(), NOW + timedelta(days=366))["contents"] == 8


def test_what_a_law_holds_is_not_deleted_at_the_end_of_its_purpose(desk, device, holds, retention):
    desk.take(device, feedback(1))
    holds.place(a_hold(until=NOW + timedelta(days=500)))
    gone = retention.run(Retention(), NOW + timedelta(days=400))
    assert (gone["contents"], gone["contacts"]) == (0, 0)
    assert retention.run(Retention(), NOW + timedelta(days=500))["contents"] == 1


def test_an_erasure_after_the_end_of_its_purpose_still_leaves_nothing(desk, device, retention):
    desk.take(device, feedback(1))
    retention.run(Retention(), NOW + timedelta(days=365))
    desk.take(device, erasure(SUBJECT))
    assert [ticket.status for ticket in desk.book.tickets()] == [Status.ERASED]


def test_answers_that_nobody_fetches_and_old_claims_go(desk, device, retention):
    desk.take(device, feedback(1))
    gone = retention.run(Retention(), NOW + timedelta(days=91))
    assert (gone["answers"], gone["claims"]) == (1, 1)
    assert desk.waiting() == []
