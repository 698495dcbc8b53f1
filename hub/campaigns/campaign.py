"""A campaign and where it stands, as values."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from hub.campaigns.draft import Draft, TargetDraft
from hub.pushing.push import Choice


class State(StrEnum):
    """Where a campaign stands."""

    DRAFT = "draft"
    """Never pushed."""
    SCHEDULED = "scheduled"
    """Pushed, and its first day has not come."""
    RUNNING = "running"
    ENDED = "ended"
    """Its last day is over."""
    STOPPED = "stopped"
    """Taken back before its end."""


@dataclass(frozen=True, slots=True)
class Pushing:
    """What was pushed last."""

    draft: Draft
    version: int
    at: datetime
    who: str
    starts_at: datetime | None
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Stop:
    """That it was taken back."""

    version: int
    """Of the empty set that devices were told."""
    at: datetime
    who: str


@dataclass(frozen=True, slots=True)
class Campaign:
    """One campaign."""

    name: str
    """c-0001; the id of its set on devices."""
    draft: Draft
    created_at: datetime
    created_by: str
    changed_at: datetime
    changed_by: str
    revision: int
    """Grows with every change of the draft."""
    pushed: Pushing | None = None
    stopped: Stop | None = None

    def state(self, now: datetime) -> State:
        """Where it stands."""
        if self.pushed is None:
            return State.DRAFT
        if self.stopped is not None:
            return State.STOPPED
        if now >= self.pushed.ends_at:
            return State.ENDED
        if self.pushed.starts_at is not None and now < self.pushed.starts_at:
            return State.SCHEDULED
        return State.RUNNING

    @property
    def changed_since(self) -> bool:
        """Whether what is written differs from what devices were told."""
        return self.pushed is not None and self.pushed.draft != self.draft


@dataclass(frozen=True, slots=True)
class Refusal:
    """A device that did not take it."""

    device: str
    place: str
    outcome: str
    """refused; expired: it came after its end; stale: it has a newer one."""
    reason: str


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a push has come, in devices."""

    chosen: int = 0
    have: int = 0
    """They have told that they hold this version."""
    waiting: int = 0
    """They have not answered yet: asleep, or out of reach."""
    refused: int = 0
    refusals: tuple[Refusal, ...] = ()
    """The first of those."""
    fit_untold: int = 0
    """They fit the choice by now, and were not told: enrolled or tagged later."""


def choice_of(target: TargetDraft) -> Choice:
    """The devices that are meant."""
    return Choice(
        tags=target.tags, sites=target.sites, kinds=target.kinds, phases=target.phases, everybody=target.everybody
    )
