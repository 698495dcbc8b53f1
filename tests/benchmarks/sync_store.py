"""Our device's store in a process of its own, with the same commands as `peer_thingsboard.py`; run by `sync.py`."""

import json
import resource
import secrets
import signal
import sys
import time
from concurrent.futures import Future
from pathlib import Path

from agent.adapters.key_file import FileKeys
from agent.adapters.sqlite_store import SqliteStore
from agent.adapters.system_clock import SystemClock
from agent.consent.grant import ConsentGrant, Period, Purpose
from agent.contract.identifiers import ReceiptSecret
from agent.errors import AgentError
from agent.ports import NewEntry, Priority
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

    def put(self, frame: bytes) -> "Future[object]":
        secret = ReceiptSecret.make(secrets.token_bytes)
        entry = NewEntry(
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
        return self.store.put(entry)


def accept(folder: str, records: int, size: int, limit_mb: int, pause_ms: int = 0) -> None:
    shop, frame = Shop(folder), b"x" * size
    if limit_mb:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit_mb << 20, limit_mb << 20))
    waiting: list[Future[object]] = []
    before, started, accepted = Usage.of_self().written, time.perf_counter(), 0
    for number in range(records):
        waiting.append(shop.put(frame))
        if len(waiting) >= OUTSTANDING or number == records - 1:
            accepted += sum(_accepted(future) for future in waiting)
            waiting.clear()
            print(json.dumps({"accepted": accepted}), flush=True)
            time.sleep(pause_ms / 1000)
    took = time.perf_counter() - started
    used = Usage.of_self()
    report = {"said_yes_s": took, "stored_s": took, "rss_mb": used.peak_mb, "written": used.written - before}
    print(json.dumps({"accepted": accepted, **report}), flush=True)
    shop.store.close()


def accept_singly(folder: str, records: int, size: int) -> None:
    shop, frame = Shop(folder), b"x" * size
    started = time.perf_counter()
    for _ in range(records):
        assert _accepted(shop.put(frame))
    print(json.dumps({"seconds": time.perf_counter() - started}), flush=True)
    shop.store.close()


def count(folder: str) -> None:
    shop = Shop(folder)
    print(json.dumps({"stored": shop.store.ledger().accepted}), flush=True)
    shop.store.close()


def _accepted(future: "Future[object]") -> bool:
    """Whether it was thanked for; on a full disk it is refused, before anybody is thanked."""
    try:
        return future.result() is None
    except AgentError:
        return False


if __name__ == "__main__":
    what, folder, *numbers = sys.argv[1:]
    {"accept": accept, "accept_singly": accept_singly, "count": count}[what](folder, *(int(n) for n in numbers))
