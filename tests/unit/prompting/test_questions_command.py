"""`tingche-agent questions`, as whoever edits a file meets it."""

import json
import re

import pytest
from click.testing import CliRunner

from agent.commands.questions import questions
from agent.errors import InputRefusedError


def told(*words: str) -> str:
    result = CliRunner().invoke(questions, words, catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


def test_the_questions_of_a_kind_of_device_are_shown_with_where_each_answer_leads():
    shown = told("charger_kiosk")
    assert "本次充电体验如何？" in shown
    assert "支付麻烦  → charge_why" in shown


def test_a_sentence_is_tried_on_a_question():
    assert told("head_unit", "--rule", "charge", "--said", "付款麻烦").startswith("支付麻烦  payment")
    assert json.loads(told("head_unit", "--rule", "charge", "--said", "空调不凉", "--json")) == {
        "answer": None,
        "confidence": None,
    }


def test_every_rule_is_a_json_line_for_machines():
    lines = [json.loads(line) for line in told("service_terminal", "--json").splitlines()]
    assert [line["rule_id"] for line in lines][:2] == ["third_repair", "first_service"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["moon"], "neither a file nor a kind of device: charger_kiosk, head_unit, service_terminal"),
        (["head_unit", "--rule", "nobody"], "head_unit has no rule 'nobody'"),
        (["head_unit", "--said", "快"], "--said needs --rule"),
    ],
)
def test_a_wrong_call_says_what_would_be_right(words, says):
    with pytest.raises(InputRefusedError, match=re.escape(says)):
        told(*words)


def test_a_changed_file_is_checked(tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text('[[rule]]\nrule_id = "r"\ntrigger = "buton"\nquestion_zh = "？"\n', encoding="utf-8")
    with pytest.raises(InputRefusedError, match=r"mine\.toml: rules\.r: nothing on this device raises 'buton'"):
        told(str(file))
