"""Every table and its columns, as this agent's schema has them.

A flipped bit in a file's own description of a table leaves rows and indexes whole, so SQLite's checks pass, and the
first question by that name fails. Names are therefore compared at every start.
"""

import sqlite3
from typing import Final

COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    name: tuple(columns.split())
    for name, columns in {
        "boots": "number boot_id lasted_s started_at",
        "consent_records": "subject number record_id body",
        "deletions": "erasure_id scope stores records finished_at",
        "directives": "kind matter version subject expires_us body",
        "entries": "seq record_id kind subject grant_id size recorded_us boot monotonic blinds body",
        "grants": (
            "grant_id subject purposes notice_hash how period given_at withdrawn_at used_at boot monotonic given_by "
            "controller withdrawn closed"
        ),
        "ledger": "id accepted receipted expired evicted erased quarantined checksum last_arrival",
        "losses": "class fate reason count",
        "meta": "name value",
        "personal_tags": "subject body",
        "questions_asked": "seq rule_id asked_us ended safety",
        "questions_not_asked": "day reason count",
        "retired": "store count",
        "settled": (
            "seq record_id kind subject grant_id size recorded_us boot monotonic blinds body state ticket_no reason"
        ),
        "subjects": "subject alias_blind wrapped_key created",
        "tombstones": "seq erasure_id subject scope record_ids requested_at answered_at hub_stores",
        "visited_squares": "mark day",
        "written": "day bytes",
    }.items()
}
"""Table -> columns, in order."""


def in_file(db: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """The columns that a file says this table has; none where it does not have it."""
    return tuple(row[1] for row in db.execute(f"PRAGMA table_info({table})"))


def are_whole(db: sqlite3.Connection) -> bool:
    """Whether the file describes every table as it should."""
    return all(in_file(db, table) == columns for table, columns in COLUMNS.items())
