"""Vehicle signals from a KUKSA databroker (kuksa.val.v2, gRPC): one subscription per signal, and again after every cut.

- One unknown path fails a whole subscription there, so every signal has its own; one that the vehicle does not have is
  left out, after its older names were tried.
- A databroker tells changes only. While it cannot be reached, `lost` has been said and nothing is assumed.
- The moments are this device's: a vehicle's bus may have a clock of its own.
"""

import asyncio
import logging
import threading
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any, Final

import grpc
from kuksa.val.v2 import val_pb2, val_pb2_grpc

from agent.signals.signal import OLDER_NAMES, Signal, Value

FIRST_WAIT_S: Final = 1.0
LONGEST_WAIT_S: Final = 30.0
"""Between two attempts; a head unit's broker starts within seconds of its agent."""

_log = logging.getLogger(__name__)


class VssSignals:
    """Subscribed from `start` to `close`, in a thread of its own.

    Args:
        address: HOST:PORT of the databroker.
        names: of the signals, as in `agent.signals.signal`; no other is asked for.
        heard: takes each value, in that thread.
        lost: the databroker cannot be reached any more; said once per cut.
        now: the device's time.
    """

    def __init__(
        self,
        address: str,
        names: Sequence[str],
        heard: Callable[[Signal], None],
        lost: Callable[[], None],
        now: Callable[[], datetime],
    ) -> None:
        self._address = address
        self._names = tuple(names)
        self._heard, self._lost, self._now = heard, lost, now
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="vss-signals", daemon=True)
        self._task: asyncio.Task[None] | None = None
        self._linked = False

    def start(self) -> None:
        """Begin; returns at once."""
        self._thread.start()

    def close(self) -> None:
        """End, and wait until nothing is heard any more."""
        self._loop.call_soon_threadsafe(self._end)
        self._thread.join()
        self._loop.close()

    @property
    def linked(self) -> bool:
        """Whether the databroker has told anything since it was reached."""
        return self._linked

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._task = self._loop.create_task(self._keep_subscribed())
        with suppress(asyncio.CancelledError):
            self._loop.run_until_complete(self._task)

    def _end(self) -> None:
        if self._task is not None:
            self._task.cancel()

    async def _keep_subscribed(self) -> None:
        wait_s = FIRST_WAIT_S
        while True:
            async with grpc.aio.insecure_channel(self._address) as channel:
                await self._listen(val_pb2_grpc.VALStub(channel))
            if self._linked:
                self._linked, wait_s = False, FIRST_WAIT_S
                _log.warning("the vehicle's databroker at %s is gone; trying again", self._address)
                self._lost()
            await asyncio.sleep(wait_s)
            wait_s = min(2 * wait_s, LONGEST_WAIT_S)

    async def _listen(self, stub: Any) -> None:
        """Until the link is cut: then every subscription begins anew."""
        with suppress(ExceptionGroup):
            async with asyncio.TaskGroup() as group:
                for name in self._names:
                    group.create_task(self._follow(stub, name))

    async def _follow(self, stub: Any, name: str) -> None:
        for path in (name, *(older for older, newer in OLDER_NAMES.items() if newer == name)):
            try:
                async for value in _values(stub, path):
                    self._linked = True
                    self._heard(Signal(name, value, self._now()))
            except grpc.aio.AioRpcError as error:
                if error.code() is grpc.StatusCode.NOT_FOUND:
                    continue  # under an older name, perhaps
                raise ConnectionError(error.code().name) from None
            raise ConnectionError("the databroker ended the subscription")
        _log.info("this vehicle has no signal %s", name)


async def _values(stub: Any, path: str) -> AsyncIterator[Value]:
    """Its values as they change. Raises grpc.aio.AioRpcError when the link ends or the path is unknown."""
    async for response in stub.Subscribe(val_pb2.SubscribeRequest(signal_paths=[path])):
        for point in response.entries.values():
            kind = point.value.WhichOneof("typed_value")
            if kind is not None:
                value = getattr(point.value, kind)
                yield tuple(map(str, value.values)) if kind.endswith("_array") else value
