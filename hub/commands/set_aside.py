"""`tingche-hub set-aside`: frames that were not taken; look at them, try them again, throw them away."""

from pathlib import Path

import click

from hub.commands.options import (
    database_option,
    fields_of,
    json_option,
    print_json,
    print_lines,
    print_table,
    state_option,
)
from hub.errors import InputRefusedError


@click.group("set-aside")
def set_aside() -> None:
    """Frames that were not taken, kept for 30 days (at most 1000, 16 MB, 100 of a device). Sealed, or garbage.

    Try them again once the cause is gone: a key put back, a newer hub. `tingche-hub refusals` counts all, kept or not.

    \b
    Example:
      tingche-hub set-aside list --state ./hub
      tingche-hub set-aside retry 12 13 --state ./hub
      tingche-hub set-aside discard --all --state ./hub
    """


@set_aside.command("list")
@state_option
@database_option
@json_option
def listed(state: Path, database: str | None, as_json: bool) -> None:
    """List them, newest first: reason, device as its topic says, bytes, how often they came."""
    from hub.adapters.database.set_aside_store import SetAsideStore
    from hub.runtime import open_database

    with open_database(state, database) as opened:
        found = SetAsideStore(opened).rows()
    if as_json:
        print_lines(fields_of(row) for row in found)
        return
    print_table(
        ("id", "reason", "device", "bytes", "times", "first", "last", "detail"),
        ((r.id, r.reason, r.device, r.size, r.times, r.first_at, r.last_at, r.detail) for r in found),
        "没有搁置的消息 / nothing is set aside",
    )


@set_aside.command("retry")
@click.argument("numbers", metavar="[ID]...", nargs=-1, type=int)
@click.option("--all", "everything", is_flag=True, help="All that are listed.")
@state_option
@database_option
@json_option
def retry(numbers: tuple[int, ...], everything: bool, state: Path, database: str | None, as_json: bool) -> None:
    """Try them again as if they had just arrived. What is taken leaves the list, and its device gets its receipt."""
    from hub.adapters.database.intake_store import IntakeStore
    from hub.adapters.database.set_aside_store import SetAsideStore
    from hub.adapters.tombstone_journal import TombstoneJournal
    from hub.retrying import try_again
    from hub.runtime import open_hub, utc_now

    with open_hub(state, database) as hub:
        journal = TombstoneJournal(hub.state.tombstones_file)
        kept, intake = SetAsideStore(hub.database), IntakeStore(hub.database, journal=journal.append)
        for number in _chosen(numbers, [row.id for row in kept.rows()], everything=everything):
            outcome = try_again(number, kept, intake, hub.keys.opening.get, utc_now)
            if as_json:
                print_json({"id": number, "outcome": outcome})
            else:
                print(f"{number}: {outcome}")


@set_aside.command("discard")
@click.argument("numbers", metavar="[ID]...", nargs=-1, type=int)
@click.option("--all", "everything", is_flag=True, help="All that are listed.")
@state_option
@database_option
@json_option
def discard(numbers: tuple[int, ...], everything: bool, state: Path, database: str | None, as_json: bool) -> None:
    """Throw them away. Their devices are told nothing."""
    from hub.adapters.database.set_aside_store import SetAsideStore
    from hub.runtime import open_database

    with open_database(state, database) as opened:
        kept = SetAsideStore(opened)
        gone = kept.discard(_chosen(numbers, [row.id for row in kept.rows()], everything=everything))
    if as_json:
        print_json({"discarded": gone})
    else:
        print(f"已丢弃 / discarded: {gone}")


def _chosen(numbers: tuple[int, ...], known: list[int], *, everything: bool) -> list[int]:
    if everything:
        return known
    if not numbers:
        raise InputRefusedError("Name the ids, or say --all. `tingche-hub set-aside list` shows them.")
    if missing := [number for number in numbers if number not in known]:
        raise InputRefusedError(f"Nothing is set aside as {missing[0]}. `tingche-hub set-aside list` shows the ids.")
    return list(numbers)
