"""Figures over tickets, on SQLite and on PostgreSQL alike: raw and weighted, with and without what is marked."""

from datetime import timedelta

import pytest

from agent.contract.messages import Context, DeviceKind
from hub.adapters.database.figure_store import FigureStore
from hub.tickets.figures import By, Figure
from hub.tickets.ticket import Department
from hub.tickets.weighing import Weights
from tests.builders import feedback
from tests.fakes.desk import NOW, Desk
from tests.fakes.field_device import erasure


def came(n, entry, rating, *, marked=False, place="12号站"):
    """One feedback of a visit of its own."""
    context = Context(device_kind=DeviceKind.CHARGER_KIOSK, place=place, entry=entry)
    marks = feedback().marks if marked else ()
    subject = f"s-{n:020d}"
    return feedback(n, subject=subject, context=context, rating=rating, marks=marks, contact=None)


@pytest.fixture
def hub(database):
    found = Desk(database)
    found.device = found.enrol()
    found.take(
        found.device,
        came(1, "face", 5),
        came(2, "sticker", 1),
        came(3, "sticker", 1, marked=True),
        came(4, None, 3, place="13号站"),
        came(5, "qr", None),
    )
    return found


def test_a_sticker_counts_half_and_the_raw_figure_stands_beside(hub):
    total, found = FigureStore(hub.database, Weights()).figures(By.ENTRY, tenant="demo")
    assert total == Figure("", 5, 4.0, 1, 4, 2.5, 3.0)
    assert {one.name: (one.count, one.weighted) for one in found} == {
        "sticker": (2, 1.0),
        "": (1, 1.0),
        "face": (1, 1.0),
        "qr": (1, 1.0),
    }


def test_what_is_marked_can_be_left_out_and_is_there_all_the_same(hub):
    store = FigureStore(hub.database, Weights())
    without, _ = store.figures(By.PLACE, tenant="demo", without_marked=True)
    assert (without.count, without.marked, without.average, without.weighted_average) == (4, 0, 3.0, 3.4)
    assert store.figures(By.PLACE, tenant="demo")[0].count == 5


def test_another_weight_is_in_every_figure_and_none_at_all_leaves_no_average(hub):
    total, found = FigureStore(hub.database, Weights({"sticker": 0.0})).figures(By.ENTRY, tenant="demo")
    assert (total.count, total.weighted, total.average, total.weighted_average) == (5, 3.0, 2.5, 4.0)
    (sticker,) = [one for one in found if one.name == "sticker"]
    assert (sticker.average, sticker.weighted_average) == (1.0, None)


def test_a_span_a_department_and_a_tenant_narrow_the_figures(hub):
    store = FigureStore(hub.database, Weights())
    hub.take(hub.device, came(6, "face", 4), at=NOW + timedelta(days=2))
    assert store.figures(By.PLACE, tenant="demo", since=NOW + timedelta(days=1))[0].count == 1
    assert store.figures(By.PLACE, tenant="demo", department=Department.UNDERWRITING)[0] == Figure(
        "", 0, 0.0, 0, 0, None, None
    )
    assert store.figures(By.PLACE, tenant="another")[1] == []


def test_what_was_erased_is_in_no_figure(hub):
    hub.take(hub.device, erasure(f"s-{1:020d}"))
    hub.answers.finish_erasures(NOW)
    total, found = FigureStore(hub.database, Weights()).figures(By.ENTRY, tenant="demo")
    assert total.count == 4
    assert "face" not in {one.name for one in found}


def test_the_book_counts_open_tickets_raw_and_weighted(hub):
    counts = hub.book.counts(NOW)
    assert (counts.open, dict(counts.weighted)["open"]) == (5, 4.0)
    assert (counts.overdue, dict(counts.weighted)["overdue"]) == (0, 0.0)
