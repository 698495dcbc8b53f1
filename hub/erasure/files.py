"""Pure: every file that a hub's state folder may hold, and what an erasure does to it.

A test walks the folder of a hub that has done everything, and fails for a file that is not listed here.
"""

from collections.abc import Iterable
from fnmatch import fnmatch
from typing import Final

SHED: Final = "what is deleted is overwritten, and the log emptied, before the erasure is answered"
NOTHING: Final = "holds nothing of a person who gave feedback"

FILES: Final[dict[str, str]] = {
    "hub.db": SHED,
    "hub.db-wal": SHED,
    "hub.db-shm": SHED,
    "hub.db-journal": SHED,
    "tombstones.jsonl": "made-up names, ids and times, kept for ever: what is deleted is recognised by them",
    "retention.toml": NOTHING,
    "hub.json": NOTHING,
    "hub.lock": NOTHING,
    "broker.toml": NOTHING,
    "broker.json": NOTHING,
    "broker.lock": NOTHING,
    "keys/*": NOTHING,
}
"""By path below the state folder. The embedded broker keeps its queue in memory; a log goes to standard error, with ids
and lengths alone. Backups lie where they were told to, and follow at the next backup."""


def unlisted(paths: Iterable[str]) -> list[str]:
    """Those of these paths, below the state folder, that nobody has thought of."""
    return sorted(path for path in paths if not any(fnmatch(path, pattern) for pattern in FILES))
