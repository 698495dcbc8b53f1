"""Answers to the device's questions: one record a conversation, by touch or in words, under the consent that fits."""

from concurrent.futures import Future

import pytest

from agent.answering import Answering
from agent.consent.notice import ANSWER, TOUCH_NOTICES
from agent.errors import InputRefusedError
from agent.feedback.transcript import TypedText
from agent.masking.masker import Masker, joined
from agent.ports import Priority
from agent.profile import find_data
from agent.prompting.history import Limits
from agent.prompting.shipped import read_questions
from agent.questioning import PARKED_S, Questioning
from tests.builders import prompt_set
from tests.fakes.device import Device, Person
from tests.fakes.memory_store import MemoryStore

WORDS = {"question_zh": "顺利吗？", "answers": ({"answer_id": "yes", "zh": "顺利"},)}


class Asked(MemoryStore):
    """A store in memory that remembers no question."""

    def asked(self):
        return ()

    def not_asked(self):
        return {}

    def remember_asked(self, question):
        return _now()

    def count_not_asked(self, reasons):
        return _now()


def _now():
    done = Future()
    done.set_result(None)
    return done


class Asking:
    """A device whose questions are asked at once."""

    def __init__(self, *sentences, anonymous=False, own=None, questions="head_unit"):
        self.device = Device(Asked(), *sentences, anonymous=anonymous)
        file = find_data("device_profiles") / "questions" / f"{questions}.toml"
        self.questions = Questioning(
            own=own or read_questions(file.read_text(encoding="utf-8"), file.name),
            store=self.device.store,
            clock=self.device.clock,
            limits=Limits(None, None),
            parked=True,
            left_alone=self._left_alone,
        )
        self.answering = Answering(
            self.questions, self.device.requests, self.device.store, knows_drivers=True, visit_scene="repair_done"
        )

    def _left_alone(self, conversation):
        self.answering.left_alone(conversation)

    def happens(self, trigger="charging_done"):
        return self.do("trigger", trigger=trigger)

    def do(self, what, person=None, **request):
        person = person or Person()
        self.answering.serve({"do": what, **request}, person)
        return person

    def touches(self, answer, **more):
        number = self.questions.question.number
        return self.do("answer", question=number, answer=answer, touch=True, agreed=True, **more)

    def says(self, **more):
        person = Person({"ask_consent": {"yes": True}})
        return self.do("say", person, question=self.questions.question.number, wav="in-the-test.wav", **more)

    def record(self):
        (record,) = [one for one in self.device.waiting() if one.kind == "feedback"]
        return record


def chosen(record):
    return [(a.rule_id, a.answer_id) for a in record.answers]


def test_touched_answers_become_one_record_under_the_notice_beside_them():
    asking = Asking()
    asking.happens()
    assert asking.touches("slow").heard("asking")["asks"]["rule"] == "charge_why"
    assert asking.device.waiting() == []
    assert asking.touches("speed").heard("recorded")["receipt_code"]
    record = asking.record()
    assert chosen(record) == [("charge", "slow"), ("charge_why", "speed")]
    assert [a.confidence for a in record.answers] == [None, None]
    assert (record.context.scene, record.context.trigger, record.text, record.rating) == (
        "charging_done",
        "vehicle",
        None,
        None,
    )
    (entry,) = asking.device.store.pending(10)
    assert entry.priority is Priority.ANSWER


def test_an_answer_names_the_pushed_set_whose_question_it_answers_and_the_devices_own_none():
    rule = {"rule_id": "charge", "trigger": "charging_done"} | WORDS
    asking = Asking(own=prompt_set(6, set_id="c-0001", rules=(rule,)))
    asking.happens()
    asking.touches("yes")
    assert [(a.set_id, a.set_version) for a in asking.record().answers] == [("c-0001", 6)]
    other = Asking()
    other.happens()
    other.touches("fast")
    assert [(a.set_id, a.set_version) for a in other.record().answers] == [(None, None)]


def test_without_the_notice_on_the_screen_a_touch_is_asked_for_consent_and_refusing_keeps_nothing():
    asking = Asking()
    asking.happens("battery_checked")
    refusing = asking.do("answer", question=asking.questions.question.number, answer="satisfied")
    assert refusing.asked == ["ask_consent"]
    assert refusing.heard("not_kept")["reason"] == "no_consent"
    assert asking.device.waiting() == []


def test_an_answer_in_words_has_both_the_words_and_the_answer_they_mean():
    asking = Asking("付款有点麻烦")
    asking.happens()
    told = asking.says()
    assert told.heard("heard")["meant"]["id"] == "payment"
    asking.do("leave", question=asking.questions.question.number)
    record = asking.record()
    (answer,) = record.answers
    assert (answer.answer_id, answer.answer, record.text.text) == ("payment", "支付麻烦", "付款有点麻烦")
    assert 0.5 <= answer.confidence <= 1
    assert record.marks == ()


def test_two_sentences_of_one_conversation_are_one_record_and_stay_masked():
    asking = Asking("有点慢打我电话13800138000", "充电速度太慢我叫王小明")
    asking.happens()
    asking.says()
    asking.says()
    record = asking.record()
    assert chosen(record) == [("charge", "slow"), ("charge_why", "speed")]
    assert record.text.text == "有点慢打我电话[PHONE]；充电速度太慢我叫[NAME]"
    assert [record.text.text[s.start : s.end] for s in record.text.spans] == ["[PHONE]", "[NAME]"]


def test_words_that_mean_no_offered_answer_are_kept_and_marked_where_they_say_nothing():
    asking = Asking("不知道")
    asking.happens()
    asking.says()
    record = asking.record()
    assert chosen(record) == [("charge", None)]
    assert [(m.mark, m.reason) for m in record.marks] == [("perfunctory", "no_more_than_a_nod")]


def test_a_sentence_that_was_said_before_is_kept_and_marked_until_its_subject_is_erased():
    asking = Asking("三号枪插不进去试了三次", "三号枪插不进去，试了三次", "三号枪插不进去试了三次")
    agreeing = {"ask_consent": {"yes": True}, "confirm_erasure": {"yes": True}}
    for _ in range(2):
        asking.device.say(Person(agreeing))
    assert [[m.mark for m in one.marks] for one in asking.device.waiting() if one.kind == "feedback"] == [
        [],
        ["repeated"],
    ]
    asking.device.do("erase", Person(agreeing), who="driver")
    asking.device.say(Person(agreeing))
    assert asking.record().marks == ()


def test_what_was_answered_is_kept_when_nobody_reacts_any_more():
    asking = Asking()
    asking.happens()
    asking.touches("slow")
    asking.device.clock.advance(PARKED_S)
    asking.questions.tick()
    assert chosen(asking.record()) == [("charge", "slow")]


def test_what_was_answered_is_kept_when_the_agent_stops():
    asking = Asking()
    asking.happens()
    asking.touches("slow")
    asking.answering.close()
    assert chosen(asking.record()) == [("charge", "slow")]


def test_a_question_that_is_left_is_no_record():
    asking = Asking()
    asking.happens()
    assert asking.do("leave", question=asking.questions.question.number).heard("left")
    assert asking.device.waiting() == []


def test_a_late_touch_and_one_that_is_not_offered_change_nothing():
    asking = Asking()
    asking.happens()
    number = asking.questions.question.number
    with pytest.raises(InputRefusedError, match="does not offer"):
        asking.touches("purple")
    asking.do("leave", question=number)
    late = asking.do("answer", question=number, answer="slow", touch=True, agreed=True)
    assert late.heard("not_kept")["reason"] == "question_gone"
    assert asking.device.waiting() == []


def test_an_answer_about_danger_is_urgent():
    asking = Asking()
    asking.happens("battery_hot")
    asking.touches("yes")
    assert asking.record().safety
    assert asking.device.store.pending(1)[0].priority is Priority.SAFETY


def test_on_a_quiet_trip_an_answer_by_touch_is_still_kept():
    asking = Asking()
    asking.happens("battery_hot")
    asking.device.do("not_this_trip", on=True)
    assert asking.touches("yes").heard("recorded")
    assert asking.record().text is None


def test_joined_texts_keep_every_masked_place_where_it_now_stands():
    masker = Masker(bytes(32))
    first, second = (masker.mask(TypedText(text)) for text in ("电话13800138000", "车牌沪A12345坏了"))
    both = joined(first, second)
    assert [both.text[s.masked_start : s.masked_end] for s in both.spans] == ["[PHONE]", "[PLATE]"]


LINES = {"repair_quality": "4", "waiting_time": "1"}


def visits(**more):
    asking = Asking(anonymous=True, questions="service_terminal")
    return asking, asking.do("visit", answers=LINES, touch=True, agreed=True, anonymous=True, entry="face", **more)


def test_lines_that_a_visitor_touched_become_one_record_with_the_middle_face():
    asking, person = visits()
    assert person.heard("recorded")["receipt_code"]
    record = asking.record()
    assert chosen(record) == [("repair_quality", "4"), ("waiting_time", "1")]
    assert (record.rating, record.context.scene, record.context.entry) == (1, "repair_done", "face")
    assert record.consent.notice_hash == TOUCH_NOTICES[ANSWER].hash


def test_lines_without_their_notice_on_the_screen_are_asked_for_consent():
    asking = Asking(anonymous=True, questions="service_terminal")
    person = asking.do("visit", answers=LINES, anonymous=True)
    assert person.asked == ["ask_consent"]
    assert asking.device.waiting() == []


def test_a_sentence_beside_the_lines_is_masked_and_in_the_same_record():
    asking = Asking(anonymous=True, questions="service_terminal")
    person = Person({"ask_consent": {"yes": True}})
    asking.do("say", person, answers=LINES, text="等了两个小时，打我电话13800138000", anonymous=True)
    record = asking.record()
    assert chosen(record) == [("repair_quality", "4"), ("waiting_time", "1")]
    assert record.text.text == "等了两个小时，打我电话[PHONE]"


def test_lines_that_the_device_does_not_offer_keep_nothing_of_the_sentence_either():
    asking = Asking(anonymous=True, questions="service_terminal")
    with pytest.raises(InputRefusedError, match="have changed"):
        asking.do("say", answers={"colour": "red"}, text="等了两个小时", anonymous=True)
    assert asking.device.waiting() == []
