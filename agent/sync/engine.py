"""SyncEngine: decides when to connect, what to send, and when to send it again.

- No clock, sleep, socket or thread: time comes in with each event, randomness through the constructor.
- It remembers only what is in flight on the link that is up. A lost link is like a reboot: everything is read from
  the outbox again, so that what has no receipt goes again.
- Only the hub's word (`Settled`) frees a slot of the window. A PUBACK says that the link lives and starts the wait
  for the receipt. On one connection nothing is repeated before its PUBACK, unless that is long overdue
  (MQTT 5.0 section 4.4 leaves repeating to the reconnect).
- The broker answers but the hub does not: the same entries go again at growing intervals, and the link stays.
  The broker does not answer either: the link is half open, and is dropped.
- Urgent entries (erasure, safety) may use `URGENT_SLOTS` beyond the window. Within a priority, order is kept.
- The window is the profile's, or less when the hub says so (`Settled.credit`): a hub that falls behind slows its fleet.
  A new link starts with `FIRST_CREDIT` until the hub's first word, for then the whole fleet may be back.
- In quiet hours, and when a metered link's bytes are used up, only urgent entries go.
- Recordings go when everything else has its receipt, so that the hub knows their records, and never while the link is
  metered.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import assert_never

from agent.profile import SyncSettings
from agent.sync.actions import Action, Connect, Disconnect, LookAtQueue, Publish, WakeAt
from agent.sync.allowance import ByteAllowance
from agent.sync.backoff import Backoff
from agent.sync.entry import QueuedEntry
from agent.sync.events import (
    Event,
    HandedOver,
    LinkDown,
    LinkUp,
    OutboxTouched,
    PublishFailed,
    QueueChanged,
    QuietHours,
    Settled,
    Started,
    Tick,
)

URGENT_SLOTS = 4
"""Slots beyond the window that only urgent entries use."""

FIRST_CREDIT = 20
"""Records in flight before the hub has said anything on this link."""

PARKING_SLOTS = 20
"""Entries that could not be sent and wait aside, so that the others go on."""

HALF_OPEN_TIMEOUTS = 3
"""A broker that answers no publish for this many receipt timeouts is not there any more."""

CONNECT_TIMEOUT_S = 60.0
"""An attempt that nobody reports on is given up. The transport's own limits are shorter; this is for a lost word."""

HUB_AWAY_TIMEOUTS = 2
"""Silence of the hub, in receipt timeouts, after which its next word means that it is back."""

MAX_UNANSWERED_BYTES = 128 * 1024
"""Bytes given to the link and not acknowledged by the broker. On 40 kbit/s they take 26 s: more, and the keep-alive
ping (30 s) would stand behind them, the link would be cut, and the same bytes would start again."""


class _Link(Enum):
    RESTING = auto()
    CONNECTING = auto()
    UP = auto()


@dataclass(slots=True)
class _Flight:
    entry: QueuedEntry
    sends: int
    resend_at: float
    answered: bool = False
    """The broker acknowledged the last send."""


class SyncEngine:
    """One device's sync. Not thread-safe: feed it from one place.

    Args:
        settings: the profile's `sync` section.
        random: draws from [0, 1).
    """

    def __init__(self, settings: SyncSettings, random: Callable[[], float]) -> None:
        self._settings = settings
        self._random = random
        self._backoff = Backoff(settings.backoff_first_s, settings.backoff_max_s, random)
        self._link = _Link.RESTING
        self._connect_at: float | None = None
        self._give_up_at: float | None = None
        self._alarm: float | None = None
        self._quiet = False
        self._window = settings.window
        self._bytes: ByteAllowance | None = None
        self._forget_link(0.0)

    def use(self, settings: SyncSettings) -> None:
        """Other settings from now on. What is in flight stays so; the back-off keeps the first settings' waits."""
        if settings.bytes_per_day != self._settings.bytes_per_day:
            self._bytes = None
        self._settings = settings
        self._window = min(self._window, settings.window)

    @property
    def queue_limit(self) -> int:
        """How many pending entries to read, so that what is in flight or set aside cannot hide what could be sent."""
        return self._settings.window + URGENT_SLOTS + PARKING_SLOTS

    def handle(self, event: Event, now: float) -> list[Action]:
        """Everything to do now, in this order. A `LookAtQueue` is last, so that it may be answered on the spot.

        Args:
            event: what happened.
            now: monotonic seconds, never less than before.
        """
        acts = [*self._hear(event, now), *self._do_what_is_due(now)]
        look = [*self._look(now)]
        return [*acts, *self._wake_up_call(now), *look]

    # ---- events --------------------------------------------------------------------------------------------------

    def _hear(self, event: Event, now: float) -> Iterator[Action]:
        match event:
            case Started():
                self._start(now)
            case LinkUp():
                self._rise(now)
            case LinkDown():
                self._fall(now)
            case OutboxTouched() | QuietHours():
                self._look_anew(event)
            case QueueChanged(entries):
                yield from self._read(entries, now)
            case HandedOver(message_ids):
                self._answered(message_ids, now)
            case PublishFailed(message_id):
                self._park(message_id, now)
            case Settled(message_ids, credit):
                self._settle(message_ids, credit, now)
            case Tick():
                pass
            case _:
                assert_never(event)

    def _look_anew(self, event: OutboxTouched | QuietHours) -> None:
        if isinstance(event, QuietHours):
            self._quiet = event.quiet
        self._look_wanted = True

    def _start(self, now: float) -> None:
        if self._link is _Link.RESTING:
            self._connect_at = now

    def _rise(self, now: float) -> None:
        if self._link is _Link.CONNECTING:
            self._link = _Link.UP
            self._give_up_at = None
            self._forget_link(now)
            self._look_wanted = True

    def _fall(self, now: float) -> None:
        if self._link is _Link.RESTING:  # a late word about a link that we dropped ourselves
            return
        if self._link is _Link.UP and now - self._up_since >= self._settings.stable_after_s:
            self._backoff.reset()
        self._rest(now)

    def _rest(self, now: float) -> None:
        self._link = _Link.RESTING
        self._give_up_at = None
        self._connect_at = now + self._backoff.next_wait()
        self._forget_link(now)

    def _forget_link(self, now: float) -> None:
        """Everything that is true for one connection only."""
        self._flights: dict[str, _Flight] = {}
        self._parked: dict[str, _Flight] = {}
        self._settled_while_looking: set[str] = set()
        self._look_wanted = False
        self._look_at: float | None = None
        self._asked_at: float | None = None
        self._more_waits = False
        self._up_since = now
        self._hub_heard_at = now
        self._unanswered_since: float | None = None
        self._window = min(self._settings.window, FIRST_CREDIT)

    def _read(self, entries: tuple[QueuedEntry, ...], now: float) -> Iterator[Action]:
        self._asked_at = None
        if self._link is not _Link.UP:
            return
        self._forget_vanished(entries)
        self._more_waits = len(entries) >= self.queue_limit
        for entry in entries:
            if not self._waits(entry, now):
                continue
            if self._has_room(entry) and self._may_go(entry, now):
                yield self._publish(entry, now)
            else:  # nothing overtakes: what follows is less urgent, or newer
                self._more_waits = True
                break
        self._settled_while_looking.clear()
        moments = [f.resend_at for f in self._parked.values() if f.resend_at > now]
        if self._more_waits and not self._quiet and (opens_at := self._allowance(now).opens_at(now)) is not None:
            moments.append(opens_at)
        self._look_at = min(moments, default=None)

    def _waits(self, entry: QueuedEntry, now: float) -> bool:
        parked = self._parked.get(entry.record_id)
        return (
            entry.record_id not in self._flights
            and entry.record_id not in self._settled_while_looking
            and (parked is None or parked.resend_at <= now)
        )

    def _forget_vanished(self, entries: tuple[QueuedEntry, ...]) -> None:
        """Drop what was erased, withdrawn, expired or evicted: not listed although the list reaches so far.

        What was sent of one priority is its oldest part. So when the list ends with an entry that was never sent, it
        shows all that is left in flight of that priority.
        """
        if len(entries) < self.queue_limit:
            reach = None
        else:
            last = entries[-1]
            sent = last.record_id in self._flights or last.record_id in self._parked
            reach = last.priority - 1 if sent else last.priority
        listed = {entry.record_id for entry in entries}
        for record_id, flight in [*self._flights.items(), *self._parked.items()]:
            if record_id not in listed and (reach is None or flight.entry.priority <= reach):
                self._drop(record_id)

    def _drop(self, record_id: str) -> None:
        self._flights.pop(record_id, None)
        self._parked.pop(record_id, None)

    def _answered(self, message_ids: tuple[str, ...], now: float) -> None:
        for message_id in message_ids:
            flight = self._flights.get(message_id)
            if flight is not None and not flight.answered:
                flight.answered = True
                flight.resend_at = now + self._patience(flight.sends)
        self._note_sign_of_life(now)

    def _note_sign_of_life(self, now: float) -> None:
        self._unanswered_since = now if self._awaits_answer else None
        self._look_wanted = self._look_wanted or (self._more_waits and self._has_much_room)

    def _park(self, message_id: str, now: float) -> None:
        """Set an entry aside that could not be sent, so that it neither loops nor blocks the others."""
        flight = self._flights.get(message_id)
        if flight is None:
            return
        flight.answered = True  # nobody is going to answer what was not sent
        flight.resend_at = now + self._patience(flight.sends)
        if not self._awaits_answer:
            self._unanswered_since = None
        if len(self._parked) < PARKING_SLOTS:
            self._parked[message_id] = self._flights.pop(message_id)
            self._look_at = flight.resend_at if self._look_at is None else min(self._look_at, flight.resend_at)

    def _settle(self, message_ids: tuple[str, ...], credit: int | None, now: float) -> None:
        if self._link is not _Link.UP:
            return
        self._window = self._settings.window if credit is None else min(self._settings.window, max(1, credit))
        if self._asked_at is not None:
            self._settled_while_looking.update(message_ids)
        for message_id in message_ids:
            self._drop(message_id)
        if now - self._hub_heard_at >= HUB_AWAY_TIMEOUTS * self._settings.receipt_timeout_s:
            self._welcome_hub_back(now)
        self._hub_heard_at = now
        self._note_sign_of_life(now)

    def _welcome_hub_back(self, now: float) -> None:
        """What was sent while the hub was away need not wait for the end of its long interval."""
        soon = now + self._settings.receipt_timeout_s
        for flight in self._flights.values():
            if flight.answered:
                flight.sends = 1
                flight.resend_at = min(flight.resend_at, soon)

    # ---- sending -------------------------------------------------------------------------------------------------

    @property
    def _awaits_answer(self) -> bool:
        return any(not flight.answered for flight in self._flights.values())

    def _has_room(self, entry: QueuedEntry) -> bool:
        slots = self._window + (URGENT_SLOTS if entry.urgent else 0)
        return len(self._flights) < slots and self._fits(entry.size)

    def _may_go(self, entry: QueuedEntry, now: float) -> bool:
        if entry.bulky and (self._settings.bytes_per_day or not all(f.entry.bulky for f in self._flights.values())):
            return False
        return entry.urgent or not (self._quiet or self._allowance(now).opens_at(now) is not None)

    def _allowance(self, now: float) -> ByteAllowance:
        """Made on first use: before it nobody knows what time it is."""
        if self._bytes is None:
            self._bytes = ByteAllowance(self._settings.bytes_per_day, now)
        return self._bytes

    @property
    def _has_much_room(self) -> bool:
        """Reading the queue pays, for it finds many to send. A put is looked at in any case: urgent ones go at once."""
        free = self._window - len(self._flights)
        return free >= max(1, self._window // 4) and self._unanswered_bytes <= MAX_UNANSWERED_BYTES // 2

    @property
    def _unanswered_bytes(self) -> int:
        return sum(flight.entry.size for flight in self._flights.values() if not flight.answered)

    def _fits(self, size: int) -> bool:
        unanswered = self._unanswered_bytes
        return unanswered == 0 or unanswered + size <= MAX_UNANSWERED_BYTES

    def _publish(self, entry: QueuedEntry, now: float) -> Publish:
        parked = self._parked.pop(entry.record_id, None)
        self._flights[entry.record_id] = _Flight(entry, parked.sends if parked else 0, now)
        return self._send(self._flights[entry.record_id], now)

    def _send(self, flight: _Flight, now: float) -> Publish:
        flight.sends += 1
        flight.answered = False
        self._allowance(now).draw(flight.entry.size)
        flight.resend_at = now + HALF_OPEN_TIMEOUTS * self._patience(flight.sends)
        if self._unanswered_since is None:
            self._unanswered_since = now
        return Publish(flight.entry.record_id, flight.entry.kind)

    def _patience(self, sends: int) -> float:
        """Seconds to wait for a receipt: the timeout first, then anything up to its doublings."""
        timeout = self._settings.receipt_timeout_s
        if sends <= 1:
            return timeout
        ceiling = min(max(timeout, self._settings.backoff_max_s), timeout * 2.0 ** min(sends - 1, 32))
        return timeout + self._random() * (ceiling - timeout)

    # ---- time ----------------------------------------------------------------------------------------------------

    def _do_what_is_due(self, now: float) -> Iterator[Action]:
        match self._link:
            case _Link.RESTING if self._connect_at is not None and now >= self._connect_at:
                self._link = _Link.CONNECTING
                self._connect_at = None
                self._give_up_at = now + CONNECT_TIMEOUT_S
                yield Connect()
            case _Link.CONNECTING if self._give_up_at is not None and now >= self._give_up_at:
                self._rest(now)
                yield Disconnect("the attempt to connect came to no end")
            case _Link.UP if self._half_open_at is not None and now >= self._half_open_at:
                self._rest(now)  # without a reset of the back-off: this link may never have worked
                yield Disconnect("the broker does not answer: the link is half open")
            case _Link.UP:
                yield from self._send_what_is_due(now)

    def _send_what_is_due(self, now: float) -> Iterator[Action]:
        due = [flight for flight in self._flights.values() if now >= flight.resend_at]
        for flight in sorted(due, key=lambda f: f.entry.priority):
            if not self._may_go(flight.entry, now):
                flight.resend_at = now + self._patience(flight.sends)
            elif self._fits(flight.entry.size):
                yield self._send(flight, now)
        if self._look_at is not None and now >= self._look_at:
            self._look_at = None
            self._look_wanted = True

    @property
    def _half_open_at(self) -> float | None:
        if self._unanswered_since is None:
            return None
        return self._unanswered_since + HALF_OPEN_TIMEOUTS * self._settings.receipt_timeout_s

    @property
    def _ask_again_at(self) -> float | None:
        return None if self._asked_at is None else self._asked_at + self._settings.receipt_timeout_s

    def _look(self, now: float) -> Iterator[Action]:
        """One reading at a time; a reading that is never answered is asked for again."""
        overdue = self._ask_again_at is not None and now >= self._ask_again_at
        if self._link is _Link.UP and (overdue or (self._look_wanted and self._asked_at is None)):
            self._asked_at = now
            self._look_wanted = False
            yield LookAtQueue(self.queue_limit)

    def _wake_up_call(self, now: float) -> Iterator[Action]:
        moments = [self._connect_at, self._give_up_at, self._half_open_at, self._look_at, self._ask_again_at]
        # What is due and does not fit yet goes with the broker's next answer, not with the clock.
        moments.extend(flight.resend_at for flight in self._flights.values() if flight.resend_at > now)
        next_moment = min((moment for moment in moments if moment is not None), default=None)
        if self._alarm is not None and self._alarm <= now:
            self._alarm = None
        if next_moment is not None and next_moment != self._alarm:
            self._alarm = next_moment
            yield WakeAt(next_moment)
