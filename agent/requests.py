"""What a person or a technician can ask of the agent, each as one short conversation.

The command line talks to these through the control socket of a running agent, or directly when none runs: one code path
for both. An event is a JSON object with an "event" name; a question is an event that waits for one answer.
"""

import json
import time
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol, TypeVar

from agent.consent.erasure import sealed_notice
from agent.consent.grant import ConsentGrant, NoConsent, Period, Permit, Purpose
from agent.consent.notice import NOTICE
from agent.contract.directives import TicketNews
from agent.contract.identifiers import RandomBytes, ReceiptSecret, parse_receipt, uuid7
from agent.errors import ConsentMissingError, InputRefusedError, TemporaryError
from agent.feedback.transcript import MaskedTranscript, TypedText
from agent.listening.endpointing import Mode
from agent.listening.live_source import never
from agent.pipeline import COLLECTING, WITH_CONTACT, FeedbackPipeline, NotKept, Said, ShownLevel, ShownText, Thanks
from agent.ports import AudioSource, Clock, ErasureReport, Future, KeptRecord, KeyStore, OutboxStore, SpeechEngine
from agent.profile import DeviceProfile
from agent.provisioning.identity import DeviceIdentity
from agent.transcription.readable import readable

Event = dict[str, Any]
_T = TypeVar("_T")
_E = TypeVar("_E", bound=StrEnum)

_TICKET_POLL_S = 0.05
_DISK_TIMEOUT_S = 30.0
DEFAULT_SUBJECT = "driver"
"""The driver profile that is meant when none is named."""


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

    def __call__(self, *, wav: Path | None, mode: Mode, released: Callable[[], bool]) -> AudioSource:
        """A source for one utterance."""
        ...


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
        profile: DeviceProfile,
    ) -> None:
        self._pipeline = pipeline
        self._store = store
        self._keys = keys
        self._identity = identity
        self._clock = clock
        self._random_bytes = random_bytes
        self._engine = engine
        self._source = source
        self._status = status
        self._queue_changed = queue_changed
        self._profile = profile
        self._served: dict[str, Callable[[Event, Conversation], None]] = {
            "say": self._say,
            "rate": self._rate,
            "status": self._tell_status,
            "consent_grant": self._consent_grant,
            "consent_show": self._consent_show,
            "consent_withdraw": self._consent_withdraw,
            "export": self._export,
            "news": self._news,
            "erase": self._erase,
            "rotate_keys": self._rotate_keys,
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
        permit = self._permit(request, talk)
        if permit is None:
            return
        said = self._typed(permit, request) if "text" in request else self._spoken(permit, request, talk)
        if isinstance(said, NotKept):
            talk.tell({"event": "not_kept", "reason": said.value})
            return
        assert said.masked is not None  # noqa: S101 - hear and read always mask
        talk.tell(_heard_event(said, said.masked))
        if said.asks_for_erasure:
            if talk.ask({"event": "confirm_erasure"}).get("yes"):
                self._erase_and_tell(permit.grant.subject, None, talk)
            else:
                talk.tell({"event": "not_kept", "reason": "erasure_not_confirmed"})
            return
        if request.get("review"):
            request = {**request, **_reviewed(said, talk)}
            if not request["yes"]:
                talk.tell({"event": "not_kept", "reason": "taken_back"})
                return
        contact = self._contact(request.get("contact"), said, permit, talk)
        self._keep(replace(said, **_extras(request)), contact, request, talk)

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
        engine = self._engine(language)  # before the microphone opens: nobody speaks to an engine that is not there
        source = self._source(
            wav=None if request.get("microphone") else Path(str(request["wav"])),
            mode=Mode.HOLD if request.get("hold") else Mode.TAP,
            released=talk.released if request.get("hold") else never,
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
        """One touch on a face."""
        permit = self._permit(request, talk)
        if permit is not None:
            said = replace(self._pipeline.touched(permit, _rating(request)), **_extras(request))
            self._keep(said, request.get("contact"), request, talk)

    def _keep(self, said: Said, contact: str | None, request: Event, talk: Conversation) -> None:
        kept = self._pipeline.keep(said, contact=contact)
        if isinstance(kept, NotKept):
            talk.tell({"event": "not_kept", "reason": kept.value})
            return
        durable = self._clock.monotonic()
        self._queue_changed()
        talk.tell(_recorded_event(kept, durable - said.ended_at))
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
        """A live permit; asks the person when there is none. None: the person refused, and nothing was captured."""
        alias = self._alias(request)
        subject = None if alias is None else self._store.find_subject(alias)
        purposes = WITH_CONTACT if request.get("contact") else COLLECTING
        permit = NoConsent.NEVER_GIVEN if subject is None else self._pipeline.permit(subject, purposes)
        if isinstance(permit, Permit):
            return permit
        question = {"event": "ask_consent", "why": permit.value, "notice_zh": NOTICE.zh, "notice_en": NOTICE.en}
        if not request.get("agreed") and not talk.ask(question).get("yes"):
            talk.tell({"event": "not_kept", "reason": "no_consent"})
            return None
        subject = _durable(self._store.subject_for(alias))  # not before: who refuses leaves no trace
        self._pipeline.grant(subject, purposes, Period.ONCE, "touch")
        permit = self._pipeline.permit(subject, purposes)
        if isinstance(permit, NoConsent):
            raise ConsentMissingError("The consent just given is not live: check the device's clock, then try again.")
        return permit

    def _allow_call_back(self, permit: Permit) -> None:
        """Leaving a contact when asked is the consent to be called back, for this record."""
        subject = permit.grant.subject
        if isinstance(self._pipeline.permit(subject, WITH_CONTACT), NoConsent):
            self._pipeline.grant(subject, WITH_CONTACT, Period.ONCE, "touch")

    def _consent_grant(self, request: Event, talk: Conversation) -> None:
        subject = _durable(self._store.subject_for(str(request.get("subject") or DEFAULT_SUBJECT)))
        purposes = frozenset(_choice(Purpose, p, "purpose") for p in request["purposes"])
        grant = self._pipeline.grant(subject, purposes, _choice(Period, request["period"], "period"), "command_line")
        talk.tell(
            {
                "event": "granted",
                "grant_id": grant.grant_id,
                "purposes": sorted(grant.purposes),
                "period": grant.period.value,
                "expires_at": grant.expires_at.isoformat(),
            }
        )

    def _consent_show(self, request: Event, talk: Conversation) -> None:
        subject = self._store.find_subject(str(request.get("subject") or DEFAULT_SUBJECT))
        grants = [] if subject is None else [_grant_event(g) for g in self._store.grants(subject)]
        live = {
            p.value: subject is not None and isinstance(self._pipeline.permit(subject, frozenset({p})), Permit)
            for p in Purpose
        }
        talk.tell({"event": "consent", "notice_hash": NOTICE.hash, "live": live, "grants": grants})

    def _consent_withdraw(self, request: Event, talk: Conversation) -> None:
        subject = self._store.find_subject(str(request.get("subject") or DEFAULT_SUBJECT))
        purged = 0 if subject is None else _durable(self._store.withdraw(subject, self._clock.now()))
        self._queue_changed()
        talk.tell({"event": "withdrawn", "unsent_records_purged": purged})

    # ---- what the device has, and erasure ------------------------------------------------------------------------

    def _export(self, request: Event, talk: Conversation) -> None:
        """Everything this device has of a subject, or of one receipt."""
        subject, record_id = self._find(str(request["who"]))
        records = [
            {
                "record_id": kept.record_id,
                "recorded_at": kept.recorded_at.isoformat(),
                "state": kept.state,
                "receipt_code": kept.receipt_code,
                "ticket_no": kept.ticket_no,
                "record": None if kept.readable is None else json.loads(kept.readable),
            }
            for kept in self._store.kept(subject)
            if record_id in (None, kept.record_id)
        ]
        grants = [_grant_event(g) for g in self._store.grants(subject)]
        news = [line for line in self._news_of(subject) if record_id in {None, line["record_id"]}]
        talk.tell({"event": "export", "subject": subject, "grants": grants, "records": records, "news": news})

    def _news(self, request: Event, talk: Conversation) -> None:
        """Where each ticket of a subject, or of one receipt, stands, as far as this device has heard."""
        subject, record_id = self._find(str(request["who"]))
        told = {line["record_id"]: line for line in self._news_of(subject)}
        lines = [_ticket_line(kept) | told.pop(kept.record_id, {}) for kept in self._store.kept(subject)]
        lines += told.values()  # of records that are too old to be here still
        talk.tell({"event": "news", "tickets": [line for line in lines if record_id in {None, line["record_id"]}]})

    def _news_of(self, subject: str) -> list[Event]:
        shown = ("record_id", "ticket_no", "state", "told_at", "note_zh", "note_en")
        kept = (json.loads(news.content) for news in self._store.directives(TicketNews.kind, subject))
        return [{name: news[name] for name in shown} for news in kept]

    def _erase(self, request: Event, talk: Conversation) -> None:
        """Destroy what the device has of a subject, or of one receipt, and tell the hub."""
        subject, record_id = self._find(str(request["who"]))
        self._erase_and_tell(subject, record_id, talk)

    def _erase_and_tell(self, subject: str, record_id: str | None, talk: Conversation) -> None:
        asked_at = self._clock.now()

        def make_notice(record_ids: tuple[str, ...]) -> tuple[str, bytes]:
            return sealed_notice(
                subject=subject,
                scope="subject" if record_id is None else "record",
                record_ids=record_ids,
                asked_at=asked_at,
                tenant=self._identity.tenant,
                device=self._identity.device,
                hub_key=self._identity.seal_key,
                signing_key=self._keys.signing_key(),
                erasure_id=uuid7(int(asked_at.timestamp() * 1000), self._random_bytes),
            )

        future = self._store.erase(subject, record_id, make_notice, asked_at)
        report = _durable(future)
        self._queue_changed()
        talk.tell(_erased_event(report))

    # ---- finding people ------------------------------------------------------------------------------------------

    def _alias(self, request: Event) -> str | None:
        """The driver profile that speaks, or None for a visit that is a subject of its own."""
        named = request.get("subject")
        if named is None and self._profile.anonymous_visits:
            return None
        return str(named or DEFAULT_SUBJECT)

    def _find(self, who: str) -> tuple[str, str | None]:
        """(subject, record id or None) for a driver profile's name, a receipt code or a receipt's secret."""
        receipt = parse_receipt(who)
        if receipt is not None:
            found = self._store.locate_receipt(receipt.verifier if isinstance(receipt, ReceiptSecret) else receipt)
            if found is not None:
                return found
        subject = self._store.find_subject(who)
        if subject is None:
            raise InputRefusedError(
                "This device has nothing under that name or receipt code. Check the code (TC-XXXX-XXXX), or name a "
                f"driver profile (the default one is {DEFAULT_SUBJECT!r}). It may have been erased already."
            )
        return subject, None

    def _rotate_keys(self, request: Event, talk: Conversation) -> None:  # noqa: ARG002 - one signature for all
        talk.tell({"event": "keys_rotated", "rewrapped": _durable(self._store.rotate_keys())})

    def _tell_status(self, request: Event, talk: Conversation) -> None:  # noqa: ARG002 - one signature for all
        talk.tell({"event": "status", **self._status()})


def _durable(future: "Future[_T]") -> _T:
    """Wait for the disk."""
    try:
        return future.result(timeout=_DISK_TIMEOUT_S)
    except TimeoutError:
        raise TemporaryError(
            "没有记录，请再试。The disk did not answer for 30 s. Nothing was recorded; try again."
        ) from None


def _choice(kind: type[_E], value: object, what: str) -> _E:
    try:
        return kind(str(value))
    except ValueError:
        known = ", ".join(kind)
        raise InputRefusedError(f"There is no {what} {value!r}. Use one of: {known}") from None


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
    return extras


def _reviewed(said: Said, talk: Conversation) -> dict[str, Any]:
    """Whether the person, who sees what would be sent, sends it; perhaps with a rating or a contact beside it."""
    number = None if said.call_back is None else said.call_back.type
    answer = talk.ask({"event": "review", "call_back": number, "safety": said.safety})
    added = {name: answer[name] for name in ("rating", "contact") if answer.get(name) is not None}
    return {"yes": answer.get("yes") is True, **added}


def _unsure(said: Said) -> bool:
    return said.speech is not None and said.speech.needs_review


def _less_sure(again: Said, said: Said) -> bool:
    """Whether the second hearing is known to be worse. Without figures it counts: the person took more care."""
    before, after = (None if s.speech is None else s.speech.confidence for s in (said, again))
    return before is not None and after is not None and after < before


def _heard_event(said: Said, masked: MaskedTranscript) -> Event:
    return {
        "event": "heard",
        "masked": masked.text,
        "readable": readable(masked).text,
        "spans": [{"start": s.masked_start, "end": s.masked_end, "type": s.type} for s in masked.spans],
        "safety": said.safety,
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


def _grant_event(grant: ConsentGrant) -> Event:
    return {
        "grant_id": grant.grant_id,
        "purposes": sorted(grant.purposes),
        "period": grant.period.value,
        "how": grant.how,
        "given_at": grant.given_at.isoformat(),
        "expires_at": grant.expires_at.isoformat(),
        "withdrawn_at": None if grant.withdrawn_at is None else grant.withdrawn_at.isoformat(),
        "notice_hash": grant.notice_hash,
    }


def _ticket_line(kept: KeptRecord) -> Event:
    """A record that the hub has not told anything about: its receipt says that it was received."""
    state = "received" if kept.ticket_no else {"pending": "waiting"}.get(kept.state, kept.state)
    return {
        "record_id": kept.record_id,
        "receipt_code": kept.receipt_code,
        "recorded_at": kept.recorded_at.isoformat(),
        "ticket_no": kept.ticket_no,
        "state": state,
    }


def _erased_event(report: ErasureReport) -> Event:
    return {
        "event": "erased",
        "erasure_id": report.erasure_id,
        "keys_shredded": report.keys_shredded,
        "rows_deleted": report.rows_deleted,
        "wal_truncated": report.wal_truncated,
        "records": len(report.record_ids),
        "hub": "waiting",
    }
