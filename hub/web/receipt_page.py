"""The page for whoever holds a receipt: no account, no cookie, phone first.

    code TC-XXXX-XXXX    where it stands, and nothing else
    secret               see, export, take the contact back, erase

- The secret comes after the `#` of a QR code, which no browser sends, or is typed. It travels in the body of a POST
  only, so it is in no address and no log; each page that needs it again carries it in its own forms.
- Nothing here needs a script. One takes the secret from behind the `#` to save the typing.
- Rate-limited by address and over all, whether or not something is found: codes have 40 bits, and are told about.
"""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qs

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pydantic_core import to_json
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from agent.contract.identifiers import ReceiptSecret, parse_receipt
from hub.adapters.database.receipt_desk import Left, ReceiptDesk
from hub.errors import HubError
from hub.fleet.broker_address import is_loopback
from hub.tickets.ticket import Status
from hub.web.moments import moment_words
from hub.web.pages import SafeHeaders
from hub.web.rate_limit import RateLimit
from hub.web.vehicle_words import reading_words
from hub.web.view import Piece, pieces
from hub.web.wording import words_for

PATH: Final = "/r"
"""Where it is served. A proxy that lets the public in needs to let in this alone."""
AT_ONCE, PER_MINUTE, TOGETHER_PER_MINUTE = 20, 10.0, 600.0

_HERE = Path(__file__).parent / "receipt"
_MAX_BODY_BYTES = 1024
_ZH, _EN = words_for("zh-CN"), words_for("en")
_STATUS: Final = {
    Status.NEW: ("已记录，等待处理", "Received, waiting"),
    Status.ACCEPTED: ("已受理", "Accepted"),
    Status.IN_PROGRESS: ("正在处理", "In progress"),
    Status.WAITING: ("正在处理，等待其他方面", "In progress, waiting for others"),
    Status.CLOSED: ("已办结", "Closed"),
    Status.REOPENED: ("已重新处理", "Reopened"),
    Status.EXPIRED: ("保存期已满，内容已删除", "Kept as long as it was needed, then deleted"),
    Status.FROZEN: ("您已要求删除，依法冻结", "You asked for deletion; frozen by law"),
    Status.ERASED: ("已删除", "Deleted"),
}
_PURPOSES: Final = {
    "improve_service": ("改进服务", "improving the service"),
    "call_back": ("联系您", "calling you back"),
    "keep_voice_for_review": ("保留录音供核对", "keeping the voice for review"),
    "attach_vehicle_state": ("附上车辆状态", "attaching the vehicle's state"),
    "co_create": ("参与共创", "co-creation"),
}

Words = tuple[str, str]
"""(Chinese, English)."""


@dataclass(frozen=True, slots=True)
class LeftView:
    """One feedback, ready for the template."""

    ticket_no: str
    status: Words
    at: Words
    place: str
    said: tuple[Piece, ...]
    rating: Words | None
    answers: tuple[tuple[str, str], ...]
    vehicle: tuple[str, ...]
    """The state of the car beside it, a phrase for each signal."""
    has_contact: bool
    purposes: tuple[Words, ...]
    openings: tuple[tuple[Words, str], ...]
    """(when, the reason that was given)."""
    answer: tuple[Words, str] | None
    """(when, what the desk said)."""
    held: tuple[Words, str, str] | None
    """(until, ground, reason)."""


def receipt_app(desk: ReceiptDesk, clock: Callable[[], datetime]) -> Starlette:
    """The page as one application, to be mounted at `PATH`.

    Args:
        desk: what a receipt opens; called from worker threads.
        clock: the hub's time, with its zone.
    """
    page = _ReceiptPage(desk, clock)
    return Starlette(
        routes=[
            Route("/", page.find, methods=["GET"]),
            Route("/", page.show, methods=["POST"]),
            Route("/export", page.export, methods=["POST"]),
            Route("/withdraw", page.withdraw, methods=["POST"]),
            Route("/erase", page.erase, methods=["POST"]),
            Mount("/static", StaticFiles(directory=_HERE / "static"), name="static"),
        ],
        middleware=[Middleware(SafeHeaders)],
        exception_handlers={HTTPException: page.refused, HubError: page.failed, 500: page.failed},
    )


class _ReceiptPage:
    """The pages over one desk."""

    def __init__(self, desk: ReceiptDesk, clock: Callable[[], datetime]) -> None:
        self._desk = desk
        self._clock = clock
        self._limit = RateLimit(at_once=AT_ONCE, per_minute=PER_MINUTE, together_per_minute=TOGETHER_PER_MINUTE)
        self._templates = Environment(
            loader=FileSystemLoader(_HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def find(self, request: Request) -> Response:
        """The empty page."""
        return self._page(request, "find.html", trouble=None)

    async def show(self, request: Request) -> Response:
        """What a code or a secret opens."""
        form = await self._form(request)
        return await run_in_threadpool(self._show, request, form.get("who", ""))

    async def export(self, request: Request) -> Response:
        """Everything that is held, as a file."""
        secret = _secret(await self._form(request))
        exported = await run_in_threadpool(self._desk.export, secret)
        if exported is None:
            return self._nothing(request)
        name = f"tingche-{secret.code}.json"
        content = json.dumps(json.loads(to_json(exported)), ensure_ascii=False, indent=1)
        headers = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-store"}
        return Response(content, media_type="application/json", headers=headers)

    async def withdraw(self, request: Request) -> Response:
        """Take the contact back."""
        secret = _secret(await self._form(request))
        gone = await run_in_threadpool(self._desk.withdraw_contact, secret, self._clock())
        return self._nothing(request) if gone is None else self._page(request, "withdrawn.html", secret=secret)

    async def erase(self, request: Request) -> Response:
        """Ask once what goes, then delete it."""
        form = await self._form(request)
        secret = _secret(form)
        left = await run_in_threadpool(self._desk.left, secret)
        if left is None:
            return self._nothing(request)
        if form.get("sure") != "yes":
            return self._page(request, "sure.html", secret=secret, left=[self._view(one) for one in left])
        erased = await run_in_threadpool(self._desk.erase, secret, self._clock())
        if erased is None:
            return self._nothing(request)
        frozen = [replace(one, status=Status.FROZEN) for one in left if one.held_until is not None]
        return self._page(request, "erased.html", erased=erased, frozen=[self._view(one) for one in frozen])

    def refused(self, request: Request, error: Exception) -> Response:
        """Asked too often, or for what is not there."""
        status = error.status_code if isinstance(error, HTTPException) else 400
        headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
        trouble = "busy" if status == 429 else "unknown"  # noqa: PLR2004 - HTTP's own number
        return self._page(request, "find.html", trouble=trouble, status_code=status, headers=headers)

    def failed(self, request: Request, _error: Exception) -> Response:
        """The database cannot be read now. Says nothing of the cause."""
        return self._page(request, "find.html", trouble="failed", status_code=503)

    # ---- inside ----

    def _show(self, request: Request, who: str) -> Response:
        receipt = parse_receipt(who)
        if receipt is None:
            return self._page(request, "find.html", trouble="shape", status_code=400)
        if isinstance(receipt, ReceiptSecret):
            left = self._desk.left(receipt)
            if left is None:
                return self._nothing(request)
            return self._page(request, "left.html", secret=receipt, left=[self._view(one) for one in left])
        found = self._desk.status(receipt)
        if found is None:
            return self._nothing(request)
        status, at = found
        return self._page(request, "status.html", code=receipt, status=_STATUS[status], at=self._moment(at))

    def _nothing(self, request: Request) -> Response:
        return self._page(request, "find.html", trouble="nothing", status_code=404)

    def _view(self, left: Left) -> LeftView:
        held = None
        if left.held_until is not None:
            held = (self._moment(left.held_until), left.held_ground, left.held_reason)
        return LeftView(
            left.ticket_no,
            _STATUS[left.status],
            self._moment(left.received_at),
            left.place,
            pieces(left.text or "", left.spans, _ZH),
            None if left.rating is None else (_ZH(f"rating.{left.rating}"), _EN(f"rating.{left.rating}")),
            left.answers,
            tuple(" ".join(reading_words(one, _ZH)) for one in left.vehicle),
            left.has_contact,
            tuple(_PURPOSES.get(purpose, (purpose, purpose)) for purpose in left.purposes),
            tuple((self._moment(look.at), look.reason) for look in left.openings),
            (self._moment(left.answered_at), left.answer) if left.answered_at and left.answer else None,
            held,
        )

    def _moment(self, at: datetime) -> Words:
        now = self._clock()
        return moment_words(at, now, _ZH), moment_words(at, now, _EN)

    def _page(
        self,
        request: Request,
        template: str,
        *,
        status_code: int = 200,
        headers: dict[str, str] | None = None,
        **values: Any,
    ) -> Response:
        root = request.scope.get("root_path", "").rstrip("/")
        page = self._templates.get_template(template).render(root=root, **values)
        return HTMLResponse(page, status_code, {"cache-control": "no-store", **(headers or {})})

    async def _form(self, request: Request) -> dict[str, str]:
        """The fields of a form, once the limit lets it pass."""
        wait_s = self._limit.wait_s(address_of(request), time.monotonic())
        if wait_s:
            raise HTTPException(429, headers={"retry-after": str(int(wait_s) + 1)})
        raw = b""
        async for chunk in request.stream():
            raw += chunk
            if len(raw) > _MAX_BODY_BYTES:
                raise HTTPException(413)
        try:
            form = parse_qs(raw.decode("utf-8"), max_num_fields=8)
        except ValueError:
            raise HTTPException(400) from None
        return {name: values[0] for name, values in form.items()}


def _secret(form: dict[str, str]) -> ReceiptSecret:
    receipt = parse_receipt(form.get("secret", ""))
    if not isinstance(receipt, ReceiptSecret):
        raise HTTPException(400)
    return receipt


def address_of(request: Request) -> str:
    """Who asks; behind a proxy on this machine, whom that proxy says it had."""
    peer = request.client.host if request.client else ""
    told = request.headers.get("x-forwarded-for", "").rpartition(",")[2].strip()
    return told if told and is_loopback(peer) else peer
