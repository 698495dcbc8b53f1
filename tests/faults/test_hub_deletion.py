"""Whatever order the hub hears things in, and whichever backup comes back: what was erased stays erased.

A thousand people's stories are dealt like cards: each delivers, repeats, asks for erasure, and comes late, in an order
of its own, while the hub restarts, takes backups and has them put back. After every turn no readable word of an erased
person is in a file that the hub serves from, and at the end in no backup either.
"""

import itertools
import random
import re

import pytest

from agent.contract.messages import MaskedText
from hub.adapters.database.answer_store import AnswerStore
from hub.adapters.database.backup import forget_again
from hub.adapters.database.connection import open_sqlite
from hub.adapters.tombstone_journal import TombstoneJournal
from hub.answers import AnswerKind
from hub.keeping import back_up, restore
from hub.tickets.ticket import Status
from tests.builders import feedback, record_id
from tests.fakes.desk import NOW, Desk, arrival
from tests.fakes.field_device import erasure

PEOPLE = 1000
BETWEEN = {"restart": 3, "back_up": 3, "put_back": 4, "finish": 4}
"""What happens to the hub between the turns, and how often."""
DEVICES = 4
BACKUPS = 3
"""Kept at a time; the oldest goes."""


class Hub:
    """A state folder that restarts, is backed up and put back."""

    def __init__(self, folder, chance):
        self.folder = folder
        self.chance = chance
        self.journal = TombstoneJournal(folder / "hub" / "tombstones.jsonl")
        self.backups = []
        self.numbers = itertools.count()
        self.known = None
        (folder / "hub").mkdir()
        (folder / "backups").mkdir()
        self.open()

    def open(self):
        self.database = open_sqlite(self.folder / "hub" / "hub.db")
        self.database.prepare()
        forget_again(self.database, self.journal, NOW)
        self.desk = Desk(self.database, self.known, journal=self.journal.append)
        self.known = self.desk.known

    def restart(self):
        self.database.close()
        self.open()

    def back_up(self):
        name = self.folder / "backups" / f"{next(self.numbers):03d}.hubdb"
        back_up(self.folder / "hub", name, NOW, lambda _done, _all: None)
        self.backups.append(name)
        if len(self.backups) > BACKUPS:
            self.backups.pop(0).unlink()

    def put_back(self):
        self.database.close()
        restore(self.folder / "hub", self.chance.choice(self.backups), NOW, replace=True)
        self.open()

    def deliver(self, frames):
        """One batch; which of its messages made a ticket."""
        with self.desk.store.transaction(frames) as transaction:
            return [frame.message_id for frame in frames if self.desk.apply(frame, transaction) is not None]

    def finish(self):
        AnswerStore(self.database).finish_erasures(NOW)


def words(person):
    """Of nobody else, and found in any file."""
    return f"怪味道{person:04d}号"


def a_story(person, device, chance):
    """What happens to one person, in order. The erasure comes anywhere, and something always after it."""
    subject = f"s-{person:020d}"
    said = [
        arrival(device, feedback(10 * person + n, subject=subject, text=MaskedText(text=words(person))))
        for n in range(2)
    ]
    notice = arrival(device, erasure(subject, *(record_id(10 * person + n) for n in range(chance.randrange(3)))))
    cards = [said[0], said[1], *chance.choices(said, k=2), notice]
    chance.shuffle(cards)
    return [*cards, *chance.sample([*said, notice], k=2)], notice


@pytest.mark.parametrize("seed", [20261125])
def test_a_thousand_people_in_random_order_leave_no_readable_copy_and_none_comes_back(tmp_path, seed):
    chance = random.Random(seed)  # noqa: S311 - dice, not secrets
    hub = Hub(tmp_path, chance)
    devices = [hub.desk.enrol(f"d-{n:020d}") for n in range(DEVICES)]
    control = arrival(devices[0], feedback(1, subject="s-somebody-who-stays", text=MaskedText(text="说得很好听")))
    hub.deliver([control])
    hub.back_up()
    stories, notices, frames = [], {}, {}
    for person in range(1, PEOPLE + 1):
        story, notice = a_story(person, chance.choice(devices), chance)
        stories.append(story)
        notices[notice.message_id] = person
        frames[person] = [frame for frame in story if frame is not notice]
    erased, resurrected, made_up = set(), [], 0
    queue = dealt(stories, chance)
    happens = [getattr(hub, name) for name, times in BETWEEN.items() for _ in range(times)]
    chance.shuffle(happens)
    for turn, between in enumerate(happens):
        part = queue[len(queue) * turn // len(happens) : len(queue) * (turn + 1) // len(happens)]
        for batch in batches(part, chance):
            tickets = hub.deliver(batch)
            gone = set(erased)
            for frame in batch:
                if frame.message_id in notices:
                    erased.add(notices[frame.message_id])
            resurrected += [m for m in tickets if person_of(m) in gone]
            made_up += len(tickets)
        hub.finish()
        between()
        hub.finish()
        assert readable(erased, tmp_path / "hub") == [], f"turn {turn}"
    assert erased == set(range(1, PEOPLE + 1))
    assert made_up > PEOPLE / 2, "the test delivered something that could be erased"
    for device_returns in batches([frame for person in erased for frame in frames[person]], chance):
        resurrected += hub.deliver(device_returns)
    assert resurrected == []
    hub.restart()
    hub.finish()
    hub.back_up()
    assert readable(erased, tmp_path) == []
    told = [entry.answer for entry in AnswerStore(hub.database).waiting(10**6)]
    outcomes = {line["outcome"] for answer in told for line in answer.payload.get("lines", ())}
    assert outcomes <= {"accepted", "duplicate", "erased"}
    assert {answer.kind for answer in told} >= {AnswerKind.RECEIPT, AnswerKind.ERASURE_RECEIPT}
    standing = [t for t in hub.desk.book.tickets(10**6) if t.status is not Status.ERASED]
    assert [(ticket.record_id, ticket.text) for ticket in standing] == [(record_id(1), "说得很好听")]
    hub.database.close()


def dealt(stories, chance):
    """All cards in one row: each story keeps its own order, the stories are mixed."""
    order = [number for number, story in enumerate(stories) for _ in story]
    chance.shuffle(order)
    left = [iter(story) for story in stories]
    return [next(left[number]) for number in order]


def batches(frames, chance):
    start = 0
    while start < len(frames):
        size = chance.randint(1, 60)
        yield frames[start : start + size]
        start += size


def person_of(message_id):
    return int(message_id[-12:], 16) // 10


def readable(erased, folder):
    """(file, person) for every erased person with a readable word anywhere under a folder."""
    found = []
    for file in folder.rglob("*"):
        if file.is_file():
            people = {int(number) for number in re.findall("怪味道([0-9]{4})号".encode(), file.read_bytes())}
            found += [(file.name, person) for person in sorted(people & erased)]
    return found
