"""`tingche-agent export` and `erase`: what the device has of a person, and its end."""

import json
from pathlib import Path
from typing import Any

import click

from agent.commands._client import converse, is_interactive, json_option, never_asked, print_json, state_option
from agent.commands.say import print_erased
from agent.errors import InputRefusedError

_WHO = "WHO is a driver profile's name, a receipt code (TC-XXXX-XXXX) or a receipt's 26-character secret."


@click.command(short_help="What this device has of a person.", epilog=_WHO)
@click.argument("who")
@state_option
@json_option
def export(who: str, state: Path, as_json: bool) -> None:
    """Print everything this device has of a person, or of one receipt. Masked, as it is sent."""
    for event in converse(state, {"do": "export", "who": who}, never_asked):
        event.pop("event")
        if as_json:
            print_json(event)
        else:
            print(json.dumps(event, ensure_ascii=False, indent=2))


@click.command(short_help="Delete a person's data, here and at the hub.", epilog=_WHO)
@click.argument("who")
@state_option
@click.option("--yes", is_flag=True, help="Do not ask.")
@json_option
def erase(who: str, state: Path, yes: bool, as_json: bool) -> None:
    """Destroy what this device has of a person, or of one receipt, and tell the hub as soon as there is a network.

    The key is destroyed, the rows are deleted, the log is truncated; the hub deletes its tickets and refuses what
    arrives late. Works with no network. There is no way back.
    """
    if not yes:
        if not is_interactive():
            raise InputRefusedError("Deleting cannot be undone: add --yes to confirm.")
        click.confirm("删除后不能恢复，继续？This cannot be undone. Continue?", default=False, abort=True, err=True)
    for event in converse(state, {"do": "erase", "who": who}, never_asked):
        _show(event, as_json=as_json)


def _show(event: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        print_json(event)
    else:
        print_erased(event)
