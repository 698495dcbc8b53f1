"""What came in, counted and averaged: raw and weighted side by side, with or without what is marked."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from hub.adapters.database.figure_store import FigureStore
from hub.people.roles import Permission
from hub.tickets.figures import By, Figure
from hub.tickets.weighing import Weights
from hub.web.frame import Frame, visitor_of
from hub.web.gate import DeclaredRoute, Gate
from hub.web.wording import Words

DAYS: Final = (7, 30, 90, 0)
"""Spans to choose from; 0: all that is kept."""
_USUAL_DAYS = 30
_WORDS_OF: Final = {
    By.SCENE: "scene",
    By.DEPARTMENT: "department",
    By.ENTRY: "entry",
    By.DEVICE_KIND: "device",
}
"""Under which prefix the values have words; places are names."""


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    count: int
    weighted: str
    marked: int
    rated: int
    average: str
    weighted_average: str


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """The page."""

    figures: FigureStore
    gate: Gate
    frame: Frame
    weights: Weights

    def routes(self) -> list[DeclaredRoute]:
        """The only one."""
        return [self.gate.route("/figures", self._show, Permission.SEE_TICKETS)]

    def _show(self, request: Request) -> Response:
        by, days, without = _asked(request)
        now, person = self.frame.clock(), visitor_of(request).session.person
        total, found = self.figures.figures(
            by,
            tenant=self.frame.tenant,
            since=now - timedelta(days=days) if days else None,
            department=person.confined_to,
            without_marked=without,
        )

        def fill(words: Words, _now: datetime) -> dict[str, Any]:
            lighter = {name: weight for name, weight in self.weights.by_entry.items() if weight != 1}
            return {
                "by": by.value,
                "ways": [one.value for one in By],
                "days": days,
                "spans": DAYS,
                "without": without,
                "rows": [_row(one, by, words) for one in found],
                "total": _row(total, None, words),
                "weights": [(words(f"entry.{name}"), plain(weight)) for name, weight in lighter.items()],
            }

        return self.frame.plain(request, "figures.html", fill)


def plain(figure: float) -> str:
    """At most two decimals, and none that say nothing: 12, 10.5, 3.67."""
    return f"{figure:.2f}".rstrip("0").rstrip(".")


def _asked(request: Request) -> tuple[By, int, bool]:
    """What to count by, of how many days, and whether without what is marked; an unknown choice is the default."""
    given = request.query_params
    by = By(given["by"]) if given.get("by") in set(By) else By.PLACE
    days = int(given["days"]) if given.get("days") in {str(one) for one in DAYS} else _USUAL_DAYS
    return by, days, given.get("marked") == "out"


def _row(one: Figure, by: By | None, words: Words) -> _Row:
    name = words("figures.all") if by is None else one.name or words("figures.unnamed")
    if by in _WORDS_OF and one.name:
        name = words.get(f"{_WORDS_OF[by]}.{one.name}", one.name)
    averages = ("—" if figure is None else plain(figure) for figure in (one.average, one.weighted_average))
    return _Row(name, one.count, plain(one.weighted), one.marked, one.rated, *averages)
