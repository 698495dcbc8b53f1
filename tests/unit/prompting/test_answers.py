"""Answers in free words, matched to what was offered."""

import pytest

from agent.profile import find_data
from agent.prompting.answers import SURE_ENOUGH, understood
from agent.prompting.shipped import read_questions

RULES = {
    rule.rule_id: rule
    for rule in read_questions(
        (find_data("device_profiles") / "questions" / "head_unit.toml").read_text(encoding="utf-8"), "head_unit.toml"
    ).rules
}


@pytest.mark.parametrize(
    ("rule", "said", "answer"),
    [
        ("charge", "快", "fast"),
        ("charge", "嗯，有点慢。", "slow"),
        ("charge", "付款麻烦", "payment"),
        ("charge", "不快", "slow"),
        ("charge", "速度不慢", "fast"),
        ("charge", "扫码扫了三次都扫不上", "payment"),
        ("charge", "等了半个多小时", "slow"),
        ("battery_hot", "赶紧叫救援", "yes"),
        ("battery_hot", "不用了谢谢", "no"),
        ("battery_hot", "我没事", "no"),
        ("surveyor", "不满意", "unsatisfied"),
        ("surveyor", "满意", "satisfied"),
        ("surveyor", "还没来呢", "not_here_yet"),
        ("where_to_repair", "去四S店", "dealer"),
        ("where_to_repair", "就近的修理厂吧", "partner"),
    ],
)
def test_what_people_say_is_matched_to_what_was_offered(rule, said, answer):
    choice = understood(said, RULES[rule].answers)
    assert choice is not None
    assert choice.answer_id == answer
    assert choice.confidence >= SURE_ENOUGH


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("charge", "空调不凉"),
        ("charge", "慢得要命还扣费不对"),
        ("battery_hot", "今天天气真热"),
        ("surveyor", ""),
        ("charge", "，。"),
    ],
)
def test_what_fits_none_or_two_alike_stays_free_words(rule, said):
    assert understood(said, RULES[rule].answers) is None


def test_a_question_in_free_words_has_nothing_to_choose():
    assert understood("快", ()) is None
