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
import logging
import queue
import sqlite3
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Generic, Protocol, TypeVar

from agent.adapters.sqlite_store import budget, ledger
from agent.adapters.sqlite_store.failures import NOT_RECORDED, SQLITE_FAILURES, translated
from agent.adapters.sqlite_store.ledger import ARRIVAL_MASK, CLASS_BITS, COUNTED_KIND, COUNTERS, MOST_BEHIND, LossKey
from agent.adapters.sqlite_store.log_room import LogRoom
from agent.adapters.sqlite_store.staging import Row, Staging
from agent.errors import TemporaryError
from agent.ports import NewEntry, StoreRefusal

T = TypeVar("T")
_log = logging.getLogger(__name__)

MAX_GROUP: Final = 256
"""Most jobs in one commit: beyond it the time to the first answer grows and the rate does not."""

MAX_KNOWN: Final = 512
"""Most subjects and grants that are remembered from put to put."""

GRACE_S: Final = 0.02
"""How long a change waits for somebody who waits for it, before the store's own thread commits it."""

INSERT: Final = "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
"""A row of `entries`, all columns in order."""

INSERT_NEW: Final = (
    "INSERT OR IGNORE INTO entries SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11"
    " WHERE NOT EXISTS (SELECT 1 FROM settled WHERE record_id = ?2)"
)
"""Nothing else than a known id can be ignored: the values are ours, and the number is a new one."""

_STANDS: Final = (
    "SELECT NOT EXISTS (SELECT 1 FROM tombstones WHERE subject = ?2 AND (scope = 'subject' OR instr(record_ids, ?1)))"
    " AND (?3 IS NULL OR EXISTS (SELECT 1 FROM grants WHERE grant_id = ?3 AND withdrawn_at IS NULL))"
)
"""Whether a record's subject is not erased, nor the record, and its grant not withdrawn."""

BEHIND_S: Final = 1.0
"""How long the ledger's row may know less than the entries. Only a burst is worth it: a record every few minutes brings
its own row."""


class Transaction:
    """What a job sees: the write connection, and the figures that change with it."""

    def __init__(self, db: sqlite3.Connection, figures: "Figures", known: dict[Any, Any]) -> None:
        self.db = db
        self.usage = figures.usage
        self.counters = figures.counters
        self.arrival = figures.arrival
        self.known = known
        """What puts have read of consent and keys, in this transaction and before. Every other job empties it."""
        self._lost: dict[LossKey, int] = {}

    def count(self, counter: str, by: int = 1) -> None:
        """Add to a ledger counter; written when the group commits, in the same transaction."""
        self.counters[COUNTERS.index(counter)] += by

    def lose(self, priority: int, fate: str, reason: str, by: int = 1) -> None:
        """Count a loss by class, fate and reason."""
        key = (priority, fate, reason)
        self._lost[key] = self._lost.get(key, 0) + by

    def next_arrival(self) -> int:
        """The number of the next entry."""
        self.arrival += 1
        return self.arrival

    def mark(self) -> tuple[Any, ...]:
        """The figures now, for `reset`."""
        return self.usage.copy(), self.counters.copy(), self.arrival, self._lost.copy()

    def reset(self, mark: tuple[Any, ...]) -> None:
        """Forget what a failed job changed."""
        self.usage, self.counters, self.arrival, self._lost = mark

    def write_counts(self, before: "Figures") -> None:
        """Bring the ledger up to date."""
        if self.counters != before.counters or self.arrival != before.ledger_arrival:
            ledger.write(self.db, self.counters, self.arrival)
        if self._lost:
            ledger.write_losses(self.db, self._lost)


@dataclass(slots=True)
class Figures:
    """What is known of the file between transactions."""

    usage: budget.Usage
    counters: list[int]
    arrival: int
    """Number of the last arrival."""
    ledger_arrival: int
    """The last one that the ledger's row knows of."""

    def copy(self) -> "Figures":
        """The same, to be changed by a transaction that may fail."""
        return Figures(self.usage.copy(), self.counters.copy(), self.arrival, self.ledger_arrival)

    def count_in(self, unmoved: Sequence[Row]) -> None:
        """Add rows that the table is still to get."""
        for row in unmoved:
            self.usage.add(row[0] >> CLASS_BITS, budget.ROW_BYTES + len(row[-1]))
            self.counters[0] += 1
            self.arrival = row[0] & ARRIVAL_MASK

    @classmethod
    def of(cls, db: sqlite3.Connection) -> "Figures":
        """Counted from the rows."""
        standing = ledger.standing(db) or ledger.EMPTY  # whatever is settled, the ledger's row knows of
        return cls(budget.usage(db), standing.counters, standing.arrival, standing.written_for)


class Change(Generic[T]):
    """One change on its way to the disk: `agent.ports.Future`. Whoever waits for it does the work.

    All changes of a store share one condition, so that a group is completed in one go.
    """

    __slots__ = ("_callbacks", "_done", "_error", "_help", "_over", "_value")

    def __init__(self, over: threading.Condition, help_out: Callable[[], None]) -> None:
        self._over = over
        self._help = help_out
        self._done = False
        self._value: T | None = None
        self._error: BaseException | None = None
        self._callbacks: list[Callable[[Any], object]] | None = None

    def done(self) -> bool:
        """See `Future.done`."""
        return self._done

    def result(self, timeout: float | None = None) -> T:
        """See `Future.result`."""
        error = self.exception(timeout)
        if error is not None:
            raise error
        return self._value  # type: ignore[return-value]  # None stands for "not yet" only before it is over

    def exception(self, timeout: float | None = None) -> BaseException | None:
        """See `Future.exception`."""
        if not self._done:
            self._help()
        if not self._done:
            with self._over:
                if not self._over.wait_for(self.done, timeout):
                    raise TimeoutError
        return self._error

    def add_done_callback(self, fn: Callable[[Any], object]) -> None:
        """See `Future.add_done_callback`."""
        with self._over:
            if not self._done:
                self._callbacks = [*(self._callbacks or ()), fn]
                return
        fn(self)

    def settle(self, value: T | None, error: BaseException | None = None) -> None:
        """Say how it ended; the condition is held, and nobody is told yet."""
        self._value, self._error, self._done = value, error, True

    def call_back(self) -> None:
        """Tell those who asked to be called."""
        for fn in self._callbacks or ():
            try:
                fn(self)
            except Exception as error:  # noqa: BLE001 - a caller's bug must not cost the others their answer
                _log.error("a callback of the store failed: %s", type(error).__name__)


class _Job(Change[T]):
    __slots__ = ("after", "work")

    def __init__(
        self,
        over: threading.Condition,
        help_out: Callable[[], None],
        work: Callable[[Transaction], T],
        after: Callable[[T], T] | None,
    ) -> None:
        super().__init__(over, help_out)
        self.work = work
        self.after = after


class _Put(Change[StoreRefusal | None]):
    __slots__ = ("entry",)

    def __init__(self, over: threading.Condition, help_out: Callable[[], None], entry: NewEntry) -> None:
        super().__init__(over, help_out)
        self.entry = entry


def _ending(job: "_Job[Any] | _Put", result: Any) -> tuple[Change[Any], Any, BaseException | None]:
    """How a committed job ended; what `after` raises is the caller's too, for the committing thread must go on."""
    if isinstance(result, Failed):
        return job, None, result.error
    if isinstance(job, _Job) and job.after is not None:
        try:
            return job, job.after(result), None
        except Exception as error:  # noqa: BLE001 - handed on, not swallowed
            return job, None, error
    return job, result, None


def _stopped() -> TemporaryError:
    return TemporaryError(f"{NOT_RECORDED} The agent is stopping.")


@dataclass(frozen=True, slots=True)
class Failed:
    """A job's own failure, for its caller."""

    error: Exception


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
        self._jobs: deque[_Job[Any] | _Put] = deque()
        self._over = threading.Condition(threading.Lock())
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
        job = _Job(self._over, self._help, work, after)
        self._queue(job)
        return job

    def put(self, entry: NewEntry) -> Change[StoreRefusal | None]:
        """Queue an entry to be taken in."""
        job = _Put(self._over, self._help, entry)
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

    def _queue(self, job: "_Job[Any] | _Put") -> None:
        with self._gate:
            if not self._closed:
                self._jobs.append(job)
                if not self._rung:
                    self._ring(GRACE_S)
                return
        self._settle([(job, None, _stopped())])

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

    def _commit_alone(self, group: "list[_Job[Any] | _Put]") -> bool:
        """One record by a single statement, without the ledger's row: see `ledger`. False where it takes more."""
        if len(group) != 1:
            return False
        (put,) = group
        if (
            not isinstance(put, _Put)
            or put.entry.kind != COUNTED_KIND
            or self.figures.arrival - self.figures.ledger_arrival >= MOST_BEHIND
            or time.monotonic() - self._ledger_at > BEHIND_S
        ):
            return False
        transaction = Transaction(self._db, self.figures, self._known)
        try:
            staging = self._staging if self._follows or (self._staging is not None and self._staging.rows) else None
            if not self._accepting.take_alone(transaction, put.entry, staging):
                return False
            self._follows = True
            self._by_themselves += staging is None
        except SQLITE_FAILURES as error:
            self._roll_back()
            self._settle([(put, None, translated(error, self._file))])
            return True
        except OSError:  # its disk: the database may still take it
            return False
        self.figures.arrival = transaction.arrival
        self._settle([(put, None, None)])
        return True

    def _commit_next(self, *, alone: bool = True) -> None:
        """What waits, in one commit.

        Args:
            alone: a single record may be taken in by itself; else what is staged is moved too.
        """
        group: list[_Job[Any] | _Put] = []
        try:
            while self._jobs and len(group) < MAX_GROUP:
                group.append(self._jobs.popleft())
            if not alone or (group and not self._commit_alone(group)):
                self._commit(group)
        except BaseException as error:
            self._go_by_the_file(group, error)
            if not isinstance(error, Exception):
                raise

    def _go_by_the_file(self, group: "list[_Job[Any] | _Put]", error: BaseException) -> None:
        """Ctrl-C reaches whoever waits, in the middle of anything: what the file says is what counts."""
        self._roll_back()
        with contextlib.suppress(*SQLITE_FAILURES):  # a disk that cannot be read either: what was known stands
            self.figures = self._counted_anew()
        told = error if isinstance(error, Exception) else _stopped()
        self._settle([(job, None, told) for job in group if not job.done()])

    # ---- one transaction ----

    def _commit(self, group: "list[_Job[Any] | _Put]", *, move_last: bool = False) -> None:
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
                self._settle([(job, None, translated(error, self._file)) for job in group])
                return
            for job in group:  # a full disk may still take the small ones, and the deletions
                self._commit([job])
            return
        self._settle([_ending(job, result) for job, result in zip(group, results, strict=True)])

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

    def _settle(self, endings: "list[tuple[Change[Any], Any, BaseException | None]]") -> None:
        """Tell everybody at once."""
        with self._over:
            for change, value, error in endings:
                change.settle(value, error)
            self._over.notify_all()
        for change, _, _ in endings:
            change.call_back()

    def _do_all(self, transaction: Transaction, group: "list[_Job[Any] | _Put]") -> list[Any]:
        results: list[Any] = []
        puts: list[NewEntry] = []
        for job in group:
            if isinstance(job, _Put):
                puts.append(job.entry)
                continue
            if puts:
                results += self._accepting.take_in(transaction, puts)
                puts = []
            results.append(self._attempt(transaction, job) if len(group) > 1 else self._alone(transaction, job))
        if puts:
            results += self._accepting.take_in(transaction, puts)
        return results

    def _attempt(self, transaction: Transaction, job: _Job[Any]) -> Any:
        mark = transaction.mark()
        transaction.known.clear()
        self._db.execute("SAVEPOINT job")
        try:
            value = job.work(transaction)
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

    def _alone(self, transaction: Transaction, job: _Job[Any]) -> Any:
        """Without a savepoint, for which SQLite keeps every changed page twice in memory: 500 receipts change 3 MB."""
        transaction.known.clear()
        try:
            return job.work(transaction)
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
