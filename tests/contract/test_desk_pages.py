"""The pages of the call-back desk, the reviewers and the auditor, over a real database."""

import base64
import re

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from sqlalchemy import text

from agent.contract import sealing
from agent.contract.messages import SealedContact, SpeechFacts
from hub.adapters.desk_key import protect
from hub.people.roles import Role
from tests.builders import feedback
from tests.fakes.desk import Desk
from tests.fakes.staff import StaffRoom, form_token
from tests.fakes.ticket_book import NOW

NUMBER = "13800138000"
PASSPHRASE = "four quiet words here"


@pytest.fixture
def room(tmp_path):
    """A hub with two tickets: one with a contact, one heard unsurely."""
    found = StaffRoom(tmp_path)
    found.tenant = "demo"
    key = X25519PrivateKey.generate()
    (tmp_path / "desk.key").write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    (tmp_path / "desk.key").chmod(0o600)
    sealed = base64.b64encode(sealing.seal_contact(NUMBER, key.public_key())).decode()
    speech = SpeechFacts(engine="w", model="m", language="zh", audio_s=3.0, confidence=0.21, needs_review=True)
    desk = Desk(found.database)
    device = desk.enrol(at=NOW)
    contact = SealedContact(key_id=sealing.key_id(key.public_key()), sealed=sealed)
    desk.take(device, feedback(1, contact=contact), feedback(2, contact=None, speech=speech), at=NOW)
    return found


@pytest.fixture
def caller(room):
    browser, _ = room.signed_in("王丽", Role.CALL_BACK)
    browser.headers["x-form-token"] = form_token(browser)
    return browser


def open_contact(browser, **form):
    return browser.post("/contacts", data={"number": "T-000001", "why": "answer"} | form)


def openings(room):
    return [(e.who, e.what, e.reason) for e in room.log.newest(100) if e.action == "open_contact"]


# ---- contacts ----


def test_a_contact_opens_with_a_reason_and_the_opening_is_in_the_log_and_on_the_page(room, caller):
    assert NUMBER not in caller.get("/contacts").text
    page = open_contact(caller, own="客户要求下午打")
    assert page.status_code == 200
    assert NUMBER in page.text
    assert page.headers["cache-control"] == "no-store"
    assert openings(room) == [("王丽", "T-000001", "回访，告诉客户结果：客户要求下午打")]
    again = caller.get("/contacts").text
    assert NUMBER not in again
    assert "打开过 1 次" in again


@pytest.mark.parametrize(
    "form", [{"why": ""}, {"why": "other"}, {"why": "curious"}, {"own": f"打{NUMBER}"}, {"own": "很" * 300}]
)
def test_without_a_reason_nothing_opens_and_nothing_is_logged(room, caller, form):
    page = open_contact(caller, **form)
    assert page.status_code == 422
    assert "没有打开" in page.text
    assert f'<p class="secret num" translate="no">{NUMBER}' not in page.text
    assert openings(room) == []


def test_a_protected_key_opens_only_with_the_desks_passphrase_and_guessing_it_is_slowed_down(room, caller):
    protect(room.folder, PASSPHRASE)
    assert 'type="password"' in caller.get("/contacts").text
    for _ in range(5):
        page = open_contact(caller, passphrase="a wrong guess")
        assert (page.status_code, NUMBER in page.text) == (422, False)
    assert "口令不对" in page.text
    assert "试得太多了" in open_contact(caller, passphrase=PASSPHRASE).text
    assert openings(room) == []
    other, _ = room.signed_in("李强", Role.CALL_BACK)
    other.headers["x-form-token"] = form_token(other)
    assert NUMBER in open_contact(other, passphrase=PASSPHRASE).text
    assert openings(room) == [("李强", "T-000001", "回访，告诉客户结果")]


def test_a_key_that_is_kept_elsewhere_is_said_and_nothing_opens(room, caller):
    (room.folder / "desk.key").rename(room.folder / "elsewhere.key")
    assert "tingche-hub contact" in caller.get("/contacts").text
    assert open_contact(caller).status_code == 422
    assert openings(room) == []


def test_nobody_but_the_call_back_desk_opens_a_contact(room):
    for role in set(Role) - {Role.CALL_BACK, Role.DEPARTMENT}:
        browser, _ = room.signed_in(str(role), role)
        browser.headers["x-form-token"] = form_token(browser)
        answer = open_contact(browser)
        assert answer.status_code == 403
        assert NUMBER not in answer.text
    assert openings(room) == []


def test_an_opening_that_cannot_be_written_down_shows_nothing(room, caller):
    with room.database.write() as connection:
        connection.execute(text("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'full'); END"))
    page = open_contact(caller)
    assert page.status_code == 503
    assert NUMBER not in page.text


# ---- review ----


@pytest.fixture
def reviewer(room):
    browser, _ = room.signed_in("赵敏", Role.REVIEWER)
    browser.headers["x-form-token"] = form_token(browser)
    return browser


def test_a_reviewer_corrects_what_was_heard_and_the_ticket_says_it_from_then_on(room, reviewer):
    page = reviewer.get("/review").text
    assert "T-000002" in page
    assert "T-000001" not in page
    assert "把握 21%" in page
    done = reviewer.post("/review", data={"number": "T-000002", "do": "correct", "text": "刹车响得很，车牌[PLATE]"})
    assert (done.status_code, done.headers["location"]) == (303, "/review")
    assert "没有要复核的" in reviewer.get("/review").text
    actions = [(e.who, e.action, e.what) for e in reversed(room.log.newest(100)) if e.who == "赵敏"]
    assert actions[-2:] == [("赵敏", "view_tickets", "T-000002"), ("赵敏", "correct_text", "T-000002")]


def test_a_text_that_is_not_taken_stays_in_the_form_with_the_reason(reviewer):
    page = reviewer.post("/review", data={"number": "T-000002", "do": "correct", "text": f"打{NUMBER}"})
    assert page.status_code == 422
    assert "里面有一串号码" in page.text
    assert f"打{NUMBER}</textarea>" in page.text
    assert "T-000002" in reviewer.get("/review").text


def test_what_was_heard_right_is_confirmed_with_one_touch_and_the_second_reviewer_is_told(room, reviewer):
    form = {"number": "T-000002", "do": "confirm"}
    assert reviewer.post("/review", data=form).status_code == 303
    late = reviewer.post("/review", data=form)
    assert (late.status_code, "已经有人复核过了" in late.text) == (422, True)


# ---- audit ----


@pytest.fixture
def auditor(room):
    browser, _ = room.signed_in("沈计", Role.AUDITOR)
    browser.headers["x-form-token"] = form_token(browser)
    return browser


def seqs(page):
    return re.findall(r'data-col="序号">(\d+)<', page.text)


def test_the_auditor_sees_who_did_what_and_why_and_can_narrow_it(room, caller, auditor):
    open_contact(caller, own="约好的")
    page = auditor.get("/audit")
    assert "回访，告诉客户结果：约好的" in page.text
    assert seqs(page)[0] == str(room.log.head().seq)
    assert seqs(auditor.get("/audit", params={"who": "沈计"})) == seqs(auditor.get("/audit?action=join"))[:1]
    assert len(seqs(auditor.get("/audit?action=open_contact"))) == 1
    assert len(seqs(auditor.get("/audit?action=%3Cb%3E&before=x"))) == len(seqs(page))
    assert seqs(auditor.get("/audit?before=2")) == ["1"]


def test_the_auditor_checks_the_chain_with_an_anchor_and_sees_the_first_broken_entry(room, caller, auditor):
    open_contact(caller)
    anchor = str(room.log.head())
    assert "完整" in auditor.post("/audit", data={"anchor": anchor}).text
    assert "与存证一致" in auditor.post("/audit", data={"anchor": anchor}).text
    assert "序号:散列" in auditor.post("/audit", data={"anchor": "x"}).text
    with room.database.write() as connection:
        connection.execute(text("DROP TRIGGER audit_no_update"))
        connection.execute(text("UPDATE audit SET who = '别人' WHERE seq = 2"))
    page = auditor.post("/audit", data={}).text
    assert "第 2 条被改过" in page
    assert "完整" not in page
