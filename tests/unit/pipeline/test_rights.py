"""What a person can ask about their consent and data, as a page or the command line would."""

import json
from datetime import datetime, timedelta

import pytest
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from agent.consent.deletion_receipt import Verdict, check
from agent.consent.grant import Period, Purpose
from agent.consent.notice import TOUCH_NOTICE, notice_for
from agent.contract.messages import ConsentStatement, ErasureReceipt, Feedback, StoreReport
from agent.errors import InputRefusedError
from agent.feedback.transcript import TypedText
from hub.erasure.answer import proven
from tests.builders import record_id
from tests.fakes.clock import FakeClock
from tests.fakes.device import Device, Person
from tests.fakes.memory_keys import MemoryKeys
from tests.fakes.memory_store import MemoryStore

DONE = datetime.fromisoformat("2026-03-02T08:00:00+00:00")


def switches(device: Device) -> dict[str, bool]:
    return {s["purpose"]: s["on"] for s in device.do("consent_show").heard("consent")["switches"]}


def switch(device: Device, purpose: str, *, on: bool, **more: object) -> Person:
    return device.do("consent_switch", purpose=purpose, on=on, period="90d", **more)


# ---- switches and notices ----------------------------------------------------------------------------------------


def test_every_purpose_is_a_switch_of_its_own_and_all_stand_at_off():
    device = Device(MemoryStore())
    assert switches(device) == dict.fromkeys((p.value for p in Purpose), False)
    for purpose in Purpose:
        switch(device, purpose.value, on=True)
        assert switches(device)[purpose.value]
        switch(device, purpose.value, on=False)
        assert not switches(device)[purpose.value]
    switch(device, "improve_service", on=False)  # a call-back asks for it too: nobody is called about what is not sent
    assert not any(switches(device).values())


def test_turning_one_switch_off_leaves_the_others_on():
    device = Device(MemoryStore())
    for purpose in ("improve_service", "keep_voice_for_review", "co_create"):
        switch(device, purpose, on=True)
    switch(device, "keep_voice_for_review", on=False)
    on = {purpose for purpose, state in switches(device).items() if state}
    assert on == {"improve_service", "co_create"}


def test_voice_is_a_grant_of_its_own_on_words_of_its_own():
    device = Device(MemoryStore())
    device.do("consent_grant", purposes=["improve_service", "call_back", "keep_voice_for_review"], period="90d")
    grants = device.do("consent_show").heard("consent")["grants"]
    words, voice = sorted(grants, key=lambda g: g["purposes"])
    assert words["purposes"] == ["call_back", "improve_service"]
    assert voice["purposes"] == ["keep_voice_for_review"]
    assert voice["notice_hash"] == notice_for(frozenset({Purpose.KEEP_VOICE_FOR_REVIEW})).hash


def test_what_a_person_switches_on_when_asked_is_what_they_agreed_to():
    device = Device(MemoryStore(), "空调 不凉")
    chosen = {"yes": True, "purposes": ["improve_service", "co_create", "keep_voice_for_review"], "period": "7d"}
    device.say(Person({"ask_consent": chosen}))
    assert {p for p, on in switches(device).items() if on} == set(chosen["purposes"])
    assert {g["period"] for g in device.do("consent_show").heard("consent")["grants"]} == {"7d"}
    with pytest.raises(InputRefusedError, match="No purpose was chosen"):
        device.do("consent_grant", purposes=[], period="7d")


def test_the_words_of_every_switch_can_be_drawn_and_a_stale_page_cannot_grant():
    device = Device(MemoryStore())
    told = device.do("consent_notice", purposes=["co_create"]).heard("notice")
    assert {s["purpose"] for s in told["switches"]} == {p.value for p in Purpose}
    assert told["touch"]["notice_hash"] == TOUCH_NOTICE.hash
    assert told["periods"] == [p.value for p in Period]
    device.do("consent_grant", purposes=["co_create"], period="7d", notice_hash=told["notice_hash"])
    with pytest.raises(InputRefusedError, match="notice has changed"):
        device.do("consent_grant", purposes=["improve_service"], period="7d", notice_hash=told["notice_hash"])


@pytest.mark.parametrize("period", ["permanent", "forever", "", None, "10y"])
def test_no_period_is_for_ever(period):
    with pytest.raises(InputRefusedError, match="period"):
        Device(MemoryStore()).do("consent_grant", purposes=["improve_service"], period=period)


def test_a_grant_is_bound_to_the_words_for_just_its_purposes():
    device = Device(MemoryStore())
    device.do("consent_grant", purposes=["improve_service", "call_back"], period="90d")
    (grant,) = device.do("consent_show").heard("consent")["grants"]
    assert grant["notice_hash"] == notice_for(frozenset({Purpose.IMPROVE_SERVICE, Purpose.CALL_BACK})).hash


# ---- a rating, and a trip that is to be quiet ----------------------------------------------------------------------


def test_who_refused_everything_can_still_rate_by_touch_and_stays_anonymous():
    device = Device(MemoryStore(), "空调 不凉")
    assert device.say().heard("not_kept")["reason"] == "no_consent"
    device.do("rate", rating=2, notice_hash=TOUCH_NOTICE.hash)  # the page had the notice beside the faces
    (record,) = device.waiting()
    assert isinstance(record, Feedback)
    assert (record.rating, record.text, record.contact) == (2, None, None)
    assert record.consent.notice_hash == TOUCH_NOTICE.hash
    assert device.store.find_subject("driver") is None
    assert device.say().heard("not_kept")["reason"] == "no_consent"


def test_a_touch_without_the_notice_on_the_page_asks_with_it_and_no_is_no():
    device = Device(MemoryStore())
    person = device.do("rate", rating=2)
    assert person.asked == ["ask_consent"]
    assert person.heard("not_kept")["reason"] == "no_consent"
    assert device.do("rate", rating=2, notice_hash="ab" * 32).asked == ["ask_consent"]
    assert device.store.ledger().accepted == 0
    device.do("rate", Person({"ask_consent": {"yes": True}}), rating=2)
    assert device.store.ledger().accepted == 1


def test_a_rating_of_somebody_with_a_standing_consent_is_theirs():
    device = Device(MemoryStore())
    switch(device, "improve_service", on=True)
    device.do("rate", rating=5)
    (record,) = [m for m in device.waiting() if isinstance(m, Feedback)]
    assert record.subject == device.store.find_subject("driver")


def test_not_this_trip_neither_hears_nor_asks_and_erases_nothing():
    clock = FakeClock()
    device = Device(MemoryStore(clock=clock), "空调 不凉", "座椅 太硬", clock=clock)
    switch(device, "improve_service", on=True)
    device.say()
    kept = device.store.ledger()
    assert device.do("not_this_trip").heard("not_this_trip")["on"]
    opened = device.room.opened
    for person in (
        device.say(),
        device.say(agreed=True),
        device.do("rate", rating=1, agreed=True),
        device.do("say", text="空调不凉"),
    ):
        assert person.asked == []
        assert person.heard("not_kept")["reason"] == "not_this_trip"
    assert device.room.opened == opened
    assert device.store.ledger() == kept
    assert switches(device)["improve_service"], "it is a pause, not a withdrawal"
    device.clock.reboot()
    assert device.say().heard("recorded")


def test_refusing_to_be_heard_on_this_trip_never_stands_in_the_way_of_a_touch():
    device = Device(MemoryStore())
    switch(device, "improve_service", on=True)
    device.do("not_this_trip")
    assert device.do("rate", rating=1, notice_hash=TOUCH_NOTICE.hash).heard("recorded")
    (rating,) = [m for m in device.waiting() if isinstance(m, Feedback)]
    assert rating.text is None
    assert rating.subject != device.store.find_subject("driver"), "it belongs to nobody"


def test_a_sentence_that_was_begun_before_not_this_trip_is_not_kept():
    device = Device(MemoryStore())
    switch(device, "improve_service", on=True)
    permit = device.pipeline.permit(str(device.store.find_subject("driver")))
    said = device.pipeline.read(permit, TypedText("空调不凉"))
    device.do("not_this_trip")
    assert device.pipeline.keep(said) == "not_this_trip"
    device.do("not_this_trip", on=False)
    assert device.pipeline.keep(said) not in {"not_this_trip", "consent_gone"}


def test_a_kiosk_asks_at_every_visit_and_knows_no_trips():
    with pytest.raises(InputRefusedError, match="no trips"):
        Device(MemoryStore(), anonymous=True).do("not_this_trip")


# ---- under 14 --------------------------------------------------------------------------------------------------------


def test_under_14_nothing_is_taken_without_a_guardian():
    device = Device(MemoryStore(), "空调 不凉", "空调 不凉", "空调 不凉")
    switch(device, "improve_service", on=True)
    device.do("consent_under_14")
    assert not any(switches(device).values())
    with pytest.raises(InputRefusedError, match="guardian"):
        switch(device, "improve_service", on=True)
    child = device.say(Person({"ask_consent": {"yes": True}}))
    assert child.heard("not_kept")["reason"] == "no_consent"
    assert device.do("rate", rating=1, notice_hash=TOUCH_NOTICE.hash).heard("not_kept")["reason"] == "no_consent"
    assert device.room.opened == 0
    switch(device, "improve_service", on=True, guardian=True)
    assert device.say().heard("recorded")
    (grant,) = [g for g in device.do("consent_show").heard("consent")["grants"] if not g["withdrawn_at"]]
    assert grant["given_by"] == "guardian"


def test_a_visitor_who_says_to_be_under_14_needs_a_guardian_too():
    device = Device(MemoryStore(), "空调 不凉", anonymous=True)
    alone = device.say(Person({"ask_consent": {"yes": True}}), under_14=True)
    assert alone.heard("not_kept")["reason"] == "no_consent"
    assert device.room.opened == 0
    device.say(Person({"ask_consent": {"yes": True, "guardian": True}}), under_14=True)
    (record,) = device.waiting()
    assert isinstance(record, Feedback)
    assert record.consent.notice_hash == notice_for(frozenset({Purpose.IMPROVE_SERVICE}), by_guardian=True).hash


# ---- the hub hears of it -------------------------------------------------------------------------------------------


def test_the_hub_hears_of_standing_consent_and_of_its_end_but_not_of_each_single_one():
    device = Device(MemoryStore(), "空调 不凉")
    device.say(agreed=True)
    assert [type(m) for m in device.waiting()] == [Feedback]
    switch(device, "call_back", on=True)
    switch(device, "call_back", on=False)
    told = [m for m in device.waiting() if isinstance(m, ConsentStatement)]
    assert [(m.event, m.purposes) for m in told] == [
        ("given", ("call_back", "improve_service")),
        ("withdrawn", ("call_back",)),
    ]
    assert told[0].expires_at == told[0].at + timedelta(days=90)
    assert "空调" not in "".join(m.model_dump_json() for m in told)


def test_what_was_not_told_before_an_erasure_is_never_told():
    device = Device(MemoryStore())
    switch(device, "improve_service", on=True)
    device.do("erase", who="driver")
    assert [m.kind for m in device.waiting()] == ["erasure"]


# ---- its end, and proof --------------------------------------------------------------------------------------------


def erased(device: Device) -> str:
    device.do("consent_grant", purposes=["improve_service"], period="90d")
    device.do("rate", rating=2)
    return str(device.do("erase", who="driver").heard("erased")["erasure_id"])


def answered(at: Device, erasure_id: str, **changes: object) -> ErasureReceipt:
    receipt = ErasureReceipt(
        erasure_id=erasure_id,
        completed_at=DONE,
        stores=(StoreReport(store="tickets", action="deleted", count=1),),
    )
    values = {"tenant": at.identity.tenant, "device": at.identity.device, "key": at.hub.sign, **changes}
    return proven(receipt, **values)


def receipt_of(device: Device, erasure_id: str) -> dict:
    return device.do("deletion_receipt", erasure_id=erasure_id).heard("deletion_receipt")["receipt"]


def test_a_receipt_of_a_deletion_is_proven_by_both_keys_and_names_nobody():
    device = Device(MemoryStore())
    subject = device.store.subject_for("driver").result()
    erasure_id = erased(device)
    keys = device.keys.signing_key().public_key(), device.hub.sign.public_key()
    assert check(receipt_of(device, erasure_id), *keys).verdict is Verdict.HUB_WAITING
    device.store.settle_erasure(erasure_id, answered(device, erasure_id).model_dump_json(), DONE).result()
    receipt = receipt_of(device, erasure_id)
    checked = check(receipt, *keys)
    assert checked.verdict is Verdict.PROVEN
    assert checked.hub is not None
    assert checked.hub["stores"][0] == {"store": "tickets", "action": "deleted", "count": 1}
    assert check(receipt, None, None).verdict is Verdict.UNKNOWN_KEYS
    assert subject not in json.dumps(receipt)
    assert load_pem_public_key(receipt["hub_key_pem"].encode()) == device.hub.sign.public_key()


def test_a_forged_or_mixed_up_receipt_is_found_out():
    device = Device(MemoryStore())
    erasure_id = erased(device)
    keys = device.keys.signing_key().public_key(), device.hub.sign.public_key()
    device.store.settle_erasure(erasure_id, answered(device, erasure_id).model_dump_json(), DONE).result()
    good = receipt_of(device, erasure_id)
    stranger = MemoryKeys().signing_key()
    changed = json.loads(json.dumps(good))
    changed["device"]["statement"] = changed["device"]["statement"].replace('"records":1', '"records":9')
    other = answered(device, record_id(99)).proof
    elsewhere = answered(device, erasure_id, device="d-99999999999999999999").proof
    assert other is not None
    assert elsewhere is not None
    for bad, used in (
        (changed, keys),
        ({**good, "hub": {**good["hub"], "signature": good["device"]["signature"]}}, keys),
        ({**good, "hub": other.model_dump(mode="json")}, keys),
        ({**good, "hub": elsewhere.model_dump(mode="json")}, keys),
        (good, (stranger.public_key(), keys[1])),
        (good, (keys[0], stranger.public_key())),
        ({**good, "device": good["hub"], "hub": good["device"]}, keys),
    ):
        assert check(bad, *used).verdict is Verdict.FORGED
    for rubbish in (None, [], {}, {"format": "x"}, {**good, "device": None}, {**good, "device": {"statement": 1}}):
        assert check(rubbish, *keys).verdict is Verdict.UNREADABLE


def test_an_answer_of_an_older_hub_has_no_proof_and_the_receipt_says_so():
    device = Device(MemoryStore())
    erasure_id = erased(device)
    old = ErasureReceipt(erasure_id=erasure_id, completed_at=DONE, stores=())
    device.store.settle_erasure(erasure_id, old.model_dump_json(), DONE).result()
    keys = device.keys.signing_key().public_key(), device.hub.sign.public_key()
    assert check(receipt_of(device, erasure_id), *keys).verdict is Verdict.HUB_WAITING


def test_erasing_everything_reaches_from_one_receipt_to_all_of_its_subject():
    device = Device(MemoryStore(), "空调 不凉", "座椅 太硬")
    switch(device, "improve_service", on=True)
    first, _ = (device.say().heard("recorded") for _ in range(2))
    erased_ = device.do("erase", who=first["receipt_code"], everything=True).heard("erased")
    assert erased_["records"] == 2
    with pytest.raises(InputRefusedError, match="nothing under that name"):
        device.do("export", who="driver")


def test_a_visit_whose_only_record_is_erased_leaves_not_even_its_consent():
    device = Device(MemoryStore(), anonymous=True)
    device.do("rate", rating=2, agreed=True)
    (record,) = device.waiting()
    assert isinstance(record, Feedback)
    device.do("erase", who=record.receipt_code)
    assert device.store.grants(record.subject) == ()
    assert device.store.consent_history(record.subject) == ()
