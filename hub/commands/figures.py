"""`tingche-hub figures`: what came in, counted and weighed."""

from datetime import timedelta

import click

from hub.commands.options import AtHub, at_hub, fields_of, print_lines, print_table
from hub.tickets.figures import By


@click.command()
@click.option("--by", type=click.Choice([by.value for by in By]), default=By.PLACE.value, show_default=True)
@click.option("--days", type=click.IntRange(1, 3650), help="Only of the last so many days. Default: all that is kept.")
@click.option("--without-marked", is_flag=True, help="Leave out what says little, repeats another or is a shop's own.")
@at_hub
def figures(by: str, days: int | None, without_marked: bool, at: AtHub) -> None:
    """Count what came in, and average the ratings: raw, and weighted by how people came in.

    Who came by a printed sticker, which anybody can open again and again, counts half. STATE/weights.toml changes that:

    \b
      [entry]
      sticker = 0.25

    \b
    Example:
      tingche-hub figures --by place --days 30 --without-marked --state ./hub-state
    """
    from hub.adapters.database.figure_store import FigureStore
    from hub.runtime import tenant_of, utc_now, weights_of

    since = utc_now() - timedelta(days=days) if days else None
    weights = weights_of(at.state)
    with at.database() as opened:
        total, found = FigureStore(opened, weights).figures(
            By(by), tenant=tenant_of(opened), since=since, without_marked=without_marked
        )
    if at.as_json:
        print_lines({by: one.name, **{k: v for k, v in fields_of(one).items() if k != "name"}} for one in found)
        return
    print_table(
        (by, "count", "weighted", "marked", "rated", "average", "weighted average"),
        (
            (one.name or "-", one.count, one.weighted, one.marked, one.rated, one.average, one.weighted_average)
            for one in (*found, *([total] if found else []))
        ),
        "还没有可数的 / nothing to count yet",
    )
