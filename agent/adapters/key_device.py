"""One key of a button or knob, as the kernel's input layer tells it: pressed, let go. 24 bytes of `/dev/input/event*`.

- A wire on a GPIO comes the same way: the kernel's own `gpio-keys` driver makes it a key and takes out the bouncing.
- A device that is unplugged is waited for; a key that was down then counts as let go.
- What else the device types is not looked at, and nothing of it is logged.

Rejected: python-evdev, which has to be compiled on the device (no wheel for aarch64) for what is one `struct` of a
documented format; libgpiod, a second way to the same button without the driver's debouncing.
"""

import errno
import logging
import os
import select
import struct
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from agent.errors import TechnicianNeededError

EVENT: Final = struct.Struct("@llHHi")
"""struct input_event of the kernel's own word size: seconds, microseconds, type, code, value."""
EV_SYN, EV_KEY, SYN_DROPPED = 0, 1, 3
RELEASED, PRESSED = 0, 1
"""Values of a key; 2 is what it sends again and again while it is held."""
TRIES_EVERY_S: Final = 2.0
_AT_ONCE: Final = 64
_log = logging.getLogger(__name__)


class KeyDevice:
    """Listens from `start` to `close`, in a thread of its own.

    Args:
        path: of the device, best below `/dev/input/by-path`, whose names stay.
        code: of the key (linux/input-event-codes.h); None: told of every one.
        heard: takes the code and whether it is down, in that thread.

    Raises:
        TechnicianNeededError: this user may not read the device.
    """

    def __init__(self, path: str, code: int | None, heard: Callable[[int, bool], object]) -> None:
        self._path, self._code, self._heard = path, code, heard
        self._down: set[int] = set()
        self._missing = False
        self._wakes, self._wake = os.pipe()
        self._thread = threading.Thread(target=self._listen, name="button", daemon=True)
        with suppress(FileNotFoundError):  # plugged in later
            os.close(self._open())

    def start(self) -> None:
        """Begin; returns at once."""
        self._thread.start()

    def close(self) -> None:
        """End, and wait until nothing is heard any more."""
        os.write(self._wake, b"x")
        if self._thread.is_alive():
            self._thread.join()
        os.close(self._wake)
        os.close(self._wakes)

    @property
    def there(self) -> bool:
        """Whether the device is there, as far as is known."""
        return self._thread.is_alive() and not self._missing

    # ---- inside ----

    def _open(self) -> int:
        try:
            return os.open(self._path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        except PermissionError:
            raise TechnicianNeededError(
                f"The button's device {self._path} may not be read by this user: add it to the group that may (mostly "
                "`usermod -aG input USER`), and start the agent again."
            ) from None

    def _listen(self) -> None:
        while True:
            try:
                device = self._open()
            except (OSError, TechnicianNeededError) as error:
                self._lost(type(error).__name__)
            else:
                try:
                    if self._follow(device):
                        return
                finally:
                    os.close(device)
                self._lost("it was unplugged")
            if select.select([self._wakes], [], [], TRIES_EVERY_S)[0]:
                return

    def _lost(self, why: str) -> None:
        """Said once; and nobody holds a key that is not there."""
        if not self._missing:
            _log.warning("the button's device %s is not there (%s); waiting for it", self._path, why)
        self._missing = True
        self._release()

    def _follow(self, device: int) -> bool:
        """Until the device is gone, or it is time to end: True."""
        while True:
            ready, _, _ = select.select([device, self._wakes], [], [])
            if self._wakes in ready:
                self._release()
                return True
            try:
                raw = os.read(device, EVENT.size * _AT_ONCE)
            except BlockingIOError:
                continue
            except OSError as error:
                if error.errno != errno.ENODEV:
                    _log.warning("the button's device cannot be read: %s", errno.errorcode.get(error.errno or 0, "?"))
                return False
            if not raw:
                return False
            if self._missing:
                self._missing = False
                _log.info("the button's device is there again")
            for at in range(0, len(raw) - EVENT.size + 1, EVENT.size):
                self._take(*EVENT.unpack_from(raw, at)[2:])

    def _take(self, kind: int, code: int, value: int) -> None:
        if (kind, code) == (EV_SYN, SYN_DROPPED):
            self._release()  # events were lost: a key that stays down forever would listen forever
        elif kind == EV_KEY and self._code in {None, code} and value in {RELEASED, PRESSED}:
            down = value == PRESSED
            if down is (code in self._down):
                return
            (self._down.add if down else self._down.remove)(code)
            self._heard(code, down)

    def _release(self) -> None:
        while self._down:
            self._heard(self._down.pop(), False)
