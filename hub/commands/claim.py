"""`tingche-hub claim`: a one-time code that enrols one device."""

import secrets
from datetime import timedelta
from pathlib import Path

import click

from hub.commands.options import database_option, json_option, print_json, state_option
from hub.errors import InputRefusedError

KINDS = ("head_unit", "charger_kiosk", "service_terminal")
"""The contract's device kinds, spelled here so that --help loads nothing."""
_MAX_PLACE = 120


@click.command()
@state_option
@click.option("--kind", default=KINDS[0], show_default=True, type=click.Choice(KINDS), help="What the device is.")
@click.option("--place", default="", help="Name of the site as staff know it; empty for a car. Never coordinates.")
@click.option("--valid-minutes", default=60, show_default=True, type=click.IntRange(1, 7 * 24 * 60), help="How long.")
@database_option
@json_option
def claim(state: Path, kind: str, place: str, valid_minutes: int, database: str | None, as_json: bool) -> None:
    """Make a one-time code that a technician types into a new device. Works while the hub runs.

    The second part of the code is the fingerprint by which the device recognises this hub.

    \b
    On the hub:     tingche-hub claim --state ./hub --kind charger_kiosk --place "滨江站 1 号桩"
    On the device:  tingche-agent provision --state DIR --hub URL --claim CODE --profile charger_kiosk
    """
    from agent.contract.messages import DeviceKind
    from hub.adapters.database.fleet_store import FleetStore
    from hub.fleet.claims import Claim, ClaimCode
    from hub.runtime import open_hub, utc_now

    if len(place) > _MAX_PLACE or not place.isprintable():
        raise InputRefusedError(f"--place has to be at most {_MAX_PLACE} printable characters.")
    with open_hub(state, database) as hub:
        now = utc_now()
        code = ClaimCode.make(secrets.token_bytes, hub.keys.authority.der)
        new = Claim(hub.tenant, DeviceKind(kind), place, now + timedelta(minutes=valid_minutes))
        FleetStore(hub.database).add_claim(code.hashed(hub.keys.claim), new, now)
    if as_json:
        print_json(
            {"claim": code.text, "tenant": new.tenant, "kind": kind, "place": place, "expires_at": new.expires_at}
        )
        return
    print(code.text)
    print(f"  tingche-agent provision --state DIR --hub URL --claim {code.text} --profile {kind}")
    print(f"  {kind} · {place or '-'} · 一次有效, {valid_minutes} 分钟内 / once, within {valid_minutes} minutes")
