"""Figures over the tickets that may still be read, counted by the database."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, select

from hub.adapters.database.connection import Database
from hub.adapters.database.schema import tickets
from hub.adapters.database.ticket_book import weight_of
from hub.tickets.figures import By, Figure
from hub.tickets.ticket import GONE, Department
from hub.tickets.weighing import Weights

_ROUNDED = 2


class FigureStore:
    """Counts and averages, raw and weighted side by side."""

    def __init__(self, database: Database, weights: Weights) -> None:
        self._database = database
        self._weights = weights

    def figures(
        self,
        by: By,
        *,
        tenant: str,
        since: datetime | None = None,
        department: Department | None = None,
        without_marked: bool = False,
    ) -> tuple[Figure, Sequence[Figure]]:
        """All together, and one for each value, the most first.

        Args:
            by: what they are told apart by.
            tenant: whose tickets.
            since: only what came in from then on; None: all that is kept.
            department: of one department alone.
            without_marked: leave out what is marked. It stays where it is, and is in every other figure.
        """
        kept = [tickets.c.tenant == tenant, tickets.c.status.not_in([status.value for status in GONE])]
        if since is not None:
            kept.append(tickets.c.received_at >= since)
        if department is not None:
            kept.append(tickets.c.department == department.value)
        if without_marked:
            kept.append(tickets.c.marks.is_(None))
        name = func.coalesce(tickets.c[by.value], "")
        whole = select(*self._columns()).where(*kept)
        each = select(name.label("name"), *self._columns()).where(*kept).group_by(name)
        with self._database.read() as connection:
            total = _figure("", connection.execute(whole).one())
            found = [_figure(row.name, row) for row in connection.execute(each)]
        return total, sorted(found, key=lambda one: (-one.count, one.name))

    def _columns(self) -> list[ColumnElement[Any]]:
        weight, rating = weight_of(self._weights), tickets.c.rating
        rated = rating.is_not(None)
        return [
            func.count().label("total"),
            func.sum(weight).label("weighted"),
            func.count().filter(tickets.c.marks.is_not(None)).label("marked"),
            func.count().filter(rated).label("rated"),
            func.sum(rating).filter(rated).label("ratings"),
            func.sum(weight).filter(rated).label("rated_weight"),
            func.sum(weight * rating).filter(rated).label("weighted_ratings"),
        ]


def _figure(name: str, row: Row[Any]) -> Figure:
    return Figure(
        name,
        row.total,
        round(float(row.weighted or 0), _ROUNDED),
        row.marked,
        row.rated,
        _share(row.ratings, row.rated),
        _share(row.weighted_ratings, row.rated_weight),
    )


def _share(part: float | None, whole: float | None) -> float | None:
    return round(float(part or 0) / float(whole), _ROUNDED) if whole else None
