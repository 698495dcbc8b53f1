"""Pure: what was done for an erasure -> the answer, store by store. Never more is claimed than was done."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from cryptography.hazmat.primitives.asymmetric import ec

from agent.contract.messages import ErasureReceipt, StoreReport
from agent.contract.vouching import vouch


@dataclass(frozen=True, slots=True)
class Erasure:
    """One erasure as the database knows it."""

    tenant: str
    device: str
    erasure_id: str
    tickets_erased: int
    inbox_erased: int


def answer(erasure: Erasure, completed_at: datetime, *, log_truncated: bool) -> ErasureReceipt:
    """The receipt for the device.

    Args:
        erasure: what was deleted.
        completed_at: when no copy was left in the files named as deleted.
        log_truncated: the database's write-ahead log holds nothing of it either (SQLite, after a full checkpoint).
    """
    log = _deleted("database_log", erasure.tickets_erased) if log_truncated else _not_examined("database_log")
    return ErasureReceipt(
        erasure_id=erasure.erasure_id,
        completed_at=completed_at,
        stores=(
            _deleted("tickets", erasure.tickets_erased),
            _deleted("inbox", erasure.inbox_erased),
            log,
            _not_examined("broker"),
            _not_examined("backups"),
        ),
    )


def proven(receipt: ErasureReceipt, tenant: str, device: str, key: ec.EllipticCurvePrivateKey) -> ErasureReceipt:
    """The receipt with the hub's signature for everybody: its frame is sealed, and shows a third person nothing."""
    values = receipt.model_dump(mode="json", include={"erasure_id", "completed_at", "stores"})
    return receipt.model_copy(update={"proof": vouch({**values, "tenant": tenant, "device": device}, "erasure", key)})


def _deleted(store: str, count: int) -> StoreReport:
    action: Literal["deleted", "nothing_found"] = "deleted" if count else "nothing_found"
    return StoreReport(store=store, action=action, count=count)


def _not_examined(store: str) -> StoreReport:
    return StoreReport(store=store, action="not_examined")
