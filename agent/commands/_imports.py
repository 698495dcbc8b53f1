"""What the libraries of every command would look up at their import, and this program never asks them for."""

import os
import sys
from types import ModuleType
from typing import Final

_SETTINGS: Final = {
    # Python's build configuration, half a megabyte, for the standard places of time zones: zoneinfo, for pydantic.
    "PYTHONTZPATH": "/usr/share/zoneinfo",
    # Every installed package, for what it would add to pydantic: nothing of another package's sees a message here.
    "PYDANTIC_DISABLE_PLUGINS": "__all__",
}
_PLUGIN_LOADER: Final = "pydantic.plugin._loader"
"""Of pydantic 2. Where another version has none of that name, nothing is spared and nothing is missed."""


def spare_lookups() -> None:
    """For this process and those it starts, before pydantic is imported; what is set already stays."""
    for name, value in _SETTINGS.items():
        os.environ.setdefault(name, value)
    if os.environ["PYDANTIC_DISABLE_PLUGINS"] == _SETTINGS["PYDANTIC_DISABLE_PLUGINS"]:
        sys.modules.setdefault(_PLUGIN_LOADER, _no_plugins())


def _no_plugins() -> ModuleType:
    """In place of the module that reads packages' metadata, three quarters of a megabyte, only to find nothing."""
    module = ModuleType(_PLUGIN_LOADER)
    vars(module)["get_plugins"] = tuple
    return module
