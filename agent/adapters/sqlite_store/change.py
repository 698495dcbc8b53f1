"""One change on its way to the disk, as who asked for it and who commits it see it."""

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from agent.adapters.sqlite_store.failures import NOT_RECORDED
from agent.adapters.sqlite_store.transaction import Transaction
from agent.errors import TemporaryError
from agent.ports import NewEntry, StoreRefusal

T = TypeVar("T")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class WaitingRoom:
    """Where the changes of one store wait."""

    help_out: Callable[[], None]
    """Commits a group, if nobody else does."""
    over: threading.Condition = field(default_factory=lambda: threading.Condition(threading.Lock()))
    """Shared by all, so that a group is completed in one go."""


class Change(Generic[T]):
    """One change on its way to the disk: `agent.ports.Future`. Whoever waits for it does the work."""

    __slots__ = ("_at", "asked", "callbacks", "ended", "error", "value")

    value: T
    error: BaseException | None

    def __init__(self, at: WaitingRoom, asked: Any) -> None:
        self._at = at
        self.asked = asked
        """What is to be done."""
        self.ended = False
        self.callbacks: list[Callable[[Any], object]] | None = None

    def done(self) -> bool:
        """See `Future.done`."""
        return self.ended

    def result(self, timeout: float | None = None) -> T:
        """See `Future.result`."""
        error = self.exception(timeout)
        if error is not None:
            raise error
        return self.value

    def exception(self, timeout: float | None = None) -> BaseException | None:
        """See `Future.exception`."""
        if not self.ended:
            self._at.help_out()
        if not self.ended:
            with self._at.over:
                if not self._at.over.wait_for(self.done, timeout):
                    raise TimeoutError
        return self.error

    def add_done_callback(self, fn: Callable[[Any], object]) -> None:
        """See `Future.add_done_callback`."""
        with self._at.over:
            if not self.ended:
                self.callbacks = [*(self.callbacks or ()), fn]
                return
        fn(self)

    def call_back(self) -> None:
        """Tell those who asked to be called."""
        for fn in self.callbacks or ():
            try:
                fn(self)
            except Exception as error:  # noqa: BLE001 - a caller's bug must not cost the others their answer
                _log.error("a callback of the store failed: %s", type(error).__name__)


class Job(Change[T]):
    """Any change that is no put: what is asked runs inside the transaction, and `after` once the commit is durable."""

    __slots__ = ("after",)

    asked: Callable[[Transaction], T]

    def __init__(self, at: WaitingRoom, asked: Callable[[Transaction], T], after: Callable[[T], T] | None) -> None:
        super().__init__(at, asked)
        self.after = after


class Put(Change[StoreRefusal | None]):
    """An entry to be taken in."""

    __slots__ = ()

    asked: NewEntry


@dataclass(frozen=True, slots=True)
class Failed:
    """A job's own failure, for its caller."""

    error: Exception


Ending = tuple[Change[Any], Any, BaseException | None]
"""A change, and its value or its error."""


def settle(room: WaitingRoom, endings: Sequence[Ending]) -> None:
    """Tell everybody at once how it ended, then those who asked to be called."""
    with room.over:
        for change, value, error in endings:
            change.value, change.error, change.ended = value, error, True
        room.over.notify_all()
    for change, _, _ in endings:
        if change.callbacks is not None:
            change.call_back()


def ending(job: "Job[Any] | Put", result: Any) -> Ending:
    """How a committed job ended; what `after` raises is the caller's too, for the committing thread must go on."""
    if isinstance(result, Failed):
        return job, None, result.error
    if isinstance(job, Job) and job.after is not None:
        try:
            return job, job.after(result), None
        except Exception as error:  # noqa: BLE001 - handed on, not swallowed
            return job, None, error
    return job, result, None


def stopped() -> TemporaryError:
    """What becomes of a change that came too late."""
    return TemporaryError(f"{NOT_RECORDED} The agent is stopping.")
