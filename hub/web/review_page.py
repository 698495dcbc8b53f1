"""The reviewers' page: what was heard unsurely, to be corrected or confirmed by somebody who can think."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from agent.contract.refusal import RefusedMessageError
from agent.contract.sealing import open_voice
from hub.adapters.database.people_store import PeopleStore
from hub.adapters.database.review_store import DoubtfulTicket, ReviewStore
from hub.adapters.database.voice_store import VoiceStore
from hub.adapters.desk_key import open_key
from hub.people.roles import Permission
from hub.tickets.review import Objection
from hub.web import view
from hub.web.frame import Frame, no_store, visitor_of
from hub.web.gate import DeclaredRoute, Gate
from hub.web.wording import Words

_SHOWN = 50
_REFUSED = 422
_MEDIA: Final = {"ogg_opus": "audio/ogg"}
"""What browsers call the formats of recordings."""


@dataclass(frozen=True, slots=True)
class _Row:
    ticket: view.TicketView
    text: str
    confidence: str
    labels: tuple[tuple[str, str], ...]
    """(label as it stands in the text, what it covers in words)."""
    voice: str
    """About its recording; empty where there is none."""


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """The page, the recordings, and the two answers to each ticket."""

    reviews: ReviewStore
    voices: VoiceStore
    people: PeopleStore
    gate: Gate
    frame: Frame
    key_file: Path
    """The reviewers' key; read for one opening at a time, and never kept."""

    def routes(self) -> list[DeclaredRoute]:
        """All of them."""
        needs = Permission.REVIEW_SPEECH
        return [
            self.gate.route("/review", self._show, needs),
            self.gate.route("/review", self._settle, needs, ["POST"]),
            self.gate.route("/review/{number}/voice", self._voice, needs),
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

    def _voice(self, request: Request) -> Response:
        """The recording, opened for this answer alone: no cache keeps it, and no file."""
        me, number = visitor_of(request).session.person.name, str(request.path_params["number"])
        key = open_key(self.key_file, None)  # before anything is written down; an error is a page that says so
        seal = self.voices.take(self.frame.tenant, number, who=me, now=self.frame.clock())
        media = None if seal is None else _MEDIA.get(seal.format)
        if seal is None or media is None:
            return self.frame.notice(request, "missing", 404)
        try:
            sound = open_voice(seal.sealed, key, seal.record_id)
        except RefusedMessageError:
            return self.frame.notice(request, "failed", 503)
        return no_store(Response(sound, media_type=media))

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
    voice = "" if doubtful.voice_s is None else words("review.voice", seconds=round(doubtful.voice_s))
    return _Row(view.ticket_view(ticket, now, words), text, sure, tuple(labels.items()), voice)
