"""How a change becomes durable: one thread, one connection, one commit for everything that waited.

- A job is a function of a `Transaction`. It may run twice: when a group's commit fails, each job is tried alone.
- Each job has its own savepoint, so one that fails undoes itself and nothing else.
- A Future resolves after COMMIT returned. There is no linger: what arrives while one commit runs is the next group.
- Done-callbacks of a Future run on this thread: they must only enqueue.
"""

import contextlib
import queue
import sqlite3
import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from agent.adapters.sqlite_store.failures import SQLITE_FAILURES, translated
from agent.errors import TemporaryError

T = TypeVar("T")

MAX_GROUP: Final = 256
"""Most jobs in one commit: beyond it the time to the first answer grows and the rate does not."""


class Transaction:
    """What a job sees: the write connection, and the figures that change with it."""

    def __init__(self, db: sqlite3.Connection, *, waiting: int, stored: int) -> None:
        self.db = db
        self.waiting = waiting
        """Entries in state pending."""
        self.stored = stored
        """Bytes of all entries, by `outbox.cost`."""
        self._counts: Counter[str] = Counter()

    def count(self, counter: str, by: int = 1) -> None:
        """Add to a ledger counter; written when the group commits, in the same transaction."""
        self._counts[counter] += by

    def mark(self) -> tuple[int, int, Counter[str]]:
        """The figures now, for `reset`."""
        return self.waiting, self.stored, self._counts.copy()

    def reset(self, mark: tuple[int, int, Counter[str]]) -> None:
        """Forget what a failed job changed."""
        self.waiting, self.stored, self._counts = mark

    def write_counts(self) -> None:
        """Bring the ledger table up to date."""
        changes = [(by, counter) for counter, by in self._counts.items() if by]
        self.db.executemany("UPDATE ledger SET value = value + ? WHERE counter = ?", changes)


@dataclass(frozen=True, slots=True)
class _Job(Generic[T]):
    work: Callable[[Transaction], T]
    after: Callable[[T], T] | None
    future: "Future[T]" = field(default_factory=Future)

    def finish(self, value: T) -> None:
        """Tell the caller; what `after` raises is the caller's too, for this thread must live."""
        try:
            final = value if self.after is None else self.after(value)
        except Exception as error:  # noqa: BLE001 - handed on, not swallowed
            self.future.set_exception(error)
        else:
            self.future.set_result(final)


class Writer:
    """Owns the write connection and its thread."""

    def __init__(self, db: sqlite3.Connection, file: Path) -> None:
        self._db = db
        self._file = file
        self._jobs: queue.SimpleQueue[_Job[Any] | None] = queue.SimpleQueue()
        self._gate = threading.Lock()
        self._closed = False
        self._waiting, self._stored = _usage(db)
        self._thread = threading.Thread(target=self._run, name="store-writer", daemon=True)
        self._thread.start()

    def submit(self, work: Callable[[Transaction], T], after: Callable[[T], T] | None = None) -> "Future[T]":
        """Queue a job.

        Args:
            work: runs on the writer's thread, inside the transaction. What it returns is the Future's result.
            after: runs on the writer's thread once the commit is durable, before the Future resolves.
        """
        job = _Job(work, after)
        with self._gate:
            if self._closed:
                job.future.set_exception(TemporaryError("Nothing was recorded: the agent is stopping. Try again."))
            else:
                self._jobs.put(job)
        return job.future

    def close(self) -> None:
        """Finish what is queued, then end the thread. The connection stays open, for its owner to close."""
        with self._gate:
            if not self._closed:
                self._closed = True
                self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        closing = False
        while not closing:
            group: list[_Job[Any]] = []
            item = self._jobs.get()
            while item is not None:
                if item.future.set_running_or_notify_cancel():
                    group.append(item)
                if len(group) >= MAX_GROUP:
                    break
                try:
                    item = self._jobs.get_nowait()
                except queue.Empty:
                    break
            closing = item is None
            if group:
                self._commit(group)

    def _commit(self, group: list[_Job[Any]]) -> None:
        transaction = Transaction(self._db, waiting=self._waiting, stored=self._stored)
        try:
            self._db.execute("BEGIN IMMEDIATE")
            results = [self._attempt(transaction, job) for job in group]
            transaction.write_counts()
            self._db.execute("COMMIT")
        except SQLITE_FAILURES as error:
            self._roll_back()
            if len(group) == 1:
                group[0].future.set_exception(translated(error, self._file))
                return
            for job in group:  # a full disk may still take the small ones, and the deletions
                self._commit([job])
            return
        self._waiting, self._stored = transaction.waiting, transaction.stored
        for job, result in zip(group, results, strict=True):
            if isinstance(result, _Failed):
                job.future.set_exception(result.error)
            else:
                job.finish(result)

    def _attempt(self, transaction: Transaction, job: _Job[Any]) -> Any:
        mark = transaction.mark()
        self._db.execute("SAVEPOINT job")
        try:
            value = job.work(transaction)
        except Exception as error:  # whatever a job raises belongs to its caller, never to this thread
            if not self._db.in_transaction and isinstance(error, SQLITE_FAILURES):
                raise  # SQLite undid the whole group by itself, https://sqlite.org/lang_transaction.html section 3
            self._db.execute("ROLLBACK TO job")
            self._db.execute("RELEASE job")
            transaction.reset(mark)
            return _Failed(translated(error, self._file) if isinstance(error, SQLITE_FAILURES) else error)
        self._db.execute("RELEASE job")
        return value

    def _roll_back(self) -> None:
        with contextlib.suppress(
            *SQLITE_FAILURES
        ):  # an error that already ended the transaction leaves nothing to undo
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")


@dataclass(frozen=True, slots=True)
class _Failed:
    error: Exception


def _usage(db: sqlite3.Connection) -> tuple[int, int]:
    waiting, stored = db.execute(
        "SELECT count(*) FILTER (WHERE state = 'pending'), coalesce(sum(cost), 0) FROM entries"
    ).fetchone()
    return waiting, stored
