"""`tingche-hub devices`: the fleet."""

import os
from datetime import UTC, datetime
from pathlib import Path

import click

from hub.commands.options import database_option, fields_of, json_option, print_json, print_table, state_option

_SHOWN = ("profile", "prompts")
"""Kinds of directives; news of tickets is shown by `push list`."""


@click.command()
@state_option
@database_option
@json_option
def devices(state: Path, database: str | None, as_json: bool) -> None:
    """List enrolled devices, the profile and prompts that each has, and the newest ledger that each has sent.

    `v3 (v4 waiting)`: the device has version 3 and has not answered version 4 yet.
    """
    from hub.adapters.database.push_store import PushStore
    from hub.adapters.database.ticket_book import DatabaseTicketBook
    from hub.runtime import open_database

    with open_database(state, database) as opened:
        book = DatabaseTicketBook(opened)
        found, losses = book.devices(), {loss.device: loss for loss in book.losses()}
        store = PushStore(opened, os.urandom)
        pushed, tags, phases = store.standings_by_device(), store.tags(), store.phases()
    if as_json:
        for device in found:
            loss = losses.get(device.device)
            ledger = {**loss.counts, "reported_at": loss.reported_at} if loss else None
            its = [fields_of(one) for one in pushed.get(device.device, ()) if one.kind in _SHOWN]
            told = {"tags": tags.get(device.device, ()), "phase": phases.get(device.device), "directives": its}
            print_json({**fields_of(device), "ledger": ledger, **told})
        return
    now = datetime.now(UTC)

    def versions(device: str, kind: str) -> str:
        told = (f"{one.matter} {one.told(now)}".strip() for one in pushed.get(device, ()) if one.kind == kind)
        return ", ".join(told) or "-"

    print_table(
        ("device", "kind", "place", "phase", "tags", "profile", "prompts", "enrolled", "last seen", "revoked"),
        (
            (
                d.device,
                d.kind,
                d.place,
                phases.get(d.device),
                " ".join(tags.get(d.device, ())) or "-",
                *(versions(d.device, kind) for kind in _SHOWN),
                d.enrolled_at,
                d.last_seen_at,
                d.revoked_at,
            )
            for d in found
        ),
        "还没有设备 / no devices yet: make a code with `tingche-hub claim`",
    )
