"""An attribute that is computed when first asked for and kept."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

_Value = TypeVar("_Value")


class once(Generic[_Value]):  # noqa: N801 - used as the decorators of functools are
    """`functools.cached_property` without the lock, which takes longer than most of what a reading computes."""

    def __init__(self, compute: Callable[[Any], _Value]) -> None:
        self._compute = compute
        self.__doc__ = compute.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, holder: Any, owner: type | None = None) -> _Value:
        value = holder.__dict__[self._name] = self._compute(holder)
        return value
