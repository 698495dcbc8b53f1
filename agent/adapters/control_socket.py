"""The control socket: a Unix socket in the state folder (0700) on which a running agent serves requests.

One request a connection, JSON lines: the client's request; then events, each possibly a question that the client
answers with one line; then {"event": "done"} or {"event": "error"}. Nothing that passes here is logged or stored.
"""

import contextlib
import json
import logging
import os
import select
import socket
import socketserver
import threading
from collections.abc import Callable, Iterator
from io import BufferedIOBase, BufferedReader
from pathlib import Path
from typing import Any, cast

from agent.errors import AgentError, InputRefusedError, TemporaryError

Event = dict[str, Any]

SOCKET_NAME = "agent.sock"
_MAX_LINE_BYTES = 1 << 20
_RELEASED: Event = {"event": "released"}
_log = logging.getLogger(__name__)


class ControlServer:
    """Serves requests until closed, each connection in a thread of its own."""

    def __init__(self, state: Path, serve: Callable[[Event, "LineConversation"], None]) -> None:
        path = state / SOCKET_NAME
        path.unlink(missing_ok=True)  # left behind by a kill; the state folder's lock says that nobody is using it
        with _short_path(state) as short:
            self._server = _Server(str(short), _Handler)
        self._server.serve_request = serve
        path.chmod(0o600)
        self._path = path
        self._thread = threading.Thread(target=self._server.serve_forever, name="control", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Take no more requests."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
        self._path.unlink(missing_ok=True)


class LineConversation:
    """The agent's end of one connection."""

    def __init__(self, reader: BufferedReader, writer: BufferedIOBase) -> None:
        self._reader = reader
        self._writer = writer
        self._released = False

    def tell(self, event: Event) -> None:
        """Send an event. A client that hung up does not stop a request that is being made durable."""
        with contextlib.suppress(OSError, ValueError):
            _write_line(self._writer, event)

    def ask(self, question: Event) -> Event:
        """Send a question and wait for its answer; a client that hung up has answered nothing."""
        self.tell({**question, "question": True})
        try:
            answer = _read_line(self._reader) or {}
            return (_read_line(self._reader) or {}) if answer == _RELEASED else answer  # let go as it ended by itself
        except (OSError, InputRefusedError):
            return {}

    def released(self) -> bool:
        """Whether the client said that the person let go, or hung up. Never waits."""
        if not self._released and select.select([self._reader], [], [], 0)[0]:
            self._released = True
            with contextlib.suppress(OSError, InputRefusedError):
                _read_line(self._reader)
        return self._released


def request(
    state: Path, message: Event, answer: Callable[[Event], Event], *, release: threading.Event | None = None
) -> Iterator[Event]:
    """Ask the running agent of this state folder; yields its events.

    Args:
        state: the state folder.
        message: the request.
        answer: called for each question, returns the answer.
        release: set when the person lets go of the button, where the request listens while one is held.

    Raises:
        ConnectionError: no agent is running there.
        TemporaryError: the agent went away before it was done.
    """
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        with _short_path(state) as short:
            connection.connect(str(short))
    except OSError:
        connection.close()
        raise ConnectionRefusedError("no agent is running") from None
    with connection, connection.makefile("rwb") as stream:
        _write_line(stream, message)
        while True:
            event = _read_line(stream)
            if release is not None and release.is_set():  # levels come all the time: it is noticed at once
                _write_line(stream, _RELEASED)
                release = None
            if event is None:
                raise TemporaryError(
                    "The agent stopped before it answered. What it acknowledged is kept; start it again and look at "
                    "tingche-agent status."
                )
            if event.get("event") == "done":
                return
            if event.pop("question", False):
                _write_line(stream, answer(event))
            else:
                yield event


class _Server(socketserver.ThreadingUnixStreamServer):
    daemon_threads = True
    serve_request: Callable[[Event, LineConversation], None]

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002 - the base class's signature
        _log.warning("control request ended by an unexpected failure")


class _Handler(socketserver.StreamRequestHandler):
    server: _Server

    def handle(self) -> None:
        talk = LineConversation(cast("BufferedReader", self.rfile), self.wfile)
        try:
            message = _read_line(self.rfile)
            if message is not None:
                self.server.serve_request(message, talk)
        except AgentError as error:
            talk.tell({"event": "error", "message": str(error), "exit_code": error.exit_code})
        except Exception as error:  # noqa: BLE001 - the agent outlives a bug in one request; only its kind is told
            _log.error("control request failed: %s", type(error).__name__)  # no traceback: it could hold words
            talk.tell({"event": "error", "message": _BUG.format(type(error).__name__), "exit_code": 70})
        talk.tell({"event": "done"})


_BUG = "The agent failed inside ({}). Nothing was recorded by this request; please report it."


def _write_line(stream: BufferedIOBase, event: Event) -> None:
    stream.write(json.dumps(event, ensure_ascii=False).encode() + b"\n")
    stream.flush()


def _read_line(stream: BufferedIOBase) -> Event | None:
    line = stream.readline(_MAX_LINE_BYTES)
    if not line:
        return None
    try:
        event = json.loads(line)
    except ValueError:
        event = None
    if not isinstance(event, dict):
        raise InputRefusedError("A line on the control socket is not a JSON object.")
    return event


@contextlib.contextmanager
def _short_path(state: Path) -> Iterator[Path]:
    """The socket's path through a file descriptor: a Unix socket's address holds at most 107 bytes (unix(7))."""
    folder = os.open(state, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield Path(f"/proc/self/fd/{folder}") / SOCKET_NAME
    finally:
        os.close(folder)
