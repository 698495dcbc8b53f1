"""What the hub's database promises, on SQLite and on PostgreSQL alike."""

import threading
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from sqlalchemy import event, inspect, text

from agent.contract import topics
from agent.contract.messages import Context, DeviceKind, MaskedText
from hub.adapters.database.answer_store import AnswerStore
from hub.adapters.database.connection import Database, open_sqlite
from hub.adapters.database.fleet_store import EnrolledDevice
from hub.adapters.database.intake_store import IntakeStore
from hub.adapters.database.ticket_book import DatabaseTicketBook
from hub.answers import AnswerKind
from hub.errors import OperatorNeededError, TemporaryError
from hub.fleet.claims import Claim
from hub.fleet.enrolment import EnrolmentError, NotEnrolled
from hub.intake import read
from hub.ports import DeviceRow, TicketBook
from hub.tickets.ticket import DeadlineKind, Department, Severity, Status
from hub.workers import IntakeWorker
from tests.builders import feedback, record_id
from tests.fakes.desk import NOW, Desk, arrival
from tests.fakes.field_device import FieldDevice, consent, erasure, loss_report
from tests.fakes.frame_source import ListedFrames

BEFORE = NOW - timedelta(days=2)
SUBJECT = feedback().subject
SENTENCE = feedback().text.text


@pytest.fixture
def desk(database):
    return Desk(database)


@pytest.fixture
def device(desk):
    return desk.enrol()


# ---- one ticket per record -----------------------------------------------------------------------------------------


def test_a_feedback_is_read_back_as_it_was_said(desk, device):
    assert desk.take(device, feedback()) == ["T-000001"]
    (ticket,) = desk.book.tickets()
    assert (ticket.number, ticket.record_id, ticket.device, ticket.subject) == (
        "T-000001",
        record_id(),
        device.name,
        SUBJECT,
    )
    assert (ticket.text, ticket.spans, ticket.rating) == (SENTENCE, feedback().text.spans, 2)
    assert (ticket.severity, ticket.department, ticket.status) == (Severity.SAFETY, Department.REPAIR, Status.NEW)
    assert (ticket.answers, ticket.marks) == (feedback().answers, feedback().marks)
    assert (ticket.place, ticket.device_kind, ticket.offline) == ("12号站", DeviceKind.HEAD_UNIT, True)
    assert (ticket.recorded_at, ticket.received_at) == (feedback().recorded_at, NOW)
    assert (ticket.receipt_code, ticket.has_contact) == ("TC-7K4M-29QX", True)
    assert [limit.kind for limit in ticket.deadlines] == [
        DeadlineKind.SAFETY,
        DeadlineKind.PROMISED,
        DeadlineKind.OUTER,
    ]
    assert ticket.next_deadline.due_at == NOW + timedelta(minutes=10)


def test_one_ticket_per_record_however_often_it_arrives(desk, device):
    assert desk.take(device, feedback(), feedback()) == ["T-000001", None]
    assert desk.take(device, feedback()) == [None]
    assert len(desk.book.tickets()) == 1


def test_a_receipt_is_made_again_for_every_repetition_and_names_the_first_ticket(desk, device):
    desk.take(device, feedback())
    assert desk.waiting() == [(AnswerKind.RECEIPT, record_id(), "accepted")]
    desk.take(device, feedback())
    (again,) = desk.answers.waiting(10)
    (line,) = again.answer.payload["lines"]
    assert line == {"message_id": record_id(), "outcome": "duplicate", "ticket_no": "T-000001"}


def test_what_one_transaction_tells_a_device_waits_as_one_answer(desk, device):
    desk.take(device, *(feedback(number) for number in range(1, 6)))
    (entry,) = desk.answers.waiting(10)
    assert [line["ticket_no"] for line in entry.answer.payload["lines"]] == [f"T-{n:06d}" for n in range(1, 6)]


def test_a_repetition_takes_no_answer_away_that_still_waits(desk, device):
    desk.take(device, feedback(1), feedback(2))
    desk.take(device, feedback(1))
    accepted = [(AnswerKind.RECEIPT, record_id(number), "accepted") for number in (1, 2)]
    assert desk.waiting() == [*accepted, (AnswerKind.RECEIPT, record_id(1), "duplicate")]


def test_a_device_that_asks_again_is_answered_although_the_broker_has_the_first_answer(desk, device):
    desk.take(device, feedback())
    (with_broker,) = desk.answers.waiting(10)
    desk.take(device, feedback())
    (again,) = desk.answers.waiting(10, [with_broker.id])
    desk.answers.taken([with_broker.id])
    (line,) = again.answer.payload["lines"]
    assert (line["message_id"], line["ticket_no"]) == (record_id(), "T-000001")
    assert desk.answers.waiting(10) == [again]


def test_two_devices_may_use_one_record_id_without_losing_either(desk, device):
    other = desk.enrol("d-00000000000000000002")
    desk.take(device, feedback())
    assert desk.take(other, feedback()) == ["T-000002"]
    assert {ticket.device for ticket in desk.book.tickets()} == {device.name, other.name}


def test_one_ticket_per_record_with_two_workers_at_once(url, desk, device):
    count = 30
    deliveries = [
        (topics.up("demo", device.name, "feedback"), device.frame(feedback(number))) for number in range(1, count + 1)
    ]
    databases = [Database(url) for _ in range(2)]
    sources = [ListedFrames(deliveries), ListedFrames(reversed(deliveries))]
    workers = [
        IntakeWorker(source, IntakeStore(database), desk.known.opening_key, lambda: NOW, lambda: None)
        for source, database in zip(sources, databases, strict=True)
    ]
    start = threading.Barrier(2)

    def work(worker, source):
        start.wait()
        while batch := source.next_batch(3, 0):
            worker.take(batch)

    threads = [threading.Thread(target=work, args=pair) for pair in zip(workers, sources, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for opened in databases:
        opened.close()
    numbers = [ticket.number for ticket in desk.book.tickets()]
    assert sorted(numbers) == [f"T-{number:06d}" for number in range(1, count + 1)]
    assert [len(source.acknowledged) for source in sources] == [count, count]
    outcomes = [outcome for _, _, outcome in desk.waiting()]
    assert (outcomes.count("accepted"), outcomes.count("duplicate")) == (count, count)


def test_a_transaction_that_fails_leaves_nothing(desk, device):
    found = arrival(device, feedback())
    with pytest.raises(RuntimeError), desk.store.transaction([found]) as transaction:  # noqa: PT012 - the block is the transaction
        assert desk.apply(found, transaction) == "T-000001"
        transaction.write()
        raise RuntimeError
    assert desk.book.tickets() == []
    assert desk.waiting() == []
    assert desk.take(device, feedback()) == ["T-000001"]


def test_a_character_that_postgresql_cannot_hold_does_not_stop_the_intake(desk, device):
    odd = feedback(
        text=MaskedText(text="a\0b"), context=Context(device_kind=DeviceKind.HEAD_UNIT, place="\0", scene="\0")
    )
    assert desk.take(device, odd) == ["T-000001"]
    assert desk.book.tickets()[0].text == "a\ufffdb"


def test_equal_frames_of_one_batch_make_one_ticket(desk, device):
    assert desk.take(device, feedback(1), feedback(2), feedback(1)) == ["T-000001", "T-000002", None]
    assert [ticket.record_id for ticket in desk.book.tickets()] == [record_id(2), record_id(1)]


def test_a_batch_of_many_devices_is_known_device_by_device(desk):
    fleet = [desk.enrol(f"d-{number:020d}") for number in range(1, 6)]
    for device in fleet[:2]:
        desk.take(device, feedback(1))
    found = [arrival(device, feedback(number)) for device in fleet for number in (1, 2)]
    with desk.store.transaction(found) as transaction:
        numbers = [desk.apply(one, transaction) for one in found]
    assert numbers == [None, "T-000003", None, "T-000004", *(f"T-{number:06d}" for number in range(5, 11))]
    assert [row.last_seen_at for row in desk.book.devices()] == [NOW] * 5


def test_a_batch_is_looked_up_in_the_indexes_and_never_by_reading_a_whole_table(tmp_path):
    database = open_sqlite(tmp_path / "hub.db")
    database.prepare()
    desk = Desk(database)
    fleet = [desk.enrol(f"d-{number:020d}") for number in range(1, 9)]
    found = [arrival(device, feedback(number)) for device in fleet for number in range(1, 9)]
    asked = []

    def keep(_connection, _cursor, sql, values, *_rest):
        asked.append((sql, values))

    event.listen(database._readers, "before_cursor_execute", keep)
    with desk.store.transaction(found):
        pass
    plans = []
    with database.read() as connection:
        for sql, values in [question for question in asked if question[0].startswith("WITH")]:
            plans += [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values)]
    database.close()
    tables = {"consents", "devices", "inbox", "erased_records", "tombstones"}
    assert {plan.split()[1] for plan in plans if plan.startswith("SEARCH")} == tables
    assert [plan for plan in plans if plan.startswith("SCAN") and plan.split()[1] in tables] == []


def test_an_erasure_finds_what_came_before_it_in_its_own_batch_and_stops_what_comes_after(desk, device):
    assert desk.take(device, feedback(1), erasure(SUBJECT), feedback(2), feedback(1)) == ["T-000001", None, None, None]
    assert [(ticket.number, ticket.status) for ticket in desk.book.tickets()] == [("T-000001", Status.ERASED)]
    assert {(about, outcome) for _, about, outcome in desk.waiting()} >= {(record_id(2), "erased")}


# ---- consent ---------------------------------------------------------------------------------------------------------


def words(desk):
    with desk.database.read() as connection:
        found = connection.execute(text("SELECT purpose, event FROM consents ORDER BY purpose")).all()
    return [tuple(row) for row in found]


def test_a_withdrawn_call_back_takes_its_contact_along_and_nothing_else(desk, device):
    contact = feedback().contact
    desk.take(device, feedback(1, contact=contact), feedback(2, contact=contact, subject="s-another-person"))
    desk.take(device, consent("given", SUBJECT, "call_back", "improve_service", at=BEFORE))
    assert words(desk) == [("call_back", "given"), ("improve_service", "given")]
    assert all(ticket.has_contact for ticket in desk.book.tickets())
    desk.take(device, consent("withdrawn", SUBJECT, "call_back"))
    other, mine = desk.book.tickets()
    assert (other.has_contact, mine.has_contact, mine.text) == (True, False, SENTENCE)
    assert words(desk) == [("call_back", "withdrawn"), ("improve_service", "given")]


def test_what_was_given_before_a_withdrawal_and_arrives_after_it_is_not_kept(desk, device):
    said = feedback(1).recorded_at
    desk.take(device, consent("withdrawn", SUBJECT, "improve_service", at=said))
    assert desk.take(device, feedback(1)) == [None]
    assert desk.take(device, feedback(2, subject="s-another-person")) == ["T-000001"]
    later = feedback(3, recorded_at=said + timedelta(seconds=1))
    assert desk.take(device, later) == ["T-000002"], "the person has agreed again since"
    assert {(about, outcome) for _, about, outcome in desk.waiting()} >= {(record_id(1), "erased")}


def test_words_on_consent_that_overtake_each_other_end_with_the_newest(desk, device):
    newer = consent("withdrawn", SUBJECT, "improve_service", n=record_id(8))
    desk.take(device, newer)
    desk.take(device, consent("given", SUBJECT, "improve_service", n=record_id(7)))
    assert words(desk) == [("improve_service", "withdrawn")]
    assert desk.take(device, newer) == [None]


def test_an_erasure_forgets_what_a_subject_agreed_to(desk, device):
    desk.take(device, consent("given", SUBJECT, "improve_service"))
    desk.take(device, erasure(SUBJECT))
    assert words(desk) == []


# ---- erasure ---------------------------------------------------------------------------------------------------------


def test_an_erasure_blanks_every_ticket_of_the_subject_and_no_other(desk, device):
    desk.take(device, feedback(1), feedback(2), feedback(3, subject="s-another-person"))
    desk.take(device, erasure(SUBJECT))
    other, second, first = desk.book.tickets()
    assert other.text == SENTENCE
    for ticket in (first, second):
        assert ticket.status is Status.ERASED
        assert (ticket.text, ticket.spans, ticket.rating, ticket.receipt_code) == (None, (), None, "")
        assert (ticket.scene, ticket.source, ticket.has_contact) == ("", "", False)
        assert (ticket.answers, ticket.marks) == ((), ())
        assert (ticket.severity, ticket.department) == (Severity.LOW, Department.SERVICE_DESK)
        assert ticket.next_deadline.kind is DeadlineKind.PROMISED
    assert [ticket.number for ticket in desk.book.tickets(include_erased=False)] == [other.number]


def test_an_erasure_of_one_record_spares_the_others_of_that_subject(desk, device):
    desk.take(device, feedback(1), feedback(2))
    desk.take(device, erasure(SUBJECT, record_id(1), scope="record"))
    assert [(ticket.record_id, ticket.status) for ticket in desk.book.tickets()] == [
        (record_id(2), Status.NEW),
        (record_id(1), Status.ERASED),
    ]


def test_an_erasure_reaches_only_the_device_that_asks(desk, device):
    other = desk.enrol("d-00000000000000000002")
    desk.take(device, feedback(1))
    desk.take(other, erasure(SUBJECT, record_id(1)))
    assert desk.book.tickets()[0].text == SENTENCE
    assert desk.take(device, feedback(2)) == ["T-000002"]


@pytest.mark.parametrize("scope", ["subject", "record"])
def test_what_arrives_after_its_erasure_is_told_so_and_not_kept(desk, device, scope):
    desk.take(device, erasure(SUBJECT, record_id(1), scope=scope))
    assert desk.take(device, feedback(1)) == [None]
    assert desk.book.tickets() == []
    assert (AnswerKind.RECEIPT, record_id(1), "erased") in desk.waiting()


def test_a_repeated_record_after_its_erasure_is_not_a_duplicate_but_erased(desk, device):
    desk.take(device, feedback(1))
    desk.take(device, erasure(SUBJECT))
    desk.waiting()
    desk.take(device, feedback(1))
    assert desk.waiting() == [(AnswerKind.RECEIPT, record_id(1), "erased")]


def test_an_erasure_and_a_feedback_of_one_device_never_pass_each_other(url, desk, device):
    beside = Database(url)
    erasing = threading.Thread(target=lambda: _beside(desk, beside).take(device, erasure(SUBJECT)))
    found = arrival(device, feedback(1))
    with desk.store.transaction([found]) as transaction:
        desk.apply(found, transaction)
        erasing.start()
        erasing.join(0.3)
        assert erasing.is_alive(), "the other worker waits for this transaction"
    erasing.join(20)
    beside.close()
    assert [ticket.status for ticket in desk.book.tickets()] == [Status.ERASED]


def _beside(desk, database):
    """A second worker of the same hub."""
    other = Desk(database)
    other.known = desk.known
    return other


def test_an_erasure_is_answered_only_when_it_is_finished_and_again_when_asked_again(desk, device):
    notice = erasure(SUBJECT, record_id(1))
    desk.take(device, feedback(1), notice)
    assert [kind for kind, _, _ in desk.waiting()] == [AnswerKind.RECEIPT]
    assert [stone.completed_at for stone in desk.book.tombstones()] == [None]
    desk.take(device, notice)
    assert desk.waiting() == []
    done = NOW + timedelta(seconds=2)
    assert desk.answers.finish_erasures(done) == 1
    assert desk.answers.finish_erasures(done) == 0
    (first,) = desk.answers.waiting(10)
    assert desk.waiting() == [(AnswerKind.ERASURE_RECEIPT, notice.erasure_id, None)]
    desk.take(device, notice)
    (second,) = desk.answers.waiting(10)
    assert first.answer.payload == second.answer.payload
    assert [(store["store"], store["action"], store["count"]) for store in first.answer.payload["stores"]][:2] == [
        ("tickets", "deleted", 1),
        ("inbox", "deleted", 1),
    ]


def test_a_tombstone_says_when_and_how_much(desk, device):
    notice = erasure(SUBJECT)
    desk.take(device, feedback(1), feedback(2), notice)
    desk.answers.finish_erasures(NOW + timedelta(seconds=2))
    (stone,) = desk.book.tombstones()
    assert (stone.erasure_id, stone.device, stone.tickets_erased) == (notice.erasure_id, device.name, 2)
    assert (stone.requested_at, stone.completed_at) == (notice.requested_at, NOW + timedelta(seconds=2))


def test_after_an_erasure_no_file_of_the_hub_holds_what_was_said(tmp_path):
    database = open_sqlite(tmp_path / "hub.db")
    database.prepare()
    desk = Desk(database)
    device = desk.enrol()
    planted = [feedback(number, text=MaskedText(text=f"{'很' * 1500}{number}号怪味道")) for number in range(1, 9)]
    desk.take(device, *planted)
    assert _files_with(tmp_path, "怪味道")
    desk.take(device, erasure(SUBJECT))
    assert desk.answers.finish_erasures(NOW) == 1
    assert _files_with(tmp_path, "怪味道") == []
    assert _files_with(tmp_path, "很很很") == []
    assert _files_with(tmp_path, "TC-7K4M-29QX") == []
    database.close()


def test_an_erasure_is_not_answered_while_a_reader_keeps_the_log_from_being_truncated(tmp_path, monkeypatch):
    monkeypatch.setattr("hub.adapters.database.connection.BUSY_TIMEOUT_S", 0.05)
    database = open_sqlite(tmp_path / "hub.db")
    database.prepare()
    desk = Desk(database)
    device = desk.enrol()
    desk.take(device, feedback(1))
    with database.read() as reader:
        assert reader.execute(text("SELECT count(*) FROM tickets")).scalar_one() == 1
        desk.take(device, erasure(SUBJECT))
        assert desk.answers.finish_erasures(NOW) == 0
        assert [stone.completed_at for stone in desk.book.tombstones()] == [None]
    assert desk.answers.finish_erasures(NOW) == 1
    database.close()


def _files_with(folder, words):
    return [file.name for file in folder.iterdir() if words.encode() in file.read_bytes()]


# ---- answers, losses, refusals -------------------------------------------------------------------------------------


def test_an_answer_waits_until_the_broker_took_it(desk, device):
    desk.take(device, feedback(1))
    desk.take(device, feedback(2))
    first, second = desk.answers.waiting(10)
    assert [entry.id for entry in desk.answers.waiting(10, besides={first.id})] == [second.id]
    desk.answers.taken([first.id])
    assert [entry.id for entry in desk.answers.waiting(10)] == [second.id]


def test_a_devices_losses_are_kept_by_class_fate_and_reason(desk, device):
    losses = [{"priority": "feedback", "fate": "evicted", "reason": "all_bytes", "count": 3}]
    desk.take(device, loss_report(record_id(11), accepted=5, evicted=3, pending=2, losses=losses))
    (loss,) = desk.book.losses()
    assert loss.counts["losses"] == losses


def test_a_rejection_waits_like_a_receipt(desk, device):
    desk.take(device, feedback(1), feedback(2))
    desk.waiting()
    found = arrival(device, feedback(3), message_id=record_id(4))
    with desk.store.transaction([found]) as transaction:
        desk.apply(found, transaction)
    assert desk.waiting() == [(AnswerKind.REJECTION, record_id(4), None)]


def test_the_newest_ledger_of_a_device_is_kept_whatever_order_they_arrive_in(desk, device):
    desk.take(device, loss_report(record_id(11), accepted=5, pending=5))
    desk.take(device, loss_report(record_id(10), accepted=3, pending=3))
    (loss,) = desk.book.losses()
    assert loss.counts["accepted"] == 5
    desk.take(device, loss_report(record_id(12), accepted=6, receipted=6))
    (loss,) = desk.book.losses()
    assert (loss.device, loss.counts["receipted"], loss.counts["pending"]) == (device.name, 6, 0)


def test_refusals_are_counted_by_reason_and_nothing_else_is_kept(desk, device):
    topic = topics.up("demo", device.name, "feedback")
    for raw in (b"rubbish", b"more rubbish", device.frame(feedback())[:-3]):
        with desk.store.transaction([]) as transaction:
            transaction.apply(read(topic, raw), NOW)
    assert {found.reason: found.count for found in desk.book.refusals()} == {"malformed": 2, "truncated": 1}
    assert desk.waiting() == []


# ---- the fleet -------------------------------------------------------------------------------------------------------


def test_a_claim_works_once_and_again_only_for_the_same_key(desk):
    desk.fleet.add_claim("hash", Claim("demo", DeviceKind.CHARGER_KIOSK, "12号站", NOW + timedelta(1)), NOW)
    device, other = FieldDevice(), FieldDevice()
    first, again, foreign = desk.claim(device, "hash"), desk.claim(device, "hash"), desk.claim(other, "hash")
    assert first == again
    assert isinstance(first, EnrolledDevice)
    assert first.certificate_pem == f"certificate of {first.device}"
    assert isinstance(foreign, NotEnrolled)
    assert foreign.error is EnrolmentError.CLAIM_USED
    assert len(desk.book.devices()) == 1


def test_a_claim_nobody_made_enrols_nobody(desk):
    outcome = desk.claim(FieldDevice(), "no such hash")
    assert isinstance(outcome, NotEnrolled)
    assert outcome.error is EnrolmentError.CLAIM_UNKNOWN
    assert desk.book.devices() == []


def test_a_device_is_known_by_its_key_and_its_last_message(desk, device):
    later = NOW + timedelta(hours=1)
    desk.take(device, feedback(), at=later)
    assert desk.book.devices() == [DeviceRow(device.name, DeviceKind.CHARGER_KIOSK, "12号站", NOW, later, None)]
    with desk.database.read() as connection:
        pem = connection.execute(text("SELECT signing_key_pem FROM devices")).scalar_one()
    assert pem.encode() == device.signing.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def test_a_revoked_device_is_refused_from_the_next_message_on_and_gets_no_answers(desk, device):
    desk.take(device, feedback(1))
    assert desk.fleet.revoke(device.name, NOW)
    assert not desk.fleet.revoke("d-nobody", NOW)
    desk.take(device, feedback(2))
    assert [ticket.record_id for ticket in desk.book.tickets()] == [record_id(1)]
    assert [found.reason for found in desk.book.refusals()] == ["revoked_sender"]
    assert desk.waiting() == []


# ---- reading ---------------------------------------------------------------------------------------------------------


def test_tickets_come_newest_first_and_counts_are_over_open_ones(desk, device):
    quiet = {"text": MaskedText(text="充电很慢"), "safety": False, "rating": 3}
    desk.take(device, feedback(1), at=NOW)
    desk.take(device, feedback(2, **quiet), at=NOW + timedelta(minutes=1))
    desk.take(device, feedback(3, subject="s-another-person"), at=NOW + timedelta(minutes=2))
    desk.take(device, erasure("s-another-person"))
    book: TicketBook = desk.book
    assert [ticket.number for ticket in book.tickets(2)] == ["T-000003", "T-000002"]
    counts = book.counts(NOW + timedelta(minutes=5))
    assert (counts.open, counts.overdue, counts.due_within_hour, counts.due_today) == (2, 0, 1, 2)
    assert counts.safety == 1
    late = book.counts(NOW + timedelta(hours=25))
    assert (late.open, late.overdue, late.due_today) == (2, 2, 0)


# ---- the schema ------------------------------------------------------------------------------------------------------


def test_everything_is_there_after_reopening(url, desk, device):
    desk.take(device, feedback())
    desk.database.close()
    again = Database(url)
    again.prepare()
    assert [ticket.number for ticket in DatabaseTicketBook(again).tickets()] == ["T-000001"]
    again.close()


def test_a_database_of_a_newer_hub_is_refused_and_left_untouched(url, desk, device):
    with desk.database.write() as connection:
        connection.execute(text("UPDATE meta SET value = '99' WHERE name = 'schema_version'"))
        connection.execute(text("DROP TABLE refusals"))
    newer = Database(url)
    with pytest.raises(OperatorNeededError, match="newer version"):
        newer.prepare()
    with newer.read() as connection:
        assert not inspect(connection).has_table("refusals")
    newer.close()


def test_a_database_that_no_hub_prepared_is_named_as_such(url):
    empty = Database(url)
    with pytest.raises(OperatorNeededError, match="never used by a hub"):
        empty.check()
    empty.close()


def test_sqlite_keeps_its_settings_on_every_connection(tmp_path):
    database = open_sqlite(tmp_path / "hub.db")
    database.prepare()
    with database.read() as first, database.read() as second:
        for connection in (first, second):
            found = [
                connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
                for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
            ]
            assert found == ["wal", 2, 1, 1]
    database.close()


def test_a_full_disk_refuses_a_batch_whole_and_takes_it_when_there_is_room(tmp_path):
    database = open_sqlite(tmp_path / "hub.db")
    database.prepare()
    desk = Desk(database)
    device = desk.enrol()
    big = [feedback(number, text=MaskedText(text="很" * 4000)) for number in range(1, 20)]
    _limit_pages(database, 60)
    with pytest.raises(TemporaryError, match="disk is full"):
        desk.take(device, *big)
    assert desk.book.tickets() == []
    _limit_pages(database, 10_000)
    assert len(desk.take(device, *big)) == 19
    database.close()


def _limit_pages(database, pages):
    """SQLite's own small disk; it holds for the one connection in the pool."""
    with database.write() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")


def test_a_database_that_may_not_be_written_is_named_as_read_only_and_can_still_be_read(tmp_path):
    database = open_sqlite(tmp_path / "hub.db")
    database.prepare()
    closed_to_us = Database(f"sqlite:///file:{tmp_path}/hub.db?mode=ro&uri=true")
    assert Desk(closed_to_us).book.tickets() == []
    with pytest.raises(OperatorNeededError, match="read-only"):
        Desk(closed_to_us).enrol()
    closed_to_us.close()
    database.close()


def test_answers_and_unfinished_erasures_outlive_the_process(url, desk, device):
    notice = erasure(SUBJECT)
    desk.take(device, feedback(1), notice)
    desk.database.close()
    again = Database(url)
    answers = AnswerStore(again)
    assert answers.finish_erasures(NOW) == 1
    kinds = [entry.answer.kind for entry in answers.waiting(10)]
    assert kinds == [AnswerKind.RECEIPT, AnswerKind.ERASURE_RECEIPT]
    again.close()


def test_a_file_that_is_no_database_is_named_as_damaged(tmp_path):
    (tmp_path / "hub.db").write_bytes(b"not a database at all, " * 400)
    with pytest.raises(OperatorNeededError, match="damaged"):
        open_sqlite(tmp_path / "hub.db").prepare()


@pytest.mark.parametrize("address", ["nonsense", "nosuchdialect://x", "postgresql+nosuchdriver://x"])
def test_a_database_address_that_means_nothing_is_refused_with_an_example(address):
    with pytest.raises(OperatorNeededError, match=r"postgresql\+psycopg"):
        Database(address)


def test_a_server_that_is_away_is_a_temporary_trouble_without_its_password_in_the_message(tmp_path):
    database = Database(f"postgresql+psycopg://tingche:hunter2@/postgres?host={tmp_path}")
    with pytest.raises(TemporaryError, match="not reachable") as caught:
        database.prepare()
    assert "hunter2" not in str(caught.value)
    database.close()
