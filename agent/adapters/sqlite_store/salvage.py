"""What can be brought back from a damaged file: every row that its own seal vouches for.

- A subject's key vouches for itself (RFC 3394 has a check in it), and for each entry of that subject (AES-GCM).
- Tombstones are taken as they are: a false one only keeps a pseudonym from coming back.
- What the hub said is taken where it opens under the key that it was sealed with, and place and version fit.
- Answers to it are not: the hub says again what it has no answer to, and is told what is really in force.
- Grants are not taken: nothing vouches for them, and a person can be asked again. What waits was agreed to: withdrawing
  deletes it in the same transaction.
- Recordings are not: they rest on such a grant alone.
- What the ledger knew of and is not here any more is counted as quarantined, reason `damaged`.
"""

import contextlib
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from agent.adapters.sqlite_store import directives, ledger, subjects
from agent.adapters.sqlite_store.outbox import ERASURE_KIND, VOICE_KIND
from agent.adapters.sqlite_store.raw_pages import RawRow
from agent.adapters.sqlite_store.staging import Row
from agent.adapters.sqlite_store.vault import DamagedError, SubjectKey
from agent.contract.directives import Acknowledgement
from agent.ports import Priority

DAMAGED: Final = "damaged"

_ENTRY: Final = (type(None), str, str, (str, type(None)), (str, type(None)), int, int, int, (float, int))
_BLINDS_AND_BODY: Final = ((bytes, type(None)), (bytes, type(None)))
_SHAPES: Final[dict[str, tuple[Any, ...]]] = {
    "entries": (*_ENTRY, *_BLINDS_AND_BODY),
    "settled": (*_ENTRY, *_BLINDS_AND_BODY, str, (str, type(None)), (str, type(None))),
    "subjects": (str, (bytes, type(None)), bytes, str),
    "tombstones": (type(None), str, str, str, str, str, (str, type(None)), (str, type(None))),
    "ledger": (type(None), int, int, int, int, int, int, int, int),
    "ledger_before_9": (type(None), int, int, int, int, int, int, int),
    "losses": (int, str, str, int),
    "directives": (str, str, int, (str, type(None)), (int, type(None)), bytes),
    "boots": (type(None), str, (float, int), (str, type(None))),
    "index_of_ids": (str, int),
}
"""Types of the values by table; row numbers stand apart, so their column is empty."""


@dataclass(slots=True)
class Salvaged:
    """Rows that were found, by table, and how many entries did not open."""

    rows: dict[str, list[tuple[Any, ...]]] = field(default_factory=lambda: {table: [] for table in _SHAPES})
    counters: list[int] | None = None
    """The ledger, if its row is what was written; the fullest one where there are several."""
    last_arrival: int = 0
    """The last one that this row knows of."""
    arrivals: set[int] = field(default_factory=set)
    """Of every entry that something was found of, if only its place in an index."""
    unreadable: Counter[int] = field(default_factory=Counter)
    """By class."""

    def arrived_behind(self, known: int) -> int:
        """How many records were taken in behind an arrival that a ledger's row knows of: see `ledger`."""
        return max((n for n in self.arrivals if known < n <= known + ledger.MOST_BEHIND), default=known) - known


def sort_out(found: Iterable[RawRow], keys: subjects.Keys, known: dict[str, SubjectKey] | None = None) -> Salvaged:
    """What of these rows can be believed.

    Args:
        found: rows, as they lie there.
        keys: the device's.
        known: subject keys that are known already.
    """
    raw: dict[str, list[RawRow]] = {table: [] for table in _SHAPES}
    for row in found:
        for table, shape in _SHAPES.items():
            if len(row.values) == len(shape) and all(map(isinstance, row.values, shape)):
                raw[table].append(row)
    salvaged = Salvaged()
    usable = dict(known or {})
    for row in raw["subjects"]:
        subject, _, wrapped, _ = row.values
        try:
            usable[str(subject)] = keys.unwrapped(bytes(wrapped))  # type: ignore[arg-type]  # the shape says bytes
        except DamagedError:
            continue
        salvaged.rows["subjects"].append(row.values)
    for table in ("settled", "entries"):
        _take_sealed(raw[table], table, usable, salvaged)
    _take_directives(raw["directives"], usable, salvaged)
    _take_unsealed(raw, salvaged)
    _take_ledger(raw, salvaged)
    _take_arrivals(raw, salvaged)
    return salvaged


@dataclass(frozen=True, slots=True)
class Taken:
    """How a salvage went."""

    brought_back: int
    """Entries."""
    lost: int
    """Records that the ledger knew of."""


def bring_back(db: sqlite3.Connection, salvaged: Salvaged) -> Taken:
    """Put what was found into a new file, and balance the ledger."""
    buried = {row[2] for row in salvaged.rows["tombstones"] if row[3] == "subject"}
    for table, column in (("subjects", 0), ("entries", 3), ("settled", 3), ("directives", 3)):
        salvaged.rows[table] = [row for row in salvaged.rows[table] if row[column] not in buried]
    for table, rows in salvaged.rows.items():
        if rows and table != "ledger":
            places = ", ".join("?" * len(rows[0]))
            replace = "REPLACE" if table == "subjects" else "IGNORE"  # the device's own key is in the new file too
            db.executemany(f"INSERT OR {replace} INTO {table} VALUES ({places})", rows)  # noqa: S608 - our own tables
    pending, receipted, quarantined = db.execute(
        "SELECT (SELECT count(*) FROM entries WHERE kind = ?1),"
        " (SELECT count(*) FROM settled WHERE kind = ?1 AND state = 'receipted'),"
        " (SELECT count(*) FROM settled WHERE kind = ?1 AND state = 'quarantined')",
        (ledger.COUNTED_KIND,),
    ).fetchone()
    counters = salvaged.counters or [pending + receipted + quarantined, receipted, 0, 0, 0, quarantined]
    if salvaged.counters is not None:
        counters[0] += salvaged.arrived_behind(salvaged.last_arrival)
    lost = counters[0] - sum(counters[1:]) - pending
    if salvaged.counters is None:
        lost = sum(salvaged.unreadable.values())
        counters[0] += lost
    count_lost(db, counters, lost, salvaged.unreadable)
    return Taken(len(salvaged.rows["entries"]), max(lost, 0))


def bring_back_tail(
    db: sqlite3.Connection, single: Sequence[Row], found: Iterable[RawRow], keys: subjects.Keys, *, certain: bool
) -> Taken:
    """Put entries into the file that were committed to a part of the log that SQLite passed over.

    Args:
        db: the file, inside a transaction.
        single: staged rows that the file does not know of. They are certain, whatever that part says of them.
        found: rows of that part.
        keys: the device's.
        certain: whether acknowledged transactions were in it; else only a cut power's last one, which nobody was
            thanked for.
    """
    known = {}
    for subject, wrapped in db.execute("SELECT subject, wrapped_key FROM subjects").fetchall():
        with contextlib.suppress(DamagedError):
            known[subject] = keys.unwrapped(wrapped)
    salvaged = sort_out(found, keys, known)
    buried = {subject for (subject,) in db.execute("SELECT subject FROM tombstones WHERE scope = 'subject'")}
    db.executemany(
        "INSERT OR IGNORE INTO subjects VALUES (?, ?, ?, ?)",
        [row for row in salvaged.rows["subjects"] if row[0] not in buried],
    )
    standing = ledger.standing(db) or ledger.EMPTY
    counters = standing.counters
    if salvaged.counters is None:  # no later row of the ledger
        salvaged.counters, salvaged.last_arrival = standing.written, standing.written_for
    salvaged.arrivals.update(row[0] & ledger.ARRIVAL_MASK for row in single)
    told = salvaged.counters[0] + salvaged.arrived_behind(salvaged.last_arrival)
    brought_back = 0
    for row in (*single, *salvaged.rows["entries"]):
        record_id, kind, subject = row[1:4]
        erased, records = (False, frozenset()) if subject is None else subjects.erasures(db, subject)
        settled = db.execute("SELECT 1 FROM settled WHERE record_id = ?", (record_id,)).fetchone()
        # An erasure that was acknowledged left no log behind it: a notice here is of one that was cut off.
        if erased or record_id in records or settled or kind == ERASURE_KIND:
            continue
        places = ", ".join("?" * len(row))
        if db.execute(f"INSERT OR IGNORE INTO entries VALUES ({places})", row).rowcount > 0:  # noqa: S608 - only places
            brought_back += 1
            counters[0] += kind == ledger.COUNTED_KIND
    lost = max(0, told - counters[0]) if certain else 0
    counters[0] += lost
    count_lost(db, counters, lost, salvaged.unreadable)
    return Taken(brought_back, lost)


def count_lost(db: sqlite3.Connection, counters: list[int], lost: int, by_class: Counter[int]) -> None:
    """Set records that cannot be read any more aside in the ledger; a surplus (lost < 0) was never thanked for."""
    if lost < 0:
        counters[0] -= lost
    else:
        counters[ledger.COUNTERS.index("quarantined")] += lost
    known = min(sum(by_class.values()), max(lost, 0))
    told: Counter[ledger.LossKey] = Counter()
    for klass, count in sorted(by_class.items()):
        told[klass, "quarantined", DAMAGED] = min(count, known)
        known -= min(count, known)
    told[int(Priority.FEEDBACK), "quarantined", DAMAGED] += max(lost, 0) - sum(told.values())
    ledger.write(db, counters, ledger.newest_arrival(db))
    ledger.write_losses(db, told)


def _take_sealed(rows: list[RawRow], table: str, usable: dict[str, SubjectKey], salvaged: Salvaged) -> None:
    taken = {values[1] for values in salvaged.rows["settled"]}
    for row in rows:
        if row.values[2] in {Acknowledgement.kind, VOICE_KIND}:
            continue
        record_id, subject, body = str(row.values[1]), row.values[3], row.values[10]
        if row.number is None or row.number >> ledger.CLASS_BITS not in set(Priority):
            continue
        salvaged.arrivals.add(row.number & ledger.ARRIVAL_MASK)
        if record_id in taken:
            continue
        key = usable.get(str(subject or subjects.DEVICE_SUBJECT))
        if table == "settled" and body is None:
            whole = key is not None
        else:
            whole = key is not None and isinstance(body, bytes) and _opens(key, body, record_id)
        if whole:
            taken.add(record_id)
            salvaged.rows[table].append((row.number, *row.values[1:]))
        elif table == "entries":
            salvaged.unreadable[row.number >> ledger.CLASS_BITS] += 1


def _take_directives(rows: list[RawRow], usable: dict[str, SubjectKey], salvaged: Salvaged) -> None:
    """The newest of each matter first, for the first one is kept: older pages may lie about."""
    for row in rows:
        kind, matter, version, subject, _, body = row.values
        key = usable.get(str(subject or subjects.DEVICE_SUBJECT))
        if key is not None and _opens(key, bytes(body), directives.place(str(kind), str(matter), int(version))):  # type: ignore[arg-type]  # the shape says bytes and int
            salvaged.rows["directives"].append(row.values)
    salvaged.rows["directives"].sort(key=lambda values: int(values[2]), reverse=True)


def _opens(key: SubjectKey, body: bytes, record_id: str) -> bool:
    try:
        key.open(body, record_id)
    except DamagedError:
        return False
    return True


def _take_unsealed(raw: dict[str, list[RawRow]], salvaged: Salvaged) -> None:
    """What nothing vouches for and does no harm when it is wrong."""
    scopes, fates, classes = {"subject", "record"}, {"expired", "evicted", "quarantined"}, set(Priority)
    salvaged.rows["tombstones"] = [(r.number, *r.values[1:]) for r in raw["tombstones"] if r.values[3] in scopes]
    salvaged.rows["boots"] = [(r.number, *r.values[1:]) for r in raw["boots"] if r.number]
    salvaged.rows["losses"] = [r.values for r in raw["losses"] if r.values[1] in fates and r.values[0] in classes]


def _take_ledger(raw: dict[str, list[RawRow]], salvaged: Salvaged) -> None:
    for row in (*raw["ledger"], *raw["ledger_before_9"]):
        values: list[Any] = list(row.values)
        counters, told, known = values[1:7], values[7], values[8:]
        if ledger.checksum([*counters, *known]) == told and (salvaged.counters is None or counters > salvaged.counters):
            salvaged.counters, salvaged.last_arrival = counters, known[0] if known else ledger.ARRIVAL_MASK


def _take_arrivals(raw: dict[str, list[RawRow]], salvaged: Salvaged) -> None:
    """Places in an index tell of rows whose page is gone. Other tables look alike, but no class is in their numbers."""
    counted = set(Priority) - {Priority.ERASURE}
    for row in raw["index_of_ids"]:
        place: Any = row.values[1]
        if place >> ledger.CLASS_BITS in counted:
            salvaged.arrivals.add(place & ledger.ARRIVAL_MASK)
