"""One HTTP listener in a thread of its own: uvicorn on a socket that is bound before anything else starts."""

import socket
import ssl
import threading
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from hub.errors import OperatorNeededError

_STOP_WITHIN_S = 3
_STARTED_WITHIN_S = 10.0


def bind(host: str, port: int, option: str) -> socket.socket:
    """A listening place, taken.

    Args:
        host: IP address or name.
        port: 0 takes a free one.
        option: the command's option that chose it, for the error.

    Raises:
        OperatorNeededError: it is taken or not ours; names the port and the remedy.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        taken = socket.socket(family, socket.SOCK_STREAM)
    except OSError as error:
        raise OperatorNeededError(f"{option}: {host} is not an address of this machine ({error.strerror}).") from None
    try:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind((host, port))
        taken.listen(128)
    except OSError as error:
        taken.close()
        raise OperatorNeededError(
            f"Port {port} on {host} cannot be used ({error.strerror}). Stop what uses it, or choose another with "
            f"{option} (0 takes a free one)."
        ) from None
    return taken


class WebServer:
    """Serves one application on one socket."""

    def __init__(self, app: ASGIApp, taken: socket.socket, tls: tuple[Path, Path] | None = None) -> None:
        """Prepare.

        Args:
            app: what is served.
            taken: from `bind`; closed by `stop`.
            tls: certificate and key.
        """
        certificate, key = tls or (None, None)
        self._socket = taken
        self._server = uvicorn.Server(
            uvicorn.Config(
                app,
                lifespan="off",
                ws="none",
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,
                timeout_graceful_shutdown=_STOP_WITHIN_S,
                limit_concurrency=200,
                ssl_certfile=certificate,
                ssl_keyfile=key,
                ssl_version=ssl.PROTOCOL_TLS_SERVER,
            )
        )
        self._thread = threading.Thread(target=self._server.run, args=([taken],), name="web", daemon=True)

    @property
    def port(self) -> int:
        """The port in use."""
        found: int = self._socket.getsockname()[1]
        return found

    def start(self) -> None:
        """Start, and return when requests are answered."""
        self._thread.start()
        waiting = threading.Event()
        waited = 0.0
        while not self._server.started:
            if waited >= _STARTED_WITHIN_S or not self._thread.is_alive():
                raise OperatorNeededError("The web server does not start. Reinstall the package uvicorn.")
            waiting.wait(0.01)
            waited += 0.01

    def stop(self) -> None:
        """Finish the requests at hand, at most three seconds, then close."""
        self._server.should_exit = True
        if self._thread.is_alive():
            self._thread.join(_STOP_WITHIN_S + 2)
        self._socket.close()
