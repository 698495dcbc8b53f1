"""Tickets as the staff page shows them: pure functions from a ticket and a moment to words and marks.

- An erased ticket shows its number and times and nothing else, whatever the storage still holds.
- Masked places are cut out of the text by their spans alone; the text is never searched for labels or markup.
"""

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from agent.contract.identifiers import fold_code
from agent.contract.messages import Answer, QualityMark, Span
from hub.erasure.clock import Standing, due, standing
from hub.erasure.deletion import Origin
from hub.ports import TicketCounts, Tombstone
from hub.tickets.ticket import Deadline, Severity, Ticket
from hub.tickets.weighing import USUAL, Weights
from hub.web.moments import NEAR, about_words, ago_words, iso, left_words, moment_words, urgency
from hub.web.vehicle_words import reading_words
from hub.web.wording import Words

DAY: Final = timedelta(hours=24)
LATE_FROM: Final = timedelta(minutes=10)
"""A record that took longer than this to arrive says so; syncing alone takes seconds."""
LONGEST_WAIT: Final = timedelta(days=90)
"""A device keeps an unsent record this long by default (outbox.max_age_days); beyond, its clock is doubted."""
CLOCK_SLACK: Final = timedelta(minutes=5)
"""A device clock this far ahead of the hub's is still believed."""

SEVERITY_ICONS: Final = {
    Severity.SAFETY: "octagon-alert",
    Severity.HIGH: "chevrons-up",
    Severity.MEDIUM: "equal",
    Severity.LOW: "chevron-down",
}
DEVICE_ICONS: Final = {"head_unit": "car", "charger_kiosk": "ev-charger", "service_terminal": "tablet-smartphone"}

_NUMBER = re.compile(r"t-?0*([0-9]+)", re.IGNORECASE)
_SHORTEST_CODE = 4


class Show(StrEnum):
    """Which tickets the list shows."""

    ALL = "all"
    OPEN = "open"
    OVERDUE = "overdue"
    HOUR = "hour"
    """Due within one hour, not overdue."""
    DAY = "day"
    """Due within 24 hours, not overdue."""
    SAFETY = "safety"
    REVIEW = "review"


_COUNTED: Final = {
    Show.OPEN: "open",
    Show.OVERDUE: "overdue",
    Show.HOUR: "due_within_hour",
    Show.DAY: "due_today",
    Show.SAFETY: "safety",
    Show.REVIEW: "needs_review",
}
"""Which figure of `TicketCounts` a filter shows."""


class Order(StrEnum):
    """How the list is sorted."""

    NEW = "new"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Question:
    """What the desk asked to see."""

    show: Show = Show.ALL
    order: Order = Order.NEW
    without_marked: bool = False
    """Leave out what says little, repeats another or may be a shop's own."""
    search: str = field(default="", repr=False)
    """Typed by staff; may hold what it should not, so it is in no address and no log."""

    @property
    def narrows(self) -> bool:
        """Whether rows beyond the newest ones can belong to the answer."""
        wide = self.show is Show.ALL and self.order is Order.NEW and not self.without_marked
        return bool(self.search) or not wide


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text: words, or the label of a masked place."""

    text: str = field(repr=False)
    masked: bool = False


@dataclass(frozen=True, slots=True)
class LimitView:
    """One time limit."""

    limit: str
    """Which one, such as 安全 10 分钟."""
    due_at: str
    """ISO 8601 in UTC."""
    due_words: str
    left: str
    urgency: str
    """over, soon, near or calm."""
    elapsed: int
    """Percent of the time that is gone, 0 to 100."""


@dataclass(frozen=True, slots=True)
class TicketView:
    """One row of the list and its detail."""

    number: str
    rev: str
    """Changes when anything but the passing of time changed."""
    erased: bool
    state: str
    state_words: str
    received_at: str
    """ISO 8601 in UTC."""
    received: str
    ago: str
    severity: str = ""
    severity_words: str = ""
    severity_icon: str = ""
    pieces: tuple[Piece, ...] = ()
    rating: int | None = None
    rating_words: str = ""
    device_words: str = ""
    device_icon: str = ""
    place: str = ""
    department: str = ""
    late: str = ""
    needs_review: bool = False
    limits: tuple[LimitView, ...] = ()
    """Soonest first; empty when no limit runs any more."""
    facts: tuple[tuple[str, str], ...] = ()
    answers: tuple[tuple[str, str, str], ...] = ()
    """Question, answer and how it was given, in order."""
    marks: tuple[tuple[str, str], ...] = ()
    """Why its words say little, or a touch is doubted: in a few words, and explained."""
    vehicle: tuple[tuple[str, str], ...] = ()
    """What of the car stands beside it, and how it was."""


@dataclass(frozen=True, slots=True)
class TileView:
    """A figure above the list that also filters it."""

    show: Show
    count: int
    words: str
    tone: str
    """bad, warn or empty; only with a count above zero."""
    weighted: str = ""
    """The figure by what each way in weighs, in words; empty where it is the same."""


@dataclass(frozen=True, slots=True)
class TombstoneView:
    """One line of the erasures page."""

    erasure_id: str
    device: str
    asked: str
    done: str
    """When, or that it is not done yet."""
    tickets: str
    standing: str
    """done, running, slow, frozen, overdue."""
    due: str
    """By when, where it is not done."""
    follows: str
    """Whether the device has followed an erasure that was asked for at the hub; empty where it asked itself."""


def shown_by(ticket: Ticket, show: Show, now: datetime) -> bool:
    """Whether a filter keeps the ticket. The figures of `TicketCounts` follow the same rules."""
    if show is Show.ALL:
        return True
    if not ticket.is_open:
        return False
    left = ticket.next_deadline.due_at - now
    match show:
        case Show.OVERDUE:
            return left <= timedelta(0)
        case Show.HOUR:
            return timedelta(0) < left <= NEAR
        case Show.DAY:
            return timedelta(0) < left <= DAY
        case Show.SAFETY:
            return ticket.severity is Severity.SAFETY
        case Show.REVIEW:
            return ticket.needs_review
        case Show.OPEN:
            return True


def select(tickets: Sequence[Ticket], question: Question, now: datetime, words: Words) -> list[Ticket]:
    """The tickets that were asked for, in the order that was asked for.

    Args:
        tickets: newest first.
        question: filter, order and search words; several search words must all occur.
        now: the moment the time left counts from.
        words: the language in which the search words are looked up.
    """
    terms = question.search.casefold().split()
    if question.without_marked:
        tickets = [t for t in tickets if not t.marks]
    kept = [t for t in tickets if shown_by(t, question.show, now) and all(_mentions(t, term, words) for term in terms)]
    if question.order is Order.LEFT:
        kept.sort(
            key=lambda t: (not t.is_open, t.next_deadline.due_at if t.is_open else datetime.max.replace(tzinfo=UTC))
        )
    return kept


def pieces(text: str, spans: Sequence[Span], words: Words) -> tuple[Piece, ...]:
    """The text cut at its masked places. Spans beyond the text or inside another one are left out, never their text."""
    found: list[Piece] = []
    at = 0
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if span.start < at or span.end > len(text) or span.end <= span.start:
            continue
        if span.start > at:
            found.append(Piece(text[at : span.start]))
        found.append(Piece(words.get(f"mask.{span.type}", words("mask.other")), masked=True))
        at = span.end
    if at < len(text):
        found.append(Piece(text[at:]))
    return tuple(found)


def limit_view(deadline: Deadline, received_at: datetime, now: datetime, words: Words) -> LimitView:
    """One limit as it stands now."""
    left = deadline.due_at - now
    whole = (deadline.due_at - received_at).total_seconds()
    gone = (now - received_at).total_seconds()
    return LimitView(
        limit=words(f"limit.{deadline.kind}"),
        due_at=iso(deadline.due_at),
        due_words=words("detail.due", time=moment_words(deadline.due_at, now, words)),
        left=left_words(left, words),
        urgency=urgency(left),
        elapsed=max(0, min(100, round(100 * gone / whole))) if whole > 0 else 100,
    )


def late_words(ticket: Ticket, words: Words) -> str:
    """That a record came late, and by how much where the device's clock can be believed; empty where it did not."""
    delay = ticket.received_at - ticket.recorded_at
    if ticket.offline:
        if timedelta(minutes=1) <= delay <= LONGEST_WAIT:
            return words("late.offline", span=about_words(delay, words))
        return words("late.offline_unknown")
    return words("late.delayed", span=about_words(delay, words)) if LATE_FROM <= delay <= LONGEST_WAIT else ""


def ticket_view(ticket: Ticket, now: datetime, words: Words, weights: Weights = USUAL) -> TicketView:
    """The row and the detail of one ticket.

    Args:
        ticket: as the book gives it.
        now: the moment the time left counts from.
        words: in which language.
        weights: what it says of the weight of a way in.
    """
    bare = TicketView(
        number=ticket.number,
        rev=revision(ticket, words.language),
        erased=ticket.is_gone,
        state=ticket.status.value,
        state_words=words(f"status.{ticket.status}"),
        received_at=iso(ticket.received_at),
        received=moment_words(ticket.received_at, now, words),
        ago=ago_words(ticket.received_at, now, words),
    )
    return bare if bare.erased else _filled(bare, ticket, now, words, weights)


def tiles(counts: TicketCounts, words: Words) -> tuple[TileView, ...]:
    """The figures above the list, most used first."""
    figures = (
        (Show.OPEN, counts.open, ""),
        (Show.OVERDUE, counts.overdue, "bad"),
        (Show.HOUR, counts.due_within_hour, "warn"),
        (Show.DAY, counts.due_today, ""),
        (Show.SAFETY, counts.safety, "bad"),
        (Show.REVIEW, counts.needs_review, "warn"),
    )
    weighted = dict(counts.weighted)
    return tuple(
        TileView(
            show, n, words(f"show.{show}"), tone if n else "", _weighted(n, weighted.get(_COUNTED[show], n), words)
        )
        for show, n, tone in figures
    )


def _weighted(count: int, weighted: float, words: Words) -> str:
    return "" if weighted == count else words("weighted", figure=f"{weighted:.2f}".rstrip("0").rstrip("."))


def tombstone_view(stone: Tombstone, now: datetime, words: Words) -> TombstoneView:
    """One erasure in words."""
    count = stone.tickets_erased
    stands = standing(stone.heard_at, stone.completed_at, stone.frozen_until, now)
    if stone.completed_at is not None:
        done, limit = moment_words(stone.completed_at, now, words, seconds=True), ""
    else:
        done, limit = words(f"standing.{stands}"), _limit_words(stone, stands, now, words)
    follows = ""
    if stone.origin is Origin.HUB:
        follows = words("follows.waits")
        if stone.confirmed_at is not None:
            follows = words("follows.done", at=moment_words(stone.confirmed_at, now, words))
    return TombstoneView(
        erasure_id=stone.erasure_id,
        device=stone.device,
        asked=moment_words(stone.requested_at, now, words, seconds=True),
        done=done,
        standing=stands.value,
        due=limit,
        follows=follows,
        tickets=words("erasures.tickets", count=count) if count else words("erasures.tickets_none"),
    )


def _limit_words(stone: Tombstone, stands: Standing, now: datetime, words: Words) -> str:
    """By when an erasure that is not done will be, or has to be."""
    if stands is Standing.FROZEN and stone.frozen_until is not None:
        return words("due.frozen", at=moment_words(stone.frozen_until, now, words))
    last = due(stone.heard_at)
    return words("due" if last.holidays_known else "due.weekends", at=moment_words(last.at, now, words))


def ticket_json(ticket: Ticket, weights: Weights = USUAL) -> dict[str, Any]:
    """One ticket for machines: codes of the contract, times in ISO 8601 UTC. No subject and no tokens."""
    bare = {"number": ticket.number, "status": ticket.status.value, "received_at": iso(ticket.received_at)}
    if ticket.is_gone:
        return bare
    return bare | {
        "record_id": ticket.record_id,
        "receipt_code": ticket.receipt_code,
        "device": ticket.device,
        "device_kind": ticket.device_kind.value,
        "place": ticket.place,
        "scene": ticket.scene,
        "source": ticket.source,
        "severity": ticket.severity.value,
        "department": ticket.department.value,
        "recorded_at": iso(ticket.recorded_at),
        "deadlines": [{"kind": d.kind.value, "due_at": iso(d.due_at)} for d in ticket.deadlines],
        "text": ticket.text,
        "spans": [{"start": s.start, "end": s.end, "type": s.type} for s in ticket.spans],
        "rating": ticket.rating,
        "offline": ticket.offline,
        "needs_review": ticket.needs_review,
        "has_contact": ticket.has_contact,
        "answers": [one.model_dump(mode="json") for one in ticket.answers],
        "marks": [one.model_dump(mode="json") for one in ticket.marks],
        "entry": ticket.entry,
        "weight": weights.of(ticket.entry),
        "vehicle": [one.model_dump(mode="json") for one in ticket.vehicle],
    }


def revision(*parts: Hashable) -> str:
    """A short fingerprint of values, good within this process: after a restart every page simply reads anew."""
    return f"{hash(parts) & 0xFFFF_FFFF_FFFF_FFFF:x}"


def _filled(bare: TicketView, ticket: Ticket, now: datetime, words: Words, weights: Weights) -> TicketView:
    kind = ticket.device_kind.value
    return TicketView(
        number=bare.number,
        rev=bare.rev,
        erased=False,
        state=bare.state,
        state_words=bare.state_words,
        received_at=bare.received_at,
        received=bare.received,
        ago=bare.ago,
        severity=ticket.severity.value,
        severity_words=words(f"severity.{ticket.severity}"),
        severity_icon=SEVERITY_ICONS[ticket.severity],
        pieces=pieces(ticket.text or "", ticket.spans, words),
        rating=ticket.rating,
        rating_words=words(f"rating.{ticket.rating}") if ticket.rating else "",
        device_words=words(f"device.{kind}"),
        device_icon=DEVICE_ICONS[kind],
        place=ticket.place,
        department=words(f"department.{ticket.department}"),
        late=late_words(ticket, words),
        needs_review=ticket.needs_review,
        limits=tuple(limit_view(d, ticket.received_at, now, words) for d in ticket.deadlines) if ticket.is_open else (),
        facts=_facts(ticket, now, words, weights),
        answers=tuple(
            (one.question, one.answer or words("answer.free"), _how_sure(one, words)) for one in ticket.answers
        ),
        marks=tuple(_mark(one, words) for one in ticket.marks),
        vehicle=tuple(reading_words(one, words) for one in ticket.vehicle),
    )


def _how_sure(answer: Answer, words: Words) -> str:
    if answer.answer_id is None:
        return ""
    if answer.confidence is None:
        return words("source.touch")
    return words("answer.meant", percent=round(100 * answer.confidence))


def _mark(mark: QualityMark, words: Words) -> tuple[str, str]:
    """In a few words, and why. A mark that this hub does not know stands as the device wrote it."""
    name = mark.reason or mark.mark
    return words.get(f"mark.{name}", mark.mark), words.get(f"mark_why.{name}", words("mark_why.unknown"))


def _way_in(ticket: Ticket, words: Words, weights: Weights) -> str:
    if ticket.entry is None:
        return words("entry.untold")
    way, weight = words.get(f"entry.{ticket.entry}", ticket.entry), weights.of(ticket.entry)
    return way if weight == 1 else words("entry.weighs", way=way, weight=f"{weight:g}")


def _facts(ticket: Ticket, now: datetime, words: Words, weights: Weights) -> tuple[tuple[str, str], ...]:
    delay = ticket.received_at - ticket.recorded_at
    doubt = "" if -CLOCK_SLACK <= delay <= LONGEST_WAIT else words("fact.clock")
    how = (words.get(f"source.{ticket.source}", ticket.source), words.get(f"scene.{ticket.scene}", ticket.scene))
    return (
        (words("fact.receipt"), ticket.receipt_code),
        (words("fact.device"), ticket.device),
        (words("fact.how"), " · ".join(how)),
        (words("fact.entry"), _way_in(ticket, words, weights)),
        (words("fact.recorded"), moment_words(ticket.recorded_at, now, words) + doubt),
        (words("fact.received"), moment_words(ticket.received_at, now, words)),
        (words("fact.contact"), words("contact.sealed" if ticket.has_contact else "contact.none")),
    )


def _mentions(ticket: Ticket, term: str, words: Words) -> bool:
    number = _NUMBER.fullmatch(term)
    if number and ticket.number.casefold().endswith(number[1]):
        return True
    if term in ticket.number.casefold():
        return True
    if ticket.is_gone:
        return False
    code = fold_code(term)
    if len(code) >= _SHORTEST_CODE and code in fold_code(ticket.receipt_code):
        return True
    said = "".join(p.text for p in pieces(ticket.text or "", ticket.spans, words))
    place = (ticket.place, words(f"department.{ticket.department}"), words(f"device.{ticket.device_kind}"))
    asked = (words_ for one in ticket.answers for words_ in (one.question, one.answer))
    return any(term in text.casefold() for text in (said, *asked, *place, words(f"severity.{ticket.severity}")))
