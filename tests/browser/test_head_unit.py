"""The head unit's page in a real browser: at the wheel, what became of what was said, long words, both sizes."""

import json
import time
from datetime import timedelta
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.builders import record_id, ticket_news
from tests.fakes.browsers import Looked
from tests.fakes.loud import PlainVoice, WatchedLoudspeaker

pytestmark = pytest.mark.browser

HEAD, SMALL = (1920, 720), (1280, 480)
SIZES = pytest.mark.parametrize("size", [HEAD, SMALL], ids=["head", "small"])
SENTENCE = "刹车 有点 异响 麻烦 打我电话 13800138000"
PLAIN = "空调 有点 霉味"
LONG = (
    "上周五 在 阳澄湖 服务区 充电 三号桩 的 枪头 接触 不良 充到 六成 就 掉到 三十 千瓦 旁边 的 车位 又 被 "
    "油车 占着 叫 站长 来 挪车 等 了 四十 分钟 也 没有 人 来 扫码 付款 还 失败 了 两次 后来 打 客服 热线 等 "
    "了 二十 分钟 才 接通 接线员 说 要 先 交 照片 可是 手机 已经 没电 了 最后 只好 换 到 对面 的 老桩 上 "
    "慢慢 充 到家 已经 半夜 十二点 孩子 哭 了 一路 希望 你们 认真 处理 一下 这个 站 的 充电桩 和 停车 管理 "
    "不要 每次 都 说 已经 反馈 给 站点 就 没有 下文 了 这样 的 体验 实在 很 难 再 让 人 相信"
)
LONG_NOTE = (
    "已请站点更换三号桩枪头并重新标定功率，油车占位由保安每小时巡查一次；扫码付款失败系运营商夜间升级所致，两笔重复扣款已原路退回，"
    "预计三个工作日到账。再次向您致歉，若还有问题请直接说一句。"
)
LONG_NOTE_EN = (
    "The site has replaced connector 3 and calibrated its power again; a guard now checks every hour for "
    "petrol cars in the bays. Paying failed because the operator upgraded its systems that night, and both "
    "double charges go back to your account within three working days."
)


@pytest.fixture
def opened(touch, look):
    """A car with its page open; it stands."""

    def open_page(size=HEAD, sentences=(SENTENCE,) * 3, *, night=False, **options):
        device = touch("head_unit", sentences, **options)
        device.cabin(moving=False, night=night)
        window = look(device.url, *size, link_may_break=True, roles=())
        expect(window.locator("#app.home")).to_be_visible()
        return device, window

    return open_page


def agrees(window):
    window.locator(".talk").focus()
    window.keyboard.press("Enter")
    window.locator('[data-period="90d"]').click()
    window.locator('[data-purpose="improve_service"]').click()
    window.locator(".consent .acts .primary").click()


def speaks(window):
    """A first sentence: agreed to for 90 days, seen and sent."""
    agrees(window)
    expect(window.locator("#app.review")).to_be_visible()
    window.locator(".review .acts .primary").click()
    expect(window.locator("#app.thanks")).to_be_visible()
    window.locator(".thanks .acts .primary").click()
    expect(window.locator("#app.home")).to_be_visible()


def drives(device, window, *, night=False):
    device.cabin(moving=True, night=night)
    expect(window.locator("#app.driving")).to_be_visible()


def records(device):
    return device.store._reader.execute("SELECT count(*) FROM entries WHERE kind = 'feedback'").fetchone()[0]


def shown(window):
    """Every word that can be read, the labels of switches among them."""
    return window.locator("#app").inner_text()


# ---- at the wheel ----


@SIZES
def test_at_the_wheel_there_is_little_to_read_nothing_to_type_and_one_large_thing_to_touch(opened, size):
    device, window = opened(size)
    seen = Looked(window, f"wheel_{size[0]}")
    drives(device, window, night=True)
    seen.as_("home")
    assert window.locator("textarea, input, .face").count() == 0
    assert len(shown(window).replace("\n", "")) <= 50
    panel = window.locator(".talk").bounding_box()
    assert panel["width"] * panel["height"] >= 0.3 * size[0] * size[1]
    window.get_by_role("switch", name="本次行程不反馈").click()
    expect(window.locator("#app.quiet.driving")).to_be_visible()
    seen.as_("quiet")
    assert device.store.paused()
    assert seen.wrong == []


def test_what_is_read_leaves_the_screen_of_a_car_that_moves_and_comes_back_when_it_stands(opened):
    device, window = opened()
    speaks(window)
    window.get_by_role("button", name="您的数据").click()
    window.locator(".reads").first.click()
    expect(window.locator("dialog")).to_contain_text("刹车")
    drives(device, window)
    expect(window.locator("#app.waits h1")).to_have_text("停车后再看")
    expect(window.locator("dialog")).to_have_count(0)
    expect(window.locator(".acts button")).to_have_text("返回")
    assert "刹车" not in window.locator("body").inner_text()
    device.cabin(moving=False)
    expect(window.locator("#app.mine .list")).to_contain_text("刹车")


def test_nobody_agrees_to_anything_at_the_wheel(opened):
    device, window = opened()
    drives(device, window)
    window.locator(".talk").click()
    expect(window.locator("#app.waits h1")).to_have_text("停车后同意，才能说")
    assert window.get_by_role("switch").count() == 0
    device.cabin(moving=False)
    expect(window.locator("#app.consent")).to_be_visible()
    drives(device, window)
    window.get_by_role("button", name="不说了").click()
    expect(window.locator("#app.home")).to_be_visible()
    assert device.store._reader.execute("SELECT count(*) FROM grants").fetchone()[0] == 0


@SIZES
def test_what_was_said_at_the_wheel_is_sent_with_one_touch_and_no_word_of_it_is_shown(opened, size):
    device, window = opened(size, (PLAIN, SENTENCE), talks_s=1.5)
    seen = Looked(window, f"wheel_{size[0]}")
    speaks(window)
    drives(device, window)
    window.locator(".talk").click()
    expect(window.locator("#app.listening.driving")).to_be_visible()
    seen.as_("listening", axe=False)
    expect(window.get_by_role("heading", name="听到了")).to_be_visible()
    seen.as_("heard")
    assert "刹车" not in shown(window)
    assert records(device) == 1
    window.get_by_role("button", name="发送").click()
    expect(window.get_by_role("heading", name="记下了")).to_be_visible()
    seen.as_("thanks")
    assert window.locator(".receipt").count() == 0
    assert records(device) == 2
    device.cabin(moving=False)
    expect(window.locator(".receipt")).to_be_visible()
    assert seen.wrong == []


def test_a_long_drive_later_what_was_said_is_still_there_to_be_read(opened):
    device, window = opened(sentences=(PLAIN, SENTENCE), talks_s=1.5)
    speaks(window)
    drives(device, window)
    window.locator(".talk").click()
    expect(window.get_by_role("heading", name="听到了")).to_be_visible()
    device.cabin(moving=False)
    expect(window.locator("#app.review .preview")).to_contain_text("刹车")
    device.cabin(moving=True)
    expect(window.get_by_role("heading", name="听到了")).to_be_visible()
    device.cabin(moving=False)
    window.get_by_role("button", name="不发了").click()
    expect(window.locator("#app.home")).to_be_visible()
    assert records(device) == 1


def test_delete_my_data_said_at_the_wheel_is_decided_when_the_car_stands(opened):
    device, window = opened(sentences=(PLAIN, "删除 我的 数据"), talks_s=1.5)
    speaks(window)
    drives(device, window)
    window.locator(".talk").click()
    expect(window.get_by_role("heading", name="停车后再决定")).to_be_visible()
    assert records(device) == 1
    device.cabin(moving=False)
    window.locator("dialog").get_by_role("button", name="删除", exact=True).click()
    expect(window.locator("#app.erased")).to_be_visible()
    assert records(device) == 0


# ---- what became of it ----


def news(device, count, *, days=0):
    """The hub tells of the driver's newest record first, then of ones that are too old to be here."""
    subject = device.store.find_subject("driver")
    own = sorted(device.store.kept(subject), key=lambda kept: kept.recorded_at, reverse=True)
    states = ("solved", "in_progress", "received")
    for i in range(count):
        about = own[i].record_id if i < len(own) else record_id(100 + i)
        told = ticket_news(
            version=i + 1,
            subject=subject,
            record_id=about,
            ticket_no=f"T-{412 - i:06}",
            state=states[i % 3],
            told_at=device.agent._clock.now() - timedelta(hours=i, days=days),
            note_zh=LONG_NOTE,
            note_en=LONG_NOTE_EN,
        )
        device.agent._directives.take(record_id(50 + i), told)


def test_what_the_knob_stands_on_stays_under_it_when_news_comes(opened):
    device, window = opened()
    speaks(window)
    window.get_by_role("button", name="不太好").click()
    window.locator(".thanks .acts .primary").click()
    for words in ("您的反馈", "按住说话"):
        turn_to(window, words)
        news(device, 1 if words == "您的反馈" else 3)
        expect(window.locator(".tile", has_text="您的反馈")).to_contain_text("条新答复")
        expect(window.locator(":focus")).to_contain_text(words)
    expect(window.locator(".tile", has_text="您的反馈")).to_contain_text("3 条新答复")
    expect(window.locator(":focus")).to_contain_text("按住说话")


def test_each_feedback_stands_there_with_its_number_its_state_its_time_and_the_answer_the_newest_first(opened):
    device, window = opened()
    speaks(window)
    window.get_by_role("button", name="不太好").click()
    window.locator(".thanks .acts .primary").click()
    tile = window.locator(".tile", has_text="您的反馈")
    expect(tile).to_contain_text("进展和答复")
    news(device, 1)
    expect(tile).to_contain_text("1 条新答复")
    tile.click()
    rows = window.locator(".told-list li")
    expect(rows).to_have_count(2)
    expect(rows.nth(0)).to_contain_text("T-000412")
    expect(rows.nth(0)).to_contain_text("评分：不太好")
    expect(rows.nth(0)).to_contain_text("已办结")
    expect(rows.nth(0)).to_contain_text("今天")
    expect(rows.nth(0)).to_contain_text("服务台答复：已请站点更换")
    expect(rows.nth(1)).to_contain_text("刹车有点异响")
    expect(rows.nth(1)).to_contain_text("TC-")
    expect(rows.nth(1)).to_contain_text("待发")
    rows.nth(0).locator(".reads").click()
    expect(window.locator("dialog .reply")).to_contain_text("请直接说一句")
    window.keyboard.press("Escape")
    window.locator("[data-back]").first.click()
    expect(tile).to_contain_text("进展和答复")


def test_an_answer_of_last_month_is_no_news(opened):
    device, window = opened()
    speaks(window)
    news(device, 1, days=30)
    window.wait_for_timeout(3500)
    expect(window.locator(".tile", has_text="您的反馈")).to_contain_text("进展和答复")


def test_who_has_said_nothing_is_told_what_will_stand_there(opened):
    _device, window = opened()
    window.get_by_role("button", name="您的反馈").click()
    expect(window.locator("#app.feedback.nothing")).to_contain_text("还没有反馈")


@pytest.mark.parametrize(
    ("size", "english"),
    [(HEAD, False), (SMALL, False), (HEAD, True), (SMALL, True)],
    ids=["head", "small", "en", "small_en"],
)
def test_long_words_and_a_dozen_answers_fit_every_size_and_language(opened, size, english):
    device, window = opened(size, (LONG, LONG), talks_s=7.5, night=english)
    seen = Looked(window, f"long_{size[0]}_{'en_night' if english else 'zh_day'}")
    if english:
        window.get_by_role("button", name="English").click()
    agrees(window)
    expect(window.locator(".live")).to_contain_text("服务区")
    window.wait_for_timeout(4500)
    seen.as_("listening", axe=False)
    expect(window.locator("#app.review")).to_be_visible(timeout=15_000)
    seen.as_("review")
    window.locator(".review .acts .primary").click()
    expect(window.locator("#app.thanks")).to_be_visible()
    seen.as_("thanks")
    window.locator(".thanks .acts .primary").click()
    news(device, 12)
    window.locator('.tile:has(use[href$="#message-square-text"])').click()
    expect(window.locator(".told-list li")).to_have_count(12)
    seen.as_("feedback")
    window.locator(".told-list .reads").first.click()
    expect(window.locator("dialog")).to_be_visible()
    seen.as_("answer")
    boxes = [one.bounding_box() for one in window.locator("dialog .whole > *").all()]
    assert all(above["y"] + above["height"] <= below["y"] for above, below in pairwise(boxes))
    window.keyboard.press("Escape")
    window.locator("[data-back]").first.click()
    window.locator('.tile:has(use[href$="#shield-check"])').click()
    expect(window.locator("#app.mine .list")).to_be_visible()
    seen.as_("mine")
    assert seen.wrong == []


# ---- aloud ----


@pytest.fixture
def loud(opened):
    """A car that says things aloud, by a loudspeaker that writes them down."""

    def open_page(**options):
        device, window = opened(surface='aloud = "espeak-ng"', **options)
        loudspeaker = WatchedLoudspeaker()
        device.agent._aloud._voice, device.agent._aloud._loudspeaker = PlainVoice(), loudspeaker
        return device, window, loudspeaker

    return open_page


def test_a_question_at_the_wheel_is_asked_aloud_and_thanked_for_aloud_and_a_driver_can_have_it_silent(loud):
    device, window, loudspeaker = loud(sentences=(PLAIN, "有点 慢", PLAIN), talks_s=1.5)
    speaks(window)
    drives(device, window)
    device.happens("charging_done")
    expect(window.locator("#app.question.driving h1")).to_have_text("本次充电体验如何？")
    window.wait_for_timeout(800)
    assert loudspeaker.played[-1] == "本次充电体验如何？"
    device.cabin(moving=False)
    window.get_by_role("button", name="不回答").click()
    window.get_by_role("button", name="您的数据").click()
    window.get_by_role("button", name="问什么合适").click()
    expect(window.get_by_role("switch", name="说出声来")).to_have_attribute("aria-checked", "true")
    window.get_by_role("switch", name="说出声来").click()
    expect(window.get_by_role("switch", name="说出声来")).to_have_attribute("aria-checked", "false")
    seen = Looked(window, "aloud")
    for size in (HEAD, SMALL):
        window.set_viewport_size({"width": size[0], "height": size[1]})
        seen.as_(f"tags_{size[0]}")
    assert seen.wrong == []
    window.get_by_role("button", name="完成").click()
    window.locator("[data-back]").first.click()
    said = len(loudspeaker.played) + len(loudspeaker.cut_short)
    window.get_by_role("button", name="不错").click()
    expect(window.locator("#app.thanks")).to_be_visible()
    assert len(loudspeaker.played) + len(loudspeaker.cut_short) == said


# ---- questions ----


def answers(device):
    subjects = device.store._reader.execute("SELECT DISTINCT subject FROM entries WHERE kind = 'feedback'").fetchall()
    kept = [json.loads(one.readable) for (subject,) in subjects for one in device.store.kept(subject)]
    return [one for one in kept if one["answers"]]


@SIZES
def test_a_question_at_the_wheel_is_answered_with_one_press_and_one_word(opened, size):
    device, window = opened(size, (PLAIN, "挺快的"), talks_s=1.5)
    seen = Looked(window, f"wheel_{size[0]}")
    speaks(window)
    drives(device, window)
    device.happens("charging_done")
    expect(window.locator("#app.question.driving h1")).to_have_text("本次充电体验如何？")
    seen.as_("question")
    window.keyboard.press("Enter")
    expect(window.get_by_role("heading", name="记下了：快")).to_be_visible()
    seen.as_("answered")
    (record,) = answers(device)
    assert [(one["answer_id"], one["confidence"] >= 0.8) for one in record["answers"]] == [("fast", True)]
    assert record["text"] is None, "nobody has seen the words"
    window.get_by_role("button", name="撤回这条").click()
    expect(window.get_by_role("heading", name="已撤回并删除，没有留下")).to_be_visible()
    assert answers(device) == []
    assert seen.wrong == []


def test_an_answer_at_the_wheel_that_fits_nothing_offered_waits_with_its_words_until_the_car_stands(opened):
    device, window = opened(sentences=(PLAIN, "旁边 的 车位 被 油车 占着"), talks_s=2)
    speaks(window)
    drives(device, window)
    device.happens("charging_done")
    expect(window.locator("#app.question.driving")).to_be_visible()
    window.keyboard.press("Enter")
    expect(window.get_by_role("heading", name="听到了")).to_be_visible()
    assert answers(device) == []
    device.cabin(moving=False)
    expect(window.locator(".preview")).to_contain_text("油车")
    window.locator(".review .acts .primary").click()
    expect(window.locator("#app.thanks, #app.question")).to_be_visible()


def test_a_follow_up_in_free_words_is_typed_while_the_question_waits_for_it(touch, look):
    device = touch("service_terminal", ())
    window = look(device.url, 1280, 800, link_may_break=True, roles=())
    device.happens("repair_done", repairs_in_a_row=3)
    expect(window.locator("#app.question h1")).to_contain_text("同一问题已连续维修多次")
    window.get_by_role("button", name="不满意").click()
    expect(window.locator("#app.question h1")).to_contain_text("哪里不满意")
    window.get_by_role("button", name="写一句").click()
    expect(window.locator("#app.write h1")).to_contain_text("哪里不满意")
    window.get_by_label("您想说的话").fill("换了两次还是漏油，打我电话13800138000")
    deadline = time.monotonic() + 10
    while not device.agent._questioning._held:
        assert time.monotonic() < deadline, "nobody holds the question"
        window.wait_for_timeout(20)
    device.agent._questioning._gives_up_at = 0.0
    device.agent._questioning.tick()
    window.get_by_role("button", name="看看遮盖后的样子").click()
    window.locator('[data-purpose="improve_service"]').click()
    window.locator(".consent .acts .primary").click()
    expect(window.locator(".preview .mask")).to_have_text("手机号")
    window.locator(".review .acts .primary").click()
    expect(window.locator("#app.thanks")).to_be_visible()
    (record,) = answers(device)
    assert len(record["answers"]) == 2
    assert record["text"]["text"] == "换了两次还是漏油，打我电话[PHONE]"
    assert record["source"] == "typed"


LONGEST = (("repair_done", {"repairs_in_a_row": 3}), ("surveyor_on_way", {"eta_minutes": 25}), ("claim_closed", {}))


@pytest.mark.parametrize("english", [False, True], ids=["zh", "en"])
@pytest.mark.parametrize(("trigger", "facts"), LONGEST, ids=[name for name, _ in LONGEST])
def test_the_longest_questions_and_answers_fit_the_small_screen(opened, trigger, facts, english):
    device, window = opened(SMALL, (), night=english)
    seen = Looked(window, f"question_{trigger}_{'en_night' if english else 'zh_day'}")
    if english:
        window.get_by_role("button", name="English").click()
    device.happens(trigger, **facts)
    expect(window.locator("#app.question")).to_be_visible()
    seen.as_("small")
    assert seen.wrong == []


# ---- a knob and nothing else ----


def turn_to(window, words, *, back=False):
    """Turns the knob until what has these words is under it."""
    for _ in range(40):
        window.keyboard.press("ArrowLeft" if back else "ArrowRight")
        if words in window.evaluate("document.activeElement.innerText || document.activeElement.ariaLabel || ''"):
            return
    raise AssertionError(f"no {words} under the knob")


@SIZES
def test_with_a_knob_alone_one_agrees_speaks_sends_and_reads_what_became_of_it(opened, size):
    device, window = opened(size, (LONG,), talks_s=7.5)
    turn_to(window, "按住说话")
    window.keyboard.press("Enter")
    expect(window.locator("#app.consent")).to_be_visible()
    turn_to(window, "90 天")
    window.keyboard.press("Enter")
    turn_to(window, "改进服务")
    window.keyboard.press("Enter")
    turn_to(window, "同意 1 项")
    window.keyboard.press("Enter")
    expect(window.locator("#app.review")).to_be_visible(timeout=15_000)
    expect(window.get_by_role("button", name="发送")).to_be_focused()
    window.keyboard.press("Enter")
    expect(window.locator("#app.thanks")).to_be_visible()
    window.keyboard.press("Enter")
    expect(window.locator("#app.home")).to_be_visible()
    news(device, 12)
    expect(window.locator(".tile", has_text="您的反馈")).to_contain_text("12 条新答复")
    turn_to(window, "您的反馈")
    window.keyboard.press("Enter")
    expect(window.locator(".told-list li")).to_have_count(12)
    turn_to(window, "T-000401")
    box = window.evaluate("(({top, bottom}) => ({top, bottom}))(document.activeElement.getBoundingClientRect())")
    assert 0 <= box["top"] < box["bottom"] <= size[1], "what is under the knob is in sight"
    turn_to(window, "T-000412", back=True)
    window.keyboard.press("Enter")
    expect(window.locator("dialog")).to_be_visible()
    for _ in range(8):
        window.keyboard.press("ArrowRight")
        if window.evaluate("document.activeElement.matches('button')"):
            break
    rest = "(one => one.scrollHeight - one.clientHeight - one.scrollTop)(document.querySelector('.whole'))"
    assert window.evaluate(rest) < 2, "what is longer than its place was turned through"
    window.keyboard.press("Enter")
    expect(window.locator("dialog")).to_have_count(0)
    window.keyboard.press("Escape")
    expect(window.locator("#app.home")).to_be_visible()


def test_a_knob_gets_into_a_field_and_out_of_it(opened):
    _device, window = opened()
    window.get_by_role("button", name="您的数据").click()
    window.get_by_role("button", name="用回执码查").click()
    field = window.get_by_label("回执码或密码")
    expect(field).to_be_focused()
    window.keyboard.press("ArrowRight")
    expect(window.get_by_role("button", name="0", exact=True)).to_be_focused()
    window.keyboard.press("Enter")
    expect(field).to_have_value("0")
    window.keyboard.press("ArrowLeft")
    expect(field).to_be_focused()
    window.keyboard.press("Home")
    window.keyboard.press("ArrowLeft")
    expect(field).not_to_be_focused()
