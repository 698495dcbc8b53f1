"""What a visitor is asked on their page: lines side by side, any of which may be left out. Pure.

- A rule whose trigger is `visit` is one line, in the order of its file; a follow-up stands below the answer it follows.
- Five answers called 1 to 5 are faces. The record's rating is the middle one of the faces, of two the worse.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, Final

from agent.contract.directives import PromptRule, PromptSet
from agent.contract.messages import Answer
from agent.contract.triggers import VISIT
from agent.contract.visit_lines import FACES, lines
from agent.errors import InputRefusedError
from agent.prompting.shipped import SHIPPED

InForce = dict[str, tuple[PromptRule, PromptSet]]
"""Rule id -> the rule, and the set that it stands in."""

_MOST: Final = 10
"""`Feedback.answers`."""


def rules_in_force(sets: Iterable[PromptSet], now: datetime) -> InForce:
    """Rule by id; one that comes again replaces the one before."""
    return {
        rule.rule_id: (rule, prompts)
        for prompts in sets
        if prompts.expires_at > now
        for rule in prompts.rules
        if rule.valid_until is None or rule.valid_until > now
    }


def shown_lines(rules: InForce) -> list[dict[str, Any]]:
    """As a page is told them."""
    return lines({rule_id: rule for rule_id, (rule, _) in rules.items()})


def visit_answers(rules: InForce, given: object) -> tuple[Answer, ...]:
    """What was touched, in the page's order, in the rules' own words.

    Args:
        rules: those in force, by id.
        given: rule id -> answer id, as the page said it.

    Raises:
        InputRefusedError: nothing, or something that the page does not offer.
    """
    if not isinstance(given, dict) or not given or len(given) > _MOST:
        raise InputRefusedError("请先点一项。Touch one of the answers first.")
    answers = fitting_answers(rules, given)
    if len(answers) != len(given):
        raise InputRefusedError("问题已更换，请重新打开这一页。The questions have changed: open this page again.")
    return answers


def fitting_answers(rules: InForce, given: Mapping[str, object]) -> tuple[Answer, ...]:
    """The same, without what does not fit: whoever gave it cannot be asked again."""
    left = {str(rule_id): str(answer_id) for rule_id, answer_id in given.items()}
    return tuple(
        one for rule, _ in rules.values() if rule.trigger == VISIT for one in _taken(rule.rule_id, rules, left)
    )


def middle_face(answers: Iterable[Answer]) -> int | None:
    """The rating that lines of faces come to, 1 to 5; None where no face was touched."""
    faces = sorted(int(one.answer_id) for one in answers if one.answer_id in FACES)
    return faces[(len(faces) - 1) // 2] if faces else None


def _taken(rule_id: str, rules: InForce, left: dict[str, str]) -> Iterator[Answer]:
    """Takes the line's answer, and those that follow it, out of what is left."""
    rule, prompts = rules[rule_id]
    chosen = left.get(rule_id)
    answer = next((one for one in rule.answers if one.answer_id == chosen), None)
    if answer is None:
        return
    del left[rule_id]
    pushed = prompts.set_id != SHIPPED
    yield Answer(
        rule_id=rule_id,
        question=rule.question_zh,
        answer_id=answer.answer_id,
        answer=answer.zh,
        set_id=prompts.set_id if pushed else None,
        set_version=prompts.version if pushed else None,
    )
    for follow_up in rule.follow_ups:
        if follow_up.ask in rules and (not follow_up.after or chosen in follow_up.after):
            yield from _taken(follow_up.ask, rules, left)
