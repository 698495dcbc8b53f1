"""What a hub knows, in memory: `hub.intake.Known` without a database, and a hub's sealing key."""

import base64
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from agent.contract import sealing
from hub.intake import COLLECTING, Duplicate, Sender
from tests.fakes.field_device import FieldDevice

TENANT = "demo"


@dataclass
class KnownDevices:
    """A hub's key and its devices."""

    seal: X25519PrivateKey = field(default_factory=X25519PrivateKey.generate)
    senders: dict[tuple[str, str], Sender] = field(default_factory=dict)
    inbox: dict[tuple[str, str], Duplicate] = field(default_factory=dict)
    erased: set[tuple[str, str]] = field(default_factory=set)
    """(device, record id or subject)."""
    withdrawn: dict[tuple[str, str], datetime] = field(default_factory=dict)
    """When a subject withdrew from collecting, by (device, subject); another purpose stands behind the subject."""

    def add(self, name: str = "d-00000000000000000001", **changes: Any) -> FieldDevice:
        """A device that enrolled here."""
        device = FieldDevice()
        device.identity = {
            "tenant": TENANT,
            "device": name,
            "hub_seal_key": base64.b64encode(self.seal.public_key().public_bytes_raw()).decode(),
        }
        sender = Sender(TENANT, name, "12号站", device.signing.public_key(), **changes)
        self.senders[TENANT, name] = sender
        return device

    def opening_key(self, key_id: str) -> X25519PrivateKey | None:
        return self.seal if key_id == sealing.key_id(self.seal.public_key()) else None

    def sender(self, tenant: str, device: str) -> Sender | None:
        return self.senders.get((tenant, device))

    def already_in(self, sender: Sender, message_id: str) -> Duplicate | None:
        return self.inbox.get((sender.device, message_id))

    def erased_record(self, sender: Sender, record_id: str) -> bool:
        return (sender.device, record_id) in self.erased

    def erased_subject(self, sender: Sender, subject: str) -> bool:
        return (sender.device, subject) in self.erased

    def withdrawn_since(self, sender: Sender, subject: str, recorded_at: datetime, purpose: str = COLLECTING) -> bool:
        named = subject if purpose == COLLECTING else f"{subject} {purpose}"
        return self.withdrawn.get((sender.device, named), datetime.min.replace(tzinfo=UTC)) >= recorded_at
