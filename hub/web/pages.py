"""The staff pages and their small API: what came in, what is due, what was erased.

- Every route goes through the gate, which knows who asks and what they may.
- Search words travel in the body of a POST, never in an address: staff may type a phone number there.
- No page can be cached, framed, or made to run or load anything that is not this hub's own.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final, TypeVar

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hub.adapters.database.audit_log import AuditLog
from hub.adapters.database.campaign_counts import CampaignCounts
from hub.adapters.database.campaign_store import CampaignStore
from hub.adapters.database.contact_store import ContactStore
from hub.adapters.database.figure_store import FigureStore
from hub.adapters.database.people_store import PeopleStore
from hub.adapters.database.review_store import ReviewStore
from hub.adapters.database.ticket_desk import TicketDesk
from hub.adapters.database.voice_store import VoiceStore
from hub.adapters.database.ways_store import WaysStore
from hub.erasure.clock import Standing
from hub.errors import HubError
from hub.people.access import Person
from hub.people.roles import Permission
from hub.ports import TicketBook
from hub.tickets.ticket import Ticket
from hub.tickets.weighing import USUAL, Weights
from hub.web import moments, view
from hub.web.audit_page import AuditPage
from hub.web.campaign_vote import VotePart
from hub.web.campaigns_page import CampaignsPage
from hub.web.contacts_page import ContactsPage
from hub.web.figures_page import FiguresPage
from hub.web.frame import Answer, Frame, no_store, visitor_of
from hub.web.gate import DeclaredMount, DeclaredRoute, Gate
from hub.web.people_page import PeoplePage
from hub.web.review_page import ReviewPage
from hub.web.sign_in import SignIn
from hub.web.ticket_page import TicketPage
from hub.web.view import Order, Question, Show
from hub.web.wording import Words, words_for

SHOWN: Final = 200
"""Most rows on one page."""
SCANNED: Final = 2000
"""Newest tickets that filters and search look through."""
_log = logging.getLogger(__name__)
_HERE = Path(__file__).parent
_MAX_SEARCH_CHARS = 80
_HEADERS: Final = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}

_Choice = TypeVar("_Choice", Show, Order)


@dataclass(frozen=True, slots=True)
class Office:
    """What the staff pages are made of. Everything that blocks is called from worker threads."""

    book: TicketBook
    desk: TicketDesk
    figures: FigureStore
    people: PeopleStore
    contacts: ContactStore
    reviews: ReviewStore
    voices: VoiceStore
    campaigns: CampaignStore
    campaign_counts: CampaignCounts
    ways: WaysStore
    log: AuditLog
    desk_key: Path
    """The call-back desk's key, see `hub.adapters.desk_key`."""
    voice_key: Path
    """The reviewers' key, for recordings."""
    clock: Callable[[], datetime]
    """The hub's time, with its zone; time left is counted by it, also in the browser."""
    tenant: str
    """Whose tickets are shown; tickets of another tenant never are."""
    secret: bytes = field(repr=False)
    """Keys the challenges to passkeys."""
    weights: Weights = USUAL
    """What feedback weighs by its way in."""
    page_url: str | None = None
    """The pages' https address, where a TLS proxy stands before them; None on plain loopback."""


def staff_app(office: Office) -> Starlette:
    """The staff pages as one application, to be served at the root of the hub's page address."""
    frame = Frame(office.clock, office.tenant)
    gate = Gate(office.people, frame, office.page_url)
    desk = _Desk(office, frame)
    see, stones = Permission.SEE_TICKETS, Permission.SEE_ERASURES
    both = ("GET", "POST")
    return Starlette(
        routes=[
            gate.route("/", desk.tickets, see, both),
            gate.route("/tickets/fragment", desk.tickets_fragment, see, both, by_itself=True),
            gate.route("/api/v1/tickets.json", desk.tickets_json, see),
            gate.route("/erasures", desk.erasures, stones),
            gate.route("/erasures/fragment", desk.erasures_fragment, stones, by_itself=True),
            *TicketPage(office.book, office.desk, office.people, gate, frame, office.weights).routes(),
            *FiguresPage(office.figures, gate, frame, office.weights).routes(),
            *SignIn(office.people, gate, frame, office.secret).routes(),
            *CampaignsPage(
                office.campaigns,
                office.campaign_counts,
                VotePart(office.campaigns, office.campaign_counts, office.ways),
                gate,
                frame,
            ).routes(),
            *ContactsPage(office.contacts, office.people, gate, frame, office.desk_key).routes(),
            *ReviewPage(office.reviews, office.voices, office.people, gate, frame, office.voice_key).routes(),
            *PeoplePage(office.people, gate, frame).routes(),
            *AuditPage(office.log, gate, frame).routes(),
            DeclaredRoute("/healthz", _healthz, Permission.PUBLIC),
            DeclaredMount("/static", StaticFiles(directory=_HERE / "static"), Permission.PUBLIC, name="static"),
        ],
        middleware=[Middleware(SafeHeaders), Middleware(GZipMiddleware, minimum_size=1000)],
        exception_handlers={HTTPException: desk.refused, HubError: desk.unread, 500: desk.failed},
    )


class _Desk:
    """The pages over one book."""

    def __init__(self, office: Office, frame: Frame) -> None:
        self._book = office.book
        self._people = office.people
        self._frame = frame
        self._clock = office.clock
        self._tenant = office.tenant
        self._weights = office.weights

    def tickets(self, request: Request) -> Response:
        """The ticket list as a page."""
        return self._frame.page(request, "tickets.html", lambda w: self._list(request, w))

    def tickets_fragment(self, request: Request) -> Response:
        """The figures and rows alone, or 304 when nothing but the time has changed."""
        return self._frame.fragment(request, "_tickets.html", lambda w: self._list(request, w))

    def tickets_json(self, request: Request) -> Response:
        """The same for machines."""
        question, now = _question(request), self._clock()
        session = visitor_of(request).session
        seen = self._seen(question, session.person)
        found = view.select(seen, question, now, words_for(None))
        counts = self._book.counts(now, session.person.confined_to)
        self._people.note_views(session, _readable(found[:SHOWN]), now)
        return no_store(
            JSONResponse(
                {
                    "now": moments.iso(now),
                    "tenant": self._tenant,
                    "counts": {name: getattr(counts, name) for name in type(counts).__slots__ if name != "weighted"},
                    "weighted": dict(counts.weighted),
                    "more": len(found) > SHOWN,
                    "tickets": [view.ticket_json(t, self._weights) for t in found[:SHOWN]],
                }
            )
        )

    def erasures(self, request: Request) -> Response:
        """What was erased, as a page."""
        return self._frame.page(request, "erasures.html", self._stones)

    def erasures_fragment(self, request: Request) -> Response:
        """The lines of the erasures page alone."""
        return self._frame.fragment(request, "_erasures.html", self._stones)

    def refused(self, request: Request, error: Exception) -> Response:
        """A page for an address or method that is not there."""
        status = error.status_code if isinstance(error, HTTPException) else 400
        return self._frame.notice(request, "missing", status)

    def unread(self, request: Request, error: Exception) -> Response:
        """A page for a book that cannot be read now; the cause goes to the log."""
        _log.error("a staff page could not be read: %s", error)
        return self._frame.notice(request, "failed", 503)

    def failed(self, request: Request, _error: Exception) -> Response:
        """A page for a failure nobody foresaw. Says nothing of the cause: the server logs it."""
        return self._frame.notice(request, "failed", 500)

    # ---- what the templates get ----

    def _list(self, request: Request, words: Words) -> Answer:
        question, now = _question(request), self._clock()
        session = visitor_of(request).session
        confined = session.person.confined_to
        seen = self._seen(question, session.person)
        found = view.select(seen, question, now, words)
        counts = self._book.counts(now, confined)
        shown = tuple(found[:SHOWN])
        devices = len(self._book.devices()) if not seen else 0

        def fill() -> dict[str, Any]:
            return {
                "question": question,
                "tiles": view.tiles(counts, words),
                "rows": [view.ticket_view(t, now, words, self._weights) for t in shown],
                "found": len(found),
                "scan_cut": len(seen) >= SCANNED,
                "empty_hub": not seen and confined is None,
                "devices": devices,
                "open_count": counts.open,
                "SHOWN": SHOWN,
                "SCANNED": SCANNED,
            }

        rev = view.revision(words.language, shown, len(found), devices, counts, question)
        return Answer(now, rev, fill, lambda: self._people.note_views(session, _readable(shown), now))

    def _seen(self, question: Question, person: Person) -> list[Ticket]:
        """What the answer is chosen from: the plain list, looked at every few seconds, reads no more than it shows."""
        scanned = self._book.tickets(SCANNED if question.narrows else SHOWN + 1, department=person.confined_to)
        return [t for t in scanned if t.tenant == self._tenant]

    def _stones(self, words: Words) -> Answer:
        now = self._clock()
        stones = tuple(self._book.tombstones())
        shown = [view.tombstone_view(stone, now, words) for stone in stones]
        rev = view.revision(words.language, tuple(shown))
        overdue = sum(stone.standing == Standing.OVERDUE for stone in shown)
        return Answer(now, rev, lambda: {"stones": shown, "overdue": overdue})


class SafeHeaders:
    """Adds the same protective headers to every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI calls it."""

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
                headers.setdefault("cache-control", "no-cache")
            await send(message)

        await self._app(scope, receive, send_safely)


def _readable(tickets: Sequence[Ticket]) -> list[str]:
    """Numbers of those that still say something."""
    return [ticket.number for ticket in tickets if not ticket.is_gone]


def _healthz(_request: Request) -> Response:
    return no_store(JSONResponse({"status": "ok"}))


def _question(request: Request) -> Question:
    return Question(
        show=_choice(Show, request.query_params.get("show", ""), Show.ALL),
        order=_choice(Order, request.query_params.get("sort", ""), Order.NEW),
        without_marked=request.query_params.get("marked") == "out",
        search=request.state.form.get("q", "").strip()[:_MAX_SEARCH_CHARS],
    )


def _choice(kind: type[_Choice], given: str, otherwise: _Choice) -> _Choice:
    """A choice from the address; an unknown one is the default."""
    try:
        return kind(given)
    except ValueError:
        return otherwise
