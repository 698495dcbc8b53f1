"""What a person gave, before it is kept, and what they are told: the two ends of `agent.pipeline`."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from agent.consent.grant import Permit
from agent.contract.identifiers import ReceiptSecret
from agent.contract.messages import Answer, MendedWord, SpeechFacts, VehicleReading
from agent.feedback.transcript import MaskedTranscript
from agent.masking.masker import joined

if TYPE_CHECKING:  # what only words and a voice need is loaded with the first of them
    from agent.hearing import Utterance
    from agent.masking.call_back import CallBackNumber


@dataclass(frozen=True, slots=True)
class Said:
    """What a person gave, before it is kept. Masked already; shown to them exactly as it would be sent."""

    permit: Permit
    masked: MaskedTranscript | None
    speech: SpeechFacts | None
    source: str
    ended_at: float
    """Monotonic seconds when the person had finished: the last sample, the last key, the touch."""
    rating: int | None = None
    safety: bool = False
    """About driving safety: ask for a contact, plainly, before it is sent."""
    asks_for_erasure: bool = False
    """The person said "delete my data": confirm, erase, and do not keep this as feedback."""
    scene: str = "spontaneous"
    answers: tuple[Answer, ...] = ()
    """To questions of this device, of one conversation."""
    entry: str | None = None
    """How the person came in, as in `Context.entry`."""
    mended: tuple[MendedWord, ...] = ()
    """Misheard words of the trade; none of them touches anything that was masked."""
    call_back: "CallBackNumber | None" = None
    """A number that was said to be called on: ask whether to keep it. `keep` seals it only where it is passed on."""
    vehicle: tuple[VehicleReading, ...] = ()
    """The state of the car as it stood when they had finished, shown before it is sent. Empty: nothing is attached."""
    sound: "Utterance | None" = field(default=None, repr=False)
    """In memory, only where it was heard unsurely and may be kept for review: see `agent.voice_keeping`."""

    @property
    def is_touch(self) -> bool:
        """A rating, or answers that were touched, and no words."""
        return self.source == "touch" and self.masked is None


@dataclass(frozen=True, slots=True)
class Thanks:
    """Durable on this device. What is promised here is true."""

    record_id: str
    secret: ReceiptSecret
    wording: str
    """zh-CN, said and shown."""
    wording_en: str
    contact_left: bool
    offline: bool


class NotKept(StrEnum):
    """Why nothing was recorded. Expected outcomes; the person is told and can try again."""

    NOTHING_SAID = "nothing_said"
    CONSENT_GONE = "consent_gone"
    SUBJECT_ERASED = "subject_erased"
    STORE_FULL = "store_full"
    NOT_THIS_TRIP = "not_this_trip"


@dataclass(frozen=True, slots=True)
class ShownText:
    """Masked words to draw while a person speaks."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ShownLevel:
    """How loud it is, for the meter."""

    bar: float
    """0 to 1."""


Show = Callable[[ShownText | ShownLevel], None]


def together(first: Said, second: Said) -> Said:
    """Two answers in words, of one conversation, as one feedback."""
    assert first.masked is not None and second.masked is not None  # noqa: S101, PT018 - both are words
    speech = second.speech
    if first.speech is not None and speech is not None:
        added = {
            "audio_s": round(first.speech.audio_s + speech.audio_s, 2),
            "confidence": min(
                (one for one in (first.speech.confidence, speech.confidence) if one is not None), default=None
            ),
            "needs_review": first.speech.needs_review or speech.needs_review,
        }
        speech = speech.model_copy(update=added)
    return replace(
        second,
        masked=joined(first.masked, second.masked),
        speech=speech or first.speech,
        mended=(*first.mended, *second.mended),
        safety=first.safety or second.safety,
        rating=first.rating if second.rating is None else second.rating,
    )


def thanks_wording(*, contact_left: bool, offline: bool) -> tuple[str, str]:
    """What is said after the record is durable, zh-CN and English. Only what can be kept is promised."""
    when = "联网发出后24小时内" if offline else "24小时内"
    when_en = "within 24 hours of sending, once there is a network" if offline else "within 24 hours"
    whom, whom_en = (
        ("联系您", "We call you back") if contact_left else ("答复您", "Our answer stands under your receipt")
    )
    return f"您反馈的问题已记录，{when}{whom}。", f"Recorded. {whom_en} {when_en}."
