"""MqttTransport: a thin MQTT 5 wire over paho. One attempt per `connect`, no memory, no retries: the engine decides.

- Each attempt has its own paho client and one thread that does everything with it, so that no paho lock is ever held
  while another thread waits. Other threads only append to a queue and wake it.
- The session outlives the connection (`SESSION_EXPIRY_S`): receipts wait in the broker while the device is away.
- The link counts as up when the broker has granted the subscription, never before: a receipt must not miss us.
- Beyond loopback only mutual TLS, 1.2 or newer, with the broker's name verified.
- While a backlog drains, most of what comes is PUBACKs of four bytes. `_BufferedClient` reads many at once; paho alone
  asks the system three times for each.
- The broker is not trusted: what it sends that is not MQTT ends the connection, and nothing else.
"""

import ipaddress
import logging
import selectors
import socket
import ssl
import threading
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from paho.mqtt import client as mqtt
from paho.mqtt.enums import CallbackAPIVersion, MQTTErrorCode, MQTTProtocolVersion
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties
from paho.mqtt.reasoncodes import ReasonCode
from paho.mqtt.subscribeoptions import SubscribeOptions

from agent.contract import topics
from agent.contract.sealing import MAX_FRAME_BYTES
from agent.errors import TechnicianNeededError
from agent.ports import TransportListener

SESSION_EXPIRY_S = 7 * 24 * 3600
"""How long the broker keeps our session, and receipts in it, while we are away."""

RECEIVE_MAXIMUM = 100
"""Messages from the broker that may be unacknowledged at one time."""

ONLINE, OFFLINE = b"online", b"offline"
"""What stands, retained, on the status topic. The broker writes the second when we vanish."""

_ANSWER_TIMEOUT_S = 10.0  # from the TCP connection to the granted subscription
_FAREWELL_S = 2.0  # to write a DISCONNECT
_STOP_TIMEOUT_S = 15.0  # the longest wait for name lookup, TCP and TLS of an attempt that is given up
_PACKET_OVERHEAD_BYTES = 64  # fixed header, packet id and properties of a PUBLISH, without topic and payload
_LAST_PACKET_ID = 65_535
_KEEP_ALIVE_TIMEOUT = 0x8D  # MQTT 5.0 section 2.4; paho says it in the broker's place
_DISCONNECT_WITH_WILL = 0x04  # MQTT 5.0 section 3.14.2.1: the broker publishes the last will on our behalf

_READ_BYTES = 16 * 1024
_PLAIN_PUBACK = b"\x40\x02"
_SUCCESS = ReasonCode(PacketTypes.PUBACK)
_NO_PROPERTIES = Properties(PacketTypes.PUBACK)  # type: ignore[no-untyped-call]  # paho left its annotation out

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class MqttSettings:
    """Where the broker is and who we are."""

    host: str
    port: int
    tenant: str
    device: str
    """The device's pseudonym; also the MQTT client id."""
    keepalive_s: int = 30
    ca_file: Path | None = None
    """Who may speak for the broker, PEM. With `cert_file` and `key_file`: mutual TLS; all three or none."""
    cert_file: Path | None = None
    key_file: Path | None = None


class MqttTransport:
    """`agent.ports.Transport` over paho-mqtt.

    A disconnect that was asked for is not reported. Messages of a kept session may arrive before `connected`.
    """

    def __init__(self, settings: MqttSettings) -> None:
        self._settings = settings
        self._attempt: _Attempt | None = None

    def connect(self, listener: TransportListener) -> None:
        """Start one attempt in the background; one that is still there is given up first.

        Raises:
            TechnicianNeededError: plaintext beyond loopback, or certificate files that are missing or do not fit.
        """
        context = _tls_context(self._settings)
        self.disconnect()
        subscribed = self._attempt is not None and self._attempt.subscribed
        self._attempt = _Attempt(self._settings, context, listener, subscribed=subscribed)
        self._attempt.start()

    def publish(self, message_id: str, topic: str, payload: bytes) -> bool:
        """Hand one frame to the wire at QoS 1. False when the link is not up or does not take a frame so large."""
        attempt = self._attempt
        return attempt is not None and attempt.publish(message_id, topic, payload)

    def disconnect(self) -> None:
        """Leave cleanly; what was not sent yet is dropped. Safe to call at any time."""
        if self._attempt is not None:
            self._attempt.stop()


@dataclass(frozen=True, slots=True)
class _Outgoing:
    message_id: str
    topic: str
    payload: bytes


class _Attempt:
    """One connection, from TCP to its end. Everything below `_run` happens in its own thread."""

    def __init__(
        self, settings: MqttSettings, context: ssl.SSLContext | None, listener: TransportListener, *, subscribed: bool
    ) -> None:
        self.subscribed = subscribed
        """The broker granted the subscription in the session that it keeps for us."""
        self._settings = settings
        self._secure = context is not None
        self._listener = listener
        self._outgoing: deque[_Outgoing] = deque()
        self._unanswered: dict[int, str | None] = {}
        self._session_present = False
        self._broker_room = _LAST_PACKET_ID
        self._largest_packet: int | None = None
        self._answered = False
        self._refusal_logged = False
        self._up = False
        self._leaving = False
        self._end_reason: str | None = None
        self._client = self._make_client(context)
        self._wake_reader, self._wake_writer = socket.socketpair()
        self._wake_reader.setblocking(False)
        self._wake_writer.setblocking(False)
        self._thread = threading.Thread(target=self._run, name="mqtt-transport", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def publish(self, message_id: str, topic: str, payload: bytes) -> bool:
        if not self._up or not self._takes(topic, payload):
            return False
        self._outgoing.append(_Outgoing(message_id, topic, payload))
        self._wake()
        return True

    def stop(self) -> None:
        self._leaving = True
        self._up = False
        self._wake()
        if threading.current_thread() is not self._thread:
            self._thread.join(_STOP_TIMEOUT_S)

    def _takes(self, topic: str, payload: bytes) -> bool:
        if len(payload) > MAX_FRAME_BYTES:
            return False
        packet = len(topic.encode()) + len(payload) + _PACKET_OVERHEAD_BYTES
        return self._largest_packet is None or packet <= self._largest_packet

    def _wake(self) -> None:
        with suppress(OSError):  # full: it is awake already; closed: it has ended
            self._wake_writer.send(b"\0")

    # ---- the attempt's own thread --------------------------------------------------------------------------------

    def _run(self) -> None:
        try:
            self._client.connect(
                self._settings.host,
                self._settings.port,
                self._settings.keepalive_s,
                clean_start=False,
                properties=_connect_properties(),
            )
            self._serve()
        except OSError as error:
            self._end(_describe(error))
        except Exception as error:  # noqa: BLE001 - paho's parser raises anything on bytes that are not MQTT
            self._end(f"the broker's bytes were not understood ({type(error).__name__})")
        finally:
            self._up = False
            self._close_sockets()
            if not self._leaving:
                self._listener.disconnected(self._end_reason or "the connection was lost")

    def _serve(self) -> None:
        deadline = time.monotonic() + _ANSWER_TIMEOUT_S
        with selectors.DefaultSelector() as selector:
            while self._end_reason is None and not self._leaving:
                if not self._turn(selector, 1.0 if not self._up else max(1.0, self._settings.keepalive_s / 4)):
                    self._end(self._unexplained_end())
                elif not self._up and time.monotonic() > deadline:
                    self._end("timeout: the broker did not answer")
            if self._leaving and self._answered:
                self._say_farewell(selector)

    def _turn(self, selector: selectors.BaseSelector, timeout_s: float) -> bool:
        """Wait for something to do, and do it. False once the socket is gone."""
        sock = self._client.socket()
        if not isinstance(sock, socket.socket):
            return False
        if not selector.get_map():
            selector.register(sock, selectors.EVENT_READ)
            selector.register(self._wake_reader, selectors.EVENT_READ)
        wants = selectors.EVENT_READ | (selectors.EVENT_WRITE if self._client.want_write() else 0)
        selector.modify(sock, wants)
        ready = {key.fileobj: events for key, events in selector.select(timeout_s)}
        if self._wake_reader in ready:
            self._wake_reader.recv(4096)
        if ready.get(sock, 0) & selectors.EVENT_READ:
            self._read(sock)
        self._send_waiting()
        if self._client.want_write():
            self._client.loop_write()
        return self._client.loop_misc() == MQTTErrorCode.MQTT_ERR_SUCCESS

    def _read(self, sock: socket.socket) -> None:
        rc = self._client.loop_read()
        # TLS hands over whole records: what is decrypted already never makes the socket readable again.
        while rc == MQTTErrorCode.MQTT_ERR_SUCCESS and isinstance(sock, ssl.SSLSocket) and sock.pending():
            rc = self._client.loop_read()

    def _send_waiting(self) -> None:
        while self._up and self._outgoing and len(self._unanswered) < self._broker_room:
            outgoing = self._outgoing.popleft()
            info = self._client.publish(outgoing.topic, outgoing.payload, qos=1)
            self._unanswered[info.mid] = outgoing.message_id

    def _say_farewell(self, selector: selectors.BaseSelector) -> None:
        self._client.disconnect(ReasonCode(PacketTypes.DISCONNECT, identifier=_DISCONNECT_WITH_WILL))
        deadline = time.monotonic() + _FAREWELL_S
        while time.monotonic() < deadline and self._turn(selector, 0.1):
            pass

    def _end(self, reason: str) -> None:
        self._up = False
        self._end_reason = self._end_reason or reason

    def _unexplained_end(self) -> str:
        if self._secure and not self._answered:
            # With TLS 1.3 a refused client certificate shows only after the handshake, as a closed connection.
            return "the broker closed the connection before it answered: it may not accept this device's certificate"
        return "the connection was lost"

    def _close_sockets(self) -> None:
        sock = self._client.socket()
        if isinstance(sock, socket.socket):
            sock.close()
        self._wake_reader.close()
        self._wake_writer.close()

    # ---- paho's callbacks, in the same thread --------------------------------------------------------------------

    def _make_client(self, context: ssl.SSLContext | None) -> mqtt.Client:
        client = _BufferedClient(
            CallbackAPIVersion.VERSION2,
            client_id=self._settings.device,
            protocol=MQTTProtocolVersion.MQTTv5,
            reconnect_on_failure=False,
        )
        if context is not None:
            client.tls_set_context(context)
        client.max_inflight_messages = 0  # no second queue inside paho: `_send_waiting` keeps to the broker's limit
        client.will_set(topics.status(self._settings.tenant, self._settings.device), OFFLINE, qos=1, retain=True)
        client.on_socket_open = _send_at_once
        client.on_connect = self._on_connect
        client.on_subscribe = self._on_subscribe
        client.on_publish = self._on_publish
        client.on_message = self._on_message
        client.on_disconnect = self._on_disconnect
        return client

    def _on_connect(
        self,
        client: mqtt.Client,
        _data: object,
        flags: mqtt.ConnectFlags,
        reason: ReasonCode,
        properties: Properties | None,
    ) -> None:
        self._answered = True
        if reason.is_failure:
            self._end(f"the broker refused us: {reason}")
            return
        self._broker_room = getattr(properties, "ReceiveMaximum", _LAST_PACKET_ID)
        self._largest_packet = getattr(properties, "MaximumPacketSize", None)
        self._session_present = flags.session_present
        self.subscribed = self.subscribed and flags.session_present
        if self.subscribed:
            self._rise()
        else:  # also in a kept session that we do not remember: a crash may have come before the SUBSCRIBE
            device_filter = topics.down_filter(self._settings.tenant, self._settings.device)
            client.subscribe(device_filter, options=SubscribeOptions(qos=1))

    def _on_subscribe(
        self, _client: mqtt.Client, _data: object, _mid: int, reasons: list[ReasonCode], _properties: Properties
    ) -> None:
        refused = [str(reason) for reason in reasons if reason.is_failure]
        if refused:
            self._end(f"the broker refused the subscription: {refused[0]}")
            return
        self.subscribed = True
        self._rise()

    def _rise(self) -> None:
        if self._leaving:
            return
        status = topics.status(self._settings.tenant, self._settings.device)
        self._unanswered[self._client.publish(status, ONLINE, qos=1, retain=True).mid] = None
        self._up = True
        self._listener.connected(session_present=self._session_present)

    def _on_publish(
        self, _client: mqtt.Client, _data: object, mid: int, reason: ReasonCode, _properties: Properties
    ) -> None:
        message_id = self._unanswered.pop(mid, None)
        if reason.is_failure and not self._refusal_logged:
            self._refusal_logged = True
            _log.warning("The broker refuses what this device publishes: %s. Check the broker's access rules.", reason)
        if message_id is not None and not self._leaving:
            self._listener.handed_over(message_id)

    def _on_message(self, _client: mqtt.Client, _data: object, message: mqtt.MQTTMessage) -> None:
        if len(message.payload) > MAX_FRAME_BYTES:
            _log.warning("A message of %d bytes came down and was dropped: no frame is so large.", len(message.payload))
        elif not self._leaving:
            self._listener.arrived(message.topic, bytes(message.payload))

    def _on_disconnect(
        self,
        _client: mqtt.Client,
        _data: object,
        flags: mqtt.DisconnectFlags,
        reason: ReasonCode | int | None,
        _properties: Properties | None,
    ) -> None:
        if flags.is_disconnect_packet_from_server:
            self._end(f"the broker closed the connection: {reason}")
        elif isinstance(reason, ReasonCode) and reason.value == _KEEP_ALIVE_TIMEOUT:
            self._end("the broker fell silent: no answer to the keep-alive ping")
        else:
            self._end(self._unexplained_end())


class _BufferedClient(mqtt.Client):
    """paho with a buffer between socket and parser, for one connection."""

    _buffer = b""
    _at = 0

    def loop_read(self, max_packets: int = 1) -> MQTTErrorCode:
        """Everything that has come."""
        with suppress(OSError):  # nothing there, or a lost link: paho meets it below
            self._sock_recv(0)
        self._take_plain_acknowledgements()
        rc = super().loop_read(max_packets)
        while rc == MQTTErrorCode.MQTT_ERR_SUCCESS and self._at < len(self._buffer):
            self._take_plain_acknowledgements()
            rc = super().loop_read(max_packets)
        return rc

    def _take_plain_acknowledgements(self) -> None:
        """PUBACKs without a reason code, which say Success (MQTT 5.0 section 3.4.2.1); all others are left to paho."""
        if self._in_packet["command"]:  # paho is in the middle of a packet
            return
        while self._buffer[self._at : self._at + 2] == _PLAIN_PUBACK and self._at + 4 <= len(self._buffer):
            mid = int.from_bytes(self._buffer[self._at + 2 : self._at + 4], "big")
            self._at += 4
            with self._out_message_mutex:
                if mid in self._out_messages:
                    self._do_on_publish(mid, _SUCCESS, _NO_PROPERTIES)

    def _sock_recv(self, bufsize: int) -> bytes:
        if self._at == len(self._buffer):
            self._buffer, self._at = super()._sock_recv(_READ_BYTES), 0
        piece = self._buffer[self._at : self._at + bufsize]
        self._at += len(piece)
        return piece


def _send_at_once(_client: mqtt.Client, _data: object, sock: object) -> None:
    """No waiting for more to send (Nagle): it would hold the small packets of a window back for 40 ms."""
    assert isinstance(sock, socket.socket)  # noqa: S101 - paho types it as anything
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


# ---- settings and reasons ------------------------------------------------------------------------------------------


class _EagerContext(ssl.SSLContext):
    """Shakes hands while wrapping, where a failure closes the socket; paho's own way leaves it open."""

    def wrap_socket(  # noqa: PLR0917 - the signature is Python's
        self,
        sock: socket.socket,
        server_side: bool = False,
        do_handshake_on_connect: bool = True,  # noqa: ARG002 - paho asks for False; see the class
        suppress_ragged_eofs: bool = True,
        server_hostname: str | bytes | None = None,
        session: ssl.SSLSession | None = None,
    ) -> ssl.SSLSocket:
        return super().wrap_socket(sock, server_side, True, suppress_ragged_eofs, server_hostname, session)


def _tls_context(settings: MqttSettings) -> ssl.SSLContext | None:
    """Mutual TLS from the settings' files, read anew for each attempt so that a renewed certificate is used.

    Raises:
        TechnicianNeededError: see `MqttTransport.connect`.
    """
    if settings.ca_file is None and settings.cert_file is None and settings.key_file is None:
        if _is_loopback(settings.host):
            return None
        raise TechnicianNeededError(
            f"Broker {settings.host} is not on this device and needs mutual TLS, but the device has no certificate: "
            "enrol it again with tingche-agent provision."
        )
    if settings.ca_file is None or settings.cert_file is None or settings.key_file is None:
        raise TechnicianNeededError(
            "Mutual TLS needs the authority's file, the device's certificate and its key, and not all three are set: "
            "enrol the device again with tingche-agent provision."
        )
    context = _EagerContext(ssl.PROTOCOL_TLS_CLIENT)  # verifies certificate and name
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        context.load_verify_locations(settings.ca_file)
    except OSError as error:
        raise _unusable(settings.ca_file, error) from None
    try:
        context.load_cert_chain(settings.cert_file, settings.key_file, password="")  # never ask a terminal
    except OSError as error:
        raise _unusable(f"{settings.cert_file} with {settings.key_file}", error) from None
    return context


def _unusable(place: Path | str, error: OSError) -> TechnicianNeededError:
    detail = error.reason if isinstance(error, ssl.SSLError) else error.strerror
    return TechnicianNeededError(
        f"{place} cannot be used for mutual TLS ({detail or type(error).__name__}): enrol the device again with "
        "tingche-agent provision."
    )


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _connect_properties() -> Properties:
    properties = Properties(PacketTypes.CONNECT)  # type: ignore[no-untyped-call]  # paho left its annotation out
    properties.SessionExpiryInterval = SESSION_EXPIRY_S
    properties.ReceiveMaximum = RECEIVE_MAXIMUM
    properties.MaximumPacketSize = MAX_FRAME_BYTES + 1024
    return properties


def _describe(error: OSError) -> str:
    """Why there is no connection, in fixed words."""
    match error:
        case ssl.SSLCertVerificationError():
            return f"the broker's certificate is not accepted: {error.verify_message}"
        case ssl.SSLError():
            return f"TLS failed: {error.reason or type(error).__name__}"
        case TimeoutError():
            return "timeout: the broker's address does not answer"
        case ConnectionRefusedError():
            return "refused: no broker listens at its address"
        case socket.gaierror():
            return "the broker's name cannot be resolved"
        case _:
            return f"no connection: {error.strerror or type(error).__name__}"
