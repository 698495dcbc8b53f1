"""A campaign as somebody types it: nothing but text, so that whatever was typed can be kept and shown again."""

from collections.abc import Iterator
from typing import Self

from pydantic import BaseModel, ConfigDict

MOST_QUESTIONS = 10
"""In one conversation, as a record can hold them."""
MOST_ANSWERS = 20
MOST_CONDITIONS = 20


class _Typed(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)


class AnswerDraft(_Typed):
    """One answer to choose."""

    answer_id: str
    zh: str = ""
    en: str = ""
    also: str = ""
    """What people say for it, with commas between."""
    then: str = ""
    """Key of the question that follows; empty: none."""

    @property
    def blank(self) -> bool:
        """Whether nothing was typed."""
        return not (self.zh.strip() or self.en.strip() or self.also.strip())


class QuestionDraft(_Typed):
    """One question of the conversation. The first one is what the event raises; the others follow answers."""

    key: str
    """Within the campaign, for good: answers are counted by it."""
    zh: str = ""
    en: str = ""
    answers: tuple[AnswerDraft, ...] = ()
    then: str = ""
    """Key of the question that follows whatever was answered."""

    def with_answer(self) -> Self:
        """One more answer, empty."""
        used = {answer.answer_id for answer in self.answers}
        fresh = next(name for number in range(1, 1000) if (name := f"a{number}") not in used)
        return self.model_copy(update={"answers": (*self.answers, AnswerDraft(answer_id=fresh))})


class ConditionDraft(_Typed):
    """One thing that must hold."""

    fact: str = ""
    test: str = "at_least"
    value: str = ""

    @property
    def blank(self) -> bool:
        """Whether nothing was chosen."""
        return not (self.fact or self.value.strip())


class TargetDraft(_Typed):
    """Which devices: those that fit everything that is named."""

    everybody: bool = False
    kinds: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    phases: tuple[int, ...] = ()


class Draft(_Typed):
    """Everything of a campaign that can be edited."""

    title: str = ""
    trigger: str = ""
    conditions: tuple[ConditionDraft, ...] = ()
    questions: tuple[QuestionDraft, ...] = (QuestionDraft(key="q1"),)
    cool_down: str = "7"
    cool_down_unit: str = "day"
    """minute, hour, day."""
    ask_within: str = "30"
    """Minutes in which the question still makes sense."""
    delay: str = "0"
    """Minutes from the event to the question."""
    priority: str = "0"
    while_moving: bool = False
    safety: bool = False
    """As the shipped question was; nobody makes a question one about safety here."""
    audience: str = ""
    """Tags of people, with commas between."""
    starts: str = ""
    """A day in Beijing, 2026-03-01; empty: at once."""
    ends: str = ""
    """The last day in Beijing."""
    begun_with: str = ""
    """Id of the question of the agent's own that it began with."""
    replaces: bool = False
    """While it runs it takes that question's place; otherwise it is asked beside it."""
    vote: bool = False
    """Its answers are the ways of giving feedback: the result can reorder them on devices."""
    target: TargetDraft = TargetDraft()

    def question(self, key: str) -> QuestionDraft | None:
        """One of its questions."""
        return next((one for one in self.questions if one.key == key), None)

    def with_question(self) -> Self:
        """One more question, empty."""
        used = {question.key for question in self.questions}
        fresh = next(name for number in range(1, 1000) if (name := f"q{number}") not in used)
        return self.model_copy(update={"questions": (*self.questions, QuestionDraft(key=fresh))})

    def without_question(self, key: str) -> Self:
        """Without this question, and nothing leads to it any more."""
        return self.model_copy(update={"questions": tuple(_forgetting(self.questions, key))})


def _forgetting(questions: tuple[QuestionDraft, ...], key: str) -> Iterator[QuestionDraft]:
    for question in questions:
        if question.key == key:
            continue
        answers = tuple(one.model_copy(update={"then": ""}) if one.then == key else one for one in question.answers)
        then = "" if question.then == key else question.then
        yield question.model_copy(update={"answers": answers, "then": then})
