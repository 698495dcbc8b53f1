"""How a change becomes durable: one connection that writes, one commit for everything that waited.

- Whoever waits for a change commits it, with all that waits beside it: no thread has to wake up first, and what
  arrives while one commit runs is the next group. A change that nobody waits for is committed by the store's own
  thread within `GRACE_S`.
- Puts of a group are taken in together; every other job of a group has its own savepoint, so that one that fails
  undoes itself and nothing else. When a group's commit fails, each job is tried alone: a job may run twice.
- A single feedback record that needs nothing else changed is one statement, which is a transaction by itself. The next
  one, where nobody has read in between, is one write beside the database (`staging`), which every transaction and every
  read moves to its table first.
- A Future resolves after the commit returned. Its done-callbacks run on the committing thread: they must only enqueue.
"""

import contextlib
import queue
import sqlite3
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, Protocol, TypeVar

from agent.adapters.sqlite_store import budget
from agent.adapters.sqlite_store.change import Change, Failed, Job, Put, WaitingRoom, ending, settle, stopped
from agent.adapters.sqlite_store.failures import SQLITE_FAILURES, translated
from agent.adapters.sqlite_store.ledger import CLASS_BITS, COUNTED_KIND, MOST_BEHIND
from agent.adapters.sqlite_store.log_room import LogRoom
from agent.adapters.sqlite_store.staging import Staging
from agent.adapters.sqlite_store.transaction import INSERT_NEW, Figures, Transaction
from agent.ports import NewEntry, StoreRefusal

T = TypeVar("T")

MAX_GROUP: Final = 256
"""Most jobs in one commit: beyond it the time to the first answer grows and the rate does not."""

MAX_KNOWN: Final = 512
"""Most subjects and grants that are remembered from put to put."""

GRACE_S: Final = 0.02
"""How long a change waits for somebody who waits for it, before the store's own thread commits it."""

_STANDS: Final = (
    "SELECT NOT EXISTS (SELECT 1 FROM tombstones WHERE subject = ?2 AND (scope = 'subject' OR instr(record_ids, ?1)))"
    " AND (?3 IS NULL OR EXISTS (SELECT 1 FROM grants WHERE grant_id = ?3 AND withdrawn_at IS NULL))"
)
"""Whether a record's subject is not erased, nor the record, and its grant not withdrawn."""

BEHIND_S: Final = 1.0
"""How long the ledger's row may know less than the entries. Only a burst is worth it: a record every few minutes brings
its own row."""


class TakesIn(Protocol):
    """Who checks entries and writes their rows."""

    def take_in(self, tx: Transaction, entries: Sequence[NewEntry]) -> Sequence[StoreRefusal | Failed | None]:
        """Take entries in, in order, inside a transaction; one answer for each."""
        ...

    def take_alone(self, tx: Transaction, entry: NewEntry, staging: Staging | None) -> bool:
        """Take one in by a single write, into the staging area if given; False where it takes more than that."""
        ...


class Writer:
    """Owns the write connection, whose turn it is, and the thread for what nobody waits for."""

    def __init__(
        self,
        db: sqlite3.Connection,
        file: Path,
        accepting: TakesIn,
        undone: Callable[[], None],
        staging: Staging | None = None,
    ) -> None:
        self._db = db
        self._staging = staging
        self._follows = False
        """Whether the last thing that happened to the store was a record that was taken in alone."""
        self._by_themselves = 0
        """Records that were transactions by themselves, since the last other one."""
        self._file = file
        self._accepting = accepting
        self._undone = undone
        self._jobs: deque[Job[Any] | Put] = deque()
        self._room = WaitingRoom(self._help)
        self._turn = threading.Lock()
        self._gate = threading.Lock()
        self._closed = False
        self._bell: queue.SimpleQueue[float] = queue.SimpleQueue()
        self._rung = False
        self._known: dict[Any, Any] = {}
        self._log_room = LogRoom(file)
        self.figures = Figures.of(db)
        self._ledger_at = time.monotonic()
        self._thread = threading.Thread(target=self._run, name="store-writer", daemon=True)
        self._thread.start()

    def submit(self, work: Callable[[Transaction], T], after: Callable[[T], T] | None = None) -> Change[T]:
        """Queue a job.

        Args:
            work: runs inside the transaction. What it returns is the Future's result.
            after: runs once the commit is durable, before the Future resolves.
        """
        job = Job(self._room, work, after)
        self._queue(job)
        return job

    def put(self, entry: NewEntry) -> Change[StoreRefusal | None]:
        """Queue an entry to be taken in."""
        job = Put(self._room, entry)
        self._queue(job)
        return job

    def move(self) -> None:
        """Before somebody reads: the table gets what is staged. Where the disk refuses, it stays there."""
        self._follows = False
        if self._staging is not None and self._staging.rows:
            with self._on_turn():
                if self._staging.rows:
                    self._commit_next(alone=False)

    def wipe_staging(self) -> bool:
        """Overwrite what was staged; whether that worked. On the writer's turn, or once it is over."""
        return self._staging is None or self._staging.wipe()

    def close_staging(self) -> None:
        """Let go of its file, once the writer is closed."""
        if self._staging is not None:
            self._staging.close()

    def when_idle(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run something outside of any transaction, on the write connection."""
        with self._on_turn():
            return work(self._db)

    def close(self) -> None:
        """Finish what is queued, then end the thread. The connection stays open, for its owner to close."""
        with self._gate:
            self._closed = True
        self._ring(0.0)
        self._thread.join()

    # ---- whose turn it is ----

    def _queue(self, job: "Job[Any] | Put") -> None:
        with self._gate:
            if not self._closed:
                self._jobs.append(job)
                if not self._rung:
                    self._ring(GRACE_S)
                return
        settle(self._room, [(job, None, stopped())])

    def _ring(self, grace_s: float) -> None:
        self._rung = True
        self._bell.put(grace_s)

    def _help(self) -> None:
        """Commit one group, if nobody else does."""
        if not self._turn.acquire(blocking=False):
            return
        try:
            self._commit_next()
        finally:
            self._end_turn()

    @contextlib.contextmanager
    def _on_turn(self) -> Iterator[None]:
        self._turn.acquire()
        try:
            yield
        finally:
            self._end_turn()

    def _end_turn(self) -> None:
        self._turn.release()
        if self._jobs:  # they came while the turn was taken, so their waiters could not help themselves
            self._ring(0.0)

    def _run(self) -> None:
        while not (self._closed and not self._jobs):
            try:
                grace_s = self._bell.get(timeout=BEHIND_S if self._ledger_is_behind() else None)
            except queue.Empty:
                self._write_ledger()
                continue
            if grace_s:
                with contextlib.suppress(queue.Empty):
                    self._bell.get(timeout=grace_s)
            self._rung = False
            while self._jobs and self._turn.acquire(blocking=self._closed):
                try:
                    self._commit_next()
                finally:
                    self._turn.release()
        self._write_ledger()

    def _ledger_is_behind(self) -> bool:
        return self.figures.arrival != self.figures.ledger_arrival

    def _write_ledger(self) -> None:
        """Bring the row up to date where it was left out; a disk that refuses is asked again by the next change."""
        with self._on_turn():
            if self._ledger_is_behind():
                self._commit_next(alone=False)

    def _commit_alone(self, group: "list[Job[Any] | Put]") -> bool:
        """One record by a single statement, without the ledger's row: see `ledger`. False where it takes more."""
        if len(group) != 1:
            return False
        (put,) = group
        if (
            not isinstance(put, Put)
            or put.asked.kind != COUNTED_KIND
            or self.figures.arrival - self.figures.ledger_arrival >= MOST_BEHIND
            or time.monotonic() - self._ledger_at > BEHIND_S
        ):
            return False
        transaction = Transaction(self._db, self.figures, self._known)
        try:
            staging = self._staging if self._follows or (self._staging is not None and self._staging.rows) else None
            if not self._accepting.take_alone(transaction, put.asked, staging):
                return False
            self._follows = True
            self._by_themselves += staging is None
        except SQLITE_FAILURES as error:
            self._roll_back()
            settle(self._room, [(put, None, translated(error, self._file))])
            return True
        except OSError:  # its disk: the database may still take it
            return False
        self.figures.arrival = transaction.arrival
        settle(self._room, [(put, None, None)])
        return True

    def _commit_next(self, *, alone: bool = True) -> None:
        """What waits, in one commit.

        Args:
            alone: a single record may be taken in by itself; else what is staged is moved too.
        """
        group: list[Job[Any] | Put] = []
        try:
            while self._jobs and len(group) < MAX_GROUP:
                group.append(self._jobs.popleft())
            if not alone or (group and not self._commit_alone(group)):
                self._commit(group)
        except BaseException as error:
            self._go_by_the_file(group, error)
            if not isinstance(error, Exception):
                raise

    def _go_by_the_file(self, group: "list[Job[Any] | Put]", error: BaseException) -> None:
        """Ctrl-C reaches whoever waits, in the middle of anything: what the file says is what counts."""
        self._roll_back()
        with contextlib.suppress(*SQLITE_FAILURES):  # a disk that cannot be read either: what was known stands
            self.figures = self._counted_anew()
        told = error if isinstance(error, Exception) else stopped()
        settle(self._room, [(job, None, told) for job in group if not job.done()])

    # ---- one transaction ----

    def _commit(self, group: "list[Job[Any] | Put]", *, move_last: bool = False) -> None:
        """One transaction.

        Args:
            group: what is done in it.
            move_last: do it before what is staged is moved, where a full disk has room for that only afterwards.
        """
        self._follows = False
        if len(self._known) > MAX_KNOWN:
            self._known.clear()
        transaction = Transaction(self._db, self.figures.copy(), self._known)
        try:
            self._db.execute("BEGIN IMMEDIATE")
            self._log_room.keep(1 + self._by_themselves)
            self._by_themselves = 0
            if not move_last:
                self._move(transaction)
            results = self._do_all(transaction, group)
            if self._db.in_transaction:  # else its only job failed and undid it
                if move_last:
                    self._move_what_stands(transaction)
                transaction.write_counts(self.figures)
                self._db.execute("COMMIT")
                known = transaction.arrival
                if self._staging is not None:
                    self._staging.moved(known)
                self.figures = Figures(transaction.usage, transaction.counters, known, ledger_arrival=known)
                self._ledger_at = time.monotonic()
        except SQLITE_FAILURES as error:
            self._roll_back()
            if len(group) == 1 and not move_last and self._staging is not None and self._staging.rows:
                self._commit(group, move_last=True)
                return
            if len(group) <= 1:
                settle(self._room, [(job, None, translated(error, self._file)) for job in group])
                return
            for job in group:  # a full disk may still take the small ones, and the deletions
                self._commit([job])
            return
        settle(self._room, [ending(job, result) for job, result in zip(group, results, strict=True)])

    def _move(self, transaction: Transaction) -> None:
        """The table gets what is staged; what it knew already was accepted again, and is counted once."""
        rows = () if self._staging is None else self._staging.rows
        if not rows or self._db.executemany(INSERT_NEW, rows).rowcount == len(rows):
            return
        for row in rows:
            if self._db.execute("SELECT 1 FROM entries WHERE seq = ?", row[:1]).fetchone() is None:
                transaction.usage.drop(row[0] >> CLASS_BITS, budget.ROW_BYTES + len(row[-1]))
                transaction.count("accepted", -1)

    def _move_what_stands(self, transaction: Transaction) -> None:
        """The same behind a job that may have been a withdrawal or an erasure of some of them."""
        for row in () if self._staging is None else self._staging.rows:
            if transaction.db.execute(_STANDS, (row[1], row[3], row[4])).fetchone()[0]:
                if transaction.db.execute(INSERT_NEW, row).rowcount:
                    continue
                transaction.count("accepted", -1)
            else:
                transaction.count("erased")
            transaction.usage.drop(row[0] >> CLASS_BITS, budget.ROW_BYTES + len(row[-1]))

    def _counted_anew(self) -> Figures:
        figures = Figures.of(self._db)
        if self._staging is not None:
            self._staging.moved(figures.ledger_arrival)
            figures.count_in(self._staging.rows)
        return figures

    def _do_all(self, transaction: Transaction, group: "list[Job[Any] | Put]") -> list[Any]:
        results: list[Any] = []
        puts: list[NewEntry] = []
        for job in group:
            if isinstance(job, Put):
                puts.append(job.asked)
                continue
            if puts:
                results += self._accepting.take_in(transaction, puts)
                puts = []
            results.append(self._attempt(transaction, job) if len(group) > 1 else self._alone(transaction, job))
        if puts:
            results += self._accepting.take_in(transaction, puts)
        return results

    def _attempt(self, transaction: Transaction, job: Job[Any]) -> Any:
        mark = transaction.mark()
        transaction.known.clear()
        self._db.execute("SAVEPOINT job")
        try:
            value = job.asked(transaction)
        except Exception as error:  # whatever a job raises belongs to its caller, never to this thread
            if not self._db.in_transaction and isinstance(error, SQLITE_FAILURES):
                raise  # SQLite undid the whole group by itself, https://sqlite.org/lang_transaction.html section 3
            self._db.execute("ROLLBACK TO job")
            self._db.execute("RELEASE job")
            transaction.reset(mark)
            self._undone()
            return Failed(translated(error, self._file) if isinstance(error, SQLITE_FAILURES) else error)
        self._db.execute("RELEASE job")
        return value

    def _alone(self, transaction: Transaction, job: Job[Any]) -> Any:
        """Without a savepoint, for which SQLite keeps every changed page twice in memory: 500 receipts change 3 MB."""
        transaction.known.clear()
        try:
            return job.asked(transaction)
        except SQLITE_FAILURES:
            raise
        except Exception as error:  # noqa: BLE001 - as above
            self._roll_back()
            return Failed(error)

    def _roll_back(self) -> None:
        self._known.clear()
        with contextlib.suppress(
            *SQLITE_FAILURES
        ):  # an error that already ended the transaction leaves nothing to undo
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
        self._undone()
