"""Promise 1 under SIGKILL: what a process thanked for is there after it was killed."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from agent.adapters.sqlite_store import SqliteStore
from tests.fakes.clock import FakeClock
from tests.fakes.memory_keys import MemoryKeys
from tests.faults.putting_child import BUDGET

ROOT = Path(__file__).parents[2]
ROUNDS = 4


def run_and_kill(file: Path, secret: bytes, run: int, lines_before_kill: int) -> list[list[str]]:
    """Everything the child said until it was killed, line by line."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.putting_child", str(file), secret.hex(), str(run)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    with child:
        assert child.stdout is not None
        assert child.stderr is not None
        said = [child.stdout.readline() for _ in range(lines_before_kill)]
        child.send_signal(signal.SIGKILL)
        rest = child.stdout.read()  # not communicate(): it would pass over what readline has buffered
        errors = child.stderr.read()
    assert child.returncode == -signal.SIGKILL, errors
    return [line.split() for line in "".join([*said, rest]).splitlines() if len(line.split()) == 2]


def test_what_was_thanked_for_survives_sigkill(tmp_path):
    file, secret = tmp_path / "store.db", os.urandom(32)
    asked: set[str] = set()
    thanked: set[str] = set()
    settled: set[str] = set()
    for run in range(ROUNDS):
        said = run_and_kill(file, secret, run, 100 + 137 * run)
        asked |= {record for what, record in said if what == "asked"}
        thanked |= {record for what, record in said if what == "thanked"}
        settled |= {record for what, record in said if what == "settled"}
        assert not [record for what, record in said if what == "refused"]
        store = SqliteStore(file, MemoryKeys(secret), BUDGET, FakeClock())
        assert store.recovered_from is None
        ledger = store.ledger()
        assert ledger.balanced
        assert len(thanked) <= ledger.accepted <= len(asked)
        waiting = {entry.record_id for entry in store.pending(1_000_000)}
        lost = {r for r in thanked if r not in waiting and store.ticket_no(r) is None}
        assert lost == set()
        assert [r for r in settled if store.ticket_no(r) is None] == []
        assert [r for r in waiting if store.frame(r) != r.encode() * 50] == []
        store.close()
    assert settled
    assert len(thanked) > 100 * ROUNDS / 4
