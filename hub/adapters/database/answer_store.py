"""The queue of answers in the database, and the end of every erasure."""

import base64
import secrets
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, select, update

from hub.adapters.database.bulk import insert_many
from hub.adapters.database.connection import Database
from hub.adapters.database.schema import devices, outgoing, tickets, tombstones
from hub.adapters.database.upsert import insert_or_renew
from hub.answers import Answer, AnswerKind, WaitingAnswer
from hub.erasure.answer import Erasure
from hub.erasure.answer import answer as erasure_answer
from hub.erasure.deletion import Origin
from hub.tickets.ticket import Status

_ANSWER = ("tenant", "device", "kind", "about")
_BATCH_NAME_BYTES = 16

Lines = Sequence[Mapping[str, str | None]]
"""Lines of a receipt as JSON values, see `agent.contract.messages.ReceiptLine`."""


def queue_receipts(
    connection: Connection, lines: Mapping[tuple[str, str], Lines], at: Mapping[tuple[str, str], datetime], worker: int
) -> None:
    """Queue what one transaction of the caller answers to each device, in one row: one for each line costs too much.

    Args:
        connection: in a writing transaction.
        lines: by (tenant, device).
        at: when, by (tenant, device).
        worker: who sends it.
    """
    rows = [
        {
            "tenant": tenant,
            "device": device,
            "kind": AnswerKind.RECEIPT.value,
            "about": secrets.token_hex(_BATCH_NAME_BYTES),
            "payload": {"lines": told},
            "created_at": at[tenant, device],
            "worker": worker,
        }
        for (tenant, device), told in lines.items()
    ]
    insert_many(connection, outgoing, rows)


def queue_answers(connection: Connection, queued: Collection[tuple[Answer, datetime]], worker: int) -> None:
    """Queue answers in a transaction of the caller. One that stands there already is renewed, not doubled.

    It may be with the broker since before the device asked again: under its new id it is sent once more.
    """
    values = [
        {
            "tenant": answer.tenant,
            "device": answer.device,
            "kind": answer.kind.value,
            "about": answer.about,
            "payload": answer.payload,
            "created_at": at,
            "worker": worker,
        }
        for answer, at in queued
    ]
    if values:
        connection.execute(insert_or_renew(connection, outgoing, _ANSWER), values)


def queue_erasure_receipt(connection: Connection, tombstone: Row[Any], now: datetime, worker: int) -> None:
    """Queue the answer to a finished erasure, from its tombstone."""
    erasure = Erasure(
        tombstone.tenant,
        tombstone.device,
        tombstone.erasure_id,
        tombstone.tickets_erased,
        tombstone.inbox_erased,
    )
    receipt = erasure_answer(erasure, tombstone.completed_at, log_truncated=connection.dialect.name == "sqlite")
    payload = receipt.model_dump(mode="json")
    queued = Answer(erasure.tenant, erasure.device, AnswerKind.ERASURE_RECEIPT, erasure.erasure_id, payload)
    queue_answers(connection, [(queued, now)], worker)


class AnswerStore:
    """What waits for the broker to take it.

    Args:
        database: the hub's.
        worker: which of the intake processes sends. The first one also sends what none of them queued.
        workers: how many there are.
    """

    def __init__(self, database: Database, worker: int = 0, workers: int = 1) -> None:
        self._database = database
        self._worker = worker
        others = outgoing.c.worker.not_in(range(1, workers))
        self._ours = outgoing.c.worker == worker if worker else others

    def waiting(self, limit: int, besides: Collection[int] = ()) -> Sequence[WaitingAnswer]:
        """This worker's oldest answers for devices that still take part, without those already handed over."""
        wanted = (
            select(outgoing)
            .join(devices, and_(devices.c.tenant == outgoing.c.tenant, devices.c.device == outgoing.c.device))
            .where(devices.c.revoked_at.is_(None), self._ours, outgoing.c.id.not_in(besides))
            .order_by(outgoing.c.id)
            .limit(limit)
        )
        with self._database.read() as connection:
            found = connection.execute(wanted).all()
        return [
            WaitingAnswer(row.id, Answer(row.tenant, row.device, AnswerKind(row.kind), row.about, row.payload))
            for row in found
        ]

    def sealing_key(self, tenant: str, device: str) -> bytes:
        """The device's raw X25519 public key, which frames to it are sealed to."""
        with self._database.read() as connection:
            key: str = connection.execute(
                select(devices.c.sealing_key).where(devices.c.tenant == tenant, devices.c.device == device)
            ).scalar_one()
        return base64.b64decode(key)

    def taken(self, ids: Collection[int]) -> None:
        """The broker has these: forget them. A device that misses one sends its message again."""
        with self._database.write() as connection:
            connection.execute(outgoing.delete().where(outgoing.c.id.in_(ids)))

    def finish_erasures(self, now: datetime) -> int:
        """Shed what the database still holds of erased content, then answer. Count of erasures answered.

        One worker does it for all. Run after every commit with an erasure, at start, and again while a reader holds
        the write-ahead log.
        """
        if self._worker:
            return 0
        unfinished = tombstones.c.completed_at.is_(None)
        with self._database.read() as connection:
            stones = connection.execute(select(tombstones).where(unfinished)).all()
            held = select(tickets).where(tickets.c.status == Status.FROZEN.value)
            frozen = connection.execute(held).all() if stones else ()
        ids = [stone for stone in stones if not any(_waits_for(stone, ticket) for ticket in frozen)]
        if not ids or not self._database.shed_deleted():
            return 0
        with self._database.write() as connection:
            for found in ids:
                one = and_(*(column == getattr(found, column.name) for column in tombstones.primary_key.columns))
                connection.execute(update(tombstones).where(one, unfinished).values(completed_at=now))
                stone = connection.execute(select(tombstones).where(one)).one()
                if stone.origin == Origin.DEVICE.value or stone.confirmed_at is not None:
                    queue_erasure_receipt(connection, stone, now, self._worker)
        return len(ids)


def _waits_for(stone: Row[Any], ticket: Row[Any]) -> bool:
    """Whether this erasure is not done before that frozen ticket is deleted."""
    if (stone.tenant, stone.device) != (ticket.tenant, ticket.device):
        return False
    if stone.scope == "record":
        return ticket.record_id in (stone.record_ids or ())
    return bool(stone.subject == ticket.subject)
