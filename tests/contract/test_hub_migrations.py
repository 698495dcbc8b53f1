"""An older hub's database is brought up step by step, on SQLite and on PostgreSQL alike."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import inspect, select, text

from hub.adapters.database import migrations
from hub.adapters.database.audit_log import AuditLog
from hub.adapters.database.connection import Database
from hub.adapters.database.schema import SCHEMA_VERSION, tickets
from hub.errors import HubError, OperatorNeededError
from tests.builders import feedback
from tests.fakes.desk import NOW, Desk

_AUDIT_1 = (
    "action VARCHAR(40) NOT NULL, ticket_no VARCHAR(20) NOT NULL, reason TEXT NOT NULL, who VARCHAR(120) NOT NULL, at"
)
_ENTRIES_1 = (
    "INSERT INTO audit (id, at, who, action, ticket_no, reason) VALUES "
    "(1, '2026-03-02 09:00:00.000000', 'wang', 'open_contact', 'T-000001', '回访'), "
    "(3, '2026-03-02 09:05:00.250000', 'li', 'open_contact', 'T-000002', 'asked again')"
)
_BACK_TO_2 = (
    "DROP TABLE campaigns",
    "DROP TABLE given_answers",
    "ALTER TABLE devices DROP COLUMN phase",
    "DROP TABLE voices",
    *(
        f"ALTER TABLE tickets DROP COLUMN {name}"
        for name in (
            "vehicle",
            "entry",
            "steps",
            "answers",
            "marks",
            "contact_until",
            "closed_at",
            "heard_text",
            "heard_spans",
        )
    ),
    "DROP TABLE consents",
    *(f"DROP TABLE {table}" for table in ("used_challenges", "shown", "sessions", "invitations", "passkeys", "people")),
    "DROP TABLE pushes",
    "DROP TABLE device_tags",
    "DROP TABLE set_aside",
    "DROP INDEX tickets_by_receipt",
    "DROP TABLE holds",
    "DROP INDEX tombstones_by_end",
    *(f"ALTER TABLE tombstones DROP COLUMN {name}" for name in ("record_ids", "origin", "confirmed_at")),
    "ALTER TABLE outgoing DROP COLUMN worker",
)
_BACK_TO_1 = {
    "sqlite": (
        *_BACK_TO_2,
        "DROP TABLE audit",
        f"CREATE TABLE audit (id INTEGER NOT NULL PRIMARY KEY, {_AUDIT_1} DATETIME NOT NULL)",
        _ENTRIES_1,
    ),
    "postgresql": (
        *_BACK_TO_2,
        "SET LOCAL TIME ZONE 'UTC'",
        "DROP TABLE audit",
        "DROP FUNCTION audit_is_kept",
        f"CREATE TABLE audit (id SERIAL PRIMARY KEY, {_AUDIT_1} TIMESTAMP WITH TIME ZONE NOT NULL)",
        _ENTRIES_1,
    ),
}
"""Undoes every step, newest first, and leaves two entries as version 1 wrote them."""


def shape(opened):
    """Every table with its columns, indexes and unique keys."""
    with opened.read() as connection:
        found = inspect(connection)
        return {
            table: (
                sorted((c["name"], str(c["type"]), c["nullable"]) for c in found.get_columns(table)),
                sorted((i["name"], tuple(i["column_names"]), bool(i["unique"])) for i in found.get_indexes(table)),
                sorted(tuple(u["column_names"]) for u in found.get_unique_constraints(table)),
                found.get_pk_constraint(table)["constrained_columns"],
            )
            for table in found.get_table_names()
        }


def version(opened):
    with opened.read() as connection:
        return connection.execute(text("SELECT value FROM meta WHERE name = 'schema_version'")).scalar_one()


@pytest.fixture
def old(database):
    """A database of version 1, and the shape that a new one has."""
    new_shape = shape(database)
    with database.write() as connection:
        for statement in _BACK_TO_1[connection.dialect.name]:
            connection.execute(text(statement))
        connection.execute(text("UPDATE meta SET value = '1' WHERE name = 'schema_version'"))
    return database, new_shape


def test_every_version_has_its_step():
    assert list(migrations.STEPS) == list(range(2, SCHEMA_VERSION + 1))


def test_a_database_of_version_1_becomes_what_a_new_one_is_and_keeps_its_audit(old, url):
    opened, new_shape = old
    opened.prepare()
    opened.prepare()
    assert shape(opened) == new_shape
    assert version(opened) == str(SCHEMA_VERSION)
    log = AuditLog(opened)
    assert [(e.seq, e.who, e.what, e.reason) for e in log.newest(9)] == [
        (2, "li", "T-000002", "asked again"),
        (1, "wang", "T-000001", "回访"),
    ]
    assert log.newest(1)[0].at == datetime(2026, 3, 2, 9, 5, 0, 250_000, tzinfo=UTC)
    assert log.verify().fault is None
    with pytest.raises(HubError), opened.write() as connection:
        connection.execute(text("UPDATE audit SET who = 'nobody'"))


def test_a_step_that_fails_leaves_the_version_before_and_all_it_had(old, monkeypatch):
    opened, _ = old

    def fails_late(connection):
        migrations.chain_the_audit(connection)
        connection.execute(text("SELECT no_such_column FROM audit"))

    before = shape(opened)
    monkeypatch.setitem(migrations.STEPS, 2, fails_late)
    with pytest.raises(HubError):
        opened.prepare()
    assert shape(opened) == before
    assert version(opened) == "1"


def test_a_command_does_not_work_on_an_older_database_and_says_who_brings_it_up(old, url):
    command = Database(url)
    with pytest.raises(OperatorNeededError, match="serve"):
        command.check()
    command.close()
    assert version(old[0]) == "1"


def test_a_contact_that_was_left_before_ends_with_its_grant_too(database):
    desk, until = Desk(database), NOW + timedelta(days=7)
    granted = feedback(1)
    granted = granted.model_copy(update={"consent": granted.consent.model_copy(update={"expires_at": until})})
    desk.take(desk.enrol(), granted, feedback(2), feedback(3, contact=None))
    with database.write() as connection:
        for name in ("contact_until", "closed_at", "heard_text", "heard_spans"):
            connection.execute(text(f"ALTER TABLE tickets DROP COLUMN {name}"))
        migrations.end_contacts_and_keep_what_was_heard(connection)
        found = connection.execute(select(tickets.c.contact_until).order_by(tickets.c.seq)).scalars().all()
    assert found == [until, None, None]
