"""The staff pages and their small API: what came in, what is due, what was erased. Reading only.

- Search words travel in the body of a POST, never in an address: staff may type a phone number there.
- No page can be cached, framed, or made to run or load anything that is not this hub's own.
"""

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final, TypeVar
from urllib.parse import parse_qs, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hub.erasure.clock import Standing
from hub.errors import HubError
from hub.ports import TicketBook
from hub.tickets.ticket import Ticket
from hub.web import moments, view
from hub.web.view import Order, Question, Show
from hub.web.wording import LANGUAGES, Words, words_for

SHOWN: Final = 200
"""Most rows on one page."""
SCANNED: Final = 2000
"""Newest tickets that filters and search look through."""
REFRESH_S: Final = 3
"""Seconds between two looks of the page for news."""

_log = logging.getLogger(__name__)
_HERE = Path(__file__).parent
_MAX_BODY_BYTES = 4096
_MAX_SEARCH_CHARS = 80
_COOKIE_AGE_S = 365 * 24 * 3600
_THEMES = ("light", "dark")
_HEADERS: Final = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}

_Choice = TypeVar("_Choice", Show, Order)


def staff_app(book: TicketBook, clock: Callable[[], datetime], tenant: str) -> Starlette:
    """The staff pages as one application, to be served at the root of the hub's page address.

    Args:
        book: where tickets, counts, erasures and devices are read; called from worker threads.
        clock: the hub's time, with its zone; time left is counted by it, also in the browser.
        tenant: whose tickets are shown; tickets of another tenant never are.
    """
    desk = _Desk(book, clock, tenant)
    return Starlette(
        routes=[
            Route("/", desk.tickets, methods=["GET", "POST"]),
            Route("/tickets/fragment", desk.tickets_fragment, methods=["GET", "POST"]),
            Route("/api/v1/tickets.json", desk.tickets_json),
            Route("/erasures", desk.erasures),
            Route("/erasures/fragment", desk.erasures_fragment),
            Route("/healthz", _healthz),
            Mount("/static", StaticFiles(directory=_HERE / "static"), name="static"),
        ],
        middleware=[Middleware(_SafeHeaders), Middleware(GZipMiddleware, minimum_size=1000)],
        exception_handlers={HTTPException: desk.refused, HubError: desk.unread, 500: desk.failed},
    )


@dataclass(frozen=True, slots=True)
class _Taste:
    """What this browser prefers."""

    words: Words
    theme: str
    """light, dark, or empty to follow the system."""
    chosen: dict[str, str]
    """Cookies to set, because the address asked for it."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was read from the book, not yet put into words: a look for news mostly ends here."""

    now: datetime
    rev: str
    """Changes when anything but the passing of time changed."""
    fill: Callable[[], dict[str, Any]]
    """What the template needs."""


class _Desk:
    """The pages over one book."""

    def __init__(self, book: TicketBook, clock: Callable[[], datetime], tenant: str) -> None:
        self._book = book
        self._clock = clock
        self._tenant = tenant
        self._templates = Environment(
            loader=FileSystemLoader(_HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    async def tickets(self, request: Request) -> Response:
        """The ticket list as a page."""
        question = await _question(request)
        return await run_in_threadpool(self._page, request, "tickets.html", lambda w: self._list(question, w))

    async def tickets_fragment(self, request: Request) -> Response:
        """The figures and rows alone, or 304 when nothing but the time has changed."""
        question = await _question(request)
        return await run_in_threadpool(self._fragment, request, "_tickets.html", lambda w: self._list(question, w))

    async def tickets_json(self, request: Request) -> Response:
        """The same for machines."""
        question = await _question(request)
        return await run_in_threadpool(self._json, question)

    def erasures(self, request: Request) -> Response:
        """What was erased, as a page."""
        return self._page(request, "erasures.html", self._stones)

    def erasures_fragment(self, request: Request) -> Response:
        """The lines of the erasures page alone."""
        return self._fragment(request, "_erasures.html", self._stones)

    def refused(self, request: Request, error: Exception) -> Response:
        """A page for an address or method that is not there."""
        status = error.status_code if isinstance(error, HTTPException) else 400
        return self._notice(request, "missing", status)

    def unread(self, request: Request, error: Exception) -> Response:
        """A page for a book that cannot be read now; the cause goes to the log."""
        _log.error("a staff page could not be read: %s", error)
        return self._notice(request, "failed", 503)

    def failed(self, request: Request, _error: Exception) -> Response:
        """A page for a failure nobody foresaw. Says nothing of the cause: the server logs it."""
        return self._notice(request, "failed", 500)

    # ---- what the templates get ----

    def _list(self, question: Question, words: Words) -> _Answer:
        now = self._clock()
        seen = self._seen(question)
        found = view.select(seen, question, now, words)
        counts = self._book.counts(now)
        shown = tuple(found[:SHOWN])
        devices = len(self._book.devices()) if not seen else 0

        def fill() -> dict[str, Any]:
            return {
                "question": question,
                "tiles": view.tiles(counts, words),
                "rows": [view.ticket_view(t, now, words) for t in shown],
                "found": len(found),
                "scan_cut": len(seen) >= SCANNED,
                "empty_hub": not seen,
                "devices": devices,
                "open_count": counts.open,
            }

        rev = view.revision(words.language, shown, len(found), devices, counts, question.show, question.order)
        return _Answer(now, rev, fill)

    def _seen(self, question: Question) -> list[Ticket]:
        """What the answer is chosen from: the plain list, looked at every few seconds, reads no more than it shows."""
        scanned = self._book.tickets(SCANNED if question.narrows else SHOWN + 1)
        return [t for t in scanned if t.tenant == self._tenant]

    def _stones(self, words: Words) -> _Answer:
        now = self._clock()
        stones = tuple(self._book.tombstones())
        shown = [view.tombstone_view(stone, now, words) for stone in stones]
        rev = view.revision(words.language, tuple(shown))
        overdue = sum(stone.standing == Standing.OVERDUE for stone in shown)
        return _Answer(now, rev, lambda: {"stones": shown, "overdue": overdue})

    def _json(self, question: Question) -> Response:
        now = self._clock()
        seen = self._seen(question)
        found = view.select(seen, question, now, words_for(None))
        counts = self._book.counts(now)
        return _no_store(
            JSONResponse(
                {
                    "now": moments.iso(now),
                    "tenant": self._tenant,
                    "counts": {name: getattr(counts, name) for name in type(counts).__slots__},
                    "more": len(found) > SHOWN,
                    "tickets": [view.ticket_json(t) for t in found[:SHOWN]],
                }
            )
        )

    # ---- responses ----

    def _page(self, request: Request, template: str, read: Callable[[Words], _Answer]) -> Response:
        taste = _taste(request)
        answer = read(taste.words)
        response = HTMLResponse(self._render(request, template, taste, answer))
        for name, value in taste.chosen.items():
            response.set_cookie(name, value, max_age=_COOKIE_AGE_S, samesite="lax")
        return _no_store(response)

    def _fragment(self, request: Request, template: str, read: Callable[[Words], _Answer]) -> Response:
        taste = _taste(request)
        answer = read(taste.words)
        tag = f'"{answer.rev}"'
        if request.headers.get("if-none-match") == tag:
            response = Response(status_code=304)
        else:
            response = HTMLResponse(self._render(request, template, taste, answer))
        response.headers["etag"] = tag
        response.headers["x-hub-time"] = _epoch_ms(answer.now)
        return _no_store(response)

    def _notice(self, request: Request, what: str, status: int) -> Response:
        taste = _taste(request)
        page = self._render(request, "notice.html", taste, _Answer(self._clock(), "", lambda: {"what": what}))
        return _no_store(HTMLResponse(page, status_code=status))

    def _render(self, request: Request, template: str, taste: _Taste, answer: _Answer) -> str:
        words = taste.words
        asked = {k: v for k, v in request.query_params.items() if k in ("show", "sort")}
        return self._templates.get_template(template).render(
            w=words,
            root=request.scope.get("root_path", "").rstrip("/"),
            tenant=self._tenant,
            base=str(request.base_url).rstrip("/"),
            theme=taste.theme,
            now_ms=_epoch_ms(answer.now),
            clock=moments.clock_words(answer.now, seconds=True),
            live=json.dumps({p: words.pick(f"{p}.") for p in ("left", "span", "about", "ago")} | _said(words)),
            refresh_ms=REFRESH_S * 1000,
            link=_links(asked),
            other_language=LANGUAGES[1 - LANGUAGES.index(words.language)],
            SHOWN=SHOWN,
            SCANNED=SCANNED,
            rev=answer.rev,
            **answer.fill(),
        )


class _SafeHeaders:
    """Adds the same protective headers to every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
                headers.setdefault("cache-control", "no-cache")
            await send(message)

        await self._app(scope, receive, send_safely)


def _healthz(_request: Request) -> Response:
    return _no_store(JSONResponse({"status": "ok"}))


def _no_store(response: Response) -> Response:
    response.headers["cache-control"] = "no-store"
    return response


def _epoch_ms(moment: datetime) -> str:
    return str(int(moment.timestamp() * 1000))


def _said(words: Words) -> dict[str, str]:
    """Sentences that the page's script says by itself."""
    keys = ("live", "stale", "stale.said", "live.said", "new.said", "ago", "to_dark", "to_light", "app")
    return {f"say.{key}": words.texts[key] for key in keys}


def _links(asked: dict[str, str]) -> Callable[..., str]:
    """Addresses of this page with other choices; None takes a choice away."""

    def link(**changes: str | None) -> str:
        merged = {k: v for k, v in (asked | changes).items() if v}
        return "?" + urlencode(merged)

    return link


def _taste(request: Request) -> _Taste:
    chosen: dict[str, str] = {}
    language = request.query_params.get("lang", "")
    if language in LANGUAGES:
        chosen["tingche_lang"] = language
    else:
        language = request.cookies.get("tingche_lang", "")
    theme = request.query_params.get("theme", "")
    if theme in _THEMES:
        chosen["tingche_theme"] = theme
    else:
        theme = request.cookies.get("tingche_theme", "")
    return _Taste(words_for(language), theme if theme in _THEMES else "", chosen)


async def _question(request: Request) -> Question:
    return Question(
        show=_choice(Show, request.query_params.get("show", ""), Show.ALL),
        order=_choice(Order, request.query_params.get("sort", ""), Order.NEW),
        search=await _search(request) if request.method == "POST" else "",
    )


def _choice(kind: type[_Choice], given: str, otherwise: _Choice) -> _Choice:
    """A choice from the address; an unknown one is the default."""
    try:
        return kind(given)
    except ValueError:
        return otherwise


async def _search(request: Request) -> str:
    raw = b""
    async for chunk in request.stream():
        raw += chunk
        if len(raw) > _MAX_BODY_BYTES:
            raise HTTPException(413)
    try:
        form = parse_qs(raw.decode("utf-8"), max_num_fields=8)
    except ValueError:
        raise HTTPException(400) from None
    return form.get("q", [""])[0].strip()[:_MAX_SEARCH_CHARS]
