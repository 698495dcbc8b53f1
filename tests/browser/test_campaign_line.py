"""A campaign from one end to the other: written on the hub's page, asked on the device's page, counted at the hub."""

import os
from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from hub.adapters.database.ways_store import WaysStore
from hub.pushing.push import Choice
from hub.runtime import open_database
from tests.browser.test_campaigns_page import begin
from tests.e2e.processes import HUB, eventually
from tests.fakes.browsers import add_authenticator
from tests.fakes.line import Line
from tests.fakes.screens import shot

pytestmark = [pytest.mark.browser, pytest.mark.broker]

ORDER = ("touch", "speak", "phone", "type")
PROFILE = """kind = "head_unit"
[surface]
port = 0
[sync]
receipt_timeout_s = 3.0
backoff_first_s = 0.5
backoff_max_s = 1.0
"""


def the_page_follows_a_confirmed_vote(line, car):
    """The order of a vote reaches the page through the broker."""
    car.goto(line.agent.ready["pages"])
    expect(car.locator(".stage.talk")).to_be_visible()
    with open_database(line.hub_state, None) as opened:  # what a confirmed vote does
        ways = WaysStore(opened, "demo", os.urandom)
        ways.order("c-0001", Choice(everybody=True), ORDER, who="王丽", now=datetime.now(UTC))
    expect(car.locator(".talk-card")).to_be_visible(timeout=30_000)
    order = "() => [...document.querySelectorAll('.rate, .talk-card')].map((one) => one.classList[1])"
    assert car.evaluate(order) == ["rate", "talk-card"]


def test_a_question_that_is_written_at_the_desk_is_asked_in_the_car_and_its_answer_is_counted(tmp_path, look):
    with Line(tmp_path, PROFILE).running() as line:
        line.start_agent()
        eventually(lambda: line.status()["link"]["connected"], "the device is connected")

        def hub(*words):
            return line.processes.run([HUB, *words, "--state", str(line.hub_state), "--json"])

        (invited,) = hub("people", "add", "王丽", "--role", "service_desk")
        desk = look("about:blank", roles=(), link_may_break=True)
        add_authenticator(desk)
        desk.goto(invited["link"])
        desk.locator("#make").click()
        desk.wait_for_url(lambda url: "/invitation" not in url)
        desk.get_by_role("link", name="活动").click()
        begin(desk, "空白问题")
        desk.locator("#title").fill("新座椅")
        desk.locator("#trigger").select_option("charging_done")
        desk.locator("#q0_zh").fill("充了 {kwh} 度，座椅舒服吗？")
        desk.get_by_role("button", name="加一个答案").click()
        desk.locator("#q0_a0_zh").fill("舒服")
        desk.get_by_role("button", name="加一个答案").click()
        desk.locator("#q0_a1_zh").fill("太硬")
        desk.get_by_text("更多：时机与先后").click()
        desk.locator("#priority").fill("50")
        desk.get_by_label("全部设备").check()
        desk.get_by_role("button", name="检查并推送").click()
        expect(desk.locator("#confirm")).to_contain_text("推送到 1 台设备？")
        desk.get_by_role("button", name="推送", exact=True).click()
        expect(desk.get_by_role("status").filter(has_text="已推送到 1 台设备")).to_be_visible()
        eventually(lambda: hub("campaign", "list")[0]["have"] == 1, "the device told that it has this version")
        line.ask(do="cabin", moving=False, night=False)
        car = look(line.agent.ready["pages"], 1920, 720, link_may_break=True, roles=())
        expect(car.locator("#app.home")).to_be_visible()
        line.ask(do="trigger", trigger="charging_done", facts={"kwh": 30})
        expect(car.locator("#app.question h1")).to_contain_text("充了 30 度，座椅舒服吗？")
        shot(car, "campaign_in_the_car")
        car.get_by_role("button", name="太硬").click()
        expect(car.locator("#app.thanks")).to_be_visible()
        eventually(lambda: hub("campaign", "list")[0]["answers"] == 1, "the answer is counted")
        (shown,) = hub("campaign", "show", "c-0001")
        assert (shown["answers"][0]["question"], shown["answers"][0]["total"]) == ("充了 {kwh} 度，座椅舒服吗？", 1)
        assert {one["share"] for one in shown["answers"][0]["shares"]} == {None}, "under five nothing is told apart"
        assert line.query("SELECT rule_id, answer_id, set_version FROM given_answers") == [
            ("c-0001.q1", "a2", shown["version"])
        ]
        desk.goto(desk.url.partition("?")[0])
        expect(desk.get_by_text("共 1 个回答，满 5 个才显示分布")).to_be_visible()
        desk.get_by_role("button", name="停止活动").click()
        eventually(lambda: hub("campaign", "show", "c-0001")[0]["devices"]["have"] == 1, "the device took it back")
        (told,) = line.ask(do="trigger", trigger="charging_done", facts={"kwh": 30})
        assert told["asks"] is None or told["asks"]["rule"] != "c-0001.q1"
        assert not line.status()["from_hub"]["prompts"] or line.status()["from_hub"]["prompts"][0]["rules"] == 0
        the_page_follows_a_confirmed_vote(line, car)
