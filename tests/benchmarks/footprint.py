"""What the agent takes on a device: installed size by extra, resident memory without a model and with each one.

Run: python -m tests.benchmarks.footprint
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from agent.adapters.key_file import FileKeys
from agent.adapters.model_store import ModelStore, default_root
from agent.profile import find_data
from tests.e2e.processes import AGENT, Processes
from tests.fakes.device import HubKeys

CHECKOUT = Path(__file__).parent.parent.parent
MEGA = 1_000_000


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="tingche-footprint-") as folder:
        root = Path(folder)
        for extras in ("agent", "agent,surfaces", "agent,vosk", "agent,whisper"):
            print(f"installed tingche[{extras}]: {installed_bytes(root, extras) / MEGA:.0f} MB", flush=True)
        print(f"resident, running, no model: {resident_bytes(root, 'none', str(root / 'no-models')) / MEGA:.0f} MB")
        with_pages = resident_bytes(root, "none-but-pages", str(root / "no-models"), "--pages", "0")
        print(f"resident, running, no model, pages served: {with_pages / MEGA:.0f} MB", flush=True)
        store = ModelStore(default_root(), find_data("offline_models/catalogue.toml"))
        for status in store.list():
            if status.state == "installed":
                name = status.entry.name
                measured = resident_bytes(root, name, str(default_root()))
                print(f"resident, running, {name} loaded: {measured / MEGA:.0f} MB", flush=True)


def installed_bytes(root: Path, extras: str) -> int:
    """Size of a fresh environment's packages, without the installer itself."""
    venv = root / f"venv-{extras.replace(',', '-')}"
    uv = str(Path(sys.executable).parent / "uv")
    subprocess.run([uv, "venv", "-q", "--python", sys.executable, str(venv)], check=True)
    subprocess.run([uv, "pip", "install", "-q", "--python", str(venv), f"{CHECKOUT}[{extras}]"], check=True)
    return sum(p.stat().st_size for p in venv.rglob("*") if p.is_file() and not p.is_symlink())


def resident_bytes(root: Path, model: str, models_root: str, *options: str) -> int:
    """Resident memory of a running agent and its children."""
    state = root / f"state-{model}"
    FileKeys.create(state / "keys").keep_masking_key(bytes(32))
    (state / "identity.json").write_text(HubKeys().identity().model_dump_json())
    (state / "profile.toml").write_text(f'kind = "head_unit"\n[speech]\nmodels = ["{model}"]\n')
    processes = Processes(root)
    try:
        agent = processes.start(
            model, [AGENT, "run", "--state", str(state), "--models", models_root, "--json", *options]
        )
        return sum(_resident(pid) for pid in _family(agent.process.pid))
    finally:
        processes.end_all()


def _family(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").glob("*/children")  # a child belongs to the thread that started it
    children = [child for task in tasks for child in task.read_text().split()]
    return [pid, *(p for child in children for p in _family(int(child)))]


def _resident(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return 1024 * next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


if __name__ == "__main__":
    main()
