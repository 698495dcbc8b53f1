"""The reviewers' page: what was heard unsurely, to be corrected or confirmed by somebody who can think."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from hub.adapters.database.people_store import PeopleStore
from hub.adapters.database.review_store import DoubtfulTicket, ReviewStore
from hub.people.roles import Permission
from hub.tickets.review import Objection
from hub.web import view
from hub.web.frame import Frame, visitor_of
from hub.web.gate import DeclaredRoute, Gate
from hub.web.wording import Words

_SHOWN = 50
_REFUSED = 422


@dataclass(frozen=True, slots=True)
class _Row:
    ticket: view.TicketView
    text: str
    confidence: str
    labels: tuple[tuple[str, str], ...]
    """(label as it stands in the text, what it covers in words)."""


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """The page and the two answers to each ticket."""

    reviews: ReviewStore
    people: PeopleStore
    gate: Gate
    frame: Frame

    def routes(self) -> list[DeclaredRoute]:
        """All of them."""
        needs = Permission.REVIEW_SPEECH
        return [
            self.gate.route("/review", self._show, needs),
            self.gate.route("/review", self._settle, needs, ["POST"]),
        ]

    def _show(self, request: Request) -> Response:
        return self._page(request, "", None)

    def _settle(self, request: Request) -> Response:
        form, me = request.state.form, visitor_of(request).session.person.name
        number = form.get("number", "")
        typed = form.get("text", "") if form.get("do") == "correct" else None
        outcome = self.reviews.settle(number, typed, who=me, now=self.frame.clock())
        if isinstance(outcome, Objection):
            return self._page(request, number, f"review.wrong_{outcome}")
        if not outcome:
            return self._page(request, "", "review.wrong_gone")
        root = request.scope.get("root_path", "").rstrip("/")
        return RedirectResponse(f"{root}/review", 303)

    def _page(self, request: Request, number: str, wrong: str | None) -> Response:
        now = self.frame.clock()
        waiting = self.reviews.waiting(self.frame.tenant, _SHOWN)
        self.people.note_views(visitor_of(request).session, [one.ticket.number for one in waiting], now)

        def fill(words: Words, now: datetime) -> dict[str, Any]:
            return {
                "rows": [_row(one, now, words) for one in waiting],
                "wrong": wrong or "",
                "wrong_number": number,
                "typed": request.state.form.get("text", "") if number else "",
            }

        return self.frame.plain(request, "review.html", fill, status=_REFUSED if wrong else 200)


def _row(doubtful: DoubtfulTicket, now: datetime, words: Words) -> _Row:
    ticket, text = doubtful.ticket, doubtful.ticket.text or ""
    labels = {text[span.start : span.end]: words.get(f"mask.{span.type}", words("mask.other")) for span in ticket.spans}
    sure = "" if doubtful.confidence is None else words("review.sure", percent=round(100 * doubtful.confidence))
    return _Row(view.ticket_view(ticket, now, words), text, sure, tuple(labels.items()))
