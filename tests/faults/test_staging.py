"""Single records beside the table: there after a sudden end, counted where damaged, gone with an erasure."""

import sqlite3
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from agent.adapters.sqlite_store import SqliteStore, staging
from agent.adapters.sqlite_store.ledger import MOST_BEHIND
from agent.adapters.sqlite_store.writer import GRACE_S
from agent.ports import Ledger, NewEntry, Priority, Settlement
from tests.fakes.clock import START, FakeClock
from tests.fakes.memory_keys import MemoryKeys
from tests.fakes.memory_store import Budget
from tests.fakes.sudden_end import killed

BUDGET = Budget(max_bytes=50_000_000, max_rows=10_000)
BURST = 10
BESIDE = BURST - 1
"""The first of a burst goes into the table: nobody knows yet that another one follows."""


def entry(record_id: str, size: int = 900) -> NewEntry:
    return NewEntry(record_id, "feedback", Priority.FEEDBACK, (record_id.encode() * 900)[:size], START)


def opened(folder: Path, **options) -> SqliteStore:
    return SqliteStore(folder / "store.db", MemoryKeys(bytes(32)), BUDGET, FakeClock(), **options)


def burst(store: SqliteStore, name: str = "r", count: int = BURST) -> None:
    for number in range(count):
        assert store.put(entry(f"{name}-{number}")).result() is None


def slots(folder: Path) -> bytearray:
    return bytearray((folder / "store.db-staging").read_bytes())


def in_table(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "store.db")) as db:
        return int(db.execute("SELECT count(*) FROM entries").fetchone()[0])


def waiting(store: SqliteStore) -> list[str]:
    return [w.record_id for w in store.pending(10_000) if store.frame(w.record_id) == entry(w.record_id).frame]


def names(*numbers: int) -> list[str]:
    return [f"r-{number}" for number in numbers]


def test_a_burst_waits_beside_the_table_and_a_sudden_end_loses_none_of_it(tmp_path):
    store = opened(tmp_path)
    burst(store)
    assert in_table(tmp_path) == 1
    left = killed(tmp_path)
    store.close()
    again = opened(left)
    assert again.recovered_from is None
    assert waiting(again) == names(*range(BURST))
    assert again.ledger() == Ledger(accepted=BURST, pending=BURST)
    again.close()


def test_whoever_reads_finds_everything_in_the_table(tmp_path):
    store = opened(tmp_path)
    burst(store)
    assert waiting(store) == names(*range(BURST))
    assert in_table(tmp_path) == BURST
    store.put(entry("after")).result()
    assert in_table(tmp_path) == BURST + 1, "nothing follows it yet: one commit, not two"
    store.close()


def test_more_than_its_slots_go_on_in_the_table_and_the_slots_are_used_again(tmp_path):
    store = opened(tmp_path)
    burst(store, count=3 * MOST_BEHIND)
    left = killed(tmp_path)
    assert store.ledger() == Ledger(accepted=3 * MOST_BEHIND, pending=3 * MOST_BEHIND)
    store.close()
    again = opened(left)
    assert waiting(again) == names(*range(3 * MOST_BEHIND))
    assert again.ledger().balanced
    again.close()


def test_a_record_that_is_larger_than_a_slot_goes_into_the_table(tmp_path):
    store = opened(tmp_path)
    burst(store)
    assert store.put(entry("large", 20_000)).result() is None
    assert in_table(tmp_path) == BURST + 1
    store.close()


def test_a_slot_that_a_cut_power_tore_was_never_thanked_for(tmp_path):
    store = opened(tmp_path)
    burst(store)
    left = killed(tmp_path)
    store.close()
    torn = slots(left)
    torn[(BESIDE - 1) * staging.SLOT_BYTES + 600 : BESIDE * staging.SLOT_BYTES] = bytes(staging.SLOT_BYTES - 600)
    (left / "store.db-staging").write_bytes(torn)
    again = opened(left)
    assert waiting(again) == names(*range(BURST - 1))
    assert again.ledger() == Ledger(accepted=BURST - 1, pending=BURST - 1)
    again.close()


def test_a_slot_that_rotted_before_others_is_counted(tmp_path):
    store = opened(tmp_path)
    burst(store)
    left = killed(tmp_path)
    store.close()
    rotten = slots(left)
    rotten[3 * staging.SLOT_BYTES + 200] ^= 4
    (left / "store.db-staging").write_bytes(rotten)
    again = opened(left)
    assert again.ledger() == Ledger(accepted=BURST, pending=BURST - 1, quarantined=1)
    assert waiting(again) == names(0, 1, 2, 3, 5, 6, 7, 8, 9)
    again.close()
    once_more = opened(left)
    assert once_more.ledger() == Ledger(accepted=BURST, pending=BURST - 1, quarantined=1)
    once_more.close()


def test_what_was_moved_does_not_come_back_when_it_has_left_the_table(tmp_path):
    store = opened(tmp_path)
    burst(store)
    stale = slots(tmp_path)
    for number in range(BURST):
        store._writer.submit(lambda tx, n=number: tx.db.execute("SELECT ?", (n,)) and None).result()
    store.close()
    with closing(sqlite3.connect(tmp_path / "store.db")) as db:
        assert db.execute("SELECT last_arrival FROM ledger").fetchone() == (BURST,)
    (tmp_path / "store.db-staging").write_bytes(stale)
    again = opened(tmp_path)
    assert again.ledger() == Ledger(accepted=BURST, pending=BURST)
    again.close()


def test_a_record_that_the_table_has_is_accepted_again_and_counted_once(tmp_path):
    store = opened(tmp_path)
    burst(store, count=4)
    store.settle([Settlement("r-1", "receipted", "T-000001")]).result()
    burst(store, "new", 2)
    burst(store, count=4)
    left = killed(tmp_path)
    expected = Ledger(accepted=6, receipted=1, pending=5)
    assert store.ledger() == expected
    assert store.waiting()[Priority.FEEDBACK].rows == 5
    store.close()
    again = opened(left)
    assert again.ledger() == expected
    assert again.waiting()[Priority.FEEDBACK].rows == 5
    again.close()


def test_another_databases_slots_are_not_taken_for_its_own(tmp_path):
    (tmp_path / "other").mkdir()
    other = opened(tmp_path / "other")
    burst(other, "theirs")
    theirs = slots(tmp_path / "other")
    other.close()
    store = opened(tmp_path)
    store.close()
    (tmp_path / "store.db-staging").write_bytes(theirs)
    store = opened(tmp_path)
    assert store.ledger() == Ledger()
    assert waiting(store) == []
    store.close()


def test_it_is_empty_once_the_store_is_closed_and_where_somebody_was_erased(tmp_path):
    store = opened(tmp_path)
    subject = store.subject_for("driver").result()
    burst(store)
    assert any(slots(tmp_path))
    store.erase(subject, None, lambda _: ("e1", b"notice"), START).result()
    assert not any(slots(tmp_path))
    burst(store, "more")
    assert any(slots(tmp_path))
    store.close()
    assert not any(slots(tmp_path))
    assert len(slots(tmp_path)) == MOST_BEHIND * staging.SLOT_BYTES


def test_what_a_sudden_end_left_in_it_is_gone_once_it_is_in_the_table(tmp_path):
    store = opened(tmp_path)
    burst(store)
    left = killed(tmp_path)
    store.close()
    again = opened(left)
    assert not any(slots(left))
    again.close()


@pytest.mark.parametrize("durable", [False, True])
def test_ctrl_c_while_it_is_written_leaves_figures_and_file_agreed(tmp_path, durable):
    class Cut(staging.SystemDisk):
        armed = False

        def write(self, file: int, data: bytes, offset: int) -> int:
            if not Cut.armed:
                return super().write(file, data, offset)
            Cut.armed = False
            if durable:
                super().write(file, data, offset)
            raise KeyboardInterrupt

    store = opened(tmp_path, disk=Cut())
    burst(store)
    future = store.put(entry("cut"))
    Cut.armed = True
    with pytest.raises(KeyboardInterrupt):
        future.result()
    assert store.waiting()[Priority.FEEDBACK].rows == BURST
    burst(store, "after", 3)
    assert store.ledger() == Ledger(accepted=BURST + 3, pending=BURST + 3)
    store.close()
    again = opened(tmp_path)
    assert again.ledger() == Ledger(accepted=BURST + 3, pending=BURST + 3)
    again.close()


def test_a_disk_that_refuses_it_has_the_table_do(tmp_path):
    class Refusing(staging.SystemDisk):
        refuses = False

        def sync(self, file: int) -> None:
            if Refusing.refuses:
                raise OSError(5, "by the test")
            super().sync(file)

    store = opened(tmp_path, disk=Refusing())
    burst(store)
    Refusing.refuses = True
    burst(store, "more", 5)
    assert store.ledger() == Ledger(accepted=BURST + 5, pending=BURST + 5)
    Refusing.refuses = False
    store.close()


def test_a_disk_that_writes_a_part_has_refused(tmp_path):
    class Full(staging.SystemDisk):
        full = False

        def write(self, file: int, data: bytes, offset: int) -> int:
            return super().write(file, data[:100] if Full.full else data, offset)

    store = opened(tmp_path, disk=Full())
    burst(store)
    Full.full = True
    burst(store, "more", 5)
    left = killed(tmp_path)
    store.close()
    again = opened(left)
    assert again.ledger() == Ledger(accepted=BURST + 5, pending=BURST + 5)
    again.close()


@pytest.mark.parametrize("committed", [False, True])
def test_ctrl_c_of_a_reader_that_has_them_moved_leaves_figures_and_file_agreed(tmp_path, committed):
    class Cut(sqlite3.Connection):
        armed = False

        def execute(self, sql: str, *parameters: object) -> sqlite3.Cursor:
            if sql == "COMMIT" and Cut.armed:
                Cut.armed = False
                if committed:
                    super().execute(sql)
                raise KeyboardInterrupt
            return super().execute(sql, *parameters)

    store = opened(
        tmp_path, connect=lambda file: sqlite3.connect(file, factory=Cut, isolation_level=None, check_same_thread=False)
    )
    burst(store)
    Cut.armed = True
    with pytest.raises(KeyboardInterrupt):
        store.pending(1)
    assert store.waiting()[Priority.FEEDBACK].rows == BURST
    burst(store, "after", 3)
    assert store.ledger() == Ledger(accepted=BURST + 3, pending=BURST + 3)
    store.close()
    again = opened(tmp_path)
    assert len(waiting(again)) == BURST + 3
    again.close()


def test_where_it_cannot_be_used_it_is_deleted_and_the_table_does_its_work(tmp_path):
    class Refusing(staging.SystemDisk):
        def write(self, file: int, data: bytes, offset: int) -> int:
            raise OSError(28, "by the test")

    store = opened(tmp_path)
    burst(store)
    left = killed(tmp_path)
    store.close()
    (left / "store.db-staging").write_bytes(slots(left)[: BESIDE * staging.SLOT_BYTES])  # so it has to be laid out
    again = opened(left, disk=Refusing())
    assert not (left / "store.db-staging").exists()
    burst(again, "more", 5)
    assert again.ledger() == Ledger(accepted=BURST + 5, pending=BURST + 5)
    again.close()


def test_a_record_that_comes_while_a_reader_has_them_moved_is_taken_in_as_soon_as_that_is_over(tmp_path):
    """Its waiter cannot commit it, and the store's thread looks once: whoever ends the turn has to call it again."""
    moving, go_on = threading.Event(), threading.Event()

    class Slow(sqlite3.Connection):
        armed = False

        def execute(self, sql: str, *parameters: object) -> sqlite3.Cursor:
            if sql == "COMMIT" and Slow.armed:
                Slow.armed = False
                moving.set()
                assert go_on.wait(15)
            return super().execute(sql, *parameters)

    store = opened(
        tmp_path,
        connect=lambda file: sqlite3.connect(file, factory=Slow, isolation_level=None, check_same_thread=False),
    )
    burst(store)
    Slow.armed = True
    with ThreadPoolExecutor() as threads:
        reading = threads.submit(store.pending, 100)
        assert moving.wait(15)
        putting = threads.submit(lambda: store.put(entry("late")).result(15))
        time.sleep(5 * GRACE_S)
        go_on.set()
        assert putting.result(15) is None
        assert len(reading.result(15)) in {BURST, BURST + 1}
    store.close()


@pytest.mark.parametrize(
    "damage",
    ["value = 'g' || substr(value, 2)", "value = '0123456789abcdef-00000000'", "value = ''", "name = 'staging_mask'"],
)
def test_a_database_that_forgot_which_slots_are_its_own_is_damaged_and_they_are_believed_by_their_seal(
    tmp_path, damage
):
    store = opened(tmp_path)
    burst(store)
    left = killed(tmp_path)
    store.close()
    with closing(sqlite3.connect(left / "store.db", isolation_level=None)) as db:
        assert db.execute(f"UPDATE meta SET {damage} WHERE name = 'staging_mark'").rowcount == 1  # noqa: S608 - ours
    again = opened(left)
    assert again.recovered_from is not None
    assert waiting(again) == names(*range(BURST))
    assert again.ledger() == Ledger(accepted=BURST, pending=BURST)
    again.close()
    once_more = opened(left)
    assert once_more.recovered_from is None
    once_more.close()
