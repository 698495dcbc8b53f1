"""What is left of a store whose process or power ended suddenly: its files, copied while it is open."""

import shutil
from pathlib import Path


def killed(folder: Path) -> Path:
    """A copy of the store in this folder, in a folder of its own. SIGKILL leaves no less."""
    copy = folder / "killed"
    copy.mkdir()
    for name in ("store.db", "store.db-wal", "store.db-staging"):
        shutil.copy(folder / name, copy / name)
    return copy
