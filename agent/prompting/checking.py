"""Whether a set of rules can work on a device at all: found out when it arrives, not when somebody is asked."""

import re
from collections.abc import Iterator
from typing import Final

from agent.contract.directives import PromptRule, PromptSet
from agent.errors import InputRefusedError
from agent.prompting.conditions import TESTS
from agent.prompting.triggers import FOLLOW_UP, TRIGGERS

LONGEST_SPOKEN: Final = 16
"""Characters of a question that is put to somebody who drives: two seconds of speech."""
PLACEHOLDER: Final = re.compile(r"\{([a-z0-9_]+)\}")
"""A fact in a question's words: "查勘员约 {eta_minutes} 分钟后到"."""


def check(prompts: PromptSet) -> None:
    """Every name stands for something.

    Raises:
        InputRefusedError: names the rule, what is wrong with it and what would be right.
    """
    rules = {rule.rule_id: rule for rule in prompts.rules}
    if len(rules) != len(prompts.rules):
        raise InputRefusedError("rules: two have the same rule_id")
    for rule in prompts.rules:
        for problem in _problems(rule, rules):
            raise InputRefusedError(f"rules.{rule.rule_id}: {problem}")


def _problems(rule: PromptRule, rules: dict[str, PromptRule]) -> Iterator[str]:
    if rule.trigger not in TRIGGERS:
        yield f"nothing on this device raises {rule.trigger!r}; known: {', '.join(TRIGGERS)}"
        return
    facts = TRIGGERS[rule.trigger]
    for condition in rule.conditions:
        if condition.fact not in facts:
            yield f"{rule.trigger} does not tell {condition.fact!r}; it tells: {', '.join(facts) or 'nothing'}"
        if condition.test not in TESTS:
            yield f"no test is called {condition.test!r}; known: {', '.join(TESTS)}"
    for fact in PLACEHOLDER.findall(rule.question_zh + rule.question_en):
        if fact not in facts:
            yield f"the question names {{{fact}}}, which {rule.trigger} does not tell"
    if rule.while_moving and len(rule.question_zh) > LONGEST_SPOKEN:
        yield f"{len(rule.question_zh)} characters are too long to be asked while driving: at most {LONGEST_SPOKEN}"
    yield from _follow_up_problems(rule, rules)


def _follow_up_problems(rule: PromptRule, rules: dict[str, PromptRule]) -> Iterator[str]:
    answers = {answer.answer_id for answer in rule.answers}
    for follow_up in rule.follow_ups:
        following = rules.get(follow_up.ask)
        if following is None:
            yield "follows up with a rule that is not in the set"
        elif following.trigger != FOLLOW_UP:
            yield f"follows up with {follow_up.ask}, whose trigger is not {FOLLOW_UP}"
        if not answers.issuperset(follow_up.after):
            yield "follows an answer that it does not offer"
    if _leads_to(rule.rule_id, rules, frozenset()):
        yield "its follow-ups lead back to it: nobody would ever be done"


def _leads_to(rule_id: str, rules: dict[str, PromptRule], seen: frozenset[str]) -> bool:
    if rule_id in seen:
        return True
    rule = rules.get(rule_id)
    asked = () if rule is None else {follow_up.ask for follow_up in rule.follow_ups}
    return any(_leads_to(name, rules, seen | {rule_id}) for name in asked)
