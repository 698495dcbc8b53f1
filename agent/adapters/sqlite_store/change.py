"""One change on its way to the disk, as who asked for it and who commits it see it."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from agent.adapters.sqlite_store.failures import NOT_RECORDED
from agent.adapters.sqlite_store.transaction import Transaction
from agent.errors import TemporaryError
from agent.ports import NewEntry, StoreRefusal

T = TypeVar("T")
_log = logging.getLogger(__name__)


class Change(Generic[T]):
    """One change on its way to the disk: `agent.ports.Future`. Whoever waits for it does the work.

    All changes of a store share one condition, so that a group is completed in one go.
    """

    __slots__ = ("_callbacks", "_done", "_error", "_help", "_over", "_value")

    def __init__(self, over: threading.Condition, help_out: Callable[[], None]) -> None:
        self._over = over
        self._help = help_out
        self._done = False
        self._value: T | None = None
        self._error: BaseException | None = None
        self._callbacks: list[Callable[[Any], object]] | None = None

    def done(self) -> bool:
        """See `Future.done`."""
        return self._done

    def result(self, timeout: float | None = None) -> T:
        """See `Future.result`."""
        error = self.exception(timeout)
        if error is not None:
            raise error
        return self._value  # type: ignore[return-value]  # None stands for "not yet" only before it is over

    def exception(self, timeout: float | None = None) -> BaseException | None:
        """See `Future.exception`."""
        if not self._done:
            self._help()
        if not self._done:
            with self._over:
                if not self._over.wait_for(self.done, timeout):
                    raise TimeoutError
        return self._error

    def add_done_callback(self, fn: Callable[[Any], object]) -> None:
        """See `Future.add_done_callback`."""
        with self._over:
            if not self._done:
                self._callbacks = [*(self._callbacks or ()), fn]
                return
        fn(self)

    def settle(self, value: T | None, error: BaseException | None = None) -> None:
        """Say how it ended; the condition is held, and nobody is told yet."""
        self._value, self._error, self._done = value, error, True

    def call_back(self) -> None:
        """Tell those who asked to be called."""
        for fn in self._callbacks or ():
            try:
                fn(self)
            except Exception as error:  # noqa: BLE001 - a caller's bug must not cost the others their answer
                _log.error("a callback of the store failed: %s", type(error).__name__)


class Job(Change[T]):
    """Any change that is no put: `work` runs inside the transaction, and `after` once the commit is durable."""

    __slots__ = ("after", "work")

    def __init__(
        self,
        over: threading.Condition,
        help_out: Callable[[], None],
        work: Callable[[Transaction], T],
        after: Callable[[T], T] | None,
    ) -> None:
        super().__init__(over, help_out)
        self.work = work
        self.after = after


class Put(Change[StoreRefusal | None]):
    """An entry to be taken in."""

    __slots__ = ("entry",)

    def __init__(self, over: threading.Condition, help_out: Callable[[], None], entry: NewEntry) -> None:
        super().__init__(over, help_out)
        self.entry = entry


@dataclass(frozen=True, slots=True)
class Failed:
    """A job's own failure, for its caller."""

    error: Exception


def ending(job: "Job[Any] | Put", result: Any) -> tuple[Change[Any], Any, BaseException | None]:
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
