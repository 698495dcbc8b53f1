"""How often one address, and all together, may ask: buckets that fill again, in memory, bounded."""

from collections import OrderedDict

_MAX_ADDRESSES = 10_000


class RateLimit:
    """Counts what was asked; a restart forgives it."""

    def __init__(self, *, at_once: int, per_minute: float, together_per_minute: float) -> None:
        """Prepare.

        Args:
            at_once: for one address after a pause.
            per_minute: for one address from then on.
            together_per_minute: for all addresses, so that many cannot guess what one may not.
        """
        self._at_once = float(at_once)
        self._per_s = per_minute / 60
        self._together_per_s = together_per_minute / 60
        self._together = (together_per_minute, 0.0)
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait_s(self, address: str, now: float) -> float:
        """Take one, or say how long to wait: 0 when it was taken.

        Args:
            address: who asks.
            now: monotonic seconds.
        """
        mine = _filled(self._left.get(address, (self._at_once, now)), self._per_s, self._at_once, now)
        most = self._together_per_s * 60
        all_left = _filled(self._together, self._together_per_s, most, now)
        wait = max((1 - mine) / self._per_s, (1 - all_left) / self._together_per_s)
        taken = 0.0 if wait > 0 else 1.0
        self._together = (all_left - taken, now)
        self._left[address] = (mine - taken, now)
        self._left.move_to_end(address)
        while len(self._left) > _MAX_ADDRESSES:
            self._left.popitem(last=False)
        return max(wait, 0.0)


def _filled(bucket: tuple[float, float], per_s: float, most: float, now: float) -> float:
    left, at = bucket
    return min(most, left + (now - at) * per_s)
