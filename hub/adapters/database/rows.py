"""Tickets as rows: into the table, blanked, and back."""

from collections.abc import Sequence
from datetime import datetime
from types import SimpleNamespace
from typing import Any

from sqlalchemy import ColumnElement, Row, and_

from agent.contract.messages import Answer, DeviceKind, Part, QualityMark, Span, VehicleReading, VehicleState
from hub.adapters.database.schema import tickets
from hub.intake import NewTicket
from hub.tickets.deadlines import deadlines
from hub.tickets.ticket import OPEN, Deadline, DeadlineKind, Department, Severity, Status, Step, Ticket

LEDGER_COUNTS = ("accepted", "receipted", "expired", "evicted", "erased", "quarantined", "pending", "losses")
"""What is kept of a loss report."""


def waits_for_review() -> ColumnElement[bool]:
    """Tickets that were heard unsurely and that no reviewer has settled."""
    return and_(tickets.c.needs_review.is_(True), is_open())


def is_open() -> ColumnElement[bool]:
    """Tickets that somebody still has to answer."""
    return tickets.c.status.in_([status.value for status in OPEN])


def ticket_values(new: NewTicket, received_at: datetime) -> dict[str, Any]:
    """A new ticket's columns, without its number."""
    said = new.feedback
    return {
        "tenant": new.sender.tenant,
        "device": new.sender.device,
        "record_id": said.record_id,
        "subject": said.subject,
        "device_kind": said.context.device_kind.value,
        "place": _storable(said.context.place or new.sender.place),
        "scene": _storable(said.context.scene),
        "source": said.source,
        "severity": new.triage.severity.value,
        "department": new.triage.department.value,
        "status": Status.NEW.value,
        "recorded_at": said.recorded_at,
        "received_at": received_at,
        "deadlines": _limits(new.deadlines),
        "next_due_at": new.deadlines[0].due_at,
        "receipt_code": said.receipt_code,
        "receipt_verifier": said.receipt_verifier,
        "text": _storable(said.text.text) if said.text else None,
        "spans": [s.model_dump(mode="json") for s in said.text.spans] if said.text else None,
        "rating": said.rating,
        "offline": said.context.offline,
        "needs_review": said.speech.needs_review if said.speech else False,
        "contact_key_id": _storable(said.contact.key_id) if said.contact else None,
        "contact_sealed": _storable(said.contact.sealed) if said.contact else None,
        "contact_until": said.consent.expires_at if said.contact else None,
        "consent": said.consent.model_dump(mode="json"),
        "speech": said.speech.model_dump(mode="json") if said.speech else None,
        "closed_at": None,
        "heard_text": None,
        "heard_spans": None,
        "answers": _dumped(said.answers),
        "marks": _dumped(said.marks),
        "entry": said.context.entry,
        "steps": None,
        "vehicle": _vehicle(said.vehicle),
    }


def answers_to_count(new: NewTicket, received_at: datetime) -> list[dict[str, Any]]:
    """The rows of those of its answers that were given to a pushed question."""
    return [
        {
            "tenant": new.sender.tenant,
            "device": new.sender.device,
            "record_id": new.feedback.record_id,
            "position": position,
            "set_id": _storable(answer.set_id),
            "set_version": answer.set_version,
            "rule_id": _storable(answer.rule_id),
            "answer_id": None if answer.answer_id is None else _storable(answer.answer_id),
            "received_at": received_at,
        }
        for position, answer in enumerate(new.feedback.answers)
        if answer.set_id is not None
    ]


def blank(received_at: datetime) -> dict[str, Any]:
    """What an erased ticket is overwritten with: number, device and times stay, and nothing that tells what was said.

    Severity, department and the early limits were drawn from the words, so they go back to what every ticket has.
    """
    neutral = deadlines(received_at, safety=False, by_vehicle=False)
    return {
        "scene": "",
        "source": "",
        "severity": Severity.LOW.value,
        "department": Department.SERVICE_DESK.value,
        "status": Status.ERASED.value,
        "deadlines": _limits(neutral),
        "next_due_at": neutral[0].due_at,
        "receipt_code": "",
        "receipt_verifier": None,
        "text": None,
        "spans": None,
        "rating": None,
        "offline": False,
        "needs_review": False,
        "contact_key_id": None,
        "contact_sealed": None,
        "contact_until": None,
        "consent": None,
        "speech": None,
        "closed_at": None,
        "heard_text": None,
        "heard_spans": None,
        "answers": None,
        "marks": None,
        "entry": None,
        "steps": None,
        "vehicle": None,
    }


def step_values(row: Row[Any], step: Step) -> dict[str, Any]:
    """The columns that one change of status writes; what a closing starts, a reopening ends."""
    told = {
        "at": step.at.isoformat(),
        "who": step.who,
        "before": step.before.value,
        "after": step.after.value,
        "reason": step.reason,
    }
    closed_at = step.at if step.after is Status.CLOSED else None
    return {"status": step.after.value, "closed_at": closed_at, "steps": [*(row.steps or ()), told]}


def ticket(row: Row[Any]) -> Ticket:
    """A row of the table as a value. What is frozen reads as if it were erased: it is kept, and not used."""
    if row.status == Status.FROZEN.value:
        blanked = {**row._mapping, **blank(row.received_at), "status": row.status}  # noqa: SLF001 - SQLAlchemy's public name
        return _ticket(SimpleNamespace(**blanked))
    return _ticket(row)


def _ticket(row: Any) -> Ticket:
    return Ticket(
        number=row.number,
        record_id=row.record_id,
        tenant=row.tenant,
        device=row.device,
        subject=row.subject,
        device_kind=DeviceKind(row.device_kind),
        place=row.place,
        scene=row.scene,
        source=row.source,
        severity=Severity(row.severity),
        department=Department(row.department),
        status=Status(row.status),
        recorded_at=row.recorded_at,
        received_at=row.received_at,
        deadlines=tuple(
            Deadline(DeadlineKind(limit["kind"]), datetime.fromisoformat(limit["due_at"])) for limit in row.deadlines
        ),
        receipt_code=row.receipt_code,
        text=row.text,
        spans=tuple(Span.model_validate(span) for span in row.spans or ()),
        rating=row.rating,
        offline=row.offline,
        needs_review=row.needs_review,
        has_contact=row.contact_sealed is not None,
        answers=tuple(Answer.model_validate(one) for one in row.answers or ()),
        marks=tuple(QualityMark.model_validate(one) for one in row.marks or ()),
        vehicle=readings(row.vehicle),
        entry=row.entry,
        steps=tuple(_step(one) for one in row.steps or ()),
        closed_at=row.closed_at,
    )


def _step(kept: dict[str, str]) -> Step:
    before, after = Status(kept["before"]), Status(kept["after"])
    return Step(datetime.fromisoformat(kept["at"]), kept["who"], before, after, kept["reason"])


def readings(kept: dict[str, Any] | None) -> tuple[VehicleReading, ...]:
    """The state of the car out of a row."""
    return tuple(VehicleReading.model_validate(one) for one in (kept or {}).get("readings", ()))


def _vehicle(state: VehicleState | None) -> dict[str, Any] | None:
    """What this hub knows of it and no more: a field that a device adds could hold anything."""
    if state is None:
        return None
    known = set(VehicleReading.model_fields)
    told = [one.model_dump(mode="json", include=known) for one in state.readings]
    return {"window_s": state.window_s, "readings": told, "grant_id": state.consent.grant_id}


def _dumped(parts: Sequence[Part]) -> list[dict[str, Any]] | None:
    return [
        {k: _storable(v) if isinstance(v, str) else v for k, v in p.model_dump(mode="json").items()} for p in parts
    ] or None


def _storable(text: str) -> str:
    """PostgreSQL's text holds every character but NUL; the replacement keeps every offset."""
    return text.replace("\0", "\ufffd")


def _limits(limits: tuple[Deadline, ...]) -> list[dict[str, str]]:
    return [{"kind": limit.kind.value, "due_at": limit.due_at.isoformat()} for limit in limits]
