"""A mosquitto on the device that bridges to a mosquitto at the centre, with an unlimited queue (the default drops)."""

import os
import resource
import signal
import subprocess
import threading
import time
from pathlib import Path

import paho.mqtt.client as mqtt

from tests.fakes.line import Usage
from tests.fakes.loopback_port import free_port, wait_for_listener
from tests.fakes.mosquitto import Mosquitto, mosquitto_program

TOPIC = "feedback/device"
_WINDOW = 100


class Bridge:
    """Both brokers in a folder; the centre is away until `start_centre`."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        self._folder = folder
        self._port = free_port()
        (folder / "centre").mkdir()
        self.centre = Mosquitto(folder / "centre")
        self.centre.port = free_port()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def process(self) -> subprocess.Popen[bytes]:
        assert self._process is not None
        return self._process

    def start(self, limit_mb: int = 0) -> None:
        """The device's broker; with a limit, no file of it can grow beyond."""
        lines = [
            "user root",
            f"listener {self._port} 127.0.0.1",
            "allow_anonymous true",
            "max_queued_messages 0",
            "set_tcp_nodelay true",
            "persistence true",
            f"persistence_location {self._folder}/",
            "connection centre",
            f"address 127.0.0.1:{self.centre.port}",
            f"topic {TOPIC} out 1",
            "cleansession false",
            "restart_timeout 1",
            "",
        ]
        configuration = self._folder / "device.conf"
        configuration.write_text("\n".join(lines))

        def limited() -> None:
            if limit_mb:
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit_mb << 20, limit_mb << 20))

        with (self._folder / "device.log").open("ab") as log:
            self._process = subprocess.Popen(
                [mosquitto_program(), "-c", str(configuration)],
                stdout=log,
                stderr=log,
                preexec_fn=limited,  # noqa: PLW1509 - no thread of ours holds a lock here
            )
        assert wait_for_listener(self._port, lambda: self.process.poll() is None)

    def accept(self, records: int, size: int, window: int = _WINDOW) -> float:
        """Publish at QoS 1; seconds until the last was acknowledged."""
        client = mqtt.Client(mqtt.CallbackAPIVersion.VERSION2, protocol=mqtt.MQTTv5)
        client.max_inflight_messages_set(window)
        client.connect("127.0.0.1", self._port)
        client.on_socket_open = None
        client.loop_start()
        started = time.perf_counter()
        for start in range(0, records, window):
            infos = [client.publish(TOPIC, b"x" * size, qos=1) for _ in range(min(window, records - start))]
            for info in infos:
                info.wait_for_publish(30)
        took = time.perf_counter() - started
        client.disconnect()
        client.loop_stop()
        return took

    def usage(self) -> Usage:
        """Of the device's broker."""
        return Usage.of(self.process.pid)

    def end(self, *, kill: bool) -> None:
        """SIGKILL, or SIGTERM on which it saves its queue."""
        os.kill(self.process.pid, signal.SIGKILL if kill else signal.SIGTERM)
        self.process.wait(60)
        self._process = None

    def close(self) -> None:
        if self._process is not None:
            self.end(kill=True)
        self.centre.close()


class Counter:
    """Counts what arrives at a broker. The nearest thing to a hub that a broker alone has."""

    def __init__(self, port: int, topic: str) -> None:
        self.count = 0
        self._subscribed = threading.Event()
        self._client = mqtt.Client(mqtt.CallbackAPIVersion.VERSION2, protocol=mqtt.MQTTv5)
        self._client.on_connect = lambda client, *_: client.subscribe(topic, qos=1)
        self._client.on_subscribe = lambda *_: self._subscribed.set()
        self._client.on_message = self._on_message
        self._client.connect("127.0.0.1", port)
        self._client.loop_start()
        assert self._subscribed.wait(20)

    def wait_for(self, count: int, quiet_s: float = 5.0, at_most_s: float = 300.0) -> float:
        """Seconds until so many had come, or until nothing came for a while."""
        started = last = time.perf_counter()
        seen = self.count
        while self.count < count and time.perf_counter() - started < at_most_s:
            time.sleep(0.01)
            if self.count != seen:
                seen, last = self.count, time.perf_counter()
            elif time.perf_counter() - last > quiet_s:
                break
        return time.perf_counter() - started

    def close(self) -> None:
        self._client.disconnect()
        self._client.loop_stop()

    def _on_message(self, *_: object) -> None:
        self.count += 1
