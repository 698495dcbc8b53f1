"""What the hub said is durable with its answer or not there at all, whatever happens in between."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from agent.adapters.sqlite_store import SqliteStore
from agent.contract.directives import DirectiveOutcome
from agent.ports import Directive, NewEntry, Priority
from agent.profile import OutboxSettings
from tests.builders import profile_change
from tests.fakes.clock import START, FakeClock
from tests.fakes.device import Device
from tests.fakes.forwarding import Road
from tests.fakes.memory_keys import MemoryKeys
from tests.faults.recording_vfs import Disk, Note, RecordingDisk, Tape, need_apsw, recording_connect, seeded

ROOT = Path(__file__).parents[2]
SECRET = bytes(range(32))


@pytest.mark.parametrize("when", ["before", "after"])
def test_kill_9_between_a_profile_s_arrival_and_its_answer_leaves_all_of_it_or_nothing(tmp_path, when):
    file = tmp_path / "agent.db"
    child = subprocess.run(
        [sys.executable, "-m", "tests.faults.told_child", str(file), SECRET.hex(), when],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert child.returncode == -signal.SIGKILL, child.stderr
    keys, clock = MemoryKeys(SECRET), FakeClock()
    store = SqliteStore(file, keys, OutboxSettings(), clock)
    device = Device(store, keys=keys, clock=clock)
    device.directives.put_in_force()
    kept = {"before": [], "after": [3]}[when]
    assert [one.version for one in store.directives("profile")] == kept
    assert [entry.kind for entry in store.pending(10)] == ["acknowledgement"] * len(kept)
    assert [profile.speech.terms for profile in device.used] == [("蓝鲸超充",)] * len(kept)
    Road(device).hub_says(profile_change(3))  # the hub has no answer, so it says it again
    assert [one.version for one in store.directives("profile")] == [3]
    assert [entry.kind for entry in store.pending(10)] == ["acknowledgement"]
    assert [profile.speech.terms for profile in device.used] == [("蓝鲸超充",)]
    assert store.ledger().balanced
    store.close()


@pytest.mark.powercut
def test_a_power_cut_at_every_write_leaves_no_answer_without_its_directive(tmp_path):
    tape: Tape = []
    (tmp_path / "life").mkdir()
    store = SqliteStore(
        tmp_path / "life" / "store.db",
        MemoryKeys(SECRET),
        OutboxSettings(),
        FakeClock(),
        connect=recording_connect(need_apsw(), tape),
        disk=RecordingDisk(tape),
    )
    begins = len(tape)
    for version in (1, 2, 3):
        told = Directive("profile", "", version, b'{"values":{}}' + bytes(3000))
        fate = store.take_directive(told, lambda fate, n=version: answer(n, fate)).result()
        assert fate.outcome is DirectiveOutcome.APPLIED
        tape.append(Note("taken", str(version)))
    store.close()
    seen = set()
    for point in range(begins, len(tape) + 1):
        disk, acknowledged = Disk(), 0
        for event in tape[:point]:
            disk.follow(event)
            if isinstance(event, Note):
                acknowledged = int(event.about)
        folder = tmp_path / "cut"
        folder.mkdir()
        disk.cut_power(folder, seeded(point))
        store = SqliteStore(folder / "store.db", MemoryKeys(SECRET), OutboxSettings(), FakeClock())
        version = max((one.version for one in store.directives("profile")), default=0)
        answers = [entry.record_id for entry in store.pending(10)]
        assert store.recovered_from is None
        assert answers == [f"answer-{n}" for n in range(1, version + 1)], f"write {point}"
        assert version >= acknowledged, f"write {point}"
        seen.add(version)
        store.close()
        shutil.rmtree(folder)
    assert seen == {0, 1, 2, 3}


def answer(number, fate):
    return NewEntry(f"answer-{number}", "acknowledgement", Priority.REPORT, fate.outcome.value.encode(), START)
