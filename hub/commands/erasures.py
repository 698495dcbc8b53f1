"""`tingche-hub erasures`: what was erased on request, what is not done yet, and by when it has to be."""

from pathlib import Path

import click

from hub.commands.options import database_option, json_option, print_lines, print_table, state_option


@click.command()
@state_option
@click.option("--limit", default=200, show_default=True, type=click.IntRange(1, 100_000), help="At most so many.")
@click.option("--overdue", is_flag=True, help="Only those not done in time. Exit status 1 when there are any.")
@database_option
@json_option
def erasures(state: Path, limit: int, overdue: bool, database: str | None, as_json: bool) -> int:
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
    if as_json:
        print_lines(shown)
    else:
        names = ("erasure_id", "origin", "device", "requested_at", "standing", "completed_at", "due", "tickets_erased")
        print_table(
            ("erasure", "asked at", "device", "requested", "standing", "completed", "due", "tickets"),
            (tuple(one[name] for name in names) for one in shown),
            "没有超期的删除请求 / no erasure is overdue" if overdue else "还没有删除请求 / no erasures yet",
        )
    return 1 if overdue and late else 0
