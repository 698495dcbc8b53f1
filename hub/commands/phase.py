"""`tingche-hub phase`: which phase of the roll-out devices are in."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from hub.commands.options import account, database_option, json_option, print_json, state_option
from hub.commands.push import choice_options
from hub.errors import InputRefusedError
from hub.pushing.push import Choice


@click.command()
@click.argument("phase", type=click.Choice(["1", "2", "3", "none"]))
@choice_options
@state_option
@database_option
@json_option
def phase(phase: str, state: Path, database: str | None, as_json: bool, **who: Any) -> None:
    """Put devices into a PHASE of the roll-out, by which `push --phase` and campaigns find them.

    \b
    1  基础 foundation: feedback alone
    2  试点 pilot: scenes that are being tried
    3  推广 everywhere

    \b
    Example: a whole site becomes a pilot
      tingche-hub phase 2 --site "Station 12" --state ./hub-state
    """
    from hub.adapters.database.push_store import PushStore
    from hub.runtime import open_database

    choice = Choice(**who)
    if choice.empty:
        raise InputRefusedError("Which devices? Name them with --device, --tag, --site or --kind, or take --all.")
    number = None if phase == "none" else int(phase)
    with open_database(state, database) as opened:
        changed = PushStore(opened, os.urandom).set_phase(choice, number, who=account(), now=datetime.now(UTC))
    if as_json:
        print_json({"phase": number, "devices": changed})
    else:
        print(f"阶段 / phase {phase}: {len(changed)} 台 / devices")
