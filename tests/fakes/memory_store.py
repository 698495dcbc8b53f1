"""An OutboxStore in memory: the rules of the store without its disk. Passes the port's contract suite.

It is written from the port's words, not from the SQLite adapter, so that the stateful fault test can hold one against
the other.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count
from typing import Any, Literal, TypeVar

from agent.consent.grant import ConsentGrant, Period, Purpose
from agent.consent.record import ConsentEvent, ConsentRecord, as_json_ld
from agent.consent.trusted_time import BELIEVED_HINT, Boot, Instant, Timeline
from agent.contract.directives import DirectiveOutcome
from agent.ports import (
    Clock,
    Deletion,
    Directive,
    DirectiveFate,
    ErasureReport,
    KeptRecord,
    Ledger,
    Loss,
    NewEntry,
    OutboxEntry,
    Priority,
    Settlement,
    StoreRefusal,
    Waiting,
)
from tests.fakes.clock import FakeClock

T = TypeVar("T")

ROW_BYTES = 512
BODY_BYTES = 40
"""What a nonce, a tag and three lengths add to a stored body."""


@dataclass(frozen=True)
class Cap:
    """What one class may take."""

    max_bytes: int = 10**10
    max_rows: int = 10**9
    max_age_days: int = 365
    when_full: Literal["refuse", "drop_oldest"] = "refuse"


@dataclass(frozen=True)
class Budget:
    """Limits small enough for a test."""

    max_bytes: int = 1_000_000
    max_rows: int = 1000
    max_age_days: int = 90
    max_bytes_written_per_day: int = 10**9
    classes: dict[Priority, Cap] = field(default_factory=dict)

    def cap(self, priority: Priority) -> Cap | None:
        """None for what has no limit of its own."""
        return None if priority is Priority.ERASURE else self.classes.get(priority, Cap())


@dataclass
class _Row:
    entry: NewEntry
    seq: int
    made: Instant
    state: Literal["pending", "receipted", "quarantined"] = "pending"
    ticket_no: str | None = None
    has_content: bool = True

    @property
    def counted(self) -> bool:
        return self.entry.kind == "feedback"

    @property
    def cost(self) -> int:
        kept = [self.entry.receipt_code]
        if self.has_content:
            kept += [self.entry.frame, self.entry.readable]
        elif self.entry.receipt_code is None:
            return ROW_BYTES
        return ROW_BYTES + BODY_BYTES + sum(len(part) for part in kept if part is not None)


@dataclass
class _Tombstone:
    erasure_id: str
    subject: str
    record_ids: frozenset[str] | None
    """None: everything of the subject."""
    at: datetime
    answer: str | None = None


@dataclass
class _Counts:
    accepted: int = 0
    receipted: int = 0
    expired: int = 0
    evicted: int = 0
    erased: int = 0
    quarantined: int = 0


@dataclass
class MemoryStore:
    """`agent.ports.OutboxStore` without a disk. Every Future is resolved when it is returned; for one thread."""

    budget: Budget = field(default_factory=Budget)
    clock: Clock = field(default_factory=FakeClock)
    _boot_ids: list[str] = field(default_factory=list)
    _boots: list[Boot] = field(default_factory=list)
    _given: dict[str, Instant] = field(default_factory=dict)
    _losses: Counter[tuple[Priority, str, str]] = field(default_factory=Counter)
    _names: dict[str, str] = field(default_factory=dict)
    _subjects: set[str] = field(default_factory=set)
    _grants: dict[str, ConsentGrant] = field(default_factory=dict)
    _rows: dict[str, _Row] = field(default_factory=dict)
    _tombstones: list[_Tombstone] = field(default_factory=list)
    _counts: _Counts = field(default_factory=_Counts)
    _directives: dict[tuple[str, str], Directive] = field(default_factory=dict)
    _minors: set[str] = field(default_factory=set)
    _quiet_boot: int | None = None
    _history: list[ConsentRecord] = field(default_factory=list)
    _deletions: list[Deletion] = field(default_factory=list)
    _numbers: "count[int]" = field(default_factory=lambda: count(1))

    def subject_for(self, alias: str | None) -> "Future[str]":
        if alias is not None and alias in self._names:
            return _done(self._names[alias])
        subject = f"subject-{next(self._numbers):08}"
        self._subjects.add(subject)
        if alias is not None:
            self._names[alias] = subject
        return _done(subject)

    def find_subject(self, alias: str) -> str | None:
        return self._names.get(alias)

    def add_grant(self, grant: ConsentGrant, told: NewEntry | None = None) -> "Future[None]":
        if not self._is_erased(grant.subject):
            self._subjects.add(grant.subject)
            if grant.subject in self._minors and not grant.by_guardian:
                return _done(None)
            if grant.grant_id not in self._grants:
                self._note(grant, ConsentEvent.GIVEN, grant.given_at, grant.purposes)
                self._take_notice(told)
            self._grants.setdefault(grant.grant_id, grant)
            self._given.setdefault(grant.grant_id, self._instant(grant.given_at))
        return _done(None)

    def grants(self, subject: str) -> tuple[ConsentGrant, ...]:
        mine = [g for g in self._grants.values() if g.subject == subject]
        return tuple(self._aged(g) for g in sorted(mine, key=lambda g: (g.given_at, g.grant_id)))

    def consent_counts(self) -> dict[str, int]:
        now = self.now()
        return {"live": sum(self._aged(g).live(now) for g in self._grants.values()), "total": len(self._grants)}

    def consent_history(self, subject: str) -> tuple[ConsentRecord, ...]:
        return tuple(record for record in self._history if record.subject == subject)

    def under_14(self, subject: str) -> bool:
        return subject in self._minors

    def declare_under_14(self, subject: str, at: datetime) -> "Future[int]":
        if subject in self._minors:
            return _done(0)
        self._minors.add(subject)
        return self.withdraw(subject, at)

    def pause(self, *, on: bool) -> "Future[None]":
        self._quiet_boot = self._now().boot if on else None
        return _done(None)

    def paused(self) -> bool:
        return self._quiet_boot == self._now().boot

    def withdraw(
        self,
        subject: str,
        at: datetime,
        purposes: frozenset[Purpose] | None = None,
        told: NewEntry | None = None,
    ) -> "Future[int]":
        for grant in [g for g in self._grants.values() if g.subject == subject and g.withdrawn_at is None]:
            off = grant.standing & (grant.purposes if purposes is None else purposes)
            if off:
                self._note(grant, ConsentEvent.WITHDRAWN, at, off)
                over = off == grant.standing
                self._grants[grant.grant_id] = replace(
                    grant,
                    withdrawn=frozenset() if over else grant.withdrawn | off,
                    withdrawn_at=at if over else None,
                )
        unsent = [r for r in self._of(subject) if r.state != "receipted"]
        if purposes is None or Purpose.IMPROVE_SERVICE in purposes:
            gone = unsent
        else:
            readable = [(r, json.loads(r.entry.readable or b"{}")) for r in unsent if r.counted]
            gone = [
                r
                for r, shown in readable
                if (Purpose.CALL_BACK in purposes and shown.get("contact_left", True))
                or (Purpose.ATTACH_VEHICLE_STATE in purposes and shown.get("vehicle"))
            ]
        if purposes is not None and Purpose.KEEP_VOICE_FOR_REVIEW in purposes:
            gone += [r for r in unsent if r.entry.kind == "voice" and r not in gone]
        gone += [r for r in self._voices_of(gone) if r not in gone]
        purged = sum(r.counted for r in gone)
        self._purge(gone)
        self._take_notice(told)
        return _done(purged)

    def put(self, entry: NewEntry) -> "Future[StoreRefusal | None]":
        if entry.subject is not None and self._is_erased(entry.subject, entry.record_id):
            return _done(StoreRefusal.SUBJECT_ERASED)
        if entry.record_id in self._rows:
            return _done(None)
        if entry.about is not None and entry.about not in self._rows:
            return _done(StoreRefusal.SUBJECT_ERASED)
        if entry.subject is not None and not self._is_consented(entry):
            return _done(StoreRefusal.CONSENT_GONE)
        row = _Row(entry, next(self._numbers), self._instant(entry.recorded_at))
        victims = self._victims(row)
        if victims is None:
            return _done(StoreRefusal.FULL)
        for victim, reason in victims:
            if victim.state == "pending":
                self._counts.evicted += victim.counted
                self._losses[victim.entry.priority, "evicted", reason] += 1
            del self._rows[victim.entry.record_id]
        self._rows[entry.record_id] = row
        self._counts.accepted += row.counted
        grant = self._grants.get(entry.grant_id or "")
        if grant is not None and grant.period is Period.ONCE:
            self._grants[grant.grant_id] = replace(grant, used_at=entry.recorded_at)
            self._note(grant, ConsentEvent.USED, entry.recorded_at, grant.purposes)
        return _done(None)

    def pending(self, limit: int) -> Sequence[OutboxEntry]:
        waiting = sorted(self._waiting(), key=lambda r: (r.entry.priority, r.seq))[:limit]
        return [OutboxEntry(r.entry.record_id, r.entry.kind, r.entry.priority, len(r.entry.frame)) for r in waiting]

    def waiting(self) -> Mapping[Priority, Waiting]:
        costs: dict[Priority, list[int]] = {}
        for row in self._waiting():
            costs.setdefault(row.entry.priority, []).append(row.cost)
        return {priority: Waiting(len(each), sum(each)) for priority, each in costs.items()}

    def frame(self, record_id: str) -> bytes | None:
        row = self._rows.get(record_id)
        return row.entry.frame if row is not None and row.state == "pending" else None

    def settle(self, outcomes: Iterable[Settlement]) -> "Future[None]":
        for outcome in outcomes:
            row = self._rows.get(outcome.record_id)
            if row is not None and row.state == "pending":
                self._settle_one(row, outcome)
        return _done(None)

    def expire(self) -> "Future[int]":
        now = self._now()
        lost = 0
        for row in list(self._rows.values()):
            cap = self.budget.cap(row.entry.priority)
            if cap is None:
                continue
            allowed = timedelta(days=min(cap.max_age_days, self.budget.max_age_days))
            if Timeline(self._boots).age(row.made, now) > allowed:
                if row.state == "pending":
                    lost += row.counted
                    self._losses[row.entry.priority, "expired", "age"] += 1
                del self._rows[row.entry.record_id]
        self._counts.expired += lost
        return _done(lost)

    def trust(self, hub_time: datetime, at: float) -> "Future[None]":
        self._now()
        known, told = self._boots[-1].started_at, hub_time - timedelta(seconds=at)
        if known is None or told - known > timedelta(seconds=5):
            self._boots[-1] = replace(self._boots[-1], started_at=told)
        return _done(None)

    def now(self) -> datetime:
        now = self._now()
        return Timeline(self._boots).moment(now)

    def ledger(self) -> Ledger:
        pending = sum(row.counted for row in self._waiting())
        return Ledger(pending=pending, **vars(self._counts))

    def losses(self) -> Sequence[Loss]:
        return [Loss(*key, count) for key, count in sorted(self._losses.items()) if count]

    def ticket_no(self, record_id: str) -> str | None:
        row = self._rows.get(record_id)
        return None if row is None else row.ticket_no

    def kept(self, subject: str) -> tuple[KeptRecord, ...]:
        return tuple(
            KeptRecord(
                record_id=row.entry.record_id,
                recorded_at=row.entry.recorded_at,
                state=row.state,
                receipt_code=row.entry.receipt_code,
                ticket_no=row.ticket_no,
                readable=row.entry.readable if row.has_content else None,
            )
            for row in self._of(subject)
            if row.counted
        )

    def locate_receipt(self, code: str, verifier: str | None = None) -> tuple[str, str] | None:
        for row in sorted(self._rows.values(), key=lambda r: -r.seq):
            entry = row.entry
            if entry.subject is None or entry.receipt_code != code:
                continue
            if verifier in (None, entry.receipt_verifier):
                return entry.subject, entry.record_id
        return None

    def erase(
        self,
        subject: str,
        record_id: str | None,
        make_notice: Callable[[tuple[str, ...]], tuple[str, bytes]],
        at: datetime,
    ) -> "Future[ErasureReport]":
        mine = [r for r in self._of(subject) if r.counted]
        found = [r for r in mine if record_id in {None, r.entry.record_id}]
        visit = bool(found) and len(mine) == 1 and subject not in self._names.values()
        record_ids = tuple(r.entry.record_id for r in found)
        erasure_id, frame = make_notice(record_ids)
        self._tombstones.append(
            _Tombstone(erasure_id, subject, None if record_id is None else frozenset({record_id}), at)
        )
        notice = NewEntry(erasure_id, "erasure", Priority.ERASURE, frame, at)
        self._rows[erasure_id] = _Row(notice, next(self._numbers), self._instant(at))
        news = [
            key
            for key, kept in self._directives.items()
            if kept.subject == subject and record_id in {None, kept.matter}
        ]
        for key in news:
            del self._directives[key]
        deleted = self._purge([*found, *self._voices_of(found)]) + len(news)
        shredded = int(subject in self._subjects if record_id is None else bool(deleted))
        if record_id is None or visit:
            self._purge(self._of(subject))
            self._history = [r for r in self._history if r.subject != subject]
            self._subjects.discard(subject)
            self._names = {alias: known for alias, known in self._names.items() if known != subject}
            self._grants = {i: g for i, g in self._grants.items() if g.subject != subject}
        scope: Literal["subject", "record"] = "subject" if record_id is None else "record"
        self._deletions.insert(0, Deletion(erasure_id, scope, at, at, len(record_ids), (), None))
        return _done(ErasureReport(erasure_id, shredded, deleted, wal_truncated=True, record_ids=record_ids))

    def export(self, subject: str, record_id: str | None = None) -> dict[str, list[dict[str, Any]]]:
        rows = [
            {
                "record_id": k.record_id,
                "kind": "feedback",
                "recorded_at": k.recorded_at.isoformat(),
                "state": k.state,
                "ticket_no": k.ticket_no,
                "receipt_code": k.receipt_code,
                "record": None if k.readable is None else json.loads(k.readable),
            }
            for k in self.kept(subject)
            if record_id in {None, k.record_id}
        ]
        voices = [
            {
                "record_id": r.entry.record_id,
                "kind": "voice",
                "recorded_at": r.entry.recorded_at.isoformat(),
                "state": "pending",
                "ticket_no": None,
                "receipt_code": None,
                "record": json.loads(r.entry.readable or b"null"),
            }
            for r in self._of(subject)
            if r.entry.kind == "voice" and record_id in {None, r.entry.about}
        ]
        return {
            "entries": [r for r in rows if r["state"] == "pending"] + voices,
            "settled": [r for r in rows if r["state"] != "pending"],
            "consent_records": [as_json_ld(r) for r in self.consent_history(subject)],
        }

    def deletions(self) -> Sequence[Deletion]:
        answers = {t.erasure_id: t.answer for t in self._tombstones}
        return [replace(d, hub_answer=answers[d.erasure_id]) for d in self._deletions]

    def retired(self) -> dict[str, int]:
        return {}

    def settle_erasure(self, erasure_id: str, hub_stores: str, at: datetime) -> "Future[None]":
        for tombstone in self._tombstones:
            if tombstone.erasure_id == erasure_id and tombstone.answer is None:
                tombstone.answer = hub_stores
        row = self._rows.get(erasure_id)
        if row is not None and row.entry.kind == "erasure":
            del self._rows[erasure_id]
        return _done(None)

    def tombstones(self) -> Sequence[tuple[str, datetime, str | None]]:
        return [(t.erasure_id, t.at, t.answer) for t in reversed(self._tombstones)]

    def take_directive(
        self, directive: Directive, make_answer: Callable[[DirectiveFate], NewEntry]
    ) -> "Future[DirectiveFate]":
        fate = self._fate(directive)
        if fate.outcome is DirectiveOutcome.APPLIED:
            self._directives.setdefault((directive.kind, directive.matter), directive)
            if fate.in_force > self._directives[directive.kind, directive.matter].version:
                self._directives[directive.kind, directive.matter] = directive
        self.put(make_answer(fate))
        return _done(fate)

    def _fate(self, directive: Directive) -> DirectiveFate:
        kept = self._directives.get((directive.kind, directive.matter))
        known = 0 if kept is None else kept.version
        if directive.subject is not None and self._is_erased(directive.subject, directive.matter):
            return DirectiveFate(DirectiveOutcome.ERASED)
        if directive.subject is not None and directive.subject not in self._subjects:
            return DirectiveFate(DirectiveOutcome.REFUSED, reason="this device knows no such subject")
        if directive.version <= known:
            return DirectiveFate(
                DirectiveOutcome.APPLIED if directive.version == known else DirectiveOutcome.STALE, known
            )
        if directive.expires_at is not None and directive.expires_at <= self.now():
            return DirectiveFate(DirectiveOutcome.EXPIRED, known)
        return DirectiveFate(DirectiveOutcome.APPLIED, directive.version)

    def directives(self, kind: str, subject: str | None = None) -> Sequence[Directive]:
        found = sorted((d for d in self._directives.values() if d.kind == kind), key=lambda d: d.matter)
        return [
            d for d in found if subject in {None, d.subject} and (d.expires_at is None or d.expires_at > self.now())
        ]

    def limit(self, limits: Budget) -> "Future[None]":
        self.budget = limits
        return _done(None)

    def written_today(self) -> int:
        return 0

    def rotate_keys(self) -> "Future[int]":
        return _done(len(self._subjects) + 1)  # the device's own

    def close(self) -> None:
        """Nothing is open."""

    def _note(self, grant: ConsentGrant, event: ConsentEvent, at: datetime, purposes: frozenset[Purpose]) -> None:
        number = 1 + len(self.consent_history(grant.subject))
        told = (grant.controller, grant.notice_hash, grant.how, grant.given_by, grant.period.value)
        self._history.append(
            ConsentRecord(
                f"history-{len(self._history)}",
                grant.subject,
                number,
                "",
                event,
                at,
                grant.grant_id,
                purposes,
                *told,
                grant.given_at.isoformat(),
                0,
                0.0,
            )
        )

    def _take_notice(self, told: NewEntry | None) -> None:
        if told is not None:
            self._rows[told.record_id] = _Row(told, next(self._numbers), self._instant(told.recorded_at))

    def _now(self) -> Instant:
        """This moment; a new boot is noticed here."""
        if self.clock.boot_id() not in self._boot_ids:
            self._boot_ids.append(self.clock.boot_id())
            self._boots.append(Boot(len(self._boot_ids), 0.0))
        lasted = max(self._boots[-1].lasted_s, self.clock.monotonic())
        self._boots[-1] = replace(self._boots[-1], lasted_s=lasted)
        return Instant(self._boots[-1].number, self.clock.monotonic(), self.clock.now())

    def _instant(self, moment: datetime) -> Instant:
        now = self._now()
        ago = Timeline(self._boots).moment(now) - moment
        shift = ago.total_seconds() if timedelta(0) <= ago <= BELIEVED_HINT else 0.0
        return Instant(now.boot, now.monotonic - shift, moment)

    def _aged(self, grant: ConsentGrant) -> ConsentGrant:
        """The grant, as old as trusted time says."""
        given, now, timeline = self._given[grant.grant_id], self._now(), Timeline(self._boots)
        told, surely = timeline.moment(given), timeline.moment(now) - timeline.proven_age(given, now)
        return replace(grant, given_at=surely if surely < told - timedelta(seconds=1) else told)

    def _of(self, subject: str) -> list[_Row]:
        return sorted((r for r in self._rows.values() if r.entry.subject == subject), key=lambda r: r.seq)

    def _waiting(self) -> list[_Row]:
        return [r for r in self._rows.values() if r.state == "pending"]

    def _is_erased(self, subject: str, record_id: str | None = None) -> bool:
        return any(
            t.subject == subject and (t.record_ids is None or record_id in t.record_ids) for t in self._tombstones
        )

    def _is_consented(self, entry: NewEntry) -> bool:
        grant = self._grants.get(entry.grant_id or "")
        return (
            grant is not None
            and grant.subject == entry.subject
            and grant.withdrawn_at is None
            and Purpose.IMPROVE_SERVICE not in grant.withdrawn
            and entry.recorded_at < self._aged(grant).expires_at
            and not (grant.period is Period.ONCE and grant.used_at is not None)
        )

    def _victims(self, new: _Row) -> list[tuple[_Row, str]] | None:
        """Who makes way and for which limit, or None when the new entry does not fit whoever goes."""
        priority = new.entry.priority
        cap = self.budget.cap(priority)
        own = sorted((r for r in self._waiting() if r.entry.priority == priority), key=lambda r: r.seq)
        drops_own = cap is not None and cap.when_full == "drop_oldest"
        victims: list[tuple[_Row, str]] = []
        if cap is not None:
            rows_over = len(own) + 1 - cap.max_rows
            bytes_over = sum(r.cost for r in own) + new.cost - cap.max_bytes
            while drops_own and own and (rows_over > 0 or bytes_over > 0):
                oldest = own.pop(0)
                victims.append((oldest, "class_rows" if rows_over > 0 else "class_bytes"))
                rows_over -= 1
                bytes_over -= oldest.cost
            if rows_over > 0 or bytes_over > 0:
                return None
        rows_over = len(self._waiting()) - len(victims) + 1 - self.budget.max_rows
        bytes_over = sum(r.cost for r in self._rows.values()) + new.cost - self.budget.max_bytes
        bytes_over -= sum(r.cost for r, _ in victims)
        done_with = sorted((r for r in self._rows.values() if r.state == "receipted"), key=lambda r: r.seq)
        lesser = sorted(
            (r for r in self._waiting() if r.entry.priority > priority), key=lambda r: (-r.entry.priority, r.seq)
        )
        for row in done_with + lesser + (own if drops_own else []):
            useful = bytes_over > 0 or (rows_over > 0 and row.state == "pending")
            if useful:
                victims.append((row, "all_rows" if rows_over > 0 else "all_bytes"))
                rows_over -= row.state == "pending"
                bytes_over -= row.cost
        return None if rows_over > 0 or bytes_over > 0 else victims

    def _settle_one(self, row: _Row, outcome: Settlement) -> None:
        if outcome.outcome != "receipted":
            self._purge(self._voices_of([row]))
        if outcome.outcome == "quarantined" and row.entry.kind == "voice":
            del self._rows[row.entry.record_id]
            self._losses[row.entry.priority, "quarantined", outcome.reason] += 1
        elif outcome.outcome == "quarantined":
            row.state = "quarantined"
            self._losses[row.entry.priority, "quarantined", outcome.reason] += 1
            self._counts.quarantined += row.counted
        elif row.entry.kind == "erasure":
            return
        elif not row.counted:
            del self._rows[row.entry.record_id]
        elif outcome.outcome == "erased":
            self._counts.erased += 1
            del self._rows[row.entry.record_id]
        else:
            row.state = "receipted"
            row.ticket_no = outcome.ticket_no
            row.has_content = False
            self._counts.receipted += 1

    def _voices_of(self, rows: Iterable[_Row]) -> list[_Row]:
        mine = {row.entry.record_id for row in rows}
        return [r for r in self._rows.values() if r.entry.about in mine]

    def _purge(self, rows: Iterable[_Row]) -> int:
        purged = list(rows)
        for row in purged:
            self._counts.erased += row.counted and row.state == "pending"
            del self._rows[row.entry.record_id]
        return len(purged)


def _done(value: T) -> "Future[T]":
    future: Future[T] = Future()
    future.set_result(value)
    return future
