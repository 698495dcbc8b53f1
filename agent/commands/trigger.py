"""`tingche-agent trigger`: tell the running agent that something happened, as a charger or a vehicle would."""

from pathlib import Path

import click

from agent.adapters import control_socket
from agent.commands._client import checked, json_option, never_asked, print_json, state_option
from agent.errors import InputRefusedError, TechnicianNeededError
from agent.feedback.trigger import Fact


@click.command(short_help="Tell the running agent that something happened: a charge that ended, a repair.")
@click.argument("event", metavar="EVENT")
@click.option("--fact", "facts", multiple=True, metavar="NAME=VALUE", help="What is known about it. Repeatable.")
@state_option
@json_option
def trigger(event: str, facts: tuple[str, ...], state: Path, as_json: bool) -> None:
    """For technicians who try a device, and for systems that know what happened and have no other way to tell it.

    Shows the question that now stands on the screen, or why none does. EVENT and facts: tingche-agent questions.

    \b
    Example:
      tingche-agent trigger charging_done --fact kwh=30 --state ./kiosk
      tingche-agent trigger repair_done --fact new_energy=true --fact first_service=true --state ./terminal
    """
    request = {"do": "trigger", "trigger": event, "facts": dict(map(_fact, facts))}
    try:
        for told in control_socket.request(state, request, never_asked):
            _show(checked(told), as_json=as_json)
    except ConnectionError:
        raise TechnicianNeededError(
            f"No agent runs in {state}, so nobody is asked. Start it: tingche-agent run --state {state}"
        ) from None


def _show(told: dict[str, object], *, as_json: bool) -> None:
    if as_json:
        print_json(told)
        return
    question, not_asked = told["asks"], told["not_asked"]
    if isinstance(question, dict):
        print(f"正在问 asking: {question['zh']}  {question['en']}")
        for answer in question["answers"]:
            print(f"  {answer['zh']}  {answer['en']}")
        if not told["seen"]:
            print("页面显示出来才算问过 It counts as asked once a page shows it.")
    else:
        print("现在没有提问 No question now.")
    for one in not_asked if isinstance(not_asked, list) else ():
        print(f"未问 not asked: {one['rule']} ({one['reason']})")


def _fact(given: str) -> tuple[str, Fact]:
    name, equals, value = given.partition("=")
    if not equals:
        raise InputRefusedError(f"--fact {given!r}: write NAME=VALUE, such as kwh=30.")
    if value in {"true", "false"}:
        return name, value == "true"
    for kind in (int, float):
        try:
            return name, kind(value)
        except ValueError:
            continue
    return name, value
