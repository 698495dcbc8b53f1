"""A visitor with a phone before a kiosk: scans, rates or writes, and takes a receipt along. A real browser for both."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from agent.surfaces.qr import qr
from tests.fakes.screens import shot

pytestmark = pytest.mark.browser

KIOSK, PHONE = (1080, 1920), (390, 844)
LAN = 'lan = {host = "127.0.0.1", port = 0}'
SENTENCE = "三号桩的枪头接触不良，打我电话13800138000"
NUMBER = "13800138000"
CUT_OFF = """[...document.querySelectorAll("main, .invite")].filter((one) =>
  one.scrollHeight > one.clientHeight + 2).map((one) => one.className || one.tagName)"""


@pytest.fixture
def kiosk(touch, look):
    """A kiosk and the window of its own screen."""
    device = touch("charger_kiosk", None, place="城西银泰站 3 号枪", surface=LAN)
    return device, look(device.url, *KIOSK, link_may_break=True, roles=())


@pytest.fixture
def scan(look):
    """What a phone does with the code on a screen; gives its window."""

    def scanned(address):
        return look(address, *PHONE, roles=(), locale="zh-CN", link_may_break=True)

    return scanned


def address_of(screen):
    card = screen.locator(".invite")
    expect(card.locator(".qr")).to_be_visible()
    address = card.get_attribute("data-address")
    assert card.locator(".qr path").get_attribute("d") == qr(address)["path"]  # what is drawn says the same
    return address


def bottom(window, what):
    box = window.locator(what).bounding_box()
    return box["y"] + box["height"]


def looked_at(window, name):
    window.wait_for_timeout(250)
    shot(window, name)
    found = Axe().run(window).response["violations"]
    wide = window.evaluate("document.documentElement.scrollWidth - innerWidth")
    cut = window.evaluate(CUT_OFF)
    serious = [(name, v["id"]) for v in found if v["impact"] in {"serious", "critical"}]
    return serious + ([(name, "wider than the screen")] if wide > 0 else []) + [(name, one) for one in cut]


@pytest.mark.parametrize(("kind", "size"), [("charger_kiosk", KIOSK), ("service_terminal", (1280, 800))])
def test_the_code_stands_beside_what_can_be_touched_and_nothing_is_cut_off(touch, look, kind, size):
    device = touch(kind, ["好"], place="城西银泰站 3 号枪", surface=LAN)
    screen = look(device.url, *size, link_may_break=True, roles=())
    address_of(screen)
    wrong = looked_at(screen, f"{kind}_invites")
    if kind == "charger_kiosk":
        assert bottom(screen, ".invite") <= bottom(screen, ".stage")  # on the panel, over nothing else
    for control in (".face >> nth=0", ".talk", ".tile >> nth=-1" if kind == "charger_kiosk" else ".acts .primary"):
        expect(screen.locator(control)).to_be_in_viewport(ratio=1)
    if kind == "charger_kiosk":
        screen.get_by_role("button", name="按钮放低").click()
        address_of(screen)
        wrong += looked_at(screen, "kiosk_invites_low")
    assert wrong == []


def test_where_the_profile_names_a_hubs_page_alone_the_code_leads_there_and_the_screen_says_so(touch, look):
    hub = 'receipt_url = "https://desk.example/r/"'
    screen = look(touch("charger_kiosk", ["好"], surface=hub).url, *KIOSK, link_may_break=True, roles=())
    assert address_of(screen) == "https://desk.example/r/"
    expect(screen.locator(".invite")).to_contain_text("查回执")
    assert bottom(screen, ".invite") <= bottom(screen, ".stage")
    assert looked_at(screen, "kiosk_invites_to_hub") == []


def test_a_visitor_scans_rates_and_takes_the_receipt_and_the_code_is_spent(kiosk, scan):
    device, screen = kiosk
    code = address_of(screen)
    wrong = looked_at(screen, "kiosk_invites")
    phone = scan(code)
    expect(phone.locator("#app.home")).to_be_visible()
    assert "#" not in phone.url
    wrong += looked_at(phone, "phone_home")
    expect(screen.locator(".invite")).not_to_have_attribute("data-address", code)  # used: the screen has another
    phone.get_by_role("button", name="不太好").click()
    phone.get_by_role("button", name="提交").click()
    expect(phone.locator("#app.thanks")).to_be_visible()
    expect(phone.locator(".receipt .qr")).to_be_visible()
    expect(phone.locator(".receipt .code")).to_contain_text("TC-")
    wrong += looked_at(phone, "phone_thanks")
    again = scan(code)
    expect(again.get_by_role("heading", name="这个码已经用过了")).to_be_visible()
    wrong += looked_at(again, "phone_used_code")
    assert device.agent.status()["ledger"]["accepted"] == 1
    again.get_by_role("button", name="用回执码查").click()
    again.locator("input.code").fill(phone.locator(".receipt .code").inner_text())
    again.locator(".look .acts .primary").click()
    expect(again.locator(".progress")).to_be_visible()
    wrong += looked_at(again, "phone_receipt")
    phone.get_by_role("button", name="完成").or_(phone.locator(".thanks .acts .primary")).first.click()
    expect(phone.get_by_role("heading", name="请扫屏幕上的二维码")).to_be_visible()
    assert wrong == []


def test_a_visitor_writes_sees_it_masked_and_sends_it(kiosk, scan):
    device, screen = kiosk
    phone = scan(address_of(screen))
    phone.locator(".talk").click()
    phone.locator("textarea").fill(SENTENCE)
    phone.locator(".write .acts .primary").click()
    phone.locator('[data-purpose="improve_service"]').click()
    wrong = looked_at(phone, "phone_consent")
    phone.locator(".consent .acts .primary").click()
    expect(phone.locator(".preview .mask")).to_have_text("手机号")
    assert NUMBER not in phone.locator(".preview").inner_text()
    wrong += looked_at(phone, "phone_review")
    phone.locator(".rate-too").get_by_role("button", name="不太好").click()
    phone.locator(".review .acts .primary").click()
    expect(phone.locator("#app.thanks")).to_be_visible()
    assert device.agent.status()["ledger"]["accepted"] == 1
    assert NUMBER.encode() not in device.on_disk()
    assert wrong == []
