"""Packing: what comes out is what went in, smaller; whatever arrives, the answer is bytes or a typed refusal."""

import contextlib
import hashlib
import zlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from agent.contract import codec, packing
from agent.contract.refusal import RefusalReason, RefusedMessageError
from tests.builders import T0, feedback, one_of_each, record_id

LIMIT = codec.MAX_MESSAGE_BYTES


def encoded(message):
    return codec.encode(message, message_id=record_id(1), source="/tenants/demo/hub", time=T0)


@pytest.mark.parametrize("kind", sorted(one_of_each()))
def test_every_kind_of_message_becomes_smaller_and_comes_back(kind):
    plain = encoded(one_of_each()[kind])
    packed = packing.pack(plain)
    assert packed is not None
    assert packing.unpack(packed, packing.NAME, LIMIT) == plain


def test_one_sentence_takes_less_than_half():
    plain = encoded(feedback())
    assert len(packing.pack(plain)) < len(plain) / 2


def test_what_does_not_become_smaller_is_left_as_it_is():
    assert packing.pack(hashlib.shake_256(b"noise").digest(500)) is None


def test_a_dictionary_never_changes_for_what_is_on_its_way_was_packed_with_it():
    digest = hashlib.sha256(packing._DICTIONARY).hexdigest()
    assert (packing.NAME, digest) == ("deflate-1", "307dfeb70d0469d8b5de25158085eed5ca2f08b5c94dbe197e394f93224a806c")


def test_a_few_bytes_that_claim_to_be_many_are_refused_before_they_are_many():
    packer = zlib.compressobj(9, wbits=-15)
    bomb = packer.compress(bytes(50_000_000)) + packer.flush()
    with pytest.raises(RefusedMessageError) as caught:
        packing.unpack(bomb, packing.NAME, LIMIT)
    assert caught.value.reason is RefusalReason.OVERSIZE


def test_a_packing_of_a_later_version_is_refused_by_name():
    with pytest.raises(RefusedMessageError) as caught:
        packing.unpack(packing.pack(encoded(feedback())), "deflate-2", LIMIT)
    assert caught.value.reason is RefusalReason.UNKNOWN_VERSION


@given(st.binary(max_size=400))
@example(b"")
def test_any_bytes_unpack_or_are_refused(raw):
    with contextlib.suppress(RefusedMessageError):
        assert len(packing.unpack(raw, packing.NAME, LIMIT)) <= LIMIT


@given(st.integers(1, 5), st.binary(max_size=4))
def test_what_is_cut_or_has_bytes_behind_it_is_refused(cut, behind):
    packed = packing.pack(encoded(feedback()))
    for changed in (packed[:-cut], packed + b"\0" + behind):
        with pytest.raises(RefusedMessageError):
            packing.unpack(changed, packing.NAME, LIMIT)
