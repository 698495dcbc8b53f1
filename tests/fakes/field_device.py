"""A device as the hub sees one: keys, frames up, frames down. Written against the contract alone, not the agent."""

import base64
import json
import os
import ssl
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_public_key
from cryptography.x509.oid import NameOID

from agent.contract import sealing
from agent.contract.directives import Acknowledgement
from agent.contract.identifiers import uuid7
from agent.contract.messages import (
    ConsentStatement,
    ErasureNotice,
    Feedback,
    LossReport,
    Message,
    SealedContact,
    Voice,
)

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def new_id() -> str:
    """A fresh record id."""
    return uuid7(int(datetime.now(UTC).timestamp() * 1000), os.urandom)


def erasure(subject: str, *record_ids: str, scope: str = "subject") -> ErasureNotice:
    """A notice that a subject's data, or these records, are gone."""
    values = {"subject": subject, "scope": scope, "record_ids": record_ids, "requested_at": NOON}
    return ErasureNotice.model_validate({"erasure_id": new_id(), **values})


def consent(event: str, subject: str, *purposes: str, at: datetime = NOON, n: str | None = None) -> ConsentStatement:
    """What a person agreed to, or no longer agrees to."""
    values = {"statement_id": n or new_id(), "subject": subject, "event": event, "purposes": purposes, "at": at}
    return ConsentStatement.model_validate(values)


def loss_report(report_id: str | None = None, **counts: Any) -> LossReport:
    """A ledger as a device sends it."""
    names = ("accepted", "receipted", "expired", "evicted", "erased", "quarantined", "pending")
    zeros = dict.fromkeys(names, 0)
    return LossReport.model_validate({"report_id": report_id or new_id(), "reported_at": NOON, **zeros, **counts})


def id_of(message: Message) -> str:
    """The message's own id, which is also the id it travels under."""
    match message:
        case Feedback():
            return message.record_id
        case Voice():
            return message.voice_id
        case ErasureNotice():
            return message.erasure_id
        case ConsentStatement():
            return message.statement_id
        case LossReport():
            return message.report_id
        case Acknowledgement():
            return message.ack_id
        case _:
            raise TypeError(message.kind)


@dataclass
class FieldDevice:
    """Keys of one device, and what it was told when it enrolled."""

    kind: str = "charger_kiosk"
    signing: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    opening: X25519PrivateKey = field(default_factory=X25519PrivateKey.generate)
    identity: dict[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return str(self.identity["device"])

    @property
    def tenant(self) -> str:
        return str(self.identity["tenant"])

    def csr_pem(self) -> str:
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "new device")])
        request = x509.CertificateSigningRequestBuilder().subject_name(name).sign(self.signing, hashes.SHA256())
        return request.public_bytes(Encoding.PEM).decode()

    def request(self, claim: str, **changes: Any) -> dict[str, Any]:
        values = {
            "claim": claim,
            "csr_pem": self.csr_pem(),
            "sealing_key": base64.b64encode(self.opening.public_key().public_bytes_raw()).decode(),
            "kind": self.kind,
            "agent_version": "0.1.0",
        }
        return {**values, **changes}

    def enrol(self, http: str, claim: str, context: ssl.SSLContext | None = None) -> Self:
        """Enrol over HTTP; the answer is kept."""
        status, answer = post_json(f"{http}/api/v1/enrol", self.request(claim), context)
        assert status == 200, answer
        self.identity = answer
        return self

    def frame(self, message: Message, message_id: str | None = None, **changes: Any) -> bytes:
        """The message, sealed to the hub and signed by this device."""
        values: dict[str, Any] = {
            "tenant": self.tenant,
            "sender": self.name,
            "message_id": message_id or id_of(message),
            "time": NOON,
            "receiver_key": X25519PublicKey.from_public_bytes(base64.b64decode(self.identity["hub_seal_key"])),
            "signing_key": self.signing,
        }
        return sealing.seal(message, **{**values, **changes})

    def open(self, frame: bytes) -> Message:
        """A frame from the hub, verified by the key that enrolment told."""
        hub_key = load_pem_public_key(self.identity["hub_sign_key_pem"].encode())
        assert isinstance(hub_key, ec.EllipticCurvePublicKey)
        return sealing.open_frame(sealing.parse(frame), hub_key, lambda _key_id: self.opening)

    def tls_files(self, folder: Path) -> tuple[Path, Path, Path]:
        """CA, certificate and key as files, for mutual TLS."""
        key = self.signing.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
        texts = {"ca": self.identity["ca_pem"], "certificate": self.identity["certificate_pem"], "key": key}
        for name, content in texts.items():
            (folder / f"{self.name}-{name}.pem").write_text(content)
        ca, certificate, key_file = (folder / f"{self.name}-{name}.pem" for name in texts)
        return ca, certificate, key_file

    def contact(self, text: str) -> SealedContact:
        """A contact for the call-back desk."""
        desk = X25519PublicKey.from_public_bytes(base64.b64decode(self.identity["desk_key"]))
        sealed = base64.b64encode(sealing.seal_contact(text, desk)).decode()
        return SealedContact(key_id=sealing.key_id(desk), sealed=sealed)


def post_json(url: str, content: Any, context: ssl.SSLContext | None = None) -> tuple[int, dict[str, Any]]:
    """Status and JSON answer, for good and bad statuses alike."""
    body, headers = json.dumps(content).encode(), {"Content-Type": "application/json"}
    request = urllib.request.Request(url, body, headers)  # noqa: S310 - the test's own server
    try:
        with urllib.request.urlopen(request, timeout=20, context=context) as answer:  # noqa: S310 - as above
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, json.load(error)
