"""Statements that anybody can check who has the public key: no seal, no frame, one signature over plain JSON.

Used where a message itself cannot be shown: a frame is sealed to its receiver, so what the hub signed in it proves
nothing to a third person.
"""

import base64
import binascii
import json
from typing import Any, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from agent.contract.messages import SignedStatement
from agent.contract.sealing import key_id

_CONTEXT: Final = b"tingche/v1/statement\0"
_CANONICAL: Final = json.JSONEncoder(separators=(",", ":"), sort_keys=True, ensure_ascii=False)


def vouch(values: dict[str, Any], about: str, key: ec.EllipticCurvePrivateKey) -> SignedStatement:
    """Sign JSON values.

    Args:
        values: what is stated.
        about: what kind of statement it is, such as "erasure"; bound into the signature.
        key: who states it.
    """
    statement = _CANONICAL.encode(values)
    signature = key.sign(_signed(statement, about), ec.ECDSA(hashes.SHA256()))
    return SignedStatement(
        statement=statement, signature=base64.b64encode(signature).decode(), key_id=key_id(key.public_key())
    )


def vouched_for(signed: SignedStatement, about: str, key: ec.EllipticCurvePublicKey) -> dict[str, Any] | None:
    """What is stated, or None when this key did not sign it. Never raises."""
    try:
        signature = base64.b64decode(signed.signature, validate=True)
        key.verify(signature, _signed(signed.statement, about), ec.ECDSA(hashes.SHA256()))
        values = json.loads(signed.statement)
    except (InvalidSignature, binascii.Error, ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None


def _signed(statement: str, about: str) -> bytes:
    return _CONTEXT + about.encode() + b"\0" + statement.encode()
