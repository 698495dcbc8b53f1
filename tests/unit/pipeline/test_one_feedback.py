"""One feedback on a device whose store is in memory: what people see, and what is kept."""

import base64
from datetime import timedelta

import pytest

from agent.contract import sealing
from agent.contract.messages import ConsentStatement, ErasureNotice, Feedback
from agent.errors import InputRefusedError
from agent.ports import Priority
from agent.said import thanks_wording
from tests.fakes.device import Device, Person
from tests.fakes.memory_store import MemoryStore
from tests.fakes.scripted_engine import ScriptedEngine

AGREED = {"ask_consent": {"yes": True}}
NUMBER = "13912345678"
SPOKEN = "我 手机 幺 三 九 一 二 三 四 五 六 七 八 麻烦 回电"


def test_spoken_feedback_is_masked_thanked_and_waits_sealed():
    device = Device(MemoryStore(), SPOKEN)
    person = device.say(agreed=True)
    assert person.heard("heard")["masked"] == "我手机[PHONE]麻烦回电"
    recorded = person.heard("recorded")
    assert recorded["wording"] == "您反馈的问题已记录，24小时内答复您。"
    (record,) = device.waiting()
    assert isinstance(record, Feedback)
    assert record.receipt_code == recorded["receipt_code"]
    assert record.text is not None
    assert [s.type for s in record.text.spans] == ["PHONE"]
    assert record.text.text[record.text.spans[0].start : record.text.spans[0].end] == "[PHONE]"


def test_partial_words_are_masked_before_anyone_sees_them():
    device = Device(MemoryStore(), SPOKEN)
    person = device.say(agreed=True)
    partials = [e["masked"] for e in person.told if e["event"] == "partial"]
    assert partials
    assert partials[-1].endswith("[PHONE]麻烦")


def test_without_consent_the_person_is_asked_and_refusing_leaves_nothing():
    device = Device(MemoryStore(), "空调 不凉")
    person = device.say()
    assert person.asked == ["ask_consent"]
    assert person.heard("not_kept")["reason"] == "no_consent"
    assert device.room.opened == 0
    assert device.store.ledger().accepted == 0


def test_a_once_grant_covers_one_feedback():
    device = Device(MemoryStore(), "空调 不凉", "座椅 太硬")
    device.say(Person(AGREED))
    second = device.say()
    assert second.asked == ["ask_consent"]
    assert device.store.ledger().accepted == 1


def test_a_standing_grant_covers_many():
    device = Device(MemoryStore(), "空调 不凉", "座椅 太硬")
    device.do("consent_grant", purposes=["improve_service"], period="90d")
    for _ in range(2):
        assert device.say().asked == []
    assert device.store.ledger().accepted == 2


def test_offline_the_promise_counts_from_the_sending():
    device = Device(MemoryStore(), "空调 不凉", online=False)
    assert device.say(agreed=True).heard("recorded")["wording"] == "您反馈的问题已记录，联网发出后24小时内答复您。"
    (record,) = device.waiting()
    assert isinstance(record, Feedback)
    assert record.context.offline


def test_a_call_is_promised_only_where_a_contact_was_left():
    assert thanks_wording(contact_left=True, offline=False)[0] == "您反馈的问题已记录，24小时内联系您。"
    assert thanks_wording(contact_left=True, offline=True)[0] == "您反馈的问题已记录，联网发出后24小时内联系您。"
    assert "联系您" not in thanks_wording(contact_left=False, offline=True)[0]


def test_a_contact_is_sealed_for_the_desk_alone():
    device = Device(MemoryStore(), "空调 不凉")
    device.say(agreed=True, contact=NUMBER)
    (record,) = device.waiting()
    assert isinstance(record, Feedback)
    assert record.contact is not None
    assert record.consent.purposes == ("call_back", "improve_service")
    assert sealing.open_contact(base64.b64decode(record.contact.sealed), device.hub.desk) == NUMBER
    assert NUMBER not in record.model_dump_json()


def test_a_standing_grant_without_call_back_asks_again_for_a_contact():
    device = Device(MemoryStore(), "空调 不凉")
    device.do("consent_grant", purposes=["improve_service"], period="90d")
    person = device.say(contact=NUMBER)
    assert person.asked == ["ask_consent"]
    assert device.store.ledger().accepted == 0


def test_a_safety_sentence_goes_first_and_asks_for_a_contact():
    device = Device(MemoryStore(), "空调 不凉", "刹车 踩了 没反应")
    device.say(agreed=True)
    person = device.say(Person({"ask_contact": {"contact": NUMBER}}), agreed=True)
    assert person.asked == ["ask_contact"]
    assert [e.priority for e in device.store.pending(10)] == [Priority.SAFETY, Priority.FEEDBACK]
    first = device.waiting()[0]
    assert isinstance(first, Feedback)
    assert first.safety
    assert first.contact is not None


def test_a_safety_sentence_is_kept_without_a_contact_too():
    device = Device(MemoryStore(), "刹车 失灵")
    assert device.say(agreed=True).heard("recorded")


def test_a_number_said_for_a_call_back_is_sealed_only_when_the_person_says_yes():
    device = Device(MemoryStore(), SPOKEN)
    person = device.say(Person({"ask_call_back": {"yes": True}}), agreed=True)
    assert person.asked == ["ask_call_back"]
    (record,) = device.waiting()
    assert isinstance(record, Feedback)
    assert record.contact is not None
    assert sealing.open_contact(base64.b64decode(record.contact.sealed), device.hub.desk) == NUMBER
    assert record.consent.purposes == ("call_back", "improve_service")
    assert NUMBER not in record.model_dump_json() + repr(person)
    assert person.heard("recorded")["wording"] == "您反馈的问题已记录，24小时内联系您。"


def test_a_number_said_for_a_call_back_is_dropped_when_the_person_says_no():
    device = Device(MemoryStore(), SPOKEN)
    person = device.say(agreed=True)
    assert person.asked == ["ask_call_back"]
    (record,) = device.waiting()
    assert isinstance(record, Feedback)
    assert record.contact is None
    assert record.consent.purposes == ("improve_service",)


def test_a_number_in_a_safety_sentence_is_asked_for_before_another_is():
    device = Device(MemoryStore(), "刹车 失灵 打 我 电话 幺 三 九 一 二 三 四 五 六 七 八")
    person = device.say(Person({"ask_contact": {"contact": "13800138000"}}), agreed=True)
    assert person.asked == ["ask_call_back", "ask_contact"]
    (record,) = device.waiting()
    assert isinstance(record, Feedback)
    assert record.contact is not None
    assert sealing.open_contact(base64.b64decode(record.contact.sealed), device.hub.desk) == "13800138000"


def test_silence_records_nothing_and_says_so():
    device = Device(MemoryStore(), "")
    assert device.say(agreed=True).heard("not_kept")["reason"] == "nothing_said"
    assert device.store.ledger().accepted == 0


def test_a_rating_alone_is_a_feedback():
    device = Device(MemoryStore())
    device.do("rate", rating=2, agreed=True, scene="charging_done")
    (record,) = device.waiting()
    assert isinstance(record, Feedback)
    assert (record.rating, record.source, record.context.scene) == (2, "touch", "charging_done")


@pytest.mark.parametrize("rating", [0, 6, "5", None])
def test_a_rating_out_of_range_is_refused(rating):
    with pytest.raises(InputRefusedError, match=r"1 .* to 5"):
        Device(MemoryStore()).do("rate", rating=rating, agreed=True)


def test_a_spoken_wish_to_delete_is_confirmed_and_carried_out():
    device = Device(MemoryStore(), "空调 不凉", "删除 我的 数据")
    device.do("consent_grant", purposes=["improve_service"], period="90d")
    device.say()
    person = device.say(Person({"confirm_erasure": {"yes": True}}))
    assert person.heard("erased")["records"] == 1
    (notice,) = device.waiting()
    assert isinstance(notice, ErasureNotice)
    assert notice.scope == "subject"


def test_a_spoken_wish_to_delete_is_never_feedback():
    device = Device(MemoryStore(), "删除 我的 数据")
    person = device.say(agreed=True)
    assert person.asked == ["confirm_erasure"]
    assert person.heard("not_kept")["reason"] == "erasure_not_confirmed"
    assert device.store.ledger().accepted == 0


def test_each_kiosk_visit_is_a_subject_of_its_own():
    device = Device(MemoryStore(), anonymous=True)
    for _ in range(2):
        device.do("rate", rating=4, agreed=True)
    subjects = {record.subject for record in device.waiting() if isinstance(record, Feedback)}
    assert len(subjects) == 2


def test_who_refuses_leaves_no_trace_not_even_a_pseudonym():
    for anonymous in (False, True):
        store = MemoryStore()
        Device(store, "空调 不凉", anonymous=anonymous).say()
        assert store.find_subject("driver") is None
        assert store._subjects == set()


def test_a_receipt_finds_and_erases_its_one_record():
    device = Device(MemoryStore(), "空调 不凉", "座椅 太硬")
    device.do("consent_grant", purposes=["improve_service"], period="90d")
    first, second = (device.say().heard("recorded") for _ in range(2))
    export = device.do("export", who=first["receipt_code"].lower()).heard("export")
    assert [r["record_id"] for r in export["records"]] == [first["record_id"]]
    assert export["records"][0]["record"]["text"]["text"] == "空调不凉"
    device.do("erase", who=first["receipt_secret"])
    left = device.do("export", who="driver").heard("export")["records"]
    assert [r["record_id"] for r in left] == [second["record_id"]]


def test_nobody_is_found_under_an_unknown_name():
    with pytest.raises(InputRefusedError, match="nothing under that name"):
        Device(MemoryStore()).do("export", who="TC-0000-0000")


def test_withdrawal_purges_what_was_not_sent():
    device = Device(MemoryStore(), "空调 不凉", "座椅 太硬")
    device.do("consent_grant", purposes=["improve_service"], period="90d")
    device.say()
    assert device.do("consent_withdraw").heard("withdrawn")["unsent_records_purged"] == 1
    (told,) = device.waiting()
    assert isinstance(told, ConsentStatement)
    assert (told.event, "improve_service" in told.purposes) == ("withdrawn", True)
    assert device.say().asked == ["ask_consent"]


def test_an_expired_grant_asks_again():
    device = Device(MemoryStore(), "空调 不凉")
    device.do("consent_grant", purposes=["improve_service"], period="7d")
    device.clock.advance(timedelta(days=8).total_seconds())
    assert device.say().asked == ["ask_consent"]
    assert device.room.opened == 0


def test_an_unknown_request_says_what_to_do():
    with pytest.raises(InputRefusedError, match="update the command line"):
        Device(MemoryStore()).do("levitate")


def test_the_language_of_the_page_reaches_the_engine_and_otherwise_the_profiles():
    device = Device(MemoryStore(), "空调 不凉", "여기 소리가 나요")
    device.say(agreed=True)
    device.say(agreed=True, language="ko-KR")
    assert [language for language, _ in device.engine.asked] == ["zh", "ko"]


def test_who_was_heard_unsurely_is_asked_once_to_say_it_again_and_the_surer_hearing_counts():
    device = Device(MemoryStore())
    device.engine = ScriptedEngine("空调 不良", "空调 不凉", confidences=[0.2, 0.8])
    person = device.say(Person({"say_again": {"yes": True}}), agreed=True)
    assert person.asked == ["say_again"]
    (record,) = device.waiting()
    assert isinstance(record, Feedback)
    assert record.text is not None
    assert record.speech is not None
    assert (record.text.text, record.speech.needs_review) == ("空调不凉", False)


def test_what_stays_unsure_is_marked_for_review_and_kept():
    device = Device(MemoryStore())
    device.engine = ScriptedEngine("空调 不凉", "空调 不良", confidences=[0.25, 0.2])
    device.say(Person({"say_again": {"yes": True}}), agreed=True)
    (record,) = device.waiting()
    assert isinstance(record, Feedback)
    assert record.text is not None
    assert record.speech is not None
    assert (record.text.text, record.speech.needs_review) == ("空调不凉", True)


def test_a_figure_that_means_nothing_is_not_passed_on_and_never_counts_as_sure():
    device = Device(MemoryStore())
    device.engine = ScriptedEngine("空调 不良", "空调 不凉", confidences=[0.25, 1.0], calibrated=False)
    person = device.say(Person({"say_again": {"yes": True}}), agreed=True)
    assert person.asked == ["say_again"]  # a low one is doubtful, whatever the engine
    (record,) = device.waiting()
    assert isinstance(record, Feedback)
    assert record.text is not None
    assert record.speech is not None
    assert (record.text.text, record.speech.confidence) == ("空调不凉", None)


def test_nobody_has_to_say_it_again():
    device = Device(MemoryStore())
    device.engine = ScriptedEngine("空调 不凉", confidences=[0.2])
    assert device.say(agreed=True).heard("heard")["needs_review"]
    assert device.room.opened == 1


def test_every_mended_word_is_recorded_with_what_was_heard_and_what_it_cost():
    device = Device(MemoryStore(), "今天 杀车 有点 意想")
    device.say(agreed=True)
    (record,) = device.waiting()
    assert isinstance(record, Feedback)
    assert record.text is not None
    assert record.text.text == "今天刹车有点异响"
    assert [(m.heard, m.written) for m in record.mended] == [("杀车", "刹车"), ("有点意想", "有点异响")]
    assert all(m.cost > 0 for m in record.mended)


def test_words_of_the_site_reach_the_engine_and_the_repair():
    device = Device(MemoryStore(), "在 兰京 超冲 付不了 款", terms=("蓝鲸超充",))
    device.say(agreed=True)
    (record,) = device.waiting()
    assert isinstance(record, Feedback)
    assert record.text is not None
    assert "蓝鲸超充" in record.text.text
    assert device.engine.asked == [("zh", ("蓝鲸超充",))]
