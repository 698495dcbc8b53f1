"""`tingche-agent models`: speech models on this device."""

from pathlib import Path

import click

from agent.adapters.model_store import ModelStore
from agent.commands._models import as_values, in_use, json_option, models_option, open_store, print_json, try_model
from agent.commands._progress import progress_bar
from agent.commands.install_models import install


@click.group()
def models() -> None:
    """List, install, verify, use and remove speech models.

    A model is trusted by its checksum alone, wherever it comes from, and used only after it understood a few spoken
    sentences on this very device.

    \b
      tingche-agent models list
      tingche-agent models install whisper-base
      tingche-agent models install --from /media/stick
      tingche-agent models use whisper-base
      tingche-agent models use --previous
    """


models.add_command(install)


@models.command("list")
@models_option
@json_option
def list_models(folder: Path | None, as_json: bool) -> None:
    """Every known model, whether it is here, and which one is used.

    A star marks the model that a device takes first where its profile keeps the default order (speech.models).
    """
    store = open_store(folder)
    for status in store.list():
        entry = status.entry
        if as_json:
            print_json(as_values(store, entry.name))
            continue
        star = "*" if in_use(store, entry.language) == entry.name else " "
        state = status.state if status.trial is None else f"{status.state}, {status.trial}"
        print(
            f"{star} {entry.name:26} {state:20} {entry.engine:8} {entry.language}  "
            f"{entry.unpacked_bytes / 1e6:4.0f} MB  {entry.licence:11} {entry.about}"
        )
    if not as_json:
        trusted = store.catalogue
        print(f"Catalogue {trusted.place}: serial {trusted.catalogue.serial}, signed by {trusted.signer}")


@models.command()
@click.argument("names", metavar="[NAME]...", nargs=-1)
@models_option
@json_option
def verify(names: tuple[str, ...], folder: Path | None, as_json: bool) -> None:
    """Read every byte of installed models (all of them without a NAME).

    The agent does so by itself when a file changed, and once a week.
    """
    store = open_store(folder)
    for name in names or [s.entry.name for s in store.list() if s.state != "absent"]:
        store.entry(name)
        with progress_bar(name) as progress:
            path = store.verify(name, progress)
        print_json(as_values(store, name)) if as_json else print(f"{name} in {path} is whole")


@models.command()
@click.argument("name", required=False)
@click.option("--previous", is_flag=True, help="Go back to what was used before the last `models use`.")
@click.option("--language", help="With --previous, where models of several languages were chosen: zh, ko, ...")
@click.option("--untested", is_flag=True, help="Without the trial: use it even if it does not understand the clips.")
@models_option
@json_option
def use(
    name: str | None, previous: bool, language: str | None, untested: bool, folder: Path | None, as_json: bool
) -> None:
    """Use an installed model before all others of its language.

    It first has to understand the golden clips: a few sentences with known text. If it does not, nothing changes. A
    running agent takes it with the next sentence (where a new catalogue came with it: when the agent starts again).

    \b
      tingche-agent models use whisper-base
      tingche-agent models use --previous
    """
    store = open_store(folder)
    if previous:
        if name is not None:
            raise click.UsageError("Either NAME or --previous.")
        _go_back(store, language, as_json=as_json)
        return
    if name is None:
        raise click.UsageError("Which one? `tingche-agent models list` shows them; --previous goes back.")
    store.path(name)
    passed = None
    if untested:
        store.judge(name, "untested")
    else:
        passed = try_model(store, name)
    store.use(name)
    if as_json:
        print_json(as_values(store, name))
    else:
        heard = "untested" if passed is None else f"{passed.error_rate:.0%} wrong on {passed.clips} golden clips"
        print(f"{name} is used for {store.entry(name).language} from the next sentence on ({heard})")


@models.command()
@click.argument("name")
@models_option
@json_option
def remove(name: str, folder: Path | None, as_json: bool) -> None:
    """Delete a model, and what an interrupted install left."""
    store = open_store(folder)
    was_there = store.remove(name)
    if as_json:
        print_json(as_values(store, name))
    else:
        print(f"{name} is removed" if was_there else f"{name} was not installed")


def _go_back(store: ModelStore, language: str | None, *, as_json: bool) -> None:
    languages = store.chosen_languages()
    if language is None and len(languages) > 1:
        raise click.UsageError(f"Models were chosen for {', '.join(languages)}: add --language.")
    language = language or next(iter(languages), "zh")
    chosen = store.use_previous(language)
    now = in_use(store, language)
    if as_json:
        print_json({"language": language, "chosen": chosen, "in_use": now})
    elif chosen is None:
        print(f"{language} goes by the order in the device's profile again: {now or 'no model is here'}")
    else:
        print(f"{chosen} is used for {language} from the next sentence on")
