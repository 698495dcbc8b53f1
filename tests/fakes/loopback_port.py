"""Free ports on 127.0.0.1, and waiting until somebody listens there."""

import socket
import time
from collections.abc import Callable


def free_port() -> int:
    """A port that was free a moment ago: whoever uses it must be ready to try another."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for_listener(port: int, alive: Callable[[], bool], timeout_s: float = 10.0) -> bool:
    """True as soon as the port takes connections; False when the program is not `alive` any more, or late."""
    deadline = time.monotonic() + timeout_s
    while time.monotonic() < deadline and alive():
        try:
            socket.create_connection(("127.0.0.1", port), timeout=0.5).close()
        except OSError:
            time.sleep(0.02)
        else:
            return alive()
    return False
