"""A plain MQTT 5 client for tests: publishes, and collects what arrives."""

import queue
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import paho.mqtt.client as mqtt
from paho.mqtt.enums import CallbackAPIVersion, MQTTProtocolVersion


@dataclass(frozen=True)
class TlsContext:
    """Files for mutual TLS."""

    ca: Path
    certificate: Path
    key: Path


class MqttProbe:
    """Connected while the block runs."""

    def __init__(self, port: int, topic_filter: str, tls: TlsContext | None = None) -> None:
        self.arrived: queue.Queue[tuple[str, bytes]] = queue.Queue()
        self._subscribed = threading.Event()
        self._filter = topic_filter
        self._client = mqtt.Client(CallbackAPIVersion.VERSION2, protocol=MQTTProtocolVersion.MQTTv5)
        self._client.reconnect_delay_set(1, 1)
        self._client.on_connect = lambda client, *_: client.subscribe(self._filter, qos=1)
        self._client.on_subscribe = lambda *_: self._subscribed.set()
        self._client.on_message = lambda _c, _d, message: self.arrived.put((message.topic, bytes(message.payload)))
        if tls is not None:
            self._client.tls_set(str(tls.ca), str(tls.certificate), str(tls.key))
        self._port = port

    def __enter__(self) -> Self:
        self._client.connect_async("127.0.0.1", self._port)
        self._client.loop_start()
        assert self._subscribed.wait(20), "the broker did not answer"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.disconnect()
        self._client.loop_stop()

    def publish(self, topic: str, payload: bytes, *, retain: bool = False) -> None:
        """At QoS 1, waiting for the broker's acknowledgement."""
        self._client.publish(topic, payload, qos=1, retain=retain).wait_for_publish(20)

    def next(self, timeout_s: float = 20.0) -> bytes:
        """The next payload that arrives."""
        return self.arrived.get(timeout=timeout_s)[1]

    def quiet_for(self, seconds: float) -> bool:
        """Whether nothing arrives for so long."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            try:
                self.arrived.get(timeout=0.05)
            except queue.Empty:
                continue
            return False
        return True
