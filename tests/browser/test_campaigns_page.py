"""The campaigns pages in a real browser: written with keyboard and mouse, checked, pushed, followed."""

import secrets

import pytest
from playwright.sync_api import expect
from sqlalchemy import update

from agent.contract.messages import Answer
from hub.adapters.database.push_store import PushStore
from hub.adapters.database.schema import pushes
from hub.people.roles import Role
from hub.pushing.push import Choice
from tests.builders import feedback
from tests.fakes.browsers import violations
from tests.fakes.desk import Desk
from tests.fakes.screens import shot
from tests.fakes.staff import StaffRoom
from tests.fakes.ticket_book import NOW, FakeTicketBook

pytestmark = pytest.mark.browser

SITES = ("西湖充电站", "滨江充电站", "萧山 4S 店", "余杭充电站", "城西银泰站")


@pytest.fixture
def office(tmp_path):
    """A hub with five devices at five sites, two of them pilots, three in a phase of the roll-out."""
    found = StaffRoom(tmp_path)
    found.tenant = "demo"
    found.desk = Desk(found.database)
    found.pushes = PushStore(found.database, secrets.token_bytes)
    found.devices = [
        found.desk.enrol(f"d-0000000000000000000{n}", at=NOW, place=site) for n, site in enumerate(SITES, start=1)
    ]
    for device, tags in zip(found.devices, (["pilot"], ["pilot", "night"], [], [], []), strict=True):
        found.pushes.tag(device.name, tags)
    found.pushes.set_phase(Choice(sites=SITES[:2]), 2, who="admin", now=NOW)
    found.pushes.set_phase(Choice(sites=SITES[2:3]), 3, who="admin", now=NOW)
    return found


@pytest.fixture
def enter(serve, come_in, office):
    """Signs somebody of the service desk in and opens a page."""

    def come(path, **options):
        return come_in(serve(FakeTicketBook(), office), path, Role.SERVICE_DESK, locale="zh-CN", **options)

    return come


def shot_at(window, name, width):
    window.set_viewport_size({"width": width, "height": 2000})
    shot(window, name, whole=True)


def fits_every_screen(window):
    for width in (320, 390, 768, 1024, 1200, 1440):
        window.set_viewport_size({"width": width, "height": 844})
        assert window.evaluate("document.documentElement.scrollWidth") <= width
    window.set_viewport_size({"width": 1440, "height": 900})


def begin(window, question="本次充电体验如何？"):
    window.get_by_label("从哪个问题开始").select_option(label=question)
    window.get_by_role("button", name="新建").click()


def answered(office, numbers, answer, rule="charge"):
    given = Answer(rule_id=rule, question="？", answer_id=answer, answer="x", set_id="c-0001", set_version=1)
    office.desk.take(office.devices[0], *(feedback(number, answers=(given,)) for number in numbers), at=NOW)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_list_and_the_form_are_accessible_and_fit_every_screen(enter, scheme):
    window = enter("/campaigns", scheme=scheme)
    assert violations(window) == []
    shot(window, f"campaigns_none_{scheme}", whole=True)
    begin(window)
    window.get_by_text("更多：时机与先后").click()
    assert violations(window) == []
    fits_every_screen(window)
    shot(window, f"campaign_new_{scheme}", whole=True)
    window.goto(window.url.rpartition("/")[0])
    expect(window.get_by_role("cell", name="草稿")).to_be_visible()
    for path in ("", "/c-0001"):
        window.goto(f"{window.url.partition('/campaigns')[0]}/campaigns{path}?lang=en")
        assert violations(window) == []
        fits_every_screen(window)
        shot(window, f"campaign{'' if path else 's'}_english_{scheme}", whole=True)


def test_what_was_typed_before_the_script_came_is_in_the_preview_and_is_unsaved(enter):
    window, held = enter("/campaigns"), []

    def hold(route):
        held.append(route)

    window.route("**/campaign.js*", hold)
    with window.expect_request("**/campaign.js*"):
        begin(window)
    window.locator("#q0_zh").fill("充得还好吗？")
    held[0].continue_()
    expect(window.locator("#screen0")).to_contain_text("充得还好吗？")
    expect(window.get_by_text("有未保存的修改")).to_be_visible()
    window.on("dialog", lambda dialog: dialog.accept())


def test_the_preview_follows_the_typing_and_nobody_leaves_with_something_unsaved_by_mistake(enter):
    window = enter("/campaigns")
    begin(window)
    window.locator("#q0_zh").fill("充得还{minutes}好吗？")
    screen = window.locator("#screen0")
    expect(screen).to_contain_text("充得还20好吗？")
    window.locator("#q0_a1_zh").fill("很慢")
    expect(screen).to_contain_text("很慢")
    expect(window.get_by_text("有未保存的修改")).to_be_visible()
    asked = []
    window.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    window.get_by_role("link", name="工单").click()
    window.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    expect(window.locator("#q0_zh")).to_have_value("充得还{minutes}好吗？")
    window.get_by_role("button", name="保存草稿").last.click()
    expect(window.locator("#q0_zh")).to_have_value("充得还{minutes}好吗？")
    window.get_by_role("link", name="工单").click()
    window.wait_for_url(lambda url: "/campaigns" not in url)
    assert asked == ["beforeunload"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_mistakes_stand_beside_their_fields_and_the_keyboard_reaches_them(enter, scheme):
    window = enter("/campaigns", scheme=scheme)
    begin(window)
    window.locator("#title").fill("")
    window.locator("#ends").fill("2020-01-01")
    window.locator("#q0_zh").fill("约 {speed} 分钟？")
    window.locator("#audience").fill("家庭")
    window.get_by_role("button", name="检查并推送").click()
    expect(window.get_by_role("alert")).to_contain_text("有 5 处要改")
    expect(window.locator("#q0_zh-fault")).to_contain_text("{speed}")
    expect(window.locator("#ends-fault")).to_contain_text("已经过去")
    expect(window.locator("#target-fault")).to_contain_text("没有设备符合")
    expect(window.locator("#q0_zh")).to_have_value("约 {speed} 分钟？")
    assert violations(window) == []
    shot(window, f"campaign_wrong_{scheme}", whole=True)
    fits_every_screen(window)
    shot_at(window, f"campaign_wrong_phone_{scheme}", 390)
    window.set_viewport_size({"width": 1440, "height": 900})
    link = window.get_by_role("alert").get_by_role("link", name="标签只能用")
    link.focus()
    window.keyboard.press("Enter")
    expect(window.locator("#audience")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_campaign_is_pushed_followed_counted_and_stopped(enter, office, scheme):
    window = enter("/campaigns", scheme=scheme)
    begin(window)
    window.locator("#title").fill("试点站充电体验")
    window.get_by_label("pilot", exact=False).check(force=True)
    window.get_by_role("button", name="检查并推送").click()
    expect(window.locator("#confirm")).to_contain_text("推送到 2 台设备？")
    assert violations(window) == []
    shot(window, f"campaign_confirm_{scheme}", whole=True)
    window.get_by_role("button", name="推送", exact=True).click()
    expect(window.get_by_role("status").filter(has_text="已推送到 2 台设备")).to_be_visible()
    said = "rules.charge: nothing on this device raises 'charging_done'"
    with office.database.write() as connection:
        refused = {"outcome": "refused", "reason": said, "in_force": 0, "answered_at": NOW}
        connection.execute(update(pushes).where(pushes.c.device == office.devices[1].name).values(refused))
        have = {"outcome": "applied", "in_force": 1, "answered_at": NOW}
        connection.execute(update(pushes).where(pushes.c.device == office.devices[0].name).values(have))
    answered(office, range(1, 15), "fast")
    answered(office, range(15, 25), "slow")
    answered(office, range(25, 30), "payment")
    answered(office, range(30, 33), "speed", rule="c-0001.q2")
    office.pushes.tag(office.devices[3].name, ["pilot"])
    window.goto(window.url.partition("?")[0])
    devices = window.locator(".devices")
    expect(devices).to_contain_text(said)
    expect(devices.locator(".have")).to_contain_text("1")
    expect(devices).to_contain_text("又有 1 台符合条件的设备")
    expect(window.get_by_text("29 个回答")).to_be_visible()
    expect(window.get_by_text("48%")).to_be_visible()
    expect(window.get_by_text("共 3 个回答，满 5 个才显示分布")).to_be_visible()
    assert violations(window) == []
    fits_every_screen(window)
    shot(window, f"campaign_running_{scheme}", whole=True)
    shot_at(window, f"campaign_running_phone_{scheme}", 390)
    window.set_viewport_size({"width": 1440, "height": 900})
    window.goto(f"{window.url.rpartition('/')[0]}")
    shot(window, f"campaigns_{scheme}", whole=True)
    shot_at(window, f"campaigns_phone_{scheme}", 390)
    window.set_viewport_size({"width": 1440, "height": 900})
    window.get_by_role("link", name="试点站充电体验").click()
    window.get_by_role("button", name="停止活动").click()
    expect(window.get_by_role("status").filter(has_text="已停止")).to_be_visible()
    assert violations(window) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_vote_on_the_ways_of_giving_feedback_is_confirmed_by_somebody_who_sees_the_order(enter, office, scheme):
    window = enter("/campaigns", scheme=scheme)
    begin(window, "您更喜欢用哪种方式反馈？")
    window.get_by_label("全部设备").check()
    window.get_by_role("button", name="检查并推送").click()
    window.get_by_role("button", name="推送", exact=True).click()
    for device, start, way, votes in ((0, 1, "touch", 9), (0, 10, "phone", 4), (1, 1, "speak", 6), (2, 1, "type", 3)):
        given = Answer(rule_id="c-0001.q1", question="？", answer_id=way, answer="x", set_id="c-0001", set_version=1)
        numbers = range(start, start + votes)
        office.desk.take(office.devices[device], *(feedback(number, answers=(given,)) for number in numbers), at=NOW)
    window.goto(window.url.partition("?")[0])
    row = window.get_by_role("row", name="站点 西湖充电站")
    expect(row).to_contain_text("1 点")
    expect(window.get_by_role("row", name="萧山 4S 店")).to_contain_text("不到 5 票")
    assert violations(window) == []
    fits_every_screen(window)
    shot(window, f"campaign_vote_{scheme}", whole=True)
    shot_at(window, f"campaign_vote_phone_{scheme}", 390)
    window.set_viewport_size({"width": 1440, "height": 900})
    row.get_by_role("link", name="按此排列").click()
    expect(window.locator("#order")).to_contain_text("在 1 台设备上按这个顺序显示？")
    assert violations(window) == []
    shot(window, f"campaign_vote_confirm_{scheme}", whole=True)
    window.get_by_role("button", name="确认并推送").click()
    expect(window.get_by_role("status").filter(has_text="已推送到 1 台设备")).to_be_visible()
    expect(row).to_contain_text("0 / 1 台已采用")
