"""The one-time claim a technician types, and how it lets the device recognise the hub.

A claim is 26 Crockford base32 characters: ten that the hub knows it by, sixteen of the fingerprint (SHA-256, first 80
bits) of the hub's own certificate authority. Whoever answers with another authority is not the hub that made the claim.
"""

import hashlib
from dataclasses import dataclass, field

from agent.contract.identifiers import CROCKFORD, crockford, fold_code
from agent.errors import InputRefusedError

_SECRET_CHARS = 10
_FINGERPRINT_CHARS = 16


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim taken apart."""

    code: str = field(repr=False)
    """The whole code, as the hub wants it: plain characters."""
    fingerprint: str
    """What the hub's authority must hash to: 16 base32 characters."""

    @classmethod
    def parse(cls, typed: str) -> "Claim":
        """A claim from what was typed: case, spaces and dashes do not matter, O and 0, I, L and 1 are the same.

        Raises:
            InputRefusedError: it cannot be a claim.
        """
        plain = fold_code(typed)
        if len(plain) != _SECRET_CHARS + _FINGERPRINT_CHARS or any(c not in CROCKFORD for c in plain):
            raise InputRefusedError(
                f"The claim has {len(plain)} usable characters; a claim has {_SECRET_CHARS + _FINGERPRINT_CHARS}. "
                "Copy it again, or make a new one on the hub: tingche-hub claim --kind KIND"
            )
        return cls(plain, plain[_SECRET_CHARS:])

    def recognises(self, authority_der: bytes) -> bool:
        """Whether this authority certificate (DER) is the one the claim was made by."""
        return crockford(hashlib.sha256(authority_der).digest()[:10], _FINGERPRINT_CHARS) == self.fingerprint
