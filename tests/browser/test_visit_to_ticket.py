"""From a kiosk's screen to a ticket, with real processes: hub, broker, agent; the hub away, the kiosk asleep."""

from contextlib import ExitStack

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.e2e.processes import AGENT, HUB, Processes, eventually
from tests.fakes.hub_process import hub_json
from tests.fakes.loopback_port import free_port
from tests.fakes.screens import codes_on, shot

pytestmark = pytest.mark.browser

KIOSK, PHONE, SMALL_PHONE = (1080, 1920), (390, 844), (360, 640)
NUMBER = "13800138000"
SENTENCE = f"充到六成就掉到三十千瓦，打站长电话{NUMBER}没人接"
SOON_MS = 30_000
PROFILE = """kind = "charger_kiosk"
anonymous_visits = true
[speech]
models = []
[sync]
backoff_first_s = 0.5
backoff_max_s = 1.0
[surface]
port = 0
visit_url = "http://localhost:{port}/v/"
"""


class Station:
    """Hub, broker and one kiosk as processes on fixed ports, so that each can go away and come back."""

    def __init__(self, folder):
        self.folder, self.hub_state, self.kiosk = folder, folder / "hub", folder / "kiosk"
        self.port, self.mqtt = free_port(), free_port()
        self.processes = Processes(folder)
        self.seen, self.used = set(), set()

    def start_hub(self):
        """Broker and hub; the broker forgets what it held, as the embedded one does."""
        self.broker = self.processes.start(
            "broker", [HUB, "broker", "--state", str(self.folder / "broker"), "--port", str(self.mqtt), "--json"]
        )
        serve = ["--broker", f"127.0.0.1:{self.mqtt}", "--http-port", str(self.port), "--json"]
        self.hub = self.processes.start("hub", [HUB, "serve", "--state", str(self.hub_state), *serve])

    def stop_hub(self):
        for one in (self.hub, self.broker):
            self.processes.end(one)

    def enrol(self):
        profile = self.folder / "kiosk.toml"
        profile.write_text(PROFILE.format(port=self.port))
        place = ["--kind", "charger_kiosk", "--place", "城西银泰站 3 号枪", "--json"]
        (claim,) = self.processes.run([HUB, "claim", "--state", str(self.hub_state), *place])
        told = ["--hub", f"http://127.0.0.1:{self.port}", "--claim", claim["claim"], "--profile", str(profile)]
        self.processes.run([AGENT, "provision", "--state", str(self.kiosk), *told, "--json"])

    def start_kiosk(self):
        self.agent = self.processes.start("kiosk", [AGENT, "run", "--state", str(self.kiosk), "--json"])
        return self.agent.ready["pages"]

    def command(self, *words):
        return self.processes.run([AGENT, *words, "--state", str(self.kiosk)])

    def new_tickets(self, count):
        """So many that no test saw before, newest first."""

        def listed():
            found = [
                one for one in hub_json("tickets", "--state", str(self.hub_state)) if one["number"] not in self.seen
            ]
            return found if len(found) == count else None

        found = eventually(listed, f"{count} new tickets")
        self.seen |= {one["number"] for one in found}
        return found

    def unused_code(self, screen):
        """What the screen's picture says to a phone, once it is not what an earlier test has used."""
        expect(screen.locator(".invite .qr")).to_be_visible()

        def read():
            return next((code for code in codes_on(screen) if code not in self.used), None)

        self.used.add(address := eventually(read, "another code on the screen"))
        return address

    def everywhere(self):
        """Every byte that hub, broker, kiosk and their logs have on disk, keys apart."""
        files = [file for file in self.folder.rglob("*") if file.is_file() and "keys" not in file.parts]
        return b"".join(file.read_bytes() for file in files)


@pytest.fixture(scope="module")
def station(tmp_path_factory):
    with ExitStack() as stack:
        made = Station(tmp_path_factory.mktemp("station"))
        stack.callback(made.processes.end_all)
        made.start_hub()
        made.enrol()
        made.start_kiosk()
        yield made


@pytest.fixture
def screen(station, look):
    """The kiosk's own."""
    return look(station.agent.ready["pages"], *KIOSK, link_may_break=True, roles=())


def wrong_on(window):
    wide = window.evaluate("document.documentElement.scrollWidth - innerWidth")
    found = [(v["id"], v["nodes"][0]["html"][:90]) for v in Axe().run(window).response["violations"]]
    return found + ([("too wide", wide)] if wide > 0 else [])


def test_touches_on_the_kiosk_become_tickets_also_those_from_while_the_hub_was_away(station, screen, look):
    expect(screen.locator(".chips")).to_contain_text("已连服务台", timeout=SOON_MS)
    station.command("trigger", "charging_done", "--json")
    expect(screen.locator("#app.question h1")).to_contain_text("本次充电体验如何？", timeout=SOON_MS)
    screen.get_by_role("button", name="慢").click()
    screen.get_by_role("button", name="充电速度").click()
    expect(screen.locator("#app.thanks")).to_be_visible()
    code = screen.locator(".receipt .code").inner_text()
    (ticket,) = station.new_tickets(1)
    assert [one["answer"] for one in ticket["answers"]] == ["慢", "充电速度"]
    receipt = look(f"http://localhost:{station.port}/r/", *PHONE, roles=(), link_may_break=True)
    receipt.get_by_label("回执码").fill(code)
    receipt.keyboard.press("Enter")
    expect(receipt.locator("main")).to_contain_text("已记录，等待处理")
    screen.get_by_role("button", name="完成，清空屏幕").click()
    station.stop_hub()
    expect(screen.locator(".chips")).to_contain_text("没网也能用", timeout=SOON_MS)
    screen.get_by_role("button", name="不太好").click()
    expect(screen.locator(".told")).to_contain_text("联网发出后")
    station.start_hub()
    (newest,) = station.new_tickets(1)
    assert newest["rating"] == 2


def test_a_phone_that_reaches_the_hub_alone_leaves_a_sealed_letter_and_the_kiosk_masks_it(station, screen, look):
    address = station.unused_code(screen)
    assert address.startswith(f"http://localhost:{station.port}/v/#v=")
    asked = []
    phone = look("about:blank", *PHONE, roles=(), locale="zh-CN", link_may_break=True)
    phone.on("request", lambda request: asked.append(request.url))
    phone.goto(address)
    expect(phone.get_by_role("heading", name="充得怎么样？")).to_be_visible()
    assert "#" not in phone.url
    phone.get_by_role("button", name="慢").click()
    phone.get_by_role("button", name="充电速度").click()
    phone.get_by_role("button", name="不太好").click()
    phone.get_by_label("补一句，可选").fill(SENTENCE)
    shot(phone, "hub_visit_390_1_lines")
    wrong = wrong_on(phone)
    phone.get_by_role("button", name="提交").click()
    expect(phone.locator("main")).to_contain_text("设备已收下，个人信息已遮盖", timeout=SOON_MS)
    shot(phone, "hub_visit_390_2_thanks")
    wrong += wrong_on(phone)
    code = phone.locator(".code").inner_text()
    (ticket,) = station.new_tickets(1)
    assert ticket["text"] == SENTENCE.replace(NUMBER, "[PHONE]")
    assert [one["answer"] for one in ticket["answers"]] == ["慢", "充电速度", "不太好"]
    assert (ticket["receipt_code"], ticket["rating"]) == (code, 2)
    secret = "".join(phone.locator(".secret span").all_inner_texts())
    assert NUMBER.encode() not in station.everywhere()
    assert [url for url in asked if not url.startswith(f"http://localhost:{station.port}/v/") or "?" in url] == []
    assert phone.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    phone.get_by_role("link", name="打开回执页").click()
    expect(phone.get_by_role("heading", name=code)).to_be_visible()
    assert secret not in phone.url
    again = look(address, *PHONE, roles=(), locale="en-US", link_may_break=True)
    expect(again.get_by_role("heading", name="This code was used already")).to_be_visible()
    shot(again, "hub_visit_390_3_used")
    wrong += wrong_on(again)
    assert wrong == []


def test_a_letter_waits_for_a_kiosk_that_sleeps_and_an_old_browser_seals_it_too(station, screen, look):
    address = station.unused_code(screen)
    station.processes.end(station.agent)
    phone = look("about:blank", *SMALL_PHONE, "dark", roles=(), locale="en-US", link_may_break=True)
    phone.add_init_script("crypto.subtle.generateKey = () => Promise.reject(new Error('no X25519'))")
    phone.goto(address)
    phone.get_by_role("button", name="Very good").click()
    phone.get_by_label("A sentence, if you like").fill("All fine")
    shot(phone, "hub_visit_360_1_lines")
    wrong = wrong_on(phone)
    phone.get_by_role("button", name="Send").click()
    expect(phone.locator("main")).to_contain_text("Waiting for the device")
    shot(phone, "hub_visit_360_2_waits")
    wrong += wrong_on(phone)
    assert {one["number"] for one in hub_json("tickets", "--state", str(station.hub_state))} <= station.seen
    station.start_kiosk()
    (ticket,) = station.new_tickets(1)
    assert (ticket["text"], ticket["rating"]) == ("All fine", 5)
    assert wrong == []


def test_where_the_hub_cannot_be_reached_what_was_written_stays_on_the_page(station, screen, look):
    phone = look(station.unused_code(screen), *PHONE, roles=(), locale="zh-CN", link_may_break=True)
    phone.get_by_label("补一句，可选").fill("三号枪坏了")
    phone.context.set_offline(True)
    phone.get_by_role("button", name="提交").click()
    expect(phone.get_by_role("alert")).to_contain_text("连不上服务台，写的还在这一页")
    expect(phone.get_by_label("补一句，可选")).to_have_value("三号枪坏了")
    shot(phone, "hub_visit_390_4_away")
    phone.context.set_offline(False)
    phone.get_by_role("button", name="提交").click()
    expect(phone.locator("main")).to_contain_text("设备已收下", timeout=SOON_MS)
    (ticket,) = station.new_tickets(1)
    assert ticket["text"] == "三号枪坏了"
