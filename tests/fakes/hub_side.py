"""The hub's end of the wire in transport tests: hears what devices publish, and answers."""

import queue
import ssl
from pathlib import Path

from paho.mqtt import client as mqtt
from paho.mqtt.enums import CallbackAPIVersion, MQTTProtocolVersion

from agent.contract import topics
from tests.fakes.pki import Credentials

STATUS_FILTER = f"{topics.PREFIX}/+/+/status"
_PATIENCE_S = 10.0


class HubSide:
    """A paho client, subscribed to everything that devices send."""

    def __init__(self, port: int, ca_file: Path | None = None, credentials: Credentials | None = None) -> None:
        self.messages: queue.Queue[tuple[str, bytes]] = queue.Queue()
        self.statuses: queue.Queue[tuple[str, bytes]] = queue.Queue()
        self._subscribed: queue.Queue[None] = queue.Queue()
        self._client = mqtt.Client(
            CallbackAPIVersion.VERSION2, client_id="hub-intake", protocol=MQTTProtocolVersion.MQTTv5
        )
        if ca_file is not None and credentials is not None:
            context = ssl.create_default_context(cafile=ca_file)
            context.load_cert_chain(credentials.cert_file, credentials.key_file)
            self._client.tls_set_context(context)
        self._client.on_connect = lambda client, *_: client.subscribe([(topics.UP_FILTER, 1), (STATUS_FILTER, 1)])
        self._client.on_subscribe = lambda *_: self._subscribed.put(None)
        self._client.on_message = self._heard
        self._client.connect("127.0.0.1", port)
        self._client.loop_start()
        self._subscribed.get(timeout=_PATIENCE_S)

    def _heard(self, _client: mqtt.Client, _data: object, message: mqtt.MQTTMessage) -> None:
        where = self.statuses if message.topic.endswith("/status") else self.messages
        where.put((message.topic, bytes(message.payload)))

    def send(self, topic: str, payload: bytes) -> None:
        """Publish at QoS 1 and wait for the broker's PUBACK."""
        self._client.publish(topic, payload, qos=1).wait_for_publish(_PATIENCE_S)

    def close(self) -> None:
        """Leave, and end the client's thread."""
        self._client.disconnect()
        self._client.loop_stop()
