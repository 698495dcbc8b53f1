"""Where the keys of a device are, and what wraps those of people."""

from typing import Protocol

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey


class KeyStore(Protocol):
    """Holds the device's long-lived secrets. File today; TPM or PKCS#11 can stand behind the same calls."""

    def signing_key(self) -> ec.EllipticCurvePrivateKey:
        """The device's P-256 identity."""
        ...

    def opening_key(self, key_id: str) -> X25519PrivateKey | None:
        """The key that frames to this device are sealed to, by key id."""
        ...

    def wrap(self, subject_key: bytes) -> bytes:
        """A 32-byte subject key, wrapped by the device key (AES key wrap, RFC 3394)."""
        ...

    def unwrap(self, wrapped: bytes) -> bytes:
        """The subject key again.

        Raises:
            TechnicianNeededError: wrapped by another device key.
        """
        ...

    def blind(self, alias: str) -> str:
        """A keyed hash of a local name (a driver profile, a receipt code): 64 hexadecimal characters.

        Rotating the device key does not change it.
        """
        ...

    @property
    def rotating(self) -> bool:
        """Whether a rotation was begun and not finished: by this process, or before a power cut."""
        ...

    def begin_rotation(self) -> None:
        """Make the next device key, durably, beside the present one. `wrap` uses it from now on, `unwrap` takes both.

        Raises:
            TemporaryError: the disk refused; nothing has changed.
        """
        ...

    def finish_rotation(self) -> None:
        """The next device key takes the place of the present one, which is destroyed."""
        ...


class WrappingKey(Protocol):
    """The device key that wraps subject keys: in a file, in the kernel's keyring, or in a token."""

    def wrap(self, subject_key: bytes) -> bytes:
        """32 bytes, wrapped (AES key wrap, RFC 3394): 40 bytes, always the same for the same key."""
        ...

    def unwrap(self, wrapped: bytes) -> bytes | None:
        """The 32 bytes again; None when another key wrapped them, or they were changed."""
        ...

    @property
    def rotating(self) -> bool:
        """As `KeyStore.rotating`."""
        ...

    def begin_rotation(self) -> None:
        """As `KeyStore.begin_rotation`.

        Raises:
            TemporaryError: nothing has changed.
            TechnicianNeededError: this key cannot be replaced from here.
        """
        ...

    def finish_rotation(self) -> None:
        """As `KeyStore.finish_rotation`."""
        ...
