"""What the page for receipts shows to whom, over a real database."""

import json
import os
from datetime import timedelta

import pytest
from sqlalchemy import update
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from hub.adapters.database.connection import open_sqlite
from hub.adapters.database.hold_store import HoldStore
from hub.adapters.database.receipt_desk import ReceiptDesk
from hub.adapters.database.schema import tickets
from hub.adapters.database.ticket_desk import Move, TicketDesk
from hub.erasure.hold import Hold
from hub.errors import TemporaryError
from hub.tickets.ticket import Status, Step
from hub.web.receipt_page import AT_ONCE, PATH, receipt_app
from tests.contract.test_hub_requests import SECRETS, left
from tests.fakes.desk import NOW, Desk

SENTENCE = "今天刹车有点异响"
SECRET = SECRETS[1]


class Site:
    """A hub with one visit of two feedbacks, and its page."""

    def __init__(self, folder):
        self.database = open_sqlite(folder / "hub.db")
        self.database.prepare()
        self.journal = []
        self.hub = Desk(self.database, journal=self.journal.extend)
        device = self.hub.enrol()
        self.hub.take(device, left(1), left(2, contact=None), left(3, subject="s-another-person"))
        desk = ReceiptDesk(self.database, self.journal.extend, os.urandom)
        self.app = Starlette(routes=[Mount(PATH, receipt_app(desk, lambda: NOW))])
        self.client = TestClient(self.app, raise_server_exceptions=False)

    def look(self, who, **headers):
        return self.client.post(f"{PATH}/", data={"who": who}, headers=headers)

    def do(self, what, secret=SECRET.value, **fields):
        return self.client.post(f"{PATH}/{what}", data={"secret": secret, **fields})


@pytest.fixture
def site(tmp_path):
    made = Site(tmp_path)
    yield made
    made.database.close()


def test_the_page_needs_no_account_and_sets_no_cookie(site):
    answer = site.client.get(f"{PATH}/")
    assert answer.status_code == 200
    assert "查看您留下的反馈" in answer.text
    assert "set-cookie" not in answer.headers
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("typed", [SECRET.code, SECRET.code.lower(), SECRET.code.replace("-", " ")])
def test_a_code_shows_where_it_stands_and_no_word_of_what_was_said(site, typed):
    answer = site.look(typed)
    assert answer.status_code == 200
    assert "已记录，等待处理" in answer.text
    for told in (SENTENCE, "刹车", "12号站", "T-000001", "call_back", SECRET.value):
        assert told not in answer.text


def test_a_secret_shows_the_whole_visit_masked_and_nothing_of_anybody_else(site):
    page = site.look(SECRET.value.lower()).text
    assert page.count('<p class="said">') == 2
    assert page.count("<dt>主要是哪方面？</dt><dd>充电速度</dd>") == 2
    assert '车牌<span class="mask">车牌</span>' in page
    assert page.count("故障码 P0A80（4 分钟前），电池温度 38 ℃ (36–41)，车速 30–60 km/h (0–120)") == 2
    assert "[PLATE]" not in page
    assert "T-000003" not in page
    assert "没有人打开过" in page


def test_who_looked_at_the_contact_and_why_is_shown(site):
    site.hub.contacts.take("T-000001", who="wang", reason="回访 <b>急</b>", now=NOW)
    page = site.look(SECRET.value).text
    assert "原因：回访 &lt;b&gt;急&lt;/b&gt;" in page
    assert "wang" not in page


@pytest.fixture
def taken_further(site):
    """The first ticket, closed by the desk with words for its person."""
    move = Move("T-000001", Status.NEW, Status.CLOSED, "换了三号枪的线", "三号枪已更换，谢谢您")
    assert isinstance(TicketDesk(site.database, os.urandom).move(move, tenant="demo", who="王丽", now=NOW), Step)
    return site


def test_what_the_desk_says_is_told_to_whoever_holds_the_secret_and_to_nobody_with_a_code(taken_further):
    page = taken_further.look(SECRET.value).text
    assert "已办结" in page
    assert "三号枪已更换，谢谢您" in page
    assert "换了三号枪的线" not in page, "that is for colleagues"
    by_code = taken_further.look(SECRET.code).text
    assert ("已办结" in by_code, "三号枪" in by_code) == (True, False)


def test_an_export_tells_what_became_of_it_and_nobody_of_the_desk_by_name(taken_further):
    told = taken_further.do("export").text
    assert "换了三号枪的线" in told
    assert "王丽" not in told


@pytest.mark.parametrize("status", Status)
def test_every_status_has_words_for_its_person(site, status):
    with site.database.write() as connection:
        connection.execute(update(tickets).where(tickets.c.number == "T-000001").values(status=status.value))
    assert site.look(SECRET.code).status_code == 200


@pytest.mark.parametrize("who", ["", "TC-0000", "hello", "x" * 60])
def test_what_is_no_receipt_is_told_so(site, who):
    answer = site.look(who)
    assert answer.status_code == 400
    assert "不像回执码" in answer.text


@pytest.mark.parametrize("who", [SECRETS[8].code, SECRETS[8].value])
def test_what_opens_nothing_says_the_same_for_a_code_and_a_secret(site, who):
    answer = site.look(who)
    assert answer.status_code == 404
    assert "没有找到" in answer.text


def test_an_export_is_a_file_with_everything_of_the_visit(site):
    answer = site.do("export")
    assert answer.headers["content-disposition"] == f'attachment; filename="tingche-{SECRET.code}.json"'
    told = json.loads(answer.text)
    assert [row["number"] for row in told["tickets"]] == ["T-000001", "T-000002"]
    assert SENTENCE in answer.text
    assert "s-another-person" not in answer.text


def test_a_contact_is_taken_back_and_the_words_stay(site):
    assert "联系方式已删除" in site.do("withdraw").text
    page = site.look(SECRET.value).text
    assert "撤回联系方式" not in page
    assert SENTENCE in page


def test_an_erasure_asks_once_and_then_deletes_the_visit_and_orders_the_device(site):
    asked = site.do("erase").text
    assert "T-000001" in asked
    assert "T-000002" in asked
    assert site.journal == []
    done = site.do("erase", sure="yes").text
    (deletion,) = site.journal
    assert deletion.erasure_id in done
    assert "已从服务台删除" in done
    assert [ticket.status for ticket in site.hub.book.tickets()] == [Status.NEW, Status.ERASED, Status.ERASED]
    assert site.look(SECRET.value).status_code == 404
    assert site.look(SECRET.code).status_code == 404
    assert site.do("erase", sure="yes").status_code == 404


def test_what_a_law_holds_is_shown_with_its_ground_and_end_and_without_a_button_to_delete_it_again(site):
    until = NOW + timedelta(days=30)
    HoldStore(site.database).place(Hold("T-000001", "消法 第54条", "投诉处理中", "account:wang", NOW, until))
    done = site.do("erase", sure="yes").text
    assert "消法 第54条" in done
    assert "1 条反馈已删除" in done
    page = site.look(SECRET.value).text
    assert "依法冻结" in page
    assert "投诉处理中" in page
    assert "删除这次留下的一切" not in page


@pytest.mark.parametrize("what", ["export", "withdraw", "erase"])
def test_nothing_is_done_with_a_code_alone(site, what):
    for secret in (SECRET.code, SECRETS[8].value, ""):
        assert site.do(what, secret=secret, sure="yes").status_code in {400, 404}
    assert site.journal == []
    assert site.hub.book.tickets()[2].has_contact


def test_whoever_asks_too_often_waits_and_others_do_not(site):
    statuses = [site.look(SECRETS[8].code).status_code for _ in range(AT_ONCE + 5)]
    assert statuses == [404] * AT_ONCE + [429] * 5
    last = site.look(SECRET.value)
    assert int(last.headers["retry-after"]) >= 1
    assert "试得太频繁" in last.text
    assert SENTENCE not in last.text
    other = TestClient(site.app, client=("192.0.2.7", 5))
    assert other.post(f"{PATH}/", data={"who": SECRET.code}).status_code == 200


def test_the_address_that_counts_is_the_one_that_the_proxy_beside_the_hub_had(site):
    near, far = TestClient(site.app, client=("127.0.0.1", 5)), TestClient(site.app, client=("192.0.2.7", 5))

    def asks(client, told):
        headers = {"x-forwarded-for": told}
        return client.post(f"{PATH}/", data={"who": SECRETS[8].code}, headers=headers).status_code

    assert [asks(near, "198.51.100.9, 203.0.113.5") for _ in range(AT_ONCE + 1)][-1] == 429
    assert asks(near, "198.51.100.9, 203.0.113.6") == 404
    assert [asks(far, f"203.0.113.{n}") for n in range(AT_ONCE + 1)][-1] == 429


def test_a_body_that_is_too_long_or_no_text_is_refused(site):
    assert site.client.post(f"{PATH}/", content=b"who=" + b"x" * 2000).status_code == 413
    assert site.client.post(f"{PATH}/", content=b"who=\xff&\xfe").status_code == 400
    assert site.client.get(f"{PATH}/erase").status_code == 405


def test_a_database_that_cannot_be_read_is_no_reason_to_say_why(site, monkeypatch):
    def fails(*_):
        raise TemporaryError("secret cause")

    monkeypatch.setattr(ReceiptDesk, "left", fails)
    answer = site.look(SECRET.value)
    assert answer.status_code == 503
    assert "secret cause" not in answer.text
    assert SECRET.value not in answer.text


def test_the_secret_is_in_no_address_and_no_repr(site):
    page = site.look(SECRET.value).text
    assert f"?{SECRET.value}" not in page
    assert f"/{SECRET.value}" not in page
    assert SENTENCE not in repr(ReceiptDesk(site.database, site.journal.extend, os.urandom).left(SECRET))
