"""Back-off with full jitter: how long to wait before the next attempt."""

from collections.abc import Callable

_MAX_DOUBLINGS = 32  # far beyond every real limit, and far below the overflow of a float


class Backoff:
    """Counts failures and draws waits from [0, min(max, first * 2^failures)).

    The whole range is drawn from, because a fleet that lost its broker at one moment returns most evenly that way
    (M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015).
    """

    def __init__(self, first_s: float, max_s: float, random: Callable[[], float]) -> None:
        self._first_s = first_s
        self._max_s = max_s
        self._random = random
        self._failures = 0

    def next_wait(self) -> float:
        """Seconds to wait now; the upper end doubles from call to call."""
        ceiling = min(self._max_s, self._first_s * 2.0 ** min(self._failures, _MAX_DOUBLINGS))
        self._failures += 1
        return self._random() * ceiling

    def reset(self) -> None:
        """Start anew."""
        self._failures = 0
