"""Votes become an order of ways on devices, beside what else was pushed there, on SQLite and PostgreSQL alike."""

import os
from datetime import timedelta

import pytest
from sqlalchemy import text, update

from agent.contract.directives import ProfileChange
from hub.adapters.database.audit_log import AuditLog
from hub.adapters.database.campaign_counts import CampaignCounts
from hub.adapters.database.push_store import PushStore
from hub.adapters.database.schema import pushes
from hub.adapters.database.ways_store import Follows, WaysStore
from hub.campaigns.votes import Scope
from hub.errors import InputRefusedError
from hub.pushing.push import Choice, Order
from hub.pushing.reading import profile_change
from tests.fakes.desk import NOW, Desk

ORDER = ("touch", "speak", "phone", "type")
ALL = Choice(everybody=True)


@pytest.fixture
def hub(database):
    found = Desk(database)
    found.pushes = PushStore(database, os.urandom)
    found.ways = WaysStore(database, "demo", os.urandom)
    found.counts = CampaignCounts(database, "demo")
    places = enumerate(("甲站", "甲站", "乙站"), start=1)
    found.devices = [found.enrol(f"d-0000000000000000000{n}", place=place).name for n, place in places]
    found.pushes.tag(found.devices[1], ["pilot"])
    return found


def words(hub, device, ends_at=None):
    def payload(version):
        return profile_change({"speech.terms": ["蓝鲸超充"]}, version, ends_at).model_dump(mode="json")

    hub.pushes.push(Order(ProfileChange.kind, "", payload, NOW, ends_at), Choice(devices=(device,)), who="admin")


def told(hub, now=NOW):
    return {one.device: one.payload["values"] for one in hub.pushes.due(now, 100)}


def test_the_order_reaches_the_devices_of_its_scope_and_leaves_what_else_was_pushed(hub):
    words(hub, hub.devices[0])
    assert hub.ways.order("c-0001", Choice(sites=("甲站",)), ORDER, who="王丽", now=NOW) == 2
    assert told(hub) == {
        hub.devices[0]: {"speech.terms": ["蓝鲸超充"], "surface.ways": list(ORDER)},
        hub.devices[1]: {"surface.ways": list(ORDER)},
    }
    last = AuditLog(hub.database).newest(1)[0]
    assert (last.who, last.action, last.what) == ("王丽", "order_ways", "c-0001 touch speak phone type: 2 devices")


def test_a_change_that_has_ended_is_not_revived_and_one_that_ends_later_keeps_its_end(hub):
    words(hub, hub.devices[0], NOW - timedelta(days=1))
    words(hub, hub.devices[1], NOW + timedelta(days=1))
    hub.ways.order("c-0001", ALL, ORDER, who="王丽", now=NOW)
    found = {one.device: (one.payload["values"], one.expires_at) for one in hub.pushes.due(NOW, 100)}
    assert found[hub.devices[0]] == ({"surface.ways": list(ORDER)}, None)
    assert found[hub.devices[1]][0]["speech.terms"] == ["蓝鲸超充"]
    assert found[hub.devices[1]][1] == NOW + timedelta(days=1)


def test_how_many_follow_is_told_by_scope(hub):
    hub.ways.order("c-0001", ALL, ORDER, who="王丽", now=NOW)
    hub.ways.order("c-0001", Choice(tags=("pilot",)), ("type", "touch", "speak", "phone"), who="王丽", now=NOW)
    with hub.database.write() as connection:
        connection.execute(update(pushes).where(pushes.c.device == hub.devices[2]).values(in_force=pushes.c.version))
    site = Scope("site", "乙站")
    assert hub.ways.follows({Scope(): ORDER, site: ORDER, Scope("tag", "pilot"): ORDER}) == {
        Scope(): Follows(2, 1),
        site: Follows(1, 1),
        Scope("tag", "pilot"): Follows(0, 0),
    }


def test_where_nobody_fits_nothing_is_pushed(hub):
    with pytest.raises(InputRefusedError, match="No enrolled device fits"):
        hub.ways.order("c-0001", Choice(sites=("丙站",)), ORDER, who="王丽", now=NOW)
    with hub.database.read() as connection:
        assert connection.execute(text("SELECT count(*) FROM pushes")).scalar() == 0
