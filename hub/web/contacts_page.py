"""The call-back desk's page: who left a contact, and opening one, with a reason, for as long as the page is open."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from agent.contract.refusal import RefusedMessageError
from agent.contract.sealing import open_contact
from hub.adapters.database.contact_store import ContactStore, LeftContact
from hub.adapters.database.people_store import PeopleStore
from hub.adapters.desk_key import is_protected, open_key
from hub.errors import HubError, InputRefusedError
from hub.fleet.claims import WrongTries
from hub.people.reasons import reason as reason_in
from hub.people.roles import Permission
from hub.web import view
from hub.web.frame import Frame, visitor_of
from hub.web.gate import DeclaredRoute, Gate
from hub.web.moments import ago_words, moment_words
from hub.web.wording import Words, words_for

WHY: Final = ("answer", "safety", "ask", "other")
"""The usual reasons; the last one needs words of one's own."""

_SHOWN = 100
_REFUSED = 422


@dataclass(frozen=True, slots=True)
class _Row:
    ticket: view.TicketView
    until: str
    opened: str
    """How often and when last; empty where nobody did."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What an opening came to."""

    number: str = ""
    contact: str = field(default="", repr=False)
    wrong: str = ""
    """Key of the words that say why not."""
    wait_s: int = 0


@dataclass(slots=True)
class ContactsPage:
    """The page and the opening."""

    contacts: ContactStore
    people: PeopleStore
    gate: Gate
    frame: Frame
    key_file: Path
    """The desk's key; read for one opening at a time, and never kept."""
    monotonic: Callable[[], float] = time.monotonic
    tries: WrongTries = field(default_factory=WrongTries)

    def routes(self) -> list[DeclaredRoute]:
        """All of them."""
        needs = Permission.OPEN_CONTACT
        return [
            self.gate.route("/contacts", self._show, needs),
            self.gate.route("/contacts", self._open, needs, ["POST"]),
        ]

    def _show(self, request: Request) -> Response:
        return self._page(request, _Outcome())

    def _open(self, request: Request) -> Response:
        form = request.state.form
        number, me = form.get("number", ""), visitor_of(request).session.person.name
        outcome = self._outcome(number, form, me)
        return self._page(request, outcome, status=_REFUSED if outcome.wrong else 200)

    def _outcome(self, number: str, form: dict[str, str], me: str) -> _Outcome:
        why = _reason(form)
        if why is None:
            return _Outcome(number, wrong="contacts.wrong_reason")
        wait_s = self.tries.wait_s(me, self.monotonic())
        if wait_s > 0:
            return _Outcome(number, wrong="contacts.wrong_wait", wait_s=int(wait_s) + 1)
        try:
            key = open_key(self.key_file, form.get("passphrase"))
        except InputRefusedError:
            self.tries.count(me, self.monotonic())
            return _Outcome(number, wrong="contacts.wrong_passphrase")
        except HubError:
            return _Outcome(number, wrong="contacts.wrong_key")
        seal = self.contacts.take(number, who=me, reason=why, now=self.frame.clock())
        if seal is None:
            return _Outcome(number, wrong="contacts.wrong_gone")
        try:
            return _Outcome(number, contact=open_contact(seal.sealed, key))
        except RefusedMessageError:
            return _Outcome(number, wrong="contacts.wrong_key")

    def _page(self, request: Request, outcome: _Outcome, *, status: int = 200) -> Response:
        now = self.frame.clock()
        left = [one for one in self.contacts.left(now, _SHOWN) if one.ticket.tenant == self.frame.tenant]
        self.people.note_views(visitor_of(request).session, [one.ticket.number for one in left], now)
        protected = is_protected(self.key_file)

        def fill(words: Words, now: datetime) -> dict[str, Any]:
            return {
                "rows": [_row(one, now, words) for one in left],
                "outcome": outcome,
                "why": WHY,
                "asked": request.state.form if outcome.wrong else {},
                "protected": protected,
                "here_key": protected is not None,
            }

        return self.frame.plain(request, "contacts.html", fill, status=status)


def _reason(form: dict[str, str]) -> str | None:
    """What is written down, in the hub's own language, and told to the person: the usual reason, and what was added."""
    why, own = form.get("why", ""), form.get("own", "").strip()
    if why not in WHY or (why == WHY[-1] and not own):
        return None
    if why == WHY[-1]:
        return reason_in(own)
    usual = words_for(None)(f"why.{why}")
    return reason_in(f"{usual}：{own}" if own else usual)


def _row(left: LeftContact, now: datetime, words: Words) -> _Row:
    until = words("contacts.until", time=moment_words(left.until, now, words)) if left.until else words("contacts.open")
    opened = ""
    if left.last_opened_at:
        opened = words("contacts.opened", count=left.openings, ago=ago_words(left.last_opened_at, now, words))
    return _Row(view.ticket_view(left.ticket, now, words), until, opened)
