"""From what was typed to the rules that a device asks by, or to every mistake with the field that it concerns.

Checked by the code that the device checks with (`agent.contract.prompt_checking`), and by the contract's own limits.
"""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any, Final

from pydantic import ValidationError

from agent.contract.directives import PromptSet
from agent.contract.prompt_checking import problems
from agent.contract.triggers import FOLLOW_UP
from hub.campaigns.draft import ConditionDraft, Draft, QuestionDraft
from hub.erasure.clock import CHINA

LONGEST: Final = timedelta(days=366)
"""A question that is asked for longer than a year is one of the agent's own."""
MOST_TITLE_CHARS: Final = 60

_UNITS_S: Final = {"minute": 60, "hour": 3600, "day": 86_400}
_MINUTE_S: Final = _UNITS_S["minute"]
_MOST: Final = {"cool_down": 3650, "ask_within": 43_200, "delay": 43_200}
_BETWEEN = re.compile(r"[、,，;；\n]+")
_TRUE, _FALSE = {"true", "yes", "是", "对"}, {"false", "no", "否", "不是"}
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_NOTHING: Final = "nothing"
_INSTEAD: Final = {"question_zh": "？", "zh": "？", "trigger": "button", "fact": _NOTHING, "test": "is"}
"""What stands for a part that cannot be read, so that the others can be."""
_CODES: Final = {
    "string_too_long": "too_long",
    "string_pattern_mismatch": "odd_name",
    "too_long": "too_many",
    "less_than_equal": "too_big",
    "greater_than_equal": "too_small",
}
"""pydantic's kind of error -> ours."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A mistake in what was typed."""

    place: str
    """The field's name: title, trigger, c0_fact, q0_zh, q0_a1_also, ends."""
    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    """What the words for the code take in."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the rules where they can work, and every mistake."""

    prompts: PromptSet | None
    faults: tuple[Fault, ...]
    starts_at: datetime | None
    """None: at once."""


def rule_id(campaign: str, draft: Draft, question: QuestionDraft) -> str:
    """What this question is called on devices and in answers."""
    in_its_place = draft.replaces and draft.begun_with and question.key == draft.questions[0].key
    return draft.begun_with if in_its_place else f"{campaign}.{question.key}"


def read(campaign: str, draft: Draft, *, version: int, now: datetime) -> Reading:
    """The campaign as a set of rules.

    Args:
        campaign: its id, which is the set's.
        draft: as typed.
        version: of the set.
        now: in UTC: what has ended cannot be pushed.
    """
    made = _Made(campaign, draft)
    values = {
        "set_id": campaign,
        "version": version,
        "expires_at": made.ends_at(now) or now,
        "rules": [made.rule(number) for number in range(len(draft.questions))],
    }
    try:
        prompts = PromptSet.model_validate(values)
    except ValidationError as error:
        found = error.errors(include_input=False, include_url=False)
        made.faults += [
            Fault(made.place(wrong["loc"]), _CODES.get(wrong["type"], "invalid"), _limits(wrong.get("ctx", {})))
            for wrong in found
        ]
        try:  # what else is wrong is told now, not after this is mended
            prompts = PromptSet.model_validate(_without(values, [wrong["loc"] for wrong in found]))
        except ValidationError:
            return Reading(None, _once(made.faults), made.starts_at())
    for problem in problems(prompts):
        number = made.ids.get(problem.rule_id, 0)
        place = made.place(("rules", number, *problem.place.split(".")))
        made.faults.append(Fault(place, problem.code, problem.values))
    return Reading(None if made.faults else prompts, _once(made.faults), made.starts_at())


class _Made:
    """Rules in the making. `places` remembers where each part of a rule was typed."""

    def __init__(self, campaign: str, draft: Draft) -> None:
        self._campaign, self._draft = campaign, draft
        self.faults: list[Fault] = []
        self._keys = {one.key: rule_id(campaign, draft, one) for one in draft.questions}
        self.ids = {name: number for number, name in enumerate(self._keys.values())}
        self._places: dict[tuple[str, ...], str] = {}
        self._check_title()
        self._check_reached()

    def rule(self, number: int) -> dict[str, Any]:
        question = self._draft.questions[number]
        made: dict[str, Any] = {
            "rule_id": self._keys[question.key],
            "trigger": FOLLOW_UP,
            "question_zh": self._needed(question.zh, f"q{number}_zh"),
            "question_en": question.en.strip(),
            "answers": list(self._answers(number, question)),
            "follow_ups": list(self._follow_ups(number, question)),
            "while_moving": self._draft.while_moving,
        }
        return made if number else made | self._of_the_first()

    def ends_at(self, now: datetime) -> datetime | None:
        """The end of the last day."""
        day = self._day(self._draft.ends, "ends", needed=True)
        if day is None:
            return None
        ends, starts = day + timedelta(days=1), self.starts_at()
        if ends <= now:
            self.faults.append(Fault("ends", "is_over"))
        elif ends - now > LONGEST:
            self.faults.append(Fault("ends", "too_far", {"days": LONGEST.days}))
        elif starts is not None and starts >= ends:
            self.faults.append(Fault("ends", "ends_first"))
        return ends

    def starts_at(self) -> datetime | None:
        """The beginning of the first day; None: at once."""
        return self._day(self._draft.starts, "starts", needed=False)

    def place(self, loc: tuple[Any, ...]) -> str:
        """The typed field for a place in the set, as `("rules", 0, "answers", 1, "zh")`."""
        parts = tuple(map(str, loc))
        if parts[:1] != ("rules",) or len(parts) < 3:  # noqa: PLR2004 - rules, which one, what of it
            return "ends" if parts[:1] == ("expires_at",) else "title"
        at = parts[1]
        for end in range(len(parts), 2, -1):
            if parts[1:end] in self._places:
                return self._places[parts[1:end]] + "".join(f"_{one}" for one in parts[end : end + 1])
        name = {"question_zh": f"q{at}_zh", "question_en": f"q{at}_en", "answers": f"q{at}_zh"}.get(parts[2])
        plain = {"follow_ups": f"q{at}_then", "cool_down_s": "cool_down", "ask_within_s": "ask_within"}
        return name or plain.get(parts[2]) or {"delay_s": "delay"}.get(parts[2], parts[2])

    # ---- the parts of a rule -------------------------------------------------------------------------------------

    def _of_the_first(self) -> dict[str, Any]:
        draft = self._draft
        if not draft.trigger:
            self.faults.append(Fault("trigger", "choose"))
        unit = _UNITS_S.get(draft.cool_down_unit, _UNITS_S["day"])
        audience = _split(draft.audience)
        for number in range(len(audience)):
            self._places["0", "audience", str(number)] = "audience"
        return {
            "trigger": draft.trigger or "button",
            "conditions": list(self._conditions()),
            "cool_down_s": self._number(draft.cool_down, "cool_down") * unit,
            "ask_within_s": max(1, self._number(draft.ask_within, "ask_within", least=1) * _MINUTE_S),
            "delay_s": self._number(draft.delay, "delay") * _MINUTE_S,
            "priority": self._priority(),
            "safety": draft.safety,
            "audience": audience,
        }

    def _conditions(self) -> Iterator[dict[str, Any]]:
        made = 0
        for number, one in enumerate(self._draft.conditions):
            if one.blank:
                continue
            self._places["0", "conditions", str(made)] = f"c{number}"
            made += 1
            yield {"fact": one.fact or _NOTHING, "test": one.test, "value": self._value(number, one)}

    def _value(self, number: int, one: ConditionDraft) -> Any:
        typed = one.value.strip()
        if not one.fact:
            self.faults.append(Fault(f"c{number}_fact", "choose"))
        if not typed:
            self.faults.append(Fault(f"c{number}_value", "missing"))
        if one.test == "one_of":
            return [_plain(part) for part in _split(typed)]
        if one.test in {"at_least", "at_most"} and typed and not _NUMBER.fullmatch(typed):
            self.faults.append(Fault(f"c{number}_value", "no_number"))
        return _plain(typed)

    def _answers(self, number: int, question: QuestionDraft) -> Iterator[dict[str, Any]]:
        made = 0
        seen: set[str] = set()
        for at, one in enumerate(question.answers):
            if one.blank:
                continue
            name = f"q{number}_a{at}"
            zh = self._needed(one.zh, f"{name}_zh")
            if zh and zh in seen:
                self.faults.append(Fault(f"{name}_zh", "twice"))
            seen.add(zh)
            self._places[str(number), "answers", str(made)] = name
            made += 1
            yield {"answer_id": one.answer_id, "zh": zh, "en": one.en.strip(), "also": _split(one.also)}

    def _follow_ups(self, number: int, question: QuestionDraft) -> Iterator[dict[str, Any]]:
        """One for each question that follows, after the answers that lead there."""
        leads: dict[str, list[str]] = {}
        first: dict[str, str] = {}
        for at, one in enumerate(question.answers):
            if one.then and not one.blank:
                leads.setdefault(one.then, []).append(one.answer_id)
                first.setdefault(one.then, f"q{number}_a{at}_then")
        made = [({"after": after, "ask": self._keys.get(key, key)}, first[key]) for key, after in leads.items()]
        if question.then:
            made.append(({"ask": self._keys.get(question.then, question.then)}, f"q{number}_then"))
        for place, (values, typed) in enumerate(made):
            for part in ("ask", "after"):
                self._places[str(number), "follow_ups", str(place), part] = typed
            yield values

    # ---- single fields -------------------------------------------------------------------------------------------

    def _check_title(self) -> None:
        title = self._needed(self._draft.title, "title")
        if len(title) > MOST_TITLE_CHARS:
            self.faults.append(Fault("title", "too_long", {"most": MOST_TITLE_CHARS}))

    def _check_reached(self) -> None:
        """A question that nothing leads to would never be asked."""
        first, *others = self._draft.questions
        known = {one.key: one for one in self._draft.questions}
        reached, todo = {first.key}, [first]
        while todo:
            one = todo.pop()
            for key in (*(answer.then for answer in one.answers if not answer.blank), one.then):
                if key in known and key not in reached:
                    reached.add(key)
                    todo.append(known[key])
        for number, one in enumerate(others, start=1):
            if one.key not in reached:
                self.faults.append(Fault(f"q{number}_zh", "nothing_leads_here"))

    def _needed(self, typed: str, place: str) -> str:
        plain = typed.strip()
        if not plain:
            self.faults.append(Fault(place, "missing"))
        return plain

    def _number(self, typed: str, place: str, *, least: int = 0) -> int:
        plain, most = typed.strip(), _MOST[place]
        if plain.isascii() and plain.isdigit() and least <= int(plain) <= most:
            return int(plain)
        self.faults.append(Fault(place, "no_whole_number", {"least": least, "most": most}))
        return least

    def _priority(self) -> int:
        plain = self._draft.priority.strip()
        if _NUMBER.fullmatch(plain) and "." not in plain:
            return int(plain)
        self.faults.append(Fault("priority", "no_whole_number", {"least": -100, "most": 100}))
        return 0

    def _day(self, typed: str, place: str, *, needed: bool) -> datetime | None:
        if not typed.strip():
            if needed:
                self.faults.append(Fault(place, "missing"))
            return None
        try:
            return datetime.combine(datetime.fromisoformat(typed.strip()).date(), time(), tzinfo=CHINA)
        except (ValueError, OverflowError):
            if Fault(place, "no_day") not in self.faults:
                self.faults.append(Fault(place, "no_day"))
            return None


def _without(values: dict[str, Any], places: list[tuple[Any, ...]]) -> dict[str, Any]:
    """The same without these places; the last ones of a list first, so that the others keep their numbers."""
    mended = deepcopy(values)
    for place in sorted(set(places), key=str, reverse=True):
        parent: Any = mended
        for step in place[:-1]:
            parent = parent[step]
        if isinstance(parent, dict) and place[-1] in _INSTEAD:
            parent[place[-1]] = _INSTEAD[place[-1]]
        else:
            parent.pop(place[-1])
    return mended


def _split(typed: str) -> list[str]:
    return [part for one in _BETWEEN.split(typed) if (part := one.strip())]


def _plain(typed: str) -> bool | int | float | str:
    if typed.lower() in _TRUE | _FALSE:
        return typed.lower() in _TRUE
    if _NUMBER.fullmatch(typed):
        return float(typed) if "." in typed else int(typed)
    return typed


def _limits(context: Mapping[str, Any]) -> dict[str, object]:
    names = {"max_length": "most", "le": "most", "ge": "least"}
    return {ours: context[theirs] for theirs, ours in names.items() if theirs in context}


def _once(faults: list[Fault]) -> tuple[Fault, ...]:
    """One mistake a field: the first is mended first."""
    found: dict[str, Fault] = {}
    for fault in faults:
        found.setdefault(fault.place, fault)
    return tuple(found.values())
