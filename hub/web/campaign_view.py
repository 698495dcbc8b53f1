"""A campaign in words for its pages: fields with their faults, the preview, devices and answers."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from agent.contract.prompt_checking import PLACEHOLDER, TESTS
from agent.contract.triggers import FOLLOW_UP, TRIGGERS
from hub.adapters.database.device_choice import Choosable
from hub.campaigns.campaign import Campaign, Reach
from hub.campaigns.draft import Draft, QuestionDraft
from hub.campaigns.results import Result, Results
from hub.campaigns.rules import Fault
from hub.campaigns.tally import SMALLEST
from hub.web.moments import BEIJING, ago_words
from hub.web.wording import Words

PHASES: Final = (1, 2, 3)
_QUESTION = re.compile(r"q(\d+)(?:_a(\d+))?_(\w+)")
_CONDITION = re.compile(r"c\d+_")
_LABELS: Final = {"target": "whom"}
_DEED = re.compile(r"v(?P<version>\d+): (?P<count>\d+) (?P<more>more )?devices$")
_ORDERED = re.compile(r" (?P<ways>(?:[a-z]+ ){3}[a-z]+): (?P<count>\d+) devices$")
_SAMPLE: Final = "20"
"""What a fact looks like in the preview."""


@dataclass(frozen=True, slots=True)
class Pick:
    """One thing that devices can be chosen by."""

    field: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """One question as the device shows it."""

    after: str
    """What leads to it, in words; empty for the first."""
    number: int
    zh: str
    en: str
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One choice and its share."""

    answer: str
    count: str
    percent: int | None
    weighted: str
    """The share by what each way in weighs, in words; empty where it is the same."""


def fault_words(faults: Sequence[Fault], words: Words) -> dict[str, str]:
    """What is wrong, by field."""
    return {fault.place: words(f"problem.{fault.code}", **_in_words(fault.values, words)) for fault in faults}


def place_words(places: Iterable[str], words: Words) -> dict[str, str]:
    """What each field is called, for a list of mistakes."""
    return {place: _place(place, words) for place in places}


def deed_words(what: str, name: str, words: Words) -> str:
    """What the audit log says of a campaign, besides its name."""
    ordered = _ORDERED.search(what)
    if ordered is not None:
        ways = words("comma").join(words.get(f"way.{way}", way) for way in ordered["ways"].split())
        return words("vote.deed", ways=ways, count=ordered["count"])
    found = _DEED.search(what)
    if found is None:
        return what.removeprefix(name).strip()
    key = "campaign.deed.more" if found["more"] else "campaign.deed"
    return words(key, version=found["version"], count=found["count"])


def triggers(words: Words) -> list[tuple[str, str]]:
    """(name, words) of everything that can happen."""
    return [(name, words.get(f"scene.{name}", name)) for name in TRIGGERS if name != FOLLOW_UP]


def facts(trigger: str, words: Words) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """(name, words) of what this event tells, and of what only others tell."""
    here = TRIGGERS.get(trigger, ())
    others = dict.fromkeys(fact for told in TRIGGERS.values() for fact in told if fact not in here)
    return _named(here, words), _named(others, words)


def tests(words: Words) -> list[tuple[str, str]]:
    """(name, words) of every test."""
    return [(name, words(f"test.{name}")) for name in TESTS]


def picks(draft: Draft, there: Choosable, words: Words) -> dict[str, list[Pick]]:
    """Everything that devices can be chosen by; what was chosen and is gone by now stands there with none."""
    target = draft.target
    return {
        "kinds": _picks("kind", there.kinds, target.kinds, lambda one: words.get(f"device.{one}", one)),
        "sites": _picks("site", there.sites, target.sites, str),
        "tags": _picks("tag", there.tags, target.tags, str),
        "phases": _picks(
            "phase",
            {str(one): there.phases.get(one, 0) for one in PHASES},
            tuple(map(str, target.phases)),
            lambda one: words.get(f"phase.{one}", one),
        ),
    }


def preview(draft: Draft, words: Words) -> list[Seen]:
    """The conversation as the device shows it, in the order in which it was written."""
    return [
        Seen(
            after=_after(draft, question, words) if number else "",
            number=number,
            zh=_sampled(question.zh),
            en=_sampled(question.en),
            answers=tuple((one.zh, one.en) for one in question.answers),
        )
        for number, question in enumerate(draft.questions)
    ]


def state_words(campaign: Campaign, now: datetime, words: Words) -> tuple[str, str]:
    """(state, its words)."""
    state = campaign.state(now)
    return state.value, words(f"campaign.{state}")


def reach_rows(campaign: Campaign, reach: Reach, words: Words) -> list[tuple[str, str, int]]:
    """(name, words, count) of where its devices stand."""
    stopped = campaign.stopped is not None
    return [
        ("chosen", words("campaign.told_stop" if stopped else "campaign.chosen"), reach.chosen),
        ("have", words("campaign.forgotten" if stopped else "campaign.have"), reach.have),
        ("waiting", words("campaign.waiting"), reach.waiting),
        ("refused", words("campaign.refused"), reach.refused),
    ]


def pushed_words(campaign: Campaign, now: datetime, words: Words) -> str:
    """Which version, by whom and when; empty where it was never pushed."""
    pushed = campaign.pushed
    if pushed is None:
        return ""
    return words("campaign.version", version=pushed.version, who=pushed.who, ago=ago_words(pushed.at, now, words))


def bars(one: Results, words: Words) -> list[Bar]:
    """Every choice of a question; none where too few have answered to tell."""
    if one.total < SMALLEST:
        return []
    return [
        Bar(
            share.answer or words("campaign.results.free"),
            words("campaign.results.hidden", least=SMALLEST) if share.count is None else str(share.count),
            None if share.share is None else round(100 * share.share),
            _weighted(share, words),
        )
        for share in one.shares
    ]


def _weighted(share: Result, words: Words) -> str:
    """The share by what each way in weighs; empty where it is the same."""
    if share.share is None or share.weighted_share is None or round(100 * (share.share - share.weighted_share)) == 0:
        return ""
    return words("weighted", figure=f"{share.weighted_share:.0%}")


def day(moment: datetime) -> str:
    """A day in Beijing."""
    return moment.astimezone(BEIJING).strftime("%Y-%m-%d")


# ---- inside ------------------------------------------------------------------------------------------------------


def _in_words(values: Mapping[str, object], words: Words) -> dict[str, object]:
    found = dict(values)
    if "trigger" in found:
        found["trigger"] = words.get(f"scene.{found['trigger']}", str(found["trigger"]))
    return found


def _named(names: Any, words: Words) -> list[tuple[str, str]]:
    return [(name, words.get(f"asked_fact.{name}", name)) for name in names]


def _picks(kind: str, there: Mapping[str, int], chosen: Sequence[str], label: Any) -> list[Pick]:
    names = [*there, *(one for one in chosen if one not in there)]
    return [Pick(f"{kind}:{one}", label(one), there.get(one, 0), one in chosen) for one in names]


def _after(draft: Draft, question: QuestionDraft, words: Words) -> str:
    leading = [
        answer.zh.strip()
        for one in draft.questions
        for answer in one.answers
        if answer.then == question.key and answer.zh.strip()
    ]
    if not leading:
        return words("campaign.preview.any")
    return words("campaign.preview.after", answer=words("comma").join(leading))


def _place(place: str, words: Words) -> str:
    found = _QUESTION.fullmatch(place)
    if found is None:
        name = "conditions" if _CONDITION.match(place) else _LABELS.get(place, place)
        return words.get(f"campaign.{name}", name)
    number, answer, field = int(found[1]), found[2], found[3]
    question = words("campaign.follow_up", number=number) if number else words("campaign.question")
    parts = [question, *([words("campaign.answer", number=int(answer) + 1)] if answer else [])]
    return " ".join([*parts, words.get(f"campaign.{field}", field)])


def _sampled(text: str) -> str:
    return PLACEHOLDER.sub(_SAMPLE, text)
