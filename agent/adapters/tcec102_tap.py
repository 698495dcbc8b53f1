"""The operator's own notifications of a charge (T/CEC 102): its platform or controller posts copies to this machine.

On loopback and without TLS; what comes from further away ends at the operator's own gateway. Who sent it shows in its
signature, so the token that a platform asks for first is given and not asked back. Who charged, and what it cost, is
not read; a message may hold a plate, so nothing of any is logged.
"""

import json
import logging
import secrets
import sys
import threading
from collections.abc import Callable, Iterable
from hmac import compare_digest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final

from agent.feedback.trigger import Happening
from agent.signals.charging_sessions import BILL, STATUS, ChargingSessions
from agent.signals.tcec102 import Exchange, Ret, Secrets, Told

TOKEN: Final = "query_token"  # noqa: S105 - the name of an interface
INTERFACES: Final = (STATUS, BILL, TOKEN)
_TOKEN_S: Final = 7200
_LONGEST_BODY: Final = 64 * 1024
_PATIENCE_S: Final = 10.0
_LOOKS_EVERY_S: Final = 0.05
"""Whether it is to end."""
_log = logging.getLogger(__name__)


class Tcec102Tap:
    """Listens on loopback from `start` to `close`.

    Args:
        port: 0 for a free one; see `port` afterwards.
        agreed: with the platform.
        connectors: ConnectorID of the plugs at this device; empty: whatever is told is about them.
        happened: takes each session's end, in a thread of the tap.
    """

    def __init__(
        self, port: int, agreed: Secrets, connectors: Iterable[str], happened: Callable[[Happening], object]
    ) -> None:
        self._happened = happened
        self._agreed = agreed
        self._exchange = Exchange(agreed)
        self._connectors = frozenset(connectors)
        self._sessions = ChargingSessions()
        self._one_at_a_time = threading.Lock()
        self.refused = 0
        """Requests that were not signed by the platform, or not in the standard's form."""
        self._server = _Server(("127.0.0.1", port), self._handler())
        self.port: int = self._server.server_address[1]
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(_LOOKS_EVERY_S,), name="tcec102-tap", daemon=True
        )

    def start(self) -> None:
        """Begin; returns at once."""
        self._thread.start()

    def close(self) -> None:
        """End, and wait until nothing is heard any more."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def take(self, interface: str, body: bytes) -> dict[str, Any]:
        """Answer one request, and tell the end of a session where it tells one.

        Args:
            interface: one of `INTERFACES`.
            body: as it came.
        """
        told = self._exchange.open(body)
        if isinstance(told, Ret):
            self.refused += 1
            _log.info("refused a T/CEC 102 request: %s (%d so far)", told.name.lower(), self.refused)
            return self._exchange.answer(told, {})
        if interface == TOKEN:
            return self._exchange.answer(Ret.OK, self._token(told))
        order = told.data.get("StartChargeSeq")
        if not isinstance(order, str) or not order:
            return self._exchange.answer(Ret.WRONG_CONTENT, {})
        if not self._connectors or told.data.get("ConnectorID") in self._connectors:
            with self._one_at_a_time:
                for happening in self._sessions.tcec102(interface, told.data, told.at):
                    self._happened(happening)
        taken = (
            {"ConnectorID": told.data.get("ConnectorID"), "ConfirmResult": 0} if interface == BILL else {"SuccStat": 0}
        )
        return self._exchange.answer(Ret.OK, {"StartChargeSeq": order, **taken})

    def _token(self, told: Told) -> dict[str, Any]:
        given = str(told.data.get("OperatorSecret")).encode()
        known = compare_digest(given, self._agreed.operator_secret.encode())
        return {
            "OperatorID": self._agreed.operator_id,
            "SuccStat": 0 if known else 1,
            "AccessToken": secrets.token_urlsafe(24) if known else "",
            "TokenAvailableTime": _TOKEN_S if known else 0,
            "FailReason": 0 if known else 2,
        }

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        tap = self

        class Handler(BaseHTTPRequestHandler):
            timeout = _PATIENCE_S
            server_version, sys_version = "tingche", ""

            def do_POST(self) -> None:
                interface = self.path.partition("?")[0].rstrip("/").rpartition("/")[2]
                if interface not in INTERFACES:
                    self._say(404, {"Msg": f"本机只接 only {', '.join(INTERFACES)}"})
                    return
                length = self.headers.get("content-length", "")
                if not length.isascii() or not length.isdigit():
                    self._say(411, {"Msg": "需要 Content-Length is needed"})
                elif int(length) > _LONGEST_BODY:
                    self._say(413, {"Msg": f"最多 at most {_LONGEST_BODY} bytes"})
                else:
                    self._say(200, tap.take(interface, self.rfile.read(int(length))))

            def log_message(self, *_: object) -> None:
                """An address may hold a name: nothing is logged."""

            def _say(self, status: int, answer: dict[str, Any]) -> None:
                raw = json.dumps(answer, ensure_ascii=False).encode()
                self.send_response(status)
                self.send_header("content-type", "application/json; charset=utf-8")
                self.send_header("content-length", str(len(raw)))
                self.end_headers()
                self.wfile.write(raw)

        return Handler


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A sender that went away, mostly. Its kind alone: the library would print where from, and the whole trace."""
        _log.info("a T/CEC 102 request broke off: %s", type(sys.exc_info()[1]).__name__)
