"""`tingche-agent news`: what became of what a person has said."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from agent.commands._client import converse, json_option, never_asked, print_json, state_option

_STATES = {
    "waiting": "等待联网发送 waiting to be sent",
    "received": "已收到 received",
    "in_progress": "处理中 being worked on",
    "solved": "已解决 solved",
    "receipted": "已收到 received",
    "quarantined": "未送达，已搁置 not delivered, set aside",
}


@click.command(short_help="What became of a person's feedback.")
@click.argument("who")
@state_option
@json_option
def news(who: str, state: Path, as_json: bool) -> None:
    """Show where the tickets of WHO stand, as far as this device has heard; works with no network.

    WHO is a driver profile's name, a receipt code (TC-XXXX-XXXX) or a receipt's 26-character secret.

    \b
    Example:
      tingche-agent news driver --state ./car
      tingche-agent news TC-7K4M-29QX --state ./kiosk
    """
    for event in converse(state, {"do": "news", "who": who}, never_asked):
        event.pop("event")
        if as_json:
            print_json(event)
        else:
            _show(event["tickets"])


def _show(tickets: list[dict[str, Any]]) -> None:
    if not tickets:
        print("还没有反馈 no feedback yet")
    for ticket in tickets:
        told_at = ticket.get("told_at")
        when = "" if told_at is None else f"  {datetime.fromisoformat(told_at).astimezone():%Y-%m-%d %H:%M}"
        code = ticket.get("receipt_code") or ""
        print(f"{ticket['ticket_no'] or '-'}  {code}  {_STATES[ticket['state']]}{when}")
        for note in filter(None, (ticket.get("note_zh"), ticket.get("note_en"))):
            print(f"    {note}")
