"""The questions that come with the agent, as beginnings of a campaign."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from agent.contract.directives import FollowUp, PromptRule
from agent.contract.triggers import FOLLOW_UP
from hub.campaigns.draft import AnswerDraft, ConditionDraft, Draft, QuestionDraft
from hub.errors import OperatorNeededError

VOTE = "feedback_ways"
"""The question whose answers are the ways of giving feedback."""
_FOLDERS = ("questions", "campaigns")
_MINUTE_S = 60
_UNITS = (("day", 86_400), ("hour", 3600), ("minute", _MINUTE_S))


@dataclass(frozen=True, slots=True)
class Shipped:
    """A question to begin with."""

    source: str
    """The file that it stands in: a kind of device, or the name of a campaign."""
    rule: PromptRule
    rules: tuple[PromptRule, ...]
    """All of that file, for what follows it."""
    in_agent: bool
    """Whether devices ask it by themselves, so that a campaign can take its place."""

    @property
    def name(self) -> str:
        """Of this question among all: `charger_kiosk.charge`."""
        return f"{self.source}.{self.rule.rule_id}"

    def draft(self) -> Draft:
        """A campaign that asks the same."""
        rule = self.rule
        keys = {one.rule_id: f"q{number}" for number, one in enumerate(_conversation(rule, self.rules), start=1)}
        unit, length = next(one for one in _UNITS if rule.cool_down_s % one[1] == 0)
        return Draft(
            title=rule.question_zh[:60],
            trigger=rule.trigger,
            conditions=tuple(
                ConditionDraft(fact=one.fact, test=one.test, value=_typed(one.value)) for one in rule.conditions
            ),
            questions=tuple(_question(one, keys) for one in _conversation(rule, self.rules)),
            cool_down=str(rule.cool_down_s // length),
            cool_down_unit=unit,
            ask_within=str(rule.ask_within_s // _MINUTE_S),
            delay=str(rule.delay_s // _MINUTE_S),
            priority=str(rule.priority),
            while_moving=rule.while_moving,
            safety=rule.safety,
            audience="、".join(rule.audience),
            begun_with=rule.rule_id if self.in_agent else "",
            replaces=self.in_agent,
            vote=rule.rule_id == VOTE,
        )


@cache
def shipped() -> tuple[Shipped, ...]:
    """All of them, by file; not what only follows another one.

    Raises:
        OperatorNeededError: they are missing from this installation.
    """
    return tuple(_read())


def named(name: str) -> Shipped | None:
    """The one of this name."""
    return next((one for one in shipped() if one.name == name), None)


def _read() -> Iterator[Shipped]:
    for folder in _FOLDERS:
        for file in sorted(_folder(folder).glob("*.toml")):
            rules = tuple(map(PromptRule.model_validate, tomllib.loads(file.read_text(encoding="utf-8"))["rule"]))
            for rule in rules:
                if rule.trigger != FOLLOW_UP:
                    yield Shipped(file.stem, rule, rules, in_agent=folder == "questions")


def _folder(name: str) -> Path:
    package = Path(str(files("agent")))
    for root in (package / "data", package.parent):
        if (root / "device_profiles" / name).is_dir():
            return root / "device_profiles" / name
    raise OperatorNeededError(
        f"device_profiles/{name} is missing from this installation: reinstall the package tingche."
    )


def _conversation(first: PromptRule, rules: tuple[PromptRule, ...]) -> list[PromptRule]:
    """The question and all that can follow it, in the order in which they are met."""
    known = {rule.rule_id: rule for rule in rules}
    met = [first]
    for rule in met:
        met += [known[one.ask] for one in rule.follow_ups if one.ask in known and known[one.ask] not in met]
    return met


def _question(rule: PromptRule, keys: dict[str, str]) -> QuestionDraft:
    after: dict[str, str] = {}
    whatever = ""
    for follow_up in rule.follow_ups:
        whatever = whatever or (keys[follow_up.ask] if not follow_up.after else "")
        after = {**_leading(follow_up, keys), **after}
    return QuestionDraft(
        key=keys[rule.rule_id],
        zh=rule.question_zh,
        en=rule.question_en,
        answers=tuple(
            AnswerDraft(
                answer_id=one.answer_id,
                zh=one.zh,
                en=one.en,
                also="、".join(one.also),
                then=after.get(one.answer_id, ""),
            )
            for one in rule.answers
        ),
        then=whatever,
    )


def _leading(follow_up: FollowUp, keys: dict[str, str]) -> dict[str, str]:
    return dict.fromkeys(follow_up.after, keys[follow_up.ask])


def _typed(value: object) -> str:
    if isinstance(value, list):
        return "、".join(map(str, value))
    if isinstance(value, bool):
        return "是" if value else "否"
    return str(value)
