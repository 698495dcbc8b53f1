"""The embedded broker (iotcore) for tests: MQTT 5 on a random loopback port, in its own process."""

from pathlib import Path

from iotcore import Broker

from tests.fakes.loopback_port import free_port

_PORT_ATTEMPTS = 5

# MQTT 5 exists only through a configuration file; iotcore's keyword arguments make a 3.1.1 listener.
_CONFIGURATION = """
id = 0
router = {{ id = 0, max_connections = 100, max_outgoing_packet_count = 200, \
max_segment_size = 104857600, max_segment_count = 10 }}
[v5.1]
name = "v5-1"
listen = "127.0.0.1:{port}"
next_connection_delay_ms = 1
connections = {{ connection_timeout_ms = 60000, max_payload_size = 2097152, max_inflight_count = 100, \
dynamic_filters = true }}
"""


class IotcoreBroker:
    """One broker with its configuration in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._configuration = folder / "iotcore.toml"
        self._broker: Broker | None = None
        self.port = 0

    def start(self) -> None:
        """Run on the port it had, or on a free one."""
        for attempt in range(_PORT_ATTEMPTS):
            port = self.port or free_port()
            self._configuration.write_text(_CONFIGURATION.format(port=port))
            broker = Broker(config_path=str(self._configuration))
            try:
                broker.start()
            except OSError:  # somebody was faster
                if attempt == _PORT_ATTEMPTS - 1:
                    raise
                continue
            self._broker, self.port = broker, port
            return

    def kill(self) -> None:
        """SIGKILL: no goodbye to anybody, sessions lost."""
        if self._broker is not None:
            process = self._broker._process
            if process is not None:
                process.kill()
                process.wait(10)
            self._broker.stop()
            self._broker = None
