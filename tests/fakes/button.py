"""A button as an input device of the kernel writes it, through a named pipe: the same bytes, without the wire."""

import os
import time
from pathlib import Path

from agent.adapters.key_device import EV_KEY, EV_SYN, EVENT, PRESSED, RELEASED, SYN_DROPPED

VOICE, ENTER = 582, 28
_REPEATED = 2


class Button:
    """Plugged in from the start; `unplug` and `plug` as often as needed. The reader has to be there first."""

    def __init__(self, path: Path) -> None:
        self.path = path
        os.mkfifo(path)
        self._pipe: int | None = None

    def plug(self, within_s: float = 10.0) -> None:
        """Wait for who listens."""
        deadline = time.monotonic() + within_s
        while self._pipe is None:
            try:
                self._pipe = os.open(self.path, os.O_WRONLY | os.O_NONBLOCK)
            except OSError:  # nobody reads yet
                assert time.monotonic() < deadline, "nobody opened the device"
                time.sleep(0.02)

    def unplug(self) -> None:
        if self._pipe is not None:
            os.close(self._pipe)
            self._pipe = None

    def press(self, code: int = VOICE) -> None:
        self.send((EV_KEY, code, PRESSED), (EV_SYN, 0, 0))

    def repeat(self, code: int = VOICE) -> None:
        self.send((EV_KEY, code, _REPEATED), (EV_SYN, 0, 0))

    def let_go(self, code: int = VOICE) -> None:
        self.send((EV_KEY, code, RELEASED), (EV_SYN, 0, 0))

    def overrun(self) -> None:
        """The kernel's buffer was full: events were lost."""
        self.send((EV_SYN, SYN_DROPPED, 0))

    def send(self, *events: tuple[int, int, int]) -> None:
        assert self._pipe is not None
        os.write(self._pipe, b"".join(EVENT.pack(1772352000, 0, *event) for event in events))
