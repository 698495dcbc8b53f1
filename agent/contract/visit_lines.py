"""A visitor's page as its device tells it: lines with answers, and which line follows which answer. Pure."""

from collections.abc import Mapping
from typing import Any, Final

from agent.contract.directives import PromptRule
from agent.contract.triggers import VISIT

FACES: Final = ("1", "2", "3", "4", "5")
"""Answers of these ids are drawn as faces."""


def lines(rules: Mapping[str, PromptRule]) -> list[dict[str, Any]]:
    """The rules whose trigger is `visit`, in their order.

    Args:
        rules: by id, with those that follow.
    """
    return [_line(rule, rules) for rule in rules.values() if rule.trigger == VISIT and rule.answers]


def _line(rule: PromptRule, rules: Mapping[str, PromptRule]) -> dict[str, Any]:
    return {
        "rule": rule.rule_id,
        "zh": rule.question_zh,
        "en": rule.question_en,
        "faces": tuple(one.answer_id for one in rule.answers) == FACES,
        "answers": [{"id": one.answer_id, "zh": one.zh, "en": one.en} for one in rule.answers],
        "then": [
            {"after": list(one.after), **_line(rules[one.ask], rules)}
            for one in rule.follow_ups
            if one.ask in rules and rules[one.ask].answers
        ],
    }
