"""The ledger's row may know less than the entries for a burst of single records: exact all the same, and not long."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from agent.adapters.sqlite_store import SqliteStore, ledger, writer
from agent.adapters.sqlite_store.writer import BEHIND_S
from agent.ports import Ledger, NewEntry, Priority, Settlement, StoreRefusal
from tests.e2e.processes import eventually
from tests.fakes.clock import START, FakeClock
from tests.fakes.memory_keys import MemoryKeys
from tests.fakes.memory_store import Budget
from tests.fakes.sudden_end import killed
from tests.faults.test_writer import Interrupted

BUDGET = Budget(max_bytes=50_000_000, max_rows=10_000)
BURST = 20


def entry(record_id: str, kind: str = "feedback", priority: Priority = Priority.FEEDBACK) -> NewEntry:
    return NewEntry(record_id, kind, priority, record_id.encode() * 90, START)


def opened(folder: Path, **options) -> SqliteStore:
    return SqliteStore(folder / "store.db", MemoryKeys(bytes(32)), BUDGET, FakeClock(), **options)


def burst(store: SqliteStore, name: str = "r", count: int = BURST) -> None:
    for number in range(count):
        assert store.put(entry(f"{name}-{number}")).result() is None


def row_of(folder: Path) -> tuple[int, int]:
    """What the row alone says: accepted, and the last arrival that it knows of."""
    with closing(sqlite3.connect(folder / "store.db")) as db:
        accepted, last = db.execute("SELECT accepted, last_arrival FROM ledger").fetchone()
    return accepted, last


def test_a_burst_leaves_the_row_behind_and_the_ledger_exact_even_after_a_sudden_end(tmp_path):
    store = opened(tmp_path)
    burst(store)
    behind = killed(tmp_path)
    assert store.ledger() == Ledger(accepted=BURST, pending=BURST)
    store.close()
    assert row_of(behind)[0] < BURST, "every record wrote the ledger's page"
    again = opened(behind)
    assert again.recovered_from is None
    assert again.ledger() == Ledger(accepted=BURST, pending=BURST)
    again.settle([Settlement(f"r-{BURST - 1}", "receipted", "T-000001")]).result()
    burst(again, "later", 3)
    assert again.ledger() == Ledger(accepted=BURST + 3, receipted=1, pending=BURST + 2)
    again.close()


def test_the_row_is_never_further_behind_than_it_may_be(tmp_path):
    store = opened(tmp_path)
    for number in range(3 * ledger.MOST_BEHIND):
        store.put(entry(f"r-{number}")).result()
        assert number + 1 - row_of(tmp_path)[0] <= ledger.MOST_BEHIND
    assert row_of(tmp_path)[0] >= 2 * ledger.MOST_BEHIND
    store.close()


def test_the_row_catches_up_by_itself_and_when_the_store_is_closed(tmp_path):
    store = opened(tmp_path)
    burst(store)
    eventually(lambda: row_of(tmp_path) == (BURST, BURST), "the row has caught up", 30)
    burst(store, "more")
    store.close()
    assert row_of(tmp_path) == (2 * BURST, 2 * BURST)


def test_a_record_now_and_then_brings_its_own_row(tmp_path):
    """Nothing is left to be written later: a second commit would cost more than the page."""
    store = opened(tmp_path)
    time.sleep(2 * BEHIND_S)
    store.put(entry("r1")).result()
    assert row_of(tmp_path) == (1, 1)
    store.close()


@pytest.mark.parametrize("last", ["settled", "erased", "set aside"])
def test_numbers_of_arrival_are_not_given_out_twice_once_the_last_entries_are_gone(tmp_path, last):
    """Else those that got an old number again would not be counted."""
    store = opened(tmp_path)
    burst(store)
    outcome = {"settled": "receipted", "erased": "erased"}.get(last, "quarantined")
    store.settle([Settlement(f"r-{BURST - 1}", outcome, reason="read")]).result()
    expected = store.ledger()
    store.close()
    again = opened(tmp_path)
    assert again.ledger() == expected
    burst(again, "new", 5)
    assert again.ledger().accepted == BURST + 5
    assert again.ledger().balanced
    again.close()


def test_what_the_ledger_does_not_count_is_not_counted_by_its_number_either(tmp_path):
    store = opened(tmp_path)
    for number in range(6):
        store.put(entry(f"r-{number}")).result()
        store.put(entry(f"health-{number}", "health", Priority.REPORT)).result()
    left = killed(tmp_path)
    store.close()
    again = opened(left)
    assert again.recovered_from is None
    assert again.ledger() == Ledger(accepted=6, pending=6)
    again.close()


def test_an_id_that_is_known_is_accepted_again_without_any_change(tmp_path):
    store = opened(tmp_path)
    burst(store, count=3)
    store.settle([Settlement("r-0", "receipted", "T-000001")]).result()
    before = store.ledger()
    assert [store.put(entry(f"r-{number}")).result() for number in range(3)] == [None] * 3
    assert store.ledger() == before
    assert [waiting.record_id for waiting in store.pending(10)] == ["r-1", "r-2"]
    assert store.waiting()[Priority.FEEDBACK].rows == 2
    store.close()


def test_a_full_class_makes_room_or_refuses_in_a_burst_as_ever(tmp_path):
    store = SqliteStore(tmp_path / "store.db", MemoryKeys(bytes(32)), Budget(max_rows=4), FakeClock())
    for number in range(4):
        store.put(entry(f"r-{number}")).result()
    assert store.put(entry("more")).result() is StoreRefusal.FULL
    assert store.put(entry("brakes", priority=Priority.SAFETY)).result() is None
    assert store.ledger() == Ledger(accepted=5, pending=4, evicted=1)
    store.close()


@pytest.mark.parametrize("table", ["entries", "its index", "both"])
def test_damage_right_after_a_burst_costs_what_is_unreadable_and_all_of_that_is_counted(tmp_path, table):
    """The row knows of none of them: how many there were is told by the numbers that are left."""
    store = opened(tmp_path)
    burst(store)
    left = killed(tmp_path)
    store.close()
    with closing(sqlite3.connect(left / "store.db")) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        names = {"entries": ["entries"], "its index": ["sqlite_autoindex_entries_1"]}.get(
            table, ["entries", "sqlite_autoindex_entries_1"]
        )
        pages = [_last_leaf(db, name) for name in names]
    raw = bytearray((left / "store.db").read_bytes())
    for page in pages:
        raw[(page - 1) * 4096 + 8 : page * 4096] = b"\xa5" * 4088
    (left / "store.db").write_bytes(raw)
    (left / "store.db-wal").unlink(missing_ok=True)
    again = opened(left)
    told = again.ledger()
    assert told.balanced
    readable = sum(again.frame(waiting.record_id) is not None for waiting in again.pending(100))
    assert told.pending == readable
    if table == "its index":
        assert told == Ledger(accepted=BURST, pending=BURST)
    elif table == "entries":
        assert 0 < told.quarantined == BURST - readable
    else:  # nothing at all is left of the last ones: as if they had been cut off with the power
        assert told.accepted <= BURST
    again.close()


def _last_leaf(db: sqlite3.Connection, name: str) -> int:
    """The page that holds a tree's greatest key, by way of https://sqlite.org/fileformat2.html, section 1.6."""
    (page,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,)).fetchone()
    file = Path(db.execute("PRAGMA database_list").fetchone()[2]).read_bytes()
    while file[(page - 1) * 4096] in {2, 5}:  # interior: the right-most child stands in its header
        page = int.from_bytes(file[(page - 1) * 4096 + 8 : (page - 1) * 4096 + 12], "big")
    return page


@pytest.mark.parametrize("committed", [False, True])
def test_ctrl_c_while_a_single_record_is_written_leaves_the_figures_as_the_file_has_them(tmp_path, committed):
    class Cut(sqlite3.Connection):
        def execute(self, sql: str, *parameters: object) -> sqlite3.Cursor:
            if sql == writer.INSERT_NEW and Interrupted.at == sql:
                Interrupted.at = None
                if committed:
                    super().execute(sql, *parameters)
                raise KeyboardInterrupt
            return super().execute(sql, *parameters)

    def connect(file: Path) -> sqlite3.Connection:
        return sqlite3.connect(file, isolation_level=None, check_same_thread=False, factory=Cut)

    store = opened(tmp_path, connect=connect)
    burst(store, count=2)
    assert store.ledger().accepted == 2
    future = store.put(entry("cut"))
    Interrupted.at = writer.INSERT_NEW
    with pytest.raises(KeyboardInterrupt):
        future.result()
    assert store.ledger() == Ledger(accepted=2 + committed, pending=2 + committed)
    burst(store, "after", 2)
    assert store.ledger() == Ledger(accepted=4 + committed, pending=4 + committed)
    assert store.waiting()[Priority.FEEDBACK].rows == 4 + committed
    store.close()
