"""`tingche-hub set-aside`: frames that were not taken; look at them, try them again, throw them away."""

import click

from hub.commands.options import AtHub, at_hub
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
@at_hub
def listed(at: AtHub) -> None:
    """List them, newest first: reason, device as its topic says, bytes, how often they came."""
    from hub.adapters.database.set_aside_store import SetAsideStore

    with at.database() as opened:
        found = SetAsideStore(opened).rows()
    at.show(
        found,
        ("id", "reason", "device", "bytes", "times", "first", "last", "detail"),
        lambda r: (r.id, r.reason, r.device, r.size, r.times, r.first_at, r.last_at, r.detail),
        "没有搁置的消息 / nothing is set aside",
    )


@set_aside.command("retry")
@click.argument("numbers", metavar="[ID]...", nargs=-1, type=int)
@click.option("--all", "everything", is_flag=True, help="All that are listed.")
@at_hub
def retry(numbers: tuple[int, ...], everything: bool, at: AtHub) -> None:
    """Try them again as if they had just arrived. What is taken leaves the list, and its device gets its receipt."""
    from hub.adapters.database.intake_store import IntakeStore
    from hub.adapters.database.set_aside_store import SetAsideStore
    from hub.adapters.tombstone_journal import TombstoneJournal
    from hub.retrying import try_again
    from hub.runtime import utc_now

    with at.hub() as hub:
        journal = TombstoneJournal(hub.state.tombstones_file)
        kept, intake = SetAsideStore(hub.database), IntakeStore(hub.database, journal=journal.append)
        for number in _chosen(numbers, [row.id for row in kept.rows()], everything=everything):
            outcome = try_again(number, kept, intake, hub.keys.opening.get, utc_now)
            at.say({"id": number, "outcome": outcome}, f"{number}: {outcome}")


@set_aside.command("discard")
@click.argument("numbers", metavar="[ID]...", nargs=-1, type=int)
@click.option("--all", "everything", is_flag=True, help="All that are listed.")
@at_hub
def discard(numbers: tuple[int, ...], everything: bool, at: AtHub) -> None:
    """Throw them away. Their devices are told nothing."""
    from hub.adapters.database.set_aside_store import SetAsideStore

    with at.database() as opened:
        kept = SetAsideStore(opened)
        gone = kept.discard(_chosen(numbers, [row.id for row in kept.rows()], everything=everything))
    at.say({"discarded": gone}, f"已丢弃 / discarded: {gone}")


def _chosen(numbers: tuple[int, ...], known: list[int], *, everything: bool) -> list[int]:
    if everything:
        return known
    if not numbers:
        raise InputRefusedError("Name the ids, or say --all. `tingche-hub set-aside list` shows them.")
    if missing := [number for number in numbers if number not in known]:
        raise InputRefusedError(f"Nothing is set aside as {missing[0]}. `tingche-hub set-aside list` shows the ids.")
    return list(numbers)
