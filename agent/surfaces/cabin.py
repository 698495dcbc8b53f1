"""What the car tells its pages: whether it moves, and whether it is night. Told over the control socket."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cabin:
    """The last word of the car."""

    moving: bool = True
    """No signal counts as moving: no transcript, no keyboard (GB/T 41871 asks for no distraction)."""
    night: bool = False


class CabinSignal:
    """Keeps the last word and tells who listens. Safe from several threads."""

    def __init__(self, first: Cabin) -> None:
        self.now = first
        self._listeners: list[Callable[[], object]] = []

    def tell(self, now: Cabin) -> None:
        """The car said something new."""
        self.now = now
        for changed in tuple(self._listeners):
            changed()

    def listen(self, changed: Callable[[], object]) -> Callable[[], None]:
        """Call `changed` on every word, on the thread that brings it; the returned function ends that."""
        self._listeners.append(changed)
        return lambda: self._listeners.remove(changed)
