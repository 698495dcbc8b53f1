"""The store against bare sqlite3 with the same pragmas, in one run on one machine: `make bench-outbox`.

Rates depend on the machine and on what else it does; the ratios are what to compare, and on a busy machine the CPU
time. Rounds alternate between the two
and medians are shown. The bare side keeps one unencrypted blob per row under a text key: no consent, no ledger, no
encryption, no receipt index. What the store adds is the price of those. "Grouped by N" is N producers that each have
one record under way: N records to a commit.

While a log is young each commit makes its file longer as well, which costs a third more; the store lays room out ahead,
so "single" flatters it. "Log reused" is the same once both logs have come round, as they stay from then on.
"""

import argparse
import gc
import json
import os
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from agent.adapters.sqlite_store import SqliteStore  # noqa: E402 - run as a script, from anywhere
from agent.consent.grant import ConsentGrant, Period, Purpose  # noqa: E402
from agent.contract.identifiers import ReceiptSecret, uuid7  # noqa: E402
from agent.ports import NewEntry, Priority, Settlement  # noqa: E402
from tests.fakes.clock import START, FakeClock  # noqa: E402
from tests.fakes.memory_keys import MemoryKeys  # noqa: E402
from tests.fakes.memory_store import Budget  # noqa: E402

ROUNDS = 5
SINGLE = 500
GROUPED = 10_240
PRODUCERS = (8, 64, 256)
READABLE = b'{"text":"' + b"x" * 89 + b'"}'
FRAME_BYTES = 200
"""With `READABLE`: messages of 300 bytes, as in the table of peers."""
BUDGET = Budget(max_bytes=10**10, max_rows=10**8)


@dataclass
class Run:
    """One round of one side: what was measured, by name."""

    values: dict[str, float] = field(default_factory=dict)


def new_id() -> str:
    return uuid7(time.time_ns() // 1_000_000, os.urandom)


def bytes_written() -> int:
    """Bytes this process handed to write calls so far."""
    lines = Path("/proc/self/io").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("wchar"))


def resident_kb() -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


def measure(one: Callable[[], None], many: Callable[[int], None]) -> Run:
    """Records one at a time, then in groups.

    Args:
        one: keeps one record; durable when it returns.
        many: keeps this many; all durable when it returns.
    """
    gc.collect()
    gc.freeze()  # what was prepared is not the store's garbage, nor the other side's
    run = Run()
    before, busy = bytes_written(), time.process_time()
    latencies = _timed(one)
    cuts = statistics.quantiles(latencies, n=100)
    run.values["single durable commits/s"] = SINGLE / sum(latencies)
    run.values["put p50, us"] = cuts[49] * 1e6
    run.values["put p99, us"] = cuts[98] * 1e6
    run.values["CPU/record, single, us"] = (time.process_time() - busy) / SINGLE * 1e6
    run.values["bytes written/record, single"] = (bytes_written() - before) / SINGLE
    for producers in PRODUCERS:
        before, busy = bytes_written(), time.process_time()
        started = time.perf_counter()
        for _ in range(GROUPED // producers):
            many(producers)
        run.values[f"records/s, {producers} producers"] = GROUPED / (time.perf_counter() - started)
        run.values[f"CPU/record, {producers} producers, us"] = (time.process_time() - busy) / GROUPED * 1e6
        run.values[f"bytes written/record, {producers} producers"] = (bytes_written() - before) / GROUPED
    run.values["single durable commits/s, log reused"] = SINGLE / sum(_timed(one))
    return run


def _timed(one: Callable[[], None]) -> list[float]:
    """Seconds of each of `SINGLE` records."""
    latencies = []
    for _ in range(SINGLE):
        started = time.perf_counter()
        one()
        latencies.append(time.perf_counter() - started)
    return latencies


def run_store(folder: Path, frame_bytes: int) -> Run:
    store = SqliteStore(folder / "store.db", MemoryKeys(), BUDGET, FakeClock())
    subject = store.subject_for("driver").result()
    grant = ConsentGrant(new_id(), subject, frozenset(Purpose), "ab" * 32, "touch", Period.YEAR, START)
    store.add_grant(grant).result()

    def entry() -> NewEntry:
        secret = ReceiptSecret.make(os.urandom)
        return NewEntry(
            new_id(),
            "feedback",
            Priority.FEEDBACK,
            os.urandom(frame_bytes),
            START,
            subject,
            grant.grant_id,
            secret.code,
            secret.verifier,
            READABLE,
        )

    # Making a record is not the store's work.
    prepared = [entry() for _ in range(2 * SINGLE + GROUPED * len(PRODUCERS))][::-1]
    ids = [made.record_id for made in prepared[-SINGLE:]]

    def many(count: int) -> None:
        futures = [store.put(prepared.pop()) for _ in range(count)]
        for future in futures:
            if future.result() is not None:
                raise RuntimeError("the store refused a record")

    try:
        run = measure(lambda: store.put(prepared.pop()).result(), many)
        started = time.perf_counter()
        for start in range(0, SINGLE, 100):
            store.settle([Settlement(i, "receipted", "T-000001") for i in ids[start : start + 100]]).result()
        run.values["receipts/s, 100 to a commit"] = SINGLE / (time.perf_counter() - started)
        run.values["resident memory, MB"] = resident_kb() / 1024
        return run
    finally:
        store.close()


def run_bare(folder: Path, frame_bytes: int) -> Run:
    db = sqlite3.connect(folder / "bare.db", isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
        db.execute(f"PRAGMA {pragma}")
    db.execute("CREATE TABLE entries(record_id TEXT PRIMARY KEY, frame BLOB) STRICT")
    insert = "INSERT INTO entries VALUES (?, ?)"
    size = frame_bytes + len(READABLE)
    prepared = [(new_id(), os.urandom(size)) for _ in range(2 * SINGLE + GROUPED * len(PRODUCERS))][::-1]

    def many(count: int) -> None:
        db.execute("BEGIN IMMEDIATE")
        db.executemany(insert, [prepared.pop() for _ in range(count)])
        db.execute("COMMIT")

    try:
        return measure(lambda: db.execute(insert, prepared.pop()), many)
    finally:
        db.close()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--frame-bytes", type=int, default=FRAME_BYTES)
    options.add_argument("--json", action="store_true", help="one JSON line for machines")
    asked = options.parse_args()
    sides: dict[str, tuple[Callable[[Path, int], Run], list[Run]]] = {
        "store": (run_store, []),
        "sqlite3": (run_bare, []),
    }
    for _ in range(ROUNDS):
        for run, results in sides.values():
            folder = Path(tempfile.mkdtemp(prefix="outbox-bench-"))
            try:
                results.append(run(folder, asked.frame_bytes))
            finally:
                shutil.rmtree(folder)
    found = {
        side: {
            name: statistics.median(run.values[name] for run in results if name in run.values)
            for name in results[0].values
        }
        for side, (_, results) in sides.items()
    }
    if asked.json:
        print(json.dumps(found))
        return
    size = asked.frame_bytes + len(READABLE)
    print(f"{size} B messages, WAL, FULL, secure_delete; medians of {ROUNDS} rounds; SQLite {sqlite3.sqlite_version}")
    print(f"{'':38}{'store':>12}{'sqlite3':>12}{'ratio':>9}")
    for name, value in found["store"].items():
        bare = found["sqlite3"].get(name)
        print(f"{name:38}{value:12,.0f}" + ("" if bare is None else f"{bare:12,.0f}{value / bare:9.2f}"))


if __name__ == "__main__":
    main()
