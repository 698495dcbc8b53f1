"""Pure: a frame from the wire and what is known -> Accepted | Duplicate | ErasedAlready | Refused.

    read         topic, bytes    -> Arrival | Refused  what a batch is about, before its transaction begins
    open_ahead   Arrival, key    -> Arrival            the costly part, before it too where the device is known
    judge        Arrival, Known  -> Decision           inside the transaction, which has the last word on the sender

- The order is fixed: size and shape, place, sender, signature; only then is anything opened, decoded or answered.
- Only who signed gets an answer. Rubbish is counted by its reason and met with silence, so that neither a broker nor a
  stranger can make a device set a good record aside.
- A message counts once per device and message id, however often it arrives.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from pydantic import TypeAdapter, ValidationError

from agent.contract import sealing
from agent.contract.directives import Acknowledgement
from agent.contract.identifiers import voice_id
from agent.contract.messages import (
    ConsentStatement,
    ErasureNotice,
    Feedback,
    LossReport,
    Message,
    RecordId,
    VehicleState,
    Voice,
)
from agent.contract.refusal import RefusalReason, RefusedMessageError
from agent.contract.topics import DOWN_CHANNELS, UP_CHANNELS, Topic
from hub.tickets.deadlines import deadlines
from hub.tickets.ticket import Deadline, Severity
from hub.tickets.triage import Triage, triage


@dataclass(frozen=True, slots=True)
class Sender:
    """An enrolled device, as far as intake has to know it."""

    tenant: str
    device: str
    place: str
    signing_key: ec.EllipticCurvePublicKey = field(repr=False)
    revoked: bool = False


COLLECTING = "improve_service"
"""The purpose that any feedback needs, as devices call it."""
KEEPING_VOICE = "keep_voice_for_review"
"""What a recording needs besides, agreed to on its own."""
ATTACHING_VEHICLE = "attach_vehicle_state"
"""What the state of the car beside the words needs besides."""


class Known(Protocol):
    """What the hub knows, read inside the transaction that will also write."""

    def sender(self, tenant: str, device: str) -> Sender | None:
        """The device by its pseudonym."""
        ...

    def already_in(self, sender: Sender, message_id: str) -> "Duplicate | None":
        """What became of this device's message, if it is in the inbox."""
        ...

    def erased_record(self, sender: Sender, record_id: str) -> bool:
        """An erasure named this record of this device."""
        ...

    def erased_subject(self, sender: Sender, subject: str) -> bool:
        """An erasure covered everything of this subject of this device."""
        ...

    def withdrawn_since(self, sender: Sender, subject: str, recorded_at: datetime, purpose: str = COLLECTING) -> bool:
        """The subject withdrew this purpose after it had given what was recorded then, and nothing newer allows it."""
        ...


@dataclass(frozen=True, slots=True)
class NewTicket:
    """A ticket without its number and times, which its transaction gives it."""

    sender: Sender
    feedback: Feedback = field(repr=False)
    triage: Triage
    deadlines: tuple[Deadline, ...]


@dataclass(frozen=True, slots=True)
class Accepted:
    """Commit this. Exactly one of the six is set."""

    sender: Sender
    message_id: str
    ticket: NewTicket | None = None
    erasure: ErasureNotice | None = None
    loss: LossReport | None = None
    answer: Acknowledgement | None = None
    consent: ConsentStatement | None = None
    voice: Voice | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Duplicate:
    """In the inbox since earlier: answer again, change nothing."""

    sender: Sender
    message_id: str
    kind: str
    reference: str | None = None
    """The number of its ticket, or the id of its erasure."""


@dataclass(frozen=True, slots=True)
class ErasedAlready:
    """Its subject or record was erased, or its consent withdrawn, before it arrived: keep nothing, and say so."""

    sender: Sender
    message_id: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Not a message we take."""

    reason: RefusalReason
    detail: str
    """Names places and lengths, never content."""
    answer_to: tuple[Sender, str] | None = None
    """Who gets a rejection, and for which message id; None when nobody proved to have sent this."""

    @property
    def answerable(self) -> bool:
        """The sender is authenticated and hears of it."""
        return self.answer_to is not None


_RECORD_ID: TypeAdapter[str] = TypeAdapter(RecordId)

Decision = Accepted | Duplicate | ErasedAlready | Refused


@dataclass(frozen=True, slots=True)
class Opened:
    """What is in a frame that this key signed."""

    key: ec.EllipticCurvePublicKey
    message: Message = field(repr=False)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A frame taken apart, and the place that it came through. Nothing of it is proven yet."""

    place: Topic
    frame: sealing.Frame = field(repr=False)
    opened: Opened | None = field(default=None, repr=False)
    """Set by `open_ahead`; worth nothing unless its key is the sender's."""

    @property
    def message_id(self) -> str:
        """What the header claims."""
        return self.frame.header.message_id


def read(topic: str, raw: bytes) -> Arrival | Refused:
    """Size, shape and place: all that can be said of a frame without knowing anybody. Never raises.

    Args:
        topic: the MQTT topic it arrived on.
        raw: the frame's bytes.
    """
    try:
        frame = sealing.parse(raw)
        place = _place(topic, frame.header)
    except RefusedMessageError as refused:
        return Refused(refused.reason, refused.detail)
    if not _is_record_id(frame.header.message_id):  # an answer could not name it
        return Refused(RefusalReason.MALFORMED, "the message id is not a UUIDv7")
    return Arrival(place, frame)


def open_ahead(
    arrival: Arrival, signing_key: ec.EllipticCurvePublicKey, opening_key: Callable[[str], X25519PrivateKey | None]
) -> Arrival:
    """The arrival with its message; unchanged where anything is wrong, which `judge` then says. Never raises.

    Args:
        arrival: from `read`.
        signing_key: the key that the device had when it was last seen.
        opening_key: as for `judge`.
    """
    try:
        _check_kind(arrival.frame.header.kind)
        message = sealing.open_verified(sealing.verify(arrival.frame, signing_key), opening_key)
    except RefusedMessageError:
        return arrival
    return Arrival(arrival.place, arrival.frame, Opened(signing_key, message))


def judge(
    arrival: Arrival, *, known: Known, opening_key: Callable[[str], X25519PrivateKey | None], now: datetime
) -> Decision:
    """What to do with one frame. Never raises for anything that can be in it.

    Args:
        arrival: from `read`.
        known: what the hub has.
        opening_key: the hub's private key by key id; several during a rotation.
        now: the moment of receipt, from which deadlines count.
    """
    try:
        sender = _enrolled(arrival.place, known)
        opened = arrival.opened if arrival.opened and arrival.opened.key is sender.signing_key else None
        proven = opened or sealing.verify(arrival.frame, sender.signing_key)
    except RefusedMessageError as refused:
        return Refused(refused.reason, refused.detail)
    message_id = arrival.message_id
    if seen := known.already_in(sender, message_id):
        return seen
    if known.erased_record(sender, message_id):
        return ErasedAlready(sender, message_id)
    try:
        _check_kind(arrival.frame.header.kind)
        message = proven.message if isinstance(proven, Opened) else sealing.open_verified(proven, opening_key)
        return _accept(message, sender, message_id, known, now)
    except RefusedMessageError as refused:
        return Refused(refused.reason, refused.detail, answer_to=(sender, message_id))


def _place(topic: str, header: sealing.Header) -> Topic:
    """The place that the topic and the header agree on. The broker may have moved the frame: no answer then."""
    place = Topic.parse(topic)
    if place is None or place.direction != "up":
        raise RefusedMessageError(RefusalReason.WRONG_PLACE, "not a topic for messages to the hub")
    if (header.tenant, header.sender) != (place.tenant, place.device):
        raise RefusedMessageError(RefusalReason.WRONG_PLACE, "the header names another device than the topic")
    if UP_CHANNELS.get(header.kind, place.channel) != place.channel or header.kind in DOWN_CHANNELS:
        raise RefusedMessageError(RefusalReason.WRONG_PLACE, "the header names another kind than the topic")
    return place


def _enrolled(place: Topic, known: Known) -> Sender:
    sender = known.sender(place.tenant, place.device)
    if sender is None:
        raise RefusedMessageError(RefusalReason.UNKNOWN_SENDER, "no such device is enrolled")
    if sender.revoked:
        raise RefusedMessageError(RefusalReason.REVOKED_SENDER, "the device was revoked")
    return sender


def _is_record_id(message_id: str) -> bool:
    try:
        _RECORD_ID.validate_python(message_id)
    except ValidationError:
        return False
    return True


def _check_kind(kind: str) -> None:
    if kind not in UP_CHANNELS:
        raise RefusedMessageError(RefusalReason.UNKNOWN_KIND, "this hub does not know the kind")


def _accept(message: Message, sender: Sender, message_id: str, known: Known, now: datetime) -> Decision:
    match message:
        case Feedback():
            return _accept_feedback(message, sender, message_id, known, now)
        case Voice():
            return _accept_voice(message, sender, message_id, known)
        case ErasureNotice():
            return Accepted(sender, message_id, erasure=message)
        case ConsentStatement():
            if message.statement_id != message_id:
                raise RefusedMessageError(RefusalReason.MALFORMED, "statement id and message id differ")
            return Accepted(sender, message_id, consent=message)
        case LossReport():
            return Accepted(sender, message_id, loss=message)
        case Acknowledgement():
            return Accepted(sender, message_id, answer=message)
        case _:
            raise RefusedMessageError(RefusalReason.UNKNOWN_KIND, "this hub does not know the kind")


def _accept_feedback(feedback: Feedback, sender: Sender, message_id: str, known: Known, now: datetime) -> Decision:
    if feedback.record_id != message_id:  # else an erasure by record id would miss it
        raise RefusedMessageError(RefusalReason.MALFORMED, "record id and message id differ")
    if known.erased_subject(sender, feedback.subject):
        return ErasedAlready(sender, message_id)
    if known.withdrawn_since(sender, feedback.subject, feedback.recorded_at):
        return ErasedAlready(sender, message_id)
    if feedback.vehicle is not None and not _may_have_vehicle(feedback, feedback.vehicle, sender, known):
        feedback = feedback.model_copy(update={"vehicle": None})
    return Accepted(sender, message_id, ticket=_new_ticket(feedback, sender, now))


def _may_have_vehicle(feedback: Feedback, state: VehicleState, sender: Sender, known: Known) -> bool:
    """Whether the state of the car rests on its own consent, and that was not withdrawn. The words stand without it."""
    withdrawn = known.withdrawn_since(sender, feedback.subject, feedback.recorded_at, ATTACHING_VEHICLE)
    return ATTACHING_VEHICLE in state.consent.purposes and not withdrawn


def _accept_voice(voice: Voice, sender: Sender, message_id: str, known: Known) -> Decision:
    """A recording, unless its record or subject was erased, or one of the two consents that it rests on withdrawn."""
    if message_id != voice.voice_id or message_id != voice_id(voice.record_id):
        raise RefusedMessageError(RefusalReason.MALFORMED, "the id does not follow from the record's")
    if KEEPING_VOICE not in voice.consent.purposes:
        raise RefusedMessageError(RefusalReason.MALFORMED, "a recording without the consent for it")
    withdrawn = any(
        known.withdrawn_since(sender, voice.subject, voice.recorded_at, purpose)
        for purpose in (COLLECTING, KEEPING_VOICE)
    )
    gone = known.erased_record(sender, voice.record_id) or known.erased_subject(sender, voice.subject)
    return ErasedAlready(sender, message_id) if gone or withdrawn else Accepted(sender, message_id, voice=voice)


def _new_ticket(feedback: Feedback, sender: Sender, now: datetime) -> NewTicket:
    sorted_as = triage(feedback)
    limits = deadlines(
        now,
        safety=sorted_as.severity is Severity.SAFETY,
        by_vehicle=feedback.context.trigger == "vehicle",
    )
    return NewTicket(sender, feedback, sorted_as, limits)
