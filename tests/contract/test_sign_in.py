"""Signing in, end to end in one process: real pages, real database, a passkey in software."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import text
from starlette.testclient import TestClient

from hub.people.access import IDLE_LIMIT, INVITATION_LASTS, SESSION_LIMIT, code_key
from hub.people.roles import Role
from hub.tickets.ticket import Department
from tests.fakes.soft_passkey import SoftPasskey
from tests.fakes.staff import ORIGIN, StaffRoom, a_moving_clock, form_token, join, sign_in


@pytest.fixture
def clock():
    return a_moving_clock()


@pytest.fixture
def room(tmp_path, clock):
    return StaffRoom(tmp_path, clock)


def session_cookie(browser):
    return browser.cookies.get("tingche_session")


# ---- invitations ----


def test_an_invitation_makes_a_passkey_and_signs_in_once(room):
    code = room.invite("王丽", Role.SERVICE_DESK)
    browser, passkey = room.browser(), SoftPasskey()
    answer = join(browser, code, passkey)
    assert (answer.status_code, answer.json()) == (200, {"to": "/"})
    assert "T-001212" in browser.get("/").text
    assert join(room.browser(), code, SoftPasskey()).status_code == 403
    assert room.deeds()[:2] == [("hub", "add_person", "王丽: service_desk"), ("王丽", "join", "王丽")]


def test_an_invitation_that_ended_is_refused_like_one_that_never_was(room, clock):
    code = room.invite("王丽", Role.SERVICE_DESK)
    clock.forward(seconds=INVITATION_LASTS.total_seconds())
    ended, unknown = (room.browser().post("/invitation/challenge", json={"code": c}) for c in (code, "0" * 20))
    assert (ended.status_code, ended.json()) == (unknown.status_code, unknown.json()) == (403, {"error": "refused"})


def test_guessing_an_invitation_is_slowed_down_and_then_the_right_one_waits_too(room):
    code = room.invite("王丽", Role.SERVICE_DESK)
    browser = room.browser()
    statuses = [browser.post("/invitation/challenge", json={"code": "0" * 20}).status_code for _ in range(6)]
    assert statuses == [403] * 5 + [429]
    answer = browser.post("/invitation/challenge", json={"code": code})
    assert answer.status_code == 429
    assert 0 < answer.json()["wait_s"] <= 60


def test_a_code_without_its_challenge_opens_nothing(room):
    code = room.invite("王丽", Role.SERVICE_DESK)
    other = room.browser().post("/invitation/challenge", json={"code": room.invite("李强", Role.REVIEWER)}).json()
    for options in (other, {"challenge": "AAAA"}, room.browser().post("/sign-in/challenge", json={}).json()):
        answer = room.browser().post("/invitation", json={"code": code, "passkey": SoftPasskey().make(options)})
        assert answer.status_code == 403
    assert [person.passkeys for person in room.people.people()] == [0, 0]


# ---- signing in ----


def test_a_passkey_signs_in_without_any_name_and_back_to_the_page_that_was_wanted(room):
    first, passkey = room.signed_in("王丽", Role.SERVICE_DESK)
    browser = room.browser()
    sent = browser.get("/erasures")
    assert (sent.status_code, sent.headers["location"]) == (303, "/sign-in?next=/erasures")
    assert sign_in(browser, passkey, "/erasures").json() == {"to": "/erasures"}
    assert browser.get("/erasures").status_code == 200
    assert first.get("/").status_code == 200


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example", "/audit", "/people", "x", None, 7])
def test_a_sign_in_leads_nowhere_but_to_ones_own_pages(room, wanted):
    _, passkey = room.signed_in("王丽", Role.SERVICE_DESK)
    assert sign_in(room.browser(), passkey, wanted).json() == {"to": "/"}


def forged(passkey):
    """A passkey with the same id and another key."""
    other = SoftPasskey()
    other.id = passkey.id
    return other


def test_every_refusal_is_the_same_whoever_it_is(room):
    _, known = room.signed_in("王丽", Role.SERVICE_DESK)
    _, disabled = room.signed_in("李强", Role.SERVICE_DESK)
    room.people.disable("李强", by="hub", now=room.clock())
    foreign = SoftPasskey("http://evil.example")
    foreign.id, foreign.key = known.id, known.key
    unverified = SoftPasskey(verifies=False)
    unverified.id, unverified.key = known.id, known.key
    answers = [
        sign_in(room.browser(), passkey) for passkey in (SoftPasskey(), forged(known), disabled, foreign, unverified)
    ]
    told = {(a.status_code, a.text, a.headers.get("set-cookie")) for a in answers}
    assert told == {(403, '{"error":"refused"}', None)}


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{}", b'{"passkey": 7}', b'{"passkey": {"id": [], "response": {}}}', b"\xff", b"{" * 5000]
)
def test_what_is_no_answer_of_a_passkey_is_refused_calmly(room, body):
    for path in ("/sign-in", "/invitation", "/invitation/challenge"):
        assert room.browser().post(path, content=body).status_code == 403


def test_an_answer_is_good_once_and_not_after_its_time(room, clock):
    _, passkey = room.signed_in("王丽", Role.SERVICE_DESK)
    browser = room.browser()
    options = browser.post("/sign-in/challenge", json={}).json()
    uncounted = SoftPasskey(counts=False)
    code = room.invite("李强", Role.REVIEWER)
    assert join(room.browser(), code, uncounted).status_code == 200
    answer = uncounted.use(options)
    assert browser.post("/sign-in", json={"passkey": answer}).status_code == 200
    assert room.browser().post("/sign-in", json={"passkey": answer}).status_code == 403
    late = browser.post("/sign-in/challenge", json={}).json()
    clock.forward(minutes=6)
    assert browser.post("/sign-in", json={"passkey": passkey.use(late)}).status_code == 403


def test_a_copied_passkey_is_taken_away_and_every_session_of_its_person_ends(room):
    browser, passkey = room.signed_in("王丽", Role.SERVICE_DESK)
    sign_in(room.browser(), passkey)
    passkey.count = 0
    assert sign_in(room.browser(), passkey).status_code == 403
    passkey.count = 9
    assert sign_in(room.browser(), passkey).status_code == 403
    assert browser.get("/").status_code == 303
    assert ("王丽", "passkey_copied", "王丽") in room.deeds()


def test_guessing_is_slowed_down(room):
    browser = room.browser()
    statuses = [sign_in(browser, SoftPasskey()).status_code for _ in range(6)]
    assert statuses == [403] * 5 + [429]


# ---- sessions ----


def test_the_session_is_in_a_cookie_that_no_script_and_no_other_site_can_use(room):
    code = room.invite("王丽", Role.SERVICE_DESK)
    cookie = join(room.browser(), code, SoftPasskey()).headers["set-cookie"].lower()
    for word in ("httponly", "samesite=strict", "path=/", "max-age=43200"):
        assert word in cookie
    assert "secure" not in cookie  # plain loopback


def test_over_https_the_cookie_is_secure_and_bound_to_the_host(room):
    url = "https://desk.example.com"
    browser = TestClient(room.app(page_url=url), base_url=url, headers={"origin": url}, follow_redirects=False)
    answer = join(browser, room.invite("王丽", Role.SERVICE_DESK), SoftPasskey(url))
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-tingche_session=")
    assert "Secure" in cookie
    assert browser.get("/").status_code == 200


def test_the_database_holds_no_token_and_no_code(room, tmp_path):
    code = room.invite("王丽", Role.SERVICE_DESK)
    browser = room.browser()
    join(browser, code, SoftPasskey())
    waiting = room.invite("李强", Role.REVIEWER)
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    for secret in (session_cookie(browser), code, code.replace("-", ""), waiting, waiting.replace("-", "")):
        assert secret.encode() not in kept


def test_a_session_ends_after_half_an_hour_untouched_and_the_page_that_refreshes_is_no_touch(room, clock):
    browser, _ = room.signed_in("王丽", Role.SERVICE_DESK)
    for _ in range(6):
        clock.forward(seconds=IDLE_LIMIT.total_seconds() / 6)
        last = browser.get("/tickets/fragment")
    assert last.status_code == 401
    assert browser.get("/").headers["location"] == "/sign-in"


def test_a_person_who_is_there_keeps_the_session_but_not_beyond_a_shift(room, clock):
    browser, _ = room.signed_in("王丽", Role.SERVICE_DESK)
    ends = clock() + SESSION_LIMIT
    while clock() + timedelta(minutes=20) < ends:
        clock.forward(minutes=20)
        assert browser.get("/tickets/fragment", headers={"x-touched": "1"}).status_code == 200
    clock.forward(minutes=20)
    assert browser.get("/").status_code == 303


def test_signing_out_ends_this_session_and_signing_out_everywhere_ends_all(room):
    first, passkey = room.signed_in("王丽", Role.SERVICE_DESK)
    second, third = room.browser(), room.browser()
    for browser in (second, third):
        sign_in(browser, passkey)
    stolen = session_cookie(first)
    first.post("/sign-out", data={"form_token": form_token(first)})
    first.cookies.set("tingche_session", stolen)
    assert first.get("/").status_code == 303
    assert second.get("/").status_code == 200
    second.post("/sign-out-everywhere", data={"form_token": form_token(second)})
    assert third.get("/").status_code == 303


def test_disabling_and_resetting_end_sessions_at_once(room):
    browser, passkey = room.signed_in("王丽", Role.SERVICE_DESK)
    room.people.disable("王丽", by="hub", now=room.clock())
    assert browser.get("/").status_code == 303
    code = "ABCDE-ABCDE-ABCDE-ABCDE"
    room.people.reset("王丽", code_key(code), by="hub", now=room.clock())
    assert sign_in(room.browser(), passkey).status_code == 403
    assert join(room.browser(), code, SoftPasskey()).status_code == 200


def test_a_role_that_is_taken_away_is_gone_with_the_next_click(room):
    browser, _ = room.signed_in("王丽", Role.SERVICE_DESK)
    room.people.set_roles("王丽", (Role.REVIEWER,), None, by="hub", now=room.clock())
    assert browser.get("/").status_code == 403


# ---- requests of other sites ----


@pytest.mark.parametrize("origin", [None, "null", "http://evil.example", "http://localhost:81", "https://localhost"])
def test_a_post_from_another_place_changes_nothing(room, origin):
    browser, _ = room.signed_in("王丽", Role.SERVICE_DESK)
    token = form_token(browser)
    del browser.headers["origin"]
    headers = {"origin": origin} if origin else {}
    assert browser.post("/sign-out", data={"form_token": token}, headers=headers).status_code == 403
    assert browser.post("/sign-in/challenge", json={}, headers=headers).status_code == 403
    assert browser.get("/").status_code == 200


@pytest.mark.parametrize("token", ["", "0" * 64, "é"])
def test_a_post_without_the_sessions_own_token_changes_nothing(room, token):
    browser, _ = room.signed_in("王丽", Role.SERVICE_DESK)
    other, _ = room.signed_in("李强", Role.SERVICE_DESK)
    for wrong in (token, form_token(other)):
        assert browser.post("/sign-out", data={"form_token": wrong}).status_code == 403
    assert browser.get("/").status_code == 200


# ---- what is written down ----


def test_every_ticket_whose_words_were_shown_is_in_the_log_once_in_a_session(room):
    browser, _ = room.signed_in("王丽", Role.SERVICE_DESK)
    for path in ("/", "/tickets/fragment", "/api/v1/tickets.json", "/?show=overdue"):
        browser.get(path)
    views = [deed for deed in room.deeds() if deed[1] == "view_tickets"]
    assert views == [("王丽", "view_tickets", "T-001201–T-001206 T-001208–T-001212")]  # 1207 is erased


def test_a_department_sees_and_is_logged_for_its_own_tickets_alone(room):
    browser, _ = room.signed_in("陈岚", Role.DEPARTMENT, department=Department.CLAIMS)
    page = browser.get("/").text
    assert "T-001205" in page
    assert "T-001212" not in page
    told = browser.get("/api/v1/tickets.json").json()
    assert [t["number"] for t in told["tickets"]] == ["T-001205"]
    assert told["counts"]["open"] == 1
    assert room.deeds()[-1] == ("陈岚", "view_tickets", "T-001205")


def test_what_cannot_be_written_down_is_not_shown(room):
    browser, _ = room.signed_in("王丽", Role.SERVICE_DESK)
    with room.database.write() as connection:
        connection.execute(text("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'full'); END"))
    page = browser.get("/")
    assert page.status_code == 503
    assert "刹车" not in page.text


# ---- the administrator's page ----


def test_an_administrator_invites_somebody_who_then_signs_in(room):
    admin, _ = room.signed_in("admin", Role.ADMINISTRATOR)
    token = form_token(admin)
    page = admin.post("/people", data={"form_token": token, "do": "add", "name": "王丽", "role_call_back": "1"})
    assert page.status_code == 200
    code = re.search(r"/invitation#([0-9A-Z-]{23})", page.text)[1]
    assert f"{ORIGIN}/invitation#{code}" in page.text
    browser = room.browser()
    assert join(browser, code, SoftPasskey()).status_code == 200
    assert code not in admin.get("/people").text
    admin.post("/people", data={"form_token": token, "do": "disable", "name": "王丽"})
    assert browser.get("/").status_code == 303
    assert [deed[:2] for deed in room.deeds()[-2:]] == [("王丽", "join"), ("admin", "disable_person")]


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"name": "a:b", "role_reviewer": "1"}, "姓名要有"),
        ({"name": "王丽"}, "至少选一个角色"),
        ({"name": "王丽", "role_auditor": "1", "role_reviewer": "1"}, "审计员不能兼任"),
        ({"name": "王丽", "role_department": "1"}, "要选部门"),
        ({"name": "王丽", "role_department": "1", "department": "no-such"}, "要选部门"),
        ({"name": "admin", "role_reviewer": "1"}, "这个姓名用过了"),
    ],
)
def test_what_cannot_be_is_said_and_nobody_is_added(room, form, said):
    admin, _ = room.signed_in("admin", Role.ADMINISTRATOR)
    page = admin.post("/people", data={"form_token": form_token(admin), "do": "add", **form})
    assert page.status_code == 422
    assert said in page.text
    assert [person.name for person in room.people.people()] == ["admin"]


def test_administrators_cannot_shut_themselves_out(room):
    admin, _ = room.signed_in("admin", Role.ADMINISTRATOR)
    for act in ("disable", "reset"):
        page = admin.post("/people", data={"form_token": form_token(admin), "do": act, "name": "admin"})
        assert "另一位管理员" in page.text
    assert admin.get("/people").status_code == 200
