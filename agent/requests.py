"""What a person or a technician can ask of the agent, each as one short conversation.

The command line talks to these through the control socket of a running agent, or directly when none runs: one code path
for both. An event is a JSON object with an "event" name; a question is an event that waits for one answer.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from agent.consent.grant import GUARDIAN, PERSON, NoConsent, Period, Permit, Purpose, apart
from agent.consent.holding import Holding
from agent.consent.notice import ANSWER, FACE, TOUCH_NOTICES, notice_for
from agent.contract.identifiers import RandomBytes
from agent.contract.messages import Answer
from agent.errors import ConsentMissingError, InputRefusedError
from agent.feedback.transcript import MaskedTranscript, TypedText
from agent.pipeline import COLLECTING, WITH_CONTACT, FeedbackPipeline
from agent.ports import AudioSource, Clock, Ears, KeyStore, OutboxStore, SpeechEngine
from agent.profile import DeviceProfile
from agent.provisioning.identity import DeviceIdentity
from agent.rights import DEFAULT_SUBJECT, Rights, choice, durable, purposes_in
from agent.said import NotKept, Said, ShownLevel, ShownText, Thanks

if TYPE_CHECKING:
    from agent.listening.endpointing import Mode

Event = dict[str, Any]

_TICKET_POLL_S = 0.05


class Conversation(Protocol):
    """The person's side of a request."""

    def tell(self, event: Event) -> None:
        """Show this."""
        ...

    def ask(self, question: Event) -> Event:
        """Show this and wait for the answer."""
        ...

    def released(self) -> bool:
        """Whether the person has let go of the button since this was asked first. Never waits."""
        ...


class OpenSource(Protocol):
    """Opens the ears: a WAV file, or the microphone, tapped or held."""

    def __call__(
        self, *, wav: Path | None, ears: Ears | None, mode: "Mode", released: Callable[[], bool]
    ) -> AudioSource:
        """A source for one utterance."""
        ...


@dataclass(frozen=True, slots=True)
class _Agreed:
    """What was agreed to when it was asked."""

    purposes: frozenset[Purpose]
    period: Period


class Requests:
    """Serves one request after another; safe to call from several threads."""

    def __init__(
        self,
        *,
        pipeline: FeedbackPipeline,
        store: OutboxStore,
        keys: KeyStore,
        identity: DeviceIdentity,
        clock: Clock,
        random_bytes: RandomBytes,
        engine: Callable[[str], SpeechEngine],
        source: OpenSource,
        status: Callable[[], Event],
        queue_changed: Callable[[], None],
        keep_voice: Callable[[Said, str], None],
        profile: DeviceProfile,
        holdings: Sequence[Holding] = (),
        in_memory: Callable[[str], dict[str, Any]] = lambda _subject: {},
    ) -> None:
        self._pipeline = pipeline
        self._store = store
        self._clock = clock
        self._engine = engine
        self._source = source
        self._status = status
        self._queue_changed = queue_changed
        self._keep_voice = keep_voice
        self._profile = profile
        self._rights = Rights(
            pipeline=pipeline,
            store=store,
            keys=keys,
            identity=identity,
            clock=clock,
            random_bytes=random_bytes,
            queue_changed=queue_changed,
            holdings=holdings,
            has_trips=not profile.anonymous_visits,
            in_memory=in_memory,
        )
        self._served: dict[str, Callable[[Event, Conversation], None]] = {
            "say": self._say,
            "rate": self._rate,
            "status": self._tell_status,
            "rotate_keys": self._rotate_keys,
            **self._rights.served,
        }

    def serve(self, request: Event, talk: Conversation) -> None:
        """Answer one request.

        Raises:
            AgentError: what went wrong and what to do; nothing that was acknowledged is lost.
        """
        serve = self._served.get(str(request.get("do")))
        if serve is None:
            raise InputRefusedError(f"This agent does not know how to {request.get('do')!r}: update the command line.")
        serve(request, talk)

    # ---- feedback ------------------------------------------------------------------------------------------------

    def _say(self, request: Event, talk: Conversation) -> None:
        """Speech from the microphone or a WAV file, or typed text, with an optional rating and contact."""
        given = self.hear_out(request, talk)
        if given is not None:
            self.keep(*given, request, talk)

    def hear_out(self, request: Event, talk: Conversation) -> tuple[Said, str | None] | None:
        """What a person says or types and lets go, masked, and a contact; None: nothing is to be kept, it was said why.

        Raises:
            AgentError: as `serve`.
        """
        permit = self._permit(request, talk)
        if permit is None:
            return None
        said = self._typed(permit, request) if "text" in request else self._spoken(permit, request, talk)
        if isinstance(said, NotKept):
            talk.tell({"event": "not_kept", "reason": said.value})
            return None
        assert said.masked is not None  # noqa: S101 - hear and read always mask
        talk.tell(_heard_event(said, said.masked))
        if said.asks_for_erasure:
            if talk.ask({"event": "confirm_erasure"}).get("yes"):
                self._rights.erase_and_tell(permit.grant.subject, None, talk)
            else:
                talk.tell({"event": "not_kept", "reason": "erasure_not_confirmed"})
            return None
        if request.get("review"):
            request = {**request, **_reviewed(said, talk)}
            if not request["yes"]:
                talk.tell({"event": "not_kept", "reason": "taken_back"})
                return None
        contact = self._contact(request.get("contact"), said, permit, talk)
        return replace(said, **_extras(request)), contact

    def _contact(self, given: str | None, said: Said, permit: Permit, talk: Conversation) -> str | None:
        """One given beside, the number that was said for a call-back, or one typed in where it is about safety."""
        contact = given
        if (
            contact is None
            and said.call_back is not None
            and talk.ask({"event": "ask_call_back", "type": said.call_back.type}).get("yes")
        ):
            contact = said.call_back.number
        elif contact is None and said.safety:
            contact = talk.ask({"event": "ask_contact"}).get("contact")
        if contact is not None:
            self._allow_call_back(permit)
        return contact

    def _typed(self, permit: Permit, request: Event) -> Said | NotKept:
        return self._pipeline.read(permit, TypedText(str(request["text"])))

    def _spoken(self, permit: Permit, request: Event, talk: Conversation) -> Said | NotKept:
        """What a person says; asked once to say it again where it was heard unsurely. The surer hearing counts."""
        said = self._hear(permit, request, talk)
        if isinstance(said, NotKept) or not _unsure(said) or not talk.ask({"event": "say_again"}).get("yes"):
            return said
        again = self._hear(permit, request, talk)
        return said if isinstance(again, NotKept) or _less_sure(again, said) else again

    def _hear(self, permit: Permit, request: Event, talk: Conversation) -> Said | NotKept:
        language = str(request.get("language") or self._profile.language)
        from agent.listening.endpointing import Mode
        from agent.listening.live_source import never

        engine = self._engine(language)  # before the microphone opens: nobody speaks to an engine that is not there
        ears = request.get("ears")  # from inside this process only: no line of JSON is one
        source = self._source(
            wav=None if request.get("microphone") else Path(str(request["wav"])),
            ears=ears if isinstance(ears, Ears) else None,
            mode=Mode.HOLD if request.get("hold") else Mode.TAP,
            released=talk.released if request.get("hold") or request.get("button") else never,
        )
        if request.get("microphone"):
            talk.tell({"event": "listening", "hold": bool(request.get("hold"))})

        def show(shown: ShownText | ShownLevel) -> None:
            if isinstance(shown, ShownText):
                talk.tell({"event": "partial", "masked": shown.text})
            elif request.get("microphone"):
                talk.tell({"event": "level", "bar": round(shown.bar, 2)})

        said = self._pipeline.hear(permit, source, engine, show, language=language.partition("-")[0])
        for note in source.notes:
            talk.tell({"event": "note", "note": note})
        return said

    def _rate(self, request: Event, talk: Conversation) -> None:
        """One touch on a face: its own consent, by the notice beside the faces, also for who refused all else."""
        rating = _rating(request)
        if request.get("contact"):
            permit = self._permit(request, talk)
        else:
            permit = self._permitted(request, talk, COLLECTING, touch=FACE)
        if permit is not None:
            said = replace(self._pipeline.touched(permit, rating), **_extras(request))
            self.keep(said, request.get("contact"), request, talk)

    def keep_answers(
        self,
        answers: tuple[Answer, ...],
        scene: str,
        request: Event,
        talk: Conversation,
        *,
        safety: bool,
        rating: int | None = None,
    ) -> None:
        """Answers that were touched: their own consent, by the notice beside them, as a rating is."""
        permit = self._permitted(request, talk, COLLECTING, touch=ANSWER)
        if permit is not None:
            said = replace(
                self._pipeline.answered(permit, answers),
                scene=scene,
                safety=safety,
                rating=rating,
                entry=request.get("entry"),
            )
            self.keep(said, None, request, talk)

    def keep(self, said: Said, contact: str | None, request: Event, talk: Conversation) -> None:
        """Make it durable, and thank."""
        kept = self._pipeline.keep(said, contact=contact)
        if isinstance(kept, NotKept):
            talk.tell({"event": "not_kept", "reason": kept.value})
            return
        durable = self._clock.monotonic()
        self._queue_changed()
        talk.tell(_recorded_event(kept, durable - said.ended_at))
        self._keep_voice(said, kept.record_id)
        wait_s = float(request.get("wait_s", 0.0))
        while self._clock.monotonic() - durable < wait_s:
            ticket_no = self._store.ticket_no(kept.record_id)
            if ticket_no is not None:
                seconds = round(self._clock.monotonic() - said.ended_at, 3)
                talk.tell({"event": "ticket", "ticket_no": ticket_no, "seconds": seconds})
                return
            time.sleep(_TICKET_POLL_S)

    # ---- consent -------------------------------------------------------------------------------------------------

    def _permit(self, request: Event, talk: Conversation) -> Permit | None:
        """A live permit; asks the person when there is none. None: nothing was captured, and it was said why."""
        purposes = WITH_CONTACT if request.get("contact") else COLLECTING
        return self._permitted(request, talk, purposes, touch="")

    def _permitted(
        self, request: Event, talk: Conversation, purposes: frozenset[Purpose], *, touch: str
    ) -> Permit | None:
        """A live permit. `touch`: how, where one touch beside its own notice is consent enough; else empty."""
        alias = self._alias(request)
        subject = None if alias is None else self._store.find_subject(alias)
        permit = NoConsent.NEVER_GIVEN if subject is None else self._pipeline.permit(subject, purposes)
        if isinstance(permit, Permit):
            return permit
        if request.get("agreed") and not request.get("touch"):
            touch = ""  # who agreed to the whole notice is known by their profile
        if self._store.paused() and not touch:  # nobody is even asked
            talk.tell({"event": "not_kept", "reason": NoConsent.NOT_THIS_TRIP.value})
            return None
        child = bool(request.get("under_14")) or (subject is not None and self._store.under_14(subject))
        agreed = self._agreed(request, talk, permit, purposes, touch=touch, child=child)
        if agreed is None:
            talk.tell({"event": "not_kept", "reason": "no_consent"})
            return None
        if touch:  # a rating without standing consent belongs to nobody: no profile's name leads to it
            alias = None
        subject = durable(self._store.subject_for(alias))  # not before: who refuses leaves no trace
        for one in apart(agreed.purposes):
            self._pipeline.grant(subject, one, agreed.period, touch or "touch", given_by=GUARDIAN if child else PERSON)
        permit = self._pipeline.permit(subject, purposes, touch=bool(touch))
        if isinstance(permit, NoConsent):
            raise ConsentMissingError("The consent just given is not live: check the device's clock, then try again.")
        return permit

    @staticmethod
    def _agreed(
        request: Event,
        talk: Conversation,
        why: NoConsent,
        purposes: frozenset[Purpose],
        *,
        touch: str,
        child: bool,
    ) -> "_Agreed | None":
        """What a person, or their guardian, agrees to just now: what is needed, and what else was switched on."""
        notice = TOUCH_NOTICES[touch] if touch else notice_for(purposes, by_guardian=child)
        shown = bool(touch) and bool(request.get("touch"))
        shown = shown or request.get("notice_hash") == notice.hash  # a page that had it on the screen as it was touched
        answer: Event = {"yes": True, "guardian": request.get("guardian")}
        if not request.get("agreed") and not shown:
            answer = talk.ask(
                {
                    "event": "ask_consent",
                    "why": why.value,
                    "guardian": child,
                    "touch": bool(touch),
                    "notice_zh": notice.zh,
                    "notice_en": notice.en,
                    "notice_hash": notice.hash,
                }
            )
        if not answer.get("yes") or (child and not answer.get("guardian")):
            return None
        chosen = frozenset() if touch else purposes_in(answer)
        period = choice(Period, answer["period"], "period") if answer.get("period") and not touch else Period.ONCE
        return _Agreed(purposes | chosen, period)

    def _allow_call_back(self, permit: Permit) -> None:
        """Leaving a contact when asked is the consent to be called back, for this record."""
        subject = permit.grant.subject
        if isinstance(self._pipeline.permit(subject, WITH_CONTACT), NoConsent):
            self._pipeline.grant(subject, WITH_CONTACT, Period.ONCE, "touch", given_by=permit.grant.given_by)

    # ---- finding people ------------------------------------------------------------------------------------------

    def _alias(self, request: Event) -> str | None:
        """The driver profile that speaks, or None for a visit that is a subject of its own."""
        named = request.get("subject")
        if request.get("anonymous") or (named is None and self._profile.anonymous_visits):
            return None
        return str(named or DEFAULT_SUBJECT)

    def _rotate_keys(self, request: Event, talk: Conversation) -> None:  # noqa: ARG002 - one signature for all
        talk.tell({"event": "keys_rotated", "rewrapped": durable(self._store.rotate_keys())})

    def _tell_status(self, request: Event, talk: Conversation) -> None:  # noqa: ARG002 - one signature for all
        talk.tell({"event": "status", **self._status()})


def _rating(request: Event) -> int:
    rating = request.get("rating")
    if not isinstance(rating, int) or not 1 <= rating <= 5:  # noqa: PLR2004 - the five faces
        raise InputRefusedError("A rating is a whole number from 1 (very bad) to 5 (very good).")
    return rating


def _extras(request: Event) -> dict[str, Any]:
    extras: dict[str, Any] = {}
    if request.get("rating") is not None:
        extras["rating"] = _rating(request)
    if request.get("scene"):
        extras["scene"] = str(request["scene"])[:60]
    if request.get("vehicle") is False:
        extras["vehicle"] = ()
    if request.get("entry"):
        extras["entry"] = str(request["entry"])
    return extras


def _reviewed(said: Said, talk: Conversation) -> dict[str, Any]:
    """Whether the person, who sees what would be sent, sends it; perhaps with a rating, a contact, without the car."""
    number = None if said.call_back is None else said.call_back.type
    answer = talk.ask({"event": "review", "call_back": number, "safety": said.safety})
    added = {name: answer[name] for name in ("rating", "contact", "vehicle") if answer.get(name) is not None}
    return {"yes": answer.get("yes") is True, **added}


def _unsure(said: Said) -> bool:
    return said.speech is not None and said.speech.needs_review


def _less_sure(again: Said, said: Said) -> bool:
    """Whether the second hearing is known to be worse. Without figures it counts: the person took more care."""
    before, after = (None if s.speech is None else s.speech.confidence for s in (said, again))
    return before is not None and after is not None and after < before


def _heard_event(said: Said, masked: MaskedTranscript) -> Event:
    from agent.transcription.readable import readable  # numerals, which only words need

    return {
        "event": "heard",
        "masked": masked.text,
        "readable": readable(masked).text,
        "spans": [{"start": s.masked_start, "end": s.masked_end, "type": s.type} for s in masked.spans],
        "safety": said.safety,
        "vehicle": [one.model_dump(mode="json") for one in said.vehicle],
        "engine": None if said.speech is None else said.speech.engine,
        "model": None if said.speech is None else said.speech.model,
        "audio_s": None if said.speech is None else said.speech.audio_s,
        "needs_review": _unsure(said),
    }


def _recorded_event(thanks: Thanks, durable_s: float) -> Event:
    """`seconds`: from the end of speech to durable, recognition included."""
    return {
        "event": "recorded",
        "record_id": thanks.record_id,
        "receipt_code": thanks.secret.code,
        "receipt_secret": thanks.secret.value,
        "wording": thanks.wording,
        "wording_en": thanks.wording_en,
        "offline": thanks.offline,
        "seconds": round(durable_s, 4),
    }
