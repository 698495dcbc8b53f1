"""What was answered to a campaign, question by question, in the words that people saw."""

from collections.abc import Mapping
from dataclasses import dataclass

from hub.campaigns.campaign import Campaign
from hub.campaigns.rules import rule_id
from hub.campaigns.tally import tally


@dataclass(frozen=True, slots=True)
class Result:
    """One choice."""

    answer_id: str | None
    answer: str
    """As it is offered now; its id where an earlier wording offered it, empty for free words."""
    count: int | None
    """None: too few to tell."""
    share: float | None
    weighted_share: float | None
    """The same, each answer by what its way in weighs, see `hub.tickets.weighing`; None where nothing weighs."""


@dataclass(frozen=True, slots=True)
class Results:
    """One question."""

    rule_id: str
    question: str
    total: int
    weighted: float
    shares: tuple[Result, ...]


Counts = Mapping[str, Mapping[str | None, int]]
"""Rule id -> answer id -> how many."""
Weighed = Mapping[str, Mapping[str | None, float]]
"""The same, each answer by what its way in weighs."""


def results(campaign: Campaign, counts: Counts, weighed: Weighed) -> tuple[Results, ...]:
    """Of the questions that were pushed last, in their order, and of earlier ones that were answered."""
    draft = campaign.pushed.draft if campaign.pushed else campaign.draft
    found = []
    for question in draft.questions:
        name = rule_id(campaign.name, draft, question)
        words = {one.answer_id: one.zh for one in question.answers if not one.blank}
        found.append(_results(name, question.zh, words, counts.get(name, {}), weighed.get(name, {})))
    known = {one.rule_id for one in found}
    earlier = [name for name in sorted(counts) if name not in known]
    return (*found, *(_results(name, name, {}, counts[name], weighed[name]) for name in earlier))


def _results(
    name: str,
    question: str,
    words: Mapping[str, str],
    counts: Mapping[str | None, int],
    weighed: Mapping[str | None, float],
) -> Results:
    told, weighted = tally(name, counts, tuple(words)), sum(weighed.values())
    shares = tuple(
        Result(
            one.answer_id,
            words.get(one.answer_id or "", one.answer_id or ""),
            one.count,
            one.share,
            None if one.share is None or not weighted else weighed.get(one.answer_id, 0.0) / weighted,
        )
        for one in told.shares
    )
    return Results(name, question, told.total, round(weighted, 2), shares)
