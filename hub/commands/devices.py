"""`tingche-hub devices`: the fleet."""

from pathlib import Path

import click

from hub.commands.options import database_option, fields_of, json_option, print_json, print_table, state_option


@click.command()
@state_option
@database_option
@json_option
def devices(state: Path, database: str | None, as_json: bool) -> None:
    """List enrolled devices and the newest ledger that each has sent."""
    from hub.adapters.database.ticket_book import DatabaseTicketBook
    from hub.runtime import open_database

    with open_database(state, database) as opened:
        book = DatabaseTicketBook(opened)
        found, losses = book.devices(), {loss.device: loss for loss in book.losses()}
    if as_json:
        for device in found:
            loss = losses.get(device.device)
            ledger = {**loss.counts, "reported_at": loss.reported_at} if loss else None
            print_json({**fields_of(device), "ledger": ledger})
        return
    print_table(
        ("device", "kind", "place", "enrolled", "last seen", "revoked"),
        ((d.device, d.kind, d.place, d.enrolled_at, d.last_seen_at, d.revoked_at) for d in found),
        "还没有设备 / no devices yet: make a code with `tingche-hub claim`",
    )
