"""Encryption at rest: AES-256-GCM under one random key per subject, wrapped by the device key."""

import struct
from dataclasses import dataclass, field
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from agent.contract.identifiers import RandomBytes
from agent.errors import TechnicianNeededError

KEY_BYTES: Final = 32
SEAL_BYTES: Final = 28
"""What sealing adds: a nonce and a tag."""
NONCE_BYTES: Final = 12  # NIST SP 800-38D section 8.2.2: 96 random bits; one key seals far fewer than 2^32 blobs
_LENGTHS: Final = struct.Struct(">iii")
_ABSENT: Final = -1


class DamagedError(TechnicianNeededError):
    """A stored blob or key is not what was written: its bytes or its place changed."""

    def __init__(self) -> None:
        super().__init__("Stored bytes are damaged. Check the health of the disk; what is readable stays in use.")


@dataclass(frozen=True, slots=True)
class Body:
    """What an entry carries, sealed as one."""

    receipt_code: str | None = field(repr=False)
    readable: bytes | None = field(repr=False)
    frame: bytes | None = field(repr=False)

    def pack(self) -> bytes:
        """The three lengths (-1 for what is absent), then the three values."""
        return pack(self.receipt_code, self.readable, self.frame)

    @classmethod
    def unpack(cls, packed: bytes) -> "Body":
        """The body again, of bytes that a key vouched for."""
        parts: list[bytes | None] = []
        start = _LENGTHS.size
        for length in _LENGTHS.unpack_from(packed):
            if length == _ABSENT:
                parts.append(None)
            else:
                parts.append(packed[start : start + length])
                start += length
        code, readable, frame = parts
        return cls(None if code is None else code.decode(), readable, frame)


def pack(receipt_code: str | None, readable: bytes | None, frame: bytes | None) -> bytes:
    """The plain bytes of a body."""
    code = None if receipt_code is None else receipt_code.encode()
    lengths = _LENGTHS.pack(
        _ABSENT if code is None else len(code),
        _ABSENT if readable is None else len(readable),
        _ABSENT if frame is None else len(frame),
    )
    return b"".join((lengths, code or b"", readable or b"", frame or b""))


class SubjectKey:
    """A subject's key, unwrapped. Whoever keeps one drops it when the subject is erased."""

    __slots__ = ("_aead", "_random_bytes")

    def __init__(self, raw: bytes, random_bytes: RandomBytes) -> None:
        self._aead = AESGCM(raw)
        self._random_bytes = random_bytes

    def seal(self, plain: bytes, record_id: str, nonce: bytes | None = None) -> bytes:
        """Nonce (12) || ciphertext || tag (16), bound to its record so that rows cannot be swapped.

        Args:
            plain: what to seal.
            record_id: its record.
            nonce: twelve fresh random bytes, where many are drawn at once; drawn here otherwise.
        """
        nonce = nonce or self._random_bytes(NONCE_BYTES)
        return nonce + self._aead.encrypt(nonce, plain, b"body|" + record_id.encode())

    def open(self, sealed: bytes | None, record_id: str) -> Body:
        """The body again.

        Raises:
            DamagedError: missing, changed, moved, or under another key.
        """
        return Body.unpack(self.open_bytes(sealed, b"body|" + record_id.encode()))

    def open_bytes(self, sealed: bytes | None, place: bytes) -> bytes:
        """What was sealed for this place."""
        try:
            return self._aead.decrypt((sealed or b"")[:NONCE_BYTES], (sealed or b"")[NONCE_BYTES:], place)
        except (InvalidTag, ValueError):  # ValueError: cut below the length of a nonce
            raise DamagedError from None


def open_v1(
    key: SubjectKey, record_id: str, blobs: tuple[bytes | None, bytes | None, bytes | None]
) -> tuple[str | None, bytes | None, bytes | None]:
    """Receipt code, readable and frame as version 1 of the schema sealed them, each on its own."""
    code, readable, frame = (
        None if blob is None else key.open_bytes(blob, f"bodies|{record_id}|{column}".encode())
        for blob, column in zip(blobs, ("receipt_code", "readable", "frame"), strict=True)
    )
    return None if code is None else code.decode(), readable, frame
