"""Composition of backup and restore: which database of a state folder, whose keys, and that nobody serves it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from hub.adapters.database import backup
from hub.adapters.database.connection import open_sqlite
from hub.adapters.database.erasing import deletions_in
from hub.adapters.state_folder import StateFolder, StateLock
from hub.adapters.tombstone_journal import TombstoneJournal
from hub.errors import InputRefusedError, OperatorNeededError
from hub.fleet.claims import ca_fingerprint
from hub.runtime import retention_of

Progress = Callable[[int, int], None]
"""(pages done, pages in all)."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a backup came to."""

    file: Path
    bytes: int
    older: int
    """Other backups in its folder."""
    forgotten: int
    """Deletions carried out in those, because they were asked for after they were taken."""


def back_up(state_path: Path, target: Path, now: datetime, progress: Progress) -> Taken:
    """Back a hub up while it may run; the older backups beside it lose what was deleted or kept long enough since.

    Raises:
        HubError: it cannot be done; no file was written, and none was replaced.
    """
    state = StateFolder(state_path)
    state.require()
    if target.suffix != backup.SUFFIX:
        raise InputRefusedError(
            f"Call the file something{backup.SUFFIX}, for example hub-{now:%Y-%m-%d}{backup.SUFFIX}: what was deleted "
            "later is deleted in backups beside a new one too, and they are found by this ending."
        )
    if target.exists():
        raise InputRefusedError(f"{target} is there already and was left alone. Name another file.")
    source = open_sqlite(state.database_file, must_exist=True)
    try:
        source.check()
        backup.back_up(state.database_file, target, progress)
        with source.read() as connection:
            deletions = list(deletions_in(connection))
    finally:
        source.close()
    older, policy = backup.beside(target), retention_of(state.path)
    forgotten = sum(backup.forget_in_backup(file, deletions, policy, now) for file in older)
    return Taken(target, target.stat().st_size, len(older), forgotten)


def restore(state_path: Path, source: Path, now: datetime, *, replace: bool) -> int:
    """Put a backup back. How many deletions it did not know of; all of them are carried out in it first.

    Raises:
        HubError: a hub runs here, there is a database already, or the file is no backup of this hub; nothing changed.
    """
    state = StateFolder(state_path)
    state.create()
    with StateLock(state):
        if state.database_file.exists() and not replace:
            raise OperatorNeededError(
                f"There is a database in {state.path}. What it has and the backup lacks would be gone: back it up "
                "first, then say --replace. Nothing was changed."
            )
        journal = TombstoneJournal(state.tombstones_file)
        policy, certificate = retention_of(state.path), _certificate(state.keys / "ca.pem")
        return backup.restore(source, state.database_file, journal, policy, now, certificate=certificate)


def _certificate(file: Path) -> str | None:
    if not file.exists():
        return None
    try:
        return ca_fingerprint(x509.load_pem_x509_certificate(file.read_bytes()).public_bytes(Encoding.DER))
    except (OSError, ValueError):
        raise OperatorNeededError(f"{file} cannot be read. Put the folder keys/ back from your backup first.") from None
