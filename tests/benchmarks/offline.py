"""Thirty days without a network, day by day, under a shipped profile: `make bench-offline`.

Time is simulated, the disk is real: 200 records a day, each fsynced before the next, housekeeping every hour, a
restart every night. The agent keeps house every ten minutes, which writes some 2 MB a day more. Fails where the disk or
a day's writing exceeds the profile's budget, or a record is missing.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from agent.adapters.sqlite_store import SqliteStore
from agent.consent.grant import ConsentGrant, Period, Purpose
from agent.contract.identifiers import ReceiptSecret
from agent.ports import NewEntry, Priority
from agent.profile import DeviceProfile, load_profile
from tests.benchmarks.outbox import bytes_written, new_id
from tests.fakes.clock import START, FakeClock
from tests.fakes.memory_keys import MemoryKeys

DAYS = 30
RECORDS_A_DAY = 200
FRAME_BYTES, READABLE_BYTES = 650, 800
"""A sealed feedback of one sentence, and the same as its person may read it."""
HOUSEKEEPING_S = 3600
DAY_S = 86_400


@dataclass(frozen=True)
class Month:
    """What thirty days left."""

    profile: str
    kept: int
    disk_bytes: int
    """The most that lay on the disk at any night's restart."""
    disk_budget: int
    written_per_day: int
    """On the day that wrote most, in bytes handed to write calls."""
    written_budget: int
    puts_per_s: float

    @property
    def holds(self) -> bool:
        """Whether nothing is missing and both budgets are kept."""
        return (
            self.kept == DAYS * RECORDS_A_DAY
            and self.disk_bytes <= self.disk_budget
            and self.written_per_day <= self.written_budget
        )


def live_through(name: str, folder: Path) -> Month:
    """Thirty days under a profile."""
    profile: DeviceProfile = load_profile(name)
    clock, keys = FakeClock(), MemoryKeys()
    ids: list[str] = []
    put_s, disk, written = 0.0, 0, 0
    for _ in range(DAYS):
        before = bytes_written()
        store = SqliteStore(folder / "agent.db", keys, profile.outbox, clock)
        subject = store.subject_for("driver").result()
        if not ids:
            given = ConsentGrant("g", subject, frozenset(Purpose), "ab" * 32, "touch", Period.QUARTER, START)
            store.add_grant(given).result()
        for elapsed in range(0, DAY_S, HOUSEKEEPING_S):
            for _ in range(RECORDS_A_DAY * elapsed // DAY_S, RECORDS_A_DAY * (elapsed + HOUSEKEEPING_S) // DAY_S):
                ids.append(new_id())
                entry = _record(ids[-1], clock, subject)
                started = time.perf_counter()
                if store.put(entry).result() is not None:
                    ids.pop()
                put_s += time.perf_counter() - started
            clock.advance(HOUSEKEEPING_S)
            store.expire().result()
        store.close()
        clock.reboot()
        disk = max(disk, sum(path.stat().st_size for path in folder.iterdir()))
        written = max(written, bytes_written() - before)
    store = SqliteStore(folder / "agent.db", keys, profile.outbox, clock)
    kept = sum(store.frame(record_id) is not None for record_id in ids)
    if not store.ledger().balanced or store.losses():
        kept = 0
    store.close()
    budget = profile.outbox
    return Month(name, kept, disk, budget.max_bytes, written, budget.max_bytes_written_per_day, len(ids) / put_s)


def _record(record_id: str, clock: FakeClock, subject: str) -> NewEntry:
    secret = ReceiptSecret.make(os.urandom)
    return NewEntry(
        record_id,
        "feedback",
        Priority.FEEDBACK,
        os.urandom(FRAME_BYTES),
        clock.now(),
        subject,
        "g",
        secret.code,
        secret.verifier,
        os.urandom(READABLE_BYTES),
    )


def main() -> None:
    """Measure, print, and say by the exit status whether the budgets hold."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--profile", default="head_unit", help="a shipped profile's name, or a path")
    options.add_argument("--json", action="store_true", help="one JSON line for machines")
    asked = options.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="offline-bench-"))
    try:
        month = live_through(asked.profile, folder)
    finally:
        shutil.rmtree(folder)
    if asked.json:
        print(json.dumps(asdict(month) | {"holds": month.holds}))
    else:
        _show(month)
    sys.exit(not month.holds)


def _show(month: Month) -> None:
    print(f"{DAYS} days offline, {RECORDS_A_DAY} records a day of {FRAME_BYTES} B, with {READABLE_BYTES} B to read")
    print(f"profile {month.profile}")
    print(f"{'records kept, all of them readable':40}{month.kept:12,}{DAYS * RECORDS_A_DAY:12,}  said")
    for what, used, budget in (
        ("on the disk, MB", month.disk_bytes, month.disk_budget),
        ("written on the worst day, MB", month.written_per_day, month.written_budget),
    ):
        print(f"{what:40}{used / 1e6:12.1f}{budget / 1e6:12.1f}  budget")
    print(f"{'durable puts/s, one after the other':40}{month.puts_per_s:12,.0f}")
    print("the promise holds" if month.holds else "THE PROMISE DOES NOT HOLD")


if __name__ == "__main__":
    main()
