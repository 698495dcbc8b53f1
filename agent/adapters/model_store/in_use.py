"""Which model a technician chose for a language, and which one before it: two slots for each language.

A language without a choice goes by the order in the device's profile. The file lies in the models folder:
{"zh": {"model": NAME or null, "previous": NAME or null}}; null is "by the profile's order". A file that cannot be read
is no choice: the profile's order is always good enough to work on.
"""

import os
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

_FILE = ".in_use.json"


class Slots(BaseModel):
    """One language's choice."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    model: str | None = None
    previous: str | None = None


_Choices = TypeAdapter(dict[str, Slots])


def read_choices(models: Path) -> dict[str, Slots]:
    """Every language for which there is a choice."""
    try:
        return _Choices.validate_json((models / _FILE).read_bytes())
    except (OSError, ValidationError):
        return {}


def write_choices(models: Path, choices: Mapping[str, Slots]) -> None:
    """Keep the choices, whole or not at all.

    Raises:
        OSError: the disk refused.
    """
    models.mkdir(parents=True, exist_ok=True)
    new = models / f"{_FILE}.new"
    with new.open("wb") as out:
        out.write(_Choices.dump_json(dict(choices), indent=1))
        out.flush()
        os.fsync(out.fileno())
    new.replace(models / _FILE)
