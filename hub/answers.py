"""Pure: what waits to be told to devices -> messages of the contract, the receipts of each device gathered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from agent.contract.messages import ErasureReceipt, Message, Receipt, Rejection

MAX_LINES = 500
"""Most lines in one receipt, as the contract says."""


class AnswerKind(StrEnum):
    """What can be told to a device. The values are stored."""

    RECEIPT = "receipt"
    """What one transaction says to one device."""
    REJECTION = "rejection"
    ERASURE_RECEIPT = "erasure_receipt"


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing to tell one device. Holds ids, reasons and counts, nothing a person said."""

    tenant: str
    device: str
    kind: AnswerKind
    about: str
    """The message id, the erasure id, or for a receipt a name of its own."""
    payload: dict[str, Any]
    """The message as JSON values; of a receipt, `lines` alone."""


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
    told: dict[tuple[str, str], _Lines] = {}
    for entry in waiting:
        answer = entry.answer
        where = (answer.tenant, answer.device)
        if answer.kind is not AnswerKind.RECEIPT:
            parcels.append(Parcel(*where, _message(answer), (entry.id,)))
            continue
        lines = answer.payload["lines"]
        if where in told and len(told[where].lines) + len(lines) > MAX_LINES:
            parcels.append(_receipt(where, told.pop(where), now, credit))
        gathered = told.setdefault(where, _Lines([], []))
        gathered.lines.extend(lines)
        gathered.ids.append(entry.id)
    return [*parcels, *(_receipt(where, lines, now, credit) for where, lines in told.items())]


@dataclass(frozen=True, slots=True)
class _Lines:
    lines: list[dict[str, str | None]]
    ids: list[int]


def _receipt(where: tuple[str, str], told: _Lines, now: datetime, credit: int | None) -> Parcel:
    receipt = Receipt.model_validate({"lines": told.lines, "received_at": now, "credit": credit})
    return Parcel(*where, receipt, tuple(told.ids))


def _message(answer: Answer) -> Message:
    if answer.kind is AnswerKind.REJECTION:
        return Rejection.model_validate(answer.payload)
    return ErasureReceipt.model_validate(answer.payload)
