"""`tingche-hub restore`: put a backup back, without what was deleted since it was taken."""

from pathlib import Path

import click

from hub.commands.options import database_option, json_option, print_json, state_option
from hub.errors import InputRefusedError


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@state_option
@click.option("--replace", is_flag=True, help="There is a database already: put the backup in its place.")
@database_option
@json_option
def restore(file: Path, state: Path, replace: bool, database: str | None, as_json: bool) -> None:
    """Put the backup FILE back into a hub that does not run.

    Every deletion that was asked for after it was taken is carried out in it before it is put in its place. They are
    known from STATE/tombstones.jsonl, from the database it replaces, and from newer backups beside FILE. On a new
    machine put keys/ and, if you have it, tombstones.jsonl into STATE first.

    \b
    Example:
      tingche-hub restore /backup/hub-2026-03-02.hubdb --state ./hub-state --replace
    """
    from hub.keeping import restore as put_back
    from hub.runtime import utc_now

    if database:
        raise InputRefusedError(
            "This puts SQLite back. For PostgreSQL use pg_restore, with tombstones.jsonl in the state folder: the next "
            "`tingche-hub serve` deletes again what was deleted since, before it serves anything."
        )
    forgotten = put_back(state, file, utc_now(), replace=replace)
    if as_json:
        print_json({"file": str(file), "deleted_again": forgotten})
        return
    print(f"已恢复 / restored: {file}")
    print(f"备份之后的删除请求已先执行 / deletions asked for since were carried out first: {forgotten}")
    print(f"下一步 / next: tingche-hub serve --state {state}")
