"""The embedded MQTT 5 broker (iotcore): on 127.0.0.1 only, watched, and started again when it dies.

- It cannot check client certificates (its `capath` is silently ignored), so it is refused on any other address.
- It speaks MQTT 5 only through a configuration file, and cannot choose a free port itself.
- It runs in a process of its own that ends when its standard input closes: when this process goes, it goes too.
- Nothing in it is worth keeping: a device sends again whatever has no receipt.
"""

import logging
import socket
import threading
from pathlib import Path
from typing import Any

from hub.adapters.state_folder import disk_error
from hub.errors import OperatorNeededError

LOOPBACK = "127.0.0.1"
MAX_PAYLOAD_BYTES = 256 * 1024
"""Largest MQTT payload. A frame is under 70 kB; an oversize one should reach the hub, to be counted."""

_log = logging.getLogger(__name__)
_WATCH_S = 0.2
_RESTART_MAX_S = 5.0
_PORT_TRIES = 5
_CONFIGURATION = """\
id = 0
[router]
id = 0
max_connections = 500
max_outgoing_packet_count = 200
max_segment_size = 4194304
max_segment_count = 10
[v5.1]
name = "tingche"
listen = "{listen}:{port}"
next_connection_delay_ms = 1
[v5.1.connections]
connection_timeout_ms = 60000
max_payload_size = {max_payload}
max_inflight_count = 100
dynamic_filters = true
"""


def check_listen_address(address: str) -> None:
    """The embedded broker's only address.

    Raises:
        OperatorNeededError: any address but 127.0.0.1.
    """
    if address != LOOPBACK:
        raise OperatorNeededError(
            f"The embedded broker listens on {LOOPBACK} only, not on {address}: it cannot check client certificates, "
            "so anyone in reach could pose as a device. Run one with mutual TLS and name it with --broker HOST:PORT."
        )


class EmbeddedBroker:
    """One broker, watched from a thread."""

    def __init__(self, folder: Path, port: int = 0, listen: str = LOOPBACK) -> None:
        check_listen_address(listen)
        self._configuration = folder / "broker.toml"
        self._wanted = port
        self.port = port
        """The port in use, once started."""
        self._broker: Any = None
        self._stopping = threading.Event()
        self._watcher = threading.Thread(target=self._watch, name="broker-watch", daemon=True)

    def start(self) -> None:
        """Start it and wait until it accepts connections.

        Raises:
            OperatorNeededError: the port is taken, or the program does not start.
        """
        for last in (*[False] * (_PORT_TRIES - 1), True):
            self.port = self._wanted or free_port()
            try:
                self._start_once()
                break
            except OSError:
                if self._wanted or last:
                    raise OperatorNeededError(
                        f"Port {self.port} for MQTT is taken on {LOOPBACK}. Stop what uses it, or choose another: "
                        "serve --mqtt-port N, broker --port N (0 takes a free one)."
                    ) from None
        self._watcher.start()

    def stop(self) -> None:
        """Stop it and free the port."""
        self._stopping.set()
        if self._watcher.is_alive():
            self._watcher.join()
        if self._broker is not None:
            self._broker.stop()
        self._configuration.unlink(missing_ok=True)

    def _start_once(self) -> None:
        from iotcore import Broker

        text = _CONFIGURATION.format(listen=LOOPBACK, port=self.port, max_payload=MAX_PAYLOAD_BYTES)
        try:
            self._configuration.write_text(text, encoding="utf-8")
        except OSError as error:
            raise disk_error(error, self._configuration) from None
        self._broker = Broker(config_path=str(self._configuration))
        try:
            self._broker.start()
        except RuntimeError:
            raise OperatorNeededError(
                "The embedded broker does not start. Reinstall the package iotcore, or name another with --broker."
            ) from None

    def _watch(self) -> None:
        pause = _WATCH_S
        while not self._stopping.wait(pause):
            if self._broker.is_running:
                pause = _WATCH_S
                continue
            try:
                self._broker.start()
                _log.warning("the embedded broker had died and runs again on port %d", self.port)
            except (OSError, RuntimeError):
                pause = min(pause * 2, _RESTART_MAX_S)
                _log.warning("the embedded broker died and does not start; next try in %.1f s", pause)


def free_port() -> int:
    """A port on 127.0.0.1 that nobody uses right now."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
    return port
