"""Whoever waits commits: from many threads, from none, and when Ctrl-C comes in the middle of it."""

import sqlite3
import threading
from pathlib import Path
from typing import ClassVar

import pytest

from agent.adapters.sqlite_store import SqliteStore
from agent.errors import TemporaryError
from agent.ports import NewEntry, Priority
from tests.fakes.clock import START, FakeClock
from tests.fakes.memory_keys import MemoryKeys
from tests.fakes.memory_store import Budget

BUDGET = Budget(max_bytes=50_000_000, max_rows=10_000)


def entry(record_id: str) -> NewEntry:
    return NewEntry(record_id, "feedback", Priority.FEEDBACK, record_id.encode() * 9, START)


def opened(folder: Path, **options) -> SqliteStore:
    return SqliteStore(folder / "s.db", MemoryKeys(bytes(32)), BUDGET, FakeClock(), **options)


def test_many_threads_that_wait_and_some_that_do_not_all_get_their_answer(tmp_path):
    store = opened(tmp_path)
    answers: list[object] = []
    called = threading.Semaphore(0)

    def wait_each_time(name: str) -> None:
        answers.extend(store.put(entry(f"{name}-{number}")).result(30) for number in range(40))

    def never_wait(name: str) -> None:
        for number in range(40):
            store.put(entry(f"{name}-{number}")).add_done_callback(
                lambda done: (answers.append(done.result()), called.release())
            )

    threads = [threading.Thread(target=wait_each_time, args=(f"w{n}",)) for n in range(6)]
    threads += [threading.Thread(target=never_wait, args=(f"c{n}",)) for n in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(called.acquire(timeout=30) for _ in range(80))
    assert answers == [None] * 320
    assert (store.ledger().accepted, store.ledger().pending, store.ledger().balanced) == (320, 320, True)
    store.close()
    again = opened(tmp_path)
    assert len(again.pending(1000)) == 320
    again.close()


def test_what_nobody_waits_for_is_committed_too(tmp_path):
    store = opened(tmp_path)
    over = threading.Event()
    store.put(entry("r1")).add_done_callback(lambda _: over.set())
    assert over.wait(30)
    assert [waiting.record_id for waiting in store.pending(9)] == ["r1"]
    store.close()


def test_a_callback_on_what_is_over_is_called_at_once_and_a_broken_one_harms_nobody(tmp_path):
    store = opened(tmp_path)
    broken = store.put(entry("r1"))
    broken.add_done_callback(lambda _: 1 / 0)
    assert broken.result() is None
    seen = []
    broken.add_done_callback(seen.append)
    assert seen == [broken]
    assert store.put(entry("r2")).result() is None
    store.close()


def test_a_job_that_fails_undoes_itself_and_nothing_else_of_its_group(tmp_path):
    store = opened(tmp_path)
    subject = store.subject_for("mum").result()
    turn = store._writer._turn
    turn.acquire()  # so that all four are in one group
    futures = [
        store.put(entry("r1")),
        store.erase(subject, None, lambda _: 1 / 0, START),
        store.subject_for("dad"),
        store.put(entry("r2")),
    ]
    turn.release()
    assert futures[0].result() is None
    assert isinstance(futures[1].exception(10), ZeroDivisionError)
    assert futures[3].result() is None
    assert store.find_subject("mum") == subject
    assert store.find_subject("dad") == futures[2].result()
    assert isinstance(store.erase(subject, None, lambda _: 1 / 0, START).exception(), ZeroDivisionError)  # and alone
    assert store.find_subject("mum") == subject
    assert not store.tombstones()
    assert store.put(entry("r3")).result() is None
    assert (store.ledger().accepted, store.ledger().balanced) == (3, True)
    assert store.waiting()[Priority.FEEDBACK].rows == 3
    store.close()


class Interrupted(sqlite3.Connection):
    """Ctrl-C arrives while this statement runs, once."""

    at: ClassVar[str | None] = None

    def execute(self, sql: str, *parameters: object) -> sqlite3.Cursor:
        if sql == Interrupted.at:
            Interrupted.at = None
            if sql == "COMMIT":
                super().execute(sql)
            raise KeyboardInterrupt
        return super().execute(sql, *parameters)


@pytest.mark.parametrize("statement", ["BEGIN IMMEDIATE", "COMMIT", "SAVEPOINT job"])
def test_ctrl_c_in_the_thread_that_commits_loses_nothing_and_leaves_nobody_waiting(tmp_path, statement):
    def connect(file: Path) -> sqlite3.Connection:
        return sqlite3.connect(file, isolation_level=None, check_same_thread=False, factory=Interrupted)

    store = opened(tmp_path, connect=connect)
    assert store.put(entry("before")).result() is None
    turn = store._writer._turn
    turn.acquire()  # so that all three are in one group
    futures = [store.put(entry("r1")), store.put(entry("r2")), store.subject_for("mum")]
    Interrupted.at = statement
    turn.release()
    with pytest.raises(KeyboardInterrupt):
        futures[0].result()
    for future in futures:
        assert isinstance(future.exception(10), TemporaryError)
    assert store.ledger().balanced
    committed = statement == "COMMIT"
    assert store.ledger().accepted == (3 if committed else 1)
    assert store.put(entry("after")).result() is None
    assert store.ledger().accepted == (4 if committed else 2)
    assert store.ledger().balanced
    store.close()
    again = opened(tmp_path)
    assert again.recovered_from is None
    assert again.ledger().accepted == (4 if committed else 2)
    again.close()
