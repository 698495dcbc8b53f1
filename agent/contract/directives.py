"""What the hub tells a device to do or to show, and the device's answer.

- Each is about one matter (the device's profile, one set of prompts, one ticket) and has a version that only grows
  within it. A device keeps the newest and answers every one; an older one that arrives later changes nothing.
- The hub sends until it is answered, so a device may sleep for months and a copy may come twice.
- What a set of prompts means is decided by the engine that will ask them. Here it is carried, kept and counted.
"""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field, JsonValue

from agent.contract.messages import Message, Moment, Part, Pseudonym, RecordId

Version = Annotated[int, Field(ge=1, le=2**53)]
"""Within one matter, only ever growing. Numbers may be left out."""
Name = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_.-]{0,63}$")]
"""Made up by the hub: of a set, a rule, an answer, a tag."""
Words = Annotated[str, Field(max_length=300, repr=False)]


class ProfileChange(Message):
    """The keys of the device's profile that are different here, all of them.

    It stands on the profile that the device was enrolled with, never on the change before it: so a device that missed
    some is right after the last one, and an empty one takes everything back.
    """

    kind: ClassVar[str] = "profile"
    version: Version
    values: Annotated[dict[str, JsonValue], Field(max_length=50)]
    """Key of `remote_profile.REMOTE_KEYS` -> value."""
    expires_at: Moment | None = None
    """From then on the enrolled profile is in force again. None: until the next change."""


class PromptCondition(Part):
    """One thing that must hold before a question is asked."""

    fact: Name
    """What is looked at, such as `scene` or `visits`."""
    test: Name
    """How, such as `is`, `one_of`, `at_least`."""
    value: JsonValue = None


class PromptAnswer(Part):
    """One answer to choose."""

    answer_id: Name
    zh: Words
    en: Words = ""
    also: Annotated[tuple[Annotated[str, Field(max_length=40)], ...], Field(max_length=20)] = ()
    """What people say for it."""


class FollowUp(Part):
    """What is asked next after certain answers."""

    after: Annotated[tuple[Name, ...], Field(max_length=20)] = ()
    """Answer ids; empty: after any."""
    ask: Name
    """The rule whose question follows."""


class PromptRule(Part):
    """When to ask whom what."""

    rule_id: Name
    trigger: Name
    """What has happened, such as `charging_done`."""
    conditions: Annotated[tuple[PromptCondition, ...], Field(max_length=20)] = ()
    question_zh: Words
    question_en: Words = ""
    answers: Annotated[tuple[PromptAnswer, ...], Field(max_length=20)] = ()
    """Empty: answered in free words."""
    follow_ups: Annotated[tuple[FollowUp, ...], Field(max_length=20)] = ()
    cool_down_s: Annotated[int, Field(ge=0)] = 0
    """Seconds before it may be asked again on this device."""
    delay_s: Annotated[int, Field(ge=0)] = 0
    """Seconds from what has happened to the question."""
    ask_within_s: Annotated[int, Field(ge=1)] = 1800
    """Seconds in which it still makes sense, from when it is due: so long it waits for a vehicle to stand."""
    while_moving: bool = False
    """It may be asked by voice alone while the vehicle moves; the question is short then."""
    safety: bool = False
    """It helps somebody in danger: no limit on the number of questions holds it back."""
    priority: Annotated[int, Field(ge=-100, le=100)] = 0
    """Which of several goes first; the highest."""
    audience: Annotated[tuple[Name, ...], Field(max_length=20)] = ()
    """Tags; empty: everybody."""
    valid_until: Moment | None = None
    """None: as long as its set."""


class PromptSet(Message):
    """All rules of one set. A newer version replaces the whole set; one without rules ends it."""

    kind: ClassVar[str] = "prompts"
    set_id: Name
    version: Version
    expires_at: Moment
    rules: Annotated[tuple[PromptRule, ...], Field(max_length=50)]


class TicketState(StrEnum):
    """Where a ticket stands, in a person's words."""

    RECEIVED = "received"
    IN_PROGRESS = "in_progress"
    SOLVED = "solved"


class TicketNews(Message):
    """Where the ticket of one record stands. Shown to who left the record, and to nobody else."""

    kind: ClassVar[str] = "ticket_news"
    subject: Pseudonym
    record_id: RecordId
    ticket_no: Annotated[str, Field(max_length=36)]
    version: Version
    state: TicketState
    told_at: Moment
    note_zh: Words = ""
    """Masked once more on the device before it is kept."""
    note_en: Words = ""


class VisitorLetter(Message):
    """What a visitor left at the hub for this device, sealed on their phone; see `agent.contract.visitor_letters`."""

    kind: ClassVar[str] = "letter"
    visit: Annotated[str, Field(pattern=r"^[0-9a-f]{24}$")]
    """The nonce of the code that was scanned: one letter each."""
    version: Version
    left_at: Moment
    key_id: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
    """Of the device's key that it is sealed to."""
    sealed: Annotated[str, Field(max_length=12_000, repr=False)]
    """Base64. Empty: its visitor took it back. A device that has it already refuses; the receipt deletes it then."""


class DirectiveOutcome(StrEnum):
    """What became of a directive on the device."""

    APPLIED = "applied"
    """Durable and in force, now or already before."""
    STALE = "stale"
    """A newer one was there."""
    EXPIRED = "expired"
    """It came after its end."""
    REFUSED = "refused"
    """It does not fit this device; `reason` says why, and the one before it stays in force."""
    ERASED = "erased"
    """Its subject or record was erased here: nothing was kept."""


class Acknowledgement(Message):
    """What became of one directive. Sent after it was made durable, and again for every copy of it."""

    kind: ClassVar[str] = "acknowledgement"
    ack_id: RecordId
    message_id: RecordId
    """The directive's own."""
    about: Annotated[str, Field(pattern=r"^[a-z_]{1,32}$")]
    """The directive's kind."""
    outcome: DirectiveOutcome
    reason: Annotated[str, Field(max_length=300)] = ""
    in_force: Annotated[int, Field(ge=0)] = 0
    """The version of this matter that the device has now; 0: none, or it could not tell which matter it is."""
    agent_version: Annotated[str, Field(max_length=40)] = ""
    at: Moment


Directive = ProfileChange | PromptSet | TicketNews | VisitorLetter
"""What a device answers with an `Acknowledgement`."""

DIRECTIVES: tuple[type[ProfileChange] | type[PromptSet] | type[TicketNews] | type[VisitorLetter], ...] = (
    ProfileChange,
    PromptSet,
    TicketNews,
    VisitorLetter,
)


def matter_of(directive: Directive) -> str:
    """What it is about, among those of its kind: versions are compared within it."""
    match directive:
        case ProfileChange():
            return ""
        case PromptSet(set_id=set_id):
            return set_id
        case TicketNews(record_id=record_id):
            return record_id
        case VisitorLetter(visit=visit):
            return visit
