"""Frames: a message sealed to its receiver and signed by its sender. What a broker sees, and all it sees.

    b"TC" | version u8 | header length u16 | header JSON | body length u32 | body | signature length u16 | signature

- The body is HPKE (RFC 9180, base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305) of the encoded
  message, packed where the header says so (`agent.contract.packing`). The header is bound to it through `info`,
  because `cryptography` offers no public `aad`.
- The signature is ECDSA P-256 with SHA-256, DER, over a context prefix and everything before it. HPKE's base mode does
  not authenticate the sender; the signature does, and the receiver verifies it before it opens anything.
- The header names tenant, sender, kind, message id, both keys and the packing. It holds nothing about a person.
"""

import hashlib
import json
import struct
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from datetime import datetime

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes, hpke
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from agent.contract import codec, packing
from agent.contract.messages import Message
from agent.contract.refusal import RefusalReason, RefusedMessageError

MAGIC = b"TC"
MAX_HEADER_BYTES = 1024
MAX_FRAME_BYTES = codec.MAX_MESSAGE_BYTES + 4096
"""Largest frame: the largest message, its header, the seal's 48 bytes and the signature."""

HUB = "hub"
"""The sender's name in frames that go down."""

_SIGNATURE_CONTEXT = b"tingche/v1/frame-signature\0"
_CONTACT_CONTEXT = b"tingche/v1/contact\0"
_VOICE_CONTEXT = b"tingche/v1/voice\0"
_SUITE = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)
_MAX_SIGNATURE_BYTES = 80  # DER of two 256-bit integers is 70 to 72 bytes; the length is never assumed
_KEY_ID_CHARS = 16


@dataclass(frozen=True, slots=True)
class Header:
    """What stands readable on a frame."""

    tenant: str
    sender: str
    """The device's pseudonym, or `hub`."""
    kind: str
    message_id: str
    sealed_to: str
    """Key id of the receiver's X25519 key."""
    signed_by: str
    """Key id of the sender's P-256 key."""
    packing: str | None = None
    """How the message was made smaller; not written where it was not."""

    def encoded(self) -> bytes:
        """The header's bytes, as they are signed and bound into the seal."""
        values = {name: getattr(self, name) for name in _HEADER_FIELDS}
        if self.packing is not None:
            values["packing"] = self.packing
        return _CANONICAL.encode(values).encode()


_HEADER_FIELDS = tuple(sorted(f.name for f in fields(Header) if f.default is MISSING))
_CANONICAL = json.JSONEncoder(separators=(",", ":"), sort_keys=True)


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame taken apart, not yet verified."""

    header: Header
    body: bytes
    signature: bytes
    signed_part: bytes
    """Everything the signature speaks for, without its context prefix."""


def key_id(public_key: X25519PublicKey | ec.EllipticCurvePublicKey) -> str:
    """The first 16 hexadecimal characters of SHA-256 over the key's SubjectPublicKeyInfo."""
    spki = public_key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return hashlib.sha256(spki).hexdigest()[:_KEY_ID_CHARS]


def seal(
    message: Message,
    *,
    tenant: str,
    sender: str,
    message_id: str,
    time: datetime,
    receiver_key: X25519PublicKey,
    signing_key: ec.EllipticCurvePrivateKey,
) -> bytes:
    """The message as a frame. Done once, when the record is made.

    Raises:
        RefusedMessageError: the message is too large (OVERSIZE).
    """
    place = f"/tenants/{tenant}/hub" if sender == HUB else f"/tenants/{tenant}/devices/{sender}"
    plain = codec.encode(message, message_id=message_id, source=place, time=time)
    packed = packing.pack(plain)
    header = Header(
        tenant,
        sender,
        message.kind,
        message_id,
        key_id(receiver_key),
        key_id(signing_key.public_key()),
        None if packed is None else packing.NAME,
    ).encoded()
    body = _SUITE.encrypt(packed or plain, receiver_key, info=header)
    signed = b"".join(
        (
            MAGIC,
            struct.pack(">BH", codec.MAJOR_VERSION, len(header)),
            header,
            struct.pack(">I", len(body)),
            body,
        )
    )
    signature = signing_key.sign(_SIGNATURE_CONTEXT + signed, ec.ECDSA(hashes.SHA256()))
    return signed + struct.pack(">H", len(signature)) + signature


def parse(raw: bytes) -> Frame:
    """Take a frame apart without trusting it.

    Raises:
        RefusedMessageError: OVERSIZE, TRUNCATED, MALFORMED or UNKNOWN_VERSION; never another exception.
    """
    if len(raw) > MAX_FRAME_BYTES:
        raise RefusedMessageError(RefusalReason.OVERSIZE, f"{len(raw)} bytes, at most {MAX_FRAME_BYTES}")
    reader = _Reader(raw)
    if reader.take(len(MAGIC)) != MAGIC:
        raise RefusedMessageError(RefusalReason.MALFORMED, "not a Tingche frame")
    version = reader.number(">B")
    if version != codec.MAJOR_VERSION:
        raise RefusedMessageError(RefusalReason.UNKNOWN_VERSION, f"frame version {version}")
    header = _parse_header(reader.take(reader.number(">H", MAX_HEADER_BYTES)))
    body = reader.take(reader.number(">I", MAX_FRAME_BYTES))
    signed = raw[: reader.at]
    signature = reader.take(reader.number(">H", _MAX_SIGNATURE_BYTES))
    if reader.at != len(raw):
        raise RefusedMessageError(RefusalReason.MALFORMED, "bytes after the signature")
    return Frame(header, body, signature, signed)


@dataclass(frozen=True, slots=True)
class VerifiedFrame:
    """A frame whose sender is proven. Only `verify` makes one, and only such a frame can be opened."""

    frame: Frame


def verify(frame: Frame, sender_key: ec.EllipticCurvePublicKey) -> VerifiedFrame:
    """Check who sent the frame.

    Raises:
        RefusedMessageError: BAD_SIGNATURE.
    """
    try:
        sender_key.verify(frame.signature, _SIGNATURE_CONTEXT + frame.signed_part, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        raise RefusedMessageError(RefusalReason.BAD_SIGNATURE, "not signed by the key of its sender") from None
    return VerifiedFrame(frame)


def open_frame(
    frame: Frame,
    sender_key: ec.EllipticCurvePublicKey,
    private_key_for: Callable[[str], X25519PrivateKey | None],
) -> Message:
    """Verify, then open, then decode. In this order, always.

    Args:
        frame: from `parse`.
        sender_key: the key that the named sender is known by.
        private_key_for: the receiver's private key by key id, or None when it holds no such key.

    Raises:
        RefusedMessageError: BAD_SIGNATURE, UNKNOWN_KEY, CANNOT_OPEN, or what `codec.decode` says.
    """
    return open_verified(verify(frame, sender_key), private_key_for)


def open_verified(verified: VerifiedFrame, private_key_for: Callable[[str], X25519PrivateKey | None]) -> Message:
    """Open and decode. Raises as `open_frame`."""
    frame = verified.frame
    private_key = private_key_for(frame.header.sealed_to)
    if private_key is None:
        raise RefusedMessageError(RefusalReason.UNKNOWN_KEY, f"sealed to key {frame.header.sealed_to}")
    try:
        plain = _SUITE.decrypt(frame.body, private_key, info=frame.header.encoded())
    except InvalidTag:
        raise RefusedMessageError(RefusalReason.CANNOT_OPEN, "the seal is broken") from None
    if frame.header.packing is not None:
        plain = packing.unpack(plain, frame.header.packing, codec.MAX_MESSAGE_BYTES)
    message_id, message = codec.decode(plain)
    if message_id != frame.header.message_id or message.kind != frame.header.kind:
        raise RefusedMessageError(RefusalReason.MALFORMED, "header and message disagree")
    return message


def seal_contact(contact: str, desk_key: X25519PublicKey) -> bytes:
    """A call-back contact that only the call-back desk can open."""
    return _SUITE.encrypt(contact.encode(), desk_key, info=_CONTACT_CONTEXT)


def open_contact(sealed: bytes, desk_key: X25519PrivateKey) -> str:
    """The contact again.

    Raises:
        RefusedMessageError: CANNOT_OPEN.
    """
    try:
        return _SUITE.decrypt(sealed, desk_key, info=_CONTACT_CONTEXT).decode()
    except (InvalidTag, UnicodeDecodeError):
        raise RefusedMessageError(RefusalReason.CANNOT_OPEN, "not sealed to this desk key") from None


def seal_voice(sound: bytes, reviewers_key: X25519PublicKey, record_id: str) -> bytes:
    """A recording that only the reviewers can open, and only as that of this record."""
    return _SUITE.encrypt(sound, reviewers_key, info=_VOICE_CONTEXT + record_id.encode())


def open_voice(sealed: bytes, reviewers_key: X25519PrivateKey, record_id: str) -> bytes:
    """The recording again.

    Raises:
        RefusedMessageError: CANNOT_OPEN.
    """
    try:
        return _SUITE.decrypt(sealed, reviewers_key, info=_VOICE_CONTEXT + record_id.encode())
    except InvalidTag:
        raise RefusedMessageError(RefusalReason.CANNOT_OPEN, "not sealed to this key for this record") from None


class _Reader:
    """Takes bytes off the front; what is missing is TRUNCATED."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        self.at = 0

    def take(self, count: int) -> bytes:
        piece = self.raw[self.at : self.at + count]
        if len(piece) != count:
            raise RefusedMessageError(RefusalReason.TRUNCATED, f"ends at byte {len(self.raw)}")
        self.at += count
        return piece

    def number(self, layout: str, limit: int | None = None) -> int:
        value = int(struct.unpack(layout, self.take(struct.calcsize(layout)))[0])
        if limit is not None and value > limit:
            raise RefusedMessageError(RefusalReason.OVERSIZE, f"a part claims {value} bytes, at most {limit}")
        return value


def _parse_header(raw: bytes) -> Header:
    try:
        values = json.loads(raw.decode("utf-8"))
    except (ValueError, RecursionError):
        values = None
    if (
        not isinstance(values, dict)
        or set(values) - {"packing"} != set(_HEADER_FIELDS)
        or not all(isinstance(v, str) for v in values.values())
    ):
        raise RefusedMessageError(RefusalReason.MALFORMED, "the header is not one of version 1")
    header = Header(**values)
    if header.encoded() != raw:  # one spelling only, so that what is signed is what is read
        raise RefusedMessageError(RefusalReason.MALFORMED, "the header is not in its canonical form")
    return header
