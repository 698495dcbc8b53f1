import re
from dataclasses import replace
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from hub.erasure.deletion import Origin
from hub.tickets.ticket import DeadlineKind, Severity, Status
from hub.web.moments import ago_words, left_words, urgency
from hub.web.wording import words_for
from tests.fakes.screens import shot
from tests.fakes.ticket_book import NOW, FakeTicketBook, a_busy_book, a_device, a_ticket, a_tombstone

pytestmark = pytest.mark.browser

SIZES = [(390, 844), (320, 640), (768, 1024), (1080, 1920), (1440, 900), (1920, 720)]


def focused(window):
    return window.evaluate("document.activeElement.closest('[data-key]')?.dataset.key ?? document.activeElement.id")


def numbers(window):
    return window.locator("#rows > li").evaluate_all("rows => rows.map(row => row.dataset.key)")


def is_live(window):
    expect(window.locator("#link")).to_contain_text("实时")


# ---- what is shown ----


def test_newest_tickets_come_first_and_the_order_can_be_switched(serve, look):
    window = look(serve(a_busy_book()).url)
    assert numbers(window)[:3] == ["T-001212", "T-001211", "T-001210"]
    window.get_by_role("link", name="剩余时间少的在前").click()
    expect(window.locator("#rows > li").first).to_have_attribute("data-key", "T-001209")
    assert "sort=left" in window.url


def test_masked_places_are_labelled_chips(serve, look):
    window = look(serve(a_busy_book()).url)
    first = window.locator("[data-key='T-001212']")
    assert first.locator(".mask").all_inner_texts() == ["车牌", "手机号"]
    assert "[PHONE]" not in first.inner_text()


def test_markup_in_what_was_said_stays_text_also_when_it_arrives_later(serve, look):
    book = FakeTicketBook([a_ticket(1, "<img src=x onerror=document.title='owned'>")])
    window = look(serve(book).url)
    is_live(window)
    book.add(a_ticket(2, "<img src=x onerror=document.title='owned'>{PHONE}", place="<b>x"))
    expect(window.locator("[data-key='T-000002'] .tx")).to_contain_text("<img src=x onerror")
    assert window.locator("#live img, #live b:has-text('x')").count() == 0
    assert window.title() == "工单 · 听车服务台"


def test_an_erased_ticket_leaves_a_calm_row_without_its_words(serve, look):
    book = FakeTicketBook([a_ticket(1, "城西店修了三次都没修好"), a_ticket(2)])
    window = look(serve(book).url)
    is_live(window)
    book.erase("T-000001", a_tombstone(1))
    row = window.locator("[data-key='T-000001']")
    expect(row).to_contain_text("应客户要求已删除")
    assert "城西店" not in window.content()
    expect(row.locator(".mask, .face, .sev >> text=中")).to_have_count(0)


def test_severity_is_a_word_and_a_shape_beside_its_colour(serve, look):
    window = look(serve(a_busy_book()).url)
    marks = window.locator("#rows .sev").evaluate_all(
        "all => all.map(s => [s.innerText.trim().split(/\\s+/).at(-1), s.querySelector('use').getAttribute('href')])"
    )
    shapes = {word: href.split("#")[1] for word, href in marks if word}
    assert shapes == {"安全": "octagon-alert", "高": "chevrons-up", "中": "equal", "低": "chevron-down"}


# ---- time ----


def test_time_left_ticks_and_turns_into_overtime_by_itself(serve, look):
    ticket = a_ticket(1, minutes_ago=9.85, limits=(DeadlineKind.SAFETY, DeadlineKind.OUTER), severity=Severity.SAFETY)
    window = look(serve(FakeTicketBook([ticket])).url)
    left = window.locator("summary .left")
    first = left.locator("b").inner_text()
    expect(left.locator("b")).not_to_have_text(first)
    expect(left.locator("b")).to_contain_text("超时", timeout=30_000)
    expect(left).to_have_class(re.compile(r"\bover\b"))


def test_time_left_follows_the_hubs_clock_not_the_desks(serve, look):
    window = look("about:blank")
    window.clock.set_fixed_time("2031-01-01T00:00:00Z")
    window.goto(serve(a_busy_book()).url)
    is_live(window)
    expect(window.locator("[data-key='T-001209'] summary .left b")).to_have_text("超时 12 分")


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_the_page_says_time_in_the_same_words_as_the_hub(serve, look, language):
    words = words_for(language)
    edges = [0, 1, 59, 60, 599, 600, 601, 3599, 3600, 3661, 86_399, 86_400, 172_799, 172_800, 400_000]
    seconds = sorted({sign * edge for edge in edges for sign in (1, -1)})
    window = look(f"{serve(a_busy_book()).url}/?lang={language}")
    told = window.evaluate(
        """async (seconds) => {
            const {leftWords, agoWords, urgency} = await import("/static/timeleft.js");
            const words = JSON.parse(document.body.dataset.live);
            return seconds.map(s => [leftWords(s * 1000, words), urgency(s * 1000), agoWords(s * 1000, words)]);
        }""",
        seconds,
    )
    assert told == [
        [left_words(span, words), urgency(span), ago_words(NOW - span, NOW, words)]
        for span in (timedelta(seconds=s) for s in seconds)
    ]


# ---- keyboard ----


def test_everything_can_be_reached_by_keyboard(serve, look):
    window = look(serve(a_busy_book()).url)
    window.keyboard.press("j")
    assert focused(window) == "T-001212"
    window.keyboard.press("j")
    window.keyboard.press("j")
    window.keyboard.press("k")
    assert focused(window) == "T-001211"
    window.keyboard.press("Enter")
    detail = window.locator("[data-key='T-001211'] .more")
    expect(detail).to_be_visible()
    expect(detail).to_contain_text("最晚 48 小时")
    window.keyboard.press("Escape")
    expect(detail).to_be_hidden()
    assert focused(window) == "T-001211"
    window.keyboard.press("2")
    expect(window.locator("#rows > li")).to_have_count(2)
    window.keyboard.press("2")
    expect(window.locator("#rows > li")).to_have_count(12)
    window.keyboard.press("s")
    expect(window.locator("#rows > li").first).to_have_attribute("data-key", "T-001209")
    window.keyboard.press("?")
    expect(window.get_by_role("dialog", name="快捷键")).to_be_visible()
    window.keyboard.press("Escape")
    expect(window.get_by_role("dialog")).to_be_hidden()


def test_slash_searches_and_no_shortcut_acts_while_typing(serve, look):
    window = look(serve(a_busy_book()).url)
    window.keyboard.press("/")
    assert focused(window) == "q"
    window.keyboard.type("jk?2 1212")
    expect(window.locator("#q")).to_have_value("jk?2 1212")
    expect(window.locator("#rows")).to_contain_text("没有符合的工单")
    window.locator("#q").fill("刹车")
    expect(window.locator("#rows > li")).to_have_count(2)
    assert "刹" not in window.url
    window.keyboard.press("Enter")
    expect(window.locator("[data-key='T-001212'] summary")).to_be_focused()
    window.keyboard.press("/")
    window.keyboard.press("Escape")
    expect(window.locator("#rows > li")).to_have_count(12)


def test_single_keys_can_be_switched_off_and_stay_off(serve, look):
    window = look(serve(a_busy_book()).url)
    window.keyboard.press("?")
    window.get_by_label("使用单键快捷键").uncheck()
    window.keyboard.press("Escape")
    window.reload()
    window.keyboard.press("j")
    assert focused(window) == ""


def test_the_focus_can_be_seen(serve, look):
    window = look(serve(a_busy_book()).url)
    for _ in range(12):
        window.keyboard.press("Tab")
        ring = window.evaluate(
            """() => {
                const rings = [document.activeElement, document.activeElement.parentElement];
                return rings.some(e => parseFloat(getComputedStyle(e).outlineWidth) >= 2
                                       && getComputedStyle(e).outlineStyle !== "none");
            }"""
        )
        assert ring, focused(window)


# ---- alive ----


def test_a_new_ticket_appears_by_itself_and_moves_nothing_a_person_holds(serve, look):
    book = a_busy_book()
    window = look(serve(book).url)
    is_live(window)
    window.keyboard.press("j")
    window.keyboard.press("Enter")
    book.add(a_ticket(1300, "充不进电{PLATE}", minutes_ago=0))
    expect(window.locator("#rows > li").first).to_have_attribute("data-key", "T-001300")
    assert focused(window) == "T-001212"
    expect(window.locator("[data-key='T-001212'] .more")).to_be_visible()
    expect(window.locator("#tiles a").first).to_contain_text("11")
    expect(window.get_by_role("status")).to_have_text("新到 1 张工单，未关闭 11 张")


def test_a_ticket_that_changes_keeps_its_open_detail_and_the_focus(serve, look):
    book = FakeTicketBook([a_ticket(2), a_ticket(1, minutes_ago=9)])
    window = look(serve(book).url)
    is_live(window)
    window.keyboard.press("j")
    window.keyboard.press("Enter")
    book._tickets = (replace(book._tickets[0], status=Status.IN_PROGRESS), book._tickets[1])
    expect(window.locator("[data-key='T-000002'] .st")).to_have_text("处理中")
    assert focused(window) == "T-000002"
    expect(window.locator("[data-key='T-000002'] .more")).to_be_visible()


def test_the_first_ticket_replaces_the_lesson_of_the_empty_hub(serve, look):
    book = FakeTicketBook(devices=[a_device(1)])
    window = look(serve(book).url)
    expect(window.get_by_text("tingche-hub claim")).to_be_visible()
    expect(window.get_by_text("已开通 1 台设备")).to_be_visible()
    is_live(window)
    book.add(a_ticket(1))
    expect(window.locator("[data-key='T-000001']")).to_be_visible()
    expect(window.get_by_text("tingche-hub claim")).to_have_count(0)


def test_a_lost_link_says_since_when_and_heals_by_itself(serve, look):
    book = a_busy_book()
    hub = serve(book)
    window = look(hub.url, link_may_break=True)
    is_live(window)
    hub.stop()
    expect(window.locator("#link")).to_have_text("15:32 起未更新")
    expect(window.get_by_role("status")).to_contain_text("连不上服务台")
    assert len(numbers(window)) == 12
    book.add(a_ticket(1300))
    hub.start()
    expect(window.locator("#rows > li").first).to_have_attribute("data-key", "T-001300")
    is_live(window)


def test_an_erasure_appears_on_its_page_by_itself(serve, look):
    book = a_busy_book()
    window = look(serve(book).url + "/erasures")
    is_live(window)
    expect(window.locator("#rows tr")).to_have_count(2)
    book.erase("T-001206", a_tombstone(9))
    expect(window.locator("#rows tr")).to_have_count(3)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_however_an_erasure_stands(serve, look, scheme):
    stones = [
        a_tombstone(1, minutes_ago=60 * 24 * 20, completed_at=None),
        a_tombstone(2, minutes_ago=5, completed_at=None),
        a_tombstone(3, minutes_ago=0.5, completed_at=None),
        a_tombstone(4, completed_at=None, frozen_until=NOW + timedelta(days=120)),
        a_tombstone(5, origin=Origin.HUB),
    ]
    window = look(serve(FakeTicketBook(tombstones=stones)).url + "/erasures", 390, 844, scheme)
    expect(window.get_by_role("alert")).to_contain_text("1 次删除已超过法定期限")
    shot(window, f"desk_erasures_390_{scheme}", whole=True)
    assert Axe().run(window).response["violations"] == []
    assert window.evaluate("document.documentElement.scrollWidth") <= 390


# ---- every screen, language and theme ----


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_nothing_is_wider_than_the_screen(serve, look, language):
    book = a_busy_book()
    book.add(a_ticket(1400, "很" * 300 + "x" * 300 + "{PHONE}", place="一个名字特别特别长的充电站 " + "y" * 90))
    hub = serve(book)
    window = look(f"{hub.url}/?lang={language}", link_may_break=True)
    for path in ("/", "/erasures", "/nothing"):
        window.goto(hub.url + path)
        if path == "/":
            window.locator("summary").first.click()
        for width, height in SIZES:
            window.set_viewport_size({"width": width, "height": height})
            assert window.evaluate("document.documentElement.scrollWidth") <= width, (path, width)


def test_the_page_can_be_used_in_english(serve, look):
    window = look(serve(a_busy_book()).url)
    window.get_by_role("link", name="English").click()
    expect(window.get_by_role("heading", level=1)).to_have_text("Tickets")
    expect(window.locator("[data-key='T-001209'] summary .left b")).to_contain_text("min over")
    expect(window.locator("[data-key='T-001212'] .mask").first).to_have_text("plate")
    expect(window.locator("#link")).to_contain_text("Live")
    window.goto(window.url.split("?")[0] + "erasures")
    expect(window.get_by_role("heading", level=1)).to_have_text("Erasures")


def test_the_theme_follows_the_system_until_a_person_chooses(serve, look):
    window = look(serve(a_busy_book()).url, scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = window.evaluate(ground)
    window.get_by_role("link", name="浅色").click()
    light = window.evaluate(ground)
    assert light != dark
    window.reload()
    assert window.evaluate(ground) == light
    expect(window.get_by_role("link", name="深色")).to_be_visible()


def test_the_page_works_without_its_script(serve, look):
    hub = serve(a_busy_book())
    window = look(hub.url, java_script_enabled=False)
    window.locator("#q").fill("刹车")
    window.keyboard.press("Enter")
    expect(window.locator("#rows > li")).to_have_count(2)
    window.locator("summary").first.click()
    expect(window.locator(".more").first).to_be_visible()
    window.get_by_role("link", name="2 已超时").click()
    expect(window.locator("#rows > li")).to_have_count(2)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_no_violation(serve, look, scheme, language, width):
    hub, empty = serve(a_busy_book()), serve(FakeTicketBook(devices=[a_device(1)]))

    def check(window, where):
        found = Axe().run(window).response["violations"]
        assert [(where, v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in found] == []
        shot(window, f"desk_{where}_{width}_{language}_{scheme}")

    window = look(f"{hub.url}/?lang={language}", width, 900, scheme)
    check(window, "tickets")
    window.keyboard.press("j")
    window.keyboard.press("Enter")
    check(window, "detail")
    window.keyboard.press("2")
    expect(window.locator("#rows > li")).to_have_count(2)
    check(window, "filtered")
    window.keyboard.press("?")
    check(window, "keys")
    window.goto(f"{hub.url}/erasures")
    check(window, "erasures")
    window.goto(empty.url)
    check(window, "empty")
    window.goto(f"{empty.url}/erasures")
    check(window, "no erasures")
