"""Our device's store in a process of its own, with the same commands as `peer_thingsboard.py`; run by `sync.py`."""

import json
import resource
import secrets
import signal
import statistics
import sys
import time
from pathlib import Path

from agent.adapters.key_file import FileKeys
from agent.adapters.sqlite_store import SqliteStore
from agent.adapters.system_clock import SystemClock
from agent.consent.grant import ConsentGrant, Period, Purpose
from agent.contract.identifiers import ReceiptSecret
from agent.errors import AgentError
from agent.ports import Future, NewEntry, Priority, StoreRefusal
from tests.fakes.line import BUDGET, Usage, new_id

OUTSTANDING = 100
"""Records that wait for their commit at one time, where many people speak at once."""


class Shop:
    """A store on which somebody has agreed."""

    def __init__(self, folder: str) -> None:
        keys = FileKeys.create(Path(folder) / "keys")
        self.clock = SystemClock()
        self.store = SqliteStore(Path(folder) / "agent.db", keys, BUDGET, self.clock, secrets.token_bytes)
        self.subject = self.store.subject_for("driver").result()
        self.grant = ConsentGrant(
            new_id(), self.subject, frozenset(Purpose), "ab" * 32, "touch", Period.YEAR, self.clock.now()
        )
        self.store.add_grant(self.grant).result()

    def entry(self, frame: bytes) -> NewEntry:
        secret = ReceiptSecret.make(secrets.token_bytes)
        return NewEntry(
            record_id=new_id(),
            kind="feedback",
            priority=Priority.FEEDBACK,
            frame=frame,
            recorded_at=self.clock.now(),
            subject=self.subject,
            grant_id=self.grant.grant_id,
            receipt_code=secret.code,
            receipt_verifier=secret.verifier,
        )


def accept(folder: str, records: int, size: int, limit_mb: int, pause_ms: int = 0) -> None:
    shop, frame = Shop(folder), b"x" * size
    if limit_mb:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit_mb << 20, limit_mb << 20))
    before, took, accepted = Usage.of_self().written, 0.0, 0
    for start in range(0, records, OUTSTANDING):
        # Making a record is not the store's work.
        made = [shop.entry(frame) for _ in range(min(OUTSTANDING, records - start))]
        started = time.perf_counter()
        waiting = [shop.store.put(entry) for entry in made]
        accepted += sum(_accepted(future) for future in waiting)
        took += time.perf_counter() - started
        print(json.dumps({"accepted": accepted}), flush=True)
        time.sleep(pause_ms / 1000)
    used = Usage.of_self()
    report = {"said_yes_s": took, "stored_s": took, "rss_mb": used.peak_mb, "written": used.written - before}
    print(json.dumps({"accepted": accepted, **report}), flush=True)
    shop.store.close()


def accept_singly(folder: str, records: int, size: int) -> None:
    shop, frame = Shop(folder), b"x" * size
    latencies = []
    for _ in range(records):
        entry = shop.entry(frame)
        started = time.perf_counter()
        assert _accepted(shop.store.put(entry))
        latencies.append(time.perf_counter() - started)
    p99 = statistics.quantiles(latencies, n=100)[98]
    print(json.dumps({"seconds": sum(latencies), "p99_ms": p99 * 1e3}), flush=True)
    shop.store.close()


def count(folder: str) -> None:
    shop = Shop(folder)
    print(json.dumps({"stored": shop.store.ledger().accepted}), flush=True)
    shop.store.close()


def _accepted(future: "Future[StoreRefusal | None]") -> bool:
    """Whether it was thanked for; on a full disk it is refused, before anybody is thanked."""
    try:
        return future.result() is None
    except AgentError:
        return False


if __name__ == "__main__":
    what, folder, *numbers = sys.argv[1:]
    {"accept": accept, "accept_singly": accept_singly, "count": count}[what](folder, *(int(n) for n in numbers))
