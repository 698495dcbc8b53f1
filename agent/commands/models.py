"""`tingche-agent models`: speech models on this device."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from agent.adapters.model_store import Entry, ModelStore, default_root
from agent.profile import find_data

_BAR = 30


def open_store(folder: Path | None) -> ModelStore:
    """The store in `folder`, or in this device's usual place."""
    return ModelStore(folder or default_root(), find_data("offline_models/catalogue.toml"))


models_option = click.option(
    "--models",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the models. Default: TINGCHE_MODELS, or tingche/models in your data folder.",
)
_json_option = click.option("--json", "as_json", is_flag=True, help="One JSON line for each model.")


@click.group()
def models() -> None:
    """List, install, verify and remove speech models.

    A model is trusted by its checksum alone, wherever it comes from.
    """


@models.command("list")
@models_option
@_json_option
def list_models(folder: Path | None, as_json: bool) -> None:
    """Every known model, and whether it is here."""
    for status in open_store(folder).list():
        entry = status.entry
        if as_json:
            _print_json(entry, state=status.state, path=str(status.path))
        else:
            print(
                f"{entry.name:26} {status.state:10} {entry.engine:8} {entry.language}  "
                f"{entry.unpacked_bytes / 1e6:4.0f} MB  {entry.licence:11} {entry.about}"
            )


@models.command()
@click.argument("name")
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Take it from this folder or stick, without a network.",
)
@models_option
@_json_option
def install(name: str, source: Path | None, folder: Path | None, as_json: bool) -> None:
    """Fetch a model and check every byte. An interrupted install goes on where it stopped."""
    store = open_store(folder)
    entry = store.entry(name)
    if not store.installed(name):
        print(f"{entry.name}: licence {entry.licence}, from {entry.licence_from}", file=sys.stderr)
    with _bar(entry.name) as progress:
        path = store.install(name, from_folder=source, progress=progress)
    if as_json:
        _print_json(entry, state="installed", path=str(path))
    else:
        print(f"{entry.name} is installed in {path}")


@models.command()
@click.argument("name")
@models_option
@_json_option
def verify(name: str, folder: Path | None, as_json: bool) -> None:
    """Read every byte of an installed model."""
    store = open_store(folder)
    path = store.verify(name)
    if as_json:
        _print_json(store.entry(name), state="installed", path=str(path))
    else:
        print(f"{name} in {path} is whole")


@models.command()
@click.argument("name")
@models_option
@_json_option
def remove(name: str, folder: Path | None, as_json: bool) -> None:
    """Delete a model, and what an interrupted install left."""
    store = open_store(folder)
    was_there = store.remove(name)
    if as_json:
        _print_json(store.entry(name), state="absent", path=str(store.root / name))
    else:
        print(f"{name} is removed" if was_there else f"{name} was not installed")


def _print_json(entry: Entry, *, state: str, path: str) -> None:
    line = {
        "name": entry.name,
        "engine": entry.engine,
        "language": entry.language,
        "bytes": entry.unpacked_bytes,
        "licence": entry.licence,
        "licence_from": entry.licence_from,
        "state": state,
        "path": path,
    }
    print(json.dumps(line, ensure_ascii=False))


@contextmanager
def _bar(name: str) -> Iterator[Callable[[str, int, int], None]]:
    """A progress bar on a terminal; elsewhere one line for each step."""
    shown: list[str] = []

    def show(what: str, done: int, total: int) -> None:
        if sys.stderr.isatty():
            share = min(done / total, 1.0) if total else 1.0
            bar = "#" * round(share * _BAR)
            print(f"\r{name}: {what:11} [{bar:{_BAR}}] {share:4.0%}\x1b[K", end="", file=sys.stderr, flush=True)
        elif what not in shown:
            print(f"{name}: {what} ({total / 1e6:.0f} MB)" if total else f"{name}: {what}", file=sys.stderr)
        shown.append(what) if what not in shown else None

    try:
        yield show
    finally:
        if shown and sys.stderr.isatty():
            print(file=sys.stderr)
