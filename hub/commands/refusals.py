"""`tingche-hub refusals`: what was not taken, by reason."""

from pathlib import Path

import click

from hub.commands.options import database_option, fields_of, json_option, print_lines, print_table, state_option


@click.command()
@state_option
@database_option
@json_option
def refusals(state: Path, database: str | None, as_json: bool) -> None:
    """Count refused frames by reason. `tingche-hub set-aside list` shows those that are kept."""
    from hub.adapters.database.ticket_book import DatabaseTicketBook
    from hub.runtime import open_database

    with open_database(state, database) as opened:
        found = DatabaseTicketBook(opened).refusals()
    if as_json:
        print_lines(fields_of(refusal) for refusal in found)
        return
    print_table(
        ("reason", "count", "last"),
        ((r.reason, r.count, r.last_at) for r in found),
        "没有被拒绝的消息 / nothing was refused",
    )
