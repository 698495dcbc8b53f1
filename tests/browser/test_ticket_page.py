"""A ticket's own page and the figures in a real browser, over a real database."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from agent.contract.messages import Context, DeviceKind, MaskedText, QualityMark
from hub.adapters.database.ticket_book import DatabaseTicketBook
from hub.people.roles import Role
from tests.builders import feedback
from tests.fakes.browsers import violations
from tests.fakes.desk import Desk
from tests.fakes.screens import shot
from tests.fakes.staff import StaffRoom
from tests.fakes.ticket_book import NOW

pytestmark = pytest.mark.browser


def came(n, words, entry, rating, *, marks=(), place="12号站"):
    """One feedback at a kiosk."""
    context = Context(device_kind=DeviceKind.CHARGER_KIOSK, place=place, scene="charging_done", entry=entry)
    text = MaskedText(text=words) if words else None
    return feedback(
        n, text=text, context=context, rating=rating, marks=marks, contact=None, safety=False, answers=(), speech=None
    )


@pytest.fixture
def enter(serve, come_in, tmp_path):
    """Signs somebody in to a hub with five tickets and opens a page."""
    room = StaffRoom(tmp_path)
    room.tenant = "demo"
    desk, before = Desk(room.database), NOW - timedelta(minutes=7)
    nod = (QualityMark(mark="perfunctory", reason="no_more_than_a_nod"),)
    own = (QualityMark(mark="own_tap", reason="burst"),)
    desk.take(
        desk.enrol(at=before),
        came(1, "三号枪插不进去，试了三次", "face", 1),
        came(2, "还行吧", "sticker", 3, marks=nod),
        came(3, None, "face", 5, marks=own),
        came(4, "排队等了半小时", "qr", 2, place="13号站"),
        came(5, "屏幕反光看不清", "sticker", 2, place="13号站"),
        at=before,
    )

    def come(path, role=Role.SERVICE_DESK, **options):
        return come_in(serve(DatabaseTicketBook(room.database), room), path, role, **options)

    return come


def fits(window):
    for width in (320, 390, 768, 1100, 1440):
        window.set_viewport_size({"width": width, "height": 900})
        assert window.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_ticket_is_worked_on_from_the_list_to_its_end(enter, scheme):
    window = enter("/", scheme=scheme)
    shot(window, f"ticket-list-{scheme}", whole=True)
    window.locator("[data-key='T-000002'] summary").click()
    shot(window, f"ticket-detail-{scheme}", whole=True)
    window.locator("[data-key='T-000002']").get_by_role("link", name="处理这张工单").click()
    expect(window.get_by_role("heading", name="T-000002")).to_be_visible()
    expect(window.locator("main")).to_contain_text("固定贴码，统计时按 0.5 计")
    assert violations(window) == []
    window.get_by_role("button", name="受理").click()
    expect(window.locator(".steps li")).to_have_count(1)  # the browser asks for the reason first
    window.get_by_label("为什么").fill("站点已确认")
    window.get_by_label("告诉客户").fill("我们已经派人去看")
    window.get_by_role("button", name="受理").click()
    expect(window.locator(".steps li").first).to_contain_text("待响应 → 已受理")
    window.get_by_label("为什么").fill("换了新枪，回访过")
    window.get_by_role("button", name="办结关闭").click()
    expect(window.locator(".bar .chip")).to_have_text("已关闭")
    expect(window.get_by_role("heading", name="车辆状态")).to_have_count(1)
    shot(window, f"ticket-page-{scheme}", whole=True)
    assert violations(window) == []
    window.get_by_label("为什么").fill("客户说没修好")
    window.get_by_role("button", name="重新打开").click()
    expect(window.locator(".bar .chip")).to_have_text("已重开")
    fits(window)
    window.set_viewport_size({"width": 390, "height": 844})
    shot(window, f"ticket-page-phone-{scheme}", whole=True)


def test_what_was_refused_is_said_and_what_was_typed_stays(enter):
    window = enter("/tickets/T-000001", link_may_break=True)  # a browser calls a refusal an error
    window.get_by_label("为什么").fill("已联系站点")
    window.get_by_label("告诉客户").fill("请打13912345678")
    window.get_by_role("button", name="受理").click()
    expect(window.get_by_role("alert")).to_contain_text("没有改")
    expect(window.get_by_label("告诉客户")).to_have_value("请打13912345678")
    shot(window, "ticket-page-refused", whole=True)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_figures_stand_raw_and_weighted_and_without_what_is_marked(enter, scheme):
    window = enter("/figures", scheme=scheme)
    cells = window.locator("tr.sum td")
    assert cells.all_inner_texts() == ["合计", "5", "4", "2", "5", "2.6", "2.62"]
    shot(window, f"figures-{scheme}", whole=True)
    assert violations(window) == []
    window.get_by_label("不含存疑的").check()
    window.get_by_label("按什么分").select_option("entry")
    window.get_by_role("button", name="显示").click()
    expect(cells).to_have_text(["合计", "3", "2.5", "0", "3", "1.67", "1.6"])
    fits(window)
    window.set_viewport_size({"width": 390, "height": 844})
    shot(window, f"figures-phone-{scheme}", whole=True)


def test_the_list_without_marked_ones_can_be_chosen_and_left_again(enter):
    window = enter("/")
    expect(window.locator("#rows > li")).to_have_count(5)
    window.get_by_role("link", name="不含存疑").click()
    expect(window.locator("#rows > li")).to_have_count(3)
    expect(window.locator("#rows")).not_to_contain_text("还行吧")
    window.get_by_role("link", name="全部").click()
    expect(window.locator("#rows > li")).to_have_count(5)
