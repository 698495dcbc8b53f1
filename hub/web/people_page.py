"""The administrator's page: who may sign in, with which roles; inviting, resetting, disabling."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from hub.adapters.database.people_store import PeopleStore
from hub.errors import InputRefusedError
from hub.people.access import INVITATION_LASTS, Person, code_key, is_name, make_code
from hub.people.roles import ALONE, Permission, Role
from hub.people.roles import objection as objection_to
from hub.tickets.ticket import Department
from hub.web.frame import Frame, visitor_of
from hub.web.gate import DeclaredRoute, Gate
from hub.web.moments import ago_words, moment_words
from hub.web.wording import Words

_REFUSED = 422


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    roles: tuple[str, ...]
    state: str
    """active, invited, waiting or disabled."""
    state_words: str
    seen: str
    myself: bool


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What a POST came to: an invitation to hand over, or why not."""

    invited: str = ""
    link: str = ""
    code: str = ""
    wrong: str = ""
    """Key of the words that say what to change."""


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """The page and its acts."""

    people: PeopleStore
    gate: Gate
    frame: Frame

    def routes(self) -> list[DeclaredRoute]:
        """All of them."""
        needs = Permission.MANAGE_PEOPLE
        return [
            self.gate.route("/people", self._show, needs),
            self.gate.route("/people", self._act, needs, ["POST"]),
        ]

    def _show(self, request: Request) -> Response:
        return self._page(request, _Outcome())

    def _act(self, request: Request) -> Response:
        """One address for the page and its acts, so that its links lead back to it from every answer."""
        act = {"add": self._add, "reset": self._reset, "disable": self._disable}.get(request.state.form.get("do", ""))
        return act(request) if act else self._show(request)

    def _add(self, request: Request) -> Response:
        form = request.state.form
        name = form.get("name", "").strip()
        roles = tuple(role for role in Role if form.get(f"role_{role}"))
        chosen = form.get("department", "")
        department = Department(chosen) if Role.DEPARTMENT in roles and chosen in set(Department) else None
        if not is_name(name):
            return self._page(request, _Outcome(wrong="people.wrong_name"))
        if objection_to(roles, department) is not None:
            return self._page(request, _Outcome(wrong="people.wrong_roles"))
        code = make_code(secrets.token_bytes)
        person = Person(name, roles, department, self.frame.clock())
        try:
            self.people.add(person, _key(code), by=self._me(request), random_bytes=secrets.token_bytes)
        except InputRefusedError:
            return self._page(request, _Outcome(wrong="people.wrong_taken"))
        return self._page(request, self._invitation(request, name, code))

    def _reset(self, request: Request) -> Response:
        name, code = request.state.form.get("name", ""), make_code(secrets.token_bytes)
        if name == self._me(request):
            return self._page(request, _Outcome(wrong="people.wrong_self"))
        self.people.reset(name, _key(code), by=self._me(request), now=self.frame.clock())
        return self._page(request, self._invitation(request, name, code))

    def _disable(self, request: Request) -> Response:
        name = request.state.form.get("name", "")
        if name == self._me(request):
            return self._page(request, _Outcome(wrong="people.wrong_self"))
        self.people.disable(name, by=self._me(request), now=self.frame.clock())
        return self._page(request, _Outcome())

    def _me(self, request: Request) -> str:
        return visitor_of(request).session.person.name

    def _invitation(self, request: Request, name: str, code: str) -> _Outcome:
        root = request.scope.get("root_path", "").rstrip("/")
        return _Outcome(invited=name, link=f"{self.gate.origin(request)}{root}/invitation#{code}", code=code)

    def _page(self, request: Request, outcome: _Outcome) -> Response:
        me = self._me(request)

        def fill(words: Words, now: datetime) -> dict[str, Any]:
            return {
                "people": [_row(person, now, words, me) for person in self.people.people()],
                "outcome": outcome,
                "ends": moment_words(now + INVITATION_LASTS, now, words),
                "roles": [(role.value, role in ALONE) for role in Role],
                "departments": [department.value for department in Department],
                "asked": request.state.form if outcome.wrong else {},
            }

        return self.frame.plain(request, "people.html", fill, status=_REFUSED if outcome.wrong else 200)


def _key(code: str) -> str:
    """What is kept of a code that was just made."""
    key = code_key(code)
    assert key is not None  # noqa: S101 - `make_code` makes the shape that `code_key` reads
    return key


def _row(person: Person, now: datetime, words: Words, me: str) -> _Row:
    if person.disabled_at:
        state = "disabled"
    elif person.passkeys:
        state = "active"
    else:
        state = "invited" if person.invited_until and person.invited_until > now else "waiting"
    roles = [
        words("people.of", department=words(f"department.{person.department}"))
        if role is Role.DEPARTMENT
        else words(f"role.{role}")
        for role in person.roles
    ]
    seen = ago_words(person.last_seen_at, now, words) if person.last_seen_at else ""
    return _Row(person.name, tuple(roles), state, words(f"people.{state}"), seen, person.name == me)
