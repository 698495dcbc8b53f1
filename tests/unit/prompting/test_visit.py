"""What a visitor's page asks: lines that may be left out, in the rules' own words."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from agent.errors import InputRefusedError
from agent.prompting.shipped import read_questions
from agent.prompting.visit import middle_face, rules_in_force, shown_lines, visit_answers

QUESTIONS = Path(__file__).parents[3] / "device_profiles" / "questions"
NOW = datetime(2026, 3, 1, tzinfo=UTC)


def shipped(kind):
    return read_questions((QUESTIONS / f"{kind}.toml").read_text(encoding="utf-8"), kind)


def rules(kind):
    return rules_in_force([shipped(kind)], NOW)


def test_a_terminal_asks_for_quality_attitude_and_waiting_by_faces():
    asked = shown_lines(rules("service_terminal"))
    assert [(one["zh"].partition("：")[0], one["faces"]) for one in asked] == [
        ("维修质量", True),
        ("服务态度", True),
        ("等待时间", True),
    ]


def test_a_chargers_page_drills_down_after_slow_and_payment_alone():
    charge, overall = shown_lines(rules("charger_kiosk"))
    assert [one["zh"] for one in charge["answers"]] == ["快", "慢", "支付麻烦"]
    (why,) = charge["then"]
    assert (why["after"], [one["zh"] for one in why["answers"]]) == (
        ["slow", "payment"],
        ["选址", "充电速度", "支付便捷性"],
    )
    assert overall["faces"]


def test_a_question_of_an_event_is_not_a_line():
    assert {"third_repair", "first_service", "after_repair"}.isdisjoint(
        one["rule"] for one in shown_lines(rules("service_terminal"))
    )


def test_answers_stand_in_the_pages_order_with_the_rules_words():
    given = {"charge_why": "speed", "visit_overall": "2", "visit_charge": "slow"}
    answers = visit_answers(rules("charger_kiosk"), given)
    assert [(a.rule_id, a.answer_id, a.answer) for a in answers] == [
        ("visit_charge", "slow", "慢"),
        ("charge_why", "speed", "充电速度"),
        ("visit_overall", "2", "不太好"),
    ]


@pytest.mark.parametrize(
    "given",
    [
        {},
        None,
        ["visit_charge"],
        {"visit_charge": "purple"},
        {"unheard_of": "slow"},
        {"charge": "slow"},  # of an event, not of the page
        {"charge_why": "speed"},  # follows nothing
        {"visit_charge": "fast", "charge_why": "speed"},  # does not follow this
        {f"line_{n}": "1" for n in range(11)},
    ],
)
def test_what_the_page_does_not_offer_is_refused_and_nothing_is_taken(given):
    with pytest.raises(InputRefusedError):
        visit_answers(rules("charger_kiosk"), given)


@pytest.mark.parametrize(
    ("faces", "rating"),
    [("4", 4), ("15", 1), ("451", 4), ("335", 3), ("", None)],
)
def test_the_rating_is_the_middle_face_and_of_two_the_worse(faces, rating):
    terminal = rules("service_terminal")
    names = [one["rule"] for one in shown_lines(terminal)]
    given = dict(zip(names, faces, strict=False))
    assert middle_face(visit_answers(terminal, given) if given else ()) == rating


def test_a_pushed_set_replaces_a_line_and_one_that_has_ended_does_not():
    own = shipped("service_terminal")
    changed = own.rules[-1].model_copy(update={"question_zh": "等候：等了多久？"})
    pushed = own.model_copy(update={"set_id": "site", "rules": (changed,), "expires_at": NOW + timedelta(days=1)})
    assert shown_lines(rules_in_force([own, pushed], NOW))[-1]["zh"] == "等候：等了多久？"
    (answer,) = visit_answers(rules_in_force([own, pushed], NOW), {changed.rule_id: "3"})
    assert (answer.set_id, answer.set_version, answer.question) == ("site", own.version, "等候：等了多久？")
    ended = pushed.model_copy(update={"expires_at": NOW})
    assert shown_lines(rules_in_force([own, ended], NOW))[-1]["zh"] == own.rules[-1].question_zh
