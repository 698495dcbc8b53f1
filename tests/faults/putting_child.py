"""A process that puts records until it is killed, and says which ones it thanked for. Run by `test_kill.py`.

Arguments: database file, the keys' secret in hexadecimal, a number that is new for each run.
"""

import os
import sys
from concurrent.futures import Future
from itertools import count
from pathlib import Path

from agent.adapters.sqlite_store import SqliteStore
from agent.consent.grant import ConsentGrant, Period, Purpose
from agent.ports import NewEntry, Priority, Settlement
from tests.fakes.clock import START, FakeClock
from tests.fakes.memory_keys import MemoryKeys
from tests.fakes.memory_store import Budget

BUDGET = Budget(max_bytes=500_000_000, max_rows=1_000_000)
GROUP = 7


def say(what: str, record_id: str) -> None:
    """One line, written at once: no buffer of ours can swallow it or invent it."""
    os.write(1, f"{what} {record_id}\n".encode())


def put_until_killed(store: SqliteStore, run: int) -> None:
    subject = store.subject_for("driver").result()
    grant = ConsentGrant(f"grant-{run}", subject, frozenset(Purpose), "ab" * 32, "touch", Period.YEAR, START)
    store.add_grant(grant).result()
    previous = ""
    for number in count():
        record_id = f"record-{run}-{number}"
        say("asked", record_id)
        future: Future[object] = store.put(
            NewEntry(record_id, "feedback", Priority.FEEDBACK, record_id.encode() * 50, START, subject, grant.grant_id)
        )
        future.add_done_callback(lambda done, r=record_id: say("thanked" if done.result() is None else "refused", r))
        if number % GROUP == 0:  # the others join the next group
            future.result()
            if previous:
                store.settle([Settlement(previous, "receipted", "T-000001")]).result()
                say("settled", previous)
            previous = record_id


if __name__ == "__main__":
    file, secret, run_number = sys.argv[1:]
    put_until_killed(SqliteStore(Path(file), MemoryKeys(bytes.fromhex(secret)), BUDGET, FakeClock()), int(run_number))
