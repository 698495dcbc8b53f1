"""A throw-away PostgreSQL server on a Unix socket in a temporary folder: no port, no trust in what runs already."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

_OPTIONS = "-c listen_addresses='' -F -c shared_buffers=16MB -c max_connections=30"


def postgresql_programs() -> Path:
    """Where pg_ctl and initdb are. Without them: a skip, but a failure under CI."""
    on_path = shutil.which("pg_ctl")
    candidates = [Path(on_path).resolve().parent] if on_path else []
    candidates += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    for folder in candidates:
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            return folder
    missing = "PostgreSQL is not installed: apt-get install --no-install-recommends postgresql"
    if os.environ.get("CI"):
        pytest.fail(missing)
    pytest.skip(missing)


@contextmanager
def postgresql_server() -> Iterator[str]:
    """A running server; the SQLAlchemy URL of its empty database."""
    programs = postgresql_programs()
    # Short, because a socket's path has 107 bytes; and outside pytest's own folder, which other users cannot enter.
    folder = Path(tempfile.mkdtemp(prefix="tcpg"))
    try:
        as_user = _unprivileged(folder)
        data = folder / "data"

        def run(*command: str) -> None:
            subprocess.run(
                command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder, **as_user
            )

        run(
            *(str(programs / "initdb"), "-D", str(data), "-A", "trust", "-U", "tingche"),
            *("--no-sync", "-E", "UTF8", "--locale=C.UTF-8"),
        )
        control = str(programs / "pg_ctl")
        run(control, "-D", str(data), "-w", "-l", str(folder / "log"), "-o", f"{_OPTIONS} -k {folder}", "start")
        try:
            yield f"postgresql+psycopg://tingche@/postgres?host={folder}"
        finally:
            run(control, "-D", str(data), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder)


def _unprivileged(folder: Path) -> dict[str, Any]:
    """PostgreSQL refuses to run as root; then `nobody` runs it."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
