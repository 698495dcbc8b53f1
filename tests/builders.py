"""Small, valid values for tests. Everything is invented."""

from datetime import UTC, datetime, timedelta

from agent.contract.directives import (
    Acknowledgement,
    DirectiveOutcome,
    FollowUp,
    ProfileChange,
    PromptAnswer,
    PromptCondition,
    PromptRule,
    PromptSet,
    TicketNews,
    TicketState,
    VisitorLetter,
)
from agent.contract.identifiers import voice_id
from agent.contract.messages import (
    Answer,
    ConsentReference,
    ConsentStatement,
    Context,
    DeviceKind,
    ErasureNotice,
    ErasureOrder,
    ErasureReceipt,
    Feedback,
    LossCount,
    LossReport,
    MaskedText,
    MendedWord,
    Message,
    QualityMark,
    Receipt,
    ReceiptLine,
    Rejection,
    SealedContact,
    SignedStatement,
    Span,
    SpeechFacts,
    StoreReport,
    VehicleReading,
    VehicleState,
    Voice,
)

T0 = datetime(2026, 3, 1, 8, 30, 0, 123000, tzinfo=UTC)


def record_id(n: int = 1) -> str:
    """A valid UUIDv7, different for each n."""
    return f"019c9ddb-2f00-7000-8000-{n:012x}"


def feedback(n: int = 1, **changes: object) -> Feedback:
    values: dict[str, object] = {
        "record_id": record_id(n),
        "subject": "s-0123456789abcdef0123",
        "recorded_at": T0,
        "source": "voice",
        "text": MaskedText(
            text="今天刹车有点异响，车牌[PLATE]",
            spans=(Span(start=11, end=18, type="PLATE", token="0a1b2c3d4e5f6071"),),
        ),
        "rating": 2,
        "safety": True,
        "speech": SpeechFacts(
            engine="vosk", model="vosk-model-small-cn-0.22", language="zh", audio_s=3.2, confidence=0.87
        ),
        "answers": (
            Answer(rule_id="charge", question="本次充电体验如何？", answer_id="slow", answer="慢", confidence=0.95),
            Answer(
                rule_id="charge_why",
                question="主要是哪方面？",
                answer_id="speed",
                answer="充电速度",
                set_id="spring",
                set_version=4,
            ),
        ),
        "marks": (QualityMark(mark="perfunctory", reason="no_more_than_a_nod"),),
        "mended": (MendedWord(heard="杀车", written="刹车", cost=0.9),),
        "context": Context(device_kind=DeviceKind.HEAD_UNIT, place="", offline=True, entry="qr"),
        "consent": ConsentReference(
            grant_id=record_id(900),
            notice_hash="ab" * 32,
            purposes=("call_back", "improve_service"),
            given_at=T0,
            expires_at=None,
        ),
        "receipt_code": "TC-7K4M-29QX",
        "receipt_verifier": "cd" * 32,
        "contact": SealedContact(key_id="00112233aabbccdd", sealed="c2VhbGVk"),
        "vehicle": vehicle_state(),
        "agent_version": "0.1.0",
    }
    return Feedback.model_validate(values | changes)


def vehicle_state(**changes: object) -> VehicleState:
    values: dict[str, object] = {
        "readings": (
            VehicleReading(name="fault_codes", codes=("P0A80",), told_s_ago=240),
            VehicleReading(name="battery_temperature", unit="℃", last=38, least=36, most=41, told_s_ago=3),
            VehicleReading(name="speed", unit="km/h", step=30, last=30, least=0, most=90, told_s_ago=1),
        ),
        "consent": ConsentReference(
            grant_id=record_id(902),
            notice_hash="cd" * 32,
            purposes=("attach_vehicle_state", "improve_service"),
            given_at=T0,
            expires_at=T0 + timedelta(days=90),
        ),
    }
    return VehicleState.model_validate(values | changes)


def voice(n: int = 1, **changes: object) -> Voice:
    values: dict[str, object] = {
        "voice_id": voice_id(record_id(n)),
        "record_id": record_id(n),
        "subject": "s-0123456789abcdef0123",
        "recorded_at": T0,
        "format": "ogg_opus",
        "audio_s": 3.2,
        "muted_s": 1.5,
        "consent": ConsentReference(
            grant_id=record_id(901),
            notice_hash="ef" * 32,
            purposes=("keep_voice_for_review",),
            given_at=T0,
            expires_at=T0 + timedelta(days=90),
        ),
        "key_id": "00112233aabbccdd",
        "sealed": "c2VhbGVk",
    }
    return Voice.model_validate(values | changes)


def profile_change(version: int = 3, **values: object) -> ProfileChange:
    """A change of the site's words, or of these keys (`speech__terms=...`)."""
    changed = {key.replace("__", "."): value for key, value in values.items()} or {"speech.terms": ["蓝鲸超充"]}
    return ProfileChange.model_validate({"version": version, "values": changed})


def prompt_set(version: int = 4, **changes: object) -> PromptSet:
    rule = PromptRule(
        rule_id="after-charging",
        trigger="charging_done",
        conditions=(PromptCondition(fact="visits", test="at_least", value=2),),
        question_zh="这次充电顺利吗？",
        question_en="Did charging go well?",
        answers=(
            PromptAnswer(answer_id="yes", zh="顺利", en="Yes"),
            PromptAnswer(answer_id="no", zh="不顺利", en="No"),
        ),
        follow_ups=(FollowUp(after=("no",), ask="what-went-wrong"),),
        cool_down_s=86_400,
        audience=("fleet-north",),
        valid_until=T0 + timedelta(days=20),
    )
    then = PromptRule(rule_id="what-went-wrong", trigger="follow_up", question_zh="哪里不顺利？")
    values = {"set_id": "spring", "version": version, "expires_at": T0 + timedelta(days=30), "rules": (rule, then)}
    return PromptSet.model_validate(values | changes)


def ticket_news(version: int = 5, **changes: object) -> TicketNews:
    values: dict[str, object] = {
        "subject": "s-0123456789abcdef0123",
        "record_id": record_id(1),
        "ticket_no": "T-000001",
        "version": version,
        "state": TicketState.SOLVED,
        "told_at": T0,
        "note_zh": "三号枪已更换",
        "note_en": "Connector 3 was replaced",
    }
    return TicketNews.model_validate(values | changes)


def visitor_letter(**changes: object) -> VisitorLetter:
    values: dict[str, object] = {
        "visit": "0123456789abcdef01234567",
        "version": 7,
        "left_at": T0,
        "key_id": "0123456789abcdef",
        "sealed": "c2VhbGVk",
    }
    return VisitorLetter.model_validate(values | changes)


def one_of_each() -> dict[str, Message]:
    """One full message per kind, with every field set."""
    messages: list[Message] = [
        feedback(),
        voice(),
        ErasureNotice(
            erasure_id=record_id(2),
            subject="s-0123456789abcdef0123",
            scope="subject",
            record_ids=(record_id(1),),
            requested_at=T0,
        ),
        ConsentStatement(
            statement_id=record_id(6),
            subject="s-0123456789abcdef0123",
            event="given",
            purposes=("call_back", "improve_service"),
            at=T0,
            grant_id=record_id(900),
            notice_hash="ab" * 32,
            given_by="guardian",
            expires_at=T0,
        ),
        LossReport(
            report_id=record_id(3),
            reported_at=T0,
            accepted=10,
            receipted=4,
            expired=1,
            evicted=1,
            erased=1,
            quarantined=1,
            pending=2,
            losses=(LossCount(priority="feedback", fate="evicted", reason="all_bytes", count=1),),
        ),
        Receipt(
            lines=(
                ReceiptLine(message_id=record_id(1), outcome="accepted", ticket_no="T-000001"),
                ReceiptLine(message_id=record_id(4), outcome="erased"),
            ),
            received_at=T0,
            credit=20,
        ),
        Rejection(message_id=record_id(5), reason="unknown_kind", detail="this hub is older than the device"),
        ErasureReceipt(
            erasure_id=record_id(2),
            completed_at=T0,
            stores=(
                StoreReport(store="tickets", action="deleted", count=1),
                StoreReport(store="backups", action="not_examined"),
            ),
            proof=SignedStatement(statement='{"erasure_id":"..."}', signature="c2lnbmVk", key_id="00112233aabbccdd"),
        ),
        ErasureOrder(
            erasure_id=record_id(8),
            subject="s-0123456789abcdef0123",
            scope="record",
            record_id=record_id(1),
            ordered_at=T0,
        ),
        profile_change().model_copy(update={"expires_at": T0 + timedelta(days=365)}),
        prompt_set(),
        ticket_news(),
        visitor_letter(),
        Acknowledgement(
            ack_id=record_id(6),
            message_id=record_id(8),
            about="profile",
            outcome=DirectiveOutcome.REFUSED,
            reason="speech.models: cannot be changed from afar",
            in_force=2,
            agent_version="0.1.0",
            at=T0,
        ),
    ]
    return {m.kind: m for m in messages}
