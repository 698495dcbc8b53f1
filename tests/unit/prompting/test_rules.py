"""Rules that come with the agent or from the hub: what can work on a device, and what is refused by name."""

import pytest

from agent.contract.directives import PromptSet
from agent.contract.prompt_checking import TESTS, problems
from agent.contract.triggers import TRIGGERS
from agent.errors import InputRefusedError
from agent.profile import find_data
from agent.prompting import conditions
from agent.prompting.checking import check
from agent.prompting.shipped import read_questions
from agent.prompting.wording import worded
from tests.builders import T0

FILES = sorted((find_data("device_profiles") / "questions").glob("*.toml"))


def one(**rule) -> PromptSet:
    complete = {"rule_id": "r", "trigger": "charging_done", "question_zh": "如何？"} | rule
    return PromptSet.model_validate({"set_id": "s", "version": 1, "expires_at": T0, "rules": [complete]})


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_shipped_questions_work(path):
    prompts = read_questions(path.read_text(encoding="utf-8"), path.name)
    assert prompts.rules
    for rule in prompts.rules:
        assert rule.question_en, f"{rule.rule_id} is asked in English too"
        assert all(answer.en for answer in rule.answers)
        assert rule.question_zh[-1] in "？。"
        assert len({answer.answer_id for answer in rule.answers}) == len(rule.answers)


def test_every_kind_of_device_has_its_questions():
    assert [path.stem for path in FILES] == ["charger_kiosk", "head_unit", "service_terminal"]


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ({"trigger": "moon_rises"}, "nothing on this device raises 'moon_rises'"),
        ({"conditions": [{"fact": "plate", "test": "is", "value": 1}]}, "charging_done does not tell 'plate'"),
        ({"conditions": [{"fact": "kwh", "test": "about", "value": 1}]}, "no test is called 'about'"),
        ({"question_zh": "{speed}？"}, "names {speed}"),
        ({"while_moving": True, "question_zh": "请" * 17}, "17 characters are too long"),
        ({"follow_ups": [{"ask": "nobody"}]}, "not in the set"),
        ({"follow_ups": [{"ask": "r"}]}, "whose trigger is not follow_up"),
        ({"trigger": "follow_up", "follow_ups": [{"ask": "r"}]}, "lead back to it"),
        ({"follow_ups": [{"ask": "r", "after": ["yes"]}], "trigger": "follow_up"}, "does not offer"),
    ],
)
def test_a_rule_that_cannot_work_is_refused_by_name(rule, words):
    with pytest.raises(InputRefusedError, match=r"^rules\.r: ") as caught:
        check(one(**rule))
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[rule]", "q.toml is not TOML"),
        ('[[rule]]\nrule_id = "r"\ntrigger = "button"\n', "q.toml: rules.0.question_zh: Field required"),
        ('[[rule]]\nrule_id = "r"\ntrigger = "x"\nquestion_zh = "？"\n', "q.toml: rules.r: nothing on this device"),
        (
            '[[rule]]\nrule_id = "r"\ntrigger = "button"\nquestion_zh = "？"\ncooldown = 3\n',
            "q.toml: rule.r.cooldown: no rule has this field",
        ),
    ],
)
def test_a_file_that_cannot_be_used_says_where(text, words):
    with pytest.raises(InputRefusedError) as caught:
        read_questions(text, "q.toml")
    assert str(caught.value).startswith(words)


def test_words_take_in_the_facts_or_nothing_is_asked():
    assert worded("约 {eta_minutes} 分钟", {"eta_minutes": 20}) == "约 20 分钟"
    assert worded("约 {eta_minutes} 分钟", {}) is None
    assert worded("如何？", {}) == "如何？"


def test_no_trigger_tells_a_place_or_a_person():
    told = {fact for facts in TRIGGERS.values() for fact in facts}
    assert not told & {"lat", "lon", "latitude", "longitude", "position", "plate", "vin", "name", "phone", "address"}


def test_every_test_that_a_rule_may_name_is_one_that_the_device_can_do():
    assert set(TESTS) == set(conditions.TESTS)


def test_every_problem_names_the_field_that_it_concerns():
    prompts = PromptSet.model_validate(
        {
            "set_id": "s",
            "version": 1,
            "expires_at": T0,
            "rules": [
                {
                    "rule_id": "a",
                    "trigger": "charging_done",
                    "question_zh": "{x}？",
                    "question_en": "{y}?",
                    "conditions": [{"fact": "kwh", "test": "is"}, {"fact": "plate", "test": "about"}],
                    "answers": [{"answer_id": "yes", "zh": "是"}],
                    "follow_ups": [{"after": ["yes"], "ask": "b"}, {"after": ["no"], "ask": "nobody"}],
                },
                {"rule_id": "b", "trigger": "moon_rises", "question_zh": "？"},
            ],
        }
    )
    assert [(one.rule_id, one.place) for one in problems(prompts)] == [
        ("a", "conditions.1.fact"),
        ("a", "conditions.1.test"),
        ("a", "question_zh"),
        ("a", "question_en"),
        ("a", "follow_ups.0.ask"),
        ("a", "follow_ups.1.ask"),
        ("a", "follow_ups.1.after"),
        ("b", "trigger"),
    ]
