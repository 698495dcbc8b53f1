"""Files that are damaged, foreign, newer or not ours to write: the device starts, or says what to do."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from agent.adapters.sqlite_store import SqliteStore, columns, opening
from agent.consent.grant import ConsentGrant, Period, Purpose
from agent.errors import TechnicianNeededError, TemporaryError
from agent.ports import NewEntry, Priority, Settlement, StoreRefusal
from tests.fakes.clock import START, FakeClock
from tests.fakes.memory_keys import MemoryKeys
from tests.fakes.memory_store import Budget
from tests.faults.recording_vfs import seeded

ROOT = Path(__file__).parents[2]
KEYS = MemoryKeys()
RECORDS = [f"record-{number}" for number in range(12)]
CORRUPTIONS = int(os.environ.get("TINGCHE_CORRUPTIONS", "120"))
"""`make faults` asks for 1000."""


def opened(file: Path, keys: MemoryKeys = KEYS) -> SqliteStore:
    return SqliteStore(file, keys, Budget(), FakeClock())


def frame_of(record_id: str) -> bytes:
    return record_id.encode() * 40


def entry(record_id: str, subject: str | None = None) -> NewEntry:
    grant_id = None if subject is None else f"of {subject}"
    return NewEntry(
        record_id, "feedback", Priority.FEEDBACK, frame_of(record_id), START, subject, grant_id, readable=b"{}"
    )


def lived_in(folder: Path) -> tuple[Path, str]:
    """The folder of a store as SIGKILL leaves it, with part of its life still in the log; and its subject."""
    store = opened(folder / "store.db")
    subject = store.subject_for("driver").result()
    store.add_grant(
        ConsentGrant(f"of {subject}", subject, frozenset(Purpose), "ab" * 32, "touch", Period.WEEK, START)
    ).result()
    for record_id in RECORDS[:8]:
        store.put(entry(record_id, subject)).result()
    store.settle([Settlement(RECORDS[0], "receipted", "T-000001")]).result()
    store.erase("nobody-known", None, lambda ids: ("e1", b"notice"), START).result()
    for record_id in RECORDS[8:]:
        store.put(entry(record_id, subject)).result()
    copy = folder / "killed"
    copy.mkdir()
    for name in ("store.db", "store.db-wal", "store.db-staging"):
        shutil.copy(folder / name, copy / name)
    store.close()
    return copy, subject


def ask_everything(store: SqliteStore, subject: str) -> None:
    """Every read answers, and what it answers is true."""
    assert store.ledger().balanced
    for waiting in store.pending(100):
        assert store.frame(waiting.record_id) in {frame_of(waiting.record_id), b"notice", None}
    for kept in store.kept(subject):
        assert kept.readable in {b"{}", None}
    store.grants(subject)
    store.tombstones()
    store.losses()
    store.find_subject("driver")
    store.locate_receipt("TC-0000-0000")
    assert store.put(entry("after-the-damage")).result() is None
    assert store.frame("after-the-damage") == frame_of("after-the-damage")


def damage(raw: bytearray, number: int, chance: Random) -> None:
    """Flip one bit or, every tenth time, cut the rest: each byte of the header first, then anywhere."""
    position = number if number < 100 else chance.randrange(len(raw))
    if number % 10 == 9:
        del raw[position:]
    else:
        raw[position] ^= 1 << chance.randrange(8)


@pytest.mark.parametrize("name", ["store.db", "store.db-wal", "store.db-staging"])
def test_any_changed_or_missing_byte_leaves_a_device_that_starts_and_answers(tmp_path, name):
    """No crash, no second damage at the second start, no start beyond five seconds, and a ledger that balances."""
    whole, subject = lived_in(tmp_path)
    chance = seeded(13)
    for number in range(CORRUPTIONS // 2):
        folder = tmp_path / f"{number}"
        shutil.copytree(whole, folder)
        raw = bytearray((folder / name).read_bytes())
        damage(raw, number, chance)
        (folder / name).write_bytes(raw)
        store = opened(folder / "store.db")
        ask_everything(store, subject)
        store.close()
        again = opened(folder / "store.db")
        assert again.recovered_from is None, f"case {number}: damaged anew at the second start"
        again.close()
        shutil.rmtree(folder)


def readable_records(store: SqliteStore) -> set[str]:
    return {w.record_id for w in store.pending(100) if w.kind == "feedback" and store.frame(w.record_id)}


@pytest.mark.parametrize("name", ["store.db", "store.db-wal", "store.db-staging"])
def test_one_flipped_bit_costs_one_page_and_what_it_costs_is_counted(tmp_path, name):
    """Of eleven waiting records at most those on one page are lost, and the ledger knows every one of them."""
    whole, _ = lived_in(tmp_path)
    chance = seeded(29)
    cost = []
    for number in range(40):
        folder = tmp_path / f"{number}"
        shutil.copytree(whole, folder)
        raw = bytearray((folder / name).read_bytes())
        raw[chance.randrange(100, len(raw))] ^= 1 << chance.randrange(8)
        (folder / name).write_bytes(raw)
        store = opened(folder / "store.db")
        found, ledger = readable_records(store), store.ledger()
        assert found <= set(RECORDS[1:])
        cost.append(len(RECORDS[1:]) - len(found))
        # The last commit of a log may be one that nobody was thanked for: nothing can tell it from a cut power.
        assert ledger.accepted >= len(RECORDS) - (name == "store.db-wal"), f"case {number}"
        assert ledger.balanced
        store.close()
        shutil.rmtree(folder)
    assert sum(lost == 0 for lost in cost) >= len(cost) // 2
    assert max(cost) <= 8


def test_all_that_opens_is_brought_back_from_a_file_whose_every_tree_is_broken(tmp_path):
    """Records, receipts, tombstones, pseudonyms and the ledger survive without the trees that led to them."""
    whole, subject = lived_in(tmp_path)
    raw = bytearray((whole / "store.db").read_bytes())
    raw[16:100] = b"\xff" * 84  # the header: page size, counts, encoding
    (whole / "store.db").write_bytes(raw)
    store = opened(whole / "store.db")
    assert store.recovered_from is not None
    assert readable_records(store) == set(RECORDS[1:])
    assert store.ticket_no(RECORDS[0]) == "T-000001"
    assert store.find_subject("driver") == subject
    assert [erasure_id for erasure_id, _, _ in store.tombstones()] == ["e1"]
    assert store.frame("e1") == b"notice"
    assert (store.ledger().accepted, store.ledger().receipted, store.ledger().quarantined) == (12, 1, 0)
    assert store.grants(subject) == (), "nothing vouches for a grant: the person is asked again"
    assert store.put(entry("unasked", subject)).result() is StoreRefusal.CONSENT_GONE
    store.withdraw(subject, START).result()
    assert readable_records(store) == set()
    store.close()


def test_acknowledged_records_behind_a_damaged_place_in_the_log_are_brought_back(tmp_path):
    whole, _ = lived_in(tmp_path)
    raw = bytearray((whole / "store.db-wal").read_bytes())
    raw[100] ^= 1  # in the first frame: SQLite passes over all that follows
    (whole / "store.db-wal").write_bytes(raw)
    store = opened(whole / "store.db")
    assert store.recovered_from is None
    assert readable_records(store) >= set(RECORDS[8:])
    assert store.ledger().balanced
    assert store.ledger().accepted == len(RECORDS)
    store.close()


def test_nothing_of_an_erased_or_withdrawn_subject_is_brought_back(tmp_path):
    whole, subject = lived_in(tmp_path)
    store = opened(whole / "store.db")
    store.withdraw(subject, START).result()
    store.erase(subject, None, lambda ids: ("e2", b"notice"), START).result()
    folder = tmp_path / "cut"
    folder.mkdir()
    for name in ("store.db", "store.db-wal", "store.db-staging"):
        shutil.copy(whole / name, folder / name)
    store.close()
    raw = bytearray((folder / "store.db").read_bytes())
    raw[16:100] = b"\xff" * 84
    (folder / "store.db").write_bytes(raw)
    store = opened(folder / "store.db")
    assert store.recovered_from is not None
    assert readable_records(store) == set()
    assert store.kept(subject) == ()
    assert store.put(entry("late", subject)).result() is StoreRefusal.SUBJECT_ERASED
    store.close()


def test_a_damaged_file_is_set_aside_with_its_log_and_a_new_one_is_started(tmp_path):
    whole, subject = lived_in(tmp_path)
    raw = bytearray((whole / "store.db").read_bytes())
    raw[4096:] = os.urandom(len(raw) - 4096)
    (whole / "store.db").write_bytes(raw)
    (whole / "store.db-wal").unlink()
    store = opened(whole / "store.db")
    assert store.recovered_from == whole / "store.db.corrupt-20260301T080000Z"
    assert store.recovered_from.read_bytes() == raw
    assert store.pending(10) == ()
    assert store.find_subject("driver") is None
    ask_everything(store, subject)
    store.close()


def test_damage_that_sqlite_quotes_in_its_own_message_is_still_damage(tmp_path):
    """Python's driver raises UnicodeDecodeError there, while it builds the message of the real error."""
    opened(tmp_path / "store.db").close()
    raw = (tmp_path / "store.db").read_bytes()
    assert b"CREATE TABLE meta" in raw
    (tmp_path / "store.db").write_bytes(raw.replace(b"CREATE TABLE meta", b"\xf4REATE TABLE meta"))
    store = opened(tmp_path / "store.db")
    assert store.recovered_from is not None
    store.close()


def test_a_frame_that_rotted_is_set_aside_and_counted_and_never_offered_again(tmp_path):
    store = opened(tmp_path / "store.db")
    store.put(entry("rotten")).result()
    store.put(entry("sound")).result()
    with sqlite3.connect(tmp_path / "store.db") as db:
        db.execute("UPDATE entries SET body = zeroblob(100) WHERE record_id = 'rotten'")
    db.close()
    assert store.frame("rotten") is None
    assert store.frame("sound") == frame_of("sound")
    store.put(entry("later")).result()  # queued behind the setting aside
    assert [waiting.record_id for waiting in store.pending(10)] == ["sound", "later"]
    assert (store.ledger().quarantined, store.ledger().balanced) == (1, True)
    store.close()


def test_rows_swapped_on_disk_are_not_taken_for_each_other(tmp_path):
    store = opened(tmp_path / "store.db")
    for record_id in ("a", "b"):
        store.put(entry(record_id)).result()
    with sqlite3.connect(tmp_path / "store.db") as db:
        db.execute("UPDATE entries SET body = (SELECT body FROM entries WHERE record_id = 'b')")
    db.close()
    assert store.frame("a") is None
    assert store.frame("b") == frame_of("b")
    store.close()


def test_a_newer_agents_file_is_refused_and_left_untouched(tmp_path):
    opened(tmp_path / "store.db").close()
    with sqlite3.connect(tmp_path / "store.db") as db:
        db.execute("INSERT INTO _sqlite_migrations(migration_set, name, applied_at) VALUES ('agent', '0099_later', '')")
    db.close()
    before, files = (tmp_path / "store.db").read_bytes(), sorted(tmp_path.iterdir())
    with pytest.raises(TechnicianNeededError, match=r"newer agent \(schema step 0099_later\)"):
        opened(tmp_path / "store.db")
    assert sorted(tmp_path.iterdir()) == files
    assert (tmp_path / "store.db").read_bytes() == before


def test_a_damaged_name_of_a_schema_step_is_no_newer_agents_file(tmp_path):
    whole, _ = lived_in(tmp_path)
    raw = (whole / "store.db").read_bytes()
    assert b"0001_outbox_consent_ledger" in raw
    (whole / "store.db").write_bytes(raw.replace(b"0001_outbox_consent_ledger", b"0001_outbox_bonsent_ledger"))
    store = opened(whole / "store.db")
    assert store.recovered_from is not None
    assert readable_records(store) == set(RECORDS[1:])
    store.close()


def test_files_of_other_programs_are_refused_and_left_untouched(tmp_path):
    (tmp_path / "notes.db").write_text("a text that somebody wrote, and would like to keep\n" * 9)
    with sqlite3.connect(tmp_path / "other.db") as db:
        db.execute("CREATE TABLE theirs(x)")
    db.close()
    for name in ("notes.db", "other.db"):
        before = (tmp_path / name).read_bytes()
        with pytest.raises(TechnicianNeededError, match="not a store of this agent"):
            opened(tmp_path / name)
        assert (tmp_path / name).read_bytes() == before


def test_another_devices_key_is_refused_and_the_right_one_still_opens(tmp_path):
    store = opened(tmp_path / "store.db")
    store.put(entry("r1")).result()
    store.close()
    with pytest.raises(TechnicianNeededError, match="another device key"):
        opened(tmp_path / "store.db", MemoryKeys())
    store = opened(tmp_path / "store.db")
    assert store.frame("r1") == frame_of("r1")
    store.close()


def test_a_place_that_cannot_be_written_is_named_with_the_remedy(tmp_path):
    (tmp_path / "file").write_text("")
    (tmp_path / "folder.db").mkdir()
    for place in (tmp_path / "file" / "store.db", tmp_path / "folder.db"):
        with pytest.raises(TechnicianNeededError, match=r"cannot be opened.*Give the agent's user the folder"):
            opened(place)


def test_a_folder_that_the_agents_user_may_not_write_is_refused_with_the_remedy():
    """In a child that gives up root, because root may write everywhere."""
    program = (
        "import os, sys\n"
        "from agent.errors import TechnicianNeededError\n"
        "from tests.faults.test_damage import Path, opened\n"
        "os.getuid() or os.setuid(65534)\n"
        "try:\n"
        "    opened(Path(sys.argv[1]) / 'store.db')\n"
        "except TechnicianNeededError as error:\n"
        "    print(error)\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o555)
        done = subprocess.run(
            [sys.executable, "-c", program, folder],
            capture_output=True,
            text=True,
            check=False,
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )
    assert "cannot be opened (EACCES). Give the agent's user the folder" in done.stdout, done.stderr


def test_a_file_that_became_read_only_is_refused_with_the_remedy(tmp_path):
    opened(tmp_path / "store.db").close()

    def connect(file: Path) -> sqlite3.Connection:
        return sqlite3.connect(f"file:{file}?mode=ro", uri=True, isolation_level=None, check_same_thread=False)

    with pytest.raises(TechnicianNeededError, match=r"cannot be written.*mounted read-write"):
        SqliteStore(tmp_path / "store.db", KEYS, Budget(), FakeClock(), connect=connect)


def test_a_file_that_another_program_holds_at_start_is_a_temporary_failure(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "BUSY_MS", 1)
    opened(tmp_path / "store.db").close()
    other = sqlite3.connect(tmp_path / "store.db", isolation_level=None)
    other.execute("PRAGMA locking_mode=EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(TemporaryError, match=r"(?i)another program holds"):
        opened(tmp_path / "store.db")
    other.close()
    opened(tmp_path / "store.db").close()


def test_the_pragmas_that_durability_and_deletion_rest_on_are_set(tmp_path):
    store = opened(tmp_path / "store.db")
    answers = {
        pragma: store._db.execute(f"PRAGMA {pragma}").fetchone()[0]
        for pragma in ("journal_mode", "synchronous", "secure_delete", "temp_store")
    }
    assert answers == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "temp_store": 2}
    assert store._reader.execute("PRAGMA query_only").fetchone() == (1,)
    store.close()


def test_a_system_that_ignores_a_pragma_is_refused(tmp_path):
    class Deaf(sqlite3.Connection):
        def execute(self, sql: str, *parameters: object) -> sqlite3.Cursor:
            return super().execute("SELECT 0" if sql == "PRAGMA secure_delete" else sql, *parameters)

    def connect(file: Path) -> sqlite3.Connection:
        return sqlite3.connect(file, isolation_level=None, check_same_thread=False, factory=Deaf)

    with pytest.raises(TechnicianNeededError, match="secure_delete"):
        SqliteStore(tmp_path / "store.db", KEYS, Budget(), FakeClock(), connect=connect)


def test_only_the_agents_user_can_read_the_files(tmp_path):
    store = opened(tmp_path / "state" / "store.db")
    store.put(entry("r1")).result()
    modes = {file.stat().st_mode & 0o777 for file in (tmp_path / "state").iterdir()}
    assert modes == {0o600}
    assert (tmp_path / "state").stat().st_mode & 0o777 == 0o700
    store.close()


def test_every_table_is_described_as_the_schema_makes_it(tmp_path):
    folder, _ = lived_in(tmp_path)
    with closing(sqlite3.connect(folder / "store.db")) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        ours = {name: columns.in_file(db, name) for name in tables if not name.startswith(("sqlite_", "_sqlite"))}
    assert ours == columns.COLUMNS


@pytest.mark.parametrize("table", sorted(columns.COLUMNS))
def test_a_flipped_bit_in_a_tables_own_description_is_damage_and_not_an_error_later(tmp_path, table):
    """Once it was: rows and indexes were whole, and "what was erased here" then failed for good."""
    folder, subject = lived_in(tmp_path)
    renamed = columns.COLUMNS[table][0]
    with closing(sqlite3.connect(folder / "store.db")) as db:
        db.execute("PRAGMA writable_schema=ON")
        change = "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = ?"
        changed = db.execute(change, (f"{renamed} ", f"{renamed[:-1]}z ", table)).rowcount
        db.commit()
    assert changed == 1
    store = opened(folder / "store.db")
    ask_everything(store, subject)
    assert store.recovered_from is not None
    store.close()
