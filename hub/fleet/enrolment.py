"""Pure: a device's request and a claim -> enrolled, or why not.

The same claim with the same device key gives the same device again while the claim is valid: a lost answer costs
nothing. Any other key is refused.
"""

import base64
import binascii
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from agent.contract import sealing
from agent.contract.identifiers import RandomBytes
from agent.contract.messages import DeviceKind
from hub.fleet.claims import Claim, ClaimCode

MAX_REQUEST_BYTES = 16 * 1024
"""A request is under 2 kB; more is not one."""

_PSEUDONYM_BYTES = 10  # 20 hexadecimal characters


class _Request(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    claim: Annotated[str, Field(max_length=80)]
    csr_pem: Annotated[str, Field(max_length=8192)]
    sealing_key: Annotated[str, Field(max_length=64)]
    kind: DeviceKind
    agent_version: Annotated[str, Field(max_length=40)]


@dataclass(frozen=True, slots=True)
class EnrolmentRequest:
    """A request that is well-formed and whose sender holds the key it names."""

    code: ClaimCode
    device_key: ec.EllipticCurvePublicKey = field(repr=False)
    sealing_key: str
    """Base64 of the raw X25519 public key that frames to the device are sealed to."""
    kind: DeviceKind
    agent_version: str

    @property
    def key_id(self) -> str:
        """Key id of the device key."""
        return sealing.key_id(self.device_key)


class EnrolmentError(StrEnum):
    """Why a device was not enrolled. The values are part of the API."""

    MALFORMED = "malformed"
    BAD_CSR = "bad_csr"
    OTHER_HUB = "other_hub"
    CLAIM_UNKNOWN = "claim_unknown"
    CLAIM_EXPIRED = "claim_expired"
    CLAIM_USED = "claim_used"
    KIND_MISMATCH = "kind_mismatch"
    TOO_MANY_TRIES = "too_many_tries"


@dataclass(frozen=True, slots=True)
class NotEnrolled:
    """An expected outcome."""

    error: EnrolmentError
    remedy: str


@dataclass(frozen=True, slots=True)
class Enrol:
    """Use the claim for this device; `device` is the pseudonym of before when the request is a repetition."""

    tenant: str
    device: str
    place: str
    repeated: bool


def read_request(raw: bytes) -> EnrolmentRequest | NotEnrolled:
    """The request in a body of JSON. Never raises for anything that can be in `raw`."""
    try:
        request = _Request.model_validate_json(raw)
    except ValidationError as error:
        places = ", ".join(sorted({".".join(str(p) for p in e["loc"][:2]) for e in error.errors(include_input=False)}))
        return NotEnrolled(
            EnrolmentError.MALFORMED, f"Send the fields as documented; wrong or missing: {places or 'JSON'}."
        )
    code = ClaimCode.parse(request.claim)
    if code is None:
        return _unknown_claim()
    if not _is_x25519(request.sealing_key):
        return NotEnrolled(EnrolmentError.MALFORMED, "sealing_key has to be base64 of 32 raw X25519 bytes.")
    device_key = _key_of(request.csr_pem)
    if device_key is None:
        return NotEnrolled(
            EnrolmentError.BAD_CSR, "csr_pem has to be a PKCS#10 request for a P-256 key, signed by that key."
        )
    return EnrolmentRequest(code, device_key, request.sealing_key, request.kind, request.agent_version)


def decide(
    request: EnrolmentRequest, claim: Claim | None, now: datetime, random_bytes: RandomBytes
) -> Enrol | NotEnrolled:
    """Whether this claim enrols this device."""
    if claim is None:
        return _unknown_claim()
    if claim.expires_at <= now:
        return NotEnrolled(
            EnrolmentError.CLAIM_EXPIRED, "This code has expired. Make a new one with `tingche-hub claim`."
        )
    if claim.kind is not request.kind:
        return NotEnrolled(
            EnrolmentError.KIND_MISMATCH,
            f"This code is for a {claim.kind.value}. Start the device with that profile, or make another code.",
        )
    if claim.used_by_key is None or claim.device is None:
        device = f"d-{random_bytes(_PSEUDONYM_BYTES).hex()}"
        return Enrol(claim.tenant, device, claim.place, repeated=False)
    if claim.used_by_key != request.key_id:
        return NotEnrolled(
            EnrolmentError.CLAIM_USED,
            "This code was used by another device. Make a new one with `tingche-hub claim`; revoke the other device if "
            "it is not yours.",
        )
    return Enrol(claim.tenant, claim.device, claim.place, repeated=True)


def _unknown_claim() -> NotEnrolled:
    return NotEnrolled(
        EnrolmentError.CLAIM_UNKNOWN,
        "The hub does not know this code. Type it again as shown by `tingche-hub claim`, or make a new one.",
    )


def _is_x25519(text: str) -> bool:
    try:
        X25519PublicKey.from_public_bytes(base64.b64decode(text, validate=True))
    except (binascii.Error, ValueError):
        return False
    return True


def _key_of(csr_pem: str) -> ec.EllipticCurvePublicKey | None:
    try:
        csr = x509.load_pem_x509_csr(csr_pem.encode())
        key: Any = csr.public_key()
        signed = csr.is_signature_valid
    except Exception:  # noqa: BLE001 - a parser of hostile bytes: any failure means the same, and nothing was changed
        return None
    if not signed or not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
        return None
    return key
