"""Who gets an identity for a claim."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st

from agent.contract.messages import DeviceKind
from hub.fleet.claims import Claim
from hub.fleet.enrolment import Enrol, EnrolmentError, EnrolmentRequest, NotEnrolled, decide, read_request
from tests.fakes.field_device import FieldDevice

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
CODE = "K7M2Q-9XTRA"


def fixed(count):
    return b"\xab" * count


def read(device=None, **changes):
    return read_request(json.dumps((device or FieldDevice()).request(**{"claim": CODE, **changes})).encode())


def claim(**changes):
    values = {"tenant": "demo", "kind": DeviceKind.CHARGER_KIOSK, "place": "12号站"}
    return Claim(**{**values, "expires_at": NOW + timedelta(minutes=60), **changes})


def csr_with(key):
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "x")])
    request = x509.CertificateSigningRequestBuilder().subject_name(name).sign(key, hashes.SHA256())
    return request.public_bytes(Encoding.PEM).decode()


def test_a_good_request_gets_a_random_pseudonym():
    request = read()
    assert isinstance(request, EnrolmentRequest)
    outcome = decide(request, claim(), NOW, fixed)
    assert outcome == Enrol("demo", "d-" + "ab" * 10, "12号站", repeated=False)


def test_a_lost_answer_can_be_asked_for_again_with_the_same_key():
    request = read()
    used = claim(used_by_key=request.key_id, device="d-00000000000000000001")
    assert decide(request, used, NOW, fixed) == Enrol("demo", "d-00000000000000000001", "12号站", repeated=True)


@pytest.mark.parametrize(
    ("found", "error"),
    [
        (None, EnrolmentError.CLAIM_UNKNOWN),
        (claim(expires_at=NOW), EnrolmentError.CLAIM_EXPIRED),
        (claim(kind=DeviceKind.HEAD_UNIT), EnrolmentError.KIND_MISMATCH),
        (claim(used_by_key="0" * 16, device="d-00000000000000000001"), EnrolmentError.CLAIM_USED),
    ],
)
def test_a_claim_that_does_not_fit_enrols_nobody(found, error):
    outcome = decide(read(), found, NOW, fixed)
    assert isinstance(outcome, NotEnrolled)
    assert outcome.error is error


def test_a_used_claim_ends_for_its_own_device_too():
    request = read()
    used = claim(used_by_key=request.key_id, device="d-00000000000000000001", expires_at=NOW)
    outcome = decide(request, used, NOW, fixed)
    assert isinstance(outcome, NotEnrolled)
    assert outcome.error is EnrolmentError.CLAIM_EXPIRED


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"claim": "K7M2Q"}, EnrolmentError.CLAIM_UNKNOWN),
        ({"claim": None}, EnrolmentError.MALFORMED),
        ({"kind": "toaster"}, EnrolmentError.MALFORMED),
        ({"sealing_key": "AAAA"}, EnrolmentError.MALFORMED),
        ({"sealing_key": "not base64!"}, EnrolmentError.MALFORMED),
        ({"csr_pem": ""}, EnrolmentError.BAD_CSR),
        (
            {"csr_pem": "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----"},
            EnrolmentError.BAD_CSR,
        ),
        ({"csr_pem": csr_with(ec.generate_private_key(ec.SECP384R1()))}, EnrolmentError.BAD_CSR),
        ({"csr_pem": csr_with(rsa.generate_private_key(65537, 2048))}, EnrolmentError.BAD_CSR),
        ({"agent_version": "9" * 100}, EnrolmentError.MALFORMED),
    ],
)
def test_a_request_that_is_not_one_is_refused_by_name(changes, error):
    outcome = read(**changes)
    assert isinstance(outcome, NotEnrolled)
    assert outcome.error is error


def test_a_request_for_a_key_that_did_not_sign_it_is_refused():
    csr = FieldDevice().csr_pem().splitlines()
    body = "".join(csr[1:-1])
    flipped = body[:-6] + ("A" if body[-6] != "A" else "B") + body[-5:]
    outcome = read(csr_pem="\n".join([csr[0], flipped, csr[-1]]))
    assert isinstance(outcome, NotEnrolled)
    assert outcome.error is EnrolmentError.BAD_CSR


@given(st.binary(max_size=400))
def test_any_bytes_are_answered_with_a_refusal(raw):
    assert isinstance(read_request(raw), NotEnrolled)
