"""The registry of the store's tables: what each holds of a person, how it is handed out, and how it is destroyed.

Export and erasure walk this list and nothing else, so they cannot differ; a table that is in the file and not in the
list fails the tests (tests/contract/test_holdings.py).
"""

import base64
import json
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from agent.adapters.sqlite_store import directives, histories, outbox, subjects, tags
from agent.adapters.sqlite_store.ledger import ARRIVAL_MASK
from agent.adapters.sqlite_store.moments import from_microseconds
from agent.adapters.sqlite_store.resealing import replace_key
from agent.adapters.sqlite_store.transaction import Transaction
from agent.adapters.sqlite_store.vault import Body, DamagedError, SubjectKey
from agent.consent.holding import Holding, SealedUnder, StoreDone
from agent.consent.record import as_json_ld, believed, signature_of
from agent.contract.identifiers import voice_id

Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Reading:
    """What an export may look at."""

    db: sqlite3.Connection
    keys: subjects.Keys
    subject: str
    record_id: str | None
    """Only this record, or None for everything."""

    def key(self) -> SubjectKey | None:
        """The subject's key; None where it is gone or damaged."""
        try:
            return subjects.key_once(self.db, self.keys, self.subject)
        except DamagedError:
            return None


@dataclass(frozen=True, slots=True)
class Erasing:
    """What an erasure works on."""

    tx: Transaction
    keys: subjects.Keys
    subject: str
    record_id: str | None
    """Only this record, or None for everything."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table's entry in the registry."""

    holding: Holding
    export: Callable[[Reading], Rows] | None = None
    erase: Callable[[Erasing], StoreDone] | None = None


def export(reading: Reading) -> dict[str, Rows]:
    """Everything the tables hold of a subject, by table."""
    return {table.holding.name: table.export(reading) for table in TABLES if table.export is not None}


def erase(erasing: Erasing) -> tuple[StoreDone, ...]:
    """Destroy it in every table, in the order of the registry: the key first."""
    return tuple(table.erase(erasing) for table in TABLES if table.erase is not None)


# ---- how each is handed out and destroyed ----------------------------------------------------------------------------


def _export_subject(reading: Reading) -> Rows:
    rows = reading.db.execute("SELECT subject, created FROM subjects WHERE subject = ?", (reading.subject,)).fetchall()
    return [{"subject": subject, "created": created} for subject, created in rows]


def _erase_subject(erasing: Erasing) -> StoreDone:
    if erasing.record_id is not None:
        return StoreDone(
            "subjects", "shredded", replace_key(erasing.tx, erasing.subject, erasing.record_id, erasing.keys)
        )
    gone = erasing.tx.db.execute("DELETE FROM subjects WHERE subject = ?", (erasing.subject,)).rowcount
    return _done("subjects", gone, "shredded")


def _exporter_of_entries(table: str) -> Callable[[Reading], Rows]:
    state = "'pending', NULL" if table == "entries" else "state, ticket_no"

    def export_entries(reading: Reading) -> Rows:
        key = reading.key()
        rows = reading.db.execute(
            f"SELECT record_id, kind, recorded_us, {state}, body FROM {table} WHERE subject = ?1"  # noqa: S608 - our own tables
            " AND (?2 IS NULL OR record_id IN (?2, ?4)) ORDER BY seq & ?3",
            (reading.subject, reading.record_id, ARRIVAL_MASK, voice_id(reading.record_id or "")),
        ).fetchall()
        return [
            _entry(key, record_id, body)
            | {
                "record_id": record_id,
                "kind": kind,
                "recorded_at": from_microseconds(recorded_us).isoformat(),
                "state": state,
                "ticket_no": ticket_no,
            }
            for record_id, kind, recorded_us, state, ticket_no, body in rows
        ]

    return export_entries


def _entry(key: SubjectKey | None, record_id: str, sealed: bytes | None) -> dict[str, Any]:
    try:
        body = Body(None, None, None) if key is None else key.open(sealed, record_id)
        record = None if body.readable is None else json.loads(body.readable)
    except (DamagedError, ValueError):
        body, record = Body(None, None, None), None
    return {"receipt_code": body.receipt_code, "record": record}


def _eraser_of_entries(table: str) -> Callable[[Erasing], StoreDone]:
    def erase_entries(erasing: Erasing) -> StoreDone:
        return _done(table, len(outbox.purge_table(erasing.tx, table, erasing.subject, erasing.record_id)))

    return erase_entries


def _export_grants(reading: Reading) -> Rows:
    cursor = reading.db.execute(
        "SELECT * FROM grants WHERE subject = ? ORDER BY given_at, grant_id", (reading.subject,)
    )
    names = [name for name, *_ in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _export_histories(reading: Reading) -> Rows:
    try:
        rows = histories.opened(reading.db, reading.keys, reading.subject)
    except DamagedError:
        return []
    public, exported = reading.keys.store.signing_key().public_key(), []
    for number, raw in rows:
        record = None if raw is None else believed(raw, public)
        if raw is None or record is None:
            exported.append({"tingche:number": number, "tingche:damaged": True})
        else:
            signed = {"tingche:signature": signature_of(raw), "tingche:signed": base64.b64encode(raw).decode()}
            exported.append(as_json_ld(record) | signed)
    return exported


def _export_directives(reading: Reading) -> Rows:
    key, told = reading.key(), []
    for kind, matter, version, body in reading.db.execute(
        "SELECT kind, matter, version, body FROM directives WHERE subject = ?1 AND (?2 IS NULL OR matter = ?2)",
        (reading.subject, reading.record_id),
    ).fetchall():
        readable = _entry(key, directives.place(kind, matter, version), body)["record"]
        told.append({"kind": kind, "matter": matter, "version": version, "told": readable})
    return told


def _erase_directives(erasing: Erasing) -> StoreDone:
    return _done("directives", directives.purge(erasing.tx, erasing.subject, erasing.record_id))


def _eraser_of_rows(table: str) -> Callable[[Erasing], StoreDone]:
    """For what goes only with the whole subject."""

    def erase_rows(erasing: Erasing) -> StoreDone:
        if erasing.record_id is not None:
            return StoreDone(table, "kept")
        gone = erasing.tx.db.execute(f"DELETE FROM {table} WHERE subject = ?", (erasing.subject,)).rowcount  # noqa: S608 - our own tables
        return _done(table, gone)

    return erase_rows


def _export_tags(reading: Reading) -> Rows:
    return [{"tag": tag} for tag in sorted(tags.of_subject(reading.db, reading.keys, reading.subject))]


def _export_squares(reading: Reading) -> Rows:
    if reading.record_id is not None:
        return []
    rows = reading.db.execute("SELECT mark, count(*) FROM visited_squares GROUP BY mark ORDER BY mark").fetchall()
    return [{"square": mark, "days": days} for mark, days in rows]


def _erase_squares(erasing: Erasing) -> StoreDone:
    """The car's, not one person's: with anybody's data all of it goes."""
    if erasing.record_id is not None:
        return StoreDone("visited_squares", "kept")
    squares = erasing.tx.db.execute("SELECT count(DISTINCT mark) FROM visited_squares").fetchone()[0]
    erasing.tx.db.execute("DELETE FROM visited_squares")
    return _done("visited_squares", squares)


def _export_tombstones(reading: Reading) -> Rows:
    rows = reading.db.execute(
        "SELECT erasure_id, scope, record_ids, requested_at FROM tombstones WHERE subject = ?", (reading.subject,)
    ).fetchall()
    return [
        {"erasure_id": i, "scope": scope, "record_ids": json.loads(ids), "requested_at": at}
        for i, scope, ids, at in rows
    ]


def _keep_tombstone(erasing: Erasing) -> StoreDone:  # noqa: ARG001 - one signature for all
    return StoreDone("tombstones", "kept", 1)


def _done(store: str, count: int, action: str = "deleted") -> StoreDone:
    return StoreDone(store, action if count else "nothing_found", count)


def _impersonal(name: str, what: str, kept: str = "always") -> Table:
    return Table(Holding(name, what, SealedUnder.NONE, False, "", "", kept))


_MASKED: Final = "the masked record as JSON, and its receipt code"

TABLES: Final[tuple[Table, ...]] = (
    Table(
        Holding(
            "subjects",
            "pseudonym, keyed hash of the driver profile's name, the subject's key under the device key",
            SealedUnder.DEVICE,
            True,
            "pseudonym and date; never the key",
            "the key is overwritten first: what it sealed is unreadable from then on",
            "until erased",
        ),
        _export_subject,
        _erase_subject,
    ),
    Table(
        Holding(
            "entries",
            "what waits for the hub: masked record, receipt code, sealed frame; a muted recording and the state of the "
            "car, where agreed to",
            SealedUnder.SUBJECT,
            True,
            f"{_MASKED}; the recording as sound",
            "deleted",
            "outbox.*.max_age_days",
        ),
        _exporter_of_entries("entries"),
        _eraser_of_entries("entries"),
    ),
    Table(
        Holding(
            "settled",
            "receipt code and ticket of what the hub has; what the hub rejected",
            SealedUnder.SUBJECT,
            True,
            _MASKED,
            "deleted",
            "retention.receipts_days, retention.set_aside_days",
        ),
        _exporter_of_entries("settled"),
        _eraser_of_entries("settled"),
    ),
    Table(
        Holding(
            "directives",
            "news of a person's tickets; profiles and sets of questions, which concern nobody",
            SealedUnder.SUBJECT,
            True,
            "what the hub told",
            "deleted",
            "until its end, as the hub said",
        ),
        _export_directives,
        _erase_directives,
    ),
    Table(
        Holding(
            "grants",
            "what a pseudonym agreed to, until when",
            SealedUnder.NONE,
            True,
            "every column",
            "deleted with the subject",
            "retention.consent_days after its end",
        ),
        _export_grants,
        _eraser_of_rows("grants"),
    ),
    Table(
        Holding(
            "consent_records",
            "the signed history of consent",
            SealedUnder.SUBJECT,
            True,
            "JSON-LD, with the device's signature",
            "deleted with the subject",
            "retention.consent_days after the end of its grant",
        ),
        _export_histories,
        _eraser_of_rows("consent_records"),
    ),
    Table(
        Holding(
            "tombstones",
            "pseudonyms and record ids that must never come back",
            SealedUnder.NONE,
            True,
            "the erasures of single records",
            "kept: it is what refuses late copies, and leads to nobody once the subject is gone",
            "always",
        ),
        _export_tombstones,
        _keep_tombstone,
    ),
    Table(
        Holding(
            "personal_tags",
            "what a person said of themselves so that questions fit: new driver, family, business; never sent",
            SealedUnder.SUBJECT,
            True,
            "the words that were chosen",
            "deleted with the subject",
            "until erased or turned off",
        ),
        _export_tags,
        _eraser_of_rows("personal_tags"),
    ),
    Table(
        Holding(
            "visited_squares",
            "in which squares of 11 km the car was on which days, as keyed marks that lead to no place; only where "
            "the profile allows the position",
            SealedUnder.NONE,
            True,
            "each mark with the number of days",
            "deleted whole with any subject",
            "60 days",
        ),
        _export_squares,
        _erase_squares,
    ),
    _impersonal("deletions", "what was done for each erasure, by store", "retention.deletions_days"),
    _impersonal("retired", "how many rows each retention removed"),
    _impersonal("meta", "which device key the file belongs to; whether this trip is a quiet one"),
    _impersonal("ledger", "counts of records by fate"),
    _impersonal("losses", "counts of losses by reason"),
    _impersonal("boots", "boots of the device", "while something belongs to them"),
    _impersonal("written", "bytes written to flash by day", "8 days"),
    _impersonal("questions_asked", "which questions were asked and how they ended, without an answer", "100 days"),
    _impersonal("questions_not_asked", "how many questions were not asked, by day and reason", "100 days"),
    _impersonal("_sqlite_migrations", "steps of the schema"),
)


def table_holdings() -> tuple[Holding, ...]:
    """What the registry says of each table."""
    return tuple(table.holding for table in TABLES)
