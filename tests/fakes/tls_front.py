"""What stands before a device's pages for phones: ends TLS and hands every byte on to the pages' port."""

import contextlib
import socket
import socketserver
import ssl
import threading

from tests.fakes.pki import Credentials


class TlsFront:
    """Listens on a free port of loopback until closed.

    Args:
        credentials: its certificate.
        port: where it listens.
    """

    def __init__(self, credentials: Credentials, port: int) -> None:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(credentials.cert_file, credentials.key_file)
        self._server = _Server(("127.0.0.1", port), _Handler)
        self._server.context = context
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def before(self, port: int) -> None:
        """Hand on to this port from now on."""
        self._server.behind = port
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    context: ssl.SSLContext
    behind = 0

    def handle_error(self, request, client_address) -> None:
        """A browser that hangs up is no news."""


class _Handler(socketserver.BaseRequestHandler):
    server: _Server

    def handle(self) -> None:
        with (
            self.server.context.wrap_socket(self.request, server_side=True) as phone,
            socket.create_connection(("127.0.0.1", self.server.behind)) as pages,
        ):
            answers = threading.Thread(target=_pump, args=(pages, phone), daemon=True)
            answers.start()
            _pump(phone, pages)
            answers.join()


def _pump(source: socket.socket, sink: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while piece := source.recv(65_536):
            sink.sendall(piece)
    with contextlib.suppress(OSError):
        sink.shutdown(socket.SHUT_RDWR)
