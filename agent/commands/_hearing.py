"""What the commands that only listen share: they store and send nothing, and need no enrolled device."""

import secrets
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click

from agent.adapters.model_store import Entry, ModelStore
from agent.commands._client import is_interactive
from agent.commands._models import open_store
from agent.consent.grant import ConsentGrant, Period, Permit, Purpose
from agent.consent.notice import NOTICE
from agent.errors import ConsentMissingError, TechnicianNeededError
from agent.listening.sound import AudioStream, SoundBlock, SourceLost
from agent.profile import DeviceProfile, load_profile

_ABOUT_TO_LISTEN = (
    "现在打开麦克风；声音只在内存里，不保存、不发送。"
    "The microphone opens now; sound stays in memory, nothing is stored or sent. 继续？Go on?"
)

profile_option = click.option(
    "--profile",
    default="head_unit",
    show_default=True,
    help="Microphone, pauses and models from this profile: a shipped name or a .toml file.",
)
engine_option = click.option(
    "--engine", type=click.Choice(["vosk", "whisper", "sherpa"]), help="Use the first installed model of this engine."
)
model_option = click.option("--model", help="Name of a model, as `tingche-agent models list` shows it.")
language_option = click.option("--language", help="Spoken language, such as zh, ko or en. [default: the profile's]")
agree_option = click.option("--agree", is_flag=True, help="Whoever is heard here has agreed to it.")


def this_once(*, agreed: bool) -> Permit:
    """The agreement of whoever is about to be heard, asked on a terminal. It is good for this command alone.

    Raises:
        ConsentMissingError: nobody agreed.
    """
    if not agreed and not (is_interactive() and click.confirm(_ABOUT_TO_LISTEN, default=True, err=True)):
        raise ConsentMissingError("The microphone stays closed. Ask whoever speaks here, then add --agree.")
    purposes = frozenset({Purpose.IMPROVE_SERVICE})
    grant = ConsentGrant(
        secrets.token_hex(8), "technician", purposes, NOTICE.hash, "command_line", Period.ONCE, datetime.now(UTC)
    )
    return Permit(grant, purposes)


def profile_with_model(
    profile: str, folder: Path | None, *, engine: str | None, model: str | None, language: str | None
) -> tuple[DeviceProfile, ModelStore]:
    """The profile, narrowed to the installed models that fit what was asked for, and to the language they hear.

    Raises:
        TechnicianNeededError: unknown, of another engine, or none is installed; names the command that mends it.
    """
    chosen, store = load_profile(profile), open_store(folder)
    if model is not None and language is None:
        language = store.entry(model).language
    language = language or chosen.language
    models = fitting_models(store, chosen.speech.models, engine=engine, model=model, language=language)
    speech = chosen.speech.model_copy(update={"models": models})
    return chosen.model_copy(update={"speech": speech, "language": language}), store


def fitting_models(
    store: ModelStore, preferred: tuple[str, ...], *, engine: str | None, model: str | None, language: str
) -> tuple[str, ...]:
    """Names of usable models for the language: the chosen one, the preferred ones, then the catalogue's order.

    A model that was asked for by name needs no trial.

    Raises:
        TechnicianNeededError: unknown, of another engine, or none is installed; names the command that mends it.
    """
    spoken = language.partition("-")[0]
    entries = [e for e in _wanted(store, preferred, engine=engine, model=model) if e.understands(spoken)]
    names = [e.name for e in entries]
    usable = names if model is not None else store.usable(names)
    if installed := tuple(name for name in usable if name in names and store.installed(name)):
        return installed
    wanted = next((n for n in reversed(preferred) if n in names), next(iter(names), preferred[-1]))
    raise TechnicianNeededError(
        f"No speech model for {spoken} is installed in {store.root}: run `tingche-agent models install {wanted}`."
    )


def _wanted(store: ModelStore, preferred: tuple[str, ...], *, engine: str | None, model: str | None) -> list[Entry]:
    if model is not None:
        entry = store.entry(model)
        if engine not in {None, entry.engine}:
            raise TechnicianNeededError(f"Model {model} is for {entry.engine}, not {engine}: leave --engine out.")
        return [entry]
    known = {s.entry.name: s.entry for s in store.list()}
    names = dict.fromkeys([*(name for name in preferred if name in known), *known])
    return [known[name] for name in names if engine in {None, known[name].engine}]


class KeptOpen:
    """One stream for one sentence after another: closing after a sentence leaves it open, `really_close` does not."""

    def __init__(self, stream: AudioStream) -> None:
        self._stream = stream
        self.ended = False
        """The source has nothing more to give."""

    @property
    def notes(self) -> tuple[str, ...]:
        """Of the stream."""
        return self._stream.notes

    @property
    def dropped_s(self) -> float:
        """Of the stream."""
        return self._stream.dropped_s

    def __iter__(self) -> Iterator[SoundBlock | SourceLost]:
        yield from self._stream
        self.ended = True

    def close(self) -> None:
        """Between two sentences: nothing."""

    def really_close(self) -> None:
        """Let go of the source."""
        self._stream.close()
