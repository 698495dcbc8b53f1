"""A device's forwarder on a wire under the test's control: no threads, no broker, no waiting."""

from dataclasses import dataclass, field
from datetime import timedelta

from cryptography.hazmat.primitives.asymmetric import ec

from agent.contract import sealing, topics
from agent.contract.messages import Message
from agent.forwarding import Forwarder
from agent.ports import TransportListener
from agent.profile import SyncSettings
from tests.builders import T0, record_id
from tests.fakes.device import Device


@dataclass
class Wire:
    """A Transport that remembers what was handed to it."""

    published: list[tuple[str, str, bytes]] = field(default_factory=list)
    """(message id, topic, frame), in order."""
    reachable: bool = False
    """Whether there is a broker to connect to."""
    up: bool = False

    def connect(self, listener: TransportListener) -> None:
        self.up = self.reachable
        if self.reachable:
            listener.connected(session_present=True)
        else:
            listener.disconnected("no broker in this test")

    def publish(self, message_id: str, topic: str, payload: bytes) -> bool:
        if self.up:
            self.published.append((message_id, topic, payload))
        return self.up

    def disconnect(self) -> None:
        self.up = False


class Road:
    """Device, forwarder and wire; the test moves them on, one event at a time."""

    def __init__(self, device: Device) -> None:
        self.device = device
        self.transport = Wire()
        self.forwarder = Forwarder(
            settings=SyncSettings(),
            store=device.store,
            transport=self.transport,
            identity=device.identity,
            keys=device.keys,
            clock=device.clock,
            directives=device.directives,
            chance=lambda: 0.5,
        )
        device.tell_of_profile.append(lambda profile: self.forwarder.use(profile.sync))
        self._taken = 0
        self.forwarder.begin()

    def connect(self) -> None:
        """The broker can be reached from now on, and the device finds it."""
        self.transport.reachable = True
        for _ in range(1000):
            self.settle_down()
            if self.transport.up:
                return
            self.device.clock.advance(1.0)
        raise AssertionError("the engine did not connect")

    def lose_link(self) -> None:
        """The broker is gone."""
        self.transport.reachable = self.transport.up = False
        self.forwarder.disconnected("cut by the test")
        self.settle_down()

    def wait(self, seconds: float) -> None:
        """Let time pass, in steps."""
        for _ in range(20):
            self.device.clock.advance(timedelta(seconds=seconds / 20).total_seconds())
            self.settle_down()

    def settle_down(self) -> None:
        """Handle everything that has happened."""
        self.forwarder.queue_changed()
        self.forwarder.handle_all()

    def published(self) -> list[str]:
        """Ids of feedback handed to the wire, in order."""
        return [i for i, topic, _ in self.transport.published if topic.endswith(("/feedback", "/erasure"))]

    def sent(self, channel: str) -> list[tuple[str, bytes]]:
        """(id, frame) of everything handed to the wire on one channel."""
        return [(i, frame) for i, topic, frame in self.transport.published if topic.endswith(f"/{channel}")]

    def take_published(self) -> list[str]:
        """Ids handed to the wire since the last call, each once."""
        fresh = [i for i, _, _ in self.transport.published[self._taken :]]
        self._taken = len(self.transport.published)
        return list(dict.fromkeys(fresh))

    def acknowledge_all(self) -> None:
        """The broker says PUBACK to everything."""
        for message_id, _, _ in self.transport.published:
            self.forwarder.handed_over(message_id)
        self.settle_down()

    def hub_says(
        self,
        message: Message,
        *,
        signing_key: ec.EllipticCurvePrivateKey | None = None,
        topic: str | None = None,
        tenant: str = "demo",
    ) -> None:
        """A frame comes down, signed by the hub unless the test forges it."""
        receiver = self.device.keys.opening_key(self.device.keys.opening_key_id)
        assert receiver is not None
        frame = sealing.seal(
            message,
            tenant=tenant,
            sender=sealing.HUB,
            message_id=record_id(77),
            time=T0,
            receiver_key=receiver.public_key(),
            signing_key=signing_key or self.device.hub.sign,
        )
        self.arrives(topic or topics.down("demo", self.device.identity.device, message.kind), frame)

    def arrives(self, topic: str, payload: bytes) -> None:
        """Any bytes come down on any topic."""
        self.forwarder.arrived(topic, payload)
        self.settle_down()
