"""`tingche-hub push`: say something to devices; they get it when they are there, and answer."""

import json
import os
import tomllib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import click

from hub.commands.options import AtHub, account, at_hub, fields_of
from hub.errors import InputRefusedError
from hub.pushing.push import Choice, Order, Pushed

Command = TypeVar("Command", bound=Callable[..., Any])


def choice_options(command: Command) -> Command:
    """--device, --tag, --phase, --site, --kind, --all."""
    for option in (
        click.option("--all", "everybody", is_flag=True, help="Every enrolled device."),
        click.option(
            "--kind", "kinds", multiple=True, help="Of this kind: head_unit, charger_kiosk, service_terminal."
        ),
        click.option("--site", "sites", multiple=True, metavar="PLACE", help="At this place, as in the claim."),
        click.option(
            "--phase", "phases", multiple=True, type=click.IntRange(1, 3), help="In this phase (tingche-hub phase)."
        ),
        click.option("--tag", "tags", multiple=True, metavar="TAG", help="With this tag (tingche-hub tag)."),
        click.option("--device", "devices", multiple=True, metavar="DEVICE", help="This device."),
    ):
        command = option(command)
    return command


@click.group()
def push() -> None:
    """Say something to devices: a change of their profile, questions to ask, news of a ticket.

    Works while the hub runs. A device that sleeps is told when it is back, however long that takes; revoked ones are
    not. `push list` shows who has answered what; options of one kind mean "any of", different ones "and".
    """


@push.command()
@click.argument("file", required=False, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--clear", is_flag=True, help="Take every change back: the enrolled profile is in force again.")
@click.option("--days", type=click.IntRange(1, 3650), help="In force for so long. Default: until the next push.")
@choice_options
@at_hub
def profile(file: Path | None, clear: bool, days: int | None, at: AtHub, **who: Any) -> None:
    """Change keys of the profile of devices. FILE is TOML, written as a profile, with nothing but what is different.

    It stands on the profile that a device was enrolled with and takes the place of the change before, so it has to
    name everything that shall be different, a vote's order of ways (`surface.ways`) too. Nothing is restarted, no store
    is opened anew. A device that cannot use it keeps what it had, and says why.

    \b
    Example, words.toml:
      [speech]
      terms = ["蓝鲸超充", "海豚驿站"]
      [sync]
      quiet_hours = "23:00-06:00"
    then:
      tingche-hub push profile words.toml --site "Station 12" --state ./hub-state
    """
    from agent.contract.directives import ProfileChange
    from hub.pushing.reading import flat, profile_change

    if (file is None) is not clear:
        raise InputRefusedError("Name a FILE with what shall be different, or --clear to take every change back.")
    values = {} if file is None else flat(_read(file))
    if not values and not clear:
        raise InputRefusedError(f"{file} changes nothing. Use --clear to take every change back.")
    now = datetime.now(UTC)
    expires_at = None if days is None else now + timedelta(days=days)

    def payload(version: int) -> dict[str, Any]:
        return profile_change(values, version, expires_at).model_dump(mode="json")

    _push(at, Order(ProfileChange.kind, "", payload, now, expires_at), Choice(**who))


@push.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--days", type=click.IntRange(1, 365), help="Ends after so long. Default: `expires_at` of the file.")
@choice_options
@at_hub
def prompts(file: Path, days: int | None, at: AtHub, **who: Any) -> None:
    """Push a set of questions to devices. FILE is TOML or JSON. A newer push replaces the whole set of that name.

    \b
    Example, spring.toml:
      set_id = "spring"
      [[rules]]
      rule_id = "after-charging"
      trigger = "charging_done"
      question_zh = "这次充电顺利吗？"
      question_en = "Did charging go well?"
      cool_down_s = 86400
      answers = [{ answer_id = "yes", zh = "顺利", en = "Yes" }, { answer_id = "no", zh = "不顺利", en = "No" }]
    then:
      tingche-hub push prompts spring.toml --days 30 --tag fleet-north --state ./hub-state
    """
    from agent.contract.directives import PromptSet
    from hub.pushing.reading import prompt_set

    now = datetime.now(UTC)
    values = _read(file)
    if days is not None:
        values["expires_at"] = now + timedelta(days=days)
    elif "expires_at" not in values:
        raise InputRefusedError("When does it end? Add --days, or `expires_at` to the file.")
    first = prompt_set(values, 1)
    if first.expires_at <= now:
        raise InputRefusedError(f"{file} has ended on {first.expires_at:%Y-%m-%d}: no device would take it.")

    def payload(version: int) -> dict[str, Any]:
        return prompt_set(values, version).model_dump(mode="json")

    order = Order(PromptSet.kind, first.set_id, payload, now, first.expires_at)
    _push(at, order, Choice(**who))


@push.command()
@click.argument("ticket")
@click.option(
    "--status", required=True, type=click.Choice(["received", "in_progress", "solved"]), help="Where it stands."
)
@click.option("--zh", default="", metavar="TEXT", help="A short note for whoever left it, in Chinese.")
@click.option("--en", default="", metavar="TEXT", help="The same in English.")
@at_hub
def news(ticket: str, status: str, zh: str, en: str, at: AtHub) -> None:
    """Tell whoever left TICKET (T-000001) where it stands; on the device: `tingche-agent news`.

    The device masks the note, keeps it under that person's key, and erases it with them. The ticket's status here
    follows.

    \b
    Example:
      tingche-hub push news T-000001 --status solved --zh "三号枪已更换" --state ./hub-state
    """
    from agent.contract.directives import TicketNews, TicketState
    from hub.adapters.database.push_store import PushStore
    from hub.pushing.reading import ticket_news
    from hub.tickets.ticket import Status

    now = datetime.now(UTC)
    becomes = {"received": Status.NEW, "in_progress": Status.IN_PROGRESS, "solved": Status.CLOSED}[status]

    def order(row: Any) -> Order:
        def payload(version: int) -> dict[str, Any]:
            return ticket_news(row, version, TicketState(status), (zh, en), now).model_dump(mode="json")

        return Order(TicketNews.kind, row.record_id, payload, now)

    with at.database() as opened:
        pushed = PushStore(opened, os.urandom).tell(ticket, order, becomes, who=account())
    _say(at, pushed)


@push.command(name="list")
@click.option("--device", help="Of this device alone.")
@click.option("--waiting", is_flag=True, help="Only what has no answer yet, and what was refused.")
@at_hub
def list_(device: str | None, waiting: bool, at: AtHub) -> None:
    """List what was pushed to each device, and what it answered."""
    from hub.adapters.database.push_store import PushStore

    with at.database() as opened:
        found = PushStore(opened, os.urandom).standings(device)
    if waiting:
        found = [one for one in found if one.outcome not in {"applied", "stale"}]
    now = datetime.now(UTC)
    at.show(
        found,
        ("device", "kind", "matter", "in force", "pushed", "sent", "tries", "answered"),
        lambda s: (s.device, s.kind, s.matter or "-", s.told(now), s.pushed_at, s.sent_at, s.tries, s.answered_at),
        "没有推送 / nothing was pushed: `tingche-hub push --help`",
    )


def _push(at: AtHub, order: Order, choice: Choice) -> None:
    from hub.adapters.database.push_store import PushStore

    order.payload(1)  # what is wrong with it is said before anything is opened
    if choice.empty:
        raise InputRefusedError("To whom? Name devices with --device, --tag, --site or --kind, or take --all.")
    with at.database() as opened:
        pushed = PushStore(opened, os.urandom).push(order, choice, who=account())
    _say(at, pushed)


def _say(at: AtHub, pushed: Pushed) -> None:
    what = f"{pushed.kind} {pushed.matter}".strip()
    at.say(
        fields_of(pushed),
        f"已排队 / queued: {what} v{pushed.version} -> {len(pushed.devices)} 台 / devices\n"
        "设备上线后送达 / they get it when they are there: tingche-hub push list",
    )


def _read(file: Path) -> dict[str, Any]:
    """A TOML or JSON file's values."""
    try:
        text = file.read_text(encoding="utf-8")
        values = json.loads(text) if file.suffix == ".json" else tomllib.loads(text)
    except (OSError, ValueError) as error:
        raise InputRefusedError(f"{file} cannot be read: {error}. Mend the file, or use another.") from None
    if not isinstance(values, dict):
        raise InputRefusedError(f"{file} holds no object with keys.")
    return values
