"""Whatever arrives, decoders answer with a message or a typed refusal; never with another exception."""

import contextlib
import json
import struct

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import example, given, settings
from hypothesis import strategies as st

from agent.contract import codec, sealing, topics
from agent.contract.identifiers import parse_receipt
from agent.contract.refusal import RefusalReason, RefusedMessageError
from tests.builders import T0, feedback, one_of_each, record_id

DEVICE_KEY = ec.generate_private_key(ec.SECP256R1())
HUB_KEY = X25519PrivateKey.generate()
OTHER_KEY = X25519PrivateKey.generate()


def seal(message=None, **changes):
    arguments = {
        "tenant": "demo",
        "sender": "d-00112233445566778899",
        "message_id": record_id(1),
        "time": T0,
        "receiver_key": HUB_KEY.public_key(),
        "signing_key": DEVICE_KEY,
    }
    return sealing.seal(message or feedback(), **(arguments | changes))


SEALED = seal()


def open_(raw, key=HUB_KEY):
    return sealing.open_frame(sealing.parse(raw), DEVICE_KEY.public_key(), lambda _: key)


def refusal_of(call):
    with pytest.raises(RefusedMessageError) as caught:
        call()
    return caught.value.reason


def event(**changes):
    whole = json.loads(codec.encode(feedback(), message_id=record_id(1), source="/x", time=T0))
    return json.dumps(whole | changes).encode()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@given(st.binary(max_size=400))
@example(b"\xff\xfe")
@example(b"[" * 60_000)
@example(b'{"specversion":"1.0","id":"\\ud800","type":"cn.tingche.feedback.v1","data":"\\ud800"}')
def test_any_bytes_decode_or_are_refused(raw):
    with contextlib.suppress(RefusedMessageError):
        codec.decode(raw)


@given(st.sampled_from(sorted(one_of_each())), st.data())
@settings(max_examples=300)
def test_any_change_of_a_field_decodes_or_is_refused(kind, data):
    whole = json.loads(codec.encode(one_of_each()[kind], message_id=record_id(1), source="/x", time=T0))
    place = data.draw(st.sampled_from([(whole, k) for k in whole] + [(whole["data"], k) for k in whole["data"]]))
    place[0][place[1]] = data.draw(json_values)
    with contextlib.suppress(RefusedMessageError):
        codec.decode(json.dumps(whole).encode())


@given(st.binary(max_size=300))
@example(b"TC")
@example(b"TC\x01\xff\xff")
@example(b"TC\x01\x00\x02{}\xff\xff\xff\xff")
def test_any_bytes_are_a_frame_or_refused(raw):
    with contextlib.suppress(RefusedMessageError):
        sealing.parse(raw)


@given(st.data())
@settings(max_examples=200)
def test_a_changed_frame_never_opens(data):
    raw = bytearray(SEALED)
    at = data.draw(st.integers(0, len(raw) - 1))
    raw[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises(RefusedMessageError):
        open_(bytes(raw))


@given(st.integers(0, 2000))
def test_a_cut_frame_is_truncated_or_malformed(length):
    reason = refusal_of(lambda: open_(SEALED[: min(length, len(SEALED) - 1)]))
    assert reason in {RefusalReason.TRUNCATED, RefusalReason.MALFORMED}


@given(st.text(max_size=80))
def test_any_text_is_a_topic_or_not(text):
    parsed = topics.Topic.parse(text)
    assert parsed is None or str(parsed) == text


@given(st.text(max_size=40))
def test_any_typing_is_a_receipt_or_not(text):
    parse_receipt(text)


def test_what_was_sealed_opens():
    assert open_(seal()) == feedback()


def test_oversize_is_refused_before_it_is_parsed():
    assert refusal_of(lambda: sealing.parse(b"TC" * sealing.MAX_FRAME_BYTES)) is RefusalReason.OVERSIZE
    assert refusal_of(lambda: codec.decode(b" " * (codec.MAX_MESSAGE_BYTES + 1))) is RefusalReason.OVERSIZE


def test_a_part_that_claims_too_much_is_oversize_not_a_memory_request():
    raw = b"TC" + struct.pack(">BH", 1, 2) + b"{}"
    assert refusal_of(lambda: sealing.parse(raw)) is RefusalReason.MALFORMED
    assert refusal_of(lambda: sealing.parse(b"TC\x01\xff\xff" + b"x" * 10)) is RefusalReason.OVERSIZE


def test_the_largest_message_fits_its_frame():
    longest = feedback(text={"text": "车" * 4000, "spans": []})
    assert len(seal(longest)) <= sealing.MAX_FRAME_BYTES


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-03-01T08:30:00"])
def test_a_moment_that_is_none_in_utc_is_malformed(moment):
    bad = json.loads(event())
    bad["data"]["recorded_at"] = moment
    assert refusal_of(lambda: codec.decode(json.dumps(bad).encode())) is RefusalReason.MALFORMED


def test_unknown_major_version_is_refused_by_name():
    with pytest.raises(RefusedMessageError, match="feedback version 2") as caught:
        codec.decode(event(type="cn.tingche.feedback.v2"))
    assert caught.value.reason is RefusalReason.UNKNOWN_VERSION
    raw = bytearray(seal())
    raw[2] = 9
    assert refusal_of(lambda: sealing.parse(bytes(raw))) is RefusalReason.UNKNOWN_VERSION


def test_unknown_kind_is_refused_by_name():
    with pytest.raises(RefusedMessageError, match="telepathy") as caught:
        codec.decode(event(type="cn.tingche.telepathy.v1"))
    assert caught.value.reason is RefusalReason.UNKNOWN_KIND


def test_another_signer_is_refused_before_anything_is_opened():
    def never(_):
        raise AssertionError("asked for the private key of an unverified frame")

    forged = seal(signing_key=ec.generate_private_key(ec.SECP256R1()))
    reason = refusal_of(lambda: sealing.open_frame(sealing.parse(forged), DEVICE_KEY.public_key(), never))
    assert reason is RefusalReason.BAD_SIGNATURE


def test_a_frame_for_another_key_is_refused():
    raw = seal()
    frame = sealing.parse(raw)
    assert refusal_of(lambda: sealing.open_frame(frame, DEVICE_KEY.public_key(), lambda _: None)) is (
        RefusalReason.UNKNOWN_KEY
    )
    assert refusal_of(lambda: open_(raw, OTHER_KEY)) is RefusalReason.CANNOT_OPEN


def test_header_and_message_must_agree():
    lying = seal(message_id=record_id(1))
    frame = sealing.parse(lying)
    assert frame.header.message_id == record_id(1)
    swapped = sealing.Frame(
        sealing.Header(**{f: getattr(frame.header, f) for f in sealing.Header.__slots__} | {"kind": "loss"}),
        frame.body,
        frame.signature,
        frame.signed_part,
    )
    assert refusal_of(lambda: sealing.open_frame(swapped, DEVICE_KEY.public_key(), lambda _: HUB_KEY)) is (
        RefusalReason.CANNOT_OPEN
    )


def test_refusals_hold_nothing_of_the_message():
    bad = json.loads(event())
    bad["data"]["rating"] = "13900001234"
    bad["data"]["text"]["text"] = ["13900001234"]
    with pytest.raises(RefusedMessageError) as caught:
        codec.decode(json.dumps(bad).encode())
    assert "13900001234" not in repr(caught.value) + str(caught.value) + repr(caught.value.__cause__)


def test_a_contact_opens_for_the_desk_alone():
    sealed = sealing.seal_contact("13900001234", HUB_KEY.public_key())
    assert sealing.open_contact(sealed, HUB_KEY) == "13900001234"
    assert refusal_of(lambda: sealing.open_contact(sealed, OTHER_KEY)) is RefusalReason.CANNOT_OPEN
