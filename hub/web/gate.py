"""The door of the staff pages: every route declares what it needs, and nothing passes without it.

- A session is a random token in a cookie (HttpOnly, SameSite=Strict, Secure and `__Host-` over https); the database
  keeps its hash.
- Every POST has to come from this hub's own pages: by its Origin, and signed in also by the session's form token.
- A look for news by itself keeps no session alive; only a person does.
"""

import inspect
import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import parse_qs, quote

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp

from hub.adapters.database.people_store import PeopleStore
from hub.people.access import SESSION_LIMIT, form_token, token_key
from hub.people.roles import Permission
from hub.web.frame import Frame, Visitor, no_store

MAX_BODY_BYTES: Final = 64 * 1024
"""A corrected text of 4,000 characters, percent-encoded, and room."""


@dataclass(frozen=True, slots=True)
class FormSize:
    """The largest form that a page sends."""

    fields: int = 16
    body_bytes: int = MAX_BODY_BYTES


_USUAL_FORM: Final = FormSize()

_TOKEN_BYTES = 32
_READS = {"GET", "HEAD"}

Endpoint = Callable[[Request], Response | Awaitable[Response]]


class DeclaredRoute(Route):
    """A route that says which permission it needs."""

    def __init__(self, path: str, endpoint: Any, permission: Permission, methods: Sequence[str] = ("GET",)) -> None:
        super().__init__(path, endpoint, methods=list(methods))
        self.permission = permission


class DeclaredMount(Mount):
    """A whole application that says which permission it needs."""

    def __init__(self, path: str, app: ASGIApp, permission: Permission, name: str | None = None) -> None:
        super().__init__(path, app, name=name)
        self.permission = permission


class Gate:
    """Lets people in, and only to what their roles allow."""

    def __init__(self, people: PeopleStore, frame: Frame, page_url: str | None = None) -> None:
        """Prepare.

        Args:
            people: who may, and who is signed in.
            frame: the hub's time, and pages that say why not.
            page_url: the pages' https address, where a TLS proxy stands before them; None on plain loopback.
        """
        self._people = people
        self._frame = frame
        self._page_url = page_url
        self._cookie = "__Host-tingche_session" if page_url else "tingche_session"

    def route(
        self,
        path: str,
        endpoint: Endpoint,
        permission: Permission,
        methods: Sequence[str] = ("GET",),
        *,
        by_itself: bool = False,
        form: FormSize = _USUAL_FORM,
    ) -> DeclaredRoute:
        """A guarded route.

        Args:
            path: as for Starlette.
            endpoint: called only when the visitor may; one that blocks is a plain function.
            permission: what it needs.
            methods: GET brings HEAD with it.
            by_itself: the page's script calls it without a person; it keeps no session alive.
            form: the largest that is read.
        """

        async def guarded(request: Request) -> Response:
            refusal = await self._refusal(request, permission, form, by_itself=by_itself)
            if refusal is not None:
                return no_store(refusal)
            if inspect.iscoroutinefunction(endpoint):
                answer: Response = await endpoint(request)
                return answer
            return await run_in_threadpool(endpoint, request)  # type: ignore[arg-type] # it is not async

        return DeclaredRoute(path, guarded, permission, methods)

    def origin(self, request: Request) -> str:
        """The pages' own origin, as this browser sees it."""
        return self._page_url or f"http://{request.headers.get('host', '')}"

    def address(self, request: Request) -> str:
        """Who asks, for counting wrong tries: behind the proxy of `page_url`, the address that it tells."""
        if self._page_url:
            told = request.headers.get("x-forwarded-for", "").rpartition(",")[2].strip()
            if told:
                return told
        return request.client.host if request.client else "unknown"

    def fresh_token(self) -> tuple[str, str]:
        """A token for a new session, and what the database keeps of it."""
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        return token, token_key(token)

    def let_in(self, response: Response, token: str) -> Response:
        """Give the browser its session."""
        response.set_cookie(
            self._cookie,
            token,
            max_age=int(SESSION_LIMIT.total_seconds()),
            httponly=True,
            samesite="strict",
            secure=self._page_url is not None,
        )
        return no_store(response)

    def let_out(self, response: Response) -> Response:
        """Take it back."""
        response.delete_cookie(self._cookie, httponly=True, samesite="strict", secure=self._page_url is not None)
        response.headers["clear-site-data"] = '"cache"'
        return no_store(response)

    async def _refusal(
        self, request: Request, permission: Permission, form: FormSize, *, by_itself: bool
    ) -> Response | None:
        """Why not, as an answer; None when it may pass. Puts the visitor and the form into the request's state."""
        touched = not by_itself or request.headers.get("x-touched") == "1"
        visitor = await run_in_threadpool(self._visitor, request, touched=touched)
        request.state.visitor = visitor
        request.state.form = {}
        if request.method not in _READS:
            if request.headers.get("origin") != self.origin(request):
                return self._frame.notice(request, "foreign", 403)
            if request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
                request.state.form = await _form(request, form)
        if permission is Permission.PUBLIC:
            return None
        if visitor is None:
            return self._sign_in_first(request, by_itself=by_itself)
        if permission not in visitor.session.person.may:
            return self._frame.notice(request, "forbidden", 403)
        if request.method not in _READS:
            given = request.headers.get("x-form-token") or request.state.form.get("form_token", "")
            if not secrets.compare_digest(given.encode(), visitor.form_token.encode()):
                return self._frame.notice(request, "foreign", 403)
        return None

    def _visitor(self, request: Request, *, touched: bool) -> Visitor | None:
        token = request.cookies.get(self._cookie)
        if not token:
            return None
        session = self._people.session(token_key(token), self._frame.clock(), touched=touched)
        return Visitor(session, form_token(token)) if session else None

    def _sign_in_first(self, request: Request, *, by_itself: bool) -> Response:
        if by_itself or request.method not in _READS or request.url.path.endswith(".json"):
            return JSONResponse({"error": "sign_in", "remedy": "Sign in at /sign-in first."}, 401)
        root = request.scope.get("root_path", "").rstrip("/")
        wanted = request.url.path.removeprefix(root)
        asked = f"?next={quote(wanted)}" if wanted != "/" else ""
        return RedirectResponse(f"{root}/sign-in{asked}", 303)


async def read_body(request: Request, most: int = MAX_BODY_BYTES) -> bytes:
    """The body.

    Raises:
        HTTPException: 413, it is longer than so many bytes.
    """
    raw = bytearray()
    async for chunk in request.stream():
        raw += chunk
        if len(raw) > most:
            raise HTTPException(413)
    return bytes(raw)


async def _form(request: Request, size: FormSize) -> dict[str, str]:
    try:
        fields = parse_qs((await read_body(request, size.body_bytes)).decode("utf-8"), max_num_fields=size.fields)
    except ValueError:
        raise HTTPException(400) from None
    return {name: values[0] for name, values in fields.items()}
