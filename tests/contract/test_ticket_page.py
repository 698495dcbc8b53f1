"""A ticket on its page, over a real database: taken further with a reason, told to its person, and closed for good."""

import base64
import re
import secrets
from datetime import timedelta

import pytest
from sqlalchemy import select

from agent.contract.directives import TicketNews
from agent.contract.messages import Context, DeviceKind, QualityMark, SealedContact
from hub.adapters.database.push_store import PushStore
from hub.adapters.database.retention_store import RetentionStore
from hub.adapters.database.schema import pushes, tickets
from hub.adapters.database.ticket_book import DatabaseTicketBook
from hub.erasure.retention import Retention
from hub.people.roles import Role
from hub.tickets.ticket import Department
from tests.builders import feedback
from tests.fakes.desk import Desk
from tests.fakes.field_device import erasure
from tests.fakes.staff import StaffRoom, a_moving_clock, form_token
from tests.fakes.ticket_book import NOW

NUMBER = "T-000001"
CONTACT = SealedContact(key_id="00112233aabbccdd", sealed=base64.b64encode(b"sealed").decode())


class Office(StaffRoom):
    """The staff pages over tickets in the same real database."""

    def __init__(self, folder):
        self.time = a_moving_clock()
        super().__init__(folder, self.time)
        self.tenant = "demo"
        self.book = DatabaseTicketBook(self.database)
        self.hub = Desk(self.database)
        self.device = self.hub.enrol(at=NOW)

    def person(self, name, *roles, **options):
        browser, _ = self.signed_in(name, *roles, book=self.book, **options)
        browser.headers["x-form-token"] = form_token(browser)
        return browser

    def ticket(self):
        return self.book.ticket(NUMBER)

    def news(self):
        with self.database.read() as connection:
            wanted = select(pushes.c.payload).where(pushes.c.kind == TicketNews.kind)
            return [(p["state"], p["note_zh"]) for (p,) in connection.execute(wanted)]


@pytest.fixture
def office(tmp_path):
    found = Office(tmp_path)
    sticker = Context(device_kind=DeviceKind.CHARGER_KIOSK, place="12号站", entry="sticker")
    found.hub.take(found.device, feedback(1, contact=CONTACT, context=sticker), at=NOW)
    return found


@pytest.fixture
def desk(office):
    return office.person("王丽", Role.SERVICE_DESK)


def move(browser, before, after, reason="已联系站点", note=""):
    form = {"before": before, "after": after, "reason": reason, "note": note}
    return browser.post(f"/tickets/{NUMBER}", data=form)


def test_a_step_has_a_reason_is_on_the_page_in_the_log_and_on_its_way_to_the_device(office, desk):
    answer = move(desk, "new", "accepted", note="我们已经派人去看三号枪")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/tickets/{NUMBER}")
    page = desk.get(f"/tickets/{NUMBER}").text
    assert "待响应 → 已受理" in page
    assert "已联系站点" in page
    assert ("王丽", "change_status", "T-000001 new > accepted") in office.deeds()
    assert office.news() == [("received", "我们已经派人去看三号枪")]
    assert [one.kind for one in PushStore(office.database, secrets.token_bytes).due(office.time(), 10)] == [
        "ticket_news"
    ]


@pytest.mark.parametrize("reason", ["", "好", f"打{13912345678}", "很" * 201])
def test_without_a_reason_nothing_changes(office, desk, reason):
    answer = move(desk, "new", "closed", reason=reason)
    assert answer.status_code == 422
    assert "请写明为什么" in answer.text
    assert (office.ticket().status, office.ticket().steps, office.news()) == ("new", (), [])


def test_words_for_the_customer_with_a_number_in_them_change_nothing(office, desk):
    answer = move(desk, "new", "closed", note="请打13912345678")
    assert answer.status_code == 422
    assert "已联系站点" in answer.text, "what was typed is not lost"
    assert (office.ticket().status, office.news()) == ("new", [])
    assert "change_status" not in {action for _, action, _ in office.deeds()}


def test_whoever_was_second_is_told_and_changes_nothing(office, desk):
    move(desk, "new", "accepted")
    answer = move(office.person("李强", Role.CALL_BACK), "new", "closed")
    assert answer.status_code == 422
    assert "有同事先改了" in answer.text
    assert office.ticket().status == "accepted"


def test_a_step_that_does_not_follow_is_not_taken(office, desk):
    assert move(desk, "new", "reopened").status_code == 422
    assert move(desk, "new", "erased").status_code == 422
    assert move(desk, "new", "nowhere").status_code == 422
    assert office.ticket().steps == ()


def test_a_department_works_on_its_own_tickets_and_sees_no_others(office):
    mine = office.person("张修", Role.DEPARTMENT, department=office.ticket().department)
    assert move(mine, "new", "in_progress").status_code == 303
    other = office.person("赵保", Role.DEPARTMENT, department=Department.UNDERWRITING)
    assert other.get(f"/tickets/{NUMBER}").status_code == 404
    assert move(other, "in_progress", "closed").status_code == 404
    assert office.ticket().status == "in_progress"


def test_a_closed_ticket_keeps_its_contact_a_week_and_one_that_is_reopened_keeps_it_on(office, desk):
    retention, policy = RetentionStore(office.database), Retention()
    move(desk, "new", "closed", note="三号枪已更换")
    assert office.news() == [("solved", "三号枪已更换")]
    assert office.ticket().closed_at == office.time()
    office.time.forward(days=6)
    assert retention.run(policy, office.time())["contacts"] == 0
    desk = office.person("李强", Role.SERVICE_DESK)
    move(desk, "closed", "reopened", reason="客户说没修好")
    assert office.ticket().closed_at is None
    office.time.forward(days=3)
    assert retention.run(policy, office.time())["contacts"] == 0
    assert office.ticket().has_contact
    desk = office.person("孙青", Role.SERVICE_DESK)
    move(desk, "reopened", "closed", reason="换了新枪")
    office.time.forward(days=6, hours=23)
    assert retention.run(policy, office.time())["contacts"] == 0
    office.time.forward(hours=2)
    assert retention.run(policy, office.time())["contacts"] == 1
    assert not office.ticket().has_contact
    with office.database.read() as connection:
        assert connection.execute(select(tickets.c.contact_sealed, tickets.c.contact_key_id)).all() == [(None, None)]


def test_the_person_is_told_of_a_new_state_or_in_words_and_not_of_every_step(office, desk):
    for before, after in (("new", "in_progress"), ("in_progress", "waiting"), ("waiting", "in_progress")):
        office.time.forward(minutes=1)
        move(desk, before, after)
    assert office.news() == [("in_progress", "")]
    with office.database.read() as connection:
        assert connection.execute(select(pushes.c.version)).scalar_one() == 1
    move(desk, "in_progress", "waiting", note="配件周五到")
    assert office.news() == [("in_progress", "配件周五到")]


def test_an_erasure_takes_what_became_of_the_ticket_along(office, desk):
    move(desk, "new", "accepted", reason="客户姓名不便写")
    office.hub.take(office.device, erasure(feedback().subject, feedback().record_id), at=office.time())
    office.hub.answers.finish_erasures(office.time())
    assert (office.ticket().steps, office.ticket().entry, office.news()) == ((), None, [])
    page = desk.get(f"/tickets/{NUMBER}").text
    assert "客户姓名不便写" not in page
    assert 'name="after"' not in page
    assert move(desk, "accepted", "closed").status_code == 422


def test_the_page_says_how_they_came_in_what_it_weighs_and_why_it_is_marked(office, desk):
    for page in (desk.get(f"/tickets/{NUMBER}").text, desk.get("/").text):
        assert "固定贴码，统计时按 0.5 计" in page
        assert "敷衍回复" in page
        assert "回答什么问题都行，没说到具体的事" in page


def test_the_page_shows_the_state_of_the_car_and_an_erasure_takes_it_along(office, desk):
    told = "<dt>电池温度</dt><dd>38 ℃ (36–41)</dd>"
    for page in (desk.get(f"/tickets/{NUMBER}").text, desk.get("/").text):
        assert told in page
        assert "客户同意附上。只有区间和取整的数，没有位置。" in page
    office.hub.take(office.device, erasure(feedback().subject, feedback().record_id), at=office.time())
    office.hub.answers.finish_erasures(office.time())
    assert told not in desk.get(f"/tickets/{NUMBER}").text


def test_the_page_has_all_that_the_list_tells_of_a_ticket(office, desk):
    page = desk.get(f"/tickets/{NUMBER}").text
    row = desk.get("/").text.partition('<div class="more">')[2].partition("</details>")[0]
    told = [words for pair in re.findall(r"<dt[^>]*>([^<]+)</dt><dd>([^<]+)<?", row) for words in pair]
    assert len(told) > 10
    assert [words for words in told if words.strip() not in page] == []


def test_a_touch_that_may_be_the_shops_own_says_why(office, desk):
    touched = feedback(2, text=None, answers=(), rating=5, marks=(QualityMark(mark="own_tap", reason="burst"),))
    office.hub.take(office.device, touched, at=NOW)
    page = desk.get("/tickets/T-000002").text
    assert "疑似店方自评：连着点" in page
    assert "几秒钟内接连点了三次以上" in page


def test_the_list_can_leave_out_what_is_marked_and_drops_nothing(office, desk):
    office.hub.take(office.device, feedback(2, marks=()), at=office.time() + timedelta(seconds=1))
    assert (NUMBER in desk.get("/").text, "T-000002" in desk.get("/").text) == (True, True)
    without = desk.get("/?marked=out").text
    assert (NUMBER in without, "T-000002" in without) == (False, True)
    assert [t["number"] for t in desk.get("/api/v1/tickets.json").json()["tickets"]] == ["T-000002", NUMBER]


def test_the_figures_above_the_list_stand_raw_and_weighted(office, desk):
    told = desk.get("/api/v1/tickets.json").json()
    assert (told["counts"]["open"], told["weighted"]["open"]) == (1, 0.5)
    assert told["tickets"][0]["weight"] == 0.5
    assert "<small>加权 0.5</small>" in desk.get("/").text
