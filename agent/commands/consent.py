"""`tingche-agent consent`: the notices, what a person agreed to, and its end."""

import json
from pathlib import Path
from typing import Any

import click

from agent.commands._client import converse, json_option, never_asked, print_json, state_option, subject_option
from agent.consent.grant import Period, Purpose
from agent.consent.notice import TOUCH_NOTICE, Notice, notice_for

_PURPOSES = [p.value for p in Purpose]
_guardian_option = click.option("--guardian", is_flag=True, help="A guardian agrees, for somebody under 14.")
_period_option = click.option(
    "--period",
    type=click.Choice([p.value for p in Period]),
    default=Period.ONCE.value,
    show_default=True,
    help="How long. A permanent grant cannot be written.",
)


@click.group(short_help="Show the notices; grant, switch, show and withdraw consent.")
def consent() -> None:
    """What people are told, and what they agreed to. Nothing is captured, stored or sent without a live grant."""


@consent.command()
@click.option("--purpose", "purposes", multiple=True, type=click.Choice(_PURPOSES), help="What for; several times.")
@click.option("--touch", is_flag=True, help="The notice that stands beside the faces of a rating.")
@_guardian_option
def notice(purposes: tuple[str, ...], touch: bool, guardian: bool) -> None:
    """Print the exact text a person agrees to, in both languages, and its hash.

    \b
    Example:
      tingche-agent consent notice --purpose keep_voice_for_review
    """
    chosen = frozenset(Purpose(p) for p in purposes) or frozenset({Purpose.IMPROVE_SERVICE})
    shown: Notice = TOUCH_NOTICE if touch else notice_for(chosen, by_guardian=guardian)
    print(f"{shown.zh}\n\n{shown.en}\n\n{shown.id}\nSHA-256 {shown.hash}")


@consent.command()
@state_option
@subject_option
@click.option(
    "--purpose",
    "purposes",
    multiple=True,
    type=click.Choice(_PURPOSES),
    default=[Purpose.IMPROVE_SERVICE.value],
    show_default=True,
    help="What for; give it several times for several purposes. keep_voice_for_review only by itself; call_back "
    "and attach_vehicle_state are of use beside improve_service alone.",
)
@_period_option
@_guardian_option
@json_option
def grant(
    state: Path, subject: str | None, purposes: tuple[str, ...], period: str, guardian: bool, as_json: bool
) -> None:
    """Write down that the person in front of this device has read the notice and agrees."""
    request = {
        "do": "consent_grant",
        "subject": subject,
        "purposes": list(purposes),
        "period": period,
        "guardian": guardian,
    }
    _ask(state, request, as_json=as_json)


@consent.command()
@click.argument("purpose", type=click.Choice(_PURPOSES))
@click.argument("position", type=click.Choice(["on", "off"]))
@state_option
@subject_option
@_period_option
@_guardian_option
@json_option
def switch(
    purpose: str, position: str, state: Path, subject: str | None, period: str, guardian: bool, as_json: bool
) -> None:
    """Turn one purpose on or off. All stand at off until a person turns them on.

    \b
    Example:
      tingche-agent consent switch call_back off --state ./car
    """
    request = {
        "do": "consent_switch",
        "subject": subject,
        "purpose": purpose,
        "on": position == "on",
        "period": period,
        "how": "command_line",
        "guardian": guardian,
    }
    _ask(state, request, as_json=as_json)


@consent.command()
@state_option
@subject_option
@json_option
def show(state: Path, subject: str | None, as_json: bool) -> None:
    """Show what this person agreed to, and which purposes are live now."""
    _ask(state, {"do": "consent_show", "subject": subject}, as_json=as_json)


@consent.command()
@click.argument("who", required=False)
@state_option
def history(who: str | None, state: Path) -> None:
    """Print every signed record of a person's consent as JSON-LD (ISO/IEC TS 27560, terms of DPV).

    WHO is a driver profile's name, a receipt code or a receipt's secret.
    """
    for event in converse(state, {"do": "consent_history", "who": who}, never_asked):
        print(json.dumps(event["records"], ensure_ascii=False, indent=1))


@consent.command()
@state_option
@subject_option
@click.option("--purpose", "purposes", multiple=True, type=click.Choice(_PURPOSES), help="Only this; default: all.")
@json_option
def withdraw(state: Path, subject: str | None, purposes: tuple[str, ...], as_json: bool) -> None:
    """Withdraw consent, and purge what was not sent yet and rested on it. Needs no network and no reason."""
    request = {"do": "consent_withdraw", "subject": subject, "purposes": list(purposes)}
    _ask(state, request, as_json=as_json)


@consent.command(name="not-this-trip")
@state_option
@click.option("--over", is_flag=True, help="The trip is over, or the person wants to be heard again.")
@json_option
def not_this_trip(state: Path, over: bool, as_json: bool) -> None:
    """Hear and ask nobody until the next trip. One touch, no reason, and nothing is erased by it."""
    _ask(state, {"do": "not_this_trip", "on": not over}, as_json=as_json)


@consent.command(name="under-14")
@state_option
@subject_option
@json_option
def under_14(state: Path, subject: str | None, as_json: bool) -> None:
    """Say that a driver profile is a child's: from now on only a guardian can agree for it."""
    _ask(state, {"do": "consent_under_14", "subject": subject}, as_json=as_json)


@consent.command()
@state_option
@json_option
def stores(state: Path, as_json: bool) -> None:
    """List every place on this device that can hold something of a person: under which key, how long, how erased."""
    _ask(state, {"do": "stores"}, as_json=as_json)


def _ask(state: Path, request: dict[str, Any], *, as_json: bool) -> None:
    for event in converse(state, request, never_asked):
        if as_json:
            print_json(event)
        else:
            _print(event)


def _print(event: dict[str, Any]) -> None:
    match event["event"]:
        case "granted":
            print(f"已同意 granted: {', '.join(event['purposes'])}，至 until {event['expires_at']}")
        case "consent":
            _print_consent(event)
        case "withdrawn":
            purged = event["unsent_records_purged"]
            print(f"已撤回；清除未发送记录 {purged} 条。Withdrawn; {purged} unsent records purged.")
        case "not_this_trip":
            on = "本次行程不打扰。Not this trip." if event["on"] else "可以说话了。Listening again, when asked."
            print(on)
        case "under_14":
            print("已登记为未满 14 周岁，须由监护人同意。Under 14: only a guardian can agree from now on.")
        case "stores":
            for store in event["stores"]:
                print(f"{store['name']:22} {store['sealed_under']:12} {store['what']}")
                if store["personal"]:
                    print(f"{'':22} 导出 export: {store['exported']}")
                    print(f"{'':22} 删除 erase:  {store['erased']}")
                    print(f"{'':22} 保存 kept:   {store['kept']}")


def _print_consent(event: dict[str, Any]) -> None:
    if event["not_this_trip"]:
        print("本次行程不打扰 not this trip")
    if event["under_14"]:
        print("未满 14 周岁，须由监护人同意 under 14: a guardian agrees")
    for switch_ in event["switches"]:
        until = f"  至 until {switch_['until']}" if switch_["on"] else ""
        print(f"{'✓' if switch_['on'] else '–'} {switch_['purpose']}  {switch_['label_zh']}{until}")
    for given in event["grants"]:
        ended = f"  已撤回 withdrawn {given['withdrawn_at']}" if given["withdrawn_at"] else ""
        print(f"  {given['given_at']}  {given['period']}  {', '.join(given['purposes'])}{ended}")
