"""What is not taken is set aside, within limits, and can be tried again; on SQLite and on PostgreSQL alike."""

from datetime import timedelta

import pytest

from agent.contract import topics
from agent.contract.refusal import RefusalReason
from hub import set_aside
from hub.adapters.database import intake_store
from hub.adapters.database.set_aside_store import SetAsideStore
from hub.answers import AnswerKind
from hub.intake import Refused
from hub.ports import Delivery
from hub.retrying import NOT_KEPT, try_again
from hub.set_aside import KEPT_FOR, SetAside, surplus
from hub.workers import IntakeWorker
from tests.builders import feedback, record_id
from tests.fakes.desk import NOW, Desk
from tests.fakes.field_device import erasure
from tests.fakes.frame_source import ListedFrames


class Intake:
    """A desk whose frames come through the worker, and what it set aside."""

    def __init__(self, database):
        self.desk = Desk(database)
        self.kept = SetAsideStore(database)

    def take(self, *frames, at=NOW):
        """(topic, bytes) through the intake."""
        source = ListedFrames(frames)
        worker = IntakeWorker(source, self.desk.store, self.desk.known.opening_key, lambda: at, lambda: None)
        worker.take(source.next_batch(1000, 0))

    def retry(self, number):
        return try_again(number, self.kept, self.desk.store, self.desk.known.opening_key, lambda: NOW)

    def reasons(self):
        return [row.reason for row in self.kept.rows()]


@pytest.fixture
def intake(database):
    return Intake(database)


def up(name):
    return topics.up("demo", name, "feedback")


def test_a_frame_that_is_not_taken_is_kept_once_with_reason_device_times_and_bytes(intake):
    device = intake.desk.enrol()
    cut = device.frame(feedback())[:-3]
    intake.take((up(device.name), cut), ("no topic of ours", b"rubbish"))
    intake.take((up(device.name), cut), at=NOW + timedelta(minutes=1))
    rubbish, torn = intake.kept.rows()
    assert (torn.reason, torn.device, torn.size, torn.times) == ("truncated", device.name, len(cut), 2)
    assert (torn.first_at, torn.last_at) == (NOW, NOW + timedelta(minutes=1))
    assert intake.kept.frame(torn.id) == (up(device.name), cut)
    assert (rubbish.reason, rubbish.device) == ("malformed", None)
    assert {found.reason: found.count for found in intake.desk.book.refusals()} == {"truncated": 2, "malformed": 1}


def test_a_frame_becomes_a_ticket_with_a_receipt_when_it_is_tried_again_after_the_cause_has_gone(intake):
    device = intake.desk.enrol()
    sealed_elsewhere, intake.desk.known.opening_key = intake.desk.known.opening_key, lambda _key: None
    intake.take((up(device.name), device.frame(feedback())))
    (row,) = intake.kept.rows()
    assert row.reason == "unknown_key"
    intake.desk.waiting()
    assert intake.retry(row.id) == "unknown_key"
    assert intake.desk.waiting() == []
    assert [found.count for found in intake.desk.book.refusals()] == [1]
    intake.desk.known.opening_key = sealed_elsewhere
    assert intake.retry(row.id) == "accepted"
    assert [ticket.record_id for ticket in intake.desk.book.tickets()] == [record_id()]
    assert intake.desk.waiting() == [(AnswerKind.RECEIPT, record_id(), "accepted")]
    assert intake.reasons() == []
    assert intake.retry(row.id) == NOT_KEPT


def test_the_frame_on_which_the_intake_fails_is_kept_and_the_others_are_tickets(intake, monkeypatch):
    device = intake.desk.enrol()
    values = intake_store.rows.ticket_values

    def fails_on_two(new, at):
        if new.feedback.record_id == record_id(2):
            raise ValueError(new.feedback.text.text)
        return values(new, at)

    monkeypatch.setattr(intake_store.rows, "ticket_values", fails_on_two)
    intake.take(*((up(device.name), device.frame(feedback(number))) for number in (1, 2, 3)))
    assert [ticket.record_id for ticket in intake.desk.book.tickets()] == [record_id(3), record_id(1)]
    (row,) = intake.kept.rows()
    assert (row.reason, row.detail) == ("malformed", "the intake failed on it (ValueError)")
    monkeypatch.undo()
    assert intake.retry(row.id) == "accepted"
    assert len(intake.desk.book.tickets()) == 3


def test_nothing_of_a_revoked_device_is_kept(intake):
    device = intake.desk.enrol()
    intake.desk.fleet.revoke(device.name, NOW)
    intake.take((up(device.name), device.frame(feedback())))
    assert [found.reason for found in intake.desk.book.refusals()] == ["revoked_sender"]
    assert intake.kept.rows() == []


def test_an_erasure_throws_away_what_was_set_aside_of_its_device_and_of_no_other(intake):
    device, other = intake.desk.enrol(), intake.desk.enrol("d-00000000000000000002")
    for one in (device, other):
        intake.take((up(one.name), one.frame(feedback())[:-1]))
    intake.desk.take(device, erasure(feedback().subject))
    assert [row.device for row in intake.kept.rows()] == [other.name]


def test_one_device_cannot_push_out_what_came_from_another(intake, monkeypatch):
    monkeypatch.setattr("hub.adapters.database.set_aside_store.MAX_OF_DEVICE", 5)
    intake.take((up("d-00000000000000000009"), b"first"))
    intake.take(*((up("d-00000000000000000001"), b"rubbish %d" % number) for number in range(12)))
    devices = [row.device for row in intake.kept.rows()]
    assert devices == ["d-00000000000000000001"] * 5 + ["d-00000000000000000009"]


def test_the_oldest_go_when_there_are_too_many_bytes(intake, monkeypatch):
    monkeypatch.setattr(set_aside, "MAX_BYTES", 2500)
    intake.take(*((f"topic {number}", bytes([number]) * 1000) for number in range(4)))
    assert [row.size for row in intake.kept.rows()] == [1000, 1000]
    assert [number for number, _ in (intake.kept.frame(row.id) for row in intake.kept.rows())] == ["topic 3", "topic 2"]


def test_the_oldest_go_when_there_are_too_many():
    newest_first = [(number, 10) for number in range(set_aside.MAX_FRAMES + 2, 0, -1)]
    assert surplus(newest_first) == [2, 1]


def test_a_frame_larger_than_any_is_listed_without_its_bytes(intake):
    intake.take(("a topic", b"\0" * 200_000))
    (row,) = intake.kept.rows()
    assert (row.reason, row.size, row.kept) == ("oversize", 200_000, False)
    assert intake.retry(row.id) == NOT_KEPT


def test_what_is_set_aside_goes_after_its_time_or_when_it_is_discarded(intake):
    intake.take(("a topic", b"one"))
    intake.take(("a topic", b"two"), at=NOW + timedelta(days=1))
    two, one = intake.kept.rows()
    assert intake.kept.expire(NOW + KEPT_FOR + timedelta(seconds=1)) == 1
    assert [row.id for row in intake.kept.rows()] == [two.id]
    assert intake.kept.discard([one.id, two.id]) == 1
    assert intake.kept.rows() == []


@pytest.mark.parametrize("topic", ["a\0b", "刹车", "\ud800", "x" * 5000])
def test_a_topic_of_any_characters_is_kept_printable_and_short(intake, topic):
    one = SetAside.of(topic, b"rubbish", RefusalReason.WRONG_PLACE, "no topic of ours")
    assert one.topic.isascii()
    assert one.topic.isprintable()
    assert len(one.topic) <= 200
    intake.desk.store.refuse(Delivery(topic, b"rubbish"), Refused(one.reason, one.detail), NOW)
    assert len(intake.kept.rows()) == 1
