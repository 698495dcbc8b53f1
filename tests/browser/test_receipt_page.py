"""The page for receipts on a phone: Debian's chromium, the keyboard, axe, without a script."""

import os
import socket
import threading
from datetime import timedelta

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from hub.adapters.database.hold_store import HoldStore
from hub.adapters.database.ticket_desk import Move, TicketDesk
from hub.erasure.hold import Hold
from hub.tickets.ticket import Status
from hub.web.receipt_page import PATH
from tests.contract.test_hub_requests import SECRETS
from tests.contract.test_receipt_page import Site
from tests.fakes.desk import NOW
from tests.fakes.screens import shot

pytestmark = pytest.mark.browser

SECRET = SECRETS[1]


@pytest.fixture
def page(tmp_path):
    """A hub's page for receipts on a port of loopback."""
    site = Site(tmp_path)
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(site.app, log_config=None, lifespan="off", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    site.url = f"http://localhost:{listener.getsockname()[1]}{PATH}/"
    yield site
    server.should_exit = True
    thread.join(10)
    site.database.close()


def phone(look, url, **options):
    return look(url, 390, 844, roles=(), **options)


def test_a_qr_code_opens_the_visit_and_leaves_the_secret_in_no_address(page, look):
    asked = []
    window = phone(look, "about:blank")
    window.on("request", lambda request: asked.append(request.url))
    window.goto(f"{page.url}#{SECRET.value}")
    expect(window.get_by_role("heading", name=SECRET.code)).to_be_visible()
    assert SECRET.value not in window.url
    assert [url for url in asked if SECRET.value in url.partition("#")[0]] == []
    window.go_back()
    assert SECRET.value not in window.url


def test_a_visit_is_deleted_with_the_keyboard_and_only_after_it_was_asked(page, look):
    window = phone(look, page.url)
    window.get_by_label("回执码").fill(SECRET.value)
    window.keyboard.press("Enter")
    window.get_by_role("button", name="删除这次留下的一切").press("Enter")
    expect(window.get_by_role("heading", name="删除这次留下的一切？")).to_be_visible()
    assert page.journal == []
    window.get_by_role("button", name="先不删").press("Enter")
    window.get_by_role("button", name="删除这次留下的一切").press("Enter")
    window.get_by_role("button", name="删除 Delete", exact=True).press("Enter")
    expect(window.get_by_role("heading", name="已从服务台删除")).to_be_visible()
    assert len(page.journal) == 1


def test_an_export_is_saved_as_a_file(page, look):
    window = phone(look, f"{page.url}#{SECRET.value}")
    with window.expect_download() as saved:
        window.get_by_role("button", name="导出一份").click()
    assert saved.value.suggested_filename == f"tingche-{SECRET.code}.json"


def test_everything_works_without_a_script(page, look):
    window = phone(look, page.url, java_script_enabled=False)
    window.get_by_label("回执码").fill(SECRET.value)
    window.get_by_role("button", name="查看").click()
    window.get_by_role("button", name="撤回联系方式").click()
    expect(window.get_by_role("heading", name="联系方式已删除")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_no_violation_and_nothing_is_wider_than_the_screen(page, look, scheme, width):
    answered = Move("T-000001", Status.NEW, Status.CLOSED, "换了三号枪的线", "三号枪已更换，谢谢您")
    TicketDesk(page.database, os.urandom).move(answered, tenant="demo", who="王丽", now=NOW)
    window = look(page.url, width, 844, scheme, roles=(), link_may_break=True)

    def check(where):
        found = Axe().run(window).response["violations"]
        assert [(where, v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in found] == []
        assert window.evaluate("document.documentElement.scrollWidth") <= width, where
        small = window.locator("button, a.btn, .field").evaluate_all(
            "all => all.filter(one => one.getBoundingClientRect().height < 44).map(one => one.textContent)"
        )
        assert small == [], where
        shot(window, f"receipt_{where}_{width}_{scheme}", whole=True)

    def ask(who):
        window.get_by_label("回执码").fill(who)
        window.get_by_role("button", name="查看").click()

    check("find")
    ask("TC-0000-0000")
    check("nothing")
    ask(SECRET.code)
    check("status")
    page.hub.contacts.take("T-000001", who="wang", reason="空调问题回访", now=NOW)
    HoldStore(page.database).place(
        Hold("T-000002", "消费者权益保护法 第54条", "正在处理的投诉", "account:wang", NOW, NOW + timedelta(days=90))
    )
    window.goto(f"{page.url}#{SECRET.value}")
    erase = window.get_by_role("button", name="删除这次留下的一切")
    expect(erase).to_be_visible()  # a short code's page has the same heading, and no such button
    check("left")
    erase.click()
    check("sure")
    window.get_by_role("button", name="删除 Delete", exact=True).click()
    check("erased")
