"""A device that is told a profile and is killed on the way. Run by `test_directives.py`.

Arguments: database file, the keys' secret in hexadecimal, `before` or `after` the store has it.
"""

import os
import signal
import sys
from pathlib import Path
from typing import Any

from agent.adapters.sqlite_store import SqliteStore
from agent.profile import OutboxSettings
from tests.builders import profile_change
from tests.fakes.clock import FakeClock
from tests.fakes.device import Device
from tests.fakes.forwarding import Road
from tests.fakes.memory_keys import MemoryKeys


class KilledBefore(SqliteStore):
    """The frame is here and believed; the process dies before the store hears of it."""

    def take_directive(self, *told: Any) -> Any:
        os.kill(os.getpid(), signal.SIGKILL)
        return super().take_directive(*told)


class KilledAfter(SqliteStore):
    """It is durable; the process dies before it is in force or anybody was answered."""

    def take_directive(self, *told: Any) -> Any:
        super().take_directive(*told).result()
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    file, secret, when = sys.argv[1:]
    keys, clock = MemoryKeys(bytes.fromhex(secret)), FakeClock()
    store = {"before": KilledBefore, "after": KilledAfter}[when](Path(file), keys, OutboxSettings(), clock)
    Road(Device(store, keys=keys, clock=clock)).hub_says(profile_change(3))
