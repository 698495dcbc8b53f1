"""The two loops around intake, with the wire and the store in memory."""

import logging
import threading
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from agent.contract import topics
from agent.contract.messages import Receipt
from agent.contract.refusal import RefusalReason
from hub.answers import Answer, AnswerKind, WaitingAnswer
from hub.errors import ConflictError, InputRefusedError, TemporaryError
from hub.intake import Accepted, Refused
from hub.workers import AnswerWorker, IntakeWorker
from tests.builders import feedback, record_id
from tests.fakes.frame_source import ListedFrames
from tests.fakes.known_devices import KnownDevices

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class ListedIntake:
    """`hub.workers.IntakeStore` in memory; fails as it is told, one entry per transaction."""

    def __init__(self, known, *failures):
        self.known = known
        self.failures = list(failures)
        self.committed = []
        self.refused = []
        self.kept = []
        self.poison = None
        self.inside = False

    @contextmanager
    def transaction(self, batch):
        if self.failures and (failure := self.failures.pop(0)):
            raise failure
        self.pending, self.inside = [], True
        yield self
        self.committed += self.pending
        self.inside = False

    def __getattr__(self, name):
        return getattr(self.known, name)

    def apply(self, decision, now):
        if isinstance(decision, Accepted) and decision.message_id == self.poison:
            raise self.poison_error
        self.pending.append(decision)
        return "T-000001" if isinstance(decision, Accepted) else None

    def keep(self, frame, refused, now):
        self.kept.append((frame, refused.reason))

    def refuse(self, frame, refused, now):
        self.refused.append((frame, refused.reason, refused.detail))


@pytest.fixture
def known():
    return KnownDevices()


@pytest.fixture
def device(known):
    return known.add()


def frames(device, *numbers):
    topic = topics.up(device.tenant, device.name, "feedback")
    return ListedFrames([(topic, device.frame(feedback(number))) for number in numbers])


def worker(source, store):
    return IntakeWorker(source, store, store.known.opening_key, lambda: NOW, lambda: None)


def test_a_frame_is_acknowledged_after_its_commit_and_not_before(known, device):
    source, store = frames(device, 1), ListedIntake(known, TemporaryError("disk full"))
    batch = source.next_batch(10, 0)
    with pytest.raises(TemporaryError):
        worker(source, store).take(batch)
    assert (source.acknowledged, store.committed) == ([], [])
    worker(source, store).take(batch)
    assert source.acknowledged == list(batch)
    assert len(store.committed) == 1


def test_a_full_disk_is_waited_for_and_said_once(known, device, caplog, monkeypatch):
    monkeypatch.setattr("hub.workers._DISK_PAUSE_S", 0.0)
    source = frames(device, 1)
    store = ListedIntake(known, *[TemporaryError("disk full")] * 3)
    stopping = threading.Event()
    source.acknowledge = lambda _batch: stopping.set()
    with caplog.at_level(logging.INFO):
        worker(source, store).run(stopping)
    assert len(store.committed) == 1
    assert [record.levelname for record in caplog.records].count("ERROR") == 1


def test_another_worker_in_the_way_is_no_failure(known, device):
    source, store = frames(device, 1, 2), ListedIntake(known, ConflictError("x"), ConflictError("x"))
    worker(source, store).take(source.next_batch(10, 0))
    assert len(store.committed) == 2


@pytest.mark.parametrize("error", [InputRefusedError("a value"), ValueError("a bug")])
def test_one_frame_that_fails_does_not_stop_the_others_and_is_set_aside(known, device, error):
    source, store = frames(device, 1, 2, 3), ListedIntake(known)
    store.poison, store.poison_error = record_id(2), error
    batch = source.next_batch(10, 0)
    worker(source, store).take(batch)
    assert [decision.message_id for decision in store.committed] == [record_id(1), record_id(3)]
    ((frame, reason, detail),) = store.refused
    assert (frame, reason) == (batch[1], RefusalReason.MALFORMED)
    assert "a bug" not in detail
    assert len(source.acknowledged) == 3


def test_a_known_devices_frames_are_opened_before_the_transaction_that_makes_others_wait(known, device):
    source, store = frames(device, 1, 2), ListedIntake(known)
    opened = []

    def opening_key(key_id):
        opened.append(store.inside)
        return known.opening_key(key_id)

    taking = IntakeWorker(source, store, opening_key, lambda: NOW, lambda: None)
    taking.take(source.next_batch(1, 0))
    taking.take(source.next_batch(1, 0))
    assert opened == [True, False]
    assert len(store.committed) == 2


def test_what_was_opened_ahead_counts_only_for_the_key_and_the_standing_that_the_database_has_now(known, device):
    source, store = frames(device, 1, 2, 3), ListedIntake(known)
    taking = worker(source, store)
    taking.take(source.next_batch(1, 0))
    enrolled = known.senders["demo", device.name]
    known.senders["demo", device.name] = replace(enrolled, revoked=True)
    taking.take(source.next_batch(1, 0))
    other_key = ec.generate_private_key(ec.SECP256R1()).public_key()
    known.senders["demo", device.name] = replace(enrolled, signing_key=other_key)
    taking.take(source.next_batch(1, 0))
    accepted, revoked, forged = store.committed
    assert isinstance(accepted, Accepted)
    assert [revoked.reason, forged.reason] == [RefusalReason.REVOKED_SENDER, RefusalReason.BAD_SIGNATURE]


def test_no_log_line_holds_what_was_said(known, device, caplog):
    source, store = frames(device, 1, 2), ListedIntake(known)
    store.poison, store.poison_error = record_id(2), ValueError(feedback().text.text)
    with caplog.at_level(logging.DEBUG):
        worker(source, store).take(source.next_batch(10, 0))
    assert record_id(1) in caplog.text
    assert feedback().text.text not in caplog.text


def test_rubbish_is_committed_as_a_refusal(known, device):
    source = ListedFrames([("no topic of ours", b"rubbish")])
    store = ListedIntake(known)
    batch = source.next_batch(10, 0)
    worker(source, store).take(batch)
    (decision,) = store.committed
    assert isinstance(decision, Refused)
    assert store.kept == [(batch[0], decision.reason)]


class ListedAnswers:
    """`hub.workers.AnswerQueue` in memory."""

    def __init__(self, *devices):
        self.devices = {device.name: device for device in devices}
        self.queue = {}

    def put(self, device, number):
        payload = {"lines": [{"message_id": record_id(number), "outcome": "accepted", "ticket_no": None}]}
        answer = Answer("demo", device.name, AnswerKind.RECEIPT, f"batch {number}", payload)
        self.queue[number] = WaitingAnswer(number, answer)

    def waiting(self, limit, besides):
        return [entry for number, entry in self.queue.items() if number not in besides][:limit]

    def sealing_key(self, tenant, device):
        return self.devices[device].opening.public_key().public_bytes_raw()

    def taken(self, ids):
        for number in ids:
            del self.queue[number]

    def finish_erasures(self, now):
        return 0


@pytest.fixture
def answering(device):
    source, queue, key = ListedFrames(), ListedAnswers(device), ec.generate_private_key(ec.SECP256R1())
    pem = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
    device.identity["hub_sign_key_pem"] = pem
    return source, queue, AnswerWorker(source, queue, key, lambda: NOW, threading.Event())


def test_waiting_lines_go_down_as_one_receipt_that_the_device_can_verify_and_open(device, answering):
    source, queue, sender = answering
    queue.put(device, 1)
    queue.put(device, 2)
    sender.step()
    ((topic, payload),) = source.published
    receipt = device.open(payload)
    assert topic == topics.down("demo", device.name, "receipt")
    assert isinstance(receipt, Receipt)
    assert [line.message_id for line in receipt.lines] == [record_id(1), record_id(2)]


def test_an_answer_is_forgotten_when_the_broker_took_it_and_not_sent_twice_before(device, answering):
    source, queue, sender = answering
    queue.put(device, 1)
    source.taken = lambda: ()
    sender.step()
    sender.step()
    assert len(source.published) == 1
    assert list(queue.queue) == [1]
    source.taken = lambda: (1,)
    sender.forget_taken(at_least=2)
    source.taken = lambda: ()
    sender.step()
    assert (len(source.published), list(queue.queue)) == (1, [1])
    sender.forget_taken()
    assert queue.queue == {}


def test_with_the_broker_away_answers_wait(device, answering):
    source, queue, sender = answering
    queue.put(device, 1)
    source.up = False
    sender.step()
    assert (source.published, list(queue.queue)) == ([], [1])
    source.up = True
    sender.step()
    assert len(source.published) == 1
