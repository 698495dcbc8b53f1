"""The hub's two loops: intake (frames in, one transaction per batch) and answers (queue out, forgotten when taken)."""

import logging
import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from agent.contract import sealing, topics
from agent.contract.identifiers import uuid7
from agent.contract.messages import ErasureReceipt
from agent.contract.refusal import RefusalReason
from hub.answers import Parcel, WaitingAnswer, pack
from hub.erasure.answer import proven
from hub.errors import ConflictError, HubError, InputRefusedError
from hub.intake import Accepted, Arrival, Decision, Duplicate, ErasedAlready, Known, Refused, judge, open_ahead, read
from hub.ports import Delivery

BATCH_FRAMES = 100
"""Most frames in one transaction; what arrives during one commit is the next batch. Half of a device's window: while
the hub works on one half, the device reads the receipt of the other and sends on; with a whole one they take turns."""

_log = logging.getLogger(__name__)
_POLL_S = 0.2
_IDLE_S = 1.0
_DISK_PAUSE_S = 1.0
_ANSWERS_IN_FLIGHT = 2000
_FORGET_AT_ONCE = 250
"""Answers that the broker took are forgotten in one transaction for so many, or after a second: one for each receipt
would make the intake wait for the disk twice."""
_KEYS = 10_000
"""Devices whose key is remembered between batches; the database has the last word."""
_TRIES = 5
"""How often a batch is done again when another worker was in the way."""

Clock = Callable[[], datetime]


class FrameSource(Protocol):
    """Where frames come from and answers go to; the MQTT listener."""

    def next_batch(self, limit: int, timeout_s: float) -> Sequence[Delivery]:
        """What has arrived; empty when nothing did in time."""
        ...

    def acknowledge(self, batch: Sequence[Delivery]) -> None:
        """These were dealt with."""
        ...

    def publish(self, topic: str, payload: bytes) -> int | None:
        """Hand over one frame; None when the link is down."""
        ...

    def taken(self) -> Sequence[int]:
        """Numbers of frames that the broker took since the last call."""
        ...

    def credit(self) -> int | None:
        """Records that one device may have in flight now, see `hub.credit`."""
        ...


class IntakeTransaction(Known, Protocol):
    """What is known, and what becomes of it, in one transaction."""

    def apply(self, decision: Decision, now: datetime) -> str | None:
        """Write one decision. The number of a new ticket."""
        ...

    def keep(self, frame: Delivery, refused: Refused, now: datetime) -> None:
        """Set the frame of a refusal aside, where it is worth keeping."""
        ...


class IntakeStore(Protocol):
    """Where intake writes."""

    def transaction(self, batch: Collection[Arrival]) -> AbstractContextManager[IntakeTransaction]:
        """One transaction for what is decided about these frames."""
        ...

    def refuse(self, frame: Delivery, refused: Refused, now: datetime) -> None:
        """Count a refusal and set its frame aside, by itself."""
        ...


class AnswerQueue(Protocol):
    """Where answers wait."""

    def waiting(self, limit: int, besides: Collection[int]) -> Sequence[WaitingAnswer]:
        """The oldest answers, without those already handed over."""
        ...

    def sealing_key(self, tenant: str, device: str) -> bytes:
        """The raw X25519 public key of a device."""
        ...

    def taken(self, ids: Collection[int]) -> None:
        """Forget these."""
        ...

    def finish_erasures(self, now: datetime) -> int:
        """Shed erased content and queue the answers. How many."""
        ...


class IntakeWorker:
    """Takes frames in batches. Several may run, in one process or in many."""

    def __init__(
        self,
        source: FrameSource,
        store: IntakeStore,
        opening_key: Callable[[str], X25519PrivateKey | None],
        clock: Clock,
        wake_answers: Callable[[], None],
    ) -> None:
        self._source = source
        self._store = store
        self._opening_key = opening_key
        self._clock = clock
        self._wake_answers = wake_answers
        self._keys: dict[tuple[str, str], ec.EllipticCurvePublicKey] = {}

    def run(self, stopping: threading.Event) -> None:
        """Work until asked to stop. A failing disk is waited for: unacknowledged frames stay with broker and device."""
        failing = False
        while not stopping.is_set():
            batch = self._source.next_batch(BATCH_FRAMES, _POLL_S)
            while batch and not stopping.is_set():
                try:
                    self.take(batch)
                except HubError as error:
                    if not failing:
                        _log.error("intake waits: %s", error)
                    failing = True
                    stopping.wait(_DISK_PAUSE_S)
                    continue
                if failing:
                    _log.info("intake goes on")
                failing, batch = False, ()

    def take(self, batch: Sequence[Delivery]) -> None:
        """Commit one batch, acknowledge it, and have the answers sent.

        Raises:
            HubError: the database cannot be written now; nothing of the batch was.
        """
        try:
            self._commit(batch)
        except (InputRefusedError, ConflictError):
            self._one_by_one(batch)
        except HubError:
            raise
        except Exception as error:  # noqa: BLE001 - one frame must never stop the others; which one is found below
            _log.error("a frame of this batch failed (%s)", type(error).__name__)
            self._one_by_one(batch)
        self._source.acknowledge(batch)
        self._wake_answers()

    def _one_by_one(self, batch: Sequence[Delivery]) -> None:
        for frame in batch:
            try:
                self._commit([frame])
            except ConflictError as error:
                _log.warning("left a frame for its device to send again: %s", error)
            except InputRefusedError:
                self._refuse(frame, "the database does not take a value of it")
            except HubError:
                raise
            except Exception as error:  # noqa: BLE001 - this is the one: counted and set aside
                self._refuse(frame, f"the intake failed on it ({type(error).__name__})")

    def _refuse(self, frame: Delivery, detail: str) -> None:
        self._store.refuse(frame, Refused(RefusalReason.MALFORMED, detail), self._clock())

    def _commit(self, batch: Sequence[Delivery]) -> None:
        found = [self._read(frame) for frame in batch]
        arrivals = [arrival for arrival in found if isinstance(arrival, Arrival)]
        for last in (*[False] * (_TRIES - 1), True):
            try:
                with self._store.transaction(arrivals) as transaction:
                    outcomes = [self._decide(*pair, transaction) for pair in zip(batch, found, strict=True)]
            except ConflictError:
                if last:
                    raise
            else:
                _log_outcomes(outcomes)
                return

    def _read(self, frame: Delivery) -> Arrival | Refused:
        """With the cryptography done where the device was seen before: a transaction makes other writers wait."""
        found = read(frame.topic, frame.payload)
        if isinstance(found, Refused):
            return found
        key = self._keys.get((found.place.tenant, found.place.device))
        return open_ahead(found, key, self._opening_key) if key is not None else found

    def _decide(
        self, frame: Delivery, found: Arrival | Refused, transaction: IntakeTransaction
    ) -> tuple[Decision, str | None]:
        now = self._clock()
        decision: Decision
        if isinstance(found, Refused):
            decision = found
        else:
            decision = judge(found, known=transaction, opening_key=self._opening_key, now=now)
            self._learn_key(found, transaction)
        if isinstance(decision, Refused):
            transaction.keep(frame, decision, now)
        return decision, transaction.apply(decision, now)

    def _learn_key(self, found: Arrival, transaction: IntakeTransaction) -> None:
        sender = transaction.sender(found.place.tenant, found.place.device)
        if sender is not None:
            if len(self._keys) >= _KEYS:
                self._keys.clear()
            self._keys[sender.tenant, sender.device] = sender.signing_key


class AnswerWorker:
    """Sends what waits. One per process; an answer sent twice does no harm."""

    def __init__(
        self,
        source: FrameSource,
        queue: AnswerQueue,
        signing_key: ec.EllipticCurvePrivateKey,
        clock: Clock,
        wake: threading.Event,
    ) -> None:
        """Prepare; `wake` is set by others when there may be something to do."""
        self._source = source
        self._queue = queue
        self._signing_key = signing_key
        self._clock = clock
        self._wake = wake
        self._in_flight: dict[int, tuple[int, ...]] = {}
        self._taken: list[int] = []
        self._receivers: dict[tuple[str, str], X25519PublicKey] = {}

    def run(self, stopping: threading.Event) -> None:
        """Work until asked to stop."""
        failing, tidied_at = False, 0.0
        while not stopping.is_set():
            self._wake.wait(_IDLE_S)
            self._wake.clear()
            try:
                overdue = time.monotonic() - tidied_at >= _IDLE_S
                self.forget_taken(at_least=1 if overdue else _FORGET_AT_ONCE)
                if overdue:
                    tidied_at = time.monotonic()
                    self.finish_erasures()
                self.step()
                failing = False
            except HubError as error:
                if not failing:
                    _log.error("answers wait: %s", error)
                failing = True
                stopping.wait(_DISK_PAUSE_S)
            except Exception as error:  # noqa: BLE001 - this thread must not die silently: no device would hear again
                _log.error("answers failed (%s); trying again", type(error).__name__)
                stopping.wait(_DISK_PAUSE_S)

    def finish_erasures(self) -> None:
        """Shed erased content and queue the answers. Raises as `step`."""
        if finished := self._queue.finish_erasures(self._clock()):
            _log.info("finished %d erasures", finished)

    def step(self) -> None:
        """Hand over what waits.

        Raises:
            HubError: the database cannot be read or written now.
        """
        busy = {*self._taken, *(entry for entries in self._in_flight.values() for entry in entries)}
        room = _ANSWERS_IN_FLIGHT - len(busy)
        if room <= 0:
            return
        for parcel in pack(self._queue.waiting(room, busy), self._clock(), self._source.credit()):
            number = self._source.publish(
                topics.down(parcel.tenant, parcel.device, parcel.message.kind), self._seal(parcel)
            )
            if number is None:
                return
            self._in_flight[number] = parcel.ids

    def forget_taken(self, at_least: int = 1) -> None:
        """Forget what the broker took, once there are so many. Raises as `step`."""
        for number in self._source.taken():
            self._taken.extend(self._in_flight.pop(number, ()))
        if len(self._taken) >= at_least:
            self._queue.taken(self._taken)
            self._taken = []

    def _seal(self, parcel: Parcel) -> bytes:
        now, message = self._clock(), parcel.message
        if isinstance(message, ErasureReceipt):
            message = proven(message, parcel.tenant, parcel.device, self._signing_key)
        return sealing.seal(
            message,
            tenant=parcel.tenant,
            sender=sealing.HUB,
            message_id=uuid7(int(now.timestamp() * 1000), os.urandom),
            time=now,
            receiver_key=self._receiver(parcel.tenant, parcel.device),
            signing_key=self._signing_key,
        )

    def _receiver(self, tenant: str, device: str) -> X25519PublicKey:
        known = self._receivers.get((tenant, device))
        if known is None:
            known = X25519PublicKey.from_public_bytes(self._queue.sealing_key(tenant, device))
            self._receivers[tenant, device] = known
        return known


def _log_outcomes(outcomes: Sequence[tuple[Decision, str | None]]) -> None:
    """One line a batch; one a frame where somebody may have to look into it, or asked for it."""
    counts = Counter(type(decision).__name__.lower() for decision, _ in outcomes)
    _log.info("took a batch: %s", ", ".join(f"{count} {name}" for name, count in sorted(counts.items())))
    for decision, number in outcomes:
        match decision:
            case Refused(reason=reason, answer_to=None):
                _log.warning("refused a frame nobody proved to have sent: %s", reason)
            case Refused(reason=reason, answer_to=(sender, message_id)):
                _log.warning("refused %s of device %s: %s", message_id, sender.device, reason)
            case Accepted() | Duplicate() | ErasedAlready():
                name = type(decision).__name__.lower()
                _log.debug("%s %s of device %s %s", name, decision.message_id, decision.sender.device, number or "")
