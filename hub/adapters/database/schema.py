"""The tables, in words that SQLite and PostgreSQL share.

- `inbox` holds each message id once per device: its unique key is what makes "one ticket per record" true.
- `outgoing` holds answers until the broker took them; a device that missed one sends again and gets another.
- `pushes` holds the newest directive of each matter for each device, until and after it was answered.
- `consents` holds the newest word on each purpose of a pseudonym: what may be used, and what no longer.
- `campaigns` holds what staff write; `given_answers` what is counted for it.
- `tombstones`, `erased_records` are what stays of an erasure; nothing of what was erased is in them.
- No table but `tickets`, `given_answers`, `voices` holds anything a person said: that is masked, or muted and sealed.
- `set_aside` holds sealed frames and garbage.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    DDL,
    JSON,
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    Float,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    event,
)

SCHEMA_VERSION = 15
"""What this hub writes; `migrations` brings an older database up to it."""


class Moment(TypeDecorator[datetime]):
    """A moment in UTC. SQLite has no zones, so it is stored there without one and read back with one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To the database."""
        if value is None:
            return None
        in_utc = value.astimezone(UTC)
        return in_utc.replace(tzinfo=None) if dialect.name == "sqlite" else in_utc

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """From the database."""
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if dialect.name == "sqlite" else moment.astimezone(UTC)


metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)

counters = Table(
    "counters",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", Integer, nullable=False),
)

devices = Table(
    "devices",
    metadata,
    Column("tenant", String(63), primary_key=True),
    Column("device", String(64), primary_key=True),
    Column("kind", String(32), nullable=False),
    Column("place", String(120), nullable=False),
    Column("signing_key_pem", Text, nullable=False),
    Column("sealing_key", String(64), nullable=False),
    Column("certificate_pem", Text, nullable=False),
    Column("agent_version", String(40), nullable=False),
    Column("enrolled_at", Moment, nullable=False),
    Column("last_seen_at", Moment),
    Column("revoked_at", Moment),
    Column("phase", Integer),  # of the roll-out, 1 to 3; NULL: in none
)

claims = Table(
    "claims",
    metadata,
    Column("code_hash", String(64), primary_key=True),
    Column("tenant", String(63), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("place", String(120), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
    Column("used_by_key", String(64)),
    Column("device", String(64)),
)

inbox = Table(
    "inbox",
    metadata,
    Column("tenant", String(63), primary_key=True),
    Column("device", String(64), primary_key=True),
    Column("message_id", String(36), primary_key=True),
    Column("kind", String(32), nullable=False),
    Column("reference", String(36)),  # the ticket's number, or the erasure's id
    Column("received_at", Moment, nullable=False),
    ForeignKeyConstraint(["tenant", "device"], ["devices.tenant", "devices.device"]),
)

tickets = Table(
    "tickets",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("number", String(20), nullable=False, unique=True),
    Column("tenant", String(63), nullable=False),
    Column("device", String(64), nullable=False),
    Column("record_id", String(36), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("device_kind", String(32), nullable=False),
    Column("place", String(120), nullable=False),
    Column("scene", String(60), nullable=False),
    Column("source", String(16), nullable=False),
    Column("severity", String(16), nullable=False),
    Column("department", String(32), nullable=False),
    Column("status", String(16), nullable=False),
    Column("recorded_at", Moment, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("deadlines", JSON, nullable=False),
    Column("next_due_at", Moment, nullable=False),
    Column("receipt_code", String(16), nullable=False),
    Column("receipt_verifier", String(64)),
    Column("text", Text),
    Column("spans", JSON(none_as_null=True)),
    Column("rating", Integer),
    Column("offline", Boolean, nullable=False),
    Column("needs_review", Boolean, nullable=False),
    Column("contact_key_id", Text),
    Column("contact_sealed", Text),
    Column("contact_until", Moment),  # the end of its grant
    Column("consent", JSON(none_as_null=True)),
    Column("speech", JSON(none_as_null=True)),
    Column("closed_at", Moment),
    Column("heard_text", Text),  # as the device heard it, where a reviewer corrected it
    Column("heard_spans", JSON(none_as_null=True)),
    Column("answers", JSON(none_as_null=True)),  # to questions of the device, as they were asked and offered
    Column("marks", JSON(none_as_null=True)),  # why its words say little
    Column("entry", String(20)),  # how the person came in, where the device told
    Column("steps", JSON(none_as_null=True)),  # what became of it: when, by whom, from where to where, why
    Column("vehicle", JSON(none_as_null=True)),  # the state of the car, where the person agreed to that
    UniqueConstraint("tenant", "device", "record_id"),
    ForeignKeyConstraint(["tenant", "device"], ["devices.tenant", "devices.device"]),
    Index("tickets_by_subject", "tenant", "device", "subject"),
    Index("tickets_by_status", "status", "next_due_at"),
    Index("tickets_by_receipt", "receipt_code"),
)

voices = Table(
    "voices",
    metadata,
    Column("tenant", String(63), primary_key=True),
    Column("device", String(64), primary_key=True),
    Column("record_id", String(36), primary_key=True),
    Column("key_id", String(16), nullable=False),
    Column("format", String(20), nullable=False),
    Column("audio_s", Float, nullable=False),
    Column("muted_s", Float, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    ForeignKeyConstraint(["tenant", "device"], ["devices.tenant", "devices.device"]),
    Index("voices_by_age", "made_at"),
)
"""Muted recordings that only the reviewers' key opens, while their ticket waits for review."""

tombstones = Table(
    "tombstones",
    metadata,
    Column("tenant", String(63), primary_key=True),
    Column("device", String(64), primary_key=True),
    Column("erasure_id", String(36), primary_key=True),
    Column("subject", String(64), nullable=False),
    Column("scope", String(16), nullable=False),
    Column("requested_at", Moment, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("completed_at", Moment),
    Column("tickets_erased", Integer, nullable=False),
    Column("inbox_erased", Integer, nullable=False),
    Column("record_ids", JSON(none_as_null=True)),  # as they were named; NULL before version 3
    Column("origin", String(16), nullable=False, server_default="device"),
    Column("confirmed_at", Moment),  # when the device said that it followed an erasure of the hub's
    ForeignKeyConstraint(["tenant", "device"], ["devices.tenant", "devices.device"]),
    Index("tombstones_by_subject", "tenant", "device", "subject"),
    Index("tombstones_by_end", "completed_at"),
)

holds = Table(
    "holds",
    metadata,
    Column("tenant", String(63), primary_key=True),
    Column("device", String(64), primary_key=True),
    Column("record_id", String(36), primary_key=True),
    Column("ground", String(200), nullable=False),
    Column("reason", String(400), nullable=False),
    Column("placed_by", String(120), nullable=False),
    Column("placed_at", Moment, nullable=False),
    Column("ends_at", Moment, nullable=False),
    ForeignKeyConstraint(["tenant", "device"], ["devices.tenant", "devices.device"]),
)
"""Records that a law forbids to delete before a date, see `hub.erasure.hold`."""
consents = Table(
    "consents",
    metadata,
    Column("tenant", String(63), primary_key=True),
    Column("device", String(64), primary_key=True),
    Column("subject", String(64), primary_key=True),
    Column("purpose", String(60), primary_key=True),
    Column("event", String(20), nullable=False),
    Column("statement_id", String(36), nullable=False),
    Column("grant_id", String(36)),
    Column("at", Moment, nullable=False),
    Column("expires_at", Moment),
    ForeignKeyConstraint(["tenant", "device"], ["devices.tenant", "devices.device"]),
)

erased_records = Table(
    "erased_records",
    metadata,
    Column("tenant", String(63), primary_key=True),
    Column("device", String(64), primary_key=True),
    Column("record_id", String(36), primary_key=True),
    ForeignKeyConstraint(["tenant", "device"], ["devices.tenant", "devices.device"]),
)

outgoing = Table(
    "outgoing",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("tenant", String(63), nullable=False),
    Column("device", String(64), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("about", String(36), nullable=False),
    Column("payload", JSON, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("worker", Integer, nullable=False),  # whose commit queued it, and who therefore knows of it at once
    UniqueConstraint("tenant", "device", "kind", "about"),
    ForeignKeyConstraint(["tenant", "device"], ["devices.tenant", "devices.device"]),
    sqlite_autoincrement=True,
)

device_tags = Table(
    "device_tags",
    metadata,
    Column("tenant", String(63), primary_key=True),
    Column("device", String(64), primary_key=True),
    Column("tag", String(64), primary_key=True),
    ForeignKeyConstraint(["tenant", "device"], ["devices.tenant", "devices.device"]),
)

pushes = Table(
    "pushes",
    metadata,
    Column("tenant", String(63), primary_key=True),
    Column("device", String(64), primary_key=True),
    Column("kind", String(32), primary_key=True),
    Column("matter", String(64), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("message_id", String(36), nullable=False),
    Column("payload", JSON, nullable=False),
    Column("pushed_at", Moment, nullable=False),
    Column("expires_at", Moment),
    Column("tries", Integer, nullable=False),
    Column("sent_at", Moment),
    Column("soon_at", Moment, nullable=False),  # sent again from then on, if the device was heard since
    Column("next_at", Moment, nullable=False),  # sent again from then on in any case
    Column("answered_at", Moment),
    Column("outcome", String(16)),
    Column("reason", Text),
    Column("in_force", Integer),  # the version that the device has told last; it outlives the next push
    ForeignKeyConstraint(["tenant", "device"], ["devices.tenant", "devices.device"]),
    Index("pushes_due", "answered_at", "next_at"),
)

campaigns = Table(
    "campaigns",
    metadata,
    Column("tenant", String(63), primary_key=True),
    Column("name", String(64), primary_key=True),
    Column("draft", JSON, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("created_by", String(120), nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("changed_by", String(120), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("version", Integer),  # that was pushed last; what follows belongs to it
    Column("pushed_draft", JSON(none_as_null=True)),
    Column("pushed_at", Moment),
    Column("pushed_by", String(120)),
    Column("starts_at", Moment),
    Column("ends_at", Moment),
    Column("stop_version", Integer),  # of the empty set by which it was taken back
    Column("stopped_at", Moment),
    Column("stopped_by", String(120)),
)
"""Questions that staff have devices ask. Nothing of anybody who answers."""

given_answers = Table(
    "given_answers",
    metadata,
    Column("tenant", String(63), primary_key=True),
    Column("device", String(64), primary_key=True),
    Column("record_id", String(36), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("set_id", String(64), nullable=False),
    Column("set_version", Integer),
    Column("rule_id", String(64), nullable=False),
    Column("answer_id", String(64)),
    Column("received_at", Moment, nullable=False),
    ForeignKeyConstraint(["tenant", "device"], ["devices.tenant", "devices.device"]),
    Index("given_answers_by_set", "tenant", "set_id", "rule_id"),
)
"""Answers to pushed questions once more, to be counted; they go with their ticket's content."""

refusals = Table(
    "refusals",
    metadata,
    Column("reason", String(40), primary_key=True),
    Column("count", Integer, nullable=False),
    Column("last_at", Moment, nullable=False),
)

set_aside = Table(
    "set_aside",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("digest", String(64), nullable=False, unique=True),  # SHA-256 of topic and bytes: the same come again
    Column("tenant", String(63)),
    Column("device", String(64)),  # as the topic says, so it need not be enrolled
    Column("topic", Text, nullable=False),
    Column("reason", String(40), nullable=False),
    Column("detail", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("times", Integer, nullable=False),
    Column("first_at", Moment, nullable=False),
    Column("last_at", Moment, nullable=False),
    Column("frame", LargeBinary),
    Index("set_aside_by_device", "tenant", "device"),
)

loss_reports = Table(
    "loss_reports",
    metadata,
    Column("tenant", String(63), primary_key=True),
    Column("device", String(64), primary_key=True),
    Column("report_id", String(36), nullable=False),
    Column("reported_at", Moment, nullable=False),
    Column("counts", JSON, nullable=False),
    ForeignKeyConstraint(["tenant", "device"], ["devices.tenant", "devices.device"]),
)

audit = Table(
    "audit",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("who", String(120), nullable=False),
    Column("action", String(40), nullable=False),
    Column("what", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("previous", String(64), nullable=False, unique=True),
    Column("hash", String(64), nullable=False),
    Index("audit_by_who", "who", "seq"),
    Index("audit_by_action", "action", "seq"),
)
"""A chain, see `hub.people.audit_chain`. The database itself refuses to change or delete a line."""

people = Table(
    "people",
    metadata,
    Column("name", String(60), primary_key=True),
    Column("handle", String(64), nullable=False, unique=True),
    Column("roles", JSON, nullable=False),
    Column("department", String(32)),
    Column("created_at", Moment, nullable=False),
    Column("disabled_at", Moment),
)

passkeys = Table(
    "passkeys",
    metadata,
    Column("credential_id", Text, primary_key=True),
    Column("person", String(60), nullable=False),
    Column("public", Text, nullable=False),
    Column("sign_count", BigInteger, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("last_used_at", Moment),
    ForeignKeyConstraint(["person"], ["people.name"]),
    Index("passkeys_by_person", "person"),
)

invitations = Table(
    "invitations",
    metadata,
    Column("code_key", String(64), primary_key=True),
    Column("person", String(60), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    ForeignKeyConstraint(["person"], ["people.name"]),
)
"""Codes that were not used yet, by their hash."""

sessions = Table(
    "sessions",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("person", String(60), nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("active_at", Moment, nullable=False),
    ForeignKeyConstraint(["person"], ["people.name"]),
    Index("sessions_by_person", "person"),
)
"""Browsers that are signed in, by the hash of their token."""

shown = Table(
    "shown",
    metadata,
    Column("session", String(64), primary_key=True),
    Column("number", String(20), primary_key=True),
)
"""Which tickets a session has shown, so that the audit log names each once in a session."""

used_challenges = Table(
    "used_challenges",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("used_at", Moment, nullable=False),
)
"""Challenges that passkeys have answered and codes that visitors scanned, until they end: each is good once."""


def _guard(dialect: str, statement: str) -> None:
    guard: Any = DDL  # SQLAlchemy gives it no types
    event.listen(audit, "after_create", guard(statement).execute_if(dialect=dialect))


for _change in ("UPDATE", "DELETE"):
    _guard(
        "sqlite",
        f"CREATE TRIGGER audit_no_{_change.lower()} BEFORE {_change} ON audit "
        "BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END",
    )
_guard(
    "postgresql",
    "CREATE OR REPLACE FUNCTION audit_is_kept() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the audit log is never changed'; END $$",
)
_guard(
    "postgresql",
    "CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit "
    "FOR EACH STATEMENT EXECUTE FUNCTION audit_is_kept()",
)
