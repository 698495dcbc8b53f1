"""Who may see what: every page, every API and every command declares it, and the pages hold to it."""

import secrets
from datetime import UTC, datetime

import pytest
from starlette.routing import Mount

from hub.__main__ import COMMANDS
from hub.adapters.database.connection import open_sqlite
from hub.adapters.key_folder import open_keys
from hub.adapters.state_folder import StateFolder
from hub.fleet.broker_address import BrokerAddress
from hub.people.roles import Permission, Role, permissions
from hub.runtime import Hub, applications
from hub.tickets.ticket import Department
from hub.web.receipt_page import PATH as RECEIPT_PATH
from hub.web.visit_page import PATH as VISIT_PATH
from tests.fakes.staff import StaffRoom, form_token

NOBODYS = {"/sign-in", "/sign-in/challenge", "/invitation", "/invitation/challenge", "/healthz", "/static"}
DEVICES = {"/api/v1/ca", "/api/v1/enrol"}
"""A device shows a claim there, and no person signs in."""


def leaves(routes):
    """Every route, also inside what is mounted, unless the mount itself declares."""
    for route in routes:
        if isinstance(route, Mount) and not hasattr(route, "permission"):
            yield from leaves(route.routes)
        else:
            yield route


@pytest.fixture(scope="module")
def apps(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hub")
    database = open_sqlite(folder / "hub.db")
    database.prepare()
    keys = open_keys(folder / "keys", "demo", datetime.now(UTC))
    yield applications(Hub(StateFolder(folder), database, keys, "demo"), BrokerAddress("127.0.0.1", 1883, tls=False))
    database.close()


def test_every_route_of_the_hub_declares_the_permission_that_it_needs(apps):
    undeclared = [route for app in apps for route in leaves(app.routes) if not hasattr(route, "permission")]
    assert undeclared == []


def test_only_the_door_itself_and_what_says_nothing_of_anybody_is_open_to_everyone(apps):
    public = {r.path for app in apps for r in leaves(app.routes) if r.permission is Permission.PUBLIC}
    assert public == NOBODYS | DEVICES | {RECEIPT_PATH, VISIT_PATH}
    assert {r.path for r in leaves(apps[1].routes)} == DEVICES


def test_every_command_declares_the_permission_that_its_deed_needs():
    assert {name for name, command in COMMANDS.items() if command.needs is Permission.PUBLIC} == set()
    assert COMMANDS["contact"].needs is Permission.OPEN_CONTACT
    assert COMMANDS["tickets"].needs is Permission.SEE_TICKETS


def guarded(app):
    """(path, method, permission) of everything that asks who one is."""
    return [
        (route.path.replace("{number}", "T-000001"), method, route.permission)
        for route in leaves(app.routes)
        if route.permission is not Permission.PUBLIC
        for method in sorted(route.methods - {"HEAD"})
    ]


def ask(browser, method, path, **options):
    return browser.request(method, path, **options)


def test_nobody_gets_in_without_a_session_and_learns_nothing(tmp_path):
    room = StaffRoom(tmp_path)
    browser = room.browser()
    for path, method, _ in guarded(room.app()):
        for cookie in (None, secrets.token_urlsafe(32)):
            if cookie:
                browser.cookies.set("tingche_session", cookie)
            answer = ask(browser, method, path)
            assert answer.status_code in {303, 401}, path
            assert "T-00" not in answer.text, path


@pytest.mark.parametrize("role", Role)
def test_a_role_opens_what_the_table_says_and_nothing_else(tmp_path, role):
    room = StaffRoom(tmp_path)
    department = Department.CLAIMS if role is Role.DEPARTMENT else None
    may = permissions([role])
    for number, (path, method, needs) in enumerate(guarded(room.app())):
        browser, _ = room.signed_in(f"{role} {number}", role, department=department, raise_server_exceptions=False)
        answer = ask(browser, method, path, headers={"x-form-token": form_token(browser)})
        assert (answer.status_code != 403) == (needs in may), (method, path)
        if needs not in may:
            assert "您的角色看不到这一页" in answer.text
            assert "T-00" not in answer.text


def test_the_rail_shows_the_pages_that_the_roles_open(tmp_path):
    room = StaffRoom(tmp_path)
    seen = {}
    for role in (Role.SERVICE_DESK, Role.ADMINISTRATOR, Role.AUDITOR):
        browser, _ = room.signed_in(str(role), role)
        page = browser.get("/account").text
        rail = page[page.index("<nav") : page.index("</nav>")]
        seen[role] = [path for path in ("/people", "/erasures", 'href="/"') if path in rail]
    assert seen == {
        Role.SERVICE_DESK: ["/erasures", 'href="/"'],
        Role.ADMINISTRATOR: ["/people", "/erasures"],
        Role.AUDITOR: ["/erasures"],
    }


def test_a_route_that_is_not_there_says_no_more_to_anybody(tmp_path):
    room = StaffRoom(tmp_path)
    assert room.browser().get("/tickets/T-000001/secret").status_code == 404
