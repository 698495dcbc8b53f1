"""One ticket on a page of its own: everything about it, what became of it, and the next step, with a reason."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from hub.adapters.database.people_store import PeopleStore
from hub.adapters.database.ticket_desk import Move, NotMoved, TicketDesk
from hub.errors import InputRefusedError
from hub.people.reasons import reason as reason_in
from hub.people.roles import Permission
from hub.ports import TicketBook
from hub.tickets.moves import NEXT
from hub.tickets.ticket import Status, Step
from hub.tickets.weighing import Weights
from hub.web import view
from hub.web.frame import Frame, visitor_of
from hub.web.gate import DeclaredRoute, Gate
from hub.web.moments import moment_words
from hub.web.wording import Words

_REFUSED = 422


@dataclass(frozen=True, slots=True)
class _StepView:
    at: str
    who: str
    before: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class TicketPage:
    """The page, and taking its ticket a step further."""

    book: TicketBook
    desk: TicketDesk
    people: PeopleStore
    gate: Gate
    frame: Frame
    weights: Weights

    def routes(self) -> list[DeclaredRoute]:
        """All of them."""
        path = "/tickets/{number}"
        return [
            self.gate.route(path, self._show, Permission.SEE_TICKETS),
            self.gate.route(path, self._move, Permission.WORK_TICKETS, ["POST"]),
        ]

    def _show(self, request: Request) -> Response:
        return self._page(request, "")

    def _move(self, request: Request) -> Response:
        form, person = request.state.form, visitor_of(request).session.person
        number, reason = str(request.path_params["number"]), reason_in(form.get("reason", ""))
        before, after = _status(form.get("before", "")), _status(form.get("after", ""))
        if reason is None:
            return self._page(request, "move.wrong_reason")
        if before is None or after is None:
            return self._page(request, "move.wrong_not_from_here")
        move = Move(number, before, after, reason, form.get("note", "").strip())
        try:
            outcome = self.desk.move(
                move,
                tenant=self.frame.tenant,
                who=person.name,
                now=self.frame.clock(),
                department=person.confined_to,
            )
        except InputRefusedError:
            return self._page(request, "move.wrong_note")
        if isinstance(outcome, NotMoved):
            return self._page(request, f"move.wrong_{outcome}")
        root = request.scope.get("root_path", "").rstrip("/")
        return RedirectResponse(f"{root}/tickets/{number}", 303)

    def _page(self, request: Request, wrong: str) -> Response:
        session, now = visitor_of(request).session, self.frame.clock()
        number = str(request.path_params["number"])
        found = self.book.ticket(number, session.person.confined_to)
        if found is None or found.tenant != self.frame.tenant:
            return self.frame.notice(request, "missing", 404)
        if not found.is_gone:
            self.people.note_views(session, [number], now)

        def fill(words: Words, now: datetime) -> dict[str, Any]:
            return {
                "t": view.ticket_view(found, now, words, self.weights),
                "steps": [_step(one, now, words) for one in reversed(found.steps)],
                "next": NEXT.get(found.status, ()) if Permission.WORK_TICKETS in session.person.may else (),
                "wrong": wrong,
                "typed": request.state.form if wrong else {},
            }

        return self.frame.plain(request, "ticket.html", fill, status=_REFUSED if wrong else 200)


def _status(given: str) -> Status | None:
    return Status(given) if given in set(Status) else None


def _step(step: Step, now: datetime, words: Words) -> _StepView:
    before, after = words(f"status.{step.before}"), words(f"status.{step.after}")
    return _StepView(moment_words(step.at, now, words), step.who, before, after, step.reason)
