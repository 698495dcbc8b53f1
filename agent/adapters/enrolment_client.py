"""Talks to the hub's enrolment API over HTTP: once, when a technician provisions the device.

The claim carries the fingerprint of the hub's authority. Beyond loopback the connection is TLS: the authority is
fetched first, checked against the fingerprint, and only then is the claim sent, on a connection verified by it.
"""

import base64
import ipaddress
import json
import ssl
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from agent.contract.messages import DeviceKind
from agent.errors import InputRefusedError, TechnicianNeededError, TemporaryError
from agent.provisioning.claim import Claim

_TIMEOUT_S = 15.0
_MAX_ANSWER_BYTES = 256 * 1024


@dataclass(frozen=True, slots=True)
class Enrolment:
    """The hub's answer."""

    values: dict[str, Any] = field(repr=False)
    """What DeviceIdentity is made from."""
    certificate_pem: str
    authority_pem: str
    masking_key: bytes = field(repr=False)


def enrol(
    hub: str, claim: Claim, *, kind: DeviceKind, signing_request: bytes, opening_public: bytes, agent_version: str
) -> Enrolment:
    """Exchange a one-time claim for a certificate and the hub's keys.

    Raises:
        InputRefusedError: the address or the claim is not usable.
        TechnicianNeededError: the hub is not the one that made the claim, or refuses.
        TemporaryError: the hub cannot be reached.
    """
    base = _checked_address(hub)
    loose = None
    if base.startswith("https:"):
        loose = ssl.create_default_context()
        loose.check_hostname, loose.verify_mode = False, ssl.CERT_NONE  # trusted by the claim's fingerprint, below
    authority_pem = str(_call(f"{base}/api/v1/ca", None, loose).get("ca_pem", ""))
    if not _recognised(claim, authority_pem):
        raise TechnicianNeededError(
            f"The hub at {base} is not the one that made this claim (its authority differs). "
            "Check the address; if it is right, make a new claim on that hub: tingche-hub claim --kind KIND"
        )
    strict = ssl.create_default_context(cadata=authority_pem) if loose is not None else None
    answer = _call(
        f"{base}/api/v1/enrol",
        {
            "claim": claim.code,
            "csr_pem": signing_request.decode(),
            "sealing_key": base64.b64encode(opening_public).decode(),
            "kind": kind.value,
            "agent_version": agent_version,
        },
        strict,
    )
    try:
        return Enrolment(
            values=answer,
            certificate_pem=str(answer["certificate_pem"]),
            authority_pem=authority_pem,
            masking_key=base64.b64decode(answer["masking_key"], validate=True),
        )
    except (KeyError, TypeError, ValueError):
        raise TechnicianNeededError(
            f"The hub at {base} answered something else than an enrolment: update it."
        ) from None


def is_loopback(host: str) -> bool:
    """Whether a host name or address stays on this machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _checked_address(hub: str) -> str:
    parts = urlsplit(hub)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise InputRefusedError(
            f"{hub!r} is not a hub's address. It looks like http://127.0.0.1:8460 or https://hub:8461"
        )
    if parts.scheme == "http" and not is_loopback(parts.hostname):
        raise InputRefusedError(
            f"{hub!r} would send the claim unprotected. Use the hub's https address (tingche-hub serve --enrol-listen)."
        )
    return f"{parts.scheme}://{parts.netloc}"


def _recognised(claim: Claim, authority_pem: str) -> bool:
    try:
        certificate = x509.load_pem_x509_certificate(authority_pem.encode())
    except ValueError:
        return False
    return claim.recognises(certificate.public_bytes(Encoding.DER))


def _call(url: str, body: dict[str, Any] | None, context: ssl.SSLContext | None) -> dict[str, Any]:
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"Content-Type": "application/json"})  # noqa: S310 - scheme checked
    try:
        with urllib.request.urlopen(request, timeout=_TIMEOUT_S, context=context) as response:  # noqa: S310 - as above
            answer = json.loads(response.read(_MAX_ANSWER_BYTES))
    except urllib.error.HTTPError as error:
        raise _refusal(url, error) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or type(error).__name__
        raise TemporaryError(
            f"The hub at {url} cannot be reached ({reason}). Check that tingche-hub serve runs and the address is "
            "right, then run the same command again: the claim is still good."
        ) from None
    if not isinstance(answer, dict):
        raise TechnicianNeededError(f"{url} is not a Tingche hub.")
    return answer


def _refusal(url: str, error: urllib.error.HTTPError) -> TechnicianNeededError:
    try:
        told = json.loads(error.read(_MAX_ANSWER_BYTES))
        return TechnicianNeededError(f"The hub refused: {told['error']} {told.get('remedy', '')}".strip())
    except (OSError, ValueError, KeyError, TypeError):
        return TechnicianNeededError(f"{url} answered with status {error.code}: is this a Tingche hub?")
