"""A real mosquitto from Debian on a random loopback port, plain or with mutual TLS. Ends only its own process."""

import os
import shutil
import subprocess
import threading
from pathlib import Path

import pytest

from tests.fakes.loopback_port import free_port, wait_for_listener
from tests.fakes.pki import Authority, Credentials

_PORT_ATTEMPTS = 5

ACCESS_RULES = """
user hub-intake
topic read tingche/v1/+/+/up/#
topic read tingche/v1/+/+/status
topic write tingche/v1/+/+/down/#

pattern write tingche/v1/{tenant}/%u/up/#
pattern readwrite tingche/v1/{tenant}/%u/status
pattern read tingche/v1/{tenant}/%u/down/#
"""
"""Who may do what under mutual TLS; a certificate's common name is the user."""


def mosquitto_program() -> str:
    """Where mosquitto is; it is not on an ordinary user's PATH. Without it: a skip, but a failure under CI."""
    program = shutil.which("mosquitto", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if program is None:
        missing = "mosquitto is not installed: apt-get install --no-install-recommends mosquitto"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    return program


class Mosquitto:
    """One broker in one folder.

    Args:
        folder: for its configuration; nothing is persisted.
        authority: with it, mutual TLS with the access rules above; without, plain on loopback.
        server: the broker's own certificate, when there is an authority.
        tenant: whose devices the access rules let in.
    """

    def __init__(
        self,
        folder: Path,
        authority: Authority | None = None,
        server: Credentials | None = None,
        tenant: str = "demo",
    ) -> None:
        self._program = mosquitto_program()
        self._folder = folder
        self._authority = authority
        self._server = server
        self._tenant = tenant
        self._process: subprocess.Popen[bytes] | None = None
        self._one_at_a_time = threading.RLock()  # who kills it in the middle of its start would leave another running
        self.port = 0

    @property
    def pid(self) -> int:
        """Of the running broker."""
        assert self._process is not None
        return self._process.pid

    def start(self) -> None:
        """Run on the port it had, or on a free one; nothing where it runs."""
        with self._one_at_a_time:
            if self._process is not None and self._process.poll() is None:
                return
            for _ in range(_PORT_ATTEMPTS):
                port = self.port or free_port()
                if self._started(port):
                    self.port = port
                    return
        raise AssertionError(f"mosquitto does not start: {(self._folder / 'mosquitto.log').read_text()[-500:]}")

    def _started(self, port: int) -> bool:
        configuration = self._folder / "mosquitto.conf"
        configuration.write_text(self._configuration(port))
        with (self._folder / "mosquitto.log").open("ab") as log:
            process = subprocess.Popen([self._program, "-c", str(configuration)], stdout=log, stderr=log)
        self._process = process
        if wait_for_listener(port, lambda: process.poll() is None):
            return True
        self.kill()
        return False

    def _configuration(self, port: int) -> str:
        lines = ["user root", f"listener {port} 127.0.0.1", "max_queued_messages 0", "set_tcp_nodelay true"]
        if self._authority is None or self._server is None:
            return "\n".join([*lines, "allow_anonymous true", ""])
        rules = self._folder / "access.acl"
        rules.write_text(ACCESS_RULES.format(tenant=self._tenant))
        rules.chmod(0o600)
        return "\n".join(
            [
                *lines,
                f"cafile {self._authority.ca_file}",
                f"certfile {self._server.cert_file}",
                f"keyfile {self._server.key_file}",
                "require_certificate true",
                "use_identity_as_username true",
                f"acl_file {rules}",
                "",
            ]
        )

    def close(self) -> None:
        """The same: nothing is worth keeping after a test."""
        self.kill()

    def kill(self) -> None:
        """SIGKILL: no goodbye to anybody, sessions lost."""
        with self._one_at_a_time:
            if self._process is not None:
                self._process.kill()
                self._process.wait(10)
                self._process = None
