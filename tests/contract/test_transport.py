"""What every Transport promises: over memory, the embedded broker, and mosquitto with and without mutual TLS."""

import queue
import socket
import ssl
import threading
import time
from contextlib import closing
from pathlib import Path
from typing import Protocol

import pytest
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)

from agent.adapters.mqtt_transport import MqttSettings, MqttTransport
from agent.contract import topics
from agent.contract.sealing import MAX_FRAME_BYTES
from agent.errors import TechnicianNeededError
from agent.ports import Transport
from tests.fakes.hub_side import HubSide
from tests.fakes.iotcore_broker import IotcoreBroker
from tests.fakes.loopback_transport import LoopbackBroker, LoopbackTransport
from tests.fakes.mosquitto import Mosquitto
from tests.fakes.pki import Authority

TENANT, DEVICE = "demo", "device-0001"
UP = topics.up(TENANT, DEVICE, "feedback")
DOWN = topics.down(TENANT, DEVICE, "receipt")
STATUS = topics.status(TENANT, DEVICE)
PATIENCE_S = 15.0
QUIET_S = 0.4


class Listener:
    """Records what a transport reports, one queue per kind."""

    def __init__(self):
        self.ups = queue.Queue()
        self.downs = queue.Queue()
        self.arrivals = queue.Queue()
        self.handed = queue.Queue()

    def connected(self, *, session_present):
        self.ups.put(session_present)

    def disconnected(self, reason):
        self.downs.put(reason)

    def arrived(self, topic, payload):
        self.arrivals.put((topic, payload))

    def handed_over(self, message_id):
        self.handed.put(message_id)


class Wire(Protocol):
    """A broker with the hub on its other side."""

    def transport(self, device: str = DEVICE) -> Transport: ...
    def hub_hears(self) -> tuple[str, bytes]: ...
    def hub_sees_status(self) -> tuple[str, bytes]: ...
    def hub_sends(self, topic: str, payload: bytes) -> None: ...
    def cut(self, transport: Transport) -> None: ...
    def kill(self) -> None: ...
    def restart(self) -> None: ...
    def close(self) -> None: ...


class LoopbackWire:
    def __init__(self):
        self.broker = LoopbackBroker()

    def transport(self, device=DEVICE):
        return LoopbackTransport(self.broker, TENANT, device)

    def hub_hears(self):
        return self.broker.heard.popleft()

    def hub_sees_status(self):
        return self.broker.statuses.popleft()

    def hub_sends(self, topic, payload):
        self.broker.send(topic, payload)

    def cut(self, transport):
        self.broker.cut(transport.device)

    def kill(self):
        self.broker.kill()

    def restart(self):
        self.broker.restart()

    def close(self):
        pass


class BrokerWire:
    """A real broker; with an authority, everybody shows a certificate."""

    def __init__(self, broker, authority=None):
        self.broker = broker
        self.authority = authority
        self.hub = None
        self.restart()

    def settings(self, device=DEVICE, **changes):
        values = {"host": "127.0.0.1", "port": self.broker.port, "tenant": TENANT, "device": device}
        if self.authority is not None:
            own = self.authority.client(device)
            values |= {"ca_file": self.authority.ca_file, "cert_file": own.cert_file, "key_file": own.key_file}
        return MqttSettings(**(values | changes))

    def transport(self, device=DEVICE):
        return MqttTransport(self.settings(device))

    def hub_hears(self):
        return self.hub.messages.get(timeout=PATIENCE_S)

    def hub_sees_status(self):
        return self.hub.statuses.get(timeout=PATIENCE_S)

    def hub_sends(self, topic, payload):
        self.hub.send(topic, payload)

    def cut(self, transport):
        transport._attempt._client.socket().shutdown(socket.SHUT_RDWR)

    def kill(self):
        self.hub.close()
        self.hub = None
        self.broker.kill()

    def restart(self):
        self.broker.start()
        if self.authority is None:
            self.hub = HubSide(self.broker.port)
        else:
            self.hub = HubSide(self.broker.port, self.authority.ca_file, self.authority.client("hub-intake"))

    def close(self):
        if self.hub is not None:
            self.hub.close()
        self.broker.kill()


@pytest.fixture(autouse=True)
def no_thread_is_left():
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + PATIENCE_S
    while left := set(threading.enumerate()) - before:
        assert time.monotonic() < deadline, f"threads left: {[t.name for t in left]}"
        time.sleep(0.01)


@pytest.fixture
def authority(tmp_path):
    return Authority(tmp_path)


def secure_mosquitto(folder: Path, authority: Authority, *names: str) -> Mosquitto:
    return Mosquitto(folder, authority, authority.server(*names), TENANT)


@pytest.fixture(
    params=[
        "memory",
        "iotcore",
        pytest.param("mosquitto", marks=pytest.mark.broker),
        pytest.param("mosquitto_tls", marks=pytest.mark.broker),
    ]
)
def wire(request, tmp_path, authority):
    kinds = {
        "memory": LoopbackWire,
        "iotcore": lambda: BrokerWire(IotcoreBroker(tmp_path)),
        "mosquitto": lambda: BrokerWire(Mosquitto(tmp_path)),
        "mosquitto_tls": lambda: BrokerWire(secure_mosquitto(tmp_path, authority, "127.0.0.1"), authority),
    }
    with closing(kinds[request.param]()) as wire:
        yield wire


@pytest.fixture
def secure_wire(tmp_path, authority):
    with closing(BrokerWire(secure_mosquitto(tmp_path, authority, "127.0.0.1"), authority)) as wire:
        yield wire


@pytest.fixture
def listener():
    return Listener()


@pytest.fixture
def transport(wire):
    transport = wire.transport()
    yield transport
    transport.disconnect()


def connect(transport, listener):
    """Connect and wait for it; True when the session was there."""
    transport.connect(listener)
    return listener.ups.get(timeout=PATIENCE_S)


def nothing_in(waiting):
    """Nothing comes, for a moment."""
    try:
        return waiting.get(timeout=QUIET_S) and False
    except queue.Empty:
        return True


def leave_session_without_subscription(port):
    """CONNECT under the device's name with a session to keep; then gone before a SUBSCRIBE."""
    name = DEVICE.encode()
    body = b"\x00\x04MQTT\x05\x00\x00\x3c" + b"\x05\x11\x00\x00\x0e\x10" + bytes([0, len(name)]) + name
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_S) as link:
        link.sendall(bytes([0x10, len(body)]) + body)
        assert link.recv(1) == b"\x20"


# ---- messages ------------------------------------------------------------------------------------------------------


def test_frame_reaches_the_hub_unchanged_and_the_puback_is_reported(wire, transport, listener):
    connect(transport, listener)
    payload = bytes(range(256))
    assert transport.publish("m1", UP, payload)
    assert wire.hub_hears() == (UP, payload)
    assert listener.handed.get(timeout=PATIENCE_S) == "m1"


def test_largest_frame_passes_and_a_larger_one_is_refused_without_harm(wire, transport, listener):
    connect(transport, listener)
    assert not transport.publish("m1", UP, b"x" * (MAX_FRAME_BYTES + 1))
    assert transport.publish("m2", UP, b"x" * MAX_FRAME_BYTES)
    assert len(wire.hub_hears()[1]) == MAX_FRAME_BYTES
    assert listener.handed.get(timeout=PATIENCE_S) == "m2"
    assert listener.downs.empty()


def test_burst_arrives_complete_and_in_order(wire, transport, listener):
    connect(transport, listener)
    for number in range(300):
        assert transport.publish(f"m{number}", UP, str(number).encode())
    assert [int(wire.hub_hears()[1]) for _ in range(300)] == list(range(300))
    assert [listener.handed.get(timeout=PATIENCE_S) for _ in range(300)] == [f"m{n}" for n in range(300)]


def test_message_from_the_hub_arrives(wire, transport, listener):
    connect(transport, listener)
    wire.hub_sends(DOWN, b"receipt")
    assert listener.arrivals.get(timeout=PATIENCE_S) == (DOWN, b"receipt")


def test_device_hears_only_what_is_meant_for_it(wire, transport, listener):
    connect(transport, listener)
    wire.hub_sends(topics.down(TENANT, "device-0002", "receipt"), b"not for us")
    wire.hub_sends(DOWN, b"for us")
    assert listener.arrivals.get(timeout=PATIENCE_S) == (DOWN, b"for us")


# ---- link and session ----------------------------------------------------------------------------------------------


def test_publish_without_a_link_is_refused_and_never_sent_later(wire, transport, listener):
    assert not transport.publish("m1", UP, b"before")
    connect(transport, listener)
    transport.disconnect()
    assert not transport.publish("m2", UP, b"between")
    connect(transport, listener)
    assert transport.publish("m3", UP, b"after")
    assert wire.hub_hears() == (UP, b"after")


def test_first_session_is_new_and_the_next_one_is_kept(wire, transport, listener):
    assert connect(transport, listener) is False
    transport.disconnect()
    assert connect(transport, listener) is True


def test_receipt_sent_while_the_device_was_away_is_delivered(wire, transport, listener):
    connect(transport, listener)
    transport.disconnect()
    wire.hub_sends(DOWN, b"while away")
    connect(transport, listener)
    assert listener.arrivals.get(timeout=PATIENCE_S) == (DOWN, b"while away")
    assert nothing_in(listener.arrivals)


def test_many_receipts_wait_and_arrive_in_order(wire, transport, listener):
    connect(transport, listener)
    transport.disconnect()
    for number in range(250):
        wire.hub_sends(DOWN, str(number).encode())
    connect(transport, listener)
    assert [int(listener.arrivals.get(timeout=PATIENCE_S)[1]) for _ in range(250)] == list(range(250))


@pytest.mark.broker
def test_session_that_a_crash_left_without_subscription_is_repaired(tmp_path, listener):
    with closing(BrokerWire(Mosquitto(tmp_path))) as wire:
        leave_session_without_subscription(wire.broker.port)
        transport = wire.transport()
        assert connect(transport, listener) is True
        wire.hub_sends(DOWN, b"receipt")
        assert listener.arrivals.get(timeout=PATIENCE_S) == (DOWN, b"receipt")
        transport.disconnect()


def test_receipt_sent_while_the_agent_was_down_is_delivered_to_its_successor(wire, transport, listener):
    connect(transport, listener)
    transport.disconnect()
    wire.hub_sends(DOWN, b"while down")
    successor = wire.transport()
    assert connect(successor, listener) is True
    assert listener.arrivals.get(timeout=PATIENCE_S) == (DOWN, b"while down")
    assert nothing_in(listener.arrivals)
    wire.hub_sends(DOWN, b"live again")
    assert listener.arrivals.get(timeout=PATIENCE_S) == (DOWN, b"live again")
    successor.disconnect()


def test_death_of_the_broker_is_reported_once(wire, transport, listener):
    connect(transport, listener)
    wire.kill()
    assert listener.downs.get(timeout=PATIENCE_S)
    assert not transport.publish("m1", UP, b"nobody is there")
    assert nothing_in(listener.downs)


def test_device_is_heard_and_reached_again_after_the_broker_returned_empty(wire, transport, listener):
    connect(transport, listener)
    wire.kill()
    listener.downs.get(timeout=PATIENCE_S)
    wire.restart()
    assert connect(transport, listener) is False
    assert transport.publish("m1", UP, b"again")
    assert wire.hub_hears() == (UP, b"again")
    wire.hub_sends(DOWN, b"again")
    assert listener.arrivals.get(timeout=PATIENCE_S) == (DOWN, b"again")


def test_attempt_without_a_broker_is_reported_and_not_repeated(wire, transport, listener):
    wire.kill()
    transport.connect(listener)
    assert "refused" in listener.downs.get(timeout=PATIENCE_S)
    wire.restart()
    assert nothing_in(listener.ups)
    assert listener.downs.empty()


def test_disconnect_that_was_asked_for_is_not_reported(wire, transport, listener):
    connect(transport, listener)
    transport.disconnect()
    transport.disconnect()
    assert nothing_in(listener.downs)


def test_connecting_again_replaces_the_link_without_a_word_about_the_old_one(wire, transport, listener):
    connect(transport, listener)
    again = Listener()
    assert connect(transport, again) is True
    assert transport.publish("m1", UP, b"once")
    assert again.handed.get(timeout=PATIENCE_S) == "m1"
    assert nothing_in(listener.downs)
    assert again.downs.empty()
    assert listener.handed.empty()


def test_status_says_online_then_offline_after_a_clean_leave(wire, transport, listener):
    connect(transport, listener)
    assert wire.hub_sees_status() == (STATUS, b"online")
    transport.disconnect()
    assert wire.hub_sees_status() == (STATUS, b"offline")


def test_last_will_says_offline_when_the_link_breaks(wire, transport, listener):
    connect(transport, listener)
    assert wire.hub_sees_status() == (STATUS, b"online")
    wire.cut(transport)
    assert listener.downs.get(timeout=PATIENCE_S)
    assert wire.hub_sees_status() == (STATUS, b"offline")


def test_second_client_under_our_name_ends_the_first(wire, transport, listener):
    connect(transport, listener)
    intruder, heard = wire.transport(), Listener()
    connect(intruder, heard)
    assert listener.downs.get(timeout=PATIENCE_S)
    assert heard.downs.empty()
    intruder.disconnect()


# ---- mutual TLS ----------------------------------------------------------------------------------------------------


@pytest.mark.broker
def test_certificate_of_another_authority_is_refused(secure_wire, listener, tmp_path):
    foreign = Authority(tmp_path, "foreign-authority").client(DEVICE)
    transport = MqttTransport(secure_wire.settings(cert_file=foreign.cert_file, key_file=foreign.key_file))
    transport.connect(listener)
    assert listener.downs.get(timeout=PATIENCE_S)
    assert listener.ups.empty()
    transport.disconnect()


@pytest.mark.broker
def test_broker_of_another_authority_is_not_spoken_to(secure_wire, listener, tmp_path):
    foreign = Authority(tmp_path, "foreign-authority")
    transport = MqttTransport(secure_wire.settings(ca_file=foreign.ca_file))
    transport.connect(listener)
    assert "certificate is not accepted" in listener.downs.get(timeout=PATIENCE_S)
    transport.disconnect()


@pytest.mark.broker
def test_plaintext_device_gets_nothing_from_a_tls_broker(secure_wire, listener):
    transport = MqttTransport(secure_wire.settings(ca_file=None, cert_file=None, key_file=None))
    transport.connect(listener)
    assert listener.downs.get(timeout=PATIENCE_S)
    assert listener.ups.empty()
    transport.disconnect()


@pytest.mark.broker
def test_broker_under_a_wrong_name_is_refused(tmp_path, authority, listener):
    own = authority.client(DEVICE)
    with closing(secure_mosquitto(tmp_path, authority, "broker.example")) as broker:
        broker.start()
        transport = MqttTransport(
            MqttSettings("127.0.0.1", broker.port, TENANT, DEVICE, 30, authority.ca_file, own.cert_file, own.key_file)
        )
        transport.connect(listener)
        assert "certificate is not accepted" in listener.downs.get(timeout=PATIENCE_S)
        assert listener.ups.empty()
        transport.disconnect()


@pytest.mark.broker
def test_refused_publish_is_answered_and_nobody_hears_it(secure_wire, listener, caplog):
    transport = secure_wire.transport()
    connect(transport, listener)
    assert transport.publish("m1", topics.up(TENANT, "device-0002", "feedback"), b"in another's name")
    assert listener.handed.get(timeout=PATIENCE_S) == "m1"
    assert nothing_in(secure_wire.hub.messages)
    transport.disconnect()
    assert "access rules" in caplog.text


@pytest.mark.parametrize("host", ["broker.example", "192.0.2.7", "0.0.0.0", "::2", "127.0.0.1.example", ""])  # noqa: S104 - refused
def test_plaintext_beyond_loopback_is_refused_with_the_remedy(host, listener):
    with pytest.raises(TechnicianNeededError, match=r"mutual TLS.*enrol"):
        MqttTransport(MqttSettings(host, 1883, TENANT, DEVICE)).connect(listener)


@pytest.mark.parametrize("missing", ["ca_file", "cert_file", "key_file"])
def test_half_a_set_of_certificate_files_is_refused(missing, authority, listener):
    own = authority.client(DEVICE)
    files = {"ca_file": authority.ca_file, "cert_file": own.cert_file, "key_file": own.key_file, missing: None}
    with pytest.raises(TechnicianNeededError, match="enrol"):
        MqttTransport(MqttSettings("127.0.0.1", 8883, TENANT, DEVICE, 30, **files)).connect(listener)


@pytest.mark.parametrize("spoilt", ["ca_file", "cert_file", "key_file"])
@pytest.mark.parametrize("content", [None, b"", b"not a certificate"])
def test_missing_or_unreadable_certificate_files_call_the_technician(spoilt, content, authority, listener, tmp_path):
    own = authority.client(DEVICE)
    bad = tmp_path / "spoilt.pem"
    if content is not None:
        bad.write_bytes(content)
    files = {"ca_file": authority.ca_file, "cert_file": own.cert_file, "key_file": own.key_file, spoilt: bad}
    with pytest.raises(TechnicianNeededError, match=r"spoilt\.pem.*enrol"):
        MqttTransport(MqttSettings("broker.example", 8883, TENANT, DEVICE, 30, **files)).connect(listener)


def test_key_with_a_passphrase_calls_the_technician_instead_of_asking_a_terminal(authority, listener, tmp_path):
    own = authority.client(DEVICE)
    key = load_pem_private_key(own.key_file.read_bytes(), None)
    locked = tmp_path / "locked.pem"
    locked.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"secret")))
    settings = MqttSettings("broker.example", 8883, TENANT, DEVICE, 30, authority.ca_file, own.cert_file, locked)
    with pytest.raises(TechnicianNeededError, match="enrol"):
        MqttTransport(settings).connect(listener)


def test_key_of_another_certificate_calls_the_technician(authority, listener):
    one, other = authority.client(DEVICE), authority.client("device-0002")
    settings = MqttSettings(
        "broker.example", 8883, TENANT, DEVICE, 30, authority.ca_file, one.cert_file, other.key_file
    )
    with pytest.raises(TechnicianNeededError, match="enrol"):
        MqttTransport(settings).connect(listener)


# ---- a broker that is not one --------------------------------------------------------------------------------------


class Stranger:
    """Takes one connection, says one thing to it, and closes or keeps silent."""

    def __init__(self, words, *, hangs_up, context=None):
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = self._server.getsockname()[1]
        self._words = words
        self._hangs_up = hangs_up
        self._context = context
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self):
        link, _ = self._server.accept()
        with self._context.wrap_socket(link, server_side=True) if self._context else link as link:
            link.recv(4096)
            link.sendall(self._words)
            if not self._hangs_up:
                self._over.wait(PATIENCE_S)

    def close(self):
        self._over.set()
        self._thread.join(PATIENCE_S)
        self._server.close()


ACCEPTED = bytes.fromhex("2003000000")
"""CONNACK, no session, success, no properties."""

GRANTED = bytes.fromhex("900400010001")
"""SUBACK for one filter at QoS 1."""


@pytest.mark.parametrize(
    "words",
    [
        b"HTTP/1.1 400 Bad Request\r\n\r\n",
        b"\xff" * 64,
        bytes.fromhex("2000"),
        bytes.fromhex("2003000000" * 3),
        ACCEPTED + bytes.fromhex("9003000100") + bytes.fromhex("300300ff41"),
        ACCEPTED + bytes.fromhex("3006000241ff00ff"),
        ACCEPTED + bytes.fromhex("40020001" * 5),
        ACCEPTED + bytes.fromhex("e0010000"),
        bytes.fromhex("20ffffffff7f"),
    ],
)
def test_bytes_that_are_not_mqtt_end_the_attempt_and_nothing_else(words, listener):
    with closing(Stranger(words, hangs_up=True)) as stranger:
        transport = MqttTransport(MqttSettings("127.0.0.1", stranger.port, TENANT, DEVICE))
        transport.connect(listener)
        assert listener.downs.get(timeout=PATIENCE_S)
        assert not transport.publish("m1", UP, b"x")
        assert nothing_in(listener.downs)


def test_broker_that_refuses_us_is_reported_with_its_reason(listener):
    not_authorized = bytes.fromhex("2003008700")
    with closing(Stranger(not_authorized, hangs_up=True)) as stranger:
        transport = MqttTransport(MqttSettings("127.0.0.1", stranger.port, TENANT, DEVICE))
        transport.connect(listener)
        assert listener.downs.get(timeout=PATIENCE_S) == "the broker refused us: Not authorized"


def test_listener_that_never_answers_is_a_timeout(listener, monkeypatch):
    monkeypatch.setattr("agent.adapters.mqtt_transport._ANSWER_TIMEOUT_S", 0.2)
    with closing(Stranger(b"", hangs_up=False)) as stranger:
        transport = MqttTransport(MqttSettings("127.0.0.1", stranger.port, TENANT, DEVICE))
        transport.connect(listener)
        assert "timeout" in listener.downs.get(timeout=PATIENCE_S)


def test_broker_that_falls_silent_is_noticed_by_the_keep_alive(listener):
    with closing(Stranger(ACCEPTED + GRANTED, hangs_up=False)) as stranger:
        transport = MqttTransport(MqttSettings("127.0.0.1", stranger.port, TENANT, DEVICE, keepalive_s=1))
        connect(transport, listener)
        assert listener.downs.get(timeout=PATIENCE_S) == "the broker fell silent: no answer to the keep-alive ping"


def test_disconnect_during_an_attempt_ends_it_silently(listener):
    with closing(Stranger(b"", hangs_up=False)) as stranger:
        transport = MqttTransport(MqttSettings("127.0.0.1", stranger.port, TENANT, DEVICE))
        transport.connect(listener)
        transport.disconnect()
        assert nothing_in(listener.downs)
        assert listener.ups.empty()


def test_packets_that_share_one_tls_record_are_all_read_at_once(authority, listener):
    server, own = authority.server("127.0.0.1"), authority.client(DEVICE)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(server.cert_file, server.key_file)
    one_publish = bytes([0x30, 3 + len(DOWN) + 1, 0, len(DOWN)]) + DOWN.encode() + b"\x00x"
    with closing(Stranger(ACCEPTED + GRANTED + 20 * one_publish, hangs_up=False, context=context)) as stranger:
        transport = MqttTransport(
            MqttSettings("127.0.0.1", stranger.port, TENANT, DEVICE, 30, authority.ca_file, own.cert_file, own.key_file)
        )
        connect(transport, listener)
        for _ in range(20):
            assert listener.arrivals.get(timeout=0.5) == (DOWN, b"x")
        transport.disconnect()


def test_broker_limits_are_kept(listener):
    """Receive maximum 2 and maximum packet size 2000 in the CONNACK."""
    limited = bytes.fromhex("200b0000082100022700") + bytes.fromhex("0007d0")
    with closing(Stranger(limited + GRANTED, hangs_up=False)) as stranger:
        transport = MqttTransport(MqttSettings("127.0.0.1", stranger.port, TENANT, DEVICE))
        connect(transport, listener)
        assert not transport.publish("m1", UP, b"x" * 2_000)
        for number in range(10):
            assert transport.publish(f"m{number}", UP, b"x" * 1_000)
        time.sleep(QUIET_S)
        assert len(transport._attempt._unanswered) == 2
        transport.disconnect()
