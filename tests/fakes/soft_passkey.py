"""An authenticator in software: makes and uses passkeys as WebAuthn says, for tests that need no browser."""

import base64
import hashlib
import json
import os
import struct
from urllib.parse import urlsplit

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2 import cbor
from fido2.cose import ES256

USER_PRESENT, USER_VERIFIED, ATTESTED = 0x01, 0x04, 0x40


def b64(raw: bytes) -> str:
    """Base64url without padding."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


class SoftPasskey:
    """One passkey of one person at one place."""

    def __init__(self, origin: str = "http://localhost", *, counts: bool = True, verifies: bool = True) -> None:
        self.origin = origin
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.id = os.urandom(16)
        self.count = 0
        self._counts = counts
        self._flags = USER_PRESENT | (USER_VERIFIED if verifies else 0)

    def make(self, options: dict) -> dict:
        """What `navigator.credentials.create` answers."""
        public = cbor.encode(dict(ES256.from_cryptography_key(self.key.public_key())))
        credential = bytes(16) + struct.pack(">H", len(self.id)) + self.id + public
        data = self._data(self._flags | ATTESTED) + credential
        attestation = cbor.encode({"fmt": "none", "attStmt": {}, "authData": data})
        told = {"attestationObject": b64(attestation), "clientDataJSON": b64(self._client("webauthn.create", options))}
        return self._answer(told)

    def use(self, options: dict) -> dict:
        """What `navigator.credentials.get` answers."""
        self.count += self._counts
        client, data = self._client("webauthn.get", options), self._data(self._flags)
        signature = self.key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        told = {"authenticatorData": b64(data), "clientDataJSON": b64(client), "signature": b64(signature)}
        return self._answer(told)

    def _data(self, flags: int) -> bytes:
        place = hashlib.sha256((urlsplit(self.origin).hostname or "").encode()).digest()
        return place + bytes([flags]) + struct.pack(">I", self.count)

    def _client(self, kind: str, options: dict) -> bytes:
        told = {"type": kind, "challenge": options["challenge"], "origin": self.origin, "crossOrigin": False}
        return json.dumps(told).encode()

    def _answer(self, response: dict) -> dict:
        return {"id": b64(self.id), "rawId": b64(self.id), "type": "public-key", "response": response}
