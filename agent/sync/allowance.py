"""When what is not urgent may go: outside quiet hours, and within the bytes of a metered link. Pure."""

from datetime import time


def in_quiet_hours(hours: str, local: time) -> bool:
    """Whether a local time of day lies in "HH:MM-HH:MM". Hours over midnight are fine; an empty text is never quiet."""
    if not hours:
        return False
    start, end = (time.fromisoformat(part) for part in hours.split("-"))
    return start <= local < end if start <= end else local >= start or local < end


class ByteAllowance:
    """A bucket that fills evenly over the day and holds a day's bytes at most.

    It starts with one hour's share and is kept in memory alone: a device that is switched on ten times a day has at
    most ten hours' shares more, and nothing has to be written for each frame that is sent.

    Args:
        bytes_per_day: 0 for a link that is not metered.
        now: monotonic seconds.
    """

    def __init__(self, bytes_per_day: int, now: float) -> None:
        self._per_second = bytes_per_day / 86_400
        self._most = float(bytes_per_day)
        self._level = bytes_per_day / 24
        self._at = now

    def opens_at(self, now: float) -> float | None:
        """When the next frame may go; None: at once. A frame larger than what is left may go, and is paid for later."""
        if not self._per_second:
            return None
        self._level = min(self._most, self._level + (now - self._at) * self._per_second)
        self._at = now
        return None if self._level > 0 else now + (1 - self._level) / self._per_second

    def draw(self, size: int) -> None:
        """So many bytes were sent, urgent or not."""
        if self._per_second:
            self._level -= size
