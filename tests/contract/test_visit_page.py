"""The hub's page for visitors: a kiosk's code opens it once, a letter is passed on sealed and unread."""

import base64
import json
import os
import threading
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from agent.contract.directives import Acknowledgement, DirectiveOutcome, VisitorLetter
from agent.contract.identifiers import uuid7
from agent.contract.visitor_letters import Letter, make_code, open_letter, read_code, seal_letter
from hub.adapters.database.connection import open_sqlite
from hub.adapters.database.push_store import PushStore
from hub.adapters.database.visit_desk import LETTER_LASTS, VisitDesk
from hub.web.visit_page import AT_ONCE, PATH, TO_FINISH_S, visit_app
from tests.fakes.desk import NOW, Desk

SENTENCE = "打站长电话13800138000没人接"
LETTER = Letter(secret="0123456789ABCDEFGHJKMNPQRS", answers={"visit_charge": "slow"}, text=SENTENCE)


class Site:
    """A hub with one kiosk, and its page."""

    def __init__(self, folder):
        self.file = folder / "hub.db"
        self.database = open_sqlite(self.file)
        self.database.prepare()
        self.hub = Desk(self.database)
        self.kiosk = self.hub.enrol()
        self.desk = VisitDesk(self.database, os.urandom)
        self.now = NOW
        self.app = Starlette(routes=[Mount(PATH, visit_app(self.desk, lambda: self.now, b"s" * 32))])
        self.client = TestClient(self.app, raise_server_exceptions=False)

    def code(self, nonce=b"n" * 12, ends=120, key=None):
        key = key or self.kiosk.signing
        return make_code(key, "demo", self.kiosk.identity["device"], nonce, int(self.now.timestamp()) + ends)

    def post(self, path, headers=None, **said):
        return self.client.post(f"{PATH}/{path}", json=said, headers=headers)

    def opened(self, **code):
        return self.post("open", code=self.code(**code)).json()

    def sealed(self, visit, letter=LETTER):
        key = X25519PublicKey.from_public_bytes(base64.b64decode(visit["seal"]["key"]))
        return base64.b64encode(seal_letter(letter, key, base64.b64decode(visit["seal"]["binding"]))).decode()

    def pushed(self):
        return PushStore(self.database, os.urandom).due(self.now, 10)

    def on_disk(self):
        return b"".join(file.read_bytes() for file in self.file.parent.glob("hub.db*"))


@pytest.fixture
def site(tmp_path):
    made = Site(tmp_path)
    yield made
    made.database.close()


def test_the_page_needs_no_account_sets_no_cookie_and_loads_nothing_of_others(site):
    answer = site.client.get(f"{PATH}/")
    assert answer.status_code == 200
    assert "set-cookie" not in answer.headers
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"
    assert "http" not in answer.text.replace("viewport", "")


def test_a_code_opens_its_kiosks_page_with_the_questions_of_its_kind(site):
    visit = site.opened()
    assert (visit["kind"], visit["place"]) == ("charger_kiosk", "12号站")
    assert [one["rule"] for one in visit["lines"]] == ["visit_charge", "visit_overall"]
    assert visit["lines"][0]["then"][0]["rule"] == "charge_why"


def test_a_code_that_was_used_is_refused_and_says_so(site):
    assert site.post("open", code=site.code()).status_code == 200
    again = site.post("open", code=site.code())
    assert (again.status_code, again.json()["refused"]) == (403, "used")
    assert "新码" in again.json()["zh"]


def test_of_ten_thousand_replays_at_once_one_gets_in(site):
    code, got = read_code(site.code()), []
    begin = threading.Barrier(8)

    def tries():
        begin.wait()
        got.extend(site.desk.use(code, NOW) for _ in range(1250))

    threads = [threading.Thread(target=tries) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(got), sum(got)) == (10_000, 1)


@pytest.mark.parametrize("code", ["", "guessed", "A" * 180, "é" * 60, "x" * 500])
def test_what_is_no_code_opens_nothing(site, code):
    refused = site.post("open", code=code)
    assert (refused.status_code, refused.json()["refused"]) == (403, "altered")


def test_a_code_that_another_key_signed_or_somebody_changed_opens_nothing(site):
    other = site.hub.known.add("d-00000000000000000009")
    assert site.post("open", code=site.code(key=other.signing)).json()["refused"] == "altered"
    code = site.code()
    changed = code[:10] + ("A" if code[10] != "A" else "B") + code[11:]
    assert site.post("open", code=changed).json()["refused"] in {"altered", "foreign"}
    assert site.post("open", code=code).status_code == 200, "the attempts used nothing up"


@pytest.mark.parametrize("ends", [0, -1, 3600])
def test_a_code_that_has_ended_or_ends_too_late_opens_nothing(site, ends):
    assert site.post("open", code=site.code(ends=ends)).json()["refused"] == "expired"


def test_a_revoked_kiosks_code_opens_nothing(site):
    site.hub.fleet.revoke(site.kiosk.identity["device"], NOW)
    assert site.post("open", code=site.code()).json()["refused"] == "foreign"


def test_a_letter_waits_sealed_for_its_kiosk_which_alone_can_open_it(site):
    visit = site.opened()
    assert site.post("leave", key=visit["key"], sealed=site.sealed(visit)).json() == {"left": True}
    (push,) = site.pushed()
    assert push.kind == VisitorLetter.kind
    letter = VisitorLetter.model_validate(push.payload)
    binding = base64.b64decode(visit["seal"]["binding"])
    sealed = base64.b64decode(letter.sealed)
    assert open_letter(sealed, site.kiosk.opening, binding) == LETTER
    assert open_letter(sealed, site.kiosk.opening, binding + b"x") is None, "it answers this one code"
    for said in ("13800138000", SENTENCE, LETTER.secret):
        assert said.encode() not in site.on_disk()


def test_one_visit_leaves_one_letter(site):
    visit = site.opened()
    assert site.post("leave", key=visit["key"], sealed=site.sealed(visit)).status_code == 200
    assert site.post("leave", key=visit["key"], sealed=site.sealed(visit)).json()["refused"] == "left"
    assert len(site.pushed()) == 1


def test_once_the_kiosk_has_answered_the_page_hears_it_and_the_sealed_bytes_are_gone(site):
    visit = site.opened()
    site.post("leave", key=visit["key"], sealed=site.sealed(visit))
    assert site.post("arrived", key=visit["key"]).json() == {"outcome": None}
    (push,) = site.pushed()
    ack = Acknowledgement(
        ack_id=uuid7(1, os.urandom),
        message_id=push.message_id,
        about="letter",
        outcome=DirectiveOutcome.APPLIED,
        at=NOW,
    )
    site.hub.take(site.kiosk, ack)
    assert site.post("arrived", key=visit["key"]).json() == {"outcome": "applied"}
    assert site.pushed() == []
    with site.database.read() as connection:
        (payload,) = connection.exec_driver_sql("SELECT payload FROM pushes").one()
    assert payload == "{}"


def test_a_letter_is_taken_back_until_the_kiosk_has_answered(site):
    visit = site.opened()
    assert site.post("take_back", key=visit["key"]).json() == {"taken_back": False}, "there is none"
    site.post("leave", key=visit["key"], sealed=site.sealed(visit))
    (before,) = site.pushed()
    assert site.post("take_back", key=visit["key"]).json() == {"taken_back": True}
    (push,) = site.pushed()
    assert (push.payload["sealed"], push.version > before.version) == ("", True)
    assert before.payload["sealed"].encode() not in json.dumps(push.payload).encode()
    answers(site, push)
    assert site.post("take_back", key=visit["key"]).json() == {"taken_back": False}
    assert site.post("leave", key=visit["key"], sealed=site.sealed(visit)).json()["refused"] == "left"


def answers(site, push):
    ack = Acknowledgement(
        ack_id=uuid7(1, os.urandom),
        message_id=push.message_id,
        about="letter",
        outcome=DirectiveOutcome.APPLIED,
        at=NOW,
    )
    site.hub.take(site.kiosk, ack)


def test_a_letter_that_no_kiosk_fetches_is_gone_when_its_time_is_over(site):
    visit = site.opened()
    site.post("leave", key=visit["key"], sealed=site.sealed(visit))
    site.now = NOW + LETTER_LASTS
    assert site.pushed() == []
    site.opened(nonce=b"m" * 12)
    with site.database.read() as connection:
        (payload,) = connection.exec_driver_sql("SELECT payload FROM pushes").one()
    assert payload == "{}"


def test_a_visit_ends_fifteen_minutes_after_it_was_opened(site):
    visit = site.opened()
    site.now = NOW + timedelta(seconds=TO_FINISH_S)
    assert site.post("leave", key=visit["key"], sealed=site.sealed(visit)).json()["refused"] == "over"


@pytest.mark.parametrize("key", ["", ".", "a/b/c/1.x", "demo/d-00000000000000000001/6e6e/9999999999." + "0" * 32])
def test_a_key_that_the_hub_did_not_give_leaves_nothing(site, key):
    assert site.post("leave", key=key, sealed="AAAA").json()["refused"] == "altered"
    assert site.pushed() == []


@pytest.mark.parametrize(("sealed", "status"), [("", 413), ("=", 400), ("A" * 12_000, 413)])
def test_a_letter_of_no_or_too_great_length_is_refused(site, sealed, status):
    assert site.post("leave", key=site.opened()["key"], sealed=sealed).status_code == status


def test_another_sites_page_can_ask_for_nothing(site):
    assert site.post("open", {"sec-fetch-site": "cross-site"}, code=site.code()).status_code == 403
    plain = site.client.post(f"{PATH}/open", content='{"code": ""}', headers={"content-type": "text/plain"})
    assert plain.status_code == 403


def test_one_address_is_slowed_down(site):
    answers = [site.post("open", code="guess").status_code for _ in range(AT_ONCE + 1)]
    assert answers == [403] * AT_ONCE + [429]
