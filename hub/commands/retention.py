"""`tingche-hub retention`: how long what is kept, and how much of it has gone."""

from pathlib import Path

import click

from hub.commands.options import database_option, json_option, print_json, print_table, state_option


@click.command()
@click.option("--run", is_flag=True, help="Delete now what is due. A running hub does it every hour.")
@state_option
@database_option
@json_option
def retention(run: bool, state: Path, database: str | None, as_json: bool) -> None:
    """Show how many days things are kept by purpose, and what has been deleted at the end of them.

    Contacts go after `call_back` days, or `after_closing` days after their ticket was closed. A feedback goes after the
    longest of the purposes it was given for; its ticket's number and times stay for the statistics.
    STATE/retention.toml changes days:

    \b
    Example:
      [days]
      call_back = 14
      improve_service = 180
    """
    from hub.adapters.database.retention_store import RetentionStore
    from hub.runtime import open_database, retention_of, utc_now

    policy = retention_of(state)
    with open_database(state, database) as opened:
        store = RetentionStore(opened)
        now_gone = dict(store.run(policy, utc_now())) if run else {}
        gone = dict(store.counted())
    if as_json:
        print_json({"days": dict(policy.days), "deleted": gone, "deleted_now": now_gone})
        return
    print_table(("purpose", "days"), policy.days.items(), "")
    print()
    print_table(
        ("到期已删 / deleted at the end", "count", "now"), ((k, n, now_gone.get(k)) for k, n in gone.items()), ""
    )
