"""Where the database holds something of a person: the one list that erasure and export both walk.

- Every column of every table stands here, once: as a person's, as what stays of that person's row, or as nobody's,
  with the reason. A test fails for a column that does not, so nobody can add a place that an erasure forgets.
- A person's rows are found by device and record id; everything else of a record hangs on these.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, MetaData, Row, Table

from agent.contract.directives import TicketNews
from agent.contract.messages import Feedback
from hub.adapters.database import rows
from hub.adapters.database.schema import given_answers, holds, inbox, outgoing, pushes, tickets, voices
from hub.answers import AnswerKind


@dataclass(frozen=True, slots=True)
class Holding:
    """One table with rows of people."""

    store: str
    """What an `ErasureReceipt` and an export call it."""
    table: Table
    record: str
    """The column with the record's id, beside `tenant` and `device`."""
    personal: frozenset[str]
    """Columns that an erasure takes and an export gives."""
    stays: frozenset[str] = frozenset()
    """Columns that an erasure leaves; an export gives them too."""
    blank: Callable[[Row[Any]], dict[str, Any]] | None = None
    """What an erasure writes over a row; None: it deletes the row."""
    rows: ColumnElement[bool] | None = None
    """Which rows of the table are meant; None: all."""


def _all(table: Table) -> frozenset[str]:
    return frozenset(table.c.keys())


_TICKET_STAYS = frozenset(
    {"seq", "number", "tenant", "device", "record_id", "subject", "device_kind", "place", "recorded_at", "received_at"}
)
"""That there was a ticket, where and when. The pseudonyms are what late copies are told apart by."""

HOLDINGS: Final = (
    Holding(
        "tickets",
        tickets,
        "record_id",
        personal=_all(tickets) - _TICKET_STAYS,
        stays=_TICKET_STAYS,
        blank=lambda row: rows.blank(row.received_at),
    ),
    Holding("inbox", inbox, "message_id", personal=_all(inbox), rows=inbox.c.kind == Feedback.kind),
    Holding(
        "news",
        outgoing,
        "about",
        personal=_all(outgoing),
        rows=outgoing.c.kind.not_in([AnswerKind.RECEIPT.value, AnswerKind.ERASURE_RECEIPT.value]),
    ),
    Holding("ticket_news", pushes, "matter", personal=_all(pushes), rows=pushes.c.kind == TicketNews.kind),
    Holding("answers", given_answers, "record_id", personal=_all(given_answers)),
    Holding("voices", voices, "record_id", personal=_all(voices)),
    Holding("holds", holds, "record_id", personal=_all(holds)),
)

OTHERS: Final[dict[str, str]] = {
    "meta": "name value",
    "counters": "name value",
    "devices": """tenant device kind place signing_key_pem sealing_key certificate_pem agent_version enrolled_at
        last_seen_at revoked_at phase""",
    "device_tags": "tenant device tag",
    "campaigns": """tenant name draft created_at created_by changed_at changed_by revision version pushed_draft
        pushed_at pushed_by starts_at ends_at stop_version stopped_at stopped_by""",
    "claims": "code_hash tenant kind place created_at expires_at used_at used_by_key device",
    "tombstones": """tenant device erasure_id subject scope requested_at received_at completed_at tickets_erased
        inbox_erased record_ids origin confirmed_at""",
    "erased_records": "tenant device record_id",
    "refusals": "reason count last_at",
    "set_aside": "id digest tenant device topic reason detail size times first_at last_at frame",
    "loss_reports": "tenant device report_id reported_at counts",
    "consents": "tenant device subject purpose event statement_id grant_id at expires_at",
    "audit": "seq at who action what reason previous hash",
    "people": "name handle roles department created_at disabled_at",
    "passkeys": "credential_id person public sign_count created_at last_used_at",
    "invitations": "code_key person created_at expires_at",
    "sessions": "key person started_at active_at",
    "shown": "session number",
    "used_challenges": "key used_at",
}
"""Columns, by table, that tell nothing of a person who gave feedback: machines, counts, facts of this hub, its staff.

Tombstones and erased records stay for ever: by these made-up names a late copy of something erased is recognised. The
audit log stays too: it tells what staff did, by ticket number, and is a proof of that for the person as well.
What a pseudonym agreed to hangs on no record: `erasing` deletes it with the whole of its subject.
What is set aside is sealed or garbage, and nobody can say of whom: any erasure of a device throws all of it away.
"""


def unlisted(metadata: MetaData) -> list[str]:
    """Columns (`table.column`) that no list above names, or that two do. Empty: erasure and export see everything."""
    listed: list[str] = [f"{name}.{column}" for name, columns in OTHERS.items() for column in columns.split()]
    for holding in HOLDINGS:
        listed += [f"{holding.table.name}.{column}" for column in (*holding.personal, *holding.stays)]
    there = [f"{table.name}.{column.name}" for table in metadata.tables.values() for column in table.columns]
    return sorted({name for name in {*listed, *there} if listed.count(name) != 1 or name not in there})
