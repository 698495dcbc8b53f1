"""The state of the car before it is sent: seen by the driver, taken off by one touch; at the desk, as it was seen."""

import json

import pytest
from playwright.sync_api import expect

from agent.signals import signal as vss
from agent.signals.attachable import ATTACHABLE
from tests.browser.test_device_pages import HEAD, PHONE, SENTENCE, SMALL_HEAD, consents, sends
from tests.builders import vehicle_state
from tests.fakes.browsers import Looked, violations
from tests.fakes.screens import shot
from tests.fakes.ticket_book import FakeTicketBook, a_ticket

pytestmark = pytest.mark.browser

NAMED = f"attach = {json.dumps(list(ATTACHABLE))}"
SOME = f"attach = {json.dumps([vss.FAULT_CODES, vss.BATTERY_HOTTEST, vss.SPEED])}"
TOLD = {
    vss.FAULT_CODES: ["P0A80", "P0171"],
    vss.CHARGE_LEVEL: 62.4,
    vss.CHARGE_LIMIT: 80,
    vss.IS_CHARGING: False,
    vss.BATTERY_POWER: -12_000.0,
    vss.SPEED: 47.0,
    vss.POWER: "ON",
    vss.ODOMETER: 45_678.0,
}


@pytest.fixture
def reviewed(touch, look):
    """A driver who agreed to it has spoken a sentence in a car that tells this; the preview stands there."""

    def speak(size=HEAD, vehicle=SOME, *, english=False, night=False):
        device = touch("head_unit", [SENTENCE] * 2, vehicle=vehicle)
        device.cabin(moving=False, night=night)
        window = look(device.url, *size, link_may_break=True, roles=())
        if english:
            window.get_by_role("button", name="English").click()
        window.locator(".talk").click()
        window.locator('[data-period="7d"]').click()
        consents(window, "attach_vehicle_state")
        expect(window.locator("#app.review")).to_be_visible()
        window.locator(".review .acts button").last.click()
        for celsius in (36.2, 41.7, 38.9):
            device.tells(vss.BATTERY_HOTTEST, celsius)
        for name, value in TOLD.items():
            device.tells(name, value)
        device.tells(vss.LATITUDE, 31.230416)
        device.cabin(moving=False, night=night)  # the speed has said that it moves
        expect(window.locator("#app.home")).to_be_visible()
        window.locator(".talk").click()
        expect(window.locator("#app.review")).to_be_visible()
        return device, window

    return speak


def kept(device):
    (record,) = device.store.kept(device.store.find_subject("driver"))
    return json.loads(record.readable)


def test_the_driver_sees_what_is_attached_before_it_is_sent_and_that_is_what_is_kept(reviewed):
    device, window = reviewed()
    row = window.get_by_role("switch", name="附上车辆状态")
    expect(row).to_have_attribute("aria-checked", "true")
    expect(row).to_contain_text("故障码 P0171 P0A80，电池温度 38 ℃ (36–41)，车速 30–60 km/h")
    sends(window)
    readings = {one["name"]: one["last"] or one["codes"] for one in kept(device)["vehicle"]["readings"]}
    assert readings == {"fault_codes": ["P0171", "P0A80"], "battery_temperature": 38, "speed": 30}
    window.keyboard.press("Escape")
    window.get_by_role("button", name="您的数据").click()
    window.locator(".reads").first.click()
    expect(window.locator("dialog .whole")).to_contain_text("附车辆状态：故障码 P0171 P0A80，电池温度 38 ℃")


def test_one_touch_takes_it_off_and_another_puts_it_back(reviewed):
    device, window = reviewed()
    row = window.get_by_role("switch", name="附上车辆状态")
    row.click()
    expect(row).to_have_attribute("aria-checked", "false")
    expect(row).not_to_contain_text("38")
    row.click()
    expect(row).to_contain_text("38 ℃")
    row.press("Enter")
    sends(window)
    assert kept(device)["vehicle"] is None


def test_what_is_sent_unread_at_the_wheel_goes_without_the_car(reviewed):
    device, window = reviewed()
    device.cabin(moving=True)
    expect(window.locator("#app.driving")).to_be_visible()
    assert "38" not in window.locator("#app").inner_text()
    window.locator(".acts .primary").click()
    expect(window.locator("#app.review, #app.heard")).to_have_count(0)
    assert kept(device)["vehicle"] is None


def test_without_its_switch_the_preview_says_nothing_of_the_car(touch, look):
    device = touch("head_unit", [SENTENCE], vehicle=SOME)
    device.cabin(moving=False)
    window = look(device.url, *HEAD, link_may_break=True, roles=())
    window.locator(".talk").click()
    consents(window)
    device.tells(vss.BATTERY_HOTTEST, 38.9)
    expect(window.locator("#app.review")).to_be_visible()
    assert window.locator(".car").count() == 0


def test_a_car_that_attaches_nothing_does_not_ask_for_it(touch, look):
    device = touch("head_unit", [SENTENCE])
    device.cabin(moving=False)
    window = look(device.url, *HEAD, link_may_break=True, roles=())
    window.locator(".talk").click()
    expect(window.locator('[data-purpose="improve_service"]')).to_be_visible()
    assert window.locator('[data-purpose="attach_vehicle_state"]').count() == 0


@pytest.mark.parametrize(
    ("size", "english"),
    [(HEAD, False), (HEAD, True), (SMALL_HEAD, False)],
    ids=["head", "head_en_night", "small_head"],
)
def test_every_signal_of_the_list_fits_beside_the_words(reviewed, size, english):
    _device, window = reviewed(size, NAMED, english=english, night=english)
    seen = Looked(window, f"vehicle_{size[0]}x{size[1]}{'_en' if english else ''}")
    seen.as_("1_review")
    window.locator(".car [role=switch]").click()
    seen.as_("2_taken_off")
    assert seen.wrong == []
    for act in window.locator(".review .acts button").all():
        expect(act).to_be_in_viewport(ratio=1)
    expect(window.locator(".preview")).to_be_in_viewport(ratio=0.9)


@pytest.mark.parametrize("size", [(1440, 900), PHONE], ids=["desk", "phone"])
def test_the_desk_sees_it_beside_the_ticket_it_came_with(serve, look, size):

    ticket = a_ticket(1, "电池充得慢，还有点烫", vehicle=vehicle_state().readings)
    window = look(serve(FakeTicketBook([ticket, a_ticket(2)])).url, *size)
    window.locator("[data-key='T-000001'] summary").click()
    section = window.locator("[data-key='T-000001'] section", has_text="车辆状态")
    expect(section).to_contain_text("故障码")
    expect(section).to_contain_text("P0A80（4 分钟前）")
    expect(section).to_contain_text("38 ℃ (36–41)")
    expect(section).to_contain_text("30–60 km/h (0–120)")
    section.scroll_into_view_if_needed()
    shot(window, f"desk_vehicle_{size[0]}")
    assert violations(window) == []
    window.locator("[data-key='T-000002'] summary").click()
    assert window.locator("[data-key='T-000002'] section", has_text="车辆状态").count() == 0
