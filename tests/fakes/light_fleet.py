"""A thousand devices in one thread: real sync engines, frames and connections; stores and threads left out."""

import selectors
import time
from collections.abc import Callable, Iterable
from contextlib import suppress

import paho.mqtt.client as mqtt
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties
from paho.mqtt.subscribeoptions import SubscribeOptions

from agent.contract import topics
from agent.contract.messages import Receipt
from agent.profile import SyncSettings
from agent.sync import actions, events
from agent.sync.engine import SyncEngine
from agent.sync.entry import QueuedEntry
from tests.fakes.field_device import FieldDevice

_SESSION_EXPIRY_S = 3600


class LightDevice:
    """One device: what waits, its engine, and its connection."""

    def __init__(self, device: FieldDevice, port: int, selector: selectors.BaseSelector, chance: Callable[[], float]):
        self.device = device
        self.pending: dict[str, bytes] = {}
        self.connects: list[float] = []
        """Monotonic moments of every attempt."""
        self.up = False
        self.wake_at: float | None = None
        self._port = port
        self._selector = selector
        self._engine = SyncEngine(SyncSettings(), chance)
        self._client: mqtt.Client | None = None
        self._messages: dict[int, str] = {}

    def start(self) -> None:
        self._tell(events.Started())

    def put(self, frames: dict[str, bytes]) -> None:
        self.pending |= frames
        self._tell(events.OutboxTouched())

    def tick(self) -> None:
        self.wake_at = None
        self._tell(events.Tick())

    def keep_alive(self) -> None:
        if self._client is not None:
            self._client.loop_misc()

    def serve(self) -> None:
        """The socket can be read."""
        client = self._client
        if client is not None:
            client.loop_read()
            if client.want_write():
                client.loop_write()

    def close(self) -> None:
        if self._client is not None:
            client, self._client = self._client, None
            self._forget(client)
            client.disconnect()

    def _tell(self, event: events.Event) -> None:
        waiting = [event]
        while waiting:
            for action in self._engine.handle(waiting.pop(0), time.monotonic()):
                waiting.extend(self._do(action))

    def _do(self, action: actions.Action) -> Iterable[events.Event]:
        match action:
            case actions.Connect():
                return self._connect()
            case actions.Disconnect():
                self.close()
            case actions.LookAtQueue(limit):
                queue = [QueuedEntry(i, "feedback", 2, len(frame)) for i, frame in sorted(self.pending.items())]
                return [events.QueueChanged(tuple(queue[:limit]))]
            case actions.Publish(record_id, kind):
                self._publish(record_id, kind)
            case actions.WakeAt(at):
                self.wake_at = at
        return ()

    def _connect(self) -> Iterable[events.Event]:
        self.connects.append(time.monotonic())
        self.close()
        client = mqtt.Client(
            mqtt.CallbackAPIVersion.VERSION2,
            client_id=self.device.name,
            protocol=mqtt.MQTTv5,
            reconnect_on_failure=False,
        )
        client.on_connect = self._on_connect
        client.on_subscribe = lambda *_: self._rise()
        client.on_publish = lambda _c, _d, mid, *_: self._tell(events.HandedOver((self._messages.pop(mid),)))
        client.on_message = self._on_message
        client.on_disconnect = lambda gone, *_: self._fall(gone)
        properties = Properties(PacketTypes.CONNECT)
        properties.SessionExpiryInterval = _SESSION_EXPIRY_S
        try:
            client.connect("127.0.0.1", self._port, clean_start=False, properties=properties)
        except OSError:
            return [events.LinkDown("refused")]
        self._client = client
        self._selector.register(client.socket(), selectors.EVENT_READ, self)
        return ()

    def _on_connect(self, client: mqtt.Client, *_: object) -> None:
        client.subscribe(topics.down_filter(self.device.tenant, self.device.name), options=SubscribeOptions(qos=1))

    def _rise(self) -> None:
        self.up = True
        self._tell(events.LinkUp(session_present=False))

    def _fall(self, client: mqtt.Client) -> None:
        if client is self._client:
            self._client, self.up = None, False
            self._forget(client)
            self._tell(events.LinkDown("gone"))

    def _forget(self, client: mqtt.Client) -> None:
        sock = client.socket()
        for key in list(self._selector.get_map().values()):
            if key.data is self and (sock is None or key.fileobj is sock):
                with suppress(KeyError, ValueError):
                    self._selector.unregister(key.fileobj)

    def _publish(self, record_id: str, kind: str) -> None:
        if self._client is not None and record_id in self.pending:
            topic = topics.up(self.device.tenant, self.device.name, kind)
            self._messages[self._client.publish(topic, self.pending[record_id], qos=1).mid] = record_id

    def _on_message(self, _client: mqtt.Client, _data: object, message: mqtt.MQTTMessage) -> None:
        receipt = self.device.open(message.payload)
        if isinstance(receipt, Receipt):
            settled = tuple(line.message_id for line in receipt.lines)
            for record_id in settled:
                self.pending.pop(record_id, None)
            self._tell(events.Settled(settled, receipt.credit))


class Fleet:
    """All of them, turned by whoever calls `run_until`."""

    def __init__(self, devices: Iterable[FieldDevice], port: int, chance: Callable[[], float]) -> None:
        self._selector = selectors.DefaultSelector()
        self.devices = [LightDevice(device, port, self._selector, chance) for device in devices]

    def run_until(self, reached: Callable[[], bool], timeout_s: float) -> bool:
        """Let everything happen until then; whether it was reached in time."""
        deadline, kept_alive = time.monotonic() + timeout_s, 0.0
        while not reached():
            now = time.monotonic()
            if now > deadline:
                return False
            for key, _ in self._selector.select(0.02):
                key.data.serve()
            for device in self.devices:
                if device.wake_at is not None and device.wake_at <= now:
                    device.tick()
            if now - kept_alive > 1.0:
                kept_alive = now
                for device in self.devices:
                    device.keep_alive()
        return True

    def close(self) -> None:
        for device in self.devices:
            device.close()
        self._selector.close()
