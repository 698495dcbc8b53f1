"""Identifiers made on the device: time-ordered record ids and the codes a person keeps.

- A record id is a UUIDv7 (RFC 9562 section 5.7): it sorts by time of making and is the idempotency key.
- A receipt secret is 128 random bits, 26 Crockford base32 characters: it sees, withdraws and erases.
- A receipt code (TC-XXXX-XXXX, 40 bits) is derived from the secret one way: it only looks up status.
"""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base32 alphabet: no I, L, O, U, so that a code survives being read aloud."""

_SECRET_BYTES = 16
_SECRET_CHARS = 26
_CODE_CHARS = 8
_CODE_CONTEXT = b"tingche/v1/receipt-code\0"
_VERIFIER_CONTEXT = b"tingche/v1/receipt-verifier\0"
_VOICE_CONTEXT = b"tingche/v1/voice-id\0"
_FORGIVING = str.maketrans({"O": "0", "I": "1", "L": "1"})
_UUID_BYTES = 16

RandomBytes = Callable[[int], bytes]


def uuid7(unix_ms: int, random_bytes: RandomBytes) -> str:
    """A UUIDv7 for a moment in milliseconds since 1970, as 36 lower-case characters.

    Written here because Python has none before 3.14 and because clock and randomness are passed in.
    """
    raw = bytearray(unix_ms.to_bytes(6, "big") + random_bytes(_UUID_BYTES - 6))
    raw[6] = 0x70 | (raw[6] & 0x0F)
    raw[8] = 0x80 | (raw[8] & 0x3F)
    text = raw.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def voice_id(record_id: str) -> str:
    """The message id of a record's recording: a UUIDv7 of the same moment, found from the record's id alone.

    Whoever erases a record, on the device or at the hub, knows by this what else belongs to it.
    """
    told = hashlib.sha256(_VOICE_CONTEXT + record_id.encode()).hexdigest()
    return f"{record_id[:13]}-7{told[:3]}-8{told[3:6]}-{told[6:18]}"


def crockford(raw: bytes, length: int) -> str:
    """The first `length` base32 characters of `raw`, most significant bits first (zero bits appended)."""
    bits = int.from_bytes(raw, "big")
    total = len(raw) * 8
    shift_to = length * 5
    bits = bits << (shift_to - total) if shift_to >= total else bits >> (total - shift_to)
    return "".join(CROCKFORD[(bits >> (5 * i)) & 31] for i in reversed(range(length)))


def fold_code(typed: str) -> str:
    """What a person typed or read aloud, as plain code characters: case, separators and O/I/L forgiven."""
    return re.sub(r"[\s\-‐-―_]", "", typed.upper()).translate(_FORGIVING)


@dataclass(frozen=True, slots=True)
class ReceiptSecret:
    """What lets a person see, withdraw or erase what they left, without an account."""

    value: str = field(repr=False)
    """26 Crockford base32 characters (128 bits)."""

    @classmethod
    def make(cls, random_bytes: RandomBytes) -> "ReceiptSecret":
        """A fresh secret."""
        return cls(crockford(random_bytes(_SECRET_BYTES), _SECRET_CHARS))

    @property
    def code(self) -> str:
        """The short public code, TC-XXXX-XXXX."""
        short = crockford(hashlib.sha256(_CODE_CONTEXT + self.value.encode()).digest(), _CODE_CHARS)
        return f"TC-{short[:4]}-{short[4:]}"

    @property
    def verifier(self) -> str:
        """What the hub keeps to recognise the secret later: 64 hexadecimal characters of SHA-256."""
        return hashlib.sha256(_VERIFIER_CONTEXT + self.value.encode()).hexdigest()


def parse_receipt(typed: str) -> ReceiptSecret | str | None:
    """A secret, a short code in its normal form, or None when it is neither."""
    plain = fold_code(typed)
    if len(plain) == _SECRET_CHARS and all(c in CROCKFORD for c in plain):
        return ReceiptSecret(plain)
    short = plain.removeprefix("TC")
    if plain.startswith("TC") and len(short) == _CODE_CHARS and all(c in CROCKFORD for c in short):
        return f"TC-{short[:4]}-{short[4:]}"
    return None
