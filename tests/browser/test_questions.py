"""The device asks at the right moment, on its own screens, in a real browser: touched, spoken, left, at the wheel."""

import json
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from agent.contract.messages import Answer, QualityMark
from tests.e2e.processes import eventually
from tests.fakes.button import Button
from tests.fakes.device import Person
from tests.fakes.screens import shot
from tests.fakes.ticket_book import FakeTicketBook, a_ticket

pytestmark = pytest.mark.browser

HEAD, SMALL_HEAD, KIOSK, TERMINAL = (1920, 720), (1280, 480), (1080, 1920), (1280, 800)


@pytest.fixture
def opened(touch, look):
    """A device with its page open, standing still."""

    def open_page(kind="charger_kiosk", size=KIOSK, sentences=(), **options):
        device = touch(kind, sentences, **options)
        device.cabin(moving=False)
        window = look(device.url, *size, link_may_break=True, roles=())
        expect(window.locator("#app.home")).to_be_visible()
        return device, window

    return open_page


def kept(device):
    """The only record, as its person could read it."""
    (subject,) = [row[0] for row in device.store._reader.execute("SELECT subject FROM entries WHERE kind = 'feedback'")]
    (record,) = device.store.kept(subject)
    return json.loads(record.readable)


def records(device):
    return device.store._reader.execute("SELECT count(*) FROM entries WHERE kind = 'feedback'").fetchone()[0]


def asked(window, words):
    expect(window.locator("#app.question h1")).to_contain_text(words)


def test_a_charge_ends_and_two_touches_later_one_record_says_slow_because_of_the_speed(opened):
    device, window = opened()
    device.happens("charging_done", kwh=30)
    asked(window, "本次充电体验如何？")
    shot(window, "kiosk_question")
    window.get_by_role("button", name="慢").click()
    asked(window, "主要是哪方面？")
    expect(window.locator(".stage .chip")).to_have_text("您选了“慢”")
    shot(window, "kiosk_question_drilldown")
    assert records(device) == 0, "nobody was thanked yet"
    window.get_by_role("button", name="充电速度").click()
    expect(window.locator("#app.thanks")).to_be_visible()
    shot(window, "kiosk_question_thanks")
    record = kept(device)
    assert [(a["rule_id"], a["answer_id"], a["answer"], a["confidence"]) for a in record["answers"]] == [
        ("charge", "slow", "慢", None),
        ("charge_why", "speed", "充电速度", None),
    ]
    assert (record["source"], record["text"], record["context"]["scene"]) == ("touch", None, "charging_done")


def test_an_answer_in_words_is_kept_with_the_answer_it_means_after_its_speaker_saw_it(opened):
    device, window = opened(sentences=("有点 慢 打我电话 13800138000",))
    device.happens("charging_done")
    asked(window, "本次充电体验如何？")
    window.get_by_role("button", name="说一句也行").click()
    window.locator('[data-purpose="improve_service"]').click()
    window.locator(".consent .acts .primary").click()
    expect(window.locator("#app.review")).to_contain_text("慢")
    shot(window, "kiosk_question_review")
    window.locator(".review .acts .primary").click()
    asked(window, "主要是哪方面？")
    window.get_by_role("button", name="不回答").click()
    expect(window.locator("#app.thanks")).to_be_visible()
    record = kept(device)
    (answer,) = record["answers"]
    assert (answer["answer_id"], 0.5 <= answer["confidence"] <= 1) == ("slow", True)
    assert record["text"]["text"] == "有点慢打我电话[PHONE]"


def test_a_question_that_is_left_leaves_nothing_and_the_page_goes_on(opened):
    device, window = opened()
    device.happens("charging_done")
    asked(window, "本次充电体验如何？")
    window.get_by_role("button", name="不回答").click()
    expect(window.locator("#app.home")).to_be_visible()
    assert records(device) == 0
    device.happens("charging_done")
    asked(window, "本次充电体验如何？")


def test_who_walks_away_at_the_follow_up_has_answered_the_question(opened):
    device, window = opened()
    device.happens("charging_done")
    window.get_by_role("button", name="支付麻烦").click()
    asked(window, "主要是哪方面？")
    device.agent._questioning._gives_up_at = 0.0
    device.agent._questioning.tick()
    expect(window.locator("#app.home")).to_be_visible()
    assert [a["answer_id"] for a in kept(device)["answers"]] == ["payment"]


@pytest.mark.parametrize("size", [HEAD, SMALL_HEAD], ids=["head", "small_head"])
def test_at_the_wheel_a_question_is_a_few_words_and_nothing_to_choose(opened, size):
    device, window = opened("head_unit", size)
    device.happens("charging_done")
    asked(window, "本次充电体验如何？")
    shot(window, f"head_question_{size[0]}")
    device.cabin(moving=True, night=True)
    expect(window.locator("#app.driving.question h1")).to_have_text("本次充电体验如何？")
    assert window.locator(".answer").count() == 0
    shot(window, f"head_question_driving_{size[0]}")
    device.cabin(moving=False)
    expect(window.locator(".answer")).to_have_count(3)


def test_a_question_that_was_raised_before_a_page_was_open_waits_for_one_and_counts_then(touch, look):
    device = touch("charger_kiosk")
    device.happens("charging_done")
    questions = device.agent._questioning
    assert not questions.in_sight
    assert device.agent.status()["questions"]["asked"] == {}
    window = look(device.url, *KIOSK, link_may_break=True, roles=())
    asked(window, "本次充电体验如何？")
    eventually(lambda: questions.in_sight, "the page says that it shows it")
    window.get_by_role("button", name="不回答").click()
    expect(window.locator("#app.home")).to_be_visible()
    assert device.agent.status()["questions"]["asked"] == {"dismissed": 1}


def test_a_question_that_comes_in_the_middle_of_something_else_counts_when_it_is_shown(opened):
    device, window = opened()
    window.get_by_role("button", name="用回执码查").click()
    expect(window.locator("#app.home")).to_have_count(0)
    device.happens("charging_done")
    window.wait_for_timeout(1000)
    assert not device.agent._questioning.in_sight
    window.keyboard.press("Escape")
    asked(window, "本次充电体验如何？")
    eventually(lambda: device.agent._questioning.in_sight, "the page says that it shows it")


def test_what_is_about_safety_takes_the_screen_and_the_other_question_comes_back(opened):
    device, window = opened("head_unit", HEAD)
    device.happens("claim_closed")
    asked(window, "哪一步最不顺")
    device.happens("battery_hot", temperature_c=70)
    asked(window, "电池过热，需要紧急救援吗？")
    shot(window, "head_question_safety_first")
    window.get_by_role("button", name="不需要").click()
    expect(window.locator("#app.thanks")).to_be_visible()
    window.locator("#app.thanks button").first.click()
    asked(window, "哪一步最不顺")


def test_a_question_with_text_leaves_the_screen_of_a_car_that_moves_and_comes_back(opened):
    device, window = opened("head_unit", HEAD)
    device.happens("claim_closed")
    asked(window, "哪一步最不顺")
    shot(window, "head_question_five")
    device.cabin(moving=True)
    expect(window.locator("#app.home")).to_be_visible()
    device.cabin(moving=False)
    asked(window, "哪一步最不顺")


def test_not_on_this_trip_takes_the_question_away(opened):
    device, window = opened("head_unit", HEAD)
    device.happens("claim_closed")
    asked(window, "哪一步最不顺")
    device.agent._serve({"do": "not_this_trip", "on": True}, _Silent())
    expect(window.locator("#app.quiet")).to_be_visible()


def test_a_terminal_asks_with_a_follow_up_in_free_words(opened):
    device, window = opened("service_terminal", TERMINAL, sentences=())
    device.happens("repair_done", repairs_in_a_row=3)
    asked(window, "同一问题已连续维修多次")
    shot(window, "terminal_question")
    window.get_by_role("button", name="不满意").click()
    asked(window, "哪里不满意")
    expect(window.get_by_role("button", name="点一下，说一句")).to_be_visible()
    shot(window, "terminal_question_words")


@pytest.mark.parametrize("size", [HEAD, SMALL_HEAD], ids=["head", "small_head"])
def test_a_driver_says_what_fits_them_and_is_asked_accordingly_and_nothing_of_it_leaves(opened, size):
    device, window = opened("head_unit", size)
    window.get_by_role("button", name="您的数据").click()
    window.get_by_role("button", name="问什么合适").click()
    window.get_by_role("switch", name="常带家人").click()
    expect(window.get_by_role("switch", name="常带家人")).to_have_attribute("aria-checked", "true")
    shot(window, f"head_tags_{size[0]}")
    window.get_by_role("button", name="完成").click()
    expect(window.locator("#app.mine .acts")).to_contain_text("常带家人")
    shot(window, f"head_mine_{size[0]}")
    window.locator("[data-back]").first.click()
    expect(window.locator("#app.home")).to_be_visible()
    device.happens("trip_ended", minutes=20)
    asked(window, "儿童座椅")
    window.get_by_role("button", name="不需要").click()
    expect(window.locator("#app.thanks")).to_be_visible()
    assert "family" not in json.dumps(kept(device))


class _Silent:
    def tell(self, event):
        """Nobody looks."""


def test_the_desk_reads_question_and_answer_and_that_words_say_little(serve, look):
    charge = (
        Answer(rule_id="charge", question="本次充电体验如何？", answer_id="slow", answer="慢"),
        Answer(rule_id="charge_why", question="主要是哪方面？", answer_id="speed", answer="充电速度", confidence=0.95),
    )
    touched = replace(a_ticket(2, None, source="touch", scene="charging_done"), answers=charge)
    nod = replace(
        a_ticket(1, "不知道", scene="charging_done"),
        answers=(Answer(rule_id="charge", question="本次充电体验如何？"),),
        marks=(QualityMark(mark="perfunctory", reason="no_more_than_a_nod"),),
    )
    window = look(serve(FakeTicketBook([touched, nod])).url)
    first, second = window.locator("#rows > li").all()
    expect(first).to_contain_text("本次充电体验如何？ 慢 → 充电速度")
    expect(second).to_contain_text("敷衍回复")
    first.locator("summary").click()
    expect(first.locator(".more")).to_contain_text("主要是哪方面？")
    expect(first.locator(".more")).to_contain_text("语音，匹配 95%")
    expect(first.locator(".more")).to_contain_text("充电结束")
    shot(window, "desk_answers")


@pytest.fixture
def with_button(tmp_path, touch, look):
    """A head unit with a button, its page open, and somebody who has agreed."""
    button = Button(tmp_path / "event0")
    more = f'[button]\ndevice = "{button.path}"\n'

    def start(*sentences, **options):
        device = touch("head_unit", sentences, surface=more, **options)
        grant = {"do": "consent_grant", "subject": "driver", "purposes": ["improve_service"], "period": "7d"}
        device.agent._serve(grant, Person())
        device.cabin(moving=False)
        window = look(device.url, *HEAD, link_may_break=True, roles=())
        expect(window.locator("#app.home")).to_be_visible()
        button.plug()
        eventually(lambda: device.agent._cabin._listeners, "the page follows the car")
        window.wait_for_timeout(300)
        return button, window

    yield start
    button.unplug()


def test_a_button_that_is_held_is_heard_until_it_is_let_go(with_button):
    button, window = with_button("刹车 有点 异响")
    button.press()
    expect(window.locator("#app.listening")).to_be_visible()
    window.wait_for_timeout(1500)
    expect(window.locator("#app.listening")).to_be_visible()
    button.let_go()
    expect(window.locator("#app.review")).to_contain_text("刹车有点异响", timeout=15_000)


def test_a_button_that_is_tapped_is_heard_until_the_sentence_is_over(with_button):
    button, window = with_button("空调 不凉", talks_s=1.0)
    button.press()
    button.let_go()
    expect(window.locator("#app.review")).to_contain_text("空调不凉", timeout=15_000)
