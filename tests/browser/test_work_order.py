"""A 4S shop from end to end: its system closes an order, the terminal asks, the code on the paper opens on a phone."""

import pytest
from playwright.sync_api import expect

from tests.contract.test_work_orders import ORDER, Terminal

pytestmark = pytest.mark.browser


@pytest.fixture
def terminal(tmp_path):
    made = Terminal(tmp_path)
    yield made
    made.device.close()


def test_an_order_is_closed_and_the_terminal_asks_and_its_papers_code_opens_the_visitors_own_questions(terminal, look):
    screen = look(terminal.device.url, 1280, 800, link_may_break=True, roles=())
    expect(screen.locator("#app.home")).to_be_visible()
    (closed,) = terminal.post(ORDER).json()["orders"]
    expect(screen.locator("#app.question h1")).to_contain_text("这次维修，您最想说哪一点？")
    screen.get_by_role("button", name="服务态度").click()
    expect(screen.locator("#app.thanks")).to_be_visible()
    phone = look(closed["code"], 390, 844, link_may_break=True, roles=(), locale="zh-CN")
    for line in ("维修质量", "服务态度", "等待时间"):
        expect(phone.locator("#app")).to_contain_text(line)
    again = look(closed["code"], 390, 844, link_may_break=True, roles=(), locale="zh-CN")
    expect(again.locator("#app")).to_contain_text("用过")
    status = terminal.device.agent.status()
    assert (status["ledger"]["accepted"], status["questions"]["asked"]) == (1, {"answered": 1})
