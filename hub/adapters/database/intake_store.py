"""One transaction for what a batch of frames changes: inbox id, ticket or erasure, and the answers to send."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Literal

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from sqlalchemy import ColumnElement, Connection, Table, and_, bindparam, select, update

from agent.contract.messages import ErasureNotice, Feedback, LossReport, ReceiptLine
from agent.contract.refusal import RefusalReason
from hub.adapters.database import rows
from hub.adapters.database.answer_store import queue_answer, queue_erasure_receipt
from hub.adapters.database.connection import Database
from hub.adapters.database.schema import (
    counters,
    devices,
    erased_records,
    inbox,
    loss_reports,
    refusals,
    tickets,
    tombstones,
)
from hub.adapters.database.upsert import insert_or_ignore
from hub.answers import Answer, AnswerKind
from hub.errors import OperatorNeededError
from hub.intake import Accepted, Decision, Duplicate, ErasedAlready, NewTicket, Refused, Sender
from hub.tickets.ticket import Status

_MAX_DETAIL = 300  # Rejection.detail

Where = tuple[str, str]
"""(tenant, device)."""

Outcome = Literal["accepted", "duplicate", "erased"]


# The statements of every frame are built once: building one costs SQLAlchemy more than running it.


def _mine(table: Table, about: ColumnElement[str]) -> ColumnElement[bool]:
    mine = and_(table.c.tenant == bindparam("tenant"), table.c.device == bindparam("device"))
    return and_(mine, about == bindparam("about"))


_SEEN = select(inbox.c.kind, inbox.c.reference).where(_mine(inbox, inbox.c.message_id))
_ERASED_RECORD = select(erased_records.c.record_id).where(_mine(erased_records, erased_records.c.record_id))
_ERASED_SUBJECT = select(tombstones.c.erasure_id).where(
    _mine(tombstones, tombstones.c.subject), tombstones.c.scope == "subject"
)
_NEXT_NUMBER = (
    update(counters).where(counters.c.name == "ticket").values(value=counters.c.value + 1).returning(counters.c.value)
)
_NEW_TICKET = tickets.insert()
_INTO_INBOX = inbox.insert()


class IntakeStore:
    """Writes what intake decided. Several workers may use it at once, in one process or in many."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @contextmanager
    def transaction(self, touched: Iterable[Where]) -> Iterator["IntakeTransaction"]:
        """One transaction; everything in it is committed together or not at all.

        Args:
            touched: the devices named by the topics of the batch. Their rows are locked in one order, so that an
                erasure and a late feedback of one device never pass each other, and workers never wait in a ring.

        Raises:
            ConflictError: another worker was in the way: do the same batch again.
            TemporaryError, OperatorNeededError: as `Database.write`.
        """
        with self._database.write() as connection:
            yield IntakeTransaction(connection, _lock(connection, touched))

    def count_refusal(self, reason: RefusalReason, now: datetime) -> None:
        """One more refusal, in a transaction of its own."""
        with self._database.write() as connection:
            _count_refusal(connection, reason, now)


class IntakeTransaction:
    """What is known, and what becomes of it; implements `hub.intake.Known`."""

    def __init__(self, connection: Connection, senders: dict[Where, Sender]) -> None:
        self._connection = connection
        self._senders = senders
        self._touched: set[Where] = set()

    def sender(self, tenant: str, device: str) -> Sender | None:
        """The device by its pseudonym."""
        return self._senders.get((tenant, device))

    def already_in(self, sender: Sender, message_id: str) -> Duplicate | None:
        """What became of this message, if it is in the inbox."""
        found = self._connection.execute(_SEEN, {**_key(sender), "about": message_id}).one_or_none()
        return Duplicate(sender, message_id, found.kind, found.reference) if found else None

    def erased_record(self, sender: Sender, record_id: str) -> bool:
        """An erasure named this record of this device."""
        return self._connection.execute(_ERASED_RECORD, {**_key(sender), "about": record_id}).first() is not None

    def erased_subject(self, sender: Sender, subject: str) -> bool:
        """An erasure covered everything of this subject of this device."""
        return self._connection.execute(_ERASED_SUBJECT, {**_key(sender), "about": subject}).first() is not None

    def apply(self, decision: Decision, now: datetime) -> str | None:
        """Write one decision and queue its answer. Returns the number of a new ticket."""
        match decision:
            case Refused():
                self._refuse(decision, now)
                return None
            case Duplicate(sender=sender, message_id=message_id, kind=ErasureNotice.kind, reference=erasure_id):
                self._answer_again(sender, erasure_id, now)
                ticket_no = None
            case Duplicate(sender=sender, message_id=message_id, reference=known_no):
                self._receipt(sender, message_id, "duplicate", known_no, now)
                ticket_no = None
            case ErasedAlready(sender=sender, message_id=message_id):
                self._receipt(sender, message_id, "erased", None, now)
                ticket_no = None
            case Accepted(sender=sender):
                ticket_no = self._accept(decision, now)
        self._seen(sender, now)
        return ticket_no

    def _seen(self, sender: Sender, now: datetime) -> None:
        """Once per device and transaction is enough."""
        if _where(sender) not in self._touched:
            self._touched.add(_where(sender))
            self._connection.execute(update(devices).where(_of(devices, sender)).values(last_seen_at=now))

    def _accept(self, decision: Accepted, now: datetime) -> str | None:
        sender, message_id = decision.sender, decision.message_id
        if decision.erasure is not None:
            self._erase(sender, decision.erasure, now)
            self._remember(sender, message_id, ErasureNotice.kind, decision.erasure.erasure_id, now)
            return None
        if decision.loss is not None:
            self._keep_report(sender, decision.loss)
            self._remember(sender, message_id, LossReport.kind, None, now)
            self._receipt(sender, message_id, "accepted", None, now)
            return None
        assert decision.ticket is not None  # noqa: S101 - Accepted carries exactly one of three; mypy cannot see it
        number = self._open_ticket(decision.ticket, now)
        self._remember(sender, message_id, Feedback.kind, number, now)
        self._receipt(sender, message_id, "accepted", number, now)
        return number

    def _open_ticket(self, new: NewTicket, now: datetime) -> str:
        seq: int = self._connection.execute(_NEXT_NUMBER).scalar_one()
        number = f"T-{seq:06d}"
        self._connection.execute(_NEW_TICKET, {"seq": seq, "number": number, **rows.ticket_values(new, now)})
        return number

    def _remember(self, sender: Sender, message_id: str, kind: str, reference: str | None, now: datetime) -> None:
        row = {"message_id": message_id, "kind": kind, "reference": reference, "received_at": now}
        self._connection.execute(_INTO_INBOX, {**_key(sender), **row})

    def _receipt(self, sender: Sender, message_id: str, outcome: Outcome, ticket_no: str | None, now: datetime) -> None:
        line = ReceiptLine(message_id=message_id, outcome=outcome, ticket_no=ticket_no)
        queue_answer(
            self._connection,
            Answer(
                **_key(sender), kind=AnswerKind.RECEIPT_LINE, about=message_id, payload=line.model_dump(mode="json")
            ),
            now,
        )

    def _refuse(self, refused: Refused, now: datetime) -> None:
        _count_refusal(self._connection, refused.reason, now)
        if refused.answer_to is not None:
            sender, message_id = refused.answer_to
            payload = {"message_id": message_id, "reason": refused.reason.value, "detail": refused.detail[:_MAX_DETAIL]}
            queue_answer(
                self._connection,
                Answer(**_key(sender), kind=AnswerKind.REJECTION, about=message_id, payload=payload),
                now,
            )

    def _keep_report(self, sender: Sender, report: LossReport) -> None:
        """Keep the newest report of a device; ids are ordered by time, arrival is not."""
        newest = self._connection.execute(
            select(loss_reports.c.report_id).where(_of(loss_reports, sender))
        ).scalar_one_or_none()
        values = {
            "report_id": report.report_id,
            "reported_at": report.reported_at,
            "counts": report.model_dump(mode="json", include=set(rows.LEDGER_COUNTS)),
        }
        if newest is None:
            self._connection.execute(loss_reports.insert().values(**_key(sender), **values))
        elif newest < report.report_id:
            self._connection.execute(update(loss_reports).where(_of(loss_reports, sender)).values(**values))

    # ---- erasure ---------------------------------------------------------------------------------------------

    def _erase(self, sender: Sender, notice: ErasureNotice, now: datetime) -> None:
        """Blank the tickets, forget the ids, leave the tombstone. Only ever of the device that asks."""
        named = tickets.c.record_id.in_(notice.record_ids)
        whose = tickets.c.subject == notice.subject if notice.scope == "subject" else named
        standing = and_(_of(tickets, sender), whose, tickets.c.status != Status.ERASED.value)
        found = self._connection.execute(
            select(tickets.c.seq, tickets.c.record_id, tickets.c.received_at).where(standing)
        )
        gone = found.all()
        for seq, _, received_at in gone:
            self._connection.execute(update(tickets).where(tickets.c.seq == seq).values(rows.blank(received_at)))
        record_ids = {*notice.record_ids, *(record_id for _, record_id, _ in gone)}
        forgotten = 0
        for record_id in sorted(record_ids):
            removed = self._connection.execute(
                inbox.delete().where(_of(inbox, sender), inbox.c.message_id == record_id, inbox.c.kind == Feedback.kind)
            )
            forgotten += removed.rowcount
            self._connection.execute(
                insert_or_ignore(self._connection, erased_records), {**_key(sender), "record_id": record_id}
            )
        self._connection.execute(
            insert_or_ignore(self._connection, tombstones).values(
                **_key(sender),
                erasure_id=notice.erasure_id,
                subject=notice.subject,
                scope=notice.scope,
                requested_at=notice.requested_at,
                received_at=now,
                tickets_erased=len(gone),
                inbox_erased=forgotten,
            )
        )

    def _answer_again(self, sender: Sender, erasure_id: str | None, now: datetime) -> None:
        """The device asks again, so its answer was lost. An erasure still under way is answered when it is done."""
        done = self._connection.execute(
            select(tombstones).where(
                _of(tombstones, sender), tombstones.c.erasure_id == erasure_id, tombstones.c.completed_at.is_not(None)
            )
        ).one_or_none()
        if done is not None:
            queue_erasure_receipt(self._connection, done, now)


def _count_refusal(connection: Connection, reason: RefusalReason, now: datetime) -> None:
    """One more refusal for this reason. Only reason, number and time are kept."""
    connection.execute(insert_or_ignore(connection, refusals).values(reason=reason.value, count=0, last_at=now))
    connection.execute(
        update(refusals)
        .where(refusals.c.reason == reason.value)
        .values({refusals.c["count"]: refusals.c["count"] + 1, refusals.c.last_at: now})
    )


def _lock(connection: Connection, touched: Iterable[Where]) -> dict[Where, Sender]:
    """The batch's devices, each row locked until the transaction ends, in one order for all workers."""
    senders: dict[Where, Sender] = {}
    for tenant, device in sorted(set(touched)):
        row = connection.execute(
            select(devices.c.place, devices.c.signing_key_pem, devices.c.revoked_at)
            .where(devices.c.tenant == tenant, devices.c.device == device)
            .with_for_update()
        ).one_or_none()
        if row is not None:
            key = load_pem_public_key(row.signing_key_pem.encode())
            if not isinstance(key, ec.EllipticCurvePublicKey):
                raise OperatorNeededError(
                    f"The row of device {device} holds no P-256 key. Revoke it and enrol it anew."
                )
            senders[tenant, device] = Sender(tenant, device, row.place, key, row.revoked_at is not None)
    return senders


def _key(sender: Sender) -> dict[str, str]:
    return {"tenant": sender.tenant, "device": sender.device}


def _where(sender: Sender) -> Where:
    return sender.tenant, sender.device


def _of(table: Table, sender: Sender) -> ColumnElement[bool]:
    return and_(table.c.tenant == sender.tenant, table.c.device == sender.device)
