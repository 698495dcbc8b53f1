"""A network between an MQTT client and its broker: a TCP proxy on loopback that knows where one packet ends.

It passes, drops, delays and repeats packets, cuts the link, and lets it fall silent with both ends open (half-open).
"""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

Direction = Literal["up", "down"]
"""up: from the client to the broker."""


class Packet(IntEnum):
    """MQTT 5.0 section 2.1.2: the control packet's type, in the upper half of its first byte."""

    CONNECT = 1
    CONNACK = 2
    PUBLISH = 3
    PUBACK = 4
    SUBSCRIBE = 8
    SUBACK = 9
    PINGREQ = 12
    PINGRESP = 13
    DISCONNECT = 14


@dataclass(frozen=True)
class Passing:
    """One packet on its way."""

    direction: Direction
    type: int
    raw: bytes


Rule = Callable[[Passing], int]
"""How often the packet goes on: 0 drops it, 2 repeats it. May sleep (delay) and may kill somebody."""


def once(_passing: Passing) -> int:
    """A good network."""
    return 1


class MqttNetwork:
    """Listens on a free port for as long as the block runs, whoever is behind it."""

    def __init__(self, target_port: int) -> None:
        self._target_port = target_port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.rule: Rule = once
        self.after: Callable[[Passing], None] = lambda _passing: None
        """Called when a packet has gone on."""
        self._open = threading.Event()
        self._open.set()
        self._links: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._closed = False
        threading.Thread(target=self._accept, name="network", daemon=True).start()

    def fall_silent(self) -> None:
        """Half-open: nothing passes in either direction, and nobody is told."""
        self._open.clear()

    def wake(self) -> None:
        """What was held back passes."""
        self._open.set()

    def cut(self) -> None:
        """Reset every link."""
        with self._lock:
            links, self._links = self._links, set()
        for link in links:
            _end(link)

    def heal(self) -> None:
        """A good network again."""
        self.rule = once
        self.after = lambda _passing: None
        self.wake()

    def close(self) -> None:
        """Stop listening and cut everything."""
        self._closed = True
        self.wake()
        _end(self._listener)
        self.cut()

    def _accept(self) -> None:
        while not self._closed:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            try:
                broker = socket.create_connection(("127.0.0.1", self._target_port), 5)
            except OSError:
                _end(client)
                continue
            broker.settimeout(None)
            with self._lock:
                self._links |= {client, broker}
            for source, sink, direction in ((client, broker, "up"), (broker, client, "down")):
                threading.Thread(target=self._pass, args=(source, sink, direction), daemon=True).start()

    def _pass(self, source: socket.socket, sink: socket.socket, direction: Direction) -> None:
        with suppress(OSError):
            for raw in _packets(source):
                self._open.wait()
                passing = Passing(direction, raw[0] >> 4, raw)
                for _ in range(self.rule(passing)):
                    sink.sendall(raw)
                self.after(passing)
        for link in (source, sink):
            with self._lock:
                self._links.discard(link)
            _end(link)


def _packets(source: socket.socket) -> Iterator[bytes]:
    waiting = b""
    while data := source.recv(65_536):
        waiting += data
        while (length := _length(waiting)) and len(waiting) >= length:
            yield waiting[:length]
            waiting = waiting[length:]


def _length(raw: bytes) -> int:
    """Bytes of the packet at the front; 0 while its length has not come whole (MQTT 5.0 section 1.5.5)."""
    remaining = 0
    for place, byte in enumerate(raw[1:5]):
        remaining |= (byte & 0x7F) << (7 * place)
        if not byte & 0x80:
            return 2 + place + remaining
    return 0


def _end(link: socket.socket) -> None:
    with suppress(OSError):
        link.shutdown(socket.SHUT_RDWR)
    link.close()


def lossy(chance: Callable[[], float], *, drop: float = 0.0, repeat: float = 0.0, delay_s: float = 0.0) -> Rule:
    """Lose and repeat publishes and their acknowledgements, and hold everything up.

    Args:
        chance: draws from [0, 1).
        drop: share of PUBLISH and PUBACK packets that never arrive.
        repeat: share of PUBLISH packets that arrive twice.
        delay_s: longest time that a packet is held up.
    """

    def rule(passing: Passing) -> int:
        if delay_s:
            time.sleep(chance() * delay_s)
        if passing.type not in (Packet.PUBLISH, Packet.PUBACK):
            return 1
        drawn = chance()
        if drawn < drop:
            return 0
        return 2 if passing.type == Packet.PUBLISH and drawn < drop + repeat else 1

    return rule
