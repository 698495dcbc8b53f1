"""uvicorn on a thread of the agent, on loopback."""

import socket
import threading
from collections.abc import Callable
from typing import Final

import uvicorn
from starlette.types import ASGIApp

from agent.errors import TechnicianNeededError

_HOST: Final = "127.0.0.1"
_STOP_WITHIN_S: Final = 5.0


class PageServer:
    """Serves until closed.

    Args:
        make_app: given the port and what is set when the server stops, makes what is served.
        port: on loopback; 0 takes any free one.

    Raises:
        TechnicianNeededError: the port is taken.
    """

    def __init__(self, make_app: Callable[[int, threading.Event], ASGIApp], port: int) -> None:
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((_HOST, port))
            listener.listen()  # from here on nobody is turned away, though the thread has yet to start
        except OSError as error:
            listener.close()
            raise TechnicianNeededError(
                f"The pages cannot listen on {_HOST}:{port} ({error.strerror}). Set another surface.port in the "
                "profile, or stop what uses this one."
            ) from None
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
        return f"http://{_HOST}:{self.port}/"

    def close(self) -> None:
        """Serve nobody any more."""
        self._stopping.set()
        self._server.should_exit = True
        self._thread.join(_STOP_WITHIN_S)
