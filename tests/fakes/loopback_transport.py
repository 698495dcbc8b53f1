"""A Transport without network: an in-memory broker with sessions, and a transport that talks to it.

The listener is called inside `connect`, `publish` and the broker's own methods; it only enqueues, as the port demands.
"""

from collections import deque
from dataclasses import dataclass, field

from agent.contract import topics
from agent.contract.sealing import MAX_FRAME_BYTES
from agent.ports import TransportListener

_ONLINE, _OFFLINE = b"online", b"offline"


@dataclass(slots=True)
class _Session:
    waiting: deque[tuple[str, bytes]] = field(default_factory=deque)


class LoopbackBroker:
    """Keeps a session per device while it runs; forgets everything when killed."""

    def __init__(self) -> None:
        self.running = True
        self.answering = True
        """False: takes what is published and acknowledges nothing, as a half-open link does."""
        self.heard: deque[tuple[str, bytes]] = deque()
        """What devices published, for the hub's side."""
        self.statuses: deque[tuple[str, bytes]] = deque()
        self._sessions: dict[str, _Session] = {}
        self._links: dict[str, LoopbackTransport] = {}

    def kill(self) -> None:
        """The process is gone, and every session with it."""
        self.running = False
        self._sessions.clear()
        links, self._links = list(self._links.values()), {}
        for link in links:
            link.lost("the connection was lost")

    def restart(self) -> None:
        """Run again, empty."""
        self.running = True

    def cut(self, device: str) -> None:
        """This device's link breaks; the broker writes its last will."""
        link = self._links.pop(device, None)
        if link is not None:
            self._announce(link, _OFFLINE)
            link.lost("the connection was lost")

    def send(self, topic: str, payload: bytes) -> None:
        """The hub's side publishes to a device; it waits in the session while the device is away."""
        parts = topics.Topic.parse(topic)
        if not self.running or parts is None or parts.device not in self._sessions:
            return
        link = self._links.get(parts.device)
        if link is None:
            self._sessions[parts.device].waiting.append((topic, payload))
        else:
            link.hear(topic, payload)

    def attach(self, link: "LoopbackTransport") -> bool:
        """A device connects: True when the session was still there."""
        other = self._links.pop(link.device, None)
        if other is not None and other is not link:
            other.lost("the broker closed the connection: Session taken over")
        self._links[link.device] = link
        present = link.device in self._sessions
        self._sessions.setdefault(link.device, _Session())
        self._announce(link, _ONLINE)
        return present

    def waiting(self, device: str) -> deque[tuple[str, bytes]]:
        """What came for a device while it was away."""
        return self._sessions[device].waiting

    def detach(self, link: "LoopbackTransport") -> None:
        """A device leaves cleanly; its session stays."""
        if self._links.pop(link.device, None) is link:
            self._announce(link, _OFFLINE)

    def _announce(self, link: "LoopbackTransport", status: bytes) -> None:
        self.statuses.append((topics.status(link.tenant, link.device), status))


class LoopbackTransport:
    """`agent.ports.Transport` over a `LoopbackBroker`."""

    def __init__(self, broker: LoopbackBroker, tenant: str, device: str) -> None:
        self.tenant = tenant
        self.device = device
        self._broker = broker
        self._listener: TransportListener | None = None

    def connect(self, listener: TransportListener) -> None:
        """Connect, or report at once that nobody is there."""
        self.disconnect()
        if not self._broker.running:
            listener.disconnected("refused: no broker listens at its address")
            return
        self._listener = listener
        listener.connected(session_present=self._broker.attach(self))
        waiting = self._broker.waiting(self.device)
        while waiting:
            listener.arrived(*waiting.popleft())

    def publish(self, message_id: str, topic: str, payload: bytes) -> bool:
        """Hand over at once; False when there is no link or the frame is too large."""
        if self._listener is None or len(payload) > MAX_FRAME_BYTES:
            return False
        self._broker.heard.append((topic, payload))
        if self._broker.answering:
            self._listener.handed_over(message_id)
        return True

    def disconnect(self) -> None:
        """Leave; nothing is reported."""
        if self._listener is not None:
            self._listener = None
            self._broker.detach(self)

    def lost(self, reason: str) -> None:
        """The broker's word that the link is gone."""
        listener, self._listener = self._listener, None
        if listener is not None:
            listener.disconnected(reason)

    def hear(self, topic: str, payload: bytes) -> None:
        """The broker's word that something came down."""
        if self._listener is not None:
            self._listener.arrived(topic, payload)
