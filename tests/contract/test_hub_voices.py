"""Recordings at the hub: taken once, sealed, played to reviewers alone and written down, gone with the review."""

import base64
import re
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from sqlalchemy import select

from agent.contract import sealing
from agent.contract.messages import ConsentStatement, SpeechFacts
from hub.adapters.database.retention_store import RetentionStore
from hub.adapters.database.review_store import ReviewStore
from hub.adapters.database.schema import voices
from hub.adapters.database.voice_store import VoiceStore
from hub.erasure.retention import Retention
from hub.errors import InputRefusedError
from hub.keeping import restore
from hub.people.roles import Role
from tests.builders import T0, feedback, record_id, voice
from tests.contract.test_hub_backup import KeptHub, backed_up
from tests.fakes.desk import NOW, Desk
from tests.fakes.field_device import erasure
from tests.fakes.staff import StaffRoom, form_token

KEY = X25519PrivateKey.generate()
SOUND = b"OggS" + bytes(range(256)) * 20
SUBJECT = feedback().subject


def unsure(n=1, **changes):
    speech = SpeechFacts(engine="w", model="m", language="zh", audio_s=3.0, confidence=0.21, needs_review=True)
    return feedback(n, speech=speech, contact=None, **changes)


def spoken(n=1, **changes):
    sealed = base64.b64encode(sealing.seal_voice(SOUND, KEY.public_key(), record_id(n))).decode()
    return voice(n, **({"sealed": sealed, "key_id": sealing.key_id(KEY.public_key())} | changes))


def withdrawal(purpose, at=NOW):
    return ConsentStatement(
        statement_id=record_id(70), subject=SUBJECT, event="withdrawn", purposes=(purpose,), at=at, given_by="person"
    )


@pytest.fixture
def desk(database):
    return Desk(database)


@pytest.fixture
def device(desk):
    return desk.enrol()


def kept(database):
    with database.read() as connection:
        return connection.execute(select(voices)).all()


def answers(desk):
    return [outcome for _, about, outcome in desk.waiting() if about == spoken().voice_id]


# ---- intake ----------------------------------------------------------------------------------------------------------


def test_a_recording_is_kept_sealed_beside_its_ticket_and_once(desk, device, database):
    desk.take(device, unsure(), spoken())
    desk.take(device, spoken())
    (row,) = kept(database)
    assert (row.record_id, row.key_id) == (record_id(1), sealing.key_id(KEY.public_key()))
    assert SOUND[:40] not in row.sealed
    assert sealing.open_voice(row.sealed, KEY, row.record_id) == SOUND
    assert set(answers(desk)) == {"accepted"}
    (waiting,) = ReviewStore(database).waiting("demo", 10)
    assert waiting.voice_s == voice().audio_s


@pytest.mark.parametrize(
    ("before", "why"),
    [
        ((), "no such ticket"),
        ((feedback(1, contact=None),), "heard well"),
        ((unsure(subject="s-another-person"),), "of another subject"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_recording_that_nobody_waits_for_is_not_kept_and_the_device_is_told_to_forget_it(
    desk, device, database, before, why
):
    desk.take(device, *before, spoken())
    assert (kept(database), answers(desk)) == ([], ["erased"]), why


@pytest.mark.parametrize("record", [(), (record_id(1),)], ids=["the subject", "the record"])
def test_an_erasure_takes_the_recording_and_refuses_a_late_one_for_ever(desk, device, database, record):
    notice = erasure(SUBJECT) if not record else erasure(SUBJECT, *record, scope="record")
    desk.take(device, unsure(), spoken())
    desk.take(device, notice)
    assert kept(database) == []
    desk.waiting()
    desk.take(device, spoken(), at=NOW + timedelta(days=900))
    assert (kept(database), answers(desk)) == ([], ["erased"])


@pytest.mark.parametrize("purpose", ["keep_voice_for_review", "improve_service"])
def test_a_withdrawn_recording_is_deleted_and_a_late_one_refused(desk, device, database, purpose):
    if purpose == "keep_voice_for_review":
        desk.take(device, unsure(), spoken())
        desk.take(device, withdrawal(purpose))
        assert kept(database) == []
        desk.waiting()
    else:
        desk.take(device, unsure())
        desk.take(device, withdrawal(purpose))
    desk.take(device, spoken())
    assert (kept(database), answers(desk)) == ([], ["erased"])


def test_a_withdrawal_from_before_leaves_a_recording_that_was_agreed_to_since(desk, device, database):
    desk.take(device, withdrawal("keep_voice_for_review", at=T0 - timedelta(hours=1)), unsure(), spoken())
    assert len(kept(database)) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"voice_id": record_id(5)},
        {"record_id": record_id(2)},
        {"consent": voice().consent.model_copy(update={"purposes": ("improve_service",)})},
    ],
    ids=["an id of its own", "another record", "no consent for it"],
)
def test_a_recording_whose_id_or_consent_does_not_fit_is_refused_by_name(desk, device, database, wrong):
    message = spoken(**wrong)
    desk.take(device, unsure(), message)
    assert kept(database) == []
    assert ("rejection", message.voice_id, None) in desk.waiting()


# ---- its end ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [None, "今天刹车响得很，车牌[PLATE]"], ids=["confirmed", "corrected"])
def test_a_review_ends_the_recording_in_the_same_transaction_and_counts_it(desk, device, database, tmp_path, text):
    desk.take(device, unsure(), spoken())
    sealed = kept(database)[0].sealed
    assert ReviewStore(database).settle("T-000001", text, who="赵敏", now=NOW) is True
    assert kept(database) == []
    assert RetentionStore(database).counted()["voices"] == 1
    if database.is_sqlite:
        assert sealed[:60] not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


def test_thirty_days_after_it_was_made_a_recording_is_gone_whatever_else_happened(desk, device, database):
    desk.take(device, unsure(), spoken())
    store = RetentionStore(database)
    assert store.run(Retention(), T0 + timedelta(days=30, seconds=-1))["voices"] == 0
    assert store.run(Retention(), T0 + timedelta(days=30))["voices"] == 1
    assert (kept(database), store.counted()["voices"]) == ([], 1)


def test_a_device_whose_clock_is_ahead_buys_no_time(desk, device, database):
    ahead = T0 + timedelta(days=400)
    desk.take(device, unsure(recorded_at=ahead), spoken(recorded_at=ahead))
    assert RetentionStore(database).run(Retention(), NOW + timedelta(days=30))["voices"] == 1


def test_nobody_can_keep_recordings_for_longer_than_people_were_told():
    assert Retention.parse("[days]\nkeep_voice_for_review = 7").days["keep_voice_for_review"] == 7
    with pytest.raises(InputRefusedError, match="30"):
        Retention.parse("[days]\nkeep_voice_for_review = 31")


def test_a_restored_backup_brings_no_erased_recording_back(tmp_path):
    hub = KeptHub(tmp_path / "hub")
    with hub as desk:
        device = desk.enrol()
        desk.take(device, unsure(1), spoken(1), unsure(2, subject="s-another-person"))
        desk.take(device, spoken(2, subject="s-another-person"))
        sealed = [row.sealed[:60] for row in kept(desk.database)]
        old = backed_up(hub, "old")
        desk.take(device, erasure(SUBJECT))
    restore(hub.folder, old, NOW + timedelta(days=1), replace=True)
    stored = b"".join(path.read_bytes() for path in hub.folder.glob("hub.db*"))
    assert [piece in stored for piece in sealed] == [False, True]


# ---- the page --------------------------------------------------------------------------------------------------------


@pytest.fixture
def room(tmp_path):
    found = StaffRoom(tmp_path, clock=lambda: NOW)
    found.tenant = "demo"
    (tmp_path / "voice.key").write_bytes(KEY.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    (tmp_path / "voice.key").chmod(0o600)
    desk = Desk(found.database)
    desk.take(desk.enrol(), unsure(1), spoken(1), unsure(2))
    return found


def openings(room):
    return [(who, what) for who, action, what in room.deeds() if action == "open_voice"]


def test_a_reviewer_hears_it_on_the_page_and_every_playing_is_written_down(room):
    browser, _ = room.signed_in("赵敏", Role.REVIEWER)
    page = browser.get("/review").text
    (player,) = re.findall("<audio[^>]*>", page)
    assert 'preload="none"' in player
    assert "autoplay" not in player
    assert openings(room) == []
    answer = browser.get("/review/T-000001/voice")
    assert (answer.status_code, answer.content, answer.headers["content-type"]) == (200, SOUND, "audio/ogg")
    assert answer.headers["cache-control"] == "no-store"
    assert "media-src 'self'" in answer.headers["content-security-policy"]
    assert openings(room) == [("赵敏", "T-000001")]


def test_nobody_but_a_reviewer_opens_a_recording(room):
    for role in set(Role) - {Role.REVIEWER, Role.DEPARTMENT}:
        browser, _ = room.signed_in(str(role), role)
        answer = browser.get("/review/T-000001/voice")
        assert answer.status_code == 403
        assert SOUND[:4] not in answer.content
    assert openings(room) == []


def test_after_the_review_there_is_nothing_to_hear(room):
    browser, _ = room.signed_in("赵敏", Role.REVIEWER)
    browser.headers["x-form-token"] = form_token(browser)
    browser.post("/review", data={"number": "T-000001", "do": "confirm"})
    for number in ("T-000001", "T-000002", "T-000009"):
        assert browser.get(f"/review/{number}/voice").status_code == 404
    assert openings(room) == []


def test_without_the_reviewers_key_nothing_opens_and_nothing_is_written_down(room):
    browser, _ = room.signed_in("赵敏", Role.REVIEWER, raise_server_exceptions=False)
    (room.folder / "voice.key").unlink()
    assert browser.get("/review/T-000001/voice").status_code == 503
    assert openings(room) == []


def test_a_store_of_another_tenant_hands_out_nothing(desk, device, database):
    desk.take(device, unsure(), spoken())
    assert VoiceStore(database).take("another", "T-000001", who="赵敏", now=NOW) is None
