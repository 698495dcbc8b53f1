"""What a person does on the device's own screens, in a real browser, on a real store: consent, feedback, their data."""

import base64
import json

import pytest
from playwright.sync_api import expect

from agent.adapters import ogg_opus
from agent.consent import deletion_receipt
from agent.consent.grant import Purpose
from agent.consent.notice import Notice
from agent.contract.identifiers import voice_id
from agent.feedback.audio import AudioClip
from agent.ports import NewEntry, Priority
from tests.builders import record_id, ticket_news
from tests.fakes.browsers import Looked

pytestmark = pytest.mark.browser

HEAD, SMALL_HEAD, KIOSK, TERMINAL, PHONE = (1920, 720), (1280, 480), (1080, 1920), (1280, 800), (390, 844)
WHERE = [
    pytest.param("head_unit", HEAD, id="head"),
    pytest.param("head_unit", SMALL_HEAD, id="small_head"),
    pytest.param("charger_kiosk", KIOSK, id="kiosk"),
    pytest.param("charger_kiosk", PHONE, id="phone"),
    pytest.param("service_terminal", TERMINAL, id="terminal"),
]
SENTENCE = "三号桩 的 枪头 接触 不良 麻烦 打我电话 13800138000"
NUMBER = "13800138000"
LONG_SENTENCE = (
    "三号桩 的 枪头 接触 不良 充到 六成 就 掉到 三十 千瓦 旁边 的 车位 又 被 油车 占着 "
    "叫 站长 来 挪车 等 了 四十 分钟 也 没有 人 来 扫码 付款 还 失败 了 两次 麻烦 打我电话 13800138000"
)
LONG_PLACE = "长江三角洲高速公路沪宁线阳澄湖服务区南区超级快充示范站 12 号桩"


@pytest.fixture
def opened(touch, look):
    """A device with its page open, standing still."""

    def open_page(kind="head_unit", size=HEAD, sentences=(SENTENCE,) * 3, **options):
        device = touch(kind, sentences, **options)
        device.cabin(moving=False)
        window = look(device.url, *size, link_may_break=True, roles=())
        expect(window.locator("#app.home")).to_be_visible()
        return device, window

    return open_page


def rows(device, table):
    return device.store._reader.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - our own names


def consents(window, *more):
    """Switches the first purpose on, and others, and agrees."""
    for purpose in ("improve_service", *more):
        window.locator(f'[data-purpose="{purpose}"]').click()
    window.locator(".consent .acts .primary").click()


def speaks(window, period=None):
    window.locator(".talk").focus()
    window.keyboard.press("Enter")
    if period is not None:
        window.locator(f'[data-period="{period}"]').click()
    consents(window)
    expect(window.locator("#app.review")).to_be_visible()


def sends(window):
    window.locator(".review .acts .primary").click()
    expect(window.locator("#app.thanks")).to_be_visible()
    secret = "".join(window.locator(".secret span:not(.sr)").all_inner_texts())
    return window.locator(".receipt .code").inner_text(), secret


# ---- consent ----


@pytest.mark.parametrize(("kind", "size"), WHERE[::2])
def test_before_the_first_word_every_switch_is_off_and_refusing_leaves_nothing(opened, kind, size):
    device, window = opened(kind, size)
    before = rows(device, "subjects")
    window.locator(".talk").focus()
    window.keyboard.press("Enter")
    expect(window.locator(".consent")).to_contain_text("我们不会因反馈内容向您推销保险")
    switches = window.locator(".consent [role=switch]")
    assert {s.get_attribute("aria-checked") for s in switches.all()} == {"false"}
    expect(window.locator(".consent .acts .primary")).to_be_disabled()
    window.get_by_role("button", name="都不同意，只打分").click()
    expect(window.locator("#app.home")).to_be_visible()
    assert (rows(device, "subjects"), rows(device, "grants"), rows(device, "entries")) == (before, 0, 0)
    window.get_by_role("button", name="不错").first.click()
    if kind == "service_terminal":
        window.get_by_role("button", name="提交").click()
    expect(window.locator("#app.thanks")).to_be_visible()
    assert rows(device, "entries") == 1


def test_what_is_switched_on_is_what_is_granted_for_as_long_as_chosen(opened):
    device, window = opened()
    window.locator(".talk").click()
    window.locator('[data-period="90d"]').click()
    consents(window, "co_create")
    expect(window.locator("#app.review")).to_be_visible()
    (grant,) = device.store.grants(device.store.find_subject("driver"))
    assert (sorted(grant.purposes), grant.period) == (["co_create", "improve_service"], "90d")


def test_voice_is_agreed_to_in_a_grant_of_its_own(opened):
    device, window = opened()
    window.locator(".talk").click()
    window.locator('[data-period="7d"]').click()
    consents(window, "keep_voice_for_review")
    expect(window.locator("#app.review")).to_be_visible()
    grants = device.store.grants(device.store.find_subject("driver"))
    assert sorted(sorted(g.purposes) for g in grants) == [["improve_service"], ["keep_voice_for_review"]]


def test_not_this_trip_is_one_touch_and_nothing_is_heard_and_a_face_can_still_be_touched(opened):
    device, window = opened()
    window.get_by_role("switch", name="本次行程不反馈").click()
    expect(window.locator(".talk")).to_be_disabled()
    expect(window.locator(".talk")).to_contain_text("下次启动再问您")
    assert device.store.paused()
    window.get_by_role("button", name="很好").click()
    expect(window.locator("#app.thanks")).to_be_visible()
    assert device.store.ledger().accepted == 1
    window.keyboard.press("Escape")
    window.get_by_role("switch", name="本次行程不反馈").click()
    expect(window.locator(".talk")).to_be_enabled()


def test_under_14_a_guardian_reads_and_agrees_and_nobody_else_can(opened):
    device, window = opened()
    window.locator(".talk").click()
    window.get_by_role("button", name="未满 14 岁").click()
    window.get_by_role("button", name="我是监护人，我来选").click()
    expect(window.get_by_role("heading", name="请监护人阅读并同意")).to_be_visible()
    subject = device.store.find_subject("driver")
    assert device.store.under_14(subject)
    assert device.store.grants(subject) == ()
    consents(window)
    expect(window.locator("#app.review")).to_be_visible()
    assert [g.given_by for g in device.store.grants(subject)] == ["guardian"]


def test_the_words_beside_the_switches_are_the_words_that_are_signed_for(opened):
    device, window = opened()
    window.locator(".talk").click()
    window.locator('[data-purpose="improve_service"]').click()
    window.locator('[data-purpose="co_create"]').click()
    window.get_by_role("button", name="告知全文").click()
    shown = window.locator("dialog .notice p").all_inner_texts()
    window.keyboard.press("Escape")
    window.locator(".consent .acts .primary").click()
    expect(window.locator("#app.review")).to_be_visible()
    (grant,) = device.store.grants(device.store.find_subject("driver"))
    read = Notice(zh="\n".join(shown[0::2]), en="\n".join(shown[1::2]))
    assert read.hash == grant.notice_hash


# ---- speaking ----


def test_a_spoken_sentence_is_shown_masked_and_kept_only_when_it_is_sent(opened):
    device, window = opened()
    speaks(window)
    assert window.locator(".preview .mask").all_inner_texts() == ["手机号"]
    assert NUMBER not in window.content()
    assert rows(device, "entries") == 0
    code, secret = sends(window)
    assert rows(device, "entries") == 1
    assert code.startswith("TC-")
    assert len(secret) == 26
    assert NUMBER.encode() not in device.on_disk()


def test_what_is_not_sent_leaves_nothing(opened):
    device, window = opened()
    speaks(window)
    window.get_by_role("button", name="不发了").click()
    expect(window.locator("#app.home")).to_be_visible()
    assert rows(device, "entries") == 0


def test_a_number_that_was_said_is_kept_for_a_call_back_only_when_switched_on(opened):
    device, window = opened()
    speaks(window)
    window.get_by_role("switch", name="把您说的号码留给回电人员").click()
    sends(window)
    expect(window.locator(".told")).to_contain_text("联系您")
    (grant,) = [g for g in device.store.grants(device.store.find_subject("driver")) if "call_back" in g.purposes]
    assert grant.period == "once"
    assert NUMBER.encode() not in device.on_disk()


def test_a_written_sentence_is_masked_before_it_is_sent(opened):
    device, window = opened("service_terminal", TERMINAL)
    window.get_by_role("button", name="写一句").click()
    window.get_by_label("您想说的话").fill(f"等了两个小时，打我电话{NUMBER}")
    window.get_by_role("button", name="看看遮盖后的样子").click()
    consents(window)
    expect(window.locator(".preview .mask")).to_have_text("手机号")
    window.locator(".rate-too .face").nth(1).click()
    sends(window)
    (subject,) = device.store._reader.execute("SELECT subject FROM entries").fetchone()
    (kept,) = device.store.kept(subject)
    assert json.loads(kept.readable)["rating"] == 2


def test_without_a_speech_model_the_panel_offers_to_write_and_says_so(opened):
    _device, window = opened(sentences=None)
    expect(window.locator(".chips")).to_contain_text("语音包没装好")
    window.locator(".talk").click()
    expect(window.get_by_label("您想说的话")).to_be_visible()


# ---- what the device has, and its end ----


@pytest.mark.parametrize(
    ("kind", "size", "scheme"),
    [pytest.param(*one.values, "zh_day", id=one.id) for one in WHERE]
    + [pytest.param(*one.values, "en_night", id=f"{one.id}_en_night") for one in (WHERE[0], WHERE[2])],
)
def test_from_the_first_word_to_its_deletion_on_every_screen(opened, kind, size, scheme):
    """One visit through every view: real rows come and go, nothing overflows, axe finds nothing serious."""
    english, night = scheme == "en_night", scheme == "en_night"
    device, window = opened(kind, size, [LONG_SENTENCE], place=LONG_PLACE, talks_s=2.5)
    device.cabin(moving=False, night=night)
    seen = Looked(window, f"{kind}_{size[0]}x{size[1]}_{scheme}")
    if english:
        window.get_by_role("button", name="English").click()
    expect(window.locator("html")).to_have_attribute("data-theme", "dark" if night else "light")
    seen.as_("1_home")
    window.locator(".talk").focus()
    window.keyboard.press("Enter")
    expect(window.locator("#app.consent")).to_be_visible()
    seen.as_("2_consent")
    window.locator('[data-purpose="improve_service"]').click()
    seen.as_("3_consent_on")
    window.locator(".consent .acts .primary").click()
    expect(window.locator(".live")).to_contain_text("枪头")
    seen.as_("4_listening", axe=False)
    expect(window.locator("#app.review")).to_be_visible()
    seen.as_("5_review")
    code, secret = sends(window)
    seen.as_("6_thanks")
    window.locator(".thanks .acts .primary").click()
    if kind == "head_unit":  # a driver has a profile, and their receipts behind it
        window.locator('.tile:has(use[href$="#shield-check"])').click()
    window.locator(':is(.tile, .mine .btn, .top-acts .btn):has(use[href$="#receipt-text"])').click()
    expect(window.locator("#app.look")).to_be_visible()
    seen.as_("7_look")
    window.locator("input.code").fill(code)
    window.locator(".look .acts .primary").click()
    expect(window.locator(".progress")).to_be_visible()
    assert "枪头" not in window.locator("#app").inner_text()
    seen.as_("8_progress")
    window.locator("input.code").fill(secret)
    window.locator(".look .acts .primary").click()
    expect(window.locator(".list")).to_contain_text("枪头")
    seen.as_("9_yours")
    window.locator(".mine .acts .danger").click()
    seen.as_("10_delete")
    assert rows(device, "entries WHERE kind = 'feedback'") == 1
    window.locator("dialog .danger").click()
    expect(window.locator("#app.erased:not(.working)")).to_be_visible()
    seen.as_("11_deleted")
    assert (rows(device, "entries WHERE kind = 'feedback'"), rows(device, "tombstones")) == (0, 1)
    assert device.agent.status()["ledger"]["erased"] == 1
    assert code.encode() not in device.on_disk()
    assert seen.wrong == []


def test_a_recording_that_is_kept_for_review_is_counted_and_can_be_heard(opened):
    device, window = opened()
    window.locator(".talk").click()
    window.locator('[data-period="90d"]').click()
    consents(window, "keep_voice_for_review")
    expect(window.locator("#app.review")).to_be_visible()
    sends(window)
    subject = device.store.find_subject("driver")
    (kept,) = device.store.kept(subject)
    grant = next(g for g in device.store.grants(subject) if g.purposes == {Purpose.KEEP_VOICE_FOR_REVIEW})
    sound = ogg_opus.encode(AudioClip(b"\0\x10" * 16_000), 40_000)
    readable = json.dumps({"record_id": kept.record_id, "sound": base64.b64encode(sound).decode()}).encode()
    voice = NewEntry(
        voice_id(kept.record_id), "voice", Priority.VOICE, b"sealed", kept.recorded_at, subject=subject,
        grant_id=grant.grant_id, readable=readable, about=kept.record_id,
    )  # fmt: skip
    assert device.store.put(voice).result() is None
    window.locator(".thanks .acts .primary").click()
    window.get_by_role("button", name="您的数据").click()
    expect(window.locator(".counts")).to_contain_text("1段录音")
    window.locator(".reads").first.click()
    player = window.locator("audio")
    expect(player).to_be_visible()
    seconds = player.evaluate(
        "async audio => { audio.muted = true; await audio.play(); await new Promise(r => setTimeout(r, 200));"
        " return audio.duration }"
    )
    assert seconds == pytest.approx(1.0, abs=0.1)


@pytest.mark.parametrize("size", [HEAD, SMALL_HEAD])
def test_a_driver_sees_all_of_it_deletes_one_and_then_the_rest(opened, size):
    device, window = opened("head_unit", size)
    speaks(window, period="90d")
    sends(window)
    window.locator(".thanks .acts .primary").click()
    window.get_by_role("button", name="不太好").click()
    window.locator(".thanks .acts .primary").click()
    window.get_by_role("button", name="您的数据").click()
    expect(window.locator(".list li")).to_have_count(2)
    expect(window.locator(".grants li")).to_contain_text("改进服务")
    window.locator(".reads").click()
    expect(window.locator("dialog .words")).to_contain_text("枪头")
    window.keyboard.press("Escape")
    window.locator(".list .ib").first.click()
    window.locator("dialog").get_by_role("button", name="删除", exact=True).click()
    expect(window.locator("#app.erased")).to_be_visible()
    window.locator(".erased .acts .primary").click()
    expect(window.locator(".list li")).to_have_count(1)
    window.get_by_role("button", name="全部删除").click()
    window.locator("dialog").get_by_role("button", name="删除", exact=True).click()
    expect(window.locator("#app.erased")).to_contain_text("已销毁")
    window.locator(".erased .acts .primary").click()
    window.get_by_role("button", name="您的数据").click()
    expect(window.locator("#app.nothing")).to_contain_text("这里没有您的数据")
    assert device.store.find_subject("driver") is None
    assert device.agent.status()["ledger"]["erased"] == 2


def test_what_the_desk_answered_stands_beside_what_was_said(opened):
    device, window = opened()
    speaks(window, period="90d")
    sends(window)
    window.locator(".thanks .acts .primary").click()
    subject = device.store.find_subject("driver")
    (kept,) = device.store.kept(subject)
    device.agent._directives.take(record_id(9), ticket_news(subject=subject, record_id=kept.record_id))
    window.get_by_role("button", name="您的数据").click()
    expect(window.locator(".list li")).to_contain_text("已办结")
    window.locator(".reads").click()
    expect(window.locator("dialog .reply")).to_contain_text("三号枪已更换")


def test_keeping_it_after_all_deletes_nothing(opened):
    device, window = opened()
    speaks(window)
    sends(window)
    window.locator(".thanks .acts .primary").click()
    window.get_by_role("button", name="您的数据").click()
    window.get_by_role("button", name="全部删除").click()
    window.get_by_role("button", name="不删，返回").click()
    expect(window.locator(".list li")).to_have_count(1)
    assert rows(device, "entries") == 1


def test_a_purpose_is_withdrawn_and_what_waited_for_it_goes(opened):
    device, window = opened()
    speaks(window, period="7d")
    sends(window)
    window.locator(".thanks .acts .primary").click()
    window.get_by_role("button", name="您的数据").click()
    window.get_by_role("button", name="撤回 改进服务").click()
    window.locator("dialog").get_by_role("button", name="撤回", exact=True).click()
    expect(window.locator("dialog")).to_contain_text("已撤回")
    window.locator("dialog").get_by_role("button", name="关闭").click()
    expect(window.locator("#app.nothing, .grants")).to_contain_text(["没有"])
    assert rows(device, "entries WHERE kind = 'feedback'") == 0
    (grant,) = device.store.grants(device.store.find_subject("driver"))
    assert grant.withdrawn_at is not None


def test_the_proof_of_a_deletion_is_saved_and_its_signature_holds(opened):
    device, window = opened("charger_kiosk", KIOSK)
    speaks(window)
    _code, secret = sends(window)
    window.locator(".thanks .acts .primary").click()
    window.get_by_role("button", name="用回执码查").click()
    window.get_by_label("回执码或密码").fill(secret)
    window.get_by_role("button", name="查一下").click()
    window.get_by_role("button", name="全部删除").click()
    window.locator("dialog").get_by_role("button", name="删除", exact=True).click()
    with window.expect_download() as saved:
        window.get_by_role("button", name="存下删除凭证").click()
    proof = json.loads(saved.value.path().read_text(encoding="utf-8"))
    checked = deletion_receipt.check(proof, device.signing_key, device.agent.identity.hub_key)
    assert checked.verdict == deletion_receipt.Verdict.HUB_WAITING


def test_one_touch_takes_back_what_was_just_recorded(opened):
    device, window = opened("charger_kiosk", KIOSK)
    window.get_by_role("button", name="很差").click()
    window.get_by_role("button", name="撤回这条").click()
    expect(window.locator("dialog")).to_contain_text("已撤回并删除")
    assert rows(device, "tombstones") == 1
    assert device.agent.status()["ledger"]["erased"] == 1


def test_everything_is_exported_in_one_file(opened):
    _device, window = opened()
    speaks(window)
    sends(window)
    window.locator(".thanks .acts .primary").click()
    window.get_by_role("button", name="您的数据").click()
    with window.expect_download() as saved:
        window.get_by_role("button", name="导出一份").click()
    exported = json.loads(saved.value.path().read_text(encoding="utf-8"))
    assert "枪头" in exported["records"][0]["record"]["text"]["text"]


# ---- the screen wipes itself ----


def kept_by_the_browser(window):
    return window.evaluate(
        """async () => [localStorage.length, sessionStorage.length, document.cookie,
            (await indexedDB.databases()).length, (await caches.keys()).length, location.href, history.length]"""
    )


def test_an_idle_public_screen_wipes_everything(opened):
    device, window = opened("charger_kiosk", KIOSK, idle_s=10)
    speaks(window)
    sends(window)
    expect(window.locator(".idle")).to_contain_text("秒后自动清空")
    shown = window.locator(".receipt .code").inner_text()
    expect(window.locator("#app.home")).to_be_visible(timeout=15_000)
    assert shown not in window.content()
    assert "枪头" not in window.content()
    assert kept_by_the_browser(window) == [0, 0, "", 0, 0, device.url, 2]
    window.go_back()
    assert "枪头" not in window.content()


def test_on_request_every_control_of_a_kiosk_is_in_the_lower_half(opened):
    _device, window = opened("charger_kiosk", KIOSK, place=LONG_PLACE)
    window.get_by_role("button", name="按钮放低").click()
    tops = window.locator("#app button:visible").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().top)"
    )
    assert len(tops) == 9
    assert min(tops) >= KIOSK[1] / 2 - 1
    Looked(window, "charger_kiosk_low").as_("home")
    window.locator(".talk").focus()
    window.keyboard.press("Enter")
    expect(window.locator("#app.consent")).to_be_visible()
    switches = window.locator(".p").evaluate_all("all => all.map((one) => one.getBoundingClientRect().top)")
    assert min(switches) >= KIOSK[1] / 2 - 1


def test_a_visitor_takes_the_pages_to_their_own_phone(opened):
    _device, window = opened("service_terminal", TERMINAL, origins=["https://shop.example"])
    window.get_by_role("button", name="用手机评").click()
    expect(window.locator("dialog").get_by_role("img", name="本页地址的二维码")).to_be_visible()


def test_the_page_says_calmly_that_the_device_restarts_and_comes_back(opened):
    device, window = opened()
    device.pages.close()
    expect(window.locator(".chips")).to_contain_text("正在重新连接本机")
    device.pages = device.agent.open_pages(device.pages.port)
    expect(window.locator(".chips")).to_contain_text("没网也能用")


# ---- keyboard, knob, languages ----


def test_a_knob_reaches_and_touches_everything(opened):
    _device, window = opened()
    seen = []
    for _ in range(12):
        window.keyboard.press("ArrowRight")
        seen.append(window.evaluate("document.activeElement.innerText.split('\\n')[0]"))
    assert {"听车", "English", "很差", "很好", "本次行程不反馈", "您的反馈", "您的数据"} <= set(seen)
    window.keyboard.press("ArrowLeft")
    window.locator(".tile", has_text="您的数据").focus()
    window.keyboard.press("Enter")
    expect(window.locator("#app.mine")).to_be_visible()
    window.keyboard.press("Escape")
    expect(window.locator("#app.home")).to_be_visible()


def test_english_is_one_touch_and_leaves_with_the_visitor(opened):
    _device, window = opened("charger_kiosk", KIOSK)
    window.get_by_role("button", name="English").click()
    expect(window.locator(".talk")).to_contain_text("Hold to talk")
    window.get_by_role("button", name="Good", exact=True).click()
    expect(window.locator(".told")).to_contain_text("Recorded")
    window.get_by_role("button", name="Done, clear the screen").click()
    expect(window.locator(".talk")).to_contain_text("按住说话")
