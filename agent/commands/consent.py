"""`tingche-agent consent`: the notice, and what a person agreed to."""

from pathlib import Path

import click

from agent.commands._client import converse, json_option, never_asked, print_json, state_option, subject_option
from agent.consent.grant import Period, Purpose
from agent.consent.notice import NOTICE


@click.group(short_help="Show the notice; grant, show and withdraw consent.")
def consent() -> None:
    """What people are told, and what they agreed to. Nothing is captured, stored or sent without a live grant."""


@consent.command()
def notice() -> None:
    """Print the exact text a person agrees to, in both languages, and its hash."""
    print(f"{NOTICE.zh}\n\n{NOTICE.en}\n\nSHA-256 {NOTICE.hash}")


@consent.command()
@state_option
@subject_option
@click.option(
    "--purpose",
    "purposes",
    multiple=True,
    type=click.Choice([p.value for p in Purpose]),
    default=[Purpose.IMPROVE_SERVICE.value],
    show_default=True,
    help="What for; give it several times for several purposes.",
)
@click.option(
    "--period",
    type=click.Choice([p.value for p in Period]),
    default=Period.ONCE.value,
    show_default=True,
    help="How long. A permanent grant cannot be written.",
)
@json_option
def grant(state: Path, subject: str | None, purposes: tuple[str, ...], period: str, as_json: bool) -> None:
    """Write down that the person in front of this device has read the notice and agrees."""
    request = {"do": "consent_grant", "subject": subject, "purposes": list(purposes), "period": period}
    for event in converse(state, request, never_asked):
        if as_json:
            print_json(event)
        else:
            print(f"已同意 granted: {', '.join(event['purposes'])}，至 until {event['expires_at']}")


@consent.command()
@state_option
@subject_option
@json_option
def show(state: Path, subject: str | None, as_json: bool) -> None:
    """Show what this person agreed to, and which purposes are live now."""
    for event in converse(state, {"do": "consent_show", "subject": subject}, never_asked):
        if as_json:
            print_json(event)
            continue
        for purpose, live in event["live"].items():
            print(f"{'✓' if live else '–'} {purpose}")
        for given in event["grants"]:
            ended = f"  已撤回 withdrawn {given['withdrawn_at']}" if given["withdrawn_at"] else ""
            print(f"  {given['given_at']}  {given['period']}  {', '.join(given['purposes'])}{ended}")


@consent.command()
@state_option
@subject_option
@json_option
def withdraw(state: Path, subject: str | None, as_json: bool) -> None:
    """Withdraw every consent of this person and purge what was not sent yet. Needs no network and no reason."""
    for event in converse(state, {"do": "consent_withdraw", "subject": subject}, never_asked):
        if as_json:
            print_json(event)
        else:
            purged = event["unsent_records_purged"]
            print(f"已撤回；清除未发送记录 {purged} 条。Withdrawn; {purged} unsent records purged.")
