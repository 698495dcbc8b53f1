"""Who this device is to its hub, as enrolment left it. Holds no secret."""

import base64
import binascii
from typing import Annotated

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from agent.contract.messages import DeviceKind, Pseudonym

_X25519_BYTES = 32


def _is_x25519(text: str) -> str:
    try:
        raw = base64.b64decode(text, validate=True)
    except binascii.Error:
        raw = b""
    if len(raw) != _X25519_BYTES:
        raise ValueError("not a base64 X25519 key")
    return text


def _is_p256(text: str) -> str:
    key = load_pem_public_key(text.encode())
    if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
        raise TypeError("not a P-256 key")
    return text


class BrokerAddress(BaseModel):
    """Where the device's broker listens."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)
    host: Annotated[str, Field(min_length=1, max_length=253)]
    port: Annotated[int, Field(ge=1, le=65535)]
    tls: bool


class DeviceIdentity(BaseModel):
    """What the hub told this device about itself. Fields of a newer hub are ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)
    tenant: Annotated[str, Field(pattern=r"^[0-9a-z][0-9a-z-]{0,62}$")]
    device: Pseudonym
    kind: DeviceKind
    place: Annotated[str, Field(max_length=120)] = ""
    mqtt: BrokerAddress
    hub_seal_key: Annotated[str, AfterValidator(_is_x25519)]
    """Base64 of 32 bytes: feedback is sealed to it."""
    hub_sign_key_pem: Annotated[str, AfterValidator(_is_p256)]
    """What the hub signs with."""
    desk_key: Annotated[str, AfterValidator(_is_x25519)]
    """Base64 of 32 bytes: contacts are sealed to it, for the call-back desk alone."""
    voice_key: Annotated[str, AfterValidator(_is_x25519)] | None = None
    """Base64 of 32 bytes: recordings are sealed to it, for the reviewers alone. None, from an older hub: none is
    kept."""

    @property
    def seal_key(self) -> X25519PublicKey:
        """The hub's key for sealing."""
        return X25519PublicKey.from_public_bytes(base64.b64decode(self.hub_seal_key))

    @property
    def contact_key(self) -> X25519PublicKey:
        """The call-back desk's key."""
        return X25519PublicKey.from_public_bytes(base64.b64decode(self.desk_key))

    @property
    def reviewers_key(self) -> X25519PublicKey | None:
        """The reviewers' key."""
        return None if self.voice_key is None else X25519PublicKey.from_public_bytes(base64.b64decode(self.voice_key))

    @property
    def hub_key(self) -> ec.EllipticCurvePublicKey:
        """The key that the hub's frames must be signed with."""
        key = load_pem_public_key(self.hub_sign_key_pem.encode())
        assert isinstance(key, ec.EllipticCurvePublicKey)  # noqa: S101 - the validator above made sure
        return key
