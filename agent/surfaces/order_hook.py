"""`POST /hooks/work-order`: a repair shop's system says that an order was closed, signed as Standard Webhooks do.

    webhook-id, webhook-timestamp (seconds since 1970), webhook-signature: v1,base64(HMAC-SHA256(id.timestamp.body))

Served on loopback beside the pages, before their guard: it is no page's business, and a browser is sent away. Until the
signature is right, an answer says which part of the request does not fit and nothing else. A message that is sent again
is harmless: each order is taken once.
"""

import asyncio
import base64
import binascii
import hmac
import time
from collections.abc import Callable, Mapping
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from agent.errors import InputRefusedError, TechnicianNeededError, TemporaryError
from agent.surfaces.guard import LOOPBACK_NAMES, Allowance

PATH: Final = "/hooks/work-order"
WINDOW_S: Final = 300
"""How far the sender's clock may be from this device's (https://www.standardwebhooks.com: five minutes)."""
LONGEST_BODY: Final = 64 * 1024
A_MINUTE: Final = 60
_PREFIX: Final = "whsec_"
_SHORTEST_KEY: Final = 24
_HEADERS: Final = ("webhook-id", "webhook-timestamp", "webhook-signature")
_LONGEST_HEADER: Final = 500

Taken = list[dict[str, Any]]
"""For each order what became of it, and its code."""


def read_key(secret: str, place: str) -> bytes:
    """The key of a secret as Standard Webhooks write it.

    Raises:
        TechnicianNeededError: not in that form, or too short.
    """
    try:
        key = base64.b64decode(secret.removeprefix(_PREFIX), validate=True) if secret.startswith(_PREFIX) else b""
    except binascii.Error:
        key = b""
    if len(key) < _SHORTEST_KEY:
        raise TechnicianNeededError(
            f"{place} holds no webhook secret: `{_PREFIX}` and base64 of at least {_SHORTEST_KEY} random bytes. "
            f"Make one: (umask 077; echo {_PREFIX}$(openssl rand -base64 32) > {place})"
        )
    return key


def why_not(key: bytes, headers: Mapping[str, str], body: bytes, unix_s: float) -> tuple[int, str] | None:
    """Why a message is not taken for the sender's own, as status and words; None where it is.

    Args:
        key: of `read_key`.
        headers: in lower case.
        body: as it came.
        unix_s: now, by this device.
    """
    given = {name: headers.get(name, "") for name in _HEADERS}
    for name, value in given.items():
        if not 1 <= len(value) <= _LONGEST_HEADER:
            return 400, f"缺少 {name}。{name} is missing."
    stamp = given["webhook-timestamp"]
    if not stamp.isascii() or not stamp.isdigit():
        return 400, "webhook-timestamp 要写 1970 年以来的秒数。webhook-timestamp: seconds since 1970 are needed."
    signed = f"{given['webhook-id']}.{stamp}.".encode() + body
    ours = base64.b64encode(hmac.digest(key, signed, "sha256"))
    signatures = [one.removeprefix("v1,").encode() for one in given["webhook-signature"].split(" ") if one[:3] == "v1,"]
    if not signatures:
        return 400, "webhook-signature 要写 v1,签名。webhook-signature: v1, and the signature are needed."
    if not any(hmac.compare_digest(ours, one) for one in signatures):
        return 401, "签名不对：密钥、id、时间或正文不一致。The signature does not fit secret, id, timestamp and body."
    off_s = int(abs(unix_s - int(stamp)))
    if off_s > WINDOW_S:
        return (
            401,
            f"时间与本机相差 {off_s} 秒，最多 {WINDOW_S}。{off_s} s from this device's clock: {WINDOW_S} at most.",
        )
    return None


class OrderHook:
    """Takes what is posted to `PATH`, and leaves all else to the pages.

    Args:
        app: the pages.
        port: where both listen.
        key: of `read_key`.
        take: takes a body that is signed; raises InputRefusedError or TemporaryError.
    """

    def __init__(self, app: ASGIApp, *, port: int, key: bytes, take: Callable[[bytes], Taken]) -> None:
        self._app = app
        self._hosts = {f"{name}:{port}" for name in LOOPBACK_NAMES}
        self._key = key
        self._take = take
        self._allowance = Allowance(A_MINUTE, 60, time.monotonic)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve it."""
        if scope["type"] != "http" or scope["path"] != PATH:
            await self._app(scope, receive, send)
            return
        answer = await self._answer(Request(scope, receive))
        answer.headers["cache-control"] = "no-store"
        await answer(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        if request.method != "POST":
            return _refused(405, "只收 POST。Only POST is taken here.", allow="POST")
        if request.headers.get("host", "").lower() not in self._hosts:
            return _refused(421, "只在本机地址服务。Served under an address of this machine alone.")
        if "origin" in request.headers:
            return _refused(403, "浏览器不能发到这里。No browser may post here.")
        wait_s = self._allowance.take()
        if wait_s:
            after = str(int(wait_s) + 1)
            return _refused(429, f"每分钟最多 {A_MINUTE} 次。At most {A_MINUTE} a minute.", **{"retry-after": after})
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > LONGEST_BODY:
                return _refused(413, f"正文最多 {LONGEST_BODY} 字节。The body has at most {LONGEST_BODY} bytes.")
        wrong = why_not(self._key, request.headers, body, time.time())
        if wrong is not None:
            return _refused(*wrong)
        try:
            taken = await asyncio.to_thread(self._take, body)
        except InputRefusedError as error:
            return _refused(422, str(error))
        except TemporaryError:
            return _refused(503, "本机写不了盘，请稍后再发。The disk refused: send it again.", **{"retry-after": "30"})
        return JSONResponse({"orders": taken}, status_code=202)


def _refused(status: int, why: str, **headers: str) -> Response:
    return JSONResponse({"refused": why}, status_code=status, headers=headers)
