"""Opening the database: the settings durability and erasure rest on, the schema's version, errors in our words.

- SQLite: WAL, synchronous FULL, secure_delete ON and foreign keys, set and asserted on every connection.
- Two processes write (the hub and its command line): every write begins with BEGIN IMMEDIATE, so that a reader never
  has to become a writer half-way (SQLITE_BUSY_SNAPSHOT comes at once, whatever the timeout).
- A schema newer than this program is refused and left untouched.
"""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any

from pydantic_core import to_json
from sqlalchemy import Connection, Engine, create_engine, event, inspect, select, update
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from hub.adapters.database.schema import SCHEMA_VERSION, counters, meta, metadata
from hub.errors import ConflictError, HubError, InputRefusedError, OperatorNeededError, TemporaryError

BUSY_TIMEOUT_S = 10.0
"""How long one process waits for the other's transaction; they take milliseconds."""

_WRITES = "tingche_writes"
_SETTINGS = {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "foreign_keys": 1}
"""SQLite's answers to these pragmas; synchronous 2 is FULL."""
_FULL = {"SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC", "SQLITE_IOERR_SHMSIZE"}
"""A full disk has two faces: a limit answers with an I/O error instead of FULL."""
_CORRUPT = {"SQLITE_CORRUPT", "SQLITE_NOTADB"}
_CONFLICTS = {"40P01", "40001", "23505"}
"""PostgreSQL: deadlock_detected, serialization_failure, unique_violation (another worker was first)."""
_TAKEN = {"SQLITE_CONSTRAINT_PRIMARYKEY", "SQLITE_CONSTRAINT_UNIQUE"}


class Database:
    """One database, reached by its SQLAlchemy URL. Safe to share between threads."""

    def __init__(self, url: str) -> None:
        try:
            self._readers = create_engine(
                url,
                hide_parameters=True,
                pool_pre_ping=not url.startswith("sqlite"),
                json_serializer=lambda value: to_json(value).decode(),  # a third of json.dumps; five for each ticket
            )
        except (ArgumentError, NoSuchModuleError, ModuleNotFoundError):
            raise OperatorNeededError(
                "The database address is not one this hub understands. Use postgresql+psycopg://USER@HOST/NAME "
                "(with the extra tingche[postgresql] installed), or leave it out for SQLite."
            ) from None
        self._writers = self._readers.execution_options(**{_WRITES: True})
        self.is_sqlite = self._readers.dialect.name == "sqlite"
        # SQLite has one writer. Threads that wait here take turns at once; in SQLite they would sleep, up to 100 ms.
        self._turn: AbstractContextManager[object] = threading.Lock() if self.is_sqlite else nullcontext()
        if self.is_sqlite:
            _prepare_sqlite(self._readers)

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One writing transaction: committed when the block ends well, rolled back when it raises.

        Raises:
            TemporaryError: the disk is full or the other process holds the database.
            OperatorNeededError: read-only, damaged, or not reachable.
        """
        with self._turn, _our_errors(), self._writers.begin() as connection:
            yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One reading transaction: everything in the block sees the same state. Raises as `write`."""
        with _our_errors(), self._readers.begin() as connection:
            yield connection

    def prepare(self) -> None:
        """Make the tables of a new database, or bring an older one up, step by step.

        Raises:
            OperatorNeededError: made by a newer version; nothing is changed then.
        """
        found = self._version()
        if found is None:
            with self.write() as connection:
                metadata.create_all(connection)
                connection.execute(meta.insert().values(name="schema_version", value=str(SCHEMA_VERSION)))
                connection.execute(counters.insert().values(name="ticket", value=0))
            return
        for version in range(found + 1, SCHEMA_VERSION + 1):
            self._step_up(version)

    def check(self) -> None:
        """Check that this is a hub's database of a version we read.

        Raises:
            OperatorNeededError: it is not.
        """
        found = self._version()
        if found is None:
            raise OperatorNeededError("This database was never used by a hub. Start `tingche-hub serve` on it first.")
        if found < SCHEMA_VERSION:
            raise OperatorNeededError(
                f"The database has schema {found}, this version works with {SCHEMA_VERSION}. Back it up, then restart "
                "`tingche-hub serve`: it brings the database up by itself."
            )

    def shed_deleted(self) -> bool:
        """Make sure that no deleted content stays in files this database writes. False: readers hold it, try later.

        SQLite overwrites deleted cells (secure_delete); what is left is the write-ahead log, truncated here. PostgreSQL
        frees dead rows by VACUUM; its own log and free space are beyond us, and `ErasureReceipt` says so.
        """
        with _our_errors(), self._readers.connect() as connection:
            if not self.is_sqlite:
                from hub.adapters.database.personal_data import HOLDINGS

                connection.commit()
                alone = connection.execution_options(isolation_level="AUTOCOMMIT")
                tables = [*(holding.table.name for holding in HOLDINGS), "set_aside", "consents"]
                alone.exec_driver_sql(f"VACUUM {', '.join(tables)}")
                return True
            driver: Any = connection.connection.driver_connection
            busy, _, _ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return not busy

    def close(self) -> None:
        """Close every connection."""
        self._readers.dispose()

    def _step_up(self, version: int) -> None:
        """One step, whole or not at all; another process may have made it meanwhile."""
        from hub.adapters.database.migrations import STEPS

        stored = meta.c.name == "schema_version"
        with self.write() as connection:
            now = connection.execute(select(meta.c.value).where(stored).with_for_update()).scalar_one()
            if int(now) < version:
                STEPS[version](connection)
                connection.execute(update(meta).where(stored).values(value=str(version)))

    def _version(self) -> int | None:
        """The schema's version; None when no hub ever used this database."""
        with self.read() as connection:
            if not inspect(connection).has_table("meta"):
                return None
            found = int(connection.execute(select(meta.c.value).where(meta.c.name == "schema_version")).scalar_one())
        if found > SCHEMA_VERSION:
            raise OperatorNeededError(
                f"The database has schema {found}, this hub knows {SCHEMA_VERSION}: it was used by a newer version. "
                "Install that version again; nothing was changed."
            )
        return found


def open_sqlite(path: Path, *, must_exist: bool = False) -> Database:
    """The SQLite database in a state folder.

    Raises:
        OperatorNeededError: it has to exist and does not.
    """
    if must_exist and not path.exists():
        raise OperatorNeededError(
            f"There is no hub in {path.parent}: {path.name} is missing. "
            f"Start one with `tingche-hub serve --state {path.parent}`, or name another folder with --state."
        )
    return Database(f"sqlite:///{path}")


def _prepare_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def _set(driver: sqlite3.Connection, _record: object) -> None:
        driver.isolation_level = None  # the driver's own BEGIN is deferred; ours is chosen below
        driver.execute(f"PRAGMA busy_timeout={int(BUSY_TIMEOUT_S * 1000)}")
        for name, wanted in _SETTINGS.items():
            driver.execute(f"PRAGMA {name}={wanted}")
            (found,) = driver.execute(f"PRAGMA {name}").fetchone()
            if found != wanted:
                raise OperatorNeededError(
                    f"SQLite does not accept {name}={wanted} here (it says {found}). "
                    "Keep the state folder on a local disk, not on a network share."
                )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def _our_errors() -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        raise _translate(error.orig) from None
    except SQLAlchemyError as error:
        raise HubError(f"The database layer failed: {type(error).__name__}.") from None
    except sqlite3.Error as error:
        raise _translate(error) from None


def _translate(error: BaseException | None) -> HubError:
    if isinstance(error, sqlite3.Error):
        return _translate_sqlite(getattr(error, "sqlite_errorname", type(error).__name__))
    state = getattr(error, "sqlstate", None)
    if state in _CONFLICTS:
        return ConflictError("Another worker was in the way; trying again.")
    if state is None or state.startswith(("08", "57")):
        return TemporaryError("The database server is not reachable. Check that it runs and that its address is right.")
    if state.startswith("22"):  # data_exception: the value, not the server, is the trouble
        return InputRefusedError("The database does not take a value of this message.")
    if state.startswith("53"):
        return TemporaryError("The database server is out of disk, memory or connections. Free some; nothing is lost.")
    return OperatorNeededError(
        f"The database server refused (SQLSTATE {state}). Check rights and version of the server."
    )


def _translate_sqlite(name: str) -> HubError:
    if name in _TAKEN:
        return ConflictError("Another worker was first; trying again.")
    if name in _FULL:
        return TemporaryError("The disk is full: hub.db cannot be written. Free space; nothing accepted is lost.")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return TemporaryError("hub.db is held by another process. Try again; stop a tool that keeps it open.")
    if name.startswith("SQLITE_READONLY"):
        return OperatorNeededError("hub.db is read-only. Give this user the right to write the state folder.")
    if name.startswith("SQLITE_CANTOPEN"):
        return OperatorNeededError("hub.db cannot be opened. Check that the state folder exists and may be written.")
    if name in _CORRUPT:
        return OperatorNeededError("hub.db is damaged. Put back a backup of the state folder; devices send again.")
    return OperatorNeededError(f"hub.db failed ({name}). Check the disk and the rights of the state folder.")
