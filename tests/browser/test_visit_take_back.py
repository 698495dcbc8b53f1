"""A visitor takes their letter back on their phone, before any kiosk has fetched it."""

import socket
import threading

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from hub.web.visit_page import PATH
from tests.contract.test_visit_page import Site
from tests.fakes.screens import shot

pytestmark = pytest.mark.browser


@pytest.fixture
def site(tmp_path):
    """The page on a port of loopback."""
    made = Site(tmp_path)
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(made.app, log_config=None, lifespan="off", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    made.url = f"http://localhost:{listener.getsockname()[1]}{PATH}/"
    yield made
    server.should_exit = True
    thread.join(10)
    made.database.close()


def test_a_letter_that_waits_is_taken_back_with_the_keyboard_and_its_sealed_bytes_go(site, look):
    phone = look(f"{site.url}#v={site.code()}", 390, 844, roles=(), locale="zh-CN")
    phone.get_by_role("button", name="很差").press("Enter")
    expect(phone.get_by_role("button", name="很差")).to_be_focused()
    phone.get_by_role("button", name="提交").press("Enter")
    expect(phone.locator("main")).to_contain_text("等设备收下")
    (push,) = site.pushed()
    assert push.payload["sealed"]
    assert [v["id"] for v in Axe().run(phone).response["violations"]] == []
    shot(phone, "hub_visit_390_5_waits")
    phone.get_by_role("button", name="撤回").press("Enter")
    expect(phone.locator("main")).to_contain_text("已在服务台删除")
    expect(phone.get_by_role("button", name="撤回")).to_have_count(0)
    (push,) = site.pushed()
    assert push.payload["sealed"] == ""
