"""uvicorn on a thread of the agent: on loopback, and with TLS on a local network."""

import socket
import ssl
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final

import uvicorn
from starlette.types import ASGIApp

from agent.errors import TechnicianNeededError

LOOPBACK: Final = "127.0.0.1"
_STOP_WITHIN_S: Final = 5.0


class PageServer:
    """Serves until closed.

    Args:
        make_app: given the port and what is set when the server stops, makes what is served.
        port: 0 takes any free one.
        host: an address of this device, or a name for one.
        certificate: PEM files of certificate chain and key; None: without TLS, which only loopback takes.

    Raises:
        TechnicianNeededError: the port is taken, no such address, or the certificate cannot be used.
    """

    def __init__(
        self,
        make_app: Callable[[int, threading.Event], ASGIApp],
        port: int,
        *,
        host: str = LOOPBACK,
        certificate: tuple[Path, Path] | None = None,
    ) -> None:
        key = "surface.port" if host == LOOPBACK and certificate is None else "surface.lan"
        _check(certificate)
        try:
            # From here on nobody is turned away, though the thread has yet to start.
            listener = socket.create_server((host, port), backlog=128)
        except OSError as error:
            raise TechnicianNeededError(
                f"The pages cannot listen on {host}:{port} ({error.strerror}). Set another {key} in the profile, or "
                "stop what uses this one."
            ) from None
        self._host = host
        self._scheme = "http" if certificate is None else "https"
        self.port: int = listener.getsockname()[1]
        self._stopping = threading.Event()
        config = uvicorn.Config(
            make_app(self.port, self._stopping),
            access_log=False,
            date_header=False,
            http="h11",
            lifespan="off",
            limit_concurrency=64,
            log_config=None,
            log_level="warning",
            loop="asyncio",
            server_header=False,
            ssl_certfile=None if certificate is None else certificate[0],
            ssl_keyfile=None if certificate is None else str(certificate[1]),
            timeout_graceful_shutdown=2,
            ws="none",
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(
            target=self._server.run, kwargs={"sockets": [listener]}, name="pages", daemon=True
        )
        self._thread.start()

    @property
    def url(self) -> str:
        """Where the pages are."""
        return f"{self._scheme}://{self._host}:{self.port}/"

    def close(self) -> None:
        """Serve nobody any more."""
        self._stopping.set()
        self._server.should_exit = True
        self._thread.join(_STOP_WITHIN_S)


def _check(certificate: tuple[Path, Path] | None) -> None:
    """Load it once here: on its own thread the server could only die of it."""
    if certificate is None:
        return
    try:
        ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(*certificate)
    except (OSError, ssl.SSLError) as error:
        raise TechnicianNeededError(
            f"The certificate for phones cannot be used ({type(error).__name__}: {error.strerror}). Name readable PEM "
            "files of a chain and its key in surface.lan.certificate and surface.lan.key."
        ) from None
