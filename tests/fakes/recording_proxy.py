"""A wire tap: a TCP proxy on loopback that passes everything on and keeps a copy of it."""

import socket
import struct
import threading
from contextlib import suppress

from agent.contract import sealing


class RecordingProxy:
    """Listens on a free port until it is closed, whoever is behind it.

    Args:
        target: HOST:PORT that it passes everything on to.
    """

    def __init__(self, target: str) -> None:
        host, _, port = target.rpartition(":")
        self._target = (host, int(port))
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._listener.getsockname()[1]}"
        self.streams: list[bytearray] = []
        """What went through, a stream for each connection and direction."""
        self._sockets: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    def close(self) -> None:
        """Ends the listening and every connection."""
        for end in (self._listener, *self._sockets):
            _shut(end)
        for thread in self._threads:
            thread.join()
        for end in (self._listener, *self._sockets):
            end.close()

    def frames(self) -> list[bytes]:
        """Every sealed frame that went through, cut out by its own lengths."""
        return [frame for stream in self.streams for frame in _frames(bytes(stream))]

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                try:
                    far = socket.create_connection(self._target, timeout=5)
                except OSError:  # nobody is there: the one who called learns it as it would without us
                    near.close()
                    continue
                far.settimeout(None)
                self._sockets += near, far
                for source, sink in ((near, far), (far, near)):
                    stream = bytearray()
                    self.streams.append(stream)
                    self._threads.append(threading.Thread(target=_pass, args=(source, sink, stream)))
                    self._threads[-1].start()


def _pass(source: socket.socket, sink: socket.socket, stream: bytearray) -> None:
    with suppress(OSError):
        while some := source.recv(65536):
            stream += some
            sink.sendall(some)
    _shut(source)
    _shut(sink)


def _shut(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)


def _frames(stream: bytes) -> list[bytes]:
    """MAGIC, version, header and body and signature with their lengths before them."""
    found, at = [], stream.find(sealing.MAGIC)
    while at >= 0:
        end = at + len(sealing.MAGIC) + 1
        for length in (">H", ">I", ">H"):
            size = struct.calcsize(length)
            if end + size > len(stream):
                break
            end += size + struct.unpack_from(length, stream, end)[0]
        with suppress(sealing.RefusedMessageError):
            sealing.parse(stream[at:end])
            found.append(stream[at:end])
        at = stream.find(sealing.MAGIC, at + 1)
    return found
