"""Debian's chromium under Playwright, and a staff page served for it on a free port of loopback."""

import os
import socket
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest
import uvicorn

from tests.fakes.browsers import add_authenticator
from tests.fakes.staff import EVERYONE, StaffRoom
from tests.fakes.ticket_book import NOW, FakeTicketBook
from tests.fakes.touched_device import TouchedDevice

CHROMIUM = Path("/usr/bin/chromium")
QUIET = ["--disable-background-networking", "--disable-component-update", "--no-first-run"]
STOP_WITHIN_S = 10
PATIENCE_MS = 15_000
"""How long a page may take to show what is expected: the machine may have much else to do."""


def chromium() -> Path:
    """Debian's chromium. Without it these tests are skipped on a desk, and fail where CI promised to run them."""
    if CHROMIUM.exists():
        return CHROMIUM
    missing = f"{CHROMIUM} is missing: apt-get install --no-install-recommends chromium fonts-noto-cjk"
    if os.environ.get("CI"):
        pytest.fail(missing)
    pytest.skip(missing)


class StaffPage:
    """The staff pages on one port: can be stopped and started again, as a hub can."""

    def __init__(self, book: FakeTicketBook, room: StaffRoom) -> None:
        self.book = book
        self.room = room
        self._port = 0
        self._began = time.monotonic()
        self.start()

    @property
    def url(self) -> str:
        return f"http://localhost:{self._port}"

    def now(self):
        """The hub's clock: starts at the fake's moment, then runs as time does."""
        return NOW + timedelta(seconds=time.monotonic() - self._began)

    def start(self) -> None:
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", self._port))
        listener.listen()  # a browser that is faster than the thread waits instead of being refused
        self._port = listener.getsockname()[1]
        app = self.room.app(self.book, clock=self.now)
        config = uvicorn.Config(app, log_config=None, lifespan="off", ws="none", timeout_graceful_shutdown=1)
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [listener]})
        self._thread.start()

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(STOP_WITHIN_S)
        assert not self._thread.is_alive()


@pytest.fixture(scope="session")
def browser():
    path = chromium()
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=str(path), headless=True, chromium_sandbox=False, args=QUIET)
        yield started
        started.close()


@pytest.fixture(scope="session")
def room(tmp_path_factory):
    """The people of every hub that is served here: cookies know no ports, so one sign-in is good for all."""
    return StaffRoom(tmp_path_factory.mktemp("people"))


@pytest.fixture
def serve(room):
    """Serves a book; everything served is stopped afterwards."""
    running = []

    def start(book: FakeTicketBook, people: StaffRoom = room) -> StaffPage:
        running.append(StaffPage(book, people))
        return running[-1]

    yield start
    for page in running:
        page.stop()


@pytest.fixture(scope="session")
def sign_in(browser, room):
    """Signs a new person in, with chromium and a passkey; gives the cookies. Once for each name."""
    known = {}

    def as_person(name, *roles):
        if name not in known:
            page = StaffPage(FakeTicketBook(), room)
            context = browser.new_context()
            try:
                window = context.new_page()
                add_authenticator(window)
                window.goto(f"{page.url}/invitation#{room.invite(name, *roles)}")
                window.get_by_role("button", name="创建通行密钥并登录").click()
                window.wait_for_url(lambda url: "/invitation" not in url)
                known[name] = context.cookies()
            finally:
                context.close()
                page.stop()
        return known[name]

    return as_person


@pytest.fixture
def look(browser, sign_in):
    """Opens an address in a fresh browser window; fails the test on any script error or refused content.

    Somebody is signed in who may see everything but the audit; `roles=()` for nobody.
    """
    contexts, complaints = [], []

    def open_window(url, width=1440, height=900, scheme="light", *, link_may_break=False, roles=EVERYONE, **options):
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, **options)
        contexts.append(context)
        if roles:
            context.add_cookies(sign_in(" ".join(roles).replace("_", "-")[:60], *roles))
        window = context.new_page()
        window.on("pageerror", lambda error: complaints.append(str(error)))
        window.on("console", lambda m: complaints.append(m.text) if m.type == "error" and not link_may_break else None)
        window.goto(url)
        return window

    yield open_window
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def come_in(look):
    """Signs somebody of a served hub in, by an invitation and a passkey, and opens a page there."""

    def come(hub: StaffPage, path, *roles, **options):
        window = look("about:blank", roles=(), **options)
        add_authenticator(window)
        window.goto(f"{hub.url}/invitation#{hub.room.invite(f'王丽 {roles[0]}', *roles)}")
        window.locator("#make").click()
        window.wait_for_url(lambda url: "/invitation" not in url)
        window.goto(f"{hub.url}{path}")
        return window

    return come


@pytest.fixture
def touch(tmp_path):
    """Starts a device with pages; everything started is stopped afterwards."""
    running = []

    def start(kind="head_unit", sentences=(), **options):
        running.append(TouchedDevice(tmp_path / f"device-{len(running)}", kind, sentences, **options))
        return running[-1]

    yield start
    for device in running:
        device.close()
