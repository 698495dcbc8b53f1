"""The wire of released versions stays readable for ever. Golden files are append-only: never edit one, add one.

`receipt.json` is the first golden of a kind, `receipt-2.json` the next one, from when the message got a field more.
"""

import json
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from pydantic import BaseModel

from agent.contract import codec, sealing
from agent.contract.kinds import MESSAGES
from tests.builders import T0, feedback, one_of_each, record_id

GOLDEN = Path(__file__).parent / "golden" / "v1"
FRAMES = Path(__file__).parent / "golden" / "frames"
"""A frame of each packing, with the keys to open it; `unpacked` is from before there was any."""
SOURCE = "/tenants/demo/devices/d-00112233445566778899"


def goldens(kind):
    """Oldest first."""
    return sorted(GOLDEN.glob(f"{kind}.json")) + sorted(GOLDEN.glob(f"{kind}-*.json"))


def without_later_fields(whole, written):
    """The whole message, with the fields that were not there yet when the golden was written at their defaults."""
    fields = type(whole).model_fields
    unset = {name: field.default for name, field in fields.items() if name not in written}
    parts = {
        name: without_later_parts(getattr(whole, name), value)
        for name, value in written.items()
        if name in fields and value is not None
    }
    return whole.model_copy(update=unset | parts)


def without_later_parts(whole, written):
    """The same for what a field holds: a part, or several."""
    if isinstance(whole, BaseModel):
        return without_later_fields(whole, written)
    if isinstance(whole, tuple):
        return tuple(without_later_parts(*pair) for pair in zip(whole, written, strict=True))
    return whole


def test_every_message_kind_has_a_golden_and_a_builder():
    assert {p.stem.partition("-")[0] for p in GOLDEN.glob("*.json")} == set(MESSAGES) == set(one_of_each())


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.json")), ids=lambda path: path.stem)
def test_golden_decodes_to_the_message_it_was_made_from(path):
    message_id, message = codec.decode(path.read_bytes())
    assert message_id == record_id(7)
    assert message == without_later_fields(one_of_each()[message.kind], json.loads(path.read_bytes())["data"])


@pytest.mark.parametrize("kind", sorted(MESSAGES))
def test_this_version_still_writes_the_golden_bytes(kind):
    written = codec.encode(one_of_each()[kind], message_id=record_id(7), source=SOURCE, time=T0)
    assert json.loads(written) == json.loads(goldens(kind)[-1].read_bytes())


def test_nothing_of_a_message_stays_in_memory_for_the_next_one():
    raw = goldens("feedback")[-1].read_bytes()
    (first_id, first), (next_id, following) = codec.decode(raw), codec.decode(raw)
    assert first == following
    assert first_id is not next_id
    assert first.record_id is not following.record_id
    assert first.text.text is not following.text.text


@pytest.mark.parametrize("kind", sorted(MESSAGES))
def test_unknown_fields_survive_decoding_and_encoding(kind):
    event = json.loads(goldens(kind)[-1].read_bytes())
    event["data"]["from_the_future"] = {"deep": [1, 2]}
    message_id, message = codec.decode(json.dumps(event).encode())
    again = json.loads(codec.encode(message, message_id=message_id, source=SOURCE, time=T0))
    assert again["data"]["from_the_future"] == {"deep": [1, 2]}


@pytest.mark.parametrize("kind", sorted(MESSAGES))
def test_every_field_of_every_message_is_set_in_its_newest_golden(kind):
    data = json.loads(goldens(kind)[-1].read_bytes())["data"]
    assert set(MESSAGES[kind].model_fields) <= set(data)


@pytest.mark.parametrize("path", sorted(FRAMES.glob("*.json")), ids=lambda path: path.stem)
def test_a_frame_that_was_once_sealed_is_still_opened(path):
    kept = json.loads(path.read_text())
    device = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), bytes.fromhex(kept["device_public_key"]))
    hub = X25519PrivateKey.from_private_bytes(bytes.fromhex(kept["hub_private_key"]))
    frame = sealing.parse(bytes.fromhex(kept["frame"]))
    opened = sealing.open_frame(frame, device, lambda _: hub)
    assert (opened.record_id, opened.text) == (feedback().record_id, feedback().text)
    assert frame.header.packing == (None if path.stem == "unpacked" else path.stem)
