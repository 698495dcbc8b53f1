"""`tingche-hub broker`: run the embedded broker apart from the hub."""

from pathlib import Path
from typing import Any

import click

from hub.commands.options import json_option, log_to_stderr, print_json, state_option


@click.command()
@state_option
@click.option("--port", default=18460, show_default=True, type=click.IntRange(0, 65535), help="0: a free one.")
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Only 127.0.0.1 is taken: it cannot check client certificates.",
)
@json_option
def broker(state: Path, port: int, host: str, as_json: bool) -> None:
    """Run only the embedded MQTT broker, for a hub started with --broker 127.0.0.1:PORT."""
    from hub.runtime import run_broker

    log_to_stderr()

    def ready(addresses: dict[str, Any]) -> None:
        if as_json:
            print_json({"event": "ready", **addresses})
        else:
            print(f"MQTT 代理已启动 / broker is running on {addresses['mqtt']} (pid {addresses['pid']})", flush=True)

    run_broker(state, port, host, ready)
