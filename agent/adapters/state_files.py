"""The registry of the files in a state folder: what each can hold of a person, and what an erasure does with it.

The tables inside the database have a registry of their own; together they are all that the device keeps. A file that is
in the folder and not in here fails the tests.
"""

import os
from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

from agent.consent.holding import Holding, SealedUnder, StoreDone

_CORES: Final = "core*"
"""The agent forbids core dumps (`forbid_core_dumps`); one can lie here from before, or from a debugger."""


class StateFiles:
    """Patterns, in order: the first that fits says what a file is."""

    def __init__(self, holdings: Sequence[Holding]) -> None:
        self.holdings = tuple(holdings)

    def entry(self, name: str) -> Holding | None:
        """What is known of a file, by its path below the state folder."""
        return next((holding for holding in self.holdings if fnmatchcase(name, holding.name)), None)

    def unknown(self, folder: Path) -> list[str]:
        """Files that nobody registered, by their path below the folder."""
        names = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())
        return sorted(name for name in names if self.entry(name) is None)


def erase_files(folder: Path) -> tuple[StoreDone, ...]:
    """Delete the files outside the database that may hold copies of what was in memory; what was done."""
    gone = failed = 0
    for path in sorted(folder.glob(_CORES)):
        try:
            _destroy(path)
            gone += 1
        except OSError:
            failed += 1
    if failed:
        return (StoreDone("core_files", "failed", failed),)
    return (StoreDone("core_files", "deleted" if gone else "nothing_found", gone),)


def _destroy(path: Path) -> None:
    """Overwrite, then delete: where a file is written in place, its bytes are gone too."""
    with path.open("r+b") as file:
        left = os.fstat(file.fileno()).st_size
        while left > 0:
            left -= file.write(bytes(min(left, 1 << 20)))
        file.flush()
        os.fsync(file.fileno())
    path.unlink()


def _impersonal(name: str, what: str, sealed_under: SealedUnder = SealedUnder.NONE) -> Holding:
    return Holding(name, what, sealed_under, False, "", "", "always")


def _of_the_database(name: str, what: str, erased: str, kept: str) -> Holding:
    return Holding(name, what, SealedUnder.SUBJECT, True, "by table", erased, kept)


FILES: Final = StateFiles(
    (
        _of_the_database(
            "agent.db.corrupt-*",
            "a damaged database, set aside with its log",
            "deleted whole: nobody can single out rows in it any more",
            "retention.damaged_files_days",
        ),
        _of_the_database("agent.db-wal", "the database's log", "emptied", "until the next checkpoint"),
        _of_the_database("agent.db-shm", "index of the log, without content", "follows the log", "while it runs"),
        _of_the_database("agent.db-journal", "only while a new database is made", "follows the log", "while it runs"),
        _impersonal("agent.db.salvaging-*", "empty: says that a damaged database is being brought back"),
        _of_the_database(
            "agent.db-staging", "single records on their way into it", "overwritten", "until the next ones, or the end"
        ),
        _of_the_database("agent.db", "the database", "by table", "by table"),
        Holding(
            _CORES,
            "memory of a crashed process; the agent forbids them",
            SealedUnder.NONE,
            True,
            "never: nobody can single out what is whose",
            "overwritten and deleted",
            "until the next erasure",
        ),
        _impersonal("keys/*", "keys and certificates of the device"),
        _impersonal("identity.json", "who the device is to its hub"),
        _impersonal("profile.toml", "the device's settings"),
        _impersonal(".*.new", "one of the two above, while it is written"),
        _impersonal("used_codes.json", "which printed work-order codes were used: random numbers, and when they end"),
        Holding(
            "work_orders.json",
            "keyed marks of work orders that were closed, and of vehicles that came for repairs, with days",
            SealedUnder.NONE,
            True,
            "never: nobody can single out what is whose",
            "marks of vehicles all deleted; those of orders say of nobody anything",
            "90 days",
        ),
        _impersonal("agent.lock", "empty"),
        _impersonal("agent.sock", "the control socket: nothing that passes there is stored"),
    )
)
