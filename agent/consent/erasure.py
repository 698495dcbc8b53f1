"""What deleting means on the wire: the notice that goes first, ahead of everything that waits."""

from datetime import datetime
from typing import Literal

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

from agent.contract import sealing
from agent.contract.messages import ErasureNotice


def sealed_notice(
    *,
    subject: str,
    scope: Literal["subject", "record"],
    record_ids: tuple[str, ...],
    asked_at: datetime,
    tenant: str,
    device: str,
    hub_key: X25519PublicKey,
    signing_key: ec.EllipticCurvePrivateKey,
    erasure_id: str,
) -> tuple[str, bytes]:
    """(erasure id, frame): the notice sealed and signed once, like every message. It holds no text."""
    notice = ErasureNotice(
        erasure_id=erasure_id, subject=subject, scope=scope, record_ids=record_ids, requested_at=asked_at
    )
    frame = sealing.seal(
        notice,
        tenant=tenant,
        sender=device,
        message_id=erasure_id,
        time=asked_at,
        receiver_key=hub_key,
        signing_key=signing_key,
    )
    return erasure_id, frame
