"""`tingche-hub desk-key`: the call-back desk's key, under a passphrase that only the desk knows."""

import os
from pathlib import Path

import click

from hub.commands.options import json_option, print_json, state_option


@click.command("desk-key")
@state_option
@json_option
def desk_key(state: Path, as_json: bool) -> None:
    """Put the call-back desk's key under a passphrase. From then on whoever opens a contact has to type it.

    Without it nobody can open a contact, neither this machine's administrator nor somebody with a copy of its disk. It
    cannot be recovered: two people of the desk should know it. The passphrase is asked for twice, or read from
    TINGCHE_DESK_PASSPHRASE. The file may be kept elsewhere afterwards; desk.pub has to stay.

    \b
    Example:
      tingche-hub desk-key --state ./hub
      mv ./hub/keys/desk.key /media/usb/ && tingche-hub contact T-000042 --desk-key /media/usb/desk.key ...
    """
    from hub.adapters.desk_key import protect
    from hub.adapters.state_folder import StateFolder

    folder = StateFolder(state)
    folder.require()
    given = os.environ.get("TINGCHE_DESK_PASSPHRASE") or click.prompt(
        "新口令 / new passphrase", hide_input=True, confirmation_prompt="再输一次 / again", err=True
    )
    protect(folder.keys, given)
    if as_json:
        print_json({"protected": True})
    else:
        print("回拨台的密钥已加口令 / the desk's key is under a passphrase")
