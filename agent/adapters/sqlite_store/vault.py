"""Encryption at rest: AES-256-GCM under one random key per subject, wrapped by the device key."""

from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from agent.contract.identifiers import RandomBytes
from agent.errors import TechnicianNeededError

KEY_BYTES: Final = 32
_NONCE_BYTES: Final = 12  # NIST SP 800-38D section 8.2.2: 96 random bits; one key seals far fewer than 2^32 blobs


class DamagedError(TechnicianNeededError):
    """A stored blob or key is not what was written: its bytes or its place changed."""

    def __init__(self) -> None:
        super().__init__("Stored bytes are damaged. Check the health of the disk; what is readable stays in use.")


class SubjectKey:
    """A subject's key, unwrapped, for the length of one job. Never kept, so that a destroyed key is gone."""

    __slots__ = ("_aead", "_random_bytes")

    def __init__(self, raw: bytes, random_bytes: RandomBytes) -> None:
        self._aead = AESGCM(raw)
        self._random_bytes = random_bytes

    def seal(self, plain: bytes, record_id: str, column: str) -> bytes:
        """Nonce (12) || ciphertext || tag (16), bound to its place so that rows cannot be swapped."""
        nonce = self._random_bytes(_NONCE_BYTES)
        return nonce + self._aead.encrypt(nonce, plain, _place(record_id, column))

    def open(self, sealed: bytes, record_id: str, column: str) -> bytes:
        """The plain bytes again.

        Raises:
            DamagedError: changed, moved, or under another key.
        """
        try:
            return self._aead.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], _place(record_id, column))
        except (InvalidTag, ValueError):  # ValueError: cut below the length of a nonce
            raise DamagedError from None


def _place(record_id: str, column: str) -> bytes:
    return f"bodies|{record_id}|{column}".encode()
