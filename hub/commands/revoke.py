"""`tingche-hub revoke`: refuse a device from now on."""

from pathlib import Path

import click

from hub.commands.options import database_option, json_option, print_json, state_option
from hub.errors import InputRefusedError


@click.command()
@click.argument("device")
@state_option
@database_option
@json_option
def revoke(device: str, state: Path, database: str | None, as_json: bool) -> None:
    """Refuse DEVICE from its next message on. Works while the hub runs; its tickets stay.

    An external broker refuses it too, from its next connection on, once it has read STATE/keys/revoked.crl again: send
    mosquitto a SIGHUP.

    \b
    Example:
      tingche-hub revoke d-0123456789abcdef0123 --state ./hub-state && pkill -HUP mosquitto
    """
    from hub.adapters.database.fleet_store import FleetStore
    from hub.runtime import list_revoked, open_hub, utc_now

    with open_hub(state, database) as hub:
        known = FleetStore(hub.database).revoke(device, utc_now())
        if not known:
            raise InputRefusedError("There is no such device. `tingche-hub devices` lists them.")
        list_revoked(hub)
    if as_json:
        print_json({"device": device, "revoked": True})
    else:
        print(f"已吊销 / revoked: {device}")
