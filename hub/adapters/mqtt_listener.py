"""The hub's end of MQTT: frames come in through a bounded queue, answers go out at QoS 1.

- The session does not outlive the connection (expiry 0): a hub that is away must not hold messages for itself.
- Every connection subscribes anew, because a broker that died has forgotten.
- What frees an entry on a device is the receipt, and never a PUBACK. So a frame is acknowledged as soon as the queue
  has room for it, and the broker sends the next ones while a commit runs. When the queue is full the acknowledgement
  waits for the commit: the broker then sends no more than its window, and memory stays bounded.
- paho's thread only enqueues; it never waits.
- paho asks the system three times and more for a packet, and once for each acknowledgement, and makes a dozen objects
  of it: a third of the hub's time for a record went there. `_BufferedClient` takes plain frames out of what has come at
  once and acknowledges them in one go; everything else is left to paho.
"""

import contextlib
import logging
import secrets
import socket
import struct
import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import paho.mqtt.client as mqtt
from paho.mqtt.enums import CallbackAPIVersion, MQTTErrorCode, MQTTProtocolVersion
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties
from paho.mqtt.reasoncodes import ReasonCode

from agent.contract.topics import UP_FILTER
from hub.credit import credit
from hub.fleet.broker_address import BrokerAddress, is_loopback
from hub.ports import Delivery

QUEUE_FRAMES = 500
"""Frames between paho's thread and the workers from which on acknowledgements wait; at most 35 MB."""

RECEIVE_MAXIMUM = 100
"""Frames that the broker may send beyond the acknowledged ones."""

SHARED_FILTER = f"$share/tingche-hub/{UP_FILTER}"
"""MQTT 5.0 section 4.8.2. What a worker took and did not commit when it died comes again from the device, since brokers
do not give it to another one."""

_log = logging.getLogger(__name__)
_KEEPALIVE_S = 30
_RECONNECT_S = (1.0, 15.0)
_RECONNECT_LOCAL_S = (0.1, 0.5)
"""First and longest wait. Beside the hub a broker costs nothing to ask, and a device that is back before the hub waits
for its receipt in vain until it sends again."""
_QOS = 1
_MOST_FRAMES = QUEUE_FRAMES + 2 * RECEIVE_MAXIMUM
_READ_BYTES = 64 * 1024
_PUBLISH = 0x30
_LONGEST_SHIFT = 21  # four bytes of seven bits, MQTT 5.0 section 1.5.5
_PUBACK = 0x40  # MQTT 5.0 section 3.4; without a reason code it says Success


@dataclass(frozen=True, slots=True)
class TlsFiles:
    """What mutual TLS needs."""

    ca: Path
    certificate: Path
    key: Path


class MqttListener:
    """One connection to one broker, kept up until `stop`."""

    def __init__(
        self, address: BrokerAddress, tls: TlsFiles | None, wake: Callable[[], None], *, shared: bool = False
    ) -> None:
        """Prepare a connection.

        Args:
            address: where the broker is.
            tls: needed when the address asks for TLS.
            wake: called from paho's thread when answers can go out; must not block.
            shared: the broker deals frames out among all that ask so (`$share`), instead of giving each to all.
        """
        self._filter = SHARED_FILTER if shared else UP_FILTER
        self._address = address
        self._wake = wake
        self._frames: deque[Delivery] = deque()
        self._came = threading.Event()
        self._taken: deque[int] = deque()
        self._connection = 0
        self._up = threading.Event()
        self._link_said = True
        self._client = self._make_client(tls)

    def start(self) -> None:
        """Connect in the background, now and whenever the link is lost."""
        properties = Properties(PacketTypes.CONNECT)  # type: ignore[no-untyped-call]
        properties.SessionExpiryInterval = 0
        properties.ReceiveMaximum = RECEIVE_MAXIMUM
        self._client.connect_async(
            self._address.host, self._address.port, _KEEPALIVE_S, clean_start=True, properties=properties
        )
        self._client.loop_start()

    def stop(self) -> None:
        """Leave cleanly; what was not committed comes again from the devices."""
        self._client.disconnect()
        self._client.loop_stop()
        self._up.clear()

    def wait_until_up(self, timeout_s: float) -> bool:
        """Whether it is connected and subscribed, at the latest after `timeout_s`."""
        return self._up.wait(timeout_s)

    def next_batch(self, limit: int, timeout_s: float) -> Sequence[Delivery]:
        """What has arrived, at most `limit` frames; empty when nothing did within `timeout_s`."""
        self._came.clear()
        if not self._frames:
            self._came.wait(timeout_s)
        return [self._frames.popleft() for _ in range(min(limit, len(self._frames)))]

    def acknowledge(self, batch: Sequence[Delivery]) -> None:
        """Tell the broker that these were dealt with."""
        waiting = [d.packet_id for d in batch if d.packet_id and d.connection == self._connection]
        self._client.acknowledge(waiting)

    def publish(self, topic: str, payload: bytes, *, lives_s: int | None = None) -> int | None:
        """Hand over one frame at QoS 1. Its number, to be found in `taken` later; None when the link is down.

        Args:
            topic: where to.
            payload: the frame.
            lives_s: seconds after which the broker drops it; None: it is kept as long as the receiver's session.
        """
        if not self._up.is_set():
            return None
        properties = None
        if lives_s is not None:
            properties = Properties(PacketTypes.PUBLISH)  # type: ignore[no-untyped-call]
            properties.MessageExpiryInterval = lives_s
        return self._client.publish(topic, payload, qos=_QOS, properties=properties).mid

    def taken(self) -> Sequence[int]:
        """Numbers of frames that the broker acknowledged since the last call."""
        found = []
        with contextlib.suppress(IndexError):
            while True:
                found.append(self._taken.popleft())
        return found

    def credit(self) -> int | None:
        """Records that one device may have in flight now."""
        return credit(self.backlog, QUEUE_FRAMES)

    @property
    def backlog(self) -> int:
        """Frames that arrived and wait for the intake."""
        return len(self._frames)

    def _make_client(self, tls: TlsFiles | None) -> "_BufferedClient":
        client = _BufferedClient(
            CallbackAPIVersion.VERSION2,
            client_id=f"tingche-hub-{secrets.token_hex(4)}",
            protocol=MQTTProtocolVersion.MQTTv5,
            manual_ack=True,
        )
        client.arrived, client.was_read = self._arrived, self._came.set
        if tls is not None:
            client.tls_set(str(tls.ca), str(tls.certificate), str(tls.key))
        first, last = _RECONNECT_LOCAL_S if is_loopback(self._address.host) else _RECONNECT_S
        # Typed as whole seconds; paho only adds and doubles them.
        client.reconnect_delay_set(first, last)  # type: ignore[arg-type]
        client.on_socket_open = client.start_anew
        client.on_connect = self._on_connect
        client.on_connect_fail = self._on_connect_fail
        client.on_disconnect = self._on_disconnect
        client.on_message = self._on_message
        client.on_publish = self._on_publish
        client.on_subscribe = self._on_subscribe
        return client

    # ---- paho's thread ---------------------------------------------------------------------------------------

    def _on_connect(
        self, client: mqtt.Client, _data: Any, flags: mqtt.ConnectFlags, reason: ReasonCode, _p: Any
    ) -> None:
        if reason.is_failure:
            self._say_lost(str(reason))
            return
        self._connection += 1
        if not flags.session_present:
            client.subscribe(self._filter, qos=_QOS)

    def _on_subscribe(self, _client: mqtt.Client, _data: Any, _mid: int, reasons: list[ReasonCode], _p: Any) -> None:
        if any(reason.is_failure for reason in reasons):
            _log.error(
                "the broker refuses the hub's subscription: give %s the right to read %s", "its user", self._filter
            )
            return
        self._up.set()
        self._link_said = False
        _log.info("connected to the broker at %s", self._address)
        self._wake()

    def _on_connect_fail(self, _client: mqtt.Client, _data: Any) -> None:
        self._say_lost("no connection")

    def _on_disconnect(self, _c: mqtt.Client, _data: Any, _flags: Any, reason: ReasonCode, _p: Any) -> None:
        self._up.clear()
        self._say_lost(str(reason))

    def _on_message(self, _client: mqtt.Client, _data: Any, message: mqtt.MQTTMessage) -> None:
        try:
            topic = message.topic
        except UnicodeDecodeError:  # a broker should have refused it; an exception here would end paho's thread
            topic = ""
        self._arrived(topic, bytes(message.payload), message.mid if message.qos else 0)

    def _arrived(self, topic: str, payload: bytes, packet_id: int) -> None:
        if packet_id and self.backlog < QUEUE_FRAMES:
            self._client.acknowledge_after_reading(packet_id)
            packet_id = 0
        if self.backlog < _MOST_FRAMES:
            self._frames.append(Delivery(topic, payload, packet_id, self._connection))
        else:  # a broker that does not keep to our receive maximum
            _log.warning("the intake is behind; a frame of %d bytes waits at its device", len(payload))

    def _on_publish(self, _client: mqtt.Client, _data: Any, mid: int, _reason: ReasonCode, _p: Any) -> None:
        self._taken.append(mid)

    def _say_lost(self, reason: str) -> None:
        """Once per loss, not once per attempt."""
        if not self._link_said:
            self._link_said = True
            _log.warning("the broker at %s is away (%s); trying again", self._address, reason)


class _BufferedClient(mqtt.Client):
    """paho with a buffer between socket and parser. Only paho's own thread reads."""

    arrived: Callable[[str, bytes, int], None]
    """Told topic, payload and packet id (0: none) of a plain frame, beside `on_message` for the others."""
    was_read: Callable[[], None]
    """Told after each reading."""
    _buffer = b""
    _at = 0

    def start_anew(self, _client: mqtt.Client, _data: Any, sock: Any) -> None:
        """For a new connection; and no waiting for more to send (Nagle), which would hold four bytes back for 40 ms."""
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._buffer, self._at = b"", 0
        self._acknowledged: list[int] = []

    def acknowledge(self, packet_ids: Sequence[int]) -> None:
        """PUBACKs in one write. Safe to call from any thread."""
        if packet_ids:
            packets = b"".join(struct.pack(">BBH", _PUBACK, 2, packet_id) for packet_id in packet_ids)
            self._packet_queue(_PUBACK, packets, 0, _QOS)

    def acknowledge_after_reading(self, packet_id: int) -> None:
        """From a callback: together with the others that were read at once."""
        self._acknowledged.append(packet_id)

    def loop_read(self, max_packets: int = 1) -> MQTTErrorCode:
        """Everything that has come, and its acknowledgements."""
        with contextlib.suppress(OSError):  # nothing there, or a lost link: paho meets it below
            self._sock_recv(0)
        self._take_plain_frames()
        rc = super().loop_read(max_packets)
        while rc == MQTTErrorCode.MQTT_ERR_SUCCESS and self._at < len(self._buffer):
            self._take_plain_frames()
            rc = super().loop_read(max_packets)
        self.was_read()
        acknowledged, self._acknowledged = self._acknowledged, []
        if rc == MQTTErrorCode.MQTT_ERR_SUCCESS:
            self.acknowledge(acknowledged)
        return rc

    def _take_plain_frames(self) -> None:
        if self._in_packet["command"]:  # paho is in the middle of a packet
            return
        while (frame := plain_frame(self._buffer, self._at)) is not None:
            self.arrived(frame.topic, frame.payload, frame.packet_id)
            self._at = frame.end

    def _sock_recv(self, bufsize: int) -> bytes:
        if self._at == len(self._buffer):
            self._buffer, self._at = super()._sock_recv(_READ_BYTES), 0
        piece = self._buffer[self._at : self._at + bufsize]
        self._at += len(piece)
        return piece


class PlainFrame(NamedTuple):
    """A PUBLISH without properties, at QoS 0 or 1."""

    topic: str
    payload: bytes
    packet_id: int
    end: int
    """Where the next packet begins."""


def plain_frame(buffer: bytes, at: int) -> PlainFrame | None:
    """The packet that begins at `at`, if it is whole and plain (MQTT 5.0 section 3.3); None leaves it to paho."""
    first = buffer[at] if at < len(buffer) else 0
    if first & 0xF4 != _PUBLISH:
        return None
    length, place, shift = 0, at + 1, 0
    while True:
        if place >= len(buffer) or shift > _LONGEST_SHIFT:
            return None
        byte = buffer[place]
        length |= (byte & 0x7F) << shift
        place, shift = place + 1, shift + 7
        if not byte & 0x80:
            break
    end = place + length
    with_id = bool(first & 0x02)
    topic_end = place + 2 + int.from_bytes(buffer[place : place + 2], "big")
    properties = topic_end + 2 * with_id
    if end > len(buffer) or properties >= end or buffer[properties]:
        return None
    try:
        topic = buffer[place + 2 : topic_end].decode()
    except UnicodeDecodeError:
        return None
    packet_id = int.from_bytes(buffer[topic_end:properties], "big")
    return PlainFrame(topic, buffer[properties + 1 : end], packet_id, end)
