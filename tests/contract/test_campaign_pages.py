"""The campaigns pages over a real database: nothing typed is lost, mistakes stand beside their fields."""

import re
import secrets

import pytest
from sqlalchemy import update

from agent.contract.messages import Answer
from hub.adapters.database.campaign_store import CampaignStore
from hub.adapters.database.push_store import PushStore
from hub.adapters.database.schema import pushes
from hub.people.roles import Role
from tests.builders import feedback
from tests.fakes.desk import Desk
from tests.fakes.staff import StaffRoom, form_token
from tests.fakes.ticket_book import NOW

ONE = "/campaigns/c-0001"


@pytest.fixture
def room(tmp_path):
    """A hub with two devices at two sites."""
    found = StaffRoom(tmp_path)
    found.tenant = "demo"
    found.desk = Desk(found.database)
    found.devices = [found.desk.enrol(f"d-0000000000000000000{n}", at=NOW, place=f"{n}号站") for n in (1, 2)]
    found.campaigns = CampaignStore(found.database, "demo", secrets.token_bytes)
    found.pushes = PushStore(found.database, secrets.token_bytes)
    return found


@pytest.fixture
def desk(room):
    browser, _ = room.signed_in("王丽", Role.SERVICE_DESK)
    browser.headers["x-form-token"] = form_token(browser)
    return browser


def fields(page):
    """What the form holds now, as the browser would send it."""
    form = page[page.index('<form class="writing"') :]
    form = form[: form.index("</form>")]
    found = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name, value = re.search(r'name="([^"]*)"', tag), re.search(r' value="([^"]*)"', tag)
        if 'type="checkbox"' not in tag or " checked" in tag:
            found[name[1]] = value[1] if value else ""
    found |= dict(re.findall(r'<textarea[^>]*name="([^"]*)"[^>]*>([^<]*)</textarea>', form))
    for name, inside in re.findall(r'<select[^>]*name="([^"]*)"[^>]*>(.*?)</select>', form, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', inside)
        found[name] = chosen[1] if chosen else ""
    return {name: value for name, value in found.items() if value}


def begin(browser, source="charger_kiosk.charge"):
    made = browser.post("/campaigns", data={"from": source})
    assert (made.status_code, made.headers["location"]) == (303, ONE)
    return fields(browser.get(ONE).text)


def press(browser, form, do, **changes):
    """Press a button of the form; the page that follows."""
    kept = {name: value for name, value in (form | changes).items() if value is not None}
    answer = browser.post(ONE, data={**kept, "do": do})
    while answer.status_code == 303:
        answer = browser.get(answer.headers["location"].partition("#")[0])
    return answer


def test_a_shipped_question_becomes_a_campaign_that_holds_all_of_it(room, desk):
    form = begin(desk)
    assert form["q0_zh"] == "本次充电体验如何？"
    assert (form["q0_a1_id"], form["q0_a1_zh"], form["q0_a1_then"]) == ("slow", "慢", "q2")
    assert form["q1_zh"] == "主要是哪方面？"
    assert (form["trigger"], form["replaces"]) == ("charging_done", "1")
    assert 'role="alert"' not in desk.get(ONE).text, "a new campaign is not scolded"
    assert "活动" in desk.get("/campaigns").text


def test_every_mistake_stands_beside_its_field_and_nothing_typed_is_lost(room, desk):
    form = begin(desk)
    wrong = {
        "title": None,
        "trigger": "surveyor_on_way",
        "q0_zh": "约 {speed} 分钟？",
        "q0_a0_zh": None,
        "q0_a0_also": "很" * 41,
        "audience": "家庭，<b>",
        "cool_down": "soon",
        "ends": "2020-01-01",
    }
    page = press(desk, form, "ask_push", **wrong)
    assert page.status_code == 200
    found = dict(re.findall(r'<p class="fault" id="([^"]*)-fault">([^<]*)</p>', page.text))
    assert found == {
        "title": "请填写。",
        "q0_zh": "写了 {speed}，而“查勘员在路上”时设备不知道它。",
        "q0_a0_zh": "请填写。",
        "q0_a0_also": "太长了，最多 40 个字符。",
        "audience": "标签只能用小写字母、数字、点和连字符。",
        "cool_down": "请填 0 到 3650 的整数。",
        "ends": "这一天已经过去，设备不会采用。",
        "target": "没有设备符合，请改选择。",
    }
    kept = fields(page.text)
    assert {name: kept.get(name) for name in wrong} == wrong | {"audience": "家庭，&lt;b&gt;"}
    assert 'href="#audience"' in page.text
    assert 'aria-describedby="audience-fault"' in page.text
    assert room.pushes.due(NOW, 10) == []


def test_parts_are_added_and_taken_away_with_everything_that_was_typed(room, desk):
    form = begin(desk, "blank")
    form = fields(press(desk, form, "add_answer.0", title="新站", q0_zh="好吗？").text)
    form = fields(press(desk, form, "add_answer.0", q0_a0_zh="好").text)
    form = fields(press(desk, form, "add_question", q0_a1_zh="不好").text)
    form = fields(press(desk, form, "add_condition", q1_zh="为什么？", q0_a1_then="q2").text)
    form = fields(press(desk, form, "drop_answer.0.0", c0_fact="visits", c0_value="2").text)
    assert {name: form[name] for name in ("title", "q0_zh", "q0_a0_zh", "q0_a0_then", "q1_zh", "c0_fact")} == {
        "title": "新站",
        "q0_zh": "好吗？",
        "q0_a0_zh": "不好",
        "q0_a0_then": "q2",
        "q1_zh": "为什么？",
        "c0_fact": "visits",
    }
    form = fields(press(desk, form, "drop_question.1").text)
    assert "q1_zh" not in form
    assert "q0_a0_then" not in form
    assert "c0" not in fields(press(desk, form, "drop_condition.0").text)


def test_after_a_check_the_push_is_confirmed_and_reaches_the_chosen_devices_only(room, desk):
    form = begin(desk)
    page = press(desk, form, "ask_push", **{"site:2号站": "1", "title": "二号站"})
    assert "推送到 1 台设备？" in page.text
    assert room.pushes.due(NOW, 10) == [], "a check pushes nothing"
    page = press(desk, {"revision": re.search(r'name="revision" value="(\d+)"', page.text)[1]}, "push")
    assert "已推送到 1 台设备" in page.text
    (due,) = room.pushes.due(NOW, 10)
    assert (due.device, due.matter, [rule["rule_id"] for rule in due.payload["rules"]]) == (
        room.devices[1].name,
        "c-0001",
        ["charge", "c-0001.q2"],
    )
    assert ("王丽", "push_campaign", "c-0001 v1: 1 devices") in room.deeds()
    assert "进行中" in desk.get("/campaigns").text
    page = press(desk, {}, "stop")
    assert "已停止" in page.text
    assert room.pushes.due(NOW, 10)[0].payload["rules"] == []


def test_what_somebody_else_changed_meanwhile_is_neither_lost_nor_overwritten_unseen(room, desk):
    form = begin(desk)
    other, _ = room.signed_in("李强", Role.SERVICE_DESK)
    other.headers["x-form-token"] = form_token(other)
    press(other, fields(other.get(ONE).text), "save", title="他的")
    page = press(desk, form, "save", title="她的")
    assert page.status_code == 409
    assert "李强 刚改过这个活动" in page.text
    assert fields(page.text)["title"] == "她的"
    assert room.campaigns.find("c-0001").draft.title == "他的"
    press(desk, fields(page.text), "save")
    assert room.campaigns.find("c-0001").draft.title == "她的"


def test_answers_are_shown_as_shares_from_five_on_and_never_who_gave_them(room, desk):
    form = begin(desk)
    press(desk, form, "ask_push", everybody="1")
    press(desk, {"revision": "2"}, "push")

    def answered(numbers, answer):
        given = Answer(rule_id="charge", question="？", answer_id=answer, answer="x", set_id="c-0001", set_version=1)
        room.desk.take(room.devices[0], *(feedback(number, answers=(given,)) for number in numbers), at=NOW)

    answered(range(1, 5), "slow")
    page = desk.get(ONE).text
    assert "共 4 个回答，满 5 个才显示分布" in page
    assert "100%" not in page
    answered(range(5, 16), "fast")
    answered(range(16, 26), "slow")
    page = desk.get(ONE).text
    assert "25 个回答" in page
    assert "<b>56%</b>" in page
    assert "<b>44%</b>" in page
    assert "s-0123456789abcdef0123" not in page


def test_a_device_that_refused_is_named_with_its_reason_and_nothing_of_it_is_markup(room, desk):
    form = begin(desk)
    press(desk, form, "ask_push", everybody="1")
    press(desk, {"revision": "2"}, "push")
    with room.database.write() as connection:
        refused = {"outcome": "refused", "reason": "<b>moon_rises</b>", "in_force": 0, "answered_at": NOW}
        connection.execute(update(pushes).values(refused))
    page = desk.get(ONE).text
    assert "1号站" in page
    assert "&lt;b&gt;moon_rises" in page


def test_only_the_service_desk_runs_campaigns(room, desk):
    begin(desk)
    for role in set(Role) - {Role.SERVICE_DESK, Role.DEPARTMENT}:
        browser, _ = room.signed_in(str(role), role)
        browser.headers["x-form-token"] = form_token(browser)
        assert browser.get("/campaigns").status_code == 403
        assert browser.post(ONE, data={"do": "stop"}).status_code == 403
    assert desk.get("/campaigns/c-0009").status_code == 404
    assert desk.post("/campaigns/c-0009", data={"do": "save"}).status_code == 404


def test_a_vote_is_totalled_by_site_and_its_order_is_pushed_only_when_somebody_confirms_it(room, desk):
    form = begin(desk, "feedback_ways.feedback_ways")
    press(desk, form, "ask_push", everybody="1")
    press(desk, {"revision": "2"}, "push")

    def votes(device, numbers, way):
        given = Answer(rule_id="c-0001.q1", question="？", answer_id=way, answer="x", set_id="c-0001", set_version=1)
        room.desk.take(device, *(feedback(number, answers=(given,)) for number in numbers), at=NOW)

    votes(room.devices[0], range(1, 8), "touch")
    votes(room.devices[0], range(8, 10), "phone")
    votes(room.devices[1], range(1, 4), "type")
    page = desk.get(ONE).text
    assert 'href="/campaigns/c-0001?order=all#order"' in page
    assert "不到 5 票" in page, "the second site has three votes"
    assert "order=site%3A2" not in page
    page = desk.get(f"{ONE}?order=site:1号站").text
    assert "在 1 台设备上按这个顺序显示？" in page
    assert [due.kind for due in room.pushes.due(NOW, 10)] == ["prompts", "prompts"], "looking pushes nothing"
    form = {"scope": "site:1号站", "ways": "touch phone speak type"}
    assert "已推送到 1 台设备" in press(desk, form, "order").text
    (due,) = [one for one in room.pushes.due(NOW, 10) if one.kind == "profile"]
    assert (due.device, due.payload["values"]) == (
        room.devices[0].name,
        {"surface.ways": ["touch", "phone", "speak", "type"]},
    )
    assert ("王丽", "order_ways", "c-0001 touch phone speak type: 1 devices") in room.deeds()
    assert "点、手机、说、写，1 台设备" in desk.get(ONE).text
    for wrong in ({"scope": "site:2号站"}, {"scope": "everywhere"}, {"ways": "touch touch speak type"}):
        assert "没有推送" in press(desk, form | wrong, "order").text
    assert len([one for one in room.pushes.due(NOW, 10) if one.kind == "profile"]) == 1
