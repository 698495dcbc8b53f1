"""`tingche-agent cabin`: the car tells its pages whether it moves, and whether it is night."""

from pathlib import Path

import click

from agent.adapters import control_socket
from agent.commands._client import never_asked, state_option
from agent.errors import TechnicianNeededError


@click.command(short_help="Tell the pages whether the car moves, and whether it is night.")
@state_option
@click.option("--moving/--parked", required=True, help="Moving: no transcript and no keyboard on the screen.")
@click.option("--night/--day", default=False, help="Dark pages at night.")
def cabin(state: Path, moving: bool, night: bool) -> None:
    """For the car's own system, at every change. Until the first word a head unit counts as moving.

    \b
    Example:
      tingche-agent cabin --state ./car --parked --night
    """
    try:
        for _event in control_socket.request(state, {"do": "cabin", "moving": moving, "night": night}, never_asked):
            pass
    except ConnectionError:
        raise TechnicianNeededError(
            f"No agent runs in {state}, so it shows no pages. Start it: tingche-agent run --state {state} --pages 8470"
        ) from None
