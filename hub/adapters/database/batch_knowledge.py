"""What the database knows about a batch of frames, read with a few questions for the whole batch.

One question for each frame would cost more than its cryptography. What is decided while the transaction runs is noted
here too, so that the second of two equal frames of one batch is a duplicate.
"""

from collections.abc import Collection, Iterable
from functools import lru_cache

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from sqlalchemy import ColumnElement, Connection, Table, bindparam, select, tuple_

from hub.adapters.database.schema import devices, erased_records, inbox, tombstones
from hub.errors import OperatorNeededError
from hub.intake import Arrival, Duplicate, Sender

Where = tuple[str, str]
"""(tenant, device)."""
Key = tuple[str, str, str]
"""(tenant, device, message id)."""


def _among(table: Table, *names: str) -> ColumnElement[bool]:
    return tuple_(*(table.c[name] for name in names)).in_(bindparam("keys", expanding=True))


# Built once: building a statement costs SQLAlchemy more than running it.
_LOCKED_DEVICES = (
    select(
        devices.c.tenant,
        devices.c.device,
        devices.c.place,
        devices.c.signing_key_pem,
        devices.c.revoked_at.is_not(None),
    )
    .where(_among(devices, "tenant", "device"))
    .order_by(devices.c.tenant, devices.c.device)
    .with_for_update()
)
_SEEN = select(inbox).where(_among(inbox, "tenant", "device", "message_id"))
_ERASED_RECORDS = select(erased_records).where(_among(erased_records, "tenant", "device", "record_id"))
_WITH_ERASED_SUBJECTS = (
    select(tombstones.c.tenant, tombstones.c.device)
    .where(_among(tombstones, "tenant", "device"), tombstones.c.scope == "subject")
    .distinct()
)
_ERASED_SUBJECT = select(tombstones.c.erasure_id).where(
    tombstones.c.tenant == bindparam("tenant"),
    tombstones.c.device == bindparam("device"),
    tombstones.c.subject == bindparam("subject"),
    tombstones.c.scope == "subject",
)


class BatchKnowledge:
    """Implements `hub.intake.Known` for the frames of one batch."""

    def __init__(self, connection: Connection, batch: Collection[Arrival]) -> None:
        """Read what is known, and lock the rows of the batch's devices until the transaction ends."""
        self._connection = connection
        self._keys = {(a.place.tenant, a.place.device, a.message_id) for a in batch}
        self._senders = _locked(connection, {(tenant, device) for tenant, device, _ in self._keys})
        self.read_again()

    def read_again(self) -> None:
        """After an erasure everything but the senders may be different."""
        known = [key for key in self._keys if key[:2] in self._senders]
        self._seen: dict[Key, tuple[str, str | None]] = {}
        self._erased_records: set[Key] = set()
        self._with_erased_subjects: set[Where] = set()
        if not known:
            return
        for row in self._connection.execute(_SEEN, {"keys": known}):
            self._seen[row.tenant, row.device, row.message_id] = row.kind, row.reference
        for row in self._connection.execute(_ERASED_RECORDS, {"keys": known}):
            self._erased_records.add((row.tenant, row.device, row.record_id))
        found = self._connection.execute(_WITH_ERASED_SUBJECTS, {"keys": list({key[:2] for key in known})})
        self._with_erased_subjects = {(tenant, device) for tenant, device in found}

    def note(self, sender: Sender, message_id: str, kind: str, reference: str | None) -> None:
        """This message is in the inbox from now on."""
        self._seen[sender.tenant, sender.device, message_id] = kind, reference

    def sender(self, tenant: str, device: str) -> Sender | None:
        """The device by its pseudonym."""
        return self._senders.get((tenant, device))

    def already_in(self, sender: Sender, message_id: str) -> Duplicate | None:
        """What became of this message, if it is in the inbox."""
        found = self._seen.get((sender.tenant, sender.device, message_id))
        return Duplicate(sender, message_id, *found) if found else None

    def erased_record(self, sender: Sender, record_id: str) -> bool:
        """An erasure named this record of this device."""
        return (sender.tenant, sender.device, record_id) in self._erased_records

    def erased_subject(self, sender: Sender, subject: str) -> bool:
        """An erasure covered everything of this subject of this device."""
        if (sender.tenant, sender.device) not in self._with_erased_subjects:
            return False
        values = {"tenant": sender.tenant, "device": sender.device, "subject": subject}
        return self._connection.execute(_ERASED_SUBJECT, values).first() is not None


def _locked(connection: Connection, touched: Iterable[Where]) -> dict[Where, Sender]:
    """The batch's devices, each row locked until the transaction ends, in one order for all workers.

    So an erasure and a late feedback of one device never pass each other, and workers never wait in a ring.
    """
    keys = sorted(touched)
    if not keys:
        return {}
    rows = connection.execute(_LOCKED_DEVICES, {"keys": keys}).all()
    return {
        (tenant, device): Sender(tenant, device, place, _signing_key(device, pem), bool(revoked))
        for tenant, device, place, pem, revoked in rows
    }


@lru_cache(maxsize=10_000)
def _signing_key(device: str, pem: str) -> ec.EllipticCurvePublicKey:
    key = load_pem_public_key(pem.encode())
    if not isinstance(key, ec.EllipticCurvePublicKey):
        raise OperatorNeededError(f"The row of device {device} holds no P-256 key. Revoke it and enrol it anew.")
    return key
