"""A change on its way to the disk."""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

_T_co = TypeVar("_T_co", covariant=True)


class Future(Protocol[_T_co]):
    """What will have become of a change, once it is durable. `concurrent.futures.Future` is one."""

    def result(self, timeout: float | None = None) -> _T_co:
        """Wait for the disk.

        Raises:
            TimeoutError: not durable within `timeout` seconds; it may still become so.
        """
        ...

    def exception(self, timeout: float | None = None) -> BaseException | None:
        """Wait for the disk; what went wrong, if anything did."""
        ...

    def done(self) -> bool:
        """Whether it is over."""
        ...

    def add_done_callback(self, fn: "Callable[[Any], object]") -> None:
        """Call `fn` with this Future once it is over. On the committing thread: it must only enqueue."""
        ...
