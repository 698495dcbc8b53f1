"""`tingche-hub erasures`: what was erased on request."""

from pathlib import Path

import click

from hub.commands.options import database_option, fields_of, json_option, print_lines, print_table, state_option


@click.command()
@state_option
@click.option("--limit", default=200, show_default=True, type=click.IntRange(1, 100_000), help="At most so many.")
@database_option
@json_option
def erasures(state: Path, limit: int, database: str | None, as_json: bool) -> None:
    """List finished erasures, newest first: that they happened, when, and how many tickets they blanked."""
    from hub.adapters.database.ticket_book import DatabaseTicketBook
    from hub.runtime import open_database

    with open_database(state, database) as opened:
        found = DatabaseTicketBook(opened).tombstones(limit)
    if as_json:
        print_lines(fields_of(tombstone) for tombstone in found)
        return
    print_table(
        ("erasure", "device", "requested", "completed", "tickets"),
        ((t.erasure_id, t.device, t.requested_at, t.completed_at, t.tickets_erased) for t in found),
        "还没有删除请求 / no erasures yet",
    )
