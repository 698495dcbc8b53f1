"""Who may talk to the pages, how often, and what a browser may do with them.

- Host: only the addresses that the pages are served under (a name that another site points here is refused).
- Origin and page token on everything that asks: another site's page has neither.
- Headers: no script, style, picture or connection but our own; no frame; nothing kept by caches.
"""

from collections import OrderedDict, deque
from collections.abc import Callable, Iterable
from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS: Final = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "media-src blob:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    ),
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}
LOOPBACK_NAMES: Final = ("127.0.0.1", "localhost", "[::1]")


class Guard:
    """Refuses foreign hosts and origins, and adds the same protective headers to every answer.

    Args:
        app: what is guarded.
        port: where the pages listen.
        origins: further addresses of the pages, behind a proxy on this device, such as https://kiosk.example.
        own_screen: whether the device's own screen shows them under an address of loopback.
    """

    def __init__(self, app: ASGIApp, *, port: int, origins: Iterable[str] = (), own_screen: bool = True) -> None:
        self._app = app
        self._origins = {f"http://{name}:{port}" for name in LOOPBACK_NAMES} | {o.rstrip("/").lower() for o in origins}
        self._own = {f"{name}:{port}" for name in LOOPBACK_NAMES} if own_screen else set()
        self._hosts = {urlsplit(origin).netloc for origin in self._origins}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve it, or refuse it."""
        if scope["type"] != "http":
            return

        headers = Headers(scope=scope)
        asked_host = headers.get("host", "").lower()

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                if asked_host not in self._own:  # a phone listens with its own microphone, after consent
                    headers["permissions-policy"] = HEADERS["permissions-policy"].replace(
                        "microphone=()", "microphone=(self)"
                    )
                headers.setdefault("cache-control", "no-store")
            await send(message)

        asks = scope["method"] not in {"GET", "HEAD"}
        if asked_host not in self._hosts:
            refused = PlainTextResponse("这里不是这个地址。These pages are not served under that name.", 421)
            await refused(scope, receive, send_safely)
        elif asks and headers.get("origin", "").lower() not in self._origins:
            await PlainTextResponse("只接受本页的请求。Only these pages may ask.", 403)(scope, receive, send_safely)
        else:
            await self._app(scope, receive, send_safely)


class Allowance:
    """At most so many in so long.

    Args:
        count: how many.
        within_s: in how many seconds.
        monotonic: seconds that only grow.
    """

    def __init__(self, count: int, within_s: float, monotonic: Callable[[], float]) -> None:
        self._count = count
        self._within_s = within_s
        self._monotonic = monotonic
        self._taken: deque[float] = deque()

    def take(self) -> float:
        """0 when one more is allowed; otherwise after how many seconds to try again."""
        now = self._monotonic()
        while self._taken and now - self._taken[0] >= self._within_s:
            self._taken.popleft()
        if len(self._taken) >= self._count:
            return self._within_s - (now - self._taken[0])
        self._taken.append(now)
        return 0.0


class PerAddress:
    """An `Allowance` for each address, of the addresses that asked last.

    Args:
        count: how many.
        within_s: in how many seconds.
        monotonic: seconds that only grow.
        most: addresses that are remembered. Whoever has more of them than that on a local network has other means.
    """

    def __init__(self, count: int, within_s: float, monotonic: Callable[[], float], most: int = 1024) -> None:
        self._limits = count, within_s, monotonic
        self._of: OrderedDict[str, Allowance] = OrderedDict()
        self._most = most

    def take(self, address: str) -> float:
        """As `Allowance.take`, for one address."""
        allowance = self._of.setdefault(address, Allowance(*self._limits))
        self._of.move_to_end(address)
        if len(self._of) > self._most:
            self._of.popitem(last=False)
        return allowance.take()
