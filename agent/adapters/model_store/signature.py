"""The catalogue's signature: made with the project's release key, checked by every device.

A detached file beside the catalogue, `catalogue.toml.sig`, one line for each key that signed: the key's id, a space,
and base64 of an Ed25519 signature over a context and the catalogue's bytes. One trusted key is enough, so that a
catalogue can be signed by the old key and by the new one while keys change. `release_keys.pem` holds the public keys
that this version of the agent trusts.
"""

import base64
import binascii
import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from agent.errors import TechnicianNeededError

_CONTEXT = b"tingche model catalogue v1\0"  # so that a signature of anything else never fits
_PEM = re.compile(rb"-----BEGIN PUBLIC KEY-----.*?-----END PUBLIC KEY-----", re.DOTALL)


def signature_file(catalogue: Path) -> Path:
    """Where a catalogue's signature is."""
    return catalogue.with_name(catalogue.name + ".sig")


def key_id(key: Ed25519PublicKey) -> str:
    """What a key is called in signatures and messages: 16 hexadecimal digits."""
    return hashlib.sha256(key.public_bytes_raw()).hexdigest()[:16]


def sign(catalogue: bytes, key: Ed25519PrivateKey) -> str:
    """One line for the signature file."""
    signature = base64.b64encode(key.sign(_CONTEXT + catalogue)).decode()
    return f"{key_id(key.public_key())} {signature}\n"


def trusted_keys(path: Path) -> dict[str, Ed25519PublicKey]:
    """The public keys in a PEM file, by id.

    Raises:
        TechnicianNeededError: unreadable, or no Ed25519 key in it.
    """
    try:
        keys = [load_pem_public_key(block) for block in _PEM.findall(path.read_bytes())]
    except (OSError, ValueError) as error:
        raise TechnicianNeededError(f"Release keys {path} cannot be read: {error}. Reinstall tingche.") from None
    trusted = {key_id(k): k for k in keys if isinstance(k, Ed25519PublicKey)}
    if not trusted:
        raise TechnicianNeededError(f"Release keys {path}: no Ed25519 key is in it. Reinstall the package tingche.")
    return trusted


def signed_by(catalogue: bytes, signatures: str, trusted: Mapping[str, Ed25519PublicKey]) -> str | None:
    """The id of a trusted key that signed these bytes, or None."""
    for line in signatures.splitlines():
        name, _, encoded = line.partition(" ")
        if name in trusted:
            try:
                trusted[name].verify(base64.b64decode(encoded, validate=True), _CONTEXT + catalogue)
            except (InvalidSignature, binascii.Error, ValueError):
                continue
            return name
    return None
