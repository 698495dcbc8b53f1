import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.contract import topics
from agent.contract.identifiers import ReceiptSecret, crockford, parse_receipt, uuid7

NO_CHANCE = bytes


def test_uuid7_is_rfc_9562():
    # RFC 9562, appendix A.6: unix time 0x017F22E279B0, rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F
    chance = bytes.fromhex("0CC318C4DC0C0C07398F")
    assert uuid7(0x017F22E279B0, lambda _: chance) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


@given(st.integers(0, 2**48 - 2), st.binary(min_size=10, max_size=10), st.binary(min_size=10, max_size=10))
def test_later_ids_sort_later(at, chance, other):
    earlier, later = uuid7(at, lambda _: chance), uuid7(at + 1, lambda _: other)
    assert earlier < later
    assert uuid.UUID(later).version == 7


@given(st.binary(min_size=16, max_size=16))
def test_a_receipt_survives_typing(raw):
    secret = ReceiptSecret.make(lambda _: raw)
    assert len(secret.value) == 26
    typed = " ".join(secret.value[i : i + 4] for i in range(0, 26, 4)).lower().replace("0", "o").replace("1", "l")
    assert parse_receipt(typed) == secret
    assert parse_receipt(secret.code.lower().replace("-", " ")) == secret.code


@pytest.mark.parametrize("typed", ["", "TC", "TC-1234", "driver", "7" * 27, "王先生", "TC-1234-567!"])
def test_other_words_are_no_receipt(typed):
    assert parse_receipt(typed) is None


def test_a_secret_hides_itself():
    secret = ReceiptSecret.make(lambda n: b"\x5a" * n)
    assert secret.value not in repr(secret)
    assert secret.value[:8] not in secret.code.replace("-", "")


def test_crockford_pads_and_cuts_bits():
    assert crockford(b"\xff", 2) == "ZW"
    assert crockford(b"\xff\xff", 2) == "ZZ"


@pytest.mark.parametrize(
    "text",
    [
        "tingche/v1/demo/LSVAM4184C2184532/up/feedback",  # a VIN is no pseudonym
        "tingche/v2/demo/d-0011223344/up/feedback",
        "tingche/v1/demo/d-0011223344/sideways/feedback",
        "tingche/v1/demo/d-0011223344/up/feedback/more",
        "tingche/v1//d-0011223344/up/feedback",
    ],
)
def test_topics_of_others_are_not_ours(text):
    assert topics.Topic.parse(text) is None
