"""What the car tells its pages: whether it moves, whether it is night, and its talk button."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Cabin:
    """The last word of the car."""

    moving: bool = True
    """No signal counts as moving: no transcript, no keyboard (GB/T 41871 asks for no distraction)."""
    night: bool = False
    presses: int = 0
    """How often the talk button was pressed since the agent began."""
    held: bool = False
    """Whether it is down."""


class CabinSignal:
    """Keeps the last word and tells who listens. Safe from several threads."""

    def __init__(self, first: Cabin) -> None:
        self.now = first
        self._changing = threading.Lock()
        self._listeners: list[Callable[[], object]] = []

    def tell(self, **news: Any) -> None:
        """The car said something new: some fields of `Cabin`, or none where something beside it changed."""
        with self._changing:
            self.now = replace(self.now, **news)
        for changed in tuple(self._listeners):
            changed()

    def listen(self, changed: Callable[[], object]) -> Callable[[], None]:
        """Call `changed` on every word, on the thread that brings it; the returned function ends that."""
        self._listeners.append(changed)
        return lambda: self._listeners.remove(changed)
