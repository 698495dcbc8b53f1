"""`tingche-hub backup`: copy the database while the hub runs."""

import sys
from pathlib import Path

import click

from hub.commands.options import database_option, fields_of, json_option, print_json, state_option
from hub.errors import InputRefusedError

_SHOW_FROM_PAGES = 10_000  # 40 MB


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@state_option
@database_option
@json_option
def backup(file: Path, state: Path, database: str | None, as_json: bool) -> None:
    """Copy the hub's database to FILE (NAME.hubdb) while the hub may run.

    What was deleted since, or kept long enough, goes from the older backups in that folder too: back up every day.
    The folder keys/ is not in it. Keep a copy of that apart and locked away: who has both can open contacts.

    \b
    Example:
      tingche-hub backup /backup/hub-2026-03-02.hubdb --state ./hub-state
    """
    from hub.keeping import back_up
    from hub.runtime import utc_now

    if database:
        raise InputRefusedError(
            "This backs up SQLite. For PostgreSQL use pg_dump --format=custom, and keep tombstones.jsonl of the state "
            "folder with it: after pg_restore the next `tingche-hub serve` deletes again what was deleted since."
        )

    def show(done: int, total: int) -> None:
        if total >= _SHOW_FROM_PAGES and sys.stderr.isatty():
            print(f"\r{100 * done // total:3d} %", end="" if done < total else "\n", file=sys.stderr, flush=True)

    taken = back_up(state, file, utc_now(), show)
    if as_json:
        print_json({**fields_of(taken), "file": str(taken.file)})
        return
    print(f"已备份 / backed up: {taken.file} ({taken.bytes / 1e6:.1f} MB)")
    if taken.older:
        print(f"旧备份中补删 / deleted in {taken.older} older backups as well: {taken.forgotten}")
