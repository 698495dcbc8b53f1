"""Sends what is pushed, beside the answers and never in their way: a receipt waits for nothing here."""

import logging
import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

from agent.contract import sealing, topics
from agent.contract.kinds import DOWN_MESSAGES
from hub.errors import HubError
from hub.pushing.push import DuePush
from hub.pushing.schedule import copy_lives_s

_log = logging.getLogger(__name__)

_POLL_S = 1.0
_PAUSE_S = 5.0
_AT_ONCE = 200
"""Most directives in one round: a push to a whole fleet leaves room for the receipts between its rounds."""


class Outlet(Protocol):
    """Where frames go to; the MQTT listener."""

    def publish(self, topic: str, payload: bytes, *, lives_s: int | None = None) -> int | None:
        """Hand over one frame, which the broker drops after so many seconds; None when the link is down."""
        ...


class PushQueue(Protocol):
    """Where pushes wait."""

    def due(self, now: datetime, limit: int) -> Sequence[DuePush]:
        """What has to be sent now."""
        ...

    def sent(self, pushed: Sequence[DuePush], now: datetime) -> None:
        """These were handed to the broker."""
        ...


class PushWorker:
    """Sends until each is answered. One per process; a directive sent twice does no harm."""

    def __init__(
        self,
        outlet: Outlet,
        queue: PushQueue,
        signing_key: ec.EllipticCurvePrivateKey,
        clock: Callable[[], datetime],
    ) -> None:
        self._outlet = outlet
        self._queue = queue
        self._signing_key = signing_key
        self._clock = clock

    def run(self, stopping: threading.Event) -> None:
        """Work until asked to stop. What could not be sent is tried again."""
        failing = False
        while not stopping.wait(_PAUSE_S if failing else _POLL_S):
            try:
                self.step()
                failing = False
            except HubError as error:
                if not failing:
                    _log.error("pushes wait: %s", error)
                failing = True
            except Exception as error:  # noqa: BLE001 - this thread must not die silently: no device would hear again
                _log.error("pushes failed (%s); trying again", type(error).__name__)
                failing = True

    def step(self) -> int:
        """Send what is due; how many.

        Raises:
            HubError: the database cannot be read or written now.
        """
        now = self._clock()
        sent = []
        for push in self._queue.due(now, _AT_ONCE):
            topic = topics.down(push.tenant, push.device, push.kind)
            lives_s = copy_lives_s(push.tries + 1, now, push.expires_at)
            if self._outlet.publish(topic, self._seal(push, now), lives_s=lives_s) is None:
                break
            sent.append(push)
        if sent:
            self._queue.sent(sent, now)
            _log.info("sent %d pushes", len(sent))
        return len(sent)

    def _seal(self, push: DuePush, now: datetime) -> bytes:
        return sealing.seal(
            DOWN_MESSAGES[push.kind].model_validate(push.payload),
            tenant=push.tenant,
            sender=sealing.HUB,
            message_id=push.message_id,
            time=now,
            receiver_key=X25519PublicKey.from_public_bytes(push.sealing_key),
            signing_key=self._signing_key,
        )
