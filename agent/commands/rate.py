"""`tingche-agent rate`: one touch on a face."""

from pathlib import Path

import click

from agent.commands._client import json_option, models_option, profile_option, state_option, subject_option
from agent.commands.say import Answers, run_feedback


@click.command(short_help="One touch on a face: 1 very bad ... 5 very good.")
@click.argument("rating", type=click.IntRange(1, 5))
@state_option
@profile_option
@models_option
@subject_option
@click.option("--scene", help="What it is about, such as charging_done or repair_done.")
@click.option("--agree", is_flag=True, help="The person has just agreed to the notice, for this one feedback.")
@click.option("--wait", "wait_s", default=0.0, show_default=True, help="Seconds to wait for the hub's ticket number.")
@json_option
def rate(
    rating: int,
    state: Path,
    profile: str | None,
    models_root: Path | None,
    subject: str | None,
    scene: str | None,
    agree: bool,
    wait_s: float,
    as_json: bool,
) -> None:
    """Keep a rating: a complete feedback with no words. Needs no speech model and no network.

    \b
    Example:
      tingche-agent rate 2 --state ./kiosk --scene charging_done --agree
    """
    request = {
        "do": "rate",
        "rating": rating,
        "subject": subject,
        "scene": scene,
        "agreed": agree,
        "wait_s": wait_s,
    }
    run_feedback(state, request, Answers(), profile=profile, models_root=models_root, as_json=as_json)
