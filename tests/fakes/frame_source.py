"""A hub's end of MQTT in memory: a list of frames in, published answers out."""

from collections.abc import Iterable, Sequence

from hub.ports import Delivery


class ListedFrames:
    """Implements `hub.workers.FrameSource`."""

    def __init__(self, deliveries: Iterable[tuple[str, bytes]] = ()) -> None:
        self.coming = [Delivery(topic, payload) for topic, payload in deliveries]
        self.acknowledged: list[Delivery] = []
        self.published: list[tuple[str, bytes]] = []
        self.lives: list[int | None] = []
        """How long the broker may keep each published frame, in seconds."""
        self.up = True
        self._untold = 0
        self.behind: int | None = None

    def credit(self) -> int | None:
        """What the test wants the devices to be told."""
        return self.behind

    def next_batch(self, limit: int, _timeout_s: float) -> Sequence[Delivery]:
        batch, self.coming = self.coming[:limit], self.coming[limit:]
        return batch

    def acknowledge(self, batch: Sequence[Delivery]) -> None:
        self.acknowledged += batch

    def publish(self, topic: str, payload: bytes, *, lives_s: int | None = None) -> int | None:
        if not self.up:
            return None
        self.lives.append(lives_s)
        self.published.append((topic, payload))
        return len(self.published)

    def taken(self) -> Sequence[int]:
        """The broker takes everything at once."""
        numbers = range(self._untold + 1, len(self.published) + 1)
        self._untold = len(self.published)
        return numbers
