"""A phone before the device: its own microphone, over TLS, heard by the real voice detector and the real engine."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from agent.adapters.model_store import default_root
from tests.browser.conftest import QUIET, chromium
from tests.fakes.loopback_port import free_port
from tests.fakes.pki import Authority
from tests.fakes.tls_front import TlsFront
from tests.fakes.touched_device import TouchedDevice

pytestmark = [pytest.mark.browser, pytest.mark.speech]

SPOKEN = Path(__file__).parent.parent / "corpora" / "speech" / "brake.wav"
HEARD_MS = 90_000


@pytest.fixture
def phone(browser):
    """A browser whose microphone says 今天刹车有点异响, again and again."""
    ears = [
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        f"--use-file-for-fake-audio-capture={SPOKEN}",
        "--host-resolver-rules=MAP kiosk.example 127.0.0.1",
    ]
    started = browser.browser_type.launch(
        executable_path=str(chromium()), headless=True, chromium_sandbox=False, args=[*QUIET, *ears]
    )
    yield started
    started.close()


def test_what_is_said_into_a_phone_is_heard_masked_and_kept_by_the_device(tmp_path, phone, require_model):
    require_model("whisper-base")
    port = free_port()
    address = f"https://kiosk.example:{port}"
    front = TlsFront(Authority(tmp_path).server("kiosk.example"), port)
    device = TouchedDevice(
        tmp_path / "kiosk", "charger_kiosk", None, origins=[address], models=("whisper-base", default_root())
    )
    device.agent.warm_up()
    front.before(device.pages.port)
    try:
        window = phone.new_context(
            viewport={"width": 390, "height": 844}, ignore_https_errors=True, permissions=["microphone"]
        ).new_page()
        window.goto(address)
        window.locator(".talk").click()
        window.locator('[data-purpose="improve_service"]').click()
        window.locator(".consent .acts .primary").click()
        expect(window.locator("#app.listening")).to_contain_text("正在听", timeout=HEARD_MS)
        expect(window.locator("#app.review")).to_be_visible(timeout=HEARD_MS)
        expect(window.locator(".preview")).to_contain_text("刹车")
        window.locator(".review .acts .primary").click()
        expect(window.locator(".receipt .code")).to_contain_text("TC-")
        assert device.agent.status()["ledger"]["accepted"] == 1
    finally:
        front.close()
        device.close()


def test_what_is_said_into_a_phone_that_scanned_the_screens_code_is_heard_and_kept(
    tmp_path, phone, look, require_model
):
    require_model("whisper-base")
    lan = 'lan = {host = "127.0.0.1", port = 0}'
    device = TouchedDevice(tmp_path, "charger_kiosk", None, surface=lan, models=("whisper-base", default_root()))
    device.agent.warm_up()
    try:
        screen = look(device.url, 1080, 1920, link_may_break=True, roles=())
        expect(screen.locator(".invite .qr")).to_be_visible()
        context = phone.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN", permissions=["microphone"])
        window = context.new_page()
        window.goto(screen.locator(".invite").get_attribute("data-address"))
        window.locator(".talk").click()
        window.locator('[data-purpose="improve_service"]').click()
        window.locator(".consent .acts .primary").click()
        expect(window.locator("#app.review")).to_be_visible(timeout=HEARD_MS)
        expect(window.locator(".preview")).to_contain_text("刹车")
        window.locator(".review .acts .primary").click()
        expect(window.locator(".receipt .code")).to_contain_text("TC-")
        assert device.agent.status()["ledger"]["accepted"] == 1
        context.close()
    finally:
        device.close()
