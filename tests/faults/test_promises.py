"""The promises that need a whole device on a real disk. Each test fails when the promise is broken in the code."""

import base64
import dataclasses
import logging
import pickle
import traceback
from pathlib import Path

import pytest

from agent.adapters import control_socket
from agent.adapters.sqlite_store import SqliteStore
from agent.adapters.wav_file import WavFile
from agent.consent.grant import ConsentGrant, NoConsent, Period, Permit, Purpose
from agent.consent.notice import NOTICE
from agent.contract import sealing, topics
from agent.contract.messages import ConsentStatement, ErasureNotice, Feedback, Receipt, ReceiptLine
from agent.feedback.transcript import MaskedTranscript, MaskerKey, Transcript, TypedText, Word
from agent.masking.call_back import CallBackNumber
from agent.ports import NewEntry, Priority, StoreRefusal
from agent.profile import OutboxSettings
from agent.said import Said
from tests.builders import T0, record_id
from tests.fakes.clock import FakeClock
from tests.fakes.device import Device, Person
from tests.fakes.forwarding import Road
from tests.fakes.memory_keys import MemoryKeys


@pytest.fixture
def road(tmp_path):
    """A device on a real store in a folder of its own, with a wire that the test controls."""
    keys, clock = MemoryKeys(), FakeClock()
    store = SqliteStore(tmp_path / "agent.db", keys, OutboxSettings(), clock)
    yield Road(Device(store, keys=keys, clock=clock))
    store.close()


SPOKEN = "我 手机 幺 三 九 一 二 三 四 五 六 七 八 麻烦 回电"
TYPED = "请打 139-1234-5678 找我，车牌京A12345"
DIGITS = "13912345678"
CANARIES = (DIGITS, "139-1234-5678", "幺三九一二三四五六七八", "幺 三 九 一 二 三 四 五 六 七 八", "京A12345")


def leaks(*texts: str | bytes) -> list[str]:
    """Which canaries stand in these texts, in any encoding in use."""
    found = []
    for canary in CANARIES:
        forms = {
            canary.encode(),
            canary.encode("utf-16-le"),
            canary.encode("gb18030"),
            base64.b64encode(canary.encode()),
        }
        forms |= {canary.encode("unicode_escape")}
        for text in texts:
            raw = text.encode() if isinstance(text, str) else text
            found += [canary for form in forms if form in raw]
    return found


def files(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in folder.rglob("*") if path.is_file()]


class BrokenEngine:
    """Fails in the middle of a sentence, with the sentence in its own message, as foreign libraries do."""

    name, model = "broken", "broken"

    def open(self, **_):
        return self

    def feed(self, pcm):
        raise RuntimeError(f"decoder state: {SPOKEN}")

    def close(self):
        """Nothing to free."""


# ---- 3 and 7, the device's side -----------------------------------------------------------------------------------


def test_one_ticket_per_record_a_pubacks_frees_nothing_only_a_receipt_does(road: Road):
    device = road.device
    device.do("rate", rating=3, agreed=True)
    road.connect()
    (sent,) = road.published()
    road.acknowledge_all()
    assert device.store.ledger().pending == 1
    road.hub_says(
        Receipt(lines=(ReceiptLine(message_id=sent, outcome="accepted", ticket_no="T-000001"),), received_at=T0)
    )
    assert device.store.ledger().receipted == 1
    assert device.store.ticket_no(sent) == "T-000001"


def test_the_broker_is_not_trusted_it_cannot_forge_a_receipt(road: Road):
    device = road.device
    device.do("rate", rating=3, agreed=True)
    road.connect()
    (sent,) = road.published()
    receipt = Receipt(lines=(ReceiptLine(message_id=sent, outcome="accepted"),), received_at=T0)
    road.hub_says(receipt, signing_key=device.keys.signing_key())
    road.hub_says(receipt, topic=topics.down("demo", "d-99999999999999999999", "receipt"))
    road.hub_says(receipt, tenant="other")
    road.arrives(topics.down("demo", device.identity.device, "receipt"), b"TC\x01rubbish")
    assert device.store.ledger().pending == 1
    assert sum(road.forwarder.link_status()["refused"].values()) == 4


def test_the_broker_is_not_trusted_it_reads_nothing(road: Road):
    road.device.engine = type(road.device.engine)(SPOKEN)
    masked = road.device.say(agreed=True, contact=DIGITS).heard("heard")["masked"]
    road.connect()
    ((_, frame),) = road.sent("feedback")
    assert masked.encode() not in frame
    assert b"record_id" not in frame
    assert leaks(frame) == []


# ---- 4 ------------------------------------------------------------------------------------------------------------


def test_unmasked_text_nowhere(road: Road, tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd):
    caplog.set_level(logging.DEBUG)
    device = road.device
    device.engine = type(device.engine)(SPOKEN, SPOKEN)
    device.do("consent_grant", purposes=["improve_service", "call_back"], period="90d")
    spoken = device.say(contact=DIGITS)
    typed = Person()
    device.requests.serve({"do": "say", "text": TYPED}, typed)
    road.connect()
    device.engine = BrokenEngine()
    with pytest.raises(RuntimeError) as broken:
        device.say()
    shown = [repr(spoken.told), repr(typed.told), repr(device.do("export", who="driver").told)]
    sent = [frame for _, _, frame in road.transport.published]
    printed = capfd.readouterr()
    assert spoken.heard("heard")["masked"] == "我手机[PHONE]麻烦回电"
    assert typed.heard("heard")["masked"] == "请打 [PHONE] 找我，车牌[PLATE]"
    assert len(files(tmp_path)) >= 1
    assert leaks(*shown, *sent, *files(tmp_path), caplog.text, printed.out, printed.err) == []
    assert leaks(*[m.model_dump_json() for m in device.waiting()]) == []
    del broken  # a foreign library's own words: the control socket tells only their kind, see the next test


def test_unmasked_text_nowhere_not_in_what_a_crash_tells(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG)

    def crash(_request, _talk):
        raise RuntimeError(f"decoder state: {SPOKEN} {DIGITS}")

    server = control_socket.ControlServer(tmp_path, crash)
    try:
        events = list(control_socket.request(tmp_path, {"do": "say", "text": TYPED}, lambda _: {}))
    finally:
        server.close()
    assert events[0]["event"] == "error"
    assert leaks(repr(events), caplog.text) == []


def test_unmasked_text_nowhere_not_in_any_repr_or_pickle():
    words = (Word(DIGITS, 0.0, 1.0, 0.9),)
    transcript = Transcript(DIGITS, words, "vosk", "m", "zh", 1.0, 0.9)
    device_entry = NewEntry(record_id(), "feedback", Priority.FEEDBACK, DIGITS.encode(), T0, readable=DIGITS.encode())
    for value in (words[0], transcript, TypedText(DIGITS), device_entry):
        assert leaks(repr(value), str(value)) == []
    for value in (transcript, TypedText(DIGITS)):
        with pytest.raises(TypeError) as caught:
            pickle.dumps(value)
        assert leaks(*traceback.format_exception(caught.value)) == []


@pytest.mark.parametrize("kind", [Transcript, TypedText, CallBackNumber], ids=lambda kind: kind.__name__)
def test_unmasked_text_nowhere_and_the_canary_sings_when_one_repr_is_undone(road: Road, kind, monkeypatch):
    device = road.device
    device.do("consent_grant", purposes=["improve_service"], period="90d")
    permit = device.pipeline.permit(device.store.find_subject("driver"))
    assert isinstance(permit, Permit)
    said = device.pipeline.read(permit, TypedText(TYPED))
    assert isinstance(said, Said)
    spoken = Transcript(DIGITS, (), "vosk", "m", "zh", 1.0)
    everything = [said, said.call_back, spoken, TypedText(DIGITS)]
    assert leaks(*map(repr, everything)) == []
    monkeypatch.setattr(kind, "__repr__", _tells_all)
    assert leaks(*map(repr, everything)) != []


def crashed_while_speaking(device: Device, monkeypatch) -> None:
    """After the words are known, before they are masked."""
    monkeypatch.setattr(type(device.pipeline), "_speech_facts", _breaks)
    device.say()


def crashed_while_keeping(device: Device, monkeypatch) -> None:
    """After masking, with a number at hand that was said for a call-back."""
    monkeypatch.setattr(device.store, "put", _breaks)
    device.say()


def crashed_while_reading(device: Device, monkeypatch) -> None:
    permit = device.pipeline.permit(device.store.find_subject("driver"))
    monkeypatch.setattr(device.clock, "monotonic", _breaks)
    device.pipeline.read(permit, TypedText(TYPED))


def _breaks(*_, **__):
    raise OSError(5, "Input/output error")


CRASHES = {Transcript: crashed_while_speaking, CallBackNumber: crashed_while_keeping, TypedText: crashed_while_reading}


@pytest.mark.parametrize("undone", [False, True], ids=["as it is", "one repr undone"])
@pytest.mark.parametrize("kind", CRASHES, ids=lambda kind: kind.__name__)
def test_unmasked_text_nowhere_one_search_over_logs_database_payloads_and_crash_output(
    road: Road, kind, undone, request
):
    tmp_path, caplog, capfd, monkeypatch = map(request.getfixturevalue, ("tmp_path", "caplog", "capfd", "monkeypatch"))
    caplog.set_level(logging.DEBUG)
    device = road.device
    device.engine = type(device.engine)(SPOKEN, SPOKEN)
    device.do("consent_grant", purposes=["improve_service"], period="90d")
    told = device.say().told
    road.connect()
    if undone:
        monkeypatch.setattr(kind, "__repr__", _tells_all)
    with pytest.raises(OSError, match="Input/output") as caught:
        CRASHES[kind](device, monkeypatch)
    # the most talkative crash reporter there is: every local variable of every frame, as logging and Sentry can do
    crash_output = "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format())
    logging.getLogger("agent").error("crash report: %s", crash_output)
    printed = capfd.readouterr()
    payloads = [frame for _, _, frame in road.transport.published]
    waiting = [message.model_dump_json() for message in device.waiting()]
    assert payloads
    assert waiting
    places = {
        "logs": [caplog.text, printed.out, printed.err],
        "database": files(tmp_path),
        "payloads": [*payloads, *waiting],
        "answers": [repr(told)],
        "crash output": [crash_output],
    }
    found = {place for place, texts in places.items() if leaks(*texts)}
    assert found == ({"logs", "crash output"} if undone else set())


def _tells_all(value) -> str:
    return " ".join(str(getattr(value, field.name)) for field in dataclasses.fields(value))


def test_unmasked_text_nowhere_only_the_masker_makes_masked_text():
    with pytest.raises(TypeError, match=r"only agent\.masking\.masker"):
        MaskedTranscript(MaskerKey(), DIGITS, ())


# ---- 5 ------------------------------------------------------------------------------------------------------------


def test_no_consent_no_capture(road: Road):
    device = road.device
    device.engine = type(device.engine)(*["空调 不凉"] * 6)
    device.say()
    device.do("consent_grant", purposes=["keep_voice_for_review"], period="90d")
    device.say()
    device.do("consent_grant", purposes=["improve_service"], period="7d")
    device.do("consent_withdraw")
    device.say()
    device.do("rate", rating=1)
    device.requests.serve({"do": "say", "text": TYPED}, Person())
    assert device.room.opened == 0
    assert device.store.ledger().accepted == 0


def test_no_consent_no_capture_the_microphone_itself_asks_for_a_permit():
    source = WavFile(Path(__file__).parent.parent / "corpora" / "speech" / "brake.wav", 60.0)
    for not_a_permit in (None, NoConsent.NEVER_GIVEN, True, "permit"):
        with pytest.raises(TypeError, match="Permit"):
            source.open(not_a_permit)


def test_no_consent_no_capture_a_grant_withdrawn_while_speaking_keeps_nothing(road: Road):
    device = road.device
    device.do("consent_grant", purposes=["improve_service"], period="90d")
    permit = device.pipeline.permit(device.store.find_subject("driver"))
    assert isinstance(permit, Permit)
    said = device.pipeline.read(permit, TypedText("空调不凉"))
    device.do("consent_withdraw")
    assert device.pipeline.keep(said) == "consent_gone"
    assert device.store.ledger().accepted == 0


def test_no_consent_no_capture_the_store_asks_too(road: Road):
    store, now = road.device.store, road.device.clock.now()
    subject = store.subject_for("driver").result()
    grant = ConsentGrant(
        record_id(9), subject, frozenset({Purpose.IMPROVE_SERVICE}), NOTICE.hash, "touch", Period.ONCE, now
    )
    entry = NewEntry(
        record_id(1), "feedback", Priority.FEEDBACK, b"frame", now, subject=subject, grant_id=grant.grant_id
    )
    assert store.put(entry).result() is StoreRefusal.CONSENT_GONE
    store.add_grant(grant).result()
    assert store.put(entry).result() is None
    again = dataclasses.replace(entry, record_id=record_id(2))
    assert store.put(again).result() is StoreRefusal.CONSENT_GONE


def test_no_consent_no_capture_withdrawn_records_are_not_sent(road: Road):
    road.device.do("consent_grant", purposes=["improve_service"], period="90d")
    road.device.do("rate", rating=2)
    road.device.do("consent_withdraw")
    road.connect()
    kinds = {topic.rpartition("/")[2] for _, topic, _ in road.transport.published}
    assert kinds == {"consent", "loss"}, "the withdrawal and the ledger"
    assert len(road.sent("consent")) == 1


# ---- 6 ------------------------------------------------------------------------------------------------------------


def test_nothing_is_published_after_erasure(road: Road, tmp_path: Path):
    device = road.device
    device.engine = type(device.engine)("空调 制冷 效果 不好", "座椅 太硬 了 坐着 腰疼")
    device.do("consent_grant", purposes=["improve_service"], period="90d")
    frames = []
    for _ in range(2):
        device.say()
        frames = [device.store.frame(e.record_id) for e in device.store.pending(10)]
    subject = device.store.find_subject("driver")
    report = device.do("erase", who="driver").heard("erased")
    assert report["keys_shredded"] == 1
    assert report["rows_deleted"] == 3, "two records, and the consent that was not told yet"
    assert report["wal_truncated"]
    road.connect()
    road.settle_down()
    assert {topic.rpartition("/")[2] for _, topic, _ in road.transport.published} <= {"erasure", "loss"}
    ((_, only),) = road.sent("erasure")
    notice = device.hub.open(only, device.keys)
    assert isinstance(notice, ErasureNotice)
    assert notice.subject == subject
    on_disk = b"".join(files(tmp_path))
    for planted in (*frames, "空调制冷效果不好".encode(), "座椅太硬了坐着腰疼".encode()):
        assert planted not in on_disk


def test_nothing_is_published_after_erasure_not_even_what_was_in_flight(road: Road):
    device = road.device
    device.do("consent_grant", purposes=["improve_service"], period="90d")
    device.do("rate", rating=2)
    road.connect()
    in_flight = {message_id for message_id, topic, _ in road.transport.published if not topic.endswith("/loss")}
    before = len(road.transport.published)
    assert {topic.rpartition("/")[2] for _, topic, _ in road.transport.published} >= {"consent", "feedback"}
    device.do("erase", who="driver")
    road.lose_link()
    road.connect()
    road.wait(1000.0)
    kinds = {topic.rpartition("/")[2] for _, topic, _ in road.transport.published[before:]}
    assert "erasure" in kinds
    assert not kinds & {"feedback", "consent"}
    assert not in_flight & {message_id for message_id, _, _ in road.transport.published[before:]}


def test_nothing_is_published_after_erasure_the_subject_never_comes_back(road: Road):
    device = road.device
    device.do("consent_grant", purposes=["improve_service"], period="90d")
    permit = device.pipeline.permit(device.store.find_subject("driver"))
    assert isinstance(permit, Permit)
    said = device.pipeline.touched(permit, 1)
    device.do("erase", who="driver")
    assert device.pipeline.keep(said) in {"subject_erased", "consent_gone"}
    assert [m.kind for m in device.waiting()] == ["erasure"]


# ---- 8 ------------------------------------------------------------------------------------------------------------


def test_the_network_is_optional(road: Road):
    """Everything a person can do, on a device that never sees a broker."""
    device = road.device
    device.online = False
    device.engine = type(device.engine)("空调 不凉", "刹车 失灵", "删除 我的 数据")
    device.do("consent_grant", purposes=["improve_service", "call_back"], period="1y")
    first = device.say(contact=DIGITS).heard("recorded")
    device.say()
    device.do("rate", rating=5)
    assert device.do("export", who=first["receipt_code"]).heard("export")["records"]
    device.do("erase", who=first["receipt_code"])
    assert device.say(Person({"confirm_erasure": {"yes": True}})).heard("erased")["records"] == 2
    device.do("consent_grant", purposes=["improve_service"], period="7d")
    device.do("rate", rating=4)
    device.do("consent_withdraw")
    ledger = device.store.ledger()
    assert ledger.accepted == 4
    assert ledger.erased == 4
    assert ledger.balanced
    assert road.transport.published == []
    assert {type(m) for m in device.waiting()} <= {ErasureNotice, ConsentStatement}


def test_what_waits_opens_for_the_hub_when_the_network_comes(road: Road):
    device = road.device
    device.online = False
    for _ in range(30):
        device.do("rate", rating=3, agreed=True)
    road.connect()
    while device.store.ledger().pending:
        lines = tuple(ReceiptLine(message_id=i, outcome="accepted") for i in road.take_published())
        assert lines, "the engine stopped sending"
        road.hub_says(Receipt(lines=lines, received_at=T0))
    opened = [device.hub.open(frame, device.keys) for _, _, frame in road.transport.published]
    assert len({m.record_id for m in opened if isinstance(m, Feedback)}) == 30
    assert sealing.HUB not in {sealing.parse(f).header.sender for _, _, f in road.transport.published}
