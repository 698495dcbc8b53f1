"""What every test may ask for. A thing that could be installed and is not: a counted skip, and in CI a failure."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from agent.adapters.model_store import ModelStore, default_root
from agent.profile import find_data


def missing(what: str, remedy: str) -> None:
    """Skip with the reason; fail where everything should have been installed."""
    reason = f"{what} is not installed: {remedy}"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def require_model() -> Callable[[str], Path]:
    """The folder of an installed speech model, by its name in the catalogue."""

    def find(name: str) -> Path:
        store = ModelStore(default_root(), find_data("offline_models/catalogue.toml"))
        if not store.installed(name):
            missing(name, f"make setup, or: tingche-agent models install {name}")
        return store.path(name)

    return find
