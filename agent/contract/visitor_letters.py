"""A visitor's phone that reaches the hub and not the kiosk: the code it scanned, and the letter it leaves at the hub.

    code    "v" | ends u32 | nonce 12 | place length u8 | tenant/device | ECDSA P-256, r and s, 32 bytes each; base64url
    letter  HPKE (RFC 9180, base mode: X25519, HKDF-SHA256, AES-256-GCM) to the kiosk's own key, bound to the code

- The code is signed by the kiosk, so the hub knows whose it is, and checks it, without asking the kiosk.
- Only the kiosk opens the letter, and masks it as it masks everything. The hub keeps sealed bytes until it has it.
- AES-GCM, because no browser has ChaCha20-Poly1305.
"""

import base64
import binascii
import json
import struct
from dataclasses import dataclass, field
from typing import Annotated, Final

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes, hpke
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from pydantic import BaseModel, ConfigDict, Field, ValidationError

NONCE_BYTES: Final = 12
MAX_TEXT_CHARS: Final = 500
MAX_LETTER_BYTES: Final = 8192
"""Sealed."""

NOTICE_ZH: Final = (
    "点“提交”，即同意把您选的答案和写的话在这部手机上密封，由服务台转交给您扫码的那台设备；服务台打不开。设备先遮盖姓名、"
    "电话、车牌等个人信息，再匿名发给保险服务台，用于改进服务。原文不保存；遮盖后的内容发出前最多在设备保存 90 天。"
    "凭回执可以查看和删除。我们不会因反馈内容向您推销保险。未满 14 周岁请由监护人来填。"
)
NOTICE_EN: Final = (
    "By touching “Send” you agree that your answers and words are sealed on this phone and passed by the service desk, "
    "which cannot open them, to the device whose code you scanned. The device masks names, phones, plates and other "
    "personal data, then sends it to the insurer's service desk, anonymously, to improve the service. The original is "
    "not kept; the masked text stays on the device for 90 days at most until it is sent. Your receipt shows and "
    "deletes it. What you say is never used to sell you insurance. Under 14, let a guardian fill it in."
)
"""Stands above the button on the hub's page; the device writes down that it was this that was agreed to."""

_WAY: Final = b"v"
_HEAD: Final = struct.Struct(">cI12sB")
_SIGNATURE_BYTES: Final = 64
_COORDINATE_BYTES: Final = 32
_MAX_CODE_CHARS: Final = 400
_SIGNING: Final = b"tingche/v1/visit-by-hub\0"
_SEALING: Final = b"tingche/v1/visitor-letter\0"
_SUITE: Final = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)


@dataclass(frozen=True, slots=True)
class VisitCode:
    """What a scanned code says, before its signature was checked."""

    tenant: str
    device: str
    nonce: bytes = field(repr=False)
    ends: int
    """Seconds since 1970, by the kiosk's clock, which is the hub's where it was heard."""
    signed: bytes = field(repr=False)
    signature: bytes = field(repr=False)


class Letter(BaseModel):
    """What a visitor left, as their phone sealed it."""

    model_config = ConfigDict(
        frozen=True,
        extra="ignore",
        hide_input_in_errors=True,
        defer_build=True,  # only devices with visitors read one
        cache_strings="none",  # short words of a visitor would stay in memory after the letter is gone
    )

    secret: Annotated[str, Field(pattern=r"^[0-9A-Z]{26}$", repr=False)]
    """Of the receipt: made by the phone, so that it can show it at once."""
    answers: Annotated[dict[str, str], Field(max_length=10)] = {}
    """Rule id -> answer id."""
    text: Annotated[str, Field(max_length=MAX_TEXT_CHARS, repr=False)] = ""
    """Unmasked: it leaves the phone sealed, and is masked where it is opened."""


def make_code(key: ec.EllipticCurvePrivateKey, tenant: str, device: str, nonce: bytes, ends: int) -> str:
    """A code's characters, base64url.

    Args:
        key: the device's signing key.
        tenant: whose device it is.
        device: its pseudonym.
        nonce: 12 random bytes.
        ends: seconds since 1970.
    """
    place = f"{tenant}/{device}".encode()
    signed = _HEAD.pack(_WAY, ends, nonce, len(place)) + place
    r, s = decode_dss_signature(key.sign(_SIGNING + signed, ec.ECDSA(hashes.SHA256())))
    raw = signed + r.to_bytes(_COORDINATE_BYTES, "big") + s.to_bytes(_COORDINATE_BYTES, "big")
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def read_code(text: str) -> VisitCode | None:
    """A code taken apart, not yet believed; None for what is none."""
    if len(text) > _MAX_CODE_CHARS:
        return None
    try:
        raw = base64.b64decode(text.encode("ascii") + b"=" * (-len(text) % 4), altchars=b"-_", validate=True)
        way, ends, nonce, length = _HEAD.unpack_from(raw)
        tenant, device = raw[_HEAD.size : _HEAD.size + length].decode("ascii").split("/")
    except (binascii.Error, ValueError, struct.error):
        return None
    signed, signature = raw[: _HEAD.size + length], raw[_HEAD.size + length :]
    if way != _WAY or len(signature) != _SIGNATURE_BYTES:
        return None
    return VisitCode(tenant, device, nonce, ends, signed, signature)


def is_signed_by(code: VisitCode, key: ec.EllipticCurvePublicKey) -> bool:
    """Whether the device made this code that it names."""
    r, s = (int.from_bytes(code.signature[at : at + _COORDINATE_BYTES], "big") for at in (0, _COORDINATE_BYTES))
    try:
        key.verify(encode_dss_signature(r, s), _SIGNING + code.signed, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        return False
    return True


def letter_binding(tenant: str, device: str, nonce: bytes) -> bytes:
    """What a letter is bound to: it opens as the answer to this one code, and to no other."""
    return _SEALING + f"{tenant}/{device}/{nonce.hex()}".encode()


def seal_letter(letter: Letter, key: X25519PublicKey, binding: bytes) -> bytes:
    """What the phone does, in Python."""
    plain = json.dumps(letter.model_dump(), ensure_ascii=False).encode()
    return _SUITE.encrypt(plain, key, info=binding)


def open_letter(sealed: bytes, key: X25519PrivateKey, binding: bytes) -> Letter | None:
    """The letter; None where it was sealed for another key or another code, was changed, or is none."""
    try:
        return Letter.model_validate_json(_SUITE.decrypt(sealed, key, info=binding))
    except (InvalidTag, ValidationError):
        return None
