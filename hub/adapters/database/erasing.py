"""Erasure and export of what the database holds of a person. Both walk `personal_data.HOLDINGS`, and nothing else."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Table, and_, select, true, update

from agent.contract.messages import ErasureOrder
from hub.adapters.database.personal_data import HOLDINGS, Holding
from hub.adapters.database.schema import consents, devices, erased_records, holds, pushes, tickets, tombstones
from hub.adapters.database.set_aside_store import forget_device
from hub.adapters.database.upsert import insert_or_ignore
from hub.erasure.deletion import Deletion, Origin
from hub.tickets.ticket import Status

_AT_ONCE = 500
"""Record ids in one statement; SQLite takes 32,766 values."""

Place = tuple[str, str]
"""(tenant, device)."""


def erase(connection: Connection, deletion: Deletion, now: datetime) -> None:
    """Leave the tombstone, then take everything that it covers. What a law holds is frozen until its date.

    Args:
        connection: in a writing transaction of the caller; the deletion is in the journal already.
        deletion: what was asked for. Only ever what is of its device.
        now: in UTC.
    """
    place = deletion.tenant, deletion.device
    named = {**_key(place), "erasure_id": deletion.erasure_id}
    connection.execute(
        insert_or_ignore(connection, tombstones).values(
            **named,
            subject=deletion.subject,
            scope=deletion.scope,
            record_ids=list(deletion.record_ids),
            origin=deletion.origin.value,
            requested_at=deletion.requested_at,
            received_at=deletion.received_at,
            tickets_erased=0,
            inbox_erased=0,
        )
    )
    standing = covered(connection, deletion)
    remember_erased(connection, place, {*deletion.record_ids, *standing})
    held = _held(connection, place, standing, now)
    if held:
        freeze = update(tickets).where(_of(tickets, place), tickets.c.record_id.in_(held))
        connection.execute(freeze.values(status=Status.FROZEN.value))
    taken = take(connection, place, {*deletion.record_ids, *standing} - held)
    if deletion.scope == "subject":
        connection.execute(consents.delete().where(_of(consents, place), consents.c.subject == deletion.subject))
    forget_device(connection, *place)  # sealed frames, nobody can say of whom
    counted = update(tombstones).where(*(tombstones.c[name] == value for name, value in named.items()))
    connection.execute(counted.values(_more(taken)))
    if deletion.origin is Origin.HUB:
        _order(connection, deletion, now)


def confirm(connection: Connection, place: Place, erasure_id: str, now: datetime) -> None:
    """The device has followed an erasure of the hub's: order it no longer, and answer when the rest is shed."""
    mine = [_of(tombstones, place), tombstones.c.erasure_id == erasure_id, tombstones.c.origin == Origin.HUB.value]
    connection.execute(update(tombstones).where(*mine).values(confirmed_at=now, completed_at=None))
    ordered = [_of(pushes, place), pushes.c.kind == ErasureOrder.kind, pushes.c.matter == erasure_id]
    connection.execute(pushes.delete().where(*ordered))


def covered(connection: Connection, deletion: Deletion) -> set[str]:
    """The ids of records with a ticket that still tells something, among those that are asked for."""
    whose = tickets.c.subject == deletion.subject
    if deletion.scope == "record":
        whose = tickets.c.record_id.in_(deletion.record_ids)
    there = _of(tickets, (deletion.tenant, deletion.device))
    return set(
        connection.execute(
            select(tickets.c.record_id).where(there, whose, tickets.c.status != Status.ERASED.value)
        ).scalars()
    )


def take(
    connection: Connection, place: Place, record_ids: Collection[str], besides: Collection[str] = ()
) -> dict[str, int]:
    """Delete or blank all that is held of these records, but in the stores `besides`: how many rows, by store."""
    taken = dict.fromkeys((holding.store for holding in HOLDINGS), 0)
    for part in _parts(record_ids):
        for holding in (holding for holding in HOLDINGS if holding.store not in besides):
            mine = _rows(holding, place, part)
            if holding.blank is None:
                taken[holding.store] += connection.execute(holding.table.delete().where(mine)).rowcount
                continue
            key = holding.table.c.record_id
            live = holding.table.c.status != Status.ERASED.value
            for row in connection.execute(select(holding.table).where(mine, live)).all():
                blanked = update(holding.table).where(_of(holding.table, place), key == row.record_id)
                taken[holding.store] += connection.execute(blanked.values(holding.blank(row))).rowcount
    return taken


def held_of(connection: Connection, place: Place, record_ids: Collection[str]) -> dict[str, list[dict[str, Any]]]:
    """Everything that is held of these records, by store: whole rows, by column."""
    return {
        holding.store: [
            dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's public name for a row by column
            for part in _parts(record_ids)
            for row in connection.execute(select(holding.table).where(_rows(holding, place, part)))
        ]
        for holding in HOLDINGS
    }


def remember_erased(connection: Connection, place: Place, record_ids: Iterable[str]) -> None:
    """From now on these are refused, whatever else is known of them."""
    for record_id in sorted(record_ids):
        connection.execute(insert_or_ignore(connection, erased_records), {**_key(place), "record_id": record_id})


def thaw(connection: Connection, now: datetime) -> int:
    """Delete what was frozen until a date that has come. How many records."""
    ended = connection.execute(select(holds).where(holds.c.ends_at <= now)).all()
    thawed = 0
    for hold in ended:
        place = hold.tenant, hold.device
        frozen = and_(_of(tickets, place), tickets.c.record_id == hold.record_id)
        row = connection.execute(select(tickets.c.subject, tickets.c.status).where(frozen)).one_or_none()
        if row is not None and row.status == Status.FROZEN.value:
            taken = take(connection, place, [hold.record_id])
            waits = and_(
                _of(tombstones, place), tombstones.c.subject == row.subject, tombstones.c.completed_at.is_(None)
            )
            connection.execute(update(tombstones).where(waits).values(_more(taken)))
            thawed += 1
        connection.execute(holds.delete().where(_of(holds, place), holds.c.record_id == hold.record_id))
    return thawed


def replay(
    connection: Connection, deletions: Iterable[Deletion], now: datetime, told: Callable[[int], None] = lambda _: None
) -> int:
    """Carry out what this database does not know of: it is older than they are. How many.

    A device that it does not know either cannot deliver anything here, and nothing of it is here.
    """
    known = {tuple(row) for row in connection.execute(select(_KEY.tenant, _KEY.device, _KEY.erasure_id))}
    there = {tuple(row) for row in connection.execute(select(devices.c.tenant, devices.c.device))}
    done = 0
    for deletion in deletions:
        if deletion.key in known or (deletion.tenant, deletion.device) not in there:
            continue
        erase(connection, deletion, now)
        known.add(deletion.key)
        done += 1
        told(done)
    return done


def deletions_in(connection: Connection) -> Iterator[Deletion]:
    """Every deletion that this database knows of, oldest first."""
    for row in connection.execute(select(tombstones).order_by(tombstones.c.received_at, tombstones.c.erasure_id)):
        yield deletion_of(connection, row)


def deletion_of(connection: Connection, row: Row[Any]) -> Deletion:
    """A tombstone as what was asked for. An old one names every erased record of its device: all stay erased."""
    named: Sequence[str] | None = row.record_ids
    if named is None:
        mine = _of(erased_records, (row.tenant, row.device))
        named = connection.execute(select(erased_records.c.record_id).where(mine)).scalars().all()
    return Deletion(
        row.tenant,
        row.device,
        row.erasure_id,
        row.subject,
        row.scope,
        tuple(named),
        row.requested_at,
        row.received_at,
        Origin(row.origin),
    )


_KEY = tombstones.c


def _order(connection: Connection, deletion: Deletion, now: datetime) -> None:
    """Have the device told until it confirms; its own erasure id is the message's, so that copies are one."""
    order = ErasureOrder(
        erasure_id=deletion.erasure_id,
        subject=deletion.subject,
        scope=deletion.scope,
        record_id=deletion.record_ids[0] if deletion.scope == "record" else None,
        ordered_at=deletion.requested_at,
    )
    connection.execute(
        insert_or_ignore(connection, pushes).values(
            **_key((deletion.tenant, deletion.device)),
            kind=order.kind,
            matter=deletion.erasure_id,
            version=1,
            message_id=deletion.erasure_id,
            payload=order.model_dump(mode="json"),
            pushed_at=now,
            tries=0,
            soon_at=now,
            next_at=now,
        )
    )


def _held(connection: Connection, place: Place, record_ids: Collection[str], now: datetime) -> set[str]:
    live = and_(_of(holds, place), holds.c.ends_at > now)
    return set(connection.execute(select(holds.c.record_id).where(live)).scalars()) & set(record_ids)


def _more(taken: dict[str, int]) -> dict[Any, Any]:
    counts = {"tickets_erased": taken["tickets"], "inbox_erased": taken["inbox"]}
    return {tombstones.c[name]: tombstones.c[name] + count for name, count in counts.items()}


def _rows(holding: Holding, place: Place, record_ids: Collection[str]) -> ColumnElement[bool]:
    meant = true() if holding.rows is None else holding.rows
    return and_(_of(holding.table, place), holding.table.c[holding.record].in_(record_ids), meant)


def _parts(record_ids: Collection[str]) -> Iterator[list[str]]:
    ordered = sorted(record_ids)
    for start in range(0, len(ordered), _AT_ONCE):
        yield ordered[start : start + _AT_ONCE]


def _key(place: Place) -> dict[str, str]:
    return {"tenant": place[0], "device": place[1]}


def _of(table: Table, place: Place) -> ColumnElement[bool]:
    return and_(table.c.tenant == place[0], table.c.device == place[1])
