"""What a person asks of the hub itself, on SQLite and on PostgreSQL alike."""

import os
from datetime import timedelta

import pytest

from agent.contract.directives import Acknowledgement, DirectiveOutcome
from agent.contract.identifiers import ReceiptSecret
from agent.contract.messages import Context, DeviceKind
from hub.adapters.database.audit_log import AuditLog
from hub.adapters.database.backup import forget_again
from hub.adapters.database.hold_store import HoldStore
from hub.adapters.database.push_store import PushStore
from hub.adapters.database.receipt_desk import ReceiptDesk
from hub.adapters.tombstone_journal import TombstoneJournal
from hub.answers import AnswerKind
from hub.erasure.deletion import Deletion, Origin
from hub.erasure.hold import Hold
from hub.tickets.ticket import Status
from tests.builders import feedback, record_id
from tests.fakes.desk import NOW, Desk
from tests.fakes.field_device import erasure

SUBJECT = feedback().subject
KIOSK = Context(device_kind=DeviceKind.CHARGER_KIOSK, place="12号站")
SECRETS = [ReceiptSecret.make(lambda n, k=k: bytes([k]) * n) for k in range(9)]
LATER = NOW + timedelta(hours=1)


def left(number, **changes):
    """A feedback at a kiosk whose receipt has the secret of this number."""
    secret = SECRETS[number]
    receipt = {"receipt_code": secret.code, "receipt_verifier": secret.verifier}
    return feedback(number, **{"context": KIOSK, **receipt, **changes})


class Requests:
    """A hub, its receipt desk, and what was written to the journal first."""

    def __init__(self, database):
        self.journal = []
        self.hub = Desk(database, journal=self.journal.extend)
        self.desk = ReceiptDesk(database, self.journal.extend, os.urandom)
        self.pushes = PushStore(database, os.urandom)
        self.device = self.hub.enrol()

    def ordered(self, at=NOW):
        """Erasure orders that are due to be sent: (scope, record id)."""
        due = [push for push in self.pushes.due(at, 9) if push.kind == "erasure_order"]
        return [(push.payload["scope"], push.payload["record_id"]) for push in due]

    def states(self):
        return {ticket.record_id: ticket.status for ticket in self.hub.book.tickets()}


@pytest.fixture
def asked(database):
    return Requests(database)


def test_a_code_tells_where_it_stands_and_nothing_else(asked):
    asked.hub.take(asked.device, left(1))
    assert asked.desk.status(SECRETS[1].code) == (Status.NEW, NOW)
    assert asked.desk.status(SECRETS[2].code) is None


def test_a_secret_shows_what_was_left_in_the_whole_visit_and_who_looked_at_the_contact(asked):
    asked.hub.take(asked.device, left(1), left(2), left(3, subject="s-another-person"))
    asked.hub.contacts.take("T-000001", who="wang", reason="回访", now=LATER)
    second, first = asked.desk.left(SECRETS[1])
    assert (first.ticket_no, second.ticket_no) == ("T-000001", "T-000002")
    assert (first.text, first.rating, first.has_contact) == (feedback().text.text, 2, True)
    assert first.purposes == ("call_back", "improve_service")
    assert [(look.at, look.reason) for look in first.openings] == [(LATER, "回访")]
    assert second.openings == ()
    assert asked.desk.left(SECRETS[8]) is None


def test_in_a_car_a_receipt_covers_its_own_record_because_a_driver_profile_may_be_shared(asked):
    car = Context(device_kind=DeviceKind.HEAD_UNIT)
    asked.hub.take(asked.device, left(1, context=car), left(2, context=car))
    assert [one.ticket_no for one in asked.desk.left(SECRETS[1])] == ["T-000001"]
    asked.desk.erase(SECRETS[1], NOW)
    assert asked.states() == {record_id(1): Status.ERASED, record_id(2): Status.NEW}
    assert asked.ordered() == [("record", record_id(1))]


def test_an_export_has_everything_of_the_visit_and_nothing_of_anybody_else(asked):
    asked.hub.take(asked.device, left(1), left(2, subject="s-another-person"))
    asked.hub.contacts.take("T-000001", who="wang", reason="回访", now=LATER)
    exported = asked.desk.export(SECRETS[1])
    assert [row["record_id"] for row in exported["tickets"]] == [record_id(1)]
    assert [row["message_id"] for row in exported["inbox"]] == [record_id(1)]
    assert exported["contact_openings"] == [{"at": LATER, "reason": "回访"}]
    assert asked.desk.export(SECRETS[8]) is None


def test_a_contact_that_is_withdrawn_is_gone_at_once_and_the_feedback_stays(asked):
    asked.hub.take(asked.device, left(1))
    assert asked.desk.withdraw_contact(SECRETS[1], NOW) == 1
    assert asked.desk.withdraw_contact(SECRETS[1], NOW) == 0
    assert asked.desk.withdraw_contact(SECRETS[8], NOW) is None
    (ticket,) = asked.hub.book.tickets()
    assert (ticket.has_contact, ticket.text) == (False, feedback().text.text)
    assert [(e.who, e.action, e.what) for e in AuditLog(asked.hub.database).newest(9)] == [
        ("receipt", "withdraw_contact", "T-000001")
    ]


def test_an_erasure_at_the_hub_deletes_here_and_orders_the_device_until_it_confirms(asked):
    asked.hub.take(asked.device, left(1), left(2))
    erased = asked.desk.erase(SECRETS[1], NOW)
    assert erased.tickets == 2
    assert [(d.erasure_id, d.subject, d.origin) for d in asked.journal] == [(erased.erasure_id, SUBJECT, Origin.HUB)]
    assert set(asked.states().values()) == {Status.ERASED}
    assert asked.ordered() == [("subject", None)]
    assert asked.hub.answers.finish_erasures(LATER) == 1
    assert AnswerKind.ERASURE_RECEIPT not in {kind for kind, _, _ in asked.hub.waiting()}, "the device did not ask"
    (stone,) = asked.hub.book.tombstones()
    assert (stone.origin, stone.completed_at, stone.confirmed_at) == (Origin.HUB, LATER, None)
    notice = erasure(SUBJECT, record_id(1), record_id(2)).model_copy(update={"erasure_id": erased.erasure_id})
    asked.hub.take(asked.device, notice, at=LATER)
    assert asked.ordered(LATER) == []
    assert asked.hub.answers.finish_erasures(LATER) == 1
    assert [(kind, about) for kind, about, _ in asked.hub.waiting()] == [
        (AnswerKind.ERASURE_RECEIPT, erased.erasure_id)
    ]
    (stone,) = asked.hub.book.tombstones()
    assert (stone.confirmed_at, stone.tickets_erased) == (LATER, 2)


def test_what_a_sleeping_device_sends_after_an_erasure_at_the_hub_is_refused(asked):
    asked.hub.take(asked.device, left(1))
    asked.desk.erase(SECRETS[1], NOW)
    asked.hub.waiting()
    asked.hub.take(asked.device, left(1), left(2))
    told = [(about, outcome) for _, about, outcome in asked.hub.waiting()]
    assert told == [(record_id(1), "erased"), (record_id(2), "erased")]


def test_an_agent_too_old_for_the_order_is_told_again(asked):
    asked.hub.take(asked.device, left(1))
    erased = asked.desk.erase(SECRETS[1], NOW)
    refusal = Acknowledgement(
        ack_id=record_id(70),
        message_id=erased.erasure_id,
        about="erasure_order",
        outcome=DirectiveOutcome.REFUSED,
        at=NOW,
    )
    asked.hub.take(asked.device, refusal)
    assert asked.ordered(LATER) == [("subject", None)]


def test_staff_erase_for_a_person_and_that_is_in_the_audit(asked):
    asked.hub.take(asked.device, left(1))
    assert asked.desk.erase_ticket("T-000001", who="account:wang", reason="本人到店", now=NOW).tickets == 1
    assert asked.desk.erase_ticket("T-000001", who="account:wang", reason="本人到店", now=NOW) is None
    assert asked.desk.erase_ticket("T-000009", who="account:wang", reason="本人到店", now=NOW) is None
    assert [(e.who, e.action, e.what, e.reason) for e in AuditLog(asked.hub.database).newest(9)] == [
        ("account:wang", "erase", "T-000001", "本人到店")
    ]
    assert asked.desk.status(SECRETS[1].code) is None
    assert asked.desk.left(SECRETS[1]) is None


def test_what_a_law_holds_is_shown_to_the_person_with_its_ground_and_its_end(asked):
    asked.hub.take(asked.device, left(1), left(2))
    until = NOW + timedelta(days=30)
    HoldStore(asked.hub.database).place(Hold("T-000001", "消法 第54条", "投诉处理中", "account:wang", NOW, until))
    assert asked.desk.erase(SECRETS[1], NOW).tickets == 2
    (held,) = asked.desk.left(SECRETS[1])
    assert (held.status, held.held_until, held.held_ground) == (Status.FROZEN, until, "消法 第54条")
    assert asked.desk.left(SECRETS[2]) is None


def test_a_database_that_lacks_a_deletion_of_the_journal_carries_it_out_before_it_is_served(asked, tmp_path):
    """As after pg_restore, or a file put back by hand."""
    asked.hub.take(asked.device, left(1), left(2, subject="s-another-person"))
    journal = TombstoneJournal(tmp_path / "tombstones.jsonl")
    unknown = Deletion("demo", asked.device.name, record_id(90), SUBJECT, "subject", (record_id(7),), NOW, NOW)
    elsewhere = Deletion("demo", "d-of-another-hub", record_id(91), SUBJECT, "subject", (), NOW, NOW)
    journal.append([unknown, elsewhere])
    assert forget_again(asked.hub.database, journal, LATER) == 1
    assert forget_again(asked.hub.database, journal, LATER) == 0
    assert asked.states() == {record_id(1): Status.ERASED, record_id(2): Status.NEW}
    assert asked.hub.take(asked.device, left(3), left(7, subject="s-another-person")) == [None, None]
    assert asked.hub.answers.finish_erasures(LATER) == 1
