"""Forwarding: drives the sans-I/O sync engine with the store and the wire, in one thread of its own.

Transport callbacks only enqueue; this thread takes one event at a time, asks the engine what to do, and does it. What
comes down is verified and opened before it is believed: a broker can drop or delay a receipt, it cannot forge one.
"""

import json
import logging
import queue
import random
import secrets
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from typing import Any

from agent.consent.trusted_time import heard_in_time
from agent.contract import sealing, topics
from agent.contract.directives import DIRECTIVES
from agent.contract.identifiers import uuid7
from agent.contract.kinds import DOWN_MESSAGES
from agent.contract.messages import ErasureOrder, ErasureReceipt, LossCount, LossReport, Message, Receipt, Rejection
from agent.contract.refusal import RefusalReason, RefusedMessageError
from agent.directives import Directives
from agent.errors import AgentError, TechnicianNeededError
from agent.ports import Clock, KeyStore, Ledger, Loss, NewEntry, OutboxStore, Priority, Settlement, Transport
from agent.profile import SyncSettings
from agent.provisioning.identity import DeviceIdentity
from agent.sync.actions import Action, Connect, Disconnect, LookAtQueue, Publish, WakeAt
from agent.sync.allowance import in_quiet_hours
from agent.sync.engine import SyncEngine
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

_log = logging.getLogger(__name__)
_SYSTEM_CHANCE = random.SystemRandom()

_IDLE_S = 5.0
"""How long the thread waits for an event when the engine asked for no wake-up."""
_HOUSEKEEPING_EVERY_S = 600.0
_TIMED_SENDS = 4096
"""Sends whose time is remembered, to learn the hub's time from their receipts."""
_DIRECTIVE_KINDS = frozenset(directive.kind for directive in DIRECTIVES)
_RESTART_AFTER_S = 5.0
"""Pause before the thread takes events again after an unexpected failure."""


@dataclass(frozen=True, slots=True)
class _Arrived:
    """A frame came down."""

    topic: str
    payload: bytes = field(repr=False)


class _Acknowledged:
    """The broker acknowledged what stands in the list; one event for all that came meanwhile."""


class _Stop:
    """End of the thread."""


class Forwarder:
    """Sends what waits, and takes the hub's word on it. Also a `TransportListener`."""

    def __init__(
        self,
        *,
        settings: SyncSettings,
        store: OutboxStore,
        transport: Transport,
        identity: DeviceIdentity,
        keys: KeyStore,
        clock: Clock,
        directives: Directives,
        chance: Callable[[], float] = _SYSTEM_CHANCE.random,
    ) -> None:
        self._engine = SyncEngine(settings, chance)
        self._quiet_hours = settings.quiet_hours
        self._quiet = False
        self._store = store
        self._transport = transport
        self._identity = identity
        self._keys = keys
        self._clock = clock
        self._directives = directives
        self._inbox: queue.Queue[Event | _Arrived | _Acknowledged | _Stop] = queue.Queue()
        self._acknowledged: deque[str] = deque()
        self._wake_at: float | None = None
        self._online = threading.Event()
        self._detail = "not forwarding: the agent is not running"
        self._refused: dict[str, int] = {}
        self._reported: tuple[Ledger, tuple[Loss, ...]] | None = None
        self._swept_at: float | None = None
        self._first_sent: dict[str, float] = {}
        self._thread = threading.Thread(target=self._run, name="forwarding", daemon=True)

    def start(self) -> None:
        """Forward in a thread of its own until `stop`."""
        self._detail = ""
        self.begin()
        self._thread.start()

    def begin(self) -> None:
        """Ask the engine to connect. Without `start`, whoever calls `handle_all` is the thread."""
        self._inbox.put(Started())

    def handle_all(self) -> None:
        """Handle everything that has happened so far, without waiting."""
        while True:
            try:
                self._handle(self._inbox.get_nowait())
            except queue.Empty:
                if self._wake_at is None or self._wake_at > self._clock.monotonic():
                    return
                self._handle(Tick())

    def stop(self) -> None:
        """End the thread and leave the broker. What waits is in the store."""
        if self._thread.is_alive():
            self._inbox.put(_Stop())
            self._thread.join()
            self._transport.disconnect()

    def queue_changed(self) -> None:
        """Something was put, withdrawn or erased."""
        self._inbox.put(OutboxTouched())

    def use(self, settings: SyncSettings) -> None:
        """Send by these settings from now on. On the forwarding thread, or before it starts."""
        self._quiet_hours = settings.quiet_hours
        self._engine.use(settings)
        self.queue_changed()

    def is_online(self) -> bool:
        """Whether a broker has us right now."""
        return self._online.is_set()

    def link_status(self) -> dict[str, Any]:
        """For `status`: the link, and what was refused from it, by reason."""
        return {"connected": self.is_online(), "detail": self._detail, "refused": dict(self._refused)}

    # ---- TransportListener: called from the transport's thread, only enqueues ------------------------------------

    def connected(self, *, session_present: bool) -> None:
        """The broker took us."""
        self._online.set()
        self._inbox.put(LinkUp(session_present))

    def disconnected(self, reason: str) -> None:
        """The link is gone."""
        self._online.clear()
        self._inbox.put(LinkDown(reason))

    def arrived(self, topic: str, payload: bytes) -> None:
        """A frame came down."""
        self._inbox.put(_Arrived(topic, payload))

    def handed_over(self, message_id: str) -> None:
        """The broker acknowledged a publish."""
        self._acknowledged.append(message_id)
        if len(self._acknowledged) == 1:  # else the thread has not taken the others yet, and takes this one with them
            self._inbox.put(_Acknowledged())

    # ---- the thread ----------------------------------------------------------------------------------------------

    def _run(self) -> None:
        stopping = threading.Event()
        while not stopping.is_set():
            try:
                while self._take_one():
                    pass
                stopping.set()
            except Exception as error:  # noqa: BLE001 - supervised: the store keeps everything, so trying again is right
                _log.error("forwarding failed: %s; goes on in %.0f s", type(error).__name__, _RESTART_AFTER_S)
                stopping.wait(_RESTART_AFTER_S)
                self._inbox.put(OutboxTouched())

    def _take_one(self) -> bool:
        """Handle one event; False when asked to stop."""
        timeout = _IDLE_S if self._wake_at is None else max(0.0, self._wake_at - self._clock.monotonic())
        try:
            event = self._inbox.get(timeout=min(timeout, _IDLE_S))
        except queue.Empty:
            event = Tick()
        return self._handle(event)

    def _handle(self, event: "Event | _Arrived | _Acknowledged | _Stop") -> bool:
        if isinstance(event, _Stop):
            return False
        if isinstance(event, _Arrived):
            settled = self._believe(event)
            if settled is not None:
                self._tell_engine(settled)
            return True
        if isinstance(event, _Acknowledged):
            event = HandedOver(tuple(self._take_acknowledged()))
        self._note_hours()
        self._tell_engine(event)  # first: a failing store must not cost the engine an event
        self._note(event)
        self._keep_house(event)
        return True

    def _note_hours(self) -> None:
        if not self._quiet_hours and not self._quiet:  # most devices have none, and this comes with every event
            return
        quiet = in_quiet_hours(self._quiet_hours, self._clock.now().astimezone().time())
        if quiet != self._quiet:
            self._quiet = quiet
            self._tell_engine(QuietHours(quiet))

    def _take_acknowledged(self) -> Iterator[str]:
        with suppress(IndexError):
            while True:
                yield self._acknowledged.popleft()

    def _tell_engine(self, event: Event) -> None:
        if isinstance(event, Tick):
            self._wake_at = None
        for action in self._engine.handle(event, self._clock.monotonic()):
            self._do(action)

    def _do(self, action: Action) -> None:
        match action:
            case Connect():
                self._connect()
            case Disconnect():
                self._online.clear()
                self._transport.disconnect()
            case LookAtQueue(limit):
                self._tell_engine(QueueChanged(self._queue(limit)))
            case Publish(record_id, kind):
                self._publish(record_id, kind)
            case WakeAt(at):
                self._wake_at = at

    def _connect(self) -> None:
        try:
            self._transport.connect(self)
        except TechnicianNeededError as error:
            _log.error("cannot connect: %s", error)
            self.disconnected(str(error))

    def _queue(self, limit: int) -> tuple[QueuedEntry, ...]:
        return tuple(
            QueuedEntry(record_id=e.record_id, kind=e.kind, priority=int(e.priority), size=e.size)
            for e in self._store.pending(limit)
        )

    def _publish(self, record_id: str, kind: str) -> None:
        frame = self._store.frame(record_id)  # None: erased or withdrawn since the queue was read
        topic = topics.up(self._identity.tenant, self._identity.device, kind)
        if len(self._first_sent) >= _TIMED_SENDS:
            self._first_sent.clear()
        self._first_sent.setdefault(record_id, self._clock.monotonic())
        if frame is None or not self._transport.publish(record_id, topic, frame):
            self._inbox.put(PublishFailed(record_id))

    def _note(self, event: Event) -> None:
        """Log a lost link once, and its return once."""
        if isinstance(event, LinkUp):
            _log.info("link is up")
            self._detail = ""
        elif isinstance(event, LinkDown) and event.reason != self._detail:
            _log.info("link is down: %s", event.reason)
            self._detail = event.reason

    # ---- what comes down -----------------------------------------------------------------------------------------

    def _believe(self, arrived: _Arrived) -> Settled | None:
        """Store the hub's word and return what it settles; anything else is refused and counted."""
        try:
            message_id, message = self._opened(arrived)
        except RefusedMessageError as refusal:
            self._refused[refusal.reason.value] = self._refused.get(refusal.reason.value, 0) + 1
            _log.warning("refused a message from the broker: %s", refusal.reason.value)
            return None
        try:
            self._learn_time(message)
            if isinstance(message, DIRECTIVES):
                self._directives.take(message_id, message)
                self.queue_changed()
                return None
            if isinstance(message, ErasureOrder):
                self._directives.erase(message)
                self.queue_changed()
                return None
            return self._settle(message)
        except AgentError as error:
            _log.warning("could not store the hub's word, it will come again: %s", error)
            return None

    def _opened(self, arrived: _Arrived) -> tuple[str, Message]:
        """The message id and the message. What the hub signed and this agent cannot follow, it hears of."""
        topic = topics.Topic.parse(arrived.topic)
        frame = sealing.parse(arrived.payload)
        header, mine = frame.header, self._identity
        channel = "" if topic is None else topics.DOWN_CHANNELS.get(header.kind, topic.channel)
        expected = (mine.tenant, mine.device, "down", channel)
        found = None if topic is None else (topic.tenant, topic.device, topic.direction, topic.channel)
        if found != expected or header.sender != sealing.HUB or header.tenant != mine.tenant:
            raise RefusedMessageError(RefusalReason.WRONG_PLACE, "not addressed to this device by its hub")
        verified = sealing.verify(frame, mine.hub_key)
        try:
            _check_comes_down(header.kind)
            return header.message_id, sealing.open_verified(verified, self._keys.opening_key)
        except RefusedMessageError as refused:
            for_us = self._keys.opening_key(header.sealed_to) is not None
            if for_us and (header.kind in _DIRECTIVE_KINDS or header.kind not in DOWN_MESSAGES):
                self._directives.refuse(header.message_id, header.kind, str(refused))
                self.queue_changed()
            raise

    def _settle(self, message: Message) -> Settled | None:
        match message:
            case Receipt(lines=lines, credit=credit):
                self._store.settle(
                    Settlement(
                        line.message_id, "erased" if line.outcome == "erased" else "receipted", ticket_no=line.ticket_no
                    )
                    for line in lines
                ).result()
                return Settled(tuple(line.message_id for line in lines), credit)
            case Rejection(message_id=message_id, reason=reason):
                _log.warning("the hub rejected %s: %s", message_id, reason)
                self._store.settle([Settlement(message_id, "quarantined", reason=reason)]).result()
                return Settled((message_id,))
            case ErasureReceipt(erasure_id=erasure_id):
                answer = json.dumps(message.model_dump(mode="json"), ensure_ascii=False)
                self._store.settle_erasure(erasure_id, answer, self._clock.now()).result()
                return Settled((erasure_id,))
            case _:
                return None

    def _learn_time(self, message: Message) -> None:
        """The hub's clock, from an answer that came soon after the question. A broker may hold back, not hurry."""
        if not isinstance(message, Receipt):
            return
        sent = [self._first_sent.pop(line.message_id, None) for line in message.lines]
        asked = [moment for moment in sent if moment is not None]
        at = None if not asked else heard_in_time(max(asked), self._clock.monotonic())
        if at is not None:
            self._store.trust(message.received_at, at).result()

    # ---- expiry and the loss report ------------------------------------------------------------------------------

    def _keep_house(self, event: Event) -> None:
        """Expire what is too old; tell the hub the ledger on a fresh link, and what was lost as soon as it is known."""
        running = self._clock.monotonic()
        if self._swept_at is None or running - self._swept_at >= _HOUSEKEEPING_EVERY_S:
            self._swept_at = running
            self._store.expire().result()
            self._directives.put_in_force()  # a change may have ended
            known = () if self._reported is None else self._reported[1]
            if self.is_online() and tuple(self._store.losses()) != known:  # also what a full store had no room for
                self._report_losses()
        if isinstance(event, LinkUp):
            self._report_losses()

    def _report_losses(self) -> None:
        now, ledger, losses = self._clock.now(), self._store.ledger(), tuple(self._store.losses())
        if (ledger, losses) == self._reported or (ledger.accepted == 0 and not losses):
            return
        report_id = uuid7(int(now.timestamp() * 1000), secrets.token_bytes)
        report = LossReport(report_id=report_id, reported_at=now, losses=_loss_counts(losses), **asdict(ledger))
        frame = sealing.seal(
            report,
            tenant=self._identity.tenant,
            sender=self._identity.device,
            message_id=report_id,
            time=now,
            receiver_key=self._identity.seal_key,
            signing_key=self._keys.signing_key(),
        )
        entry = NewEntry(record_id=report_id, kind=report.kind, priority=Priority.REPORT, frame=frame, recorded_at=now)
        if self._store.put(entry).result() is None:
            self._reported = (ledger, losses)
            self.queue_changed()


def _check_comes_down(kind: str) -> None:
    if kind not in DOWN_MESSAGES:
        raise RefusedMessageError(RefusalReason.UNKNOWN_KIND, "not a message that comes down")


def _loss_counts(losses: Iterable[Loss]) -> tuple[LossCount, ...]:
    """The losses as they are told: a reason may be the hub's own word of any length."""
    return tuple(
        LossCount(priority=loss.priority.name.lower(), fate=loss.fate, reason=loss.reason[:60], count=loss.count)
        for loss in losses
    )
