import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from hub.erasure.deletion import Origin
from hub.errors import TemporaryError
from hub.people.roles import Role
from hub.tickets.ticket import Status
from hub.web import places
from hub.web.pages import SCANNED, SHOWN
from hub.web.wording import words_for
from tests.fakes.staff import EVERYONE, ORIGIN, StaffRoom, form_token
from tests.fakes.ticket_book import NOW, TENANT, FakeTicketBook, a_busy_book, a_device, a_ticket, a_tombstone

PATHS = (
    *("/", "/tickets/fragment", "/api/v1/tickets.json", "/erasures", "/erasures/fragment", "/healthz"),
    *("/sign-in", "/invitation", "/account", "/people", "/contacts", "/review"),
)


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    """Somebody who may see everything that this page has, signed in once for all tests here."""
    found = StaffRoom(tmp_path_factory.mktemp("people"))
    browser, _ = found.signed_in("王丽", *EVERYONE)
    found.cookie = browser.cookies["tingche_session"]
    found.form_token = form_token(browser)
    return found


@pytest.fixture
def desk(room):
    def open_desk(book=None, now=lambda: NOW, **options):
        room.clock = now
        browser = TestClient(room.app(book), base_url=ORIGIN, **options)
        browser.cookies.set("tingche_session", room.cookie)
        browser.headers.update({"origin": ORIGIN, "x-form-token": room.form_token})
        return browser

    yield open_desk
    room.clock = lambda: NOW


def rows(page):
    return re.findall(r'<li data-key="(T-\d+)"', page.text)


class BrokenBook(FakeTicketBook):
    def __init__(self, error):
        super().__init__()
        self._error = error

    def tickets(self, limit=200, *, include_erased=True, department=None):
        raise self._error


@pytest.mark.parametrize("path", [*PATHS, "/nothing/here", "/static/desk.css"])
def test_every_answer_carries_the_protective_headers(desk, path):
    headers = desk().get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == ("no-cache" if path.startswith("/static") else "no-store")


@pytest.mark.parametrize("path", ["/", "/erasures", "/nothing"])
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_pages_hold_no_inline_script_or_style_and_nothing_foreign(desk, path, language):
    page = desk().get(path, params={"lang": language}).text
    assert re.findall(r"<script(?![^>]*\bsrc=)", page) == []
    assert re.findall(r"<style|\sstyle=|\son[a-z]+=|javascript:", page) == []
    assert re.findall(r'(?:src|href|action)="(?:https?:)?//', page) == []


def test_the_list_is_newest_first_and_can_be_sorted_by_time_left(desk):
    client = desk()
    assert rows(client.get("/"))[:2] == ["T-001212", "T-001211"]
    assert rows(client.get("/?sort=left"))[0] == "T-001209"


def test_markup_in_what_was_said_stays_text(desk):
    book = FakeTicketBook([a_ticket(1, '<img src=x onerror=alert(1)>{PHONE}<b>"', place="<script>x</script>")])
    page = desk(book).get("/").text
    assert "<img" not in page
    assert "<script>x" not in page
    assert "&lt;img src=x onerror=alert(1)&gt;" in page
    assert '<span class="mask">手机号</span>' in page


def test_a_tile_filters_and_pressing_it_again_shows_all(desk):
    page = desk().get("/?show=overdue&sort=left")
    assert rows(page) == ["T-001209", "T-001201"]
    assert re.search(r'class="bad" href="\?sort=left" aria-current="true"', page.text)


def test_an_unknown_choice_in_the_address_is_the_default(desk):
    assert len(rows(desk().get("/?show=%3Cb%3E&sort=x"))) == 12


def test_search_words_travel_in_the_body_and_into_no_address(desk):
    page = desk().post("/", data={"q": "刹车"})
    assert rows(page) == ["T-001212", "T-001209"]
    addresses = re.findall(r'(?:href|action)="([^"]*)"', page.text)
    assert not any("q=" in a or "刹车" in a or "%E5%88%B9" in a for a in addresses)
    assert len(rows(desk().get("/?q=刹车"))) == 12


@pytest.mark.parametrize(("body", "status"), [(b"q=" + b"a" * 70_000, 413), (b"\xff\xfe=1", 400), (b"&" * 50, 400)])
def test_an_odd_search_body_is_refused_calmly(desk, body, status):
    form = {"content-type": "application/x-www-form-urlencoded"}
    answer = desk().post("/tickets/fragment", content=body, headers=form)
    assert answer.status_code == status


def test_a_look_for_news_costs_nothing_until_something_changes(desk):
    book, moment = a_busy_book(), [NOW]
    client = desk(book, lambda: moment[0])
    first = client.get("/tickets/fragment")
    tag = {"if-none-match": first.headers["etag"]}
    moment[0] += timedelta(seconds=30)
    again = client.get("/tickets/fragment", headers=tag)
    assert (again.status_code, again.content) == (304, b"")
    assert int(again.headers["x-hub-time"]) - int(first.headers["x-hub-time"]) == 30_000
    book.add(a_ticket(1300))
    news = client.get("/tickets/fragment", headers=tag)
    assert rows(news)[0] == "T-001300"


def test_time_alone_is_news_when_it_moves_a_figure(desk):
    moment = [NOW]
    client = desk(now=lambda: moment[0])
    tag = {"if-none-match": client.get("/tickets/fragment").headers["etag"]}
    moment[0] += timedelta(minutes=7)  # the safety ticket runs over its ten minutes
    assert client.get("/tickets/fragment", headers=tag).status_code == 200


def test_language_and_theme_are_remembered(desk):
    client = desk()
    assert '<html lang="zh-CN">' in client.get("/").text
    client.get("/?lang=en&theme=dark")
    page = client.get("/erasures").text
    assert '<html lang="en" data-theme="dark">' in page
    assert "Erasures" in page
    assert '<html lang="zh-CN"' in client.get("/?lang=zh-CN").text


def test_foreign_values_for_language_and_theme_change_nothing(desk):
    client = desk()
    page = client.get('/?lang="><b>&theme=neon', headers={"cookie": 'tingche_theme="x'})
    assert '<html lang="zh-CN">' in page.text
    assert "set-cookie" not in page.headers


def test_another_tenants_tickets_are_never_shown(desk):
    book = FakeTicketBook([replace(a_ticket(1), tenant="someone-else"), a_ticket(2)])
    assert rows(desk(book).get("/")) == ["T-000002"]
    assert [t["number"] for t in desk(book).get("/api/v1/tickets.json").json()["tickets"]] == ["T-000002"]


def test_an_erased_ticket_is_a_calm_row_without_content(desk):
    ticket = replace(a_ticket(7, "城西店修了三次都没修好", place="城西店"), tenant=TENANT)
    book = FakeTicketBook([ticket])
    book.erase("T-000007", a_tombstone(1))
    page = desk(book).get("/").text
    assert "应客户要求已删除" in page
    assert "城西店" not in page
    assert ticket.receipt_code not in page


def test_an_empty_hub_teaches_how_to_enrol(desk):
    page = re.sub(r"</?span>", "", desk(FakeTicketBook()).get("/").text)
    assert "tingche-hub claim --state DIR --kind head_unit" in page
    assert "tingche-agent provision --state DIR --hub http://localhost --claim CODE" in page
    assert "已开通" not in page
    assert "已开通 2 台设备" in desk(FakeTicketBook(devices=[a_device(1), a_device(2)])).get("/").text


def test_erasures_say_what_remains_and_that_nothing_else_is_known(desk):
    page = desk().get("/erasures").text
    assert "其余一概不知" in page
    assert "11 月 21 日 13:57:11" in page
    assert "没有找到工单" in page


def test_an_erasure_that_is_not_done_says_by_when_and_an_overdue_one_raises_the_alarm(desk):
    running = a_tombstone(1, minutes_ago=0.5, completed_at=None)
    slow = a_tombstone(2, minutes_ago=5, completed_at=None)
    late = a_tombstone(3, minutes_ago=60 * 24 * 20, completed_at=None)
    page = desk(FakeTicketBook(tombstones=[running, slow])).get("/erasures").text
    assert "正在删除" in page
    assert "比平时慢，仍在删除" in page
    assert "最迟 12 月 5 日 00:00" in page
    assert 'role="alert"' not in page
    page = desk(FakeTicketBook(tombstones=[running, late])).get("/erasures").text
    assert "已超期" in page
    assert "1 次删除已超过法定期限" in page
    assert 'role="alert"' in page


def test_an_erasure_says_that_it_is_frozen_and_whether_its_device_has_followed(desk):
    frozen = a_tombstone(1, completed_at=None, frozen_until=NOW + timedelta(days=30))
    waits = a_tombstone(2, origin=Origin.HUB)
    followed = a_tombstone(3, origin=Origin.HUB, confirmed_at=NOW)
    page = desk(FakeTicketBook(tombstones=[frozen, waits, followed])).get("/erasures").text
    assert "依法冻结" in page
    assert "自动删除" in page
    assert "服务台要求，等设备确认" in page
    assert "服务台要求，设备已于" in page


@pytest.mark.parametrize("status", [Status.ERASED, Status.EXPIRED, Status.FROZEN])
def test_a_ticket_that_is_gone_says_why_and_shows_nothing_that_the_storage_may_still_hold(desk, status):
    said = a_ticket(1, "刹车有点异响", status=status)
    for path in ("/", "/api/v1/tickets.json"):
        assert "刹车" not in desk(FakeTicketBook([said])).get(path).text
    assert words_for("zh-CN")(f"gone.{status}") in desk(FakeTicketBook([said])).get("/").text


def test_machines_get_the_same_as_people(desk):
    body = desk().get("/api/v1/tickets.json?show=overdue").json()
    assert [t["number"] for t in body["tickets"]] == ["T-001209", "T-001201"]
    assert body["counts"] == {
        "open": 10,
        "overdue": 2,
        "due_within_hour": 3,
        "due_today": 8,
        "needs_review": 1,
        "safety": 2,
    }
    assert body["more"] is False
    assert body["tickets"][0]["deadlines"][0] == {"kind": "safety", "due_at": "2026-11-21T07:20:08Z"}
    assert body["tickets"][0]["spans"] == [{"start": 19, "end": 24, "type": "VIN"}]


def test_two_hundred_tickets_are_one_light_page(desk):
    book = FakeTicketBook([replace(t, number=f"T-{i:06d}") for i in range(60) for t in a_busy_book().tickets()])
    with desk(book).stream("GET", "/") as page:
        sent = b"".join(page.iter_raw())
        assert page.headers["content-encoding"] == "gzip"
    assert len(sent) < 40_000
    shown = desk(book).get("/")
    assert len(rows(shown)) == SHOWN == 200
    assert "最新 200 张工单" in shown.text
    assert "显示前 200 张，共 720 张" in desk(book).get("/?sort=left").text


def test_a_search_that_could_not_see_everything_says_so(desk):
    ticket = a_ticket(1)
    book = FakeTicketBook([replace(ticket, number=f"T-{i:06d}") for i in range(SCANNED)])
    assert f"只在最近 {SCANNED} 张里查找" in desk(book).get("/?show=open").text
    assert f"只在最近 {SCANNED} 张里查找" not in desk(book).get("/").text


@pytest.mark.parametrize(("error", "status"), [(TemporaryError("disk busy"), 503), (RuntimeError("secret"), 500)])
def test_a_book_that_cannot_be_read_is_said_calmly_without_the_cause(desk, error, status):
    client = desk(BrokenBook(error), raise_server_exceptions=False)
    for path in ("/", "/tickets/fragment"):
        page = client.get(path)
        assert page.status_code == status
        assert "现在读不到" in page.text
        assert str(error) not in page.text
    assert client.get("/healthz").json() == {"status": "ok"}


def test_an_unknown_address_is_a_page_and_writing_is_refused(desk):
    client = desk()
    assert client.get("/nothing").status_code == 404
    assert "没有这一页" in client.get("/nothing").text
    assert client.delete("/").status_code == 405


def test_the_pages_can_be_mounted_under_a_prefix(room):
    client = TestClient(Starlette(routes=[Mount("/desk", room.app())]), base_url=ORIGIN)
    assert client.get("/desk/", follow_redirects=False).headers["location"] == "/desk/sign-in"
    client.cookies.set("tingche_session", room.cookie)
    page = client.get("/desk/").text
    assert 'href="/desk/erasures"' in page
    assert 'data-src="/desk/tickets/fragment"' in page
    assert client.get("/desk/static/desk.js").status_code == 200


def test_every_icon_that_is_shown_exists_and_no_other_is_shipped(desk, room):
    client = desk()
    shipped = set(re.findall(r'<symbol id="([^"]+)"', client.get("/static/icons.svg").text))
    pages = [client.get(path).text for path in ("/", "/?show=open&theme=light", "/?theme=dark", "/erasures")]
    pages += [client.get(path).text for path in ("/people", "/account", "/contacts", "/review")]
    pages += [room.browser().get(path).text for path in ("/sign-in", "/invitation")]
    auditor, _ = room.signed_in("沈计", Role.AUDITOR)
    pages.append(auditor.get("/audit").text)
    templates = Path(places.__file__).parent / "templates"
    shown_on_cards = ("contacts.html", "review.html")  # their tickets are real ones, see test_desk_pages.py
    own = [templates / name for name in shown_on_cards] + sorted(templates.glob("*campaign*.html"))
    pages += [re.sub(r'icon\(root, "([\w-]+)"', r"icons.svg#\1", template.read_text()) for template in own]
    ratings = FakeTicketBook([a_ticket(n, None, rating=n) for n in range(1, 6)])
    pages += [desk(ratings).get("/").text, desk(FakeTicketBook(devices=[a_device(1)])).get("/").text]
    shown = {name for page in pages for name in re.findall(r"icons\.svg#([\w-]+)", page)}
    assert shown == shipped
