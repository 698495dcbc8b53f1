"""Closed work orders, from whatever tells of them to the question on the terminal: each once, whoever tells it again.

It is durable that an order was told before anybody is asked about it: a crash in between costs a question, never asks
twice. Kept are keyed marks and days (`agent.signals.work_orders`); numbers, vehicles and owners are not.
"""

import json
import logging
import threading
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from agent.adapters.key_file import write_private
from agent.consent.holding import StoreDone
from agent.errors import TechnicianNeededError, TemporaryError
from agent.feedback.trigger import Fact
from agent.signals.work_orders import ClosedOrder, Told, is_late

FILE: Final = "work_orders.json"
KEY_NAME: Final = "\0tingche/v1/work-orders"
"""What the key store blinds to derive the key of the marks from."""
TRIGGER: Final = "repair_done"
_log = logging.getLogger(__name__)


class Outcome(StrEnum):
    """What became of an order that was told."""

    TAKEN = "taken"
    """The question was raised."""
    KNOWN = "known"
    """It was told before: nobody is asked twice."""
    LATE = "late"
    """It was closed too long ago to ask whoever stands there now."""


class WorkOrders:
    """One terminal's orders. Safe to call from any thread.

    Args:
        state: the device's folder, where the marks are kept.
        key: of the marks.
        happened: raises the question: trigger and facts.
        now: the device's time.

    Raises:
        TechnicianNeededError: what was kept cannot be read; what was told is not guessed.
    """

    def __init__(
        self,
        state: Path,
        key: bytes,
        happened: Callable[[str, dict[str, Fact]], object],
        now: Callable[[], datetime],
    ) -> None:
        self._file = state / FILE
        self._key = key
        self._happened, self._now = happened, now
        self._lock = threading.Lock()
        self._told = _kept(self._file, key)
        self._counts = Counter[str]()

    def close(self, order: ClosedOrder) -> Outcome:
        """An order was closed just now, or is told again.

        Raises:
            TemporaryError: the disk refused: nobody was asked, tell it again.
        """
        now = self._now()
        with self._lock:
            known = self._told.knows(order)
            in_a_row = None if known else self._remember(order, now.date())
            outcome = Outcome.KNOWN if known else Outcome.LATE if is_late(order, now) else Outcome.TAKEN
            self._counts[outcome.value] += 1
        if outcome is Outcome.TAKEN:
            self._happened(TRIGGER, order.facts(in_a_row))
        return outcome

    def counts(self) -> dict[str, int]:
        """How many orders were told since the start, by what became of them."""
        with self._lock:
            return {outcome.value: self._counts[outcome.value] for outcome in Outcome}

    def forget_vehicles(self) -> StoreDone:
        """Part of an erasure: nobody can single out which mark is whose, so all of them go."""
        with self._lock:
            forgotten = self._told.forget_vehicles()
            try:
                if forgotten:
                    self._write(self._told)
            except TemporaryError:
                _log.warning("marks of vehicles could not be deleted: the disk refused")
                return StoreDone("work_orders", "failed", forgotten)
        return StoreDone("work_orders", "deleted" if forgotten else "nothing_found", forgotten)

    def _remember(self, order: ClosedOrder, today: date) -> int | None:
        """On a copy: what could not be written down was not told."""
        told = Told(self._key, self._told.kept)
        in_a_row = told.close(order, today)
        self._write(told)
        self._told = told
        return in_a_row

    def _write(self, told: Told) -> None:
        write_private(self._file, json.dumps(told.kept).encode())


def _kept(file: Path, key: bytes) -> Told:
    try:
        return Told(key, json.loads(file.read_bytes()))
    except FileNotFoundError:
        return Told(key)
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise TechnicianNeededError(
            f"{file} cannot be read ({type(error).__name__}), so nobody knows which work orders were asked about. "
            "Delete it: an order that is told once more is then asked about once more."
        ) from None
