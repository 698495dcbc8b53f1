"""Bringing an older database up: numbered steps, each from one schema version to the next.

To add one: raise `SCHEMA_VERSION` in `schema.py`, write the step's function here, list it in `STEPS`. A test compares a
database that went through all steps with a new one. A step runs in one transaction with its version number; one that
fails leaves the version before.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import Connection, select, text, update

from hub.adapters.database.audit_log import write_down
from hub.adapters.database.schema import (
    audit,
    campaigns,
    consents,
    device_tags,
    given_answers,
    holds,
    invitations,
    outgoing,
    passkeys,
    people,
    pushes,
    sessions,
    set_aside,
    shown,
    tickets,
    used_challenges,
    voices,
)
from hub.people.audit_chain import Action, Deed


def chain_the_audit(connection: Connection) -> None:
    """Version 2: the audit is a chain of hashes, and says `what` was done where it named a ticket."""
    connection.execute(text("ALTER TABLE audit RENAME TO audit_before"))
    if connection.dialect.name == "postgresql":
        connection.execute(text("ALTER INDEX audit_pkey RENAME TO audit_before_pkey"))
    audit.create(connection)
    for at, who, reason, ticket_no in connection.execute(
        text("SELECT at, who, reason, ticket_no FROM audit_before ORDER BY id")
    ).all():
        write_down(connection, Deed(_moment(at), who, Action.OPEN_CONTACT, ticket_no, reason))
    connection.execute(text("DROP TABLE audit_before"))


def queue_by_worker(connection: Connection) -> None:
    """Version 3: an answer waits for the worker that queued it. What waited is told when its device asks again."""
    connection.execute(text("DROP TABLE outgoing"))
    outgoing.create(connection)


def keep_whole_tombstones(connection: Connection) -> None:
    """Version 4: a tombstone says which records were named and who was asked; records can be held by a law."""
    moment = "TIMESTAMP WITH TIME ZONE" if connection.dialect.name == "postgresql" else "DATETIME"
    for column in (
        "record_ids JSON",
        "origin VARCHAR(16) DEFAULT 'device' NOT NULL",
        f"confirmed_at {moment}",
    ):
        connection.execute(text(f"ALTER TABLE tombstones ADD COLUMN {column}"))
    connection.execute(text("CREATE INDEX tombstones_by_end ON tombstones (completed_at)"))
    holds.create(connection)


def speak_to_devices(connection: Connection) -> None:
    """Version 5: what is pushed to devices, and the tags that they are found by."""
    for table in (device_tags, pushes):
        table.create(connection)


def set_frames_aside(connection: Connection) -> None:
    """Version 6: what was not taken is kept for a while, see `hub.set_aside`."""
    set_aside.create(connection)


def add_people(connection: Connection) -> None:
    """Version 7: people who sign in."""
    for table in (people, passkeys, invitations, sessions, shown, used_challenges):
        table.create(connection)


def find_by_receipt(connection: Connection) -> None:
    """Version 8: a receipt is found without reading every ticket."""
    connection.execute(text("CREATE INDEX tickets_by_receipt ON tickets (receipt_code)"))


def keep_consents(connection: Connection) -> None:
    """Version 9: the newest word on each purpose of a pseudonym."""
    consents.create(connection)


def end_contacts_and_keep_what_was_heard(connection: Connection) -> None:
    """Version 10: a contact ends with its grant or its ticket; a corrected text stands beside what was heard."""
    moment = "TIMESTAMP WITH TIME ZONE" if connection.dialect.name == "postgresql" else "DATETIME"
    for column in (f"contact_until {moment}", f"closed_at {moment}", "heard_text TEXT", "heard_spans JSON"):
        connection.execute(text(f"ALTER TABLE tickets ADD COLUMN {column}"))
    left = select(tickets.c.seq, tickets.c.consent).where(tickets.c.contact_sealed.is_not(None))
    for seq, consent in connection.execute(left).all():
        ends = (consent or {}).get("expires_at")
        if ends:
            until = {"contact_until": datetime.fromisoformat(ends)}
            connection.execute(update(tickets).where(tickets.c.seq == seq).values(until))


def keep_answers(connection: Connection) -> None:
    """Version 11: what was answered to the device's questions, and why words say little."""
    for column in ("answers", "marks"):
        connection.execute(text(f"ALTER TABLE tickets ADD COLUMN {column} JSON"))


def keep_recordings(connection: Connection) -> None:
    """Version 12: recordings for the reviewers."""
    voices.create(connection)


def run_campaigns(connection: Connection) -> None:
    """Version 13: campaigns, the answers to count for them, and which phase of the roll-out a device is in."""
    for table in (campaigns, given_answers):
        table.create(connection)
    connection.execute(text("ALTER TABLE devices ADD COLUMN phase INTEGER"))


def say_how_they_came_in_and_what_became_of_it(connection: Connection) -> None:
    """Version 14: by a sticker or another way; each change of status."""
    for column in ("entry VARCHAR(20)", "steps JSON"):
        connection.execute(text(f"ALTER TABLE tickets ADD COLUMN {column}"))


def keep_vehicle_states(connection: Connection) -> None:
    """Version 15: the state of the car beside a feedback."""
    connection.execute(text("ALTER TABLE tickets ADD COLUMN vehicle JSON"))


STEPS: Final[dict[int, Callable[[Connection], None]]] = {
    2: chain_the_audit,
    3: queue_by_worker,
    4: keep_whole_tombstones,
    5: speak_to_devices,
    6: set_frames_aside,
    7: add_people,
    8: find_by_receipt,
    9: keep_consents,
    10: end_contacts_and_keep_what_was_heard,
    11: keep_answers,
    12: keep_recordings,
    13: run_campaigns,
    14: say_how_they_came_in_and_what_became_of_it,
    15: keep_vehicle_states,
}
"""By the version that a step leads to."""


def _moment(stored: datetime | str) -> datetime:
    """SQLite gives text where no column's type is known."""
    moment = datetime.fromisoformat(stored) if isinstance(stored, str) else stored
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
