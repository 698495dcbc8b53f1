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
from functools import cache
from typing import Any, Final

import grpc
from kuksa.val.v2 import val_pb2, val_pb2_grpc

from agent.signals.signal import OLDER_NAMES, Signal, Value

FIRST_WAIT_S: Final = 1.0
LONGEST_WAIT_S: Final = 30.0
"""Between two attempts; a head unit's broker starts within seconds of its agent."""

_CANCEL_AGAIN_S: Final = 0.5

_log = logging.getLogger(__name__)


class VssSignals:
    """Subscribed from `start` to `close`, in a thread that all of them share.

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
        self._listening: asyncio.Task[None] | None = None
        self._linked = False

    def start(self) -> None:
        """Begin; returns at once."""
        _loop().call_soon_threadsafe(self._begin)

    def close(self) -> None:
        """End, and wait until nothing is heard any more."""
        asyncio.run_coroutine_threadsafe(self._end(), _loop()).result()

    @property
    def linked(self) -> bool:
        """Whether the databroker has told anything since it was reached."""
        return self._linked

    def _begin(self) -> None:
        self._listening = asyncio.get_running_loop().create_task(self._keep_subscribed())

    async def _end(self) -> None:
        """A group of subscriptions that fails just then swallows a cancellation: it is told until it is over."""
        while self._listening is not None and not self._listening.done():
            self._listening.cancel()
            await asyncio.wait([self._listening], timeout=_CANCEL_AGAIN_S)

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


@cache
def _loop() -> asyncio.AbstractEventLoop:
    """One for the process, never closed.

    gRPC has one poller for all loops: one that is closed while another listens takes events of the other along.
    """
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, name="vss-signals", daemon=True).start()
    return loop


async def _values(stub: Any, path: str) -> AsyncIterator[Value]:
    """Its values as they change. Raises grpc.aio.AioRpcError when the link ends or the path is unknown."""
    async for response in stub.Subscribe(val_pb2.SubscribeRequest(signal_paths=[path])):
        for point in response.entries.values():
            kind = point.value.WhichOneof("typed_value")
            if kind is not None:
                value = getattr(point.value, kind)
                yield tuple(map(str, value.values)) if kind.endswith("_array") else value
