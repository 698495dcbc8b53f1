"""Options and output that the commands share."""

import getpass
import json
import logging
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

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
