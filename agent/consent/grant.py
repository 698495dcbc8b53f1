"""A person's consent: for whom, for what, on which notice, until when.

- The default is no collection: no grant, no capture.
- Each purpose is a switch of its own. Voice is sensitive: nothing else is agreed to with it (PIPL article 29).
- For somebody under 14 only a guardian's grant counts (PIPL article 31).
- A grant names the exact text that was shown (its SHA-256) and ends by itself: "permanent" cannot be written
  (GB/T 41871-2022).
- Checked three times: before capture, before storing, before sending.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Purpose(StrEnum):
    """What data may be used for. Each is agreed to on its own."""

    IMPROVE_SERVICE = "improve_service"
    CALL_BACK = "call_back"
    KEEP_VOICE_FOR_REVIEW = "keep_voice_for_review"
    ATTACH_VEHICLE_STATE = "attach_vehicle_state"
    CO_CREATE = "co_create"


class Period(StrEnum):
    """How long a grant lives."""

    ONCE = "once"
    """For one record; the grant is used up by it."""
    WEEK = "7d"
    QUARTER = "90d"
    YEAR = "1y"

    @property
    def length(self) -> timedelta:
        """From being given to ending by itself."""
        return _LENGTH[self]


ONCE_WINDOW = timedelta(minutes=30)
"""A grant for one record that nobody used is void after this long: the visitor has left."""
_LENGTH = {
    Period.ONCE: ONCE_WINDOW,
    Period.WEEK: timedelta(days=7),
    Period.QUARTER: timedelta(days=90),
    Period.YEAR: timedelta(days=365),
}


PERSON, GUARDIAN = "person", "guardian"
"""Who can give a grant."""

ALONE = frozenset({Purpose.KEEP_VOICE_FOR_REVIEW})
"""Agreed to with nothing else beside it."""


def stands_alone(purposes: frozenset[Purpose]) -> bool:
    """Whether these purposes may be one grant: at least one, and what is sensitive by itself."""
    return bool(purposes) and (len(purposes) == 1 or not purposes & ALONE)


def apart(purposes: frozenset[Purpose]) -> tuple[frozenset[Purpose], ...]:
    """The grants that these switches come to: what may go together, then each sensitive one by itself."""
    together = purposes - ALONE
    return (*((together,) if together else ()), *(frozenset({one}) for one in sorted(purposes & ALONE)))


@dataclass(frozen=True, slots=True)
class ConsentGrant:
    """One person's consent, as it was given."""

    grant_id: str
    """UUIDv7."""
    subject: str
    """Pseudonym of a driver profile, or of one anonymous kiosk visit."""
    purposes: frozenset[Purpose]
    notice_hash: str
    """SHA-256 of the exact text shown, hexadecimal."""
    how: str
    """touch, face, spoken, command_line."""
    period: Period
    given_at: datetime
    withdrawn_at: datetime | None = None
    used_at: datetime | None = None
    """When a `once` grant was spent on its record."""
    given_by: str = PERSON
    """`person`, or `guardian` for somebody under 14."""
    controller: str = ""
    """Who is answerable for the data: the tenant's name at the hub."""
    withdrawn: frozenset[Purpose] = frozenset()
    """Purposes whose switch was turned off again."""

    @property
    def by_guardian(self) -> bool:
        """Whether a guardian gave it."""
        return self.given_by == GUARDIAN

    @property
    def standing(self) -> frozenset[Purpose]:
        """What it was given for and not withdrawn from."""
        return self.purposes - self.withdrawn

    @property
    def expires_at(self) -> datetime:
        """When it ends by itself."""
        return self.given_at + self.period.length

    def live(self, now: datetime) -> bool:
        """Neither withdrawn, nor used up, nor over."""
        used = self.period is Period.ONCE and self.used_at is not None
        return self.withdrawn_at is None and not used and now < self.expires_at


@dataclass(frozen=True, slots=True)
class Permit:
    """Proof that one live grant covers these purposes right now. `check` makes it; the microphone asks for it."""

    grant: ConsentGrant
    purposes: frozenset[Purpose]


class NoConsent(StrEnum):
    """Why there is no permit."""

    NEVER_GIVEN = "never_given"
    OTHER_PURPOSE = "other_purpose"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    USED = "used"
    NOTICE_CHANGED = "notice_changed"
    NOT_THIS_TRIP = "not_this_trip"
    """The person wants neither to be heard nor to be asked until the next trip."""
    GUARDIAN_NEEDED = "guardian_needed"
    """Under 14, and no guardian has agreed."""


def check(
    grants: tuple[ConsentGrant, ...],
    *,
    purposes: frozenset[Purpose],
    is_current: Callable[[ConsentGrant], bool],
    now: datetime,
    guardian_only: bool = False,
) -> Permit | NoConsent:
    """Whether one of a subject's grants covers all these purposes now; otherwise why the newest one does not.

    Args:
        grants: the subject's.
        purposes: all of them have to be covered by one grant.
        is_current: whether a grant was given on the words that are shown today.
        now: by trusted time.
        guardian_only: the subject is under 14.
    """
    reason = NoConsent.NEVER_GIVEN
    for grant in sorted(grants, key=lambda g: g.given_at, reverse=True):
        why_not = _refusal(grant, purposes, is_current, now)
        if why_not is None and guardian_only and not grant.by_guardian:
            why_not = NoConsent.GUARDIAN_NEEDED
        if why_not is None:
            return Permit(grant, purposes)
        if reason is NoConsent.NEVER_GIVEN:  # the newest grant's reason is the one a person understands
            reason = why_not
    return NoConsent.GUARDIAN_NEEDED if guardian_only else reason


def _refusal(
    grant: ConsentGrant, purposes: frozenset[Purpose], is_current: Callable[[ConsentGrant], bool], now: datetime
) -> NoConsent | None:
    if grant.withdrawn_at is not None or purposes & grant.withdrawn:
        return NoConsent.WITHDRAWN
    if not is_current(grant):
        return NoConsent.NOTICE_CHANGED
    if grant.period is Period.ONCE and grant.used_at is not None:
        return NoConsent.USED
    if now >= grant.expires_at:
        return NoConsent.EXPIRED
    if not purposes <= grant.purposes:
        return NoConsent.OTHER_PURPOSE
    return None
