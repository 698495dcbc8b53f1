"""The pages as one Starlette application: the document, its parts, and the one conversation behind them.

A request and its events are one HTTP exchange: the page posts its wish and reads server-sent events from the answer, as
a client of the control socket does with lines. Answers to questions and "let go" are posts of their own. Not a
WebSocket: a post carries the page's token in a header and is guarded like any other, and no further library is needed.
"""

import asyncio
import contextlib
import json
import logging
import threading
import time
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from agent.contract.remote_profile import WAYS
from agent.errors import AgentError, TechnicianNeededError, TemporaryError
from agent.requests import Conversation
from agent.surfaces.cabin import CabinSignal
from agent.surfaces.conversation import A_DRIVE_S, ANSWER_WITHIN_S, PageConversation
from agent.surfaces.files import PageFiles
from agent.surfaces.guard import Allowance, Guard
from agent.surfaces.qr import receipt_qr
from agent.surfaces.visits import Visit, Visits
from agent.surfaces.wishes import LOOKS, SPEAKS, Asked, answered, asked

if TYPE_CHECKING:  # it brings numpy and soxr, which only a page that listens needs
    from agent.adapters.pcm_pipe import PushedSound

Event = dict[str, Any]

_log = logging.getLogger(__name__)
_MAX_BODY_BYTES: Final = 16_384
_MAX_SOUND_BYTES: Final = 384_000
"""Two seconds of the highest rate there is."""
_MOST_AT_ONCE: Final = 8
_WISHES_A_MINUTE, _LOOKS_A_MINUTE, _PAGES_A_MINUTE = 60, 10, 60
_PUTS_AWAY_S: Final = 1.5
"""How long a talk that was just hung up may still hold the microphone: the next one waits for it."""
_STATE_EVERY_S: Final = 3.0
_TICK_S: Final = 0.5
_OWN_SCREEN: Final = ("127.0.0.1", "localhost", "::1")
REMOTE_IDLE_S: Final = 300


@dataclass(frozen=True, slots=True)
class Surface:
    """What the pages stand on."""

    facts: Event
    """What a page has to know of the device: kind, place, languages, texts. No names, no words of people."""
    languages: tuple[str, ...]
    alias: str | None
    """The driver profile of a page on this device; None where visits are anonymous."""
    receipt_url: str
    serve: Callable[[Event, Conversation], None]
    """Serves one request; blocks until it is over."""
    state: Callable[[], Event]
    """Link, queue and speech at this moment."""
    cabin: CabinSignal
    seen: Callable[[int], object] = int
    """Told the number of a question that a page shows."""
    invitation: Callable[[], Event] | None = None
    """What the screen shows for phones to scan; None where there is nothing to scan."""
    scans: Callable[[], int] = int
    """How many visits codes have opened: another number, another code on the screen."""


def surface_app(surface: Surface, *, port: int, stopping: threading.Event, origins: tuple[str, ...] = ()) -> Starlette:
    """The pages of one device.

    Args:
        surface: what they stand on.
        port: where they listen on loopback.
        stopping: set when the server is closed: what is still being told ends.
        origins: further addresses, behind a proxy on this device.
    """
    pages = Pages(surface, stopping)
    return Starlette(
        routes=[
            Route("/", pages.document),
            Route("/static/{name}", pages.part),
            Route("/api/state", pages.state, methods=["POST"]),
            Route("/api/talk", pages.talk, methods=["POST"]),
            Route("/api/answer", pages.answer, methods=["POST"]),
            Route("/api/seen", pages.seen, methods=["POST"]),
            Route("/api/release", pages.release, methods=["POST"]),
            Route("/api/sound", pages.sound, methods=["POST"]),
            Route("/api/end", pages.end, methods=["POST"]),
            Route("/api/invitation", pages.invitation, methods=["POST"]),
        ],
        middleware=[Middleware(Guard, port=port, origins=origins)],
        exception_handlers={HTTPException: refused},
    )


class Pages:
    """What the addresses of the pages do.

    Args:
        surface: what they stand on.
        stopping: set when the server is closed.
    """

    def __init__(self, surface: Surface, stopping: threading.Event) -> None:
        self._surface = surface
        self._stopping = stopping
        self._files = PageFiles()
        self._visits = Visits(surface.alias, time.monotonic)
        self._talks: dict[str, tuple[Visit, PageConversation]] = {}
        self._speaking = threading.Lock()
        self._wishes = Allowance(_WISHES_A_MINUTE, 60, time.monotonic)
        self._looks = Allowance(_LOOKS_A_MINUTE, 60, time.monotonic)
        self._documents = Allowance(_PAGES_A_MINUTE, 60, time.monotonic)

    async def document(self, request: Request) -> Response:
        """The page itself, with the token of a new visit in it."""
        self._allow(self._documents)
        remote = request.url.hostname not in _OWN_SCREEN
        visit = self._visits.begin(remote=remote, entry=None if remote else "face")
        state = self._surface.state()
        facts = {**self._surface.facts, "lines": state.get("lines", []), "ways": state.get("ways", WAYS)}
        if visit.remote:
            facts = {
                **facts,
                "remote": True,
                "anonymous": True,
                "idle_reset_s": facts["idle_reset_s"] or REMOTE_IDLE_S,
                "invites": False,
            }
        return self._files.document(visit.token, facts)

    async def part(self, request: Request) -> Response:
        """A stylesheet, a script or a picture."""
        return self._files.part(request.path_params["name"], request.headers)

    async def state(self, request: Request) -> Response:
        """Link, queue, speech and car, at once and whenever they change."""
        return _EventStream(self._states(self._visit(request)))

    async def talk(self, request: Request) -> Response:
        """One wish, and the events that answer it."""
        visit = self._visit(request)
        said = await body(request)
        self._allow_wish(request, said)
        if len(self._talks) >= _MOST_AT_ONCE:
            raise HTTPException(429, "5")
        speaks = said.get("do") in SPEAKS
        ears = _ears(said) if speaks and visit.remote else None
        try:
            wish = asked(said, visit, self._surface.languages)
            wish, over = self._begin(visit, said, wish)
        except AgentError as error:
            return _EventStream(_these(_trouble(error)))
        patience_s = ANSWER_WITHIN_S if visit.remote else A_DRIVE_S
        talk = PageConversation(asyncio.get_running_loop(), self._with_qr(wish), answer_within_s=patience_s)
        self._talks[talk.id] = (visit, talk)
        talk.sound = ears
        served = wish.request if ears is None else {**wish.request, "ears": ears}
        threading.Thread(target=self._serve, args=(served, talk, speaks, over), name="page", daemon=True).start()
        return _EventStream(self._events(talk))

    async def answer(self, request: Request) -> Response:
        """What the person answered."""
        visit, said = self._visit(request), await body(request)
        taken = self._talk(visit, said).answer(answered(said.get("answer")))
        return JSONResponse({"taken": taken})

    async def seen(self, request: Request) -> Response:
        """The question of this number is in front of a person, on the device's own screen."""
        visit, said = self._visit(request), await body(request)
        number = said.get("question")
        if visit.remote or not isinstance(number, int):
            raise HTTPException(404, "question")
        await asyncio.to_thread(self._surface.seen, number)
        return JSONResponse({})

    async def release(self, request: Request) -> Response:
        """The person let go of the button."""
        visit, said = self._visit(request), await body(request)
        self._talk(visit, said).release()
        return JSONResponse({})

    async def sound(self, request: Request) -> Response:
        """A moment of sound from the page's own microphone."""
        visit = self._visit(request)
        talk = self._talk(visit, {"talk": request.headers.get("x-tingche-talk")})
        if talk.sound is None:
            raise HTTPException(404, "talk")
        talk.sound.push(await _bytes(request, _MAX_SOUND_BYTES))
        return JSONResponse({})

    async def end(self, request: Request) -> Response:
        """The person left: this visit is over, and the page goes on with a new one."""
        visit = self._visit(request)
        self._hang_up(visit)
        self._visits.end(visit)
        return JSONResponse({"token": self._visits.begin(remote=visit.remote, entry=visit.entry).token})

    async def invitation(self, request: Request) -> Response:
        """What to scan with a phone, for the device's own screen."""
        self._visit(request)
        if self._surface.invitation is None or request.url.hostname not in _OWN_SCREEN:
            raise HTTPException(404, "invitation")
        return JSONResponse(self._surface.invitation())

    # ---- the parts of it ----

    def _begin(self, _visit: Visit, _said: Event, wish: Asked) -> tuple[Asked, Callable[[], None]]:
        """Just before a wish is served: the wish, and what is called when it is over.

        Raises:
            InputRefusedError: this visit may not.
        """
        return wish, lambda: None

    def _allow_wish(self, _request: Request, said: Event) -> None:
        self._allow(self._wishes)
        if said.get("do") in LOOKS:
            self._allow(self._looks)

    def _visit(self, request: Request) -> Visit:
        visit = self._visits.find(request.headers.get("x-tingche-page", ""))
        if visit is None:
            raise HTTPException(403, "page")
        return visit

    def _hang_up(self, visit: Visit) -> None:
        for owner, talk in tuple(self._talks.values()):
            if owner is visit:
                talk.hang_up()

    def _talk(self, visit: Visit, said: Event) -> PageConversation:
        owner, talk = self._talks.get(str(said.get("talk")), (None, None))
        if talk is None or owner is not visit:
            raise HTTPException(404, "talk")
        return talk

    @staticmethod
    def _allow(allowance: Allowance) -> None:
        wait(allowance.take())

    def _with_qr(self, wish: Asked) -> Callable[[Event], Event | None]:
        """What the page sees; a receipt comes with its QR code."""

        def shown(event: Event) -> Event | None:
            wish.told(event)
            if event.get("event") == "recorded":
                qr = receipt_qr(event["receipt_code"], event["receipt_secret"], self._surface.receipt_url)
                return {**event, "qr": qr}
            return wish.shown(event)

        return shown

    def _serve(self, request: Event, talk: PageConversation, speaks: bool, over: Callable[[], None]) -> None:
        """On a thread of its own: the request, to its end."""
        if speaks and not self._speaking.acquire(timeout=_PUTS_AWAY_S):
            over()
            talk.finish({"event": "error", "kind": "busy", "message": ""})
            return
        try:
            self._surface.serve(request, talk)
        except AgentError as error:
            talk.finish(_trouble(error))
        except Exception as error:  # noqa: BLE001 - the agent outlives a bug in one request; only its kind is told
            _log.error("a page's request failed: %s", type(error).__name__)  # no traceback: it could hold words
            talk.finish({"event": "error", "kind": "bug", "message": type(error).__name__})
        else:
            talk.finish({"event": "done"})
        finally:
            over()
            if speaks:
                self._speaking.release()

    async def _events(self, talk: PageConversation) -> AsyncGenerator[Event, None]:
        try:
            yield {"event": "talk", "id": talk.id}
            async for event in talk.events(self._stopping):
                yield event
        finally:  # over, or the page went away in the middle of it
            talk.hang_up()
            self._talks.pop(talk.id, None)

    async def _states(self, visit: Visit) -> AsyncGenerator[Event, None]:
        loop, changed, before, looked_at = asyncio.get_running_loop(), asyncio.Event(), None, -_STATE_EVERY_S
        deaf = self._surface.cabin.listen(lambda: loop.call_soon_threadsafe(changed.set))
        try:
            while not self._stopping.is_set():
                if changed.is_set() or time.monotonic() - looked_at >= _STATE_EVERY_S:
                    changed.clear()
                    now, looked_at = self._state(visit), time.monotonic()
                    if now != before:
                        yield now
                    before = now
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(changed.wait(), _TICK_S)
        finally:
            deaf()

    def _state(self, visit: Visit) -> Event:
        cabin = self._surface.cabin.now
        of_the_driver: Event = {} if visit.alias is not None else {"news": []}
        return {
            "event": "state",
            "moving": cabin.moving,
            "night": cabin.night,
            "talk_key": {"presses": cabin.presses, "held": cabin.held},
            "scans": self._surface.scans(),
            **self._surface.state(),
            **of_the_driver,
        }


def _trouble(error: AgentError) -> Event:
    kind = "refused"
    if isinstance(error, TemporaryError):
        kind = "temporary"
    elif isinstance(error, TechnicianNeededError):
        kind = "technician"
    return {"event": "error", "kind": kind, "message": str(error)}


async def _these(*events: Event) -> AsyncGenerator[Event, None]:
    for event in events:
        yield event


def wait(seconds: float) -> None:
    """Asked too often: come back after so many seconds; 0 is not too often.

    Raises:
        HTTPException: with how long.
    """
    if seconds:
        raise HTTPException(429, str(int(seconds) + 1))


def _ears(said: Event) -> "PushedSound":
    from agent.adapters.pcm_pipe import PushedSound

    rate = said.get("rate_hz")
    try:
        return PushedSound(rate_hz=rate if isinstance(rate, int) else 0)
    except AgentError:
        raise HTTPException(400, "rate") from None


async def _bytes(request: Request, longest: int) -> bytes:
    raw = b""
    async for chunk in request.stream():
        raw += chunk
        if len(raw) > longest:
            raise HTTPException(413, "body")
    return raw


async def body(request: Request) -> Event:
    """The JSON object that a page posted.

    Raises:
        HTTPException: too long, or none.
    """
    raw = await _bytes(request, _MAX_BODY_BYTES)
    try:
        said = json.loads(raw)
    except ValueError:
        said = None
    if not isinstance(said, dict):
        raise HTTPException(400, "body")
    return said


class _EventStream(Response):
    """Events as they come, until they are over or the page went away.

    Starlette's own brings anyio's event loop: 5 MB more, for the same.
    """

    def __init__(self, events: AsyncGenerator[Event, None]) -> None:
        super().__init__(media_type="text/event-stream")
        del self.headers["content-length"]
        self._events = events

    async def __call__(self, _scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        tasks = [asyncio.ensure_future(self._tell(send)), asyncio.ensure_future(_gone(receive))]
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await self._events.aclose()

    async def _tell(self, send: Send) -> None:
        async for event in self._events:
            line = f"data: {json.dumps(event, ensure_ascii=False)}\n\n".encode()
            await send({"type": "http.response.body", "body": line, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def refused(_request: Request, error: Exception) -> Response:
    """The page's script puts it into words."""
    status, reason = (error.status_code, error.detail) if isinstance(error, HTTPException) else (400, "")
    return JSONResponse({"refused": reason}, status_code=status)
