"""What is good for one use: a key that the database lets in once, however many ask together."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, delete

from hub.adapters.database.schema import used_challenges
from hub.adapters.database.upsert import insert_or_ignore

REMEMBERED: Final = timedelta(hours=1)
"""Longer than anything of one use is valid: what was forgotten earlier could be used again."""


def use_once(connection: Connection, key: str, at: datetime) -> bool:
    """Whether this key is used for the first time; old ones are forgotten on the way."""
    connection.execute(delete(used_challenges).where(used_challenges.c.used_at < at - REMEMBERED))
    return connection.execute(insert_or_ignore(connection, used_challenges).values(key=key, used_at=at)).rowcount == 1
