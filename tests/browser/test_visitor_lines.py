"""What a visitor's page asks side by side: on the repair shop's terminal, and on a phone that really reads the code."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.e2e.processes import eventually
from tests.fakes.screens import codes_on, shot

pytestmark = pytest.mark.browser

KIOSK, TERMINAL, PHONE, SMALL_PHONE = (1080, 1920), (1280, 800), (390, 844), (360, 640)
LAN = 'lan = {host = "127.0.0.1", port = 0}'
LONG_PLACE = "长江三角洲高速公路沪宁线阳澄湖服务区南区超级快充示范站 12 号桩"
SENTENCE = "充到六成就掉到三十千瓦，打站长电话13800138000没人接"
NUMBER = "13800138000"
THUMB_PX = 44


def read_code(window):
    """What a phone's camera would see, as soon as there is one."""
    (code,) = eventually(lambda: codes_on(window), "a code on the screen", 20)
    return code


def kept(device):
    """The only record, as its person could read it."""
    (subject,) = [row[0] for row in device.store._reader.execute("SELECT subject FROM entries WHERE kind = 'feedback'")]
    (record,) = device.store.kept(subject)
    return json.loads(record.readable)


def line(window, rule):
    return window.locator(f'[data-line="{rule}"]')


def looked_at(window, name):
    """What axe and a ruler find."""
    shot(window, name)
    found = [(name, v["id"], v["nodes"][0]["html"][:90]) for v in Axe().run(window).response["violations"]]
    small = window.locator("#app button").evaluate_all(
        "(all, least) => all.map((one) => [one.innerText, one.getBoundingClientRect()])"
        ".filter(([, box]) => box.width && (box.width < least || box.height < least)).map(([text]) => text)",
        THUMB_PX,
    )
    wide = window.evaluate("document.documentElement.scrollWidth - innerWidth")
    return found + [(name, "too small", one) for one in small] + ([(name, "too wide", wide)] if wide > 0 else [])


def scan(look, screen, size=PHONE, locale="zh-CN", **options):
    address = read_code(screen)
    return look(address, *size, roles=(), locale=locale, link_may_break=True, **options)


@pytest.fixture
def terminal(touch, look):
    device = touch("service_terminal", ("师傅 很 耐心 打我电话 13800138000",), place="示例汽车 4S 店", surface=LAN)
    window = look(device.url, *TERMINAL, link_may_break=True, roles=())
    expect(window.locator("#app.form .invite .qr")).to_be_visible()
    return device, window


def test_on_the_terminal_any_line_is_enough_and_they_are_one_record(terminal):
    device, window = terminal
    send = window.get_by_role("button", name="提交")
    expect(send).to_be_disabled()
    assert window.locator(".face[aria-pressed=true]").count() == 0
    wrong = looked_at(window, "terminal_lines")
    line(window, "repair_quality").get_by_role("button", name="不错").click()
    line(window, "waiting_time").get_by_role("button", name="很差").click()
    wrong += looked_at(window, "terminal_lines_given")
    send.click()
    expect(window.locator("#app.thanks")).to_be_visible()
    wrong += looked_at(window, "terminal_thanks")
    record = kept(device)
    assert [(a["question"], a["answer"]) for a in record["answers"]] == [
        ("维修质量：问题修好了吗？", "不错"),
        ("等待时间：比约定的久吗？", "很差"),
    ]
    assert (record["rating"], record["source"], record["context"]["entry"], record["marks"]) == (1, "touch", "face", [])
    assert wrong == []


def test_the_lines_work_with_the_keyboard_alone(terminal):
    device, window = terminal
    for _ in range(20):
        window.keyboard.press("Tab")
        if window.evaluate("document.activeElement.closest('[data-line=service_attitude]') !== null"):
            break
    window.keyboard.press("Space")
    expect(line(window, "service_attitude").locator("[aria-pressed=true]")).to_be_focused()
    for _ in range(20):
        window.keyboard.press("Tab")
        if window.evaluate("document.activeElement.innerText") == "提交":
            break
    window.keyboard.press("Enter")
    expect(window.locator("#app.thanks")).to_be_visible()
    assert [a["answer"] for a in kept(device)["answers"]] == ["很差"]


def test_a_sentence_beside_the_lines_is_masked_seen_and_in_the_same_record(terminal):
    device, window = terminal
    line(window, "service_attitude").get_by_role("button", name="很好").click()
    window.get_by_role("button", name="说一句").click()
    window.locator('[data-purpose="improve_service"]').click()
    window.locator(".consent .acts .primary").click()
    expect(window.locator(".preview .mask")).to_have_text("手机号")
    expect(window.locator(".rate-too")).to_have_count(0)
    window.locator(".review .acts .primary").click()
    expect(window.locator("#app.thanks")).to_be_visible()
    record = kept(device)
    assert [a["answer"] for a in record["answers"]] == ["很好"]
    assert record["text"]["text"].endswith("打我电话[PHONE]")
    assert NUMBER.encode() not in device.on_disk()


def test_the_third_in_a_row_at_the_counter_is_marked_as_perhaps_the_clerks_and_a_phones_is_not(terminal, look):
    device, window = terminal
    for _ in range(3):
        line(window, "service_attitude").get_by_role("button", name="很好").click()
        window.get_by_role("button", name="提交").click()
        window.locator(".thanks .acts .primary").click()
        expect(window.locator("#app.form")).to_be_visible()
    phone = scan(look, window)
    line(phone, "service_attitude").get_by_role("button", name="很好").click()
    phone.get_by_role("button", name="提交").click()
    expect(phone.locator("#app.thanks")).to_be_visible()
    rows = device.store._reader.execute("SELECT subject FROM entries WHERE kind = 'feedback' ORDER BY rowid").fetchall()
    records = [json.loads(device.store.kept(subject)[0].readable) for (subject,) in rows]
    said = sorted((r["recorded_at"], r["context"]["entry"], [m["reason"] for m in r["marks"]]) for r in records)
    assert [(entry, marks) for _, entry, marks in said] == [
        ("face", []),
        ("face", []),
        ("face", ["burst"]),
        ("qr", []),
    ]


@pytest.mark.parametrize(
    ("size", "locale", "night"),
    [(PHONE, "zh-CN", False), (SMALL_PHONE, "zh-CN", True), (SMALL_PHONE, "en-US", False), (PHONE, "en-US", True)],
)
def test_a_phone_reads_the_screens_code_chooses_drills_down_writes_and_has_its_receipt(
    touch, look, size, locale, night
):
    device = touch("charger_kiosk", None, place=LONG_PLACE, surface=LAN)
    device.cabin(moving=False, night=night)
    screen = look(device.url, *KIOSK, link_may_break=True, roles=())
    expect(screen.locator(".invite .qr")).to_be_visible()
    asked = []
    phone = scan(look, screen, size, locale)
    phone.on("request", lambda request: asked.append(request.url))
    name = f"phone_{size[0]}_{locale[:2]}_{'night' if night else 'day'}"
    expect(phone.locator("#app.form")).to_be_visible()
    expect(phone.locator("html")).to_have_attribute("data-theme", "dark" if night else "light")
    assert "#" not in phone.url
    wrong = looked_at(phone, f"{name}_1_lines")
    line(phone, "visit_charge").locator(".choice").nth(1).click()
    line(phone, "charge_why").locator(".choice").nth(1).click()
    line(phone, "visit_overall").locator(".face").nth(1).click()
    wrong += looked_at(phone, f"{name}_2_given")
    phone.locator(".talk").click()
    phone.locator("textarea").fill(SENTENCE)
    wrong += looked_at(phone, f"{name}_3_written")
    phone.locator(".write .acts .primary").click()
    phone.locator('[data-purpose="improve_service"]').click()
    wrong += looked_at(phone, f"{name}_4_consent")
    phone.locator(".consent .acts .primary").click()
    expect(phone.locator(".preview .mask")).to_be_visible()
    wrong += looked_at(phone, f"{name}_5_review")
    phone.locator(".review .acts .primary").click()
    expect(phone.locator("#app.thanks")).to_be_visible()
    phone.evaluate("scrollTo(0, document.body.scrollHeight)")
    wrong += looked_at(phone, f"{name}_6_thanks")
    secret = "".join(phone.locator(".secret span:not(.sr)").all_inner_texts())
    assert secret in read_code(phone)
    record = kept(device)
    assert [a["answer"] for a in record["answers"]] == ["慢", "充电速度", "不太好"]
    assert (record["rating"], record["text"]["text"]) == (2, SENTENCE.replace(NUMBER, "[PHONE]"))
    assert NUMBER.encode() not in device.on_disk()
    assert [url for url in asked if not url.startswith(device.pages.phones.url) or "?" in url] == []
    assert wrong == []


def test_an_answer_that_follows_nothing_any_more_is_not_sent(touch, look):
    device = touch("charger_kiosk", None, surface=LAN)
    screen = look(device.url, *KIOSK, link_may_break=True, roles=())
    expect(screen.locator(".invite .qr")).to_be_visible()
    phone = scan(look, screen)
    line(phone, "visit_charge").get_by_role("button", name="慢").click()
    line(phone, "charge_why").get_by_role("button", name="选址").click()
    line(phone, "visit_charge").get_by_role("button", name="快").click()
    expect(line(phone, "charge_why")).to_have_count(0)
    phone.get_by_role("button", name="提交").click()
    expect(phone.locator("#app.thanks")).to_be_visible()
    assert [a["answer"] for a in kept(device)["answers"]] == ["快"]


def test_what_was_touched_and_not_sent_is_wiped_with_the_language_and_the_page_says_when(touch, look):
    device = touch("service_terminal", None, idle_s=10, surface=LAN)
    window = look(device.url, *TERMINAL, link_may_break=True, roles=())
    expect(window.locator("#app.form")).to_be_visible()
    expect(window.locator(".idle")).to_be_hidden()
    line(window, "repair_quality").get_by_role("button", name="很差").click()
    window.get_by_role("button", name="English").click()
    expect(window.locator(".idle")).to_be_visible()
    expect(window.get_by_role("button", name="提交")).to_be_visible(timeout=15_000)
    assert window.locator("[aria-pressed=true]").count() == 0
    expect(window.locator(".idle")).to_be_hidden()
    assert device.agent.status()["ledger"]["accepted"] == 0


def test_a_page_weighs_less_than_150_kilobytes_and_asks_no_other_host(touch, look):
    device = touch("service_terminal", None, surface=LAN)
    window = look("about:blank", *TERMINAL, link_may_break=True, roles=())
    answers = []
    window.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - a builtin cannot be wrapped
    window.goto(device.url)
    expect(window.locator("#app.form .invite .qr")).to_be_visible()
    loaded = [a for a in answers if a.request.method == "GET"]
    weight = sum(a.request.sizes()["responseBodySize"] + a.request.sizes()["responseHeadersSize"] for a in loaded)
    assert len(loaded) > 10
    assert weight <= 150_000
    assert {a.url for a in answers if not a.url.startswith(device.url)} == set()


def test_after_a_visit_neither_back_nor_a_reload_nor_a_field_brings_anything_of_it(touch, look):
    device = touch("service_terminal", None, idle_s=10, surface=LAN)
    window = look(device.url, *TERMINAL, link_may_break=True, roles=())
    window.get_by_role("button", name="写一句").click()
    assert window.locator("textarea").get_attribute("autocomplete") == "off"
    window.locator("textarea").fill("等了两个小时")
    expect(window.locator("#app.form")).to_be_visible(timeout=15_000)
    window.go_back()
    window.go_forward()
    window.reload()
    expect(window.locator("#app.form")).to_be_visible()
    assert "等了两个小时" not in window.content()
    window.get_by_role("button", name="写一句").click()
    assert window.locator("textarea").input_value() == ""
    window.locator("[data-back]").first.click()
    window.get_by_role("button", name="用回执码查").click()
    assert [one.get_attribute("autocomplete") for one in window.locator("input").all()] == ["off"]
    assert device.agent.status()["ledger"]["accepted"] == 0


@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
@pytest.mark.parametrize("place", ["城西银泰站 3 号枪", LONG_PLACE], ids=["short", "long"])
def test_a_kiosk_shows_its_code_beside_what_can_be_touched_in_both_languages(touch, look, place, night):
    device = touch("charger_kiosk", ("好",), place=place, surface=LAN)
    device.cabin(moving=False, night=night)
    screen = look(device.url, *KIOSK, link_may_break=True, roles=())
    expect(screen.locator(".invite .qr")).to_be_visible()
    name = f"kiosk_{'night' if night else 'day'}_{'long' if place is LONG_PLACE else 'short'}"
    wrong = looked_at(screen, f"{name}_zh")
    assert read_code(screen).startswith(device.pages.phones.url)
    screen.get_by_role("button", name="English").click()
    expect(screen.locator(".invite .qr")).to_be_visible()
    wrong += looked_at(screen, f"{name}_en")
    heading, card = (screen.locator(one).bounding_box() for one in (".hero", ".invite"))
    assert heading["y"] + heading["height"] <= card["y"], "the code is not over the question"
    assert card["y"] + card["height"] <= screen.locator(".stage").bounding_box()["height"], "on the panel alone"
    tiles = screen.locator(".tiles").bounding_box()
    assert tiles["y"] + tiles["height"] <= KIOSK[1] - 40, "not at the very edge"
    expect(screen.locator(".idle")).to_be_in_viewport(ratio=1)
    assert wrong == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_on_a_kiosk_the_lines_stand_behind_its_first_view_and_are_one_record(touch, look, language):
    device = touch("charger_kiosk", ("好",), place=LONG_PLACE, surface=LAN, idle_s=30)
    screen = look(device.url, *KIOSK, link_may_break=True, roles=())
    if language == "en":
        screen.get_by_role("button", name="English").click()
    screen.get_by_role("button", name="逐项评价" if language == "zh" else "In detail").click()
    line(screen, "visit_charge").locator(".choice").nth(2).click()
    line(screen, "charge_why").locator(".choice").nth(2).click()
    line(screen, "visit_overall").locator(".face").nth(1).click()
    expect(screen.locator(".idle")).to_be_visible()
    wrong = looked_at(screen, f"kiosk_lines_{language}")
    assert screen.locator(".lines").evaluate("all => all.scrollHeight - all.clientHeight") <= 1, "nothing to scroll"
    for control in (".acts .primary", ".talk", "[data-back]"):
        expect(screen.locator(control)).to_be_in_viewport(ratio=1)
    screen.locator(".acts .primary").click()
    expect(screen.locator("#app.thanks")).to_be_visible()
    record = kept(device)
    assert [a["answer"] for a in record["answers"]] == ["支付麻烦", "支付便捷性", "不太好"]
    assert record["context"]["entry"] == "face"
    assert wrong == []
