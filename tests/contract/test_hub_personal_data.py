"""Erasure and export walk one list of every place that holds something of a person."""

import json
import os

import pytest
from sqlalchemy import Column, MetaData, String, Table, select, update

from agent.contract.messages import Rejection
from hub.adapters.database import personal_data, rows, schema
from hub.adapters.database.answer_store import queue_answers
from hub.adapters.database.erasing import held_of
from hub.adapters.database.personal_data import HOLDINGS, unlisted
from hub.adapters.database.push_store import PushStore
from hub.answers import Answer, AnswerKind
from hub.pushing.push import Order
from hub.tickets.ticket import Status
from tests.builders import feedback, record_id, ticket_news
from tests.fakes.desk import NOW, Desk
from tests.fakes.field_device import erasure

SUBJECT = feedback().subject


@pytest.fixture
def desk(database):
    return Desk(database)


def copy_of_the_schema():
    """The hub's tables, to be changed without changing the hub's."""
    copy = MetaData()
    for table in schema.metadata.tables.values():
        table.to_metadata(copy)
    return copy


def test_every_column_of_every_table_is_listed_once_for_erasure_and_export():
    assert unlisted(schema.metadata) == []


def test_a_table_that_somebody_adds_is_found_before_an_erasure_forgets_it():
    grown = copy_of_the_schema()
    Table("call_notes", grown, Column("record_id", String(36)), Column("said", String(400)))
    assert unlisted(grown) == ["call_notes.record_id", "call_notes.said"]


@pytest.mark.parametrize("table", ["devices", "inbox", "tickets"])
def test_a_column_that_somebody_adds_is_found_before_an_erasure_forgets_it(table):
    grown = copy_of_the_schema()
    grown.tables[table].append_column(Column("nickname", String(40)))
    assert unlisted(grown) == [f"{table}.nickname"]


def test_a_place_in_one_list_too_many_or_in_none_is_found(monkeypatch):
    monkeypatch.setitem(personal_data.OTHERS, "meta", "name value said")
    monkeypatch.setitem(personal_data.OTHERS, "inbox", "reference")
    assert unlisted(schema.metadata) == ["inbox.reference", "meta.said"]


def test_what_an_erasure_blanks_is_what_an_export_gives(desk):
    blanked = {holding.store: holding for holding in HOLDINGS if holding.blank is not None}
    assert list(blanked) == ["tickets"]
    assert set(rows.blank(NOW)) == blanked["tickets"].personal


def test_every_personal_value_is_in_the_export_before_an_erasure_and_nowhere_after_it(desk):
    device = desk.enrol()
    desk.take(device, feedback(1), feedback(2, subject="s-another-person"))
    planted = plant(desk, device)
    place = ("demo", device.name)
    with desk.database.read() as connection:
        exported = held_of(connection, place, [record_id(1)])
        before = dump(connection)
    assert set(exported) == {holding.store for holding in HOLDINGS}
    told = json.dumps(exported, default=str, ensure_ascii=False)
    assert [value for value in planted if value not in told] == []
    assert [value for value in planted if value not in before] == []
    desk.take(device, erasure(SUBJECT))
    with desk.database.read() as connection:
        after = dump(connection)
        left = held_of(connection, place, [record_id(1)])
    assert [value for value in planted if value in after] == []
    assert {store: len(found) for store, found in left.items()} == {
        "tickets": 1,
        "inbox": 0,
        "news": 0,
        "ticket_news": 0,
        "answers": 0,
        "voices": 0,
        "holds": 0,
    }
    assert feedback().text.text in after, "the other person's ticket is as it was"


def plant(desk, device):
    """A value of its own in every column that can take one, of every place that holds something of record 1."""
    refused = Rejection(message_id=record_id(1), reason="planted-news").model_dump(mode="json")
    answer = Answer("demo", device.name, AnswerKind.REJECTION, record_id(1), refused)
    news = ticket_news(note_zh="planted-note").model_dump(mode="json")
    order = Order("ticket_news", record_id(1), lambda _: news, NOW)
    PushStore(desk.database, os.urandom).tell("T-000001", lambda _: order, Status.IN_PROGRESS, who="wang")
    planted = ["planted-news", "planted-note"]
    with desk.database.write() as connection:
        queue_answers(connection, [(answer, NOW)], worker=0)
        hold = {
            "record_id": record_id(1),
            "ground": "planted-ground",
            "reason": "planted-reason",
            "placed_by": "planted-by",
        }
        times = {"placed_at": NOW, "ends_at": NOW}
        connection.execute(schema.holds.insert().values(tenant="demo", device=device.name, **hold, **times))
        planted += ["planted-ground", "planted-reason", "planted-by"]
        ticket = next(holding for holding in HOLDINGS if holding.store == "tickets")
        for name in sorted(ticket.personal):
            column = schema.tickets.c[name]
            if isinstance(column.type, String) and name != "status":
                value = f"planted-{name}"[: column.type.length or 60]
                planted.append(value)
                connection.execute(
                    update(schema.tickets).where(schema.tickets.c.record_id == record_id(1)).values({name: value})
                )
    return planted


def dump(connection):
    """Everything in the database as text."""
    lines = []
    for table in schema.metadata.sorted_tables:
        lines += [repr(tuple(row)) for row in connection.execute(select(table))]
    return "\n".join(lines)
