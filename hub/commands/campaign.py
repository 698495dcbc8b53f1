"""`tingche-hub campaign`: the questions that the service desk has devices ask."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hub.commands.options import (
    account,
    database_option,
    fields_of,
    json_option,
    print_json,
    print_lines,
    print_table,
    state_option,
)
from hub.commands.push import choice_options
from hub.errors import InputRefusedError
from hub.pushing.push import Choice

if TYPE_CHECKING:
    from hub.adapters.database.campaign_counts import CampaignCounts
    from hub.adapters.database.campaign_store import CampaignStore
    from hub.campaigns.campaign import Campaign


@click.group()
def campaign() -> None:
    """Questions that devices ask: what stands there, how far it has come, what was answered; push it, stop it.

    They are written on the page 活动 / Campaigns of the hub, or pushed as a file with `push prompts`.

    \b
    Example:
      tingche-hub campaign list --state ./hub
      tingche-hub campaign push c-0001 --state ./hub
      tingche-hub campaign show c-0001 --json --state ./hub
    """


@campaign.command("list")
@state_option
@database_option
@json_option
def listed(state: Path, database: str | None, as_json: bool) -> None:
    """List every campaign: where it stands, how many devices were chosen and have it, how many answered."""
    now = datetime.now(UTC)
    with _opened(state, database) as (store, counts):
        found = store.all()
        reaches = [counts.reach(one) for one in found]
        answered = counts.conversations()
    rows = [
        {
            "campaign": one.name,
            "title": one.draft.title,
            "state": one.state(now).value,
            "version": one.pushed.version if one.pushed else None,
            "chosen": reach.chosen,
            "have": reach.have,
            "refused": reach.refused,
            "answers": answered[one.name].people if one.name in answered else 0,
            "weighted": answered[one.name].weighted if one.name in answered else 0.0,
            "ends_at": one.pushed.ends_at if one.pushed else None,
        }
        for one, reach in zip(found, reaches, strict=True)
    ]
    if as_json:
        print_lines(rows)
        return
    print_table(
        ("campaign", "title", "state", "version", "chosen", "have", "refused", "answers", "weighted", "ends"),
        (tuple(row.values()) for row in rows),
        "还没有活动 / no campaigns yet: they are written on the page 活动 / Campaigns",
    )


@campaign.command()
@click.argument("name")
@state_option
@database_option
@json_option
def show(name: str, state: Path, database: str | None, as_json: bool) -> None:
    """Show one campaign NAME: its questions, the devices, who refused it and why, and what was answered.

    Under five answers no choice is told; a choice of fewer than five is told as "<5". Shares stand raw, then weighted
    by how people came in (STATE/weights.toml).
    """
    from hub.campaigns.results import results

    now = datetime.now(UTC)
    with _opened(state, database) as (store, counts):
        found = _known(store, name)
        told = results(found, counts.answers(name), counts.weighed(name))
        reach, history = counts.reach(found), store.history(name)
    if as_json:
        print_json(
            {
                "campaign": name,
                "state": found.state(now).value,
                "draft": found.draft.model_dump(mode="json"),
                "changed_since_push": found.changed_since,
                "version": found.pushed.version if found.pushed else None,
                "devices": fields_of(reach),
                "answers": [fields_of(one) for one in told],
                "history": [{"at": e.at, "who": e.who, "action": e.action, "what": e.what} for e in history],
            }
        )
        return
    print(f"{name}  {found.draft.title}  [{found.state(now)}]")
    print(f"选中 / chosen {reach.chosen}, 已有 / have {reach.have}, 待应答 / waiting {reach.waiting}")
    for refusal in reach.refusals:
        print(f"  未采用 / refused: {refusal.device} {refusal.place} {refusal.outcome} {refusal.reason}".rstrip())
    for one in told:
        print(f"{one.question}  ({one.total}, 加权 / weighted {one.weighted:g})")
        for share in one.shares:
            raw, weighted = ("" if one is None else f"{one:.0%}" for one in (share.share, share.weighted_share))
            answer = share.answer or "自由回答 / in free words"
            print(f"  {_count(share.count):>5}{raw:>6}{weighted:>6}  {answer}")


@campaign.command()
@click.argument("name")
@click.option("--rest", is_flag=True, help="Only devices that fit since the last push, with the same version.")
@state_option
@database_option
@json_option
def push(name: str, rest: bool, state: Path, database: str | None, as_json: bool) -> None:
    """Push campaign NAME, as it is written now, to the devices that it chooses."""
    now = datetime.now(UTC)
    with _opened(state, database) as (store, counts):
        found = _known(store, name)
        if rest:
            told = store.push_rest(name, who=account(), now=now)
        else:
            found = store.push(name, revision=found.revision, who=account(), now=now)
            told = counts.reach(found).chosen
    version = found.pushed.version if found.pushed else None
    if as_json:
        print_json({"campaign": name, "version": version, "devices": told})
    else:
        print(f"已排队 / queued: {name} v{version} -> {told} 台 / devices")


@campaign.command()
@click.argument("name")
@state_option
@database_option
@json_option
def stop(name: str, state: Path, database: str | None, as_json: bool) -> None:
    """Stop campaign NAME: every device that was told of it forgets its questions as soon as it hears."""
    with _opened(state, database) as (store, counts):
        told = counts.reach(store.stop(name, who=account(), now=datetime.now(UTC))).chosen
    if as_json:
        print_json({"campaign": name, "stopped": True, "devices": told})
    else:
        print(f"已停止 / stopped: {name}; {told} 台设备将收回 / devices forget it")


@campaign.command()
@click.argument("name")
@click.option("--yes", is_flag=True, help="Do not ask: it was looked at.")
@choice_options
@state_option
@database_option
@json_option
def order(name: str, yes: bool, state: Path, database: str | None, as_json: bool, **who: Any) -> None:
    """Put the ways of giving feedback on devices in the order of the vote NAME, after a look at it.

    The votes of the chosen devices count, and these devices follow. Under five votes there is no result.

    \b
    Example:
      tingche-hub campaign order c-0002 --site "Station 12" --state ./hub
    """
    from hub.adapters.database.ways_store import WaysStore
    from hub.campaigns.rules import rule_id
    from hub.campaigns.tally import SMALLEST
    from hub.campaigns.votes import vote

    choice = Choice(**who)
    if choice.empty:
        raise InputRefusedError("Whose votes? Name devices with --device, --tag, --site or --kind, or take --all.")
    with _opened(state, database) as (store, counts):
        found = _known(store, name)
        if not found.draft.vote:
            raise InputRefusedError(f"{name} is no vote on the ways of giving feedback.")
        asked = found.pushed.draft if found.pushed else found.draft
        first = rule_id(name, asked, asked.questions[0])
        result = vote(counts.answers(name, choice).get(first, {}))
        if not result.order:
            raise InputRefusedError(f"{result.total} votes are too few for a result: {SMALLEST} are needed.")
        if not as_json:
            print(f"{result.total} 票 / votes: {' > '.join(result.order)}")
        if not yes:
            click.confirm("推送这个顺序？ / Push this order?", abort=True, err=True)
        ways = WaysStore(store.database, store.tenant, os.urandom)
        told = ways.order(name, choice, result.order, who=account(), now=datetime.now(UTC))
    if as_json:
        print_json({"campaign": name, "votes": result.total, "order": result.order, "devices": told})
    else:
        print(f"已排队 / queued: {told} 台 / devices")


@contextmanager
def _opened(state: Path, database: str | None) -> Iterator[tuple["CampaignStore", "CampaignCounts"]]:
    from hub.adapters.database.campaign_counts import CampaignCounts
    from hub.adapters.database.campaign_store import CampaignStore
    from hub.runtime import open_database, tenant_of, weights_of

    with open_database(state, database) as opened:
        tenant = tenant_of(opened)
        yield CampaignStore(opened, tenant, os.urandom), CampaignCounts(opened, tenant, weights_of(state))


def _known(store: "CampaignStore", name: str) -> "Campaign":
    found = store.find(name)
    if found is None:
        raise InputRefusedError(f"There is no campaign {name}. `tingche-hub campaign list` shows them.")
    return found


def _count(count: Any) -> str:
    return "<5" if count is None else str(count)
