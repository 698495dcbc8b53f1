"""A small world around one sync engine: outbox, link, broker and hub in simulated time.

Nothing here sleeps. Every promise that must hold at any moment is asserted where the engine could break it.
"""

from collections.abc import Callable, Iterable

from agent.profile import SyncSettings
from agent.sync import actions, events
from agent.sync.engine import URGENT_SLOTS, SyncEngine
from agent.sync.entry import QueuedEntry

FRAME_BYTES = 2_000


class SyncWorld:
    """Answers the engine's actions at once, except where a test makes someone silent.

    Args:
        settings: the profile's `sync` section.
        random: the engine's chance, in [0, 1).
    """

    def __init__(self, settings: SyncSettings | None = None, random: Callable[[], float] = lambda: 0.5) -> None:
        self.settings = settings or SyncSettings()
        self.random = random
        self.now = 1_000.0
        self.pending: dict[str, QueuedEntry] = {}
        self.published: list[tuple[float, str]] = []
        self.connects: list[float] = []
        self.disconnects: list[str] = []
        self.parked_by_broker: list[str] = []
        """Published while the hub was away; the broker keeps them for it."""
        self.broker_up = True
        self.broker_answers = True
        """False: a half-open link, nothing comes back."""
        self.hub_up = True
        self.link_works = True
        """False: every publish fails although the link looks up."""
        self.connected = False
        self.largest_burst = 0
        self.reads = 0
        self.in_flight: set[str] = set()
        """Published and not settled since this link came up."""
        self._alarm: float | None = None
        self._made = 0
        self.engine = SyncEngine(self.settings, random)

    # ---- what happens to the device ------------------------------------------------------------------------------

    def start(self) -> None:
        self.send(events.Started())

    def reboot(self) -> None:
        """Power off and on: the outbox survives, the engine does not."""
        self.connected = False
        self.in_flight.clear()
        self._alarm = None
        self.engine = SyncEngine(self.settings, self.random)
        self.start()

    def put(self, count: int = 1, priority: int = 2, size: int = FRAME_BYTES) -> list[str]:
        made = []
        for _ in range(count):
            self._made += 1
            entry = QueuedEntry(f"r{self._made:04}", "feedback", priority, size)
            self.pending[entry.record_id] = entry
            made.append(entry.record_id)
        self.send(events.OutboxTouched())
        return made

    def erase(self, record_ids: Iterable[str]) -> None:
        for record_id in record_ids:
            self._gone(record_id)
        self.send(events.OutboxTouched())

    def lose_broker(self) -> None:
        self.broker_up = False
        self.parked_by_broker.clear()
        if self.connected:
            self.connected = False
            self.send(events.LinkDown("the broker closed the connection"))

    def return_hub(self) -> None:
        """The hub is back and finds what the broker kept for it."""
        self.hub_up = True
        kept, self.parked_by_broker = self.parked_by_broker, []
        if kept and self.connected:
            self.settle(kept)

    def settle(self, record_ids: Iterable[str], credit: int | None = None) -> None:
        record_ids = tuple(record_ids)
        for record_id in record_ids:
            self._gone(record_id)
        self.send(events.Settled(record_ids, credit))

    def advance(self, seconds: float) -> None:
        """Let time pass, waking the engine exactly when it asked for it."""
        end = self.now + seconds
        wakes = 0
        while self._alarm is not None and self._alarm <= end:
            self.now = max(self.now, self._alarm)
            self._alarm = None
            self.send(events.Tick())
            wakes += 1
            assert wakes < 100 + 50 * seconds, "the engine wakes itself without end"
        self.now = end

    # ---- the engine's hands --------------------------------------------------------------------------------------

    def send(self, event: events.Event) -> None:
        waiting = [event]
        rounds, most_rounds = 0, 20 * (len(self.pending) + 50)
        while waiting:
            acts = self.engine.handle(waiting.pop(0), self.now)
            self.largest_burst = max(self.largest_burst, len(acts))
            for act in acts:
                waiting.extend(self._do(act))
            rounds += 1
            assert rounds < most_rounds, "one event caused an endless exchange"

    def _do(self, act: actions.Action) -> list[events.Event]:
        match act:
            case actions.WakeAt(at):
                assert at > self.now, "a wake-up in the past is a hot loop"
                self._alarm = at
            case actions.Connect():
                return self._connect()
            case actions.Disconnect(reason):
                self.connected = False
                self.disconnects.append(reason)
            case actions.LookAtQueue(limit):
                self.reads += 1
                return [events.QueueChanged(self.queue(limit))]
            case actions.Publish(record_id):
                return self._publish(record_id)
        return []

    def _connect(self) -> list[events.Event]:
        assert not self.connected, "connected twice"
        self.connects.append(self.now)
        self.in_flight.clear()
        if not self.broker_up:
            return [events.LinkDown("refused")]
        self.connected = True
        return [events.LinkUp(session_present=True)]

    def _publish(self, record_id: str) -> list[events.Event]:
        assert self.connected, "published without a link"
        assert record_id in self.pending, "published after it was settled, erased or withdrawn"
        if not self.link_works:
            return [events.PublishFailed(record_id)]
        self.published.append((self.now, record_id))
        self.in_flight.add(record_id)
        self._check_window()
        if not self.broker_answers:
            return []
        if not self.hub_up:
            self.parked_by_broker.append(record_id)
            return [events.HandedOver((record_id,))]
        self._gone(record_id)
        return [events.HandedOver((record_id,)), events.Settled((record_id,))]

    def _check_window(self) -> None:
        ordinary = [r for r in self.in_flight if not self.pending[r].urgent]
        assert len(ordinary) <= self.settings.window, "the window was exceeded"
        assert len(self.in_flight) <= self.settings.window + URGENT_SLOTS, "the urgent slots were exceeded"

    def _gone(self, record_id: str) -> None:
        self.pending.pop(record_id, None)
        self.in_flight.discard(record_id)

    def queue(self, limit: int) -> tuple[QueuedEntry, ...]:
        """What the store would answer: most urgent and oldest first."""
        return tuple(sorted(self.pending.values(), key=lambda e: (e.priority, e.record_id))[:limit])

    @property
    def sent_ids(self) -> list[str]:
        """Every publish, in order."""
        return [record_id for _, record_id in self.published]
