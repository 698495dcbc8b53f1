"""Contacts that are opened and end, and texts that are corrected: on SQLite and on PostgreSQL alike."""

import base64
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from sqlalchemy import select, update

from agent.contract import sealing
from agent.contract.messages import MaskedText, SealedContact, Span, SpeechFacts
from hub.adapters.database.audit_log import AuditLog
from hub.adapters.database.contact_store import ContactStore
from hub.adapters.database.erasing import held_of
from hub.adapters.database.retention_store import RetentionStore
from hub.adapters.database.review_store import ReviewStore
from hub.adapters.database.schema import tickets
from hub.erasure.retention import Retention
from hub.tickets.review import Objection
from hub.tickets.ticket import Status
from tests.builders import feedback, record_id
from tests.fakes.desk import NOW, Desk
from tests.fakes.field_device import erasure

KEY = X25519PrivateKey.generate()
NUMBER = "13800138000"


def with_contact(n=1, *, until=None, **changes):
    sealed = base64.b64encode(sealing.seal_contact(NUMBER, KEY.public_key())).decode()
    said = feedback(n, contact=SealedContact(key_id=sealing.key_id(KEY.public_key()), sealed=sealed), **changes)
    return said.model_copy(update={"consent": said.consent.model_copy(update={"expires_at": until})})


def unsure(n=1, **changes):
    speech = SpeechFacts(engine="w", model="m", language="zh", audio_s=3.0, confidence=0.21, needs_review=True)
    return feedback(n, speech=speech, **changes)


@pytest.fixture
def desk(database):
    return Desk(database)


@pytest.fixture
def device(desk):
    return desk.enrol()


@pytest.fixture
def contacts(database):
    return ContactStore(database)


@pytest.fixture
def reviews(database):
    return ReviewStore(database)


def deeds(database):
    return [(e.who, e.action, e.what, e.reason) for e in reversed(AuditLog(database).newest(100))]


def ended(database, now):
    """How many contacts end by now."""
    return RetentionStore(database).run(Retention(), now)["contacts"]


def row(database, number="T-000001"):
    with database.read() as connection:
        return connection.execute(select(tickets).where(tickets.c.number == number)).one()


# ---- contacts ----


def test_a_contact_is_handed_out_sealed_and_only_with_a_line_in_the_log(desk, device, contacts, database):
    desk.take(device, with_contact())
    seal = contacts.take("T-000001", who="王丽", reason="answer", now=NOW)
    assert sealing.open_contact(seal.sealed, KEY) == NUMBER
    assert contacts.take("T-000009", who="王丽", reason="curious", now=NOW) is None
    assert deeds(database) == [("王丽", "open_contact", "T-000001", "answer")]


def test_the_desk_sees_who_wants_a_call_the_most_urgent_first_and_how_often_it_was_opened(desk, device, contacts):
    calm = {"text": MaskedText(text="充电很慢"), "safety": False, "rating": 3}
    desk.take(device, with_contact(1, **calm), feedback(2, contact=None), with_contact(3))
    contacts.take("T-000001", who="王丽", reason="answer", now=NOW)
    contacts.take("T-000001", who="李强", reason="ask", now=NOW + timedelta(minutes=5))
    left = contacts.left(NOW, 10)
    assert [(one.ticket.number, one.openings) for one in left] == [("T-000003", 0), ("T-000001", 2)]
    assert left[1].last_opened_at == NOW + timedelta(minutes=5)


def test_a_contact_ends_with_its_grant_and_cannot_be_opened_from_that_moment_on(desk, device, contacts, database):
    until = NOW + timedelta(days=7)
    desk.take(device, with_contact(1, until=until), with_contact(2))
    before = until - timedelta(seconds=1)
    assert contacts.take("T-000001", who="王丽", reason="answer", now=before) is not None
    assert contacts.take("T-000001", who="王丽", reason="answer", now=until) is None
    assert [one.ticket.number for one in contacts.left(until, 10)] == ["T-000002"]
    assert ended(database, before) == 0
    assert ended(database, until) == 1
    assert (row(database).contact_sealed, row(database).contact_key_id) == (None, None)
    assert row(database).text is not None


def test_a_contact_outlives_its_closed_ticket_by_a_week_and_no_longer(desk, device, database):
    desk.take(device, with_contact(1), with_contact(2))
    with database.write() as connection:
        closed = update(tickets).where(tickets.c.number == "T-000001")
        connection.execute(closed.values(status=Status.CLOSED.value, closed_at=NOW))
    assert ended(database, NOW + timedelta(days=7, seconds=-1)) == 0
    assert ended(database, NOW + timedelta(days=7)) == 1
    assert row(database, "T-000001").contact_sealed is None
    assert row(database, "T-000002").contact_sealed is not None


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)  # a server's own files are beyond us: Database.shed_deleted
def test_an_ended_contact_is_in_no_file_of_the_database(desk, device, tmp_path, database):
    said = with_contact(1, until=NOW)
    desk.take(device, said)
    needle = said.contact.sealed[:60].encode()
    assert needle in b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert ended(database, NOW) == 1
    assert needle not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


def test_an_erased_contact_cannot_be_opened(desk, device, contacts):
    desk.take(device, with_contact(), erasure(feedback().subject))
    assert contacts.left(NOW, 10) == []
    assert contacts.take("T-000001", who="王丽", reason="answer", now=NOW) is None


# ---- reviews ----


def test_what_was_heard_unsurely_waits_and_leaves_the_pile_when_it_is_confirmed(desk, device, reviews, database):
    desk.take(device, unsure(1), feedback(2))
    (waiting,) = reviews.waiting("demo", 10)
    assert (waiting.ticket.number, waiting.confidence) == ("T-000001", 0.21)
    assert reviews.waiting("another", 10) == []
    assert reviews.settle("T-000001", None, who="赵敏", now=NOW) is True
    assert reviews.waiting("demo", 10) == []
    kept = row(database)
    assert (kept.text, kept.heard_text, kept.heard_spans) == (feedback().text.text, None, None)
    assert deeds(database) == [("赵敏", "confirm_text", "T-000001", "")]


def test_a_correction_stands_in_the_ticket_and_what_was_heard_stays_beside_it(desk, device, reviews, database):
    desk.take(device, unsure())
    heard = feedback().text
    assert reviews.settle("T-000001", "今天刹车响得很，车牌[PLATE]", who="赵敏", now=NOW) is True
    kept = row(database)
    assert (kept.text, kept.heard_text) == ("今天刹车响得很，车牌[PLATE]", heard.text)
    assert [Span.model_validate(s) for s in kept.heard_spans] == list(heard.spans)
    assert [s["token"] for s in kept.spans] == [heard.spans[0].token]
    assert deeds(database) == [("赵敏", "correct_text", "T-000001", "")]
    assert desk.book.tickets()[0].needs_review is False


def test_the_second_of_two_reviewers_changes_nothing(desk, device, reviews, database):
    desk.take(device, unsure())
    reviews.settle("T-000001", "第一个人改的", who="赵敏", now=NOW)
    assert reviews.settle("T-000001", "第二个人改的", who="王丽", now=NOW) is False
    assert row(database).text == "第一个人改的"


def test_a_number_written_out_is_not_taken_and_nothing_is_logged(desk, device, reviews, database):
    desk.take(device, unsure())
    assert reviews.settle("T-000001", f"打{NUMBER}", who="赵敏", now=NOW) is Objection.NUMBER
    assert row(database).text == feedback().text.text
    assert deeds(database) == []


def test_an_erasure_takes_the_heard_text_too_and_an_export_gives_it(desk, device, reviews, database):
    desk.take(device, unsure())
    reviews.settle("T-000001", "改过的话", who="赵敏", now=NOW)
    with database.read() as connection:
        told = str(held_of(connection, ("demo", device.identity["device"]), [record_id(1)]))
    assert feedback().text.text in told
    desk.take(device, erasure(feedback().subject))
    kept = row(database)
    assert (kept.text, kept.heard_text, kept.heard_spans) == (None, None, None)
    assert reviews.settle("T-000001", "又改", who="赵敏", now=NOW) is False
