"""The receipt of a deletion: what was done, place by place, signed by the device and by the hub, to be checked offline.

It names an erasure, a device and counts, and nothing of what was deleted; whoever holds it learns nothing about whom.
The hub's frame is sealed to the device, so the hub signs the same once more for everybody (`ErasureReceipt.proof`).
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key
from pydantic import ValidationError

from agent.consent.holding import StoreDone
from agent.contract.messages import ErasureReceipt, SignedStatement
from agent.contract.sealing import key_id
from agent.contract.vouching import vouch, vouched_for

FORMAT: Final = "tingche-deletion-receipt/1"
_BY_DEVICE, BY_HUB = "deletion", "erasure"
_SAME: Final = ("erasure_id", "tenant", "device")


class Verdict(StrEnum):
    """What a check came to."""

    PROVEN = "proven"
    """Device and hub both signed it, with the keys that were asked for."""
    HUB_WAITING = "hub_waiting"
    """The device signed it; the hub has not answered yet, or is older than its signatures."""
    UNFINISHED = "unfinished"
    """The device signed that something is left to do."""
    UNKNOWN_KEYS = "unknown_keys"
    """The signatures fit the keys in the file itself. Nobody says whose those are."""
    FORGED = "forged"
    """A signature does not fit, or the two parts are about different erasures."""
    UNREADABLE = "unreadable"
    """Not a receipt."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A verdict, and what the signed parts say."""

    verdict: Verdict
    device: dict[str, Any] | None = None
    hub: dict[str, Any] | None = None
    device_key_id: str = ""
    hub_key_id: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """What the device did."""

    erasure_id: str
    scope: str
    asked_at: datetime
    finished_at: datetime | None
    records: int
    stores: tuple[StoreDone, ...]


def make(
    done: Done,
    hub: ErasureReceipt | None,
    *,
    tenant: str,
    device: str,
    key: ec.EllipticCurvePrivateKey,
    hub_key: ec.EllipticCurvePublicKey,
) -> dict[str, Any]:
    """The receipt as JSON values. The keys in it only help to compare: who checks brings their own."""
    values = {
        "erasure_id": done.erasure_id,
        "tenant": tenant,
        "device": device,
        "scope": done.scope,
        "records": done.records,
        "asked_at": done.asked_at.isoformat(),
        "finished_at": None if done.finished_at is None else done.finished_at.isoformat(),
        "stores": [one.as_values() for one in done.stores],
    }
    proof = None if hub is None or hub.proof is None else hub.proof.model_dump(mode="json")
    return {
        "format": FORMAT,
        "device": vouch(values, _BY_DEVICE, key).model_dump(mode="json"),
        "device_key_pem": _pem(key.public_key()),
        "hub": proof,
        "hub_key_pem": _pem(hub_key),
    }


def check(
    receipt: object, device_key: ec.EllipticCurvePublicKey | None, hub_key: ec.EllipticCurvePublicKey | None
) -> Checked:
    """Check a receipt. Never raises, whatever it is.

    Args:
        receipt: the JSON values of the file.
        device_key: the device's public key, known from elsewhere; None takes the one in the file, which proves little.
        hub_key: the hub's, likewise.
    """
    if not isinstance(receipt, dict) or receipt.get("format") != FORMAT:
        return Checked(Verdict.UNREADABLE)
    try:
        device_part = SignedStatement.model_validate(receipt.get("device"))
        hub_part = None if receipt.get("hub") is None else SignedStatement.model_validate(receipt["hub"])
        by_device = device_key or _key(receipt.get("device_key_pem"))
        by_hub = hub_key or _key(receipt.get("hub_key_pem"))
    except (ValidationError, ValueError, TypeError):
        return Checked(Verdict.UNREADABLE)
    device = vouched_for(device_part, _BY_DEVICE, by_device)
    hub = None if hub_part is None else vouched_for(hub_part, BY_HUB, by_hub)
    ids = key_id(by_device), key_id(by_hub)
    return Checked(_verdict(device, hub, hub_part, known=bool(device_key and hub_key)), device, hub, *ids)


def _verdict(
    device: dict[str, Any] | None, hub: dict[str, Any] | None, hub_part: SignedStatement | None, *, known: bool
) -> Verdict:
    if device is None or (hub_part is not None and hub is None):
        return Verdict.FORGED
    if hub is not None and any(device.get(name) != hub.get(name) for name in _SAME):
        return Verdict.FORGED
    if not known:
        return Verdict.UNKNOWN_KEYS
    if device.get("finished_at") is None:
        return Verdict.UNFINISHED
    return Verdict.HUB_WAITING if hub is None else Verdict.PROVEN


def _pem(key: ec.EllipticCurvePublicKey) -> str:
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


def _key(pem: object) -> ec.EllipticCurvePublicKey:
    key = load_pem_public_key(str(pem).encode())
    if not isinstance(key, ec.EllipticCurvePublicKey):
        raise TypeError("not a P-256 key")
    return key
