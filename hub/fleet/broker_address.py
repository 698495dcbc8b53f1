"""Pure: where the MQTT broker is, and whether it may be spoken to in the clear."""

import ipaddress
import re
from dataclasses import dataclass

from hub.errors import InputRefusedError

_SHAPE = re.compile(r"^(?:(mqtts?)://)?(?:\[([0-9a-fA-F:]+)\]|([^\s:/@\[\]]+)):([0-9]{1,5})/?$")
_MAX_PORT = 65535


@dataclass(frozen=True, slots=True)
class BrokerAddress:
    """A broker's address."""

    host: str
    port: int
    tls: bool
    """With client certificates on both sides. Never false beyond loopback."""

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @classmethod
    def parse(cls, text: str) -> "BrokerAddress":
        """HOST:PORT (TLS unless loopback), mqtts://HOST:PORT, or mqtt://HOST:PORT (loopback only).

        Raises:
            InputRefusedError: not an address, or plaintext beyond this machine.
        """
        match = _SHAPE.fullmatch(text)
        if match is None or not 0 < int(match[4]) <= _MAX_PORT:
            raise InputRefusedError("--broker has to be HOST:PORT, mqtts://HOST:PORT or mqtt://HOST:PORT.")
        host, local = match[2] or match[3], is_loopback(match[2] or match[3])
        if match[1] == "mqtt" and not local:
            raise InputRefusedError(
                f"--broker mqtt://{host} would send in the clear beyond this machine. Use mqtts://, with a server "
                "certificate and client certificates by the hub's authority (STATE/keys/ca.pem)."
            )
        return cls(host, int(match[4]), tls=match[1] == "mqtts" or (match[1] is None and not local))


def is_loopback(host: str) -> bool:
    """Whether a host name or address never leaves this machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
