"""One transaction for what a batch of frames changes: inbox ids, tickets or erasures, and the answers to send."""

import base64
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Final, Literal

from sqlalchemy import ColumnElement, Connection, Table, and_, bindparam, select, update

from agent.contract.directives import Acknowledgement
from agent.contract.messages import ConsentStatement, ErasureNotice, Feedback, LossReport, Voice
from agent.contract.refusal import RefusalReason
from hub.adapters.database import rows
from hub.adapters.database.answer_store import queue_answers, queue_erasure_receipt, queue_receipts
from hub.adapters.database.batch_knowledge import BatchKnowledge
from hub.adapters.database.bulk import insert_many
from hub.adapters.database.connection import Database
from hub.adapters.database.erasing import confirm, erase
from hub.adapters.database.push_answers import note_answer
from hub.adapters.database.schema import (
    consents,
    counters,
    devices,
    given_answers,
    inbox,
    loss_reports,
    refusals,
    set_aside,
    tickets,
    tombstones,
)
from hub.adapters.database.set_aside_store import keep
from hub.adapters.database.upsert import insert_or_ignore
from hub.adapters.database.voice_store import drop_voices_of, keep_voice
from hub.answers import Answer, AnswerKind
from hub.erasure.deletion import Deletion
from hub.intake import (
    ATTACHING_VEHICLE,
    KEEPING_VOICE,
    Accepted,
    Arrival,
    Decision,
    Duplicate,
    ErasedAlready,
    NewTicket,
    Refused,
    Sender,
)
from hub.ports import Delivery
from hub.set_aside import SetAside

_CARRIED: Final = {"call_back": ("contact_key_id", "contact_sealed"), ATTACHING_VEHICLE: ("vehicle",)}
"""Columns of a ticket that go with a purpose, as devices call it."""
_MAX_DETAIL = 300  # Rejection.detail

Outcome = Literal["accepted", "duplicate", "erased"]

_LAST_NUMBER = select(counters.c.value).where(counters.c.name == "ticket").with_for_update()
_USED_NUMBERS = update(counters).where(counters.c.name == "ticket").values(value=bindparam("last"))
_SEEN_DEVICES = update(devices).where(
    devices.c.tenant == bindparam("of_tenant"), devices.c.device == bindparam("of_device")
)


Journal = Callable[[Collection[Deletion]], None]


def _no_journal(_deletions: Collection[Deletion]) -> None:
    """A database without a journal beside it: what an older one of it would bring back is not known."""


class IntakeStore:
    """Writes what intake decided. Several workers may use it at once, in one process or in many.

    Args:
        database: the hub's.
        worker: which of them this is: its own `AnswerStore` sends the answers.
        journal: told what will be deleted, and has it on the disk when it returns.
    """

    def __init__(self, database: Database, worker: int = 0, journal: Journal = _no_journal) -> None:
        self._database = database
        self._worker = worker
        self._journal = journal

    @contextmanager
    def transaction(self, batch: Collection[Arrival]) -> Iterator["IntakeTransaction"]:
        """One transaction; everything in it is committed together or not at all.

        Args:
            batch: the frames that will be decided in it, and no others.

        Raises:
            ConflictError: another worker was in the way: do the same batch again.
            TemporaryError, OperatorNeededError: as `Database.write`.
        """
        with self._database.write() as connection:
            transaction = IntakeTransaction(connection, batch, self._worker, self._journal)
            yield transaction
            transaction.write()

    def refuse(self, frame: Delivery, refused: Refused, now: datetime) -> None:
        """Count a refusal and set its frame aside, in a transaction of its own."""
        with self._database.write() as connection:
            _count_refusal(connection, refused.reason, now)
            if one := SetAside.of(frame.topic, frame.payload, refused.reason, refused.detail):
                keep(connection, [(one, now)])


class IntakeTransaction(BatchKnowledge):
    """What is known, and what becomes of it. New rows are collected and written together."""

    def __init__(self, connection: Connection, batch: Collection[Arrival], worker: int, journal: Journal) -> None:
        super().__init__(connection, batch)
        self._worker = worker
        self._journal = journal
        self._last_number: int | None = None
        self._devices_seen: dict[tuple[str, str], datetime] = {}
        self._start_collecting()

    def _start_collecting(self) -> None:
        self._new_tickets: list[dict[str, Any]] = []
        self._new_answers: list[dict[str, Any]] = []
        self._new_inbox: list[dict[str, Any]] = []
        self._receipts: dict[tuple[str, str], list[dict[str, str | None]]] = {}
        self._answers: list[tuple[Answer, datetime]] = []
        self._set_aside: list[tuple[SetAside, datetime]] = []

    def write(self) -> None:
        """Write what was collected."""
        if self._last_number is not None:
            self._connection.execute(_USED_NUMBERS, {"last": self._last_number})
        insert_many(self._connection, tickets, self._new_tickets)
        insert_many(self._connection, given_answers, self._new_answers)
        insert_many(self._connection, inbox, self._new_inbox)
        queue_receipts(self._connection, self._receipts, self._devices_seen, self._worker)
        queue_answers(self._connection, self._answers, self._worker)
        if self._set_aside:
            keep(self._connection, self._set_aside)
        if self._devices_seen:
            seen = [
                {"of_tenant": tenant, "of_device": device, "last_seen_at": at}
                for (tenant, device), at in self._devices_seen.items()
            ]
            self._connection.execute(_SEEN_DEVICES, seen)
        self._start_collecting()

    def keep(self, frame: Delivery, refused: Refused, now: datetime) -> None:
        """Set the frame of a refusal aside, where it is worth keeping."""
        if one := SetAside.of(frame.topic, frame.payload, refused.reason, refused.detail):
            self._set_aside.append((one, now))

    def release(self, number: int) -> None:
        """A frame is not set aside any more."""
        self._connection.execute(set_aside.delete().where(set_aside.c.id == number))

    def apply(self, decision: Decision, now: datetime) -> str | None:
        """Take one decision and its answer in. Returns the number of a new ticket."""
        match decision:
            case Refused():
                self._refuse(decision, now)
                return None
            case Duplicate(sender=sender, kind=ErasureNotice.kind, reference=erasure_id):
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
        self._devices_seen[sender.tenant, sender.device] = now
        return ticket_no

    def _accept(self, decision: Accepted, now: datetime) -> str | None:
        sender, message_id = decision.sender, decision.message_id
        if decision.erasure is not None:
            self.write()  # an erasure has to find what came before it in this batch
            self._erase(sender, decision.erasure, now)
            self._remember(sender, message_id, ErasureNotice.kind, decision.erasure.erasure_id, now)
            self.write()
            self.read_again()
            return None
        if decision.loss is not None:
            self._keep_report(sender, decision.loss)
            self._remember(sender, message_id, LossReport.kind, None, now)
            self._receipt(sender, message_id, "accepted", None, now)
            return None
        if decision.answer is not None:
            note_answer(self._connection, sender, decision.answer, now)
            self._remember(sender, message_id, Acknowledgement.kind, None, now)
            self._receipt(sender, message_id, "accepted", None, now)
            return None
        if decision.consent is not None:
            self.write()  # a withdrawal has to find what came before it in this batch
            self._keep_consent(sender, decision.consent)
            self._remember(sender, message_id, ConsentStatement.kind, None, now)
            self._receipt(sender, message_id, "accepted", None, now)
            self.write()
            self.read_again()
            return None
        if decision.voice is not None:
            self.write()  # its ticket may be in this batch
            self._keep_voice(sender, decision.voice, now)
            return None
        assert decision.ticket is not None  # noqa: S101 - Accepted carries exactly one of six; mypy cannot see it
        number = self._open_ticket(decision.ticket, now)
        self._remember(sender, message_id, Feedback.kind, number, now)
        self._receipt(sender, message_id, "accepted", number, now)
        return number

    def _open_ticket(self, new: NewTicket, now: datetime) -> str:
        if self._last_number is None:
            self._last_number = int(self._connection.execute(_LAST_NUMBER).scalar_one())
        self._last_number += 1
        number = f"T-{self._last_number:06d}"
        self._new_tickets.append({"seq": self._last_number, "number": number, **rows.ticket_values(new, now)})
        self._new_answers += rows.answers_to_count(new, now)
        return number

    def _remember(self, sender: Sender, message_id: str, kind: str, reference: str | None, now: datetime) -> None:
        row = {"message_id": message_id, "kind": kind, "reference": reference, "received_at": now}
        self._new_inbox.append({**_key(sender), **row})
        self.note(sender, message_id, kind, reference)

    def _receipt(self, sender: Sender, message_id: str, outcome: Outcome, ticket_no: str | None, now: datetime) -> None:
        line = {"message_id": message_id, "outcome": outcome, "ticket_no": ticket_no}
        self._receipts.setdefault((sender.tenant, sender.device), []).append(line)
        self._devices_seen[sender.tenant, sender.device] = now

    def _answer(self, sender: Sender, kind: AnswerKind, about: str, payload: dict[str, Any], now: datetime) -> None:
        self._answers.append((Answer(**_key(sender), kind=kind, about=about, payload=payload), now))

    def _refuse(self, refused: Refused, now: datetime) -> None:
        _count_refusal(self._connection, refused.reason, now)
        if refused.answer_to is not None:
            sender, message_id = refused.answer_to
            payload = {"message_id": message_id, "reason": refused.reason.value, "detail": refused.detail[:_MAX_DETAIL]}
            self._answer(sender, AnswerKind.REJECTION, message_id, payload, now)

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

    def _keep_voice(self, sender: Sender, voice: Voice, now: datetime) -> None:
        """Beside its ticket, or not at all: then the device is told to forget it too."""
        sealed = _unbased(voice.sealed)
        place = sender.tenant, sender.device
        kept = sealed is not None and keep_voice(self._connection, place, voice, sealed, now)
        self._receipt(sender, voice.voice_id, "accepted" if kept else "erased", None, now)

    # ---- consent ---------------------------------------------------------------------------------------------

    def _keep_consent(self, sender: Sender, said: ConsentStatement) -> None:
        """Keep the newest word on each purpose; a withdrawn one takes along what tickets carry for it alone."""
        for purpose in said.purposes:
            one = and_(_of(consents, sender), consents.c.subject == said.subject, consents.c.purpose == purpose)
            newest = self._connection.execute(select(consents.c.statement_id).where(one)).scalar_one_or_none()
            if newest is not None and newest >= said.statement_id:  # ids are ordered by time, arrival is not
                continue
            values = {
                "event": said.event,
                "statement_id": said.statement_id,
                "grant_id": said.grant_id,
                "at": said.at,
                "expires_at": said.expires_at,
            }
            if newest is None:
                key = {**_key(sender), "subject": said.subject, "purpose": purpose}
                self._connection.execute(consents.insert().values(**key, **values))
            else:
                self._connection.execute(update(consents).where(one).values(**values))
            if (said.event, purpose) == ("withdrawn", KEEPING_VOICE):
                drop_voices_of(self._connection, (sender.tenant, sender.device), said.subject, said.at)
            if said.event == "withdrawn" and purpose in _CARRIED:
                self._connection.execute(
                    update(tickets)
                    .where(_of(tickets, sender), tickets.c.subject == said.subject, tickets.c.recorded_at <= said.at)
                    .values(dict.fromkeys(_CARRIED[purpose]))
                )

    # ---- erasure ---------------------------------------------------------------------------------------------

    def _erase(self, sender: Sender, notice: ErasureNotice, now: datetime) -> None:
        """Tombstone first: in the journal, then in the database with what it covers. Only of the device that asks."""
        deletion = Deletion.of_notice(sender.tenant, sender.device, notice, now)
        self._journal([deletion])
        erase(self._connection, deletion, now)
        confirm(self._connection, (sender.tenant, sender.device), notice.erasure_id, now)

    def _answer_again(self, sender: Sender, erasure_id: str | None, now: datetime) -> None:
        """The device asks again, so its answer was lost. An erasure still under way is answered when it is done."""
        done = self._connection.execute(
            select(tombstones).where(
                _of(tombstones, sender), tombstones.c.erasure_id == erasure_id, tombstones.c.completed_at.is_not(None)
            )
        ).one_or_none()
        if done is not None:
            queue_erasure_receipt(self._connection, done, now, self._worker)


def _count_refusal(connection: Connection, reason: RefusalReason, now: datetime) -> None:
    """One more refusal for this reason. Only reason, number and time are kept."""
    connection.execute(insert_or_ignore(connection, refusals).values(reason=reason.value, count=0, last_at=now))
    connection.execute(
        update(refusals)
        .where(refusals.c.reason == reason.value)
        .values({refusals.c["count"]: refusals.c["count"] + 1, refusals.c.last_at: now})
    )


def _unbased(text: str) -> bytes | None:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        return None


def _key(sender: Sender) -> dict[str, str]:
    return {"tenant": sender.tenant, "device": sender.device}


def _of(table: Table, sender: Sender) -> ColumnElement[bool]:
    return and_(table.c.tenant == sender.tenant, table.c.device == sender.device)
