"""Whether a set of rules can work on a device at all: the same answer on the device and where the rules are written.

A device answers by its own version of this: one that is older may know fewer triggers, and refuses what this lets pass.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from agent.contract.directives import PromptRule, PromptSet
from agent.contract.triggers import FOLLOW_UP, TRIGGERS

TESTS: Final = ("is", "is_not", "one_of", "at_least", "at_most")
"""How a fact can be looked at; `agent.prompting.conditions` does it."""
LONGEST_SPOKEN: Final = 16
"""Characters of a question that is put to somebody who drives: two seconds of speech."""
PLACEHOLDER: Final = re.compile(r"\{([a-z0-9_]+)\}")
"""A fact in a question's words: "查勘员约 {eta_minutes} 分钟后到"."""

_SENTENCES: Final = {
    "same_id": "two have the same rule_id",
    "trigger": "nothing on this device raises {name!r}; known: {known}",
    "fact": "{trigger} does not tell {name!r}; it tells: {known}",
    "test": "no test is called {name!r}; known: {known}",
    "placeholder": "the question names {{{name}}}, which {trigger} does not tell",
    "too_long_to_say": "{chars} characters are too long to be asked while driving: at most {most}",
    "follows_nothing": "follows up with a rule that is not in the set",
    "follows_a_trigger": "follows up with {name}, whose trigger is not {trigger}",
    "after_nothing": "follows an answer that it does not offer",
    "in_a_circle": "its follow-ups lead back to it: nobody would ever be done",
}
"""Code -> what is wrong, for people; another surface may have words of its own for a code."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a rule cannot work."""

    rule_id: str
    """Empty: the set as a whole."""
    place: str
    """The field it concerns, as `conditions.0.fact`."""
    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    """What the words for the code take in: names of the contract, never anybody's words."""

    def __str__(self) -> str:
        place = f"rules.{self.rule_id}" if self.rule_id else "rules"
        return f"{place}: {_SENTENCES[self.code].format(**self.values)}"


def problems(prompts: PromptSet) -> Iterator[Problem]:
    """Everything for which a device would refuse this set, rule by rule."""
    rules = {rule.rule_id: rule for rule in prompts.rules}
    if len(rules) != len(prompts.rules):
        yield Problem("", "rule_id", "same_id")
    for rule in prompts.rules:
        yield from _of_rule(rule, rules)


def _of_rule(rule: PromptRule, rules: dict[str, PromptRule]) -> Iterator[Problem]:
    if rule.trigger not in TRIGGERS:
        known = ", ".join(TRIGGERS)
        yield Problem(rule.rule_id, "trigger", "trigger", {"name": rule.trigger, "known": known})
        return
    facts = TRIGGERS[rule.trigger]
    for number, condition in enumerate(rule.conditions):
        place = f"conditions.{number}"
        if condition.fact not in facts:
            told = {"trigger": rule.trigger, "name": condition.fact, "known": ", ".join(facts) or "nothing"}
            yield Problem(rule.rule_id, f"{place}.fact", "fact", told)
        if condition.test not in TESTS:
            values = {"name": condition.test, "known": ", ".join(TESTS)}
            yield Problem(rule.rule_id, f"{place}.test", "test", values)
    for place in ("question_zh", "question_en"):
        for fact in PLACEHOLDER.findall(getattr(rule, place)):
            if fact not in facts:
                yield Problem(rule.rule_id, place, "placeholder", {"name": fact, "trigger": rule.trigger})
    if rule.while_moving and len(rule.question_zh) > LONGEST_SPOKEN:
        lengths = {"chars": len(rule.question_zh), "most": LONGEST_SPOKEN}
        yield Problem(rule.rule_id, "question_zh", "too_long_to_say", lengths)
    yield from _of_follow_ups(rule, rules)


def _of_follow_ups(rule: PromptRule, rules: dict[str, PromptRule]) -> Iterator[Problem]:
    answers = {answer.answer_id for answer in rule.answers}
    for number, follow_up in enumerate(rule.follow_ups):
        place = f"follow_ups.{number}"
        following = rules.get(follow_up.ask)
        if following is None:
            yield Problem(rule.rule_id, f"{place}.ask", "follows_nothing")
        elif following.trigger != FOLLOW_UP:
            names = {"name": follow_up.ask, "trigger": FOLLOW_UP}
            yield Problem(rule.rule_id, f"{place}.ask", "follows_a_trigger", names)
        if not answers.issuperset(follow_up.after):
            yield Problem(rule.rule_id, f"{place}.after", "after_nothing")
    if _leads_to(rule.rule_id, rules, frozenset()):
        yield Problem(rule.rule_id, "follow_ups", "in_a_circle")


def _leads_to(rule_id: str, rules: dict[str, PromptRule], seen: frozenset[str]) -> bool:
    if rule_id in seen:
        return True
    rule = rules.get(rule_id)
    asked = () if rule is None else {follow_up.ask for follow_up in rule.follow_ups}
    return any(_leads_to(name, rules, seen | {rule_id}) for name in asked)
