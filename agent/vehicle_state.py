"""The state of the car beside a feedback: kept for a minute in memory, and only while the driver agrees to that.

    signal -> heard -> agent/signals/recent.py (coarse, a ring) -> readings -> Said.vehicle -> shown -> Feedback.vehicle

- Without a live grant nothing is kept, and the vehicle is not even listened to for it. Consent that ends, for whatever
  reason ("not this trip", withdrawal, deletion, its own end), wipes what there is.
- What was told before a grant is never used: the ring begins empty with it.
- It is the driver's whose profile this car has, and nobody else's feedback carries it.
- Never on disk: a restart begins with nothing.
"""

import logging
import threading
from collections.abc import Callable, Sequence
from typing import Any, Final, Protocol

from agent.consent.grant import ConsentGrant, NoConsent, Permit
from agent.consent.holding import Holding, SealedUnder
from agent.contract.messages import VehicleReading
from agent.errors import AgentError
from agent.ports import Clock
from agent.signals.recent import RecentSignals
from agent.signals.signal import Signal

_log = logging.getLogger(__name__)

FORGET_S: Final = 1.0
"""How often what has grown old is let go of."""
CHECK_S: Final = 10.0
"""How often it is looked whether consent has ended by itself. Whoever ends it says so at once, and nothing is attached
without a look; a look reads the signed history, which takes two milliseconds."""
STORE: Final = "vehicle_state"
HOLDING: Final = Holding(
    STORE,
    "in memory alone: of each signal that vehicle.attach names what it told in the last minute, coarse, and since when",
    SealedUnder.NONE,
    personal=True,
    exported="last, lowest and highest value, as they would be attached now",
    erased="wiped, with any deletion",
    kept='60 s, and what each signal stands at; until consent or the agent ends, or "not this trip"',
)


class Listening(Protocol):
    """What hears the vehicle until it is closed."""

    def close(self) -> None:
        """End, and wait until nothing is heard any more."""
        ...


class VehicleStates:
    """Safe to call from any thread.

    Args:
        signals: those that may be attached, by the profile; empty: nothing is ever kept.
        clock: the device's.
        permit: whether the driver of this car agrees at this moment.
    """

    def __init__(self, signals: Sequence[str], clock: Clock, permit: Callable[[], Permit | NoConsent]) -> None:
        self._signals = signals
        self._clock, self._permit = clock, permit
        self._recent = RecentSignals(signals)
        self._grant: ConsentGrant | None = None
        self._lock = threading.Lock()
        self._changing = threading.Lock()  # apart from the other: whoever is being closed may still be heard meanwhile
        self._listen: Callable[[], Listening] | None = None
        self._listening: Listening | None = None
        self._thread: threading.Thread | None = None
        self._closing = threading.Event()

    def start(self, listen: Callable[[], Listening] | None = None) -> None:
        """Look after consent and age, from now on.

        Args:
            listen: begins to listen to the vehicle; called whenever consent begins. None: others tell what is heard.
        """
        self._listen = listen
        if self._signals and self._thread is None:
            self._thread = threading.Thread(target=self._keep_time, name="vehicle-state", daemon=True)
            self._thread.start()
        self.look_again()

    def close(self) -> None:
        """Keep nothing and hear nothing any more. Closing twice is fine."""
        self._closing.set()
        if self._thread is not None:
            self._thread.join()
        with self._changing:
            self._end_listening()
        with self._lock:
            self._grant = None
            self._recent.wipe()

    def heard(self, signal: Signal) -> None:
        """A vehicle signal, just now. Without a live grant it is not looked at."""
        with self._lock:
            if self._grant is not None:
                self._recent.take(signal, self._clock.monotonic())

    def lost(self) -> None:
        """The vehicle tells nothing any more: what held may hold no longer."""
        self.wipe()

    def wipe(self) -> int:
        """Keep nothing of what was heard; how many signals there was something of."""
        with self._lock:
            return self._recent.wipe()

    def readings(self, subject: str) -> tuple[VehicleReading, ...]:
        """What stands beside a feedback of this subject; empty for anybody but the driver who agrees to it now."""
        self.look_again()
        with self._lock:
            if self._grant is None or self._grant.subject != subject:
                return ()
            return self._recent.readings(self._clock.monotonic())

    def export(self, subject: str) -> list[dict[str, Any]]:
        """The same, for the person."""
        return [one.model_dump(mode="json") for one in self.readings(subject)]

    def look_again(self) -> None:
        """Consent may have begun or ended."""
        if not self._signals or self._closing.is_set():
            return
        with self._changing:
            found = self._permit()
            grant = found.grant if isinstance(found, Permit) else None
            with self._lock:
                if grant is None or (self._grant is not None and self._grant.subject != grant.subject):
                    self._recent.wipe()
                self._grant = grant
            if grant is None:
                self._end_listening()
            elif self._listening is None and self._listen is not None:
                self._listening = self._listen()

    def _end_listening(self) -> None:
        if self._listening is not None:
            self._listening.close()
            self._listening = None

    def _keep_time(self) -> None:
        look_at_s = 0.0
        while not self._closing.wait(FORGET_S):
            now_s = self._clock.monotonic()
            with self._lock:
                self._recent.forget_older(now_s)
            if now_s < look_at_s:
                continue
            look_at_s = now_s + CHECK_S
            try:
                self.look_again()
            except AgentError as error:  # the store cannot be read now: no consent that can be seen is none
                self.wipe()
                _log.warning("whether the vehicle's state may be kept cannot be seen: %s", type(error).__name__)
