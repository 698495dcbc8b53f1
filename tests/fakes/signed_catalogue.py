"""Catalogues signed by a key that lives as long as the test run."""

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from agent.adapters.model_store.signature import sign, signature_file

RELEASE_KEY = Ed25519PrivateKey.generate()


def public_pem(*keys: Ed25519PrivateKey) -> bytes:
    """What release_keys.pem holds."""
    form = Encoding.PEM, PublicFormat.SubjectPublicKeyInfo
    return b"".join(k.public_key().public_bytes(*form) for k in keys)


def write_signed(path: Path, text: str, *keys: Ed25519PrivateKey, trusted: bytes | None = None) -> Path:
    """A catalogue file, its signature and, beside it, the keys that a device trusts (default: those that signed)."""
    keys = keys or (RELEASE_KEY,)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    signature_file(path).write_text("".join(sign(path.read_bytes(), k) for k in keys), encoding="ascii")
    path.with_name("release_keys.pem").write_bytes(public_pem(*keys) if trusted is None else trusted)
    return path
