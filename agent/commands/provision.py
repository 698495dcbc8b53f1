"""`tingche-agent provision`: make this device known to a hub."""

from pathlib import Path

import click

from agent.commands._client import json_option, print_json, state_option


@click.command(short_help="Enrol this device with a one-time claim.")
@state_option
@click.option("--hub", required=True, help="The hub's address: http://127.0.0.1:8460, or https:// beyond this machine.")
@click.option("--claim", required=True, help='One-time code from "tingche-hub claim"; case and dashes do not matter.')
@click.option("--profile", default="head_unit", show_default=True, help="A shipped profile's name or a .toml file.")
@json_option
def provision(state: Path, hub: str, claim: str, profile: str, as_json: bool) -> None:
    """Make this device known to a hub. Its keys are made here and never leave.

    \b
    On the hub:     tingche-hub claim --state HUBDIR --kind head_unit
    On the device:  tingche-agent provision --state DIR --hub http://127.0.0.1:8460 --claim CODE
    """
    from agent.enrolled import provision as enrol_device

    identity = enrol_device(state, hub=hub, claim=claim, profile=profile)
    if as_json:
        print_json({"event": "enrolled", "device": identity.device, "tenant": identity.tenant, "kind": identity.kind})
    else:
        print(f"已开通 enrolled: {identity.device} ({identity.kind}, {identity.tenant})")
        print(f"下一步 next: tingche-agent run --state {state}")
