"""`SqliteStore`: the port's calls, each as one job for the writer or one short read."""

import os
import sqlite3
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final, TypeVar

from agent.adapters.sqlite_store import consent, erasure, opening, outbox, subjects
from agent.adapters.sqlite_store.failures import SQLITE_FAILURES, translated
from agent.adapters.sqlite_store.moments import moment
from agent.adapters.sqlite_store.schema import DEVICE_SUBJECT
from agent.adapters.sqlite_store.vault import DamagedError, SubjectKey
from agent.adapters.sqlite_store.writer import Transaction, Writer
from agent.consent.grant import ConsentGrant
from agent.contract.identifiers import RandomBytes
from agent.errors import TemporaryError
from agent.ports import (
    Clock,
    ErasureReport,
    KeptRecord,
    KeyStore,
    Ledger,
    NewEntry,
    OutboxEntry,
    Settlement,
    StoreRefusal,
)

T = TypeVar("T")

_TRUNCATE_TRIES: Final = 3
"""Each waits up to `opening.BUSY_MS` for a reader of another program."""


class SqliteStore:
    """`agent.ports.OutboxStore` in one SQLite file.

    Reads use a connection of their own and are over when the call returns; the log can only be emptied when no read is
    open, so reads and emptying share a lock.

    Args:
        path: the database file; its folder is made where needed. The caller holds the device's lock: one process.
        keys: used from the writer's thread and from every reading thread.
        budget: how much may wait; `agent.profile.OutboxSettings` fits.
        clock: for times of making. Ages are judged by the `now` given to `expire`.
        random_bytes: source of keys, nonces and pseudonyms.
        connect: how the file is opened; tests put a recording file system under it.

    Raises:
        TechnicianNeededError: not ours, newer than this agent, under another device key, or not writable.
        TemporaryError: disk full or failing, or another program holds the file.
    """

    def __init__(
        self,
        path: Path,
        keys: KeyStore,
        budget: outbox.Budget,
        clock: Clock,
        random_bytes: RandomBytes = os.urandom,
        *,
        connect: opening.Connect = opening.default_connect,
    ) -> None:
        self._path = path
        self._keys = subjects.Keys(keys, random_bytes)
        self._budget = budget
        self._clock = clock
        opened = opening.open_file(path, self._keys, clock.now(), connect)
        self._db, self._reader = opened.writer, opened.reader
        self.recovered_from = opened.recovered_from
        """Where a damaged file was set aside when this store was opened, or None."""
        self._reading = threading.Lock()
        self._closed = False
        self._writer = Writer(self._db, path)

    # ---- subjects and consent ----

    def subject_for(self, alias: str | None) -> "Future[str]":
        """See `OutboxStore.subject_for`."""
        return self._writer.submit(lambda tx: subjects.find_or_make(tx, self._keys, alias, self._clock.now()))

    def find_subject(self, alias: str) -> str | None:
        """See `OutboxStore.find_subject`."""
        return self._read(lambda db: subjects.find(db, self._keys, alias))

    def add_grant(self, grant: ConsentGrant) -> "Future[None]":
        """See `OutboxStore.add_grant`. A grant that is kept already is not changed; an erased subject gets none."""
        return self._writer.submit(lambda tx: consent.add(tx, grant, self._keys))

    def grants(self, subject: str) -> tuple[ConsentGrant, ...]:
        """See `OutboxStore.grants`."""
        return self._read(lambda db: consent.of_subject(db, subject))

    def consent_counts(self, now: datetime) -> dict[str, int]:
        """See `OutboxStore.consent_counts`."""
        return self._read(lambda db: consent.counts(db, now))

    def withdraw(self, subject: str, at: datetime) -> "Future[int]":
        """See `OutboxStore.withdraw`. Records the hub rejected are purged too: it does not have them either."""
        return self._writer.submit(lambda tx: consent.withdraw(tx, subject, at), self._then_empty_log)

    # ---- outbox ----

    def put(self, entry: NewEntry) -> "Future[StoreRefusal | None]":
        """See `OutboxStore.put`. A record id that is known already is accepted again without any change."""
        return self._writer.submit(lambda tx: outbox.put(tx, entry, self._keys, self._budget))

    def pending(self, limit: int) -> Sequence[OutboxEntry]:
        """See `OutboxStore.pending`."""
        return self._read(lambda db: outbox.pending(db, limit))

    def frame(self, record_id: str) -> bytes | None:
        """See `OutboxStore.frame`. A frame that the disk damaged is set aside, counted, and never offered again."""
        row = self._read(
            lambda db: db.execute(
                "SELECT b.frame, s.wrapped_key FROM entries e LEFT JOIN bodies b ON b.seq = e.seq"
                " LEFT JOIN subjects s ON s.subject = coalesce(e.subject, ?)"
                " LEFT JOIN grants g ON g.grant_id = e.grant_id"
                " WHERE e.record_id = ? AND e.state = 'pending' AND g.withdrawn_at IS NULL",
                (DEVICE_SUBJECT, record_id),
            ).fetchone()
        )
        if row is None:
            return None
        sealed, wrapped = row
        plain = _opened(self._key_or_none(wrapped), sealed, record_id, "frame")
        if plain is None:
            self._writer.submit(lambda tx: outbox.set_aside(tx, record_id, "damaged"))
        return plain

    def settle(self, outcomes: Iterable[Settlement]) -> "Future[None]":
        """See `OutboxStore.settle`. All in one transaction; settling twice changes nothing."""
        lines = tuple(outcomes)

        def work(tx: Transaction) -> None:
            for line in lines:
                outbox.settle(tx, line)

        erased = any(line.outcome == "erased" for line in lines)
        return self._writer.submit(work, self._then_empty_log if erased else None)

    def expire(self, now: datetime) -> "Future[int]":
        """Drop what is older than the budget's age; the count of waiting feedback lost. Notices never expire."""
        return self._writer.submit(lambda tx: outbox.expire(tx, now, self._budget))

    def ledger(self) -> Ledger:
        """See `OutboxStore.ledger`."""
        return self._read(outbox.ledger)

    # ---- what a person asks ----

    def ticket_no(self, record_id: str) -> str | None:
        """See `OutboxStore.ticket_no`."""
        row = self._read(
            lambda db: db.execute("SELECT ticket_no FROM entries WHERE record_id = ?", (record_id,)).fetchone()
        )
        return None if row is None else row[0]

    def kept(self, subject: str) -> tuple[KeptRecord, ...]:
        """See `OutboxStore.kept`. Oldest first; what the disk damaged is shown without its content."""
        wrapped, rows = self._read(
            lambda db: (
                db.execute("SELECT wrapped_key FROM subjects WHERE subject = ?", (subject,)).fetchone(),
                db.execute(
                    "SELECT record_id, recorded_at, state, ticket_no, receipt_code, readable"
                    " FROM entries LEFT JOIN bodies USING (seq) WHERE subject = ? ORDER BY seq",
                    (subject,),
                ).fetchall(),
            )
        )
        if wrapped is None:
            return ()
        key = self._key_or_none(wrapped[0])
        kept = []
        for record_id, recorded_at, state, ticket_no, code, readable in rows:
            plain_code = _opened(key, code, record_id, "receipt_code")
            kept.append(
                KeptRecord(
                    record_id=record_id,
                    recorded_at=moment(recorded_at),
                    state=state,
                    receipt_code=None if plain_code is None else plain_code.decode(),
                    ticket_no=ticket_no,
                    readable=_opened(key, readable, record_id, "readable"),
                )
            )
        return tuple(kept)

    def locate_receipt(self, code_or_verifier: str) -> tuple[str, str] | None:
        """See `OutboxStore.locate_receipt`."""
        blind = self._keys.blind_receipt(code_or_verifier)
        row = self._read(
            lambda db: db.execute(
                "SELECT subject, record_id FROM entries"
                " WHERE subject IS NOT NULL AND (receipt_blind = ?1 OR verifier_blind = ?1) ORDER BY seq DESC",
                (blind,),
            ).fetchone()
        )
        return None if row is None else (row[0], row[1])

    # ---- erasure ----

    def erase(
        self, subject: str, record_id: str | None, make_notice: erasure.MakeNotice, at: datetime
    ) -> "Future[ErasureReport]":
        """See `OutboxStore.erase`. `make_notice` runs on the writer's thread and may run twice.

        The Future resolves after the log was emptied as well; `wal_truncated` says whether that worked. Damaged files
        set aside earlier are deleted with it: they hold keys and rows that nobody can single out any more. Where one
        cannot be deleted the Future raises TechnicianNeededError: the erasure is committed then, but not complete.
        """
        order = erasure.ErasureOrder(subject, record_id, at)

        def after(report: ErasureReport) -> ErasureReport:
            opening.delete_set_aside(self._path)
            return replace(report, wal_truncated=self._empty_log())

        return self._writer.submit(lambda tx: erasure.erase(tx, order, make_notice, self._keys), after)

    def settle_erasure(self, erasure_id: str, hub_stores: str, at: datetime) -> "Future[None]":
        """See `OutboxStore.settle_erasure`. The first answer is kept."""
        return self._writer.submit(lambda tx: erasure.settle(tx, erasure_id, hub_stores, at))

    def tombstones(self) -> Sequence[tuple[str, datetime, str | None]]:
        """See `OutboxStore.tombstones`."""
        return self._read(erasure.tombstones)

    def close(self) -> None:
        """See `OutboxStore.close`. Closing twice is fine."""
        self._writer.close()
        if not self._closed:
            self._empty_log()
            with self._reading:
                self._closed = True
                self._reader.close()
                self._db.close()

    # ---- inside ----

    def _read(self, query: Callable[[sqlite3.Connection], T]) -> T:
        with self._reading:
            if self._closed:
                raise TemporaryError("The store is closed: the agent is stopping. Try again once it runs.")
            try:
                return query(self._reader)
            except SQLITE_FAILURES as error:
                raise translated(error, self._path) from None

    def _then_empty_log(self, value: T) -> T:
        self._empty_log()
        return value

    def _empty_log(self) -> bool:
        """Move the log's pages into the file and cut the log to nothing; whether that worked.

        Where it does not (a reader of another program), the next erasure, closing or opening does it.
        """
        with self._reading:
            for _ in range(_TRUNCATE_TRIES):
                try:
                    ((busy, _, _),) = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
                except SQLITE_FAILURES:
                    return False
                if not busy:
                    return True
        return False

    def _key_or_none(self, wrapped: bytes | None) -> SubjectKey | None:
        if wrapped is None:
            return None
        try:
            return self._keys.unwrapped(wrapped)
        except DamagedError:
            return None


def _opened(key: SubjectKey | None, sealed: bytes | None, record_id: str, column: str) -> bytes | None:
    if key is None or sealed is None:
        return None
    try:
        return key.open(sealed, record_id, column)
    except DamagedError:
        return None
