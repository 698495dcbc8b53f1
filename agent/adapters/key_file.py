"""KeyStore on files: the device's secrets in one folder (0700), one file a key (0600), written whole or not at all.

- `signing.key`   P-256, PKCS#8 PEM: the device's identity; made here, never leaves.
- `opening.key`   X25519, PKCS#8 PEM: frames to this device are sealed to it.
- `wrapping.key`  32 bytes: wraps the subject keys (AES key wrap, RFC 3394). Can be rotated.
- `wrapping.key.next`  32 bytes, while it is being rotated: the journal of the rotation.
- `blinding.key`  32 bytes: blinds local names. Stays, because what it blinded cannot be blinded anew.
- `masking.key`   32 bytes: the tenant's key for masking tokens, given at enrolment.

The wrapping key can be elsewhere, where the profile says so (`keys.store`): in the kernel's keyring or in a token. The
identity stays a file: TLS libraries want it as one.
"""

import contextlib
import hmac
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives import hashes, keywrap, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from agent.contract import sealing
from agent.errors import TechnicianNeededError, TemporaryError
from agent.ports import WrappingKey

_SIGNING, _OPENING, _WRAPPING, _MASKING = "signing.key", "opening.key", "wrapping.key", "masking.key"
_NEXT, _BLINDING = "wrapping.key.next", "blinding.key"
_SYMMETRIC_BYTES: Final = 32
_BLIND_CONTEXT = b"tingche/v1/blind\0"


def write_private(path: Path, content: bytes) -> None:
    """Write a file that only its owner can read: complete after a power cut, or absent.

    Raises:
        TemporaryError: the disk refused.
    """
    temporary = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise TemporaryError(
            f"{path} cannot be written ({error.strerror}). "
            "Free space or make the state folder writable, then try again."
        ) from None


def sync_folder(path: Path) -> None:
    """Make new and changed names in a folder durable."""
    folder = os.open(path, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


class FileKeys:
    """The device's keys in a folder."""

    def __init__(self, folder: Path, wrapping: WrappingKey | None = None) -> None:
        """Open existing keys.

        Args:
            folder: where they are.
            wrapping: the device key that wraps subject keys, where it is not a file of this folder.

        Raises:
            TechnicianNeededError: a key is missing or damaged.
        """
        self._folder = folder
        signing = _load_private(folder / _SIGNING)
        opening = _load_private(folder / _OPENING)
        if not isinstance(signing, ec.EllipticCurvePrivateKey) or not isinstance(opening, X25519PrivateKey):
            raise TechnicianNeededError(f"{folder} holds keys of the wrong kind. {_ENROL_AGAIN}")
        self._signing, self._opening = signing, opening
        self._opening_id = sealing.key_id(opening.public_key())
        self._wrapping: WrappingKey = wrapping or FileWrapping(folder)
        # Devices enrolled before there was a blinding key blinded with the wrapping key, and go on doing so.
        blinds_by = _BLINDING if (folder / _BLINDING).exists() else _WRAPPING
        self._blinding = _load_symmetric(folder / blinds_by)

    @classmethod
    def create(cls, folder: Path, wrapping: WrappingKey | None = None) -> "FileKeys":
        """Make the keys that are not there yet, and open them. Existing keys are never replaced."""
        fresh: dict[str, Callable[[], bytes]] = {
            _SIGNING: lambda: _pem(ec.generate_private_key(ec.SECP256R1())),
            _OPENING: lambda: _pem(X25519PrivateKey.generate()),
            _BLINDING: lambda: secrets.token_bytes(_SYMMETRIC_BYTES),
            _WRAPPING: lambda: secrets.token_bytes(_SYMMETRIC_BYTES),
        }
        if (folder / _WRAPPING).exists():
            del fresh[_BLINDING]  # what was blinded without one would not be found with one
        if wrapping is not None:
            del fresh[_WRAPPING]
        for name, make in fresh.items():
            if not (folder / name).exists():
                write_private(folder / name, make())
        return cls(folder, wrapping)

    def signing_key(self) -> ec.EllipticCurvePrivateKey:
        """The device's P-256 identity."""
        return self._signing

    def opening_key(self, key_id: str) -> X25519PrivateKey | None:
        """The X25519 key that frames to this device are sealed to, when it is this one."""
        return self._opening if key_id == self._opening_id else None

    def opening_public(self) -> bytes:
        """32 raw bytes, for enrolment."""
        return self._opening.public_key().public_bytes_raw()

    def wrap(self, subject_key: bytes) -> bytes:
        """Wrap 32 bytes into 40."""
        return self._wrapping.wrap(subject_key)

    def unwrap(self, wrapped: bytes) -> bytes:
        """The 32 bytes again.

        Raises:
            TechnicianNeededError: wrapped by another device's key.
        """
        raw = self._wrapping.unwrap(wrapped)
        if raw is None:
            raise TechnicianNeededError(
                f"The store was written with another key than {self._folder / _WRAPPING}, or than the one that the "
                "profile's keys.store names. Bring back that key, or move the state folder away and enrol again."
            )
        return raw

    @property
    def rotating(self) -> bool:
        """Whether there is a journal of a rotation."""
        return self._wrapping.rotating

    def begin_rotation(self) -> None:
        """Make the next wrapping key; one that is there already is gone on with.

        Raises:
            TemporaryError: the disk refused; nothing has changed.
            TechnicianNeededError: this key cannot be replaced from here.
        """
        if not (self._folder / _BLINDING).exists():
            write_private(self._folder / _BLINDING, self._blinding)
        self._wrapping.begin_rotation()

    def finish_rotation(self) -> None:
        """Destroy the old wrapping key, and put the next one in its place."""
        self._wrapping.finish_rotation()

    def blind(self, alias: str) -> str:
        """HMAC-SHA256 of a local name under the blinding key, hexadecimal."""
        return hmac.digest(self._blinding, _BLIND_CONTEXT + alias.encode(), "sha256").hex()

    def masking_key(self) -> bytes:
        """The tenant's key for masking tokens.

        Raises:
            TechnicianNeededError: the device is not enrolled.
        """
        return _load_symmetric(self._folder / _MASKING)

    def keep_masking_key(self, key: bytes) -> None:
        """Store the tenant's key, as given at enrolment."""
        write_private(self._folder / _MASKING, key)

    def signing_request(self) -> bytes:
        """A certificate request (PEM) for the identity key. The hub chooses the name in the certificate."""
        from cryptography import x509  # certificates are for enrolment alone
        from cryptography.x509.oid import NameOID

        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "tingche-device")])
        request = x509.CertificateSigningRequestBuilder().subject_name(name).sign(self._signing, hashes.SHA256())
        return request.public_bytes(serialization.Encoding.PEM)


class FileWrapping:
    """`agent.ports.WrappingKey` in a file, and a second file while it is being rotated."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = _load_symmetric(folder / _WRAPPING)
        self._next = _load_symmetric(folder / _NEXT) if (folder / _NEXT).exists() else None

    def wrap(self, subject_key: bytes) -> bytes:
        """See `WrappingKey.wrap`."""
        return keywrap.aes_key_wrap(self._next or self._key, subject_key)

    def unwrap(self, wrapped: bytes) -> bytes | None:
        """See `WrappingKey.unwrap`."""
        for key in (self._next, self._key):
            if key is not None:
                with contextlib.suppress(keywrap.InvalidUnwrap, ValueError):
                    return keywrap.aes_key_unwrap(key, wrapped)
        return None

    @property
    def rotating(self) -> bool:
        """See `WrappingKey.rotating`."""
        return self._next is not None

    def begin_rotation(self) -> None:
        """See `WrappingKey.begin_rotation`."""
        if self._next is None:
            key = secrets.token_bytes(_SYMMETRIC_BYTES)
            write_private(self._folder / _NEXT, key)
            self._next = key

    def finish_rotation(self) -> None:
        """Overwrite the old wrapping key, then put the next one in its place."""
        if self._next is None:
            return
        try:
            with (self._folder / _WRAPPING).open("r+b") as old:  # where a file is written in place, its bytes are gone
                old.write(bytes(_SYMMETRIC_BYTES))
                old.flush()
                os.fsync(old.fileno())
            (self._folder / _NEXT).replace(self._folder / _WRAPPING)
            sync_folder(self._folder)
        except OSError as error:
            raise TemporaryError(
                f"The old key in {self._folder} could not be destroyed ({error.strerror}). Free space or make the "
                "folder writable; the agent finishes the rotation when it starts again."
            ) from None
        self._key, self._next = self._next, None


_ENROL_AGAIN = "Move the state folder away and run: tingche-agent provision --state DIR --hub URL --claim CODE"


def _pem(key: ec.EllipticCurvePrivateKey | X25519PrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise TechnicianNeededError(
            f"{path} is missing: this device is not enrolled. "
            "Run: tingche-agent provision --state DIR --hub URL --claim CODE"
        ) from None
    except OSError as error:
        raise TechnicianNeededError(
            f"{path} cannot be read ({error.strerror}). Run the agent as the owner of that file."
        ) from None


def _load_private(path: Path) -> object:
    try:
        return serialization.load_pem_private_key(_read(path), password=None)
    except ValueError:
        raise TechnicianNeededError(f"{path} is damaged. {_ENROL_AGAIN}") from None


def _load_symmetric(path: Path) -> bytes:
    key = _read(path)
    if len(key) != _SYMMETRIC_BYTES:
        raise TechnicianNeededError(f"{path} is damaged: {len(key)} bytes, not {_SYMMETRIC_BYTES}. {_ENROL_AGAIN}")
    return key
