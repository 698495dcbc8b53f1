"""The part of a vote's page where somebody confirms the order that people voted for, for everybody, a site or a tag."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from hub.adapters.database.campaign_counts import CampaignCounts
from hub.adapters.database.campaign_store import CampaignStore
from hub.adapters.database.ways_store import WaysStore
from hub.campaigns.campaign import Campaign
from hub.campaigns.rules import rule_id
from hub.campaigns.votes import Scope, as_ways, vote
from hub.errors import InputRefusedError
from hub.web.wording import Words


@dataclass(frozen=True, slots=True)
class Line:
    """One scope, in words."""

    scope: str
    label: str
    total: int
    order: tuple[str, ...]
    """In words, the most voted first; empty: too few votes."""
    ways: str
    """The same as the form sends it."""
    devices: int
    told: int
    have: int


@dataclass(frozen=True, slots=True)
class VotePart:
    """Votes by scope, and their order on devices."""

    campaigns: CampaignStore
    counts: CampaignCounts
    ways: WaysStore

    def lines(self, campaign: Campaign, words: Words) -> list[Line]:
        """Everybody, then every site and tag whose devices voted."""
        there = self.campaigns.choosable()
        scopes = {Scope(): there.everybody}
        scopes |= {Scope("site", name): count for name, count in there.sites.items()}
        scopes |= {Scope("tag", name): count for name, count in there.tags.items()}
        counted = self.counts.by_scope(campaign.name, _asked(campaign))
        votes = {scope: vote(counted.get(scope, {})) for scope in scopes}
        follows = self.ways.follows({scope: one.order for scope, one in votes.items()})
        return [
            Line(
                str(scope),
                words("campaign.everybody") if scope.kind == "all" else f"{words(f'vote.{scope.kind}')} {scope.name}",
                one.total,
                tuple(words(f"way.{way}") for way in one.order),
                " ".join(one.order),
                scopes[scope],
                follows[scope].told,
                follows[scope].have,
            )
            for scope, one in votes.items()
            if one.total or scope.kind == "all"
        ]

    def confirm(self, campaign: Campaign, form: Mapping[str, str], *, who: str, now: datetime) -> int:
        """Push the order that somebody saw and confirmed. How many devices; 0: it was none, or nobody fits."""
        scope, ways = Scope.parse(form.get("scope", "")), as_ways(form.get("ways", ""))
        if (
            scope is None
            or ways is None
            or not vote(self.counts.by_scope(campaign.name, _asked(campaign)).get(scope, {})).order
        ):
            return 0
        try:
            return self.ways.order(campaign.name, scope.choice, ways, who=who, now=now)
        except InputRefusedError:
            return 0

    def fill(self, campaign: Campaign, asked: str, words: Words) -> dict[str, Any]:
        """What the page's template needs; nothing to show where the campaign is no vote."""
        lines = self.lines(campaign, words) if campaign.draft.vote and campaign.pushed else []
        confirming = next((line for line in lines if line.scope == asked and line.order), None)
        return {"votes": lines, "ordering": confirming}


def _asked(campaign: Campaign) -> str:
    """The question that is voted on, as answers name it."""
    draft = campaign.pushed.draft if campaign.pushed else campaign.draft
    return rule_id(campaign.name, draft, draft.questions[0])
