"""What the hub says to devices, on SQLite and on PostgreSQL alike: queued once, sent until it is answered, shown."""

import os
from datetime import timedelta

import pytest
from sqlalchemy import text

from agent.contract import sealing, topics
from agent.contract.directives import Acknowledgement, DirectiveOutcome, ProfileChange, TicketNews, TicketState
from hub.adapters.database.audit_log import AuditLog
from hub.adapters.database.push_store import PushStore
from hub.errors import InputRefusedError
from hub.pushing.push import Choice, Order
from hub.pushing.reading import ticket_news
from hub.pushing.worker import PushWorker
from hub.tickets.ticket import Status
from tests.builders import feedback, profile_change
from tests.fakes.desk import NOW, Desk
from tests.fakes.field_device import erasure, new_id
from tests.fakes.frame_source import ListedFrames

ALL = Choice(everybody=True)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


class PushingHub(Desk):
    """A hub without a network, and a wire that shows what it sends to devices."""

    def __init__(self, database):
        super().__init__(database)
        self.pushes = PushStore(database, os.urandom)
        self.wire = ListedFrames()
        self.now = NOW
        signing = self.known.add("the-hubs-own-key").signing
        self.worker = PushWorker(self.wire, self.pushes, signing, lambda: self.now)
        self.hub_key = signing.public_key()

    def say(self, choice=ALL, *, expires_at=None, **values):
        """Push a profile; its version."""
        order = Order(
            ProfileChange.kind,
            "",
            lambda version: profile_change(version, **values).model_dump(mode="json"),
            self.now,
            expires_at,
        )
        return self.pushes.push(order, choice, who="wang")

    def tell(self, number="T-000001", note="三号枪已更换"):
        def order(row):
            def payload(version):
                told = ticket_news(row, version, TicketState.SOLVED, (note, ""), self.now)
                return told.model_dump(mode="json")

            return Order(TicketNews.kind, row.record_id, payload, self.now)

        return self.pushes.tell(number, order, Status.CLOSED, who="wang")

    def sent(self):
        """(device, kind) of everything that is handed to the wire now."""
        self.wire.published.clear()
        self.worker.step()
        places = [topics.Topic.parse(topic) for topic, _ in self.wire.published]
        return [(place.device, place.channel) for place in places]

    def last_frame(self):
        return self.wire.published[-1][1]

    def answer(self, device, outcome=DirectiveOutcome.APPLIED, *, in_force, reason="", message_id=None):
        """The device answers what was pushed to it last."""
        with self.database.read() as connection:
            last = connection.execute(
                text("SELECT message_id FROM pushes WHERE device = :device ORDER BY version DESC"),
                {"device": device.name},
            ).scalar()
        self.take(
            device,
            Acknowledgement(
                ack_id=new_id(),
                message_id=message_id or last,
                about="profile",
                outcome=outcome,
                reason=reason,
                in_force=in_force,
                at=NOW,
            ),
            at=self.now,
        )

    def standing(self, device):
        (one,) = self.pushes.standings(device.name)
        return one


@pytest.fixture
def hub(database):
    return PushingHub(database)


@pytest.fixture
def device(hub):
    return hub.enrol("d-00000000000000000001")


def test_a_push_is_sent_sealed_to_the_device_and_signed_by_the_hub(hub, device):
    pushed = hub.say()
    assert (pushed.version, pushed.devices) == (1, (device.name,))
    assert hub.sent() == [(device.name, "profile")]
    opened = sealing.open_frame(sealing.parse(hub.last_frame()), hub.hub_key, lambda _: device.opening)
    assert opened == profile_change(1)


def test_it_is_sent_again_at_growing_intervals_until_it_is_answered_and_no_longer(hub, device):
    hub.say()
    gaps, last = [], hub.now
    while len(gaps) < 10:
        if hub.sent():
            gaps.append((hub.now - last).total_seconds())
            last = hub.now
        hub.now += timedelta(seconds=30)
    assert gaps == [0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600]
    hub.answer(device, in_force=1)
    hub.now += 400 * DAY
    assert hub.sent() == []


def test_a_device_that_slept_for_months_is_told_as_soon_as_it_is_heard(hub, device):
    hub.say()
    for _ in range(20):
        hub.sent()
        hub.now += HOUR + MINUTE
    hub.now += 120 * DAY
    assert hub.sent() == [(device.name, "profile")]
    hub.now += 10 * MINUTE
    assert hub.sent() == []
    hub.take(device, feedback(), at=hub.now)
    assert hub.sent() == [(device.name, "profile")]


def test_a_device_that_talks_and_never_answers_is_told_every_few_minutes_at_most(hub, device):
    hub.say()
    for _ in range(20):
        hub.sent()
        hub.now += HOUR + MINUTE
    sent = 0
    for _ in range(60):
        hub.now += MINUTE
        hub.take(device, feedback().model_copy(update={"record_id": new_id()}), at=hub.now)
        sent += len(hub.sent())
    assert 10 <= sent <= 13


def test_a_copy_lives_in_the_broker_until_the_next_one_and_never_beyond_its_end(hub, device):
    hub.say(expires_at=NOW + timedelta(seconds=100))
    hub.sent()
    hub.now += 31 * timedelta(seconds=1)
    hub.sent()
    assert hub.wire.lives == [90, 69]
    hub.now += 2 * MINUTE
    assert hub.sent() == []


def test_a_newer_push_takes_the_place_of_one_that_nobody_has_answered(hub, device):
    hub.say(speech__terms=["海豚驿站"])
    hub.say(speech__terms=["蓝鲸超充"])
    assert hub.sent() == [(device.name, "profile")]
    standing = hub.standing(device)
    assert (standing.version, standing.outcome) == (2, None)


def test_the_hub_shows_what_is_in_force_and_what_waits(hub, device):
    hub.say()
    hub.sent()
    hub.answer(device, in_force=1)
    assert hub.standing(device).told(NOW) == "v1"
    hub.answer(device, in_force=1, reason="speech.terms.0: heard as it is")
    assert hub.standing(device).told(NOW) == "v1 (speech.terms.0: heard as it is)"
    hub.say()
    assert hub.standing(device).told(NOW) == "v1 (v2 待应答 waiting)"
    hub.answer(device, DirectiveOutcome.REFUSED, in_force=1, reason="speech.terms.0: reads like a person")
    assert hub.standing(device).told(NOW) == "v1 (v2 refused: speech.terms.0: reads like a person)"
    hub.now += DAY
    assert hub.sent() == []


def test_a_refusal_that_could_not_tell_the_matter_leaves_the_version_in_force(hub, device):
    hub.say()
    hub.answer(device, in_force=1)
    hub.say()
    hub.answer(device, DirectiveOutcome.REFUSED, in_force=0, reason="unknown_version: profile version 2")
    assert (hub.standing(device).in_force, hub.standing(device).outcome) == (1, "refused")


def test_an_answer_to_a_push_that_was_replaced_changes_nothing(hub, device):
    hub.say()
    with hub.database.read() as connection:
        old = connection.execute(text("SELECT message_id FROM pushes")).scalar()
    hub.say()
    hub.answer(device, in_force=1, message_id=old)
    assert (hub.standing(device).outcome, hub.standing(device).in_force) == (None, None)
    hub.now += HOUR
    assert hub.sent() == [(device.name, "profile")]


def test_a_hub_that_came_back_from_a_backup_goes_beyond_what_its_devices_have(hub, device):
    hub.say()
    hub.answer(device, DirectiveOutcome.STALE, in_force=41)
    assert hub.say().version > 41


def test_a_revoked_device_gets_nothing(hub, device):
    hub.say()
    hub.fleet.revoke(device.name, NOW)
    assert hub.sent() == []
    with pytest.raises(InputRefusedError, match="No enrolled device"):
        hub.say(Choice(devices=(device.name,)))


def test_devices_are_chosen_by_name_tag_site_and_kind(hub, device):
    other = hub.enrol("d-00000000000000000002", place="13号站")
    hub.pushes.tag(other.name, ("pilot", "north"))
    both = {device.name, other.name}
    assert set(hub.say(ALL).devices) == both
    assert hub.say(Choice(tags=("pilot", "south"))).devices == (other.name,)
    assert hub.say(Choice(sites=("12号站",))).devices == (device.name,)
    assert set(hub.say(Choice(kinds=("charger_kiosk",))).devices) == both
    with pytest.raises(InputRefusedError):
        hub.say(Choice(tags=("pilot",), sites=("12号站",)))
    hub.pushes.tag(other.name, ("pilot",), remove=True)
    assert hub.pushes.tags() == {other.name: ("north",)}


def test_a_link_that_is_down_loses_no_push(hub, device):
    hub.say()
    hub.wire.up = False
    assert hub.sent() == []
    hub.wire.up = True
    assert hub.sent() == [(device.name, "profile")]


def test_news_goes_to_the_ticket_s_device_and_the_ticket_follows(hub, device):
    hub.enrol("d-00000000000000000002")
    hub.take(device, feedback())
    pushed = hub.tell()
    assert (pushed.devices, pushed.matter) == ((device.name,), feedback().record_id)
    assert hub.sent() == [(device.name, "ticket")]
    assert hub.book.tickets()[0].status is Status.CLOSED


def test_who_said_what_to_how_many_is_in_the_audit_and_the_note_is_not(hub, device):
    hub.take(device, feedback())
    hub.say()
    hub.tell(note="三号枪已更换")
    told = [(entry.who, entry.action, entry.what, entry.reason) for entry in AuditLog(hub.database).newest(9)]
    assert told == [("wang", "push", "ticket_news T-000001 v2", ""), ("wang", "push", "profile v1: 1 devices", "")]


def test_news_goes_with_an_erasure_and_none_can_be_written_after_it(hub, device):
    hub.take(device, feedback())
    hub.tell(note="三号枪已更换")
    hub.take(device, erasure(feedback().subject, feedback().record_id))
    assert hub.answers.finish_erasures(NOW) == 1
    assert hub.pushes.standings() == []
    assert hub.sent() == []
    with pytest.raises(InputRefusedError, match="erased"):
        hub.tell()


@pytest.mark.parametrize("note", ["请打13912345678", "回电 139-1234", "a@b.cn", "长" * 301])
def test_a_note_with_a_number_or_an_address_or_too_long_is_not_sent(hub, device, note):
    hub.take(device, feedback())
    with pytest.raises(InputRefusedError, match="not sent"):
        hub.tell(note=note)
    assert hub.pushes.standings() == []
