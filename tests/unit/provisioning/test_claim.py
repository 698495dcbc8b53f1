import hashlib

import pytest
from pydantic import ValidationError

from agent.contract.identifiers import crockford
from agent.errors import InputRefusedError
from agent.provisioning.claim import Claim
from agent.provisioning.identity import DeviceIdentity

AUTHORITY = b"a certificate in DER"
FINGERPRINT = crockford(hashlib.sha256(AUTHORITY).digest()[:10], 16)


def test_a_claim_recognises_its_hub_and_no_other():
    claim = Claim.parse(f"k7m2q-9xtra-{FINGERPRINT[:4]}-{FINGERPRINT[4:]}")
    assert claim.code == "K7M2Q9XTRA" + FINGERPRINT
    assert claim.recognises(AUTHORITY)
    assert not claim.recognises(AUTHORITY + b"!")


@pytest.mark.parametrize("typed", ["", "K7M2Q-9XTRA", "K7M2Q-9XTRA-" + "7" * 17, "K7M2Q-9XTR!-" + "7" * 16])
def test_what_cannot_be_a_claim_is_refused_with_the_next_step(typed):
    with pytest.raises(InputRefusedError, match="tingche-hub claim") as caught:
        Claim.parse(typed)
    assert "K7M2Q" not in str(caught.value)


def test_a_claim_hides_its_code():
    assert "K7M2Q" not in repr(Claim.parse("K7M2Q9XTRA" + FINGERPRINT))


def test_an_identity_with_damaged_keys_is_refused():
    with pytest.raises(ValidationError) as caught:
        DeviceIdentity.model_validate(
            {
                "tenant": "demo",
                "device": "d-00112233445566778899",
                "kind": "head_unit",
                "mqtt": {"host": "127.0.0.1", "port": 1883, "tls": False},
                "hub_seal_key": "c2hvcnQ=",
                "hub_sign_key_pem": "nonsense",
                "desk_key": "%%%",
            }
        )
    assert {e["loc"][0] for e in caught.value.errors()} == {"hub_seal_key", "hub_sign_key_pem", "desk_key"}
