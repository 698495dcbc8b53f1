"""What every OutboxStore promises, held against the real one on disk and the fake in memory."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count
from typing import Any

import pytest

from agent.adapters.sqlite_store import SqliteStore
from agent.consent.grant import ConsentGrant, Period, Purpose
from agent.ports import Ledger, Loss, NewEntry, Priority, Settlement, StoreRefusal
from tests.fakes.clock import START, FakeClock
from tests.fakes.memory_keys import MemoryKeys
from tests.fakes.memory_store import Budget, Cap, MemoryStore

MakeStore = Callable[..., Any]
DAY = timedelta(days=1)


@pytest.fixture(params=["sqlite", "memory"])
def make_store(request, tmp_path) -> Iterator[MakeStore]:
    opened = []

    def make(budget: Budget = Budget(), clock: FakeClock | None = None) -> Any:  # noqa: B008 - a frozen value
        clock = clock or FakeClock()
        if request.param == "memory":
            store = MemoryStore(budget, clock)
        else:
            store = SqliteStore(tmp_path / f"{len(opened)}.db", MemoryKeys(), budget, clock)
        opened.append(store)
        return store

    def again(store: Any) -> Any:
        """The same store after a reboot."""
        if request.param == "memory":
            return store
        store.close()
        place = tmp_path / f"{opened.index(store)}.db"
        opened.append(SqliteStore(place, store._keys.store, store._limits, store._boots._clock))
        return opened[-1]

    make.again = again
    yield make
    for store in opened:
        store.close()


@pytest.fixture
def store(make_store) -> Any:
    return make_store()


_numbers = count(1)


def consented(store: Any, *, period: Period = Period.QUARTER, alias: str | None = None) -> ConsentGrant:
    """A subject with one grant, both kept by the store."""
    subject = store.subject_for(alias).result()
    grant = ConsentGrant(
        grant_id=f"grant-{next(_numbers)}",
        subject=subject,
        purposes=frozenset({Purpose.IMPROVE_SERVICE, Purpose.CALL_BACK}),
        notice_hash="ab" * 32,
        how="touch",
        period=period,
        given_at=START - timedelta(minutes=1),
    )
    store.add_grant(grant).result()
    return grant


def feedback(grant: ConsentGrant | None, record_id: str = "", **changes: Any) -> NewEntry:
    number = next(_numbers)
    entry = NewEntry(
        record_id=record_id or f"record-{number}",
        kind="feedback",
        priority=Priority.FEEDBACK,
        frame=b"frame %d" % number,
        recorded_at=START,
        subject=None if grant is None else grant.subject,
        grant_id=None if grant is None else grant.grant_id,
        receipt_code=f"TC-{number:04}-{number:04}",
        receipt_verifier=f"{number:032x}" * 2,
        readable=b'{"text":"number %d"}' % number,
    )
    return replace(entry, **changes)


def report(record_id: str, **changes: Any) -> NewEntry:
    return replace(NewEntry(record_id, "loss", Priority.REPORT, b"counts", START), **changes)


def notice(erasure_id: str) -> Callable[[tuple[str, ...]], tuple[str, bytes]]:
    return lambda record_ids: (erasure_id, b"notice of " + ",".join(record_ids).encode())


def put(store: Any, *entries: NewEntry) -> list[StoreRefusal | None]:
    return [store.put(entry).result() for entry in entries]


def gather(store: Any, *entries: NewEntry) -> list[StoreRefusal | None]:
    """All before anybody waits for one: they are one group."""
    return [under_way.result() for under_way in [store.put(entry) for entry in entries]]


def waiting(store: Any) -> list[str]:
    return [entry.record_id for entry in store.pending(1000)]


# ---- subjects ----


def test_a_profile_keeps_its_pseudonym_and_a_visit_gets_a_fresh_one(store):
    first = store.subject_for("mum").result()
    assert store.subject_for("mum").result() == first == store.find_subject("mum")
    assert store.find_subject("dad") is None
    visits = {store.subject_for(None).result() for _ in range(3)}
    assert len(visits | {first}) == 4


# ---- consent ----


def test_a_grant_comes_back_as_it_was_given(store):
    grant = consented(store)
    assert store.grants(grant.subject) == (grant,)
    assert store.grants("nobody-known") == ()


def test_keeping_a_grant_again_changes_nothing(store):
    grant = consented(store)
    store.withdraw(grant.subject, START).result()
    store.add_grant(grant).result()
    assert store.grants(grant.subject)[0].withdrawn_at == START


def test_a_record_without_a_grant_is_refused(store):
    grant = consented(store)
    other = consented(store)
    refused = put(
        store,
        feedback(replace(grant, grant_id="never-given")),
        feedback(grant, grant_id=None),
        feedback(replace(grant, subject=other.subject)),
    )
    assert refused == [StoreRefusal.CONSENT_GONE] * 3
    assert store.ledger() == Ledger()


def test_a_record_made_after_the_grant_ended_is_refused_and_one_made_before_is_kept(store):
    grant = consented(store, period=Period.WEEK)
    late = feedback(grant, recorded_at=grant.expires_at)
    in_time = feedback(grant, recorded_at=grant.expires_at - timedelta(seconds=1))
    assert put(store, late, in_time) == [StoreRefusal.CONSENT_GONE, None]


def test_a_grant_for_once_covers_one_record(store):
    grant = consented(store, period=Period.ONCE)
    first = feedback(grant)
    assert put(store, first, feedback(grant)) == [None, StoreRefusal.CONSENT_GONE]
    assert store.grants(grant.subject)[0].used_at == first.recorded_at
    assert put(store, first) == [None]  # the same record again is not a second use


def test_a_consent_that_covered_a_record_covers_the_next_only_while_it_lasts(make_store):
    """The store may remember a grant from record to record, never beyond its end, by whichever clock that comes."""
    clock = FakeClock()
    store = make_store(clock=clock)
    grant = consented(store, period=Period.WEEK)
    assert put(store, feedback(grant, recorded_at=clock.now())) == [None]
    clock.advance(6 * DAY.total_seconds())
    assert put(store, feedback(grant, recorded_at=clock.now())) == [None]
    clock.jump(-3 * DAY.total_seconds())
    clock.advance(1.5 * DAY.total_seconds())
    assert put(store, feedback(grant, recorded_at=clock.now())) == [StoreRefusal.CONSENT_GONE]


def test_a_withdrawal_and_an_erasure_end_what_the_record_before_relied_on(store):
    grant, other = consented(store), consented(store)
    assert put(store, feedback(grant), feedback(other)) == [None, None]
    futures = [
        store.withdraw(grant.subject, START),
        store.put(feedback(grant)),
        store.put(feedback(other)),
        store.erase(other.subject, None, notice("e1"), START),
        store.put(feedback(other)),
    ]
    answers = [future.result() for future in futures]
    assert [answers[1], answers[2], answers[4]] == [StoreRefusal.CONSENT_GONE, None, StoreRefusal.SUBJECT_ERASED]
    assert waiting(store) == ["e1"]


def test_withdrawing_purges_what_was_not_sent_and_ends_every_grant(store):
    grant, bystander = consented(store), consented(store)
    sent, unsent, rejected, other = feedback(grant), feedback(grant), feedback(grant), feedback(bystander)
    put(store, sent, unsent, rejected, other)
    store.settle([Settlement(sent.record_id, "receipted"), Settlement(rejected.record_id, "quarantined")]).result()
    assert store.withdraw(grant.subject, START + DAY).result() == 2
    assert waiting(store) == [other.record_id]
    assert store.frame(unsent.record_id) is None
    assert [kept.record_id for kept in store.kept(grant.subject)] == [sent.record_id]
    assert store.grants(grant.subject)[0].withdrawn_at == START + DAY
    assert put(store, feedback(grant)) == [StoreRefusal.CONSENT_GONE]
    assert store.ledger() == Ledger(accepted=4, receipted=1, erased=1, quarantined=1, pending=1)


# ---- taking in and handing out ----


def test_an_accepted_record_waits_with_its_exact_bytes(store):
    grant = consented(store)
    entry = feedback(grant, frame=bytes(range(256)) * 20)
    assert put(store, entry) == [None]
    (listed,) = store.pending(10)
    assert (listed.record_id, listed.kind, listed.priority, listed.size) == (
        entry.record_id,
        "feedback",
        Priority.FEEDBACK,
        len(entry.frame),
    )
    assert store.frame(entry.record_id) == entry.frame
    assert store.frame("unknown") is None


def test_the_same_record_twice_is_one_record(store):
    grant = consented(store)
    entry = feedback(grant)
    assert put(store, entry, entry) == [None, None]
    store.settle([Settlement(entry.record_id, "receipted", "T-000001")]).result()
    assert put(store, entry) == [None]
    assert waiting(store) == []
    assert store.ledger() == Ledger(accepted=1, receipted=1)


def test_a_group_doubles_nothing_however_its_records_came_before(make_store):
    store = make_store()
    grant = consented(store)
    alone = [feedback(grant, name) for name in ("a1", "a2", "a3")]
    together = [feedback(grant, name) for name in ("b1", "b2")]
    late = [feedback(grant, name) for name in ("a0", "b0")]  # ids do not always come in their order
    put(store, *alone)
    gather(store, *together)
    store.settle([Settlement("b1", "receipted", "T-000001")]).result()
    everything = [*alone, *together, *late, late[0]]
    assert gather(store, *everything) == [None] * len(everything)
    put(store, feedback(grant, "c1"), feedback(grant, "c2"))
    assert gather(store, feedback(grant, "c2"), feedback(grant, "c1")) == [None, None]
    assert waiting(store) == ["a1", "a2", "a3", "b2", "a0", "b0", "c1", "c2"]
    store = make_store.again(store)
    assert gather(store, *everything) == [None] * len(everything)
    assert store.ledger() == Ledger(accepted=9, receipted=1, pending=8)


def test_the_urgent_goes_first_and_the_oldest_first_within(store):
    grant = consented(store)
    entries = [
        report("r1"),
        feedback(grant, "f1"),
        feedback(grant, "s1", priority=Priority.SAFETY),
        feedback(grant, "f2"),
        feedback(grant, "s2", priority=Priority.SAFETY),
    ]
    put(store, *entries)
    store.erase("nobody-known", None, notice("e1"), START).result()
    assert waiting(store) == ["e1", "s1", "s2", "f1", "f2", "r1"]
    assert [entry.record_id for entry in store.pending(2)] == ["e1", "s1"]


def test_how_much_waits_is_known_by_class_without_reading_the_queue(store):
    assert store.waiting() == {}
    grant = consented(store)
    first, second, urgent = feedback(grant), feedback(grant), feedback(grant, priority=Priority.SAFETY)
    put(store, first, second, urgent, report("l1"))
    assert {priority: waits.rows for priority, waits in store.waiting().items()} == {
        Priority.SAFETY: 1,
        Priority.FEEDBACK: 2,
        Priority.REPORT: 1,
    }
    before = store.waiting()[Priority.FEEDBACK].bytes
    assert before > len(first.frame) + len(second.frame)
    put(store, feedback(grant, frame=bytes(5000)))
    assert 5000 < store.waiting()[Priority.FEEDBACK].bytes - before < 5000 + before
    store.settle([Settlement(urgent.record_id, "receipted"), Settlement("l1", "receipted")]).result()
    assert list(store.waiting()) == [Priority.FEEDBACK]
    assert sum(waits.rows for waits in store.waiting().values()) == len(waiting(store))


def test_a_record_of_nobody_needs_no_grant(store):
    assert put(store, feedback(None, "anonymous-touch")) == [None]
    assert store.frame("anonymous-touch") is not None


def test_loss_reports_are_sent_but_not_counted_as_feedback(store):
    put(store, report("r1"))
    assert waiting(store) == ["r1"]
    store.settle([Settlement("r1", "receipted")]).result()
    assert waiting(store) == []
    assert store.ledger() == Ledger()


# ---- settling ----


def test_a_receipt_forgets_the_content_and_keeps_the_ticket(store):
    grant = consented(store)
    entry = feedback(grant)
    put(store, entry)
    store.settle([Settlement(entry.record_id, "receipted", "T-000007")]).result()
    assert store.frame(entry.record_id) is None
    assert store.ticket_no(entry.record_id) == "T-000007"
    (kept,) = store.kept(grant.subject)
    assert (kept.state, kept.ticket_no, kept.receipt_code, kept.readable) == (
        "receipted",
        "T-000007",
        entry.receipt_code,
        None,
    )
    assert store.locate_receipt(entry.receipt_code) == (grant.subject, entry.record_id)


def test_settling_twice_or_something_unknown_changes_nothing(store):
    grant = consented(store)
    entry = feedback(grant)
    put(store, entry)
    for outcome in ("receipted", "receipted", "quarantined", "erased"):
        store.settle([Settlement(entry.record_id, outcome, "T-000001"), Settlement("unknown", outcome)]).result()
    assert store.ledger() == Ledger(accepted=1, receipted=1)
    assert store.ticket_no(entry.record_id) == "T-000001"
    assert store.ticket_no("unknown") is None


def test_what_the_hub_rejects_is_set_aside_and_counted(store):
    grant = consented(store)
    entry = feedback(grant)
    put(store, entry)
    store.settle([Settlement(entry.record_id, "quarantined", reason="oversize")]).result()
    assert waiting(store) == []
    assert store.frame(entry.record_id) is None
    assert store.kept(grant.subject)[0].state == "quarantined"
    assert store.ledger() == Ledger(accepted=1, quarantined=1)


def test_what_the_hub_refuses_as_erased_is_gone(store):
    grant = consented(store)
    entry = feedback(grant)
    put(store, entry)
    store.settle([Settlement(entry.record_id, "erased")]).result()
    assert store.kept(grant.subject) == ()
    assert store.ledger() == Ledger(accepted=1, erased=1)


# ---- budget and age ----


def test_a_full_store_refuses_its_equals_and_loses_nothing(make_store):
    store = make_store(Budget(max_rows=2))
    grant = consented(store)
    entries = [feedback(grant) for _ in range(3)]
    assert put(store, *entries) == [None, None, StoreRefusal.FULL]
    assert waiting(store) == [entries[0].record_id, entries[1].record_id]
    assert store.ledger() == Ledger(accepted=2, pending=2)


def test_the_urgent_evicts_the_least_urgent_oldest_first_and_the_loss_is_counted(make_store):
    store = make_store(Budget(max_rows=4))
    grant = consented(store)
    put(store, feedback(grant, "f1"), feedback(grant, "f2"), report("r1"), report("r2"))
    urgent = [feedback(grant, f"s{n}", priority=Priority.SAFETY) for n in range(1, 4)]
    assert put(store, *urgent) == [None, None, None]
    assert waiting(store) == ["s1", "s2", "s3", "f2"]
    assert store.ledger() == Ledger(accepted=5, evicted=1, pending=4)


def test_a_refusal_evicts_nobody(make_store):
    store = make_store(Budget(max_bytes=10_000))
    grant = consented(store)
    put(store, report("r1"))
    assert put(store, feedback(grant, frame=bytes(20_000))) == [StoreRefusal.FULL]
    assert waiting(store) == ["r1"]


def test_bytes_are_bounded_and_receipts_the_hub_gave_make_way_first(make_store):
    store = make_store(Budget(max_bytes=10_000))
    grant = consented(store)
    done = [feedback(grant, frame=b"x") for _ in range(5)]
    put(store, *done)
    store.settle([Settlement(entry.record_id, "receipted") for entry in done]).result()
    big = [feedback(grant, frame=bytes(3500)) for _ in range(3)]
    assert put(store, *big) == [None, None, StoreRefusal.FULL]
    assert 0 < len(store.kept(grant.subject)) < 7
    assert store.ledger() == Ledger(accepted=7, receipted=5, pending=2)


def test_erasing_works_on_a_full_store(make_store):
    store = make_store(Budget(max_rows=1))
    grant = consented(store)
    put(store, feedback(grant))
    store.erase("nobody-known", None, notice("e1"), START).result()
    assert waiting(store)[0] == "e1"
    assert put(store, feedback(grant, priority=Priority.SAFETY)) == [StoreRefusal.FULL]
    assert "e1" in waiting(store)


def test_what_is_too_old_expires_counted_but_an_erasure_never(make_store):
    clock = FakeClock()
    store = make_store(Budget(max_age_days=30), clock)
    grant = consented(store, period=Period.YEAR)
    settled = feedback(grant)
    put(store, settled, feedback(grant, "old"), report("old-report"))
    store.settle([Settlement(settled.record_id, "receipted")]).result()
    store.erase("nobody-known", None, notice("e1"), START).result()
    clock.advance(DAY.total_seconds())
    put(store, feedback(grant, "new", recorded_at=START + DAY))
    clock.advance(29 * DAY.total_seconds())
    assert store.expire().result() == 0
    clock.advance(1)
    assert store.expire().result() == 1
    assert waiting(store) == ["e1", "new"]
    assert [kept.record_id for kept in store.kept(grant.subject)] == ["new"]
    assert store.ledger() == Ledger(accepted=3, receipted=1, expired=1, pending=1)
    assert list(store.losses()) == [
        Loss(Priority.FEEDBACK, "expired", "age", 1),
        Loss(Priority.REPORT, "expired", "age", 1),
    ]


def test_a_class_that_refuses_when_full_keeps_what_it_thanked_for(make_store):
    store = make_store(Budget(classes={Priority.FEEDBACK: Cap(max_rows=2)}))
    grant = consented(store)
    urgent = feedback(grant, "s1", priority=Priority.SAFETY)
    assert put(store, feedback(grant, "f1"), feedback(grant, "f2"), feedback(grant, "f3"), urgent) == [
        None,
        None,
        StoreRefusal.FULL,
        None,
    ]
    assert waiting(store) == ["s1", "f1", "f2"]
    assert list(store.losses()) == []


def test_a_class_that_drops_its_oldest_when_full_counts_each_by_its_reason(make_store):
    caps = {
        Priority.REPORT: Cap(max_rows=2, when_full="drop_oldest"),
        Priority.ANSWER: Cap(max_bytes=2000, when_full="drop_oldest"),
    }
    store = make_store(Budget(classes=caps))
    grant = consented(store)
    put(store, *(report(f"r{n}") for n in range(5)))
    put(store, *(feedback(grant, f"a{n}", priority=Priority.ANSWER, frame=bytes(700)) for n in range(3)))
    assert waiting(store) == ["a2", "r3", "r4"]
    assert list(store.losses()) == [
        Loss(Priority.ANSWER, "evicted", "class_bytes", 2),
        Loss(Priority.REPORT, "evicted", "class_rows", 3),
    ]
    assert store.ledger() == Ledger(accepted=3, evicted=2, pending=1)


def test_each_class_expires_at_its_own_age(make_store):
    clock = FakeClock()
    caps = {Priority.REPORT: Cap(max_age_days=5), Priority.SAFETY: Cap(max_age_days=50)}
    store = make_store(Budget(classes=caps, max_age_days=30), clock)
    grant = consented(store, period=Period.YEAR)
    put(store, report("r1"), feedback(grant, "f1"), feedback(grant, "s1", priority=Priority.SAFETY))
    clock.advance(6 * DAY.total_seconds())
    store.expire().result()
    assert waiting(store) == ["s1", "f1"]
    clock.advance(25 * DAY.total_seconds())
    store.expire().result()
    assert waiting(store) == []
    assert {loss.reason for loss in store.losses()} == {"age"}


def test_what_the_hub_rejects_is_counted_by_the_hubs_reason(store):
    grant = consented(store)
    entries = [feedback(grant), feedback(grant), feedback(grant)]
    put(store, *entries)
    reasons = ["oversize", "unknown_kind", "oversize"]
    store.settle(
        [Settlement(e.record_id, "quarantined", reason=r) for e, r in zip(entries, reasons, strict=True)]
    ).result()
    assert [(loss.reason, loss.count) for loss in store.losses()] == [("oversize", 2), ("unknown_kind", 1)]


# ---- time ----

TEN_YEARS_S = 10 * 365.25 * DAY.total_seconds()


@pytest.mark.parametrize("jump_s", [TEN_YEARS_S, -TEN_YEARS_S])
def test_a_clock_that_jumps_ten_years_deletes_nothing_young_and_keeps_nothing_old(make_store, jump_s):
    clock = FakeClock()
    store = make_store(Budget(max_age_days=30), clock)
    grant = consented(store, period=Period.YEAR)
    put(store, feedback(grant, "f1"))
    clock.jump(jump_s)
    assert store.expire().result() == 0
    clock.advance(30 * DAY.total_seconds() - 60)
    clock.jump(-jump_s)
    assert store.expire().result() == 0
    clock.advance(120)
    clock.jump(jump_s)
    assert store.expire().result() == 1
    assert waiting(store) == []


@pytest.mark.parametrize("jump_s", [TEN_YEARS_S, -TEN_YEARS_S])
def test_an_age_across_a_reboot_is_known_once_the_hubs_time_is(make_store, jump_s):
    clock = FakeClock()
    store = make_store(Budget(max_age_days=30), clock)
    grant = consented(store, period=Period.YEAR)
    store.trust(clock.now(), clock.monotonic()).result()
    put(store, feedback(grant, "f1"))
    true_time = clock.now() + 31 * DAY
    clock.reboot()
    clock.jump(jump_s)
    store = make_store.again(store)
    assert store.expire().result() == 0, "without the hub nobody knows how long it was off"
    store.trust(true_time - 2 * DAY, clock.monotonic()).result()
    assert store.now() == true_time - 2 * DAY
    assert store.expire().result() == 0
    clock.advance(DAY.total_seconds())
    assert store.expire().result() == 0
    clock.advance(2 * DAY.total_seconds())
    assert store.expire().result() == 1


def test_a_clock_set_back_keeps_no_consent_alive(make_store):
    clock = FakeClock()
    store = make_store(clock=clock)
    grant = consented(store, period=Period.WEEK)
    clock.jump(-TEN_YEARS_S)
    clock.advance(8 * DAY.total_seconds())
    assert not store.grants(grant.subject)[0].live(store.now())
    assert store.consent_counts() == {"live": 0, "total": 1}
    assert put(store, feedback(grant, recorded_at=clock.now())) == [StoreRefusal.CONSENT_GONE]


def test_a_consent_given_under_a_wrong_clock_lives_its_time_once_the_hubs_time_is_known(make_store):
    clock = FakeClock()
    clock.jump(-TEN_YEARS_S)
    store = make_store(clock=clock)
    grant = replace(consented(store, period=Period.WEEK), given_at=clock.now(), grant_id="given-in-2016")
    store.add_grant(grant).result()
    clock.advance(60)
    store.trust(START, clock.monotonic()).result()
    kept = next(g for g in store.grants(grant.subject) if g.grant_id == "given-in-2016")
    assert kept.given_at == START - timedelta(seconds=60)
    assert kept.live(store.now())
    assert put(store, feedback(kept, recorded_at=store.now())) == [None]


def test_an_answer_that_was_held_back_does_not_turn_time_back(make_store):
    clock = FakeClock()
    store = make_store(clock=clock)
    store.trust(START + DAY, clock.monotonic()).result()
    store.trust(START - DAY, clock.monotonic()).result()
    assert store.now() == START + DAY


# ---- what a person asks ----


def test_a_person_sees_all_that_is_kept_of_them_and_nobody_elses(store):
    grant, other = consented(store), consented(store)
    mine = [feedback(grant), feedback(grant)]
    put(store, mine[0], feedback(other), mine[1])
    kept = store.kept(grant.subject)
    assert [(k.record_id, k.state, k.receipt_code, k.readable, k.recorded_at) for k in kept] == [
        (entry.record_id, "pending", entry.receipt_code, entry.readable, START) for entry in mine
    ]
    assert store.kept("nobody-known") == ()


def test_code_and_secret_both_lead_to_the_record(store):
    grant = consented(store)
    entry = feedback(grant)
    put(store, entry, feedback(grant))
    assert store.locate_receipt(entry.receipt_code) == (grant.subject, entry.record_id)
    assert store.locate_receipt(entry.receipt_code, entry.receipt_verifier) == (grant.subject, entry.record_id)
    assert store.locate_receipt("TC-0000-0000") is None
    assert store.locate_receipt("TC-0000-0000", entry.receipt_verifier) is None


def test_a_secret_that_only_has_the_same_code_opens_nothing(store):
    grant = consented(store)
    entry = feedback(grant)
    put(store, entry, feedback(grant))
    assert store.locate_receipt(entry.receipt_code, "0" * 64) is None


def test_of_two_records_with_one_code_the_secret_finds_its_own(store):
    grant = consented(store)
    older, newer = feedback(grant), feedback(grant)
    newer = replace(newer, receipt_code=older.receipt_code)
    put(store, older, newer)
    assert store.locate_receipt(older.receipt_code) == (grant.subject, newer.record_id)
    for entry in (older, newer):
        assert store.locate_receipt(entry.receipt_code, entry.receipt_verifier) == (grant.subject, entry.record_id)


# ---- erasure ----


def test_erasing_a_subject_leaves_a_tombstone_and_a_notice_and_nothing_else(store):
    grant = consented(store, alias="mum")
    sent, unsent, rejected = feedback(grant), feedback(grant), feedback(grant)
    put(store, sent, unsent, rejected)
    store.settle([Settlement(sent.record_id, "receipted"), Settlement(rejected.record_id, "quarantined")]).result()
    report_ = store.erase(grant.subject, None, notice("e1"), START + DAY).result()
    ids = (sent.record_id, unsent.record_id, rejected.record_id)
    assert (report_.erasure_id, report_.record_ids, report_.rows_deleted) == ("e1", ids, 3)
    assert report_.keys_shredded == 1
    assert report_.wal_truncated
    assert waiting(store) == ["e1"]
    assert store.frame("e1") == b"notice of " + ",".join(ids).encode()
    assert store.kept(grant.subject) == ()
    assert store.grants(grant.subject) == ()
    assert store.locate_receipt(sent.receipt_code) is None
    assert store.ticket_no(sent.record_id) is None
    assert store.tombstones() == [("e1", START + DAY, None)]
    assert store.ledger() == Ledger(accepted=3, receipted=1, erased=1, quarantined=1)


def test_nothing_is_taken_for_an_erased_subject_ever_again(store):
    grant = consented(store, alias="mum")
    store.erase(grant.subject, None, notice("e1"), START).result()
    store.add_grant(replace(grant, grant_id="grant-after-erasure")).result()
    assert store.grants(grant.subject) == ()
    assert put(store, feedback(grant), feedback(replace(grant, grant_id="grant-after-erasure"))) == [
        StoreRefusal.SUBJECT_ERASED,
        StoreRefusal.SUBJECT_ERASED,
    ]
    assert store.find_subject("mum") is None
    assert store.subject_for("mum").result() != grant.subject


def test_erasing_one_record_leaves_the_others_readable(store):
    grant = consented(store)
    gone, stays, sent = feedback(grant), feedback(grant), feedback(grant)
    put(store, gone, stays, sent)
    store.settle([Settlement(sent.record_id, "receipted", "T-000001")]).result()
    report_ = store.erase(grant.subject, gone.record_id, notice("e1"), START).result()
    assert (report_.record_ids, report_.keys_shredded, report_.rows_deleted) == ((gone.record_id,), 1, 1)
    assert store.frame(stays.record_id) == stays.frame
    kept = store.kept(grant.subject)
    assert [(k.record_id, k.receipt_code, k.readable) for k in kept] == [
        (stays.record_id, stays.receipt_code, stays.readable),
        (sent.record_id, sent.receipt_code, None),
    ]
    assert put(store, gone) == [StoreRefusal.SUBJECT_ERASED]
    assert put(store, feedback(grant)) == [None]
    assert store.ledger() == Ledger(accepted=4, receipted=1, erased=1, pending=2)


def test_a_record_is_only_erased_for_its_own_subject(store):
    grant, other = consented(store), consented(store)
    entry = feedback(grant)
    put(store, entry)
    report_ = store.erase(other.subject, entry.record_id, notice("e1"), START).result()
    assert (report_.record_ids, report_.keys_shredded, report_.rows_deleted) == ((), 0, 0)
    assert store.frame(entry.record_id) == entry.frame


def test_erasing_a_subject_with_nothing_is_still_a_tombstone(store):
    report_ = store.erase("nobody-known", None, notice("e1"), START).result()
    assert (report_.record_ids, report_.keys_shredded, report_.rows_deleted) == ((), 0, 0)
    assert store.tombstones() == [("e1", START, None)]
    assert waiting(store) == ["e1"]


def test_only_the_hubs_answer_frees_a_notice_and_the_first_answer_is_kept(store):
    store.erase("nobody-known", None, notice("e1"), START).result()
    store.erase("nobody-else-", None, notice("e2"), START + DAY).result()
    store.settle([Settlement("e1", "receipted"), Settlement("e1", "erased")]).result()
    assert waiting(store) == ["e1", "e2"]
    store.settle_erasure("e1", '[{"store":"tickets"}]', START + DAY).result()
    store.settle_erasure("e1", "[]", START + 2 * DAY).result()
    store.settle_erasure("unknown", "[]", START).result()
    assert waiting(store) == ["e2"]
    assert store.tombstones() == [("e2", START + DAY, None), ("e1", START, '[{"store":"tickets"}]')]


def test_a_notice_that_cannot_be_made_erases_nothing(store):
    grant = consented(store)
    entry = feedback(grant)
    put(store, entry)

    def broken(record_ids: tuple[str, ...]) -> tuple[str, bytes]:
        raise ValueError("no hub key")

    with pytest.raises(ValueError, match="no hub key"):
        store.erase(grant.subject, None, broken, START).result()
    assert store.frame(entry.record_id) == entry.frame
    assert store.tombstones() == []
    assert store.ledger() == Ledger(accepted=1, pending=1)
