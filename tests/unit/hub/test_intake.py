"""What intake decides, case by case: who is heard, who is answered, what counts once."""

import json
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from agent.contract import codec, sealing, topics
from agent.contract.messages import Receipt, ReceiptLine
from agent.contract.refusal import RefusalReason
from hub.intake import Accepted, Duplicate, ErasedAlready, Refused, judge, read
from hub.tickets.ticket import DeadlineKind
from tests.builders import feedback, record_id
from tests.fakes.field_device import FieldDevice, erasure, loss_report
from tests.fakes.known_devices import TENANT, KnownDevices

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def known():
    return KnownDevices()


@pytest.fixture
def device(known):
    return known.add()


def take(known, device, frame, topic=None):
    return decide(topic or topics.up(TENANT, device.name, "feedback"), frame, known)


def decide(topic, raw, known, opening_key=None):
    arrival = read(topic, raw)
    if isinstance(arrival, Refused):
        return arrival
    return judge(arrival, known=known, opening_key=opening_key or known.opening_key, now=NOW)


def test_a_good_feedback_becomes_a_ticket_with_its_deadlines_from_receipt(known, device):
    decision = take(known, device, device.frame(feedback()))
    assert isinstance(decision, Accepted)
    assert decision.ticket is not None
    assert decision.ticket.feedback == feedback()
    assert [limit.kind for limit in decision.ticket.deadlines] == [
        DeadlineKind.SAFETY,
        DeadlineKind.PROMISED,
        DeadlineKind.OUTER,
    ]
    assert decision.ticket.deadlines[0].due_at == datetime(2026, 3, 2, 9, 10, tzinfo=UTC)


def test_erasure_and_loss_are_accepted_on_their_own_channels(known, device):
    notice, report = erasure("s-0123456789abcdef0123"), loss_report()
    gone = take(known, device, device.frame(notice), topics.up(TENANT, device.name, "erasure"))
    lost = take(known, device, device.frame(report), topics.up(TENANT, device.name, "loss"))
    assert isinstance(gone, Accepted)
    assert gone.erasure == notice
    assert isinstance(lost, Accepted)
    assert lost.loss == report


def test_a_repeated_message_is_answered_with_its_first_ticket(known, device):
    seen = Duplicate(known.senders[TENANT, device.name], record_id(1), "feedback", "T-000007")
    known.inbox[device.name, record_id(1)] = seen
    assert take(known, device, device.frame(feedback(1))) is seen


@pytest.mark.parametrize("erased", [record_id(1), feedback(1).subject])
def test_what_arrives_after_its_erasure_is_not_kept(known, device, erased):
    known.erased.add((device.name, erased))
    decision = take(known, device, device.frame(feedback(1)))
    assert decision == ErasedAlready(known.senders[TENANT, device.name], record_id(1))


def test_the_broker_is_not_trusted_to_move_a_frame_to_another_device(known, device):
    other = known.add("d-00000000000000000002")
    decision = take(known, other, device.frame(feedback()))
    assert isinstance(decision, Refused)
    assert decision.reason is RefusalReason.WRONG_PLACE
    assert not decision.answerable


def test_the_broker_is_not_trusted_to_provoke_a_rejection_by_moving_a_frame_to_another_channel(known, device):
    decision = take(known, device, device.frame(feedback()), topics.up(TENANT, device.name, "loss"))
    assert isinstance(decision, Refused)
    assert decision.reason is RefusalReason.WRONG_PLACE
    assert not decision.answerable


def test_the_broker_is_not_trusted_to_change_a_byte(known, device):
    frame = device.frame(feedback())
    for at in range(0, len(frame), 7):
        changed = bytearray(frame)
        changed[at] ^= 1
        decision = take(known, device, bytes(changed))
        assert isinstance(decision, Refused), at
        assert not decision.answerable, at


def test_a_stranger_who_signs_with_his_own_key_gets_no_answer(known, device):
    forger = FieldDevice(identity=device.identity)
    decision = take(known, device, forger.frame(feedback()))
    assert isinstance(decision, Refused)
    assert decision.reason is RefusalReason.BAD_SIGNATURE
    assert not decision.answerable


def test_a_device_that_never_enrolled_gets_no_answer(known):
    stranger = KnownDevices(seal=known.seal).add("d-00000000000000000009")
    decision = take(known, stranger, stranger.frame(feedback()))
    assert isinstance(decision, Refused)
    assert decision.reason is RefusalReason.UNKNOWN_SENDER
    assert not decision.answerable


def test_a_revoked_device_is_not_heard_any_more(known):
    revoked = known.add("d-00000000000000000003", revoked=True)
    decision = take(known, revoked, revoked.frame(feedback()))
    assert isinstance(decision, Refused)
    assert decision.reason is RefusalReason.REVOKED_SENDER
    assert not decision.answerable


def test_a_frame_sealed_to_another_key_is_rejected_to_its_sender(known, device):
    frame = device.frame(feedback(), receiver_key=X25519PrivateKey.generate().public_key())
    decision = take(known, device, frame)
    assert isinstance(decision, Refused)
    assert decision.reason is RefusalReason.UNKNOWN_KEY
    assert decision.answer_to == (known.senders[TENANT, device.name], record_id(1))


def test_a_message_of_a_future_version_is_rejected_by_name(known, device, monkeypatch):
    monkeypatch.setattr(codec, "MAJOR_VERSION", 2)
    message = codec.encode(feedback(), message_id=record_id(1), source="x", time=NOW)
    monkeypatch.undo()
    monkeypatch.setattr(codec, "encode", lambda *_, **__: message)
    frame = device.frame(feedback())
    monkeypatch.undo()
    decision = take(known, device, frame)
    assert isinstance(decision, Refused)
    assert decision.reason is RefusalReason.UNKNOWN_VERSION
    assert decision.answerable


def test_an_unknown_kind_is_rejected_to_its_sender_without_being_opened(known, device, monkeypatch):
    monkeypatch.setattr(type(feedback()), "kind", "prophecy")
    frame = device.frame(feedback())
    monkeypatch.undo()
    decision = take(known, device, frame, f"tingche/v1/{TENANT}/{device.name}/up/prophecy")
    assert isinstance(decision, Refused)
    assert decision.reason is RefusalReason.UNKNOWN_KIND
    assert decision.answerable


def test_a_message_that_only_the_hub_may_send_is_refused(known, device):
    receipt = Receipt(lines=(ReceiptLine(message_id=record_id(1), outcome="accepted"),), received_at=NOW)
    frame = device.frame(receipt, message_id=record_id(2))
    decision = take(known, device, frame, f"tingche/v1/{TENANT}/{device.name}/up/receipt")
    assert isinstance(decision, Refused)
    assert decision.reason is RefusalReason.WRONG_PLACE


def test_a_record_under_another_message_id_is_refused_because_its_erasure_would_miss_it(known, device):
    decision = take(known, device, device.frame(feedback(1), message_id=record_id(2)))
    assert isinstance(decision, Refused)
    assert decision.reason is RefusalReason.MALFORMED
    assert decision.answerable


def test_a_message_id_that_no_answer_could_name_is_counted_and_left(known, device):
    decision = take(known, device, device.frame(feedback(1), message_id="1"))
    assert isinstance(decision, Refused)
    assert decision.reason is RefusalReason.MALFORMED
    assert not decision.answerable


def test_an_oversize_frame_is_refused_before_it_is_read(known, device):
    decision = take(known, device, b"TC" + b"\0" * sealing.MAX_FRAME_BYTES)
    assert isinstance(decision, Refused)
    assert decision.reason is RefusalReason.OVERSIZE
    assert not decision.answerable


def test_keys_rotate_without_refusing_what_was_sealed_to_the_old_one(known, device):
    old = device.frame(feedback())
    keys = {sealing.key_id(known.seal.public_key()): known.seal}
    new = X25519PrivateKey.generate()
    keys[sealing.key_id(new.public_key())] = new
    fresh = device.frame(feedback(2), receiver_key=new.public_key())
    topic = topics.up(TENANT, device.name, "feedback")
    for frame in (old, fresh):
        assert isinstance(decide(topic, frame, known, keys.get), Accepted)


def test_no_refusal_repeats_what_was_said(known, device):
    frame = device.frame(feedback(1), message_id=record_id(2))
    decision = take(known, device, frame)
    assert feedback().text.text not in json.dumps(repr(decision), ensure_ascii=False)


@given(topic=st.text(max_size=80), raw=st.binary(max_size=300))
def test_rubbish_is_refused_without_an_answer_and_without_an_exception(topic, raw):
    known = KnownDevices()
    known.add()
    decision = decide(topic, raw, known)
    assert isinstance(decision, Refused)
    assert not decision.answerable


@given(cut=st.integers(min_value=0), tail=st.binary(max_size=8))
def test_a_torn_frame_is_refused_without_an_answer(cut, tail):
    known = KnownDevices()
    device = known.add()
    frame = device.frame(feedback())
    torn = frame[: cut % len(frame)] + tail
    if torn == frame:
        return
    decision = take(known, device, torn)
    assert isinstance(decision, Refused)
    assert not decision.answerable
