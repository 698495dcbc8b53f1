"""A hub without a network, for tests: a database, a sealing key, devices, and frames straight into the intake."""

import json
import os
from datetime import UTC, datetime, timedelta

from agent.contract import topics
from agent.contract.messages import DeviceKind
from hub.adapters.database.answer_store import AnswerStore
from hub.adapters.database.contact_store import ContactStore
from hub.adapters.database.fleet_store import EnrolledDevice, FleetStore
from hub.adapters.database.intake_store import IntakeStore
from hub.adapters.database.ticket_book import DatabaseTicketBook
from hub.fleet.claims import Claim
from hub.fleet.enrolment import read_request
from hub.intake import Arrival, judge, read
from tests.fakes.known_devices import KnownDevices

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def arrival(device, message, **changes):
    """A frame of this device, read."""
    found = read(topics.up("demo", device.name, message.kind), device.frame(message, **changes))
    assert isinstance(found, Arrival)
    return found


class Desk:
    """A hub without a network: a database, a sealing key and devices."""

    def __init__(self, database, known=None, **store):
        self.database = database
        self.known = known or KnownDevices()
        self.fleet = FleetStore(database)
        self.book = DatabaseTicketBook(database)
        self.answers = AnswerStore(database)
        self.contacts = ContactStore(database)
        self.store = IntakeStore(database, **store)

    def enrol(self, name="d-00000000000000000001", at=NOW, place="12号站"):
        device = self.known.add(name)
        self.fleet.add_claim(f"claim of {name}", Claim("demo", DeviceKind.CHARGER_KIOSK, place, at + timedelta(1)), at)
        outcome = self.claim(device, f"claim of {name}", at)
        assert isinstance(outcome, EnrolledDevice)
        device.identity["device"] = outcome.device
        return device

    def claim(self, device, code, at=NOW):
        request = read_request(json.dumps(device.request("0123456789")).encode())
        return self.fleet.enrol(code, request, lambda _tenant, name: f"certificate of {name}", at, os.urandom)

    def take(self, device, *messages, at=NOW):
        """Frames through one transaction; the numbers of new tickets."""
        found = [arrival(device, message) for message in messages]
        with self.store.transaction(found) as transaction:
            return [self.apply(one, transaction, at) for one in found]

    def apply(self, found, transaction, at=NOW):
        """What becomes of one frame inside a transaction; the number of its new ticket."""
        return transaction.apply(judge(found, known=transaction, opening_key=self.known.opening_key, now=at), at)

    def waiting(self):
        """Every answer in the queue as (kind, about, outcome), each line of a receipt by itself, and empties it."""
        found = self.answers.waiting(1000)
        self.answers.taken([entry.id for entry in found])
        told = []
        for answer in (entry.answer for entry in found):
            lines = answer.payload.get("lines")
            told += [(answer.kind, line["message_id"], line["outcome"]) for line in lines or ()]
            told += [(answer.kind, answer.about, None)] if lines is None else []
        return told
