"""A web server on loopback that serves model files, and misbehaves when told to."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class ModelServer:
    """What is served, how, and what was asked."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.redirects: dict[str, str] = {}
        self.cuts: list[int] = []
        """For each coming answer, the number of bytes after which the connection drops."""
        self.stalls_at: int | None = None
        """Bytes after which the next answer waits until `go_on` is set."""
        self.stalled = threading.Event()
        self.go_on = threading.Event()
        self.knows_ranges = True
        self.asked: list[tuple[str, int]] = []
        """Path and first byte of every request."""
        self.url = ""


class _Handler(BaseHTTPRequestHandler):
    world: ModelServer

    def do_GET(self) -> None:
        world, path = self.world, self.path.removeprefix("/")
        wanted = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        first = int(wanted[1]) if wanted and world.knows_ranges else 0
        world.asked.append((path, int(wanted[1]) if wanted else 0))
        if path in world.redirects:
            self.send_response(302)
            self.send_header("Location", world.redirects[path])
            self.end_headers()
        elif path not in world.files:
            self.send_error(404)
        else:
            self._send(world.files[path][first:], partial=first > 0)

    def _send(self, body: bytes, *, partial: bool) -> None:
        self.send_response(206 if partial else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with suppress(ConnectionError):  # the other side may have had enough
            self._send_body(body)

    def _send_body(self, body: bytes) -> None:
        self.close_connection = True
        cut = self.world.cuts.pop(0) if self.world.cuts else len(body)
        if self.world.stalls_at is not None:
            first, self.world.stalls_at = self.world.stalls_at, None
            self.wfile.write(body[:first])
            self.world.stalled.set()
            self.world.go_on.wait(60)
            return
        self.wfile.write(body[:cut])

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Quiet: a test's output is its own."""


@contextmanager
def model_server() -> Iterator[ModelServer]:
    """A running server; gone afterwards."""
    world = ModelServer()
    handler = type("Handler", (_Handler,), {"world": world})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        world.url = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield world
        finally:
            world.go_on.set()
            server.shutdown()
            thread.join()
