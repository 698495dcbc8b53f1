"""What the desk types becomes rules that a device takes, or mistakes beside the fields that they concern."""

from datetime import UTC, datetime

import pytest

from agent.contract.prompt_checking import problems
from agent.prompting.checking import check
from hub.campaigns.draft import AnswerDraft, ConditionDraft, Draft, QuestionDraft
from hub.campaigns.rules import read, rule_id
from hub.campaigns.shipped import VOTE, named, shipped

EMPTY = AnswerDraft(answer_id="a1")
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def draft(**changes):
    first = QuestionDraft(
        key="q1",
        zh="这次充电顺利吗？",
        en="Did charging go well?",
        answers=(
            AnswerDraft(answer_id="yes", zh="顺利", en="Yes", also="挺好、没问题"),
            AnswerDraft(answer_id="no", zh="不顺利", en="No", then="q2"),
        ),
    )
    then = QuestionDraft(key="q2", zh="哪里不顺利？", en="What was wrong?")
    values = {"title": "春季", "trigger": "charging_done", "questions": (first, then), "ends": "2026-03-31"}
    return Draft(**(values | changes))


def faults(of):
    return {one.place: one.code for one in read("c-0001", of, version=1, now=NOW).faults}


def one_question(**changes):
    return (QuestionDraft(**({"key": "q1", "zh": "如何？"} | changes)),)


def test_what_was_typed_becomes_rules_that_the_device_takes():
    reading = read(
        "c-0001", draft(conditions=(ConditionDraft(fact="visits", test="at_least", value="2"),)), version=7, now=NOW
    )
    assert reading.faults == ()
    prompts = reading.prompts
    check(prompts)
    first, then = prompts.rules
    assert (prompts.set_id, prompts.version) == ("c-0001", 7)
    assert (first.rule_id, first.trigger, then.rule_id, then.trigger) == (
        "c-0001.q1",
        "charging_done",
        "c-0001.q2",
        "follow_up",
    )
    assert first.follow_ups[0].after == ("no",)
    assert first.follow_ups[0].ask == "c-0001.q2"
    assert first.answers[0].also == ("挺好", "没问题")
    assert (first.conditions[0].value, first.cool_down_s, first.ask_within_s) == (2, 7 * 86_400, 1800)
    assert prompts.expires_at == datetime(2026, 3, 31, 16, 0, tzinfo=UTC), "the end of the last day in Beijing"


@pytest.mark.parametrize("one", shipped(), ids=lambda one: one.name)
def test_every_shipped_question_can_be_begun_with_and_asks_the_same(one):
    begun = one.draft().model_copy(update={"ends": "2026-04-30"})
    reading = read("c-0001", begun, version=1, now=NOW)
    assert reading.faults == ()
    first = reading.prompts.rules[0]
    same = {
        "trigger",
        "conditions",
        "question_zh",
        "question_en",
        "answers",
        "cool_down_s",
        "delay_s",
        "ask_within_s",
        "while_moving",
        "safety",
        "priority",
        "audience",
    }
    assert first.model_dump(include=same) == one.rule.model_dump(include=same)
    assert first.rule_id == (one.rule.rule_id if one.in_agent else "c-0001.q1")
    assert [f.after for f in first.follow_ups] == [f.after for f in one.rule.follow_ups]
    assert list(problems(reading.prompts)) == []


def test_a_follow_up_of_a_shipped_question_comes_along():
    begun = named("charger_kiosk.charge").draft()
    assert [one.key for one in begun.questions] == ["q1", "q2"]
    assert [answer.then for answer in begun.questions[0].answers] == ["", "q2", "q2"]
    assert [rule_id("c-1", begun, one) for one in begun.questions] == ["charge", "c-1.q2"]


def test_the_vote_on_ways_of_giving_feedback_is_shipped():
    begun = named(f"{VOTE}.{VOTE}").draft()
    assert (begun.vote, begun.begun_with, begun.replaces) == (True, "", False)
    assert [answer.answer_id for answer in begun.questions[0].answers] == ["speak", "touch", "type", "phone"]


@pytest.mark.parametrize(
    ("changes", "place", "code"),
    [
        ({"title": " "}, "title", "missing"),
        ({"title": "长" * 61}, "title", "too_long"),
        ({"trigger": ""}, "trigger", "choose"),
        ({"trigger": "moon_rises"}, "trigger", "trigger"),
        ({"conditions": (ConditionDraft(fact="plate", value="1"),)}, "c0_fact", "fact"),
        ({"conditions": (ConditionDraft(), ConditionDraft(fact="kwh", test="about", value="1"))}, "c1_test", "test"),
        ({"conditions": (ConditionDraft(fact="kwh", value="many"),)}, "c0_value", "no_number"),
        ({"conditions": (ConditionDraft(fact="kwh"),)}, "c0_value", "missing"),
        ({"questions": one_question(zh="")}, "q0_zh", "missing"),
        ({"questions": one_question(zh="长" * 301)}, "q0_zh", "too_long"),
        ({"questions": one_question(zh="约 {speed} 分钟？")}, "q0_zh", "placeholder"),
        ({"questions": one_question(en="{speed}?")}, "q0_en", "placeholder"),
        ({"questions": one_question(zh="请" * 17), "while_moving": True}, "q0_zh", "too_long_to_say"),
        ({"questions": one_question(answers=(AnswerDraft(answer_id="a1", en="x"),))}, "q0_a0_zh", "missing"),
        (
            {"questions": one_question(answers=(EMPTY, AnswerDraft(answer_id="a2", zh="长" * 301)))},
            "q0_a1_zh",
            "too_long",
        ),
        (
            {"questions": one_question(answers=(AnswerDraft(answer_id="a1", zh="好", also="很" * 41),))},
            "q0_a0_also",
            "too_long",
        ),
        (
            {"questions": one_question(answers=tuple(AnswerDraft(answer_id=f"a{n}", zh="好") for n in (1, 2)))},
            "q0_a1_zh",
            "twice",
        ),
        ({"questions": one_question(then="q9")}, "q0_then", "follows_nothing"),
        ({"questions": (*one_question(), QuestionDraft(key="q2", zh="还有？"))}, "q1_zh", "nothing_leads_here"),
        ({"cool_down": "soon"}, "cool_down", "no_whole_number"),
        ({"ask_within": "0"}, "ask_within", "no_whole_number"),
        ({"delay": "-1"}, "delay", "no_whole_number"),
        ({"priority": "200"}, "priority", "too_big"),
        ({"priority": "high"}, "priority", "no_whole_number"),
        ({"audience": "家庭"}, "audience", "odd_name"),
        ({"ends": ""}, "ends", "missing"),
        ({"ends": "tomorrow"}, "ends", "no_day"),
        ({"ends": "2026-03-01"}, "ends", "is_over"),
        ({"ends": "2028-03-01"}, "ends", "too_far"),
        ({"starts": "2026-04-02"}, "ends", "ends_first"),
        ({"starts": "x"}, "starts", "no_day"),
    ],
)  # fmt: skip
def test_a_mistake_stands_beside_its_field(changes, place, code):
    assert faults(draft(**changes)) == {place: code}


def test_questions_that_lead_in_a_circle_are_found_beside_what_leads():
    second = QuestionDraft(key="q2", zh="然后？", then="q3")
    third = QuestionDraft(key="q3", zh="再然后？", then="q2")
    found = faults(draft(questions=(*one_question(then="q2"), second, third)))
    assert found["q1_then"] == "in_a_circle"
    assert found["q2_then"] == "in_a_circle"


def test_all_mistakes_are_told_at_once():
    found = faults(draft(title="", trigger="moon_rises", ends="", cool_down="x", questions=one_question(zh="")))
    assert found == {
        "title": "missing",
        "trigger": "trigger",
        "ends": "missing",
        "cool_down": "no_whole_number",
        "q0_zh": "missing",
    }


def test_what_cannot_be_read_at_all_hides_no_other_mistake():
    long = (AnswerDraft(answer_id="a1", zh="好", also="很、" + "很" * 41 + "、" + "长" * 41),)
    found = faults(draft(audience="家庭、ok、新手", priority="500", questions=one_question(zh="{x}？", answers=long)))
    assert found == {
        "audience": "odd_name",
        "priority": "too_big",
        "q0_zh": "placeholder",
        "q0_a0_also": "too_long",
    }


def test_a_question_that_goes_leaves_nothing_that_leads_to_it():
    kept = draft().without_question("q2")
    assert [one.key for one in kept.questions] == ["q1"]
    assert [answer.then for answer in kept.questions[0].answers] == ["", ""]
    assert kept.with_question().questions[-1].key == "q2"
    assert kept.questions[0].with_answer().answers[-1].answer_id == "a1"
