"""The campaign form: fields of a page -> what was typed, and the buttons that add and take away its parts."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from hub.campaigns.draft import (
    MOST_ANSWERS,
    MOST_CONDITIONS,
    MOST_QUESTIONS,
    AnswerDraft,
    ConditionDraft,
    Draft,
    QuestionDraft,
    TargetDraft,
)
from hub.web.gate import FormSize

FORM: Final = FormSize(fields=2000, body_bytes=512 * 1024)
"""Ten questions of twenty answers, every field filled, and a few hundred sites."""

Form = Mapping[str, str]

_PLAIN: Final = (
    "title",
    "trigger",
    "cool_down",
    "cool_down_unit",
    "ask_within",
    "delay",
    "priority",
    "audience",
    "starts",
    "ends",
)
_ACT = re.compile(r"(add|drop)_(condition|answer|question)(?:\.(\d{1,2}))?(?:\.(\d{1,2}))?")


def typed(form: Form, before: Draft) -> Draft:
    """What stands in the form.

    Args:
        form: its fields; an empty one is not among them.
        before: the draft as it is kept, for what the form does not hold.
    """
    return before.model_copy(
        update={
            **{name: form.get(name, "") for name in _PLAIN},
            "while_moving": "while_moving" in form,
            "replaces": "replaces" in form,
            "conditions": tuple(_conditions(form)),
            "questions": tuple(_questions(form)) or before.questions,
            "target": _target(form),
        }
    )


def acted(draft: Draft, act: str) -> tuple[Draft, str]:
    """The draft after a button was pressed, and the part of the page where to go on; unchanged for other buttons."""
    found = _ACT.fullmatch(act)
    if found is None:
        return draft, ""
    verb, noun, *numbers = found.groups()
    at, number = (int(one) if one else 0 for one in numbers)
    if noun == "condition":
        return _with_conditions(draft, verb, at), "conditions"
    if noun == "question":
        if verb == "drop":
            dropped = draft.questions[at].key if 0 < at < len(draft.questions) else ""
            return draft.without_question(dropped), f"q{at - 1}"
        more = draft.with_question() if len(draft.questions) < MOST_QUESTIONS else draft
        return more, f"q{len(more.questions) - 1}"
    if at >= len(draft.questions):
        return draft, ""
    question = draft.questions[at]
    if verb == "add" and len(question.answers) < MOST_ANSWERS:
        question = question.with_answer()
    elif verb == "drop":
        kept = tuple(one for place, one in enumerate(question.answers) if place != number)
        question = question.model_copy(update={"answers": kept})
    questions = (*draft.questions[:at], question, *draft.questions[at + 1 :])
    return draft.model_copy(update={"questions": questions}), f"q{at}"


def _with_conditions(draft: Draft, verb: str, at: int) -> Draft:
    if verb == "drop":
        kept = tuple(one for place, one in enumerate(draft.conditions) if place != at)
    elif len(draft.conditions) < MOST_CONDITIONS:
        kept = (*draft.conditions, ConditionDraft())
    else:
        kept = draft.conditions
    return draft.model_copy(update={"conditions": kept})


def _conditions(form: Form) -> Iterator[ConditionDraft]:
    for number in range(MOST_CONDITIONS):
        if f"c{number}" not in form:
            return
        fact, test, value = (form.get(f"c{number}_{part}", "") for part in ("fact", "test", "value"))
        yield ConditionDraft(fact=fact, test=test, value=value)


def _questions(form: Form) -> Iterator[QuestionDraft]:
    for number in range(MOST_QUESTIONS):
        name = f"q{number}"
        if f"{name}_key" not in form:
            return
        zh, en, then = (form.get(f"{name}_{part}", "") for part in ("zh", "en", "then"))
        answers = tuple(_answers(form, name))
        yield QuestionDraft(key=form[f"{name}_key"], zh=zh, en=en, then=then, answers=answers)


def _answers(form: Form, question: str) -> Iterator[AnswerDraft]:
    for number in range(MOST_ANSWERS):
        name = f"{question}_a{number}"
        if f"{name}_id" not in form:
            return
        zh, en, also, then = (form.get(f"{name}_{part}", "") for part in ("zh", "en", "also", "then"))
        yield AnswerDraft(answer_id=form[f"{name}_id"], zh=zh, en=en, also=also, then=then)


def _target(form: Form) -> TargetDraft:
    def chosen(prefix: str) -> tuple[str, ...]:
        return tuple(name.removeprefix(prefix) for name in form if name.startswith(prefix))

    return TargetDraft(
        everybody="everybody" in form,
        kinds=chosen("kind:"),
        sites=chosen("site:"),
        tags=chosen("tag:"),
        phases=tuple(int(one) for one in chosen("phase:") if one.isascii() and one.isdigit()),
    )
