"""How far campaigns have come, and what was answered: counted where the rows are."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, case, exists, func, not_, select

from agent.contract.directives import PromptSet
from hub.adapters.database.connection import Database
from hub.adapters.database.device_choice import fits, tags_of
from hub.adapters.database.schema import devices, given_answers, pushes, tickets
from hub.adapters.database.ticket_book import weight_of
from hub.campaigns.campaign import Campaign, Reach, Refusal, choice_of
from hub.campaigns.results import Counts, Weighed
from hub.campaigns.votes import Scope
from hub.pushing.push import Choice
from hub.tickets.ticket import GONE
from hub.tickets.weighing import USUAL, Weights

SHOWN_REFUSALS = 50

_LIVE = and_(devices.c.tenant == pushes.c.tenant, devices.c.device == pushes.c.device, devices.c.revoked_at.is_(None))
_REFUSED = ("refused", "expired", "erased", "stale")


class Answered(NamedTuple):
    """How many people answered a campaign."""

    people: int
    weighted: float
    """Each by what their way in weighs."""


class CampaignCounts:
    """Figures of campaigns. Revoked devices do not count, nor answers whose content is gone."""

    def __init__(self, database: Database, tenant: str, weights: Weights = USUAL) -> None:
        self._database = database
        self._tenant = tenant
        self._weights = weights

    def reach(self, campaign: Campaign) -> Reach:
        """How many devices were told the newest word on it, and have it; after a stop: that it is over."""
        if campaign.pushed is None:
            return Reach()
        version = campaign.stopped.version if campaign.stopped else campaign.pushed.version
        mine = and_(self._of(campaign.name), pushes.c.version == version)
        has = pushes.c.in_force >= version
        no = and_(not_(func.coalesce(has, False)), pushes.c.outcome.in_(_REFUSED))
        figures = select(func.count(), _sum(has), _sum(no)).select_from(pushes).join(devices, _LIVE).where(mine)
        refused = (
            select(pushes.c.device, devices.c.place, pushes.c.outcome, pushes.c.reason)
            .join(devices, _LIVE)
            .where(mine, no)
            .order_by(pushes.c.answered_at.desc())
            .limit(SHOWN_REFUSALS)
        )
        with self._database.read() as connection:
            told, have, against = map(int, connection.execute(figures).one())
            refusals = tuple(
                Refusal(row.device, row.place, row.outcome, row.reason or "") for row in connection.execute(refused)
            )
            untold = 0 if campaign.stopped else self._untold(connection, campaign, version)
        return Reach(told, have, told - have - against, against, refusals, untold)

    def answers(self, name: str, choice: Choice | None = None) -> Counts:
        """What was answered to a campaign's questions, by devices that fit the choice where there is one."""
        columns = given_answers.c.rule_id, given_answers.c.answer_id
        wanted = self._given(name, choice).with_only_columns(*columns, func.count()).group_by(*columns)
        found: dict[str, dict[str | None, int]] = defaultdict(dict)
        with self._database.read() as connection:
            for rule_id, answer_id, count in connection.execute(wanted):
                found[rule_id][answer_id] = count
        return found

    def weighed(self, name: str, choice: Choice | None = None) -> Weighed:
        """The same answers, each by what its way in weighs."""
        same = and_(*(tickets.c[key] == given_answers.c[key] for key in ("tenant", "device", "record_id")))
        weight = select(weight_of(self._weights)).where(same).scalar_subquery()
        one = self._given(name, choice).with_only_columns(
            given_answers.c.rule_id, given_answers.c.answer_id, weight.label("weight")
        )
        each = one.subquery()
        wanted = select(each.c.rule_id, each.c.answer_id, func.sum(each.c.weight)).group_by(
            each.c.rule_id, each.c.answer_id
        )
        found: dict[str, dict[str | None, float]] = defaultdict(dict)
        with self._database.read() as connection:
            for rule_id, answer_id, weighs in connection.execute(wanted):
                found[rule_id][answer_id] = float(weighs)
        return found

    def by_scope(self, name: str, rule_id: str) -> Mapping[Scope, Mapping[str | None, int]]:
        """What was answered to one question, by everybody, by site and by tag of the device: one look for all."""
        given, place = (
            given_answers.c,
            and_(
                devices.c.tenant == given_answers.c.tenant,
                devices.c.device == given_answers.c.device,
                devices.c.revoked_at.is_(None),
            ),
        )
        columns = given.device, devices.c.place, given.answer_id
        wanted = (
            select(*columns, func.count().label("votes"))
            .join(devices, place)
            .where(given.tenant == self._tenant, given.set_id == name, given.rule_id == rule_id, _readable())
            .group_by(*columns)
        )
        found: dict[Scope, dict[str | None, int]] = defaultdict(lambda: defaultdict(int))
        with self._database.read() as connection:
            tags = tags_of(connection, self._tenant)
            for row in connection.execute(wanted):
                for scope in Scope.of(row.place, tags.get(row.device, ())):
                    found[scope][row.answer_id] += row.votes
        return found

    def conversations(self) -> Mapping[str, Answered]:
        """How many people answered, by campaign."""
        record = given_answers.c.device, given_answers.c.record_id
        one = select(given_answers.c.set_id, *record).where(given_answers.c.tenant == self._tenant, _readable())
        each = one.distinct().subquery()
        ticket = and_(
            tickets.c.tenant == self._tenant,
            tickets.c.device == each.c.device,
            tickets.c.record_id == each.c.record_id,
        )
        weight = func.sum(weight_of(self._weights))
        wanted = select(each.c.set_id, func.count(), weight).join(tickets, ticket).group_by(each.c.set_id)
        with self._database.read() as connection:
            return {row[0]: Answered(row[1], round(float(row[2]), 2)) for row in connection.execute(wanted)}

    # ---- inside --------------------------------------------------------------------------------------------------

    def _of(self, name: str) -> ColumnElement[bool]:
        return and_(pushes.c.tenant == self._tenant, pushes.c.kind == PromptSet.kind, pushes.c.matter == name)

    def _untold(self, connection: Connection, campaign: Campaign, version: int) -> int:
        assert campaign.pushed is not None  # noqa: S101 - whoever calls has looked
        choice = choice_of(campaign.pushed.draft.target)
        told = and_(
            self._of(campaign.name),
            pushes.c.version == version,
            pushes.c.device == devices.c.device,
        )
        wanted = select(func.count()).select_from(devices)
        ours = devices.c.tenant == self._tenant
        return int(connection.execute(wanted.where(ours, *fits(choice), not_(exists().where(told)))).scalar_one())

    def _given(self, name: str, choice: Choice | None) -> Any:
        wanted = select(given_answers).where(
            given_answers.c.tenant == self._tenant, given_answers.c.set_id == name, _readable()
        )
        if choice is None or choice.everybody:
            return wanted
        there = and_(devices.c.tenant == given_answers.c.tenant, devices.c.device == given_answers.c.device)
        return wanted.where(exists().where(there, *fits(choice)))


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def _readable() -> ColumnElement[bool]:
    """Of a ticket that still says something: what is frozen by a law is kept, and not used."""
    mine = and_(*(tickets.c[name] == given_answers.c[name] for name in ("tenant", "device", "record_id")))
    return exists().where(mine, tickets.c.status.not_in([status.value for status in GONE]))
