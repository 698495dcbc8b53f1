"""What the libraries of every command would look up at their import, and this program never asks them for."""

import os
from typing import Final

_SETTINGS: Final = {
    # Python's build configuration, half a megabyte, for the standard places of time zones: zoneinfo, for pydantic.
    "PYTHONTZPATH": "/usr/share/zoneinfo",
    # Every installed package, for what it would add to pydantic: nothing of another package's sees a message here.
    "PYDANTIC_DISABLE_PLUGINS": "__all__",
}


def spare_lookups() -> None:
    """For this process and those it starts, before pydantic is imported; what is set already stays."""
    for name, value in _SETTINGS.items():
        os.environ.setdefault(name, value)
