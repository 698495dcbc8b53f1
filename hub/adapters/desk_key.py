"""The call-back desk's key: a file of its own, perhaps under a passphrase, and read for one opening at a time.

    desk.key    X25519. Plain: PEM (PKCS 8). Under a passphrase: JSON, scrypt and AES-256-GCM, see `protect`
    desk.pub    its public half, base64, which devices are told; needed once desk.key is protected or kept elsewhere

The hub's process never holds the private half: each opening reads the file, and with a passphrase only the person who
types it can. The file may also be kept away from the hub altogether, on a stick for `tingche-hub contact --desk-key`.
"""

import base64
import binascii
import hashlib
import json
import os
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from hub.errors import InputRefusedError, OperatorNeededError

MIN_PASSPHRASE: Final = 12
"""Characters. The file can be tried offline by whoever has it; scrypt makes a try cost 64 MiB and about 0.2 s."""

_OTHERS = 0o077
_SCRYPT: Final = {"n": 2**16, "r": 8, "p": 1}
_SALT_BYTES, _NONCE_BYTES, _KEY_BYTES = 16, 12, 32
_CONTEXT = b"tingche/v1/desk-key"
_RESTORE = "Put it back from where the desk keeps it, or name it with --desk-key."


def public_half(folder: Path) -> X25519PublicKey:
    """What devices seal contacts to.

    Raises:
        OperatorNeededError: neither file gives it.
    """
    told = folder / "desk.pub"
    if told.exists():
        try:
            return X25519PublicKey.from_public_bytes(base64.b64decode(told.read_text(encoding="ascii"), validate=True))
        except (OSError, ValueError, binascii.Error):
            raise OperatorNeededError(f"{told} is damaged. {_RESTORE}") from None
    return open_key(folder / "desk.key", None).public_key()


def is_protected(file: Path) -> bool | None:
    """Whether a passphrase is needed; None when the key is not here.

    Raises:
        OperatorNeededError: it cannot be read.
    """
    return _read(file).lstrip().startswith(b"{") if file.exists() else None


def open_key(file: Path, passphrase: str | None) -> X25519PrivateKey:
    """The private half.

    Raises:
        InputRefusedError: a passphrase is needed, or this is not it.
        OperatorNeededError: the file is missing, damaged, or readable by others.
    """
    raw = _read(file)
    if raw.lstrip().startswith(b"{"):
        return _unlock(raw, passphrase, file)
    try:
        key = load_pem_private_key(raw, None)
    except (ValueError, TypeError):
        raise OperatorNeededError(f"{file} is damaged. {_RESTORE}") from None
    if not isinstance(key, X25519PrivateKey):
        raise OperatorNeededError(f"{file} is not an X25519 key. {_RESTORE}")
    return key


def protect(folder: Path, passphrase: str) -> None:
    """Put the key under a passphrase: public half first, then the sealed file in one step, so that a cut leaves either.

    Raises:
        InputRefusedError: the passphrase is too short, or the key has one already.
        OperatorNeededError: the file cannot be read or written.
    """
    if len(passphrase) < MIN_PASSPHRASE:
        raise InputRefusedError(f"Take a passphrase of at least {MIN_PASSPHRASE} characters: four words do.")
    file = folder / "desk.key"
    if is_protected(file):
        raise InputRefusedError(f"{file} is under a passphrase already.")
    key = open_key(file, None)
    salt, nonce = os.urandom(_SALT_BYTES), os.urandom(_NONCE_BYTES)
    sealed = AESGCM(_derive(passphrase, salt, _SCRYPT)).encrypt(nonce, key.private_bytes_raw(), _CONTEXT)
    told = {name: base64.b64encode(raw).decode() for name, raw in (("salt", salt), ("nonce", nonce), ("key", sealed))}
    _write(folder / "desk.pub", base64.b64encode(key.public_key().public_bytes_raw()))
    _write(file, json.dumps({"kdf": "scrypt", **_SCRYPT, **told}).encode())


def _unlock(raw: bytes, passphrase: str | None, file: Path) -> X25519PrivateKey:
    if not passphrase:
        raise InputRefusedError("The desk's key is under a passphrase: it is needed for every opening.")
    try:
        told = json.loads(raw)
        salt, nonce, sealed = (base64.b64decode(told[name], validate=True) for name in ("salt", "nonce", "key"))
        work = {name: int(told[name]) for name in _SCRYPT}
    except (ValueError, KeyError, TypeError, binascii.Error):
        raise OperatorNeededError(f"{file} is damaged. {_RESTORE}") from None
    if work != _SCRYPT:
        raise OperatorNeededError(f"{file} was made by another version. {_RESTORE}")
    try:
        return X25519PrivateKey.from_private_bytes(
            AESGCM(_derive(passphrase, salt, work)).decrypt(nonce, sealed, _CONTEXT)
        )
    except (InvalidTag, ValueError):
        raise InputRefusedError("That is not the passphrase of the desk's key.") from None


def _derive(passphrase: str, salt: bytes, work: dict[str, int]) -> bytes:
    memory = 256 * work["n"] * work["r"]
    return hashlib.scrypt(passphrase.encode(), salt=salt, maxmem=memory, dklen=_KEY_BYTES, **work)


def _read(file: Path) -> bytes:
    try:
        if file.stat().st_mode & _OTHERS:
            raise OperatorNeededError(f"{file} can be read by others. Run `chmod 600 {file}`.")
        return file.read_bytes()
    except FileNotFoundError:
        raise OperatorNeededError(f"{file} is missing. {_RESTORE}") from None
    except OSError as error:
        raise OperatorNeededError(f"{file} cannot be read ({error.strerror}). Give this user the right to.") from None


def _write(file: Path, raw: bytes) -> None:
    fresh = file.with_name(file.name + ".new")
    try:
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
        with os.fdopen(handle, "wb") as target:
            target.write(raw)
            target.flush()
            os.fsync(target.fileno())
        fresh.replace(file)
    except OSError as error:
        raise OperatorNeededError(
            f"{file} cannot be written ({error.strerror}). Free space or give the right."
        ) from None
