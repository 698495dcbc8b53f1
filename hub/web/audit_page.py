"""The auditor's page: who saw and did what, and whether the log is whole."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from hub.adapters.database.audit_log import AuditLog
from hub.people.audit_chain import Action, Anchor, Entry
from hub.people.roles import Permission
from hub.web.frame import Frame
from hub.web.gate import DeclaredRoute, Gate
from hub.web.moments import moment_words
from hub.web.wording import Words

_SHOWN = 100


@dataclass(frozen=True, slots=True)
class _Row:
    seq: int
    at: str
    who: str
    action: str
    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the auditor narrowed the list to."""

    who: str
    action: str
    before: int | None


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Reading, and checking the whole chain on demand."""

    log: AuditLog
    gate: Gate
    frame: Frame

    def routes(self) -> list[DeclaredRoute]:
        """All of them."""
        needs = Permission.READ_AUDIT
        return [
            self.gate.route("/audit", self._show, needs),
            self.gate.route("/audit", self._check, needs, ["POST"]),
        ]

    def _show(self, request: Request) -> Response:
        return self._page(request, {"checked": False})

    def _check(self, request: Request) -> Response:
        """The whole chain, and an anchor that was kept, if one is given."""
        given = request.state.form.get("anchor", "").strip()
        anchor = Anchor.parse(given) if given else None
        if given and anchor is None:
            return self._page(request, {"checked": False, "odd_anchor": True})
        verdict = self.log.verify([anchor] if anchor else [])
        return self._page(request, {"checked": True, "verdict": verdict, "anchored": anchor is not None})

    def _page(self, request: Request, found: dict[str, Any]) -> Response:
        asked = _asked(request)
        action = Action(asked.action) if asked.action else None
        entries = self.log.newest(_SHOWN + 1, before=asked.before, who=asked.who or None, action=action)
        head = self.log.head()

        def fill(words: Words, now: datetime) -> dict[str, Any]:
            return {
                "rows": [_row(entry, now, words) for entry in entries[:_SHOWN]],
                "older": entries[_SHOWN - 1].seq if len(entries) > _SHOWN else None,
                "asked": asked,
                "actions": [action.value for action in Action],
                "head": head,
                "verdict": None,
                "odd_anchor": False,
                "anchored": False,
                **found,
            }

        return self.frame.plain(request, "audit.html", fill)


def _asked(request: Request) -> _Asked:
    given = request.query_params
    action, before = given.get("action", ""), given.get("before", "")
    return _Asked(
        given.get("who", "").strip()[:120],
        action if action in set(Action) else "",
        int(before) if before.isascii() and before.isdigit() and len(before) < 12 else None,  # noqa: PLR2004 - digits
    )


def _row(entry: Entry, now: datetime, words: Words) -> _Row:
    action = words.get(f"action.{entry.action}", entry.action)
    at = moment_words(entry.at, now, words, seconds=True)
    return _Row(entry.seq, at, entry.who, action, _what(entry, words), entry.reason)


def _what(entry: Entry, words: Words) -> str:
    """What it was done to; roles in words."""
    if entry.action not in {Action.ADD_PERSON, Action.SET_ROLES}:
        return entry.what
    name, _, codes = entry.what.partition(": ")
    told = (words.get(f"role.{code}", words.get(f"department.{code}", code)) for code in codes.split())
    return f"{name}{words('colon')}{words('comma').join(told)}"
