"""The wire of released versions stays readable for ever. Golden files are append-only: never edit one, add one."""

import json
from pathlib import Path

import pytest

from agent.contract import codec
from agent.contract.messages import MESSAGES
from tests.builders import T0, one_of_each, record_id

GOLDEN = Path(__file__).parent / "golden" / "v1"
SOURCE = "/tenants/demo/devices/d-00112233445566778899"


def test_every_message_kind_has_a_golden_and_a_builder():
    assert {p.stem for p in GOLDEN.glob("*.json")} == set(MESSAGES) == set(one_of_each())


@pytest.mark.parametrize("kind", sorted(MESSAGES))
def test_golden_decodes_to_the_message_it_was_made_from(kind):
    message_id, message = codec.decode((GOLDEN / f"{kind}.json").read_bytes())
    assert message_id == record_id(7)
    assert message == one_of_each()[kind]


@pytest.mark.parametrize("kind", sorted(MESSAGES))
def test_this_version_still_writes_the_golden_bytes(kind):
    written = codec.encode(one_of_each()[kind], message_id=record_id(7), source=SOURCE, time=T0)
    assert json.loads(written) == json.loads((GOLDEN / f"{kind}.json").read_bytes())


@pytest.mark.parametrize("kind", sorted(MESSAGES))
def test_unknown_fields_survive_decoding_and_encoding(kind):
    event = json.loads((GOLDEN / f"{kind}.json").read_bytes())
    event["data"]["from_the_future"] = {"deep": [1, 2]}
    message_id, message = codec.decode(json.dumps(event).encode())
    again = json.loads(codec.encode(message, message_id=message_id, source=SOURCE, time=T0))
    assert again["data"]["from_the_future"] == {"deep": [1, 2]}


@pytest.mark.parametrize("kind", sorted(MESSAGES))
def test_every_field_of_every_message_is_set_in_its_golden(kind):
    data = json.loads((GOLDEN / f"{kind}.json").read_bytes())["data"]
    assert set(MESSAGES[kind].model_fields) <= set(data)
