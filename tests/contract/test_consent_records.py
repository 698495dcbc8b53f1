"""A consent that its signed history does not confirm is no consent, whoever changed what in the file."""

import json
import sqlite3
from dataclasses import replace

import pytest

from agent.adapters.sqlite_store import SqliteStore
from agent.consent.grant import GUARDIAN, ConsentGrant, Period, Purpose
from agent.consent.record import ConsentEvent, as_json_ld, believed, history_of, link_to, signed
from agent.errors import TechnicianNeededError
from agent.ports import NewEntry, Priority, StoreRefusal
from tests.fakes.clock import START, FakeClock
from tests.fakes.memory_keys import MemoryKeys
from tests.fakes.memory_store import Budget

DAY_S = 86_400


class Home:
    """A store that can be closed, changed by somebody with the disk in their hands, and opened again."""

    def __init__(self, folder):
        self.file, self.keys, self.clock = folder / "store.db", MemoryKeys(), FakeClock()
        self.open()

    def open(self) -> SqliteStore:
        self.store = SqliteStore(self.file, self.keys, Budget(), self.clock)
        return self.store

    def tampered(self, *statements: str) -> SqliteStore:
        self.store.close()
        with sqlite3.connect(self.file) as db:
            for statement in statements:
                db.execute(statement)
        db.close()
        return self.open()

    def granted(self, grant_id: str = "g1", **changes) -> ConsentGrant:
        subject = self.store.subject_for("mum").result()
        values = {"purposes": frozenset({Purpose.IMPROVE_SERVICE}), "period": Period.WEEK}
        values |= {"given_at": self.clock.now(), **changes}
        grant = ConsentGrant(grant_id, subject, notice_hash="ab" * 32, how="touch", **values)
        self.store.add_grant(grant).result()
        return grant

    def put(self, grant: ConsentGrant, record_id: str) -> StoreRefusal | None:
        entry = NewEntry(
            record_id, "feedback", Priority.FEEDBACK, b"f", self.clock.now(), grant.subject, grant.grant_id
        )
        return self.store.put(entry).result()


@pytest.fixture
def home(tmp_path):
    home = Home(tmp_path)
    yield home
    home.store.close()


def events(store: SqliteStore, grant: ConsentGrant) -> list[str]:
    return [record.event.value for record in store.consent_history(grant.subject)]


def test_a_history_tells_everything_that_happened_in_order(home):
    first = home.granted("g1")
    home.clock.advance(60)
    home.granted("g2")
    home.clock.advance(60)
    once = home.granted("g3", purposes=frozenset({Purpose.IMPROVE_SERVICE, Purpose.CALL_BACK}), period=Period.ONCE)
    assert home.put(once, "r1") is None
    home.clock.advance(8 * DAY_S)
    home.store.expire().result()
    last = home.granted("g4", period=Period.YEAR)
    home.store.withdraw(first.subject, home.clock.now()).result()
    told = [(r.event.value, r.grant_id) for r in home.store.consent_history(first.subject)]
    assert told == [
        ("given", "g1"),
        ("renewed", "g2"),
        ("given", "g3"),
        ("used", "g3"),
        ("expired", "g1"),
        ("expired", "g2"),
        ("given", "g4"),
        ("withdrawn", "g1"),
        ("withdrawn", "g2"),
        ("withdrawn", "g3"),
        ("withdrawn", "g4"),
    ]
    assert [r.number for r in home.store.consent_history(last.subject)] == list(range(1, 12))


TAMPERINGS = {
    "a purpose more": 'UPDATE grants SET purposes = \'["call_back", "improve_service"]\'',
    "a longer period": "UPDATE grants SET period = '1y'",
    "a later beginning": "UPDATE grants SET given_at = '2030-01-01T00:00:00.000000+00:00'",
    "another moment of the device's own clock": "UPDATE grants SET monotonic = monotonic + 86400",
    "another notice": "UPDATE grants SET notice_hash = 'cd'",
    "by a guardian": "UPDATE grants SET given_by = 'guardian'",
    "the record is gone": "DELETE FROM consent_records",
    "the record is rubbish": "UPDATE consent_records SET body = zeroblob(300)",
    "the record is empty": "UPDATE consent_records SET body = NULL",
    "the record stands elsewhere": "UPDATE consent_records SET number = 7",
}


@pytest.mark.parametrize("how", TAMPERINGS)
def test_a_consent_that_was_tampered_with_is_no_consent(home, how):
    grant = home.granted()
    assert home.store.grants(grant.subject) == (replace(grant, given_at=START),)
    store = home.tampered(TAMPERINGS[how])
    assert store.recovered_from is None
    assert store.grants(grant.subject) == ()
    assert home.put(grant, "r1") is StoreRefusal.CONSENT_GONE
    again = home.granted("g-again")
    assert [g.grant_id for g in store.grants(grant.subject)] == ["g-again"], "the person is asked, and it counts again"
    assert home.put(again, "r2") is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE grants SET withdrawn_at = NULL, withdrawn = '[]', closed = 0",
        "UPDATE grants SET withdrawn_at = NULL",
    ],
)
def test_a_withdrawal_cannot_be_taken_back_by_changing_the_row(home, statement):
    grant = home.granted()
    home.store.withdraw(grant.subject, home.clock.now()).result()
    store = home.tampered(statement)
    assert store.grants(grant.subject) == ()
    assert home.put(grant, "r1") is StoreRefusal.CONSENT_GONE


def test_a_spent_consent_cannot_be_made_fresh_by_changing_the_row(home):
    grant = home.granted(period=Period.ONCE)
    assert home.put(grant, "r1") is None
    store = home.tampered("UPDATE grants SET used_at = NULL, closed = 0")
    assert store.grants(grant.subject) == ()
    assert home.put(grant, "r2") is StoreRefusal.CONSENT_GONE


def test_a_grant_that_nobody_signed_is_no_consent(home):
    grant = home.granted()
    columns = "subject, purposes, notice_hash, how, period, given_at, boot, monotonic, given_by, controller, withdrawn"
    store = home.tampered(f"INSERT INTO grants(grant_id, {columns}) SELECT 'forged', {columns} FROM grants")  # noqa: S608 - our own columns
    assert [g.grant_id for g in store.grants(grant.subject)] == ["g1"]
    assert home.put(replace(grant, grant_id="forged"), "r1") is StoreRefusal.CONSENT_GONE


def test_another_devices_signature_is_none(home):
    grant = home.granted()
    (record,) = home.store.consent_history(grant.subject)
    raw = signed(record, MemoryKeys().signing_key())
    assert believed(raw, home.keys.signing_key().public_key()) is None
    assert believed(raw[:-1], home.keys.signing_key().public_key()) is None
    assert believed(b"", home.keys.signing_key().public_key()) is None


def test_a_record_taken_out_of_the_middle_breaks_the_chain(home):
    grant = home.granted()
    home.store.withdraw(grant.subject, home.clock.now(), frozenset({Purpose.CO_CREATE})).result()
    home.granted("g2")
    home.granted("g3")
    key = home.keys.signing_key()
    raws = [signed(r, key) for r in home.store.consent_history(grant.subject)]
    whole = []
    for number, record in enumerate(home.store.consent_history(grant.subject), 1):
        link = link_to(whole[-1][1]) if whole else ""
        whole.append((number, signed(replace(record, previous=link), key)))
    assert len(raws) == 3
    assert len(history_of(whole, grant.subject, key.public_key()).records) == 3
    broken = history_of([whole[0], whole[2]], grant.subject, key.public_key())
    assert (broken.records, broken.whole) == ((), False)
    assert history_of(whole, "somebody-else", key.public_key()).records == ()


def test_withdrawing_one_purpose_leaves_the_others_and_purges_only_what_rested_on_it(home):
    both = frozenset({Purpose.IMPROVE_SERVICE, Purpose.CALL_BACK})
    grant = home.granted(purposes=both)
    for record_id, contact_left in (("plain", False), ("with-contact", True)):
        readable = json.dumps({"contact_left": contact_left}).encode()
        entry = NewEntry(record_id, "feedback", Priority.FEEDBACK, b"f", START, grant.subject, "g1", readable=readable)
        assert home.store.put(entry).result() is None
    assert home.store.withdraw(grant.subject, home.clock.now(), frozenset({Purpose.CALL_BACK})).result() == 1
    assert [e.record_id for e in home.store.pending(9)] == ["plain"]
    (left,) = home.store.grants(grant.subject)
    assert (left.standing, left.withdrawn_at) == (frozenset({Purpose.IMPROVE_SERVICE}), None)
    assert home.put(left, "still-taken") is None
    assert home.store.withdraw(grant.subject, home.clock.now(), frozenset({Purpose.IMPROVE_SERVICE})).result() == 2
    assert home.put(left, "no-more") is StoreRefusal.CONSENT_GONE
    assert home.store.ledger().balanced


def test_under_14_is_remembered_and_only_a_guardians_consent_is_kept(home):
    own = home.granted()
    assert home.put(own, "r1") is None
    assert home.store.declare_under_14(own.subject, home.clock.now()).result() == 1
    assert home.store.under_14(own.subject)
    home.granted("g2")
    assert not [g for g in home.store.grants(own.subject) if g.withdrawn_at is None]
    by_guardian = home.granted("g3", given_by=GUARDIAN)
    assert home.put(by_guardian, "r2") is None
    home.store.close()
    assert home.open().under_14(own.subject)
    assert events(home.store, own) == ["given", "withdrawn", "under_14", "given"]


def test_not_this_trip_ends_with_the_boot_and_survives_a_restart_of_the_agent(home):
    home.store.pause(on=True).result()
    home.store.close()
    assert home.open().paused()
    home.clock.advance(30 * DAY_S)
    assert home.store.paused(), "no timer ends it"
    home.store.close()
    home.clock.reboot()
    assert not home.open().paused()
    home.store.pause(on=True).result()
    home.store.pause(on=False).result()
    assert not home.store.paused()


def test_a_record_is_json_ld_in_terms_of_dpv(home):
    grant = home.granted(controller="demo")
    (record,) = home.store.consent_history(grant.subject)
    told = as_json_ld(record)
    assert told["@type"] == "dpv:ConsentRecord"
    assert told["dpv:hasConsentStatus"] == "dpv:ConsentGiven"
    assert told["dpv:hasDataController"] == "demo"
    assert told["dpv:hasDataSubject"].endswith(grant.subject)
    assert told["dpv:hasLegalBasis"] == "dpv:Consent"
    assert told["dpv:hasNotice"]["tingche:sha256"] == grant.notice_hash
    assert told["dpv:hasDuration"] == "7d"
    assert {as_json_ld(replace(record, event=e))["dpv:hasConsentStatus"] for e in ConsentEvent} >= {
        "dpv:RenewedConsentGiven",
        "dpv:ConsentWithdrawn",
        "dpv:ConsentExpired",
    }


def test_consent_outlives_its_end_for_as_long_as_the_profile_says_and_no_longer(home):
    grant = home.granted()
    home.store.trust(home.clock.now(), home.clock.monotonic()).result()
    home.clock.advance((7 + 1095) * DAY_S - 60)
    home.store.expire().result()
    assert events(home.store, grant) == ["given", "expired"]
    home.clock.advance(120)
    home.store.expire().result()
    assert home.store.consent_history(grant.subject) == ()
    assert home.store.retired() == {"grants": 1}
    assert home.store.find_subject("mum") == grant.subject, "a profile stays, a visit goes"


def test_a_damaged_subject_key_is_no_consent_and_says_so_when_asked_again(home):
    grant = home.granted()
    store = home.tampered("UPDATE subjects SET wrapped_key = zeroblob(40) WHERE subject != 'device'")
    assert store.grants(grant.subject) == ()
    with pytest.raises(TechnicianNeededError, match="damaged"):
        home.granted("g2")
