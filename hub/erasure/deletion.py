"""Pure: one deletion that was asked for, as it is kept for ever. Names ids and times; nothing of what was deleted."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal, Self

from agent.contract.messages import ErasureNotice


class Origin(StrEnum):
    """Who the person asked. The values are stored."""

    DEVICE = "device"
    """The device, which has already deleted and told the hub."""
    HUB = "hub"
    """The hub: on the page for receipts, or staff on a request in person. The device has to follow."""


@dataclass(frozen=True, slots=True)
class Deletion:
    """What its tombstone says, and what a database from before it is told when it comes back."""

    tenant: str
    device: str
    erasure_id: str
    subject: str
    scope: Literal["subject", "record"]
    record_ids: tuple[str, ...]
    """Named by who asked. For scope "subject" everything else of the subject goes as well."""
    requested_at: datetime
    """By the clock of whoever was asked; a device's may be wrong by years."""
    received_at: datetime
    """By the hub's clock. The legal time limit counts from here."""
    origin: Origin = Origin.DEVICE

    @classmethod
    def of_notice(cls, tenant: str, device: str, notice: ErasureNotice, received_at: datetime) -> Self:
        """What a device's notice asks for: never more than what is of that device."""
        asked = (notice.erasure_id, notice.subject, notice.scope, notice.record_ids, notice.requested_at)
        return cls(tenant, device, *asked, received_at)

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from every other."""
        return self.tenant, self.device, self.erasure_id

    def to_json(self) -> dict[str, Any]:
        """As JSON values."""
        moments = {name: getattr(self, name).isoformat() for name in ("requested_at", "received_at")}
        return {**asdict(self), **moments, "record_ids": list(self.record_ids)}

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """One that `to_json` wrote.

        Raises:
            ValueError: it is damaged, or of a shape from the future.
        """
        try:
            found = json.loads(text)
            return cls(
                found["tenant"],
                found["device"],
                found["erasure_id"],
                found["subject"],
                _scope(found["scope"]),
                tuple(found["record_ids"]),
                datetime.fromisoformat(found["requested_at"]),
                datetime.fromisoformat(found["received_at"]),
                Origin(found["origin"]),
            )
        except (KeyError, TypeError, UnicodeDecodeError) as error:
            raise ValueError(type(error).__name__) from None


def _scope(found: str) -> Literal["subject", "record"]:
    if found == "subject":
        return "subject"
    if found == "record":
        return "record"
    raise ValueError("scope")
