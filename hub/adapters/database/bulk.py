"""INSERTs of many rows, as the driver takes them.

SQLAlchemy prepares every value of every row by its name, which costs several times what SQLite then does. Here the
statement, the order of the columns and what has to be converted are worked out once for a table.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Dialect, Table

Row = Mapping[str, Any]


def insert_many(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows of a table with two columns or more.

    Args:
        connection: in a writing transaction.
        table: of our schema.
        rows: each with a value for every column but one that the database numbers itself.
    """
    if rows:
        statement, values_of = _prepared(connection.dialect, table)
        connection.exec_driver_sql(statement, [values_of(row) for row in rows])


@cache
def _prepared(dialect: Dialect, table: Table) -> tuple[str, Callable[[Row], tuple[Any, ...]]]:
    columns = [column for column in table.c if column is not table.autoincrement_column]
    mark = "?" if dialect.paramstyle == "qmark" else "%s"
    names, marks = ", ".join(f'"{column.name}"' for column in columns), ", ".join([mark] * len(columns))
    statement = f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})'  # noqa: S608 - our own names
    take = itemgetter(*(column.name for column in columns))
    conversions = [
        (place, convert)
        for place, column in enumerate(columns)
        if (convert := column.type.dialect_impl(dialect).bind_processor(dialect)) is not None
    ]

    def values_of(row: Row) -> tuple[Any, ...]:
        values = list(take(row))
        for place, convert in conversions:
            values[place] = convert(values[place])
        return tuple(values)

    return statement, values_of
