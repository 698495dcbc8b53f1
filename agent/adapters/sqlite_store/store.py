"""`SqliteStore`: the port's calls, each as one job for the writer or one short read."""

import contextlib
import logging
import os
import sqlite3
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final, TypeVar

from agent.adapters.sqlite_store import (
    asked,
    budget,
    consent,
    directives,
    erasure,
    histories,
    holdings,
    ledger,
    opening,
    outbox,
    retention,
    setting_aside,
    subjects,
    tags,
    trips,
    wear,
    whereabouts,
)
from agent.adapters.sqlite_store.accepting import Accepting
from agent.adapters.sqlite_store.failures import SQLITE_FAILURES, translated
from agent.adapters.sqlite_store.ledger import ARRIVAL_MASK
from agent.adapters.sqlite_store.moments import from_microseconds
from agent.adapters.sqlite_store.staging import Disk, SystemDisk
from agent.adapters.sqlite_store.transaction import Transaction
from agent.adapters.sqlite_store.vault import Body, DamagedError, SubjectKey
from agent.adapters.sqlite_store.writer import Writer
from agent.consent.grant import ConsentGrant, Purpose
from agent.consent.holding import StoreDone
from agent.consent.record import ConsentRecord
from agent.contract.identifiers import RandomBytes
from agent.errors import TechnicianNeededError, TemporaryError
from agent.ports import (
    Clock,
    Deletion,
    Directive,
    DirectiveFate,
    ErasureReport,
    Future,
    KeptRecord,
    KeyStore,
    Ledger,
    Loss,
    NewEntry,
    OutboxEntry,
    Priority,
    Settlement,
    StoreRefusal,
    Waiting,
)
from agent.profile import RetentionSettings
from agent.prompting.history import Asked

T = TypeVar("T")
_log = logging.getLogger(__name__)

_SPARE_PAGES: Final = 64
"""Free pages that stay in the file (256 KB), for the next entries."""

_TRUNCATE_TRIES: Final = 3
"""Each waits up to `opening.BUSY_MS` for a reader of another program."""


class SqliteStore:
    """`agent.ports.OutboxStore` in one SQLite file.

    Reads use a connection of their own and are over when the call returns; the log can only be emptied when no read is
    open, so reads and emptying share a lock.

    Args:
        path: the database file; its folder is made where needed. The caller holds the device's lock: one process.
        keys: used from every thread that calls, and from the store's own.
        limits: how much may wait; `agent.profile.OutboxSettings` fits.
        clock: the device's. Its wall clock is never believed further than `agent.consent.trusted_time` allows.
        random_bytes: source of keys, nonces and pseudonyms.
        connect: how the file is opened; tests put a recording file system under it.
        disk: how the file beside the database is written; tests record it as well.
        written: bytes that this process has written to storage so far.
        kept: how long what is done with stays; `agent.profile.RetentionSettings` fits.
        erase_files: deletes what files of the device may hold copies, beside the database's own; what was done, by
            place. Called for every erasure, and again where a power cut interrupted one.

    Raises:
        TechnicianNeededError: not ours, newer than this agent, under another device key, or not writable.
        TemporaryError: disk full or failing, or another program holds the file.
    """

    def __init__(
        self,
        path: Path,
        keys: KeyStore,
        limits: budget.Budget,
        clock: Clock,
        random_bytes: RandomBytes = os.urandom,
        *,
        connect: opening.Connect = opening.default_connect,
        disk: Disk | None = None,
        written: Callable[[], int] = wear.bytes_written,
        kept: retention.Kept | None = None,
        erase_files: Callable[[], Sequence[StoreDone]] = tuple,
    ) -> None:
        self._path = path
        self._keys = subjects.Keys(keys, random_bytes)
        self._limits = limits
        self._kept = kept or RetentionSettings()
        self._erase_files = erase_files
        opened = opening.open_file(path, self._keys, clock, connect, disk or SystemDisk())
        self._db, self._reader, self._boots = opened.writer, opened.reader, opened.boots
        self.recovered_from = opened.recovered_from
        """Where a damaged file was set aside when this store was opened, or None."""
        self._reading = threading.Lock()
        self._closed = False
        self._wear = wear.WearMeter(written)
        self._accepting = Accepting(self._keys, limits, self._boots, outbox.newest_id(self._db))
        self._writer = Writer(self._db, path, self._accepting, self._reload_boots, opened.staging)
        self._writer.when_idle(lambda _: self._finish_erasures())

    # ---- subjects and consent ----

    def subject_for(self, alias: str | None) -> "Future[str]":
        """See `OutboxStore.subject_for`."""
        return self._writer.submit(lambda tx: subjects.find_or_make(tx, self._keys, alias, self.now()))

    def find_subject(self, alias: str) -> str | None:
        """See `OutboxStore.find_subject`."""
        return self._read(lambda db: subjects.find(db, self._keys, alias))

    def add_grant(self, grant: ConsentGrant, told: NewEntry | None = None) -> "Future[None]":
        """See `OutboxStore.add_grant`. A grant that is kept already is not changed; an erased subject gets none."""

        def work(tx: Transaction) -> None:
            if consent.add(tx, grant, self._keys, self._boots) and told is not None:
                self._accepting.take_notice(tx, told)

        return self._writer.submit(work)

    def grants(self, subject: str) -> tuple[ConsentGrant, ...]:
        """See `OutboxStore.grants`. One that its signed history does not confirm is none."""
        return self._read(lambda db: consent.of_subject(db, self._keys, subject, self._boots))

    def consent_history(self, subject: str) -> tuple[ConsentRecord, ...]:
        """See `OutboxStore.consent_history`."""
        return self._read(lambda db: _records(db, self._keys, subject))

    def under_14(self, subject: str) -> bool:
        """See `OutboxStore.under_14`."""
        return self._read(lambda db: consent.under_14(db, self._keys, subject))

    def declare_under_14(self, subject: str, at: datetime) -> "Future[int]":
        """See `OutboxStore.declare_under_14`."""
        return self._writer.submit(
            lambda tx: consent.declare_under_14(tx, self._keys, subject, at), self._then_empty_log
        )

    def pause(self, *, on: bool) -> "Future[None]":
        """See `OutboxStore.pause`."""
        return self._writer.submit(lambda tx: trips.pause(tx.db, self._boots.number if on else None))

    def paused(self) -> bool:
        """See `OutboxStore.paused`."""
        return self._read(lambda db: trips.paused(db, self._boots.number))

    def consent_counts(self) -> dict[str, int]:
        """See `OutboxStore.consent_counts`."""
        return self._read(lambda db: consent.counts(db, self._boots))

    def withdraw(
        self,
        subject: str,
        at: datetime,
        purposes: frozenset[Purpose] | None = None,
        told: NewEntry | None = None,
    ) -> "Future[int]":
        """See `OutboxStore.withdraw`. Records the hub rejected are purged too: it does not have them either."""

        def work(tx: Transaction) -> int:
            purged = consent.withdraw(tx, self._keys, subject, at, purposes)
            if told is not None and not subjects.erased(tx.db, subject):
                self._accepting.take_notice(tx, told)
            return purged

        return self._writer.submit(work, self._then_empty_log)

    # ---- outbox ----

    def put(self, entry: NewEntry) -> "Future[StoreRefusal | None]":
        """See `OutboxStore.put`. A record id that is known already is accepted again without any change."""
        return self._writer.put(entry)

    def pending(self, limit: int) -> Sequence[OutboxEntry]:
        """See `OutboxStore.pending`."""
        return self._read(lambda db: outbox.pending(db, limit))

    def waiting(self) -> Mapping[Priority, Waiting]:
        """See `OutboxStore.waiting`. As of the last commit; nothing is read."""
        usage = self._writer.figures.usage
        return {
            priority: Waiting(usage.rows[priority], usage.bytes[priority])
            for priority in Priority
            if usage.rows[priority]
        }

    def frame(self, record_id: str) -> bytes | None:
        """See `OutboxStore.frame`. A frame that the disk damaged is set aside, counted, and never offered again."""
        row = self._read(
            lambda db: db.execute(
                "SELECT e.body, s.wrapped_key FROM entries e LEFT JOIN subjects s ON s.subject = coalesce(e.subject, ?)"
                " LEFT JOIN grants g ON g.grant_id = e.grant_id WHERE e.record_id = ? AND g.withdrawn_at IS NULL",
                (subjects.DEVICE_SUBJECT, record_id),
            ).fetchone()
        )
        if row is None:
            return None
        sealed, wrapped = row
        body = _opened(self._key_or_none(wrapped), sealed, record_id)
        if body.frame is None:
            self._writer.submit(lambda tx: outbox.set_aside(tx, record_id, "damaged"))
        return body.frame

    def settle(self, outcomes: Iterable[Settlement]) -> "Future[None]":
        """See `OutboxStore.settle`. All in one transaction; settling twice changes nothing."""
        lines = tuple(outcomes)

        def work(tx: Transaction) -> None:
            for line in lines:
                outbox.settle(tx, line, self._keys)

        erased = any(line.outcome == "erased" for line in lines)
        return self._writer.submit(work, self._then_empty_log if erased else None)

    def expire(self) -> "Future[int]":
        """See `OutboxStore.expire`. Space that this and settling freed goes back to the file system."""

        def work(tx: Transaction) -> int:
            self._boots.beat(tx.db)
            self._wear.note(tx.db, self.now())
            directives.sweep(tx, self.now())
            asked.forget_old(tx.db, self.now())
            consent.close_expired(tx, self._keys, self._boots)
            retention.retire(tx, self._keys, self._boots, self._kept)
            return outbox.expire(tx, self._boots, self._limits)

        def after(lost: int) -> int:
            retention.retire_set_aside(self._db, setting_aside.listed(self._path), self.now(), self._kept)
            self._give_back_space()
            self._watch_wear()
            return lost

        return self._writer.submit(work, after)

    def written_today(self) -> int:
        """See `OutboxStore.written_today`."""
        return self._read(lambda db: self._wear.today(db, self.now()))

    def trust(self, hub_time: datetime, at: float) -> "Future[None]":
        """See `OutboxStore.trust`."""
        return self._writer.submit(lambda tx: self._boots.trust(tx.db, hub_time, at))

    def now(self) -> datetime:
        """See `OutboxStore.now`."""
        return self._boots.true_now()

    def ledger(self) -> Ledger:
        """See `OutboxStore.ledger`."""
        return self._read(ledger.read)

    def losses(self) -> Sequence[Loss]:
        """See `OutboxStore.losses`."""
        return self._read(ledger.losses)

    # ---- what a person asks ----

    def ticket_no(self, record_id: str) -> str | None:
        """See `OutboxStore.ticket_no`."""
        row = self._read(
            lambda db: db.execute("SELECT ticket_no FROM settled WHERE record_id = ?", (record_id,)).fetchone()
        )
        return None if row is None else row[0]

    def kept(self, subject: str) -> tuple[KeptRecord, ...]:
        """See `OutboxStore.kept`. Oldest first; what the disk damaged is shown without its content."""
        wrapped, rows = self._read(
            lambda db: (
                db.execute("SELECT wrapped_key FROM subjects WHERE subject = ?", (subject,)).fetchone(),
                db.execute(
                    "SELECT record_id, recorded_us, 'pending', NULL, body, seq & ?2 AS arrival FROM entries"
                    " WHERE subject = ?1 AND kind = ?3 UNION ALL SELECT record_id, recorded_us, state, ticket_no, "
                    "body, seq"
                    " & ?2 FROM settled WHERE subject = ?1 ORDER BY arrival",
                    (subject, ARRIVAL_MASK, ledger.COUNTED_KIND),
                ).fetchall(),
            )
        )
        if wrapped is None:
            return ()
        key = self._key_or_none(wrapped[0])
        kept = []
        for record_id, recorded_us, state, ticket_no, sealed, _ in rows:
            body = _opened(key, sealed, record_id)
            kept.append(
                KeptRecord(
                    record_id, from_microseconds(recorded_us), state, body.receipt_code, ticket_no, body.readable
                )
            )
        return tuple(kept)

    def locate_receipt(self, code: str, verifier: str | None = None) -> tuple[str, str] | None:
        """See `OutboxStore.locate_receipt`."""
        known = subjects.BLIND_BYTES if verifier is None else 2 * subjects.BLIND_BYTES
        fits = (blinds[:known] for blinds in self._keys.blinds_of(code, verifier))
        row = self._read(
            lambda db: db.execute(
                "SELECT subject, record_id, seq & ?1 AS arrival FROM entries"
                " WHERE subject IS NOT NULL AND substr(blinds, 1, ?2) IN (?3, ?4)"
                " UNION ALL SELECT subject, record_id, seq & ?1 FROM settled"
                " WHERE subject IS NOT NULL AND substr(blinds, 1, ?2) IN (?3, ?4) ORDER BY arrival DESC",
                (ARRIVAL_MASK, known, *fits),
            ).fetchone()
        )
        return None if row is None else (row[0], row[1])

    def export(self, subject: str, record_id: str | None = None) -> Mapping[str, list[dict[str, Any]]]:
        """See `OutboxStore.export`."""
        return self._read(lambda db: holdings.export(holdings.Reading(db, self._keys, subject, record_id)))

    def retired(self) -> Mapping[str, int]:
        """See `OutboxStore.retired`."""
        return self._read(retention.retired)

    # ---- what the hub says ----

    def take_directive(self, directive: Directive, make_answer: directives.MakeAnswer) -> "Future[DirectiveFate]":
        """See `OutboxStore.take_directive`. A full device has no room for the answer: the hub sends again, and asks."""

        def work(tx: Transaction) -> DirectiveFate:
            fate, answer = directives.take(tx, directive, make_answer, self._keys, self.now())
            self._accepting.take_in(tx, [answer])
            return fate

        return self._writer.submit(work)

    def directives(self, kind: str, subject: str | None = None) -> Sequence[Directive]:
        """See `OutboxStore.directives`. One that the disk damaged is left out."""
        return self._read(lambda db: directives.in_force(db, self._keys, self._boots, kind, subject))

    def limit(self, limits: budget.Budget) -> "Future[None]":
        """See `OutboxStore.limit`. What is there already is judged by them when the next one comes."""

        def work(_tx: Transaction) -> None:
            self._limits = limits
            self._accepting.limit(limits)

        return self._writer.submit(work)

    # ---- questions ----

    def remember_asked(self, question: Asked) -> "Future[None]":
        """See `QuestionStore.remember_asked`."""
        return self._writer.submit(lambda tx: asked.remember(tx.db, question))

    def asked(self) -> Sequence[Asked]:
        """See `QuestionStore.asked`."""
        return self._read(lambda db: asked.history(db, self.now()))

    def count_not_asked(self, reasons: Sequence[str]) -> "Future[None]":
        """See `QuestionStore.count_not_asked`."""
        return self._writer.submit(lambda tx: asked.count(tx.db, reasons, self.now()))

    def not_asked(self) -> Mapping[str, int]:
        """See `QuestionStore.not_asked`."""
        return self._read(asked.not_asked)

    def tags(self, subject: str) -> frozenset[str]:
        """See `QuestionStore.tags`."""
        return self._read(lambda db: tags.of_subject(db, self._keys, subject))

    def set_tags(self, subject: str, chosen: frozenset[str]) -> "Future[None]":
        """See `QuestionStore.set_tags`."""
        return self._writer.submit(lambda tx: tags.keep(tx, self._keys, subject, chosen))

    def visited(self) -> Mapping[str, tuple[date, ...]]:
        """See `QuestionStore.visited`."""
        return self._read(whereabouts.visited)

    def keep_visited(self, visited: Mapping[str, tuple[date, ...]]) -> "Future[None]":
        """See `QuestionStore.keep_visited`."""
        return self._writer.submit(lambda tx: whereabouts.keep(tx.db, visited))

    # ---- erasure ----

    def erase(
        self, subject: str, record_id: str | None, make_notice: erasure.MakeNotice, at: datetime
    ) -> "Future[ErasureReport]":
        """See `OutboxStore.erase`. `make_notice` runs on the committing thread and may run twice.

        The Future resolves after the log was emptied as well; `wal_truncated` says whether that worked. Damaged files
        set aside earlier are deleted with it: they hold keys and rows that nobody can single out any more. Where one
        cannot be deleted the Future raises TechnicianNeededError: the erasure is committed then, but not complete.
        """
        order = erasure.ErasureOrder(subject, record_id, at)

        def after(report: ErasureReport) -> ErasureReport:
            return self._finish_erasure(report.erasure_id, report)

        return self._writer.submit(lambda tx: erasure.erase(tx, order, make_notice, self._keys, self._accepting), after)

    def deletions(self) -> Sequence[Deletion]:
        """See `OutboxStore.deletions`."""
        return self._read(erasure.deletions)

    def settle_erasure(self, erasure_id: str, hub_stores: str, at: datetime) -> "Future[None]":
        """See `OutboxStore.settle_erasure`. The first answer is kept."""
        return self._writer.submit(lambda tx: erasure.settle(tx, erasure_id, hub_stores, at))

    def tombstones(self) -> Sequence[tuple[str, datetime, str | None]]:
        """See `OutboxStore.tombstones`."""
        return self._read(erasure.tombstones)

    def rotate_keys(self) -> "Future[int]":
        """See `OutboxStore.rotate_keys`. The new key is on disk first, then what it wraps, then the old one goes.

        Raises:
            TemporaryError: no new key could be written; nothing has changed.
        """
        self._keys.store.begin_rotation()

        def after(rewrapped: int) -> int:
            self._keys.forget()
            self._empty_log()
            self._keys.store.finish_rotation()
            return rewrapped

        return self._writer.submit(lambda tx: subjects.rewrap_all(tx.db, self._keys), after)

    def close(self) -> None:
        """See `OutboxStore.close`. Closing twice is fine."""
        self._writer.close()
        if not self._closed:
            with contextlib.suppress(*SQLITE_FAILURES):
                self._boots.beat(self._db)
                self._wear.note(self._db, self.now())
            self._empty_log()
            with self._reading:
                self._closed = True
                self._reader.close()
                self._db.close()
                self._writer.close_staging()

    # ---- inside ----

    def _read(self, query: Callable[[sqlite3.Connection], T]) -> T:
        self._writer.move()
        with self._reading:
            if self._closed:
                raise TemporaryError("The store is closed: the agent is stopping. Try again once it runs.")
            try:
                return query(self._reader)
            except SQLITE_FAILURES as error:
                raise translated(error, self._path) from None

    def _finish_erasures(self) -> None:
        """Go on with erasures that a power cut interrupted between their commit and their end."""
        for erasure_id, done in erasure.unfinished(self._db):
            with contextlib.suppress(TechnicianNeededError):  # the next start tries again, and status shows it open
                self._finish_erasure(erasure_id, ErasureReport(erasure_id, 0, 0, False, (), done))

    def _finish_erasure(self, erasure_id: str, report: ErasureReport) -> ErasureReport:
        """What is left to do once the rows are gone, then the last line of the journal."""
        self._keys.forget()
        damaged = setting_aside.delete(self._path)
        files = (_file_done("set_aside", damaged), *self._erase_files())
        emptied = self._empty_log()
        log = StoreDone(erasure.LOG, "emptied" if emptied else "failed")
        done = (*report.stores, *files, log)
        if emptied:
            with contextlib.suppress(*SQLITE_FAILURES):  # then it is finished by the next start
                erasure.finish(self._db, erasure_id, done, self.now())
                self._empty_log()
        return replace(report, wal_truncated=emptied, stores=done)

    def _then_empty_log(self, value: T) -> T:
        self._empty_log()
        return value

    def _empty_log(self) -> bool:
        """Move the log's pages into the file and cut the log to nothing; whether that worked.

        Where it does not (a reader of another program), the next erasure, closing or opening does it.
        """
        if not self._writer.wipe_staging():
            return False
        with self._reading:
            for _ in range(_TRUNCATE_TRIES):
                try:
                    ((busy, _, _),) = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
                except SQLITE_FAILURES:
                    return False
                if not busy:
                    return True
        return False

    def _watch_wear(self) -> None:
        written, budget = self.written_today(), self._limits.max_bytes_written_per_day
        if self._wear.should_warn(written, budget, self.now()):
            _log.warning("wrote %d bytes to flash today, more than the %d of the profile", written, budget)

    def _give_back_space(self) -> None:
        """Hand free pages to the file system, once there are enough of them to be worth moving others."""
        with contextlib.suppress(*SQLITE_FAILURES):
            ((free,),) = self._db.execute("PRAGMA freelist_count").fetchall()
            ((pages,),) = self._db.execute("PRAGMA page_count").fetchall()
            if free > max(pages // 4, _SPARE_PAGES):
                # As a script: `execute` takes one step of a statement without columns, and each step frees one page.
                self._db.executescript(f"PRAGMA incremental_vacuum({free - _SPARE_PAGES})")
                self._empty_log()

    def _reload_boots(self) -> None:
        with contextlib.suppress(*SQLITE_FAILURES):
            self._boots.reload(self._db)

    def _key_or_none(self, wrapped: bytes | None) -> SubjectKey | None:
        if wrapped is None:
            return None
        try:
            return self._keys.unwrapped_once(wrapped)
        except DamagedError:
            return None


def _file_done(store: str, count: int) -> StoreDone:
    return StoreDone(store, "deleted" if count else "nothing_found", count)


def _records(db: sqlite3.Connection, keys: subjects.Keys, subject: str) -> tuple[ConsentRecord, ...]:
    try:
        return histories.of_subject(db, keys, subject).records
    except DamagedError:
        return ()


def _opened(key: SubjectKey | None, sealed: bytes | None, record_id: str) -> Body:
    """The body; an empty one where it cannot be read."""
    if key is not None:
        with contextlib.suppress(DamagedError):
            return key.open(sealed, record_id)
    return Body(None, None, None)
