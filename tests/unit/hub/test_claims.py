"""The one-time code: its shape, what is forgiven, and the brake on guessing."""

import hashlib

import pytest

from agent.contract.identifiers import CROCKFORD
from hub.fleet.claims import MAX_WRONG_TRIES, TRY_WINDOW_S, ClaimCode, WrongTries, ca_fingerprint

CA = b"a certificate"


def made(fill=b"\x5a"):
    return ClaimCode.make(lambda count: fill * count, CA)


def test_a_code_reads_in_groups_and_names_its_hub():
    text = made().text
    assert [len(group) for group in text.split("-")] == [5, 5, 4, 4, 4, 4]
    assert text.replace("-", "")[10:] == ca_fingerprint(CA)


def test_the_fingerprint_is_the_first_eighty_bits_of_the_certificate_hash():
    bits = int.from_bytes(hashlib.sha256(CA).digest()[:10], "big")
    value = 0
    for char in ca_fingerprint(CA):
        value = value * 32 + CROCKFORD.index(char)
    assert value == bits


def test_typing_forgives_case_spaces_and_lookalikes():
    code = ClaimCode("0123456789", None)
    assert ClaimCode.parse("o l23 456 789") == code
    assert ClaimCode.parse(made().text.lower().replace("-", " ")) == made()


@pytest.mark.parametrize("typed", ["", "K7M2Q", "K7M2Q-9XTRA-AAAA", "K7M2Q-9XTR!", "U" * 10, "A" * 27])
def test_another_shape_is_not_a_code(typed):
    assert ClaimCode.parse(typed) is None


def test_the_stored_hash_depends_on_the_hub_key_and_on_every_character():
    code, other = made(), ClaimCode("5AAAAAAAAA", None)
    assert code.hashed(b"k" * 32) != code.hashed(b"l" * 32)
    assert code.hashed(b"k" * 32) != other.hashed(b"k" * 32)
    assert code.secret not in repr(code)


def test_five_wrong_tries_a_minute_then_wait_and_other_addresses_go_on():
    tries = WrongTries()
    for second in range(MAX_WRONG_TRIES):
        assert tries.wait_s("10.0.0.1", second) == 0
        tries.count("10.0.0.1", second)
    assert tries.wait_s("10.0.0.1", 10) == TRY_WINDOW_S - 10
    assert tries.wait_s("10.0.0.2", 10) == 0
    assert tries.wait_s("10.0.0.1", TRY_WINDOW_S) == 0


def test_a_flood_of_addresses_does_not_fill_the_memory():
    tries = WrongTries()
    for number in range(10_000):
        tries.count(f"address {number}", 0.0)
    assert len(tries._tries) < 5000
