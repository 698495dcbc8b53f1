"""`tingche-hub tag`: names by which devices are found."""

import os
import re
from pathlib import Path

import click

from hub.commands.options import database_option, json_option, print_json, state_option
from hub.errors import InputRefusedError

_TAG = re.compile(r"[a-z0-9][a-z0-9_.-]{0,63}")


@click.command()
@click.argument("device")
@click.argument("tags", nargs=-1, required=True)
@click.option("--remove", is_flag=True, help="Take these tags away.")
@state_option
@database_option
@json_option
def tag(device: str, tags: tuple[str, ...], remove: bool, state: Path, database: str | None, as_json: bool) -> None:
    """Give DEVICE tags, by which `push --tag` finds it.

    \b
    Example:
      tingche-hub tag d-0123456789abcdef0123 fleet-north pilot --state ./hub-state
    """
    from hub.adapters.database.push_store import PushStore
    from hub.runtime import open_database

    if wrong := [one for one in tags if _TAG.fullmatch(one) is None]:
        raise InputRefusedError(f"{', '.join(wrong)}: a tag is 1 to 64 small letters, digits, dots, dashes.")
    with open_database(state, database) as opened:
        store = PushStore(opened, os.urandom)
        if not store.tag(device, tags, remove=remove):
            raise InputRefusedError("There is no such device. `tingche-hub devices` lists them.")
        now = store.tags().get(device, ())
    if as_json:
        print_json({"device": device, "tags": now})
    else:
        print(f"{device}: {' '.join(now) or '-'}")
