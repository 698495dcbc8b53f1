"""ONE feedback, start to finish. Read this first.

    consent -> capture -> speech to text -> mended -> masked -> record -> sealed and signed once -> durable -> thanks

`hear` ends where the person sees what would be sent; `keep` makes it durable and only then says thank you. Between
the two nothing is stored: whoever walks away leaves nothing. The types hold the order: capture asks for a `Permit`, a
record asks for a `MaskedTranscript`, and only an entry that the store has fsynced becomes `Thanks`.
"""

import base64
import json
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from agent.consent import telling
from agent.consent.grant import (
    GUARDIAN,
    PERSON,
    ConsentGrant,
    NoConsent,
    Period,
    Permit,
    Purpose,
    check,
    stands_alone,
)
from agent.consent.notice import is_current, is_current_for_a_touch, notice_for, notice_given
from agent.contract import sealing
from agent.contract.identifiers import RandomBytes, ReceiptSecret, uuid7
from agent.contract.messages import (
    MAX_TEXT_CHARS,
    Answer,
    ConsentReference,
    ConsentStatement,
    Context,
    DeviceKind,
    Feedback,
    MaskedText,
    MendedWord,
    QualityMark,
    SealedContact,
    Span,
    SpeechFacts,
    VehicleReading,
    VehicleState,
)
from agent.errors import InputRefusedError
from agent.feedback.own_taps import OpeningHours, OwnTaps
from agent.feedback.said_before import Recent
from agent.feedback.transcript import MaskedTranscript, Transcript, TypedText
from agent.masking.masker import Masker
from agent.ports import (
    AudioSource,
    Clock,
    Future,
    KeyStore,
    NewEntry,
    OutboxStore,
    Partial,
    Priority,
    SpeechEngine,
    StoreRefusal,
)
from agent.profile import DeviceProfile
from agent.provisioning.identity import DeviceIdentity
from agent.said import NotKept, Said, Show, ShownLevel, ShownText, Thanks, thanks_wording
from agent.signals.recent import WINDOW_S
from agent.version import VERSION

if TYPE_CHECKING:  # what only words and a voice need is imported where the first of them comes
    from agent.hearing import Utterance
    from agent.listening.sound import Level
    from agent.transcription.repairs import Repaired

COLLECTING = frozenset({Purpose.IMPROVE_SERVICE})
"""What any feedback needs."""
WITH_CONTACT = COLLECTING | {Purpose.CALL_BACK}
"""What a feedback with a contact needs, from one grant."""
ATTACHING = COLLECTING | {Purpose.ATTACH_VEHICLE_STATE}
"""What the state of the car beside a feedback needs, from one grant."""
KEEPING_VOICE = frozenset({Purpose.KEEP_VOICE_FOR_REVIEW})
"""What keeping a doubtful recording for the reviewers needs, from a grant of its own."""


class FeedbackPipeline:
    """Turns what people give into durable, sealed records. One instance per device.

    Args:
        is_online: whether the hub can be reached at this moment.
        vehicle: the state of the car beside words of this subject, where they agreed to it; else empty.
    """

    def __init__(
        self,
        *,
        profile: DeviceProfile,
        identity: DeviceIdentity,
        store: OutboxStore,
        keys: KeyStore,
        masker: Masker,
        clock: Clock,
        random_bytes: RandomBytes,
        is_online: Callable[[], bool],
        vehicle: Callable[[str], tuple[VehicleReading, ...]] = lambda _subject: (),
    ) -> None:
        self._profile = profile
        self._identity = identity
        self._store = store
        self._keys = keys
        self._masker = masker
        self._clock = clock
        self._random_bytes = random_bytes
        self._is_online = is_online
        self._vehicle = vehicle
        self._recent = Recent(random_bytes(32))
        self._taps = OwnTaps(OpeningHours.parse(profile.surface.opening_hours))

    def use(self, profile: DeviceProfile) -> None:
        """Hear by this profile from the next sentence on."""
        self._profile = profile

    # ---- consent -------------------------------------------------------------------------------------------------

    def permit(
        self,
        subject: str,
        purposes: frozenset[Purpose] = COLLECTING,
        *,
        touch: bool = False,
        ignore_pause: bool = False,
    ) -> Permit | NoConsent:
        """Whether one live grant of this subject covers these purposes, now.

        Args:
            subject: pseudonym.
            purposes: what for.
            touch: for a rating without words, which a grant given by touching a face covers. Refusing to be heard
                never stands in its way, so it is possible on a quiet trip too.
            ignore_pause: to show how the switches stand on a quiet trip; nothing is captured with it.
        """
        if self._store.paused() and not touch and not ignore_pause:
            return NoConsent.NOT_THIS_TRIP
        return check(
            self._store.grants(subject),
            purposes=purposes,
            is_current=is_current_for_a_touch if touch else is_current,
            now=self._clock.now(),
            guardian_only=self._store.under_14(subject),
        )

    def grant(
        self, subject: str, purposes: frozenset[Purpose], period: Period, how: str, *, given_by: str = PERSON
    ) -> ConsentGrant:
        """Write down that a person agreed to the notice for these purposes; durable when this returns.

        The hub hears of a standing grant; one for a single feedback is told with that feedback.

        Raises:
            InputRefusedError: no purpose, or voice together with another.
        """
        if not stands_alone(purposes):
            raise InputRefusedError(
                "声音须单独同意。Keeping the voice is agreed to on its own: grant keep_voice_for_review by itself, "
                "and at "
                "least one purpose each time."
            )
        notice = notice_given(how) or notice_for(purposes, by_guardian=given_by == GUARDIAN)
        given = ConsentGrant(
            self._new_id(),
            subject,
            purposes,
            notice.hash,
            how,
            period,
            self._clock.now(),
            given_by=given_by,
            controller=self._identity.tenant,
        )
        told = None if period is Period.ONCE else self._told(telling.given(given, self._new_id()))
        self._store.add_grant(given, told).result()
        return given

    def withdraw(self, subject: str, purposes: frozenset[Purpose] | None = None) -> "Future[int]":
        """Turn purposes off (None: all), purge what rested on them, and have the hub told; how many records went."""
        at = self._clock.now()
        told = self._told(telling.withdrawn(subject, purposes, at, self._random_bytes))
        return self._store.withdraw(subject, at, purposes, told)

    def _told(self, statement: ConsentStatement) -> NewEntry:
        frame = telling.sealed(
            statement,
            tenant=self._identity.tenant,
            device=self._identity.device,
            hub_key=self._identity.seal_key,
            signing_key=self._keys.signing_key(),
        )
        return NewEntry(
            statement.statement_id, statement.kind, Priority.ERASURE, frame, statement.at, subject=statement.subject
        )

    # ---- hear: capture, recognise, mask --------------------------------------------------------------------------

    def hear(
        self, permit: Permit, source: AudioSource, engine: SpeechEngine, show: Show, *, language: str = ""
    ) -> Said | NotKept:
        """One utterance, masked. Words pass the masker before anyone sees them, while the person still speaks."""
        from agent.hearing import hear
        from agent.listening.sound import Level
        from agent.transcription.repair import repair, repaired_text  # 7 MB of words, which only speech needs
        from agent.transcription.spoken_numbers import as_spoken

        partials, terms = self._masker.partials(), self._profile.speech.terms

        def masked(shown: "Partial | Level") -> None:
            if isinstance(shown, Level):
                show(ShownLevel(shown.bar))
            elif shown.text:
                show(ShownText(partials.cover(repaired_text(shown.text, terms))))

        utterance = hear(permit, source, engine, self._clock, masked, language=language, hints=terms)
        if utterance is None or not utterance.transcript.text.strip():
            return NotKept.NOTHING_SAID
        repaired = repair(utterance.transcript, terms)
        facts = self._speech_facts(utterance, engine)
        said = self._said(permit, as_spoken(repaired.transcript), facts, "voice", utterance.ended_at)
        sound = utterance if facts.needs_review and self._may_keep_voice(permit) else None
        return replace(said, mended=self._mended(utterance.transcript, repaired), sound=sound)

    def read(self, permit: Permit, typed: TypedText) -> Said | NotKept:
        """One typed sentence, masked."""
        if not typed.text.strip():
            return NotKept.NOTHING_SAID
        return self._said(permit, typed, None, "typed", self._clock.monotonic())

    def touched(self, permit: Permit, rating: int) -> Said:
        """One touch on a face, 1 to 5: a complete feedback."""
        return Said(permit, None, None, "touch", self._clock.monotonic(), rating=rating)

    def answered(self, permit: Permit, answers: tuple[Answer, ...]) -> Said:
        """Answers to a question and its follow-ups, by touch alone: a complete feedback."""
        return Said(permit, None, None, "touch", self._clock.monotonic(), answers=answers)

    # ---- keep: seal once, make durable, thank --------------------------------------------------------------------

    def keep(self, said: Said, *, contact: str | None = None, secret: ReceiptSecret | None = None) -> Thanks | NotKept:
        """Make it durable; thanks are only said after the disk has it.

        Args:
            said: from `hear`, `read` or `touched`; a rating or scene may have been added with `dataclasses.replace`.
            contact: how to call back, sealed for the call-back desk alone. Needs its own consent.
            secret: of the receipt, where its person holds one already.

        Raises:
            TemporaryError: the disk refused; nothing was recorded.
        """
        needed = COLLECTING if contact is None else WITH_CONTACT
        permit = self._to_keep(said, needed)
        if isinstance(permit, NoConsent):
            return NotKept.NOT_THIS_TRIP if permit is NoConsent.NOT_THIS_TRIP else NotKept.CONSENT_GONE
        said = replace(said, permit=permit)
        offline = not self._is_online()
        secret = secret or ReceiptSecret.make(self._random_bytes)
        record = self._record(said, secret, contact, self._vehicle_state(said), offline=offline)
        frame = sealing.seal(
            record,
            tenant=self._identity.tenant,
            sender=self._identity.device,
            message_id=record.record_id,
            time=record.recorded_at,
            receiver_key=self._identity.seal_key,
            signing_key=self._keys.signing_key(),
        )
        entry = NewEntry(
            record_id=record.record_id,
            kind=record.kind,
            priority=_priority(record),
            frame=frame,
            recorded_at=record.recorded_at,
            subject=said.permit.grant.subject,
            grant_id=said.permit.grant.grant_id,
            receipt_code=secret.code,
            receipt_verifier=secret.verifier,
            readable=_readable(record),
        )
        refusal = self._store.put(entry).result()
        if refusal is not None:
            return _WHY_NOT[refusal]
        wording, wording_en = thanks_wording(contact_left=contact is not None, offline=offline)
        return Thanks(record.record_id, secret, wording, wording_en, contact is not None, offline)

    def _may_keep_voice(self, permit: Permit) -> bool:
        """Whether the reviewers have a key, and this person agreed, apart, that they may listen."""
        return self._identity.voice_key is not None and isinstance(
            self.permit(permit.grant.subject, KEEPING_VOICE), Permit
        )

    # ---- details -------------------------------------------------------------------------------------------------

    def _speech_facts(self, utterance: "Utterance", engine: SpeechEngine) -> SpeechFacts:
        """A figure that is not calibrated is not kept: a low one is doubtful all the same, a high one means nothing."""
        heard, calibrated = utterance.transcript, engine.capabilities.calibrated_confidence
        return SpeechFacts(
            engine=heard.engine,
            model=heard.model,
            language=heard.language,
            audio_s=round(utterance.audio_s, 2),
            confidence=heard.confidence if calibrated else None,
            needs_review=heard.confidence is not None and heard.confidence < self._profile.speech.review_below,
        )

    def _mended(self, heard: Transcript, repaired: "Repaired") -> tuple[MendedWord, ...]:
        from agent.transcription.repairs import keepable_pairs

        pairs = keepable_pairs(repaired.repairs, self._masker.mask(heard), self._masker.mask(repaired.transcript))
        return tuple(MendedWord(heard=p.heard, written=p.written, cost=round(p.cost, 2)) for p in pairs)

    def _said(
        self,
        permit: Permit,
        unmasked: Transcript | TypedText,
        speech: SpeechFacts | None,
        source: str,
        ended_at: float,
    ) -> Said:
        from agent.consent.intent import asks_for_erasure
        from agent.feedback.safety import is_about_safety

        masked = self._masker.mask(unmasked)
        return Said(
            permit,
            masked,
            speech,
            source,
            ended_at,
            safety=is_about_safety(masked.text),
            asks_for_erasure=asks_for_erasure(masked.text),
            call_back=self._masker.call_back_number(unmasked),
            vehicle=self._vehicle(permit.grant.subject),
        )

    def _to_keep(self, said: Said, needed: frozenset[Purpose]) -> Permit | NoConsent:
        """What the record rests on: one grant for all of it where there is one: the store checks and spends that."""
        subject = said.permit.grant.subject
        whole = self.permit(subject, needed | ATTACHING) if said.vehicle else NoConsent.NEVER_GIVEN
        return whole if isinstance(whole, Permit) else self.permit(subject, needed, touch=said.is_touch)

    def _vehicle_state(self, said: Said) -> VehicleState | None:
        """What the person saw and left in, if they still agree to it."""
        if not said.vehicle:
            return None
        whole = said.permit.purposes >= ATTACHING
        permit = said.permit if whole else self.permit(said.permit.grant.subject, ATTACHING)
        if isinstance(permit, NoConsent):
            return None
        return VehicleState(readings=said.vehicle, window_s=WINDOW_S, consent=_rests_on(permit.grant))

    def _record(
        self, said: Said, secret: ReceiptSecret, contact: str | None, vehicle: VehicleState | None, *, offline: bool
    ) -> Feedback:
        grant = said.permit.grant
        return Feedback(
            record_id=self._new_id(),
            subject=grant.subject,
            recorded_at=self._clock.now(),
            source=said.source,
            text=_masked_text(said.masked),
            rating=said.rating,
            answers=said.answers,
            marks=self._marks(said),
            safety=said.safety,
            speech=said.speech,
            mended=said.mended,
            context=Context(
                device_kind=self._identity.kind,
                place=self._identity.place or self._profile.place,
                scene=said.scene,
                trigger="vehicle" if said.answers and self._identity.kind is DeviceKind.HEAD_UNIT else "person",
                offline=offline,
                entry=said.entry,
            ),
            consent=_rests_on(grant),
            receipt_code=secret.code,
            receipt_verifier=secret.verifier,
            contact=None if contact is None else self._sealed_contact(contact),
            vehicle=vehicle,
            agent_version=VERSION,
        )

    def _marks(self, said: Said) -> tuple[QualityMark, ...]:
        """What is known of its worth. Words that are an offered answer say what they should, however short."""
        if said.masked is None:
            return self._touch_marks(said)
        from agent.feedback.quality import perfunctory

        marks = []
        if not any(answer.answer_id for answer in said.answers):
            why = perfunctory(said.masked.text, said.answers[-1].question if said.answers else "")
            marks += [QualityMark(mark="perfunctory", reason=why.value)] if why is not None else []
        if self._recent.repeats(said.permit.grant.subject, said.masked.text, self._clock.now()):
            marks.append(QualityMark(mark="repeated"))
        return tuple(marks)

    def _touch_marks(self, said: Said) -> tuple[QualityMark, ...]:
        """Whether a face was touched by whoever works there: only where a screen stands in their shop."""
        if said.rating is None or self._identity.kind is DeviceKind.HEAD_UNIT or said.entry not in _AT_THE_SCREEN:
            return ()
        why = self._taps.doubt(said.rating, self._clock.now().astimezone(), self._clock.monotonic())
        return () if why is None else (QualityMark(mark="own_tap", reason=why.value),)

    def forget(self, subject: str) -> None:
        """Whoever was erased repeats nobody any more."""
        self._recent.forget(subject)

    def _sealed_contact(self, contact: str) -> SealedContact:
        desk = self._identity.contact_key
        sealed = base64.b64encode(sealing.seal_contact(contact, desk)).decode()
        return SealedContact(key_id=sealing.key_id(desk), sealed=sealed)

    def _new_id(self) -> str:
        return uuid7(int(self._clock.now().timestamp() * 1000), self._random_bytes)


_AT_THE_SCREEN = (None, "face")
"""`Context.entry` of whoever touches the device itself."""
_WHY_NOT = {
    StoreRefusal.CONSENT_GONE: NotKept.CONSENT_GONE,
    StoreRefusal.SUBJECT_ERASED: NotKept.SUBJECT_ERASED,
    StoreRefusal.FULL: NotKept.STORE_FULL,
}


def _rests_on(grant: ConsentGrant) -> ConsentReference:
    return ConsentReference(
        grant_id=grant.grant_id,
        notice_hash=grant.notice_hash,
        purposes=tuple(sorted(grant.purposes)),
        given_at=grant.given_at,
        expires_at=None if grant.period is Period.ONCE else grant.expires_at,
    )


def _priority(record: Feedback) -> Priority:
    """Answers that were chosen and no words give way first where there is no room."""
    if record.safety:
        return Priority.SAFETY
    return Priority.ANSWER if record.answers and record.text is None else Priority.FEEDBACK


def _masked_text(masked: MaskedTranscript | None) -> MaskedText | None:
    if masked is None:
        return None
    kept = [s for s in masked.spans if s.masked_end <= MAX_TEXT_CHARS]
    spans = tuple(Span(start=s.masked_start, end=s.masked_end, type=s.type, token=s.token) for s in kept)
    return MaskedText(text=masked.text[:MAX_TEXT_CHARS], spans=spans)


def _readable(record: Feedback) -> bytes:
    """What "what you have of me" shows while the record waits: never more than what is sent."""
    shown = record.model_dump(mode="json", exclude={"contact", "receipt_verifier"})
    shown["contact_left"] = record.contact is not None
    return json.dumps(shown, ensure_ascii=False).encode()
