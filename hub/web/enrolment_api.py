"""The API that devices enrol through: the CA's certificate, and a claim turned into an identity.

    GET  /api/v1/ca      -> {"ca_pem"}
    POST /api/v1/enrol   {claim, csr_pem, sealing_key, kind, agent_version}
                         -> {tenant, device, certificate_pem, ca_pem, hub_seal_key, hub_sign_key_pem, desk_key,
                             voice_key (the reviewers'), masking_key, mqtt: {host, port, tls}, place}
    otherwise            -> {"error", "remedy"} with a status of 4xx

A POST has to say application/json: a page of another site in someone's browser cannot.
"""

import base64
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import anyio
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from agent.contract.identifiers import RandomBytes
from hub.adapters.database.fleet_store import EnrolledDevice, FleetStore
from hub.adapters.key_folder import HubKeys
from hub.errors import HubError
from hub.fleet.broker_address import BrokerAddress
from hub.fleet.claims import WrongTries, ca_fingerprint
from hub.fleet.enrolment import (
    MAX_REQUEST_BYTES,
    EnrolmentError,
    EnrolmentRequest,
    NotEnrolled,
    read_request,
)
from hub.people.roles import Permission
from hub.web.gate import DeclaredRoute

_log = logging.getLogger(__name__)
_BODY_TIMEOUT_S = 10.0
_STATUS = {
    EnrolmentError.MALFORMED: 400,
    EnrolmentError.BAD_CSR: 400,
    EnrolmentError.CLAIM_UNKNOWN: 403,
    EnrolmentError.OTHER_HUB: 409,
    EnrolmentError.CLAIM_USED: 409,
    EnrolmentError.KIND_MISMATCH: 409,
    EnrolmentError.CLAIM_EXPIRED: 410,
    EnrolmentError.TOO_MANY_TRIES: 429,
}


@dataclass(frozen=True, slots=True)
class EnrolmentDesk:
    """What enrolment needs."""

    fleet: FleetStore
    keys: HubKeys = field(repr=False)
    broker: BrokerAddress
    """Where devices are sent to."""
    clock: Callable[[], datetime]
    random_bytes: RandomBytes
    tries: WrongTries = field(default_factory=WrongTries)
    monotonic: Callable[[], float] = time.monotonic

    def enrol(self, raw: bytes, address: str) -> EnrolledDevice | NotEnrolled:
        """One request from one address.

        Raises:
            HubError: the database cannot be written now.
        """
        wait_s = self.tries.wait_s(address, self.monotonic())
        if wait_s > 0:
            return NotEnrolled(
                EnrolmentError.TOO_MANY_TRIES, f"Too many wrong codes. Wait {int(wait_s) + 1} seconds, then try again."
            )
        request = read_request(raw)
        outcome = request if isinstance(request, NotEnrolled) else self._use(request)
        if isinstance(outcome, NotEnrolled) and outcome.error is EnrolmentError.CLAIM_UNKNOWN:
            self.tries.count(address, self.monotonic())
        return outcome

    def _use(self, request: EnrolmentRequest) -> EnrolledDevice | NotEnrolled:
        if request.code.fingerprint not in (None, ca_fingerprint(self.keys.authority.der)):
            return NotEnrolled(EnrolmentError.OTHER_HUB, "This code was made by another hub. Enrol the device there.")
        now = self.clock()
        return self.fleet.enrol(
            request.code.hashed(self.keys.claim),
            request,
            lambda tenant, device: self.keys.authority.certify_client(device, tenant, request.device_key, now),
            now,
            self.random_bytes,
        )

    def answer(self, enrolled: EnrolledDevice) -> dict[str, Any]:
        """What an enrolled device is told."""
        sign_pem = self.keys.sign.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        return {
            "tenant": enrolled.tenant,
            "device": enrolled.device,
            "certificate_pem": enrolled.certificate_pem,
            "ca_pem": self.keys.authority.pem,
            "hub_seal_key": _raw(self.keys.seal.public_key()),
            "hub_sign_key_pem": sign_pem.decode(),
            "desk_key": _raw(self.keys.desk),
            "voice_key": None if self.keys.voice is None else _raw(self.keys.voice),
            "masking_key": base64.b64encode(self.keys.masking).decode(),
            "mqtt": {"host": self.broker.host, "port": self.broker.port, "tls": self.broker.tls},
            "place": enrolled.place,
        }


def enrolment_routes(desk: EnrolmentDesk) -> list[DeclaredRoute]:
    """The API's routes, for the loopback application and the TLS listener alike. A claim is what lets a device in."""

    async def ca(_request: Request) -> Response:
        return _json({"ca_pem": desk.keys.authority.pem})

    async def enrol(request: Request) -> Response:
        if request.headers.get("content-type", "").split(";")[0].strip().lower() != "application/json":
            return _error(415, "unsupported_media_type", "Send JSON, with Content-Type: application/json.")
        raw = await _read_body(request)
        if raw is None:
            return _error(413, "too_large", f"A request is at most {MAX_REQUEST_BYTES} bytes and arrives within 10 s.")
        address = request.client.host if request.client else "unknown"
        try:
            outcome = await run_in_threadpool(desk.enrol, raw, address)
        except HubError as error:
            _log.error("enrolment failed: %s", error)
            return _error(503, "hub_not_ready", "The hub cannot write now. Try again in a minute, or ask its operator.")
        if isinstance(outcome, NotEnrolled):
            _log.info("enrolment refused: %s", outcome.error.value)
            return _error(_STATUS[outcome.error], outcome.error.value, outcome.remedy)
        _log.info("enrolled device %s", outcome.device)
        return _json(desk.answer(outcome))

    return [
        DeclaredRoute("/api/v1/ca", ca, Permission.PUBLIC),
        DeclaredRoute("/api/v1/enrol", enrol, Permission.PUBLIC, ["POST"]),
    ]


async def _read_body(request: Request) -> bytes | None:
    """The body, or None when it is too large, too slow, or cut off."""
    raw = bytearray()
    try:
        with anyio.fail_after(_BODY_TIMEOUT_S):
            async for chunk in request.stream():
                raw += chunk
                if len(raw) > MAX_REQUEST_BYTES:
                    return None
    except (TimeoutError, ClientDisconnect):
        return None
    return bytes(raw)


def _raw(key: X25519PublicKey) -> str:
    return base64.b64encode(key.public_bytes_raw()).decode()


def _error(status: int, error: str, remedy: str) -> Response:
    return _json({"error": error, "remedy": remedy}, status)


def _json(content: dict[str, Any], status: int = 200) -> Response:
    return JSONResponse(content, status, headers={"cache-control": "no-store"})
