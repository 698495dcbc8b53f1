"""Signing in with a real browser: chromium makes and uses passkeys; a DevTools authenticator holds them."""

import pytest
from playwright.sync_api import expect

from hub.people.roles import Role
from tests.fakes.browsers import add_authenticator, violations
from tests.fakes.screens import shot
from tests.fakes.ticket_book import a_busy_book

pytestmark = pytest.mark.browser


def invitation_for(room, hub, name, *roles):
    return f"{hub.url}/invitation#{room.invite(name, *roles)}"


def test_a_person_comes_in_by_invitation_signs_out_and_in_again_with_the_passkey(serve, look, room):
    hub = serve(a_busy_book())
    window = look("about:blank", roles=())
    session, authenticator = add_authenticator(window)
    window.goto(invitation_for(room, hub, "王丽", Role.SERVICE_DESK))
    assert "#" not in window.url
    expect(window.get_by_label("邀请码")).not_to_have_value("")
    window.get_by_role("button", name="创建通行密钥并登录").click()
    expect(window.locator("#rows > li")).to_have_count(12)
    (made,) = session.send("WebAuthn.getCredentials", {"authenticatorId": authenticator})["credentials"]
    assert made["isResidentCredential"]
    assert made["rpId"] == "localhost"
    window.get_by_role("link", name="我", exact=True).click()
    expect(window.get_by_role("heading", level=1)).to_have_text("王丽")
    window.get_by_role("button", name="退出", exact=True).click()
    expect(window.get_by_role("heading", name="登录听车服务台")).to_be_visible()
    window.goto(f"{hub.url}/erasures")
    window.get_by_role("button", name="用通行密钥登录").click()
    expect(window.locator("#rows tr")).to_have_count(2)
    assert window.url == f"{hub.url}/erasures"


def test_a_used_invitation_says_so_in_words_and_lets_nobody_in(serve, look, room):
    hub = serve(a_busy_book())
    link = invitation_for(room, hub, "李强", Role.SERVICE_DESK)
    for said in ("工单", "用邀请加入"):
        window = look("about:blank", roles=(), link_may_break=True)
        add_authenticator(window)
        window.goto(link)
        window.get_by_role("button", name="创建通行密钥并登录").click()
        if said != "工单":
            expect(window.get_by_role("alert")).to_contain_text("邀请码无效或已过期")
        expect(window.get_by_role("heading", level=1)).to_have_text(said)


def test_a_passkey_of_somebody_who_was_disabled_does_not_open_the_desk(serve, look, room):
    hub = serve(a_busy_book())
    window = look("about:blank", roles=(), link_may_break=True)
    add_authenticator(window)
    window.goto(invitation_for(room, hub, "赵敏", Role.SERVICE_DESK))
    window.get_by_role("button", name="创建通行密钥并登录").click()
    expect(window.locator("#rows > li")).to_have_count(12)
    room.people.disable("赵敏", by="hub", now=hub.now())
    expect(window.get_by_role("heading", name="登录听车服务台")).to_be_visible()
    window.get_by_role("button", name="用通行密钥登录").click()
    expect(window.get_by_role("alert")).to_contain_text("不能登录这里")


@pytest.mark.parametrize("path", ["/sign-in", "/invitation"])
def test_the_button_can_be_pressed_only_when_the_script_is_there_to_hear_it(serve, look, path):
    hub, held = serve(a_busy_book()), []
    window = look("about:blank", roles=())

    def hold(route):
        held.append(route)

    window.route("**/passkey.js*", hold)
    with window.expect_request("**/passkey.js*"):
        window.goto(f"{hub.url}{path}", wait_until="commit")
    button = window.locator(".door .btn")
    expect(button).to_be_disabled()
    held[0].continue_()
    expect(button).to_be_enabled()


def test_a_browser_without_scripts_is_told_what_to_do(serve, look):
    window = look(f"{serve(a_busy_book()).url}/sign-in", roles=(), java_script_enabled=False)
    told = window.locator("noscript > p")  # not by its text: Playwright reads no text in there
    expect(told).to_be_visible()
    expect(told).to_contain_text("允许这一页的脚本")


def test_without_a_check_of_the_person_no_passkey_is_made(serve, look, room):
    hub = serve(a_busy_book())
    window = look("about:blank", roles=(), link_may_break=True)
    add_authenticator(window, isUserVerified=False)
    window.goto(invitation_for(room, hub, "孙梅", Role.SERVICE_DESK))
    window.get_by_role("button", name="创建通行密钥并登录").click()
    expect(window.get_by_role("alert")).to_contain_text("没有完成")
    assert next(p.passkeys for p in room.people.people() if p.name == "孙梅") == 0


def test_under_its_address_the_door_moves_to_the_name_that_passkeys_need(serve, look, room):
    hub = serve(a_busy_book())
    window = look("about:blank", roles=())
    add_authenticator(window)
    window.goto(invitation_for(room, hub, "周平", Role.REVIEWER).replace("localhost", "127.0.0.1"))
    assert window.url == f"{hub.url}/invitation"
    window.get_by_role("button", name="创建通行密钥并登录").click()
    expect(window.get_by_role("heading", level=1)).to_have_text("复核")


def test_an_administrator_invites_disables_and_hands_over_the_link(serve, look, room):
    hub = serve(a_busy_book())
    window = look(f"{hub.url}/people")
    window.get_by_label("姓名").fill("钱进")
    window.get_by_label("回拨专员").check()
    window.get_by_role("button", name="生成邀请").click()
    slip = window.get_by_role("status").filter(has_text="给钱进的邀请")
    link = slip.locator("code").first.inner_text()
    other = look("about:blank", roles=(), link_may_break=True)
    add_authenticator(other)
    other.goto(link)
    other.get_by_role("button", name="创建通行密钥并登录").click()
    expect(other.locator("#rows > li")).to_have_count(12)
    window.goto(f"{hub.url}/people")
    expect(window.get_by_text(link)).to_have_count(0)
    window.get_by_role("button", name="停用 钱进").click()
    expect(window.get_by_role("row", name="钱进")).to_contain_text("已停用")
    expect(other.get_by_role("heading", name="登录听车服务台")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_axe_finds_nothing_on_the_pages_around_a_sign_in(serve, look, room, scheme, language):
    hub = serve(a_busy_book())
    for path in ("/sign-in", "/invitation"):
        outside = look(f"{hub.url}{path}?lang={language}", scheme=scheme, roles=())
        expect(outside.locator(".door .btn")).to_be_enabled()
        shot(outside, f"desk{path.replace('/', '_')}_{language}_{scheme}")
        assert violations(outside) == []
    window = look(f"{hub.url}/account?lang={language}", scheme=scheme)
    assert violations(window) == []
    shot(window, f"desk_account_{language}_{scheme}")
    window.goto(f"{hub.url}/people")
    assert violations(window) == []
    shot(window, f"desk_people_{language}_{scheme}")
    window.set_viewport_size({"width": 390, "height": 844})
    assert violations(window) == []


@pytest.mark.parametrize("size", [(390, 844), (320, 640), (768, 1024), (1440, 900)])
def test_no_page_around_a_sign_in_is_wider_than_the_screen(serve, look, size):
    hub = serve(a_busy_book())
    width, height = size
    for path in ("/sign-in", "/invitation"):
        window = look(hub.url + path, width, height, roles=())
        assert window.evaluate("document.documentElement.scrollWidth") <= width, path
    window = look(f"{hub.url}/account", width, height)
    for path in ("/account", "/people", "/"):
        window.goto(hub.url + path)
        assert window.evaluate("document.documentElement.scrollWidth") <= width, path
