"""Passkeys (WebAuthn, W3C level 2) for the staff pages, over Yubico's `fido2`.

- User verification (a PIN, a finger, a face) is required: what one has and what one is or knows, in one gesture.
- A passkey is discoverable: nobody types a name, so no answer tells whether a person exists.
- Attestation is not asked for: which maker's key somebody uses is none of the hub's business.

`fido2` needs nothing but `cryptography`, which is here already; `webauthn` would bring pyOpenSSL, pyasn1 and cbor2.
"""

import base64
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from fido2.server import Fido2Server
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from hub.people.access import Passkey

_VERIFIED = UserVerificationRequirement.REQUIRED


class Passkeys:
    """Asks browsers to make and to use passkeys, and checks what they answer. Holds no state."""

    def __init__(self, origin: str) -> None:
        """Prepare.

        Args:
            origin: of the staff pages as browsers see it, such as http://localhost:8460. An IP address cannot be one.
        """
        place = PublicKeyCredentialRpEntity(id=urlsplit(origin).hostname or "", name="听车服务台 Tingche desk")
        self._server = Fido2Server(place, verify_origin=lambda found: found == origin)

    def to_make(self, challenge: bytes, name: str, handle: str) -> dict[str, Any]:
        """Options for `navigator.credentials.create`, as JSON values.

        Args:
            challenge: random, good once.
            name: of the person, shown by the browser.
            handle: random and constant for the person, base64url.
        """
        options, _ = self._server.register_begin(
            PublicKeyCredentialUserEntity(id=websafe_decode(handle), name=name, display_name=name),
            resident_key_requirement=ResidentKeyRequirement.REQUIRED,
            user_verification=_VERIFIED,
            challenge=challenge,
        )
        return _plain(options)

    def made(self, challenge: bytes, answer: Mapping[str, Any]) -> Passkey | None:
        """The passkey that a browser made, or None when the answer is not one to this challenge."""
        try:
            data = self._server.register_complete(_state(challenge), answer)
        except (ValueError, TypeError, KeyError, AssertionError, AttributeError):
            return None
        credential = data.credential_data
        if credential is None:
            return None
        return Passkey(websafe_encode(credential.credential_id), base64.b64encode(credential).decode(), data.counter)

    def to_use(self, challenge: bytes) -> dict[str, Any]:
        """Options for `navigator.credentials.get`: any passkey of this place."""
        options, _ = self._server.authenticate_begin(user_verification=_VERIFIED, challenge=challenge)
        return _plain(options)

    def used(self, challenge: bytes, answer: Mapping[str, Any], passkey: Passkey) -> int | None:
        """The sign count that came with a valid signature of this passkey; None when there is none."""
        try:
            self._server.authenticate_complete(_state(challenge), [_data(passkey)], answer)
            return AuthenticationResponse.from_dict(answer).response.authenticator_data.counter
        except (ValueError, TypeError, KeyError, AssertionError, AttributeError):
            return None


def _state(challenge: bytes) -> dict[str, Any]:
    return {"challenge": websafe_encode(challenge), "user_verification": _VERIFIED}


def _data(passkey: Passkey) -> AttestedCredentialData:
    return AttestedCredentialData(base64.b64decode(passkey.public))


def _plain(options: Any) -> dict[str, Any]:
    """fido2's own JSON mapping, all the way down."""

    def walk(value: Any) -> Any:
        if isinstance(value, Mapping):
            return {key: walk(part) for key, part in value.items()}
        if isinstance(value, (list, tuple)):
            return [walk(part) for part in value]
        return value

    found: dict[str, Any] = walk(options["publicKey"])
    return found
