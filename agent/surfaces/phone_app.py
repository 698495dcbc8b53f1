"""What phones get on the local network: one page, a visit for a code, one feedback for a visit. Nothing else.

- The page holds no visit. Its script posts what stood behind `#t=`, and gets a visit of fifteen minutes for it.
- Without a code one still gets to one's receipt: such a visit looks up and deletes, and gives nothing.
- Every address has its own limits, so one phone cannot keep the others out.
"""

import asyncio
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from agent.errors import InputRefusedError, TemporaryError
from agent.surfaces.app import REMOTE_IDLE_S, Pages, Surface, body, refused, wait
from agent.surfaces.entrance import BUSY, Entrance
from agent.surfaces.guard import Guard, PerAddress
from agent.surfaces.visits import Visit, Visits
from agent.surfaces.wishes import GIVES, LOOKS, Asked
from agent.visiting.token import TO_FINISH_S, TokenRefusal, Way

Event = dict[str, Any]

_PAGES_A_MINUTE, _CODES_A_MINUTE, _WISHES_A_MINUTE, _LOOKS_A_MINUTE = 30, 10, 30, 5
WHY: Final = {
    TokenRefusal.USED: "这个码已经用过了，请扫屏幕上的新码。"
    "This code was used already: scan the new one on the screen.",
    TokenRefusal.EXPIRED: "这个码过期了，请扫屏幕上的新码。This code has expired: scan the new one on the screen.",
    TokenRefusal.FOREIGN: "这是另一台设备的码，请扫这台屏幕上的。"
    "This code is another device's: scan the one on this screen.",
    TokenRefusal.ALTERED: "这个码不完整或被改过，请重新扫一次。This code is damaged or was changed: scan it once more.",
    BUSY: "这张贴纸这一小时用得太多了，请扫屏幕上的码，或稍后再来。"
    "This sticker was used too often in this hour: scan the code on the screen, or come back later.",
}
_ONE_EACH: Final = "一个码收一次反馈，请再扫一个新码。One code takes one feedback: scan a new one for another."
_DISK: Final = "这台设备暂时记不下来，请过一会儿再扫。The device cannot write it down just now: scan again in a while."


def phone_app(
    surface: Surface,
    entrance: Entrance,
    *,
    port: int,
    stopping: threading.Event,
    origins: tuple[str, ...],
    monotonic: Callable[[], float] = time.monotonic,
) -> Starlette:
    """The phone pages of one device, as one application.

    Args:
        surface: what they stand on.
        entrance: which codes open a visit.
        port: where they listen.
        stopping: set when the server is closed.
        origins: the address that phones use.
        monotonic: seconds that only grow.
    """
    pages = _PhonePages(surface, entrance, stopping, monotonic)
    return Starlette(
        routes=[
            Route("/", pages.document),
            Route("/static/{name}", pages.part),
            Route("/api/enter", pages.enter, methods=["POST"]),
            Route("/api/state", pages.state, methods=["POST"]),
            Route("/api/talk", pages.talk, methods=["POST"]),
            Route("/api/answer", pages.answer, methods=["POST"]),
            Route("/api/release", pages.release, methods=["POST"]),
            Route("/api/sound", pages.sound, methods=["POST"]),
            Route("/api/end", pages.end, methods=["POST"]),
        ],
        middleware=[Middleware(Guard, port=port, origins=origins, own_screen=False)],
        exception_handlers={HTTPException: refused},
    )


@dataclass(slots=True)
class _Worth:
    """What a scanned code is still good for."""

    until: float
    left: int = 1


class _PhonePages(Pages):
    def __init__(
        self, surface: Surface, entrance: Entrance, stopping: threading.Event, monotonic: Callable[[], float]
    ) -> None:
        changed = {
            "remote": True,
            "scanned": True,
            "anonymous": True,
            "idle_reset_s": REMOTE_IDLE_S,
            "invites": False,
            "phone": None,
        }
        super().__init__(replace(surface, alias=None, facts={**surface.facts, **changed}), stopping)
        self._entrance = entrance
        self._monotonic = monotonic
        self._lookers = Visits(None, monotonic)  # their own: whoever has no code pushes out nobody who has
        self._worth: dict[str, _Worth] = {}
        self._counting = threading.Lock()
        self._per_address = {
            name: PerAddress(count, 60, monotonic)
            for name, count in (
                ("pages", _PAGES_A_MINUTE),
                ("codes", _CODES_A_MINUTE),
                ("wishes", _WISHES_A_MINUTE),
                ("looks", _LOOKS_A_MINUTE),
            )
        }

    async def document(self, request: Request) -> Response:
        """The page, without a visit."""
        self._allow_address("pages", request)
        state = self._surface.state()
        return self._files.document(
            "", {**self._surface.facts, "speech": state["speech"], "lines": state["lines"], "ways": state["ways"]}
        )

    async def enter(self, request: Request) -> Response:
        """A visit for a code, or why it opens nothing; for no code at all a visit that can look up a receipt."""
        self._allow_address("codes", request)
        scanned = (await body(request)).get("code")
        if scanned is None:  # came for a receipt
            return JSONResponse({"token": self._lookers.begin(remote=True).token})
        try:
            way = await asyncio.to_thread(self._entrance.enter, str(scanned)[:200])
        except TemporaryError:
            return self._turned_away("disk", _DISK)
        if not isinstance(way, Way):
            return self._turned_away(str(way), WHY[way])
        visit = self._visits.begin(remote=True, entry=way.value)
        now = self._monotonic()
        self._worth = {token: worth for token, worth in self._worth.items() if worth.until > now}
        self._worth[visit.token] = _Worth(now + TO_FINISH_S)
        return JSONResponse({"token": visit.token, "entry": way.value})

    async def end(self, request: Request) -> Response:
        """The person left. Who has not given anything yet may come back to it; who has needs a new code."""
        visit = self._visit(request)
        self._hang_up(visit)
        worth = self._worth.get(visit.token)
        if worth is None or worth.left == 0:
            self._worth.pop(visit.token, None)
            self._visits.end(visit)
            self._lookers.end(visit)
            return JSONResponse({"token": ""})
        visit.secret = None
        visit.codes.clear()
        return JSONResponse({"token": visit.token})

    @staticmethod
    def _turned_away(reason: str, why: str) -> Response:
        return JSONResponse({"refused": reason, "message": why}, status_code=403)

    def _visit(self, request: Request) -> Visit:
        token = request.headers.get("x-tingche-page", "")
        worth = self._worth.get(token)
        if worth is None:
            visit = self._lookers.find(token)
        else:
            visit = self._visits.find(token) if self._monotonic() < worth.until else None
        if visit is None:
            raise HTTPException(403, "page")
        return visit

    def _begin(self, visit: Visit, said: Event, wish: Asked) -> tuple[Asked, Callable[[], None]]:
        """One feedback for a code, however many are begun side by side."""
        if said.get("do") not in GIVES:
            return wish, lambda: None
        worth = self._worth.get(visit.token)
        with self._counting:
            if worth is None or worth.left == 0:
                raise InputRefusedError(_ONE_EACH)
            worth.left -= 1
        recorded: list[bool] = []

        def recorded_too(event: Event) -> None:
            if event.get("event") == "recorded":
                recorded.append(True)

        def over() -> None:
            with self._counting:
                worth.left += not recorded

        return replace(wish, told=recorded_too), over

    def _allow_wish(self, request: Request, said: Event) -> None:
        self._allow_address("wishes", request)
        if said.get("do") in LOOKS:
            self._allow_address("looks", request)

    def _allow_address(self, what: str, request: Request) -> None:
        wait(self._per_address[what].take("" if request.client is None else request.client.host))
