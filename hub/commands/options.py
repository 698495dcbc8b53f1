"""Options and output that the commands share."""

import getpass
import json
import logging
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from hub.adapters.database.connection import Database
    from hub.runtime import Hub

Command = TypeVar("Command", bound=Callable[..., Any])


def state_option(command: Command) -> Command:
    """--state DIR, needed by every command."""
    return click.option(
        "--state",
        "state",
        required=True,
        type=click.Path(path_type=Path, file_okay=False),
        help="The hub's state folder.",
    )(command)


def database_option(command: Command) -> Command:
    """--database URL."""
    return click.option(
        "--database",
        envvar="TINGCHE_HUB_DATABASE",
        metavar="URL",
        help="SQLAlchemy URL, for example postgresql+psycopg://USER@HOST/NAME. Default: STATE/hub.db (SQLite). "
        "Also from TINGCHE_HUB_DATABASE, so that a password is on no command line.",
    )(command)


def json_option(command: Command) -> Command:
    """--json."""
    return click.option("--json", "as_json", is_flag=True, help="For programs: one JSON object a line.")(command)


@dataclass(frozen=True, slots=True)
class AtHub:
    """Where a command works, and for whom it writes."""

    state: Path
    url: str | None
    """Of the database; None: STATE/hub.db."""
    as_json: bool

    @contextmanager
    def database(self) -> "Iterator[Database]":
        """The database of an existing hub, which may be running.

        Raises:
            OperatorNeededError: there is no hub.
        """
        from hub.runtime import open_database

        with open_database(self.state, self.url) as opened:
            yield opened

    @contextmanager
    def hub(self) -> "Iterator[Hub]":
        """The same with its keys."""
        from hub.runtime import open_hub

        with open_hub(self.state, self.url) as opened:
            yield opened

    def say(self, content: dict[str, Any], words: str) -> None:
        """What was done: one JSON object for programs, words for people."""
        if self.as_json:
            print_json(content)
        else:
            print(words)

    def show(
        self,
        found: Iterable[Any],
        titles: tuple[str, ...],
        cells: Callable[[Any], tuple[object, ...]],
        nothing: str,
    ) -> None:
        """What there is: for programs one JSON object a line, for people a table, or `nothing` where there is none.

        Args:
            found: frozen dataclasses.
            titles: of the table.
            cells: one of them as a line of the table.
            nothing: said instead of an empty table.
        """
        if self.as_json:
            print_lines(fields_of(one) for one in found)
        else:
            print_table(titles, map(cells, found), nothing)


def at_hub(command: Callable[..., Any]) -> Callable[..., Any]:
    """--state, --database and --json, handed to the command as `at`. The last decorator, next to the function."""

    @wraps(command)
    def called(*args: Any, state: Path, database: str | None, as_json: bool, **kwargs: Any) -> Any:
        return command(*args, at=AtHub(state, database, as_json), **kwargs)

    return state_option(database_option(json_option(called)))


def print_json(content: Any) -> None:
    """One JSON object on a line of its own, flushed at once."""
    print(json.dumps(content, ensure_ascii=False, default=_plain), flush=True)


def print_lines(contents: Iterable[dict[str, Any]]) -> None:
    """One JSON object a line."""
    for content in contents:
        print_json(content)


def print_table(titles: tuple[str, ...], lines: Iterable[tuple[object, ...]], nothing: str) -> None:
    """Columns for a person; `nothing` when there is no line."""
    texts = [tuple("-" if cell is None else _local(cell) for cell in line) for line in lines]
    if not texts:
        print(nothing)
        return
    widths = [max(_width(cell) for cell in column) for column in zip(titles, *texts, strict=True)]
    for row in (titles, *texts):
        padded = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        print("  ".join(padded).rstrip())


def account() -> str:
    """Who is at the keyboard, as far as the system knows, in the audit log's words."""
    return "account:" + (os.environ.get("SUDO_USER") or getpass.getuser())


def log_to_stderr() -> None:
    """Ids, kinds and lengths on standard error; standard output stays for what was asked for."""
    logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("uvicorn").setLevel(logging.WARNING)


def fields_of(value: Any) -> dict[str, Any]:
    """A frozen dataclass as JSON-ready fields."""
    return asdict(value)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    if hasattr(value, "model_dump"):
        return value.model_dump(mode="json")
    raise TypeError(type(value).__name__)


def _local(cell: object) -> str:
    return cell.astimezone().strftime("%Y-%m-%d %H:%M") if isinstance(cell, datetime) else str(cell)


def _width(text: str) -> int:
    """Columns on a terminal: Chinese characters and their punctuation take two."""
    from unicodedata import east_asian_width

    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)
