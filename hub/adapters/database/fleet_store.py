"""Claims and devices in the database."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from sqlalchemy import Connection, and_, select, update

from agent.contract.identifiers import RandomBytes
from agent.contract.messages import DeviceKind
from hub.adapters.database.connection import Database
from hub.adapters.database.schema import claims, devices, meta
from hub.fleet.claims import Claim
from hub.fleet.enrolment import Enrol, EnrolmentRequest, NotEnrolled, decide


@dataclass(frozen=True, slots=True)
class EnrolledDevice:
    """What the answer to an enrolment needs of the database."""

    tenant: str
    device: str
    place: str
    certificate_pem: str


class FleetStore:
    """Claims and devices. The command line and the running hub write at the same time."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def bind(self, name: str, value: str) -> str:
        """Remember a fact about this hub on first use (its tenant, its CA); what is remembered, from then on."""
        with self._database.write() as connection:
            known = connection.execute(select(meta.c.value).where(meta.c.name == name)).scalar_one_or_none()
            if known is None:
                connection.execute(meta.insert().values(name=name, value=value))
        return known or value

    def fact(self, name: str) -> str | None:
        """What `bind` remembered."""
        with self._database.read() as connection:
            known: str | None = connection.execute(select(meta.c.value).where(meta.c.name == name)).scalar_one_or_none()
        return known

    def add_claim(self, code_hash: str, claim: Claim, now: datetime) -> None:
        """Keep a new claim, by its hash."""
        with self._database.write() as connection:
            connection.execute(
                claims.insert().values(
                    code_hash=code_hash,
                    tenant=claim.tenant,
                    kind=claim.kind.value,
                    place=claim.place,
                    created_at=now,
                    expires_at=claim.expires_at,
                )
            )

    def enrol(
        self,
        code_hash: str,
        request: EnrolmentRequest,
        certify: Callable[[str, str], str],
        now: datetime,
        random_bytes: RandomBytes,
    ) -> EnrolledDevice | NotEnrolled:
        """Use a claim, once, in one transaction.

        Args:
            code_hash: of the claim that was typed.
            request: who asks.
            certify: (tenant, pseudonym) -> certificate for the request's key, PEM.
            now: in UTC.
            random_bytes: for the pseudonym.
        """
        with self._database.write() as connection:
            row = connection.execute(
                select(claims).where(claims.c.code_hash == code_hash).with_for_update()
            ).one_or_none()
            claim = (
                Claim(row.tenant, DeviceKind(row.kind), row.place, row.expires_at, row.used_by_key, row.device)
                if row
                else None
            )
            decision = decide(request, claim, now, random_bytes)
            if isinstance(decision, NotEnrolled):
                return decision
            one = and_(devices.c.tenant == decision.tenant, devices.c.device == decision.device)
            if decision.repeated:
                certificate = connection.execute(select(devices.c.certificate_pem).where(one)).scalar_one()
            else:
                certificate = certify(decision.tenant, decision.device)
                _insert(connection, request, decision, certificate, now)
                connection.execute(
                    update(claims)
                    .where(claims.c.code_hash == code_hash)
                    .values(used_at=now, used_by_key=request.key_id, device=decision.device)
                )
        return EnrolledDevice(decision.tenant, decision.device, decision.place, certificate)

    def revoked(self) -> list[tuple[str, datetime]]:
        """(certificate as PEM, when it was revoked) of every revoked device."""
        wanted = select(devices.c.certificate_pem, devices.c.revoked_at).where(devices.c.revoked_at.is_not(None))
        with self._database.read() as connection:
            return [(row.certificate_pem, row.revoked_at) for row in connection.execute(wanted)]

    def revoke(self, device: str, now: datetime) -> bool:
        """Refuse a device from its next message on, whatever certificate it holds. False: there is no such device."""
        with self._database.write() as connection:
            known = connection.execute(select(devices.c.revoked_at).where(devices.c.device == device)).one_or_none()
            if known is not None and known.revoked_at is None:
                connection.execute(update(devices).where(devices.c.device == device).values(revoked_at=now))
        return known is not None


def _insert(
    connection: Connection, request: EnrolmentRequest, enrol: Enrol, certificate_pem: str, now: datetime
) -> None:
    key_pem = request.device_key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
    connection.execute(
        devices.insert().values(
            tenant=enrol.tenant,
            device=enrol.device,
            kind=request.kind.value,
            place=enrol.place,
            signing_key_pem=key_pem,
            sealing_key=request.sealing_key,
            certificate_pem=certificate_pem,
            agent_version=request.agent_version,
            enrolled_at=now,
        )
    )
