"""The enrolment API over HTTP, with the real database, keys and certificate authority."""

import base64
import hashlib
import os
import warnings
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_public_key
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from starlette.applications import Starlette

from agent.contract.identifiers import crockford
from agent.contract.messages import DeviceKind
from hub.adapters.database.connection import open_sqlite
from hub.adapters.database.fleet_store import FleetStore
from hub.adapters.database.ticket_book import DatabaseTicketBook
from hub.adapters.key_folder import open_keys
from hub.fleet.broker_address import BrokerAddress
from hub.fleet.claims import MAX_WRONG_TRIES, Claim, ClaimCode
from hub.web.enrolment_api import EnrolmentDesk, enrolment_routes
from tests.fakes.clock import FakeClock
from tests.fakes.field_device import FieldDevice

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it works with httpx as with httpx2, and says on import which it would like
    from starlette.testclient import TestClient

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class Office:
    """A hub's enrolment desk and a client of it."""

    def __init__(self, folder):
        self.clock = FakeClock(NOW)
        self.keys = open_keys(folder / "keys", "demo", NOW)
        self.database = open_sqlite(folder / "hub.db")
        self.database.prepare()
        self.fleet = FleetStore(self.database)
        desk = EnrolmentDesk(
            self.fleet,
            self.keys,
            BrokerAddress("127.0.0.1", 18460, tls=False),
            self.clock.now,
            os.urandom,
            monotonic=self.clock.monotonic,
        )
        self.client = TestClient(Starlette(routes=enrolment_routes(desk)), client=("10.0.0.1", 1))
        self.elsewhere = TestClient(Starlette(routes=enrolment_routes(desk)), client=("10.0.0.2", 1))

    def claim(self, kind=DeviceKind.CHARGER_KIOSK, minutes=60):
        code = ClaimCode.make(os.urandom, self.keys.authority.der)
        new = Claim("demo", kind, "12号站", self.clock.now() + timedelta(minutes=minutes))
        self.fleet.add_claim(code.hashed(self.keys.claim), new, self.clock.now())
        return code.text

    def post(self, content, client=None):
        return (client or self.client).post("/api/v1/enrol", json=content)

    def devices(self):
        return DatabaseTicketBook(self.database).devices()


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path)
    yield made
    made.database.close()


def test_enrolment_tells_a_device_everything_it_needs(office):
    device = FieldDevice()
    answer = office.post(device.request(office.claim()))
    told = answer.json()
    assert answer.status_code == 200
    assert set(told) == {
        *("tenant", "device", "certificate_pem", "ca_pem", "hub_seal_key", "hub_sign_key_pem", "desk_key", "voice_key"),
        *("masking_key", "mqtt", "place"),
    }
    assert (told["tenant"], told["place"], told["mqtt"]) == (
        "demo",
        "12号站",
        {"host": "127.0.0.1", "port": 18460, "tls": False},
    )
    assert base64.b64decode(told["hub_seal_key"]) == office.keys.seal.public_key().public_bytes_raw()
    assert base64.b64decode(told["desk_key"]) == office.keys.desk.public_bytes_raw()
    assert base64.b64decode(told["voice_key"]) == office.keys.voice.public_bytes_raw()
    assert len(base64.b64decode(told["masking_key"])) == 32
    assert load_pem_public_key(told["hub_sign_key_pem"].encode()) == office.keys.sign.public_key()
    assert [row.device for row in office.devices()] == [told["device"]]


def test_the_certificate_names_the_pseudonym_and_serves_as_a_client_only(office):
    device = FieldDevice()
    told = office.post(device.request(office.claim())).json()
    leaf = x509.load_pem_x509_certificate(told["certificate_pem"].encode())
    ca = x509.load_pem_x509_certificate(told["ca_pem"].encode())
    leaf.verify_directly_issued_by(ca)
    names = leaf.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    assert [name.value for name in names] == [told["device"]]
    assert leaf.public_key() == device.signing.public_key()
    assert (leaf.not_valid_after_utc - NOW).days == 825
    assert list(leaf.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value) == [
        ExtendedKeyUsageOID.CLIENT_AUTH
    ]
    constraints = leaf.extensions.get_extension_for_class(x509.BasicConstraints)
    assert (constraints.critical, constraints.value.ca) == (True, False)
    ca_constraints = ca.extensions.get_extension_for_class(x509.BasicConstraints)
    assert (ca_constraints.value.ca, ca_constraints.value.path_length) == (True, 0)
    assert (ca.not_valid_after_utc - NOW).days == 3652


def test_a_device_recognises_the_hub_by_the_second_part_of_its_claim(office):
    ca = x509.load_pem_x509_certificate(office.client.get("/api/v1/ca").json()["ca_pem"].encode())
    digest = hashlib.sha256(ca.public_bytes(Encoding.DER)).digest()
    assert office.claim().replace("-", "")[10:] == crockford(digest, 16)


def test_a_claim_is_single_use_but_a_lost_answer_can_be_fetched_again(office):
    claim, device = office.claim(), FieldDevice()
    first, again = office.post(device.request(claim)), office.post(device.request(claim))
    foreign = office.post(FieldDevice().request(claim))
    assert first.json() == again.json()
    assert (foreign.status_code, foreign.json()["error"]) == (409, "claim_used")
    assert len(office.devices()) == 1


def test_the_first_part_alone_enrols_too(office):
    assert office.post(FieldDevice().request(office.claim()[:11])).status_code == 200


def test_a_claim_of_another_hub_is_named_as_such(office):
    own = office.claim()
    foreign = own[:11] + "-" + ClaimCode.make(os.urandom, b"another").text[12:]
    answer = office.post(FieldDevice().request(foreign))
    assert (answer.status_code, answer.json()["error"]) == (409, "other_hub")


def test_a_claim_ends(office):
    claim = office.claim(minutes=60)
    office.clock.advance(3600)
    answer = office.post(FieldDevice().request(claim))
    assert (answer.status_code, answer.json()["error"]) == (410, "claim_expired")
    assert office.devices() == []


def test_a_claim_is_for_one_kind_of_device(office):
    answer = office.post(FieldDevice("head_unit").request(office.claim()))
    assert (answer.status_code, answer.json()["error"]) == (409, "kind_mismatch")


def test_guessing_is_slowed_down_per_address_and_says_nothing_about_the_code(office):
    good = office.claim()
    guesses = [good[:4] + ("0" if good[4] != "0" else "1") + good[5:]] * MAX_WRONG_TRIES
    answers = [office.post(FieldDevice().request(guess)) for guess in guesses]
    assert {(a.status_code, a.text) for a in answers} == {(403, answers[0].text)}
    assert answers[0].json()["error"] == "claim_unknown"
    slowed = office.post(FieldDevice().request(good))
    assert (slowed.status_code, slowed.json()["error"]) == (429, "too_many_tries")
    assert office.post(FieldDevice().request(good), office.elsewhere).status_code == 200
    other = office.claim()
    office.clock.advance(61)
    assert office.post(FieldDevice().request(other)).status_code == 200


@pytest.mark.parametrize(
    ("content", "content_type", "status"),
    [
        (b"not json", "application/json", 400),
        (b"[]", "application/json", 400),
        (b"{}", "application/json", 400),
        (b"\xff\xfe", "application/json", 400),
        (b"[" * 10_000, "application/json", 400),
        (b" " * 20_000, "application/json", 413),
        (b"{}", "text/plain", 415),
        (b"claim=1", "application/x-www-form-urlencoded", 415),
    ],
)
def test_what_is_not_a_request_is_refused_with_a_remedy(office, content, content_type, status):
    answer = office.client.post("/api/v1/enrol", content=content, headers={"content-type": content_type})
    assert answer.status_code == status
    assert set(answer.json()) == {"error", "remedy"}


def test_a_refusal_repeats_nothing_that_was_sent(office):
    answer = office.post(FieldDevice().request(office.claim(), kind="13800138000", sealing_key="13800138000"))
    assert answer.status_code == 400
    assert "13800138000" not in answer.text


def test_a_claim_is_not_in_the_database_as_it_was_typed(office, tmp_path):
    claim = office.claim().replace("-", "")[:10].encode()
    office.database.close()
    for file in tmp_path.glob("hub.db*"):
        assert claim not in file.read_bytes().replace(b"-", b"")
