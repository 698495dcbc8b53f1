"""A device's keys in memory: real algorithms, nothing on disk."""

import contextlib
import hashlib
import os

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap

from agent.contract.sealing import key_id
from agent.errors import TechnicianNeededError


class MemoryKeys:
    """`agent.ports.KeyStore` with fresh keys per object: P-256 to sign, X25519 to open, AES key wrap.

    Args:
        secret: two objects with the same secret wrap, blind and sign alike, as one device does before and after a
        restart.
        generation: how often the device key was rotated.
        rotating: whether the next rotation is begun.
    """

    def __init__(self, secret: bytes | None = None, *, generation: int = 0, rotating: bool = False) -> None:
        secret = secret or os.urandom(32)
        self._secret, self.generation, self._rotating = secret, generation, rotating
        number = int.from_bytes(hashlib.sha256(b"signing" + secret).digest(), "big") >> 1  # under the group's order
        self._signing_key = ec.derive_private_key(number, ec.SECP256R1())
        self._opening_key = X25519PrivateKey.generate()
        padded = hashlib.sha256(b"blinding" + secret).digest().ljust(64, b"\0")
        self._inner = hashlib.sha256(bytes(byte ^ 0x36 for byte in padded))
        self._outer = hashlib.sha256(bytes(byte ^ 0x5C for byte in padded))

    @property
    def opening_key_id(self) -> str:
        """The key id that frames to this device are sealed to."""
        return key_id(self._opening_key.public_key())

    def signing_key(self) -> ec.EllipticCurvePrivateKey:
        """See `KeyStore.signing_key`."""
        return self._signing_key

    def opening_key(self, key_id: str) -> X25519PrivateKey | None:
        """See `KeyStore.opening_key`."""
        return self._opening_key if key_id == self.opening_key_id else None

    def wrap(self, subject_key: bytes) -> bytes:
        """See `KeyStore.wrap`."""
        return aes_key_wrap(self._wrapping_key(self.generation + self._rotating), subject_key)

    def unwrap(self, wrapped: bytes) -> bytes:
        """See `KeyStore.unwrap`."""
        for generation in range(self.generation + self._rotating, self.generation - 1, -1):
            with contextlib.suppress(InvalidUnwrap, ValueError):
                return aes_key_unwrap(self._wrapping_key(generation), wrapped)
        raise TechnicianNeededError("Wrapped by another device key: restore this device's key.")

    @property
    def rotating(self) -> bool:
        """See `KeyStore.rotating`."""
        return self._rotating

    def begin_rotation(self) -> None:
        """See `KeyStore.begin_rotation`."""
        self._rotating = True

    def finish_rotation(self) -> None:
        """See `KeyStore.finish_rotation`."""
        self.generation += self._rotating
        self._rotating = False

    def _wrapping_key(self, generation: int) -> bytes:
        return hashlib.sha256(b"wrapping" + self._secret + bytes(generation)).digest()

    def blind(self, alias: str) -> str:
        """See `KeyStore.blind`."""
        inner, outer = self._inner.copy(), self._outer.copy()  # HMAC, as fast as the device's own
        inner.update(alias.encode())
        outer.update(inner.digest())
        return outer.hexdigest()
