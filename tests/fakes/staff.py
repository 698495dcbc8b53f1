"""The staff pages over a real database of people, and ways to be signed in to them."""

import re
import secrets
from datetime import timedelta

from starlette.testclient import TestClient

from hub.adapters.database.audit_log import AuditLog
from hub.adapters.database.campaign_counts import CampaignCounts
from hub.adapters.database.campaign_store import CampaignStore
from hub.adapters.database.connection import open_sqlite
from hub.adapters.database.contact_store import ContactStore
from hub.adapters.database.figure_store import FigureStore
from hub.adapters.database.people_store import PeopleStore
from hub.adapters.database.review_store import ReviewStore
from hub.adapters.database.ticket_desk import TicketDesk
from hub.adapters.database.voice_store import VoiceStore
from hub.adapters.database.ways_store import WaysStore
from hub.people.access import Person, code_key, make_code
from hub.people.roles import Role
from hub.tickets.weighing import Weights
from hub.web.pages import Office, staff_app
from tests.fakes.soft_passkey import SoftPasskey
from tests.fakes.ticket_book import NOW, TENANT, a_busy_book

ORIGIN = "http://localhost"
SECRET = bytes(range(32))
EVERYONE = (Role.SERVICE_DESK, Role.CALL_BACK, Role.REVIEWER, Role.ADMINISTRATOR)


class StaffRoom:
    """People of one hub, in a database of their own."""

    def __init__(self, folder, clock=lambda: NOW):
        self.database = open_sqlite(folder / "people.db")
        self.database.prepare()
        self.folder = folder
        self.tenant = TENANT
        self.people = PeopleStore(self.database)
        self.contacts = ContactStore(self.database)
        self.reviews = ReviewStore(self.database)
        self.voices = VoiceStore(self.database)
        self.log = AuditLog(self.database)
        self.clock = clock

    def invite(self, name, *roles, department=None):
        """A new person's invitation code."""
        code = make_code(secrets.token_bytes)
        person = Person(name, roles, department, self.clock())
        self.people.add(person, code_key(code), by="hub", random_bytes=secrets.token_bytes)
        return code

    def app(self, book=None, **changes):
        """The pages over a ticket book."""
        given = {
            "clock": self.clock,
            "tenant": self.tenant,
            "secret": SECRET,
            "desk": TicketDesk(self.database, secrets.token_bytes),
            "figures": FigureStore(self.database, Weights()),
            "contacts": self.contacts,
            "reviews": self.reviews,
            "voices": self.voices,
            "campaigns": CampaignStore(self.database, self.tenant, secrets.token_bytes),
            "campaign_counts": CampaignCounts(self.database, self.tenant),
            "ways": WaysStore(self.database, self.tenant, secrets.token_bytes),
            "log": self.log,
            "desk_key": self.folder / "desk.key",
            "voice_key": self.folder / "voice.key",
        } | changes
        return staff_app(Office(book=book or a_busy_book(), people=self.people, **given))

    def browser(self, book=None, **options):
        """A browser that nobody is signed in with."""
        found = TestClient(self.app(book), base_url=ORIGIN, follow_redirects=False, **options)
        found.headers["origin"] = ORIGIN
        return found

    def signed_in(self, name, *roles, book=None, department=None, **options):
        """A browser that a new person has signed in with, by invitation and passkey, and its passkey."""
        browser = self.browser(book, **options)
        passkey = SoftPasskey()
        assert join(browser, self.invite(name, *roles, department=department), passkey).status_code == 200
        return browser, passkey

    def deeds(self):
        """Who did what, oldest first."""
        return [(entry.who, entry.action, entry.what) for entry in reversed(self.log.newest(1000))]


def join(browser, code, passkey):
    """Use an invitation as its page does."""
    options = browser.post("/invitation/challenge", json={"code": code})
    if options.status_code != 200:
        return options
    return browser.post("/invitation", json={"code": code, "passkey": passkey.make(options.json())})


def sign_in(browser, passkey, next_page=""):
    """Sign in as its page does."""
    options = browser.post("/sign-in/challenge", json={}).json()
    return browser.post("/sign-in", json={"passkey": passkey.use(options), "next": next_page})


def form_token(browser, path="/account"):
    """The token of this browser's forms."""
    return re.search(r'data-form-token="([0-9a-f]{64})"', browser.get(path).text)[1]


def a_moving_clock():
    """A clock that tests move: call it for the time, `.forward(...)` to move it."""

    class Clock:
        now = NOW

        def __call__(self):
            return self.now

        def forward(self, **span):
            self.now += timedelta(**span)

    return Clock()
