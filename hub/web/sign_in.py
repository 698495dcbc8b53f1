"""Signing in with a passkey, using an invitation, one's own account, signing out.

    GET  /sign-in, /invitation              the pages
    POST /sign-in/challenge                 -> options for navigator.credentials.get
    POST /sign-in        {passkey, next}    -> {"to"} and a session
    POST /invitation/challenge {code}       -> options for navigator.credentials.create
    POST /invitation     {code, passkey}    -> {"to"} and a session
    GET  /account, POST /sign-out, POST /sign-out-everywhere
    otherwise                               -> {"error": refused | wait | unreadable, "wait_s"}

An unknown passkey, a disabled person, a wrong signature, an ended challenge: the answer is the same for all.
"""

import base64
import binascii
import json
import logging
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from hub.adapters.database.people_store import Arrival, HeldPasskey, PeopleStore
from hub.adapters.passkeys import Passkeys
from hub.fleet.claims import WrongTries
from hub.people import challenge as challenges
from hub.people.access import code_key, token_key
from hub.people.roles import Permission
from hub.web import places
from hub.web.frame import Frame, no_store, visitor_of
from hub.web.gate import DeclaredRoute, Gate, read_body
from hub.web.moments import moment_words

_log = logging.getLogger(__name__)
_NO_IP: Final = "127.0.0.1"
"""Passkeys belong to a name: browsers make none for an address, so the same page is shown under `localhost`."""
_SIGN_IN = "sign_in"


@dataclass(frozen=True, slots=True)
class _No:
    """A refusal; `wait_s` where trying again at once is useless."""

    wait_s: float = 0.0


@dataclass(slots=True)
class SignIn:
    """The routes around a session."""

    people: PeopleStore
    gate: Gate
    frame: Frame
    secret: bytes = field(repr=False)
    """Keys the challenges."""
    tries: WrongTries = field(default_factory=WrongTries)

    def routes(self) -> list[DeclaredRoute]:
        """All of them."""
        public, signed_in = Permission.PUBLIC, Permission.SIGNED_IN
        return [
            self.gate.route("/sign-in", self._sign_in_page, public),
            self.gate.route("/sign-in", self._sign_in, public, ["POST"]),
            self.gate.route("/sign-in/challenge", self._sign_in_challenge, public, ["POST"]),
            self.gate.route("/invitation", self._invitation_page, public),
            self.gate.route("/invitation", self._join, public, ["POST"]),
            self.gate.route("/invitation/challenge", self._join_challenge, public, ["POST"]),
            self.gate.route("/account", self._account, signed_in),
            self.gate.route("/sign-out", self._sign_out, signed_in, ["POST"]),
            self.gate.route("/sign-out-everywhere", self._sign_out_everywhere, signed_in, ["POST"]),
        ]

    # ---- pages ----

    def _sign_in_page(self, request: Request) -> Response:
        visitor = request.state.visitor
        if visitor is not None:
            return RedirectResponse(_root(request) + places.home(visitor.session.person.may), 303)
        wanted = request.query_params.get("next", "")
        return self._page(request, "sign_in.html", next=wanted if wanted.startswith("/") else "")

    def _invitation_page(self, request: Request) -> Response:
        return self._page(request, "invitation.html")

    def _page(self, request: Request, template: str, **filled: str) -> Response:
        if request.url.hostname == _NO_IP:
            return RedirectResponse(str(request.url.replace(hostname="localhost")), 303)
        return self.frame.plain(request, template, lambda _w, _now: filled)

    def _account(self, request: Request) -> Response:
        session = visitor_of(request).session
        now = self.frame.clock()
        count = self.people.count_sessions(session.person.name, now)
        return self.frame.plain(
            request,
            "account.html",
            lambda w, _now: {"since": moment_words(session.started_at, now, w), "sessions": count},
        )

    # ---- coming in ----

    async def _sign_in_challenge(self, request: Request) -> Response:
        fresh = challenges.make(self.secret, _SIGN_IN, self.frame.clock(), secrets.token_bytes)
        return no_store(JSONResponse(self._passkeys(request).to_use(fresh)))

    async def _sign_in(self, request: Request) -> Response:
        told = await _json(request)
        return await run_in_threadpool(self._checked_sign_in, request, told)

    def _checked_sign_in(self, request: Request, told: Mapping[str, Any]) -> Response:
        answer = _part(told, "passkey")
        credential_id = str(answer.get("id", ""))
        tried = (self.gate.address(request), f"passkey {credential_id}")
        held = self._held(request, answer, credential_id, tried)
        if isinstance(held, _No):
            return self._refuse(held, tried)
        token, key = self.gate.fresh_token()
        arrival = Arrival(_challenge_key(answer), key, self.frame.clock())
        passkey, count = held
        if not self.people.sign_in(passkey, count, arrival):
            return self._refuse(_No(), tried)
        session = self.people.session(key, arrival.at, touched=False)
        may = session.person.may if session else frozenset()
        return self.gate.let_in(JSONResponse({"to": _root(request) + places.known(str(told.get("next")), may)}), token)

    def _held(
        self, request: Request, answer: Mapping[str, Any], credential_id: str, tried: tuple[str, str]
    ) -> tuple[HeldPasskey, int] | _No:
        """The passkey that answered, and its new count."""
        wait_s = max(self.tries.wait_s(one, time.monotonic()) for one in tried)
        if wait_s > 0:
            return _No(wait_s)
        challenge = self._challenge(answer, _SIGN_IN)
        held = self.people.held(credential_id)
        if challenge is None or held is None or held.disabled:
            return _No()
        count = self._passkeys(request).used(challenge, answer, held.passkey)
        if count is None:
            return _No()
        known = held.passkey.sign_count
        if (count or known) and count <= known:
            _log.warning("a passkey's count went back from %d to %d: it was copied, and is taken away", known, count)
            self.people.forget_copied(held, self.frame.clock())
            return _No()
        return held, count

    async def _join_challenge(self, request: Request) -> Response:
        told = await _json(request)
        return await run_in_threadpool(self._checked_join_challenge, request, told)

    def _checked_join_challenge(self, request: Request, told: Mapping[str, Any]) -> Response:
        tried = (self.gate.address(request),)
        wait_s = self.tries.wait_s(tried[0], time.monotonic())
        if wait_s > 0:
            return self._refuse(_No(wait_s), ())
        now = self.frame.clock()
        key = code_key(str(told.get("code", "")))
        invited = self.people.invited(key, now) if key else None
        if key is None or invited is None:
            return self._refuse(_No(), tried)
        fresh = challenges.make(self.secret, key, now, secrets.token_bytes)
        return no_store(JSONResponse(self._passkeys(request).to_make(fresh, invited.name, invited.handle)))

    async def _join(self, request: Request) -> Response:
        told = await _json(request)
        return await run_in_threadpool(self._checked_join, request, told)

    def _checked_join(self, request: Request, told: Mapping[str, Any]) -> Response:
        tried = (self.gate.address(request),)
        wait_s = self.tries.wait_s(tried[0], time.monotonic())
        if wait_s > 0:
            return self._refuse(_No(wait_s), ())
        answer = _part(told, "passkey")
        key = code_key(str(told.get("code", "")))
        challenge = self._challenge(answer, key) if key else None
        made = self._passkeys(request).made(challenge, answer) if challenge else None
        token, session_key = self.gate.fresh_token()
        arrival = Arrival(_challenge_key(answer), session_key, self.frame.clock())
        if key is None or made is None or not self.people.join(key, made, arrival):
            return self._refuse(_No(), tried)
        session = self.people.session(session_key, arrival.at, touched=False)
        may = session.person.may if session else frozenset()
        return self.gate.let_in(JSONResponse({"to": _root(request) + places.home(may)}), token)

    # ---- going out ----

    def _sign_out(self, request: Request) -> Response:
        self.people.end(visitor_of(request).session, self.frame.clock())
        return self.gate.let_out(RedirectResponse(f"{_root(request)}/sign-in", 303))

    def _sign_out_everywhere(self, request: Request) -> Response:
        self.people.end(visitor_of(request).session, self.frame.clock(), everywhere=True)
        return self.gate.let_out(RedirectResponse(f"{_root(request)}/sign-in", 303))

    # ---- parts ----

    def _passkeys(self, request: Request) -> Passkeys:
        return Passkeys(self.gate.origin(request))

    def _challenge(self, answer: Mapping[str, Any], purpose: str) -> bytes | None:
        """The challenge that was answered, if it is one of this hub's for this purpose."""
        raw = _unwebsafe(_challenge_text(answer))
        return raw if challenges.is_ours(self.secret, purpose, raw, self.frame.clock()) else None

    def _refuse(self, no: _No, tried: tuple[str, ...]) -> Response:
        if no.wait_s:
            told = {"error": "wait", "wait_s": int(no.wait_s) + 1}
            return no_store(JSONResponse(told, 429, headers={"retry-after": str(told["wait_s"])}))
        for one in tried:
            self.tries.count(one, time.monotonic())
        _log.info("a sign-in was refused")
        return no_store(JSONResponse({"error": "refused"}, 403))


def _root(request: Request) -> str:
    root: str = request.scope.get("root_path", "")
    return root.rstrip("/")


async def _json(request: Request) -> Mapping[str, Any]:
    """The body as an object; an empty one when it is anything else, which no check below accepts."""
    try:
        told = json.loads(await read_body(request))
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _part(told: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = told.get(name)
    return found if isinstance(found, dict) else {}


def _challenge_text(answer: Mapping[str, Any]) -> str:
    """The challenge as the browser says that it answered it; what it signed is checked over the same bytes."""
    try:
        told = json.loads(_unwebsafe(str(_part(answer, "response").get("clientDataJSON", ""))))
    except ValueError:
        return ""
    return str(told.get("challenge", "")) if isinstance(told, dict) else ""


def _challenge_key(answer: Mapping[str, Any]) -> str:
    """What is kept of a challenge that was used."""
    return token_key(_unwebsafe(_challenge_text(answer)).hex())


def _unwebsafe(text: str) -> bytes:
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (ValueError, binascii.Error):
        return b""
