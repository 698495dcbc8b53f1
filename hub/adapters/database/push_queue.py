"""Putting one directive into the queue of devices, in a transaction of the caller."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.dialects import postgresql, sqlite

from agent.contract.identifiers import RandomBytes, uuid7
from hub.adapters.database.schema import pushes
from hub.pushing.push import Order

KEY = (pushes.c.tenant, pushes.c.device, pushes.c.kind, pushes.c.matter)
AT_ONCE = 500
"""Devices in one transaction: a hundred milliseconds, for which receipts wait."""


def queue(
    connection: Connection,
    where: Sequence[tuple[str, str]],
    order: Order,
    version: int,
    content: dict[str, Any],
    *,
    random_bytes: RandomBytes,
) -> None:
    """Write a row for each (tenant, device), or renew it: only what the device has in force outlives its push."""
    now, unix_ms = order.now, int(order.now.timestamp() * 1000)
    first = max(now, order.not_before or now)
    values = {
        "kind": order.kind,
        "matter": order.matter,
        "version": version,
        "payload": content,
        "pushed_at": now,
        "expires_at": order.expires_at,
        "tries": 0,
        "sent_at": None,
        "soon_at": first,
        "next_at": first,
        "answered_at": None,
        "outcome": None,
        "reason": None,
    }
    rows = [
        {"tenant": tenant, "device": device, "message_id": uuid7(unix_ms, random_bytes), **values}
        for tenant, device in where
    ]
    if rows:
        connection.execute(_insert_or_push_again(connection.dialect.name), rows)


@cache
def _insert_or_push_again(dialect: str) -> postgresql.Insert | sqlite.Insert:
    insert = postgresql.insert(pushes) if dialect == "postgresql" else sqlite.insert(pushes)
    key = [column.name for column in KEY]
    fresh = {c.name: insert.excluded[c.name] for c in pushes.c if c.name not in {*key, "in_force"}}
    newer = insert.excluded.version > pushes.c.version
    return insert.on_conflict_do_update(index_elements=key, set_=fresh, where=newer)
