"""INSERTs that both databases spell in their own way."""

from functools import cache

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def insert_or_ignore(connection: Connection, table: Table) -> postgresql.Insert | sqlite.Insert:
    """An INSERT that leaves an existing row alone; give the values when executing it."""
    return _statement(connection.dialect.name, table)


def insert_or_renew(connection: Connection, table: Table, key: tuple[str, ...]) -> postgresql.Insert | sqlite.Insert:
    """An INSERT that moves a row with the same key to the end, under a new id; give the values when executing it."""
    return _renewing(connection.dialect.name, table, key)


@cache
def _renewing(dialect: str, table: Table, key: tuple[str, ...]) -> postgresql.Insert | sqlite.Insert:
    if dialect == "postgresql":
        insert = postgresql.insert(table)
        fresh = {column.name: insert.excluded[column.name] for column in table.c if column.name not in key}
        return insert.on_conflict_do_update(index_elements=key, set_=fresh)
    return sqlite.insert(table).prefix_with("OR REPLACE")


@cache
def _statement(dialect: str, table: Table) -> postgresql.Insert | sqlite.Insert:
    if dialect == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing()
    return sqlite.insert(table).on_conflict_do_nothing()
