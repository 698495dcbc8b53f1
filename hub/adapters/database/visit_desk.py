"""What visitors leave at the hub for a kiosk: whose code it was, whether it was used, and the sealed letter.

- A code is used once, by a row that the database lets in once, however many ask together.
- A letter waits as any directive does, sent until the kiosk has answered; then its bytes go from here too.
"""

import base64
import hashlib
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from sqlalchemy import ColumnElement, and_, select, update

from agent.contract import sealing
from agent.contract.directives import VisitorLetter
from agent.contract.identifiers import RandomBytes
from agent.contract.visitor_letters import VisitCode
from hub.adapters.database.connection import Database
from hub.adapters.database.push_answers import next_version
from hub.adapters.database.push_queue import queue
from hub.adapters.database.schema import devices, pushes
from hub.adapters.database.used_once import use_once
from hub.pushing.push import Order

_ENDED: Final = and_(pushes.c.kind == VisitorLetter.kind, pushes.c.answered_at.is_(None))
LETTER_LASTS: Final = timedelta(days=30)
"""So long a letter waits for a kiosk that is not heard."""


@dataclass(frozen=True, slots=True)
class Kiosk:
    """The device whose code was scanned."""

    tenant: str
    device: str
    kind: str
    place: str
    signing_key: ec.EllipticCurvePublicKey = field(repr=False)
    sealing_key: bytes = field(repr=False)
    """Raw X25519."""


class VisitDesk:
    """Codes and letters in the database. Called from worker threads."""

    def __init__(self, database: Database, random_bytes: RandomBytes) -> None:
        self._database = database
        self._random_bytes = random_bytes

    def kiosk(self, tenant: str, device: str) -> Kiosk | None:
        """The enrolled device of this name; None where there is none, or it was revoked."""
        wanted = select(devices).where(
            devices.c.tenant == tenant, devices.c.device == device, devices.c.revoked_at.is_(None)
        )
        with self._database.read() as connection:
            row = connection.execute(wanted).one_or_none()
        if row is None:
            return None
        key = load_pem_public_key(row.signing_key_pem.encode())
        assert isinstance(key, ec.EllipticCurvePublicKey)  # noqa: S101 - enrolment takes no other
        return Kiosk(tenant, device, row.kind, row.place, key, base64.b64decode(row.sealing_key))

    def use(self, code: VisitCode, now: datetime) -> bool:
        """Whether this code is used for the first time.

        On the way letters are forgotten that no kiosk has fetched in time.
        """
        key = hashlib.sha256(code.signed).hexdigest()
        with self._database.write() as connection:
            connection.execute(update(pushes).where(_ENDED, pushes.c.expires_at <= now).values(payload={}))
            return use_once(connection, key, now)

    def leave(self, kiosk: Kiosk, nonce: bytes, sealed: bytes, now: datetime) -> bool:
        """Queue a visit's letter for its kiosk; False where it left one already. Durable when this returns."""
        key = X25519PublicKey.from_public_bytes(kiosk.sealing_key)

        def payload(version: int) -> dict[str, object]:
            letter = VisitorLetter(
                visit=nonce.hex(),
                version=version,
                left_at=now,
                key_id=sealing.key_id(key),
                sealed=base64.b64encode(sealed).decode(),
            )
            return letter.model_dump(mode="json")

        order = Order(VisitorLetter.kind, nonce.hex(), payload, now, now + LETTER_LASTS)
        with self._database.write() as connection:
            if connection.execute(select(pushes.c.version).where(_letter(kiosk, nonce))).one_or_none() is not None:
                return False
            version = next_version(connection)
            place = [(kiosk.tenant, kiosk.device)]
            queue(connection, place, order, version, payload(version), random_bytes=self._random_bytes)
        return True

    def take_back(self, kiosk: Kiosk, nonce: bytes, now: datetime) -> bool:
        """Forget a visit's letter and tell its kiosk so; False where the kiosk has answered already, or there is none.

        A copy may be on its way: the kiosk then says that it had it first, and the receipt deletes what it kept.
        """
        with self._database.write() as connection:
            row = connection.execute(
                select(pushes.c.payload, pushes.c.answered_at).where(_letter(kiosk, nonce))
            ).first()
            if row is None or row.answered_at is not None or not row.payload:
                return False
            version = next_version(connection)
            content = {**row.payload, "version": version, "sealed": ""}
            order = Order(VisitorLetter.kind, nonce.hex(), lambda _version: content, now, now + LETTER_LASTS)
            place = [(kiosk.tenant, kiosk.device)]
            queue(connection, place, order, version, content, random_bytes=self._random_bytes)
        return True

    def outcome(self, kiosk: Kiosk, nonce: bytes) -> str | None:
        """What the kiosk made of a visit's letter; None while it has not answered."""
        with self._database.read() as connection:
            found = connection.execute(select(pushes.c.outcome).where(_letter(kiosk, nonce))).one_or_none()
        return None if found is None else found.outcome


def _letter(kiosk: Kiosk, nonce: bytes) -> ColumnElement[bool]:
    return and_(
        pushes.c.tenant == kiosk.tenant,
        pushes.c.device == kiosk.device,
        pushes.c.kind == VisitorLetter.kind,
        pushes.c.matter == nonce.hex(),
    )
