"""A ticket and its deadlines, as values."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from agent.contract.messages import Answer, DeviceKind, QualityMark, Span, VehicleReading


class Severity(StrEnum):
    """How bad, in the desk's words. Sorted from worst to least."""

    SAFETY = "safety"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Department(StrEnum):
    """Who answers."""

    ROADSIDE = "roadside"
    CLAIMS = "claims"
    CHARGING = "charging"
    REPAIR = "repair"
    UNDERWRITING = "underwriting"
    PRODUCT = "product"
    SERVICE_DESK = "service_desk"


class Status(StrEnum):
    """Where a ticket stands."""

    NEW = "new"
    ACCEPTED = "accepted"
    """Somebody has taken it and says so."""
    IN_PROGRESS = "in_progress"
    WAITING = "waiting"
    """For a part, another department, the person's word."""
    CLOSED = "closed"
    REOPENED = "reopened"
    """It was closed, and was not solved."""
    ERASED = "erased"
    """Its content was erased on request; only number and times remain."""
    EXPIRED = "expired"
    """Its content was kept as long as its purpose needed it, and deleted then."""
    FROZEN = "frozen"
    """To be erased, and held by a law until a date: kept, and shown to nobody but the person."""


OPEN = (Status.NEW, Status.ACCEPTED, Status.IN_PROGRESS, Status.WAITING, Status.REOPENED)
"""Somebody still has to answer these."""
GONE = (Status.ERASED, Status.EXPIRED, Status.FROZEN)
"""Nobody at the desk may read these any more."""


class DeadlineKind(StrEnum):
    """The four limits for a first response."""

    SAFETY = "safety"
    """Speech about driving safety: 10 minutes."""
    VEHICLE = "vehicle"
    """Triggered by the vehicle: 1 hour."""
    PROMISED = "promised"
    """Promised on screen: 24 hours, from when the hub has it."""
    OUTER = "outer"
    """Never later than 48 hours."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """One limit that applies to a ticket."""

    kind: DeadlineKind
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Step:
    """One change of a ticket's status."""

    at: datetime
    who: str
    """A person's name in the hub, or `account:NAME`."""
    before: Status
    after: Status
    reason: str = field(default="", repr=False)
    """Why, in the words of who did it."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """What the service desk sees of one feedback."""

    number: str
    """T-000001, counted per hub."""
    record_id: str
    tenant: str
    device: str
    """The device's pseudonym."""
    subject: str
    device_kind: DeviceKind
    place: str
    scene: str
    source: str
    """voice, touch or typed."""
    severity: Severity
    department: Department
    status: Status
    recorded_at: datetime
    """When the person said it, by the device's clock."""
    received_at: datetime
    """When the hub committed it; every deadline counts from here."""
    deadlines: tuple[Deadline, ...]
    """Those that apply, soonest first; never empty."""
    receipt_code: str
    text: str | None = field(default=None, repr=False)
    """Masked text."""
    spans: tuple[Span, ...] = ()
    """Masked places in `text`."""
    rating: int | None = None
    offline: bool = False
    needs_review: bool = False
    has_contact: bool = False
    answers: tuple[Answer, ...] = ()
    """One conversation with the device's questions, in order."""
    marks: tuple[QualityMark, ...] = ()
    """Why its words say little, or why a touch may be the shop's own."""
    entry: str | None = None
    """How the person came in, see `Context.entry`; None where the device did not say."""
    steps: tuple[Step, ...] = ()
    """What became of it, oldest first."""
    closed_at: datetime | None = None
    """None where it is not closed, or was before that was written down."""
    vehicle: tuple[VehicleReading, ...] = ()
    """The state of the car when it was said, coarse, where the person agreed to that."""

    @property
    def is_gone(self) -> bool:
        """Nobody here may read it any more."""
        return self.status in GONE

    @property
    def is_open(self) -> bool:
        """Somebody still has to answer."""
        return self.status in OPEN

    @property
    def next_deadline(self) -> Deadline:
        """The soonest limit."""
        return self.deadlines[0]
