"""The page for a visitor's phone that reaches the hub and not the kiosk: a scanned code opens it, once.

- What is answered and written is sealed on the phone to the kiosk's own key. The hub passes it on and cannot open it,
  so nothing unmasked is ever here: the kiosk masks it with the masker that masks everything.
- No account, no cookie: nothing that another site's page could use. A wish is JSON of our own page, with the key that
  the code was changed for.
- Rate-limited by address and over all.
"""

import base64
import binascii
import hashlib
import hmac
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from agent.contract.visit_lines import lines
from agent.contract.visitor_letters import (
    MAX_LETTER_BYTES,
    NOTICE_EN,
    NOTICE_ZH,
    VisitCode,
    is_signed_by,
    letter_binding,
    read_code,
)
from hub.adapters.database.visit_desk import Kiosk, VisitDesk
from hub.campaigns.shipped import shipped
from hub.errors import HubError
from hub.web.pages import SafeHeaders
from hub.web.rate_limit import RateLimit
from hub.web.receipt_page import address_of

PATH: Final = "/v"
"""Where it is served. A proxy that lets the public in needs this and the receipts' page alone."""
AT_ONCE, PER_MINUTE, TOGETHER_PER_MINUTE = 20, 20.0, 1200.0
TO_FINISH_S: Final = 15 * 60
"""How long a visit lasts once it is open."""
LONGEST_CODE_S: Final = 10 * 60
"""A kiosk's code lasts two minutes; its clock may be ahead by some more."""

_HERE = Path(__file__).parent / "visit"
_MAX_BODY_BYTES: Final = 2 * MAX_LETTER_BYTES
_CONTEXT: Final = b"tingche/v1/visit-key\0"
_WHY: Final = {
    "altered": ("这个码不完整或被改过，请重新扫一次", "This code is damaged or was changed: scan it once more"),
    "foreign": ("服务台不认识这台设备，请在它的屏幕上点", "The desk does not know this device: use its own screen"),
    "expired": ("这个码过期了，请扫屏幕上的新码", "This code has expired: scan the new one on the screen"),
    "used": ("这个码已经用过了，请扫屏幕上的新码", "This code was used already: scan the new one on the screen"),
    "over": ("这次打开太久了，请扫屏幕上的新码", "This visit has ended: scan the new code on the screen"),
    "left": ("这次的反馈已经交过了", "This visit's feedback was handed over already"),
}


@dataclass(frozen=True, slots=True)
class _Visit:
    kiosk: Kiosk
    nonce: bytes = field(repr=False)


class _TurnedAwayError(Exception):
    """Expected: the page says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def visit_app(desk: VisitDesk, clock: Callable[[], datetime], secret: bytes) -> Starlette:
    """The page as one application, to be mounted at `PATH`.

    Args:
        desk: codes and letters; called from worker threads.
        clock: the hub's time, with its zone.
        secret: keys what a code is changed for.
    """
    page = _VisitPage(desk, clock, secret)
    return Starlette(
        routes=[
            Route("/", page.document, methods=["GET"]),
            Route("/open", page.open, methods=["POST"]),
            Route("/leave", page.leave, methods=["POST"]),
            Route("/arrived", page.arrived, methods=["POST"]),
            Route("/take_back", page.take_back, methods=["POST"]),
            Mount("/static", StaticFiles(directory=_HERE / "static"), name="static"),
        ],
        middleware=[Middleware(SafeHeaders), Middleware(GZipMiddleware, minimum_size=1000)],
        exception_handlers={HTTPException: _refused, HubError: _failed, _TurnedAwayError: _turned_away, 500: _failed},
    )


class _VisitPage:
    """The addresses of the page."""

    def __init__(self, desk: VisitDesk, clock: Callable[[], datetime], secret: bytes) -> None:
        self._desk = desk
        self._clock = clock
        self._secret = secret
        self._limit = RateLimit(at_once=AT_ONCE, per_minute=PER_MINUTE, together_per_minute=TOGETHER_PER_MINUTE)
        self._document = (_HERE / "page.html").read_text(encoding="utf-8")

    def document(self, request: Request) -> Response:
        """The page, without a visit."""
        root = request.scope.get("root_path", "").rstrip("/")
        return HTMLResponse(self._document.replace("[[root]]", root), headers={"cache-control": "no-store"})

    async def open(self, request: Request) -> Response:
        """A visit for a code, with all that its page has to know."""
        said = await self._said(request)
        return await run_in_threadpool(self._open, read_code(str(said.get("code", ""))))

    async def leave(self, request: Request) -> Response:
        """The sealed letter. Durable when this is answered."""
        said = await self._said(request)
        try:
            sealed = base64.b64decode(str(said.get("sealed", "")), validate=True)
        except binascii.Error:
            raise HTTPException(400) from None
        if not 0 < len(sealed) <= MAX_LETTER_BYTES:
            raise HTTPException(413)
        return await run_in_threadpool(self._leave, str(said.get("key", "")), sealed)

    async def arrived(self, request: Request) -> Response:
        """What the kiosk has made of the letter so far."""
        said = await self._said(request)
        return await run_in_threadpool(self._arrived, str(said.get("key", "")))

    async def take_back(self, request: Request) -> Response:
        """The letter is forgotten, unless the kiosk has it."""
        said = await self._said(request)
        return await run_in_threadpool(self._take_back, str(said.get("key", "")))

    # ---- on worker threads ----

    def _open(self, code: VisitCode | None) -> Response:
        now = self._clock()
        kiosk = self._believed(code, now.timestamp())
        assert code is not None  # noqa: S101 - a code that is none was turned away
        if not self._desk.use(code, now):
            raise _TurnedAwayError("used")
        return _answer(
            {
                "key": self._key(kiosk, code.nonce, int(now.timestamp()) + TO_FINISH_S),
                "place": kiosk.place,
                "kind": kiosk.kind,
                "lines": _lines(kiosk.kind),
                "notice": {"zh": NOTICE_ZH, "en": NOTICE_EN},
                "seal": {
                    "key": base64.b64encode(kiosk.sealing_key).decode(),
                    "binding": base64.b64encode(letter_binding(kiosk.tenant, kiosk.device, code.nonce)).decode(),
                },
            }
        )

    def _believed(self, code: VisitCode | None, now_s: float) -> Kiosk:
        """Whose code it is: the signature before all else."""
        if code is None:
            raise _TurnedAwayError("altered")
        kiosk = self._desk.kiosk(code.tenant, code.device)
        if kiosk is None:
            raise _TurnedAwayError("foreign")
        if not is_signed_by(code, kiosk.signing_key):
            raise _TurnedAwayError("altered")
        if not now_s < code.ends <= now_s + LONGEST_CODE_S:
            raise _TurnedAwayError("expired")
        return kiosk

    def _leave(self, key: str, sealed: bytes) -> Response:
        visit = self._visit(key)
        if not self._desk.leave(visit.kiosk, visit.nonce, sealed, self._clock()):
            raise _TurnedAwayError("left")
        return _answer({"left": True})

    def _arrived(self, key: str) -> Response:
        visit = self._visit(key)
        return _answer({"outcome": self._desk.outcome(visit.kiosk, visit.nonce)})

    def _take_back(self, key: str) -> Response:
        visit = self._visit(key)
        return _answer({"taken_back": self._desk.take_back(visit.kiosk, visit.nonce, self._clock())})

    def _visit(self, key: str) -> _Visit:
        """What a key stands for: nothing of a visit is kept here, its key says all of it, signed."""
        said, _, mac = key.rpartition(".")
        if not hmac.compare_digest(mac.encode(), self._mac(said).encode()):
            raise _TurnedAwayError("altered")
        tenant, device, nonce, until = said.split("/")
        kiosk = self._desk.kiosk(tenant, device)
        if kiosk is None:
            raise _TurnedAwayError("foreign")
        if self._clock().timestamp() >= int(until):
            raise _TurnedAwayError("over")
        return _Visit(kiosk, bytes.fromhex(nonce))

    def _key(self, kiosk: Kiosk, nonce: bytes, until: int) -> str:
        said = f"{kiosk.tenant}/{kiosk.device}/{nonce.hex()}/{until}"
        return f"{said}.{self._mac(said)}"

    def _mac(self, said: str) -> str:
        return hmac.new(self._secret, _CONTEXT + said.encode(), hashlib.sha256).hexdigest()[:32]

    # ---- inside ----

    async def _said(self, request: Request) -> dict[str, Any]:
        """The JSON that our own page posted, once the limit lets it pass."""
        wait_s = self._limit.wait_s(address_of(request), time.monotonic())
        if wait_s:
            raise HTTPException(429, headers={"retry-after": str(int(wait_s) + 1)})
        own = request.headers.get("sec-fetch-site", "same-origin") == "same-origin"
        if not own or request.headers.get("content-type", "").partition(";")[0] != "application/json":
            raise HTTPException(403)
        raw = b""
        async for chunk in request.stream():
            raw += chunk
            if len(raw) > _MAX_BODY_BYTES:
                raise HTTPException(413)
        try:
            said = json.loads(raw)
        except ValueError:
            said = None
        if not isinstance(said, dict):
            raise HTTPException(400)
        return said


@cache
def _lines(kind: str) -> list[dict[str, Any]]:
    """What the shipped questions of this kind of device ask a visitor."""
    rules = next((one.rules for one in shipped() if one.in_agent and one.source == kind), ())
    return lines({rule.rule_id: rule for rule in rules})


def _answer(told: dict[str, Any], status: int = 200, **headers: str) -> Response:
    return JSONResponse(told, status, {"cache-control": "no-store", **headers})


def _turned_away(_request: Request, error: Exception) -> Response:
    reason = error.reason if isinstance(error, _TurnedAwayError) else "altered"
    zh, en = _WHY[reason]
    return _answer({"refused": reason, "zh": zh, "en": en}, 403)


def _refused(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for it
    return _answer({"refused": str(error.status_code)}, error.status_code, **dict(error.headers or {}))


def _failed(_request: Request, _error: Exception) -> Response:
    return _answer({"refused": "failed"}, 503)
