"""What the commands about speech models share."""

import json
from pathlib import Path
from typing import Any

import click

from agent.adapters.model_store import ModelStore, default_root
from agent.adapters.system_clock import SystemClock
from agent.commands._progress import progress_bar
from agent.model_trial import TrialPassed, golden_clips, run_trial
from agent.profile import SpeechSettings, find_data
from agent.speech import engine_in_worker, find_catalogue

models_option = click.option(
    "--models",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the models. Default: TINGCHE_MODELS, or tingche/models in your data folder.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="One JSON line for each model.")


def open_store(folder: Path | None) -> ModelStore:
    """The store in `folder`, or in this device's usual place."""
    return ModelStore(folder or default_root(), find_catalogue())


def in_use(store: ModelStore, language: str) -> str | None:
    """The model of a language that a device takes first, where its profile keeps the default order."""
    everything = [s.entry.name for s in store.list()]
    usable = store.usable([*SpeechSettings().models, *everything])
    return next((name for name in usable if store.entry(name).language == language), None)


def try_model(store: ModelStore, name: str) -> TrialPassed | None:
    """Golden clips through an installed model, in a worker process. None where its language has none.

    Raises:
        TechnicianNeededError: it did not pass; says why, which model is used instead, and what to do.
    """
    clips = golden_clips(find_data("offline_models/golden"), store.entry(name).language)
    clock = SystemClock()
    with progress_bar(name) as progress:
        return run_trial(store, name, clips, lambda model: engine_in_worker(store, model, clock), progress)


def as_values(store: ModelStore, name: str) -> dict[str, Any]:
    """All that is known of a model, for `--json`."""
    status = store.status(name)
    entry = status.entry
    return {
        "name": entry.name,
        "engine": entry.engine,
        "architecture": entry.architecture,
        "language": entry.language,
        "bytes": entry.unpacked_bytes,
        "download_bytes": entry.download_bytes,
        "licence": entry.licence,
        "licence_from": entry.licence_from,
        "state": status.state,
        "trial": status.trial,
        "reason": status.reason,
        "in_use": in_use(store, entry.language) == entry.name,
        "path": str(status.path),
        "catalogue_serial": store.catalogue.catalogue.serial,
    }


def print_json(values: dict[str, Any]) -> None:
    """One line."""
    print(json.dumps(values, ensure_ascii=False), flush=True)
