"""Pure: what waits to be told to devices -> messages of the contract, receipts batched per device."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from agent.contract.messages import ErasureReceipt, Message, Receipt, ReceiptLine, Rejection

MAX_LINES = 500
"""Most lines in one receipt, as the contract says."""


class AnswerKind(StrEnum):
    """What can be told to a device. The values are stored."""

    RECEIPT_LINE = "receipt_line"
    REJECTION = "rejection"
    ERASURE_RECEIPT = "erasure_receipt"


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing to tell one device. Holds ids, reasons and counts, nothing a person said."""

    tenant: str
    device: str
    kind: AnswerKind
    about: str
    """The message id, or the erasure id."""
    payload: dict[str, Any]
    """The message, or the receipt's line, as JSON values."""


@dataclass(frozen=True, slots=True)
class WaitingAnswer:
    """An answer in the queue."""

    id: int
    answer: Answer


@dataclass(frozen=True, slots=True)
class Parcel:
    """One message for one device, and the queue entries it settles."""

    tenant: str
    device: str
    message: Message
    ids: tuple[int, ...]


def pack(waiting: Iterable[WaitingAnswer], now: datetime, credit: int | None = None) -> list[Parcel]:
    """Make messages of what waits: at most `MAX_LINES` lines to a receipt, everything else one by one.

    Args:
        waiting: from the queue of answers.
        now: in UTC.
        credit: told with every receipt, see `Receipt.credit`.
    """
    parcels: list[Parcel] = []
    lines: dict[tuple[str, str], list[WaitingAnswer]] = {}
    for entry in waiting:
        answer = entry.answer
        if answer.kind is AnswerKind.RECEIPT_LINE:
            lines.setdefault((answer.tenant, answer.device), []).append(entry)
        else:
            parcels.append(Parcel(answer.tenant, answer.device, _message(answer), (entry.id,)))
    for (tenant, device), entries in lines.items():
        for start in range(0, len(entries), MAX_LINES):
            part = entries[start : start + MAX_LINES]
            receipt = Receipt(
                lines=tuple(ReceiptLine.model_validate(e.answer.payload) for e in part), received_at=now, credit=credit
            )
            parcels.append(Parcel(tenant, device, receipt, tuple(e.id for e in part)))
    return parcels


def _message(answer: Answer) -> Message:
    if answer.kind is AnswerKind.REJECTION:
        return Rejection.model_validate(answer.payload)
    return ErasureReceipt.model_validate(answer.payload)
