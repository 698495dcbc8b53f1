"""A tap beside a charger's own link: the charger's controller mirrors its OCPP frames to a WebSocket on this machine.

Nothing is ever answered and nothing stands in the charger's way: a tap that is gone harms no charging. A frame that is
not valid OCPP is counted and dropped; it may name a customer, so nothing of it is logged.
"""

import asyncio
import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

import ocpp.messages
from ocpp.exceptions import OCPPError
from websockets.exceptions import ConnectionClosed
from websockets.sync.server import Server, ServerConnection, serve
from websockets.typing import Subprotocol

from agent.feedback.trigger import Happening
from agent.signals.charging_sessions import ChargingSessions

SUBPROTOCOLS: Final = (Subprotocol("ocpp2.0.1"), Subprotocol("ocpp1.6"))
_LONGEST_FRAME: Final = 64 * 1024
_log = logging.getLogger(__name__)


class OcppTap:
    """Listens on loopback from `start` to `close`.

    Args:
        port: 0 for a free one; see `port` afterwards.
        happened: takes each session's end, in a thread of the tap.
    """

    def __init__(self, port: int, happened: Callable[[Happening], None]) -> None:
        self._happened = happened
        self._sessions = ChargingSessions()
        self._one_at_a_time = threading.Lock()
        self.dropped = 0
        """Frames that were no valid OCPP."""
        self._server: Server = serve(
            self._listen,
            "127.0.0.1",
            port,
            subprotocols=SUBPROTOCOLS,
            max_size=_LONGEST_FRAME,
        )
        self.port: int = self._server.socket.getsockname()[1]
        self._thread = threading.Thread(target=self._server.serve_forever, name="ocpp-tap", daemon=True)

    def start(self) -> None:
        """Begin; returns at once."""
        self._thread.start()

    def close(self) -> None:
        """End, and wait until nothing is heard any more."""
        self._server.shutdown()
        self._thread.join()

    def _listen(self, link: ServerConnection) -> None:
        newest = link.subprotocol == SUBPROTOCOLS[0]
        with suppress(ConnectionClosed):
            for frame in link:
                self._take(frame, newest=newest)

    def _take(self, frame: str | bytes, *, newest: bool) -> None:
        call = _call(frame, "2.0.1" if newest else "1.6")
        if call is None:
            self.dropped += 1
            _log.info("dropped a frame that is no valid OCPP (%d so far)", self.dropped)
            return
        read = self._sessions.ocpp201 if newest else self._sessions.ocpp16
        with self._one_at_a_time:
            for happening in read(call.action, call.payload) if isinstance(call, ocpp.messages.Call) else ():
                self._happened(happening)


def _call(frame: str | bytes, version: str) -> Any:
    """The message, valid by the protocol's own schema; an answer passes as it is, for its call's name is not in it."""
    try:
        message = ocpp.messages.unpack(frame)
        if isinstance(message, ocpp.messages.Call):
            asyncio.run(ocpp.messages.validate_payload(message, version))
    except (OCPPError, ValueError, TypeError, AttributeError):
        return None
    return message
