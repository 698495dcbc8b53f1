"""`tingche-agent keys`: the device's own keys."""

from pathlib import Path

import click

from agent.commands._client import converse, json_option, never_asked, print_json, state_option


@click.group()
def keys() -> None:
    """Look after the keys of this device."""


@keys.command(epilog="Example: tingche-agent keys rotate --state /var/lib/tingche")
@state_option
@json_option
def rotate(state: Path, as_json: bool) -> None:
    """Make a new device key, wrap everybody's keys under it, and destroy the old one.

    Records stay readable; copies of the old key open nothing any more. Works with no network and while the agent runs.
    When the power fails in between, the agent finishes it at its next start.
    """
    for event in converse(state, {"do": "rotate_keys"}, never_asked):
        if as_json:
            print_json(event)
        else:
            print(f"设备密钥已更换 device key rotated: {event['rewrapped']} 个密钥重新加密 keys wrapped anew")
