"""`tingche-hub erasures`: what was erased on request, what is not done yet, and by when it has to be."""

from pathlib import Path

import click

from hub.commands.options import database_option, json_option, print_lines, print_table, state_option

_COLUMNS = {
    "erasure": "erasure_id",
    "asked at": "origin",
    "device": "device",
    "requested": "requested_at",
    "standing": "standing",
    "completed": "completed_at",
    "due": "due",
    "tickets": "tickets_erased",
    "device confirmed": "confirmed_at",
}
"""Titles, and the fields under them."""


@click.command()
@state_option
@click.option("--limit", default=200, show_default=True, type=click.IntRange(1, 100_000), help="At most so many.")
@click.option("--overdue", is_flag=True, help="Only those not done in time. Exit status 1 when there are any.")
@click.option(
    "--unconfirmed", is_flag=True, help="Only those asked for at the hub that the device has not followed yet."
)
@database_option
@json_option
def erasures(state: Path, limit: int, overdue: bool, unconfirmed: bool, database: str | None, as_json: bool) -> int:
    """List erasures: what is not done yet first, then the newest. Nothing of what was erased is known any more.

    An erasure takes seconds here. The law allows ten Chinese working days; `due` is the end of the last one. For a year
    whose holidays are not announced yet, weekends alone count, and `due` is marked with ~.

    \b
    Example, as an alarm in cron:
      tingche-hub erasures --overdue --state ./hub-state || mail -s 'overdue erasures' privacy@example.com
    """
    from hub.adapters.database.ticket_book import DatabaseTicketBook
    from hub.erasure.report import line
    from hub.runtime import open_database, utc_now

    now = utc_now()
    with open_database(state, database) as opened:
        found = [line(stone, now) for stone in DatabaseTicketBook(opened).tombstones(limit)]
    late = [one for one in found if one["overdue"]]
    shown = late if overdue else found
    if unconfirmed:
        shown = [one for one in shown if one["origin"] == "hub" and one["confirmed_at"] is None]
    if as_json:
        print_lines(shown)
    else:
        print_table(
            tuple(_COLUMNS),
            (tuple(one[name] for name in _COLUMNS.values()) for one in shown),
            "没有这样的删除请求 / no such erasure" if overdue or unconfirmed else "还没有删除请求 / no erasures yet",
        )
    return 1 if overdue and late else 0
