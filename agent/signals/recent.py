"""The last minute of the signals that may be attached: a ring in memory, coarse, bounded by time, count and bytes.

- A vehicle tells changes only, so the value that held when the minute began is kept beside the ring: one for each
  signal. What was told before it is gone.
- Nothing here is written anywhere; whoever owns it wipes it.
- Time is monotonic: a wall clock that jumps keeps nothing longer.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from agent.contract.messages import VehicleReading
from agent.signals.attachable import ATTACHABLE, Coarse
from agent.signals.signal import OLDER_NAMES, Signal

WINDOW_S: Final = 60
MOST_CHANGES: Final = 2_000
"""Nine signals that change three times a second for a minute come to 1,620."""
MOST_BYTES: Final = 256 * 1024
_CHANGE_BYTES: Final = 100
"""Of a number with its moment and name, as Python keeps them; codes come on top."""


@dataclass(frozen=True, slots=True)
class _Change:
    at_s: float
    signal: str
    value: Coarse

    @property
    def size(self) -> int:
        return _CHANGE_BYTES + (sum(map(len, self.value)) if isinstance(self.value, tuple) else 0)


class RecentSignals:
    """Not thread-safe: whoever owns it locks.

    Args:
        signals: those that are kept, by name in the specification; any other is not looked at.
    """

    def __init__(self, signals: Sequence[str]) -> None:
        self._signals = tuple(name for name in ATTACHABLE if name in signals)
        self._ring: deque[_Change] = deque()
        self._bytes = 0
        self._held: dict[str, Coarse] = {}
        """What held before the oldest change of the ring."""
        self._now: dict[str, tuple[Coarse, float]] = {}
        """Last value of each, and when it was told last."""

    def __len__(self) -> int:
        return len(self._ring) + len(self._held)

    @property
    def size(self) -> int:
        """Bytes of what is kept, about."""
        return self._bytes + sum(_Change(0.0, name, value).size for name, value in self._held.items())

    def take(self, signal: Signal, now_s: float) -> None:
        """Keep it, coarse, if it is one of those that may be attached.

        Args:
            signal: as it was heard.
            now_s: monotonic seconds.
        """
        name = OLDER_NAMES.get(signal.name, signal.name)
        value = ATTACHABLE[name].coarse(signal.value) if name in self._signals else None
        if value is None:
            return
        before = self._now.get(name)
        self._now[name] = value, now_s
        if before is None or before[0] != value:
            change = _Change(now_s, name, value)
            self._ring.append(change)
            self._bytes += change.size
        self.forget_older(now_s)

    def forget_older(self, now_s: float) -> None:
        """Let go of what is older than the window, or more than there is room for."""
        while self._ring and (
            self._ring[0].at_s <= now_s - WINDOW_S or len(self._ring) > MOST_CHANGES or self._bytes > MOST_BYTES
        ):
            gone = self._ring.popleft()
            self._bytes -= gone.size
            self._held[gone.signal] = gone.value

    def wipe(self) -> int:
        """Keep nothing; how many signals there was something of."""
        known = len(self._now)
        self._ring.clear()
        self._held.clear()
        self._now.clear()
        self._bytes = 0
        return known

    def readings(self, now_s: float) -> tuple[VehicleReading, ...]:
        """Last, least and most of each signal that was heard, in the order of the list."""
        self.forget_older(now_s)
        return tuple(self._reading(name, *self._now[name], now_s) for name in self._signals if name in self._now)

    def _reading(self, name: str, last: Coarse, told_at_s: float, now_s: float) -> VehicleReading:
        listed = ATTACHABLE[name]
        told_s_ago = max(0, int(now_s - told_at_s))
        if isinstance(last, tuple):
            return VehicleReading(name=listed.name, codes=last, told_s_ago=told_s_ago)
        values = [last, *(one.value for one in self._ring if one.signal == name and isinstance(one.value, int))]
        if isinstance(held := self._held.get(name), int):
            values.append(held)
        return VehicleReading(
            name=listed.name,
            unit=listed.unit,
            step=listed.step,
            last=last,
            least=min(values),
            most=max(values),
            told_s_ago=told_s_ago,
        )
