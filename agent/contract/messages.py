"""The messages of version 1, as frozen values.

- A field once released keeps its name, meaning and unit for ever; new fields are optional.
- Fields this version does not know survive decoding and encoding (`extra="allow"`).
- A validation error never prints the value that caused it (`hide_input_in_errors`).
"""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, ClassVar, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

MAX_TEXT_CHARS = 4000
"""Longest masked text in one record; speech of 60 s is about 300 characters."""

MAX_SEALED_VOICE_CHARS = 62_000
"""Base64 of 46,500 bytes. With the 3,000 bytes beside it a message stays under `codec.MAX_MESSAGE_BYTES`."""

RecordId = Annotated[str, Field(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")]
Pseudonym = Annotated[str, Field(pattern=r"^[0-9a-z][0-9a-z-]{7,63}$")]
"""A device or subject by a made-up name: never a VIN, plate, account or phone number."""


def _in_utc(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise ValueError("a time needs its zone")
    try:
        return value.astimezone(UTC)
    except OverflowError:
        raise ValueError("a time outside the years 1 to 9999") from None


Moment = Annotated[datetime, AfterValidator(_in_utc)]
"""A moment in UTC. On a device that was never online it can be wrong by years: order by record id instead."""


class DeviceKind(StrEnum):
    """Where the agent runs."""

    HEAD_UNIT = "head_unit"
    CHARGER_KIOSK = "charger_kiosk"
    SERVICE_TERMINAL = "service_terminal"


_CONFIG = ConfigDict(
    frozen=True,
    extra="allow",
    hide_input_in_errors=True,
    defer_build=True,  # a device that forwards needs five of forty; the first feedback takes four milliseconds more
    cache_strings="none",  # what was in a message, megabytes of ids with a backlog, would stay in memory after it
)


class Message(BaseModel):
    """Base of all messages: frozen, tolerant of fields from the future, silent about values."""

    model_config = _CONFIG
    kind: ClassVar[str]
    """The message's name in its topic and in its CloudEvents type."""


class Part(BaseModel):
    """Base of the values inside a message."""

    model_config = _CONFIG


class Span(Part):
    """A masked place in the masked text."""

    start: Annotated[int, Field(ge=0)]
    """First character of the label in the masked text."""
    end: Annotated[int, Field(gt=0)]
    """One past its last character."""
    type: Annotated[str, Field(pattern=r"^[A-Z][A-Z_]{1,31}$")]
    """PHONE, PLATE, ... or NUM for an unknown long number."""
    token: Annotated[str, Field(pattern=r"^[0-9a-f]{8,64}$")]
    """Keyed HMAC of the normalised value: equal for equal values of one tenant until the key is rotated."""


class MaskedText(Part):
    """What was said, with personal data replaced by labels."""

    text: Annotated[str, Field(max_length=MAX_TEXT_CHARS, repr=False)]
    spans: tuple[Span, ...] = ()


class SpeechFacts(Part):
    """How the text was heard, so that doubtful speech reaches a human reviewer."""

    engine: str
    model: str
    language: str
    audio_s: Annotated[float, Field(ge=0)]
    """Length of the speech in seconds."""
    confidence: Annotated[float, Field(ge=0, le=1)] | None = None
    needs_review: bool = False


class MendedWord(Part):
    """A word of the trade that was misheard as one that sounds alike. Never a part of anything personal."""

    heard: Annotated[str, Field(max_length=40, repr=False)]
    written: Annotated[str, Field(max_length=40, repr=False)]
    cost: Annotated[float, Field(ge=0)]
    """How far the two are apart by sound: natural logarithms, 0.7 per character that sounds the same."""


class Context(Part):
    """Where and why the feedback was given. Never coordinates."""

    device_kind: DeviceKind
    place: Annotated[str, Field(max_length=120)] = ""
    """Name of the site from the device's profile, empty for a car."""
    scene: Annotated[str, Field(max_length=60)] = "spontaneous"
    """What it is about: spontaneous, charging_done, repair_done, ..."""
    trigger: Literal["person", "vehicle"] = "person"
    offline: bool = False
    """No hub was reachable when the person was thanked."""
    entry: Annotated[str, Field(pattern=r"^[a-z_]{1,20}$")] | None = None
    """How the person came in. face: at the device itself. qr: a code on its screen, one use. work_order: a code on the
    paper of one work order, one use. sticker: a code on a wall, which anybody can use again and again: it weighs less.
    hub_qr: a code on its screen that led to the hub's page, one use.
    None: not by a page, or from an agent before it was told. A hub that does not know the word keeps it."""


class ConsentReference(Part):
    """The grant this record rests on."""

    grant_id: RecordId
    notice_hash: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    """SHA-256 of the exact text that was shown."""
    purposes: tuple[str, ...]
    given_at: Moment
    expires_at: Moment | None
    """None for a grant given once, for this record alone."""


class SealedContact(Part):
    """A contact for a call-back, sealed for the call-back desk alone."""

    key_id: str
    sealed: Annotated[str, Field(repr=False, max_length=2048)]
    """Base64 of HPKE to the desk's own key; nobody else on the way can open it."""


class Answer(Part):
    """What was answered to one question of the device. The words stand here, for rules differ from device to device."""

    rule_id: Annotated[str, Field(max_length=64)]
    question: Annotated[str, Field(max_length=300)]
    """As it was asked, facts filled in; never anybody's words."""
    answer_id: Annotated[str, Field(max_length=64)] | None = None
    """None: in free words alone, none of the offered answers was meant."""
    answer: Annotated[str, Field(max_length=300)] = ""
    """As it was offered."""
    confidence: Annotated[float, Field(ge=0, le=1)] | None = None
    """How well the words fit the answer, not calibrated; None where it was touched."""
    set_id: Annotated[str, Field(max_length=64)] | None = None
    """The pushed set that the rule stood in, so that answers are counted for what was asked; None: the device's own."""
    set_version: Annotated[int, Field(ge=1)] | None = None
    """Of that set."""


class QualityMark(Part):
    """That words say little, or a touch may be the shop's own. Kept all the same; whoever counts may leave it out."""

    mark: Annotated[str, Field(pattern=r"^[a-z_]{1,20}$")]
    """perfunctory, repeated, own_tap."""
    reason: Annotated[str, Field(pattern=r"^[a-z_]{0,60}$")] = ""
    """Of perfunctory: empty, typed_at_random, no_more_than_a_nod, the_question_itself, off_topic. Of own_tap: burst,
    one_hand, closed."""


class VehicleReading(Part):
    """What one signal told in the minute before a feedback, coarse. Whole numbers and codes: no coordinate fits in."""

    name: Annotated[str, Field(pattern=r"^[a-z_]{1,30}$")]
    """battery_temperature, fault_codes, ... A hub that does not know the word keeps it."""
    unit: Annotated[str, Field(pattern=r"^[A-Za-z%/℃]{0,6}$")] = ""
    step: Annotated[int, Field(ge=1, le=10_000)] = 1
    """The numbers are rounded down to a multiple of it: 30 with step 30 and km/h is from 30 up to 60 km/h."""
    last: Annotated[int, Field(ge=-1_000, le=10_000_000)] | None = None
    """None: it tells codes, not numbers."""
    least: Annotated[int, Field(ge=-1_000, le=10_000_000)] | None = None
    most: Annotated[int, Field(ge=-1_000, le=10_000_000)] | None = None
    codes: Annotated[tuple[Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{1,12}$")], ...], Field(max_length=20)] = ()
    """Fault codes such as P0A80, or a state such as ON, as they stood last."""
    told_s_ago: Annotated[int, Field(ge=0)] = 0
    """Seconds since the vehicle told it. It tells changes only, so it has been so for that long."""


class VehicleState(Part):
    """The state of the car beside a feedback, as the person saw it before they sent it."""

    readings: Annotated[tuple[VehicleReading, ...], Field(min_length=1, max_length=20)]
    window_s: Annotated[int, Field(ge=1, le=60)] = 60
    """Seconds that `least` and `most` look back."""
    consent: ConsentReference
    """The grant it rests on: of attach_vehicle_state, which is a switch of its own."""


class Feedback(Message):
    """One feedback of one person."""

    kind: ClassVar[str] = "feedback"
    record_id: RecordId
    subject: Pseudonym
    recorded_at: Moment
    source: Literal["voice", "touch", "typed"]
    text: MaskedText | None = None
    rating: Annotated[int, Field(ge=1, le=5)] | None = None
    """1 very bad ... 5 very good."""
    safety: bool = False
    """The words are about driving safety: answered within ten minutes."""
    speech: SpeechFacts | None = None
    mended: tuple[MendedWord, ...] = ()
    """What was heard and what was written instead, so that the desk can see through it and the words can get better."""
    answers: Annotated[tuple[Answer, ...], Field(max_length=10)] = ()
    """One conversation: a question of the device and its follow-ups, in order."""
    marks: Annotated[tuple[QualityMark, ...], Field(max_length=5)] = ()
    context: Context
    consent: ConsentReference
    receipt_code: Annotated[str, Field(pattern=r"^TC-[0-9A-Z]{4}-[0-9A-Z]{4}$")]
    receipt_verifier: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    contact: SealedContact | None = None
    vehicle: VehicleState | None = None
    """Only with the grant for it. Never kept longer than the words, and dropped alone where that grant ends."""
    agent_version: str


class Voice(Message):
    """The recording of one doubtful feedback, muted wherever it is personal, for the reviewers alone.

    Only with the grant for it, which is agreed to on its own.
    """

    kind: ClassVar[str] = "voice"
    voice_id: RecordId
    """Follows from the record's id, see `identifiers.voice_id`."""
    record_id: RecordId
    subject: Pseudonym
    recorded_at: Moment
    """When the record was made, not this message."""
    format: Annotated[str, Field(pattern=r"^[a-z0-9_]{1,20}$")]
    """ogg_opus: mono."""
    audio_s: Annotated[float, Field(ge=0, le=300)]
    muted_s: Annotated[float, Field(ge=0, le=300)]
    """Seconds of it that are a tone."""
    consent: ConsentReference
    key_id: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
    sealed: Annotated[str, Field(repr=False, max_length=MAX_SEALED_VOICE_CHARS)]
    """Base64 of HPKE to the reviewers' own key, bound to the record: nobody else on the way can open it."""


class ErasureNotice(Message):
    """The device has destroyed a subject's data, or one record's, and asks the hub to follow."""

    kind: ClassVar[str] = "erasure"
    erasure_id: RecordId
    subject: Pseudonym
    scope: Literal["subject", "record"]
    record_ids: tuple[RecordId, ...] = ()
    """For scope "record": which. For scope "subject": those the device knew of; the hub erases all it has."""
    requested_at: Moment


class ConsentStatement(Message):
    """What a person agreed to for longer than one feedback, or no longer agrees to. Holds nothing they said."""

    kind: ClassVar[str] = "consent"
    statement_id: RecordId
    subject: Pseudonym
    event: Annotated[str, Field(pattern=r"^[a-z_]{1,20}$")]
    """given, withdrawn. A hub that does not know the word keeps it and changes nothing."""
    purposes: Annotated[tuple[str, ...], Field(min_length=1, max_length=20)]
    """Given, or withdrawn: the hub stops using what it has of this subject for these."""
    at: Moment
    grant_id: RecordId | None = None
    """The grant that was given; None for a withdrawal, which ends every grant of the subject for these purposes."""
    notice_hash: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = None
    given_by: Annotated[str, Field(max_length=20)] = "person"
    """person, or guardian for somebody under 14."""
    expires_at: Moment | None = None


class LossCount(Part):
    """How many records left a device without reaching the hub, for one reason."""

    priority: Annotated[str, Field(pattern=r"^[a-z]{1,20}$")]
    """Class: erasure, safety, feedback, answer, report, voice."""
    fate: Annotated[str, Field(pattern=r"^[a-z]{1,20}$")]
    """expired, evicted, quarantined."""
    reason: Annotated[str, Field(max_length=60)]
    count: Annotated[int, Field(ge=1)]


class LossReport(Message):
    """The device's ledger, so that the hub can prove that nothing vanished silently."""

    kind: ClassVar[str] = "loss"
    report_id: RecordId
    reported_at: Moment
    accepted: Annotated[int, Field(ge=0)]
    receipted: Annotated[int, Field(ge=0)]
    expired: Annotated[int, Field(ge=0)]
    evicted: Annotated[int, Field(ge=0)]
    erased: Annotated[int, Field(ge=0)]
    quarantined: Annotated[int, Field(ge=0)]
    pending: Annotated[int, Field(ge=0)]
    losses: Annotated[tuple[LossCount, ...], Field(max_length=500)] = ()
    """All losses so far by class, fate and reason, of every kind of record; the counters above are of feedback."""


class ReceiptLine(Part):
    """What became of one message."""

    message_id: RecordId
    outcome: Literal["accepted", "duplicate", "erased"]
    """"erased": the subject was erased before this arrived; it was not kept, and must not be sent again."""
    ticket_no: str | None = None


class Receipt(Message):
    """The hub has these messages in committed storage: the device may forget them."""

    kind: ClassVar[str] = "receipt"
    lines: Annotated[tuple[ReceiptLine, ...], Field(min_length=1, max_length=500)]
    received_at: Moment
    credit: Annotated[int, Field(ge=1)] | None = None
    """Most messages that the hub wants from this device without a receipt, until it says otherwise. None: no wish."""


class Rejection(Message):
    """The hub will never take this message: the device sets it aside and counts it."""

    kind: ClassVar[str] = "rejection"
    message_id: RecordId
    reason: Annotated[str, Field(max_length=60)]
    detail: Annotated[str, Field(max_length=300)] = ""


class StoreReport(Part):
    """What was done in one store. Never more is claimed than was done."""

    store: Annotated[str, Field(max_length=60)]
    action: Literal["shredded", "deleted", "nothing_found", "not_examined"]
    count: Annotated[int, Field(ge=0)] = 0


class SignedStatement(Part):
    """What somebody vouches for towards everybody: a frame is sealed to one reader, this is not."""

    statement: Annotated[str, Field(max_length=8192)]
    """JSON, exactly as it was signed."""
    signature: Annotated[str, Field(max_length=200)]
    """Base64 of ECDSA P-256 with SHA-256, DER, over a context prefix and the statement (agent/contract/vouching.py)."""
    key_id: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]


class ErasureReceipt(Message):
    """The hub's answer to an erasure notice."""

    kind: ClassVar[str] = "erasure_receipt"
    erasure_id: RecordId
    completed_at: Moment
    stores: tuple[StoreReport, ...]
    proof: SignedStatement | None = None
    """The same, signed for everybody, so that a person can show it to others. None from hubs before it existed."""


class ErasureOrder(Message):
    """The person asked at the hub: the device follows, and confirms with an `ErasureNotice` of the same erasure id.

    The hub has deleted already and sends this until it is confirmed, so a device may sleep for months.
    """

    kind: ClassVar[str] = "erasure_order"
    erasure_id: RecordId
    subject: Pseudonym
    scope: Literal["subject", "record"]
    record_id: RecordId | None = None
    """For scope "record": which."""
    ordered_at: Moment

    @model_validator(mode="after")
    def _says_which(self) -> Self:
        if (self.scope == "record") != (self.record_id is not None):
            raise ValueError("scope record needs a record id, and only that scope has one")
        return self
