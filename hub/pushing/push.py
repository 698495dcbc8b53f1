"""A push and its receivers, as values."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Choice:
    """Which devices: those that fit everything that is named. Revoked ones never do."""

    devices: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    """One of these is enough."""
    sites: tuple[str, ...] = ()
    """Names of places, as in the claim."""
    kinds: tuple[str, ...] = ()
    phases: tuple[int, ...] = ()
    """Of the roll-out, 1 to 3."""
    everybody: bool = False

    @property
    def empty(self) -> bool:
        """Nobody was named."""
        return not (self.devices or self.tags or self.sites or self.kinds or self.phases or self.everybody)


@dataclass(frozen=True, slots=True)
class Order:
    """What to say, before its version is known."""

    kind: str
    matter: str
    payload: Callable[[int], dict[str, Any]]
    """Version -> the message as JSON values."""
    now: datetime
    expires_at: datetime | None = None
    not_before: datetime | None = None
    """It is queued now and sent from then on; None: at once."""


@dataclass(frozen=True, slots=True)
class Pushed:
    """What was queued."""

    kind: str
    matter: str
    version: int
    devices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DuePush:
    """One directive that has to be sent now."""

    tenant: str
    device: str
    kind: str
    matter: str
    version: int
    message_id: str
    payload: dict[str, Any] = field(repr=False)
    sealing_key: bytes = field(repr=False)
    """The device's raw X25519 public key."""
    tries: int
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one matter stands on one device."""

    device: str
    kind: str
    matter: str
    version: int
    """The newest that was pushed."""
    in_force: int | None
    """What the device has told that it has; None until it said something."""
    outcome: str | None
    """Of the newest; None while it was not answered."""
    reason: str | None
    pushed_at: datetime
    expires_at: datetime | None
    tries: int
    sent_at: datetime | None
    answered_at: datetime | None

    def told(self, now: datetime) -> str:
        """In a few words, for a table."""
        has = f"v{self.in_force}" if self.in_force else "-"
        if self.outcome is None:
            if self.expires_at is not None and self.expires_at <= now:
                return f"{has} (v{self.version} 过期未达 ended unanswered)"
            return f"{has} (v{self.version} 待应答 waiting)"
        if self.outcome in {"applied", "stale"}:
            return f"{has} ({self.reason})" if self.reason else has
        return f"{has} (v{self.version} {self.outcome}: {self.reason or '-'})"
