"""What the hub is told of consent: that a standing one was given, and that one was withdrawn.

A grant for one feedback is not told by itself: the feedback carries it, and it ends with it.
"""

from datetime import datetime

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

from agent.consent.grant import ConsentGrant, Purpose
from agent.contract import sealing
from agent.contract.identifiers import RandomBytes, uuid7
from agent.contract.messages import ConsentStatement


def given(grant: ConsentGrant, statement_id: str) -> ConsentStatement:
    """A standing grant."""
    return ConsentStatement(
        statement_id=statement_id,
        subject=grant.subject,
        event="given",
        purposes=tuple(sorted(grant.purposes)),
        at=grant.given_at,
        grant_id=grant.grant_id,
        notice_hash=grant.notice_hash,
        given_by=grant.given_by,
        expires_at=grant.expires_at,
    )


def withdrawn(
    subject: str, purposes: frozenset[Purpose] | None, at: datetime, random_bytes: RandomBytes
) -> ConsentStatement:
    """A withdrawal; None for every purpose there is."""
    return ConsentStatement(
        statement_id=uuid7(int(at.timestamp() * 1000), random_bytes),
        subject=subject,
        event="withdrawn",
        purposes=tuple(sorted(Purpose if purposes is None else purposes)),
        at=at,
    )


def sealed(
    statement: ConsentStatement,
    *,
    tenant: str,
    device: str,
    hub_key: X25519PublicKey,
    signing_key: ec.EllipticCurvePrivateKey,
) -> bytes:
    """The statement as a frame."""
    return sealing.seal(
        statement,
        tenant=tenant,
        sender=device,
        message_id=statement.statement_id,
        time=statement.at,
        receiver_key=hub_key,
        signing_key=signing_key,
    )
