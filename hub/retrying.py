"""A frame that was set aside goes through the intake once more."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from hub.intake import Arrival, Decision, Refused, judge, read
from hub.intake import Known as KnownToIntake

NOT_KEPT = "not kept"
"""Outcome where the bytes are not there (any more)."""


class RetryTransaction(KnownToIntake, Protocol):
    """What is known, what becomes of the frame, and its end in the list; in one transaction."""

    def apply(self, decision: Decision, now: datetime) -> str | None:
        """Write one decision. The number of a new ticket."""
        ...

    def release(self, number: int) -> None:
        """It is not set aside any more."""
        ...


class RetryIntake(Protocol):
    """Where it is written."""

    def transaction(self, batch: list[Arrival]) -> AbstractContextManager[RetryTransaction]:
        """One transaction for what is decided about these frames."""
        ...


class KeptFrames(Protocol):
    """Where it waits."""

    def frame(self, number: int) -> tuple[str, bytes] | None:
        """(topic, bytes)."""
        ...


def try_again(
    number: int,
    kept: KeptFrames,
    intake: RetryIntake,
    opening_key: Callable[[str], X25519PrivateKey | None],
    clock: Callable[[], datetime],
) -> str:
    """What became of it: accepted, duplicate, erasedalready, the reason of its refusal, or `NOT_KEPT`.

    A frame that is refused again stays, and is neither counted nor answered a second time.
    """
    found = kept.frame(number)
    if found is None:
        return NOT_KEPT
    arrival = read(*found)
    if isinstance(arrival, Refused):
        return arrival.reason.value
    with intake.transaction([arrival]) as transaction:
        now = clock()
        decision = judge(arrival, known=transaction, opening_key=opening_key, now=now)
        if isinstance(decision, Refused):
            return decision.reason.value
        transaction.apply(decision, now)
        transaction.release(number)
    return type(decision).__name__.lower()
