"""Debian's chromium under Playwright, and a staff page served for it on a free port of loopback."""

import os
import socket
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest
import uvicorn

from hub.web.pages import staff_app
from tests.fakes.ticket_book import NOW, TENANT, FakeTicketBook

CHROMIUM = Path("/usr/bin/chromium")
QUIET = ["--disable-background-networking", "--disable-component-update", "--no-first-run"]
STOP_WITHIN_S = 10


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

    def __init__(self, book: FakeTicketBook) -> None:
        self.book = book
        self._port = 0
        self._began = time.monotonic()
        self.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def now(self):
        """The hub's clock: starts at the fake's moment, then runs as time does."""
        return NOW + timedelta(seconds=time.monotonic() - self._began)

    def start(self) -> None:
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", self._port))
        self._port = listener.getsockname()[1]
        app = staff_app(self.book, self.now, TENANT)
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
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=str(path), headless=True, chromium_sandbox=False, args=QUIET)
        yield started
        started.close()


@pytest.fixture
def serve():
    """Serves a book; everything served is stopped afterwards."""
    running = []

    def start(book: FakeTicketBook) -> StaffPage:
        running.append(StaffPage(book))
        return running[-1]

    yield start
    for page in running:
        page.stop()


@pytest.fixture
def look(browser):
    """Opens an address in a fresh browser window; fails the test on any script error or refused content."""
    contexts, complaints = [], []

    def open_window(url, width=1440, height=900, scheme="light", *, link_may_break=False, **options):
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, **options)
        contexts.append(context)
        window = context.new_page()
        window.on("pageerror", lambda error: complaints.append(str(error)))
        window.on("console", lambda m: complaints.append(m.text) if m.type == "error" and not link_may_break else None)
        window.goto(url)
        return window

    yield open_window
    for context in contexts:
        context.close()
    assert complaints == []
