"""The durable store of records, consent and deletions."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from agent.consent.grant import ConsentGrant, Purpose
from agent.consent.record import ConsentRecord
from agent.ports.directive import Directive, DirectiveFate
from agent.ports.future import Future
from agent.ports.held import Deletion, ErasureReport, KeptRecord
from agent.ports.ledger import Ledger, Loss, Waiting
from agent.ports.outbox_entry import NewEntry, OutboxEntry, Priority, Settlement, StoreRefusal


class OutboxStore(Protocol):
    """Durable state of the device: outbox, consent, subjects, ledger. One file, one writer.

    Everything that returns a Future is durable (fsynced) when the Future resolves, and not before.
    """

    def subject_for(self, alias: str | None) -> "Future[str]":
        """The pseudonym of a driver profile, made on first use; a fresh one for an anonymous visit (None)."""
        ...

    def find_subject(self, alias: str) -> str | None:
        """The pseudonym of a driver profile if the device knows one."""
        ...

    def add_grant(self, grant: ConsentGrant, told: NewEntry | None = None) -> "Future[None]":
        """Keep a consent and sign it into the subject's history, in one transaction.

        Of a subject under 14 only a guardian's is kept.

        Args:
            grant: as it was given.
            told: a message to the hub about it, queued with it.
        """
        ...

    def consent_history(self, subject: str) -> tuple[ConsentRecord, ...]:
        """What happened to a subject's consents, oldest first; empty where the chain of signatures is broken."""
        ...

    def under_14(self, subject: str) -> bool:
        """Whether the subject was said to be under 14."""
        ...

    def declare_under_14(self, subject: str, at: datetime) -> "Future[int]":
        """From now on only a guardian's grants count. Ends all others and purges what is unsent; how many records."""
        ...

    def pause(self, *, on: bool) -> "Future[None]":
        """Neither hear nor ask anybody until the next trip, or end that. Erases nothing."""
        ...

    def paused(self) -> bool:
        """Whether this trip is a quiet one. The next boot of the device is another trip."""
        ...

    def grants(self, subject: str) -> tuple[ConsentGrant, ...]:
        """All grants of a subject, at least as old as they have surely become (`given_at` by trusted time)."""
        ...

    def withdraw(
        self,
        subject: str,
        at: datetime,
        purposes: frozenset[Purpose] | None = None,
        told: NewEntry | None = None,
    ) -> "Future[int]":
        """Turn purposes off and purge the unsent records that rested on them, in one transaction. Count of records.

        Args:
            subject: pseudonym.
            at: when.
            purposes: None for all. Without IMPROVE_SERVICE nothing unsent may stay, without CALL_BACK none with a
            contact.
            told: a message to the hub about it, queued in the same transaction.
        """
        ...

    def put(self, entry: NewEntry) -> "Future[StoreRefusal | None]":
        """Accept an entry durably, or say why not. Consent and erasure are checked in the same transaction.

        The Future raises TemporaryError where the disk refused (full, read-only, I/O error): nothing was recorded.
        """
        ...

    def pending(self, limit: int) -> Sequence[OutboxEntry]:
        """What waits, most urgent and oldest first."""
        ...

    def waiting(self) -> Mapping[Priority, Waiting]:
        """How much waits, for each class of which anything does. Costs the same for one entry and for 100,000."""
        ...

    def frame(self, record_id: str) -> bytes | None:
        """The bytes to send; None when the entry is gone, erased, or its consent was withdrawn."""
        ...

    def settle(self, outcomes: Iterable[Settlement]) -> "Future[None]":
        """Forget receipted entries, set rejected ones aside, count both. Unknown ids change nothing."""
        ...

    def expire(self) -> "Future[int]":
        """Drop and count what waited longer than its class allows, by trusted time. Erasure notices never expire.

        The count of waiting feedback that was lost.
        """
        ...

    def trust(self, hub_time: datetime, at: float) -> "Future[None]":
        """The hub's clock said `hub_time` when this device's monotonic clock said `at`: ages are known from now on.

        Of several in one boot the latest counts: an answer that was held back on its way tells less.
        """
        ...

    def now(self) -> datetime:
        """The best known time: the hub's where heard in this boot, else the wall clock within what is possible."""
        ...

    def consent_counts(self) -> dict[str, int]:
        """How many grants there are (`total`) and how many are neither withdrawn, used nor over (`live`)."""
        ...

    def ledger(self) -> Ledger:
        """The counts, read in one transaction."""
        ...

    def losses(self) -> Sequence[Loss]:
        """Every loss ever, by class, fate and reason, most urgent class first."""
        ...

    def ticket_no(self, record_id: str) -> str | None:
        """The hub's ticket for a record, once known."""
        ...

    def kept(self, subject: str) -> tuple[KeptRecord, ...]:
        """Everything the device has of a subject."""
        ...

    def locate_receipt(self, code: str, verifier: str | None = None) -> tuple[str, str] | None:
        """(subject, record id) for a receipt.

        Args:
            code: TC-XXXX-XXXX.
            verifier: its secret's, where somebody showed that: then a record is theirs only if this fits as well, for
                40 bits of code can be tried out.
        """
        ...

    def erase(
        self,
        subject: str,
        record_id: str | None,
        make_notice: Callable[[tuple[str, ...]], tuple[str, bytes]],
        at: datetime,
    ) -> "Future[ErasureReport]":
        """Destroy a subject (record_id None) or one of its records, and queue the notice in the same transaction.

        Args:
            subject: pseudonym.
            record_id: only this record, or None for everything of the subject.
            make_notice: given the record ids found, returns (erasure id, frame of the ErasureNotice).
            at: when it was asked for.
        """
        ...

    def export(self, subject: str, record_id: str | None = None) -> Mapping[str, list[dict[str, Any]]]:
        """Everything the device holds of a subject, or of one record, by store, as JSON values."""
        ...

    def deletions(self) -> Sequence[Deletion]:
        """Erasures that were done on this device, newest first."""
        ...

    def retired(self) -> Mapping[str, int]:
        """How many rows or files were removed because their time was over, by store."""
        ...

    def settle_erasure(self, erasure_id: str, hub_stores: str, at: datetime) -> "Future[None]":
        """The hub's answer: drop the queued notice, keep the answer (JSON) with the tombstone."""
        ...

    def tombstones(self) -> Sequence[tuple[str, datetime, str | None]]:
        """(erasure id, asked for at, hub's answer JSON or None while waiting), newest first."""
        ...

    def take_directive(
        self, directive: Directive, make_answer: Callable[[DirectiveFate], NewEntry]
    ) -> "Future[DirectiveFate]":
        """Keep what the hub said unless something newer is kept or its subject was erased, and queue the answer.

        Args:
            directive: checked already; its version decides here.
            make_answer: the entry that tells the hub; queued in the same transaction. May be called twice.
        """
        ...

    def directives(self, kind: str, subject: str | None = None) -> Sequence[Directive]:
        """What of a kind is kept and has not ended, by matter; of one subject where that is named."""
        ...

    def limit(self, limits: Any) -> "Future[None]":
        """Other limits from now on (`agent.profile.OutboxSettings` fits). The file stays open, the queue as it is."""
        ...

    def written_today(self) -> int:
        """Bytes that this device has written to storage today, as far as its system counts them."""
        ...

    def rotate_keys(self) -> "Future[int]":
        """Wrap every subject key under a new device key and destroy the old one; how many were wrapped.

        A power cut at any step leaves every key readable, and opening the store finishes the rotation.
        """
        ...

    def close(self) -> None:
        """Finish what is queued, then close."""
        ...
