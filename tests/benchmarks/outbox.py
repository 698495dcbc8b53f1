"""The store against bare sqlite3 with the same pragmas, in one run on one machine: `python tests/benchmarks/outbox.py`.

Rates depend on the machine and on what else it does; the ratios are what to compare. Rounds alternate between the two
and medians are shown. The bare side keeps one unencrypted blob per row under a text key: no consent, no ledger, no
encryption, no receipt index. What the store adds is the price of those.
"""

import os
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from agent.adapters.sqlite_store import SqliteStore  # noqa: E402 - run as a script, from anywhere
from agent.consent.grant import ConsentGrant, Period, Purpose  # noqa: E402
from agent.contract.identifiers import ReceiptSecret, uuid7  # noqa: E402
from agent.ports import NewEntry, Priority  # noqa: E402
from tests.fakes.clock import START, FakeClock  # noqa: E402
from tests.fakes.memory_keys import MemoryKeys  # noqa: E402
from tests.fakes.memory_store import Budget  # noqa: E402

ROUNDS = 5
SINGLE = 500
GROUPED = 10_000
GROUP = 256
FRAME_BYTES = 1024
READABLE = b'{"text":"' + b"x" * 240 + b'"}'
BUDGET = Budget(max_bytes=10**10, max_rows=10**8)


@dataclass(frozen=True)
class Run:
    """One round of one side."""

    single_per_s: float
    grouped_per_s: float
    p50_us: float
    p99_us: float
    single_bytes: float
    """Bytes handed to the kernel per record, one record a commit."""
    grouped_bytes: float


def new_id() -> str:
    return uuid7(time.time_ns() // 1_000_000, os.urandom)


def bytes_written() -> int:
    """Bytes this process handed to write calls so far."""
    lines = Path("/proc/self/io").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("wchar"))


def measure(one: Callable[[], None], many: Callable[[int], None]) -> Run:
    latencies = []
    before = bytes_written()
    for _ in range(SINGLE):
        started = time.perf_counter()
        one()
        latencies.append(time.perf_counter() - started)
    between = bytes_written()
    started = time.perf_counter()
    many(GROUPED)
    grouped_s = time.perf_counter() - started
    after = bytes_written()
    cuts = statistics.quantiles(latencies, n=100)
    return Run(
        SINGLE / sum(latencies),
        GROUPED / grouped_s,
        cuts[49] * 1e6,
        cuts[98] * 1e6,
        (between - before) / SINGLE,
        (after - between) / GROUPED,
    )


def run_store(folder: Path) -> Run:
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
            os.urandom(FRAME_BYTES),
            START,
            subject,
            grant.grant_id,
            secret.code,
            secret.verifier,
            READABLE,
        )

    prepared = [entry() for _ in range(SINGLE + GROUPED)]  # making a record is not the store's work

    def many(count: int) -> None:
        futures = [store.put(prepared.pop()) for _ in range(count)]
        assert [future.result() for future in futures] == [None] * count

    try:
        return measure(lambda: store.put(prepared.pop()).result(), many)
    finally:
        store.close()


def run_bare(folder: Path) -> Run:
    db = sqlite3.connect(folder / "bare.db", isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
        db.execute(f"PRAGMA {pragma}")
    db.execute("CREATE TABLE entries(record_id TEXT PRIMARY KEY, frame BLOB) STRICT")
    insert = "INSERT INTO entries VALUES (?, ?)"
    prepared = [(new_id(), os.urandom(FRAME_BYTES + len(READABLE))) for _ in range(SINGLE + GROUPED)]

    def many(count: int) -> None:
        for start in range(0, count, GROUP):
            db.execute("BEGIN IMMEDIATE")
            db.executemany(insert, [prepared.pop() for _ in range(min(GROUP, count - start))])
            db.execute("COMMIT")

    try:
        return measure(lambda: db.execute(insert, prepared.pop()), many)
    finally:
        db.close()


def main() -> None:
    sides: dict[str, tuple[Callable[[Path], Run], list[Run]]] = {"store": (run_store, []), "bare": (run_bare, [])}
    for _ in range(ROUNDS):
        for run, results in sides.values():
            folder = Path(tempfile.mkdtemp(prefix="outbox-bench-"))
            try:
                results.append(run(folder))
            finally:
                shutil.rmtree(folder)
    print(
        f"{FRAME_BYTES} B frames, WAL, FULL, secure_delete; medians of {ROUNDS} rounds; SQLite {sqlite3.sqlite_version}"
    )
    print(f"{'':28}{'store':>12}{'sqlite3':>12}{'ratio':>9}")
    for name, unit in (
        ("single_per_s", "single durable commits/s"),
        ("grouped_per_s", "grouped commits, records/s"),
        ("p50_us", "put p50, us"),
        ("p99_us", "put p99, us"),
        ("single_bytes", "bytes written/record, single"),
        ("grouped_bytes", "bytes written/record, group"),
    ):
        store, bare = (statistics.median(getattr(run, name) for run in results) for _, results in sides.values())
        print(f"{unit:28}{store:12,.0f}{bare:12,.0f}{store / bare:9.2f}")


if __name__ == "__main__":
    main()
