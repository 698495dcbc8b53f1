"""Campaigns on SQLite and on PostgreSQL alike: written, pushed to the chosen devices, counted, taken back."""

import os
from datetime import timedelta

import pytest
from sqlalchemy import text

from agent.contract.directives import Acknowledgement, DirectiveOutcome
from agent.contract.messages import Answer, Context, DeviceKind
from hub.adapters.database import campaign_store
from hub.adapters.database.audit_log import AuditLog
from hub.adapters.database.campaign_counts import CampaignCounts
from hub.adapters.database.campaign_store import CampaignStore, ChangedMeanwhileError, NotReadyError
from hub.adapters.database.fleet_store import FleetStore
from hub.adapters.database.push_queue import queue
from hub.adapters.database.push_store import PushStore
from hub.campaigns.campaign import Reach, State
from hub.campaigns.draft import TargetDraft
from hub.campaigns.results import results
from hub.campaigns.shipped import named
from hub.errors import InputRefusedError
from hub.pushing.push import Choice
from tests.builders import feedback, record_id
from tests.fakes.desk import NOW, Desk
from tests.fakes.field_device import erasure, new_id

DAY = timedelta(days=1)


def draft(**changes):
    begun = named("charger_kiosk.charge").draft()
    return begun.model_copy(update={"ends": "2026-03-31", "target": TargetDraft(everybody=True)} | changes)


class CampaigningHub(Desk):
    """A hub without a network, and its campaigns."""

    def __init__(self, database):
        super().__init__(database)
        self.campaigns = CampaignStore(database, "demo", os.urandom)
        self.counts = CampaignCounts(database, "demo")
        self.pushes = PushStore(database, os.urandom)

    def written(self, **changes):
        return self.campaigns.create(draft(**changes), who="王丽", now=NOW)

    def running(self, **changes):
        made = self.written(**changes)
        return self.campaigns.push(made.name, revision=made.revision, who="王丽", now=NOW)

    def told(self, now=NOW):
        """(device, version, rule ids) of everything that would be sent now."""
        return sorted(
            (one.device, one.version, tuple(rule["rule_id"] for rule in one.payload["rules"]))
            for one in self.pushes.due(now, 1000)
        )

    def says(self, device, outcome=DirectiveOutcome.APPLIED, *, in_force, reason=""):
        with self.database.read() as connection:
            last = connection.execute(
                text("SELECT message_id FROM pushes WHERE device = :device ORDER BY version DESC"),
                {"device": device.name},
            ).scalar()
        told = {"message_id": last, "about": "prompts", "outcome": outcome, "reason": reason, "in_force": in_force}
        self.take(device, Acknowledgement(ack_id=new_id(), at=NOW, **told))

    def answered(self, device, number, *given, campaign="c-0001", version=1, entry="face"):
        answers = tuple(
            Answer(rule_id=rule, question="？", answer_id=answer, answer="答", set_id=campaign, set_version=version)
            for rule, answer in given
        )
        context = Context(device_kind=DeviceKind.CHARGER_KIOSK, entry=entry)
        self.take(device, feedback(number, answers=answers, context=context))

    def reach(self, name="c-0001"):
        return self.counts.reach(self.campaigns.find(name))


@pytest.fixture
def hub(database):
    return CampaigningHub(database)


@pytest.fixture
def fleet(hub):
    """Three devices at two sites; the second is a pilot's, the third in the second phase."""
    devices = [
        hub.enrol(f"d-0000000000000000000{n}", place=place) for n, place in ((1, "甲站"), (2, "甲站"), (3, "乙站"))
    ]
    hub.pushes.tag(devices[1].name, ["pilot"])
    hub.pushes.set_phase(Choice(devices=(devices[2].name,)), 2, who="admin", now=NOW)
    return devices


def test_what_was_typed_is_kept_mistakes_and_all_and_devices_hear_nothing(hub, fleet):
    made = hub.written(title="", ends="never")
    assert (made.name, made.state(NOW), made.created_by) == ("c-0001", State.DRAFT, "王丽")
    kept = hub.campaigns.save("c-0001", draft(title="春季"), revision=made.revision, who="李强", now=NOW + DAY)
    assert (kept.draft.title, kept.changed_by, kept.revision) == ("春季", "李强", 2)
    assert hub.campaigns.save("c-0001", kept.draft, revision=2, who="赵敏", now=NOW).revision == 2
    assert hub.told() == []
    assert [(e.who, e.action, e.what) for e in hub.campaigns.history("c-0001")] == [
        ("李强", "change_campaign", "c-0001"),
        ("王丽", "create_campaign", "c-0001"),
    ]


def test_two_who_change_it_at_once_lose_nothing_of_each_other(hub, fleet):
    made = hub.written()
    hub.campaigns.save("c-0001", draft(title="她的"), revision=made.revision, who="王丽", now=NOW)
    with pytest.raises(ChangedMeanwhileError) as caught:
        hub.campaigns.save("c-0001", draft(title="他的"), revision=made.revision, who="李强", now=NOW)
    assert (caught.value.now.draft.title, caught.value.now.changed_by) == ("她的", "王丽")
    with pytest.raises(ChangedMeanwhileError):
        hub.campaigns.push("c-0001", revision=made.revision, who="李强", now=NOW)
    assert hub.campaigns.find("c-0001").draft.title == "她的"
    assert hub.told() == []


@pytest.mark.parametrize(
    ("target", "chosen"),
    [
        (TargetDraft(everybody=True), [0, 1, 2]),
        (TargetDraft(sites=("甲站",)), [0, 1]),
        (TargetDraft(tags=("pilot",)), [1]),
        (TargetDraft(phases=(2,)), [2]),
        (TargetDraft(phases=(1, 2), kinds=("charger_kiosk",)), [2]),
        (TargetDraft(sites=("甲站",), tags=("pilot",)), [1]),
    ],
)
def test_it_is_pushed_to_devices_by_tag_site_kind_and_phase(hub, fleet, target, chosen):
    pushed = hub.running(target=target)
    assert pushed.state(NOW) is State.RUNNING
    rules = ("charge", "c-0001.q2")
    assert hub.told() == sorted((fleet[n].name, pushed.pushed.version, rules) for n in chosen)
    assert hub.reach() == Reach(chosen=len(chosen), waiting=len(chosen))
    assert hub.campaigns.history("c-0001")[0].what == f"c-0001 v{pushed.pushed.version}: {len(chosen)} devices"


@pytest.mark.parametrize("target", [TargetDraft(), TargetDraft(sites=("丙站",)), TargetDraft(phases=(3,))])
def test_what_fits_no_device_or_cannot_be_asked_is_not_pushed(hub, fleet, target):
    made = hub.written(target=target, title="")
    with pytest.raises(NotReadyError) as caught:
        hub.campaigns.push("c-0001", revision=made.revision, who="王丽", now=NOW)
    assert {one.place: one.code for one in caught.value.faults} == {"title": "missing", "target": "no_device"}
    assert hub.campaigns.find("c-0001").state(NOW) is State.DRAFT
    assert hub.told() == []


def test_it_counts_who_has_this_version_who_refused_it_and_why(hub, fleet):
    version = hub.running().pushed.version
    hub.says(fleet[0], in_force=version)
    hub.says(fleet[1], DirectiveOutcome.REFUSED, in_force=0, reason="rules.charge: nothing on this device raises it")
    found = hub.reach()
    assert (found.chosen, found.have, found.refused, found.waiting) == (3, 1, 1, 1)
    (refusal,) = found.refusals
    assert (refusal.device, refusal.place, refusal.reason) == (
        fleet[1].name,
        "甲站",
        "rules.charge: nothing on this device raises it",
    )
    again = hub.campaigns.find("c-0001")
    newer = hub.campaigns.push("c-0001", revision=again.revision, who="王丽", now=NOW).pushed.version
    assert newer > version
    assert (hub.reach().have, hub.reach().waiting) == (0, 3), "having the version before is not having this one"
    FleetStore(hub.database).revoke(fleet[1].name, NOW)
    assert hub.reach().chosen == 2


def test_a_device_that_fits_later_is_counted_and_can_be_told_the_same_version(hub, fleet):
    version = hub.running(target=TargetDraft(tags=("pilot",))).pushed.version
    hub.says(fleet[1], in_force=version)
    hub.pushes.tag(fleet[0].name, ["pilot"])
    assert (hub.reach().chosen, hub.reach().fit_untold) == (1, 1)
    assert hub.campaigns.push_rest("c-0001", who="王丽", now=NOW) == 1
    assert hub.told() == [(fleet[0].name, version, ("charge", "c-0001.q2"))]
    found = hub.reach()
    assert (found.chosen, found.have, found.fit_untold) == (2, 1, 0)
    assert hub.campaigns.push_rest("c-0001", who="王丽", now=NOW) == 0


def test_who_is_no_longer_chosen_forgets_it(hub, fleet):
    hub.running()
    now = hub.campaigns.find("c-0001")
    kept = hub.campaigns.save(
        "c-0001", draft(target=TargetDraft(sites=("乙站",))), revision=now.revision, who="王丽", now=NOW
    )
    pushed = hub.campaigns.push("c-0001", revision=kept.revision, who="王丽", now=NOW)
    assert {device: rules for device, _, rules in hub.told()} == {
        fleet[0].name: (),
        fleet[1].name: (),
        fleet[2].name: ("charge", "c-0001.q2"),
    }
    assert hub.reach().chosen == 1
    assert pushed.pushed.draft.target.sites == ("乙站",)


def test_nothing_is_sent_before_its_first_day(hub, fleet):
    pushed = hub.running(starts="2026-03-10")
    assert pushed.state(NOW) is State.SCHEDULED
    assert hub.told() == []
    begun = pushed.pushed.starts_at
    assert hub.told(begun - timedelta(seconds=1)) == []
    assert len(hub.told(begun)) == 3
    assert hub.campaigns.find("c-0001").state(begun) is State.RUNNING
    assert hub.campaigns.find("c-0001").state(pushed.pushed.ends_at) is State.ENDED


def test_a_stop_that_is_cut_short_runs_on_until_it_is_asked_for_again(hub, fleet, monkeypatch):
    hub.running()
    parts = []

    def cut_short(*args, **kwargs):
        if parts:
            raise ConnectionError
        parts.append(args)
        queue(*args, **kwargs)

    with monkeypatch.context() as cut:
        cut.setattr(campaign_store, "AT_ONCE", 1)
        cut.setattr(campaign_store, "queue", cut_short)
        with pytest.raises(ConnectionError):
            hub.campaigns.stop("c-0001", who="李强", now=NOW + DAY)
    assert hub.campaigns.find("c-0001").state(NOW + DAY) is State.RUNNING
    assert sorted(bool(rules) for _, _, rules in hub.told(NOW + DAY)) == [False, True, True]
    assert hub.campaigns.stop("c-0001", who="李强", now=NOW + DAY).state(NOW + DAY) is State.STOPPED
    assert [rules for _, _, rules in hub.told(NOW + DAY)] == [(), (), ()]


def test_a_stopped_campaign_is_taken_back_from_every_device_that_was_told(hub, fleet):
    version = hub.running().pushed.version
    for device in fleet:
        hub.says(device, in_force=version)
    stopped = hub.campaigns.stop("c-0001", who="李强", now=NOW + DAY)
    assert stopped.state(NOW + DAY) is State.STOPPED
    assert [rules for _, _, rules in hub.told(NOW + DAY)] == [(), (), ()]
    hub.says(fleet[0], in_force=stopped.stopped.version)
    assert (hub.reach().chosen, hub.reach().have, hub.reach().waiting) == (3, 1, 2)
    with pytest.raises(InputRefusedError, match="not running"):
        hub.campaigns.stop("c-0001", who="李强", now=NOW + DAY)
    again = hub.campaigns.push("c-0001", revision=stopped.revision, who="李强", now=NOW + DAY)
    assert again.state(NOW + DAY) is State.RUNNING
    assert [e.action for e in hub.campaigns.history("c-0001")] == [
        "push_campaign",
        "stop_campaign",
        "push_campaign",
        "create_campaign",
    ]
    assert AuditLog(hub.database).verify().fault is None


def test_answers_are_counted_for_the_campaign_that_asked_and_by_site_tag_and_phase(hub, fleet):
    hub.running()
    hub.answered(fleet[0], 1, ("charge", "slow"), ("c-0001.q2", "speed"))
    hub.answered(fleet[1], 2, ("charge", "fast"))
    hub.answered(fleet[2], 3, ("charge", None))
    hub.answered(fleet[2], 4, ("charge", "fast"), campaign="c-0002")
    hub.take(fleet[0], feedback(5))
    assert hub.counts.answers("c-0001") == {
        "charge": {"slow": 1, "fast": 1, None: 1},
        "c-0001.q2": {"speed": 1},
    }
    assert hub.counts.conversations() == {"c-0001": (3, 3.0), "c-0002": (1, 1.0), "spring": (1, 1.0)}
    assert hub.counts.answers("c-0001", Choice(tags=("pilot",))) == {"charge": {"fast": 1}}
    assert hub.counts.answers("c-0001", Choice(sites=("乙站",))) == {"charge": {None: 1}}
    assert hub.counts.answers("c-0001", Choice(phases=(2,))) == {"charge": {None: 1}}


def test_an_answer_that_came_by_a_sticker_weighs_half_and_is_counted_whole(hub, fleet):
    hub.running()
    for number in range(1, 7):
        hub.answered(fleet[0], number, ("c-0001", "slow"))
        hub.answered(fleet[0], number + 10, ("c-0001", "fast"), entry="sticker")
    counts, weighed = hub.counts.answers("c-0001"), hub.counts.weighed("c-0001")
    assert counts == {"c-0001": {"slow": 6, "fast": 6}}
    assert weighed == {"c-0001": {"slow": 6.0, "fast": 3.0}}
    (told,) = [one for one in results(hub.campaigns.find("c-0001"), counts, weighed) if one.total]
    assert (told.total, told.weighted) == (12, 9.0)
    shares = {one.answer_id: (one.share, round(one.weighted_share, 2)) for one in told.shares if one.count}
    assert shares == {"slow": (0.5, 0.67), "fast": (0.5, 0.33)}
    assert hub.counts.conversations() == {"c-0001": (12, 9.0)}


def test_votes_are_totalled_for_everybody_a_site_and_a_tag_in_one_look(hub, fleet):
    hub.running()
    hub.answered(fleet[0], 1, ("charge", "slow"))
    hub.answered(fleet[1], 2, ("charge", "fast"))
    hub.answered(fleet[2], 3, ("charge", "fast"), ("c-0001.q2", "speed"))
    assert {str(scope): dict(counts) for scope, counts in hub.counts.by_scope("c-0001", "charge").items()} == {
        "all": {"slow": 1, "fast": 2},
        "site:甲站": {"slow": 1, "fast": 1},
        "site:乙站": {"fast": 1},
        "tag:pilot": {"fast": 1},
    }
    FleetStore(hub.database).revoke(fleet[1].name, NOW)
    assert "tag:pilot" not in {str(scope) for scope in hub.counts.by_scope("c-0001", "charge")}


def test_an_erased_answer_is_counted_no_more_nor_one_that_a_law_holds(hub, fleet):
    hub.running()
    hub.answered(fleet[0], 1, ("charge", "slow"))
    hub.answered(fleet[1], 2, ("charge", "slow"))
    with hub.database.write() as connection:
        connection.execute(text("UPDATE tickets SET status = 'frozen' WHERE record_id = :one"), {"one": record_id(2)})
    assert hub.counts.answers("c-0001") == {"charge": {"slow": 1}}
    hub.take(fleet[0], erasure(feedback(1).subject))
    assert hub.counts.answers("c-0001") == {}
    with hub.database.read() as connection:
        left = connection.execute(text("SELECT record_id FROM given_answers")).scalars().all()
    assert left == [record_id(2)]


def test_what_devices_can_be_chosen_by_is_told_with_how_many_there_are(hub, fleet):
    found = hub.campaigns.choosable()
    assert found.everybody == 3
    assert (found.kinds, found.sites) == ({"charger_kiosk": 3}, {"乙站": 1, "甲站": 2})
    assert (found.tags, found.phases) == ({"pilot": 1}, {2: 1})
    assert hub.campaigns.fitting(Choice(sites=("甲站",))) == 2
    assert hub.campaigns.fitting(Choice()) == 0


def test_a_phase_is_set_for_a_whole_site_and_taken_away_again(hub, fleet):
    assert len(hub.pushes.set_phase(Choice(sites=("甲站",)), 1, who="admin", now=NOW)) == 2
    assert hub.pushes.phases() == {fleet[0].name: 1, fleet[1].name: 1, fleet[2].name: 2}
    hub.pushes.set_phase(Choice(everybody=True), None, who="admin", now=NOW)
    assert hub.pushes.phases() == {}
    with pytest.raises(InputRefusedError, match="No enrolled device fits"):
        hub.pushes.set_phase(Choice(sites=("丙站",)), 1, who="admin", now=NOW)
    assert AuditLog(hub.database).newest(1)[0].what == "-: 3 devices"
