"""SQLite's and the file system's failures, as the agent's own: who acts next, and what to do."""

import errno
import sqlite3
from pathlib import Path
from typing import Final

from agent.errors import AgentError, TechnicianNeededError, TemporaryError

SQLITE_FAILURES = (sqlite3.Error, UnicodeDecodeError)
"""What a call into SQLite raises. The second comes from changed bytes that SQLite quotes in its own message."""

DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
"""Primary result codes that say the file itself is broken."""

_NOT_WRITABLE = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_AUTH})
_IN_USE = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL})
_SPACE_ERRNOS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO})
_PRIMARY_BITS = 0xFF  # the low byte of an extended result code is its primary code, https://sqlite.org/rescode.html


NOT_RECORDED: Final = "没有记录，请再试。Not recorded, try again."
"""What the person in front of the device needs to know first, whatever went wrong behind it."""


def primary_code(error: sqlite3.Error | UnicodeDecodeError) -> int:
    """SQLite's primary result code; SQLITE_ERROR where Python's own module raised."""
    if isinstance(error, UnicodeDecodeError):
        return sqlite3.SQLITE_CORRUPT
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY_BITS


def translated(error: sqlite3.Error | UnicodeDecodeError, file: Path) -> AgentError:
    """Our error for SQLite's. Never carries SQLite's own text, which can quote values."""
    code = primary_code(error)
    if code == sqlite3.SQLITE_FULL:
        return TemporaryError(f"{NOT_RECORDED} The disk of {file.parent} is full. Free space; we go on by ourselves.")
    # A file size limit and a pulled disk both arrive as SQLITE_IOERR_WRITE, not as SQLITE_FULL.
    if code == sqlite3.SQLITE_IOERR:
        return TemporaryError(
            f"{NOT_RECORDED} The disk of {file.parent} did not write or read. "
            "Check its space and health; we go on by ourselves."
        )
    if code in _IN_USE:
        return TemporaryError(f"{NOT_RECORDED} Another program holds {file}. Close it; we go on by ourselves.")
    if code in _NOT_WRITABLE:
        return TechnicianNeededError(
            f"{NOT_RECORDED} {file} cannot be written. Give the agent's user the folder {file.parent}, "
            "and check that its disk is mounted read-write."
        )
    if code in DAMAGED:
        return TechnicianNeededError(
            f"{NOT_RECORDED} {file} is damaged. Restart the agent: it sets the file aside and starts a new one."
        )
    if code == sqlite3.SQLITE_NOMEM:
        return TemporaryError(f"{NOT_RECORDED} Memory ran out. Close other programs; we go on by ourselves.")
    name = getattr(error, "sqlite_errorname", type(error).__name__)
    return TechnicianNeededError(
        f"{NOT_RECORDED} {file} refused a change ({name}). Update the agent, and report this name."
    )


def translated_os(error: OSError, file: Path) -> AgentError:
    """Our error for the file system's, met while opening."""
    if error.errno in _SPACE_ERRNOS:
        return TemporaryError(f"The disk of {file.parent} is full or failing. Free space; we go on by ourselves.")
    return TechnicianNeededError(
        f"{file} cannot be opened ({errno.errorcode.get(error.errno or 0, 'unknown')}). Give the agent's user the "
        f"folder {file.parent}, and check that its disk is mounted read-write."
    )
