"""What the database knows about a batch of frames, read with a few questions for the whole batch.

One question for each frame would cost more than its cryptography. What is decided while the transaction runs is noted
here too, so that the second of two equal frames of one batch is a duplicate.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from itertools import chain
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from sqlalchemy import Connection, Table, bindparam, select

from hub.adapters.database.schema import consents, devices, erased_records, inbox, tombstones
from hub.errors import OperatorNeededError
from hub.intake import COLLECTING, Arrival, Duplicate, Sender

Where = tuple[str, str]
"""(tenant, device)."""
Key = tuple[str, str, str]
"""(tenant, device, message id)."""


_ERASED_SUBJECT = select(tombstones.c.erasure_id).where(
    tombstones.c.tenant == bindparam("tenant"),
    tombstones.c.device == bindparam("device"),
    tombstones.c.subject == bindparam("subject"),
    tombstones.c.scope == "subject",
)


_ERASED_RECORD = select(erased_records.c.record_id).where(
    *(erased_records.c[name] == bindparam(name) for name in ("tenant", "device", "record_id"))
)


_WITHDRAWN = select(consents.c.purpose).where(
    consents.c.tenant == bindparam("tenant"),
    consents.c.device == bindparam("device"),
    consents.c.subject == bindparam("subject"),
    consents.c.purpose == bindparam("purpose"),
    consents.c.event == "withdrawn",
    consents.c.at >= bindparam("recorded_at"),
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
        self._with_withdrawals: set[Where] = set()
        if not known:
            return
        seen = "tenant, device, message_id, kind, reference"
        for tenant, device, message_id, kind, reference in _sought(self._connection, inbox, seen, known):
            self._seen[tenant, device, message_id] = kind, reference
        named = _sought(self._connection, erased_records, "tenant, device, record_id", known)
        self._erased_records = {(tenant, device, record_id) for tenant, device, record_id in named}
        whose = sorted({key[:2] for key in known})
        subjects = _sought(self._connection, tombstones, "DISTINCT tenant, device, scope", whose)
        words = _sought(self._connection, consents, "DISTINCT tenant, device, event", whose)
        self._with_withdrawals = {(tenant, device) for tenant, device, event in words if event == "withdrawn"}
        self._with_erased_subjects = {(tenant, device) for tenant, device, scope in subjects if scope == "subject"}

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
        key = (sender.tenant, sender.device, record_id)
        if key in self._keys:
            return key in self._erased_records
        values = {"tenant": sender.tenant, "device": sender.device, "record_id": record_id}
        return self._connection.execute(_ERASED_RECORD, values).first() is not None

    def erased_subject(self, sender: Sender, subject: str) -> bool:
        """An erasure covered everything of this subject of this device."""
        if (sender.tenant, sender.device) not in self._with_erased_subjects:
            return False
        values = {"tenant": sender.tenant, "device": sender.device, "subject": subject}
        return self._connection.execute(_ERASED_SUBJECT, values).first() is not None

    def withdrawn_since(self, sender: Sender, subject: str, recorded_at: datetime, purpose: str = COLLECTING) -> bool:
        """The subject withdrew this purpose, and gave this before that."""
        if (sender.tenant, sender.device) not in self._with_withdrawals:
            return False
        asked = {"subject": subject, "recorded_at": recorded_at, "purpose": purpose}
        values = {"tenant": sender.tenant, "device": sender.device, **asked}
        return self._connection.execute(_WITHDRAWN, values).first() is not None


def _locked(connection: Connection, touched: Iterable[Where]) -> dict[Where, Sender]:
    """The batch's devices, each row locked until the transaction ends, in one order for all workers.

    So an erasure and a late feedback of one device never pass each other, and workers never wait in a ring.
    """
    keys = sorted(touched)
    if not keys:
        return {}
    columns = "tenant, device, place, signing_key_pem, revoked_at IS NOT NULL"
    lock = "" if connection.dialect.name == "sqlite" else "FOR UPDATE OF devices"
    rows = _sought(connection, devices, columns, keys, f"ORDER BY tenant, device {lock}")
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


def _sought(
    connection: Connection, table: Table, columns: str, keys: Sequence[tuple[str, ...]], tail: str = ""
) -> list[Any]:
    """These columns of the rows with these keys, which are the beginning of the table's primary key or of an index.

    Spelled out, because SQLite takes `(a, b, c) IN (...)` as a reason to read the whole table, which grows for ever. A
    CROSS JOIN is kept in its order (https://sqlite.org/optoverview.html section 6): each key is sought in the index.
    """
    names = _KEYS[table]
    mark = "?" if connection.dialect.name == "sqlite" else "%s"
    wanted = ", ".join([f"({', '.join([mark] * len(names))})"] * len(keys))
    aliases = ", ".join(f"wanted_{name}" for name in names)
    same = " AND ".join(f"{table.name}.{name} = wanted_{name}" for name in names)
    seek = f"SELECT {columns} FROM wanted CROSS JOIN {table.name} WHERE {same} {tail}"  # noqa: S608 - our own names
    sql = f"WITH wanted({aliases}) AS (VALUES {wanted}) {seek}"
    return list(connection.exec_driver_sql(sql, tuple(chain.from_iterable(keys))).all())


_KEYS = {
    devices: ("tenant", "device"),
    tombstones: ("tenant", "device"),
    consents: ("tenant", "device"),
    inbox: ("tenant", "device", "message_id"),
    erased_records: ("tenant", "device", "record_id"),
}
